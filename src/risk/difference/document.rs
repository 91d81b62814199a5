//! Documents in texts: JSON is compared as a tree, so that neither the order of keys nor white space is a difference.

use super::compare::Comparer;
use super::{Judgement, canonical, policy};
use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::view::View;

/// Documents inside documents are entered so deep; what lies deeper is text.
const DEEPEST: usize = 3;

/// Compares two texts as documents; returns false if they are none, or may not be looked into.
///
/// A document with a key that occurs twice means one thing to one reader and another to the next: it is text.
pub(super) fn compare(
    comparer: &mut Comparer<'_>,
    a: &str,
    b: &str,
    before: View<'_>,
    after: View<'_>,
) -> bool {
    if comparer.documents >= DEEPEST {
        return false;
    }
    let (Some(old), Some(new)) = (read(a), read(b)) else { return false };
    if canonical::of_value(&old) == canonical::of_value(&new) {
        comparer.note(Judgement::OrderOnly, before, after);
        return true;
    }
    // The keys of what must not be shown are not shown either.
    if comparer.discretion.hides(&comparer.path, before, after).is_some() {
        comparer.note(Judgement::Changed, before, after);
        return true;
    }
    let already = comparer.found.len();
    comparer.documents += 1;
    let (old_view, new_view) = (plain(&old), plain(&new));
    if !policy::compare(comparer, &old, &new) {
        comparer.compare(old_view, new_view);
    }
    comparer.documents -= 1;
    if comparer.found.len() == already {
        comparer.note(Judgement::OrderOnly, before, after);
    }
    true
}

/// Notes what a document that is new brings, if it is one of which more can be told than that it is there.
pub(super) fn gained(comparer: &mut Comparer<'_>, text: &str, view: View<'_>) -> bool {
    one_sided(comparer, text, view, |comparer, document| policy::gained(comparer, document))
}

/// Notes what goes with a document, if it is one of which more can be told than that it is gone.
pub(super) fn lost(comparer: &mut Comparer<'_>, text: &str, view: View<'_>) -> bool {
    one_sided(comparer, text, view, |comparer, document| policy::lost(comparer, document))
}

fn one_sided<'c>(
    comparer: &mut Comparer<'c>,
    text: &str,
    view: View<'_>,
    note: impl FnOnce(&mut Comparer<'c>, &Value<'_>) -> bool,
) -> bool {
    comparer.documents < DEEPEST
        && comparer.discretion.hides(&comparer.path, view, view).is_none()
        && read(text).is_some_and(|document| note(comparer, &document))
}

/// Reads a text that is a JSON object or array.
fn read(text: &str) -> Option<Value<'_>> {
    let opens = matches!(text.trim_start().bytes().next(), Some(b'{' | b'['));
    if opens { parse::value(text).ok() } else { None }
}

/// Returns a view of a document, which has no marks of its own.
fn plain<'v>(document: &'v Value<'v>) -> View<'v> {
    View::new(Some(document), None, None)
}
