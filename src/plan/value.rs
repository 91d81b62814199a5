//! JSON values as a plan holds them: numbers keep every digit, keys are unique, depth is bounded.

use std::borrow::Cow;

/// A JSON value that borrows from the text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number by its text, so that no digit is lost.
    Number(&'a str),
    /// A string, borrowed unless it holds escapes.
    String(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object.
    Object(Object<'a>),
}

/// The members of a JSON object, sorted by key; no key occurs twice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object<'a> {
    members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// Creates an object from its members in any order; returns the key that occurs twice if there is one.
    pub fn new(mut members: Vec<(Cow<'a, str>, Value<'a>)>) -> Result<Object<'a>, String> {
        members.sort_by(|a, b| a.0.cmp(&b.0));
        for pair in members.windows(2) {
            if let [(a, _), (b, _)] = pair
                && a == b
            {
                return Err(a.clone().into_owned());
            }
        }
        Ok(Object { members })
    }

    /// Returns the value of `key`.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        let index = self.members.binary_search_by(|(name, _)| name.as_ref().cmp(key)).ok()?;
        self.members.get(index).map(|(_, value)| value)
    }

    /// Takes the value of `key` out, leaving null in its place.
    pub(super) fn take(&mut self, key: &str) -> Option<Value<'a>> {
        let index = self.members.binary_search_by(|(name, _)| name.as_ref().cmp(key)).ok()?;
        self.members.get_mut(index).map(|(_, value)| std::mem::replace(value, Value::Null))
    }

    /// Returns the members, sorted by key.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Value<'a>)> {
        self.members.iter().map(|(key, value)| (key.as_ref(), value))
    }

    /// Returns how many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns true if there are no members.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl<'a> Value<'a> {
    /// Returns the string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self { Some(text) } else { None }
    }

    /// Returns the boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self { Some(*value) } else { None }
    }

    /// Returns the elements, if it is an array.
    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        if let Value::List(elements) = self { Some(elements) } else { None }
    }

    /// Returns the members, if it is an object.
    pub fn as_object(&self) -> Option<&Object<'a>> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }

    /// Returns the member `key`, if it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.as_object()?.get(key)
    }
}
