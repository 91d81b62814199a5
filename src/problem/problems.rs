//! Several problems that were found together.

use super::{Code, Problem};

/// Problems that were found together, so that a person can fix all of them at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    first: Problem,
    rest: Vec<Problem>,
}

impl Problems {
    /// Returns the first one.
    pub fn first(&self) -> &Problem {
        &self.first
    }

    /// Returns the others.
    pub fn rest(&self) -> &[Problem] {
        &self.rest
    }

    /// Returns all of them, in the order in which they are to be read.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

impl From<Problem> for Problems {
    fn from(first: Problem) -> Problems {
        Problems { first, rest: Vec::new() }
    }
}

impl From<Vec<Problem>> for Problems {
    /// Whoever fails has a reason; without one the failure itself is it.
    fn from(problems: Vec<Problem>) -> Problems {
        let mut problems = problems.into_iter();
        let first = problems
            .next()
            .unwrap_or_else(|| Problem::new(Code::PolicyInvalid, "something is wrong that nobody has named"));
        Problems { first, rest: problems.collect() }
    }
}
