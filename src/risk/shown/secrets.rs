//! The values that a change marks as sensitive, to be found again wherever else they stand in it.
//!
//! Marks get lost: on the way through an output, a template or a tag that a provider computes. So a value that is
//! marked once in a change is hidden throughout it.

use std::collections::BTreeSet;

use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// Shorter values are too common to be looked for.
const SHORTEST: usize = 4;
/// A text of at least this length that is a part of a secret is hidden as well.
const SHORTEST_PART: usize = 6;
/// Beyond so much to look for, everything is hidden instead.
const MOST_BYTES: usize = 256 * 1024;
/// Beyond so many values to look for, everything is hidden instead.
const MOST_VALUES: usize = 1000;

/// The sensitive values of one change, in lower case.
#[derive(Default)]
pub(super) struct Secrets {
    values: BTreeSet<String>,
    /// There is more than can be looked for.
    too_many: bool,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").field("count", &self.values.len()).finish_non_exhaustive()
    }
}

impl Secrets {
    /// Collects the values that are marked on any side.
    pub(super) fn marked_in(sides: [View<'_>; 2]) -> Secrets {
        let mut secrets = Secrets::default();
        for side in sides {
            secrets.collect(side);
        }
        let bytes: usize = secrets.values.iter().map(String::len).sum();
        secrets.too_many = bytes > MOST_BYTES || secrets.values.len() > MOST_VALUES;
        secrets
    }

    /// Returns true if a text holds a secret or is a part of one.
    pub(super) fn touch(&self, text: &str) -> bool {
        self.look(text, |secret, text| {
            text.contains(secret) || text.len() >= SHORTEST_PART && secret.contains(text)
        })
    }

    /// Returns true if a text holds a secret.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.look(text, |secret, text| text.contains(secret))
    }

    fn look(&self, text: &str, found: impl Fn(&str, &str) -> bool) -> bool {
        if self.values.is_empty() || text.chars().count() < SHORTEST {
            return false;
        }
        let text = text.to_lowercase();
        self.too_many || self.values.iter().any(|secret| found(secret, &text))
    }

    /// Returns a message without the numbers that are secrets; other values do not get into messages.
    pub(super) fn without_numbers(&self, message: String) -> String {
        let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !self.values.iter().any(|secret| numeric(secret)) {
            return message;
        }
        let digits = |character: char| character.is_ascii_digit() || character == '.';
        let mut rest = message.as_str();
        let mut text = String::new();
        while let Some(start) = rest.find(digits) {
            let (head, tail) = rest.split_at(start);
            let end = tail.find(|character| !digits(character)).unwrap_or(tail.len());
            let (number, behind) = tail.split_at(end);
            text.push_str(head);
            let secret = self.values.contains(number.trim_end_matches('.'));
            text.push_str(if secret { "(sensitive)" } else { number });
            rest = behind;
        }
        text + rest
    }

    /// Walks a side, and takes what is marked.
    fn collect(&mut self, view: View<'_>) {
        if !view.holds_sensitive() {
            return;
        }
        if view.is_sensitive() {
            if let State::Known(value) = view.state() {
                self.take(value, true);
            }
            return;
        }
        for key in view.keys() {
            self.collect(view.get(key));
        }
        for index in 0..view.elements().unwrap_or(0) {
            self.collect(view.at(index));
        }
    }

    /// Takes every text and number of a value, those inside a JSON document too.
    fn take(&mut self, value: &Value<'_>, outside: bool) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(digits) => self.note(digits),
            Value::String(text) => {
                self.note(text);
                if outside
                    && matches!(text.trim_start().bytes().next(), Some(b'{' | b'['))
                    && let Ok(document) = parse::value(text)
                {
                    self.take(&document, false);
                }
            }
            Value::List(elements) => elements.iter().for_each(|element| self.take(element, outside)),
            Value::Object(object) => object.iter().for_each(|(_, member)| self.take(member, outside)),
        }
    }

    fn note(&mut self, text: &str) {
        let text = text.trim();
        if text.chars().count() >= SHORTEST {
            self.values.insert(text.to_lowercase());
        }
    }
}
