//! Rules of security groups that move between the group itself and resources of their own: nothing opens or closes.

use std::collections::{BTreeMap, BTreeSet};

use super::object::{Object, plain, text};
use crate::plan::operation::Operation;
use crate::plan::view::View;

const GROUPS: [&str; 2] = ["aws_default_security_group", "aws_security_group"];
const RULE: &str = "aws_security_group_rule";
const INGRESS_RULE: &str = "aws_vpc_security_group_ingress_rule";
const EGRESS_RULE: &str = "aws_vpc_security_group_egress_rule";

/// The attributes that say where traffic comes from or goes to: in rules of a group, and one value each in rules of
/// their own, in the same order.
const SOURCES: [(&str, &str, &str); 4] = [
    ("cidr_blocks", "cidr_blocks", "cidr_ipv4"),
    ("ipv6_cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv6"),
    ("prefix_list_ids", "prefix_list_ids", "prefix_list_id"),
    ("security_groups", "source_security_group_id", "referenced_security_group_id"),
];

/// One thing that a rule lets through: group, direction, protocol, ports and one source.
type Opening = [String; 5];

/// Returns true for security groups and their rules.
pub(super) fn is_firewall(kind: &str) -> bool {
    GROUPS.contains(&kind) || [RULE, INGRESS_RULE, EGRESS_RULE].contains(&kind)
}

/// Returns the changes after which all that they let through before is still let through by what this plan creates or
/// updates, by their positions in the list of objects: deleted rules, and groups that lose some.
pub(super) fn moved(objects: &[Object<'_>]) -> BTreeSet<usize> {
    let mut open: BTreeSet<Opening> = BTreeSet::new();
    for object in objects {
        let kept =
            matches!(object.head.operation, Operation::Create | Operation::Update | Operation::Replace);
        if kept && is_firewall(object.kind()) {
            open.extend(openings(object, object.body.after()).known);
        }
    }
    let moved = |object: &Object<'_>| {
        let asked = match object.head.operation {
            Operation::Delete => !GROUPS.contains(&object.kind()),
            Operation::Update => GROUPS.contains(&object.kind()),
            _ => false,
        };
        if !asked || !is_firewall(object.kind()) {
            return false;
        }
        let before = openings(object, object.body.before());
        before.complete && !before.known.is_empty() && before.known.is_subset(&open)
    };
    objects.iter().enumerate().filter(|(_, object)| moved(object)).map(|(at, _)| at).collect()
}

/// What one side of a change lets through.
#[derive(Debug, Default)]
struct Openings {
    known: BTreeSet<Opening>,
    /// Nothing of it is decided during apply or beyond telling.
    complete: bool,
}

fn openings(object: &Object<'_>, side: View<'_>) -> Openings {
    match object.kind() {
        RULE => single(side, text(side, "type"), "protocol", |source| source.1),
        INGRESS_RULE => single(side, Some("ingress".to_owned()), "ip_protocol", |source| source.2),
        EGRESS_RULE => single(side, Some("egress".to_owned()), "ip_protocol", |source| source.2),
        // The id is the same before and after, but an update may leave it out.
        _ => match text(side, "id").or_else(|| text(object.body.before(), "id")) {
            Some(group) => inline(side, &group),
            None => Openings::default(),
        },
    }
}

/// Returns what a rule of its own lets through.
fn single(
    side: View<'_>,
    direction: Option<String>,
    protocol: &str,
    name: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
) -> Openings {
    let (Some(group), Some(direction)) = (text(side, "security_group_id"), direction) else {
        return Openings::default();
    };
    of_rule(side, &group, &direction, protocol, name)
}

/// Returns what the rules within a group let through.
fn inline(side: View<'_>, group: &str) -> Openings {
    let mut all = Openings { complete: true, ..Openings::default() };
    for direction in ["ingress", "egress"] {
        let rules = side.get(direction);
        all.complete &= !rules.holds_unknown();
        for index in 0..rules.elements().unwrap_or(0) {
            let rule = of_rule(rules.at(index), group, direction, "protocol", |source| source.0);
            all.complete &= rule.complete;
            all.known.extend(rule.known);
        }
    }
    all
}

fn of_rule(
    rule: View<'_>,
    group: &str,
    direction: &str,
    protocol: &str,
    name: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
) -> Openings {
    let Some((protocol, ports)) = traffic(rule, protocol) else { return Openings::default() };
    let mut found = Openings { complete: true, ..Openings::default() };
    let mut sources: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for source in &SOURCES {
        let values = rule.get(name(source));
        found.complete &= !values.holds_unknown();
        let known = match values.elements() {
            Some(count) => (0..count).filter_map(|index| plain(values.at(index))).collect(),
            None => plain(values).into_iter().collect(),
        };
        sources.insert(source.0, known);
    }
    let own = rule.get("self");
    found.complete &= !own.holds_unknown();
    if own.known().and_then(crate::plan::value::Value::as_bool) == Some(true) {
        sources.entry("security_groups").or_default().insert(group.to_owned());
    }
    for (kind, values) in sources {
        found.known.extend(values.into_iter().map(|value| {
            let parts = [group, direction, &protocol, &ports];
            let [group, direction, protocol, ports] = parts.map(str::to_owned);
            [group, direction, protocol, ports, format!("{kind} {value}")]
        }));
    }
    found
}

/// Returns protocol and ports in one spelling; none if they are not known.
fn traffic(rule: View<'_>, protocol: &str) -> Option<(String, String)> {
    let spelled = text(rule, protocol)?.to_lowercase();
    let name = match spelled.as_str() {
        "-1" | "all" => return Some(("all".to_owned(), String::new())),
        "6" => "tcp",
        "17" => "udp",
        "1" => "icmp",
        "58" => "icmpv6",
        other => other,
    };
    let (from, to) = (text(rule, "from_port")?, text(rule, "to_port")?);
    Some((name.to_owned(), format!("{from}-{to}")))
}

#[cfg(test)]
mod tests {
    use super::moved;
    use crate::risk::relations::object::Object;
    use crate::risk::relations::object::testing::plan;

    const INLINE: &str =
        r#"{"protocol":"tcp","from_port":443,"to_port":443,"cidr_blocks":["10.0.0.0/8"],"self":false}"#;
    const RULE: &str = r#"{"type":"ingress","security_group_id":"g","protocol":"tcp","from_port":443,"to_port":443,"cidr_blocks":["10.0.0.0/8"]}"#;
    const NEW: &str = r#"{"security_group_id":"g","ip_protocol":"6","from_port":443,"to_port":443,"cidr_ipv4":"10.0.0.0/8"}"#;

    fn found(lines: &[String]) -> Vec<String> {
        let plan = plan(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let objects: Vec<Object<'_>> = plan.changes.iter().map(|head| Object::read(head).unwrap()).collect();
        moved(&objects).iter().map(|at| objects[*at].address().to_owned()).collect()
    }

    fn group(before: &str, after: &str) -> String {
        format!(
            r#"update aws_security_group.g - {{"id":"g","ingress":[{before}]}} {{"id":"g","ingress":[{after}]}}"#
        )
    }

    #[test]
    fn a_rule_that_stands_elsewhere_afterwards_has_moved() {
        let old = format!("delete aws_security_group_rule.r - {RULE} null");
        let new = format!("create aws_vpc_security_group_ingress_rule.r - null {NEW}");
        for (lines, expected) in [
            // Into the group, out of it, and from one kind of rule to the other.
            (vec![old.clone(), group("", INLINE)], vec!["aws_security_group_rule.r"]),
            (vec![new.clone(), group(INLINE, "")], vec!["aws_security_group.g"]),
            (vec![old.clone(), new.clone()], vec!["aws_security_group_rule.r"]),
            // Written otherwise, but the same.
            (
                vec![group(INLINE, &INLINE.replace(r#"["10.0.0.0/8"]"#, r#"["10.0.0.0/8","10.9.0.0/16"]"#))],
                vec!["aws_security_group.g"],
            ),
            // Narrower, another port, another group, another direction, or only known during apply.
            (vec![old.clone(), group("", &INLINE.replace("/8", "/16"))], vec![]),
            (vec![old.clone(), new.replace("443", "444")], vec![]),
            (vec![old.clone(), new.replace(r#":"g""#, r#":"h""#)], vec![]),
            (vec![old.clone(), new.replace("_ingress_", "_egress_")], vec![]),
            (
                vec![
                    old.clone(),
                    format!(r#"{} {{"cidr_ipv4":true}}"#, new.replace(r#","cidr_ipv4":"10.0.0.0/8""#, "")),
                ],
                vec![],
            ),
            (vec![old.clone()], vec![]),
            // One of two rules is gone for good.
            (vec![new, group(&format!("{INLINE},{}", INLINE.replace("/8", "/9")), "")], vec![]),
            // The group goes as well.
            (vec![old, r#"delete aws_security_group.g - {"id":"g","ingress":[]} null"#.to_owned()], vec![]),
        ] {
            assert_eq!(found(&lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn all_protocols_have_no_ports_and_a_group_may_name_itself() {
        let inline = r#"{"protocol":"-1","from_port":0,"to_port":0,"cidr_blocks":[],"self":true}"#;
        let rule = r#"create aws_vpc_security_group_ingress_rule.r - null {"security_group_id":"g","ip_protocol":"-1","referenced_security_group_id":"g"}"#;
        assert_eq!(found(&[group(inline, ""), rule.to_owned()]), ["aws_security_group.g"]);
    }
}
