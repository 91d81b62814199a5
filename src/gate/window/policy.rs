//! What the policy asks about time for a change of some risk in some environments.

use jiff::{SignedDuration, Timestamp};

use super::openings::Question;
use crate::policy::{ChangeType, Policy, Risk, Tier, WindowDemand};

/// Returns the environments whose freezes and durations concern a change: its own, or every production one if nobody
/// knows them.
pub fn environments(policy: &Policy, names: &[String]) -> Vec<String> {
    if !names.is_empty() {
        return names.to_vec();
    }
    let declared = policy.organisation.environments.iter();
    declared.filter(|each| each.tier == Tier::Production).map(|each| each.name.clone()).collect()
}

/// Returns the windows that the policy demands of every change of a risk in some environments, by block. What only
/// single types, addresses or guardrails are asked for is not among them.
pub fn demanded(policy: &Policy, environments: &[String], risk: Risk) -> Vec<WindowDemand> {
    let approvals = policy.defaults.approvals.iter().filter(|approval| {
        let matching = &approval.matching;
        let types = &matching.change_types;
        !matching.of_changes()
            && risk >= matching.min_risk
            && matching.max_risk.is_none_or(|most| risk <= most)
            && (types.is_empty() || types.contains(&ChangeType::Normal))
            && (matching.environments.is_empty()
                || matching.environments.iter().any(|name| environments.contains(name)))
    });
    approvals.filter_map(|approval| approval.window.clone()).collect()
}

/// Returns the question that the policy asks about time, at an instant, for a change of a risk, which nothing raised, in
/// some environments.
pub fn question<'q>(
    policy: &Policy,
    environments: &'q [String],
    risk: Risk,
    demands: &'q [WindowDemand],
    at: Timestamp,
) -> Question<'q> {
    let seconds = |seconds: u64| SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
    let declared = policy.organisation.environments.iter();
    let durations = declared.filter(|each| environments.contains(&each.name));
    let longest = durations.filter_map(|each| each.expected_duration).max().unwrap_or(0);
    Question {
        at,
        environments,
        risk,
        unraised: risk,
        demands,
        expected_duration: seconds(longest),
        tolerance: seconds(policy.organisation.settings.clock.tolerance),
    }
}
