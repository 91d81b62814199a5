//! Tests of what differs.

mod documents;
mod lists;
mod policies;
mod values;

use super::{Difference, Judgement, differences, exists, named};
use crate::plan::change::Change;
use crate::risk::shown::{Discretion, Shown};

/// Returns the differences of a change whose values carry no marks of sensitivity, but could.
fn found(before: &str, after: &str, unknown: &str) -> Vec<Difference> {
    let body = format!(
        r#"{{"before":{before},"after":{after},"after_unknown":{unknown},"before_sensitive":{{}},"after_sensitive":{{}}}}"#
    );
    let change = Change::parse(&body, "x.y").unwrap();
    differences(&change, &Discretion::of("x", &change))
}

/// Returns each difference as its path and how it was judged.
fn judged(before: &str, after: &str, unknown: &str) -> Vec<String> {
    let line = |difference: &Difference| format!("{} {}", difference.path, difference.judged.name());
    found(before, after, unknown).iter().map(line).collect()
}

/// Returns each difference as its path with both sides as they are shown.
fn shown(before: &str, after: &str) -> Vec<String> {
    let side = |shown: &Option<Shown>| match shown {
        None => "-".to_owned(),
        Some(Shown::Value(text)) => text.clone(),
        Some(Shown::Hidden { why, length }) => why.phrase(*length),
    };
    found(before, after, "{}")
        .iter()
        .map(|difference| {
            let within = difference.within.as_ref().map(|within| format!(" ({within})")).unwrap_or_default();
            format!(
                "{}{within}: {} -> {}",
                difference.path,
                side(&difference.before),
                side(&difference.after)
            )
        })
        .collect()
}

/// Writes a document as a text in JSON.
fn quoted(document: &str) -> String {
    serde_json::to_string(document).unwrap()
}
