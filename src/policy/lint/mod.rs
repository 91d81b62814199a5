//! What is no mistake in a policy and yet not what its author can have meant: entries that can never apply, demands
//! that can never be met, and what is looser than what always holds.

mod dead;
mod loose;
mod unmeetable;

use super::Policy;
use crate::problem::{Code, Place, Problem};

/// Something about a policy that its author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How grave it is.
    pub gravity: Gravity,
    /// What it is, where, and what helps.
    pub problem: Problem,
}

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It can never work as it is written.
    Error,
    /// It does nothing, or not what it looks like.
    Warning,
    /// It is looser than what always holds: whoever approves the policy should see it.
    Looser,
}

impl Gravity {
    /// Returns the name as it stands in output.
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Error => "error",
            Gravity::Warning => "warning",
            Gravity::Looser => "looser",
        }
    }
}

impl Remark {
    fn new(gravity: Gravity, place: &Place, message: impl Into<String>, help: impl Into<String>) -> Remark {
        let problem = Problem::new(Code::PolicyInvalid, message).at(place.clone()).help(help);
        Remark { gravity, problem }
    }
}

/// Returns what is to be said of a policy, sorted by place. `shipped` is what holds without it; `directories` are those
/// of the repository, where they are known. What is to be said of its times needs a clock, and is said elsewhere.
pub fn lint(policy: &Policy, shipped: &Policy, directories: Option<&[String]>) -> Vec<Remark> {
    let mut remarks = dead::remarks(policy, shipped, directories);
    remarks.extend(unmeetable::remarks(policy));
    remarks.extend(loose::remarks(policy, shipped));
    remarks.sort_by(|a, b| (&a.problem.place, a.gravity).cmp(&(&b.problem.place, b.gravity)));
    remarks
}

#[cfg(test)]
mod tests;
