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
#[path = "atlantis_server/server.rs"]
mod server;

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

/// What an operator pastes.
const REPOS: &str = "
repos:
- id: /.*/
  branch: /^main$/
workflows:
  default:
    plan:
      steps:
      - init
      - plan
      - run: applygate atlantis plan
    apply:
      steps:
      - run: applygate atlantis apply
      - apply
";

/// The same with a policy check.
const CHECKED: &str = "
repos:
- id: /.*/
  branch: /^main$/
  policy_check: true
  custom_policy_check: true
policies:
  owners:
    users:
    - dee
  policy_sets:
  - name: applygate
    path: unused
    source: local
workflows:
  default:
    plan:
      steps:
      - init
      - plan
      - run: applygate atlantis plan
    policy_check:
      steps:
      - run: applygate atlantis policy-check
    apply:
      steps:
      - run: applygate atlantis apply
      - apply
";

#[test]
fn atlantis_applies_what_was_approved_and_nothing_before() {
    let Some(server) = Server::start(REPOS, OPEN, MODULE) else { return };
    let plan = server.open();
    println!("{plan}");
    println!("{:#?}", server.comments());
    assert!(plan.contains("0 of 2 approvals"), "{plan}");
    assert!(server.comments().iter().any(|body| body.contains("<!-- applygate")), "{:#?}", server.comments());

    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    println!("{denied}");
    assert!(denied.contains("**Apply Error**") && denied.contains("0 of 2 approvals"), "{denied}");
    assert!(server.happened().is_empty());

    server.approve();
    let again = server.comment("carla", "atlantis plan", "Ran Plan");
    println!("{again}");
    assert!(again.contains("applygate: allow"), "a plan with the same effect stays approved: {again}");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    println!("{applied}");
    assert!(applied.contains("applygate: allow") && applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
    println!("{:#?}", server.github.calls());
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}

#[test]
fn atlantis_does_not_apply_another_plan_than_the_one_that_was_approved() {
    let Some(server) = Server::start(REPOS, OPEN, MODULE) else { return };
    server.open();
    server.approve();
    let other = server.comment("carla", "atlantis plan -- -var release=two", "Ran Plan");
    println!("{other}");
    assert!(other.contains("0 of 2 approvals"), "{other}");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    println!("{denied}");
    assert!(denied.contains("**Apply Error**") && denied.contains("0 of 2 approvals"), "{denied}");
    assert!(server.happened().is_empty());
    server.comment("carla", "atlantis plan", "Ran Plan");
    server.approve();
    let own = server.comment("dee", "atlantis apply -d live/prod", "Ran Apply");
    assert!(own.contains("dee approved it, and so does not apply"), "{own}");
    assert!(server.happened().is_empty());
    let applied = server.comment("carla", "atlantis apply -d live/prod", "Ran Apply");
    assert!(applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
}

#[test]
fn a_hold_is_a_failed_policy_in_atlantis() {
    let Some(server) = Server::start(CHECKED, OPEN, MODULE) else { return };
    server.open();
    let check = server.answer(0, "Ran Policy Check");
    println!("{check}");
    assert!(check.contains("FAIL - live/prod:default - approval.high: 2 of 2 approvals missing"), "{check}");
    let denied = server.comment("carla", "atlantis apply", "Ran Apply");
    println!("{denied}");
    assert!(server.happened().is_empty());
    server.approve();
    let from = server.comments().len();
    server.comment("carla", "atlantis plan", "Ran Plan");
    let check = server.answer(from, "Ran Policy Check");
    println!("{check}");
    assert!(!check.contains("FAIL"), "{check}");
    let applied = server.comment("carla", "atlantis apply", "Ran Apply");
    println!("{applied}");
    assert!(applied.contains("Apply complete!"), "{applied}");
    assert_eq!(server.happened(), ["one"]);
    assert_eq!(server.github.unknown(), Vec::<String>::new());
}
