//! What stands on commits: our own statuses with the digests that were shown, and other people's checks.

use std::collections::BTreeSet;

use futures_util::future::try_join_all;
use jiff::Timestamp;

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::publish::{CONTEXT, digest_of};
use super::super::{Repo, wire};
use super::said::is_command;
use crate::facts::{Check, Publication, Push};
use crate::problem::Problem;

/// How many earlier heads are looked at for the time at which a digest was first shown.
const EARLIER_HEADS: usize = 5;

/// Returns the statuses of a commit, the newest first.
pub(in crate::forge) async fn statuses(
    api: &Api,
    repo: &Repo,
    sha: &str,
) -> Result<Vec<wire::Status>, Problem> {
    let path = repo.path(&format!("/commits/{}/statuses", segment(sha)));
    api.pages(&Call::get(path, "the statuses of the head commit", "statuses: read")).await
}

/// Returns the newest check runs of a commit.
pub(super) async fn check_runs(api: &Api, repo: &Repo, sha: &str) -> Result<Vec<wire::CheckRun>, Problem> {
    let path = repo.path(&format!("/commits/{}/check-runs", segment(sha)));
    let call = Call::get(path, "the check runs of the head commit", "checks: read");
    api.pages_of(&call, |page: wire::CheckRuns| page.check_runs).await
}

/// Returns what others say of the head: of statuses with the same name the newest.
pub(super) fn checks(
    statuses: &[wire::Status],
    runs: &[wire::CheckRun],
    sha: &str,
    publisher: u64,
) -> Vec<Check> {
    let mut seen = BTreeSet::new();
    let ours = |status: &wire::Status| {
        status.context.starts_with(CONTEXT)
            && status.creator.as_ref().is_some_and(|user| user.id == publisher)
    };
    let mut newest = statuses.to_vec();
    newest.retain(|status| !ours(status) && seen.insert(status.context.clone()));
    let of_statuses = newest.into_iter().map(|status| Check {
        name: status.context,
        app: None,
        conclusion: (status.state != "pending").then_some(status.state),
        sha: sha.to_owned(),
    });
    let of_runs = runs.iter().filter(|run| run.name != CONTEXT).map(|run| Check {
        name: run.name.clone(),
        app: run.app.as_ref().map(|app| app.slug.clone()),
        conclusion: run.conclusion.clone(),
        sha: run.head_sha.clone(),
    });
    of_statuses.chain(of_runs).collect()
}

/// Returns the statuses that carry a digest.
pub(super) fn publications(statuses: &[wire::Status], sha: &str) -> Vec<Publication> {
    let publication = |status: &wire::Status| {
        let digest = digest_of(status.description.as_deref()?)?;
        status.context.starts_with(CONTEXT).then(|| Publication {
            context: status.context.clone(),
            digest: digest.to_owned(),
            sha: sha.to_owned(),
            created_at: status.created_at,
            creator: wire::account(status.creator.as_ref()),
        })
    };
    statuses.iter().filter_map(publication).collect()
}

/// Returns the earlier heads on which an approval may rest: what was the head when it was given and, since an
/// explicit one holds for every push that keeps the digest, a few before that; the newest first.
pub(super) fn earlier_heads(
    comments: &[wire::Comment],
    reviews: &[wire::Review],
    pushes: Option<&[Push]>,
    head: &str,
) -> Vec<String> {
    let (mut explicit, mut plain) = (Vec::new(), Vec::new());
    explicit.extend(comments.iter().map(|comment| comment.created_at));
    for review in reviews {
        let commands = review.body.as_deref().is_some_and(is_command);
        match review.submitted_at {
            Some(at) if commands => explicit.push(at),
            Some(at) if review.state == "APPROVED" => plain.push(at),
            _ => {}
        }
    }
    let mut pushes: Vec<&Push> = pushes.into_iter().flatten().collect();
    pushes.sort_by_key(|push| std::cmp::Reverse(push.at));
    let newest = explicit.iter().max();
    let at_the_time =
        |at: &Timestamp| pushes.iter().find(|push| push.at <= *at).map(|push| push.after.as_str());
    let plain: BTreeSet<&str> = plain.iter().filter_map(at_the_time).collect();
    let mut heads: Vec<String> = Vec::new();
    for push in &pushes {
        let wanted = newest.is_some_and(|newest| push.at <= *newest) || plain.contains(push.after.as_str());
        let gone = push.after.bytes().all(|byte| byte == b'0');
        let new = push.after != head && !heads.contains(&push.after);
        if wanted && new && !gone && heads.len() < EARLIER_HEADS {
            heads.push(push.after.clone());
        }
    }
    heads
}

/// Returns the digests that were shown on earlier heads.
pub(super) async fn earlier(api: &Api, repo: &Repo, heads: &[String]) -> Result<Vec<Publication>, Problem> {
    let each = heads.iter().map(async |head| Ok(publications(&statuses(api, repo, head).await?, head)));
    let all: Vec<Vec<Publication>> = try_join_all(each).await?;
    Ok(all.into_iter().flatten().collect())
}
