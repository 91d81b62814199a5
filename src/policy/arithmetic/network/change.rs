//! What a change of rules opens and closes.
//!
//! Both sides are asked, port by port, who gets through; the answers are subtracted as sets. So rules may be
//! re-ordered, re-described, split or merged without anything being opened or closed.

use std::collections::BTreeSet;

use super::super::budget::Budget;
use super::super::{Answer, Sides, Unwritten};
use super::addresses::Addresses;
use super::intervals::Intervals;
use super::ports::{Ports, Protocol};
use super::reach::{Bound, Packet, Reach, denied, reach};
use super::read::{is_single, rules};
use super::rule::{Direction, Rule, Targets};

/// Returns whether the internet newly reaches one of `ports` through the rules of a resource of type `kind`.
///
/// Unknown for a type that bears no rules known here, and where a new or changed rule holds a network or a prefix list
/// that the plan does not name. See [`Unwritten`] for rules that are unknown as a whole.
pub fn world_opened(kind: &str, sides: Sides<'_>, ports: Ports, unwritten: Unwritten) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    let Some(change) = Change::read(kind, sides, unwritten) else { return Answer::Unknown };
    let mut budget = Budget::new();
    let mut answer = Answer::No;
    for targets in change.targets(&change.after, Direction::In) {
        for protocol in change.protocols().iter().filter(|protocol| protocol.has_ports()) {
            for port in change.samples(&ports.set()) {
                let packet = Packet { direction: Direction::In, protocol, port, targets: &targets };
                answer =
                    answer.or(change.opens(packet, is_single(kind), &mut budget).unwrap_or(Answer::Unknown));
                if answer == Answer::Yes {
                    return answer;
                }
            }
        }
    }
    answer
}

/// Returns whether someone who got through the rules of a resource, in or out, no longer does on some port.
pub fn rules_removed(kind: &str, sides: Sides<'_>, unwritten: Unwritten) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    let Some(change) = Change::read(kind, sides, unwritten) else { return Answer::Unknown };
    let mut budget = Budget::new();
    let mut answer = Answer::No;
    for direction in [Direction::In, Direction::Out] {
        for targets in change.targets(&change.before, direction) {
            for protocol in change.protocols() {
                for port in change.samples(&Ports::Any.set()) {
                    let packet = Packet { direction, protocol: &protocol, port, targets: &targets };
                    answer = answer.or(change.closes(packet, &mut budget).unwrap_or(Answer::Unknown));
                    if answer == Answer::Yes {
                        return answer;
                    }
                    if !protocol.has_ports() {
                        break;
                    }
                }
            }
        }
    }
    answer
}

struct Change {
    before: Vec<Rule>,
    after: Vec<Rule>,
    /// The first ports of all stretches within which no rule begins or ends.
    edges: Vec<u128>,
}

impl Change {
    fn read(kind: &str, sides: Sides<'_>, unwritten: Unwritten) -> Option<Change> {
        let before = rules(kind, sides.before, unwritten)?;
        let after = rules(kind, sides.after, unwritten)?;
        let spans = before.iter().chain(&after).filter_map(|rule| rule.ports.as_ref());
        let mut edges: Vec<u128> =
            spans.flat_map(Intervals::spans).flat_map(|(from, to)| [*from, to.saturating_add(1)]).collect();
        edges.sort_unstable();
        edges.dedup();
        Some(Change { before, after, edges })
    }

    /// Returns one port of each stretch of `ports` within which no rule begins or ends: all others answer alike.
    fn samples(&self, ports: &Intervals) -> Vec<u128> {
        let starts = ports.spans().iter().map(|(from, _)| *from);
        let edges = self.edges.iter().copied().filter(|edge| ports.contains(*edge));
        let samples: BTreeSet<u128> = starts.chain(edges).collect();
        samples.into_iter().collect()
    }

    fn targets(&self, rules: &[Rule], direction: Direction) -> BTreeSet<Targets> {
        rules.iter().filter(|rule| rule.direction == direction).map(|rule| rule.targets.clone()).collect()
    }

    /// Returns the protocols that rules may treat differently.
    fn protocols(&self) -> BTreeSet<Protocol> {
        let named = self.before.iter().chain(&self.after).filter_map(|rule| rule.protocol.clone());
        // One without ports stands for all that no rule names.
        let others = [Protocol::Tcp, Protocol::Udp, Protocol::Other("any other".to_owned())];
        named.filter(|protocol| *protocol != Protocol::All).chain(others).collect()
    }

    fn opens(&self, packet: Packet<'_>, single: bool, budget: &mut Budget) -> Option<Answer> {
        // What a rule standing by itself no longer denies, another one may allow.
        let undenied =
            single && denied(&self.before, packet).difference(&denied(&self.after, packet)).is_world();
        let least = Answer::from(if undenied { None } else { Some(false) });
        let possible = reach(&self.after, packet, Bound::Most, budget)?;
        if !possible.anybody && possible.opaque.is_empty() && !possible.addresses.is_world() {
            return Some(least);
        }
        let certain = reach(&self.after, packet, Bound::Least, budget)?;
        let now = reach(&self.before, packet, Bound::Most, budget)?;
        if newly_world(&now.addresses, &certain.addresses) {
            return Some(Answer::Yes);
        }
        let now = reach(&self.before, packet, Bound::Least, budget)?;
        // A name for addresses that was there before opens nothing; a new one may stand for any.
        let open = possible.anybody || !possible.opaque.is_subset(&now.opaque);
        let all = Addresses::all();
        let possible = if open { &all } else { &possible.addresses };
        Some(if newly_world(&now.addresses, possible) { Answer::Unknown } else { least })
    }

    fn closes(&self, packet: Packet<'_>, budget: &mut Budget) -> Option<Answer> {
        let now: Reach = reach(&self.before, packet, Bound::Least, budget)?;
        if now.is_empty() {
            return Some(Answer::No);
        }
        let most = reach(&self.after, packet, Bound::Most, budget)?;
        if !now.beyond(&most).is_empty() {
            return Some(Answer::Yes);
        }
        let least = reach(&self.after, packet, Bound::Least, budget)?;
        Some(if now.beyond(&least).is_empty() { Answer::No } else { Answer::Unknown })
    }
}

/// Returns true if `after` is the world and `before` was not, or if what was added is the world by itself.
fn newly_world(before: &Addresses, after: &Addresses) -> bool {
    after.is_world() && (!before.is_world() || after.difference(before).is_world())
}
