//! What a change request brings: paths, commits and pushes, and whose they are.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Account;

/// A path that a change request touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedPath {
    /// The path at head, or at base if it is gone.
    pub path: String,
    /// The path at base of one that was renamed: both names count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
}

/// A commit between base and head. Its dates are of no use: whoever made it wrote them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commit {
    /// The commit.
    pub sha: String,
    /// Whom the forge takes for its author.
    pub author: Contributor,
    /// Whom the forge takes for its committer.
    pub committer: Contributor,
    /// Who else made it, from the `Co-authored-by` lines of its message (GitHub: `authors` of the commit in GraphQL).
    pub co_authors: Vec<Contributor>,
    /// Its parents, in their order.
    pub parents: Vec<String>,
    /// True only if it was proven that the commit does nothing but bring the base branch in: two parents, the
    /// second one on the base branch, and a tree that merging the two anew gives as well.
    pub clean_update: bool,
}

/// Who made a commit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contributor {
    /// An account.
    Account(Account),
    /// Nobody that the forge knows; the e-mail address that stands in the commit.
    Unattributed(String),
}

/// A push to the head branch, by the forge's own record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// When the forge received it.
    pub at: Timestamp,
    /// Who pushed; none for an account that is gone.
    pub by: Option<Account>,
    /// What the branch was at before; zeros where it was created.
    pub before: String,
    /// What it was at afterwards.
    pub after: String,
}
