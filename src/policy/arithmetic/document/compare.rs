//! What one document allows that another does not.
//!
//! A statement is a product: principals x actions x resources. It is *new* unless every element of that product is
//! covered by some statement of the other document with the same effect and conditions that are no stronger. So
//! statements may be split, merged, re-ordered and re-spelled without being new. What is not seen: that several
//! patterns together make up another (`a*` to `z*` and `*`), and that a `Deny` takes back what an `Allow` gives. In
//! both cases too much is reported, never too little.

use std::collections::{BTreeSet, HashSet};

use super::super::budget::Budget;
use super::condition::weaker_or_equal;
use super::pattern::{Pattern, any_covers};
use super::read::Document;
use super::statement::{Effect, Principal, Principals, Selection, Statement};

/// What a change of a document means, by its statements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Statements of after that before does not cover.
    pub gained: Vec<Statement>,
    /// Statements of before that after does not cover.
    pub lost: Vec<Statement>,
}

impl Comparison {
    /// Returns true if more is allowed than before: an `Allow` gained, or a `Deny` lost or narrowed.
    pub fn is_wider(&self) -> bool {
        has(&self.gained, Effect::Allow) || has(&self.lost, Effect::Deny)
    }

    /// Returns true if less is allowed than before: an `Allow` lost, or a `Deny` gained or widened.
    pub fn is_narrower(&self) -> bool {
        has(&self.lost, Effect::Allow) || has(&self.gained, Effect::Deny)
    }

    /// Returns true if both documents mean the same.
    pub fn is_same(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }
}

fn has(statements: &[Statement], effect: Effect) -> bool {
    statements.iter().any(|statement| statement.effect == effect)
}

/// Compares two documents by their statements; none if that would take too long.
///
/// Equal statements are paired by hash first, so that only those that changed are compared pairwise, and the work
/// of that is bounded.
pub fn compare(before: &Document, after: &Document) -> Option<Comparison> {
    let mut budget = Budget::new();
    Some(Comparison {
        gained: gained(after, before, &mut budget)?,
        lost: gained(before, after, &mut budget)?,
    })
}

fn gained(of: &Document, over: &Document, budget: &mut Budget) -> Option<Vec<Statement>> {
    let equal: HashSet<&Statement> = over.statements.iter().collect();
    let mut gained = Vec::new();
    for statement in of.statements.iter().filter(|statement| !equal.contains(statement)) {
        if is_new(statement, &over.statements, budget)? {
            gained.push(statement.clone());
        }
    }
    Some(gained)
}

/// Returns true if `statement` has a part that no statement of `others` with the same effect covers.
pub(super) fn is_new(statement: &Statement, others: &[Statement], budget: &mut Budget) -> Option<bool> {
    let mut candidates = Vec::new();
    for other in others.iter().filter(|other| other.effect == statement.effect) {
        budget.spend(1)?;
        if weaker_or_equal(&other.conditions, &statement.conditions, budget)? {
            candidates.push(other);
        }
    }
    // Of each dimension, the sets of candidates that cover one of its elements: a part is covered if its three sets
    // have a candidate in common.
    let principals = covering(whos(&statement.principals), &candidates, budget, |other, who, budget| {
        budget.spend(other.principals.len())?;
        Some(principals_cover(&other.principals, who))
    })?;
    let actions = covering(whats(&statement.actions), &candidates, budget, |other, what, budget| {
        selection_covers(&other.actions, what, budget)
    })?;
    let resources = covering(whats(&statement.resources), &candidates, budget, |other, what, budget| {
        selection_covers(&other.resources, what, budget)
    })?;
    for who in &principals {
        for action in &actions {
            for resource in &resources {
                budget.spend(1 + who.len())?;
                let common = who.iter().any(|index| action.contains(index) && resource.contains(index));
                if !common {
                    return Some(true);
                }
            }
        }
    }
    Some(false)
}

/// Returns the distinct sets of candidates that cover one of the elements.
fn covering<E>(
    elements: Vec<E>,
    candidates: &[&Statement],
    budget: &mut Budget,
    covers: impl Fn(&Statement, &E, &mut Budget) -> Option<bool>,
) -> Option<BTreeSet<BTreeSet<usize>>> {
    let mut sets = BTreeSet::new();
    for element in &elements {
        let mut set = BTreeSet::new();
        for (index, candidate) in candidates.iter().enumerate() {
            budget.spend(1)?;
            if covers(candidate, element, budget)? {
                set.insert(index);
            }
        }
        sets.insert(set);
    }
    Some(sets)
}

/// One element of a selection.
#[derive(Clone, Copy)]
enum What<'s> {
    Implied,
    One(&'s Pattern),
    AllBut(&'s [Pattern]),
}

fn whats(selection: &Selection) -> Vec<What<'_>> {
    match selection {
        Selection::Implied => vec![What::Implied],
        Selection::Only(patterns) => patterns.iter().map(What::One).collect(),
        Selection::AllBut(patterns) => vec![What::AllBut(patterns)],
    }
}

fn selection_covers(selection: &Selection, what: &What<'_>, budget: &mut Budget) -> Option<bool> {
    match (selection, what) {
        (Selection::Implied, What::Implied) => Some(true),
        (Selection::Only(patterns), What::Implied | What::AllBut(_)) => {
            Some(patterns.iter().any(Pattern::is_all))
        }
        (Selection::Only(patterns), What::One(one)) => any_covers(patterns, one, budget),
        (Selection::AllBut(excluded), What::One(one)) => {
            for pattern in excluded {
                if pattern.overlaps_within(one, budget)? {
                    return Some(false);
                }
            }
            Some(true)
        }
        // Everything but this covers everything but that, if this is part of that.
        (Selection::AllBut(excluded), What::AllBut(its)) => {
            for pattern in excluded {
                if !any_covers(its, pattern, budget)? {
                    return Some(false);
                }
            }
            Some(true)
        }
        (Selection::Implied, _) | (Selection::AllBut(_), What::Implied) => Some(false),
    }
}

/// One element of the principals.
#[derive(Clone, Copy)]
enum Who<'s> {
    Implied,
    One(&'s Principal),
    AllBut(&'s [Principal]),
}

fn whos(principals: &Principals) -> Vec<Who<'_>> {
    match principals {
        Principals::Implied => vec![Who::Implied],
        Principals::Only(these) => these.iter().map(Who::One).collect(),
        Principals::AllBut(those) => vec![Who::AllBut(those)],
    }
}

fn principals_cover(principals: &Principals, who: &Who<'_>) -> bool {
    let in_any = |these: &[Principal], one: &Principal| these.iter().any(|own| own.covers(one));
    match (principals, who) {
        (Principals::Implied, Who::Implied) => true,
        (Principals::Only(these), Who::One(one)) => in_any(these, one),
        (Principals::Only(these), Who::AllBut(_)) => these.contains(&Principal::Everyone),
        (Principals::AllBut(excluded), Who::One(one)) => {
            !excluded.iter().any(|own| own.covers(one) || one.covers(own))
        }
        (Principals::AllBut(excluded), Who::AllBut(its)) => excluded.iter().all(|own| in_any(its, own)),
        _ => false,
    }
}
