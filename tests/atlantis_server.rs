//! The steps in a real server of Atlantis, with a real Terraform, against a GitHub that lives in this process.
//!
//! `ATLANTIS_BIN=/path/to/atlantis cargo test --test atlantis_server` runs it; without that variable each test says that it
//! was skipped. The server builds from its public source: `go build` in a checkout of `runatlantis/atlantis`. It needs
//! `git` and `terraform` on the `PATH`, and no network.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod fake_github;
#[path = "atlantis_server/repository.rs"]
mod repository;
#[path = "support/run_step.rs"]
mod run_step;
#[path = "atlantis_server/server.rs"]
mod server;

use std::fs;
use std::path::Path;
use std::time::Duration;

use run_step::TOLD;
use serde_json::{Value, json};
use server::Server;

/// Two windows of which one is open at any time.
const OPEN: &str = include_str!("support/always_open.hcl");

/// A resource that runs a command when it is created. What that does is not in the plan, so it is of high risk.
const MODULE: &str = r#"
variable "release" {
  type    = string
  default = "one"
}

resource "terraform_data" "release" {
  input = var.release

  provisioner "local-exec" {
    command = "echo ${self.input} >> {folder}/happened"
  }
}
"#;

/// What an operator pastes: the first configuration of the documentation, for the host that the fake has.
fn pasted() -> Value {
    let mut config = documented(0);
    config["repos"][0]["id"] = json!("127.0.0.1/acme/infra");
    config
}

/// Returns one of the configurations in the documentation.
fn documented(index: usize) -> Value {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/atlantis.md");
    let page = fs::read_to_string(page).unwrap();
    let text = page.split("```yaml\n").nth(index + 1).unwrap().split("```").next().unwrap();
    serde_saphyr::from_str(text).unwrap()
}

/// Returns the names of the variables that a step was told, without those of the server itself.
fn told_in(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let own = ["PATH", "HOME", "PWD", "OLDPWD", "SHLVL", "_", "SSL_CERT_FILE"];
    let of_a_step = |name: &&str| match name.strip_prefix("ATLANTIS_") {
        Some(rest) => rest.starts_with("PR_") || rest.starts_with("TERRAFORM_"),
        None => !name.starts_with("GIT_CONFIG_") && !own.contains(name),
    };
    let names = text.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name).filter(of_a_step);
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.sort_unstable();
    names
}

#[test]
fn what_the_documentation_says_works_from_plan_to_apply() {
    let settings = [("ATLANTIS_CHECKOUT_STRATEGY", "merge")];
    let Some(server) = Server::start(&pasted(), &settings, &["live/prod"]) else { return };
    let plan = server.open();
    assert!(plan.contains("applygate: hold") && plan.contains("0 of 2 approvals"), "{plan}");
    let page = server.comments().into_iter().find(|body| body.contains("<!-- applygate -->")).unwrap();
    let (state, words) = server.status("applygate/live/prod:default").unwrap();
    assert_eq!(state, "pending", "{words}");
    let digest = page.split("/applygate approve ").nth(1).unwrap()[..16].to_owned();
    assert!(plan.contains(&format!("approval digest {digest}")), "{plan}");

    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("**Apply Failed**"), "Atlantis itself wants one approval: {denied}");
    server.approve("bo");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("**Apply Error**") && denied.contains("1 of 2 approvals"), "{denied}");
    assert!(denied.contains("FAIL applygate: hold - 1 requirement to meet"), "{denied}");
    assert!(server.happened().is_empty());

    server.say("dee", &format!("/applygate approve {digest}"));
    assert_eq!(
        server.echo(),
        Vec::<String>::new(),
        "Atlantis takes no comment of ours for one of its commands"
    );
    let again = server.comment("carla", "atlantis plan", "Ran Plan");
    assert!(again.contains("applygate: allow"), "a plan with the same effect stays approved: {again}");
    assert_eq!(server.status("applygate/live/prod:default").unwrap().0, "success");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(applied.contains("approved by bo, dee") && applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}

#[test]
fn another_plan_than_the_one_that_was_approved_is_not_applied() {
    let mut config = pasted();
    config["repos"][0]["apply_requirements"] = json!([]);
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("told");
    let steps = config["workflows"]["default"]["apply"]["steps"].as_array_mut().unwrap();
    steps.insert(0, json!({"run": format!("env > '{}'", told.display())}));
    let settings = [("ATLANTIS_SHARE_PLAN_DIR", folder.path().to_str().unwrap())];
    let Some(server) = Server::start(&config, &settings, &["live/prod"]) else { return };
    server.open();
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("**Apply Error**") && denied.contains("0 of 2 approvals"), "{denied}");
    assert_eq!(told_in(&told), TOLD, "the emulation of a step tells what the server tells");
    server.approve("bo");
    server.approve("dee");
    let other = server.comment("carla", "atlantis plan -- -var release=two", "Ran Plan");
    assert!(other.contains("0 of 2 approvals"), "{other}");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("**Apply Error**") && denied.contains("0 of 2 approvals"), "{denied}");
    server.comment("carla", "atlantis plan", "Ran Plan");
    server.approve("bo");
    server.approve("dee");
    let own = server.comment("dee", "atlantis apply -d live/prod", "Ran Apply");
    assert!(own.contains("dee approved it, and so does not apply"), "{own}");
    assert!(server.happened().is_empty());
    let applied = server.comment("carla", "atlantis apply -d live/prod", "Ran Apply");
    assert!(applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}

#[test]
fn a_hold_is_a_failed_policy_which_its_owners_can_lift_and_the_gate_cannot_be_lifted() {
    let mut config = pasted();
    config["repos"][0]["apply_requirements"] = json!([]);
    config["repos"][0]["custom_policy_check"] = json!(true);
    config["workflows"]["default"]["policy_check"] =
        documented(1)["workflows"]["default"]["policy_check"].clone();
    let set = json!({"name": "applygate", "path": "unused", "source": "local"});
    config["policies"] = json!({"owners": {"users": ["carla"]}, "policy_sets": [set]});
    let settings = [("ATLANTIS_ENABLE_POLICY_CHECKS", "true")];
    let Some(server) = Server::start(&config, &settings, &["live/prod"]) else { return };
    server.open();
    let check = server.answer(0, "Ran Policy Check");
    assert!(check.contains("**Policy Check Failed**"), "{check}");
    assert!(check.contains("FAIL - live/prod:default - approval.high: 2 of 2 approvals missing"), "{check}");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("All policies must pass"), "{denied}");
    server.comment("carla", "atlantis approve_policies", "Approved Policies");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(denied.contains("**Apply Error**") && denied.contains("0 of 2 approvals"), "{denied}");
    assert!(server.happened().is_empty());

    server.approve("bo");
    server.approve("dee");
    let from = server.comments().len();
    server.comment("carla", "atlantis plan", "Ran Plan");
    let check = server.answer(from, "Ran Policy Check");
    assert!(check.contains("PASS - live/prod:default") && !check.contains("Failed"), "{check}");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}

#[test]
fn a_plan_that_is_denied_cannot_be_applied_until_it_is_made_anew() {
    let mut config = pasted();
    config["repos"][0]["apply_requirements"] = json!([]);
    let steps = &mut config["workflows"]["default"]["plan"]["steps"];
    steps[2] = json!({"run": "applygate atlantis plan --fail-on hold"});
    let Some(server) = Server::start(&config, &[], &["live/prod"]) else { return };
    let denied = server.open();
    assert!(denied.contains("**Plan Error**") && denied.contains("FAIL applygate: hold"), "{denied}");
    server.approve("bo");
    server.approve("dee");
    let refused = server.comment("carla", "atlantis apply", "cannot be applied");
    assert!(server.happened().is_empty(), "{refused}");
    let plan = server.comment("carla", "atlantis plan", "Ran Plan");
    assert!(plan.contains("applygate: allow"), "{plan}");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
}

#[test]
fn projects_that_are_planned_at_the_same_time_share_one_comment_and_are_approved_each_by_itself() {
    let mut config = pasted();
    config["repos"][0]["apply_requirements"] = json!([]);
    let settings = [("ATLANTIS_PARALLEL_PLAN", "true"), ("ATLANTIS_PARALLEL_APPLY", "true")];
    let roots = ["live/blue", "live/green", "live/prod"];
    let Some(server) = Server::start(&config, &settings, &roots) else { return };
    // As far away as GitHub is: all look for a comment before any has written one.
    server.github.with(|state| state.latency = Duration::from_millis(150));
    let plan = server.open();
    assert!(plan.contains("Ran Plan for 3 projects") && plan.contains("3 with changes"), "{plan}");
    for root in roots {
        let (state, words) = server.status(&format!("applygate/{root}:default")).unwrap();
        assert!(state == "pending" && words.contains(" digest "), "{root}: {state} {words}");
    }
    assert_eq!(server.status("applygate").unwrap().0, "pending");
    let mut ours = server.comments();
    ours.retain(|body| body.contains("<!-- applygate -->"));
    assert_eq!(ours.len(), 1, "{ours:#?}");
    assert!(ours[0].matches("**hold** `live/").count() == 2, "the other two: {}", ours[0]);

    server.approve("bo");
    server.approve("dee");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    assert!(applied.contains("3 projects, 3 successful"), "{applied}");
    assert_eq!(server.happened(), ["one", "one", "one"]);
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}
