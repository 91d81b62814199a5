//! Firewalls of DigitalOcean, Hetzner, Linode and Oracle Cloud, and groups of the time before VPCs.

use super::super::super::Answer::{No, Unknown, Yes};
use super::{opened, removed};

#[test]
fn digitalocean_lists_inbound_rules() {
    let kind = "digitalocean_firewall";
    let rule = |ports: &str, sources: &str| {
        format!(
            r#"{{"inbound_rule":[{{"protocol":"tcp","port_range":"{ports}","source_addresses":[{sources}],"source_tags":[]}}],"outbound_rule":[]}}"#
        )
    };
    let office = rule("22", r#""203.0.113.0/24""#);
    assert_eq!(opened(kind, &office, &rule("22", r#""0.0.0.0/0","::/0""#)), [Yes, No, Yes]);
    assert_eq!(opened(kind, "", &rule("1-65535", r#""0.0.0.0/0""#)), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &rule("all", r#""0.0.0.0/0""#)), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &rule("443", r#""0.0.0.0/0""#)), [No, No, Yes]);
    assert_eq!(
        opened(kind, "", &rule("22", "").replace(r#""source_tags":[]"#, r#""source_tags":["bastion"]"#)),
        [No; 3]
    );
    assert_eq!(removed(kind, &office, r#"{"inbound_rule":[]}"#), Yes);
}

#[test]
fn hetzner_lists_rules_of_both_directions() {
    let kind = "hcloud_firewall";
    let rule = |direction: &str, port: &str, ips: &str| {
        format!(
            r#"{{"rule":[{{"direction":"{direction}","protocol":"tcp","port":"{port}","source_ips":[{ips}],"destination_ips":[]}}]}}"#
        )
    };
    assert_eq!(opened(kind, "", &rule("in", "22", r#""0.0.0.0/0","::/0""#)), [Yes, No, Yes]);
    assert_eq!(opened(kind, "", &rule("in", "any", r#""0.0.0.0/0""#)), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &rule("in", "80-85", r#""0.0.0.0/0""#)), [No, Yes, Yes]);
    assert_eq!(opened(kind, "", &rule("out", "22", r#""0.0.0.0/0""#)), [No; 3]);
    assert_eq!(
        opened(
            kind,
            "",
            r#"{"rule":[{"direction":"in","protocol":"icmp","port":null,"source_ips":["0.0.0.0/0"]}]}"#
        ),
        [No; 3]
    );
}

#[test]
fn linode_has_an_order_and_a_policy_for_the_rest() {
    let kind = "linode_firewall";
    let wall = |rules: &str, policy: &str, disabled: bool| {
        format!(
            r#"{{"inbound":[{rules}],"inbound_policy":"{policy}","outbound":[],"outbound_policy":"ACCEPT","disabled":{disabled}}}"#
        )
    };
    let rule = |action: &str, ports: &str| {
        format!(
            r#"{{"action":"{action}","protocol":"TCP","ports":"{ports}","ipv4":["0.0.0.0/0"],"ipv6":["::/0"]}}"#
        )
    };
    let closed = wall("", "DROP", false);
    assert_eq!(opened(kind, &closed, &wall(&rule("ACCEPT", "22, 443"), "DROP", false)), [Yes, No, Yes]);
    assert_eq!(opened(kind, &closed, &wall("", "ACCEPT", false)), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, &closed, &wall("", "DROP", true)), [Yes, Yes, Yes]);
    let drops = wall(&rule("DROP", "22"), "ACCEPT", false);
    assert_eq!(opened(kind, &drops, &wall("", "ACCEPT", false)), [Yes, No, Yes]);
    let first = wall(&format!("{},{}", rule("DROP", "22"), rule("ACCEPT", "1-1000")), "DROP", false);
    let last = wall(&format!("{},{}", rule("ACCEPT", "1-1000"), rule("DROP", "22")), "DROP", false);
    assert_eq!(opened(kind, &first, &last), [Yes, No, Yes]);
    assert_eq!(opened(kind, &last, &first), [No; 3]);
}

#[test]
fn oracle_has_options_for_ports() {
    let kind = "oci_core_security_list";
    let list = |protocol: &str, options: &str, source: &str| {
        format!(
            r#"{{"ingress_security_rules":[{{"protocol":"{protocol}","source":"{source}","source_type":"CIDR_BLOCK","tcp_options":[{options}],"udp_options":[]}}],"egress_security_rules":[]}}"#
        )
    };
    assert_eq!(opened(kind, "", &list("6", r#"{"min":22,"max":22}"#, "0.0.0.0/0")), [Yes, No, Yes]);
    assert_eq!(opened(kind, "", &list("6", "", "0.0.0.0/0")), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &list("all", "", "0.0.0.0/0")), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &list("1", "", "0.0.0.0/0")), [No; 3]);
    assert_eq!(opened(kind, "", &list("6", r#"{"min":22,"max":22}"#, "10.0.0.0/8")), [No; 3]);
    let service = list("6", "", "all-fra-services").replace("CIDR_BLOCK", "SERVICE_CIDR_BLOCK");
    assert_eq!(opened(kind, "", &service), [No; 3]);
    let kind = "oci_core_network_security_group_security_rule";
    let rule = |direction: &str| {
        format!(
            r#"{{"direction":"{direction}","protocol":"6","source":"0.0.0.0/0","source_type":"CIDR_BLOCK","network_security_group_id":"n","tcp_options":[{{"destination_port_range":[{{"min":3389,"max":3389}}],"source_port_range":[]}}]}}"#
        )
    };
    assert_eq!(opened(kind, "", &rule("INGRESS")), [Yes, No, Yes]);
    assert_eq!(opened(kind, "", &rule("EGRESS")), [No; 3]);
}

#[test]
fn legacy_groups_open_the_port_of_their_database() {
    for kind in ["aws_db_security_group", "aws_redshift_security_group"] {
        let group = |cidr: &str| format!(r#"{{"name":"g","ingress":[{{"cidr":"{cidr}"}}]}}"#);
        assert_eq!(opened(kind, "", &group("0.0.0.0/0"))[0], Yes, "{kind}");
        assert_eq!(opened(kind, "", &group("10.0.0.0/8"))[0], No, "{kind}");
        assert_eq!(opened(kind, &group("10.0.0.0/8"), &group("10.0.0.0/33"))[0], Unknown, "{kind}");
    }
}
