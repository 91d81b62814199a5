//! A text for a value, so that comparing and sorting values is comparing and sorting texts.

use crate::plan::number;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// Returns a text that two views share exactly if they show the same: numbers by value, members by key.
pub(super) fn of_view(view: View<'_>) -> String {
    let mut text = String::new();
    if view.holds_unknown() {
        // Nothing known equals it.
        text.push_str("unknown ");
    }
    match view.state() {
        // A null attribute and one that this provider version does not have are no difference to anyone.
        State::Absent | State::Null => text.push_str("null"),
        State::Unknown => text.push_str("unknown"),
        State::Known(value) => write(value, &mut text),
    }
    text
}

/// Returns a text that two values share exactly if they are the same.
pub(super) fn of_value(value: &Value<'_>) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

/// Returns true if two scalars are one value of two types: `"1"` and `1`, `"true"` and `true`.
pub(super) fn same_but_for_type(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::String(text), Value::Number(digits)) | (Value::Number(digits), Value::String(text)) => {
            number::Decimal::parse(text).is_some() && number::canonical(text) == number::canonical(digits)
        }
        (Value::String(text), Value::Bool(value)) | (Value::Bool(value), Value::String(text)) => {
            text == if *value { "true" } else { "false" }
        }
        _ => false,
    }
}

fn write(value: &Value<'_>, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(digits) => text.push_str(&number::canonical(digits)),
        Value::String(content) => {
            // With the length in front no content can be taken for structure.
            text.push('"');
            text.push_str(&content.len().to_string());
            text.push(':');
            text.push_str(content);
        }
        Value::List(elements) => {
            text.push('[');
            for element in elements {
                write(element, text);
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
                write(member, text);
                text.push(',');
            }
            text.push('}');
        }
    }
}
