//! Guards, weaknesses and facets.

use serde_json::{Value as Json, json};

use super::super::Truth::{self, False, True, Unknown};
use super::super::testing::Sample;
use crate::plan::view::View;
use crate::policy::evaluate::Scope;
use crate::policy::source::catalog::{TypeFacts, read_catalog};
use crate::policy::source::decode::Source;
use crate::policy::source::facet::{Facet, read_facets};
use crate::policy::source::words::Class;

fn facts(body: &str) -> TypeFacts {
    let text =
        format!("type \"t\" {{\nclass = \"data\"\ncategory = \"c\"\ndelete_risk = \"high\"\n{body}\n}}\n");
    let source = Source::new("t.hcl", &text);
    let mut file = read_catalog(&source);
    let problems = source.into_problems();
    assert!(problems.is_empty(), "{body}: {problems:?}");
    file.groups.remove(0).facts
}

fn facet(body: &str) -> Facet {
    let text = format!("facet \"f\" {{\ntitle = \"t\"\nrisk = \"low\"\n{body}\n}}\n");
    let source = Source::new("f.hcl", &text);
    let mut facets = read_facets(&source);
    let problems = source.into_problems();
    assert!(problems.is_empty(), "{body}: {problems:?}");
    facets.remove(0)
}

fn with_side<T>(value: Json, unknown: Json, test: impl Fn(View<'_>) -> T) -> T {
    let sample = Sample::update(json!({}), value).unknown(unknown);
    test(sample.after())
}

#[test]
fn a_guard_holds_if_all_its_tests_do() {
    let none = json!({});
    for (guard, object, unknown, expected) in [
        ("safe = { dp = true }", json!({"dp": true}), none.clone(), True),
        ("safe = { dp = true }", json!({"dp": "true"}), none.clone(), True),
        ("safe = { dp = true }", json!({"dp": false}), none.clone(), False),
        ("safe = { dp = true }", json!({"dp": null}), none.clone(), False),
        ("safe = { dp = true }", json!({}), none.clone(), False),
        ("safe = { dp = true }\nunset = \"on\"", json!({"dp": null}), none.clone(), True),
        ("safe = { dp = true }\nunset = \"on\"", json!({}), none.clone(), True),
        ("safe = { dp = true }\nunset = \"on\"", json!({"dp": false}), none.clone(), False),
        ("safe = { dp = true }", json!({}), json!({"dp": true}), Unknown),
        ("safe = { dp = \"ACTIVE\" }", json!({"dp": "Active"}), none.clone(), True),
        ("safe = { a = false, b = set() }", json!({"a": false, "b": "x"}), none.clone(), True),
        ("safe = { a = false, b = set() }", json!({"a": false, "b": ""}), none.clone(), False),
        ("safe = { a = false, b = set() }", json!({"a": false, "b": null}), none.clone(), False),
        ("safe = { a = false, b = set() }", json!({"a": true}), json!({"b": true}), False),
        ("safe = { b = set() }\nunset = \"on\"", json!({}), none.clone(), False),
        ("safe = { b = set() }", json!({"b": []}), none.clone(), False),
        ("safe = { b = set() }", json!({"b": [1]}), none.clone(), True),
        ("safe = { b = unset() }", json!({"b": null}), none.clone(), True),
        ("safe = { b = unset() }", json!({"b": 5}), none.clone(), False),
        ("safe = { n = above(0) }", json!({"n": 0}), none.clone(), False),
        ("safe = { n = above(0) }", json!({"n": "7"}), none.clone(), True),
        ("safe = { n = above(0) }", json!({"n": "x"}), none.clone(), False),
        ("safe = { n = at_least(7) }", json!({"n": 7.0}), none.clone(), True),
        ("safe = { n = at_least(\"7d\") }", json!({"n": "604800s"}), none.clone(), True),
        ("safe = { n = at_least(\"7d\") }", json!({"n": "6d"}), none.clone(), False),
        ("safe = { p = not(\"DELETE\", \"FORCE\") }", json!({"p": "PREVENT"}), none.clone(), True),
        ("safe = { p = not(\"DELETE\", \"FORCE\") }", json!({"p": "force"}), none.clone(), False),
        ("safe = { p = one_of(\"ON\", \"OPTIONAL\") }", json!({"p": "optional"}), none.clone(), True),
        ("safe = { \"b.x\" = true }", json!({"b": [{"x": true}, {"x": false}]}), none.clone(), False),
        ("safe = { \"b.x\" = true }", json!({"b": [{"x": true}, {"x": true}]}), none.clone(), True),
        ("safe = { \"b.x\" = true }", json!({"b": []}), none.clone(), False),
        ("safe = { \"b.x\" = false }\nunset = \"on\"", json!({"b": []}), none.clone(), True),
    ] {
        let facts = facts(&format!("guard \"hard\" {{\n{guard}\n}}"));
        let holds = with_side(object.clone(), unknown, |side| facts.guards[0].holds(side));
        assert_eq!(holds, expected, "{guard} on {object}");
    }
}

#[test]
fn a_guard_is_present_where_the_object_has_its_attributes() {
    let facts = facts("guard \"soft\" {\nsafe = { a = false, \"b.x\" = set() }\n}");
    for (object, expected) in [
        (json!({"a": null, "b": [{"x": null}]}), true),
        (json!({"a": null, "b": [{}]}), false),
        (json!({"a": null}), false),
        (json!({}), false),
    ] {
        let present = with_side(object.clone(), json!({}), |side| facts.guards[0].is_present(side));
        assert_eq!(present, expected, "{object}");
    }
}

#[test]
fn an_update_weakens_by_giving_up_what_was_safe() {
    for (weakens, before, after, unknown, expected) in [
        ("x = true", json!(true), json!(false), json!(false), True),
        ("x = true", json!(true), json!(null), json!(false), True),
        ("x = true", json!(false), json!(null), json!(false), False),
        ("x = true", json!(true), json!(null), json!(true), Unknown),
        ("x = true", json!(true), json!("TRUE"), json!(false), False),
        ("x = false", json!(null), json!(true), json!(false), True),
        ("x = false", json!(false), json!(null), json!(false), False),
        ("x = not(\"*\")", json!(null), json!("*"), json!(false), True),
        (
            "x = not(\"0.0.0.0/0\")",
            json!(["10.0.0.0/8"]),
            json!(["10.0.0.0/8", "0.0.0.0/0"]),
            json!(false),
            True,
        ),
        ("x = set()", json!("a"), json!(null), json!(false), True),
        ("x = stable()", json!("a"), json!("b"), json!(false), True),
        ("x = stable()", json!("a"), json!("a"), json!(false), False),
        ("x = not_lowered()", json!(7), json!(1), json!(false), True),
        ("x = not_lowered()", json!(1), json!(7), json!(false), False),
        ("x = policy_diff()", json!("{}"), json!("{ }"), json!(false), Unknown),
        ("x = policy_diff()", json!("{}"), json!("{}"), json!(false), False),
        ("x = above(0)", json!(1), json!(0), json!(false), True),
    ] {
        let facts = facts(&format!("weakens = {{ {weakens} }}"));
        let sample =
            Sample::update(json!({ "x": before }), json!({ "x": after })).unknown(json!({ "x": unknown }));
        let weakened = facts.weakens[0].weakened(sample.before(), sample.after());
        assert_eq!(weakened, expected, "{weakens}: {before} to {after}");
    }
}

#[test]
fn a_facet_shows_by_its_attributes() {
    let shown = |facet: &Facet, before: Json, after: Json, unknown: Json| {
        let sample = Sample::update(before, after).unknown(unknown);
        let shown = facet.shown(sample.before(), sample.after());
        shown.into_iter().map(|(path, truth)| (path.to_string(), truth)).collect::<Vec<(String, Truth)>>()
    };
    let facet = facet(
        "attributes = { a = changed(), b = lowered(), c = raised(), d = lowered_forever(), e = became(true, \"X\"), \
         f = left(true), g = raised_forever(), \"h.i\" = changed() }",
    );
    let pair = |name: &str| (name.to_owned(), True);
    for (before, after, expected) in [
        (json!({"a": 1}), json!({"a": 2}), vec![pair("a")]),
        (json!({"b": 2}), json!({"b": 1}), vec![pair("b")]),
        (json!({"c": 1}), json!({"c": 2}), vec![pair("c")]),
        (json!({"d": 0}), json!({"d": 2}), vec![pair("d")]),
        (json!({"e": null}), json!({"e": "x"}), vec![pair("e")]),
        (json!({"f": "true"}), json!({"f": null}), vec![pair("f")]),
        (json!({"g": 30}), json!({"g": 0}), vec![pair("g")]),
        (json!({"g": 0}), json!({"g": 30}), vec![]),
        (json!({"h": [{"i": 1}]}), json!({"h": [{"i": 2}]}), vec![pair("h.i")]),
        (json!({"z": 1}), json!({"z": 2}), vec![]),
    ] {
        assert_eq!(shown(&facet, before.clone(), after.clone(), json!({})), expected, "{before} to {after}");
    }
    let unknown = shown(&facet, json!({"a": 1}), json!({}), json!({"a": true}));
    assert_eq!(unknown, [("a".to_owned(), Unknown)]);
}

#[test]
fn a_facet_concerns_its_classes_and_types() {
    let facet = facet("classes = [\"data\"]\ntypes = [\"aws_*\"]\nattributes = { a = changed() }");
    assert!(facet.concerns("aws_x", Class::Data));
    assert!(!facet.concerns("google_x", Class::Data));
    assert!(!facet.concerns("aws_x", Class::Compute));
}
