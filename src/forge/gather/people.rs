//! What people may do, and the teams they are in.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::try_join_all;

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use super::Starter;
use crate::facts::{Account, AccountKind, Deployer, Level, Members, Permission, Team};
use crate::problem::{Code, Problem};

/// Returns who said something that can count: everybody who gave an opinion, by number.
pub(super) fn speakers(reviews: &[wire::Review], comments: &[wire::Comment]) -> BTreeMap<u64, Account> {
    let opinion = |review: &&wire::Review| {
        let decides = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].contains(&review.state.as_str());
        decides || review.body.as_deref().is_some_and(super::said::is_command)
    };
    let reviewers = reviews.iter().filter(opinion).filter_map(|review| review.user.as_ref());
    let commenters = comments.iter().filter_map(|comment| comment.user.as_ref());
    reviewers
        .chain(commenters)
        .map(wire::User::account)
        // Nobody else is a person, whatever it may do.
        .filter(|account| account.kind == AccountKind::User)
        .map(|account| (account.id, account))
        .collect()
}

/// Returns what each of them may do.
pub(super) async fn permissions(
    api: &Api,
    repo: &Repo,
    accounts: &BTreeMap<u64, Account>,
) -> Result<Vec<Permission>, Problem> {
    try_join_all(accounts.values().map(|account| permission(api, repo, account))).await
}

async fn permission(api: &Api, repo: &Repo, account: &Account) -> Result<Permission, Problem> {
    let path = repo.path(&format!("/collaborators/{}/permission", segment(&account.login)));
    let call = Call::get(path, "what an approver may do in the repository", "metadata: read");
    let answer: wire::Collaborator = api.get(&call).await?;
    // A login may have gone to somebody else between the two answers.
    if answer.user.as_ref().is_some_and(|user| user.id != account.id) {
        return Err(call.unreadable("another account"));
    }
    let old = match answer.permission.as_str() {
        "admin" => Level::Admin,
        "write" => Level::Maintain,
        "read" => Level::Triage,
        "none" => Level::None,
        other => return Err(call.unreadable(&format!("permission `{other}`"))),
    };
    // The old field knows four levels; the new ones say which of two it is. Where they differ the lower counts.
    let level = match answer.user.and_then(|user| user.permissions) {
        Some(new) => old.min(level(&new)),
        None => match old {
            Level::Maintain => Level::Write,
            Level::Triage => Level::Read,
            other => other,
        },
    };
    Ok(Permission { account: account.id, level })
}

/// Returns who is about to apply; an account that is not there is nobody, and an error.
pub(super) async fn deployer(api: &Api, starter: Option<&Starter>) -> Result<Option<Deployer>, Problem> {
    let Some(starter) = starter else { return Ok(None) };
    let account = match &starter.login {
        None => None,
        Some(login) => {
            let call = Call::get(format!("/users/{}", segment(login)), "who applies", "metadata: read");
            let user: wire::User = api.get(&call).await?;
            if !user.login.eq_ignore_ascii_case(login) {
                return Err(call.unreadable("another account"));
            }
            Some(user.account())
        }
    };
    Ok(Some(Deployer { how: starter.how, account }))
}

fn level(permissions: &wire::Permissions) -> Level {
    if permissions.admin {
        Level::Admin
    } else if permissions.maintain == Some(true) {
        Level::Maintain
    } else if permissions.push {
        Level::Write
    } else if permissions.triage == Some(true) {
        Level::Triage
    } else if permissions.pull {
        Level::Read
    } else {
        Level::None
    }
}

/// Returns the members of the teams. One that the token may not read says so; any other failure is an error.
pub(super) async fn teams(api: &Api, names: &BTreeSet<String>) -> Result<Vec<Team>, Problem> {
    try_join_all(names.iter().map(|name| team(api, name))).await
}

async fn team(api: &Api, name: &str) -> Result<Team, Problem> {
    let members = match members(api, name).await {
        Ok(members) => Members::Read(members),
        Err(problem) if matches!(problem.code, Code::ForgeRefused | Code::NotFound) => {
            let help = problem.help.as_deref().unwrap_or_default();
            Members::Unreadable(format!("{}; {help}", problem.message))
        }
        Err(problem) => return Err(problem),
    };
    Ok(Team { name: name.to_owned(), members })
}

async fn members(api: &Api, name: &str) -> Result<Vec<Account>, Problem> {
    const RIGHT: &str = "members: read (the token of a workflow cannot have it, one of a GitHub App can)";
    let (organisation, slug) = name.split_once('/').ok_or_else(|| {
        Problem::new(Code::PolicyInvalid, format!("`{name}` is not the name of a team"))
            .help("write it as `ORG/TEAM`")
    })?;
    let path = format!("/orgs/{}/teams/{}", segment(organisation), segment(slug));
    // The team itself first: a list that is refused must not look like a team without members.
    let call = Call::get(path.clone(), "a team", RIGHT);
    let team: wire::Team = api.get(&call).await?;
    if !team.slug.eq_ignore_ascii_case(slug) {
        return Err(call.unreadable("another team"));
    }
    let call = Call::get(format!("{path}/members"), "the members of a team", RIGHT);
    let members: Vec<wire::User> = api.pages(&call).await?;
    Ok(members.iter().map(wire::User::account).collect())
}
