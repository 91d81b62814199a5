//! Firewalls of Google Cloud and Azure.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::Unwritten;
use super::super::super::testing::ask_unknown;
use super::super::{Ports, world_opened};
use super::{opened, removed};

fn google(allow: &str, rest: &str) -> String {
    format!(r#"{{"direction":"INGRESS","disabled":false,"priority":1000,"allow":[{allow}],"deny":[]{rest}}}"#)
}

const SSH: &str = r#"{"protocol":"tcp","ports":["22"]}"#;
const WORLD: &str = r#","source_ranges":["0.0.0.0/0"]"#;
const OFFICE: &str = r#","source_ranges":["203.0.113.0/24"]"#;

#[test]
fn a_rule_of_google_names_ranges_tags_and_targets() {
    let kind = "google_compute_firewall";
    for (says, before, after, expected) in [
        ("SSH opened", google(SSH, OFFICE), google(SSH, WORLD), [Yes, No, Yes]),
        ("a new rule", String::new(), google(SSH, WORLD), [Yes, No, Yes]),
        ("no source at all is everyone", String::new(), google(SSH, ""), [Yes, No, Yes]),
        (
            "empty sources are everyone",
            String::new(),
            google(SSH, r#","source_ranges":[],"source_tags":null"#),
            [Yes, No, Yes],
        ),
        ("a tag is not everyone", String::new(), google(SSH, r#","source_tags":["bastion"]"#), [No; 3]),
        (
            "a tag or everyone",
            String::new(),
            google(SSH, r#","source_tags":["bastion"],"source_ranges":["0.0.0.0/0"]"#),
            [Yes, No, Yes],
        ),
        (
            "no ports are all ports",
            String::new(),
            google(r#"{"protocol":"tcp","ports":[]}"#, WORLD),
            [Yes, Yes, Yes],
        ),
        ("all protocols", String::new(), google(r#"{"protocol":"all"}"#, WORLD), [Yes, Yes, Yes]),
        (
            "a range",
            String::new(),
            google(r#"{"protocol":"tcp","ports":["20-25","443"]}"#, WORLD),
            [Yes, Yes, Yes],
        ),
        (
            "the web",
            String::new(),
            google(r#"{"protocol":"tcp","ports":["80","443"]}"#, WORLD),
            [No, No, Yes],
        ),
        ("ping", String::new(), google(r#"{"protocol":"icmp"}"#, WORLD), [No; 3]),
        (
            "two blocks",
            google(r#"{"protocol":"tcp","ports":["80"]}"#, WORLD),
            google(&format!(r#"{{"protocol":"tcp","ports":["80"]}},{SSH}"#), WORLD),
            [Yes, No, Yes],
        ),
        (
            "switched off",
            String::new(),
            google(SSH, WORLD).replace(r#""disabled":false"#, r#""disabled":true"#),
            [No; 3],
        ),
        (
            "switched on",
            google(SSH, WORLD).replace(r#""disabled":false"#, r#""disabled":true"#),
            google(SSH, WORLD),
            [Yes, No, Yes],
        ),
        ("outwards", String::new(), google(SSH, WORLD).replace("INGRESS", "EGRESS"), [No; 3]),
        (
            "as before",
            google(SSH, WORLD),
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"description":"x""#),
            [No; 3],
        ),
        (
            "for one tag more",
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"target_tags":["a"]"#),
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"target_tags":["a","b"]"#),
            [Yes, No, Yes],
        ),
        (
            "for one tag less",
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"target_tags":["a","b"]"#),
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"target_tags":["a"]"#),
            [No; 3],
        ),
        (
            "for all machines",
            google(SSH, r#","source_ranges":["0.0.0.0/0"],"target_tags":["a"]"#),
            google(SSH, WORLD),
            [Yes, No, Yes],
        ),
    ] {
        assert_eq!(opened(kind, &before, &after), expected, "{says}");
    }
    let deny = google("", WORLD).replace(r#""deny":[]"#, &format!(r#""deny":[{SSH}]"#));
    assert_eq!(opened(kind, &deny, &deny.replace("0.0.0.0/0", "10.0.0.0/8")), [Unknown, No, Unknown]);
    assert_eq!(opened(kind, "", &deny), [No; 3]);
    assert_eq!(removed(kind, &google(SSH, OFFICE), &google(SSH, WORLD)), No);
    assert_eq!(removed(kind, &google(SSH, WORLD), &google(SSH, OFFICE)), Yes);
    assert_eq!(
        removed(kind, &google(SSH, r#","source_tags":["a","b"]"#), &google(SSH, r#","source_tags":["b"]"#)),
        Yes
    );
}

#[test]
fn ranges_that_google_computes_are_none_where_tags_are_written() {
    let ask = |after: &str, unwritten| {
        ask_unknown("", after, r#"{"source_ranges":true,"id":true}"#, |sides| {
            world_opened("google_compute_firewall", sides, Ports::AdminOrData, unwritten)
        })
    };
    let tagged = google(SSH, r#","source_tags":["bastion"]"#);
    assert_eq!(ask(&tagged, Unwritten::Nothing), No);
    assert_eq!(ask(&tagged, Unwritten::Anything), Unknown);
    assert_eq!(ask(&google(SSH, ""), Unwritten::Nothing), Unknown);
}

fn azure(priority: u32, access: &str, source: &str, ports: &str) -> String {
    format!(
        r#"{{"name":"r{priority}","priority":{priority},"direction":"Inbound","access":"{access}","protocol":"Tcp","source_address_prefix":"{source}","source_address_prefixes":[],"source_port_range":"*","destination_port_range":"{ports}","destination_port_ranges":[],"destination_address_prefix":"*","destination_address_prefixes":[],"source_application_security_group_ids":[]}}"#
    )
}

#[test]
fn a_rule_of_azure_has_words_for_the_world() {
    let kind = "azurerm_network_security_rule";
    for (source, expected) in [
        ("*", Yes),
        ("Internet", Yes),
        ("internet", Yes),
        ("Any", Yes),
        ("0.0.0.0/0", Yes),
        ("0.0.0.0", Yes),
        ("::/0", Yes),
        ("VirtualNetwork", No),
        ("AzureLoadBalancer", No),
        ("Storage.WestEurope", No),
        ("203.0.113.0/24", No),
    ] {
        assert_eq!(
            opened(kind, "", &azure(100, "Allow", source, "22")),
            [expected, No, expected],
            "{source}"
        );
    }
    for (ports, expected) in [
        ("3389", [Yes, No, Yes]),
        ("20-25", [Yes, Yes, Yes]),
        ("*", [Yes, Yes, Yes]),
        ("443", [No, No, Yes]),
        ("8080", [No, Yes, Yes]),
    ] {
        assert_eq!(opened(kind, "", &azure(100, "Allow", "*", ports)), expected, "{ports}");
    }
    let open = azure(100, "Allow", "*", "22");
    let lists = open
        .replace(r#""source_address_prefix":"*""#, r#""source_address_prefix":"""#)
        .replace(
            r#""source_address_prefixes":[]"#,
            r#""source_address_prefixes":["10.0.0.0/8","0.0.0.0/1","128.0.0.0/1"]"#,
        )
        .replace(r#""destination_port_range":"22""#, r#""destination_port_range":"""#)
        .replace(r#""destination_port_ranges":[]"#, r#""destination_port_ranges":["80","1433-1434"]"#);
    assert_eq!(opened(kind, "", &lists), [Yes, Yes, Yes]);
    assert_eq!(opened(kind, "", &open.replace("Allow", "Deny")), [No; 3]);
    assert_eq!(opened(kind, "", &open.replace("Inbound", "Outbound")), [No; 3]);
    assert_eq!(opened(kind, "", &open.replace("Tcp", "Icmp")), [No; 3]);
    assert_eq!(opened(kind, &open, &open.replace("r100", "s")), [No; 3]);
    assert_eq!(opened(kind, &open.replace("Allow", "Deny"), &open), [Yes, No, Yes]);
    let there =
        open.replace(r#""destination_address_prefix":"*""#, r#""destination_address_prefix":"10.0.0.4""#);
    assert_eq!(opened(kind, &there, &open)[0], Yes, "to all machines");
    assert_eq!(opened(kind, &open, &there)[0], No, "to one machine");
    assert_eq!(removed(kind, &open, &there), Yes);
}

#[test]
fn in_a_group_of_azure_priorities_decide() {
    let kind = "azurerm_network_security_group";
    let group = |rules: &[String]| format!(r#"{{"name":"g","security_rule":[{}]}}"#, rules.join(","));
    let (allow, deny) = (azure(200, "Allow", "*", "*"), azure(100, "Deny", "*", "22"));
    assert_eq!(opened(kind, &group(&[]), &group(std::slice::from_ref(&allow))), [Yes, Yes, Yes]);
    assert_eq!(
        opened(kind, &group(&[allow.clone(), deny.clone()]), &group(std::slice::from_ref(&allow))),
        [Yes, No, Yes]
    );
    assert_eq!(
        opened(kind, &group(&[deny.clone(), allow.clone()]), &group(&[allow.clone(), deny.clone()])),
        [No; 3]
    );
    let late = deny.replace("100", "300");
    assert_eq!(
        opened(kind, &group(&[allow.clone(), deny.clone()]), &group(&[allow.clone(), late])),
        [Yes, No, Yes]
    );
    assert_eq!(removed(kind, &group(std::slice::from_ref(&allow)), &group(&[allow, deny])), Yes);
    // Whether it allows or denies is not known: nothing is certain.
    let access = group(&[azure(100, "", "*", "22")]);
    let unknown = ask_unknown("", &access, r#"{"security_rule":[{"access":true}]}"#, |sides| {
        world_opened(kind, sides, Ports::AdminOrData, Unwritten::Anything)
    });
    assert_eq!(unknown, Unknown);
    let computed = ask_unknown("", r#"{"name":"g"}"#, r#"{"security_rule":true}"#, |sides| {
        world_opened(kind, sides, Ports::Any, Unwritten::Nothing)
    });
    assert_eq!(computed, No);
}
