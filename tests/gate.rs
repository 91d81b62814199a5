//! `applygate gate`, the whole command: a plan file, the tool that shows it, and a GitHub that lives in this process.

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

#[path = "gate/atlantis.rs"]
mod atlantis;
#[path = "gate/elsewhere.rs"]
mod elsewhere;
mod fake_github;
#[path = "support/plan_file.rs"]
mod plan_file;
#[path = "support/run_step.rs"]
mod run_step;
#[path = "gate/runner.rs"]
mod runner;
#[path = "gate/starting.rs"]
mod starting;
#[path = "gate/swapping.rs"]
mod swapping;
#[path = "gate/terraform.rs"]
mod terraform;
#[path = "gate/trying.rs"]
mod trying;

use std::path::PathBuf;
use std::process::{Command, Output};

use fake_github::{FakeGithub, PullScene, State};
use jiff::Timestamp;
use plan_file::{Planned, planned, tool};
use serde_json::Value;

const TOKEN: &str = "ghs_TopSecretToken";
/// A plan of high risk that nothing prohibits.
const HIGH: &str = "rds-module-removed";
/// A plan of medium risk.
const MEDIUM: &str = "removed-block-forget";
/// A plan of low risk.
const LOW: &str = "tags-only";
/// A plan that is prohibited.
const PROHIBITED: &str = "rds-destroy-unguarded-block-deleted";

/// Two windows of which one is open at any time.
const OPEN: &str = include_str!("support/always_open.hcl");

/// A place of work: a pull request by ana, whom bo and dee may approve, and a folder with plans and a `terraform`.
struct Stage {
    github: FakeGithub,
    folder: tempfile::TempDir,
}

impl Stage {
    /// Pull request 7 of `acme/infra`; it is now, as this machine has it.
    fn new(policy: &str) -> Stage {
        Stage::set(policy, |_| {})
    }

    fn set(policy: &str, more: impl FnOnce(&mut State)) -> Stage {
        let github = FakeGithub::start(|state| {
            state.now = now();
            state
                .repo("acme/infra")
                .permission("bo", "write")
                .permission("dee", "maintain")
                .permission("carla", "write")
                .file("main", "applygate.hcl", policy)
                .open_pull(7, "ana")
                .later(5);
            more(state);
        });
        Stage { github, folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lays a plan that was just made at its place, with the tool that shows it.
    fn lay(&self, plan: &Planned) {
        std::fs::write(self.path("tfplan"), &plan.archive).unwrap();
        std::fs::write(self.path("plan.json"), &plan.json).unwrap();
        tool(self.folder.path(), &[plan]);
    }

    /// Lays a plan at its place, and leaves the tools as they are.
    fn lay_file(&self, plan: &Planned) {
        std::fs::write(self.path("tfplan"), &plan.archive).unwrap();
        std::fs::write(self.path(&format!("{}.json", plan_file::hash(&plan.archive))), &plan.json).unwrap();
    }

    /// Shows the plan that lies there in the pull request.
    fn review(&self) -> Ended {
        self.command("review", &["plan.json", "--dir", "live/prod", "--workspace", "default"]).end()
    }

    fn review_as_json(&self) -> Value {
        let arguments = ["plan.json", "--dir", "live/prod", "--workspace", "default", "--format", "json"];
        self.command("review", &arguments).end().json()
    }

    /// Lets something happen after everything was gathered, before the gate looks once more.
    fn at_the_end(&self, act: impl FnOnce(&mut State) + Send + Sync + 'static) {
        self.at_the_third("GET /repos/acme/infra/pulls/7", act);
    }

    /// The same, before this call: it is sent once for the ends of the pull request, once with all that hangs on it, and
    /// then for the last look.
    fn at_the_third(&self, call: &str, act: impl FnOnce(&mut State) + Send + Sync + 'static) {
        self.github.with(|state| {
            let before = state.received.iter().filter(|request| request.call() == call).count();
            state.happens.push((call.to_owned(), before + 3, Box::new(act)));
        });
    }

    /// Shows the plan, and lets two people approve it.
    fn approve(&self) {
        assert_eq!(self.review().status, 3);
        self.act(|pull| {
            pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
        });
    }

    fn gate(&self, more: &[&str]) -> Ended {
        let mut arguments = vec!["tfplan", "--dir", "live/prod", "--deployer", "carla", "--format", "json"];
        arguments.extend(more);
        self.command("gate", &arguments).end()
    }

    fn command(&self, name: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_applygate"));
        for (name, _) in std::env::vars() {
            let foreign = ["GITHUB_", "APPLYGATE_", "TF_", "ATLANTIS_"];
            if foreign.iter().any(|prefix| name.starts_with(prefix)) {
                command.env_remove(name);
            }
        }
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .current_dir(self.folder.path())
            .env("PATH", format!("{}:{path}", self.folder.path().display()))
            .env("GITHUB_API_URL", self.github.api())
            .env("GITHUB_TOKEN", TOKEN)
            .arg(name);
        if !arguments.contains(&"--pr") {
            command.args(["--repo", "acme/infra", "--pr", "7"]);
        }
        command.args(arguments);
        Run { command }
    }

    /// Lets people do something on the pull request.
    fn act(&self, act: impl FnOnce(PullScene<'_>)) {
        self.github.with(|state| act(state.pull("acme/infra", 7).later(5)));
    }

    /// Returns the hashes of the plans that were applied.
    fn applied(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.path("applied")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    fn head(&self) -> String {
        self.github.with(|state| state.repositories["acme/infra"].pulls[&7].head().to_owned())
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap()
}

/// A recorded plan that was just made.
fn fresh(name: &str) -> Planned {
    planned(name, now())
}

/// A run that has not begun.
struct Run {
    command: Command,
}

impl Run {
    fn env(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self
    }

    fn end(mut self) -> Ended {
        let Output { status, stdout, stderr } = self.command.output().unwrap();
        let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert!(!out.contains(TOKEN) && !err.contains(TOKEN), "the token is shown");
        Ended { status: status.code().unwrap(), out, err }
    }
}

/// How a run ended.
struct Ended {
    status: i32,
    out: String,
    err: String,
}

impl std::fmt::Debug for Ended {
    // The end of the document, where requirements and notes stand.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let from = self.out.find("\"requirements\"").unwrap_or(0);
        write!(f, "{} {} {}", self.status, &self.out[from..], self.err)
    }
}

impl Ended {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {} {}", self.out, self.err))
    }

    /// Returns what is not met: its code, else the block that demands it.
    fn unmet(&self) -> Vec<String> {
        let json = self.json();
        let all = json["requirements"].as_array().unwrap_or_else(|| panic!("{json}")).clone();
        let unmet = all.iter().filter(|demand| demand["met"] == Value::Bool(false));
        unmet.map(|one| one["code"].as_str().or(one["block"].as_str()).unwrap_or("?").to_owned()).collect()
    }

    /// Returns what was said of the error.
    fn error(&self) -> String {
        assert_eq!(self.status, 1, "{self:?}");
        format!("{} {}", self.out, self.err)
    }
}
