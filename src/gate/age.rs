//! How old a plan may be when somebody asks to apply it.

use jiff::Timestamp;

use super::requirement::{Kind, Requirement};
use crate::facts::Facts;
use crate::policy::Policy;
use crate::risk::Assessment;

/// Returns what stands in the way of a plan that is too old, or from the future.
///
/// That is asked of a change request only: whoever looks at a plan on a laptop may look at any.
pub(super) fn stale(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Option<Requirement> {
    let now = facts.clock.as_ref().filter(|_| facts.request.is_some())?.now;
    let Some(written) = assessment.plan.timestamp.as_ref() else {
        // Terraform before 1.5 does not say it. Whoever looks may do without, whoever applies may not.
        facts.deployer.as_ref()?;
        return Some(plan_stale(
            "the plan does not say when it was made, as every one does since Terraform 1.5".to_owned(),
        ));
    };
    let Ok(made) = written.parse::<Timestamp>() else {
        return Some(plan_stale("the time at which the plan was made cannot be read".to_owned()));
    };
    let most = i64::try_from(policy.defaults.limits.max_plan_age).unwrap_or(i64::MAX);
    let skew = i64::try_from(policy.organisation.settings.clock.max_skew).unwrap_or(i64::MAX);
    let age = now.as_second().saturating_sub(made.as_second());
    let reason = if age > most {
        format!("the plan is {} old, and {} are the most", length(age), length(most))
    } else if age < skew.saturating_neg() {
        format!("the plan was made {} from now", length(age.saturating_neg()))
    } else if let Some(pushed) = pushed_later(facts, made, skew) {
        format!(
            "the plan is older than the commit it should belong to, which was pushed {} later",
            length(pushed)
        )
    } else {
        return None;
    };
    Some(plan_stale(reason))
}

/// Returns by how many seconds the head was pushed after the plan was made, where somebody is about to apply it.
///
/// A review may be of a plan that was made before the push; what is applied is made of what was reviewed.
fn pushed_later(facts: &Facts, made: Timestamp, skew: i64) -> Option<i64> {
    facts.deployer.as_ref()?;
    let head = &facts.request.as_ref()?.head.sha;
    let pushed = facts.pushed_at(head)?;
    let later = pushed.as_second().saturating_sub(made.as_second());
    (later > skew).then_some(later)
}

fn plan_stale(reason: String) -> Requirement {
    Requirement {
        code: Some("PLAN_STALE"),
        reason,
        next: "plan again".to_owned(),
        ..Requirement::blank(Kind::Request, "limits.max_plan_age".to_owned())
    }
}

fn length(seconds: i64) -> String {
    let (number, unit) = match seconds {
        7200.. => (seconds / 3600, "hours"),
        120.. => (seconds / 60, "minutes"),
        _ => (seconds, "seconds"),
    };
    format!("{number} {unit}")
}
