//! `prevent_destroy` and `destroy = false` that were there at base and are not at head.

use super::pairs::{Fate, Pairs};
use super::{Change, Difference, Removal, Sides};
use crate::configuration::syntax::Block;
use crate::configuration::tree::{Argument, Endpoint, Located, Tri, call_address, find_argument, flag};
use crate::configuration::value::Resolved;

/// Adds every resource that could not be destroyed at base, and can be at head.
pub(super) fn prevent_destroy(sides: &Sides<'_>, pairs: &Pairs<'_>, differences: &mut Vec<Difference>) {
    for fate in &pairs.fates {
        kept(sides, fate, differences);
        let before = flag(&sides.base, &fate.base.module().key, fate.base.block(), "prevent_destroy");
        let doubtful = match before.value {
            Tri::True => false,
            Tri::Unknown(_) => true,
            Tri::False | Tri::Absent => continue,
        };
        for (end, found) in &fate.ends {
            let Some((how, now)) = loss(sides, pairs, fate, end, *found) else {
                continue;
            };
            let head = match found {
                Some(found) => now.location.clone().or_else(|| Some(found.location())),
                None => pairs.head().removed_block(&fate.was).map(|removed| removed.location.clone()),
            };
            differences.push(Difference {
                address: if found.is_some() { end.address() } else { fate.was.address() },
                change: Change::PreventDestroyRemoved { how, now: now.value, doubtful },
                head,
                base: before.location.clone(),
            });
        }
    }
}

/// Returns how the guard is lost at one end, and what stands there; none if it guards still.
fn loss(
    sides: &Sides<'_>,
    pairs: &Pairs<'_>,
    fate: &Fate<'_>,
    end: &Endpoint,
    found: Option<Located<'_>>,
) -> Option<(Removal, Argument<Tri>)> {
    let absent = Argument { value: Tri::Absent, location: None, overridden: false };
    let moved = *end != fate.was;
    let Some(found) = found else {
        let how = if moved { Removal::MovedNowhere(end.address()) } else { gone(pairs, &fate.was) };
        return Some((how, absent));
    };
    let now = flag(&sides.head, &found.module().key, found.block(), "prevent_destroy");
    if now.value == Tri::True {
        return None;
    }
    let same = || {
        let was = written(sides, fate.base.block(), Side::Base);
        was.is_some() && was == written(sides, found.block(), Side::Head)
    };
    // What nobody can tell, before or after, is no difference as long as everything it is made of is the same.
    if matches!(now.value, Tri::Unknown(_)) {
        let before = resolve(sides, fate.base, Side::Base, "prevent_destroy");
        let after = resolve(sides, found, Side::Head, "prevent_destroy");
        if before == after && before.value.is_none() {
            return None;
        }
    }
    let how = if moved {
        Removal::Moved(end.address())
    } else if now.overridden {
        Removal::Override
    } else if same() {
        Removal::Value
    } else {
        Removal::Edited
    };
    Some((how, now))
}

/// Returns why there is no block any more.
fn gone(pairs: &Pairs<'_>, was: &Endpoint) -> Removal {
    let head = pairs.head();
    if head.removed_block(was).is_some() {
        return Removal::RemovedBlock;
    }
    let mut key = String::new();
    for name in &was.modules {
        if !key.is_empty() {
            key.push('.');
        }
        key.push_str(name);
        match head.modules.get(&key) {
            None => return Removal::ModuleCallDeleted(call_address(&key)),
            Some(module) if !module.at_hand() => return Removal::NotAtHand,
            Some(_) => {}
        }
    }
    Removal::BlockDeleted
}

/// Adds the resource if `destroy = false` no longer keeps its objects.
fn kept(sides: &Sides<'_>, fate: &Fate<'_>, differences: &mut Vec<Difference>) {
    let before = flag(&sides.base, &fate.base.module().key, fate.base.block(), "destroy");
    if before.value != Tri::False {
        return;
    }
    for (end, found) in &fate.ends {
        // Without its block, what was forgotten once is forgotten still: the plan says so.
        let Some(found) = found else { continue };
        let after = flag(&sides.head, &found.module().key, found.block(), "destroy");
        if after.value != Tri::False {
            differences.push(Difference {
                address: end.address(),
                change: Change::DestroyAllowed,
                head: after.location.or_else(|| Some(found.location())),
                base: before.location.clone(),
            });
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Base,
    Head,
}

fn written(sides: &Sides<'_>, block: &Block, side: Side) -> Option<String> {
    let evaluator = match side {
        Side::Base => &sides.base,
        Side::Head => &sides.head,
    };
    find_argument(&block.body, "prevent_destroy").map(|attribute| evaluator.tree().normal(attribute))
}

fn resolve(sides: &Sides<'_>, located: Located<'_>, side: Side, name: &str) -> Resolved {
    let evaluator = match side {
        Side::Base => &sides.base,
        Side::Head => &sides.head,
    };
    let attribute = find_argument(&located.block().body, name);
    attribute
        .map(|attribute| evaluator.attribute(&located.module().key, Some(located.block()), attribute))
        .unwrap_or_default()
}
