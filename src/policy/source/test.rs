//! Tests on attributes, as the catalog and the facets write them: `deletion_protection = true`,
//! `retention_in_days = lowered_forever()`.

use hcl::edit::expr::{self, Expression, FuncCall};
use serde::{Deserialize, Serialize};

use super::decode::{Source, describe, literal_text};
use super::path::Path;
use crate::plan::number::{Decimal, seconds};

/// A literal that the value of an attribute is compared with.
///
/// Strings are compared without regard to case, and `"true"` is `true`: providers spell these in all ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Literal {
    /// `true` or `false`.
    Bool(bool),
    /// A number by its text.
    Number(Box<str>),
    /// A string.
    Text(Box<str>),
}

/// What must hold of a value for it to be safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// It is that.
    Is(Literal),
    /// It is neither null nor empty: `set()`.
    Set,
    /// It is null or empty: `unset()`.
    Unset,
    /// It is a number above that: `above(0)`.
    Above(Box<str>),
    /// It is at least that, a duration in seconds: `at_least(7)`, `at_least("7d")`.
    AtLeast(Box<str>),
    /// It is none of these: `not("*")`.
    Not(Vec<Literal>),
    /// It is one of these: `one_of("ON", "OPTIONAL")`.
    OneOf(Vec<Literal>),
}

/// What an update must not do to a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posture {
    /// Once safe, it stays safe.
    Keeps(Test),
    /// It stays what it is: `stable()`.
    Stable,
    /// It does not go down: `not_lowered()`.
    NotLowered,
    /// It is a policy document whose statements must be compared: `policy_diff()`.
    PolicyDiff,
}

/// What an update does to a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Difference {
    /// It differs: `changed()`.
    Changed,
    /// A number goes down: `lowered()`.
    Lowered,
    /// A number goes up: `raised()`.
    Raised,
    /// A number goes down, where null, 0 and less mean for ever: `lowered_forever()`.
    LoweredForever,
    /// A number goes up, where null, 0 and less mean for ever: `raised_forever()`.
    RaisedForever,
    /// It turns into one of these: `became(true)`.
    Became(Vec<Literal>),
    /// It was one of these and is no more: `left(true)`.
    Left(Vec<Literal>),
}

impl Test {
    /// Reads the test of a guard.
    pub fn read(source: &Source<'_>, value: &Expression) -> Option<Test> {
        const NAMES: &[&str] = &["set", "unset", "above", "at_least", "not", "one_of"];
        if let Expression::FuncCall(call) = value {
            return Test::read_call(source, call).or_else(|| refuse(source, call, NAMES));
        }
        read_literal(source, value).map(Test::Is)
    }

    fn read_call(source: &Source<'_>, call: &FuncCall) -> Option<Test> {
        let literals = || read_literals(source, call);
        match (call.name.name.as_str(), call.args.len()) {
            ("set", 0) => Some(Test::Set),
            ("unset", 0) => Some(Test::Unset),
            ("above", 1) => match literals()?.pop()? {
                Literal::Number(number) => Some(Test::Above(number)),
                _ => None,
            },
            ("at_least", 1) => match literals()?.pop()? {
                Literal::Number(number) => Some(Test::AtLeast(number)),
                Literal::Text(duration) => seconds(&duration).map(|amount| Test::AtLeast(amount.into())),
                Literal::Bool(_) => None,
            },
            ("not", 1..) => Some(Test::Not(literals()?)),
            ("one_of", 1..) => Some(Test::OneOf(literals()?)),
            _ => None,
        }
    }
}

impl Posture {
    /// Reads the test of an attribute whose change weakens a type.
    pub fn read(source: &Source<'_>, value: &Expression) -> Option<Posture> {
        const NAMES: &[&str] =
            &["set", "unset", "above", "at_least", "not", "one_of", "stable", "not_lowered", "policy_diff"];
        let Expression::FuncCall(call) = value else {
            return read_literal(source, value).map(|literal| Posture::Keeps(Test::Is(literal)));
        };
        match (call.name.name.as_str(), call.args.len()) {
            ("stable", 0) => Some(Posture::Stable),
            ("not_lowered", 0) => Some(Posture::NotLowered),
            ("policy_diff", 0) => Some(Posture::PolicyDiff),
            _ => match Test::read_call(source, call) {
                Some(test) => Some(Posture::Keeps(test)),
                None => refuse(source, call, NAMES),
            },
        }
    }
}

impl Difference {
    /// Reads the test of a facet.
    pub fn read(source: &Source<'_>, value: &Expression) -> Option<Difference> {
        const NAMES: &[&str] =
            &["changed", "lowered", "raised", "lowered_forever", "raised_forever", "became", "left"];
        let Expression::FuncCall(call) = value else {
            let message = format!("the test of a facet is {}", describe(value));
            source.report(
                source.start_of(value),
                message,
                "write `changed()`, `lowered()`, `became(true)` or such",
            );
            return None;
        };
        let found = match (call.name.name.as_str(), call.args.len()) {
            ("changed", 0) => Some(Difference::Changed),
            ("lowered", 0) => Some(Difference::Lowered),
            ("raised", 0) => Some(Difference::Raised),
            ("lowered_forever", 0) => Some(Difference::LoweredForever),
            ("raised_forever", 0) => Some(Difference::RaisedForever),
            ("became", 1..) => Some(Difference::Became(read_literals(source, call)?)),
            ("left", 1..) => Some(Difference::Left(read_literals(source, call)?)),
            _ => None,
        };
        found.or_else(|| refuse(source, call, NAMES))
    }
}

/// Reads an object whose keys are attribute paths and whose values are tests.
pub fn read_tests<T>(
    source: &Source<'_>,
    name: &str,
    value: &Expression,
    read: impl Fn(&Source<'_>, &Expression) -> Option<T>,
) -> Vec<(Path, T)> {
    let Some(object) = value.as_object() else {
        let message = format!("`{name}` is {}", describe(value));
        source.report(source.start_of(value), message, "write `{ attribute = test, ... }`");
        return Vec::new();
    };
    let mut tests = Vec::with_capacity(object.len());
    for (key, value) in object.iter() {
        let test = read(source, value.expr());
        let text = match key {
            expr::ObjectKey::Ident(ident) => Some(ident.as_str()),
            expr::ObjectKey::Expression(key) => key.as_str(),
        };
        match text.map(Path::parse) {
            Some(Ok(path)) => tests.extend(test.map(|test| (path, test))),
            Some(Err((message, help))) => source.report(source.start_of(key), message, help),
            None => {
                let help = "write nested ones in quotes: `\"root_block_device.encrypted\"`";
                source.report(source.start_of(key), "the key is no attribute path", help);
            }
        }
    }
    tests
}

/// Reports a call that is no test, or not with these arguments.
fn refuse<T>(source: &Source<'_>, call: &FuncCall, names: &[&'static str]) -> Option<T> {
    let at = source.start_of(&call.name.name);
    let name = call.name.name.as_str();
    if !names.contains(&name) {
        source.report_unknown(at, format!("there is no test `{name}`"), name, names.iter().copied());
        return None;
    }
    let usage = match name {
        "above" => "above(0)",
        "at_least" => "at_least(7)` or `at_least(\"7d\")",
        "not" | "one_of" | "became" | "left" => "name(\"VALUE\", ...)",
        _ => "name()",
    };
    let usage = usage.replace("name", name);
    source.report(at, format!("the arguments of `{name}` are wrong"), format!("write `{usage}`"));
    None
}

fn read_literals(source: &Source<'_>, call: &FuncCall) -> Option<Vec<Literal>> {
    call.args.iter().map(|argument| read_literal(source, argument)).collect()
}

fn read_literal(source: &Source<'_>, value: &Expression) -> Option<Literal> {
    use hcl::edit::Span;
    if let Some(text) = literal_text(value) {
        return Some(Literal::Text(text.into()));
    }
    if let Expression::Bool(flag) = value {
        return Some(Literal::Bool(*flag.value()));
    }
    let digits = value.span().map_or("", |span| source.slice(span));
    if Decimal::parse(digits).is_some() {
        return Some(Literal::Number(digits.into()));
    }
    let message = format!("{} cannot be compared with", describe(value));
    source.report(
        source.start_of(value),
        message,
        "write a string, a number, true, false or a test such as `unset()`",
    );
    None
}
