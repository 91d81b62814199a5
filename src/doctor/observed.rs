//! What was read, as plain data. Each part is known, or says why it is not.

use std::collections::BTreeMap;

/// Something that was to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen<T> {
    /// It was read.
    Known(T),
    /// It was not, and why.
    Unknown(String),
}

impl<T> Seen<T> {
    /// Returns what was read, or why it was not.
    pub fn known(&self) -> Result<&T, &str> {
        match self {
            Seen::Known(value) => Ok(value),
            Seen::Unknown(why) => Err(why),
        }
    }
}

/// Everything that a diagnosis rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The name of the environment that changes are applied in, if one was named.
    pub environment: Option<String>,
    /// What GitHub says.
    pub github: GithubSide,
    /// The workflows of the checkout, or why they could not be read.
    pub workflows: Seen<Vec<TextFile>>,
    /// What is known of Atlantis; none if nothing speaks of one.
    pub atlantis: Option<AtlantisSide>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    /// Its name, as it is shown.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// What GitHub says of a repository and its base branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GithubSide {
    /// The number of the repository.
    pub repository: Seen<u64>,
    /// The base branch.
    pub branch: Seen<String>,
    /// Whose token this was read with.
    pub viewer: Seen<Viewer>,
    /// The number of the App that GitHub Actions writes checks as.
    pub actions_app: Seen<u64>,
    /// The App that writes the check of applygate, as far as it is known.
    pub own_app: Seen<App>,
    /// The classic protection of the branch; none if it has none.
    pub protection: Seen<Option<Layer>>,
    /// The rulesets that are active on the branch.
    pub rulesets: Seen<Vec<Layer>>,
    /// The environments that were asked for, by their names.
    pub environments: BTreeMap<String, Seen<Environment>>,
    /// What the token of a workflow may do where the workflow does not say.
    pub workflow_permissions: Seen<WorkflowPermissions>,
    /// What the subject of OpenID Connect tokens is made of.
    pub oidc: Seen<OidcSubject>,
}

impl GithubSide {
    /// Returns an environment, or why it is not known.
    pub(super) fn environment(&self, name: &str) -> Result<&Environment, &str> {
        match self.environments.get(name) {
            Some(environment) => environment.known(),
            // Where nothing was asked, the reason is that of everything else.
            None => Err(self.viewer.known().err().unwrap_or("it was not looked at")),
        }
    }

    /// Returns a side of which nothing is known.
    pub fn unknown(why: &str) -> GithubSide {
        fn unread<T>(why: &str) -> Seen<T> {
            Seen::Unknown(why.to_owned())
        }
        GithubSide {
            repository: unread(why),
            branch: unread(why),
            viewer: unread(why),
            actions_app: unread(why),
            own_app: unread(why),
            protection: unread(why),
            rulesets: unread(why),
            environments: BTreeMap::new(),
            workflow_permissions: unread(why),
            oidc: unread(why),
        }
    }
}

/// Whose token it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The account.
    pub login: String,
    /// The scopes of a classic token, as GitHub lists them.
    pub scopes: Option<String>,
}

/// A GitHub App.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// Its number.
    pub id: u64,
    /// Its name in addresses.
    pub slug: String,
}

/// One set of rules that holds for the branch: classic protection, or a ruleset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// What it is called.
    pub name: String,
    /// Whether it is the organisation's, so that administrators of the repository cannot change it.
    pub organisation: bool,
    /// The checks it requires.
    pub checks: Vec<RequiredCheck>,
    /// Whether a branch must be up to date before it is merged.
    pub strict: bool,
    /// What it asks of pull requests; none if it does not require them.
    pub reviews: Option<Reviews>,
    /// Whether history cannot be rewritten.
    pub blocks_force_pushes: bool,
    /// Whether the branch cannot be deleted.
    pub blocks_deletion: bool,
    /// Workflows that it requires.
    pub workflows: Vec<RequiredWorkflow>,
    /// Who is not bound by it.
    pub bypass: Seen<Vec<String>>,
}

/// A check that is required.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredCheck {
    /// Its name.
    pub context: String,
    /// The App it is accepted from; none is anybody.
    pub app: Option<u64>,
}

/// What is asked of pull requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// Whether approvals end when something is pushed.
    pub dismiss_stale: bool,
    /// Who may leave out the pull request.
    pub bypass: Vec<String>,
}

/// A workflow that a ruleset requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredWorkflow {
    /// Its file.
    pub path: String,
    /// The number of the repository that it stands in.
    pub repository: u64,
    /// What stands in it.
    pub text: Seen<String>,
}

/// An environment of GitHub Actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Whether administrators may skip its rules; none if GitHub does not say.
    pub admins_bypass: Option<bool>,
    /// Whether somebody has to approve a deployment.
    pub reviewers: bool,
    /// What may be deployed from.
    pub branches: Seen<BranchPolicy>,
}

/// From which branches an environment may be deployed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchPolicy {
    /// Any branch or tag.
    Any,
    /// Protected branches.
    Protected,
    /// Those that a pattern names; tags with `tag:` before them.
    Named(Vec<String>),
}

/// What the token of a workflow may do where the workflow does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkflowPermissions {
    /// Whether it may write.
    pub write: bool,
    /// Whether it may approve pull requests.
    pub approves: bool,
}

/// What the subject of an OpenID Connect token is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OidcSubject {
    /// The claims, where the repository has its own; none is GitHub's default.
    pub claims: Option<Vec<String>>,
}

/// What is known of Atlantis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlantisSide {
    /// Its version, as it was given or as the program says it.
    pub version: Seen<String>,
    /// The settings of the server, without the dashes: `allow-fork-prs` to `true`. Absent is the default.
    pub settings: Seen<BTreeMap<String, String>>,
    /// The server-side `repos.yaml`.
    pub config: Seen<TextFile>,
}
