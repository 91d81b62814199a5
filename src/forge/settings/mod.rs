//! The settings of a repository: what its base branch, its environments and its tokens allow.
//!
//! Unlike facts, these are read in parts: what one call does not tell is unknown, with the right that it needs, and
//! the others are read all the same.

mod branch;
mod wire;

use std::collections::BTreeMap;

use super::address::{Address, segment};
use super::api::{Api, Patience};
use super::call::Call;
use super::{Credentials, Repo, gather, open};
use crate::doctor::{
    App, BranchPolicy, Environment, GithubSide, OidcSubject, Seen, Viewer, WorkflowPermissions,
};
use crate::problem::Problem;

/// The right that most settings are read with.
const ADMINISTRATION: &str = "administration: read";
const METADATA: &str = "metadata: read";
const ACTIONS: &str = "actions: read";
/// The most environments that are read.
const MOST_ENVIRONMENTS: usize = 10;
/// The App that workflows write as, by its name in addresses.
const GITHUB_ACTIONS: &str = "github-actions";

/// What is asked about, beside the repository.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The base branch; none is the default branch.
    pub branch: Option<String>,
    /// The environments, by their names; so many as one run may ask for.
    pub environments: Vec<String>,
    /// The App that applygate writes as, where the token is not its own.
    pub app: Option<String>,
}

/// Reads the settings of a repository.
///
/// # Errors
///
/// An address that cannot be one. Whatever cannot be read is unknown.
pub fn inspect(
    api_url: &str,
    credentials: Credentials,
    repo: &Repo,
    asked: &Asked,
    patience: Patience,
) -> Result<GithubSide, Problem> {
    let address = Address::parse(api_url)?;
    let (runtime, api) = match open(address, credentials, repo, patience) {
        Ok(opened) => opened,
        Err(problem) => return Ok(GithubSide::unknown(&why(&problem))),
    };
    Ok(runtime.block_on(read(&api, repo, asked)))
}

/// Returns a problem with what helps, in one line.
fn why(problem: &Problem) -> String {
    match &problem.help {
        Some(help) => format!("{} ({help})", problem.message),
        None => problem.message.clone(),
    }
}

fn seen<T>(read: Result<T, Problem>) -> Seen<T> {
    match read {
        Ok(value) => Seen::Known(value),
        Err(problem) => Seen::Unknown(why(&problem)),
    }
}

async fn read(api: &Api, repo: &Repo, asked: &Asked) -> GithubSide {
    let call = Call::get(repo.path(""), "the repository", METADATA);
    let repository = api.get_with::<wire::Repository>(&call, "x-oauth-scopes").await;
    let (repository, scopes) = match repository {
        Ok((repository, scopes)) => (Ok(repository), scopes),
        Err(problem) => (Err(problem), None),
    };
    let branch = match (&asked.branch, &repository) {
        (Some(branch), _) => Seen::Known(branch.clone()),
        (None, Ok(repository)) => Seen::Known(repository.default_branch.clone()),
        (None, Err(problem)) => Seen::Unknown(why(problem)),
    };
    let viewer = seen(gather::viewer(api).await.map(|account| account.login));
    let own_app = own_app(api, asked, &viewer).await;
    let (protection, rulesets) = match branch.known() {
        Ok(branch) => branch::read(api, repo, branch).await,
        Err(why) => (Seen::Unknown(why.to_owned()), Seen::Unknown(why.to_owned())),
    };
    let mut environments = BTreeMap::new();
    for name in asked.environments.iter().take(MOST_ENVIRONMENTS) {
        environments.insert(name.clone(), seen(environment(api, repo, name).await));
    }
    GithubSide {
        repository: seen(repository.map(|repository| repository.id)),
        branch,
        viewer: match viewer {
            Seen::Known(login) => Seen::Known(Viewer { login, scopes }),
            Seen::Unknown(why) => Seen::Unknown(why),
        },
        actions_app: seen(app(api, GITHUB_ACTIONS).await.map(|app| app.id)),
        own_app,
        protection,
        rulesets,
        environments,
        workflow_permissions: seen(workflow_permissions(api, repo).await),
        oidc: seen(oidc(api, repo).await),
    }
}

/// Finds the App that applygate writes as: the one that was named, or whose token this is.
async fn own_app(api: &Api, asked: &Asked, viewer: &Seen<String>) -> Seen<App> {
    if let Some(slug) = &asked.app {
        return seen(app(api, slug).await);
    }
    match viewer.known() {
        Err(why) => Seen::Unknown(why.to_owned()),
        Ok(login) => match login.strip_suffix("[bot]") {
            Some(slug) => seen(app(api, slug).await),
            None => Seen::Unknown(format!(
                "the token is that of `{login}`, so it is not known which App applygate writes as"
            )),
        },
    }
}

async fn app(api: &Api, slug: &str) -> Result<App, Problem> {
    let call = Call::get(format!("/apps/{}", segment(slug)), "the GitHub App", METADATA);
    let app: wire::App = api.get(&call).await?;
    Ok(App { id: app.id, slug: app.slug })
}

async fn environment(api: &Api, repo: &Repo, name: &str) -> Result<Environment, Problem> {
    let path = repo.path(&format!("/environments/{}", segment(name)));
    let call = Call::get(path.clone(), "the environment", ACTIONS);
    let read: wire::Environment = api.get(&call).await?;
    let branches = match read.deployment_branch_policy {
        None => Seen::Known(BranchPolicy::Any),
        Some(policy) if policy.protected_branches => Seen::Known(BranchPolicy::Protected),
        Some(_) => {
            let call = Call::get(
                format!("{path}/deployment-branch-policies"),
                "the branches of the environment",
                ACTIONS,
            );
            let pages = api.pages_of(&call, |page: wire::BranchPolicies| page.branch_policies).await;
            let name = |policy: wire::NamedBranch| match policy.kind.as_deref() {
                Some("tag") => format!("tag:{}", policy.name),
                _ => policy.name,
            };
            seen(pages.map(|policies| BranchPolicy::Named(policies.into_iter().map(name).collect())))
        }
    };
    let reviewers = read.protection_rules.iter().any(|rule| {
        rule.kind == "required_reviewers" && rule.reviewers.as_ref().is_some_and(|who| !who.is_empty())
    });
    Ok(Environment { admins_bypass: read.can_admins_bypass, reviewers, branches })
}

async fn workflow_permissions(api: &Api, repo: &Repo) -> Result<WorkflowPermissions, Problem> {
    let path = repo.path("/actions/permissions/workflow");
    let call = Call::get(path, "the default permissions of workflows", ADMINISTRATION);
    let read: wire::WorkflowPermissions = api.get(&call).await?;
    Ok(WorkflowPermissions {
        // A word that is not known may mean anything.
        write: read.default_workflow_permissions != "read",
        approves: read.can_approve_pull_request_reviews,
    })
}

async fn oidc(api: &Api, repo: &Repo) -> Result<OidcSubject, Problem> {
    let path = repo.path("/actions/oidc/customization/sub");
    let call = Call::get(path, "the subject of OpenID Connect tokens", ACTIONS);
    let read: wire::OidcSubject = api.get(&call).await?;
    let claims = read.include_claim_keys.filter(|_| !read.use_default);
    Ok(OidcSubject { claims })
}
