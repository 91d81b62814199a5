//! The functions of this room as conditions may call them, in one table.

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: &'static str,
    /// What it is asked about.
    pub arguments: &'static str,
    /// What it says, in one line.
    pub meaning: &'static str,
}

/// Every function, sorted by name. Those that take an attribute look at both sides of it; those that take none look at
/// the whole resource and its type. All answer yes, no or unknown, except those said to give a list.
pub const TABLE: &[Entry] = &[
    Entry {
        name: "escalation_actions",
        arguments: "policy attribute",
        meaning: "list: actions newly allowed on everything with which an identity can raise its own rights",
    },
    Entry {
        name: "expiration_added",
        arguments: "",
        meaning: "objects newly expire, or sooner, or more of them",
    },
    Entry {
        name: "external_accounts",
        arguments: "policy attribute, own account ids",
        meaning: "list: accounts newly named by an Allow, without one's own",
    },
    Entry {
        name: "google_public",
        arguments: "member, binding or policy attribute, or the whole resource",
        meaning: "allUsers or allAuthenticatedUsers newly gets a role",
    },
    Entry {
        name: "grants_admin",
        arguments: "policy attribute",
        meaning: "all actions on all resources are newly allowed",
    },
    Entry { name: "is_downgrade", arguments: "version attribute", meaning: "the version goes down" },
    Entry {
        name: "is_major_upgrade",
        arguments: "version attribute, engine",
        meaning: "the version goes up by a major step, as the engine's makers count",
    },
    Entry {
        name: "is_world",
        arguments: "one side of an attribute with networks",
        meaning: "the networks are the whole internet, or as good as",
    },
    Entry {
        name: "kms_admin_gained",
        arguments: "policy attribute, own account ids",
        meaning: "list: principals that newly get kms:*",
    },
    Entry {
        name: "kms_admin_lost",
        arguments: "policy attribute",
        meaning: "the account, or everybody, can no longer change the key's policy",
    },
    Entry {
        name: "lowered",
        arguments: "attribute with a length of time, unit of a plain number, meaning of zero",
        meaning: "the length of time was lowered",
    },
    Entry {
        name: "narrowed",
        arguments: "policy attribute",
        meaning: "less is allowed than before: an Allow lost, or a Deny gained or widened",
    },
    Entry {
        name: "new_wildcard_actions",
        arguments: "policy attribute",
        meaning: "list: actions service:* newly allowed on every resource",
    },
    Entry {
        name: "newly_world",
        arguments: "attribute with networks",
        meaning: "the networks newly are the whole internet, or as good as",
    },
    Entry {
        name: "not_action_allow",
        arguments: "policy attribute",
        meaning: "everything but a list is newly allowed: NotAction, NotPrincipal, NotResource with writing actions",
    },
    Entry {
        name: "oidc_subject_wide",
        arguments: "policy attribute",
        meaning: "an OpenID Connect provider is newly trusted for no subject, or for more than one repository",
    },
    Entry {
        name: "pass_role_star",
        arguments: "policy attribute",
        meaning: "iam:PassRole is newly allowed on every role without saying to which service",
    },
    Entry {
        name: "public",
        arguments: "policy attribute",
        meaning: "everyone is newly allowed something, without a condition that limits who",
    },
    Entry {
        name: "rules_removed",
        arguments: "what wholly unknown rules mean",
        meaning: "someone who got through the firewall, in or out, no longer does on some port",
    },
    Entry {
        name: "same",
        arguments: "policy attribute",
        meaning: "both policies mean the same, however they are spelled and ordered",
    },
    Entry {
        name: "widened",
        arguments: "policy attribute",
        meaning: "more is allowed than before: something newly allowed, or a Deny lost or narrowed",
    },
    Entry {
        name: "world_opened",
        arguments: "ports (admin or data, other, any), what wholly unknown rules mean",
        meaning: "the internet newly reaches one of the ports",
    },
];

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn the_table_is_sorted_and_every_meaning_is_one_line() {
        assert!(TABLE.is_sorted_by(|a, b| a.name < b.name));
        for entry in TABLE {
            assert!(entry.meaning.len() < 110 && !entry.meaning.contains('\n'), "{}", entry.name);
        }
    }
}
