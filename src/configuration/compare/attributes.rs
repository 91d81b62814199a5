//! Attributes of resources and module calls that changed.

use std::collections::HashMap;

use super::pairs::Pairs;
use super::{Change, Difference, Edit, GuardAttribute, Repetition, Sides};
use crate::configuration::syntax::{Attribute, Block};
use crate::configuration::tree::{Located, Tree, call_address, find_argument};
use crate::configuration::value::{Evaluator, Literal, Resolved, literal_string};

const REPETITIONS: [(&str, Repetition); 2] =
    [("count", Repetition::Count), ("for_each", Repetition::ForEach)];
const LIFECYCLE: [&str; 4] = ["create_before_destroy", "enabled", "ignore_changes", "replace_triggered_by"];

/// Adds what changed in resources that are at base and at head.
pub(super) fn resources(
    sides: &Sides<'_>,
    pairs: &Pairs<'_>,
    guards: &[GuardAttribute],
    differences: &mut Vec<Difference>,
) {
    let mut guards_of: HashMap<&str, Vec<&GuardAttribute>> = HashMap::new();
    for guard in guards {
        guards_of.entry(&guard.kind).or_default().push(guard);
    }
    for fate in pairs.fates.iter().filter(|fate| &*fate.base.block().kind == "resource") {
        for (end, found) in &fate.ends {
            let Some(head) = found else { continue };
            let mut add = |change, head, base| {
                differences.push(Difference { address: end.address(), change, head, base });
            };
            let kind = head.block().label(0).unwrap_or_default();
            for guard in guards_of.get(kind).into_iter().flatten() {
                if let Some(change) = guard_attribute(sides, guard, fate.base, *head) {
                    let (base, head) = (place(fate.base, &guard.attribute), place(*head, &guard.attribute));
                    add(change, Some(head), Some(base));
                }
            }
            let (before, after) = (fate.base.provider(), head.provider());
            if before != after {
                let (base, head) = (place(fate.base, "provider"), place(*head, "provider"));
                add(Change::ProviderChanged { before, after }, Some(head), Some(base));
            }
            for (change, argument) in repetition(sides, fate.base, *head) {
                add(change, Some(place(*head, argument)), Some(place(fate.base, argument)));
            }
            for argument in LIFECYCLE {
                let before = find_argument(&fate.base.block().body, argument);
                let after = find_argument(&head.block().body, argument);
                if normal(pairs.base(), before) != normal(pairs.head(), after) {
                    let at = |located: Located<'_>, tree: &Tree, attribute: Option<&Attribute>| {
                        attribute
                            .map_or_else(|| located.location(), |found| tree.location(found.file, found.line))
                    };
                    let (base, head) = (at(fate.base, pairs.base(), before), at(*head, pairs.head(), after));
                    add(Change::LifecycleChanged { argument }, Some(head), Some(base));
                }
            }
        }
    }
}

/// Adds what changed in module calls.
pub(super) fn modules(sides: &Sides<'_>, pairs: &Pairs<'_>, differences: &mut Vec<Difference>) {
    let (base, head) = (pairs.base(), pairs.head());
    for key in base.modules.keys().filter(|key| !key.is_empty()) {
        let Some(was) = base.module_call(key) else {
            continue;
        };
        let Some(now) = pairs.module_at_head(key) else {
            // Of a module that is gone with the one around it, the outer one says enough.
            let parent = key.rsplit_once('.').map_or("", |(parent, _)| parent);
            if parent.is_empty() || pairs.module_at_head(parent).is_some() {
                let known = base.modules.get(key).is_some_and(super::super::tree::Module::at_hand);
                differences.push(Difference {
                    address: call_address(key),
                    change: Change::ModuleCallDeleted { known },
                    head: None,
                    base: Some(was.location()),
                });
            }
            continue;
        };
        let Some(is) = head.module_call(&now) else {
            continue;
        };
        let mut add = |change, argument| {
            let (head, base) = (Some(place(is, argument)), Some(place(was, argument)));
            differences.push(Difference { address: call_address(&now), change, head, base });
        };
        let text = |located: Located<'_>, tree: &Tree, name: &str| {
            let attribute = located.block().body.attribute(name)?;
            let (text, json) = tree.written(attribute);
            Some(literal_string(text, json).unwrap_or_else(|| tree.normal(attribute)))
        };
        let (before, after) = (text(was, base, "source"), text(is, head, "source"));
        if before != after {
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            add(Change::ModuleSourceChanged { before, after }, "source");
        }
        let (before, after) = (text(was, base, "version"), text(is, head, "version"));
        if before != after {
            add(Change::ModuleVersionChanged { before, after }, "version");
        }
        let (before, after) = (text(was, base, "providers"), text(is, head, "providers"));
        if before != after {
            add(Change::ProviderChanged { before, after }, "providers");
        }
        for (change, argument) in repetition(sides, was, is) {
            add(change, argument);
        }
    }
}

fn normal(tree: &Tree, attribute: Option<&Attribute>) -> Option<String> {
    attribute.map(|attribute| tree.normal(attribute))
}

/// Returns where an argument stands, or the block it is not in.
fn place(located: Located<'_>, path: &str) -> super::Location {
    located.line(path).unwrap_or_else(|| located.location())
}

fn repetition(sides: &Sides<'_>, base: Located<'_>, head: Located<'_>) -> Vec<(Change, &'static str)> {
    let mut changes = Vec::new();
    for (name, argument) in REPETITIONS {
        let was = base.block().body.attribute(name);
        let is = head.block().body.attribute(name);
        let (was_worth, is_worth) = (worth(&sides.base, base, was), worth(&sides.head, head, is));
        let edit = match (was, is) {
            (None, None) => continue,
            (None, Some(_)) => Edit::Added,
            (Some(_), None) => Edit::Removed,
            (Some(was), Some(is)) if sides.base.tree().normal(was) != sides.head.tree().normal(is) => {
                Edit::Changed
            }
            _ if was_worth != is_worth => Edit::Value,
            _ => continue,
        };
        changes.push((
            Change::RepetitionChanged { argument, edit, before: was_worth.value, after: is_worth.value },
            name,
        ));
    }
    changes
}

fn worth(evaluator: &Evaluator<'_>, located: Located<'_>, attribute: Option<&Attribute>) -> Resolved {
    attribute
        .map(|attribute| evaluator.attribute(&located.module().key, Some(located.block()), attribute))
        .unwrap_or_default()
}

/// Compares one attribute that guards.
fn guard_attribute(
    sides: &Sides<'_>,
    guard: &GuardAttribute,
    base: Located<'_>,
    head: Located<'_>,
) -> Option<Change> {
    let before = nested(&sides.base, base, &guard.attribute);
    let after = nested(&sides.head, head, &guard.attribute);
    let guards = |worth: &Resolved| match &worth.value {
        Some(Literal::Null) => Some(guard.absent_is_safe),
        Some(value) => Some(value.same(&guard.safe)),
        None => None,
    };
    let lost = match (guards(&before), guards(&after)) {
        (Some(true), Some(true)) | (Some(false), _) | (None, Some(true)) => false,
        (Some(true), _) | (None, Some(false)) => true,
        // Nobody can tell either; what it is made of tells whether it changed.
        (None, None) => before.made_of != after.made_of,
    };
    let attribute = guard.attribute.clone();
    lost.then_some(Change::GuardAttributeChanged { attribute, before: before.value, after: after.value })
}

/// Returns what an attribute of a resource, or of a block in it, is worth: null if it is not written.
fn nested<'t>(evaluator: &Evaluator<'t>, located: Located<'t>, path: &str) -> Resolved {
    let absent = || Resolved { value: Some(Literal::Null), made_of: Vec::new() };
    let key = &located.module().key;
    let mut block: &'t Block = located.block();
    let mut names: Vec<&str> = path.split('.').filter(|name| name.parse::<usize>().is_err()).collect();
    let Some(last) = names.pop() else { return absent() };
    for name in names {
        let generated = |block: &&Block| &*block.kind == "dynamic" && block.label(0) == Some(name);
        let found = block.body.blocks.iter().filter(|block| &*block.kind == name || generated(block));
        let found: Vec<&Block> = found.collect();
        match found.as_slice() {
            [only] if &*only.kind == name => block = only,
            [] => match block.body.attribute(name) {
                Some(attribute) => {
                    let worth = evaluator.attribute(key, Some(located.block()), attribute);
                    return Resolved { value: None, ..worth };
                }
                None => return absent(),
            },
            // Generated blocks, or several: which of them is meant is not known here.
            _ => return evaluator.somewhere_in(key, located.block(), found),
        }
    }
    match block.body.attribute(last) {
        Some(attribute) => evaluator.attribute(key, Some(located.block()), attribute),
        None => absent(),
    }
}
