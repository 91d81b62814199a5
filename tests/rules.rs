//! Every shipped rule fires where it should and stays silent where it should, and nobody is hit by surprise.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use applygate::policy::{Effect, Policy, Rule, Sight};
use applygate::report::rule_tests::render;
use applygate::risk::Confidence;
use applygate::risk::rule_tests::{Hit, Outcome, hits, read_cases, run};

use support::judge;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The shipped rules on their plans, as `applygate rules test` runs a team's.
static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let policy = Policy::shipped();
    let rules: Vec<&Rule> = policy.rules.iter().filter(|rule| rule.sight != Sight::Configuration).collect();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    let cases =
        read_cases(&fixtures().join("rules"), &ids).unwrap_or_else(|problems| panic!("{problems:#?}"));
    run(&policy, &rules, cases)
});

/// Returns the rules that fired, each with an exclamation mark where it prohibits and a question mark where it
/// cannot tell.
fn marked(hits: &[Hit]) -> String {
    let mut marked: Vec<String> = hits
        .iter()
        .map(|hit| match (hit.effect, hit.confidence) {
            (Effect::Prohibit, _) => format!("{}!", hit.rule),
            (_, Confidence::Unknown) => format!("{}?", hit.rule),
            _ => hit.rule.clone(),
        })
        .collect();
    marked.sort();
    marked.dedup();
    marked.join(" ")
}

fn folder_names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let folders = entries.filter(|path| path.is_dir());
    folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_rule_fires_where_it_must_and_stays_silent_where_it_must() {
    assert!(OUTCOME.rules.len() > 50 && OUTCOME.tried.len() >= 2 * OUTCOME.rules.len());
    assert!(OUTCOME.passed(), "{}\n{:#?}", render(&OUTCOME, &[]), OUTCOME.problems);
}

/// Every rule over every fixture: an unintended hit shows up here when a rule or a fixture changes.
/// `SNAPSHOTS=overwrite cargo test` writes the file anew.
#[test]
fn the_rules_hit_what_they_hit_before_on_every_fixture() {
    let mut table = String::new();
    for name in folder_names(&fixtures().join("plans")) {
        let path = fixtures().join("plans").join(&name).join("plan.json");
        let judged = judge(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        writeln!(table, "plans/{name}: {}", marked(&hits(&judged.assessment, |_| true))).unwrap();
    }
    for tried in &OUTCOME.tried {
        writeln!(table, "rules/{}/{}: {}", tried.case.rule, tried.case.name, marked(&tried.hits)).unwrap();
    }
    snapbox::assert_data_eq!(table, snapbox::file!["snapshots/rules.txt"].raw());
}
