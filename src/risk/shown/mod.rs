//! What of a value is shown: the one place that decides it, for every format.
//!
//! A difference is there to be read, so harmless kinds of values are shown: numbers, switches, words of an
//! enumeration, versions, addresses, ids and the statements of policy documents. Everything else is hidden, and of
//! that only the path, the length and why it is hidden are told. The list is one of what may be shown, not of what
//! may not: a kind of text that nobody thought of is hidden.

mod composite;
mod grants;
mod ids;
mod kinds;
mod names;
mod secrets;
#[cfg(test)]
mod tests;
mod words;

pub(super) use grants::Part;
use secrets::Secrets;

use crate::plan::change::Change;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// The longest value that is shown in full, in characters.
const LONGEST: usize = 120;
/// The longest step of a path that is shown in full, in characters.
const LONGEST_STEP: usize = 80;

/// What is shown of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Its text, not escaped for any place, at most a line long.
    Value(String),
    /// That there is one.
    Hidden {
        /// Why it is not shown.
        why: Why,
        /// Its length in characters; none where that would tell the value, or where it is more than a text.
        length: Option<usize>,
    },
}

/// Why a value is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The plan carries no marks of sensitivity.
    UnmarkedPlan,
    /// It is marked sensitive, or it holds a value that is marked elsewhere in the change.
    Sensitive,
    /// A name on its path is one that secrets bear.
    SecretLikeName,
    /// It stands among environment variables.
    EnvironmentMap,
    /// It is text that a program reads: a script, a template, the payload of another tool.
    Opaque,
    /// It looks like a key or a digest.
    RandomLooking,
    /// It is text of no kind that is known to be harmless.
    Text,
}

impl Why {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Why::UnmarkedPlan => "unmarked-plan",
            Why::Sensitive => "sensitive",
            Why::SecretLikeName => "secret-like-name",
            Why::EnvironmentMap => "environment-map",
            Why::Opaque => "opaque",
            Why::RandomLooking => "random-looking",
            Why::Text => "text",
        }
    }

    /// Returns the reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Why::UnmarkedPlan => "the plan does not say what is sensitive",
            Why::Sensitive => "sensitive",
            Why::SecretLikeName => "secret-like name",
            Why::EnvironmentMap => "environment variable",
            Why::Opaque => "opaque",
            Why::RandomLooking => "looks random",
            Why::Text => "text",
        }
    }

    /// Returns what stands for the value inside a line: `(sensitive, 24 characters)`.
    pub fn phrase(self, length: Option<usize>) -> String {
        match length {
            Some(1) => format!("({}, 1 character)", self.words()),
            Some(length) => format!("({}, {length} characters)", self.words()),
            None => format!("({})", self.words()),
        }
    }
}

/// Decides what is shown of the values of one change.
#[derive(Debug)]
pub(super) struct Discretion<'c> {
    kind: &'c str,
    marked: bool,
    secrets: Secrets,
}

impl<'c> Discretion<'c> {
    /// Creates the judge of one change of a resource of type `kind`.
    pub(super) fn of(kind: &'c str, change: &Change<'_>) -> Discretion<'c> {
        let secrets = Secrets::marked_in([change.before(), change.after()]);
        Discretion { kind, marked: change.marked, secrets }
    }

    /// Returns what is shown of both sides of a value; a side that is null, or decided during apply, shows nothing.
    ///
    /// What hides one side hides the other too: whoever knows that it was a secret knows that it still is one.
    pub(super) fn pair(
        &self,
        path: &[String],
        before: View<'_>,
        after: View<'_>,
    ) -> (Option<Shown>, Option<Shown>) {
        let why = self.hides(path, before, after);
        (self.side(path, before, why), self.side(path, after, why))
    }

    /// Returns why neither side of a value is shown, whatever it is.
    pub(super) fn hides(&self, path: &[String], before: View<'_>, after: View<'_>) -> Option<Why> {
        if !self.marked {
            return Some(Why::UnmarkedPlan);
        }
        if before.is_sensitive() || after.is_sensitive() {
            return Some(Why::Sensitive);
        }
        let holds = |view: View<'_>| matches!(view.known(), Some(Value::Object(_) | Value::List(_)));
        names::reason(self.kind, path, holds(before) || holds(after))
    }

    /// Returns what is shown of a text at a path that hides nothing by itself.
    pub(super) fn text(&self, text: &str) -> Shown {
        let length = Some(text.chars().count());
        if self.secrets.touch(text) {
            return Shown::Hidden { why: Why::Sensitive, length };
        }
        if kinds::is_harmless(text) {
            return Shown::Value(if text.is_empty() { "\"\"".to_owned() } else { cut(text, LONGEST) });
        }
        let why = if words::looks_random(text) { Why::RandomLooking } else { Why::Text };
        Shown::Hidden { why, length }
    }

    /// Returns a path as it is shown: a key that somebody chose may itself be what must not be told.
    pub(super) fn path(&self, steps: &[String]) -> String {
        let steps = steps.iter().enumerate();
        // The first step is the name of an attribute: the provider chose it.
        let shown = steps.map(|(at, step)| if at == 0 { cut(step, LONGEST_STEP) } else { self.key(step) });
        shown.collect::<Vec<_>>().join(".")
    }

    /// Returns a dotted path as it is shown.
    pub(super) fn dotted(&self, path: &str) -> String {
        self.path(&path.split('.').map(str::to_owned).collect::<Vec<_>>())
    }

    /// Returns a message with numbers taken out that are marked sensitive in the change.
    pub(super) fn message(&self, text: String) -> String {
        self.secrets.without_numbers(text)
    }

    /// Returns true if nothing of this value may be shown, for places that show words and numbers only.
    pub(super) fn withholds(&self, view: View<'_>) -> bool {
        let held = match view.known() {
            Some(Value::String(text)) => self.secrets.touch(text),
            Some(Value::Number(digits)) => self.secrets.touch(digits),
            _ => false,
        };
        !self.marked || view.is_sensitive() || held
    }

    /// Returns a key that somebody chose as it is shown.
    pub(super) fn key(&self, step: &str) -> String {
        // An address with a login, a text of settings, a sentence or a file: nobody calls a thing so.
        let spaces = step.bytes().filter(|byte| *byte == b' ').count();
        let carries = step.contains(['@', '=', ';', '\n']) || step.contains("://") || spaces > 2;
        if carries || self.secrets.are_in(step) || words::looks_random(step) {
            return "(hidden key)".to_owned();
        }
        cut(step, LONGEST_STEP)
    }

    fn side(&self, path: &[String], view: View<'_>, why: Option<Why>) -> Option<Shown> {
        let value = match view.state() {
            State::Absent | State::Null | State::Unknown => return None,
            State::Known(value) => value,
        };
        if let Some(why) = why {
            return Some(Shown::Hidden { why, length: length(value) });
        }
        Some(match value {
            Value::Null => return None,
            Value::Bool(value) => Shown::Value(value.to_string()),
            Value::Number(digits) if self.secrets.touch(digits) => {
                Shown::Hidden { why: Why::Sensitive, length: length(value) }
            }
            Value::Number(digits) => Shown::Value(cut(digits, LONGEST)),
            Value::String(text) => self.text_at(path, text),
            Value::List(_) | Value::Object(_) => Shown::Value(composite::write(self, path, view)),
        })
    }

    /// Returns what is shown of a text; some names say what kind of text to expect.
    fn text_at(&self, path: &[String], text: &str) -> Shown {
        match self.text(text) {
            Shown::Hidden { why: Why::Text | Why::RandomLooking, .. } if kinds::is_expected(path, text) => {
                Shown::Value(cut(text, LONGEST))
            }
            shown => shown,
        }
    }
}

/// Returns the length of a text or a number; that of a switch would tell which way it stands.
fn length(value: &Value<'_>) -> Option<usize> {
    match value {
        Value::String(text) => Some(text.chars().count()),
        Value::Number(digits) => Some(digits.len()),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Object(_) => None,
    }
}

/// Returns a text cut to a number of characters.
fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}
