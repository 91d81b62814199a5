//! Firewalls of DigitalOcean, Hetzner, Linode and Oracle Cloud.

use super::super::Unwritten;
use super::super::fields::{self, Field};
use super::intervals::Intervals;
use super::ports::{self, Protocol};
use super::read::{each, member_of, names, peers, port_texts, protocol};
use super::rule::{Action, Direction, Peers, Rule, Targets};
use crate::plan::view::View;

/// `digitalocean_firewall`. To which machines it applies is not part of its rules.
pub(super) fn digitalocean(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    let side = |attribute, direction, end: &str| {
        each(view.get(attribute), direction, None, |block| {
            let mut peers = peers(block, &[&format!("{end}_addresses")]);
            for kind in ["droplet_ids", "tags", "load_balancer_uids", "kubernetes_ids"] {
                peers.references.extend(names(block, &[&format!("{end}_{kind}")]).0);
            }
            let (protocol, ports) = (protocol(block.get("protocol")), port_texts(block, &["port_range"]));
            vec![Rule { protocol, ports, ..Rule::allow(direction, peers) }]
        })
    };
    [side("inbound_rule", Direction::In, "source"), side("outbound_rule", Direction::Out, "destination")]
        .concat()
}

/// `hcloud_firewall`.
pub(super) fn hcloud(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    each(view.get("rule"), Direction::In, None, |block| {
        let out = fields::is_word(block.get("direction"), "out");
        let (direction, ips) =
            if out { (Direction::Out, "destination_ips") } else { (Direction::In, "source_ips") };
        let (protocol, ports) = (protocol(block.get("protocol")), port_texts(block, &["port"]));
        vec![Rule { protocol, ports, ..Rule::allow(direction, peers(block, &[ips])) }]
    })
}

/// `linode_firewall`: rules in the order they stand, then the policy for what none of them matched.
pub(super) fn linode(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    if fields::truth(view.get("disabled")) == Field::Known(true) {
        // Switched off it stops nothing.
        return vec![Rule::allow(Direction::In, Peers::world()), Rule::allow(Direction::Out, Peers::world())];
    }
    let side = |attribute: &str, direction| {
        let mut rules = each(view.get(attribute), direction, None, |block| {
            let mut peers = peers(block, &["ipv4", "ipv6"]);
            if fields::text(block.get("action")).is_unknown() {
                peers = Peers::unknown();
            }
            let drops = fields::is_word(block.get("action"), "drop");
            let (protocol, ports) = (protocol(block.get("protocol")), port_texts(block, &["ports"]));
            let action = if drops { Action::Deny } else { Action::Allow };
            vec![Rule { action, protocol, ports, ..Rule::allow(direction, peers) }]
        });
        match fields::text(view.get(&format!("{attribute}_policy"))) {
            Field::Known(word) if word.eq_ignore_ascii_case("accept") => {
                rules.push(Rule::allow(direction, Peers::world()));
            }
            Field::Unknown => rules.push(Rule::unknown(direction)),
            _ => {}
        }
        rules
    };
    [side("inbound", Direction::In), side("outbound", Direction::Out)].concat()
}

/// `oci_core_security_list`, `oci_core_default_security_list`.
pub(super) fn oci_list(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    let side = |attribute, direction, end| {
        each(view.get(attribute), direction, Some(unwritten), |block| {
            vec![oci(block, direction, end, Targets::default())]
        })
    };
    [
        side("ingress_security_rules", Direction::In, "source"),
        side("egress_security_rules", Direction::Out, "destination"),
    ]
    .concat()
}

/// `oci_core_network_security_group_security_rule`: one rule of one group.
pub(super) fn oci_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    let out = fields::is_word(view.get("direction"), "egress");
    let (direction, end) = if out { (Direction::Out, "destination") } else { (Direction::In, "source") };
    vec![oci(view, direction, end, member_of(view, "network_security_group_id"))]
}

fn oci(view: View<'_>, direction: Direction, end: &str, targets: Targets) -> Rule {
    let is_cidr = match fields::text(view.get(&format!("{end}_type"))) {
        Field::Known(kind) => kind.eq_ignore_ascii_case("CIDR_BLOCK"),
        _ => true,
    };
    let peers = if is_cidr {
        peers(view, &[end])
    } else {
        // Services of the cloud, or groups.
        Peers { references: names(view, &[end]).0, ..Peers::default() }
    };
    let protocol = protocol(view.get("protocol"));
    let ports = match &protocol {
        Some(Protocol::Tcp) => oci_ports(view.get("tcp_options")),
        Some(Protocol::Udp) => oci_ports(view.get("udp_options")),
        _ => Some(ports::all()),
    };
    Rule { protocol, ports, targets, ..Rule::allow(direction, peers) }
}

/// The ports of a rule: `min` and `max` directly (of a list) or in `destination_port_range` (of a group). None named is
/// all; none known is unknown.
fn oci_ports(options: View<'_>) -> Option<Intervals> {
    let mut spans = Vec::new();
    for option in fields::blocks(options)? {
        let ranges = fields::blocks(option.get("destination_port_range"))?;
        for holder in if ranges.is_empty() { vec![option] } else { ranges } {
            let (min, max) = (fields::number(holder.get("min")), fields::number(holder.get("max")));
            if min.is_unknown() || max.is_unknown() {
                return None;
            }
            spans.extend_from_slice(ports::between(min.known(), max.known()).spans());
        }
    }
    Some(if spans.is_empty() { ports::all() } else { Intervals::of(spans) })
}
