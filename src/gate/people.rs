//! The demands for approvals that are about this plan, as they are put to people.

use std::collections::BTreeMap;

use super::approvals::{Demand, Group, Known};
use super::demands::Demand as About;
use super::window::InForce;
use crate::policy::{Approver, Policy};

/// How long an approval counts unless the policy says otherwise, in seconds: 7 days.
const APPROVAL_TTL: u64 = 7 * 24 * 60 * 60;

/// How long a met demand counts unless the policy says otherwise, in seconds: 72 hours.
const EXECUTION_TTL: u64 = 72 * 60 * 60;

/// Returns what is demanded of people: by approval blocks, and by freezes that ask for more of them.
pub(super) fn demands(about: &[About<'_>], freezes: &[InForce]) -> Vec<Demand> {
    let of_blocks = about.iter().flat_map(|about| {
        let approval = about.approval;
        approval.requires.iter().map(move |require| Demand {
            block: approval.name.clone(),
            name: require.name.clone(),
            count: require.count,
            from: require.from.clone(),
            stage: require.stage,
            exclusive: approval.exclusive,
            approval_ttl: approval.approval_ttl.unwrap_or(APPROVAL_TTL),
            execution_ttl: approval.execution_ttl.unwrap_or(EXECUTION_TTL),
            explicit: approval.explicit,
            veto: approval.veto,
        })
    });
    let of_freezes = freezes.iter().filter_map(|freeze| {
        let (group, count) = freeze.approvals.clone()?;
        Some(Demand {
            block: freeze_block(&freeze.name),
            name: None,
            count,
            from: vec![Approver::Group(group)],
            stage: 1,
            exclusive: true,
            approval_ttl: APPROVAL_TTL,
            execution_ttl: EXECUTION_TTL,
            explicit: false,
            veto: crate::policy::Veto::Write,
        })
    });
    of_blocks.chain(of_freezes).collect()
}

/// Returns the name under which a freeze demands approvals.
pub(super) fn freeze_block(name: &str) -> String {
    format!("freeze {name}")
}

/// Returns whom the policy knows.
pub(super) fn known(policy: &Policy) -> Known {
    let groups: BTreeMap<String, Group> = policy
        .organisation
        .groups
        .iter()
        .map(|group| {
            let members = Group { users: group.users.clone(), teams: group.teams.clone() };
            (group.name.clone(), members)
        })
        .collect();
    Known { groups, machine_users: policy.organisation.machine_users.clone(), same_person: Vec::new() }
}
