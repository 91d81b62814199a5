//! The one comment: found by author and marker, kept up to date, never doubled.

use serde_json::{Value, json};

use super::super::api::{Api, Written};
use super::super::call::Call;
use super::super::client::Method;
use super::super::{Repo, wire};
use super::Part;
use crate::facts::Account;
use crate::problem::{Code, Problem};

/// What tells our comment from others of the same account. It is no secret and proves nothing.
const MARKER: &str = "<!-- applygate -->";
/// The most bytes of a comment: GitHub says 65,536 characters.
const MOST_BYTES: usize = 65_000;
/// How often a comment is sent.
const SENDS: usize = 2;

/// What a run knows of itself from one time to the next.
#[derive(Debug, Default)]
pub(super) struct Turn {
    /// Nobody else is known who writes the comment, so nobody is looked for.
    pub(super) alone: bool,
    /// The comment that this run wrote. A server that plans several projects at once begins as many runs, and each may find
    /// none: only the oldest stays then.
    own: Option<u64>,
}

/// Puts the text into our comment, and returns the numbers of further comments of ours.
pub(super) async fn put(
    api: &Api,
    repo: &Repo,
    number: u64,
    publisher: &Account,
    text: &str,
    turn: &mut Turn,
) -> (Part, Vec<u64>) {
    // The marker on lines of its own also keeps the comment from being a single line, which bots take for a command.
    let body = format!("{}\n\n{MARKER}\n", text.trim_end());
    if body.len() > MOST_BYTES {
        let message = format!("the comment has {} bytes, and GitHub takes {MOST_BYTES}", body.len());
        let problem = Problem::new(Code::LimitExceeded, message);
        return (Part::Failed(problem.help("this is a mistake in applygate: please report it")), Vec::new());
    }
    let mut unsure = None;
    let mut duplicates = Vec::new();
    for sends in 0..=SENDS {
        let mut mine = match ours(api, repo, number, publisher).await {
            Ok(mine) => mine,
            // Without knowing what stands there nothing is written: it could be a second one.
            Err(problem) => return (Part::Failed(problem), duplicates),
        };
        if let Some(own) = turn.own {
            withdraw(api, repo, &mut mine, own).await;
        }
        duplicates = mine.iter().skip(1).map(|comment| comment.id).collect();
        let call = match mine.first() {
            Some(oldest) if same(oldest, &body) => {
                let part = if sends == 0 { Part::Unchanged } else { Part::Written };
                return (part, duplicates);
            }
            Some(oldest) => {
                let path = repo.path(&format!("/issues/comments/{}", oldest.id));
                Call::write(Method::Patch, path, "the comment", "pull-requests: write")
            }
            None => {
                let path = repo.path(&format!("/issues/{number}/comments"));
                Call::write(Method::Post, path, "the comment", "pull-requests: write")
            }
        };
        if sends == SENDS {
            break;
        }
        match api.write(&call, &json!({"body": body})).await {
            Written::Done(answer) => {
                if !mine.is_empty() {
                    return (Part::Written, duplicates);
                }
                turn.own = answer.get("id").and_then(Value::as_u64);
                if turn.alone {
                    return (Part::Written, duplicates);
                }
            }
            Written::Refused(problem) => return (Part::Failed(problem), duplicates),
            Written::Unsure(problem) => unsure = Some(problem),
        }
    }
    let problem = unsure.unwrap_or_else(|| Problem::new(Code::ForgeUnavailable, "the comment is not there"));
    (Part::Failed(problem), duplicates)
}

/// Takes our own comment back if there is an older one.
async fn withdraw(api: &Api, repo: &Repo, mine: &mut Vec<wire::Comment>, own: u64) {
    if !mine.iter().skip(1).any(|comment| comment.id == own) {
        return;
    }
    let path = repo.path(&format!("/issues/comments/{own}"));
    let call = Call::write(Method::Delete, path, "the second comment", "pull-requests: write");
    // One that stays is told as a duplicate.
    if let Written::Done(_) = api.write(&call, &Value::Null).await {
        mine.retain(|comment| comment.id != own);
    }
}

/// Returns our comments, the oldest first. Anybody may write the marker, so the author counts as well.
async fn ours(
    api: &Api,
    repo: &Repo,
    number: u64,
    publisher: &Account,
) -> Result<Vec<wire::Comment>, Problem> {
    let path = repo.path(&format!("/issues/{number}/comments"));
    let call = Call::get(path, "the comments on the pull request", "pull-requests: read");
    let mut comments: Vec<wire::Comment> = api.pages(&call).await?;
    comments.retain(|comment| {
        comment.user.as_ref().is_some_and(|user| user.id == publisher.id)
            && comment.body.as_deref().is_some_and(|body| body.trim_end().ends_with(MARKER))
    });
    comments.sort_by_key(|comment| (comment.created_at, comment.id));
    Ok(comments)
}

/// Returns true if a comment says this already. The forge may have changed the ends of lines.
fn same(comment: &wire::Comment, body: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    comment.body.as_deref().is_some_and(|known| plain(known) == plain(body))
}
