//! Lists: those of a plan are compared as sets, as Terraform writes sets in an order of its own; those inside of
//! documents keep their order.

use std::collections::{BTreeMap, BTreeSet};

use super::Judgement;
use super::canonical::of_view;
use super::compare::Comparer;
use crate::plan::number;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// So many elements are left over on a side at most for them to be paired by similarity, which looks at every pair.
const MOST_PAIRED: usize = 48;
/// Objects that share less than this, of a thousand, are two objects and not one that changed.
const LEAST_SHARED: usize = 300;

/// An element of one side.
#[derive(Clone, Copy)]
struct Element<'v> {
    position: usize,
    view: View<'v>,
}

/// Compares two lists.
pub(super) fn compare(comparer: &mut Comparer<'_>, before: View<'_>, after: View<'_>) {
    let (old, new) = (elements(before), elements(after));
    let texts = |side: &[Element<'_>]| side.iter().map(|element| of_view(element.view)).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(&old), texts(&new));
    if old_texts == new_texts && !after.holds_unknown() {
        return;
    }
    let (lost, gained) = leftovers(&old, &old_texts, &new, &new_texts);
    if lost.is_empty() && gained.is_empty() {
        let ordered = comparer.documents > 0 && !is_set(&comparer.path);
        comparer.note(if ordered { Judgement::Changed } else { Judgement::OrderOnly }, before, after);
        return;
    }
    let pairs = pair(&lost, &gained);
    let only = old.len() < 2 && new.len() < 2;
    for (at, element) in gained.iter().enumerate() {
        let old = pairs.get(&at).and_then(|old| lost.get(*old)).map(|old| old.view);
        comparer.step(element.position.to_string(), |comparer| match old {
            Some(old) => comparer.element(old, element.view, only),
            None => one_sided(comparer, View::absent(), element.view),
        });
    }
    let paired: BTreeSet<usize> = pairs.into_values().collect();
    for (_, element) in lost.iter().enumerate().filter(|(at, _)| !paired.contains(at)) {
        let position = element.position.to_string();
        comparer.step(position, |comparer| one_sided(comparer, element.view, View::absent()));
    }
}

/// Notes an element that is there on one side only.
fn one_sided(comparer: &mut Comparer<'_>, before: View<'_>, after: View<'_>) {
    let already = comparer.found.len();
    comparer.compare(before, after);
    // An element that is null is one more element, although null and absent are the same elsewhere.
    if comparer.found.len() == already {
        comparer.note(Judgement::Changed, before, after);
    }
}

fn elements(side: View<'_>) -> Vec<Element<'_>> {
    (0..side.elements().unwrap_or(0)).map(|position| Element { position, view: side.at(position) }).collect()
}

/// Returns the elements without an equal one on the other side; equal ones count as often as they stand there.
fn leftovers<'b, 'a>(
    old: &[Element<'b>],
    old_texts: &[String],
    new: &[Element<'a>],
    new_texts: &[String],
) -> (Vec<Element<'b>>, Vec<Element<'a>>) {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for text in old_texts {
        *left.entry(text).or_default() += 1;
    }
    let mut take = |text: &str| match left.get_mut(text) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let gained: Vec<_> =
        new.iter().zip(new_texts).filter(|(_, text)| !take(text)).map(|(element, _)| *element).collect();
    // Of equal elements those at the end are the ones that are gone.
    let mut lost: Vec<_> =
        old.iter().zip(old_texts).rev().filter(|(_, text)| take(text)).map(|(element, _)| *element).collect();
    lost.reverse();
    (lost, gained)
}

/// Returns which lost element each gained one is taken for, by their places in the two lists.
fn pair(lost: &[Element<'_>], gained: &[Element<'_>]) -> BTreeMap<usize, usize> {
    let is_object = |element: &Element<'_>| matches!(element.view.known(), Some(Value::Object(_)));
    if !lost.iter().any(is_object) && !gained.iter().any(is_object) {
        // Nothing tells which address became which: the first is compared with the first.
        return (0..lost.len().min(gained.len())).map(|at| (at, at)).collect();
    }
    if let ([old], [new]) = (lost, gained)
        && is_object(old)
        && is_object(new)
    {
        return BTreeMap::from([(0, 0)]);
    }
    if lost.len() > MOST_PAIRED || gained.len() > MOST_PAIRED {
        return BTreeMap::new();
    }
    let traits = |side: &[Element<'_>]| side.iter().map(|element| traits(element.view)).collect::<Vec<_>>();
    let (old, new) = (traits(lost), traits(gained));
    let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
    for (place, gained) in new.iter().enumerate() {
        for (other, lost) in old.iter().enumerate() {
            let shared = shared(lost, gained);
            if shared >= LEAST_SHARED {
                candidates.push((usize::MAX - shared, place, other));
            }
        }
    }
    // The most similar first; among equally similar ones the first of each side.
    candidates.sort_unstable();
    let mut pairs = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (_, place, other) in candidates {
        if !pairs.contains_key(&place) && taken.insert(other) {
            pairs.insert(place, other);
        }
    }
    pairs
}

/// Returns how much two elements share, of a thousand.
fn shared(a: &BTreeSet<u64>, b: &BTreeSet<u64>) -> usize {
    let common = a.intersection(b).count();
    (2000 * common).checked_div(a.len() + b.len()).unwrap_or(0)
}

/// Returns what makes an object what it is: its members, and theirs; what is not set makes nothing.
fn traits(view: View<'_>) -> BTreeSet<u64> {
    let mut traits = BTreeSet::new();
    if let State::Known(value) = view.state() {
        collect(value, 0, &mut traits);
    }
    traits
}

/// Collects a digest of every leaf with its path: two that collide only make two objects look more alike.
fn collect(value: &Value<'_>, path: u64, traits: &mut BTreeSet<u64>) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::String(text) if text.is_empty() => {}
        Value::Object(object) => {
            object.iter().for_each(|(key, member)| collect(member, digest(path, key), traits));
        }
        Value::List(elements) => {
            elements.iter().for_each(|element| collect(element, digest(path, ""), traits));
        }
        Value::Bool(true) => {
            traits.insert(digest(path, "=true"));
        }
        Value::Number(digits) => {
            traits.insert(digest(path, &number::canonical(digits)));
        }
        Value::String(text) => {
            traits.insert(digest(path, text));
        }
    }
}

/// Returns FNV-1a of a text, carried on from another digest.
fn digest(seed: u64, text: &str) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().chain([0xff]).fold(seed ^ 0xcbf2_9ce4_8422_2325, fold)
}

/// Returns true for lists of documents that are known to be sets.
fn is_set(path: &[String]) -> bool {
    matches!(path.last().map(String::as_str), Some("bindings" | "members"))
}
