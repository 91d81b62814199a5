//! A statement in words, on one line: `allow s3:* on * for everyone`.

use std::collections::BTreeSet;

use super::statement::{EVERYONE, Effect, Selection, Statement};
use crate::risk::shown::{Discretion, Part, Shown};

/// So many entries of a list are written out.
const MOST_ENTRIES: usize = 6;

/// Returns a statement in words; parts that must not be shown say so.
pub(super) fn wording(statement: &Statement, discretion: &Discretion<'_>) -> String {
    let mut text = match statement.effect {
        Effect::Allow => "allow ".to_owned(),
        Effect::Deny => "deny ".to_owned(),
    };
    text.push_str(&listed(statement.actions.as_ref(), |entry| part(discretion, Part::Action, entry)));
    if statement.resources.is_some() {
        text.push_str(" on ");
        text.push_str(&listed(statement.resources.as_ref(), |entry| part(discretion, Part::Resource, entry)));
    }
    if statement.principals.is_some() {
        text.push_str(" for ");
        text.push_str(&listed(statement.principals.as_ref(), |entry| principal(discretion, entry)));
    }
    for (number, ((operator, key), values)) in statement.conditions.iter().enumerate() {
        text.push_str(if number == 0 { " if " } else { " and " });
        let operator = part(discretion, Part::Action, operator);
        let shown = joined(values, |value| part(discretion, Part::Condition(key), value));
        text.extend([discretion.key(key).as_ref(), " ", &operator, " ", &shown]);
    }
    text
}

fn listed(selection: Option<&Selection>, show: impl Fn(&str) -> String) -> String {
    match selection {
        None => "nothing".to_owned(),
        Some(selection) if selection.inverted => {
            format!("everything but {}", joined(&selection.written, show))
        }
        Some(selection) => joined(&selection.written, show),
    }
}

/// Returns the entries with those first that reach furthest: what is cut off must not be what matters.
fn joined(entries: &BTreeSet<String>, show: impl Fn(&str) -> String) -> String {
    let mut sorted: Vec<&String> = entries.iter().collect();
    sorted
        .sort_by_key(|entry| (!entry.contains('*'), entry.len() * usize::from(entry.contains('*')), *entry));
    let more = sorted.len().saturating_sub(MOST_ENTRIES);
    let shown: Vec<String> = sorted.iter().take(MOST_ENTRIES).map(|entry| show(entry)).collect();
    match (shown.is_empty(), more) {
        (true, _) => "nothing".to_owned(),
        (false, 0) => shown.join(", "),
        (false, more) => format!("{} and {more} more", shown.join(", ")),
    }
}

fn principal(discretion: &Discretion<'_>, entry: &str) -> String {
    if entry == EVERYONE {
        return "everyone".to_owned();
    }
    let (kind, name) = entry.split_once(' ').unwrap_or(("", entry));
    let shown = part(discretion, Part::Principal, name);
    match kind {
        "AWS" | "Service" => shown,
        kind => format!("{} {shown}", part(discretion, Part::Action, kind)),
    }
}

fn part(discretion: &Discretion<'_>, part: Part<'_>, text: &str) -> String {
    match discretion.grant(part, text) {
        Shown::Value(text) => text,
        Shown::Hidden { why, length } => why.phrase(length),
    }
}
