//! What differs between the two sides of a change: by path, and how it was judged.

use std::collections::BTreeMap;

use crate::plan::change::Change;
use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// How a difference was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The value is another one, or is there only on one side.
    Changed,
    /// The same elements or members in another order.
    OrderOnly,
    /// The value is decided during apply.
    KnownAfterApply,
}

impl Judgement {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Judgement::Changed => "changed",
            Judgement::OrderOnly => "order-only",
            Judgement::KnownAfterApply => "known-after-apply",
        }
    }
}

/// A difference at one path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The attribute path, steps separated by dots, elements of lists by their position.
    pub path: String,
    /// How it was judged.
    pub judged: Judgement,
}

impl Difference {
    /// Returns the name of the attribute at the top of the path.
    pub fn attribute(&self) -> &str {
        self.path.split('.').next().unwrap_or(&self.path)
    }

    /// Returns the path without positions in lists: as rules and facets write it.
    pub fn attribute_path(&self) -> String {
        let named = |step: &&str| !step.bytes().all(|byte| byte.is_ascii_digit());
        self.path.split('.').filter(named).collect::<Vec<_>>().join(".")
    }
}

/// Returns what differs between the two sides of a change, sorted by path.
pub(super) fn differences(change: &Change<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(change.before(), change.after(), &mut Vec::new(), &mut found);
    if !change.marked {
        // A plan of old has no marks: any key below an attribute may be a secret.
        for difference in &mut found {
            difference.path = difference.attribute().to_owned();
        }
    }
    found.sort();
    found.dedup();
    found
}

fn compare<'v>(before: View<'v>, after: View<'v>, path: &mut Vec<String>, found: &mut Vec<Difference>) {
    match (before.state(), after.state()) {
        (_, State::Unknown) => note(path, Judgement::KnownAfterApply, found),
        // The keys of a sensitive map are as secret as its values.
        _ if !path.is_empty() && (before.is_sensitive() || after.is_sensitive()) => {
            if canonical_of(before.state()) != canonical_of(after.state()) {
                note(path, Judgement::Changed, found);
            }
        }
        (State::Known(Value::Object(_)), State::Known(Value::Object(_))) => {
            let mut keys = before.keys();
            keys.extend(after.keys());
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                path.push(key.to_owned());
                compare(before.get(key), after.get(key), path, found);
                path.pop();
            }
        }
        (State::Known(Value::List(_)), State::Known(Value::List(_))) => {
            compare_lists(before, after, path, found);
        }
        (State::Known(Value::String(a)), State::Known(Value::String(b))) => {
            if a != b {
                let judged = if same_json(a, b) { Judgement::OrderOnly } else { Judgement::Changed };
                note(path, judged, found);
            }
        }
        (before_state, after_state) => {
            if canonical_of(before_state) != canonical_of(after_state) {
                note(path, Judgement::Changed, found);
            }
        }
    }
}

/// Compares two lists as sets first: Terraform writes sets as lists in an order of its own.
fn compare_lists<'v>(before: View<'v>, after: View<'v>, path: &mut Vec<String>, found: &mut Vec<Difference>) {
    let elements = |side: View<'v>| -> Vec<(String, View<'v>)> {
        (0..side.elements().unwrap_or(0)).map(|index| (canonical(side.at(index)), side.at(index))).collect()
    };
    let (old, new) = (elements(before), elements(after));
    if old.iter().map(|(text, _)| text).eq(new.iter().map(|(text, _)| text)) && !after.holds_unknown() {
        return;
    }
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for (text, _) in &old {
        *left.entry(text).or_default() += 1;
    }
    let take = |text: &str, left: &mut BTreeMap<&str, usize>| match left.get_mut(text) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let gained: Vec<(usize, View<'v>)> = new
        .iter()
        .enumerate()
        .filter(|(_, (text, _))| !take(text, &mut left))
        .map(|(index, (_, view))| (index, *view))
        .collect();
    let mut lost: Vec<(usize, View<'v>)> = Vec::new();
    for (index, (text, view)) in old.iter().enumerate().rev() {
        if take(text, &mut left) {
            lost.push((index, *view));
        }
    }
    lost.reverse();
    if gained.is_empty() && lost.is_empty() {
        note(path, Judgement::OrderOnly, found);
        return;
    }
    let mut lost = lost.into_iter();
    for (index, view) in gained {
        let old = lost.next().map_or(View::absent(), |(_, view)| view);
        path.push(index.to_string());
        compare_elements(old, view, path, found);
        path.pop();
    }
    for (index, _) in lost {
        path.push(index.to_string());
        note(path, Judgement::Changed, found);
        path.pop();
    }
}

fn compare_elements<'v>(old: View<'v>, new: View<'v>, path: &mut Vec<String>, found: &mut Vec<Difference>) {
    let paired =
        matches!(old.known(), Some(Value::Object(_))) && matches!(new.known(), Some(Value::Object(_)));
    if paired {
        compare(old, new, path, found);
    } else if new.state() == State::Unknown {
        note(path, Judgement::KnownAfterApply, found);
    } else {
        note(path, Judgement::Changed, found);
    }
}

fn note(path: &[String], judged: Judgement, found: &mut Vec<Difference>) {
    found.push(Difference { path: path.join("."), judged });
}

/// Returns a text that two values share exactly if they are the same: numbers by value, members by key.
fn canonical(view: View<'_>) -> String {
    if view.holds_unknown() {
        // Nothing known equals it.
        return format!("unknown {}", canonical_of(view.state()));
    }
    canonical_of(view.state())
}

fn canonical_of(state: State<'_>) -> String {
    let mut text = String::new();
    match state {
        // A null attribute and one that this provider version does not have are no difference to anyone.
        State::Absent | State::Null => text.push_str("null"),
        State::Unknown => text.push_str("unknown"),
        State::Known(value) => write_canonical(value, &mut text),
    }
    text
}

fn write_canonical(value: &Value<'_>, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(digits) => text.push_str(&crate::plan::number::canonical(digits)),
        Value::String(content) => {
            text.push('"');
            text.push_str(&content.len().to_string());
            text.push(':');
            text.push_str(content);
        }
        Value::List(elements) => {
            text.push('[');
            for element in elements {
                write_canonical(element, text);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(object) => {
            text.push('{');
            for (key, member) in object.iter().filter(|(_, member)| **member != Value::Null) {
                text.push_str(&key.len().to_string());
                text.push(':');
                text.push_str(key);
                write_canonical(member, text);
                text.push(',');
            }
            text.push('}');
        }
    }
}

/// Returns true if both texts are the same JSON object or array but for the order of members and white space.
fn same_json(a: &str, b: &str) -> bool {
    let document = |text: &str| matches!(text.trim_start().bytes().next(), Some(b'{' | b'['));
    if !document(a) || !document(b) {
        return false;
    }
    match (parse::value(a), parse::value(b)) {
        (Ok(a), Ok(b)) => {
            let (mut first, mut second) = (String::new(), String::new());
            write_canonical(&a, &mut first);
            write_canonical(&b, &mut second);
            first == second
        }
        // A text that is not JSON, or ambiguous JSON, is only the same if it is the same text.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, differences};
    use crate::plan::change::Change;

    fn of(before: &str, after: &str, unknown: &str) -> Vec<String> {
        let body = format!(
            r#"{{"before":{before},"after":{after},"after_unknown":{unknown},"after_sensitive":{{}}}}"#
        );
        let change = Change::parse(&body, "x.y").unwrap();
        differences(&change)
            .iter()
            .map(|Difference { path, judged }| format!("{path} {}", judged.name()))
            .collect()
    }

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
            (r#"{"a":"1"}"#, r#"{"a":1}"#, "{}", &["a changed"]),
            // Null and absent are the same to whoever looks for a difference.
            (r#"{"a":null}"#, "{}", "{}", &[]),
            (r#"{"a":true}"#, r#"{"a":null}"#, "{}", &["a changed"]),
            (r#"{"a":1}"#, "{}", r#"{"a":true}"#, &["a known-after-apply"]),
            (r#"{"t":{"x":"1","y":"2"}}"#, r#"{"t":{"x":"1","y":"3"}}"#, "{}", &["t.y changed"]),
            // Sets come as lists in an order of their own.
            (r#"{"s":[22,443]}"#, r#"{"s":[443,22]}"#, "{}", &["s order-only"]),
            (r#"{"s":[22,443]}"#, r#"{"s":[443]}"#, "{}", &["s.0 changed"]),
            (r#"{"s":[1,1,2]}"#, r#"{"s":[1,2,2]}"#, "{}", &["s.2 changed"]),
            (r#"{"b":[{"p":22,"c":"a"}]}"#, r#"{"b":[{"p":22,"c":"b"}]}"#, "{}", &["b.0.c changed"]),
            (r#"{"b":[]}"#, r#"{"b":[{"p":1}]}"#, "{}", &["b.0 changed"]),
            (r#"{"b":["x"]}"#, r#"{"b":[]}"#, r#"{"b":[true]}"#, &["b.0 known-after-apply"]),
            // A policy document is the same whatever the order of its keys, and only then.
            (r#"{"p":"{\"a\":1,\"b\":2}"}"#, r#"{"p":"{\"b\": 2, \"a\": 1.0}"}"#, "{}", &["p order-only"]),
            (r#"{"p":"{\"a\":1}"}"#, r#"{"p":"{\"a\":2}"}"#, "{}", &["p changed"]),
            (r#"{"p":"{\"a\":1,\"a\":1}"}"#, r#"{"p":"{\"a\":1}"}"#, "{}", &["p changed"]),
            (r#"{"p":"1"}"#, r#"{"p":"1.0"}"#, "{}", &["p changed"]),
        ] {
            assert_eq!(of(before, after, unknown), expected, "{before} -> {after}");
        }
    }

    #[test]
    fn a_path_as_rules_write_it_has_no_positions() {
        let difference = Difference { path: "block.0.size".to_owned(), judged: super::Judgement::Changed };
        assert_eq!(difference.attribute_path(), "block.size");
        assert_eq!(difference.attribute(), "block");
    }
}
