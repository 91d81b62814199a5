//! Reading attributes, with unknown apart from missing.

use super::scalar;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// What an attribute holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field<T> {
    Known(T),
    /// Absent, null, or of a kind that does not belong there.
    Missing,
    Unknown,
}

impl<T> Field<T> {
    pub(super) fn known(self) -> Option<T> {
        if let Field::Known(value) = self { Some(value) } else { None }
    }

    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Field::Unknown)
    }
}

/// Returns the text of a string or number; the empty text counts as missing, as providers write it for "not set".
pub(super) fn text<'v>(view: View<'v>) -> Field<&'v str> {
    match view.state() {
        State::Unknown => Field::Unknown,
        State::Known(value) => {
            scalar(value).filter(|text| !text.is_empty()).map_or(Field::Missing, Field::Known)
        }
        State::Absent | State::Null => Field::Missing,
    }
}

/// Returns true if the text is known and that word, in any case.
pub(super) fn is_word(view: View<'_>, word: &str) -> bool {
    matches!(text(view), Field::Known(text) if text.eq_ignore_ascii_case(word))
}

/// Returns a whole number, which may be written as a string.
pub(super) fn number(view: View<'_>) -> Field<i64> {
    match text(view) {
        Field::Known(text) => whole(text).map_or(Field::Missing, Field::Known),
        Field::Missing => Field::Missing,
        Field::Unknown => Field::Unknown,
    }
}

/// Returns a truth, which may be written as a string.
pub(super) fn truth(view: View<'_>) -> Field<bool> {
    match view.state() {
        State::Unknown => Field::Unknown,
        State::Known(Value::Bool(value)) => Field::Known(*value),
        State::Known(Value::String(text)) if text.eq_ignore_ascii_case("true") => Field::Known(true),
        State::Known(Value::String(text)) if text.eq_ignore_ascii_case("false") => Field::Known(false),
        _ => Field::Missing,
    }
}

/// Returns the elements of a list, or the value itself as the only one; none if it is unknown as a whole.
pub(super) fn blocks<'v>(view: View<'v>) -> Option<Vec<View<'v>>> {
    match view.state() {
        State::Unknown => None,
        State::Absent | State::Null => Some(Vec::new()),
        State::Known(_) => Some(match view.elements() {
            Some(count) => (0..count).map(|index| view.at(index)).collect(),
            None => vec![view],
        }),
    }
}

/// Returns the texts of a list of strings, and whether some of them are unknown.
pub(super) fn texts<'v>(view: View<'v>) -> (Vec<&'v str>, bool) {
    let Some(elements) = blocks(view) else { return (Vec::new(), true) };
    let fields: Vec<Field<&str>> = elements.into_iter().map(text).collect();
    let unknown = fields.iter().any(Field::is_unknown);
    (fields.into_iter().filter_map(Field::known).collect(), unknown)
}

/// Reads a whole number in any spelling that plans hold: `7`, `7.0`, `7e0`.
pub(super) fn whole(text: &str) -> Option<i64> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let number: f64 = text.parse().ok()?;
    // Within these bounds every whole number has a spelling of its own.
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}
