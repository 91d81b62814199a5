//! What holds for every list of rules.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};

use super::super::super::Answer::{No, Yes};
use super::super::super::Unwritten;
use super::super::super::expiry::expiration_added;
use super::super::super::testing::ask_unknown;
use super::super::{Ports, bears_rules, rules_removed, world_opened};
use super::{opened, removed};

const KINDS: &[&str] = &[
    "aws_db_security_group",
    "aws_default_network_acl",
    "aws_default_security_group",
    "aws_network_acl",
    "aws_network_acl_rule",
    "aws_redshift_security_group",
    "aws_security_group",
    "aws_security_group_rule",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
    "azurerm_network_security_group",
    "azurerm_network_security_rule",
    "digitalocean_firewall",
    "google_compute_firewall",
    "hcloud_firewall",
    "linode_firewall",
    "oci_core_default_security_list",
    "oci_core_network_security_group_security_rule",
    "oci_core_security_list",
];

const EXPIRING: &[&str] = &[
    "aws_ecr_lifecycle_policy",
    "aws_s3_bucket",
    "aws_s3_bucket_lifecycle_configuration",
    "azurerm_storage_management_policy",
    "google_storage_bucket",
];

fn rule() -> impl Strategy<Value = Value> {
    let networks = vec!["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.1.0.0/16", "192.0.2.0/24"];
    (
        prop::sample::select(vec![(22, 22), (20, 25), (443, 443), (0, 65535), (0, 0), (24, 80)]),
        prop::sample::select(vec!["tcp", "udp", "-1", "icmp"]),
        prop::collection::vec(prop::sample::select(networks), 0..3),
        prop::collection::vec(prop::sample::select(vec!["sg-1", "sg-2"]), 0..2),
    )
        .prop_map(|((from, to), protocol, networks, groups)| {
            json!({"from_port": from, "to_port": to, "protocol": protocol, "cidr_blocks": networks,
                "security_groups": groups, "ipv6_cidr_blocks": [], "prefix_list_ids": [], "self": false})
        })
}

fn group(rules: &[Value]) -> String {
    json!({"ingress": rules, "egress": []}).to_string()
}

/// Any JSON, with the attributes of firewalls and lifecycles more often than chance would have them.
fn anything() -> impl Strategy<Value = Value> {
    let key = prop::sample::select(vec![
        "ingress",
        "egress",
        "rule",
        "security_rule",
        "inbound_rule",
        "inbound",
        "allow",
        "deny",
        "cidr_blocks",
        "from_port",
        "to_port",
        "protocol",
        "source_ranges",
        "source_address_prefix",
        "priority",
        "access",
        "ports",
        "destination_port_range",
        "tcp_options",
        "ingress_security_rules",
        "source",
        "policy",
        "lifecycle_rule",
        "expiration",
        "days",
        "filter",
        "condition",
        "action",
        "actions",
        "filters",
        "base_blob",
        "status",
        "enabled",
    ]);
    let text =
        prop::sample::select(vec!["0.0.0.0/0", "*", "22", "20-25", "tcp", "-1", "Enabled", "Allow", "deny"]);
    let leaf = prop_oneof![
        text.prop_map(|text| json!(text)),
        any::<String>().prop_map(|text| json!(text)),
        any::<i64>().prop_map(|number| json!(number)),
        any::<f64>().prop_map(|number| json!(number)),
        any::<bool>().prop_map(|value| json!(value)),
        Just(Value::Null),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

#[test]
fn the_types_named_here_are_all_there_are() {
    assert!(KINDS.iter().all(|kind| bears_rules(kind)));
    assert!(!bears_rules("aws_instance") && !bears_rules(""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn order_means_nothing_where_all_rules_allow(rules in prop::collection::vec(rule(), 0..5), at in 0_usize..5) {
        let mut turned = rules.clone();
        turned.rotate_left(at.min(rules.len()));
        let (one, other) = (group(&rules), group(&turned));
        prop_assert_eq!(opened("aws_security_group", &one, &other), [No; 3]);
        prop_assert_eq!(removed("aws_security_group", &one, &other), No);
    }

    #[test]
    fn a_rule_more_removes_nothing_and_a_rule_less_opens_nothing(
        rules in prop::collection::vec(rule(), 0..4),
        more in rule(),
    ) {
        let fewer = group(&rules);
        let all = group(&rules.into_iter().chain([more]).collect::<Vec<_>>());
        prop_assert_eq!(removed("aws_security_group", &fewer, &all), No);
        prop_assert_eq!(opened("aws_security_group", &all, &fewer), [No; 3]);
    }

    #[test]
    fn what_is_opened_on_some_ports_is_opened_on_any(
        before in prop::collection::vec(rule(), 0..4),
        after in prop::collection::vec(rule(), 0..4),
    ) {
        let [admin, other, any] = opened("aws_security_group", &group(&before), &group(&after));
        prop_assert!(any == Yes || (admin != Yes && other != Yes));
    }

    #[test]
    fn no_json_makes_a_function_panic(before in anything(), after in anything(), unknown in anything()) {
        let (before, after, unknown) = (before.to_string(), after.to_string(), unknown.to_string());
        for kind in KINDS {
            for unwritten in [Unwritten::Nothing, Unwritten::Anything] {
                ask_unknown(&before, &after, &unknown, |sides| {
                    (world_opened(kind, sides, Ports::Any, unwritten), rules_removed(kind, sides, unwritten))
                });
            }
        }
        for kind in EXPIRING {
            ask_unknown(&before, &after, &unknown, |sides| expiration_added(kind, sides));
        }
    }
}
