//! The bytes a digest is made of: every part with its length, so that no two effects write the same.

use super::DigestKey;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// Text under way into a hash.
pub(super) struct Canonical<'k> {
    bytes: Vec<u8>,
    key: Option<&'k DigestKey>,
    unbound: bool,
}

impl<'k> Canonical<'k> {
    /// Begins a text.
    pub(super) fn new(key: Option<&'k DigestKey>) -> Canonical<'k> {
        Canonical { bytes: Vec::new(), key, unbound: false }
    }

    /// Returns the bytes, and whether a sensitive value was left out of them.
    pub(super) fn into_parts(self) -> (Vec<u8>, bool) {
        (self.bytes, self.unbound)
    }

    /// Writes the name of what follows.
    pub(super) fn name(&mut self, name: &str) {
        self.tagged(b'N', name.as_bytes());
    }

    /// Writes a named text.
    pub(super) fn field(&mut self, name: &str, content: &str) {
        self.name(name);
        self.tagged(b's', content.as_bytes());
    }

    /// Writes a value without marks.
    pub(super) fn value(&mut self, value: Option<&Value<'_>>) {
        match value {
            None => self.bytes.push(b'-'),
            Some(value) => write(value, &mut self.bytes),
        }
    }

    /// Writes a value that may be secret.
    pub(super) fn secret(&mut self, value: &Value<'_>) {
        let mut content = Vec::new();
        write(value, &mut content);
        match self.key {
            Some(key) => {
                let seal = key.seal(&content);
                self.tagged(b'x', &seal);
            }
            None => {
                self.unbound = true;
                self.bytes.push(b'?');
            }
        }
    }

    /// Writes one side of a change with its marks.
    pub(super) fn side(&mut self, view: View<'_>) {
        match view.state() {
            State::Absent => self.bytes.push(b'-'),
            State::Unknown => self.bytes.push(b'u'),
            // That a secret is null is no secret.
            State::Null => self.bytes.push(b'n'),
            State::Known(value) if view.is_sensitive() => self.secret(value),
            State::Known(value) if !view.holds_sensitive() && !view.holds_unknown() => {
                write(value, &mut self.bytes);
            }
            State::Known(Value::List(_)) => {
                let count = view.elements().unwrap_or(0);
                self.count(b'[', count);
                for index in 0..count {
                    self.side(view.at(index));
                }
            }
            State::Known(Value::Object(_)) => {
                let keys = view.keys();
                self.count(b'{', keys.len());
                for key in keys {
                    self.tagged(b's', key.as_bytes());
                    self.side(view.get(key));
                }
            }
            State::Known(value) => write(value, &mut self.bytes),
        }
    }

    /// Writes both sides of every attribute in which they differ.
    pub(super) fn differing(&mut self, before: View<'_>, after: View<'_>) {
        let mut keys = before.keys();
        keys.extend(after.keys());
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let (old, new) = (before.get(key), after.get(key));
            let same = !new.holds_unknown() && old.known() == new.known();
            if !same {
                self.name(key);
                self.side(old);
                self.side(new);
            }
        }
    }

    fn tagged(&mut self, tag: u8, content: &[u8]) {
        self.count(tag, content.len());
        self.bytes.extend_from_slice(content);
    }

    fn count(&mut self, tag: u8, count: usize) {
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&u64::try_from(count).unwrap_or(u64::MAX).to_be_bytes());
    }
}

/// Writes a value: members in the order of their keys, numbers by their text.
fn write(value: &Value<'_>, bytes: &mut Vec<u8>) {
    let length = |tag: u8, count: usize, bytes: &mut Vec<u8>| {
        bytes.push(tag);
        bytes.extend_from_slice(&u64::try_from(count).unwrap_or(u64::MAX).to_be_bytes());
    };
    match value {
        Value::Null => bytes.push(b'n'),
        Value::Bool(true) => bytes.push(b't'),
        Value::Bool(false) => bytes.push(b'f'),
        Value::Number(text) => {
            length(b'#', text.len(), bytes);
            bytes.extend_from_slice(text.as_bytes());
        }
        Value::String(text) => {
            length(b's', text.len(), bytes);
            bytes.extend_from_slice(text.as_bytes());
        }
        Value::List(elements) => {
            length(b'[', elements.len(), bytes);
            for element in elements {
                write(element, bytes);
            }
        }
        Value::Object(object) => {
            length(b'{', object.len(), bytes);
            for (key, member) in object.iter() {
                length(b's', key.len(), bytes);
                bytes.extend_from_slice(key.as_bytes());
                write(member, bytes);
            }
        }
    }
}
