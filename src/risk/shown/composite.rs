//! An object or a list on one line, each part of it shown or hidden by its own path.

use super::{Discretion, Shown, cut};
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// The longest line, in characters.
const LONGEST: usize = 200;

/// Writes an object or a list on one line.
pub(super) fn write(discretion: &Discretion<'_>, path: &[String], view: View<'_>) -> String {
    let mut text = String::new();
    append(discretion, &mut path.to_vec(), view, &mut text);
    cut(&text, LONGEST)
}

/// Appends a value; stops where the line is full, so that the cost is that of the line and not of the value.
fn append(discretion: &Discretion<'_>, path: &mut Vec<String>, view: View<'_>, text: &mut String) {
    // Characters have up to four bytes.
    if text.len() > 4 * LONGEST {
        return;
    }
    match view.state() {
        State::Unknown => text.push_str("(known after apply)"),
        State::Absent | State::Null => text.push_str("null"),
        State::Known(value) => {
            if let Some(why) = discretion.hides(path, view, view) {
                text.push_str(&why.phrase(super::length(value)));
                return;
            }
            match value {
                Value::Object(_) => object(discretion, path, view, text),
                Value::List(_) => list(discretion, path, view, text),
                _ => match discretion.side(path, view, None) {
                    Some(Shown::Value(shown)) => text.push_str(&shown),
                    Some(Shown::Hidden { why, length }) => text.push_str(&why.phrase(length)),
                    None => text.push_str("null"),
                },
            }
        }
    }
}

fn object(discretion: &Discretion<'_>, path: &mut Vec<String>, view: View<'_>, text: &mut String) {
    text.push('{');
    let mut first = true;
    for key in view.keys() {
        let member = view.get(key);
        // What is not set is only noise in a line.
        if is_void(member) {
            continue;
        }
        if !first {
            text.push_str(", ");
        }
        first = false;
        text.push_str(&discretion.key(key));
        text.push_str(": ");
        path.push(key.to_owned());
        append(discretion, path, member, text);
        path.pop();
        if text.len() > 4 * LONGEST {
            return;
        }
    }
    text.push('}');
}

fn list(discretion: &Discretion<'_>, path: &mut Vec<String>, view: View<'_>, text: &mut String) {
    text.push('[');
    for index in 0..view.elements().unwrap_or(0) {
        if index > 0 {
            text.push_str(", ");
        }
        path.push(index.to_string());
        append(discretion, path, view.at(index), text);
        path.pop();
        if text.len() > 4 * LONGEST {
            return;
        }
    }
    text.push(']');
}

/// Returns true for what is as good as not there: null, an empty text, list or object.
fn is_void(view: View<'_>) -> bool {
    match view.state() {
        State::Unknown => false,
        State::Absent | State::Null => true,
        State::Known(Value::String(text)) => text.is_empty(),
        State::Known(Value::List(elements)) => elements.is_empty() && !view.holds_unknown(),
        State::Known(Value::Object(object)) => object.is_empty() && !view.holds_unknown(),
        State::Known(_) => false,
    }
}
