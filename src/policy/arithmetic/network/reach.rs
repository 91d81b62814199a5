//! What comes through a list of rules on one port.

use std::collections::BTreeSet;

use super::super::budget::Budget;
use super::addresses::Addresses;
use super::ports::Protocol;
use super::rule::{Action, Direction, Rule, Targets};

/// A question that rules answer: which way, over what, to what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packet<'p> {
    pub(super) direction: Direction,
    pub(super) protocol: &'p Protocol,
    pub(super) port: u128,
    pub(super) targets: &'p Targets,
}

/// How unknown parts of rules are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// So that as little as possible comes through: unknown rules allow nothing and deny everything.
    Least,
    /// So that as much as possible comes through.
    Most,
}

/// Who gets through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reach {
    pub(super) addresses: Addresses,
    pub(super) references: BTreeSet<String>,
    pub(super) opaque: BTreeSet<String>,
    /// Anybody, by a rule that is not known; only at most.
    pub(super) anybody: bool,
}

impl Reach {
    /// Returns true if nobody gets through.
    pub(super) fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.references.is_empty() && self.opaque.is_empty() && !self.anybody
    }

    /// Returns who gets through here and not there.
    pub(super) fn beyond(&self, other: &Reach) -> Reach {
        if other.anybody {
            return Reach::default();
        }
        Reach {
            addresses: self.addresses.difference(&other.addresses),
            references: self.references.difference(&other.references).cloned().collect(),
            opaque: self.opaque.difference(&other.opaque).cloned().collect(),
            anybody: self.anybody,
        }
    }
}

/// Returns who gets through sorted rules; none if that takes too long. The first rule that matches decides.
pub(super) fn reach(rules: &[Rule], packet: Packet<'_>, bound: Bound, budget: &mut Budget) -> Option<Reach> {
    let mut reach = Reach::default();
    let mut allowed = Vec::new();
    let mut denied = Addresses::default();
    let mut denied_names = BTreeSet::new();
    for rule in rules {
        budget.spend(1)?;
        let applies = rule.direction == packet.direction
            && rule.targets.include(packet.targets)
            && rule.may_match(packet.protocol, packet.port);
        if !applies {
            continue;
        }
        let names = rule.peers.references.len() + rule.peers.opaque.len();
        budget.spend(rule.peers.addresses.len() + denied.len() + names)?;
        match (rule.action, rule.is_known(), bound) {
            (Action::Allow, true, _) => {
                allowed.push(rule.peers.addresses.difference(&denied));
                let names = |all: &BTreeSet<String>| -> Vec<String> {
                    all.difference(&denied_names).cloned().collect()
                };
                reach.references.extend(names(&rule.peers.references));
                reach.opaque.extend(names(&rule.peers.opaque));
            }
            (Action::Allow, false, Bound::Most) => {
                reach.anybody = true;
                reach.references.extend(rule.peers.references.iter().cloned());
                reach.opaque.extend(rule.peers.opaque.iter().cloned());
            }
            // Of a rule known in all but some of its peers, those that are known get through for certain.
            (Action::Allow, false, Bound::Least) => {
                if rule.protocol.is_some() && rule.ports.is_some() {
                    allowed.push(rule.peers.addresses.difference(&denied));
                }
            }
            (Action::Deny, true, _) => {
                denied = denied.union(&rule.peers.addresses);
                denied_names.extend(rule.peers.references.iter().chain(&rule.peers.opaque).cloned());
            }
            (Action::Deny, false, Bound::Least) => denied = Addresses::all(),
            (Action::Deny, false, Bound::Most) => {}
        }
    }
    reach.addresses = Addresses::union_of(&allowed);
    Some(reach)
}

/// Returns what rules deny on one port before anything is allowed there.
pub(super) fn denied(rules: &[Rule], packet: Packet<'_>) -> Addresses {
    let matching = rules.iter().filter(|rule| {
        rule.action == Action::Deny
            && rule.is_known()
            && rule.direction == packet.direction
            && rule.targets.include(packet.targets)
            && rule.may_match(packet.protocol, packet.port)
    });
    Addresses::union_of(&matching.map(|rule| rule.peers.addresses.clone()).collect::<Vec<_>>())
}
