//! What makes an element of a list the one it is, in a few words: `ingress.0` tells nobody which port it opens.

use super::compare::Comparer;
use crate::plan::value::Value;
use crate::plan::view::View;
use crate::risk::shown::{Shown, Why};

/// Members that tell one element from the next; the first ones that are there are taken.
const TELLING: [&str; 12] = [
    "name",
    "key",
    "id",
    "rule_number",
    "rule_no",
    "priority",
    "type",
    "port",
    "device_name",
    "field",
    "namespace",
    "description",
];

/// Returns what tells the object at the walk's place from others of its kind: its name, or protocol and ports.
///
/// An object that is the only one of its kind needs no more than those.
pub(super) fn of_element(
    comparer: &Comparer<'_>,
    before: View<'_>,
    after: View<'_>,
    only: bool,
) -> Option<String> {
    let telling = if only { 1 } else { TELLING.len() };
    ports(comparer, before, after).or_else(|| {
        TELLING.iter().take(telling).find_map(|member| {
            let shown = unchanged(comparer, member, before, after)?;
            Some(format!("{member} {shown}"))
        })
    })
}

/// Returns protocol and ports of a rule of a firewall: `tcp 22`, `udp 1024-65535`.
pub(super) fn ports(comparer: &Comparer<'_>, before: View<'_>, after: View<'_>) -> Option<String> {
    let of = |member: &str| unchanged(comparer, member, before, after);
    let protocol = of("protocol").or_else(|| of("ip_protocol"))?;
    if matches!(protocol.as_str(), "-1" | "all") {
        return Some("all protocols".to_owned());
    }
    match (of("from_port")?, of("to_port")?) {
        (from, to) if from == to => Some(format!("{protocol} {from}")),
        (from, to) => Some(format!("{protocol} {from}-{to}")),
    }
}

/// Returns what is shown of a member that is the same on both sides, if it is set and shown.
fn unchanged(comparer: &Comparer<'_>, member: &str, before: View<'_>, after: View<'_>) -> Option<String> {
    let (old, new) = (before.get(member), after.get(member));
    if old.known()? != new.known()? {
        return None;
    }
    let mut path = comparer.path.clone();
    path.push(member.to_owned());
    match (comparer.discretion.pair(&path, old, new).1?, new.known()) {
        (Shown::Value(text), _) if text != "\"\"" => Some(text),
        // In a map the names of variables are steps of the path; in a list of pairs they are no less.
        (Shown::Hidden { why: Why::EnvironmentMap, .. }, Some(Value::String(name)))
            if member == "name" && is_variable(name) =>
        {
            Some(comparer.discretion.key(name))
        }
        _ => None,
    }
}

/// Returns true for a name that can be nothing but that of a variable: `DB_URL`.
fn is_variable(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    name.len() <= 60
        && name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(allowed)
}
