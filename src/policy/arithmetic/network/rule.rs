//! A rule of a firewall in one form for all clouds.

use std::collections::BTreeSet;

use super::addresses::Addresses;
use super::intervals::Intervals;
use super::ports::{self, Protocol};

/// Which way traffic goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Towards what the firewall protects.
    In,
    /// Away from it.
    Out,
}

/// What a rule does with the traffic it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// It lets it through.
    Allow,
    /// It stops it.
    Deny,
}

/// The other end of the traffic.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Peers {
    /// By address.
    pub addresses: Addresses,
    /// By name, where the name stands for machines of one's own or of the cloud: a security group, a tag, a service
    /// tag. No such name is the world.
    pub references: BTreeSet<String>,
    /// By name, where the name stands for a list of addresses that the plan does not hold: a prefix list.
    pub opaque: BTreeSet<String>,
    /// Some of it is not known.
    pub unknown: bool,
}

/// What a rule applies to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Targets {
    /// The group or list that a rule standing by itself belongs to; none within a group, or if it is unknown, which is
    /// taken for the same as before: a rule follows its group when that is replaced.
    pub group: Option<String>,
    /// The tags or destinations within it; none is everything. The empty set stands for unknown ones, which are taken
    /// for the same as before.
    pub names: Option<BTreeSet<String>>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which way.
    pub direction: Direction,
    /// Allow or deny.
    pub action: Action,
    /// The first rule that matches decides: the lowest number first. All the same where there is no order.
    pub priority: i64,
    /// From or to whom.
    pub peers: Peers,
    /// Over which protocol; none if that is not known.
    pub protocol: Option<Protocol>,
    /// To which ports; none if that is not known.
    pub ports: Option<Intervals>,
    /// To what.
    pub targets: Targets,
}

impl Rule {
    /// Creates a rule that allows `peers` over everything.
    pub fn allow(direction: Direction, peers: Peers) -> Rule {
        Rule {
            direction,
            action: Action::Allow,
            priority: 0,
            peers,
            protocol: Some(Protocol::All),
            ports: Some(ports::all()),
            targets: Targets::default(),
        }
    }

    /// Creates a rule of which nothing is known.
    pub fn unknown(direction: Direction) -> Rule {
        Rule { protocol: None, ports: None, ..Rule::allow(direction, Peers::unknown()) }
    }

    /// Returns true if all of the rule is known.
    pub(super) fn is_known(&self) -> bool {
        !self.peers.unknown && self.protocol.is_some() && self.ports.is_some()
    }

    /// Returns true if the rule matches, or may match, that protocol on that port.
    pub(super) fn may_match(&self, packet: &Protocol, port: u128) -> bool {
        let protocol = self.protocol.as_ref().is_none_or(|own| own.applies_to(packet));
        // A protocol without ports does not look at them.
        let ports = !packet.has_ports() || self.ports.as_ref().is_none_or(|own| own.contains(port));
        protocol && ports
    }
}

impl Peers {
    /// Returns everyone.
    pub fn world() -> Peers {
        Peers { addresses: Addresses::all(), ..Peers::default() }
    }

    /// Returns those of a rule of which it is not even known what it does.
    pub(super) fn unknown() -> Peers {
        Peers { unknown: true, ..Peers::default() }
    }

    /// Reads texts that may be addresses or names of machines, such as `VirtualNetwork`.
    pub(super) fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Peers {
        let mut peers = Peers::default();
        let mut addresses = Vec::new();
        for text in texts {
            match Addresses::parse(text) {
                Some(one) => addresses.push(one),
                // What looks like an address gone wrong might be any.
                None if text.starts_with(|first: char| first.is_ascii_digit())
                    || text.contains(['/', ':']) =>
                {
                    peers.unknown = true;
                }
                None => {
                    peers.references.insert(text.to_ascii_lowercase());
                }
            }
        }
        peers.addresses = Addresses::union_of(&addresses);
        peers
    }

    /// Returns true if nobody is named, known or unknown.
    pub(super) fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.references.is_empty() && self.opaque.is_empty() && !self.unknown
    }
}

impl Targets {
    /// Returns true if a rule for these targets holds for all of `others`.
    pub(super) fn include(&self, others: &Targets) -> bool {
        let group = match (&self.group, &others.group) {
            (Some(own), Some(its)) => own == its,
            _ => true,
        };
        group
            && match (&self.names, &others.names) {
                (None, _) => true,
                (Some(own), Some(its)) => own.is_empty() || its.is_subset(own),
                (Some(own), None) => own.is_empty(),
            }
    }
}
