//! Grants that give too much: everything, a whole service, everything but a list, or the means to take the rest.
//!
//! These look at what a statement allows, not at whom: they are for policies that are attached to an identity. In a
//! resource policy `"Resource": "*"` means the resource itself.

use super::super::{Answer, Found, Sides};
use super::condition::Condition;
use super::pattern::Pattern;
use super::spread::{is_everything, spans_kind, spans_service};
use super::statement::{Principals, Selection, Statement};
use super::{newly, news};

/// Actions with which an identity gives itself, or an identity it can use, further rights, and the kind of resource
/// each of them acts on.
const ESCALATION: &[(&str, &[&str])] = &[
    ("iam:AddUserToGroup", &["group"]),
    ("iam:AttachGroupPolicy", &["group"]),
    ("iam:AttachRolePolicy", &["role"]),
    ("iam:AttachUserPolicy", &["user"]),
    ("iam:CreateAccessKey", &["user"]),
    ("iam:CreateLoginProfile", &["user"]),
    ("iam:CreatePolicyVersion", &["policy"]),
    ("iam:DeleteRolePermissionsBoundary", &["role"]),
    ("iam:DeleteUserPermissionsBoundary", &["user"]),
    ("iam:PutGroupPolicy", &["group"]),
    ("iam:PutRolePolicy", &["role"]),
    ("iam:PutUserPolicy", &["user"]),
    ("iam:SetDefaultPolicyVersion", &["policy"]),
    ("iam:UpdateAssumeRolePolicy", &["role"]),
    ("iam:UpdateLoginProfile", &["user"]),
    ("sts:AssumeRole", &["role"]),
];

/// The actions that are enough by themselves to become administrator: an `Allow` for all actions but others includes
/// them, and so all that it excludes.
const SELF_GRANT: &[&str] = &[
    "iam:attachgrouppolicy",
    "iam:attachrolepolicy",
    "iam:attachuserpolicy",
    "iam:createpolicyversion",
    "iam:putgrouppolicy",
    "iam:putrolepolicy",
    "iam:putuserpolicy",
];

/// Verbs with which the names of reading actions begin.
const READING: &[&str] = &["batchget", "describe", "get", "head", "list", "lookup", "search", "view"];

/// Returns whether all actions on all resources are newly allowed.
///
/// `*`, `*:*` and the like; `NotAction` where what is left out does not take away the rights to attach and write
/// policies, since whoever has those can give himself the rest. A condition on the statement does not matter (it says
/// when, not what), unless the same statement stood there before with no stronger one.
pub fn grants_admin(sides: Sides<'_>) -> Answer {
    newly(sides, |statement| {
        let actions = match &statement.actions {
            Selection::Only(patterns) => Selection::Only(kept(patterns, Pattern::is_all)?),
            Selection::AllBut(excluded) if leaves_self_grant(excluded) => statement.actions.clone(),
            _ => return None,
        };
        let resources = match &statement.resources {
            Selection::Only(patterns) => Selection::Only(kept(patterns, is_everything)?),
            Selection::AllBut(excluded) if !excluded.iter().any(|one| spans_service(one, "iam")) => {
                statement.resources.clone()
            }
            _ => return None,
        };
        Some(Statement { actions, resources, ..statement.clone() })
    })
}

/// Returns the actions of the form `service:*`, or `*`, that are newly allowed on every resource (of that service).
pub fn new_wildcard_actions(sides: Sides<'_>) -> Found {
    found(sides, |statement| {
        let Selection::Only(actions) = &statement.actions else { return Vec::new() };
        let part = |action: &Pattern| {
            let text = action.to_string();
            let service = match text.split_once(':') {
                Some((service, rest)) if rest.chars().all(|character| character == '*') => service,
                None if action.is_all() => "*",
                _ => return None,
            };
            let resources =
                resources_where(&statement.resources, |resource| spans_service(resource, service))?;
            Some(Statement { actions: Selection::Only(vec![action.clone()]), resources, ..statement.clone() })
        };
        actions.iter().filter_map(part).collect()
    })
}

/// Returns whether everything but a list is newly allowed: `NotAction`, `NotPrincipal`, or `NotResource` with actions
/// that write. What the cloud adds later is then allowed without anyone's doing.
pub fn not_action_allow(sides: Sides<'_>) -> Answer {
    newly(sides, |statement| {
        let open = matches!(statement.actions, Selection::AllBut(_))
            || matches!(statement.principals, Principals::AllBut(_))
            || (matches!(statement.resources, Selection::AllBut(_)) && writes(&statement.actions));
        open.then(|| statement.clone())
    })
}

/// Returns whether `iam:PassRole` is newly allowed on every role without saying to which service.
///
/// Who may pass any role to a service he can start something in has every right that any of the roles has.
/// `iam:PassedToService` is in every such request, so that `...IfExists` limits as well.
pub fn pass_role_star(sides: Sides<'_>) -> Answer {
    newly(sides, |statement| {
        let named = |entry: &Condition| {
            entry.key == "iam:passedtoservice"
                && matches!(entry.operator.as_str(), "stringequals" | "stringequalsignorecase" | "stringlike")
                && !entry.values.is_empty()
                && entry.values.iter().all(|value| !value.is_empty() && !value.starts_with(['*', '?', '$']))
        };
        if statement.conditions.iter().any(named) {
            return None;
        }
        single(statement, "iam:PassRole", &["role"])
    })
}

/// Returns the actions newly allowed on everything they act on with which an identity can raise its own rights.
pub fn escalation_actions(sides: Sides<'_>) -> Found {
    let mut found = found(sides, |statement| {
        ESCALATION.iter().filter_map(|(action, kinds)| single(statement, action, kinds)).collect()
    });
    // Shown as people write them.
    for item in &mut found.items {
        if let Some((action, _)) = ESCALATION.iter().find(|(action, _)| action.eq_ignore_ascii_case(item)) {
            (*action).clone_into(item);
        }
    }
    found
}

/// Returns the part of a statement that allows one action on every resource of the kinds it acts on.
fn single(statement: &Statement, action: &str, kinds: &[&str]) -> Option<Statement> {
    let action = Pattern::literal(&action.to_ascii_lowercase());
    let allowed = match &statement.actions {
        Selection::Only(patterns) => patterns.iter().any(|pattern| pattern.covers(&action)),
        Selection::AllBut(excluded) => !excluded.iter().any(|pattern| pattern.covers(&action)),
        Selection::Implied => false,
    };
    let resources = resources_where(&statement.resources, |resource| {
        kinds.iter().any(|kind| spans_kind(resource, "iam", kind))
    })?;
    allowed.then(|| Statement { actions: Selection::Only(vec![action]), resources, ..statement.clone() })
}

/// Returns the part of the resources that `far` holds for; all but a list counts as far.
fn resources_where(resources: &Selection, far: impl Fn(&Pattern) -> bool) -> Option<Selection> {
    match resources {
        Selection::Only(patterns) => kept(patterns, far).map(Selection::Only),
        Selection::AllBut(excluded) if !excluded.iter().any(far) => Some(resources.clone()),
        _ => None,
    }
}

/// Returns the patterns that `keep` holds for, if there are any.
fn kept(patterns: &[Pattern], keep: impl Fn(&Pattern) -> bool) -> Option<Vec<Pattern>> {
    let kept: Vec<Pattern> = patterns.iter().filter(|pattern| keep(pattern)).cloned().collect();
    (!kept.is_empty()).then_some(kept)
}

fn leaves_self_grant(excluded: &[Pattern]) -> bool {
    SELF_GRANT.iter().any(|action| {
        let action = Pattern::literal(action);
        !excluded.iter().any(|pattern| pattern.covers(&action))
    })
}

fn writes(actions: &Selection) -> bool {
    let Selection::Only(patterns) = actions else { return true };
    patterns.iter().any(|action| {
        let text = action.to_string();
        let name = text.split_once(':').map_or("", |(_, name)| name);
        !READING.iter().any(|verb| name.starts_with(verb))
    })
}

/// Returns the actions of the new parts that `pick` finds.
fn found(sides: Sides<'_>, pick: impl Fn(&Statement) -> Vec<Statement>) -> Found {
    let (news, complete) = news(sides, pick);
    let actions = news.iter().flat_map(|statement| match &statement.actions {
        Selection::Only(patterns) => patterns.as_slice(),
        _ => &[],
    });
    Found { complete, ..Found::all(actions.map(Pattern::to_string)) }
}
