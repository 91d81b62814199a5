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

use applygate::policy::{Effect, Policy, Rule, Sight};

use support::judge;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Returns the rules that fire on a plan, each with an exclamation mark where it prohibits and a question mark
/// where it cannot tell.
fn hits(path: &Path) -> Vec<String> {
    let judged = judge(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let of_changes = judged.assessment.changes.iter().flat_map(|change| &change.findings);
    let mut hits: Vec<String> = judged
        .assessment
        .findings
        .iter()
        .chain(of_changes)
        .map(|finding| {
            let unsure = finding.confidence == applygate::risk::Confidence::Unknown;
            let mark = if finding.prohibits {
                "!"
            } else if unsure {
                "?"
            } else {
                ""
            };
            format!("{}{mark}", finding.rule)
        })
        .collect();
    hits.sort();
    hits.dedup();
    hits
}

fn fires(hits: &[String], rule: &str) -> bool {
    hits.iter().any(|hit| hit.trim_end_matches(['!', '?']) == rule)
}

fn folder_names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let folders = entries.filter(|path| path.is_dir());
    folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_rule_has_a_plan_on_which_it_fires_and_one_on_which_it_stays_silent() {
    let mut wrong = Vec::new();
    let of_plans = |rule: &&Rule| rule.sight != Sight::Configuration;
    for rule in Policy::shipped().rules.iter().filter(of_plans) {
        let folder = fixtures().join("rules").join(&rule.id);
        for (name, expected) in [("fires.json", true), ("silent.json", false)] {
            let path = folder.join(name);
            if !path.exists() {
                wrong.push(format!("{} has no {name}", rule.id));
            } else if fires(&hits(&path), &rule.id) != expected {
                wrong.push(format!(
                    "{} {} {name}",
                    rule.id,
                    if expected { "is silent on" } else { "fires on" }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_that_prohibits_does_so_on_its_own_plan() {
    for rule in Policy::shipped().rules.iter().filter(|rule| rule.effect == Effect::Prohibit) {
        let path = fixtures().join("rules").join(&rule.id).join("fires.json");
        assert!(hits(&path).contains(&format!("{}!", rule.id)), "{} does not prohibit there", rule.id);
    }
}

#[test]
fn every_folder_of_rule_fixtures_belongs_to_a_rule() {
    let rules: BTreeSet<String> = Policy::shipped().rules.iter().map(|rule| rule.id.clone()).collect();
    let mut folders = folder_names(&fixtures().join("rules"));
    folders.remove("terraform");
    assert_eq!(folders.difference(&rules).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Every rule over every fixture: an unintended hit shows up here when a rule or a fixture changes.
/// `SNAPSHOTS=overwrite cargo test` writes the file anew.
#[test]
fn the_rules_hit_what_they_hit_before_on_every_fixture() {
    let mut table = String::new();
    for name in folder_names(&fixtures().join("plans")) {
        let hits = hits(&fixtures().join("plans").join(&name).join("plan.json"));
        writeln!(table, "plans/{name}: {}", hits.join(" ")).unwrap();
    }
    for name in folder_names(&fixtures().join("rules")) {
        for side in ["fires", "silent"] {
            let path = fixtures().join("rules").join(&name).join(format!("{side}.json"));
            if path.exists() {
                writeln!(table, "rules/{name}/{side}: {}", hits(&path).join(" ")).unwrap();
            }
        }
    }
    snapbox::assert_data_eq!(table, snapbox::file!["snapshots/rules.txt"].raw());
}
