//! The functions over attribute paths.

use serde_json::{Value as Json, json};

use super::super::testing::{Sample, evaluate};
use crate::plan::operation::Operation;

/// Cases of one attribute `x`: before, after, marks of unknown, expression, expected.
fn check(cases: &[(Json, Json, Json, &str, &str)]) {
    for (before, after, unknown, expression, expected) in cases {
        let sample =
            Sample::update(json!({ "x": before }), json!({ "x": after })).unknown(json!({ "x": unknown }));
        assert_eq!(
            &evaluate(expression, &sample),
            expected,
            "{expression} of {before} to {after}, {unknown}"
        );
    }
}

fn no() -> Json {
    json!(false)
}

#[test]
fn changed_compares_both_sides() {
    let changed = "changed(\"x\")";
    check(&[
        (json!(1), json!(1.0), no(), changed, "false"),
        (json!(1), json!(2), no(), changed, "true"),
        (json!(1), json!(null), no(), changed, "true"),
        (json!(1), json!(null), json!(true), changed, "unknown"),
        (json!({"a": 1}), json!({"a": 1, "b": null}), no(), changed, "false"),
        (json!([1, 2]), json!([2, 1]), no(), changed, "true"),
        (json!([{"y": 1}]), json!([{"y": 2}]), no(), "changed(\"x.y\")", "true"),
        (json!([{"y": 1}]), json!([{"y": 1, "z": 2}]), no(), "changed(\"x.y\")", "false"),
        (json!([{"y": 1}]), json!([{"y": 1}, {"y": 2}]), no(), "changed(\"x.y\")", "true"),
        (json!([{"y": 1}]), json!([]), no(), "changed(\"x.y\")", "true"),
        (json!([]), json!(null), no(), "changed(\"x.y\")", "false"),
        (json!([{"y": 1}]), json!([{}]), json!([{"y": true}]), "changed(\"x.y\")", "unknown"),
        (json!(1), json!(1), no(), "changed(\"y\", \"x\")", "false"),
        (json!(1), json!(2), no(), "changed(\"y\", \"x\")", "true"),
    ]);
    let create = Sample::new(Operation::Create, json!(null), json!({"x": 1}));
    assert_eq!(evaluate(changed, &create), "false");
    let delete = Sample::new(Operation::Delete, json!({"x": 1}), json!(null));
    assert_eq!(evaluate(changed, &delete), "false");
}

#[test]
fn left_and_became_count_the_places_of_a_value() {
    let (left, became) = ("left(\"x\", true)", "became(\"x\", true)");
    check(&[
        (json!(true), json!(false), no(), left, "true"),
        (json!(true), json!(null), no(), left, "true"),
        (json!("true"), json!("false"), no(), left, "true"),
        (json!("True"), json!(true), no(), left, "false"),
        (json!(true), json!(null), json!(true), left, "unknown"),
        (json!(false), json!(null), json!(true), left, "false"),
        (json!("Enabled"), json!("Suspended"), no(), "left(\"x\", \"ENABLED\")", "true"),
        (json!("ENABLED"), json!("enabled"), no(), "left(\"x\", \"Enabled\")", "false"),
        (json!([true, true]), json!([true, false]), no(), left, "true"),
        (json!([true, true]), json!([true]), no(), left, "false"),
        (json!([true, false]), json!([false, true]), no(), left, "false"),
        (json!([true, true]), json!([true, null]), json!([false, true]), left, "unknown"),
        (json!([{"y": true}]), json!([]), no(), "left(\"x.y\", true)", "true"),
        (json!(["a", "b"]), json!(["b"]), no(), "left(\"x\", \"a\")", "true"),
        (json!(5), json!(6), no(), "left(\"x\", 5)", "true"),
        (json!("5"), json!("6"), no(), "left(\"x\", 5)", "true"),
        (json!(false), json!(true), no(), became, "true"),
        (json!(null), json!("true"), no(), became, "true"),
        (json!(true), json!(true), no(), became, "false"),
        (json!(false), json!(null), json!(true), became, "unknown"),
        (json!(true), json!(null), json!(true), became, "false"),
        (json!(["10.0.0.0/8"]), json!(["0.0.0.0/0"]), no(), "became(\"x\", \"0.0.0.0/0\")", "true"),
        (json!([{"c": ["a"]}]), json!([{"c": ["a"]}, {"c": ["a"]}]), no(), "became(\"x.c\", \"a\")", "true"),
        (json!(["a", "b"]), json!(["b", "a"]), no(), "became(\"x\", \"a\")", "false"),
        (json!(1), json!(null), no(), "became(\"x\", null)", "true"),
        (json!([1]), json!([1, 2]), no(), "became(\"x\", [1, 2])", "true"),
        (json!(1), json!(2), no(), "became(\"x\", after.x)", "true"),
        (json!(1), json!(null), json!(true), "became(\"x\", after.x)", "unknown"),
    ]);
    let create = Sample::new(Operation::Create, json!(null), json!({"x": true}));
    assert_eq!(evaluate(became, &create), "true");
    assert_eq!(evaluate(left, &create), "false");
    let delete = Sample::new(Operation::Delete, json!({"x": true}), json!(null));
    assert_eq!(evaluate(became, &delete), "false");
    assert_eq!(evaluate(left, &delete), "true");
}

#[test]
fn has_looks_at_the_side_that_is_left() {
    let cases = [
        (Operation::Create, json!(null), json!({"x": 1}), "true", "false"),
        (Operation::Update, json!({"x": 2}), json!({"x": 1}), "true", "false"),
        (Operation::Replace, json!({"x": 1}), json!({"x": 2}), "false", "true"),
        (Operation::Delete, json!({"x": 1}), json!(null), "true", "true"),
        (Operation::Forget, json!({"x": 1}), json!(null), "true", "true"),
        (Operation::NoOp, json!({"x": 1}), json!({"x": 1}), "true", "true"),
    ];
    for (operation, before, after, has, had) in cases {
        let sample = Sample::new(operation, before, after);
        assert_eq!(evaluate("has(\"x\", 1)", &sample), has, "{operation:?}");
        assert_eq!(evaluate("had(\"x\", 1)", &sample), had, "{operation:?}");
    }
    check(&[
        (json!(1), json!(null), json!(true), "has(\"x\", 1)", "unknown"),
        (json!(1), json!([1, null]), json!([false, true]), "has(\"x\", 1)", "true"),
        (json!(1), json!([2, null]), json!([false, true]), "has(\"x\", 1)", "unknown"),
    ]);
}

#[test]
fn numbers_go_up_and_down_and_for_ever_is_more_than_any() {
    let (lowered, raised, forever) = ("lowered(\"x\")", "raised(\"x\")", "lowered_forever(\"x\")");
    check(&[
        (json!(7), json!(1), no(), lowered, "true"),
        (json!(1), json!(7), no(), lowered, "false"),
        (json!("7"), json!("1"), no(), lowered, "true"),
        (json!("604800s"), json!("6d"), no(), lowered, "true"),
        (json!("604800s"), json!("7d"), no(), lowered, "false"),
        (json!(7), json!(null), no(), lowered, "false"),
        (json!(null), json!(7), no(), lowered, "false"),
        (json!(7), json!("never"), no(), lowered, "false"),
        (json!(7), json!(null), json!(true), lowered, "unknown"),
        (json!(1), json!(7), no(), raised, "true"),
        (json!(7), json!(7.0), no(), raised, "false"),
        (json!(0), json!(30), no(), forever, "true"),
        (json!(null), json!(30), no(), forever, "true"),
        (json!(-1), json!(30), no(), forever, "true"),
        (json!(30), json!(0), no(), forever, "false"),
        (json!(30), json!(null), no(), forever, "false"),
        (json!(30), json!(7), no(), forever, "true"),
        (json!(0), json!(null), no(), forever, "false"),
        (json!([{"y": 1}, {"y": 9}]), json!([{"y": 9}, {"y": 1}]), no(), "lowered(\"x.y\")", "false"),
        (json!([{"y": 1}, {"y": 9}]), json!([{"y": 8}, {"y": 1}]), no(), "lowered(\"x.y\")", "true"),
        (json!([{"y": 5}]), json!([{"y": 5}, {"y": 1}]), no(), "lowered(\"x.y\")", "true"),
        (json!([{"y": 5}, {"y": 1}]), json!([{"y": 5}]), no(), "lowered(\"x.y\")", "false"),
        (json!(5), json!(1), no(), "lowered(\"y\", \"x\")", "true"),
    ]);
    for operation in [Operation::Create, Operation::Delete] {
        let create = operation == Operation::Create;
        let side = json!({"x": 5});
        let (before, after) = if create { (json!(null), side) } else { (side, json!(null)) };
        let sample = Sample::new(operation, before, after);
        for expression in [lowered, raised, forever] {
            assert_eq!(evaluate(expression, &sample), "false", "{expression} {operation:?}");
        }
    }
}

#[test]
fn lost_and_gained_compare_lists_as_sets() {
    let (lost, gained) = ("lost(\"x\")", "gained(\"x\")");
    check(&[
        (json!([1, 2]), json!([2, 1.0]), no(), lost, "false"),
        (json!([1, 2]), json!([2]), no(), lost, "true"),
        (json!([1]), json!([1, 2]), no(), gained, "true"),
        (json!([1, 2]), json!([2, 1]), no(), gained, "false"),
        (json!([1, 2]), json!([1, null]), json!([false, true]), lost, "unknown"),
        (json!([1]), json!([1, null]), json!([false, true]), lost, "false"),
        (json!([1]), json!([1, null]), json!([false, true]), gained, "unknown"),
        (json!([1]), json!([2, null]), json!([false, true]), gained, "true"),
        (json!([1]), json!(null), json!(true), lost, "unknown"),
        (json!([1]), json!(null), no(), lost, "true"),
        (json!(null), json!([]), no(), gained, "false"),
        (json!([{"a": 1, "b": null}]), json!([{"a": 1}]), no(), lost, "false"),
        (json!([{"a": 1}]), json!([{"a": 2}]), no(), lost, "true"),
        (json!([{"c": ["a", "b"]}]), json!([{"c": ["b"]}, {"c": ["a"]}]), no(), "lost(\"x.c\")", "false"),
        (json!("a"), json!("b"), no(), lost, "true"),
    ]);
    let create = Sample::new(Operation::Create, json!(null), json!({"x": [1]}));
    assert_eq!(evaluate(gained, &create), "true");
    assert_eq!(evaluate(lost, &create), "false");
}

#[test]
fn a_replacement_is_forced_by_a_path_or_one_below_it() {
    let mut sample = Sample::new(Operation::Replace, json!({}), json!({}));
    sample.replace_paths =
        vec!["ebs_block_device.0.size".to_owned(), "kms_key_id".to_owned(), "tags.0".to_owned()];
    for (expression, expected) in [
        ("forced_by(\"kms_key_id\")", "true"),
        ("forced_by(\"kms_key\")", "false"),
        ("forced_by(\"ebs_block_device\")", "true"),
        ("forced_by(\"ebs_block_device.size\")", "true"),
        ("forced_by(\"ebs_block_device.size.x\")", "false"),
        ("forced_by(\"size\")", "false"),
        ("forced_by(\"tags.0\")", "true"),
        ("forced_by(\"name\", \"kms_key_id\")", "true"),
    ] {
        assert_eq!(evaluate(expression, &sample), expected, "{expression}");
    }
}

#[test]
fn a_large_list_is_compared_in_reasonable_time() {
    let old: Vec<String> = (0..20_000).map(|n| format!("10.{}.{}.0/24", n / 256, n % 256)).collect();
    let new: Vec<&String> = old.iter().rev().skip(1).collect();
    let sample = Sample::update(json!({ "x": old }), json!({ "x": new }));
    assert_eq!(evaluate("lost(\"x\") && !gained(\"x\") && changed(\"x\")", &sample), "true");
}
