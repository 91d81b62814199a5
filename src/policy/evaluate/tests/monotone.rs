//! What unknown must never do: hide something.
//!
//! If a condition is true or false once a value is known, it is the same or unknown while the value is unknown. So a
//! condition that fires whatever the value turns out to be never stays silent before. Left out is `is_unknown`, which
//! asks for the difference. Where a known value makes a part of the condition fail, unknown may yield anything:
//! `unknown || true` is true, though the left side might have failed, and `can` would have noticed.

use proptest::prelude::{Just, Strategy, prop, prop_oneof, proptest};
use serde_json::{Value as Json, json};

use super::super::Truth;
use super::super::testing::{Sample, rule};
use crate::policy::source::words::Sight;

fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!(false)),
        Just(json!("")),
        Just(json!("true")),
        Just(json!("a")),
        (-2i64..40).prop_map(|number| json!(number)),
        Just(json!(0.25)),
    ]
}

fn object() -> impl Strategy<Value = Json> {
    let blocks = prop::collection::vec(prop::collection::btree_map("[ab]", leaf(), 0..3), 0..3);
    let list = prop::collection::vec(leaf(), 0..3);
    (prop::collection::btree_map("[abc]", leaf(), 0..4), blocks, list).prop_map(|(leaves, blocks, list)| {
        let mut object = json!(leaves);
        object["blocks"] = json!(blocks);
        object["list"] = json!(list);
        object
    })
}

fn operand() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "before.a",
            "after.a",
            "before.b",
            "after.b",
            "after.c",
            "before.missing",
            "after.blocks.a",
            "after.list[0]",
            "after.blocks[0].a",
            "after.list",
            "after.blocks",
            "null",
            "true",
            "false",
            "1",
            "0.25",
            "\"a\"",
            "[1, 2]",
            "length(after.list)",
            "tonumber(after.a)",
            "lower(after.b)",
            "try(after.a + 1, 7)",
            "max(after.a, 3)",
            "major(after.b)",
            "[for x in after.list : x if x == 1]",
            "concat(after.list, [1])",
            "distinct(after.list)",
            "flatten([after.list, after.a])",
            "(after.a == 1 ? before.b : after.c)",
            "after.blocks[*].a",
            "values(after.blocks[0])",
            "\"${after.a}\"",
        ])
        .prop_map(str::to_owned),
    ]
}

fn condition() -> impl Strategy<Value = String> {
    let direct = (operand(), prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]), operand())
        .prop_map(|(a, operator, b)| format!("{a} {operator} {b}"));
    let call = (prop::sample::select(vec![
        "changed(\"a\")",
        "changed(\"blocks.a\")",
        "left(\"a\", true)",
        "left(\"blocks.a\", 1)",
        "became(\"a\", true)",
        "became(\"list\", \"a\")",
        "has(\"list\", 1)",
        "had(\"a\", 1)",
        "lowered(\"a\", \"b\")",
        "raised(\"blocks.b\")",
        "lowered_forever(\"a\")",
        "lost(\"list\")",
        "gained(\"list\")",
        "lost(\"blocks\")",
        "gained(\"blocks.a\")",
        "is_set(after.a)",
        "contains(after.list, after.a)",
        "contains(after.list, 1)",
        "startswith(after.a, \"a\")",
        "glob(\"t*\", after.b)",
        "regex(\"a\", after.c)",
        "can(after.a + 1)",
        "anytrue([for x in after.list : x == 1])",
        "alltrue([for x in after.blocks : x.a == x.b])",
        "anytrue([for x in after.blocks : x.a == 1 if x.b == 2])",
        "try(after.a > 3, true)",
        "try(after.a == 1 || before.b > 3, false)",
    ]),)
        .prop_map(|(call,)| call.to_owned());
    let simple = prop_oneof![direct, call];
    simple.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), prop::sample::select(vec!["&&", "||"]), inner.clone())
                .prop_map(|(a, operator, b)| format!("({a}) {operator} ({b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("(({a}) ? ({b}) : ({c}))")),
        ]
    })
}

/// Marks one part of `after` as unknown and takes its value away, as a plan does.
fn hide(after: &Json, choice: usize) -> (Json, Json) {
    let mut places =
        vec![vec!["a".to_owned()], vec!["b".to_owned()], vec!["c".to_owned()], vec!["list".to_owned()]];
    places.push(vec!["blocks".to_owned()]);
    for (index, _) in after["list"].as_array().into_iter().flatten().enumerate() {
        places.push(vec!["list".to_owned(), index.to_string()]);
    }
    for (index, _) in after["blocks"].as_array().into_iter().flatten().enumerate() {
        places.push(vec!["blocks".to_owned(), index.to_string()]);
        for key in ["a", "b"] {
            places.push(vec!["blocks".to_owned(), index.to_string(), key.to_owned()]);
        }
    }
    let place = &places[choice % places.len()];
    let (mut hidden, mut marks) = (after.clone(), json!({}));
    let length = |list: &Json| list.as_array().map_or(0, Vec::len);
    match place.as_slice() {
        [name] => {
            hidden.as_object_mut().unwrap().remove(name);
            marks[name] = json!(true);
        }
        [name, index] => {
            let index: usize = index.parse().unwrap();
            let mut row = vec![json!(false); length(&after[name])];
            row[index] = json!(true);
            hidden[name][index] = json!(null);
            marks[name] = json!(row);
        }
        [name, index, key] => {
            let index: usize = index.parse().unwrap();
            let mut row = vec![json!({}); length(&after[name])];
            row[index] = json!({ key: true });
            hidden[name][index].as_object_mut().unwrap().remove(key);
            marks[name] = json!(row);
        }
        _ => unreachable!(),
    }
    (hidden, marks)
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_unknown_hides_nothing(before in object(), after in object(), when in condition(), choice in 0usize..40) {
        let rule = rule(Sight::Change, &when, "\"${after.a} ${before.b} ${after.list}\"");
        let known = Sample::update(before.clone(), after.clone());
        let (hidden, marks) = hide(&after, choice);
        let unknown = Sample::update(before, hidden).unknown(marks.clone());
        rule.render(&unknown);
        rule.evidence(&unknown);
        // An error stops the verdict: it hides nothing either.
        if let (Ok(expected @ (Truth::True | Truth::False)), Ok(found)) = (rule.fires(&known), rule.fires(&unknown)) {
            assert!(
                found == Truth::Unknown || found == expected,
                "{expected:?} became {found:?} for {when} with {marks}"
            );
        }
    }
}
