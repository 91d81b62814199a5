//! Marks of sensitivity, and what they hide elsewhere.

use crate::plan::change::Change;
use crate::risk::difference::differences;
use crate::risk::shown::{Discretion, Shown, Why};

/// Returns each difference of a change with what is shown after it.
fn after(body: &str) -> Vec<(String, Option<Shown>)> {
    let change = Change::parse(body, "x.y").unwrap();
    let found = differences(&change, &Discretion::of("x", &change));
    found.into_iter().map(|difference| (difference.path, difference.after)).collect()
}

fn hidden(why: Why, length: usize) -> Option<Shown> {
    Some(Shown::Hidden { why, length: Some(length) })
}

#[test]
fn a_mark_on_either_side_hides_both_and_all_that_lies_below() {
    let change = Change::parse(
        r#"{"before":{"a":"one","b":{"c":"one"}},"after":{"a":"two","b":{"c":"two"}},
            "before_sensitive":{"a":true},"after_sensitive":{"b":true}}"#,
        "x.y",
    )
    .unwrap();
    for difference in differences(&change, &Discretion::of("x", &change)) {
        for side in [&difference.before, &difference.after] {
            let Some(Shown::Hidden { why: Why::Sensitive, .. }) = side else { panic!("{difference:?}") };
        }
        // The keys of a sensitive object are not told.
        assert!(!difference.path.contains('.'), "{difference:?}");
    }
}

#[test]
fn the_length_of_a_hidden_switch_is_not_told() {
    let found = after(
        r#"{"before":{"a":true},"after":{"a":false},"before_sensitive":{},"after_sensitive":{"a":true}}"#,
    );
    assert_eq!(found, [("a".to_owned(), Some(Shown::Hidden { why: Why::Sensitive, length: None }))]);
}

#[test]
fn a_plan_without_marks_shows_nothing() {
    let found = after(r#"{"before":{"a":1,"b":"x"},"after":{"a":2,"b":"y","c":[22]}}"#);
    assert_eq!(found.len(), 3);
    for (path, shown) in found {
        assert!(matches!(shown, Some(Shown::Hidden { why: Why::UnmarkedPlan, .. })), "{path}");
    }
}

#[test]
fn a_marked_value_is_hidden_throughout_the_change() {
    let found = after(
        r#"{"before":{},"after":{
            "marked":"swordfish","port":4711,"pin":{"n":4711},
            "same":"swordfish","inside":"eu-swordfish-west","upper":"SwordFish","part":"swordfi","short":"word",
            "list":["other","swordfish"],"number":4711,"text":"x-4711","map":{"swordfish":1},
            "policy":"{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get\",\"Resource\":\"arn:aws:s3:::swordfish\"}}"
            },
            "before_sensitive":{},"after_sensitive":{"marked":true,"port":true}}"#,
    );
    let of =
        |path: &str| found.iter().find(|(found, _)| found == path).map(|(_, shown)| shown.clone()).unwrap();
    for (path, length) in
        [("marked", 9), ("same", 9), ("inside", 17), ("upper", 9), ("part", 7), ("number", 4), ("text", 6)]
    {
        assert_eq!(of(path), hidden(Why::Sensitive, length), "{path}");
    }
    assert_eq!(of("short"), Some(Shown::Value("word".to_owned())));
    assert_eq!(of("list"), Some(Shown::Value("[other, (sensitive, 9 characters)]".to_owned())));
    assert_eq!(of("map"), Some(Shown::Value("{(hidden key): 1}".to_owned())));
    assert_eq!(
        of("policy.Statement.0"),
        Some(Shown::Value("allow s3:Get on (sensitive, 22 characters)".to_owned()))
    );
}

#[test]
fn what_a_marked_document_holds_is_hidden_elsewhere_too() {
    let found = after(
        r#"{"before":{},"after":{"doc":"{\"user\":\"appuser\",\"n\":[\"abcd\"]}","a":"appuser","b":"abcd","c":"abc"},
            "before_sensitive":{},"after_sensitive":{"doc":true}}"#,
    );
    let shown: Vec<bool> = found.iter().map(|(_, shown)| matches!(shown, Some(Shown::Value(_)))).collect();
    assert_eq!(shown, [false, false, true, false], "{found:?}");
}

#[test]
fn with_more_secrets_than_can_be_looked_for_everything_is_hidden() {
    let many: Vec<String> = (0..2000).map(|number| format!("\"secret-{number}\"")).collect();
    let body = format!(
        r#"{{"before":{{}},"after":{{"marked":[{}],"other":"harmless"}},"after_sensitive":{{"marked":true}}}}"#,
        many.join(",")
    );
    let found = after(&body);
    assert_eq!(found.last().unwrap().1, hidden(Why::Sensitive, 8));
}

#[test]
fn a_secret_number_is_taken_out_of_messages() {
    let body = r#"{"after":{"a":4711},"after_sensitive":{"a":true}}"#;
    let change = Change::parse(body, "x.y").unwrap();
    let discretion = Discretion::of("x", &change);
    assert_eq!(
        discretion.message("opens 4711, not 47110 or 22.".to_owned()),
        "opens (sensitive), not 47110 or 22."
    );
}
