//! What `before` and `after` yield: missing, null, unknown, sensitive, blocks.

use serde_json::json;

use super::super::testing::{Sample, evaluate};
use crate::plan::operation::Operation;

fn check(sample: &Sample, cases: &[(&str, &str)]) {
    for (expression, expected) in cases {
        assert_eq!(&evaluate(expression, sample), expected, "{expression}");
    }
}

#[test]
fn what_is_missing_is_null_and_what_is_unknown_stays_unknown() {
    let sample =
        Sample::update(json!({"a": {"b": 1}, "n": null, "s": "x"}), json!({"a": {}, "known": {"x": 1}}))
            .unknown(json!({"u": true, "a": {"b": true}, "known": {"y": true}, "list": [{"p": true}]}));
    check(
        &sample,
        &[
            ("before.a.b", "1"),
            ("before.a.c", "null"),
            ("before.a.c.d.e", "null"),
            ("before.n.x", "null"),
            ("before.missing[3].x", "null"),
            ("before.missing[\"k\"]", "null"),
            ("before[\"a\"][\"b\"]", "1"),
            ("before.s.x", "failure: a string has no attribute `x`"),
            ("before.s[0]", "failure: a string has no element 0"),
            ("before.a[true]", "failure: an object has no element by a bool"),
            ("after.u", "unknown"),
            ("after.u.anything[0].below", "unknown"),
            ("after.a.b", "unknown"),
            ("after.known.x", "1"),
            ("after.known.y", "unknown"),
            ("after.known.z", "null"),
            ("after.known == before.a", "false"),
            ("after.known == {x = 1}", "unknown"),
            ("before == null", "false"),
        ],
    );
}

#[test]
fn the_side_that_does_not_exist_is_null() {
    let create = Sample::new(Operation::Create, json!(null), json!({"x": 1}));
    check(&create, &[("before", "null"), ("before.x", "null"), ("before.x.y", "null"), ("after.x", "1")]);
    let delete = Sample::new(Operation::Delete, json!({"x": 1}), json!(null));
    check(&delete, &[("after.x", "null"), ("before.x", "1"), ("after == null", "true")]);
}

#[test]
fn an_attribute_of_blocks_is_that_of_the_only_one() {
    let sample = Sample::update(
        json!({"one": [{"x": 1}], "none": [], "two": [{"x": 1}, {"x": 2}], "nested": [[{"x": 3}]]}),
        json!({}),
    )
    .unknown(json!({"u": [{"x": true}]}));
    check(
        &sample,
        &[
            ("before.one.x", "1"),
            ("before.one[0].x", "1"),
            ("before.one[1].x", "null"),
            ("before.none.x", "null"),
            ("before.two.x", "unknown"),
            ("before.two[1].x", "2"),
            ("before.two.1.x", "2"),
            ("before.two[*].x", "[1,2]"),
            ("before.one[*].x", "[1]"),
            ("before.missing[*].x", "[]"),
            ("before.nested.x", "3"),
            ("[for b in before.two : b.x if b.x > 1]", "[2]"),
            ("after.u.x", "unknown"),
            ("after.u[0].x", "unknown"),
            ("before.two[-1]", "failure: -1 is no index"),
            ("before.two[0.5]", "failure: 0.5 is no index"),
            ("before.two[1.0].x", "2"),
            ("before.two[after.u.x]", "unknown"),
        ],
    );
}

#[test]
fn what_is_made_from_a_sensitive_value_is_sensitive() {
    let sample = Sample::update(json!({"p": "secret", "n": 5, "o": {"k": "v"}}), json!({"p": "secret"}))
        .sensitive(json!({"p": true, "n": true, "o": true}));
    check(
        &sample,
        &[
            ("before.p", "'secret'!"),
            ("before.p == after.p", "true!"),
            ("before.n + 1", "6!"),
            ("before.o.k", "'v'!"),
            ("keys(before.o)", "['k'!]!"),
            ("upper(before.p)", "'SECRET'!"),
            ("\"x${before.p}\"", "'xsecret'!"),
            ("before.n > 1 ? \"big\" : \"small\"", "'big'!"),
            ("length(before.p)", "6!"),
            ("[for x in [1] : before.p]", "['secret'!]"),
        ],
    );
}
