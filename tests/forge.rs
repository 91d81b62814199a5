//! Facts are gathered from GitHub whole or not at all, and a verdict is published once, whatever goes wrong.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

#[path = "forge/approving.rs"]
mod approving;
#[path = "forge/credentials.rs"]
mod credentials;
mod fake_github;
#[path = "forge/faults.rs"]
mod faults;
#[path = "forge/gathering.rs"]
mod gathering;
#[path = "forge/publishing.rs"]
mod publishing;

use std::time::Duration;

use applygate::facts::Facts;
use applygate::forge::{Credentials, Github, Patience, Repo, Wanted};
use applygate::problem::Problem;
use fake_github::{FakeGithub, State};
use secrecy::SecretString;

/// Waits that a test can afford.
const PATIENCE: Patience = Patience {
    tries: 3,
    first_wait: Duration::from_millis(1),
    longest_wait: Duration::from_millis(100),
    timeout: Duration::from_secs(20),
};

/// The secret that must not be seen anywhere.
const TOKEN: &str = "ghs_TopSecretToken";

/// Connects to the fake, on pull request 7 of `acme/infra`.
fn connect(github: &FakeGithub) -> Github {
    connect_with(github, PATIENCE)
}

fn connect_with(github: &FakeGithub, patience: Patience) -> Github {
    let credentials = Credentials::Token(SecretString::from(TOKEN.to_owned()));
    Github::connect(&github.api(), credentials, Repo::parse("acme/infra").unwrap(), 7, patience).unwrap()
}

/// What an ordinary policy wants to know.
fn wanted(teams: &[&str]) -> Wanted {
    Wanted {
        teams: teams.iter().map(|team| (*team).to_owned()).collect(),
        planned: None,
        machine: "2026-11-21T12:00:03Z".parse().unwrap(),
        starter: None,
    }
}

fn gather(github: &FakeGithub, teams: &[&str]) -> Result<Facts, Problem> {
    connect(github).gather(&wanted(teams))
}

/// An ordinary pull request: two approved, one of them explicitly, after the plan was shown.
fn ordinary(scene: &mut State) {
    scene.team("acme/dba", &["bo", "cy"]).team("acme/senior", &["dee", "bo"]);
    scene
        .repo("acme/infra")
        .permission("bo", "write")
        .permission("dee", "maintain")
        .permission("eve", "read");
    scene
        .repo("acme/infra")
        .open_pull(7, "ana")
        .set(|pull| pull.labels.push("network".to_owned()))
        .later(60)
        .push("ana", "Name the subnet\n\nCo-authored-by: Cy <cy@example.com>")
        .renames("live/prod/old.tf", "live/prod/new.tf")
        .later(60)
        .status("github-actions[bot]", "applygate/live/prod:default", "pending", &shown("hold: high risk"))
        .status("ci[bot]", "build", "success", "built")
        .later(60)
        .review("dee", "APPROVED")
        .review("eve", "COMMENTED")
        .comment("bo", "/applygate approve 0123456789ab\r\nlooks right")
        .comment("eve", "nice")
        .later(60);
    scene.repo("acme/infra").moves("main", "cy", &["live/dev/main.tf"]);
}

/// A digest as it stands in a status.
const DIGEST: &str = "aa1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn shown(words: &str) -> String {
    format!("{words} digest {DIGEST}")
}
