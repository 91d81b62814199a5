//! How much else a change takes with it: raises the level, never lowers it.
//!
//! Only a change that destroys, disarms or widens has a reach; a create, an import and a plain update have none.

pub(super) mod graph;

pub use self::graph::{Reach, ReachEdge, ReachNode};

use super::scope::Relations;
use crate::plan::change::ResourceChange;
use crate::policy::Risk;

/// From how many resources that refer to one, its loss is worth a level more.
const MANY_DEPENDENTS: usize = 10;

/// Why a change reaches further than itself, on one line; none if it does not.
pub(super) fn reason(change: &ResourceChange, container: bool, relations: &Relations) -> Option<String> {
    if container && change.deposed.is_none() {
        return Some("it holds other things, which the plan does not list".to_owned());
    }
    let dependents = relations.dependents_total;
    (dependents > MANY_DEPENDENTS).then(|| format!("{dependents} resources of the configuration refer to it"))
}

/// Returns a level with the reach added: one more, at most critical.
pub(super) fn raised(risk: Risk) -> Risk {
    // What cannot hurt does not hurt more for being referred to.
    if risk == Risk::None { risk } else { risk.raised(1) }
}
