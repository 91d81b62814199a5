//! From a resource to its rules.

use std::collections::BTreeSet;

use super::super::Unwritten;
use super::super::fields::{self, Field};
use super::aws;
use super::clouds;
use super::hosters;
use super::intervals::Intervals;
use super::ports::{self, Protocol};
use super::rule::{Direction, Peers, Rule, Targets};
use crate::plan::view::{State, View};

type Reader = fn(View<'_>, Unwritten) -> Vec<Rule>;

/// The types that bear rules, and how they are read. Sorted.
const READERS: &[(&str, Reader)] = &[
    ("aws_db_security_group", aws::legacy_group),
    ("aws_default_network_acl", aws::network_acl),
    ("aws_default_security_group", aws::security_group),
    ("aws_network_acl", aws::network_acl),
    ("aws_network_acl_rule", aws::network_acl_rule),
    ("aws_redshift_security_group", aws::legacy_group),
    ("aws_security_group", aws::security_group),
    ("aws_security_group_rule", aws::security_group_rule),
    ("aws_vpc_security_group_egress_rule", aws::vpc_egress_rule),
    ("aws_vpc_security_group_ingress_rule", aws::vpc_ingress_rule),
    ("azurerm_network_security_group", clouds::azure_group),
    ("azurerm_network_security_rule", clouds::azure_rule),
    ("digitalocean_firewall", hosters::digitalocean),
    ("google_compute_firewall", clouds::google_firewall),
    ("hcloud_firewall", hosters::hcloud),
    ("linode_firewall", hosters::linode),
    ("oci_core_default_security_list", hosters::oci_list),
    ("oci_core_network_security_group_security_rule", hosters::oci_rule),
    ("oci_core_security_list", hosters::oci_list),
];

/// Types whose resource is a single rule of a list that stands elsewhere: what such a rule denies may be allowed by
/// another one that is not seen here.
const SINGLE: &[&str] = &["aws_network_acl_rule", "azurerm_network_security_rule", "google_compute_firewall"];

/// Returns true if resources of this type bear rules that can be read.
pub fn bears_rules(kind: &str) -> bool {
    reader(kind).is_some()
}

/// Returns the rules of one side of a resource; none if the type bears no rules that can be read.
pub fn rules(kind: &str, side: View<'_>, unwritten: Unwritten) -> Option<Vec<Rule>> {
    let reader = reader(kind)?;
    Some(match side.state() {
        State::Absent | State::Null => Vec::new(),
        State::Unknown => vec![Rule::unknown(Direction::In), Rule::unknown(Direction::Out)],
        State::Known(_) => {
            let mut rules = reader(side, unwritten);
            // The first rule that matches decides. Where there are no priorities the order stays.
            rules.sort_by_key(|rule| rule.priority);
            rules
        }
    })
}

pub(super) fn is_single(kind: &str) -> bool {
    SINGLE.contains(&kind)
}

fn reader(kind: &str) -> Option<Reader> {
    let at = READERS.binary_search_by_key(&kind, |(name, _)| name).ok()?;
    READERS.get(at).map(|(_, reader)| *reader)
}

/// Reads the elements of an attribute, each as one rule or several. Unknown as a whole it is a rule of which nothing
/// is known, unless it is `computed` by the provider and the configuration writes none.
pub(super) fn each(
    view: View<'_>,
    direction: Direction,
    computed: Option<Unwritten>,
    read: impl Fn(View<'_>) -> Vec<Rule>,
) -> Vec<Rule> {
    match fields::blocks(view) {
        Some(blocks) => blocks
            .into_iter()
            .flat_map(|block| match block.state() {
                State::Unknown => vec![Rule::unknown(direction)],
                _ => read(block),
            })
            .collect(),
        None if computed == Some(Unwritten::Nothing) => Vec::new(),
        None => vec![Rule::unknown(direction)],
    }
}

/// Reads the peers from attributes that hold one text or several each.
pub(super) fn peers(view: View<'_>, attributes: &[&str]) -> Peers {
    let (mut all, mut unknown) = (Vec::new(), false);
    for attribute in attributes {
        let (texts, some_unknown) = fields::texts(view.get(attribute));
        all.extend(texts);
        unknown |= some_unknown;
    }
    let mut peers = Peers::read(all);
    peers.unknown |= unknown;
    peers
}

/// Reads names from attributes that hold one or several each, and whether some of them are unknown.
pub(super) fn names(view: View<'_>, attributes: &[&str]) -> (BTreeSet<String>, bool) {
    let (mut all, mut unknown) = (BTreeSet::new(), false);
    for attribute in attributes {
        let (texts, some_unknown) = fields::texts(view.get(attribute));
        all.extend(texts.into_iter().map(str::to_owned));
        unknown |= some_unknown;
    }
    (all, unknown)
}

/// Reads the tags or destinations that a rule applies to; none named, or all of them, is everything.
pub(super) fn targets(view: View<'_>, attributes: &[&str]) -> Targets {
    let (names, unknown) = names(view, attributes);
    let all =
        names.is_empty() || names.iter().any(|name| matches!(name.as_str(), "*" | "0.0.0.0/0" | "::/0"));
    let names = if unknown { Some(BTreeSet::new()) } else { (!all).then_some(names) };
    Targets { group: None, names }
}

/// Reads the group that a rule standing by itself belongs to.
pub(super) fn member_of(view: View<'_>, attribute: &str) -> Targets {
    Targets { group: fields::text(view.get(attribute)).known().map(str::to_owned), names: None }
}

/// Reads a protocol; a missing one is all.
pub(super) fn protocol(view: View<'_>) -> Option<Protocol> {
    match fields::text(view) {
        Field::Unknown => None,
        Field::Missing => Some(Protocol::All),
        Field::Known(text) => Some(Protocol::parse(text)),
    }
}

/// Reads a range of ports from two attributes.
pub(super) fn range(view: View<'_>, from: &str, to: &str) -> Option<Intervals> {
    let (from, to) = (fields::number(view.get(from)), fields::number(view.get(to)));
    if from.is_unknown() || to.is_unknown() {
        return None;
    }
    Some(ports::between(from.known(), to.known()))
}

/// Reads ports from attributes that hold texts such as `20-25`; none if some are unknown or no ports. Nothing at all is
/// all ports.
pub(super) fn port_texts(view: View<'_>, attributes: &[&str]) -> Option<Intervals> {
    let mut spans = Vec::new();
    let mut any = false;
    for attribute in attributes {
        let (texts, unknown) = fields::texts(view.get(attribute));
        if unknown {
            return None;
        }
        for text in texts {
            any = true;
            spans.extend_from_slice(ports::parse(text)?.spans());
        }
    }
    Some(if any { Intervals::of(spans) } else { ports::all() })
}
