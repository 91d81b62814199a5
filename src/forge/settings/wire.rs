//! How GitHub writes settings, as far as they are read here. A field that a check rests on is required: an answer
//! without it is unreadable, never a default.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
pub(super) struct Repository {
    pub(super) id: u64,
    pub(super) default_branch: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct App {
    pub(super) id: u64,
    pub(super) slug: String,
}

/// Classic branch protection.
#[derive(Debug, Deserialize)]
pub(super) struct Protection {
    /// Absent if no checks are required.
    pub(super) required_status_checks: Option<ProtectedChecks>,
    pub(super) enforce_admins: Switch,
    /// Absent if no pull request is required.
    pub(super) required_pull_request_reviews: Option<ProtectedReviews>,
    pub(super) allow_force_pushes: Switch,
    pub(super) allow_deletions: Switch,
}

#[derive(Debug, Deserialize)]
pub(super) struct Switch {
    pub(super) enabled: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProtectedChecks {
    pub(super) strict: bool,
    pub(super) checks: Vec<ProtectedCheck>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProtectedCheck {
    pub(super) context: String,
    /// Null if it is accepted from anybody.
    pub(super) app_id: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProtectedReviews {
    pub(super) dismiss_stale_reviews: bool,
    /// Absent if nobody is exempt.
    pub(super) bypass_pull_request_allowances: Option<Allowances>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Allowances {
    pub(super) users: Vec<Login>,
    pub(super) teams: Vec<Slug>,
    pub(super) apps: Vec<Slug>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Login {
    pub(super) login: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Slug {
    pub(super) slug: String,
}

/// A rule that is active on a branch.
#[derive(Debug, Deserialize)]
pub(super) struct Rule {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) ruleset_source_type: String,
    pub(super) ruleset_source: String,
    pub(super) ruleset_id: u64,
    pub(super) parameters: Option<Value>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RequiredChecks {
    pub(super) strict_required_status_checks_policy: bool,
    pub(super) required_status_checks: Vec<RulesetCheck>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RulesetCheck {
    pub(super) context: String,
    /// Absent if it is accepted from anybody.
    pub(super) integration_id: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PullRequest {
    pub(super) dismiss_stale_reviews_on_push: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Workflows {
    pub(super) workflows: Vec<Workflow>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Workflow {
    pub(super) path: String,
    pub(super) repository_id: u64,
    /// Absent or empty where a branch is named, or the default branch holds.
    pub(super) sha: Option<String>,
    #[serde(rename = "ref")]
    pub(super) reference: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub(super) encoding: String,
    pub(super) content: String,
    pub(super) size: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Ruleset {
    pub(super) name: String,
    /// Absent for who may not change the ruleset.
    pub(super) bypass_actors: Option<Vec<Actor>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Actor {
    pub(super) actor_id: Option<i64>,
    pub(super) actor_type: String,
    pub(super) bypass_mode: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Environment {
    /// Absent on servers that do not know it.
    pub(super) can_admins_bypass: Option<bool>,
    pub(super) protection_rules: Vec<ProtectionRule>,
    #[serde(deserialize_with = "super::super::wire::nullable")]
    pub(super) deployment_branch_policy: Option<DeploymentBranchPolicy>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProtectionRule {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) reviewers: Option<Vec<Value>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct DeploymentBranchPolicy {
    pub(super) protected_branches: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct BranchPolicies {
    pub(super) branch_policies: Vec<NamedBranch>,
}

#[derive(Debug, Deserialize)]
pub(super) struct NamedBranch {
    pub(super) name: String,
    /// Absent on servers that know branches only.
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct WorkflowPermissions {
    pub(super) default_workflow_permissions: String,
    pub(super) can_approve_pull_request_reviews: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct OidcSubject {
    pub(super) use_default: bool,
    /// Absent where the default is used.
    pub(super) include_claim_keys: Option<Vec<String>>,
}
