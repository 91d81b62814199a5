//! The base branch: its classic protection, and the rulesets that are active on it.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::Repo;
use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::{ADMINISTRATION, METADATA, seen, wire};
use crate::doctor::{Layer, RequiredCheck, RequiredWorkflow, Reviews, Seen};
use crate::problem::Problem;

/// The most rulesets of a branch; each is a request.
const MOST_RULESETS: usize = 50;
/// The most workflows that are required; each is a request.
const MOST_WORKFLOWS: usize = 20;
/// How GitHub says that a branch has no classic protection.
const UNPROTECTED: &str = ", Branch not protected";

/// Reads both.
pub(super) async fn read(api: &Api, repo: &Repo, branch: &str) -> (Seen<Option<Layer>>, Seen<Vec<Layer>>) {
    (seen(protection(api, repo, branch).await), seen(rulesets(api, repo, branch).await))
}

async fn protection(api: &Api, repo: &Repo, branch: &str) -> Result<Option<Layer>, Problem> {
    let path = repo.path(&format!("/branches/{}/protection", segment(branch)));
    let call = Call::get(path, "the protection of the base branch", ADMINISTRATION);
    let Some(read) = api.find::<wire::Protection>(&call, UNPROTECTED).await? else { return Ok(None) };
    let (checks, strict) = match read.required_status_checks {
        None => (Vec::new(), false),
        Some(required) => {
            let check = |check: wire::ProtectedCheck| RequiredCheck {
                context: check.context,
                // Anybody is null, or -1.
                app: check.app_id.and_then(|id| u64::try_from(id).ok()),
            };
            (required.checks.into_iter().map(check).collect(), required.strict)
        }
    };
    let reviews = read.required_pull_request_reviews.map(|reviews| Reviews {
        dismiss_stale: reviews.dismiss_stale_reviews,
        bypass: reviews.bypass_pull_request_allowances.map(exempt).unwrap_or_default(),
    });
    let bypass = if read.enforce_admins.enabled { Vec::new() } else { vec!["administrators".to_owned()] };
    Ok(Some(Layer {
        name: "the branch protection".to_owned(),
        organisation: false,
        checks,
        strict,
        reviews,
        blocks_force_pushes: !read.allow_force_pushes.enabled,
        blocks_deletion: !read.allow_deletions.enabled,
        workflows: Vec::new(),
        bypass: Seen::Known(bypass),
    }))
}

fn exempt(allowances: wire::Allowances) -> Vec<String> {
    let users = allowances.users.into_iter().map(|user| format!("`{}`", user.login));
    let teams = allowances.teams.into_iter().map(|team| format!("the team `{}`", team.slug));
    let apps = allowances.apps.into_iter().map(|app| format!("the App `{}`", app.slug));
    users.chain(teams).chain(apps).collect()
}

async fn rulesets(api: &Api, repo: &Repo, branch: &str) -> Result<Vec<Layer>, Problem> {
    let path = repo.path(&format!("/rules/branches/{}", segment(branch)));
    let call = Call::get(path, "the rules of the base branch", METADATA);
    let rules: Vec<wire::Rule> = api.pages(&call).await?;
    let mut layers: BTreeMap<u64, Layer> = BTreeMap::new();
    let mut workflows = 0;
    for rule in rules {
        let organisation = rule.ruleset_source_type != "Repository";
        let layer = layers.entry(rule.ruleset_id).or_insert_with(|| Layer {
            name: format!("ruleset {} of `{}`", rule.ruleset_id, rule.ruleset_source),
            organisation,
            checks: Vec::new(),
            strict: false,
            reviews: None,
            blocks_force_pushes: false,
            blocks_deletion: false,
            workflows: Vec::new(),
            bypass: Seen::Known(Vec::new()),
        });
        let required = add(layer, &call, &rule)?;
        for one in required {
            workflows += 1;
            let text = if workflows > MOST_WORKFLOWS {
                Seen::Unknown(format!("rulesets require more than {MOST_WORKFLOWS} workflows"))
            } else {
                seen(workflow(api, &one).await)
            };
            let wire::Workflow { path, repository_id: repository, .. } = one;
            layer.workflows.push(RequiredWorkflow { path, repository, text });
        }
    }
    if layers.len() > MOST_RULESETS {
        let help = "merge rulesets: this is more than can be read in one run";
        return Err(call.partial(&format!("names more than {MOST_RULESETS} rulesets"), help));
    }
    let mut read = Vec::new();
    for (id, mut layer) in layers {
        layer.bypass = bypass(api, repo, id, &mut layer.name).await;
        read.push(layer);
    }
    Ok(read)
}

/// Adds a rule to what its ruleset demands, and returns the workflows that it requires. Rules of other kinds ask
/// nothing that matters here.
fn add(layer: &mut Layer, call: &Call, rule: &wire::Rule) -> Result<Vec<wire::Workflow>, Problem> {
    match rule.kind.as_str() {
        "required_status_checks" => {
            let parameters: wire::RequiredChecks = parameters(call, rule)?;
            layer.strict |= parameters.strict_required_status_checks_policy;
            layer.checks.extend(parameters.required_status_checks.into_iter().map(|check| RequiredCheck {
                context: check.context,
                app: check.integration_id.and_then(|id| u64::try_from(id).ok()),
            }));
        }
        "pull_request" => {
            let parameters: wire::PullRequest = parameters(call, rule)?;
            let dismiss_stale = parameters.dismiss_stale_reviews_on_push;
            layer.reviews = Some(Reviews { dismiss_stale, bypass: Vec::new() });
        }
        "non_fast_forward" => layer.blocks_force_pushes = true,
        "deletion" => layer.blocks_deletion = true,
        "workflows" => {
            let parameters: wire::Workflows = parameters(call, rule)?;
            return Ok(parameters.workflows);
        }
        _ => {}
    }
    Ok(Vec::new())
}

/// Reads a workflow that is required, from wherever it stands.
async fn workflow(api: &Api, one: &wire::Workflow) -> Result<String, Problem> {
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let at = said(&one.sha).or_else(|| said(&one.reference)).unwrap_or_default();
    let at = at.strip_prefix("refs/heads/").or_else(|| at.strip_prefix("refs/tags/")).unwrap_or(&at);
    let path: Vec<String> = one.path.split('/').map(segment).collect();
    let mut path = format!("/repositories/{}/contents/{}", one.repository_id, path.join("/"));
    if !at.is_empty() {
        path = format!("{path}?ref={}", segment(at));
    }
    let call = Call::get(path, "the workflow that a ruleset requires", "contents: read");
    let file: wire::File = api.get(&call).await?;
    let text: String = file.content.split_whitespace().collect();
    let bytes = (file.encoding == "base64").then(|| STANDARD.decode(text).ok()).flatten();
    // Half a workflow may be a workflow, too.
    let whole = bytes.filter(|bytes| bytes.len() as u64 == file.size);
    let text = whole.and_then(|bytes| String::from_utf8(bytes).ok());
    text.ok_or_else(|| call.unreadable("it is no whole text"))
}

fn parameters<T: serde::de::DeserializeOwned>(call: &Call, rule: &wire::Rule) -> Result<T, Problem> {
    let parameters = rule.parameters.clone().unwrap_or_default();
    serde_json::from_value(parameters).map_err(|error| call.unreadable(&format!("`{}`: {error}", rule.kind)))
}

/// Finds out who is not bound by a ruleset, and what it is called.
async fn bypass(api: &Api, repo: &Repo, id: u64, name: &mut String) -> Seen<Vec<String>> {
    let path = repo.path(&format!("/rulesets/{id}"));
    let call = Call::get(path, "who may bypass the ruleset", "administration: write");
    let ruleset: wire::Ruleset = match api.get(&call).await {
        Ok(ruleset) => ruleset,
        Err(problem) => return Seen::Unknown(super::why(&problem)),
    };
    *name = format!("the ruleset `{}`", ruleset.name);
    match ruleset.bypass_actors {
        Some(actors) => Seen::Known(actors.iter().map(actor).collect()),
        None => Seen::Unknown(format!(
            "who may bypass the ruleset `{}` is shown only to who may change it (give the token `administration: \
             write`, or ask an owner of the organisation)",
            ruleset.name
        )),
    }
}

fn actor(actor: &wire::Actor) -> String {
    let id = actor.actor_id.map(|id| id.to_string()).unwrap_or_default();
    let who = match (actor.actor_type.as_str(), id.as_str()) {
        ("OrganizationAdmin", _) => "owners of the organisation".to_owned(),
        ("RepositoryRole", "5") => "administrators".to_owned(),
        ("RepositoryRole", "2") => "maintainers".to_owned(),
        ("RepositoryRole", "4") => "whoever may write".to_owned(),
        ("RepositoryRole", id) => format!("the role {id}"),
        ("Team", id) => format!("the team {id}"),
        ("Integration", id) => format!("the App {id}"),
        ("DeployKey", _) => "deploy keys".to_owned(),
        (other, id) => format!("{other} {id}"),
    };
    if actor.bypass_mode == "pull_request" { format!("{who} (in pull requests)") } else { who }
}
