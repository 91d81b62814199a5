//! What is looser than what always holds.

use super::{Gravity, Remark};
use crate::plan::number::Decimal;
use crate::policy::calendar::WindowKind;
use crate::policy::organisation::Forks;
use crate::policy::{Policy, Tier};

/// Returns what a policy loosens against what always holds.
pub(super) fn remarks(policy: &Policy, shipped: &Policy) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let organisation = &policy.organisation;
    for environment in organisation.environments.iter().filter(|each| each.tier != Tier::Production) {
        let steps = if environment.tier == Tier::Staging { "one level" } else { "two levels" };
        let message = format!(
            "risks count {steps} less in `{}`, and prohibitions may not hold there",
            environment.name
        );
        let help = "be sure that nothing of production lies where it matches";
        remarks.push(Remark::new(Gravity::Looser, &environment.place, message, help));
    }
    if let Some(place) =
        organisation.settings.forks_place.as_ref().filter(|_| organisation.settings.forks == Forks::Allow)
    {
        let message = "requests from forks are judged like others";
        let help = "whoever owns the fork decides what is pushed to it";
        remarks.push(Remark::new(Gravity::Looser, place, message, help));
    }
    let (limits, always) = (&organisation.limits, &shipped.defaults.limits);
    let mut looser = |name: &str, place: &_, from: String, to: String| {
        let message = format!("`{name}` is {to} instead of {from}");
        remarks.push(Remark::new(
            Gravity::Looser,
            place,
            message,
            "more is let through without being called a mass delete, or stale",
        ));
    };
    if let Some((count, place)) = limits.max_destroy.as_ref().filter(|(count, _)| *count > always.max_destroy)
    {
        looser("max_destroy", place, always.max_destroy.to_string(), count.to_string());
    }
    if let Some((share, place)) = &limits.max_destroy_share
        && let (Some(own), Some(other)) = (Decimal::parse(share), Decimal::parse(&always.max_destroy_share))
        && own.compare(&other).is_gt()
    {
        looser("max_destroy_share", place, always.max_destroy_share.clone(), share.clone());
    }
    if let Some((age, place)) = limits.max_plan_age.as_ref().filter(|(age, _)| *age > always.max_plan_age) {
        looser("max_plan_age", place, hours(always.max_plan_age), hours(*age));
    }
    let windows = organisation.time.windows.iter().filter(|window| window.kind != WindowKind::BusinessHours);
    remarks.extend(windows.map(|window| {
        let message = format!("high risks may be applied while `{}` is open", window.name);
        Remark::new(Gravity::Looser, &window.place, message, "without a window none is ever open")
    }));
    remarks
}

fn hours(seconds: u64) -> String {
    if seconds.is_multiple_of(3600) {
        format!("{} hours", seconds / 3600)
    } else {
        format!("{seconds} seconds")
    }
}
