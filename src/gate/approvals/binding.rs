//! Whether what somebody said is about exactly this change.
//!
//! The commit that a review is said to be about is never taken as proof that it is: the forge moves it on when a
//! branch is pushed anew with the same difference. What proves it are times that the forge itself put down: when
//! the head was pushed, when this digest was shown on it, and when the review was submitted.

use jiff::Timestamp;
use serde::Serialize;

use super::person::equivalent_heads;
use super::reason::Reason;
use crate::facts::{Facts, Publication};
use crate::gate::digest::ApprovalDigest;

/// How an approval is bound to the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binding {
    /// A review, given on this head after this digest was shown on it.
    Review,
    /// It names the digest.
    Explicit,
    /// It names the digest, and was given on an earlier head with the same one.
    CarriedOver,
}

impl Binding {
    /// Returns it in words.
    pub fn text(self) -> &'static str {
        match self {
            Binding::Review => "review of this commit",
            Binding::Explicit => "named the digest",
            Binding::CarriedOver => "named the digest, which later pushes kept",
        }
    }
}

/// What was shown of a change, where and when.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    facts: &'a Facts,
    digest: &'a ApprovalDigest,
    /// What we published for this directory and workspace, or all of it if this digest was never published.
    ours: Vec<&'a Publication>,
    /// What we published for others; none if it is not known which those are.
    others: Vec<&'a Publication>,
    heads: Vec<&'a str>,
}

impl<'a> Shown<'a> {
    /// Gathers what was shown of the change of this digest.
    pub(super) fn new(facts: &'a Facts, digest: &'a ApprovalDigest) -> Shown<'a> {
        // Whoever may write can set a status that looks like ours; its creator cannot be forged.
        let publisher = facts.publisher.as_ref().map(|account| account.id);
        let mut ours: Vec<&Publication> = facts.publications.iter().flatten().collect();
        ours.retain(|one| one.creator.as_ref().is_some_and(|creator| Some(creator.id) == publisher));
        let contexts: Vec<&str> =
            ours.iter().filter(|one| one.digest == digest.text()).map(|one| one.context.as_str()).collect();
        let mut others = Vec::new();
        if !contexts.is_empty() {
            let here = |one: &&Publication| contexts.contains(&one.context.as_str());
            (ours, others) = ours.into_iter().partition(here);
        }
        Shown { facts, digest, ours, others, heads: equivalent_heads(facts) }
    }

    /// Returns true if digits name what was shown of another directory or workspace, and nothing that was ever shown
    /// here: whoever says that says nothing about this change.
    pub(super) fn is_of_another(&self, digits: &str) -> bool {
        let here = self.digest.digits().starts_with(digits);
        let named = |one: &&Publication| digits_of(one).starts_with(digits);
        !here && !self.ours.iter().any(named) && self.others.iter().any(named)
    }

    /// Judges a review that approves and names no digest.
    pub(super) fn review(&self, commit: Option<&str>, at: Timestamp) -> Result<Binding, Reason> {
        let Some(commit) = commit.filter(|commit| self.heads.contains(commit)) else {
            return Err(Reason::HeadChanged);
        };
        // Whatever head it was given on, if only the base branch was brought in since, it is about this change.
        match self.heads.iter().find_map(|head| self.on(head, at).ok()) {
            Some(binding) => Ok(binding),
            None => self.on(commit, at),
        }
    }

    fn on(&self, head: &str, at: Timestamp) -> Result<Binding, Reason> {
        let pushed = self.facts.pushed_at(head).ok_or(Reason::PushTimeUnknown)?;
        if at < pushed {
            return Err(Reason::ReviewReanchored);
        }
        let before = self.ours.iter().filter(|one| one.sha == head && one.created_at <= at);
        let Some(newest) = before.clone().map(|one| one.created_at).max() else {
            return Err(Reason::BeforePlan);
        };
        // Of two that were shown at the same time nobody can tell which was looked at.
        let seen = before.filter(|one| one.created_at == newest).all(|one| one.digest == self.digest.text());
        if seen { Ok(Binding::Review) } else { Err(Reason::PlanChanged) }
    }

    /// Judges an approval that names the digest by its first digits.
    pub(super) fn explicit(&self, digits: &str, at: Timestamp) -> Result<Binding, Reason> {
        let named = |one: &&&Publication| digits_of(one).starts_with(digits);
        if !self.digest.digits().starts_with(digits) {
            return Err(Reason::PlanChanged);
        }
        let mut before = self.ours.iter().filter(|one| one.created_at <= at);
        // Two plans can be made to begin alike: whoever approves must have been able to tell them apart.
        if before.clone().filter(named).any(|one| one.digest != self.digest.text()) {
            return Err(Reason::AmbiguousDigest);
        }
        let same = |one: &&Publication| one.digest == self.digest.text();
        if !before.clone().any(same) {
            return Err(Reason::BeforePlan);
        }
        let head = self.heads.first();
        let here = before.any(|one| same(one) && head == Some(&one.sha.as_str()));
        Ok(if here { Binding::Explicit } else { Binding::CarriedOver })
    }
}

/// Returns the digits of the digest that was published.
fn digits_of(publication: &Publication) -> &str {
    publication.digest.strip_prefix(crate::gate::digest::PREFIX).unwrap_or(&publication.digest)
}
