//! What a rule says: its message with values in it. It never fails, and it never tells what must not be told.

use super::Scope;
use super::value::{Content, Mark, Value};
use super::walker::Walker;
use crate::policy::source::expression::{Part, Template};

/// Renders a message over a change.
pub(super) fn render(template: &Template, scope: &dyn Scope) -> String {
    let mut text = String::new();
    for part in &template.parts {
        match part {
            Part::Text(literal) => text.push_str(literal),
            Part::Value(expression) => match Walker::new(scope).evaluate(expression) {
                Ok(value) => show(&value, scope.marked(), &mut text),
                Err(_) => text.push_str("(cannot tell)"),
            },
        }
    }
    text
}

/// Writes a value that may be shown, or what stands for it.
fn show(value: &Value<'_>, marked: bool, text: &mut String) {
    let own = value.mark == Mark::Own;
    match &value.content {
        Content::Unknown => text.push_str("(known after apply)"),
        _ if value.mark == Mark::Sensitive => text.push_str("(sensitive)"),
        Content::Null => text.push_str("null"),
        Content::Bool(flag) if own || marked => text.push_str(if *flag { "true" } else { "false" }),
        Content::Number(digits) if own || marked => text.push_str(digits),
        Content::Text(shown) if own => text.push_str(shown),
        Content::List(list) if own => {
            for (position, item) in list.items.iter().enumerate() {
                if position > 0 {
                    text.push_str(", ");
                }
                show(item, marked, text);
            }
        }
        _ => text.push_str("(value)"),
    }
}
