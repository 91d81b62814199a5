//! What the request brings: commits and who made them, pushes, paths, and how far the base moved.

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use super::moved;
use super::overview::Overview;
use crate::facts::{Account, AccountKind, BaseMoved, ChangedPath, Commit, Contributor, Push};
use crate::problem::Problem;

/// The most commits of a pull request that GitHub lists.
const MOST_COMMITS: usize = 250;
/// The most files of a pull request that GitHub lists.
const MOST_FILES: usize = 3000;
/// The most files of a comparison that GitHub lists.
const MOST_COMPARED: usize = 300;

/// Returns the commits of the request as GitHub lists them, the oldest first.
pub(super) async fn commits(
    api: &Api,
    repo: &Repo,
    number: u64,
    count: usize,
) -> Result<Vec<wire::Commit>, Problem> {
    let path = repo.path(&format!("/pulls/{number}/commits"));
    let call = Call::get(path, "the commits of the pull request", "pull-requests: read");
    if count > MOST_COMMITS {
        return Err(call.partial(
            &format!("lists {MOST_COMMITS} commits at most, and there are {count}"),
            "split the pull request, or squash its commits",
        ));
    }
    let commits: Vec<wire::Commit> = api.pages(&call).await?;
    if commits.len() != count {
        return Err(moved(repo, number));
    }
    Ok(commits)
}

/// Joins the two lists of commits: the accounts from one, the co-authors from the other.
pub(super) fn with_authors(
    commits: Vec<wire::Commit>,
    overview: &Overview,
    repo: &Repo,
    number: u64,
) -> Result<Vec<Commit>, Problem> {
    commits
        .into_iter()
        .map(|commit| {
            let authors = overview.authors.get(&commit.sha).ok_or_else(|| moved(repo, number))?;
            let git = commit.commit;
            let co_authors = co_authors(authors, &git.message);
            Ok(Commit {
                author: contributor(commit.author, git.author),
                committer: contributor(commit.committer, git.committer),
                co_authors,
                parents: commit.parents.into_iter().map(|parent| parent.sha).collect(),
                // Only git can prove that, with the trees at hand.
                clean_update: false,
                sha: commit.sha,
            })
        })
        .collect()
}

fn contributor(user: Option<wire::MaybeUser>, identity: Option<wire::Identity>) -> Contributor {
    match user {
        Some(wire::MaybeUser::User(user)) => Contributor::Account(user.account()),
        Some(wire::MaybeUser::Nobody {}) | None => {
            Contributor::Unattributed(identity.and_then(|identity| identity.email).unwrap_or_default())
        }
    }
}

/// Returns who else made a commit: whom GitHub names, and whom a `Co-authored-by` line names that GitHub passed over.
fn co_authors(authors: &[wire::Author], message: &str) -> Vec<Contributor> {
    let email = |author: &wire::Author| author.email.as_deref().unwrap_or_default().to_lowercase();
    let known: Vec<String> = authors.iter().map(email).collect();
    let mut all: Vec<Contributor> = authors
        .iter()
        .skip(1)
        .map(|author| match author.user.as_ref().and_then(|user| user.database_id.map(|id| (id, user))) {
            Some((id, user)) => {
                Contributor::Account(Account { id, login: user.login.clone(), kind: AccountKind::User })
            }
            None => by_email(author.email.as_deref().unwrap_or_default()),
        })
        .collect();
    all.extend(trailers(message).filter(|email| !known.contains(&email.to_lowercase())).map(by_email));
    all.sort();
    all.dedup();
    all
}

/// Returns whom an address stands for: GitHub's own addresses name the account, `1234+login@users.noreply...`.
///
/// Nobody gains by writing another's address here: it only takes an approval away.
fn by_email(email: &str) -> Contributor {
    let named = email.split_once("@users.noreply.").and_then(|(name, _)| {
        let (id, login) = name.split_once('+')?;
        let kind = if login.ends_with("[bot]") { AccountKind::Bot } else { AccountKind::User };
        Some(Account { id: id.parse().ok()?, login: login.to_owned(), kind })
    });
    named.map_or_else(|| Contributor::Unattributed(email.to_owned()), Contributor::Account)
}

/// Returns the addresses in the `Co-authored-by` lines of a message, wherever they stand in it.
fn trailers(message: &str) -> impl Iterator<Item = &str> {
    message.lines().filter_map(|line| {
        let (key, value) = line.trim().split_once(':')?;
        if !key.trim().eq_ignore_ascii_case("co-authored-by") {
            return None;
        }
        let address = value.rsplit_once('<').map_or(value, |(_, address)| address);
        Some(address.trim().trim_end_matches('>').trim())
    })
}

/// Returns the pushes to the head branch. Those to a fork are recorded in the fork, which need not be readable.
pub(super) async fn pushes(
    api: &Api,
    repo: &Repo,
    branch: &str,
    fork: bool,
) -> Result<Option<Vec<Push>>, Problem> {
    if fork {
        return Ok(None);
    }
    let reference = format!("refs/heads/{branch}");
    let path = repo.path(&format!("/activity?ref={}", segment(&reference)));
    let call = Call::get(path, "the pushes to the head branch", "contents: read");
    let activity: Vec<wire::Activity> = api.pages(&call).await?;
    let pushes = activity
        .into_iter()
        // The question has been answered for names that only end alike.
        .filter(|entry| entry.reference == reference)
        .map(|entry| Push {
            at: entry.timestamp,
            by: wire::account(entry.actor.as_ref()),
            before: entry.before,
            after: entry.after,
        })
        .collect();
    Ok(Some(pushes))
}

/// Returns the paths that the request touches.
pub(super) async fn paths(
    api: &Api,
    repo: &Repo,
    number: u64,
    count: usize,
) -> Result<Vec<ChangedPath>, Problem> {
    let path = repo.path(&format!("/pulls/{number}/files"));
    let call = Call::get(path, "the files of the pull request", "pull-requests: read");
    if count >= MOST_FILES {
        return Err(call.partial(
            &format!("lists {MOST_FILES} files at most, and there are {count}"),
            "split the pull request",
        ));
    }
    let files: Vec<wire::File> = api.pages(&call).await?;
    if files.len() != count {
        return Err(moved(repo, number));
    }
    Ok(files
        .into_iter()
        .map(|file| ChangedPath { path: file.filename, previous: file.previous_filename })
        .collect())
}

/// Returns what the base branch got that the planned files lack; none where GitHub does not list all of it.
pub(super) async fn base_moved(
    api: &Api,
    repo: &Repo,
    branch: &str,
    planned: &str,
    tip: &str,
) -> Result<Option<BaseMoved>, Problem> {
    let path = repo.path(&format!("/compare/{}...{}?per_page=1", segment(planned), segment(tip)));
    let call = Call::get(path, "what the base branch got since", "contents: read");
    let compared: wire::Compared = api.get(&call).await?;
    if compared.files.len() >= MOST_COMPARED {
        return Ok(None);
    }
    let names = compared.files.into_iter().flat_map(|file| [Some(file.filename), file.previous_filename]);
    let paths: Vec<String> = names.flatten().collect();
    let at = if paths.is_empty() {
        None
    } else {
        let path =
            repo.path(&format!("/activity?ref={}&per_page=100", segment(&format!("refs/heads/{branch}"))));
        let call = Call::get(path, "the pushes to the base branch", "contents: read");
        let activity: Vec<wire::Activity> = api.get(&call).await?;
        activity.iter().find(|entry| entry.after == tip).map(|entry| entry.timestamp)
    };
    Ok(Some(BaseMoved { from: compared.merge_base_commit.sha, paths, at }))
}

#[cfg(test)]
mod tests {
    use super::{by_email, trailers};
    use crate::facts::Contributor;

    #[test]
    fn co_authors_are_found_in_every_spelling() {
        let message = "Fix\n\nCo-authored-by: Bo <bo@example.org>\nCO-AUTHORED-BY: Cy<cy@example.org>\r\n\
                       co-authored-by:dee@example.org\nNot-authored-by: x <x@example.org>\nCo-authored-by\n";
        let found: Vec<&str> = trailers(message).collect();
        assert_eq!(found, ["bo@example.org", "cy@example.org", "dee@example.org"]);
    }

    #[test]
    fn an_address_of_the_forge_names_the_account() {
        match by_email("1234+bo@users.noreply.github.com") {
            Contributor::Account(account) => assert_eq!((account.id, account.login.as_str()), (1234, "bo")),
            other @ Contributor::Unattributed(_) => panic!("{other:?}"),
        }
        for email in ["bo@users.noreply.github.com", "x+bo@users.noreply.github.com", "1+bo@example.org", ""]
        {
            assert_eq!(by_email(email), Contributor::Unattributed(email.to_owned()));
        }
    }
}
