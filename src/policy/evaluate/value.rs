//! A value of the condition language, with where it comes from.

use std::borrow::Cow;

use crate::plan::value::Value as Plain;
use crate::plan::view::{State, View};
use crate::policy::source::test::Literal;

/// A value. It borrows from plan and rule where it can.
#[derive(Debug, Clone)]
pub struct Value<'v> {
    pub(super) content: Content<'v>,
    pub(super) mark: Mark,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum Content<'v> {
    Null,
    Unknown,
    Bool(bool),
    /// A number by its text.
    Number(Cow<'v, str>),
    Text(Cow<'v, str>),
    List(List<'v>),
    /// The members, sorted by key.
    Object(Vec<(Cow<'v, str>, Value<'v>)>),
    /// An array or object of the plan.
    Tree(View<'v>),
}

/// A list made by an expression.
#[derive(Debug, Clone, Default)]
pub(super) struct List<'v> {
    pub(super) items: Vec<Value<'v>>,
    /// Some of the items may turn out not to be there, or to be several: these are unknown.
    pub(super) open: bool,
}

/// Where a value comes from, the more delicate the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// From the rule, or a name that is no part of the object: it may be shown.
    Own,
    /// From the object: strings are not shown, and null counts as false.
    Plan,
    /// Marked sensitive: never shown.
    Sensitive,
}

impl<'v> Value<'v> {
    /// Returns null: the plan does not say.
    pub fn null() -> Value<'v> {
        Content::Null.own()
    }

    /// Returns the unknown value.
    pub fn unknown() -> Value<'v> {
        Content::Unknown.own()
    }

    /// Returns a number by its text, such as `0.25`.
    pub fn number(digits: impl Into<Cow<'v, str>>) -> Value<'v> {
        Content::Number(digits.into()).own()
    }

    /// Returns a list of strings.
    pub fn texts(texts: impl IntoIterator<Item = &'v str>) -> Value<'v> {
        let items = texts.into_iter().map(Value::from).collect();
        Content::List(List { items, open: false }).own()
    }

    pub(super) fn literal(literal: &'v Literal) -> Value<'v> {
        match literal {
            Literal::Bool(value) => Value::from(*value),
            Literal::Number(digits) => Value::number(&**digits),
            Literal::Text(text) => Value::from(&**text),
        }
    }

    /// Returns the value of a part of the plan.
    pub(super) fn view(view: View<'v>) -> Value<'v> {
        let mark = if view.is_sensitive() { Mark::Sensitive } else { Mark::Plan };
        let content = match view.state() {
            State::Absent | State::Null => Content::Null,
            State::Unknown => Content::Unknown,
            State::Known(Plain::Null) => Content::Null,
            State::Known(Plain::Bool(value)) => Content::Bool(*value),
            State::Known(Plain::Number(digits)) => Content::Number(Cow::Borrowed(digits)),
            State::Known(Plain::String(text)) => Content::Text(Cow::Borrowed(text)),
            State::Known(Plain::List(_) | Plain::Object(_)) => Content::Tree(view),
        };
        Value { content, mark }
    }

    pub(super) fn is_unknown(&self) -> bool {
        matches!(self.content, Content::Unknown)
    }

    /// Returns the elements, if it is a list, and whether it is open.
    pub(super) fn elements(&self) -> Option<(Vec<Value<'v>>, bool)> {
        match &self.content {
            Content::List(list) => Some((list.items.clone(), list.open)),
            Content::Tree(view) => {
                let count = view.elements()?;
                Some(((0..count).map(|index| Value::view(view.at(index))).collect(), false))
            }
            _ => None,
        }
    }

    /// Returns the members, if it is an object, sorted by key.
    pub(super) fn members(&self) -> Option<Vec<(Cow<'v, str>, Value<'v>)>> {
        match &self.content {
            Content::Object(members) => Some(members.clone()),
            Content::Tree(view) if view.elements().is_none() => {
                let members =
                    view.keys().into_iter().map(|key| (Cow::Borrowed(key), Value::view(view.get(key))));
                Some(members.collect())
            }
            _ => None,
        }
    }

    /// Returns what the value is, for messages.
    pub(super) fn describe(&self) -> &'static str {
        match &self.content {
            Content::Null => "null",
            Content::Unknown => "unknown",
            Content::Bool(_) => "a bool",
            Content::Number(_) => "a number",
            Content::Text(_) => "a string",
            Content::List(_) => "a list",
            Content::Object(_) => "an object",
            Content::Tree(view) if view.elements().is_some() => "a list",
            Content::Tree(_) => "an object",
        }
    }

    /// Returns the value with a mark at least as delicate.
    pub(super) fn marked(mut self, mark: Mark) -> Value<'v> {
        self.mark = self.mark.max(mark);
        self
    }
}

impl<'v> Content<'v> {
    pub(super) fn own(self) -> Value<'v> {
        self.with(Mark::Own)
    }

    pub(super) fn with(self, mark: Mark) -> Value<'v> {
        Value { content: self, mark }
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Content::Bool(value).own()
    }
}

impl From<u64> for Value<'_> {
    fn from(value: u64) -> Self {
        Value::number(value.to_string())
    }
}

impl From<usize> for Value<'_> {
    fn from(value: usize) -> Self {
        Value::number(value.to_string())
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Content::Text(Cow::Borrowed(text)).own()
    }
}

impl<'v> From<Option<&'v str>> for Value<'v> {
    fn from(text: Option<&'v str>) -> Self {
        text.map_or_else(Value::null, Value::from)
    }
}

impl From<Option<bool>> for Value<'_> {
    fn from(value: Option<bool>) -> Self {
        value.map_or_else(Value::null, Value::from)
    }
}

impl From<Option<u64>> for Value<'_> {
    fn from(value: Option<u64>) -> Self {
        value.map_or_else(Value::null, Value::from)
    }
}

impl From<super::Truth> for Value<'_> {
    fn from(truth: super::Truth) -> Self {
        match truth {
            super::Truth::True => Value::from(true),
            super::Truth::False => Value::from(false),
            super::Truth::Unknown => Value::unknown(),
        }
    }
}
