//! What GitHub writes, as far as it is read here: small structs of our own, because its answers differ between
//! github.com, its servers and its versions in fields that nobody needs.
//!
//! A field that a decision rests on is required: an answer without it is an error, never a default.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use crate::facts::{Account, AccountKind};

/// An account. GitHub has null for one that is gone.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct User {
    pub(super) id: u64,
    pub(super) login: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

impl User {
    pub(super) fn account(&self) -> Account {
        let kind = match self.kind.as_str() {
            "User" => AccountKind::User,
            "Bot" => AccountKind::Bot,
            "Organization" => AccountKind::Organization,
            "Mannequin" => AccountKind::Mannequin,
            _ => AccountKind::Other,
        };
        Account { id: self.id, login: self.login.clone(), kind }
    }
}

/// Returns the account, if there still is one.
pub(super) fn account(user: Option<&User>) -> Option<Account> {
    user.map(User::account)
}

/// Reads a field that must be there but may be null; plain `Option` would take an absent one for null.
pub(super) fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}

#[derive(Debug, Deserialize)]
pub(super) struct Installation {
    pub(super) id: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Repository {
    pub(super) id: u64,
    pub(super) full_name: String,
    pub(super) default_branch: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Pull {
    pub(super) number: u64,
    pub(super) state: String,
    pub(super) draft: bool,
    pub(super) merged: bool,
    pub(super) created_at: Timestamp,
    #[serde(deserialize_with = "nullable")]
    pub(super) user: Option<User>,
    pub(super) merged_by: Option<User>,
    pub(super) merge_commit_sha: Option<String>,
    pub(super) mergeable_state: Option<String>,
    pub(super) labels: Vec<Label>,
    pub(super) head: End,
    pub(super) base: End,
    pub(super) commits: usize,
    pub(super) changed_files: usize,
}

/// A pull request in the list of those that brought a commit.
#[derive(Debug, Deserialize)]
pub(super) struct MergedPull {
    pub(super) number: u64,
    #[serde(deserialize_with = "nullable")]
    pub(super) merged_at: Option<String>,
    pub(super) merge_commit_sha: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Label {
    pub(super) name: String,
}

/// Head or base of a pull request.
#[derive(Debug, Deserialize)]
pub(super) struct End {
    pub(super) sha: String,
    #[serde(rename = "ref")]
    pub(super) branch: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) repo: Option<Repository>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Object {
    pub(super) sha: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Commit {
    pub(super) sha: String,
    pub(super) commit: GitCommit,
    #[serde(deserialize_with = "nullable")]
    pub(super) author: Option<MaybeUser>,
    #[serde(deserialize_with = "nullable")]
    pub(super) committer: Option<MaybeUser>,
    pub(super) parents: Vec<Object>,
}

/// GitHub has null, and in some answers an empty object, for somebody it cannot attribute.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum MaybeUser {
    User(User),
    Nobody {},
}

#[derive(Debug, Deserialize)]
pub(super) struct GitCommit {
    #[serde(deserialize_with = "nullable")]
    pub(super) author: Option<Identity>,
    #[serde(deserialize_with = "nullable")]
    pub(super) committer: Option<Identity>,
    pub(super) message: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Identity {
    pub(super) email: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Activity {
    pub(super) before: String,
    pub(super) after: String,
    #[serde(rename = "ref")]
    pub(super) reference: String,
    pub(super) timestamp: Timestamp,
    pub(super) actor: Option<User>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Review {
    pub(super) id: u64,
    pub(super) node_id: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) user: Option<User>,
    pub(super) body: Option<String>,
    pub(super) state: String,
    pub(super) submitted_at: Option<Timestamp>,
    pub(super) commit_id: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Comment {
    pub(super) id: u64,
    pub(super) node_id: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) user: Option<User>,
    #[serde(deserialize_with = "nullable")]
    pub(super) body: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
}

/// The entry of the timeline for a dismissal.
#[derive(Debug, Deserialize)]
pub(super) struct Event {
    #[serde(deserialize_with = "nullable")]
    pub(super) actor: Option<User>,
    pub(super) created_at: Timestamp,
    pub(super) dismissed_review: DismissedReview,
}

#[derive(Debug, Deserialize)]
pub(super) struct DismissedReview {
    pub(super) state: String,
    pub(super) review_id: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub(super) filename: String,
    pub(super) previous_filename: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Compared {
    pub(super) merge_base_commit: Object,
    pub(super) files: Vec<File>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Status {
    pub(super) state: String,
    pub(super) context: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) description: Option<String>,
    pub(super) created_at: Timestamp,
    #[serde(deserialize_with = "nullable")]
    pub(super) creator: Option<User>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CheckRuns {
    pub(super) check_runs: Vec<CheckRun>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CheckRun {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) head_sha: String,
    pub(super) external_id: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub(super) conclusion: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub(super) app: Option<App>,
}

#[derive(Debug, Deserialize)]
pub(super) struct App {
    pub(super) slug: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Collaborator {
    pub(super) permission: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) user: Option<CollaboratorUser>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CollaboratorUser {
    pub(super) id: u64,
    pub(super) permissions: Option<Permissions>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Permissions {
    pub(super) admin: bool,
    pub(super) maintain: Option<bool>,
    pub(super) push: bool,
    pub(super) triage: Option<bool>,
    pub(super) pull: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Team {
    pub(super) slug: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Tree {
    pub(super) tree: Vec<TreeEntry>,
    pub(super) truncated: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct TreeEntry {
    pub(super) path: String,
    pub(super) mode: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) sha: String,
    /// The bytes of a file; a folder has none.
    pub(super) size: Option<u64>,
}

/// The one question that every evaluation asks in GraphQL.
#[derive(Debug, Deserialize)]
pub(super) struct Overview {
    pub(super) viewer: Viewer,
    #[serde(deserialize_with = "nullable")]
    pub(super) repository: Option<OverviewRepository>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Viewer {
    pub(super) login: String,
    pub(super) database_id: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OverviewRepository {
    #[serde(deserialize_with = "nullable")]
    pub(super) pull_request: Option<OverviewPull>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OverviewPull {
    #[serde(deserialize_with = "nullable")]
    pub(super) last_edited_at: Option<Timestamp>,
    #[serde(deserialize_with = "nullable")]
    pub(super) base_ref: Option<BaseRef>,
    pub(super) commits: OverviewCommits,
}

#[derive(Debug, Deserialize)]
pub(super) struct BaseRef {
    pub(super) target: Target,
}

#[derive(Debug, Deserialize)]
pub(super) struct Target {
    pub(super) oid: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OverviewCommits {
    pub(super) page_info: PageInfo,
    pub(super) nodes: Vec<OverviewNode>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageInfo {
    pub(super) has_next_page: bool,
    pub(super) end_cursor: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct OverviewNode {
    pub(super) commit: OverviewCommit,
}

#[derive(Debug, Deserialize)]
pub(super) struct OverviewCommit {
    pub(super) oid: String,
    pub(super) authors: Authors,
    #[serde(deserialize_with = "nullable")]
    pub(super) status: Option<Statuses>,
}

/// The statuses of a commit as GraphQL tells them: of those with the same name the newest.
#[derive(Debug, Deserialize)]
pub(super) struct Statuses {
    pub(super) contexts: Vec<StatusContext>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct StatusContext {
    pub(super) context: String,
    pub(super) state: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) creator: Option<Creator>,
}

/// Who made a status; of an account that is neither a person's nor a bot's there is no number.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Creator {
    pub(super) database_id: Option<u64>,
}

/// Commits by the names they were asked under; null for one that is gone.
#[derive(Debug, Deserialize)]
pub(super) struct Heads {
    #[serde(deserialize_with = "nullable")]
    pub(super) repository: Option<BTreeMap<String, Option<OfHead>>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct OfHead {
    #[serde(deserialize_with = "nullable")]
    pub(super) status: Option<Statuses>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Authors {
    pub(super) total_count: usize,
    pub(super) nodes: Vec<Author>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Author {
    #[serde(deserialize_with = "nullable")]
    pub(super) email: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub(super) user: Option<GraphUser>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GraphUser {
    pub(super) login: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) database_id: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Edits {
    pub(super) nodes: Vec<Option<Edit>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Edit {
    pub(super) id: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) last_edited_at: Option<Timestamp>,
}
