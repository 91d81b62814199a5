//! A problem that a person must fix: what happened, where, and what helps.
//!
//! This room imports no other. Every reader in the house reports through it, so that an error looks
//! the same wherever it comes from: one line that says what happened (lower case, no final period,
//! user input in backticks), the place, and a separate line of help.

mod excerpt;
mod problems;
mod suggest;

use std::fmt;

pub use excerpt::Excerpt;
pub use problems::Problems;
pub use suggest::{nearest, nearest_within};

/// What kind of failure a problem is, for machines: stable names, printed as `error.code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The input could not be read at all.
    InputUnreadable,
    /// The input is a known thing, but not a plan that can be judged.
    InputNotAPlan,
    /// The input is a plan, but damaged, ambiguous or of an unknown kind.
    PlanInvalid,
    /// A limit on size or depth was exceeded.
    LimitExceeded,
    /// A rule, the catalog or the policy is wrong.
    PolicyInvalid,
    /// A rule could not be evaluated on this plan.
    RuleFailed,
    /// The facts of people, evidence and time cannot be read.
    FactsInvalid,
    /// What was asked for does not exist.
    NotFound,
    /// The forge did not answer.
    ForgeUnavailable,
    /// The forge does not accept the token at all.
    TokenRefused,
    /// The forge accepts the token, and it lacks a right.
    ForgeRefused,
    /// The forge answers no more requests for a while.
    RateLimited,
    /// The forge answered with less than all, or with something else.
    PartialData,
    /// The result could not be written.
    OutputFailed,
    /// Clocks disagree about the time.
    ClockSkew,
    /// What is known does not suffice for a decision.
    Undecided,
}

impl Code {
    /// Returns the stable name of the code.
    pub fn name(self) -> &'static str {
        match self {
            Code::InputUnreadable => "INPUT_UNREADABLE",
            Code::InputNotAPlan => "INPUT_NOT_A_PLAN",
            Code::PlanInvalid => "PLAN_INVALID",
            Code::LimitExceeded => "LIMIT_EXCEEDED",
            Code::PolicyInvalid => "POLICY_INVALID",
            Code::RuleFailed => "RULE_FAILED",
            Code::FactsInvalid => "FACTS_INVALID",
            Code::NotFound => "NOT_FOUND",
            Code::ForgeUnavailable => "FORGE_UNAVAILABLE",
            Code::TokenRefused => "TOKEN_REFUSED",
            Code::ForgeRefused => "FORGE_REFUSED",
            Code::RateLimited => "RATE_LIMITED",
            Code::PartialData => "PARTIAL_DATA",
            Code::OutputFailed => "OUTPUT_FAILED",
            Code::ClockSkew => "CLOCK_SKEW",
            Code::Undecided => "UNDECIDED",
        }
    }
}

/// A place in a text file. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The file as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Place {
    /// Returns the place of byte `offset` in `text`, which is the content of `file`.
    pub fn at(file: &str, text: &str, offset: usize) -> Place {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Place {
            file: file.to_owned(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }
}

impl Place {
    /// Returns the byte of `text` that stands at this place, or its end where it has no such place.
    pub fn offset(&self, text: &str) -> usize {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let lines = text.split_inclusive('\n').take(count(self.line));
        let start: usize = lines.map(str::len).sum();
        let line = text.get(start..).unwrap_or_default();
        line.char_indices().nth(count(self.column)).map_or(text.len(), |(at, _)| start + at)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Something that went wrong and that a person can fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The kind of failure, for machines.
    pub code: Code,
    /// What happened, on one line.
    pub message: String,
    /// Where it happened, if it happened in a text.
    pub place: Option<Place>,
    /// The line of the text where it happened, to be shown with a caret.
    pub excerpt: Option<Box<Excerpt>>,
    /// What helps, on one line.
    pub help: Option<String>,
}

impl Problem {
    /// Creates a problem without place or help.
    pub fn new(code: Code, message: impl Into<String>) -> Problem {
        Problem { code, message: message.into(), place: None, excerpt: None, help: None }
    }

    /// Adds what helps.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Problem {
        self.help = Some(help.into());
        self
    }

    /// Adds the line where it happened.
    #[must_use]
    pub fn excerpt(mut self, excerpt: Excerpt) -> Problem {
        self.excerpt = Some(Box::new(excerpt));
        self
    }

    /// Adds where it happened.
    #[must_use]
    pub fn at(mut self, place: Place) -> Problem {
        self.place = Some(place);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "first\nzwölf = x\n";
        for (offset, line, column) in [(0, 1, 1), (5, 1, 6), (6, 2, 1), (15, 2, 9), (999, 3, 1)] {
            let place = Place::at("a.hcl", text, offset);
            assert_eq!((place.line, place.column), (line, column), "offset {offset}");
            assert_eq!(place.offset(text), offset.min(text.len()), "offset {offset}");
        }
    }
}
