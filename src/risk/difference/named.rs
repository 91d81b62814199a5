//! Attributes that somebody else named: a rule that fired tells what it looked at.

use super::Difference;
use super::compare::Comparer;
use crate::plan::change::Change;
use crate::plan::view::{State, View};
use crate::risk::shown::Discretion;

/// Returns what a new object has at these paths, as differences from nothing.
pub(in crate::risk) fn named(
    change: &Change<'_>,
    paths: &[String],
    discretion: &Discretion<'_>,
) -> Vec<Difference> {
    let mut comparer = Comparer::new(discretion);
    let after = change.after();
    for path in paths {
        let steps: Vec<&str> = path.split('.').collect();
        // Of a path and one below it the longer one says all that matters, and once.
        let longer =
            |other: &String| other.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'));
        if !paths.iter().any(longer) {
            visit(&mut comparer, after, &steps);
        }
    }
    let mut found = comparer.found;
    found.sort();
    found.dedup();
    found
}

/// Walks to the ends of a path and notes what is there.
fn visit(comparer: &mut Comparer<'_>, view: View<'_>, steps: &[&str]) {
    if steps.is_empty() {
        comparer.compare(View::absent(), view);
        return;
    }
    if let Some(count) = view.elements().filter(|_| view.state() != State::Unknown) {
        for index in 0..count {
            comparer.step(index.to_string(), |comparer| visit(comparer, view.at(index), steps));
        }
        return;
    }
    if let Some((key, rest)) = next(view, steps) {
        let member = view.get(&key);
        comparer.step(key, |comparer| visit(comparer, member, rest));
    }
}

/// Returns true if a path leads somewhere on this side; a value that is null or unknown is somewhere.
pub(in crate::risk) fn exists(view: View<'_>, path: &str) -> bool {
    leads(view, &path.split('.').collect::<Vec<_>>())
}

fn leads(view: View<'_>, steps: &[&str]) -> bool {
    if view.state() == State::Absent {
        return false;
    }
    if steps.is_empty() || view.state() == State::Unknown {
        return true;
    }
    if let Some(count) = view.elements() {
        return (0..count).any(|index| leads(view.at(index), steps));
    }
    next(view, steps).is_some_and(|(key, rest)| leads(view.get(&key), rest))
}

/// Returns the member that the first steps name, and the steps behind it. A key of a map may have dots in it.
fn next<'s>(view: View<'_>, steps: &'s [&'s str]) -> Option<(String, &'s [&'s str])> {
    (1..=steps.len()).find_map(|taken| {
        let (head, rest) = steps.split_at(taken);
        let key = head.join(".");
        (view.get(&key).state() != State::Absent).then_some((key, rest))
    })
}
