//! Attributes, indices, and which paths were read.

use super::value::{Content, Mark, Value};
use super::walker::{Outcome, Walker, fail};
use crate::plan::number::Decimal;
use crate::policy::source::expression::{At, Expression, Node};

impl<'v> Walker<'v> {
    /// Evaluates attributes and indices without noting each step of the path.
    pub(super) fn chain(&mut self, expression: &'v Expression) -> Outcome<'v> {
        match &expression.node {
            Node::Attribute(base, name) => {
                let base = self.chain(base)?;
                attribute(expression.at, &base, name)
            }
            Node::Index(parts) => {
                let base = self.chain(&parts.0)?;
                let index = self.evaluate(&parts.1)?;
                element(expression.at, &base, &index)
            }
            _ => self.evaluate(expression),
        }
    }

    pub(super) fn note(&mut self, expression: &'v Expression) {
        if self.paths.is_none() {
            return;
        }
        if let Some(path) = self.path_of(expression).filter(|path| !path.is_empty())
            && let Some(paths) = &mut self.paths
        {
            paths.insert(path);
        }
    }

    /// Returns the attribute path that an expression reads, without side and indices.
    pub(super) fn path_of(&self, expression: &Expression) -> Option<String> {
        let join = |base: String, name: &str| {
            if base.is_empty() { name.to_owned() } else { format!("{base}.{name}") }
        };
        match &expression.node {
            Node::Side(_) => Some(String::new()),
            Node::Local(slot) => self.local_paths.get(*slot).cloned().flatten(),
            Node::Attribute(base, name) => Some(join(self.path_of(base)?, name)),
            Node::Index(parts) => {
                let base = self.path_of(&parts.0)?;
                match &parts.1.node {
                    Node::Text(key) => Some(join(base, key)),
                    _ => Some(base),
                }
            }
            _ => None,
        }
    }
}

/// Returns an attribute of a value.
fn attribute<'v>(at: At, base: &Value<'v>, name: &str) -> Outcome<'v> {
    match &base.content {
        Content::Null | Content::Unknown => Ok(base.clone()),
        Content::Tree(view) => match view.elements() {
            None => Ok(Value::view(view.get(name))),
            Some(0) => Ok(Content::Null.with(base.mark)),
            Some(1) => attribute(at, &Value::view(view.at(0)), name),
            // Which of the blocks is meant cannot be told.
            Some(_) => Ok(Value::unknown()),
        },
        Content::Object(members) => {
            let found = members.iter().find(|(key, _)| key == name);
            Ok(found.map_or_else(|| Content::Null.with(Mark::Plan), |(_, value)| value.clone()))
        }
        Content::List(list) => match list.items.as_slice() {
            _ if list.open => Ok(Value::unknown()),
            [] => Ok(Content::Null.with(Mark::Plan)),
            [only] => attribute(at, only, name),
            _ => Ok(Value::unknown()),
        },
        Content::Bool(_) | Content::Number(_) | Content::Text(_) => {
            fail(at, format!("{} has no attribute `{name}`", base.describe()))
        }
    }
}

/// Returns an element of a list or a member of an object.
fn element<'v>(at: At, base: &Value<'v>, index: &Value<'v>) -> Outcome<'v> {
    match (&base.content, &index.content) {
        (Content::Null | Content::Unknown, _) => Ok(base.clone()),
        (_, Content::Unknown) => Ok(Value::unknown()),
        (Content::Tree(view), Content::Text(key)) if view.elements().is_none() => {
            Ok(Value::view(view.get(key)))
        }
        (Content::Object(_), Content::Text(key)) => attribute(at, base, key),
        (_, Content::Number(digits)) => match base.elements() {
            None => fail(at, format!("{} has no element {digits}", base.describe())),
            Some((_, true)) => Ok(Value::unknown()),
            Some((elements, false)) => {
                let Some(index) = Decimal::parse(digits).and_then(|digits| digits.as_usize()) else {
                    return fail(at, format!("{digits} is no index"));
                };
                Ok(elements.into_iter().nth(index).unwrap_or_else(|| Content::Null.with(Mark::Plan)))
            }
        },
        _ => fail(at, format!("{} has no element by {}", base.describe(), index.describe())),
    }
}
