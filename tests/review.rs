//! `applygate review`, the whole command, on a pull request of a GitHub that lives in this process.

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

#[path = "review/action.rs"]
mod action;
#[path = "review/attacks.rs"]
mod attacks;
#[path = "review/deciding.rs"]
mod deciding;
#[path = "review/elsewhere.rs"]
mod elsewhere;
#[path = "review/every_fault.rs"]
mod every_fault;
mod fake_github;
#[path = "review/faults.rs"]
mod faults;
#[path = "review/goalposts.rs"]
mod goalposts;
#[path = "review/hostile.rs"]
mod hostile;
#[path = "formats/plan.rs"]
mod hostile_plan;
#[path = "review/people.rs"]
mod people;
#[path = "review/picture.rs"]
mod picture;
#[path = "review/projects.rs"]
mod projects;
#[path = "review/proposal.rs"]
mod proposal;
#[path = "review/runner.rs"]
mod runner;
#[path = "review/several.rs"]
mod several;
#[path = "review/updates.rs"]
mod updates;
#[path = "formats/validity.rs"]
mod validity;

use std::path::PathBuf;
use std::process::{Command, Output};

use fake_github::{Comment, FakeGithub, PullScene, State, Status};
use jiff::Timestamp;
use serde_json::Value;

const TOKEN: &str = "ghs_TopSecretToken";
/// A plan of high risk that nothing prohibits.
const HIGH: &str = "fixtures/plans/rds-module-removed/plan.json";
/// A plan of medium risk.
const MEDIUM: &str = "fixtures/plans/removed-block-forget/plan.json";

/// Two windows of which one is open at any time.
const OPEN: &str = r#"
window "from-midnight" {
  timezone = "UTC"
  weekly {
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    at   = "00:00"
  }
  duration = "18h"
}
window "from-noon" {
  timezone = "UTC"
  weekly {
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    at   = "12:00"
  }
  duration = "18h"
}
"#;

/// Pull request 7 of `acme/infra`, by ana; bo and dee may write, eve may read. It is now, as this machine has it.
fn scene(state: &mut State) {
    state.now = now();
    state
        .repo("acme/infra")
        .permission("bo", "write")
        .permission("dee", "maintain")
        .permission("eve", "read")
        .permission("ci[bot]", "write")
        .open_pull(7, "ana")
        .later(5);
}

/// The same, with a policy at base.
fn with_policy(policy: &'static str) -> impl FnOnce(&mut State) {
    move |state| {
        scene(state);
        state.repo("acme/infra").file("main", "applygate.hcl", policy);
    }
}

/// What time this machine has, in whole seconds.
fn now() -> Timestamp {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap()
}

/// Returns a plan as if it had just been made: an old one is not applied.
fn planned_now(plan: &str) -> String {
    let text = std::fs::read_to_string(format!("{}/{plan}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (before, rest) = text.split_once("\"timestamp\":\"").unwrap();
    let (_, after) = rest.split_once('"').unwrap();
    format!("{before}\"timestamp\":\"{}\"{after}", now())
}

/// A run of the command.
struct Review {
    command: Command,
    plans: Vec<String>,
    /// What is printed.
    format: String,
    /// Where the plan lies: in no repository.
    folder: tempfile::TempDir,
}

impl Review {
    fn of(github: &FakeGithub, plan: &str) -> Review {
        Review::bare(github, plan).with(&["--dir", "live/prod", "--workspace", "default"])
    }

    /// Says nothing of the place.
    fn bare(github: &FakeGithub, plan: &str) -> Review {
        let mut review = Review::nowhere(plan);
        review.command.args(["--repo", "acme/infra", "--pr", "7"]);
        review.command.env("GITHUB_API_URL", github.api()).env("GITHUB_TOKEN", TOKEN);
        review
    }

    /// Several plans, each in its directory of a repository.
    fn several(github: &FakeGithub, plans: &[(&str, &str)]) -> Review {
        let mut review = Review::bare(github, HIGH);
        let top = review.folder.path().to_owned();
        assert!(Command::new("git").args(["init", "-q"]).current_dir(&top).status().unwrap().success());
        std::fs::remove_file(top.join("plan.json")).unwrap();
        review.plans.clear();
        for (directory, plan) in plans {
            std::fs::create_dir_all(top.join(directory)).unwrap();
            std::fs::write(top.join(directory).join("main.tf"), "# nothing\n").unwrap();
            let file = format!("{directory}/plan.json");
            std::fs::write(top.join(&file), planned_now(plan)).unwrap();
            review.plans.push(file);
        }
        review
    }

    fn offline(plan: &str) -> Review {
        Review::nowhere(plan).with(&["--dir", "live/prod", "--workspace", "default"])
    }

    /// Prints what a person reads.
    fn as_text(github: &FakeGithub, plan: &str) -> Review {
        let mut review = Review::nowhere_in(plan, "text");
        review.command.args(["--repo", "acme/infra", "--pr", "7"]);
        review.command.env("GITHUB_API_URL", github.api()).env("GITHUB_TOKEN", TOKEN);
        review.with(&["--dir", "live/prod", "--workspace", "default"])
    }

    fn nowhere(plan: &str) -> Review {
        Review::nowhere_in(plan, "json")
    }

    fn nowhere_in(plan: &str, format: &str) -> Review {
        let mut command = Command::new(env!("CARGO_BIN_EXE_applygate"));
        for (name, _) in std::env::vars() {
            if name.starts_with("GITHUB_") || name.starts_with("APPLYGATE_") || name.starts_with("TF_") {
                command.env_remove(name);
            }
        }
        let folder = folder();
        std::fs::write(path(&folder, "plan.json"), planned_now(plan)).unwrap();
        command.current_dir(folder.path());
        command.arg("review");
        Review { command, plans: vec!["plan.json".to_owned()], format: format.to_owned(), folder }
    }

    fn with(mut self, arguments: &[&str]) -> Review {
        self.command.args(arguments);
        self
    }

    fn format(mut self, format: &str) -> Review {
        format.clone_into(&mut self.format);
        self
    }

    fn env(mut self, name: &str, value: &str) -> Review {
        self.command.env(name, value);
        self
    }

    fn run(self) -> Ended {
        self.keep().0
    }

    /// Runs, and keeps the folder.
    fn keep(mut self) -> (Ended, tempfile::TempDir) {
        let Output { status, stdout, stderr } =
            self.command.args(&self.plans).args(["--format", self.format.as_str()]).output().unwrap();
        let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert!(!out.contains(TOKEN) && !err.contains(TOKEN), "the token is shown");
        (Ended { status: status.code().unwrap(), out, err }, self.folder)
    }
}

/// How a run ended.
#[derive(Debug)]
struct Ended {
    status: i32,
    out: String,
    err: String,
}

impl Ended {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {} {}", self.out, self.err))
    }

    /// Returns the requirements that are not met, by kind.
    fn unmet(&self) -> Vec<String> {
        let json = self.json();
        let all = json["requirements"].as_array().unwrap().clone();
        let unmet = all.iter().filter(|demand| demand["met"] == Value::Bool(false));
        let mut kinds: Vec<String> =
            unmet.map(|demand| demand["kind"].as_str().unwrap().to_owned()).collect();
        kinds.dedup();
        kinds
    }
}

fn review(github: &FakeGithub) -> Ended {
    Review::of(github, HIGH).run()
}

/// Lets people do something on the pull request.
fn act(github: &FakeGithub, act: impl FnOnce(PullScene<'_>)) {
    github.with(|state| act(state.pull("acme/infra", 7).later(5)));
}

fn head(github: &FakeGithub) -> String {
    github.with(|state| state.repositories["acme/infra"].pulls[&7].head().to_owned())
}

/// Our comments.
fn comments(github: &FakeGithub) -> Vec<Comment> {
    github.with(|state| {
        let comments = &state.repositories["acme/infra"].pulls[&7].comments;
        let ours = comments.iter().filter(|one| one.user.as_deref() == Some("github-actions[bot]"));
        ours.cloned().collect()
    })
}

fn comment(github: &FakeGithub) -> String {
    let comments = comments(github);
    assert_eq!(comments.len(), 1, "one comment");
    comments[0].body.clone()
}

/// The newest of our statuses on the head.
fn status(github: &FakeGithub) -> Status {
    let head = head(github);
    github.with(|state| {
        let statuses = &state.repositories["acme/infra"].statuses[&head];
        statuses.iter().rfind(|one| one.context == "applygate/live/prod:default").unwrap().clone()
    })
}

/// The conclusion of the newest check run on the head.
fn conclusion(github: &FakeGithub) -> String {
    let head = head(github);
    github.with(|state| {
        state.repositories["acme/infra"].checks[&head].last().unwrap().conclusion.clone().unwrap()
    })
}

/// The digits that the comment asks for.
fn digits(github: &FakeGithub) -> String {
    let comment = comment(github);
    let (_, rest) = comment.split_once("/applygate approve ").expect("the comment says how to approve");
    rest.lines().next().unwrap().to_owned()
}

/// Prepares a run on a plan that was made here.
fn planned(github: &FakeGithub, plan: &Value) -> Review {
    let review = Review::of(github, HIGH);
    std::fs::write(path(&review.folder, "plan.json"), plan.to_string()).unwrap();
    review
}

/// The approval digest of what was reviewed last.
fn review_digest(github: &FakeGithub) -> String {
    status(github).description.unwrap().rsplit_once(" digest ").unwrap().1.to_owned()
}

/// A directory of this run alone.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn path(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    folder.path().join(name)
}
