//! What people said in the request: reviews, commands in comments, and who dismissed whom.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use crate::facts::{Comment, Dismissal, Edited, Review, ReviewState};
use crate::problem::Problem;

/// What the first line of a command begins with.
const COMMAND: &str = "/applygate";
/// How many edits are asked for in one question; GraphQL takes no more.
const NODES: usize = 100;

/// When texts were last edited, by the node id of the text; what was not asked for is absent.
pub(super) type Edits = BTreeMap<String, Edited>;

/// Returns every review, the oldest first.
pub(super) async fn reviews(api: &Api, repo: &Repo, number: u64) -> Result<Vec<wire::Review>, Problem> {
    let call = reviews_call(repo, number);
    let reviews: Vec<wire::Review> = api.pages(&call).await?;
    match reviews.iter().find(|review| state(&review.state).is_none()) {
        // Skipping one whose meaning is not known could skip a veto.
        Some(odd) => Err(call.unreadable(&format!("a review in state `{}`", odd.state))),
        None => Ok(reviews),
    }
}

fn reviews_call(repo: &Repo, number: u64) -> Call {
    let path = repo.path(&format!("/pulls/{number}/reviews"));
    Call::get(path, "the reviews of the pull request", "pull-requests: read")
}

/// Returns the comments that are commands, the oldest first.
pub(super) async fn comments(api: &Api, repo: &Repo, number: u64) -> Result<Vec<wire::Comment>, Problem> {
    let path = repo.path(&format!("/issues/{number}/comments"));
    let call = Call::get(path, "the comments on the pull request", "pull-requests: read");
    let mut comments: Vec<wire::Comment> = api.pages(&call).await?;
    comments.retain(|comment| comment.body.as_deref().is_some_and(is_command));
    Ok(comments)
}

pub(super) fn is_command(body: &str) -> bool {
    body.starts_with(COMMAND)
}

fn state(name: &str) -> Option<ReviewState> {
    match name.to_ascii_uppercase().as_str() {
        "APPROVED" => Some(ReviewState::Approved),
        "CHANGES_REQUESTED" => Some(ReviewState::ChangesRequested),
        "COMMENTED" => Some(ReviewState::Commented),
        "DISMISSED" => Some(ReviewState::Dismissed),
        "PENDING" => Some(ReviewState::Pending),
        _ => None,
    }
}

/// Returns the first line of a text as it stands.
fn first_line(body: Option<&str>) -> String {
    let line = body.unwrap_or_default().split('\n').next().unwrap_or_default();
    line.strip_suffix('\r').unwrap_or(line).to_owned()
}

/// Asks when the commands were last edited. REST tells when they changed in any way, and not of an edit within the
/// same second.
pub(super) async fn edits(
    api: &Api,
    reviews: &[wire::Review],
    comments: &[wire::Comment],
) -> Result<Edits, Problem> {
    const QUERY: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { \
         ... on IssueComment { id lastEditedAt } ... on PullRequestReview { id lastEditedAt } } }";
    let in_reviews = reviews.iter().filter(|review| review.body.as_deref().is_some_and(is_command));
    let ids: Vec<&String> = in_reviews
        .map(|review| &review.node_id)
        .chain(comments.iter().map(|comment| &comment.node_id))
        .collect();
    let mut edits = Edits::new();
    for ids in ids.chunks(NODES) {
        let what = "whether approvals were edited";
        let right = "pull-requests: read";
        let answer: wire::Edits = api.graphql(what, right, QUERY, json!({"ids": ids})).await?;
        for edit in answer.nodes.into_iter().flatten() {
            edits.insert(edit.id, edit.last_edited_at.map_or(Edited::Never, Edited::At));
        }
    }
    Ok(edits)
}

pub(super) fn review_facts(reviews: &[wire::Review], edits: &Edits) -> Vec<Review> {
    let fact = |review: &wire::Review| Review {
        id: review.id,
        account: wire::account(review.user.as_ref()),
        // Looked at when they were read.
        state: state(&review.state).unwrap_or(ReviewState::Pending),
        submitted_at: review.submitted_at,
        commit: review.commit_id.clone(),
        first_line: first_line(review.body.as_deref()),
        edited: edits.get(&review.node_id).copied().unwrap_or(Edited::Unknown),
    };
    reviews.iter().map(fact).collect()
}

pub(super) fn comment_facts(comments: &[wire::Comment], edits: &Edits) -> Vec<Comment> {
    let fact = |comment: &wire::Comment| Comment {
        id: comment.id,
        account: wire::account(comment.user.as_ref()),
        first_line: first_line(comment.body.as_deref()),
        created_at: comment.created_at,
        updated_at: comment.updated_at,
        edited: edits.get(&comment.node_id).copied().unwrap_or(Edited::Unknown),
    };
    comments.iter().map(fact).collect()
}

/// Returns who dismissed which review. Without a dismissed review there is nothing to ask.
pub(super) async fn dismissals(
    api: &Api,
    repo: &Repo,
    number: u64,
    reviews: &[wire::Review],
) -> Result<Vec<Dismissal>, Problem> {
    let dismissed = |review: &&wire::Review| state(&review.state) == Some(ReviewState::Dismissed);
    if !reviews.iter().any(|review| dismissed(&review)) {
        return Ok(Vec::new());
    }
    let path = repo.path(&format!("/issues/{number}/timeline"));
    let call = Call::get(path, "who dismissed reviews", "pull-requests: read");
    let events: Vec<Value> = api.pages(&call).await?;
    let mut dismissals = Vec::new();
    // The timeline holds entries of fifty kinds, each with fields of its own; only one kind is read.
    for event in events {
        if event.get("event").and_then(Value::as_str) != Some("review_dismissed") {
            continue;
        }
        let event: wire::Event =
            serde_json::from_value(event).map_err(|error| call.unreadable(&error.to_string()))?;
        let (review, was) = (event.dismissed_review.review_id, &event.dismissed_review.state);
        dismissals.push(Dismissal {
            review,
            actor: wire::account(event.actor.as_ref()),
            was: state(was).ok_or_else(|| call.unreadable(&format!("a review in state `{was}`")))?,
            at: event.created_at,
        });
    }
    let told = |review: &wire::Review| dismissals.iter().any(|dismissal| dismissal.review == review.id);
    match reviews.iter().filter(dismissed).find(|review| !told(review)) {
        Some(review) => Err(call.unreadable(&format!("nothing on the dismissal of review {}", review.id))),
        None => Ok(dismissals),
    }
}
