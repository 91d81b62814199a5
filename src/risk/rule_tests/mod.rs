//! Tests of rules as data: plans on which a rule must fire, and plans on which it must stay silent.
//!
//! [`read_cases`] finds the plans, [`run()`] judges each with the whole policy and says what is not as expected. A rule
//! that never fires is as wrong as one that always does, so each needs plans of both kinds. Every rule runs over the
//! plans of all the others too: hits that nobody asked for are told.

mod cases;
mod expected;
mod run;
#[cfg(test)]
mod tests;

use std::fmt;

pub use cases::{Case, read_cases};
pub use expected::{Expected, ExpectedFinding, Sureness};
pub use run::{hits, run};

use super::confidence::Confidence;
use crate::policy::{Effect, Risk};
use crate::problem::{Place, Problem};

/// A rule that fired on a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The rule.
    pub rule: String,
    /// The address of the change; none for a finding on the plan as a whole.
    pub address: Option<String>,
    /// The level.
    pub risk: Risk,
    /// What it comes to there: a rule that prohibits does not where it cannot tell.
    pub effect: Effect,
    /// How sure it is.
    pub confidence: Confidence,
}

impl fmt::Display for Hit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.rule)?;
        if let Some(address) = &self.address {
            write!(f, " at {address}")?;
        }
        write!(f, " ({}, {}, {})", self.risk.name(), self.effect.name(), self.confidence.name())
    }
}

/// What is not as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What kind of difference it is.
    pub kind: Kind,
    /// The rule that it concerns.
    pub rule: String,
    /// Where the rule says what differs; none if there is no such rule.
    pub place: Option<Place>,
    /// The plan; none where one is missing.
    pub fixture: Option<String>,
    /// What should be, in words.
    pub expected: String,
    /// What is, in words.
    pub found: String,
    /// What helps, on one line.
    pub help: Option<String>,
}

/// The kinds of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// There is no plan on which the rule must fire, or none on which it must stay silent.
    FixtureMissing,
    /// The rule fires where it must stay silent, or the other way round.
    Fires,
    /// The rule is to prohibit, and does so on none of its plans.
    NeverProhibits,
    /// A finding is not the one that is written down.
    Finding,
    /// A rule cannot be evaluated on the plan.
    Unevaluated,
}

impl Kind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::FixtureMissing => "fixture-missing",
            Kind::Fires => "fires",
            Kind::NeverProhibits => "never-prohibits",
            Kind::Finding => "finding",
            Kind::Unevaluated => "unevaluated",
        }
    }
}

/// A plan that was judged.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The plan.
    pub case: Case,
    /// What the tested rules found on it, sorted.
    pub hits: Vec<Hit>,
    /// Those of the hits that nobody asked for: of other rules, on a plan without expectations.
    pub strays: Vec<Hit>,
}

/// How the tests went.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The ids of the rules that were tested, sorted.
    pub rules: Vec<String>,
    /// The plans that were judged, sorted.
    pub tried: Vec<Tried>,
    /// What is not as expected, in the order of the rules.
    pub differences: Vec<Difference>,
    /// What kept a plan from being judged, other than a rule.
    pub problems: Vec<Problem>,
}

impl Outcome {
    /// Returns true if all is as expected and nothing went untested.
    pub fn passed(&self) -> bool {
        self.differences.is_empty() && self.problems.is_empty()
    }
}
