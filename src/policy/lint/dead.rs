//! Entries that can never apply.

use std::collections::BTreeSet;

use super::{Gravity, Remark};
use crate::policy::{Approval, Approver, Class, Policy};

/// Returns what can never apply.
pub(super) fn remarks(policy: &Policy, shipped: &Policy, directories: Option<&[String]>) -> Vec<Remark> {
    let mut remarks = groups(policy);
    remarks.extend(overrides(policy, shipped));
    remarks.extend(policy.organisation.approvals.iter().filter_map(|approval| matches(policy, approval)));
    remarks.extend(environments(policy));
    if let Some(directories) = directories {
        remarks.extend(places(policy, directories));
    }
    remarks
}

fn groups(policy: &Policy) -> Vec<Remark> {
    let approvers = policy.organisation.approvals.iter().flat_map(|approval| &approval.requires);
    let mut used: BTreeSet<&str> = approvers
        .flat_map(|require| &require.from)
        .filter_map(|approver| match approver {
            Approver::Group(name) => Some(name.as_str()),
            Approver::Permission(_) | Approver::User(_) => None,
        })
        .collect();
    used.extend(policy.organisation.groups_in_time());
    let unused = policy.organisation.groups.iter().filter(|group| !used.contains(group.name.as_str()));
    unused
        .map(|group| {
            let message = format!("no demand names the group `{}`", group.name);
            Remark::new(Gravity::Warning, &group.place, message, "name it in `from`, or leave it out")
        })
        .collect()
}

fn overrides(policy: &Policy, shipped: &Policy) -> Vec<Remark> {
    let idle = policy.organisation.overrides.iter().filter(|each| each.is_idle(&shipped.rules));
    idle.map(|each| {
        let message = format!("the rule `{}` is like that without the override", each.rule);
        let problem = each.problem(message, "leave the block out");
        Remark { gravity: Gravity::Warning, problem }
    })
    .collect()
}

/// A demand whose types have none of its classes or categories concerns nothing.
fn matches(policy: &Policy, approval: &Approval) -> Option<Remark> {
    let matching = &approval.matching;
    if matching.types.is_empty() {
        return classes(policy, approval);
    }
    let listed: Vec<&str> =
        policy.catalog.names().filter(|kind| matching.types.iter().any(|glob| glob.matches(kind))).collect();
    let named: Vec<&str> = matching.types.iter().map(|glob| glob.as_str()).collect();
    if listed.is_empty() {
        let message = format!("no type of the catalog is one of {}", quoted(&named));
        return Some(Remark::new(
            Gravity::Warning,
            &approval.place,
            message,
            "check the spelling; a provider of your own may have such types all the same",
        ));
    }
    let fits = |kind: &&str| {
        let facts = policy.catalog.facts(kind);
        (matching.classes.is_empty() || matching.classes.contains(&facts.class))
            && (matching.categories.is_empty() || matching.categories.contains(&facts.category))
    };
    if listed.iter().any(fits) {
        return None;
    }
    let message = format!("none of the types {} has one of its classes and categories", quoted(&named));
    Some(Remark::new(
        Gravity::Warning,
        &approval.place,
        message,
        "all parts of `match` have to match: leave one out",
    ))
}

fn classes(policy: &Policy, approval: &Approval) -> Option<Remark> {
    let matching = &approval.matching;
    if matching.classes.is_empty() || matching.categories.is_empty() {
        return None;
    }
    let fits = |kind: &str| {
        let facts = policy.catalog.facts(kind);
        matching.classes.contains(&facts.class) && matching.categories.contains(&facts.category)
    };
    if policy.catalog.names().any(fits) {
        return None;
    }
    let classes: Vec<&str> = matching.classes.iter().map(|class: &Class| class.name()).collect();
    let message = format!("no type of the classes {} is of such a category", quoted(&classes));
    Some(Remark::new(
        Gravity::Warning,
        &approval.place,
        message,
        "all parts of `match` have to match: leave one out",
    ))
}

/// Of two environments that match the same, the stricter holds always.
fn environments(policy: &Policy) -> Vec<Remark> {
    let all = &policy.organisation.environments;
    let shadowed = all.iter().filter_map(|each| {
        let stricter = all.iter().find(|other| other.matching == each.matching && other.tier < each.tier)?;
        let message = format!("`{}` matches the same as `{}`, which is stricter", each.name, stricter.name);
        Some(Remark::new(
            Gravity::Warning,
            &each.place,
            message,
            "of two that match the stricter holds: tell them apart",
        ))
    });
    shadowed.collect()
}

fn places(policy: &Policy, directories: &[String]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for environment in &policy.organisation.environments {
        for glob in &environment.matching.directories {
            if !directories.iter().any(|directory| glob.matches(directory)) {
                let message = format!("no directory of the repository matches `{}`", glob.as_str());
                let help = "patterns are relative to the top of the repository: `live/prod/**`";
                remarks.push(Remark::new(Gravity::Warning, &environment.place, message, help));
            }
        }
    }
    remarks
}

/// Lists a few names.
fn quoted(names: &[&str]) -> String {
    let mut listed: Vec<String> = names.iter().take(5).map(|name| format!("`{name}`")).collect();
    if names.len() > 5 {
        listed.push(format!("{} more", names.len() - 5));
    }
    listed.join(", ")
}
