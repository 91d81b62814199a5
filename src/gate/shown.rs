//! Whether what is about to be applied was shown in the change request.

use super::digest::ApprovalDigest;
use super::requirement::{Kind, Requirement};
use crate::facts::Facts;

/// Returns what stands in the way of a plan that is about to be applied, if people have to approve it and it is not what
/// they were shown: planned anew with another effect, swapped, or never shown at all.
///
/// Approvals bind to the digest as it is, so they do not count either; this says why.
pub(super) fn drifted(facts: &Facts, digest: Option<&ApprovalDigest>, people: bool) -> Option<Requirement> {
    facts.deployer.as_ref().filter(|_| people)?;
    let digest = digest?;
    let publisher = facts.publisher.as_ref()?.id;
    let head = &facts.request.as_ref()?.head.sha;
    // Anybody who may write can set a status that looks like ours; its creator cannot be forged.
    let ours = facts.publications.iter().flatten();
    let mut ours = ours.filter(|one| one.creator.as_ref().is_some_and(|creator| creator.id == publisher));
    if ours.clone().any(|one| one.digest == digest.text()) {
        return None;
    }
    let shown = ours.any(|one| one.sha == *head);
    let (code, reason) = if shown {
        ("PLAN_DRIFTED", "this plan would do something else than any that was shown in the pull request")
    } else {
        ("PLAN_NOT_SHOWN", "no plan was shown in the pull request by the account that asks now")
    };
    Some(Requirement {
        code: Some(code),
        reason: reason.to_owned(),
        next: "let `applygate review` show this very plan, and have that approved".to_owned(),
        ..Requirement::blank(Kind::Request, "approval digest".to_owned())
    })
}
