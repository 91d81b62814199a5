//! Policy documents by statement: what a document grants now that it did not, and what it grants no more.
//!
//! This is for the eye: which statements are other ones, and whether one of them holds all of the other literally.
//! What a document as a whole permits is for the rules to say.

use std::collections::BTreeMap;

use super::Judgement;
use super::compare::Comparer;
use super::statement::{Cover, Statement, statements};
use super::wording::wording;
use crate::plan::value::Value;
use crate::plan::view::View;
use crate::risk::shown::Shown;

/// So many statements are left over on a side at most for them to be paired by similarity.
const MOST_PAIRED: usize = 48;
/// Statements that share less than this, of a thousand, are two statements and not one that changed.
const LEAST_SHARED: usize = 300;

/// Compares two policy documents; returns false if one of them is none.
pub(super) fn compare(comparer: &mut Comparer<'_>, before: &Value<'_>, after: &Value<'_>) -> bool {
    let (Some(old), Some(new)) = (statements(before), statements(after)) else { return false };
    others(comparer, before, after);
    let (lost, gained) = leftovers(&old, &new);
    let pairs = pair(&lost, &gained);
    for (at, statement) in gained.iter().enumerate() {
        match pairs.get(&at).and_then(|old| lost.get(*old)) {
            None => note(comparer, Judgement::StatementGained, None, Some(statement)),
            Some(old) => {
                let judged = match statement.covers(old) {
                    Cover::Wider => Judgement::StatementWider,
                    Cover::Narrower => Judgement::StatementNarrower,
                    Cover::Same | Cover::Other => Judgement::Changed,
                };
                note(comparer, judged, Some(old), Some(statement));
            }
        }
    }
    for (at, statement) in lost.iter().enumerate() {
        if !pairs.values().any(|paired| *paired == at) {
            note(comparer, Judgement::StatementLost, Some(statement), None);
        }
    }
    true
}

/// Notes every statement of a new document; returns false if it is no policy document.
pub(super) fn gained(comparer: &mut Comparer<'_>, document: &Value<'_>) -> bool {
    each(comparer, document, |comparer, statement| {
        note(comparer, Judgement::StatementGained, None, Some(statement));
    })
}

/// Notes every statement of a document that is gone; returns false if it is no policy document.
pub(super) fn lost(comparer: &mut Comparer<'_>, document: &Value<'_>) -> bool {
    each(comparer, document, |comparer, statement| {
        note(comparer, Judgement::StatementLost, Some(statement), None);
    })
}

fn each<'c>(
    comparer: &mut Comparer<'c>,
    document: &Value<'_>,
    note: impl Fn(&mut Comparer<'c>, &Statement),
) -> bool {
    // An empty document has nothing to tell but that it is there.
    let Some(statements) = statements(document).filter(|statements| !statements.is_empty()) else {
        return false;
    };
    statements.iter().for_each(|statement| note(comparer, statement));
    true
}

/// Compares what stands beside the statements, such as the version of the language.
fn others(comparer: &mut Comparer<'_>, before: &Value<'_>, after: &Value<'_>) {
    let keys = |document: &Value<'_>| -> Vec<String> {
        let members = document.as_object().into_iter().flat_map(|object| object.iter());
        members.map(|(key, _)| key.to_owned()).filter(|key| key != "Statement").collect()
    };
    let mut names = keys(before);
    names.extend(keys(after));
    names.sort_unstable();
    names.dedup();
    for name in names {
        let (old, new) = (View::new(Some(before), None, None), View::new(Some(after), None, None));
        comparer.step(name.clone(), |comparer| comparer.compare(old.get(&name), new.get(&name)));
    }
}

/// Returns the statements without an equal one on the other side.
fn leftovers<'s>(old: &'s [Statement], new: &'s [Statement]) -> (Vec<&'s Statement>, Vec<&'s Statement>) {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for statement in old {
        *left.entry(statement.canonical()).or_default() += 1;
    }
    let mut take = |statement: &Statement| match left.get_mut(&statement.canonical()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let gained: Vec<&Statement> = new.iter().filter(|statement| !take(statement)).collect();
    let mut lost: Vec<&Statement> = old.iter().rev().filter(|statement| take(statement)).collect();
    lost.reverse();
    (lost, gained)
}

/// Returns which lost statement each gained one is taken for: by name first, then by what they share.
fn pair(lost: &[&Statement], gained: &[&Statement]) -> BTreeMap<usize, usize> {
    let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
    if lost.len() > MOST_PAIRED || gained.len() > MOST_PAIRED {
        return pairs;
    }
    let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
    for (place, new) in gained.iter().enumerate() {
        for (other, old) in lost.iter().enumerate().filter(|(_, old)| old.effect == new.effect) {
            let named =
                new.sid.as_deref().is_some_and(|sid| !sid.is_empty() && old.sid.as_deref() == Some(sid));
            let (a, b) = (old.traits(), new.traits());
            let shared = (2000 * a.intersection(&b).count()).checked_div(a.len() + b.len()).unwrap_or(0);
            let score = if named { 2000 } else { shared };
            if score >= LEAST_SHARED {
                candidates.push((usize::MAX - score, place, other));
            }
        }
    }
    candidates.sort_unstable();
    for (_, place, other) in candidates {
        if !pairs.contains_key(&place) && !pairs.values().any(|taken| *taken == other) {
            pairs.insert(place, other);
        }
    }
    pairs
}

fn note(
    comparer: &mut Comparer<'_>,
    judged: Judgement,
    before: Option<&Statement>,
    after: Option<&Statement>,
) {
    let position = after.or(before).map_or(0, |statement| statement.position);
    let text = |statement: &Statement| Shown::Value(wording(statement, comparer.discretion));
    let (before, after) = (before.map(text), after.map(text));
    comparer.step("Statement".to_owned(), |comparer| {
        comparer.step(position.to_string(), |comparer| {
            comparer.push(judged, before, after);
        });
    });
}
