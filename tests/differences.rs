//! How differences look in the report: how many, how escaped, and what of a new object.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use applygate::report::Report;
use applygate::report::text::{Detail, Options, render};
use serde_json::{Map, Value, json};

use support::{Judged, judge_bytes};

/// Judges a plan with one change.
fn judged(kind: &str, actions: &[&str], before: Value, after: Value) -> Judged {
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "errored": false,
        "resource_changes": [{
            "address": format!("{kind}.x"), "mode": "managed", "type": kind, "name": "x",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {
                "actions": actions, "before": before, "after": after, "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {},
            },
        }],
    });
    judge_bytes(plan.to_string().as_bytes()).unwrap()
}

/// Returns the report for a terminal without its colours, and with them.
fn printed(judged: &Judged, detail: Detail) -> (String, String) {
    let report = Report { assessment: &judged.assessment, verdict: &judged.verdict };
    let coloured = render(&report, &Options { detail, show_all: false, width: 100 });
    let mut plain = String::new();
    let mut escape = false;
    for character in coloured.chars() {
        match (escape, character) {
            (false, '\u{1b}') => escape = true,
            (false, character) => plain.push(character),
            (true, 'm') => escape = false,
            (true, _) => {}
        }
    }
    (plain, coloured)
}

fn attributes(value: u32) -> Value {
    let attributes = (10..30).map(|number| (format!("attribute_{number}"), json!(value + number)));
    Value::Object(attributes.collect::<Map<_, _>>())
}

#[test]
fn so_many_differences_are_shown_and_all_on_demand() {
    let judged = judged("aws_lb", &["update"], attributes(0), attributes(100));
    let (plain, coloured) = printed(&judged, Detail::Normal);
    assert!(plain.contains("~ attribute_10: 10 -> 110\n"), "{plain}");
    assert!(plain.contains("~ attribute_21: 21 -> 121\n") && !plain.contains("attribute_22:"), "{plain}");
    assert!(plain.contains("and 8 more (--verbose shows them)"), "{plain}");
    assert!(coloured.contains("\u{1b}[31m10\u{1b}[0m -> \u{1b}[32m110\u{1b}[0m"), "{coloured:?}");
    let (all, _) = printed(&judged, Detail::Verbose);
    assert!(all.contains("~ attribute_29: 29 -> 129\n") && !all.contains("more (--verbose"), "{all}");
}

#[test]
fn nothing_in_a_path_or_a_value_controls_the_terminal() {
    let side = |number: u32| {
        json!({
            "map": { "\u{1b}[2J\u{202e}item": number, "a\r\n::error::b": number },
            "text": format!("\u{1b}]8;;https://evil.example\u{7}{number}"),
            "list": [{ "\u{200b}": number, "other": true }],
        })
    };
    let (plain, _) = printed(&judged("aws_lb", &["update"], side(1), side(2)), Detail::Verbose);
    assert!(plain.contains("map.\\u{1b}[2J\\u{202e}item: 1 -> 2"), "{plain}");
    assert!(!plain.chars().any(|character| character.is_control() && character != '\n'), "{plain:?}");
    assert!(!plain.contains(['\u{202e}', '\u{200b}']) && !plain.contains("\n::error"), "{plain:?}");
}

#[test]
fn of_a_new_object_only_what_a_rule_looked_at_is_shown() {
    let after = json!({ "acl": "public-read", "bucket": "assets", "force_destroy": true });
    let judged = judged("aws_s3_bucket_acl", &["create"], Value::Null, after);
    let change = &judged.assessment.changes[0];
    let paths: Vec<&str> = change.differences.iter().map(|difference| difference.path.as_str()).collect();
    let named: Vec<&String> = change.findings.iter().flat_map(|finding| &finding.paths).collect();
    assert!(paths.iter().all(|path| named.iter().any(|name| name == path)), "{paths:?} {named:?}");
    assert!(!paths.contains(&"force_destroy"));
    // What a rule looked at and the object does not have is no evidence.
    assert!(
        named.iter().all(|path| ["acl", "bucket", "force_destroy"].contains(&path.as_str())),
        "{named:?}"
    );
}
