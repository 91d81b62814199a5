//! Walks both sides of a change in step.

use std::collections::BTreeSet;

use super::canonical::{of_view, same_but_for_type};
use super::{Difference, Judgement, document, identity, labels, lines, list};
use crate::plan::value::Value;
use crate::plan::view::{State, View};
use crate::risk::shown::{Discretion, Shown};

/// Below so many steps a value is compared as a whole: nobody reads a longer path.
const DEEPEST: usize = 40;

/// Collects differences on a walk.
pub(super) struct Comparer<'c> {
    pub(super) discretion: &'c Discretion<'c>,
    /// The steps to where the walk stands.
    pub(super) path: Vec<String>,
    /// How many documents inside texts the walk has entered.
    pub(super) documents: usize,
    /// What tells the innermost element that the walk has entered from others.
    pub(super) within: Option<String>,
    pub(super) found: Vec<Difference>,
}

impl<'c> Comparer<'c> {
    pub(super) fn new(discretion: &'c Discretion<'c>) -> Comparer<'c> {
        Comparer { discretion, path: Vec::new(), documents: 0, within: None, found: Vec::new() }
    }

    /// Compares the two objects of a change, attribute by attribute.
    pub(super) fn sides(&mut self, before: View<'_>, after: View<'_>) {
        let object = |side: View<'_>| matches!(side.state(), State::Known(Value::Object(_)));
        // An object that is there on one side only is a difference as a whole, which the operation tells.
        if !object(before) || !object(after) {
            return;
        }
        self.within = identity::ports(self, before, after);
        for key in keys(before, after) {
            if labels::folds(self, key, before, after) {
                continue;
            }
            self.step(key.to_owned(), |comparer| comparer.compare(before.get(key), after.get(key)));
        }
    }

    /// Compares two values at the same path.
    pub(super) fn compare(&mut self, before: View<'_>, after: View<'_>) {
        // The parts of a sensitive value are as sensitive: its keys, how many elements it has.
        let whole = before.is_sensitive() || after.is_sensitive() || self.path.len() >= DEEPEST;
        match (before.state(), after.state()) {
            (_, State::Unknown) => self.note(Judgement::KnownAfterApply, before, after),
            (State::Known(a), State::Known(b)) => match (a, b) {
                _ if whole => self.whole(before, after),
                (Value::Object(_), Value::Object(_)) => self.objects(before, after),
                (Value::List(_), Value::List(_)) => list::compare(self, before, after),
                (Value::String(a), Value::String(b)) => self.texts(a, b, before, after),
                _ if same_but_for_type(a, b) => self.note(Judgement::TypeOnly, before, after),
                _ => self.whole(before, after),
            },
            (State::Known(Value::String(text)), _) if !whole => {
                if !document::lost(self, text, before) {
                    self.whole(before, after);
                }
            }
            (_, State::Known(Value::String(text))) if !whole => {
                if !document::gained(self, text, after) {
                    self.whole(before, after);
                }
            }
            _ => self.whole(before, after),
        }
    }

    /// Notes a difference of two values as a whole, if they differ.
    pub(super) fn whole(&mut self, before: View<'_>, after: View<'_>) {
        if of_view(before) != of_view(after) {
            self.note(Judgement::Changed, before, after);
        }
    }

    /// Notes a difference where the walk stands.
    pub(super) fn note(&mut self, judged: Judgement, before: View<'_>, after: View<'_>) {
        let (before, after) = self.discretion.pair(&self.path, before, after);
        self.push(judged, before, after);
    }

    /// Notes a difference where the walk stands, of which something else than the values is shown.
    pub(super) fn push(&mut self, judged: Judgement, before: Option<Shown>, after: Option<Shown>) {
        let path = self.discretion.path(&self.path);
        self.found.push(Difference { path, within: self.within.clone(), judged, before, after });
    }

    /// Compares two objects that are one element of a list, the only one or one of many.
    pub(super) fn element(&mut self, before: View<'_>, after: View<'_>, only: bool) {
        let identity = identity::of_element(self, before, after, only);
        let outer = self.within.clone();
        self.within = identity.or(outer.clone());
        self.compare(before, after);
        self.within = outer;
    }

    /// Walks one step further, and back.
    pub(super) fn step(&mut self, step: String, walk: impl FnOnce(&mut Comparer<'c>)) {
        self.path.push(step);
        walk(self);
        self.path.pop();
    }

    /// Compares the members of two objects.
    pub(super) fn objects(&mut self, before: View<'_>, after: View<'_>) {
        for key in keys(before, after) {
            self.step(key.to_owned(), |comparer| comparer.compare(before.get(key), after.get(key)));
        }
    }

    fn texts(&mut self, a: &str, b: &str, before: View<'_>, after: View<'_>) {
        if a == b || document::compare(self, a, b, before, after) {
            return;
        }
        let judged = match a.contains('\n') || b.contains('\n') {
            true => Judgement::Lines(lines::tally(a, b)),
            false => Judgement::Changed,
        };
        self.note(judged, before, after);
    }
}

/// Returns the keys of both sides, sorted.
fn keys<'v>(before: View<'v>, after: View<'v>) -> BTreeSet<&'v str> {
    before.keys().into_iter().chain(after.keys()).collect()
}
