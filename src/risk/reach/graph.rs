//! What the risky changes of a plan reach, as a graph that a picture can show: bounded, the riskiest and nearest first.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::plan::address::Address;
use crate::policy::{Class, Risk};
use crate::risk::assessment::ChangeAssessment;
use crate::risk::relations::{Neighbours, RelationKind};

/// So many resources stand in the graph: more cannot be read as a picture. The others are counted.
const MOST_NODES: usize = 60;
/// So many arrows stand in the graph.
const MOST_EDGES: usize = 120;
/// So far is counted what one resource reaches.
const MOST_COUNTED: usize = 1_000;

/// What the risky changes of a plan reach.
///
/// A node is a resource of the configuration, whatever the number of its instances: references are known no closer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The resources: first those with a risky change, the worst first, then what they reach, the nearest first.
    pub nodes: Vec<ReachNode>,
    /// Who takes whom along, sorted.
    pub edges: Vec<ReachEdge>,
    /// Resources with a risky change that are left out.
    pub more_risky: usize,
    /// Resources that are reached and left out.
    pub more_reached: usize,
    /// Arrows between resources of the graph that are left out.
    pub more_edges: usize,
}

/// A resource that changes at a risk, or is reached by such a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachNode {
    /// The address without instance keys.
    pub address: String,
    /// The resource type.
    pub kind: String,
    /// The class of the type.
    pub class: Class,
    /// The positions of its changes in the assessment, the riskiest first; none if the plan leaves it as it is.
    pub changes: Vec<usize>,
    /// The highest level of its changes.
    pub risk: Risk,
    /// One of its changes is prohibited.
    pub prohibited: bool,
    /// References on the shortest way from a risky change; 0 for the change itself.
    pub distance: usize,
    /// How many resources are reached from it, near and far; counted up to 1,000.
    pub reaches: usize,
}

/// An arrow between two nodes, in the direction in which harm goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReachEdge {
    /// The position of the node that is hit first.
    pub from: usize,
    /// The position of the node that this one takes along.
    pub to: usize,
    /// How they stand to each other; none if `to` refers to `from`.
    pub relation: Option<RelationKind>,
}

impl ChangeAssessment {
    /// Returns true for a change that a person must look at: of medium risk at least, or prohibited.
    pub fn is_risky(&self) -> bool {
        self.risk >= Risk::Medium || self.is_prohibited()
    }

    /// Returns true if no approval lifts it.
    pub fn is_prohibited(&self) -> bool {
        self.findings.iter().any(|finding| finding.prohibits)
    }
}

/// Returns what the risky changes of a plan reach. `class_of` says the class of a type.
pub(in crate::risk) fn of(
    changes: &[ChangeAssessment],
    neighbours: &Neighbours,
    class_of: &dyn Fn(&str) -> Class,
) -> Reach {
    if !changes.iter().any(ChangeAssessment::is_risky) {
        return Reach::default();
    }
    let graph = Graph::of(changes, neighbours);
    let risky = graph.risky();
    let all: Vec<&str> =
        graph.spread(risky.iter().copied(), usize::MAX).into_iter().map(|(address, _)| address).collect();
    let reached = all.len() - risky.len();
    // Half of the room is for what is reached, where there is that much.
    let room = MOST_NODES - reached.min(MOST_NODES / 2);
    let shown: Vec<&str> = risky.iter().copied().take(room).collect();
    let among: BTreeSet<&str> = risky.iter().copied().collect();
    let mut near: Vec<(&str, usize)> = graph
        .spread(shown.iter().copied(), usize::MAX)
        .into_iter()
        .filter(|(address, _)| !among.contains(address))
        .collect();
    near.sort_by(|a, b| (a.1, graph.rank(a.0)).cmp(&(b.1, graph.rank(b.0))));
    near.truncate(MOST_NODES - shown.len());

    let placed: Vec<(&str, usize)> =
        shown.iter().map(|address| (*address, 0)).chain(near.iter().copied()).collect();
    let nodes: Vec<ReachNode> =
        placed.iter().map(|(address, distance)| graph.node(address, *distance, class_of)).collect();
    let (edges, more_edges) = graph.edges(&placed);
    Reach {
        more_risky: risky.len() - shown.len(),
        more_reached: reached - near.len(),
        nodes,
        edges,
        more_edges,
    }
}

/// The changes by configuration address, and who takes whom along.
struct Graph<'g> {
    changes: &'g [ChangeAssessment],
    neighbours: &'g Neighbours,
    /// The positions of the changes of a resource, the riskiest first.
    positions: BTreeMap<String, Vec<usize>>,
    /// What the changes of a resource take along beside what refers to it.
    related: BTreeMap<String, BTreeSet<(String, RelationKind)>>,
}

/// What is worse comes first: prohibited, high, by name.
type Rank<'g> = (bool, std::cmp::Reverse<Risk>, &'g str);

impl<'g> Graph<'g> {
    fn of(changes: &'g [ChangeAssessment], neighbours: &'g Neighbours) -> Graph<'g> {
        let mut positions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut related: BTreeMap<String, BTreeSet<(String, RelationKind)>> = BTreeMap::new();
        for (position, change) in changes.iter().enumerate() {
            let own = configuration_address(&change.address);
            for relation in &change.relations {
                let other = configuration_address(&relation.address);
                if other == own {
                    continue;
                }
                let (from, to) = match relation.kind {
                    RelationKind::RenamedTo | RelationKind::Guards => (own.clone(), other),
                    RelationKind::ShiftedFrom | RelationKind::GoesWith | RelationKind::DisarmedBy => {
                        (other, own.clone())
                    }
                };
                related.entry(from).or_default().insert((to, relation.kind));
            }
            positions.entry(own).or_default().push(position);
        }
        for positions in positions.values_mut() {
            positions.sort_by_key(|position| {
                let change = changes.get(*position);
                let prohibited = change.is_some_and(ChangeAssessment::is_prohibited);
                (!prohibited, std::cmp::Reverse(change.map(|change| change.risk)))
            });
        }
        Graph { changes, neighbours, positions, related }
    }

    fn of_resource(&self, address: &str) -> impl Iterator<Item = &'g ChangeAssessment> {
        let positions = self.positions.get(address).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|position| self.changes.get(*position))
    }

    fn risk(&self, address: &str) -> Risk {
        self.of_resource(address).map(|change| change.risk).max().unwrap_or(Risk::None)
    }

    fn prohibited(&self, address: &str) -> bool {
        self.of_resource(address).any(ChangeAssessment::is_prohibited)
    }

    fn rank<'a>(&self, address: &'a str) -> Rank<'a> {
        (!self.prohibited(address), std::cmp::Reverse(self.risk(address)), address)
    }

    /// Returns the resources with a risky change, the worst first.
    fn risky(&self) -> Vec<&str> {
        let addresses = self.positions.keys().map(String::as_str);
        let mut risky: Vec<&str> =
            addresses.filter(|address| self.of_resource(address).any(ChangeAssessment::is_risky)).collect();
        risky.sort_by_key(|address| self.rank(address));
        risky
    }

    /// Returns what a resource takes along directly.
    fn next(&self, address: &str) -> impl Iterator<Item = (&str, Option<RelationKind>)> {
        let referring = self.neighbours.dependents(address).iter().map(|address| (address.as_str(), None));
        let related = self.related.get(address).into_iter().flatten();
        referring.chain(related.map(|(address, kind)| (address.as_str(), Some(*kind))))
    }

    /// Returns what is reached from some resources, these included, with the distance: the nearest `most`.
    fn spread<'a>(&'a self, from: impl Iterator<Item = &'a str>, most: usize) -> Vec<(&'a str, usize)> {
        let mut found: Vec<(&str, usize)> = from.map(|address| (address, 0)).collect();
        let mut seen: std::collections::HashSet<&str> = found.iter().map(|(address, _)| *address).collect();
        let mut open: VecDeque<(&str, usize)> = found.iter().copied().collect();
        while let Some((address, distance)) = open.pop_front() {
            for (next, _) in self.next(address) {
                if found.len() < most && seen.insert(next) {
                    found.push((next, distance + 1));
                    open.push_back((next, distance + 1));
                }
            }
        }
        found
    }

    fn node(&self, address: &str, distance: usize, class_of: &dyn Fn(&str) -> Class) -> ReachNode {
        let worst = self.of_resource(address).next();
        let kind = worst
            .map(|change| change.kind.clone())
            .unwrap_or_else(|| Address::parse(address).map(|address| address.kind).unwrap_or_default());
        ReachNode {
            address: address.to_owned(),
            class: worst.map_or_else(|| class_of(&kind), |change| change.class),
            kind,
            changes: self.positions.get(address).cloned().unwrap_or_default(),
            risk: self.risk(address),
            prohibited: self.prohibited(address),
            distance,
            reaches: self.spread(std::iter::once(address), MOST_COUNTED + 1).len() - 1,
        }
    }

    /// Returns the arrows between some resources, those away from the risky changes first, and how many are left out.
    fn edges(&self, nodes: &[(&str, usize)]) -> (Vec<ReachEdge>, usize) {
        let places: HashMap<&str, usize> =
            nodes.iter().enumerate().map(|(place, (address, _))| (*address, place)).collect();
        let mut edges: BTreeMap<(bool, usize, usize), Option<RelationKind>> = BTreeMap::new();
        for (from, (address, distance)) in nodes.iter().enumerate() {
            for (next, relation) in self.next(address) {
                let Some(to) = places.get(next).copied() else { continue };
                let away = nodes.get(to).is_some_and(|(_, other)| other > distance);
                // What is more than a reference says more.
                let known = edges.entry((!away, from, to)).or_default();
                *known = relation.or(*known);
            }
        }
        // An arrow each way would say that two things take each other along: what is known of the changes counts.
        let related: BTreeSet<(usize, usize)> = edges
            .iter()
            .filter(|(_, relation)| relation.is_some())
            .map(|((_, from, to), _)| (*from, *to))
            .collect();
        edges.retain(|(_, from, to), relation| relation.is_some() || !related.contains(&(*to, *from)));
        let more = edges.len().saturating_sub(MOST_EDGES);
        let kept = edges.into_iter().take(MOST_EDGES);
        let mut kept: Vec<ReachEdge> =
            kept.map(|((_, from, to), relation)| ReachEdge { from, to, relation }).collect();
        kept.sort_unstable();
        (kept, more)
    }
}

fn configuration_address(address: &str) -> String {
    Address::parse(address).map_or_else(|_| address.to_owned(), |address| address.configuration())
}
