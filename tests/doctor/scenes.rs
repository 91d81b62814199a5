//! Repositories as their operators left them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::fake_github::{Ruleset, Settings, State};

/// The number of the App that applygate writes as.
pub const APP: u64 = 4711;
/// The number of the ruleset of the organisation.
pub const RULESET: u64 = 900;

pub type Files = BTreeMap<&'static str, String>;

pub const PLAN: &str = ".github/workflows/plan.yml";
pub const REVIEW: &str = ".github/workflows/review.yml";
pub const APPLY: &str = ".github/workflows/apply.yml";

/// Nothing is protected; the workflow runs as the branch has it, with the token of the workflow.
pub fn bare(state: &mut State) {
    state.repo("acme/infra");
}

pub fn bare_files() -> Files {
    let review = "
on: pull_request
permissions:
  contents: read
jobs:
  plan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          terraform init -input=false
          terraform plan -out=tfplan
  review:
    needs: plan
    runs-on: ubuntu-latest
    permissions:
      checks: write
      pull-requests: write
    steps:
      - uses: actions/checkout@v4
      - run: applygate review plan.json --config live/prod
";
    [(REVIEW, review.to_owned())].into()
}

/// An App of its own, a required check from it, and a workflow from the default branch.
pub fn enforced(state: &mut State) {
    bare(state);
    state.viewer = "acme-applygate[bot]".to_owned();
    state.app = Some((APP, "acme-applygate".to_owned()));
    state.apps.insert("acme-applygate".to_owned(), APP);
    let settings = settings(state);
    settings.protection.insert("main".to_owned(), protection());
    settings.environments.insert("review".to_owned(), environment("review"));
    settings.environment_branches.insert("review".to_owned(), vec!["main".to_owned()]);
}

pub fn enforced_files() -> Files {
    let plan = "
on: pull_request
permissions:
  contents: read
jobs:
  plan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      - run: |
          terraform init -input=false
          terraform plan -out=tfplan
          terraform show -json tfplan > plan.json
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02
";
    let review = "
on:
  workflow_run:
    workflows: [plan]
    types: [completed]
permissions:
  contents: read
jobs:
  review:
    runs-on: ubuntu-latest
    environment: review
    steps:
      - uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093
      - uses: acme/applygate@0123456789abcdef0123456789abcdef01234567
        with:
          plan: plan.json
          app-id: ${{ vars.APPLYGATE_APP_ID }}
          app-key: ${{ secrets.APPLYGATE_APP_KEY }}
";
    [(PLAN, plan.to_owned()), (REVIEW, review.to_owned())].into()
}

/// The same, with the workflow required by the organisation, and an environment that changes are applied in.
pub fn strong(state: &mut State) {
    enforced(state);
    let review = enforced_files()[REVIEW].clone();
    state.repo("acme/guard").file(
        "main",
        REVIEW,
        &review.replace("workflow_run:\n    workflows: [plan]\n    types: [completed]", "pull_request:"),
    );
    let guard = state.repositories["acme/guard"].id;
    let settings = settings(state);
    settings.rulesets.insert(
        RULESET,
        Ruleset {
            name: "guard".to_owned(),
            organisation: true,
            bypass: Some(Vec::new()),
            rules: vec![json!({
                "type": "workflows",
                "parameters": {"workflows": [{
                    "path": ".github/workflows/review.yml",
                    "ref": "refs/heads/main",
                    "repository_id": guard,
                }]},
            })],
        },
    );
    settings.environments.insert("production".to_owned(), environment("production"));
    settings.environment_branches.insert("production".to_owned(), vec!["main".to_owned()]);
    settings.oidc =
        json!({"use_default": false, "include_claim_keys": ["repo", "environment", "job_workflow_ref"]});
}

pub fn strong_files() -> Files {
    let apply = "
on:
  push:
    branches: [main]
permissions:
  contents: read
  id-token: write
jobs:
  apply:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      - run: terraform init -input=false && terraform plan -out=tfplan
      - run: applygate gate tfplan --exec -- terraform apply {plan}
";
    let mut files = enforced_files();
    files.insert(APPLY, apply.to_owned());
    files
}

pub fn settings(state: &mut State) -> &mut Settings {
    &mut state.repositories.get_mut("acme/infra").unwrap().settings
}

pub fn main_protection(state: &mut State) -> &mut Value {
    settings(state).protection.get_mut("main").unwrap()
}

fn protection() -> Value {
    json!({
        "url": "https://api.github.com/repos/acme/infra/branches/main/protection",
        "required_status_checks": {
            "strict": true,
            "contexts": ["applygate", "build"],
            "checks": [{"context": "build", "app_id": null}, {"context": "applygate", "app_id": APP}],
        },
        "enforce_admins": {"enabled": true},
        "required_pull_request_reviews": {
            "dismiss_stale_reviews": true,
            "require_code_owner_reviews": false,
            "required_approving_review_count": 1,
            "require_last_push_approval": false,
        },
        "required_linear_history": {"enabled": false},
        "allow_force_pushes": {"enabled": false},
        "allow_deletions": {"enabled": false},
    })
}

fn environment(name: &str) -> Value {
    json!({
        "id": 1,
        "name": name,
        "can_admins_bypass": false,
        "protection_rules": [
            {"id": 2, "type": "required_reviewers", "prevent_self_review": true, "reviewers": [{"type": "User"}]},
            {"id": 3, "type": "branch_policy"},
        ],
        "deployment_branch_policy": {"protected_branches": false, "custom_branch_policies": true},
    })
}
