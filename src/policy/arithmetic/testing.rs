//! What the tests of this room share: sides of a change from JSON text.

use super::Sides;
use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::view::View;

/// Asks about two sides given as JSON; the empty text is a side that is not there.
pub(super) fn ask<T>(before: &str, after: &str, question: impl FnOnce(Sides<'_>) -> T) -> T {
    ask_unknown(before, after, "", question)
}

/// As [`ask`], with the tree of what is unknown after.
pub(super) fn ask_unknown<T>(
    before: &str,
    after: &str,
    unknown: &str,
    question: impl FnOnce(Sides<'_>) -> T,
) -> T {
    let (before, after, unknown) = (read(before), read(after), read(unknown));
    question(Sides {
        before: View::new(before.as_ref(), None, None),
        after: View::new(after.as_ref(), unknown.as_ref(), None),
    })
}

/// Asks about two sides that are strings; the empty text is a side that is not there.
pub(super) fn ask_text<T>(before: &str, after: &str, question: impl FnOnce(Sides<'_>) -> T) -> T {
    let (a, b) = (Value::String(before.into()), Value::String(after.into()));
    let view = |text: &str, value| if text.is_empty() { View::absent() } else { value };
    question(Sides {
        before: view(before, View::new(Some(&a), None, None)),
        after: view(after, View::new(Some(&b), None, None)),
    })
}

fn read(text: &str) -> Option<Value<'_>> {
    (!text.is_empty()).then(|| parse::value(text).unwrap())
}
