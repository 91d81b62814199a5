//! The same with the real `terraform`, where there is one: `terraform_data` needs neither a provider nor a network.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::atlantis::Project;
use crate::{Ended, OPEN, Stage};

/// A resource that runs a command when it is created. What that does is not in the plan, so it is of high risk.
const MODULE: &str = r#"
variable "release" {
  type    = string
  default = "one"
}

resource "terraform_data" "release" {
  input = var.release

  provisioner "local-exec" {
    command = "echo ${self.input} >> happened"
  }
}
"#;

/// A checkout in which Terraform plans by itself.
struct Real {
    project: Project,
}

impl Real {
    /// None, and says so, where there is no `terraform`.
    fn new() -> Option<Real> {
        let Some(version) = version() else {
            println!("skipped: there is no `terraform` on the PATH");
            return None;
        };
        let mut project = Project::of(Stage::set(OPEN, |state| {
            state.repo("acme/infra").file("main", "live/prod/main.tf", "");
        }));
        project.version = version;
        fs::write(project.directory.join("main.tf"), MODULE).unwrap();
        let real = Real { project };
        real.terraform(&["init", "-input=false"]);
        Some(real)
    }

    fn terraform(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("terraform");
        let ended =
            clean(&mut command).current_dir(&self.project.directory).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).into_owned();
        assert!(ended.status.success(), "terraform {arguments:?}: {said}");
        said
    }

    /// What the `plan` step of Atlantis does.
    fn replan(&self, release: &str) {
        // Of two plans that are shown within one second nobody can tell which was approved.
        self.project.stage.act(|_| {});
        let (variable, out) =
            (format!("release={release}"), format!("-out={}", self.project.plan_file().display()));
        self.terraform(&["plan", "-input=false", "-refresh", "-var", &variable, &out]);
    }

    /// What the `apply` step of Atlantis does.
    fn apply(&self) {
        self.terraform(&["apply", "-input=false", self.project.plan_file().to_str().unwrap()]);
    }

    fn approve(&self) {
        self.project.stage.act(|pull| {
            pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
        });
    }

    /// Runs the gate with the apply in it.
    fn exec(&self) -> Ended {
        let mut arguments = vec!["default.tfplan", "--dir", "live/prod", "--deployer", "carla"];
        arguments.extend([
            "--format",
            "json",
            "--exec",
            "--",
            "terraform",
            "apply",
            "-input=false",
            "{plan}",
        ]);
        let mut run = self.project.stage.command("gate", &arguments);
        run.command.current_dir(&self.project.directory);
        run.end()
    }

    /// Returns the releases that were made.
    fn happened(&self) -> Vec<String> {
        let text = fs::read_to_string(self.project.directory.join("happened")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}

/// Takes out of the environment what would change what Terraform does.
fn clean(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TF_")) {
        command.env_remove(name);
    }
    command
}

fn version() -> Option<String> {
    let ended = clean(&mut Command::new("terraform")).args(["version", "-json"]).output().ok()?;
    let said: Value = serde_json::from_slice(&ended.stdout).ok()?;
    said["terraform_version"].as_str().map(str::to_owned)
}

#[test]
fn what_terraform_planned_is_applied_once_it_is_approved() {
    let Some(real) = Real::new() else { return };
    real.replan("one");
    let plan = real.project.plan();
    assert!(plan.passes() && plan.output.contains("0 of 2 approvals"), "{plan:?}");
    let apply = real.project.apply();
    assert!(apply.failed && apply.denies(), "{apply:?}");
    real.approve();
    let apply = real.project.apply();
    assert!(apply.passes() && apply.output.contains("approved by bo, dee"), "{apply:?}");
    assert!(real.happened().is_empty(), "the gate itself applies nothing");
    real.apply();
    assert_eq!(real.happened(), ["one"]);
    assert_eq!(real.project.stage.github.unknown(), Vec::<String>::new());
}

#[test]
fn another_plan_of_terraform_is_approved_only_if_it_does_the_same() {
    let Some(real) = Real::new() else { return };
    real.replan("one");
    real.project.plan();
    real.approve();
    let first = fs::read(real.project.plan_file()).unwrap();
    // Within the same second Terraform would write the same file.
    std::thread::sleep(Duration::from_millis(1100));
    real.replan("one");
    assert!(fs::read(real.project.plan_file()).unwrap() != first, "it was planned anew");
    let apply = real.project.apply();
    assert!(apply.passes(), "{apply:?}");
    real.replan("two");
    let apply = real.project.apply();
    assert!(apply.failed && apply.output.contains("something else than any that was shown"), "{apply:?}");
    let plan = real.project.plan();
    assert!(plan.passes() && plan.output.contains("0 of 2 approvals"), "{plan:?}");
    assert!(real.project.apply().failed);
    real.replan("one");
    assert!(real.project.plan().passes());
    real.approve();
    let apply = real.project.apply();
    assert!(apply.passes(), "{apply:?}");
    real.apply();
    assert_eq!(real.happened(), ["one"]);
}

#[test]
fn the_gate_lets_terraform_apply_the_copy_that_it_judged() {
    let Some(real) = Real::new() else { return };
    real.replan("one");
    assert!(real.project.plan().passes());
    let held = real.exec();
    assert_eq!(held.status, 3, "{held:?}");
    assert!(real.happened().is_empty());
    real.approve();
    let applied = real.exec();
    assert_eq!(applied.status, 0, "{applied:?}");
    assert_eq!(real.happened(), ["one"]);
    let again = real.exec();
    assert_ne!(again.status, 0, "Terraform refuses a plan of a state that is not there any more: {again:?}");
    assert_eq!(real.happened(), ["one"]);
    let state = fs::read_to_string(Path::new(&real.project.directory).join("terraform.tfstate")).unwrap();
    assert!(state.contains("\"terraform_data\""), "{state}");
}
