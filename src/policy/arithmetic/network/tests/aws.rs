//! Security groups and access lists of AWS.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::Unwritten;
use super::super::super::testing::{ask, ask_unknown};
use super::super::{Ports, rules_removed, world_opened};
use super::{opened, removed};

/// An inline block.
fn block(from: i64, to: i64, protocol: &str, networks: &str) -> String {
    format!(
        r#"{{"cidr_blocks":[{networks}],"description":"","from_port":{from},"ipv6_cidr_blocks":[],"prefix_list_ids":[],"protocol":"{protocol}","security_groups":[],"self":false,"to_port":{to}}}"#
    )
}

fn group(ingress: &[String]) -> String {
    format!(r#"{{"name":"g","ingress":[{}],"egress":[]}}"#, ingress.join(","))
}

const WORLD: &str = r#""0.0.0.0/0""#;
const OFFICE: &str = r#""203.0.113.0/24""#;

#[test]
fn a_group_opens_by_port_and_not_by_rule() {
    let ssh_office = block(22, 22, "tcp", OFFICE);
    let ssh_world = block(22, 22, "tcp", WORLD);
    let https_world = block(443, 443, "tcp", WORLD);
    for (says, before, after, expected) in [
        ("SSH opened", vec![ssh_office.clone()], vec![ssh_world.clone()], [Yes, No, Yes]),
        (
            "SSH opened beside the office",
            vec![ssh_office.clone()],
            vec![block(22, 22, "tcp", r#""203.0.113.0/24","0.0.0.0/0""#)],
            [Yes, No, Yes],
        ),
        (
            "SSH opened by halves",
            vec![],
            vec![block(22, 22, "tcp", r#""0.0.0.0/1","128.0.0.0/1""#)],
            [Yes, No, Yes],
        ),
        (
            "SSH opened by halves in two rules",
            vec![],
            vec![block(22, 22, "tcp", r#""0.0.0.0/2""#), block(20, 30, "6", r#""64.0.0.0/2""#)],
            [Yes, No, Yes],
        ),
        ("HTTPS opened", vec![block(443, 443, "tcp", OFFICE)], vec![https_world.clone()], [No, No, Yes]),
        ("a range over SSH", vec![], vec![block(20, 25, "tcp", WORLD)], [Yes, Yes, Yes]),
        ("a range over nothing of note", vec![], vec![block(8000, 8100, "tcp", WORLD)], [No, Yes, Yes]),
        ("80 to 443 holds more than two ports", vec![], vec![block(80, 443, "tcp", WORLD)], [No, Yes, Yes]),
        ("all protocols", vec![], vec![block(0, 0, "-1", WORLD)], [Yes, Yes, Yes]),
        ("all ports", vec![], vec![block(0, 65535, "tcp", WORLD)], [Yes, Yes, Yes]),
        ("UDP 443", vec![], vec![block(443, 443, "udp", WORLD)], [No, No, Yes]),
        ("UDP to memcached", vec![], vec![block(11211, 11211, "17", WORLD)], [Yes, No, Yes]),
        ("ping", vec![], vec![block(8, -1, "icmp", WORLD)], [No, No, No]),
        (
            "as before, re-ordered",
            vec![ssh_world.clone(), https_world.clone()],
            vec![https_world.clone(), ssh_world.clone()],
            [No, No, No],
        ),
        (
            "as before, re-described",
            vec![ssh_world.clone()],
            vec![ssh_world.replace(r#""description":"""#, r#""description":"SSH""#)],
            [No, No, No],
        ),
        (
            "as before, split",
            vec![block(20, 30, "tcp", WORLD)],
            vec![block(20, 24, "tcp", WORLD), block(25, 30, "tcp", WORLD)],
            [No, No, No],
        ),
        ("as before, narrower", vec![block(0, 0, "-1", WORLD)], vec![ssh_world.clone()], [No, No, No]),
        ("closed", vec![ssh_world.clone()], vec![ssh_office.clone()], [No, No, No]),
        (
            "one more port",
            vec![ssh_world.clone()],
            vec![ssh_world.clone(), block(3306, 3306, "tcp", WORLD)],
            [Yes, No, Yes],
        ),
        ("UDP where TCP was", vec![ssh_world.clone()], vec![ssh_world.replace("tcp", "udp")], [Yes, No, Yes]),
        (
            "the other half",
            vec![block(22, 22, "tcp", r#""0.0.0.0/1""#)],
            vec![ssh_world.clone()],
            [Yes, No, Yes],
        ),
        ("a big company", vec![], vec![block(22, 22, "tcp", r#""12.0.0.0/8""#)], [No, No, No]),
    ] {
        let (before, after) = (group(&before), group(&after));
        assert_eq!(opened("aws_security_group", &before, &after), expected, "{says}");
        assert_eq!(opened("aws_default_security_group", &before, &after), expected, "{says}");
    }
    assert_eq!(
        opened("aws_security_group", "", &group(std::slice::from_ref(&ssh_world))),
        [Yes, No, Yes],
        "a new group"
    );
    assert_eq!(opened("aws_security_group", &group(&[ssh_world]), ""), [No; 3], "a deleted group");
}

#[test]
fn ipv6_and_egress_are_worlds_of_their_own() {
    let v6 = block(22, 22, "tcp", "").replace(r#""ipv6_cidr_blocks":[]"#, r#""ipv6_cidr_blocks":["::/0"]"#);
    let v4 = block(22, 22, "tcp", WORLD);
    assert_eq!(opened("aws_security_group", "", &group(std::slice::from_ref(&v6)))[0], Yes);
    assert_eq!(
        opened("aws_security_group", &group(std::slice::from_ref(&v4)), &group(&[v4.clone(), v6]))[0],
        Yes
    );
    let egress = format!(r#"{{"ingress":[],"egress":[{v4}]}}"#);
    assert_eq!(opened("aws_security_group", "", &egress), [No; 3]);
    assert_eq!(removed("aws_security_group", &egress, &group(&[])), Yes);
}

#[test]
fn groups_and_prefix_lists_are_no_addresses() {
    let with = |attribute: &str, value: &str| {
        group(&[block(22, 22, "tcp", "")
            .replace(&format!(r#""{attribute}":[]"#), &format!(r#""{attribute}":[{value}]"#))])
    };
    assert_eq!(opened("aws_security_group", "", &with("security_groups", r#""sg-1""#)), [No; 3]);
    assert_eq!(
        opened("aws_security_group", "", &with("prefix_list_ids", r#""pl-1""#)),
        [Unknown, No, Unknown]
    );
    let list = with("prefix_list_ids", r#""pl-1""#);
    assert_eq!(opened("aws_security_group", &list, &list.replace("\"g\"", "\"h\"")), [No; 3], "as before");
    assert_eq!(
        opened("aws_security_group", &list, &list.replace("pl-1", "pl-2"))[0],
        Unknown,
        "another list"
    );
    let own = group(&[block(22, 22, "tcp", "").replace(r#""self":false"#, r#""self":true"#)]);
    assert_eq!(opened("aws_security_group", "", &own), [No; 3]);
    assert_eq!(removed("aws_security_group", &own, &group(&[])), Yes);
    assert_eq!(
        opened("aws_security_group", "", &group(&[block(22, 22, "tcp", r#""not-an-address/8""#)]))[0],
        Unknown
    );
}

#[test]
fn what_is_unknown_counts_only_where_it_could_open() {
    let ask = |before: &str, after: &str, unknown: &str, ports, unwritten| {
        ask_unknown(before, after, unknown, |sides| {
            world_opened("aws_security_group", sides, ports, unwritten)
        })
    };
    let (admin, other) = (Ports::AdminOrData, Ports::Other);
    let one =
        |port: u16| format!(r#"{{"ingress":[{{"from_port":{port},"to_port":{port},"protocol":"tcp"}}]}}"#);
    let networks = r#"{"id":true,"egress":true,"ingress":[{"cidr_blocks":true}]}"#;
    for unwritten in [Unwritten::Nothing, Unwritten::Anything] {
        assert_eq!(ask("", &one(22), networks, admin, unwritten), Unknown);
        assert_eq!(ask("", &one(443), networks, admin, unwritten), No);
        assert_eq!(ask("", &one(443), networks, other, unwritten), No);
        assert_eq!(ask("", &one(443), networks, Ports::Any, unwritten), Unknown);
    }
    // One known network among unknown ones is enough.
    let mixed =
        r#"{"ingress":[{"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0",null]}]}"#;
    assert_eq!(
        ask("", mixed, r#"{"ingress":[{"cidr_blocks":[false,true]}]}"#, admin, Unwritten::Anything),
        Yes
    );
    // A port that is not known may be any.
    let port = r#"{"ingress":[{"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}]}"#;
    let ports = r#"{"ingress":[{"from_port":true,"to_port":true}]}"#;
    assert_eq!(ask("", port, ports, admin, Unwritten::Anything), Unknown);
    // A group that is not known is a group.
    let peer = r#"{"ingress":[{"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":[]}]}"#;
    assert_eq!(ask("", peer, r#"{"ingress":[{"security_groups":true}]}"#, admin, Unwritten::Anything), No);
    // Where everything was open already nothing opens.
    let open = group(&[
        block(0, 0, "-1", WORLD).replace(r#""ipv6_cidr_blocks":[]"#, r#""ipv6_cidr_blocks":["::/0"]"#)
    ]);
    assert_eq!(ask(&open, &one(22), networks, admin, Unwritten::Anything), No);
}

#[test]
fn rules_unknown_as_a_whole_are_what_the_configuration_says() {
    for kind in ["aws_security_group", "aws_network_acl"] {
        let ask = |unwritten| {
            ask_unknown("", r#"{"name":"g"}"#, r#"{"ingress":true,"egress":true}"#, |sides| {
                world_opened(kind, sides, Ports::AdminOrData, unwritten)
            })
        };
        assert_eq!(ask(Unwritten::Nothing), No, "{kind}");
        assert_eq!(ask(Unwritten::Anything), Unknown, "{kind}");
    }
}

#[test]
fn a_rule_by_itself_opens_its_group() {
    let old = |networks: &str, extra: &str| {
        format!(
            r#"{{"type":"ingress","from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":[{networks}],"security_group_id":"sg-1"{extra}}}"#
        )
    };
    let kind = "aws_security_group_rule";
    assert_eq!(opened(kind, "", &old(WORLD, "")), [Yes, No, Yes]);
    assert_eq!(opened(kind, &old(OFFICE, ""), &old(WORLD, ""))[0], Yes);
    assert_eq!(opened(kind, &old(WORLD, ""), &old(WORLD, r#","description":"x""#))[0], No);
    assert_eq!(
        opened(kind, &old(WORLD, ""), &old(WORLD, "").replace("sg-1", "sg-2"))[0],
        Yes,
        "another group"
    );
    assert_eq!(opened(kind, "", &old(WORLD, "").replace("ingress", "egress")), [No; 3]);
    assert_eq!(removed(kind, &old(WORLD, ""), &old(OFFICE, "")), Yes);
    assert_eq!(removed(kind, &old(OFFICE, ""), &old(WORLD, "")), No);
    let new = |network: &str| {
        format!(
            r#"{{"ip_protocol":"tcp","from_port":22,"to_port":22,"cidr_ipv4":"{network}","cidr_ipv6":null,"security_group_id":"sg-1"}}"#
        )
    };
    let kind = "aws_vpc_security_group_ingress_rule";
    assert_eq!(opened(kind, "", &new("0.0.0.0/0")), [Yes, No, Yes]);
    assert_eq!(opened(kind, "", &new("10.0.0.0/8")), [No; 3]);
    assert_eq!(
        opened(kind, "", r#"{"ip_protocol":"-1","from_port":null,"to_port":null,"cidr_ipv6":"::/0"}"#),
        [Yes; 3]
    );
    assert_eq!(
        opened(kind, "", r#"{"ip_protocol":"tcp","from_port":22,"to_port":22,"prefix_list_id":"pl-1"}"#)[0],
        Unknown
    );
    assert_eq!(opened("aws_vpc_security_group_egress_rule", "", &new("0.0.0.0/0")), [No; 3]);
    // A rule follows its group when that is replaced.
    let follows = ask_unknown(
        &new("0.0.0.0/0"),
        &new("0.0.0.0/0").replace(r#","security_group_id":"sg-1""#, ""),
        r#"{"security_group_id":true}"#,
        |sides| world_opened(kind.trim(), sides, Ports::Any, Unwritten::Anything),
    );
    assert_eq!(follows, No);
}

#[test]
fn in_an_access_list_the_first_rule_decides() {
    let entry = |number: u32, action: &str, port: u16, network: &str| {
        format!(
            r#"{{"rule_no":{number},"action":"{action}","protocol":"tcp","from_port":{port},"to_port":{port},"cidr_block":"{network}","ipv6_cidr_block":""}}"#
        )
    };
    let list = |entries: &[String]| format!(r#"{{"ingress":[{}],"egress":[]}}"#, entries.join(","));
    let all = r#"{"rule_no":100,"action":"allow","protocol":"-1","from_port":0,"to_port":0,"cidr_block":"0.0.0.0/0"}"#;
    let deny = entry(90, "deny", 22, "0.0.0.0/0");
    let kind = "aws_network_acl";
    for (says, before, after, expected) in [
        ("all but SSH", vec![], vec![all.to_owned(), deny.clone()], [Yes, Yes, Yes]),
        ("the deny goes", vec![all.to_owned(), deny.clone()], vec![all.to_owned()], [Yes, No, Yes]),
        (
            "the deny comes too late",
            vec![all.to_owned(), deny.clone()],
            vec![all.to_owned(), deny.replace("90", "110")],
            [Yes, No, Yes],
        ),
        (
            "the deny is halved",
            vec![all.to_owned(), deny.clone()],
            vec![all.to_owned(), entry(90, "deny", 22, "0.0.0.0/1")],
            [Yes, No, Yes],
        ),
        ("a deny more", vec![all.to_owned()], vec![deny.clone(), all.to_owned()], [No; 3]),
        (
            "a deny for one network",
            vec![],
            vec![entry(90, "deny", 22, "10.0.0.0/8"), entry(100, "allow", 22, "0.0.0.0/0")],
            [Yes, No, Yes],
        ),
        (
            "allowed only where denied",
            vec![],
            vec![deny.clone(), entry(100, "allow", 22, "0.0.0.0/0")],
            [No; 3],
        ),
    ] {
        assert_eq!(opened(kind, &list(&before), &list(&after)), expected, "{says}");
    }
    assert_eq!(removed(kind, &list(&[all.to_owned()]), &list(&[all.to_owned(), deny.clone()])), Yes);
    let lone = |action: &str, network: &str| {
        format!(
            r#"{{"network_acl_id":"acl-1","rule_number":90,"egress":false,"rule_action":"{action}","protocol":"6","from_port":22,"to_port":22,"cidr_block":"{network}"}}"#
        )
    };
    let kind = "aws_network_acl_rule";
    assert_eq!(opened(kind, "", &lone("allow", "0.0.0.0/0")), [Yes, No, Yes]);
    assert_eq!(opened(kind, &lone("deny", "0.0.0.0/0"), &lone("allow", "0.0.0.0/0")), [Yes, No, Yes]);
    assert_eq!(opened(kind, &lone("deny", "0.0.0.0/0"), &lone("deny", "10.0.0.0/8")), [Unknown, No, Unknown]);
    assert_eq!(opened(kind, "", &lone("deny", "0.0.0.0/0")), [No; 3]);
}

#[test]
fn a_rule_is_removed_if_someone_no_longer_gets_through() {
    let https = block(443, 443, "tcp", OFFICE);
    let ping = block(8, -1, "icmp", WORLD);
    for (says, before, after, expected) in [
        ("re-ordered", vec![https.clone(), ping.clone()], vec![ping.clone(), https.clone()], No),
        (
            "merged",
            vec![https.clone(), block(444, 444, "tcp", OFFICE)],
            vec![block(443, 444, "tcp", OFFICE)],
            No,
        ),
        ("widened", vec![https.clone()], vec![block(0, 0, "-1", WORLD)], No),
        (
            "a network less",
            vec![block(443, 443, "tcp", r#""203.0.113.0/24","198.51.100.0/24""#)],
            vec![https.clone()],
            Yes,
        ),
        ("a port less", vec![block(443, 444, "tcp", OFFICE)], vec![https.clone()], Yes),
        ("a protocol less", vec![https.clone(), ping.clone()], vec![https.clone()], Yes),
        (
            "a protocol that nobody named",
            vec![block(0, 0, "-1", OFFICE)],
            vec![block(0, 65535, "tcp", OFFICE), block(0, 65535, "udp", OFFICE)],
            Yes,
        ),
        ("halved", vec![https.clone()], vec![block(443, 443, "tcp", r#""203.0.113.0/25""#)], Yes),
        (
            "in halves",
            vec![https.clone()],
            vec![block(443, 443, "tcp", r#""203.0.113.0/25","203.0.113.128/25""#)],
            No,
        ),
        ("all", vec![https.clone()], vec![], Yes),
        ("none", vec![], vec![https.clone()], No),
    ] {
        assert_eq!(removed("aws_security_group", &group(&before), &group(&after)), expected, "{says}");
    }
    assert_eq!(removed("aws_security_group", &group(std::slice::from_ref(&https)), ""), Yes);
    let unknown = ask_unknown(
        &group(&[https]),
        r#"{"name":"g","ingress":[{"from_port":443,"to_port":443,"protocol":"tcp"}],"egress":[]}"#,
        r#"{"ingress":[{"cidr_blocks":true}]}"#,
        |sides| rules_removed("aws_security_group", sides, Unwritten::Anything),
    );
    assert_eq!(unknown, Unknown);
    assert_eq!(removed("aws_instance", "{}", r#"{"a":1}"#), Unknown, "a type without rules");
    assert_eq!(opened("aws_instance", "{}", r#"{"a":1}"#), [Unknown; 3]);
}

#[test]
fn thousands_of_rules_are_bounded() {
    let many = |shift: usize| {
        let rules: Vec<String> = (0..3000)
            .map(|index| {
                block(
                    i64::try_from(1000 + index * 20 + shift).unwrap(),
                    65535,
                    "tcp",
                    &format!("\"10.{}.{}.0/24\"", index / 250, index % 250),
                )
            })
            .collect();
        group(&rules)
    };
    let start = std::time::Instant::now();
    let answer = ask(&many(0), &many(1), |sides| {
        world_opened("aws_security_group", sides, Ports::Any, Unwritten::Anything)
    });
    assert!(answer != Yes, "{answer:?}");
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}
