//! What every format looks like on a dozen plans.

use std::path::Path;

use crate::{runs, support, validity};

const SCENARIOS: [&str; 13] = [
    "destroy-all",
    "injection-hides-destroy",
    "injection-in-addresses",
    "nested-modules",
    "noop",
    "precondition-failing-errored",
    "rds-destroy-prevent-destroy-removed",
    "rds-module-removed",
    "rds-renamed-without-moved",
    "removed-block-forget",
    "sensitive-everywhere",
    "sg-ssh-open-world",
    "unknown-after-apply",
];

/// Compares a document with the one that is kept; `SNAPSHOTS=overwrite` keeps the new one.
pub fn compare(folder: &str, name: &str, text: String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/formats").join(folder).join(name);
    snapbox::assert_data_eq!(text, snapbox::Data::read_from(&path, None).raw());
}

#[test]
fn every_format_looks_as_it_did() {
    for scenario in SCENARIOS {
        let judged = [runs::judge(&Path::new("fixtures/plans").join(scenario).join("plan.json"))];
        for (name, text) in runs::formats(&runs::run(&judged)) {
            validity::check(name, &text);
            // The summary is the comment unless that was cut; the long text has tests of its own.
            if !["summary.md", "verbose.txt"].contains(&name) {
                compare(scenario, name, text);
            }
        }
    }
}

#[test]
fn every_format_is_valid_on_every_plan_of_the_corpus() {
    let Some(corpus) = support::corpus() else { return };
    let mut seen = 0;
    for entry in std::fs::read_dir(corpus.join("scenarios")).unwrap() {
        let judged = [runs::judge(&entry.unwrap().path().join("plan.json"))];
        for (name, text) in runs::formats(&runs::run(&judged)) {
            validity::check(name, &text);
            seen += 1;
        }
    }
    for entry in std::fs::read_dir(corpus.join("public")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            for (name, text) in runs::formats(&runs::run(&[runs::judge(&path)])) {
                validity::check(name, &text);
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen}");
}
