//! What a message shows, and what it never shows.

use serde_json::json;

use super::super::Value;
use super::super::testing::{Sample, rule};
use crate::policy::source::names::Name;
use crate::policy::source::words::Sight;

fn sample() -> Sample {
    Sample::update(
        json!({"name": "Otto", "size": 20, "on": true, "none": null, "tags": {"a": "b"}, "pin": 1234, "l": ["x"]}),
        json!({}),
    )
    .unknown(json!({"id": true}))
    .sensitive(json!({"pin": true}))
    .name(Name::Address, Value::from("aws_db_instance.main"))
}

#[test]
fn names_numbers_and_bools_are_shown_and_other_values_are_not() {
    let sample = sample();
    for (message, expected) in [
        ("\"plain\"", "plain"),
        ("\"${address} goes\"", "aws_db_instance.main goes"),
        ("\"${before.size} GB\"", "20 GB"),
        ("\"${before.on}\"", "true"),
        ("\"${before.name}\"", "(value)"),
        ("\"${lower(before.name)}\"", "(value)"),
        ("\"${\"x-${before.name}\"}\"", "(value)"),
        ("\"${before.tags}\"", "(value)"),
        ("\"${before.l}\"", "(value)"),
        ("\"${[for x in before.l : x]}\"", "(value)"),
        ("\"${keys(before.tags)}\"", "(value)"),
        ("\"${before.none}\"", "null"),
        ("\"${before.missing}\"", "null"),
        ("\"${after.id}\"", "(known after apply)"),
        ("\"${before.pin}\"", "(sensitive)"),
        ("\"${before.pin + 1}\"", "(sensitive)"),
        ("\"${before.pin > 5 ? \"yes\" : \"no\"}\"", "(sensitive)"),
        ("\"${before.size > 5 ? \"big\" : \"small\"}\"", "big"),
        ("\"${length(before.l)}\"", "1"),
        ("\"${plan.destroyed_classes}\"", "data, crypto"),
        ("\"${before.name > 5}\"", "(cannot tell)"),
        ("\"$${address}\"", "${address}"),
        ("<<-EOT\n    first ${address}\n      second\n    EOT", "first aws_db_instance.main\n  second\n"),
    ] {
        assert_eq!(rule(Sight::Change, "true", message).render(&sample), expected, "{message}");
    }
}

#[test]
fn a_plan_without_marks_shows_nothing_of_its_objects() {
    let mut sample = sample();
    sample.marked = false;
    let rule =
        rule(Sight::Change, "true", "\"${address}: ${before.size}, ${before.on}, ${dependents.total}\"");
    assert_eq!(rule.render(&sample), "aws_db_instance.main: (value), (value), 3");
}
