//! Firewalls of Google Cloud and Azure.

use super::super::Unwritten;
use super::super::fields::{self, Field};
use super::read::{each, names, peers, port_texts, protocol, targets};
use super::rule::{Action, Direction, Peers, Rule, Targets};
use crate::plan::view::{State, View};

/// `google_compute_firewall`: one rule with several protocols, for the machines that bear its target tags.
pub(super) fn google_firewall(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    if fields::truth(view.get("disabled")) == Field::Known(true) {
        return Vec::new();
    }
    let out = fields::is_word(view.get("direction"), "egress");
    let direction = if out { Direction::Out } else { Direction::In };
    let peers = if out {
        google_peers(view, "destination_ranges", &[], unwritten)
    } else {
        google_peers(view, "source_ranges", &["source_tags", "source_service_accounts"], unwritten)
    };
    let rule = Rule {
        priority: fields::number(view.get("priority")).known().unwrap_or(1000),
        targets: targets(view, &["target_tags", "target_service_accounts"]),
        ..Rule::allow(direction, peers)
    };
    let blocks = |attribute, action| {
        each(view.get(attribute), direction, None, |block| {
            let protocol = protocol(block.get("protocol"));
            // No ports are all ports.
            let ports = port_texts(block, &["ports"]);
            vec![Rule { action, protocol, ports, ..rule.clone() }]
        })
    };
    [blocks("allow", Action::Allow), blocks("deny", Action::Deny)].concat()
}

/// The ranges of a rule. Without ranges, tags and service accounts it is everyone; with tags alone it is those.
fn google_peers(view: View<'_>, ranges: &str, others: &[&str], unwritten: Unwritten) -> Peers {
    let (references, some_unknown) = names(view, others);
    // The provider computes the ranges where the configuration leaves them out for tags.
    let left_out = view.get(ranges).state() == State::Unknown
        && unwritten == Unwritten::Nothing
        && (some_unknown || !references.is_empty());
    let mut peers = if left_out { Peers::default() } else { peers(view, &[ranges]) };
    peers.references.extend(references);
    if peers.is_empty() && !some_unknown { Peers::world() } else { peers }
}

/// `azurerm_network_security_group`: inline blocks, in the order of their priority.
pub(super) fn azure_group(view: View<'_>, unwritten: Unwritten) -> Vec<Rule> {
    let rules = view.get("security_rule");
    // Of rules that are not known, those that go in matter.
    each(rules, Direction::In, Some(unwritten), |block| vec![azure(block, None)])
}

/// `azurerm_network_security_rule`: one rule of one group.
pub(super) fn azure_rule(view: View<'_>, _: Unwritten) -> Vec<Rule> {
    vec![azure(view, fields::text(view.get("network_security_group_name")).known())]
}

fn azure(view: View<'_>, group: Option<&str>) -> Rule {
    let is = |attribute: &str, word: &str| fields::is_word(view.get(attribute), word);
    let direction = if is("direction", "outbound") { Direction::Out } else { Direction::In };
    let source =
        ["source_address_prefix", "source_address_prefixes", "source_application_security_group_ids"];
    let destination = [
        "destination_address_prefix",
        "destination_address_prefixes",
        "destination_application_security_group_ids",
    ];
    let ([prefix, prefixes, groups], within) = match direction {
        Direction::In => (source, destination),
        Direction::Out => (destination, source),
    };
    let mut peers = peers(view, &[prefix, prefixes]);
    let (groups, some_unknown) = names(view, &[groups]);
    // Groups that are not known are groups all the same, not addresses: they only matter where nothing else is named.
    peers.unknown |= some_unknown && groups.is_empty() && peers.is_empty();
    peers.references.extend(groups);
    let priority = fields::number(view.get("priority"));
    let decisive = ["access", "direction"].map(|attribute| fields::text(view.get(attribute)).is_unknown());
    if priority.is_unknown() || decisive.contains(&true) {
        peers = Peers::unknown();
    }
    Rule {
        direction,
        action: if is("access", "deny") { Action::Deny } else { Action::Allow },
        priority: priority.known().unwrap_or(0),
        peers,
        protocol: protocol(view.get("protocol")),
        ports: port_texts(view, &["destination_port_range", "destination_port_ranges"]),
        targets: Targets { group: group.map(str::to_owned), ..targets(view, &within) },
    }
}
