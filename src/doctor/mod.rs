//! What can be checked of the operator's side: whether applygate can be got round, and what would close that.
//!
//! Pure: what was read of GitHub, of the workflows and of Atlantis comes in as [`Observed`], and goes out as checks and
//! the level of assurance that they prove. What could not be read is unknown, and unknown never counts as well.

pub mod atlantis;
mod branch;
pub mod catalog;
mod command;
pub mod documentation;
mod environment;
mod level;
mod observed;
mod token;
pub mod workflow;
mod yaml;

use catalog::{ALL, Entry, Side};

pub use level::{Level, YOURS};
pub use observed::{
    App, AtlantisSide, BranchPolicy, Environment, GithubSide, Layer, Observed, OidcSubject, RequiredCheck,
    RequiredWorkflow, Reviews, Seen, TextFile, Viewer, WorkflowPermissions,
};

/// The name of the check run, and of the status where no check run can be written.
pub const CHECK: &str = "applygate";

/// How one thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is not as it should be.
    Problem,
    /// It could not be read, or what was read does not tell.
    Unknown,
    /// It was read, and is as it should be.
    Ok,
}

impl State {
    /// Returns the stable name.
    pub fn name(self) -> &'static str {
        match self {
            State::Problem => "problem",
            State::Unknown => "unknown",
            State::Ok => "ok",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What is asked.
    pub entry: &'static Entry,
    /// Which of several it is about: a file and its job, a workflow of Atlantis; empty where there is one only.
    pub subject: String,
    /// How it stands.
    pub state: State,
    /// What was seen, or why it could not be.
    pub found: String,
}

impl Check {
    fn new(entry: &'static Entry, state: State, found: impl Into<String>) -> Check {
        Check { entry, subject: String::new(), state, found: found.into() }
    }

    fn of(entry: &'static Entry, subject: &str, state: State, found: impl Into<String>) -> Check {
        Check { subject: subject.to_owned(), ..Check::new(entry, state, found) }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// All checks, in the order of the catalog, the worst first, then by subject.
    pub checks: Vec<Check>,
    /// The level that is proven; none if not even the first is.
    pub level: Option<Level>,
    /// What only a person can see, for the sides that are in play.
    pub yours: Vec<&'static str>,
}

impl Diagnosis {
    /// Returns the checks that a level needs and that are not proven.
    pub fn missing(&self, level: Level) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |check| check.entry.level == Some(level) && check.state != State::Ok)
    }

    /// Returns true if something stands wrong that is more than advice.
    pub fn has_problems(&self) -> bool {
        self.checks.iter().any(|check| check.state == State::Problem && check.entry.level.is_some())
    }
}

/// Judges what was observed.
pub fn assess(observed: &Observed) -> Diagnosis {
    let workflows = workflow::read(&observed.workflows, Some(&observed.github));
    let atlantis = observed.atlantis.as_ref().map(atlantis::read);
    let mut checks = Vec::new();
    checks.extend(branch::checks(&observed.github));
    checks.extend(token::checks(&observed.github));
    checks.extend(environment::checks(observed));
    checks.extend(workflow::checks(observed, &workflows, atlantis.as_ref()));
    if let Some(side) = &atlantis {
        checks.extend(atlantis::checks(side));
    }
    complete(&mut checks, atlantis.is_some());
    let place = |check: &Check| ALL.iter().position(|entry| entry.id == check.entry.id);
    checks.sort_by(|a, b| (place(a), a.state, &a.subject).cmp(&(place(b), b.state, &b.subject)));
    let level = Level::proven(&checks);
    let yours = YOURS
        .iter()
        .filter(|(side, _)| *side != Side::Atlantis || atlantis.is_some())
        .map(|(_, words)| *words)
        .collect();
    Diagnosis { checks, level, yours }
}

/// Whatever nobody looked at is unknown, so that nothing is proven by being forgotten.
fn complete(checks: &mut Vec<Check>, atlantis: bool) {
    for entry in ALL {
        let asked = entry.side != Side::Atlantis || atlantis;
        if asked && !checks.iter().any(|check| check.entry.id == entry.id) {
            checks.push(Check::new(entry, State::Unknown, "not looked at"));
        }
    }
}

#[cfg(test)]
mod tests;
