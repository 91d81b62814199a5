//! Evaluates what the organisation wrote: conditions, messages, guards and facets, over one change.
//!
//! Unknown is a value here, not an error and not null: whatever depends on it is unknown, unless the outcome is
//! the same for every value it could take.

mod access;
mod arithmetic;
mod calls;
mod control;
mod domain;
mod equality;
mod guards;
mod message;
mod operators;
mod paths;
mod reach;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod truth;
mod value;
mod walker;

use std::collections::BTreeSet;

pub use truth::Truth;
pub use value::Value;

use self::walker::Walker;
use super::source::expression::Expression;
use super::source::names::Name;
use super::source::rule::Rule;
use crate::plan::operation::Operation;
use crate::plan::view::View;
use crate::problem::{Code, Place, Problem};

/// What a condition is evaluated over: one change, or the plan as a whole.
pub trait Scope {
    /// Returns the value of a name.
    fn value(&self, name: Name) -> Value<'_>;

    /// Returns the object before the change; absent for a rule that looks at the plan.
    fn before(&self) -> View<'_>;

    /// Returns the object after the change; absent for a rule that looks at the plan.
    fn after(&self) -> View<'_>;

    /// Returns what the change does; none for a rule that looks at the plan.
    fn operation(&self) -> Option<Operation>;

    /// Returns which attribute paths force a replacement, dotted, indices included.
    fn replace_paths(&self) -> &[String];

    /// Returns false only if the configuration surely leaves an attribute out, so that the provider computes it.
    fn configured(&self, _attribute: &str) -> bool {
        true
    }

    /// Returns the type of the resource; empty for a rule that looks at the plan.
    fn kind(&self) -> &str {
        ""
    }

    /// Returns false if the plan carries no marks of sensitivity, so that nothing of it may be shown.
    fn marked(&self) -> bool {
        true
    }
}

/// What an evaluation looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The attribute paths that were read, dotted, without side and indices.
    pub paths: BTreeSet<String>,
}

impl Rule {
    /// Returns whether the rule fires on what it was selected for.
    ///
    /// # Errors
    ///
    /// The condition cannot be evaluated there.
    pub fn fires(&self, scope: &dyn Scope) -> Result<Truth, Problem> {
        match &self.condition {
            None => Ok(Truth::True),
            Some(condition) => Walker::new(scope).condition(condition).map_err(|failure| {
                let place = Place { line: failure.at.line, column: failure.at.column, ..self.place.clone() };
                let message = format!("the rule `{}` cannot be evaluated: {}", self.id, failure.message);
                Problem::new(Code::RuleFailed, message)
                    .at(place)
                    .help("let the rule test for that case first, or give `try` another value")
            }),
        }
    }

    /// Returns the attributes that the rule names and those that its condition reads.
    pub fn evidence(&self, scope: &dyn Scope) -> Evidence {
        let mut evidence =
            self.condition.as_ref().map(|condition| read(condition, scope)).unwrap_or_default();
        evidence.paths.extend(self.attributes.iter().map(ToString::to_string));
        evidence
    }

    /// Returns what the rule says about a change. It shows no string of the plan but names, and nothing sensitive.
    pub fn render(&self, scope: &dyn Scope) -> String {
        message::render(&self.message, scope)
    }
}

/// Returns the attribute paths that the evaluation of a condition reads.
fn read(condition: &Expression, scope: &dyn Scope) -> Evidence {
    let mut walker = Walker::collecting(scope);
    // What was read up to a failure is evidence, too.
    let _ = walker.condition(condition);
    Evidence { paths: walker.into_paths() }
}
