//! Demands that can never be met, where the members are listed.

use std::collections::BTreeSet;

use super::{Gravity, Remark};
use crate::policy::{Approval, Approver, Policy, Require};

/// Returns the demands that nobody can meet.
pub(super) fn remarks(policy: &Policy) -> Vec<Remark> {
    policy.organisation.approvals.iter().flat_map(|approval| of(policy, approval)).collect()
}

fn of(policy: &Policy, approval: &Approval) -> Vec<Remark> {
    let mut remarks: Vec<Remark> =
        approval.requires.iter().filter_map(|require| alone(policy, require)).collect();
    if remarks.is_empty() && approval.exclusive {
        remarks.extend(together(policy, approval));
    }
    remarks
}

fn alone(policy: &Policy, require: &Require) -> Option<Remark> {
    let people = listed(policy, require)?;
    let (needed, there) = (require.count, count(people.len()));
    let names = named(&people);
    if there < needed {
        let message = format!("{needed} approvals are needed, and only {there} could give one: {names}");
        return Some(Remark::new(
            Gravity::Error,
            &require.place,
            message,
            "lower `count`, or name more people",
        ));
    }
    if there == needed {
        let message = format!("all of them have to approve, and none may take part in the change: {names}");
        let help = "name one more: whoever asks for a change cannot approve it";
        return Some(Remark::new(Gravity::Warning, &require.place, message, help));
    }
    None
}

/// One person fills one place only: demands that can be met one by one may still lack people together.
fn together(policy: &Policy, approval: &Approval) -> Option<Remark> {
    let places: Vec<(&Require, BTreeSet<String>)> = approval
        .requires
        .iter()
        .filter_map(|require| listed(policy, require).map(|people| (require, people)))
        .collect();
    if places.len() < 2 || places.len() > 10 {
        return None;
    }
    // Hall's condition: every choice of demands needs as many people as it has places.
    for choice in 1_u32..1 << places.len() {
        let chosen = places.iter().enumerate().filter(|(position, _)| choice & (1 << position) != 0);
        let (mut needed, mut people) = (0_u64, BTreeSet::new());
        for (_, (require, own)) in chosen {
            needed = needed.saturating_add(require.count);
            people.extend(own.iter().cloned());
        }
        if count(people.len()) < needed {
            let message = format!(
                "its demands need {needed} people together, and there are only {}: {}",
                people.len(),
                named(&people)
            );
            let help = "one person fills one place: name more people, or write `exclusive = false`";
            return Some(Remark::new(Gravity::Error, &approval.place, message, help));
        }
    }
    None
}

/// Returns who could meet a demand, in lower case; none if that is not written in the policy.
fn listed(policy: &Policy, require: &Require) -> Option<BTreeSet<String>> {
    let mut people = BTreeSet::new();
    for approver in &require.from {
        match approver {
            Approver::Permission(_) => return None,
            Approver::User(login) => {
                people.insert(login.to_lowercase());
            }
            Approver::Group(name) => {
                let group = policy.organisation.groups.iter().find(|group| group.name == *name)?;
                if !group.teams.is_empty() {
                    return None;
                }
                people.extend(group.users.iter().map(|user| user.to_lowercase()));
            }
        }
    }
    // Robots cannot approve, whoever names them.
    let robots = &policy.organisation.machine_users;
    people.retain(|login| {
        !login.ends_with("[bot]") && !robots.iter().any(|robot| robot.eq_ignore_ascii_case(login))
    });
    Some(people)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn named(people: &BTreeSet<String>) -> String {
    if people.is_empty() {
        return "nobody".to_owned();
    }
    let mut names: Vec<&str> = people.iter().take(8).map(String::as_str).collect();
    if people.len() > 8 {
        names.push("...");
    }
    names.join(", ")
}
