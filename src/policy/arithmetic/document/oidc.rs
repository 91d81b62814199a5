//! Trust in tokens of an OpenID Connect provider: which of its users may take the role.
//!
//! A provider such as GitHub signs tokens for everybody. Only the condition on the subject (`<host>:sub`) says whose
//! tokens are meant; without it, or with a wildcard over repositories, strangers or colleagues of any project can take
//! the role.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Answer, Sides};
use super::condition::Condition;
use super::limit::{demanded, demands};
use super::newly;
use super::statement::{Principal, Principals, Statement};

/// Hosts that IAM knows without a provider of one's own.
const BUILT_IN: [&str; 4] =
    ["accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com"];

/// Returns whether a role newly trusts an OpenID Connect provider without saying for which subject, or for subjects of
/// more than one repository (project, workspace, namespace).
pub fn oidc_subject_wide(sides: Sides<'_>) -> Answer {
    newly(sides, |statement| {
        let Principals::Only(principals) = &statement.principals else { return None };
        let demanded = demanded(statement);
        let mut pinned: BTreeMap<String, bool> = BTreeMap::new();
        let mut is_wide = |principal: &&Principal| {
            let Some(host) = host(principal) else { return false };
            !*pinned.entry(host).or_insert_with_key(|host| is_pinned(statement, host, &demanded))
        };
        let wide: Vec<Principal> =
            principals.iter().filter(|principal| is_wide(principal)).cloned().collect();
        (!wide.is_empty()).then(|| Statement { principals: Principals::Only(wide), ..statement.clone() })
    })
}

/// Returns the host of an OpenID Connect provider, in lower case.
fn host(principal: &Principal) -> Option<String> {
    let Principal::Federated(name) = principal else { return None };
    let name = name.to_ascii_lowercase();
    if let Some((_, host)) = name.split_once(":oidc-provider/") {
        return Some(host.to_owned());
    }
    BUILT_IN.contains(&name.as_str()).then_some(name)
}

/// Returns true if a condition that must hold pins the subject, or what takes its place with this host.
fn is_pinned(statement: &Statement, host: &str, demanded: &BTreeSet<&str>) -> bool {
    let pins = |entry: &Condition| {
        let Some(claim) = entry.key.strip_prefix(host).and_then(|rest| rest.strip_prefix(':')) else {
            return false;
        };
        let instead = match host {
            "token.actions.githubusercontent.com" => {
                matches!(claim, "repository" | "repository_id" | "job_workflow_ref")
            }
            // The audience is the identity pool, which is one's own.
            "cognito-identity.amazonaws.com" => claim == "aud",
            _ => false,
        };
        (claim == "sub" || instead)
            && entry.operator.starts_with("string")
            && demands(entry, demanded)
            && !entry.values.is_empty()
            && entry.values.iter().all(|value| is_pinned_subject(claim, value))
    };
    statement.conditions.iter().any(pins)
}

/// Returns true if a subject stays within one repository, or what corresponds to it.
fn is_pinned_subject(claim: &str, value: &str) -> bool {
    let wild = |text: &str| text.is_empty() || text.contains(['*', '?', '$']);
    if claim == "job_workflow_ref" {
        // org/repository/path@ref
        let mut parts = value.split('/');
        return matches!((parts.next(), parts.next()), (Some(owner), Some(name)) if !wild(owner) && !wild(name));
    }
    if claim != "sub" {
        return !wild(value);
    }
    let fields: Vec<&str> = value.split(':').collect();
    match fields.as_slice() {
        // GitHub and GitLab: `repo:org/name:ref:refs/heads/main`, `project_path:group/name:ref_type:branch:ref:main`.
        ["repo" | "repository" | "project_path" | "job_workflow_ref", name, ..] => !wild(name),
        // Terraform Cloud: `organization:org:project:name:workspace:name:run_phase:*`.
        ["organization", organisation, "project", project, "workspace", workspace, ..] => {
            !wild(organisation) && !wild(project) && !wild(workspace)
        }
        // Buildkite: `organization:org:pipeline:name:ref:...`.
        ["organization", organisation, "pipeline", pipeline, ..] => !wild(organisation) && !wild(pipeline),
        ["organization", ..] => false,
        // Kubernetes: the service accounts of one namespace belong together.
        ["system", "serviceaccount", namespace, ..] => !wild(namespace),
        // Bitbucket: `{id of the repository}:{id of the step}`.
        [repository, _, ..] if repository.starts_with('{') => repository.ends_with('}') && !wild(repository),
        [first, second, ..] => !wild(first) && !wild(second),
        // CircleCI: `org/id/project/id/user/id`.
        [only] => {
            let fixed = only.split(['*', '?', '$']).next().unwrap_or_default();
            !wild(only) || fixed.split_once("/project/").is_some_and(|(_, rest)| rest.contains('/'))
        }
        [] => false,
    }
}
