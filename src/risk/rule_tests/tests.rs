//! What is expected of findings, and what is told of plans that lie in the wrong place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Case, ExpectedFinding, Hit, Kind, Sureness, read_cases, run};
use crate::policy::source::load::File;
use crate::policy::team::load_rules;
use crate::policy::{Effect, Organisation, Policy, Risk, Rule};
use crate::risk::Confidence;

fn hit(address: &str, risk: Risk) -> Hit {
    let address = Some(address.to_owned());
    Hit { rule: "r".to_owned(), address, risk, effect: Effect::Risk, confidence: Confidence::Unknown }
}

#[test]
fn an_expectation_holds_a_finding_to_what_it_says_and_no_more() {
    let loose =
        ExpectedFinding { rule: "r".to_owned(), address: None, risk: None, effect: None, confidence: None };
    let found = hit("a.b", Risk::High);
    let at = |address: &str| ExpectedFinding { address: Some(address.to_owned()), ..loose.clone() };
    for (expected, fits) in [
        (loose.clone(), true),
        (at("a.b"), true),
        (at("a.c"), false),
        (ExpectedFinding { risk: Some(Risk::High), ..loose.clone() }, true),
        (ExpectedFinding { risk: Some(Risk::Low), ..loose.clone() }, false),
        (ExpectedFinding { effect: Some(Effect::Risk), ..loose.clone() }, true),
        (ExpectedFinding { effect: Some(Effect::Prohibit), ..loose.clone() }, false),
        (ExpectedFinding { confidence: Some(Sureness::Unknown), ..loose.clone() }, true),
        (ExpectedFinding { confidence: Some(Sureness::Exact), ..loose.clone() }, false),
        (ExpectedFinding { rule: "s".to_owned(), ..loose.clone() }, false),
    ] {
        assert_eq!(expected.fits(&found), fits, "{expected}");
    }
}

const PLAN: &str = r#"{"format_version":"1.2","resource_changes":[
{"address":"acme_x.a","mode":"managed","type":"acme_x","name":"a","provider_name":"p","change":{"actions":["create"],"before":null,"after":{"n":1},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}},
{"address":"acme_x.b","mode":"managed","type":"acme_x","name":"b","provider_name":"p","change":{"actions":["create"],"before":null,"after":{"n":1},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}}]}"#;

/// Returns a new, empty folder.
fn temporary(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("applygate-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn cases(folder: &Path) -> Vec<Case> {
    read_cases(folder, &BTreeSet::from(["r"])).unwrap()
}

/// Runs one rule on the plans of a folder and returns kind, expected and found of each difference.
fn differences(when: &str, folder: &Path) -> Vec<(Kind, String, String)> {
    let text = format!(
        "rule \"r\" {{\ntitle = \"t\"\ntypes = [\"acme_x\"]\nwhen = {when}\nrisk = \"low\"\nmessage = \"m\"\nwhy = \"w\"\n}}\n"
    );
    let shipped = Policy::shipped();
    let team = load_rules(&[File { path: "r.hcl", text: &text }], &shipped).unwrap();
    let policy = shipped.with(Organisation::default(), team.rules.clone()).unwrap();
    let rules: Vec<&Rule> = team.rules.iter().collect();
    let outcome = run(&policy, &rules, cases(folder));
    assert_eq!(outcome.passed(), outcome.differences.is_empty());
    outcome.differences.into_iter().map(|each| (each.kind, each.expected, each.found)).collect()
}

#[test]
fn what_says_more_finds_its_finding_first() {
    let folder = temporary("expected");
    write(&folder, "r/fires.json", PLAN);
    write(&folder, "r/silent.json", &PLAN.replace("\"n\":1", "\"n\":2"));
    // The first one would fit both findings; the second fits one of them only.
    let both = r#"{"findings":[{"rule":"r"},{"rule":"r","address":"acme_x.a","risk":"low"}]}"#;
    write(&folder, "r/fires.expected.json", both);
    assert_eq!(differences("after.n == 1", &folder), []);
    write(&folder, "r/fires.expected.json", r#"{"findings":[{"rule":"r"}]}"#);
    let more = "`r` at acme_x.b (low, risk, exact)".to_owned();
    assert_eq!(differences("after.n == 1", &folder), [(Kind::Finding, "no such finding".to_owned(), more)]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_rule_without_plans_of_both_kinds_is_not_tested() {
    let folder = temporary("missing");
    let kinds =
        |when: &str| -> Vec<Kind> { differences(when, &folder).into_iter().map(|each| each.0).collect() };
    assert_eq!(kinds("true"), [Kind::FixtureMissing; 2]);
    write(&folder, "r/fires.json", PLAN);
    assert_eq!(kinds("true"), [Kind::FixtureMissing]);
    assert_eq!(kinds("after.n == 3"), [Kind::FixtureMissing, Kind::Fires]);
    // A plan on which the rule fails is no missing plan.
    assert_eq!(kinds("after.n + after.m > 1"), [Kind::Unevaluated]);
    write(&folder, "r/silent-other.json", PLAN);
    assert_eq!(kinds("after.n == 1"), [Kind::Fires]);
    assert_eq!(kinds("false"), [Kind::Fires]);
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn no_plan_is_read_through_a_link_out_of_the_folder() {
    let (folder, outside) = (temporary("link"), temporary("link-outside"));
    write(&outside, "plan.json", PLAN);
    write(&folder, "r/silent.json", PLAN);
    std::os::unix::fs::symlink(outside.join("plan.json"), folder.join("r/fires.json")).unwrap();
    let problems = read_cases(&folder, &BTreeSet::from(["r"])).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.ends_with("is a link out of the folder of the fixtures"), "{problems:?}");
    fs::remove_dir_all(folder).unwrap();
    fs::remove_dir_all(outside).unwrap();
}
