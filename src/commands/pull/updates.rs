//! Merges that only bring the base branch in make nobody a contributor: here they are proven, where the local repository
//! has what it takes.

use std::path::Path;

use crate::configuration::Merges;
use crate::facts::Facts;

/// How many merges are made again: each takes git a moment.
const MOST: usize = 100;

/// Marks every commit of which it is proven; the others stay what whoever made them is responsible for.
pub(super) fn prove(facts: &mut Facts, directory: &Path) {
    let Some(tip) = facts.request.as_ref().map(|request| request.base.tip.clone()) else { return };
    let merges = facts.commits.iter_mut().flatten().filter(|commit| commit.parents.len() == 2).take(MOST);
    let mut repository = None;
    for commit in merges {
        let Some(repository) = repository.get_or_insert_with(|| Merges::of(directory)) else { return };
        if let [first, second] = commit.parents.as_slice() {
            commit.clean_update = repository.is_clean_update(&commit.sha, [first, second], &tip);
        }
    }
}
