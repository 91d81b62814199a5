//! People and time in the verdict: what facts say is held against what the policy demands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::path::Path;

use applygate::configuration::Configuration;
use applygate::facts::Facts;
use applygate::gate::{Outcome, Verdict, decide};
use applygate::plan::{self, Options};
use applygate::problem::Problems;
use applygate::risk::{Place, assess};

use support::policy;

/// A window that is open at noon of every Saturday in UTC.
const NOON: &str = "window \"noon\" {\n timezone = \"UTC\"\n weekly {\n days = [\"sat\"]\n at = \"11:00\"\n }\n duration = \"4h\"\n}\n";

/// A request whose files are known, made by ana, at noon of Saturday, 21 November 2026.
const REQUEST: &str = r#"{
  "version": 1,
  "clock": {"now": "2026-11-21T12:00:00Z", "source": "api", "skew": 1, "tzdb": "2026b"},
  "repository": {"id": 77, "name": "acme/infra"},
  "request": {
    "number": 7, "state": "open", "draft": false, "fork": false,
    "requester": {"id": 1, "login": "ana", "kind": "user"},
    "head": {"sha": "aaa", "branch": "grow"},
    "base": {"branch": "main", "tip": "bbb", "moved": {"from": "bbb", "paths": []}},
    "body_edited": "never"
  },
  "paths": [{"path": "live/prod/main.tf"}],
  "commits": [{
    "sha": "aaa", "parents": ["bbb"], "co_authors": [], "clean_update": false,
    "author": {"account": {"id": 1, "login": "ana", "kind": "user"}},
    "committer": {"account": {"id": 1, "login": "ana", "kind": "user"}}
  }],
  "pushes": [{
    "at": "2026-11-21T10:00:00Z", "by": {"id": 1, "login": "ana", "kind": "user"}, "before": "bbb", "after": "aaa"
  }],
  "reviews": [], "comments": [], "dismissals": [], "permissions": [], "teams": [],
  "labels": [], "checks": [], "publications": []
}"#;

fn facts(changed: &[(&str, &str)]) -> Facts {
    let text = changed.iter().fold(REQUEST.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    Facts::from_json("facts.json", &text).unwrap()
}

fn judged(name: &str, text: &str, facts: &Facts) -> Result<Verdict, Problems> {
    judged_plan(&plan_text(name), text, facts)
}

fn plan_text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(name).join("plan.json");
    std::fs::read_to_string(path).unwrap()
}

fn judged_plan(plan: &str, text: &str, facts: &Facts) -> Result<Verdict, Problems> {
    let plan = plan::read(plan.as_bytes(), &Options::default()).unwrap();
    let (place, policy) = (Place::default(), policy(text));
    let assessment = assess(&plan, &Configuration::unread(), &policy, &place).unwrap();
    decide(&assessment, &place, &policy, facts)
}

/// Returns the codes of what is not met.
fn unmet(verdict: &Verdict) -> Vec<&str> {
    let unmet = verdict.requirements.iter().filter(|each| !each.met);
    unmet.map(|each| each.code.unwrap_or(each.block.as_str())).collect()
}

#[test]
fn a_low_risk_is_allowed_and_what_stands_against_the_request_holds_it() {
    for (changed, expected) in [
        (vec![], &[][..]),
        (vec![("\"draft\": false", "\"draft\": true")], &["DRAFT"]),
        (vec![("\"fork\": false", "\"fork\": true")], &["FORK"]),
        (vec![("\"paths\": []", "\"paths\": [\"live/prod/main.tf\"]")], &["PLAN_STALE"]),
        (vec![("\"paths\": []", "\"paths\": [\"README.md\"]")], &[]),
        (vec![("\"paths\": [{\"path\": \"live/prod/main.tf\"}],", "")], &["PATHS_UNKNOWN"]),
        (vec![("2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z")], &["PLAN_STALE"]),
        (vec![("2026-11-21T12:00:00Z", "2026-11-20T12:00:00Z")], &["PLAN_STALE"]),
    ] {
        let verdict = judged("tags-only", NOON, &facts(&changed)).unwrap();
        assert_eq!(unmet(&verdict), expected, "{changed:?}");
        let outcome = if expected.is_empty() { Outcome::Allow } else { Outcome::Hold };
        assert_eq!(verdict.outcome, outcome, "{changed:?}");
        assert!(verdict.approval_digest.is_some());
    }
}

#[test]
fn a_plan_whose_time_cannot_be_read_is_held_and_one_without_any_is_not() {
    let text = plan_text("tags-only");
    let made = text.split("\"timestamp\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    for (timestamp, expected) in [("yesterday", &["PLAN_STALE"][..]), ("", &["PLAN_STALE"])] {
        let other = text.replace(made, timestamp);
        let verdict = judged_plan(&other, NOON, &facts(&[])).unwrap();
        assert_eq!(unmet(&verdict), expected, "{timestamp}");
    }
    let without = text.replace(&format!("\"timestamp\":\"{made}\","), "");
    assert_ne!(without, text);
    assert_eq!(unmet(&judged_plan(&without, NOON, &facts(&[])).unwrap()), [""; 0]);
    // Whoever is about to apply one must know how old it is.
    let deployer = ("\"reviews\": []", "\"deployer\": {\"how\": \"manual\"}, \"reviews\": []");
    assert_eq!(unmet(&judged_plan(&without, NOON, &facts(&[deployer])).unwrap()), ["PLAN_STALE"]);
}

#[test]
fn what_cannot_be_decided_is_an_error_and_no_verdict() {
    for (from, to, expected) in [
        ("\"state\": \"open\"", "\"state\": \"closed\"", "CLOSED"),
        ("\"skew\": 1", "\"skew\": -121", "121 seconds apart"),
        ("\"skew\": 1", "\"skew\": 9223372036854775807", "seconds apart"),
    ] {
        let problems = judged("tags-only", NOON, &facts(&[(from, to)])).unwrap_err();
        assert!(problems.first().message.contains(expected), "{}", problems.first());
    }
}

#[test]
fn a_change_of_what_decides_about_changes_needs_two_whatever_the_plan_does() {
    for path in [
        "applygate.hcl",
        "ApplyGate.HCL",
        ".applygate/a.hcl",
        ".github/workflows/apply.yml",
        "docs/CODEOWNERS",
        "live/prod/.terraform.lock.hcl",
        "live/prod/backend.tf",
        "policy/own/x.hcl",
    ] {
        let own = format!("{NOON}applygate {{\n guardrail_paths = [\"policy/own/**\"]\n}}\n");
        let verdict = judged("noop", &own, &facts(&[("live/prod/main.tf", path)])).unwrap();
        assert_eq!(verdict.outcome, Outcome::Hold, "{path}");
        assert_eq!(verdict.guardrails, [path]);
        assert_eq!(unmet(&verdict), ["approval.guardrail"], "{path}");
    }
    let renamed = facts(&[(
        "{\"path\": \"live/prod/main.tf\"}",
        "{\"path\": \"a.txt\", \"previous\": \"applygate.hcl\"}",
    )]);
    assert_eq!(judged("noop", NOON, &renamed).unwrap().outcome, Outcome::Hold);
    assert_eq!(judged("noop", NOON, &facts(&[])).unwrap().outcome, Outcome::Allow);
}

#[test]
fn a_high_risk_waits_for_a_window_and_says_when_time_alone_lifts_it() {
    let window = |verdict: &Verdict| {
        verdict.requirements.iter().find(|each| each.kind == applygate::gate::Kind::Window).cloned().unwrap()
    };
    let now = judged("sg-ssh-open-world", NOON, &facts(&[])).unwrap();
    assert!(window(&now).met, "{:?}", window(&now));
    let later = facts(&[("2026-11-21T12:00:00Z", "2026-11-21T16:00:00Z")]);
    let later = window(&judged("sg-ssh-open-world", NOON, &later).unwrap());
    assert_eq!((later.met, later.code), (false, Some("WINDOW_CLOSED")));
    assert_eq!(later.until.unwrap().to_string(), "2026-11-28T11:01:00Z");
    let none = window(&judged("sg-ssh-open-world", "", &facts(&[])).unwrap());
    assert_eq!((none.met, none.code, none.until), (false, Some("WINDOW_UNDEFINED"), None));
    let mut timeless = facts(&[]);
    timeless.clock = None;
    let timeless = window(&judged("sg-ssh-open-world", NOON, &timeless).unwrap());
    assert_eq!((timeless.met, timeless.code), (false, Some("CLOCK_UNKNOWN")));
}

#[test]
fn a_freeze_stops_what_does_something_and_may_ask_for_more_people() {
    let freeze = |inner: &str| {
        format!(
            "{NOON}group \"lead\" {{\n users = [\"carla\", \"dora\"]\n}}\nfreeze \"f\" {{\n timezone = \"UTC\"\n from = \"2026-11-20 00:00\"\n to = \"2026-11-23 00:00\"\n reason = \"peak\"\n owner = \"group:lead\"\n{inner}}}\n"
        )
    };
    let frozen = judged("tags-only", &freeze(""), &facts(&[])).unwrap();
    assert_eq!(unmet(&frozen), ["FREEZE_ACTIVE"]);
    assert_eq!(judged("noop", &freeze(""), &facts(&[])).unwrap().outcome, Outcome::Allow);
    let advisory = judged("tags-only", &freeze(" effect = \"advisory\"\n"), &facts(&[])).unwrap();
    assert_eq!((advisory.outcome, advisory.advisories.len()), (Outcome::Allow, 1));
    let require = freeze(" effect = \"require\"\n require {\n group = \"lead\"\n count = 1\n }\n");
    let require = judged("tags-only", &require, &facts(&[])).unwrap();
    assert_eq!(unmet(&require), ["freeze f"]);
}
