//! Which resource at head is which at base: the one of the same address, and whatever `moved` blocks lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::configuration::Tree;
use crate::configuration::tree::{Endpoint, Located};

/// How many places are looked at that moves lead to, for one resource.
const MOVES: usize = 1_000;

/// What a resource at base has become.
pub(super) struct Fate<'t> {
    /// Where it stands at base.
    pub(super) was: Endpoint,
    /// The block at base.
    pub(super) base: Located<'t>,
    /// Where it is at head, first under its own address; there may be no block.
    pub(super) ends: Vec<(Endpoint, Option<Located<'t>>)>,
}

/// The resources of both sides.
pub(super) struct Pairs<'t> {
    base: &'t Tree,
    head: &'t Tree,
    /// Every resource, data source and so on at base.
    pub(super) fates: Vec<Fate<'t>>,
    /// The resources at base that one at head comes from.
    origins: BTreeMap<Endpoint, Vec<usize>>,
}

impl<'t> Pairs<'t> {
    /// Pairs everything.
    pub(super) fn new(base: &'t Tree, head: &'t Tree) -> Pairs<'t> {
        let mut pairs = Pairs { base, head, fates: Vec::new(), origins: BTreeMap::new() };
        for was in resources(base) {
            let Some(located) = base.find(&was) else { continue };
            let ends: Vec<_> = ends(head, &was)
                .into_iter()
                .map(|(end, seen)| (end.clone(), head.find(&end).filter(|_| seen)))
                .collect();
            for (end, _) in ends.iter().filter(|(_, found)| found.is_some()) {
                pairs.origins.entry(end.clone()).or_default().push(pairs.fates.len());
            }
            pairs.fates.push(Fate { was, base: located, ends });
        }
        pairs
    }

    /// Returns what a resource at head was at base.
    pub(super) fn origins(&self, end: &Endpoint) -> impl Iterator<Item = &Fate<'t>> {
        self.origins.get(end).into_iter().flatten().filter_map(|index| self.fates.get(*index))
    }

    /// Returns every resource at head.
    pub(super) fn heads(&self) -> impl Iterator<Item = (Endpoint, Located<'t>)> {
        let head = self.head;
        resources(head).filter_map(move |end| head.find(&end).map(|located| (end, located)))
    }

    /// Returns the key at head of a module at base, moves followed; none if there is no such module any more.
    pub(super) fn module_at_head(&self, key: &str) -> Option<String> {
        let modules = key.split('.').map(str::to_owned).collect();
        let was = Endpoint { modules, resource: None };
        let ends = ends(self.head, &was);
        ends.iter().map(|(end, _)| end.module_key()).find(|key| self.head.modules.contains_key(key))
    }

    /// Returns the tree at base.
    pub(super) fn base(&self) -> &'t Tree {
        self.base
    }

    /// Returns the tree at head.
    pub(super) fn head(&self) -> &'t Tree {
        self.head
    }
}

fn resources(tree: &Tree) -> impl Iterator<Item = Endpoint> {
    tree.modules.values().flat_map(|module| {
        let names: Vec<String> =
            module.key.split('.').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let resources = tree.declared(&module.key).into_iter().flat_map(|declared| declared.resources.keys());
        resources.map(move |resource| Endpoint { modules: names.clone(), resource: Some(resource.clone()) })
    })
}

/// Returns where something may be at head: where it was, if it still is there or nothing moves it, and wherever moves
/// lead. A move may take one instance only, so that both can be true. False says that a place was not looked at.
fn ends(head: &Tree, was: &Endpoint) -> Vec<(Endpoint, bool)> {
    let mut ends = vec![(was.clone(), true)];
    let mut seen = BTreeSet::from([was.clone()]);
    let mut moved_on = BTreeSet::new();
    let mut at = 0;
    while let Some((here, true)) = ends.get(at).cloned() {
        for moved in head.moves_from(&here) {
            let Some(there) = here.follow(&moved.endpoints.0, &moved.endpoints.1) else {
                continue;
            };
            moved_on.insert(here.clone());
            // Where moves have no end, nothing guards for sure.
            if ends.len() <= MOVES && seen.insert(there.clone()) {
                ends.push((there, ends.len() < MOVES));
            }
        }
        at += 1;
    }
    let exists = |end: &Endpoint| match end.resource {
        Some(_) => head.find(end).is_some(),
        None => head.modules.contains_key(&end.module_key()),
    };
    // What was moved on and left nothing behind is not there any more.
    ends.retain(|(end, _)| exists(end) || !moved_on.contains(end));
    if ends.is_empty() {
        ends.push((was.clone(), true));
    }
    ends
}
