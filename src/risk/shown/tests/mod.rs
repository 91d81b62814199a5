//! Tests of what is shown.

mod marks;
mod names;
mod property;
mod texts;

use super::{Discretion, Shown, Why};
use crate::plan::change::Change;

/// Returns what is shown of attribute `path` after a change to it, as a resource of type `kind` has it.
fn shown_as(kind: &str, path: &[&str], value: &str) -> Shown {
    let mut body = value.to_owned();
    for step in path.iter().rev() {
        body = if step.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("[{body}]")
        } else {
            format!("{{{}:{body}}}", serde_json::to_string(step).unwrap())
        };
    }
    let body = format!(r#"{{"after":{body},"after_sensitive":{{}},"before_sensitive":{{}}}}"#);
    let change = Change::parse(&body, "x.y").unwrap();
    let mut view = change.after();
    for step in path {
        view = step.parse().map_or_else(|_| view.get(step), |index| view.at(index));
    }
    let steps: Vec<String> = path.iter().map(|step| (*step).to_owned()).collect();
    let discretion = Discretion::of(kind, &change);
    discretion.pair(&steps, crate::plan::view::View::absent(), view).1.unwrap()
}

/// Returns what is shown of a text under a name that says nothing.
fn shown(text: &str) -> Shown {
    shown_as("x", &["x"], &serde_json::to_string(text).unwrap())
}

/// Returns why a value is hidden; none if it is shown.
fn why(shown: &Shown) -> Option<Why> {
    match shown {
        Shown::Value(_) => None,
        Shown::Hidden { why, .. } => Some(*why),
    }
}
