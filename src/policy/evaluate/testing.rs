//! What the tests of this room share: changes written as JSON, and conditions written as text.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value as Json;

use super::value::{Content, Mark};
use super::walker::Walker;
use super::{Scope, Value};
use crate::plan::operation::Operation;
use crate::plan::value::{Object, Value as Plain};
use crate::plan::view::View;
use crate::policy::source::decode::Source;
use crate::policy::source::names::{Kind, Name};
use crate::policy::source::rule::{Rule, read_rule};
use crate::policy::source::selector::Known;
use crate::policy::source::words::Sight;

/// A change for tests. Names that nobody set have a value of their type.
pub(super) struct Sample {
    pub(super) before: Option<Plain<'static>>,
    pub(super) after: Option<Plain<'static>>,
    pub(super) after_unknown: Option<Plain<'static>>,
    pub(super) before_sensitive: Option<Plain<'static>>,
    pub(super) after_sensitive: Option<Plain<'static>>,
    pub(super) operation: Operation,
    pub(super) replace_paths: Vec<String>,
    pub(super) names: HashMap<Name, Value<'static>>,
    pub(super) marked: bool,
}

impl Sample {
    pub(super) fn new(operation: Operation, before: Json, after: Json) -> Sample {
        Sample {
            before: Some(plain(&before)),
            after: Some(plain(&after)),
            after_unknown: None,
            before_sensitive: None,
            after_sensitive: None,
            operation,
            replace_paths: Vec::new(),
            names: HashMap::new(),
            marked: true,
        }
    }

    pub(super) fn update(before: Json, after: Json) -> Sample {
        Sample::new(Operation::Update, before, after)
    }

    pub(super) fn unknown(mut self, marks: Json) -> Sample {
        self.after_unknown = Some(plain(&marks));
        self
    }

    pub(super) fn sensitive(mut self, marks: Json) -> Sample {
        self.before_sensitive = Some(plain(&marks));
        self.after_sensitive = Some(plain(&marks));
        self
    }

    pub(super) fn name(mut self, name: Name, value: Value<'static>) -> Sample {
        self.names.insert(name, value);
        self
    }
}

impl Scope for Sample {
    fn value(&self, name: Name) -> Value<'_> {
        self.names.get(&name).cloned().unwrap_or_else(|| match name.entry().kind {
            Kind::Bool => Value::from(true),
            Kind::Number => Value::from(3u64),
            Kind::Text => Value::from(name.entry().spelling),
            Kind::List => Value::texts(["data", "crypto"]),
            _ => Value::null(),
        })
    }

    fn before(&self) -> View<'_> {
        View::new(self.before.as_ref(), None, self.before_sensitive.as_ref())
    }

    fn after(&self) -> View<'_> {
        View::new(self.after.as_ref(), self.after_unknown.as_ref(), self.after_sensitive.as_ref())
    }

    fn operation(&self) -> Option<Operation> {
        Some(self.operation)
    }

    fn replace_paths(&self) -> &[String] {
        &self.replace_paths
    }

    fn marked(&self) -> bool {
        self.marked
    }
}

/// Returns a rule with that condition and message.
pub(super) fn rule(sight: Sight, when: &str, message: &str) -> Rule {
    let types = if sight == Sight::Change { "types = \"*\"\n" } else { "" };
    let text = format!(
        "rule \"test\" {{\ntitle = \"t\"\nscope = \"{sight}\"\n{types}when = {when}\nrisk = \"low\"\n\
         message = {message}\nwhy = \"w\"\n}}\n"
    );
    let source = Source::new("test.hcl", &text);
    let rule = read_rule(&source, &Known::default(), "test");
    let problems = source.into_problems();
    assert!(problems.is_empty(), "{when}: {problems:?}");
    rule.unwrap()
}

/// Evaluates an expression of any type and returns the result as text.
pub(super) fn evaluate(expression: &str, sample: &Sample) -> String {
    // An expression that is no condition is compiled in a place where any type is welcome.
    let rule = rule(Sight::Change, &format!("try({expression})"), "\"m\"");
    let node = &rule.condition.as_ref().unwrap().node;
    let crate::policy::source::expression::Node::Call(_, arguments) = node else { panic!("{node:?}") };
    match Walker::new(sample).evaluate(&arguments[0]) {
        Ok(value) => show(&value),
        Err(failure) => format!("failure: {}", failure.message),
    }
}

fn show(value: &Value<'_>) -> String {
    let text = match &value.content {
        Content::Null => "null".to_owned(),
        Content::Unknown => return "unknown".to_owned(),
        Content::Bool(value) => value.to_string(),
        Content::Number(digits) => digits.to_string(),
        Content::Text(text) => format!("'{text}'"),
        _ => match value.elements() {
            Some((items, open)) => {
                let items: Vec<String> = items.iter().map(show).collect();
                format!("[{}{}]", items.join(","), if open { ",..." } else { "" })
            }
            None => {
                let members = value.members().unwrap();
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("{key}:{}", show(value))).collect();
                format!("{{{}}}", members.join(","))
            }
        },
    };
    if value.mark == Mark::Sensitive { format!("{text}!") } else { text }
}

/// Returns a value of a plan. Tests may leak.
pub(super) fn plain(json: &Json) -> Plain<'static> {
    match json {
        Json::Null => Plain::Null,
        Json::Bool(value) => Plain::Bool(*value),
        Json::Number(number) => Plain::Number(Box::leak(number.to_string().into_boxed_str())),
        Json::String(text) => Plain::String(Cow::Owned(text.clone())),
        Json::Array(elements) => Plain::List(elements.iter().map(plain).collect()),
        Json::Object(members) => {
            let members =
                members.iter().map(|(key, value)| (Cow::Owned(key.clone()), plain(value))).collect();
            Plain::Object(Object::new(members).unwrap())
        }
    }
}
