//! Labels: a provider repeats one tag in two attributes on hundreds of objects, so they are folded into one entry.

use std::collections::BTreeMap;

use super::canonical::of_view;
use super::compare::Comparer;
use super::{Judgement, Tally};
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// Attributes that hold the same labels; the first one gives the entry its name.
const GROUPS: [&[&str]; 3] = [
    &["tags", "tags_all"],
    &["labels", "effective_labels", "terraform_labels"],
    &["annotations", "effective_annotations"],
];

/// How one label differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Added,
    Removed,
    Changed,
}

/// Notes the labels that differ, if `attribute` is one that holds labels; returns false for every other attribute.
pub(super) fn folds(comparer: &mut Comparer<'_>, attribute: &str, before: View<'_>, after: View<'_>) -> bool {
    let Some(group) = GROUPS.iter().find(|group| group.contains(&attribute)) else { return false };
    let is_map = |name: &str| is_map(before.get(name), after.get(name));
    if !is_map(attribute) {
        return false;
    }
    let members: Vec<&str> = group.iter().copied().filter(|name| is_map(name)).collect();
    let differ = |name: &&&str| !fates(before.get(name), after.get(name)).is_empty();
    let Some(name) = members.iter().find(differ) else { return true };
    // The group is noted once, under the first attribute that differs.
    if *name != attribute {
        return true;
    }
    let mut labels: BTreeMap<String, Fate> = BTreeMap::new();
    for member in &members {
        // `tags` says what somebody wrote, `tags_all` what comes of it: the last one counts.
        labels.extend(fates(before.get(member), after.get(member)));
    }
    let count = |wanted: Fate| labels.values().filter(|fate| **fate == wanted).count();
    let tally =
        Tally { added: count(Fate::Added), changed: count(Fate::Changed), removed: count(Fate::Removed) };
    comparer.step((*name).to_owned(), |comparer| comparer.push(Judgement::Tags(tally), None, None));
    true
}

/// Returns true if both sides are maps, or one is and the other is not there.
fn is_map(before: View<'_>, after: View<'_>) -> bool {
    let sides = [before.state(), after.state()];
    let map = |state: &State<'_>| matches!(state, State::Known(Value::Object(_)));
    let fits = |state: &State<'_>| map(state) || matches!(state, State::Null | State::Absent);
    sides.iter().all(fits) && sides.iter().any(map)
}

/// Returns the labels that differ, and how.
fn fates(before: View<'_>, after: View<'_>) -> BTreeMap<String, Fate> {
    let mut fates = BTreeMap::new();
    for key in before.keys().into_iter().chain(after.keys()) {
        let (old, new) = (before.get(key), after.get(key));
        if of_view(old) == of_view(new) {
            continue;
        }
        let there = |view: View<'_>| !matches!(view.state(), State::Absent | State::Null);
        let fate = match (there(old), there(new)) {
            (false, _) => Fate::Added,
            (true, false) => Fate::Removed,
            (true, true) => Fate::Changed,
        };
        fates.insert(key.to_owned(), fate);
    }
    fates
}
