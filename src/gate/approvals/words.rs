//! Demands and what is missing of them, in words.

use super::demand::{Asked, written};
use super::reason::Reason;
use super::{Could, NotBy, Said};
use crate::facts::Account;
use crate::policy::Approver;

/// How many people are named.
const NAMED: usize = 5;

/// What a text is made of.
pub(super) struct State<'a> {
    pub(super) asked: &'a Asked,
    pub(super) have: u64,
    pub(super) missing: u64,
    pub(super) could: &'a Could,
    /// Whether it is its turn.
    pub(super) open: bool,
    pub(super) not_by: &'a [NotBy],
    /// Those who are asked, said something that does not count, and would only have to say it again.
    pub(super) again: &'a [&'a Said],
    /// How they approve.
    pub(super) how: &'a str,
}

impl State<'_> {
    /// Says what is demanded and what is missing.
    pub(super) fn reason(&self) -> String {
        let (asked, have) = (self.asked, self.have.min(self.asked.count));
        let approvals = if asked.count == 1 { "approval" } else { "approvals" };
        let counted = format!("{have} of {} {approvals}", asked.count);
        if self.missing == 0 {
            return format!("{counted} by {}", people(asked));
        }
        let number = match self.missing {
            1 => "one".to_owned(),
            many => many.to_string(),
        };
        let of = if asked.is_total() { "by" } else { "of" };
        let missing = format!("{counted}; missing {number} {of} {}", people(asked));
        match self.could {
            _ if !self.open => format!("{missing}, whose turn it is once the stages before are complete"),
            Could::People(names) if names.is_empty() => format!("{missing}, where nobody is left who may"),
            Could::People(names) => format!("{missing} (ask {})", list(names)),
            Could::Anybody => missing,
        }
    }

    /// Says what would meet it.
    pub(super) fn next(&self) -> String {
        if self.missing == 0 {
            return String::new();
        }
        if !self.open {
            return "have the stages before it approved first; what was approved early counts not here"
                .to_owned();
        }
        let again: Vec<String> = self
            .not_by
            .iter()
            .filter(|one| one.reason == Reason::TooEarly)
            .map(|one| name(&one.account))
            .collect();
        if !again.is_empty() {
            return format!("ask {} to approve again, now that it is their turn", list(&again));
        }
        let how = self.how;
        if let Some(first) = self.again.first() {
            let names: Vec<String> =
                self.again.iter().filter_map(|said| said.account.as_ref()).map(name).collect();
            let why =
                if names.len() == 1 { first.text() } else { "what they said does not count".to_owned() };
            return format!("ask {} to {how} again: {why}", list(&names));
        }
        match self.could {
            Could::People(names) if names.is_empty() => {
                format!("add somebody to {} who takes no part in the change", people(self.asked))
            }
            Could::People(names) => format!("ask {} to {how}", list(names)),
            Could::Anybody => format!("ask {} who take no part in the change to {how}", people(self.asked)),
        }
    }
}

/// Says what is demanded where nobody was asked yet.
pub(super) fn to_come(asked: &Asked) -> String {
    let approvals = if asked.count == 1 { "approval" } else { "approvals" };
    format!("{} {approvals} by {} needed; nobody was asked yet", asked.count, people(asked))
}

/// Names the people a demand asks.
fn people(asked: &Asked) -> String {
    if asked.from.is_empty() {
        return "nobody".to_owned();
    }
    let words: Vec<String> = asked
        .from
        .iter()
        .map(|approver| match approver {
            Approver::Permission(level) => format!("people with {level} access"),
            other => written(other),
        })
        .collect();
    words.join(" or ")
}

/// Names an account.
pub(super) fn name(account: &Account) -> String {
    account.login.clone()
}

fn list(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    match names.len().checked_sub(NAMED) {
        None | Some(0) => match shown.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => shown.concat(),
        },
        Some(more) => format!("{} or {more} more", shown.join(", ")),
    }
}

/// Says a length of time in the largest unit that divides it.
pub(super) fn length(seconds: u64) -> String {
    for (unit, of) in [("h", 3600), ("min", 60)] {
        if seconds.is_multiple_of(of) && seconds > 0 {
            return format!("{} {unit}", seconds / of);
        }
    }
    format!("{seconds} s")
}
