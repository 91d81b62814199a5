//! Which pull request is meant, and with which right: from the arguments, else from what the runner says.

use std::fs;
use std::path::Path;

use secrecy::SecretString;
use serde_json::Value;

use super::super::cli::Review;
use super::super::clock;
use crate::forge::{AppKey, Credentials, Github, Patience, Repo};
use crate::problem::{Code, Problem};

/// Events of GitHub are no longer than this, in bytes.
const MAX_EVENT: u64 = 32 << 20;
const PUBLIC: &str = "https://api.github.com";

/// A pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) repo: Repo,
    pub(super) number: u64,
    /// The commit the plan was made of, where somebody says it.
    pub(super) head: Option<String>,
}

/// Finds the pull request.
///
/// # Errors
///
/// Neither the arguments nor the runner name one.
pub(super) fn find(arguments: &Review) -> Result<Target, Problem> {
    let repo = arguments.repo.clone().or_else(|| variable("GITHUB_REPOSITORY")).ok_or_else(|| {
        Problem::new(Code::NotFound, "it is not known which repository is meant")
            .help("name it with `--repo OWNER/NAME`; in GitHub Actions it is found")
    })?;
    let repo = Repo::parse(&repo)?;
    let event = match arguments.pr {
        Some(number) => Event { number, head: None },
        None => {
            let path = variable("GITHUB_EVENT_PATH").ok_or_else(|| {
                Problem::new(Code::NotFound, "it is not known which pull request is meant")
                    .help("name it with `--pr N`; in GitHub Actions it is found")
            })?;
            event(Path::new(&path))?
        }
    };
    Ok(Target { repo, number: event.number, head: arguments.head.clone().or(event.head) })
}

/// Prepares to talk about it.
///
/// # Errors
///
/// No token, or an address or token that cannot be one.
pub(super) fn connect(target: &Target) -> Result<Github, Problem> {
    let address = variable("GITHUB_API_URL").unwrap_or_else(|| PUBLIC.to_owned());
    Github::connect(&address, credentials()?, target.repo.clone(), target.number, Patience::default())
}

fn credentials() -> Result<Credentials, Problem> {
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
pub(super) fn variable(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, at the edge")]
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    number: u64,
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
            "run it on pull_request, pull_request_review, issue_comment or workflow_run, or name `--pr N`",
        )
    })
}

/// Reads the payload of an event: `pull_request`, `pull_request_review`, `issue_comment` on a pull request, or
/// `workflow_run` of exactly one.
fn read(event: &Value) -> Option<Event> {
    let text = |pointer: &str| event.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let number = |pointer: &str| event.pointer(pointer).and_then(Value::as_u64);
    if let Some(number) = number("/pull_request/number") {
        return Some(Event { number, head: text("/pull_request/head/sha") });
    }
    if event.pointer("/issue/pull_request").is_some_and(Value::is_object) {
        return Some(Event { number: number("/issue/number")?, head: None });
    }
    match event.pointer("/workflow_run/pull_requests")?.as_array()?.as_slice() {
        [one] => Some(Event { number: one.get("number")?.as_u64()?, head: text("/workflow_run/head_sha") }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Event, read};

    #[test]
    fn an_event_tells_which_pull_request_it_is_about() {
        let found = |number, head: Option<&str>| Some(Event { number, head: head.map(str::to_owned) });
        let run = |pulls| json!({"workflow_run": {"head_sha": "b", "pull_requests": pulls}});
        for (event, expected) in [
            (json!({"pull_request": {"number": 7, "head": {"sha": "a"}}}), found(7, Some("a"))),
            (json!({"issue": {"number": 8, "pull_request": {"url": "u"}}}), found(8, None)),
            (json!({"issue": {"number": 8}}), None),
            (run(json!([{"number": 9}])), found(9, Some("b"))),
            (run(json!([{"number": 9}, {"number": 10}])), None),
            (run(json!([])), None),
            (json!({"ref": "refs/heads/main"}), None),
            (json!([]), None),
        ] {
            assert_eq!(read(&event), expected, "{event}");
        }
    }
}
