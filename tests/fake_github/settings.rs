//! The settings of a repository, as GitHub writes them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::routes::{page, page_in};
use super::state::State;
use super::{Reply, Request};

#[derive(Debug, Clone)]
pub struct Settings {
    /// The classic protection of a branch.
    pub protection: BTreeMap<String, Value>,
    /// By number: source, kind of source, bypass actors (none: not shown), rules. They are active on every branch.
    pub rulesets: BTreeMap<u64, Ruleset>,
    /// By name; `branches` are the names of its custom branch policies and no part of the answer.
    pub environments: BTreeMap<String, Value>,
    pub environment_branches: BTreeMap<String, Vec<String>>,
    pub workflow_permissions: Value,
    pub oidc: Value,
}

#[derive(Debug, Clone)]
pub struct Ruleset {
    pub name: String,
    pub organisation: bool,
    pub bypass: Option<Vec<Value>>,
    pub rules: Vec<Value>,
}

impl Default for Settings {
    /// As a repository is when it is new.
    fn default() -> Settings {
        Settings {
            protection: BTreeMap::new(),
            rulesets: BTreeMap::new(),
            environments: BTreeMap::new(),
            environment_branches: BTreeMap::new(),
            workflow_permissions: json!({
                "default_workflow_permissions": "read",
                "can_approve_pull_request_reviews": false,
            }),
            oidc: json!({"use_default": true}),
        }
    }
}

pub(super) fn app(state: &State, slug: &str) -> Reply {
    match state.apps.get(slug) {
        None => Reply::not_found(),
        Some(id) => {
            Reply::json(200, &json!({"id": id, "slug": slug, "name": slug, "owner": {"login": "acme"}}))
        }
    }
}

/// A file as it is given to who does not ask for its raw bytes: in lines of Base64.
pub(super) fn file(path: &str, content: &str) -> Value {
    let text = STANDARD.encode(content);
    let lines: Vec<String> =
        text.as_bytes().chunks(60).map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
    json!({
        "type": "file",
        "path": path,
        "encoding": "base64",
        "size": content.len(),
        "content": format!("{}\n", lines.join("\n")),
    })
}

pub(super) fn answer(state: &State, request: &Request, name: &str, rest: &[&str]) -> Option<Reply> {
    let settings = &state.repositories[name].settings;
    let owner = name.split('/').next().unwrap();
    let source = |ruleset: &Ruleset| if ruleset.organisation { owner.to_owned() } else { name.to_owned() };
    let kind = |ruleset: &Ruleset| if ruleset.organisation { "Organization" } else { "Repository" };
    Some(match rest {
        ["branches", branch, "protection"] => match settings.protection.get(*branch) {
            None => Reply::error(404, "Branch not protected"),
            Some(protection) => Reply::json(200, protection),
        },
        ["rules", "branches", _] => {
            let mut rules = Vec::new();
            for (id, ruleset) in &settings.rulesets {
                for rule in &ruleset.rules {
                    let mut rule = rule.clone();
                    rule["ruleset_source_type"] = json!(kind(ruleset));
                    rule["ruleset_source"] = json!(source(ruleset));
                    rule["ruleset_id"] = json!(id);
                    rules.push(rule);
                }
            }
            page(state, request, rules)
        }
        ["rulesets", id] => match settings.rulesets.get(&id.parse().ok()?) {
            None => Reply::not_found(),
            Some(ruleset) => {
                let mut answer = json!({
                    "id": id.parse::<u64>().ok()?,
                    "name": ruleset.name,
                    "target": "branch",
                    "source_type": kind(ruleset),
                    "source": source(ruleset),
                    "enforcement": "active",
                    "rules": ruleset.rules,
                });
                if let Some(bypass) = &ruleset.bypass {
                    answer["bypass_actors"] = json!(bypass);
                }
                Reply::json(200, &answer)
            }
        },
        ["environments", environment] => match settings.environments.get(*environment) {
            None => Reply::not_found(),
            Some(answer) => Reply::json(200, answer),
        },
        ["environments", environment, "deployment-branch-policies"] => {
            let names = settings.environment_branches.get(*environment).cloned().unwrap_or_default();
            let branch = |(id, name): (usize, &String)| json!({"id": id, "name": name, "type": "branch"});
            let items: Vec<Value> = names.iter().enumerate().map(branch).collect();
            let total = items.len();
            page_in(state, request, items, |items| json!({"total_count": total, "branch_policies": items}))
        }
        ["actions", "permissions", "workflow"] => Reply::json(200, &settings.workflow_permissions),
        ["actions", "oidc", "customization", "sub"] => Reply::json(200, &settings.oidc),
        _ => return None,
    })
}
