//! Which pull request is meant, and with which right: from the arguments, else from what the runner says.

use std::fs;
use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;
use serde_json::Value;

use super::super::cli::Runner;
use super::super::clock;
use crate::atlantis;
use crate::forge::{AppKey, Credentials, Github, Patience, Repo};
use crate::problem::{Code, Problem};

/// Events of GitHub are no longer than this, in bytes.
const MAX_EVENT: u64 = 32 << 20;
/// The most seconds that somebody may want to wait for GitHub between two tries.
const MOST_PATIENCE: u64 = 3_600;
const PUBLIC: &str = "https://api.github.com";

/// A pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) struct Target {
    pub(in crate::commands) repo: Repo,
    pub(in crate::commands) which: Which,
    /// The commit the plan was made of, where somebody says it.
    pub(in crate::commands) head: Option<String>,
    /// What this runs in.
    pub(in crate::commands) runner: Runner,
}

/// How a pull request is told from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) enum Which {
    /// By its number.
    Number(u64),
    /// By the commit that its merge made.
    Merge(String),
}

/// What somebody says of a pull request.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Said<'a> {
    pub(in crate::commands) repo: Option<&'a str>,
    pub(in crate::commands) pr: Option<u64>,
    pub(in crate::commands) head: Option<&'a str>,
    pub(in crate::commands) runner: Runner,
}

/// Finds the pull request.
///
/// # Errors
///
/// Neither the arguments nor the runner name one.
pub(in crate::commands) fn find(said: Said<'_>) -> Result<Target, Problem> {
    let repo = said.repo.map(str::to_owned).or_else(|| variable("GITHUB_REPOSITORY")).ok_or_else(|| {
        Problem::new(Code::NotFound, "it is not known which repository is meant")
            .help("name it with `--repo OWNER/NAME`; in GitHub Actions it is found")
    })?;
    let repo = Repo::parse(&repo)?;
    let event = match said.pr {
        Some(number) => Event { which: Which::Number(number), head: None },
        None => {
            let path = variable("GITHUB_EVENT_PATH").ok_or_else(|| {
                Problem::new(Code::NotFound, "it is not known which pull request is meant")
                    .help("name it with `--pr N`; in GitHub Actions it is found")
            })?;
            event(Path::new(&path))?
        }
    };
    Ok(Target {
        repo,
        which: event.which,
        head: said.head.map(str::to_owned).or(event.head),
        runner: said.runner,
    })
}

/// Prepares to talk about it.
///
/// # Errors
///
/// No token, or an address or token that cannot be one.
pub(in crate::commands) fn connect(target: &Target) -> Result<Github, Problem> {
    let patience = patience()?;
    let address = address_for(target.runner);
    let github = |number| {
        Github::connect(&address, credentials_for(target.runner)?, target.repo.clone(), number, patience)
    };
    match &target.which {
        Which::Number(number) => github(*number),
        Which::Merge(commit) => {
            let mut github = github(0)?;
            github.turn_to_merge(commit)?;
            Ok(github)
        }
    }
}

/// Returns how long to wait for GitHub.
fn patience() -> Result<Patience, Problem> {
    let usual = Patience::default();
    let Some(text) = variable("APPLYGATE_PATIENCE") else { return Ok(usual) };
    let longest = text.parse().ok().filter(|seconds| *seconds <= MOST_PATIENCE).map(Duration::from_secs);
    let longest_wait = longest.ok_or_else(|| {
        let message = format!("`APPLYGATE_PATIENCE` is `{text}`, which is no number of seconds");
        Problem::new(Code::ForgeUnavailable, message)
            .help(format!("set it to a whole number up to {MOST_PATIENCE}, or leave it out"))
    })?;
    Ok(Patience { longest_wait, first_wait: usual.first_wait.min(longest_wait), ..usual })
}

/// Returns where the API is.
pub(in crate::commands) fn address() -> String {
    variable("GITHUB_API_URL").unwrap_or_else(|| PUBLIC.to_owned())
}

/// Returns where the API is, for what this runs in: Atlantis knows the server it talks to.
fn address_for(runner: Runner) -> String {
    let of_atlantis = || atlantis::api_of(&variable("ATLANTIS_GH_HOSTNAME")?);
    match runner {
        Runner::Any => address(),
        Runner::Atlantis => variable("GITHUB_API_URL").or_else(of_atlantis).unwrap_or_else(address),
    }
}

/// Returns the token or key for what this runs in: our own, else that of Atlantis.
fn credentials_for(runner: Runner) -> Result<Credentials, Problem> {
    let own = credentials();
    match (own, runner) {
        (Err(_), Runner::Atlantis) if none_of(&["APPLYGATE_APP_ID", "APPLYGATE_APP_KEY"]) => of_atlantis(),
        (own, _) => own,
    }
}

fn none_of(names: &[&str]) -> bool {
    names.iter().all(|name| variable(name).is_none())
}

fn of_atlantis() -> Result<Credentials, Problem> {
    if let Some(token) = variable("ATLANTIS_GH_TOKEN") {
        return Ok(Credentials::Token(SecretString::from(token)));
    }
    let key = match variable("ATLANTIS_GH_APP_KEY_FILE") {
        Some(file) => Some(fs::read_to_string(&file).map_err(|error| {
            Problem::new(Code::TokenRefused, format!("cannot read the key of the App `{file}`: {error}"))
                .help("let the user that Atlantis runs as read it, or set `APPLYGATE_APP_KEY`")
        })?),
        None => variable("ATLANTIS_GH_APP_KEY"),
    };
    match (variable("ATLANTIS_GH_APP_ID"), key) {
        (Some(id), Some(key)) => {
            Ok(Credentials::App(AppKey { id, key: SecretString::from(key), now: clock::machine().now }))
        }
        _ => Err(Problem::new(Code::TokenRefused, "there is no token for GitHub").help(
            "set `APPLYGATE_GITHUB_TOKEN`, or `APPLYGATE_APP_ID` and `APPLYGATE_APP_KEY`, in the environment of Atlantis; \
             those of Atlantis itself are taken where it gets them by its environment",
        )),
    }
}

/// Returns the token, or the key of the App.
///
/// # Errors
///
/// Neither is there.
pub(in crate::commands) fn credentials() -> Result<Credentials, Problem> {
    if let Some(token) = variable("APPLYGATE_GITHUB_TOKEN").or_else(|| variable("GITHUB_TOKEN")) {
        return Ok(Credentials::Token(SecretString::from(token)));
    }
    match (variable("APPLYGATE_APP_ID"), variable("APPLYGATE_APP_KEY")) {
        (Some(id), Some(key)) => {
            Ok(Credentials::App(AppKey { id, key: SecretString::from(key), now: clock::machine().now }))
        }
        (None, None) => Err(Problem::new(Code::TokenRefused, "there is no token for GitHub").help(
            "set `GITHUB_TOKEN`, or `APPLYGATE_APP_ID` and `APPLYGATE_APP_KEY` for a GitHub App; \
             `--facts FILE` needs none",
        )),
        _ => Err(Problem::new(Code::TokenRefused, "of the GitHub App only a half is there")
            .help("set both `APPLYGATE_APP_ID` and `APPLYGATE_APP_KEY`")),
    }
}

/// Returns a variable of the environment that says something.
pub(in crate::commands) fn variable(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, at the edge")]
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    which: Which,
    head: Option<String>,
}

fn event(path: &Path) -> Result<Event, Problem> {
    let shown = path.display();
    let unreadable = |why: &dyn std::fmt::Display| {
        Problem::new(Code::InputUnreadable, format!("cannot read the event `{shown}`: {why}"))
            .help("name the pull request with `--pr N`")
    };
    let length = fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if length > MAX_EVENT {
        return Err(unreadable(&"it is too large"));
    }
    let text = fs::read(path).map_err(|error| unreadable(&error))?;
    let event: Value = serde_json::from_slice(&text).map_err(|error| unreadable(&error))?;
    read(&event).ok_or_else(|| {
        Problem::new(Code::NotFound, "the event that started this run is about no pull request").help(
            "run it on pull_request, pull_request_review, issue_comment, workflow_run or push, or name `--pr N`",
        )
    })
}

/// Reads the payload of an event: `pull_request`, `pull_request_review`, `issue_comment` on a pull request, or
/// `workflow_run` of exactly one, or `push` of the merge of one.
fn read(event: &Value) -> Option<Event> {
    let text = |pointer: &str| event.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let number = |pointer: &str| event.pointer(pointer).and_then(Value::as_u64);
    if let Some(number) = number("/pull_request/number") {
        return Some(Event { which: Which::Number(number), head: text("/pull_request/head/sha") });
    }
    if event.pointer("/issue/pull_request").is_some_and(Value::is_object) {
        return Some(Event { which: Which::Number(number("/issue/number")?), head: None });
    }
    let pushed = text("/after").filter(|commit| commit.bytes().any(|byte| byte != b'0'));
    if let (Some(pushed), Some(true)) = (pushed, text("/ref").map(|name| name.starts_with("refs/heads/"))) {
        return Some(Event { which: Which::Merge(pushed), head: None });
    }
    match event.pointer("/workflow_run/pull_requests")?.as_array()?.as_slice() {
        [one] => Some(Event {
            which: Which::Number(one.get("number")?.as_u64()?),
            head: text("/workflow_run/head_sha"),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Event, Which, read};

    #[test]
    fn an_event_tells_which_pull_request_it_is_about() {
        let found = |number, head: Option<&str>| {
            Some(Event { which: Which::Number(number), head: head.map(str::to_owned) })
        };
        let merge = |commit: &str| Some(Event { which: Which::Merge(commit.to_owned()), head: None });
        let run = |pulls| json!({"workflow_run": {"head_sha": "b", "pull_requests": pulls}});
        for (event, expected) in [
            (json!({"pull_request": {"number": 7, "head": {"sha": "a"}}}), found(7, Some("a"))),
            (json!({"issue": {"number": 8, "pull_request": {"url": "u"}}}), found(8, None)),
            (json!({"issue": {"number": 8}}), None),
            (run(json!([{"number": 9}])), found(9, Some("b"))),
            (run(json!([{"number": 9}, {"number": 10}])), None),
            (run(json!([])), None),
            (json!({"ref": "refs/heads/main"}), None),
            (json!({"ref": "refs/heads/main", "after": "c1"}), merge("c1")),
            (json!({"ref": "refs/heads/main", "after": "0000"}), None),
            (json!({"ref": "refs/tags/v1", "after": "c1"}), None),
            (json!([]), None),
        ] {
            assert_eq!(read(&event), expected, "{event}");
        }
    }
}
