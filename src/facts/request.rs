//! The repository and the change request.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Account, Edited};

/// A repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repository {
    /// Its number, which stays when it is renamed (GitHub: `id`).
    pub id: u64,
    /// Its name with its owner (GitHub: `full_name`).
    pub name: String,
    /// The branch whose policy decides about applies unless somebody names others (GitHub: `default_branch`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_branch: Option<String>,
}

/// A change request (GitHub: a pull request).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Its number.
    pub number: u64,
    /// Whether it is open.
    pub state: State,
    /// True if it is a draft.
    pub draft: bool,
    /// True if its head is in another repository than its base, or in one that is gone.
    pub fork: bool,
    /// Who opened it; none for an account that is gone.
    pub requester: Option<Account>,
    /// What is to be merged.
    pub head: Head,
    /// What it is to be merged into.
    pub base: Base,
    /// Who merged it; none if it is not merged, or the account is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_by: Option<Account>,
    /// Whether it can be merged, in the forge's word (GitHub: `mergeable_state`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mergeable: Option<String>,
    /// When its description was last edited (GitHub: `lastEditedAt`).
    pub body_edited: Edited,
}

/// Whether a request is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is open.
    Open,
    /// It was closed and not merged.
    Closed,
    /// It was merged.
    Merged,
}

/// What is to be merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The commit. When it became the head is told by the pushes.
    pub sha: String,
    /// The branch.
    pub branch: String,
}

/// What a request is to be merged into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// The branch.
    pub branch: String,
    /// The commit at its tip now.
    pub tip: String,
    /// How it moved since the plan was made; not known if nobody compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<BaseMoved>,
}

/// How the base branch moved since the plan was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseMoved {
    /// The commit of the base branch on which the plan was made: the merge base of what was checked out and the
    /// base branch. Of a merged request that is what its merge came on top of.
    pub from: String,
    /// The paths, old and new names of renames, in which the tip differs from that commit. What came by the merge
    /// of this very request is not among them: its plan was made with it.
    pub paths: Vec<String>,
    /// The time of the newest of these moves, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}
