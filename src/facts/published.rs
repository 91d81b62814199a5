//! What stands on a commit, and who is about to apply.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Account;

/// A check run or commit status that somebody else made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its name.
    pub name: String,
    /// The App that made it (GitHub: `app.slug`); none for a plain commit status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// Its conclusion in the forge's word, such as `success`; none while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<String>,
    /// The commit.
    pub sha: String,
}

/// A commit status that carries an approval digest: the proof of when exactly this change was shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The name of the status (GitHub: `context`), which names directory and workspace.
    pub context: String,
    /// The approval digest it carries, whole.
    pub digest: String,
    /// The commit.
    pub sha: String,
    /// When the forge received it (GitHub: `created_at`; never a time that the creator stated).
    pub created_at: Timestamp,
    /// Who made it; none for an account that is gone.
    pub creator: Option<Account>,
}

/// The newest status of ours for a project on an earlier head of the change request: it was judged there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierStatus {
    /// The name of the status (GitHub: `context`), which names directory and workspace.
    pub context: String,
    /// The newest of the earlier heads that has one.
    pub sha: String,
    /// What it says, in the forge's word, in lower case.
    pub state: String,
}

/// Who is about to apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deployer {
    /// How the apply began.
    pub how: How,
    /// Who began it: whoever commented, dispatched, re-ran or merged (GitHub Actions: `triggering_actor`). For an
    /// automatic apply that is the releaser, for whom a machine applies. None if it is not known.
    pub account: Option<Account>,
}

/// How an apply began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By a trusted workflow alone, without anything that a person could enter.
    Automatic,
    /// By a person: a comment, a dispatch, a run that was started again.
    Manual,
}
