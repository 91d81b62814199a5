//! Which demands of the policy are about this plan, and on account of what.

use super::window;
use crate::facts::{ChangedPath, Facts};
use crate::plan::operation::Operation;
use crate::policy::{Approval, Asked, ChangeType, Policy, Risk};
use crate::risk::{Assessment, ChangeAssessment};

/// A demand that is about this plan.
#[derive(Debug, Clone)]
pub(super) struct Demand<'p> {
    /// The block that demands.
    pub(super) approval: &'p Approval,
    /// On account of what: addresses or paths, the riskiest first; empty where it is the plan as a whole.
    pub(super) because: Vec<String>,
}

/// Returns the demands that are about this plan, in the order of the policy; `guardrails` is what [`guardrails`] found.
pub(super) fn demands<'p>(
    assessment: &Assessment,
    policy: &'p Policy,
    guardrails: &[String],
) -> Vec<Demand<'p>> {
    let approvals = policy.defaults.approvals.iter();
    approvals.filter_map(|approval| demand(approval, assessment, policy, guardrails)).collect()
}

/// Returns what this change request touches of that which decides about changes: paths, and places in the
/// configuration.
pub(super) fn guardrails(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Vec<String> {
    let mut touched: Vec<String> = Vec::new();
    let globs = policy.guardrail_globs();
    for changed in facts.paths.iter().flatten() {
        let is_guardrail = |path: &str| {
            let folded = path.to_lowercase();
            globs.iter().any(|glob| glob.matches(&folded))
        };
        let guarded = names(changed).find(|path| is_guardrail(path));
        touched.extend(guarded.map(str::to_owned));
    }
    touched.extend(assessment.guardrails.iter().cloned());
    touched.extend(other_policy(facts));
    touched.sort();
    touched.dedup();
    touched
}

/// A request into another branch than the default one is judged by the policy of that branch, and whoever may push
/// branches could have written it for this request.
fn other_policy(facts: &Facts) -> Option<String> {
    let base = &facts.request.as_ref()?.base.branch;
    let default = facts.repository.as_ref()?.default_branch.as_ref()?;
    (base != default).then(|| format!("the policy of branch {base}"))
}

/// Both names of a path that was renamed.
fn names(changed: &ChangedPath) -> impl Iterator<Item = &str> {
    std::iter::once(changed.path.as_str()).chain(changed.previous.as_deref())
}

fn demand<'p>(
    approval: &'p Approval,
    assessment: &Assessment,
    policy: &Policy,
    guardrails: &[String],
) -> Option<Demand<'p>> {
    let matching = &approval.matching;
    // A rule that the organisation raises must not take away what is demanded of lesser plans.
    if matching.max_risk.is_some_and(|most| assessment.unraised > most) {
        return None;
    }
    if !matching.environments.is_empty() {
        let names = concerned(assessment, policy);
        if !matching.environments.iter().any(|name| names.contains(name)) {
            return None;
        }
    }
    // Every change is normal. One that touches a guardrail is that as well, so that nobody evades a demand by
    // touching one.
    let types = &matching.change_types;
    let only_guardrail = types.contains(&ChangeType::Guardrail) && !types.contains(&ChangeType::Normal);
    if only_guardrail && guardrails.is_empty() {
        return None;
    }
    let about = |change: &ChangeAssessment| matching.covers(&asked(change));
    if matching.of_changes() {
        let because = addresses(assessment.changes.iter().filter(|change| about(change)));
        return (!because.is_empty()).then_some(Demand { approval, because });
    }
    if assessment.risk < matching.min_risk {
        return None;
    }
    let because = if only_guardrail {
        guardrails.to_vec()
    } else if matching.min_risk == Risk::None {
        Vec::new()
    } else {
        addresses(assessment.changes.iter().filter(|change| about(change)))
    };
    Some(Demand { approval, because })
}

/// Returns the environments whose demands, freezes and duties concern a plan: its own. One that none matches is for
/// production, and one that shows itself as production meets what every production asks besides.
pub(super) fn concerned(assessment: &Assessment, policy: &Policy) -> Vec<String> {
    let environment = &assessment.environment;
    let mut names = window::environments(policy, &environment.names);
    if environment.raised {
        names.extend(window::environments(policy, &[]));
    }
    names
}

fn asked(change: &ChangeAssessment) -> Asked<'_> {
    Asked {
        risk: change.risk,
        class: change.class,
        category: &change.category,
        kind: &change.kind,
        address: &change.address,
        operation: change.operation,
    }
}

fn addresses<'c>(changes: impl Iterator<Item = &'c ChangeAssessment>) -> Vec<String> {
    // A change that does nothing is no reason for anything but what names it.
    let mut changes: Vec<&ChangeAssessment> =
        changes.filter(|change| change.risk > Risk::None || change.operation != Operation::NoOp).collect();
    changes.sort_by(|a, b| (b.risk, &a.address).cmp(&(a.risk, &b.address)));
    changes.into_iter().map(|change| change.address.clone()).collect()
}
