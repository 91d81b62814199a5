//! What people said in the change request: reviews, comments, and the dismissal of reviews.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Account;

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its number.
    pub id: u64,
    /// Who gave it; none for an account that is gone.
    pub account: Option<Account>,
    /// What it says now.
    pub state: ReviewState,
    /// When it was submitted, by the forge's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<Timestamp>,
    /// The commit it is said to be about. The forge may have moved that on to a newer one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// The first line of its raw text, whole, without the end of the line; empty if it has none.
    pub first_line: String,
    /// Whether its text was edited (GitHub: `lastEditedAt` in GraphQL).
    pub edited: Edited,
}

/// What a review says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// It approves.
    Approved,
    /// It asks for changes.
    ChangesRequested,
    /// It says something and decides nothing.
    Commented,
    /// It was dismissed, whatever it said.
    Dismissed,
    /// It is not submitted yet.
    Pending,
}

/// A comment on a change request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Its number.
    pub id: u64,
    /// Who wrote it; none for an account that is gone.
    pub account: Option<Account>,
    /// The first line of its raw text, whole, without the end of the line.
    pub first_line: String,
    /// When it was written, by the forge's clock.
    pub created_at: Timestamp,
    /// When it last changed in any way.
    pub updated_at: Timestamp,
    /// Whether its text was edited (GitHub: `lastEditedAt` in GraphQL).
    pub edited: Edited,
}

/// Whether a text was edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edited {
    /// It was not.
    Never,
    /// It was, last at this time.
    At(Timestamp),
    /// Nobody could tell.
    Unknown,
}

/// That a review was dismissed (GitHub: `review_dismissed` in the time line).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// The number of the review.
    pub review: u64,
    /// Who dismissed it; none for an account that is gone.
    pub actor: Option<Account>,
    /// What the review said until then (GitHub: `dismissed_review.state`).
    pub was: ReviewState,
    /// When.
    pub at: Timestamp,
}
