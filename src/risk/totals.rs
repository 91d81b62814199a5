//! The totals of a plan that rules see.

use std::collections::BTreeSet;

use crate::plan::change::ResourceChange;
use crate::plan::mode::Mode;
use crate::plan::operation::Operation;
use crate::plan::{CheckStatus, Plan};
use crate::policy::Class;

/// How much a plan does in all. Counts are of managed resources; deposed objects are left-overs and not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// New objects.
    pub creates: u64,
    /// Changes in place.
    pub updates: u64,
    /// Deletions.
    pub deletes: u64,
    /// Replacements of every order.
    pub replaces: u64,
    /// Objects that leave the state and stay.
    pub forgets: u64,
    /// Objects that come under management.
    pub imports: u64,
    /// Moves.
    pub moves: u64,
    /// Objects destroyed: deletions, and replacements that destroy the old object.
    pub destroys: u64,
    /// Managed resources that existed before this plan.
    pub managed: u64,
    /// The classes of what is destroyed.
    pub destroyed_classes: BTreeSet<Class>,
    /// Checks that failed or could not be evaluated.
    pub checks_failed: u64,
    /// Resources that were changed outside Terraform.
    pub drifted: u64,
    /// Changes that the plan puts off.
    pub deferred: u64,
    /// Actions that it invokes.
    pub invocations: u64,
    /// Addresses that do not re-compose from their parts.
    pub mismatched: u64,
    /// Changes whose action is not what their two sides say.
    pub contradictory: u64,
}

impl Totals {
    /// Counts a plan; `class_of` says the class of a change.
    pub fn of(plan: &Plan, class_of: impl Fn(&ResourceChange) -> Class) -> Totals {
        let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        let failed =
            plan.checks.iter().filter(|check| matches!(check.status, CheckStatus::Fail | CheckStatus::Error));
        let mut totals = Totals {
            managed: plan.unchanged.managed,
            checks_failed: count(failed.count()),
            drifted: count(plan.drift.len()),
            deferred: count(plan.deferred.len()),
            invocations: count(plan.invocations.len()),
            mismatched: count(plan.changes.iter().filter(|change| change.address_mismatch).count()),
            contradictory: count(plan.changes.iter().filter(|change| change.contradictory).count()),
            ..Totals::default()
        };
        for change in plan.changes.iter().filter(|change| change.mode == Mode::Managed) {
            totals.add(change, &class_of);
        }
        totals
    }

    fn add(&mut self, change: &ResourceChange, class_of: impl Fn(&ResourceChange) -> Class) {
        if change.deposed.is_some() {
            return;
        }
        self.imports += u64::from(change.importing);
        self.moves += u64::from(change.moved());
        let counter = match change.operation {
            Operation::Create => &mut self.creates,
            Operation::Update => &mut self.updates,
            Operation::Delete => &mut self.deletes,
            Operation::Replace => &mut self.replaces,
            Operation::Forget => &mut self.forgets,
            Operation::NoOp | Operation::Read => &mut 0,
        };
        *counter += 1;
        if change.operation != Operation::Create {
            self.managed += 1;
        }
        if change.destroys() {
            self.destroys += 1;
            self.destroyed_classes.insert(class_of(change));
        }
    }
}
