//! Single values, and which of them a rule named.

use super::{Difference, Judgement, exists, judged, named, shown};
use crate::plan::change::Change;
use crate::risk::difference::Tally;
use crate::risk::shown::Discretion;

#[test]
fn a_difference_is_named_by_its_path_and_judged() {
    for (before, after, unknown, expected) in [
        (r#"{"a":1}"#, r#"{"a":1}"#, "{}", &[][..]),
        (r#"{"a":1}"#, r#"{"a":1.0}"#, "{}", &[]),
        (
            r#"{"a":123456789012345678901234567890}"#,
            r#"{"a":123456789012345678901234567891}"#,
            "{}",
            &["a changed"],
        ),
        // The same value of another type.
        (r#"{"a":"1"}"#, r#"{"a":1}"#, "{}", &["a type-only"]),
        (r#"{"a":"1.0"}"#, r#"{"a":1}"#, "{}", &["a type-only"]),
        (r#"{"a":true}"#, r#"{"a":"true"}"#, "{}", &["a type-only"]),
        (r#"{"a":"True"}"#, r#"{"a":true}"#, "{}", &["a changed"]),
        (r#"{"a":"yes"}"#, r#"{"a":true}"#, "{}", &["a changed"]),
        (r#"{"a":"1"}"#, r#"{"a":true}"#, "{}", &["a changed"]),
        // Null and absent are the same to whoever looks for a difference.
        (r#"{"a":null}"#, "{}", "{}", &[]),
        (r#"{"a":true}"#, r#"{"a":null}"#, "{}", &["a changed"]),
        (r#"{"a":""}"#, r#"{"a":null}"#, "{}", &["a changed"]),
        (r#"{"a":1}"#, "{}", r#"{"a":true}"#, &["a known-after-apply"]),
        (r#"{"a":{"x":1,"y":2}}"#, r#"{"a":{"x":1}}"#, r#"{"a":{"y":true}}"#, &["a.y known-after-apply"]),
        (r#"{"t":{"x":"1","y":"2"}}"#, r#"{"t":{"x":"1","y":"3"}}"#, "{}", &["t.y changed"]),
        (r#"{"p":"1"}"#, r#"{"p":"1.0"}"#, "{}", &["p changed"]),
        // Text of several lines.
        (r#"{"s":"a\nb\nc\n"}"#, r#"{"s":"a\nB\nc\nd\n"}"#, "{}", &["s lines"]),
        (r#"{"s":"a"}"#, r#"{"s":"b"}"#, "{}", &["s changed"]),
    ] {
        assert_eq!(judged(before, after, unknown), expected, "{before} -> {after}");
    }
}

#[test]
fn a_path_that_nobody_reads_is_not_walked_to_its_end() {
    let nested = |end: &str| format!("{}{end}{}", r#"{"a":"#.repeat(60), "}".repeat(60));
    let found = judged(&nested("1"), &nested("2"), "{}");
    assert_eq!(found, [format!("{} changed", ["a"; 40].join("."))]);
}

#[test]
fn both_sides_are_shown() {
    assert_eq!(
        shown(r#"{"n":1,"s":"a","gone":true,"t":"one two"}"#, r#"{"n":2,"s":"b","new":[1],"t":"one three"}"#),
        [
            "gone: true -> -",
            "n: 1 -> 2",
            "new: - -> [1]",
            "s: a -> b",
            "t: (text, 7 characters) -> (text, 9 characters)",
        ]
    );
}

#[test]
fn lines_are_counted() {
    let many = |word: &str| (0..3000).map(|line| format!("{word} {line}\n")).collect::<String>();
    for (before, after, added, removed) in [
        ("a\nb\nc\n".to_owned(), "a\nB\nc\nd\n".to_owned(), 2, 1),
        ("a\nb\n".to_owned(), "b\na\n".to_owned(), 1, 1),
        ("one".to_owned(), "one\ntwo".to_owned(), 1, 0),
        // More than are compared one by one.
        (many("x"), many("x") + "more\n", 1, 0),
        (many("x"), many("y"), 3000, 3000),
    ] {
        let side = |text: &str| format!(r#"{{"s":{}}}"#, serde_json::to_string(text).unwrap());
        let found = super::found(&side(&before), &side(&after), "{}");
        assert_eq!(found[0].judged, Judgement::Lines(Tally { added, changed: 0, removed }));
    }
}

#[test]
fn labels_are_folded_into_one_entry() {
    let tally = |before: &str, after: &str, unknown: &str| {
        let found = super::found(before, after, unknown);
        assert_eq!(found.len(), 1, "{found:?}");
        (found[0].path.clone(), found[0].judged)
    };
    let tags = |added, changed, removed| Judgement::Tags(Tally { added, changed, removed });
    assert_eq!(
        tally(
            r#"{"tags":{"a":"1","b":"1"},"tags_all":{"a":"1","b":"1","d":"1"}}"#,
            r#"{"tags":{"a":"2","c":"1"},"tags_all":{"a":"2","c":"1","d":"2"}}"#,
            "{}"
        ),
        ("tags".to_owned(), tags(1, 2, 1))
    );
    assert_eq!(
        tally(r#"{"tags":null,"tags_all":{}}"#, r#"{"tags":null,"tags_all":{"a":"1"}}"#, "{}"),
        ("tags_all".to_owned(), tags(1, 0, 0))
    );
    // Overridden in one place, inherited from another now: for the object it is a change.
    assert_eq!(
        tally(
            r#"{"tags":{"env":"prod"},"tags_all":{"env":"prod"}}"#,
            r#"{"tags":{},"tags_all":{"env":"dev"}}"#,
            "{}"
        ),
        ("tags".to_owned(), tags(0, 1, 0))
    );
    assert_eq!(
        tally(r#"{"labels":{"a":"1"}}"#, r#"{"labels":{}}"#, r#"{"labels":{"a":true}}"#),
        ("labels".to_owned(), tags(0, 1, 0))
    );
    // A list of tags, and tags further down, are what they are.
    assert_eq!(judged(r#"{"tags":["a"]}"#, r#"{"tags":["b"]}"#, "{}"), ["tags.0 changed"]);
    assert_eq!(
        judged(r#"{"disk":[{"tags":{"a":"1"}}]}"#, r#"{"disk":[{"tags":{"a":"2"}}]}"#, "{}"),
        ["disk.0.tags.a changed"]
    );
    assert_eq!(judged(r#"{"tags":{"a":"1"}}"#, "{}", r#"{"tags":true}"#), ["tags known-after-apply"]);
}

#[test]
fn a_path_as_rules_write_it_has_no_positions() {
    let difference = Difference {
        path: "block.0.size".to_owned(),
        within: None,
        judged: Judgement::Changed,
        before: None,
        after: None,
    };
    assert_eq!(difference.attribute_path(), "block.size");
    assert_eq!(difference.attribute(), "block");
}

#[test]
fn of_a_new_object_what_a_rule_named_is_found() {
    let body = r#"{"before":null,"after":{"ingress":[{"cidr":["10.0.0.0/8"],"port":22},{"cidr":["::/0"],"port":80}],
        "open":true,"tags":{"a.b/c":"x","d":"y"},"none":null},"after_unknown":{"id":true},
        "before_sensitive":false,"after_sensitive":{}}"#;
    let change = Change::parse(body, "x.y").unwrap();
    let discretion = Discretion::of("x", &change);
    let of = |paths: &[&str]| -> Vec<String> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let found = named(&change, &paths, &discretion);
        found.iter().map(|found| format!("{} {}", found.path, found.judged.name())).collect()
    };
    assert_eq!(of(&["ingress.cidr"]), ["ingress.0.cidr changed", "ingress.1.cidr changed"]);
    assert_eq!(of(&["open", "open", "gone", "none"]), ["open changed"]);
    assert_eq!(of(&["ingress", "ingress.port"]), ["ingress.0.port changed", "ingress.1.port changed"]);
    assert_eq!(of(&["tags.a.b/c"]), ["tags.a.b/c changed"]);
    assert_eq!(of(&["id"]), ["id known-after-apply"]);
    for (path, expected) in [
        ("open", true),
        ("none", true),
        ("id", true),
        ("ingress.port", true),
        ("ingress.cidr", true),
        ("tags.a.b/c", true),
        ("tags.e", false),
        ("ingress.other", false),
        ("gone", false),
        ("none.deeper", false),
        ("id.deeper", true),
    ] {
        assert_eq!(exists(change.after(), path), expected, "{path}");
        assert!(!exists(change.before(), path), "{path}");
    }
}
