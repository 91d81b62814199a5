//! Whole rules: outcome, place of a failure, evidence.

use serde_json::json;

use super::super::testing::{Sample, rule};
use super::super::{Truth, Value};
use crate::policy::source::names::Name;
use crate::policy::source::words::Sight;
use crate::problem::Code;

#[test]
fn a_rule_fires_stays_silent_or_cannot_tell() {
    let sample = Sample::update(json!({"on": true}), json!({})).unknown(json!({"u": true}));
    for (when, expected) in [
        ("before.on", Truth::True),
        ("!before.on", Truth::False),
        ("before.missing", Truth::False),
        ("after.u", Truth::Unknown),
        ("stateful && guard.state == \"guard.state\"", Truth::True),
    ] {
        assert_eq!(rule(Sight::Change, when, "\"m\"").fires(&sample), Ok(expected), "{when}");
    }
}

#[test]
fn a_name_may_be_unknown() {
    let sample = Sample::update(json!({}), json!({})).name(Name::GuardState, Value::unknown());
    let fires = |when| rule(Sight::Change, when, "\"m\"").fires(&sample).unwrap();
    assert_eq!(fires("guard.state == \"unguarded\""), Truth::Unknown);
    assert_eq!(fires("guard.state == \"unguarded\" && address == \"other\""), Truth::False);
}

#[test]
fn a_failure_tells_rule_place_and_help() {
    let sample = Sample::update(json!({"s": "x"}), json!({}));
    let problem = rule(Sight::Change, "stateful && before.s > 5", "\"m\"").fires(&sample).unwrap_err();
    assert_eq!(problem.code, Code::RuleFailed);
    assert_eq!(
        problem.to_string(),
        "test.hcl:5:20: the rule `test` cannot be evaluated: `>` needs numbers, and this is a string"
    );
    assert_eq!(problem.help.unwrap(), "let the rule test for that case first, or give `try` another value");
}

#[test]
fn evidence_is_what_was_read() {
    let sample = Sample::update(
        json!({"a": {"b": 1}, "blocks": [{"x": 1}], "tags": {"k": "v"}}),
        json!({"a": {"b": 2}}),
    );
    for (when, expected) in [
        ("before.a.b == 1", &["a.b"][..]),
        ("before.a.b == 1 || after.other == 2", &["a.b"]),
        ("before.a.b == 2 || after.other == 2", &["a.b", "other"]),
        ("changed(\"a.b\", \"c\")", &["a.b", "c"]),
        ("anytrue([for b in before.blocks : b.x == 1])", &["blocks", "blocks.x"]),
        ("contains(before.blocks[*].x, 1)", &["blocks", "blocks.x"]),
        ("before.blocks[0].x == 1", &["blocks.x"]),
        ("before.tags[\"k\"] == \"v\"", &["tags.k"]),
        ("stateful", &[]),
    ] {
        let evidence = rule(Sight::Change, when, "\"m\"").evidence(&sample);
        assert_eq!(evidence.paths.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{when}");
    }
}

#[test]
fn a_rule_about_the_plan_reads_its_totals() {
    let sample = Sample::update(json!({}), json!({}));
    let fires = |when| rule(Sight::Plan, when, "\"m\"").fires(&sample).unwrap();
    assert_eq!(fires("plan.destroys >= limits.max_destroy"), Truth::True);
    assert_eq!(fires("plan.destroys / plan.managed >= 1.01"), Truth::False);
    assert_eq!(fires("plan.complete == false"), Truth::False);
    assert_eq!(fires("length(plan.destroyed_classes) >= 2"), Truth::True);
}
