//! Google IAM: roles bound to members, two of which are everyone.

use std::collections::BTreeSet;

use super::super::{Answer, Sides};
use super::read::json;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// The members that stand for everyone: anyone at all, and anyone with any Google account, which everyone can get.
const PUBLIC: [&str; 2] = ["allusers", "allauthenticatedusers"];

/// Attributes of Google resources that hold members, or a policy of them.
const ATTRIBUTES: [&str; 9] = [
    "member",
    "members",
    "entity",
    "role_entity",
    "special_group",
    "iam_member",
    "policy_data",
    "default_acl",
    "predefined_acl",
];

/// Canned access lists that name everyone.
const PUBLIC_ACLS: [&str; 3] = ["publicread", "publicreadwrite", "authenticatedread"];

/// A role for everyone, with the member.
type Grant = (String, String);

/// Returns whether `allUsers` or `allAuthenticatedUsers` newly gets a role.
///
/// The sides may be those of an attribute (`member`, `members`, `role_entity`, a `policy_data` text ...) or of a whole
/// resource, whose role then counts too. A condition of a binding does not matter: it knows neither organisations nor
/// networks of the caller without further services.
pub fn google_public(sides: Sides<'_>) -> Answer {
    let (mut after, mut before) = (Grants::default(), Grants::default());
    after.collect(sides.after, "");
    before.collect(sides.before, "");
    let new = after.found.iter().any(|grant| !before.found.contains(grant));
    match (new, after.opaque, before.opaque && !after.found.is_empty()) {
        _ if sides.unchanged() => Answer::No,
        // Whether it is new cannot be seen if before is not understood.
        (true, _, true) => Answer::Unknown,
        (true, _, false) => Answer::Yes,
        (false, true, _) => Answer::Unknown,
        (false, false, _) => Answer::No,
    }
}

#[derive(Default)]
struct Grants {
    found: BTreeSet<Grant>,
    opaque: bool,
}

impl Grants {
    fn collect(&mut self, view: View<'_>, role: &str) {
        match view.state() {
            State::Unknown => self.opaque = true,
            State::Absent | State::Null => {}
            State::Known(Value::String(text)) => self.text(text, role),
            State::Known(Value::List(_)) => {
                for index in 0..view.elements().unwrap_or(0) {
                    self.collect(view.at(index), role);
                }
            }
            State::Known(Value::Object(object)) => {
                if let Some(bindings) = object.get("bindings") {
                    self.opaque |= view.get("bindings").holds_unknown();
                    return self.bindings(bindings);
                }
                let own = view.get("role").known().and_then(Value::as_str).unwrap_or(role);
                // A canned list excludes entries of one's own, which the provider then computes.
                let canned = view.get("predefined_acl").known().is_some();
                for attribute in ATTRIBUTES {
                    if !(canned && attribute == "role_entity") {
                        self.collect(view.get(attribute), own);
                    }
                }
            }
            State::Known(_) => {}
        }
    }

    fn text(&mut self, text: &str, role: &str) {
        if text.trim_start().starts_with('{') {
            match json(text) {
                Ok(policy) => match policy.get("bindings") {
                    Some(bindings) => self.bindings(bindings),
                    None => self.opaque |= policy.as_object().is_none_or(|policy| !policy.is_empty()),
                },
                Err(_) => self.opaque = true,
            }
            return;
        }
        // `READER:allUsers`, as access lists of buckets have it.
        let (role, member) = text.rsplit_once(':').map_or((role, text), |(role, member)| (role, member));
        let member = member.to_ascii_lowercase();
        if PUBLIC.contains(&member.as_str()) || PUBLIC_ACLS.contains(&member.as_str()) {
            self.found.insert((role.to_owned(), member));
        }
    }

    fn bindings(&mut self, bindings: &Value<'_>) {
        let Some(bindings) = bindings.as_list() else {
            self.opaque |= *bindings != Value::Null;
            return;
        };
        for binding in bindings {
            let role = binding.get("role").and_then(Value::as_str).unwrap_or_default();
            match binding.get("members") {
                Some(Value::List(members)) => {
                    members.iter().filter_map(Value::as_str).for_each(|member| self.text(member, role));
                }
                Some(Value::Null) | None => {}
                Some(_) => self.opaque = true,
            }
        }
    }
}
