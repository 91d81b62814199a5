//! Accounts, what they may do, and the teams they are in.

use serde::{Deserialize, Serialize};

/// An account of the forge. Who is who is told by the id: a login can be changed and taken by somebody else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The number of the account (GitHub: `id`).
    pub id: u64,
    /// Its name (GitHub: `login`), to be shown and to be found in the policy's lists of users.
    pub login: String,
    /// What kind of account it is (GitHub: `type`).
    pub kind: AccountKind,
}

/// What kind of account it is. Only a user is a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// A person, or a machine that has a person's account.
    User,
    /// A bot or an App.
    Bot,
    /// An organisation.
    Organization,
    /// A placeholder for somebody who was imported.
    Mannequin,
    /// A kind that is not known here.
    Other,
}

/// What somebody may do in a repository, from nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing, or no account.
    None,
    /// Read.
    Read,
    /// Set labels and close issues.
    Triage,
    /// Push.
    Write,
    /// Manage the repository without what is dangerous.
    Maintain,
    /// Everything.
    Admin,
}

/// What one account may do (GitHub: `user.permissions` and `role_name` of the collaborator's permission; a role of
/// the organisation's own counts as the highest of these that it includes).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// The id of the account.
    pub account: u64,
    /// What it may do.
    pub level: Level,
}

/// A team of the forge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Organisation and short name: `acme/dba`, as the policy writes it.
    pub name: String,
    /// Who is in it.
    pub members: Members,
}

/// Who is in a team.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Members {
    /// Its active members, those of its child teams too, as read now.
    Read(Vec<Account>),
    /// It could not be read, which says nothing of who is in it; why, and what would help, on one line.
    Unreadable(String),
}
