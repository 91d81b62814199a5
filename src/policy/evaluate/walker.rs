//! The walk over a compiled condition.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::value::{Content, List, Mark, Value};
use super::{Scope, Truth, domain, paths};
use crate::plan::operation::Operation;
use crate::plan::view::View;
use crate::policy::source::expression::{At, Expression, Node};
use crate::policy::source::functions::Function;
use crate::policy::source::names::Side;
use crate::policy::source::path::Path;

/// How many steps one evaluation may take.
const BUDGET: usize = 100_000;

/// Why something cannot be evaluated.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    /// Where in the rule.
    pub(super) at: At,
    /// What is wrong.
    pub(super) message: Cow<'static, str>,
    /// It may not happen at all, depending on what is decided during apply.
    pub(super) unsure: bool,
    /// Nothing in the rule may catch it.
    pub(super) fatal: bool,
}

pub(super) type Outcome<'v> = Result<Value<'v>, Failure>;

/// Returns a failure at a place.
pub(super) fn fail<T>(at: At, message: impl Into<Cow<'static, str>>) -> Result<T, Failure> {
    Err(Failure { at, message: message.into(), unsure: false, fatal: false })
}

pub(super) struct Walker<'v> {
    scope: &'v dyn Scope,
    pub(super) locals: Vec<Value<'v>>,
    /// The attribute path of each local, while paths are collected.
    pub(super) local_paths: Vec<Option<String>>,
    budget: usize,
    pub(super) paths: Option<BTreeSet<String>>,
}

impl<'v> Walker<'v> {
    pub(super) fn new(scope: &'v dyn Scope) -> Walker<'v> {
        Walker { scope, locals: Vec::new(), local_paths: Vec::new(), budget: BUDGET, paths: None }
    }

    /// Creates a walker that notes which attribute paths it reads.
    pub(super) fn collecting(scope: &'v dyn Scope) -> Walker<'v> {
        Walker { paths: Some(BTreeSet::new()), ..Walker::new(scope) }
    }

    /// Returns the attribute paths that were read.
    pub(super) fn into_paths(self) -> BTreeSet<String> {
        self.paths.unwrap_or_default()
    }

    /// Evaluates a condition to its truth.
    pub(super) fn condition(&mut self, condition: &'v Expression) -> Result<Truth, Failure> {
        let value = self.evaluate(condition)?;
        truth(&value, condition.at, "the condition")
    }

    pub(super) fn evaluate(&mut self, expression: &'v Expression) -> Outcome<'v> {
        let at = expression.at;
        self.spend(at, 1)?;
        match &expression.node {
            Node::Null => Ok(Value::null()),
            Node::Bool(value) => Ok(Value::from(*value)),
            Node::Number(digits) => Ok(Value::number(&**digits)),
            Node::Text(text) => Ok(Value::from(&**text)),
            Node::Template(template) => self.template(template),
            Node::List(elements) => {
                let items: Result<Vec<_>, _> =
                    elements.iter().map(|element| self.evaluate(element)).collect();
                Ok(Content::List(List { items: items?, open: false }).own())
            }
            Node::Object(members) => {
                let mut values = Vec::with_capacity(members.len());
                for (key, member) in members {
                    values.push((Cow::Borrowed(&**key), self.evaluate(member)?));
                }
                Ok(Content::Object(values).own())
            }
            Node::Name(name) => Ok(self.scope.value(*name)),
            Node::Side(side) => Ok(Value::view(self.side(*side))),
            Node::Local(slot) => Ok(self.locals.get(*slot).cloned().unwrap_or_else(Value::null)),
            Node::Attribute(..) | Node::Index(_) => {
                self.note(expression);
                self.chain(expression)
            }
            Node::Not(operand) => {
                let value = self.evaluate(operand)?;
                Ok(Value::from(!truth(&value, operand.at, "the operand of `!`")?).marked(value.mark))
            }
            Node::Negate(operand) => {
                let value = self.evaluate(operand)?;
                self.negate(operand.at, &value)
            }
            Node::Binary(operator, operands) => self.binary(at, *operator, &operands.0, &operands.1),
            Node::Conditional(parts) => self.conditional(&parts.0, &parts.1, &parts.2),
            Node::For(walk) => self.walk(at, walk),
            Node::Call(Function::Try, arguments) => self.attempt(at, arguments),
            Node::Call(Function::Can, arguments) => self.can(arguments),
            Node::Call(function, arguments) => {
                let values: Result<Vec<_>, _> = arguments.iter().map(|each| self.evaluate(each)).collect();
                self.call(at, *function, &values?)
            }
            Node::PathCall(function, paths, value) => self.path_call(*function, paths, value.as_deref()),
            Node::Glob(glob, text) => {
                let value = self.evaluate(text)?;
                self.match_text(text.at, "glob", &value, |text| Some(glob.matches(text)))
            }
            Node::Regex(regex, text) => {
                let value = self.evaluate(text)?;
                self.match_text(text.at, "regex", &value, |text| regex.matches(text))
            }
        }
    }

    /// Spends steps of the budget.
    pub(super) fn spend(&mut self, at: At, steps: usize) -> Result<(), Failure> {
        match self.budget.checked_sub(steps) {
            Some(left) => {
                self.budget = left;
                Ok(())
            }
            None => {
                let message = "the condition takes too long".into();
                Err(Failure { at, message, unsure: false, fatal: true })
            }
        }
    }

    /// Spends steps for a quick walk over many small things.
    pub(super) fn spend_bulk(&mut self, at: At, things: usize) -> Result<(), Failure> {
        self.spend(at, things / 16)
    }

    fn side(&self, side: Side) -> View<'v> {
        match side {
            Side::Before => self.scope.before(),
            Side::After => self.scope.after(),
        }
    }

    fn path_call(
        &mut self,
        function: Function,
        paths: &'v [Path],
        value: Option<&'v Expression>,
    ) -> Outcome<'v> {
        let wanted = match value {
            Some(value) => self.evaluate(value)?,
            None => Value::null(),
        };
        if wanted.is_unknown() {
            return Ok(wanted);
        }
        let (before, after) = (self.scope.before(), self.scope.after());
        if paths.is_empty() {
            return Ok(Value::from(domain::of_change(function, self.scope)));
        }
        let mut result = Truth::False;
        for path in paths {
            if let Some(noted) = &mut self.paths {
                noted.insert(path.to_string());
            }
            result = result.or(match function {
                Function::Changed => paths::changed(before, after, path),
                Function::Left => paths::left(before, after, path, &wanted),
                Function::Became => paths::became(before, after, path, &wanted),
                Function::Has => paths::has(self.present_side(), path, &wanted),
                Function::Had => paths::has(before, path, &wanted),
                Function::Lowered => paths::moved(before, after, path, paths::Direction::Down, false),
                Function::Raised => paths::moved(before, after, path, paths::Direction::Up, false),
                Function::LoweredForever => paths::moved(before, after, path, paths::Direction::Down, true),
                Function::Lost => paths::missing(before, after, path),
                Function::Gained => paths::missing(after, before, path),
                Function::ForcedBy => Truth::from(paths::forced_by(self.scope.replace_paths(), path)),
                _ => domain::of_path(function, self.scope, path),
            });
        }
        Ok(Value::from(result).marked(wanted.mark))
    }

    /// Returns the side that tells what the object is: after, or before where it goes.
    fn present_side(&self) -> View<'v> {
        match self.scope.operation() {
            Some(Operation::Delete | Operation::Forget) => self.scope.before(),
            _ => self.scope.after(),
        }
    }
}

/// Returns the truth of a value. Null of the plan counts as false; a rule's own null is a mistake.
pub(super) fn truth(value: &Value<'_>, at: At, role: &str) -> Result<Truth, Failure> {
    match &value.content {
        Content::Bool(value) => Ok(Truth::from(*value)),
        Content::Unknown => Ok(Truth::Unknown),
        Content::Null if value.mark >= Mark::Plan => Ok(Truth::False),
        _ => fail(at, format!("{role} is {}, not true or false", value.describe())),
    }
}
