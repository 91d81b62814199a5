//! What differs between the two sides of a change: by path, how it was judged, and what of it may be shown.
//!
//! Terraform prints what differs in the text; a reviewer wants to know what differs in the meaning. Sets are compared
//! as sets, documents in texts as trees, policy documents by statement, numbers by value, long texts by line; labels
//! are folded into one entry.

mod canonical;
mod compare;
mod document;
mod identity;
mod labels;
mod lines;
mod list;
mod named;
mod policy;
mod statement;
#[cfg(test)]
mod tests;
mod wording;

use super::shown::{Discretion, Shown};
use crate::plan::change::Change;
use compare::Comparer;
pub(super) use named::{exists, named};

/// How a difference was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The value is another one, or is there only on one side.
    Changed,
    /// The same content in another order, or spelled another way that means the same.
    OrderOnly,
    /// The same value as another type, such as `"1"` and `1`.
    TypeOnly,
    /// The value is decided during apply.
    KnownAfterApply,
    /// A statement of a policy document is new.
    StatementGained,
    /// A statement of a policy document is gone.
    StatementLost,
    /// A statement covers all that it covered, and more. A `Deny` that covers more forbids more.
    StatementWider,
    /// A statement covers less than it covered, and nothing new.
    StatementNarrower,
    /// A text of several lines differs in some of them.
    Lines(Tally),
    /// Labels differ: `tags` and the like, folded into one entry.
    Tags(Tally),
}

/// How many lines or labels were added, changed and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// There only after the change.
    pub added: usize,
    /// Another value; lines are added and removed instead.
    pub changed: usize,
    /// There only before the change.
    pub removed: usize,
}

impl Judgement {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Judgement::Changed => "changed",
            Judgement::OrderOnly => "order-only",
            Judgement::TypeOnly => "type-only",
            Judgement::KnownAfterApply => "known-after-apply",
            Judgement::StatementGained => "statement-gained",
            Judgement::StatementLost => "statement-lost",
            Judgement::StatementWider => "statement-wider",
            Judgement::StatementNarrower => "statement-narrower",
            Judgement::Lines(_) => "lines",
            Judgement::Tags(_) => "tags",
        }
    }

    /// Returns true if the value means the same as before.
    pub fn means_the_same(self) -> bool {
        matches!(self, Judgement::OrderOnly | Judgement::TypeOnly)
    }

    /// Returns how many lines or labels differ, where they are counted.
    pub fn tally(self) -> Option<Tally> {
        match self {
            Judgement::Lines(tally) | Judgement::Tags(tally) => Some(tally),
            _ => None,
        }
    }
}

/// A difference at one path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The attribute path, steps separated by dots, elements of lists by their position.
    pub path: String,
    /// What tells the element of a list that the path leads through from others, such as `tcp 22`.
    pub within: Option<String>,
    /// How it was judged.
    pub judged: Judgement,
    /// What is shown of the value before; none where there was none.
    pub before: Option<Shown>,
    /// What is shown of the value after; none where there is none, or none is known yet.
    pub after: Option<Shown>,
}

impl Difference {
    /// Returns the name of the attribute at the top of the path.
    pub fn attribute(&self) -> &str {
        self.path.split('.').next().unwrap_or(&self.path)
    }

    /// Returns the path without positions in lists: as rules and facets write it.
    pub fn attribute_path(&self) -> String {
        let named = |step: &&str| !step.bytes().all(|byte| byte.is_ascii_digit());
        self.path.split('.').filter(named).collect::<Vec<_>>().join(".")
    }
}

/// Returns what differs between the two sides of a change: attributes by name, elements by position.
pub(super) fn differences(change: &Change<'_>, discretion: &Discretion<'_>) -> Vec<Difference> {
    let mut comparer = Comparer::new(discretion);
    comparer.sides(change.before(), change.after());
    comparer.found
}
