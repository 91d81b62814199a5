//! Security groups and network access lists of AWS.

use super::super::Unwritten;
use super::super::fields::{self, Field};
use super::intervals::Intervals;
use super::ports::{self, Protocol};
use super::read::{each, member_of, names, peers, protocol, range};
use super::rule::{Action, Direction, Peers, Rule, Targets};
use crate::plan::view::{State, View};

/// `aws_security_group`, `aws_default_security_group`: inline blocks. Left out, the provider computes them.
pub(super) fn security_group(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    let side = |attribute, direction| {
        each(view.get(attribute), direction, Some(unwritten), |block| {
            let mut peers = peers(block, &["cidr_blocks", "ipv6_cidr_blocks"]);
            let (groups, _) = names(block, &["security_groups"]);
            peers.references.extend(groups);
            finish(block, direction, peers, &["prefix_list_ids"], Targets::default())
        })
    };
    [side("ingress", Direction::In), side("egress", Direction::Out)].concat()
}

/// `aws_security_group_rule`: one rule, for one group.
pub(super) fn security_group_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    let out = fields::is_word(view.get("type"), "egress");
    let direction = if out { Direction::Out } else { Direction::In };
    let mut peers = peers(view, &["cidr_blocks", "ipv6_cidr_blocks"]);
    let (groups, _) = names(view, &["source_security_group_id"]);
    peers.references.extend(groups);
    finish(view, direction, peers, &["prefix_list_ids"], member_of(view, "security_group_id"))
}

/// `aws_vpc_security_group_ingress_rule`.
pub(super) fn vpc_ingress_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    vpc_rule(view, Direction::In)
}

/// `aws_vpc_security_group_egress_rule`.
pub(super) fn vpc_egress_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    vpc_rule(view, Direction::Out)
}

fn vpc_rule(view: View<'_>, direction: Direction) -> Vec<Rule> {
    let mut peers = peers(view, &["cidr_ipv4", "cidr_ipv6"]);
    let (groups, _) = names(view, &["referenced_security_group_id"]);
    peers.references.extend(groups);
    finish(view, direction, peers, &["prefix_list_id"], member_of(view, "security_group_id"))
}

/// Completes a rule of a security group: prefix lists, the group itself, protocol and ports.
///
/// Groups that are not known yet are groups all the same, not addresses; prefix lists that are not known may be any.
fn finish(
    view: View<'_>,
    direction: Direction,
    mut peers: Peers,
    prefix_lists: &[&str],
    targets: Targets,
) -> Vec<Rule> {
    let (lists, unknown) = names(view, prefix_lists);
    peers.opaque.extend(lists);
    peers.unknown |= unknown;
    if fields::truth(view.get("self")) == Field::Known(true) {
        peers.references.insert("self".to_owned());
    }
    let attribute = if view.get("ip_protocol").state() == State::Absent { "protocol" } else { "ip_protocol" };
    let (protocol, ports) = over(protocol(view.get(attribute)), range(view, "from_port", "to_port"));
    vec![Rule { protocol, ports, targets, ..Rule::allow(direction, peers) }]
}

/// A rule for all protocols is one for all ports, whatever its ports say.
fn over(protocol: Option<Protocol>, ports: Option<Intervals>) -> (Option<Protocol>, Option<Intervals>) {
    match protocol {
        Some(protocol @ (Protocol::All | Protocol::Other(_))) => (Some(protocol), Some(ports::all())),
        protocol => (protocol, ports),
    }
}

/// `aws_network_acl`, `aws_default_network_acl`: inline blocks, in order.
pub(super) fn network_acl(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    let side = |attribute, direction| {
        each(view.get(attribute), direction, Some(unwritten), |block| {
            acl(block, direction, "action", "rule_no", Targets::default())
        })
    };
    [side("ingress", Direction::In), side("egress", Direction::Out)].concat()
}

/// `aws_network_acl_rule`: one entry of one list.
pub(super) fn network_acl_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    let out = fields::truth(view.get("egress")) == Field::Known(true);
    let direction = if out { Direction::Out } else { Direction::In };
    acl(view, direction, "rule_action", "rule_number", member_of(view, "network_acl_id"))
}

fn acl(view: View<'_>, direction: Direction, action: &str, number: &str, targets: Targets) -> Vec<Rule> {
    let mut peers = peers(view, &["cidr_block", "ipv6_cidr_block"]);
    let deny = fields::is_word(view.get(action), "deny");
    let priority = fields::number(view.get(number));
    if fields::text(view.get(action)).is_unknown() || priority.is_unknown() {
        peers = Peers::unknown();
    }
    let (protocol, ports) = over(protocol(view.get("protocol")), range(view, "from_port", "to_port"));
    vec![Rule {
        action: if deny { Action::Deny } else { Action::Allow },
        priority: priority.known().unwrap_or(0),
        protocol,
        ports,
        targets,
        ..Rule::allow(direction, peers)
    }]
}

/// Groups of the time before VPCs, `aws_db_security_group` and `aws_redshift_security_group`: networks that reach the
/// database on its port, which is not said here. All ports stand for it.
pub(super) fn legacy_group(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    each(view.get("ingress"), Direction::In, Some(unwritten), |block| {
        let mut peers = peers(block, &["cidr"]);
        let (groups, _) = names(block, &["security_group_id", "security_group_name"]);
        peers.references.extend(groups);
        vec![Rule { protocol: Some(Protocol::Tcp), ..Rule::allow(Direction::In, peers) }]
    })
}
