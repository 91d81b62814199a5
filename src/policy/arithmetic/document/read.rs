//! From plan data to a document: the many spellings of one policy become one.

use std::fmt;

use super::condition::Condition;
use super::pattern::Pattern;
use super::statement::{Effect, Principal, Principals, Selection, Statement};
use crate::plan::parse;
use crate::plan::value::{Object, Value};
use crate::plan::view::{State, View};

/// The longest text that is read. The largest policy that AWS takes is 51,200 characters (a permission set's).
pub(super) const LONGEST: usize = 1 << 20;

/// A policy document: its statements, sorted, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The statements.
    pub statements: Vec<Statement>,
}

/// Why there is no document to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opaque {
    /// It is decided during apply.
    Unknown,
    /// It is no policy document that can be understood, and this is why.
    Unreadable(String),
}

impl fmt::Display for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Opaque::Unknown => f.write_str("the document is decided during apply"),
            Opaque::Unreadable(why) => write!(f, "the document cannot be read: {why}"),
        }
    }
}

impl Document {
    /// Reads the document at an attribute: a JSON text or an object. Nothing, null and the empty text are a document
    /// without statements.
    ///
    /// # Errors
    ///
    /// The document is unknown, or cannot be understood in every part.
    pub fn read(view: View<'_>) -> Result<Document, Opaque> {
        match view.state() {
            State::Unknown => Err(Opaque::Unknown),
            State::Absent | State::Null => Ok(Document::default()),
            State::Known(Value::String(text)) => Document::parse(text),
            // Blocks: none is no document, one is that one.
            State::Known(Value::List(_)) if view.elements() == Some(0) => Ok(Document::default()),
            State::Known(Value::List(_)) if view.elements() == Some(1) => Document::read(view.at(0)),
            State::Known(_) if view.holds_unknown() => Err(Opaque::Unknown),
            State::Known(value) => Document::from_value(value),
        }
    }

    /// Reads a document from its JSON text.
    ///
    /// # Errors
    ///
    /// As for [`Document::read`].
    pub fn parse(text: &str) -> Result<Document, Opaque> {
        if text.trim().is_empty() {
            return Ok(Document::default());
        }
        Document::from_value(&json(text)?)
    }

    /// Reads a document from a JSON value.
    ///
    /// # Errors
    ///
    /// As for [`Document::read`].
    pub fn from_value(value: &Value<'_>) -> Result<Document, Opaque> {
        let object = value.as_object().ok_or_else(|| unreadable("it is no object"))?;
        let [version, _, statements] = members(object, ["version", "id", "statement"])?;
        let variables = match version.map(Value::as_str) {
            Some(Some("2012-10-17")) => true,
            None | Some(Some("2008-10-17")) => false,
            _ => return Err(unreadable("`Version` is neither 2012-10-17 nor 2008-10-17")),
        };
        let one_or_many = match statements {
            None => &[],
            Some(Value::List(many)) => many.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        let mut statements =
            one_or_many.iter().map(|value| statement(value, variables)).collect::<Result<Vec<_>, _>>()?;
        statements.sort_unstable();
        statements.dedup();
        Ok(Document { statements })
    }
}

/// Reads a JSON text; key that occurs twice, deep nesting and great length are refused.
pub(super) fn json(text: &str) -> Result<Value<'_>, Opaque> {
    if text.len() > LONGEST {
        return Err(unreadable("it is longer than 1 MiB"));
    }
    // The problem's words quote nothing of the text but keys.
    parse::value(text).map_err(|problem| Opaque::Unreadable(problem.message))
}

pub(super) fn unreadable(why: &str) -> Opaque {
    Opaque::Unreadable(why.to_owned())
}

/// Returns the members of an object that may have no others. Names count in any case: a reader that cares about case
/// would ignore `action`, one that does not would obey it, and only the second is dangerous to miss.
fn members<'o, const N: usize>(
    object: &'o Object<'o>,
    names: [&str; N],
) -> Result<[Option<&'o Value<'o>>; N], Opaque> {
    let mut found = [None; N];
    for (key, value) in object.iter() {
        let slot = names.iter().position(|name| key.eq_ignore_ascii_case(name));
        let slot = slot
            .and_then(|at| found.get_mut(at))
            .ok_or_else(|| unreadable("it has an element that policies do not have"))?;
        if slot.replace(value).is_some() {
            return Err(unreadable("it has an element twice, in upper and lower case"));
        }
    }
    Ok(found)
}

fn statement(value: &Value<'_>, variables: bool) -> Result<Statement, Opaque> {
    let object = value.as_object().ok_or_else(|| unreadable("a statement is no object"))?;
    let [_, effect, principal, not_principal, action, not_action, resource, not_resource, condition] =
        members(
            object,
            [
                "sid",
                "effect",
                "principal",
                "notprincipal",
                "action",
                "notaction",
                "resource",
                "notresource",
                "condition",
            ],
        )?;
    let effect = match effect.and_then(Value::as_str) {
        Some("Allow") => Effect::Allow,
        Some("Deny") => Effect::Deny,
        _ => return Err(unreadable("the `Effect` of a statement is neither Allow nor Deny")),
    };
    let principals = match (principal, not_principal) {
        (None, None) => Principals::Implied,
        (Some(these), None) => Principals::Only(self::principals(these)?),
        (None, Some(those)) => Principals::AllBut(self::principals(those)?),
        _ => return Err(unreadable("a statement has both `Principal` and `NotPrincipal`")),
    };
    // Actions hold no variables.
    let actions = selection(action, not_action, |text| self::action(&text.to_ascii_lowercase()))?;
    if actions == Selection::Implied {
        return Err(unreadable("a statement has no `Action`"));
    }
    let resources = selection(resource, not_resource, |text| Pattern::new(text, variables))?;
    Ok(Statement { effect, principals, actions, resources, conditions: conditions(condition)? })
}

/// Reads an action. `*:*` and whatever else matches every action is `*`.
fn action(text: &str) -> Pattern {
    let pattern = Pattern::new(text, false);
    if pattern.covers(&Pattern::new("*:*", false)) { Pattern::new("*", false) } else { pattern }
}

fn selection(
    only: Option<&Value<'_>>,
    all_but: Option<&Value<'_>>,
    read: impl Fn(&str) -> Pattern,
) -> Result<Selection, Opaque> {
    let patterns = |value: &Value<'_>| -> Result<Vec<Pattern>, Opaque> {
        let mut patterns: Vec<Pattern> = strings(value)?.into_iter().map(&read).collect();
        patterns.sort_unstable();
        patterns.dedup();
        Ok(patterns)
    };
    match (only, all_but) {
        (None, None) => Ok(Selection::Implied),
        (Some(these), None) => patterns(these).map(Selection::Only),
        (None, Some(those)) => patterns(those).map(Selection::AllBut),
        _ => Err(unreadable("a statement has an element both plain and with `Not`")),
    }
}

fn principals(value: &Value<'_>) -> Result<Vec<Principal>, Opaque> {
    let mut principals = Vec::new();
    match value {
        Value::String(text) if text == "*" => principals.push(Principal::Everyone),
        Value::Object(object) => {
            let kinds = members(object, ["aws", "service", "federated", "canonicaluser"])?;
            let read: [fn(&str) -> Principal; 4] = [
                Principal::aws,
                |text| Principal::Service(text.to_owned()),
                |text| Principal::Federated(text.to_owned()),
                |text| Principal::CanonicalUser(text.to_owned()),
            ];
            for (kind, read) in kinds.into_iter().zip(read) {
                principals.extend(kind.map(strings).transpose()?.unwrap_or_default().into_iter().map(read));
            }
        }
        _ => return Err(unreadable("a `Principal` is neither \"*\" nor an object")),
    }
    principals.sort_unstable();
    principals.dedup();
    Ok(principals)
}

fn conditions(value: Option<&Value<'_>>) -> Result<Vec<Condition>, Opaque> {
    let mut conditions = Vec::new();
    let Some(value) = value.filter(|value| **value != Value::Null) else { return Ok(conditions) };
    let operators = value.as_object().ok_or_else(|| unreadable("a `Condition` is no object"))?;
    for (operator, keys) in operators.iter() {
        let keys = keys.as_object().ok_or_else(|| unreadable("an operator of a `Condition` is no object"))?;
        for (key, values) in keys.iter() {
            let values = match values {
                Value::List(values) => values.iter().map(plain).collect::<Option<Vec<_>>>(),
                value => plain(value).map(|value| vec![value]),
            };
            let values = values.ok_or_else(|| unreadable("a value of a `Condition` is no plain value"))?;
            conditions.push(Condition::new(operator, key, values));
        }
    }
    conditions.sort_unstable();
    conditions.dedup();
    Ok(conditions)
}

/// Returns the text of a plain value: `true` and `"true"`, `5` and `"5"` mean the same in a condition.
fn plain(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Bool(value) => Some(value.to_string()),
        value => super::super::scalar(value).map(str::to_owned),
    }
}

/// Returns the strings of a string or a list of strings. A number counts: an account id may be written as one.
fn strings<'v>(value: &'v Value<'_>) -> Result<Vec<&'v str>, Opaque> {
    let one_or_many = match value {
        Value::List(many) => many.as_slice(),
        one => std::slice::from_ref(one),
    };
    let strings = one_or_many.iter().map(super::super::scalar).collect::<Option<Vec<_>>>();
    strings.ok_or_else(|| unreadable("something that must be a string or a list of strings is not"))
}
