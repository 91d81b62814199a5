//! Literals, operators, short circuit, conditionals and `for`.

use serde_json::json;

use super::super::testing::{Sample, evaluate};

fn sample() -> Sample {
    Sample::update(json!({"flag": true, "n": 5, "s": "text", "l": [1, 2, 3]}), json!({"n": 7}))
        .unknown(json!({"u": true}))
}

fn check(cases: &[(&str, &str)]) {
    let sample = sample();
    for (expression, expected) in cases {
        assert_eq!(&evaluate(expression, &sample), expected, "{expression}");
    }
}

#[test]
fn literals_stand_for_themselves() {
    check(&[
        ("null", "null"),
        ("true", "true"),
        ("1.50", "1.50"),
        ("-3", "-3"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("\"a\\\"b\"", "'a\"b'"),
        ("\"$${a}\"", "'${a}'"),
        ("[1, \"a\", null]", "[1,'a',null]"),
        ("{b = 1, \"a\" = 2}", "{a:2,b:1}"),
        ("\"n is ${before.n}, ${true}\"", "'n is 5, true'"),
        ("\"${after.u}\"", "unknown"),
        ("\"${before.none}\"", "failure: null cannot stand in a string"),
        ("\"${before.l}\"", "failure: a list cannot stand in a string"),
    ]);
}

#[test]
fn numbers_are_compared_and_calculated_with_exactly() {
    check(&[
        ("1.0 == 1", "true"),
        ("0.25 >= 0.25", "true"),
        ("0.1 + 0.2 == 0.3", "true"),
        ("9007199254740993 > 9007199254740992", "true"),
        ("1e300 == 10e299", "true"),
        ("1 / 4 >= 0.25", "true"),
        ("1 / 3 < 0.34 && 1 / 3 > 0.33", "true"),
        ("2 * 3 - 1", "5"),
        ("-(2 + 3)", "-5"),
        ("-before.n", "-5"),
        ("1 + 2 * 3", "7"),
        ("1 / 0", "failure: a number is divided by 0"),
        ("1e300 + 1", "failure: the numbers have more digits than can be calculated with"),
        ("1 < 2", "true"),
        ("2 <= 2", "true"),
        ("2 > 2", "false"),
        ("before.n < after.n", "true"),
        ("before.s < 1", "failure: `<` needs numbers, and this is a string"),
        ("before.none < 1", "failure: `<` needs numbers, and this is null"),
        ("after.u < 1", "unknown"),
        ("1 + after.u", "unknown"),
        ("-after.u", "unknown"),
        ("-before.s", "failure: `-` needs numbers, and this is a string"),
    ]);
}

#[test]
fn equality_goes_by_type_and_value() {
    check(&[
        ("1 == \"1\"", "false"),
        ("true == \"true\"", "false"),
        ("null == null", "true"),
        ("before.none == null", "true"),
        ("before.n == null", "false"),
        ("after.u == null", "unknown"),
        ("after.u != 1", "unknown"),
        ("[1, 2] == [1.0, 2]", "true"),
        ("[1, 2] == [2, 1]", "false"),
        ("before.l == [1, 2, 3]", "true"),
        ("[1, after.u] == [1, 2]", "unknown"),
        ("[3, after.u] == [1, 2]", "false"),
        ("[1, after.u] == [1]", "unknown"),
        ("[1, 2] == [1]", "false"),
        ("{a = 1} == {a = 1, b = null}", "true"),
        ("{a = 1} == {a = 2, b = after.u}", "false"),
        ("{a = 1} == {a = 1, b = after.u}", "unknown"),
        ("[] == {}", "false"),
    ]);
}

#[test]
fn logic_goes_from_left_to_right_and_stops_when_decided() {
    check(&[
        ("false && 1 / 0 == 1", "false"),
        ("true || 1 / 0 == 1", "true"),
        ("true && 1 / 0 == 1", "failure: a number is divided by 0"),
        ("after.u && false", "false"),
        ("after.u && true", "unknown"),
        ("after.u || true", "true"),
        ("after.u || false", "unknown"),
        ("false || after.u", "unknown"),
        ("after.u && 1 / 0 == 1", "failure: a number is divided by 0"),
        ("!after.u", "unknown"),
        ("!before.flag", "false"),
        ("before.none && true", "false"),
        ("before.none || true", "true"),
        ("!before.none", "true"),
        ("before.n && true", "failure: an operand of `&&` is a number, not true or false"),
        ("true || null", "true"),
        ("false || null", "failure: an operand of `||` is null, not true or false"),
    ]);
}

#[test]
fn a_conditional_takes_one_branch_or_what_both_agree_on() {
    check(&[
        ("before.flag ? 1 : 1 / 0", "1"),
        ("before.none ? 1 : 2", "2"),
        ("after.u ? 1 : 2", "unknown"),
        ("after.u ? 1 : 1.0", "1"),
        ("after.u ? after.u : 1", "unknown"),
        ("after.u ? 1 : 1 / 0", "unknown"),
        ("before.n ? 1 : 2", "failure: the condition of `?` is a number, not true or false"),
    ]);
}

#[test]
fn for_makes_a_list_from_a_list_or_an_object() {
    check(&[
        ("[for x in before.l : x * 2]", "[2,4,6]"),
        ("[for i, x in before.l : i + x]", "[1,3,5]"),
        ("[for x in before.l : x if x > 1]", "[2,3]"),
        ("[for k, v in {b = 1, a = 2} : \"${k}${v}\"]", "['a2','b1']"),
        ("[for x in before.none : x]", "[]"),
        ("[for x in after.u : x]", "unknown"),
        ("[for x in null : x]", "failure: `for` cannot walk null"),
        ("[for x in before.n : x]", "failure: `for` cannot walk a number"),
        ("[for x in [1, 2] : [for y in [10, 20] : x + y]]", "[[11,21],[12,22]]"),
        // An element that may or may not count makes the length unknown, but hides no other element.
        ("[for x in [1, 2] : x if x == 1 || after.u]", "[1,unknown,...]"),
        ("length([for x in [1, 2] : x if x == 1 || after.u])", "unknown"),
        ("contains([for x in [1, 2] : x if x == 1 || after.u], 1)", "true"),
        ("contains([for x in [1, 2] : x if x == 1 || after.u], 3)", "unknown"),
        ("alltrue([for x in [false, true] : x if !x || after.u])", "false"),
        ("[for x in [1] : x if after.u] == []", "unknown"),
        ("[for x in [1] : x if after.u][0]", "unknown"),
        ("[for x in [{a = 1}] : x if after.u].a", "unknown"),
    ]);
}

#[test]
fn an_evaluation_has_a_budget_that_nothing_catches() {
    let long: Vec<u32> = (0..1000).collect();
    let sample = Sample::update(json!({ "l": long }), json!({}));
    let nested = "length([for x in before.l : [for y in before.l : x + y]])";
    assert_eq!(evaluate(nested, &sample), "failure: the condition takes too long");
    assert_eq!(evaluate(&format!("try({nested}, 1)"), &sample), "failure: the condition takes too long");
    assert_eq!(evaluate(&format!("can({nested})"), &sample), "failure: the condition takes too long");
    assert_eq!(evaluate("length([for x in before.l : x])", &sample), "1000");
}

#[test]
fn the_deepest_condition_that_can_be_written_is_evaluated() {
    let sample = sample();
    let nested = format!("{}true{}", "try(!(".repeat(20), "))".repeat(20));
    let chained = format!("{nested}{}", " && true".repeat(60));
    for expression in [&nested, &chained] {
        assert!(["true", "false"].contains(&evaluate(expression, &sample).as_str()));
    }
}
