//! What a picture says of one resource that is risky or reached: a few short lines.

use std::collections::BTreeMap;

use super::words::{counted, operation};
use crate::plan::address::Address;
use crate::plan::operation::Operation;
use crate::policy::Risk;
use crate::risk::{Assessment, ChangeAssessment, Reach, ReachNode, RelationKind};

/// The lines on one resource.
pub(super) struct Card {
    /// Level and operation, such as `critical, delete`.
    pub(super) title: String,
    /// Type and name.
    pub(super) name: String,
    /// The module it stands in; none for the root.
    pub(super) module: Option<String>,
    /// Its level.
    pub(super) risk: Risk,
    /// No approval lifts it.
    pub(super) prohibited: bool,
    /// The plan changes it.
    pub(super) changes: bool,
}

impl Card {
    /// Returns the lines on a resource of an assessment.
    pub(super) fn of(node: &ReachNode, assessment: &Assessment) -> Card {
        let of_node = || node.changes.iter().filter_map(|at| assessment.changes.get(*at));
        let operations = operations(of_node());
        let changes = of_node().any(|change| change.operation != Operation::NoOp);
        let title = match (operations.is_empty(), node.prohibited) {
            (true, _) => "no change planned".to_owned(),
            (false, true) => format!("{}, prohibited: {operations}", node.risk.name()),
            (false, false) => format!("{}: {operations}", node.risk.name()),
        };
        let (module, name) = split(&node.address);
        Card { title, name, module, risk: node.risk, prohibited: node.prohibited, changes }
    }
}

/// Returns what happens to the instances of a resource, such as `delete ×2` or `2 delete, 1 update`.
pub(super) fn operations<'c>(changes: impl Iterator<Item = &'c ChangeAssessment>) -> String {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for change in changes {
        *kinds.entry(operation(change)).or_default() += 1;
        *names.entry(change.operation.name()).or_default() += 1;
    }
    match kinds.len() {
        1 => kinds.into_iter().map(|(kind, count)| times(&kind, count)).collect(),
        // There is no room for the order of each.
        _ => {
            let names: Vec<String> =
                names.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
            names.join(", ")
        }
    }
}

fn times(what: &str, count: usize) -> String {
    if count == 1 { what.to_owned() } else { format!("{what} \u{d7}{count}") }
}

/// Splits an address into its module and the rest.
pub(super) fn split(address: &str) -> (Option<String>, String) {
    let Ok(mut parsed) = Address::parse(address) else { return (None, address.to_owned()) };
    let modules = std::mem::take(&mut parsed.modules);
    let own = parsed.to_string();
    let module = (!modules.is_empty())
        .then(|| address.strip_suffix(&own).map(|module| module.trim_end_matches('.').to_owned()))
        .flatten();
    match module {
        Some(module) => (Some(module), own),
        None => (None, address.to_owned()),
    }
}

/// Returns what stands on an arrow that is more than a reference.
pub(super) fn arrow(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::RenamedTo => "created again as",
        RelationKind::ShiftedFrom => "moves up",
        RelationKind::GoesWith => "takes along",
        RelationKind::Guards => "guards",
        RelationKind::DisarmedBy => "takes the guard off",
    }
}

/// Returns what was left out of the picture, one line each. `arrows` are those that the picture itself leaves out.
pub(super) fn more(reach: &Reach, arrows: usize) -> Vec<String> {
    let line = |count: usize, one: &str, many: &str| {
        (count > 0).then(|| format!("and {}", counted(count, one, many)))
    };
    [
        line(reach.more_risky, "more risky resource", "more risky resources"),
        line(reach.more_reached, "more that is reached", "more that are reached"),
        line(reach.more_edges + arrows, "more arrow", "more arrows"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
