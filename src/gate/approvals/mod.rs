//! Who approved exactly this change: what people said, held against what the policy demands of them.
//!
//! An approval counts if it is the newest opinion of a person with write access who takes no part in the change,
//! is bound to the approval digest, and is fresh. What the demands then ask is met by matching people to places.
//! Everything is told: who met a demand and how, whose word does not count and why, who is missing and who could.
//! What is not known never counts, and what could not be read is an obstacle of its own.

mod answer;
mod binding;
mod command;
mod crowd;
mod demand;
mod evaluate;
mod judge;
mod matching;
mod opinion;
mod person;
mod reason;
mod segregation;
mod stages;
#[cfg(test)]
mod tests;
mod words;

use jiff::Timestamp;
use serde::Serialize;

use crate::facts::Account;

pub use binding::Binding;
pub use command::LEAST_DIGITS;
pub use demand::{Asked, Demand, Group, Known};
pub use evaluate::approvals;
pub use reason::{Code, Effect, Obstacle, Part, Reason};
pub use segregation::{Moment, segregation};

/// What became of the demands for approvals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Approvals {
    /// An answer for each demand, in the order of their stages.
    pub answers: Vec<Answer>,
    /// Everybody who said something, sorted by account: whether it counts, or why not.
    pub said: Vec<Said>,
    /// What stands in the way whoever approves, sorted; none if nothing is demanded.
    pub obstacles: Vec<Obstacle>,
    /// The people whose approval counts, whatever for; of a person with several accounts the one used.
    pub approvers: Vec<Account>,
}

impl Approvals {
    /// Returns true if everything that is demanded of people is met.
    pub fn met(&self) -> bool {
        self.obstacles.is_empty() && self.answers.iter().all(|answer| answer.met)
    }

    /// Returns true if it cannot be decided.
    pub fn undecided(&self) -> bool {
        self.obstacles.iter().any(|obstacle| obstacle.effect == Effect::Error)
    }
}

/// What became of one demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was demanded.
    pub asked: Asked,
    /// Whether it is met.
    pub met: bool,
    /// Who met it, sorted by account. Of a total all who count, else those who fill the places.
    pub by: Vec<MetBy>,
    /// Whose approval counts elsewhere, but not here, and why; sorted by account.
    pub not_by: Vec<NotBy>,
    /// How many are missing.
    pub missing: u64,
    /// Who could give what is missing.
    pub could: Could,
    /// What is demanded and what is missing, on one line.
    pub reason: String,
    /// What would meet it, on one line; empty if it is met.
    pub next: String,
}

/// Somebody who meets a demand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MetBy {
    /// The account.
    pub account: Account,
    /// When it approved.
    pub at: Timestamp,
    /// How the approval is bound to the change.
    pub binding: Binding,
}

/// Somebody whose approval does not count for a demand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotBy {
    /// The account.
    pub account: Account,
    /// Why it does not count here.
    pub reason: Reason,
}

/// Who could give what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Could {
    /// These people, sorted.
    People(Vec<String>),
    /// Whoever has what the demand asks for, and takes no part in the change.
    Anybody,
}

/// Somebody who said something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The account; none if it is gone.
    pub account: Option<Account>,
    /// When; none if that is not known.
    pub at: Option<Timestamp>,
    /// What it comes to.
    pub counts: Counts,
    /// The part that person takes in the change.
    pub part: Option<Part>,
}

impl Said {
    /// Returns who it is and what it comes to, in words.
    pub fn text(&self) -> String {
        let who = self.account.as_ref().map_or("somebody", |account| account.login.as_str());
        match (self.counts, self.part) {
            (Counts::Yes(binding), _) => format!("{who} approved: {}", binding.text()),
            (Counts::No(Reason::Requester | Reason::Contributor), Some(part)) => {
                format!("{who} {}", part.text())
            }
            (Counts::No(reason), _) => format!("{who} {reason}"),
        }
    }
}

/// What somebody's word comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// It is an approval, bound like this.
    Yes(Binding),
    /// It is none, or none that counts.
    No(Reason),
}
