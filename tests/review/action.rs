//! The steps of `action.yml`, as the runner of GitHub Actions runs them.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::fake_github::FakeGithub;
use crate::{HIGH, OPEN, TOKEN, act, comment, conclusion, head, planned_now, status, with_policy};

/// Returns the steps, with what each runs and the variables that it sets.
fn steps() -> Vec<(String, Vec<(String, String)>)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/action.yml")).unwrap();
    let action: Value = serde_saphyr::from_str(&text).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap().iter();
    steps
        .map(|step| {
            assert_eq!(step["shell"].as_str(), Some("bash"));
            let variables = step.get("env").and_then(Value::as_object).into_iter().flat_map(|all| all.iter());
            let variables = variables.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
            (step["run"].as_str().unwrap().to_owned(), variables.collect())
        })
        .collect()
}

/// Runs the action with these inputs in a work tree of its own; what is not given has its default.
fn run(github: &FakeGithub, given: &[(&str, &str)]) -> (i32, String) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/action.yml")).unwrap();
    let action: Value = serde_saphyr::from_str(&text).unwrap();
    let input = |name: &str| -> String {
        let default = action["inputs"][name].get("default").and_then(Value::as_str).unwrap_or_default();
        let value = given.iter().find(|(known, _)| *known == name).map_or(default, |(_, value)| value);
        value.replace("${{ github.token }}", TOKEN)
    };
    let folder = crate::folder();
    let config = folder.path().join("change/live/prod");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("main.tf"), "# nothing\n").unwrap();
    std::fs::write(folder.path().join("-plan.json"), planned_now(HIGH)).unwrap();
    let event = format!(r#"{{"pull_request": {{"number": 7, "head": {{"sha": "{}"}}}}}}"#, head(github));
    std::fs::write(folder.path().join("event.json"), event).unwrap();
    let binaries = Path::new(env!("CARGO_BIN_EXE_applygate")).parent().unwrap();
    let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap());
    let mut last = (0, String::new());
    for (script, variables) in steps() {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", &script]);
        for (name, _) in std::env::vars() {
            if name.starts_with("GITHUB_") || name.starts_with("APPLYGATE_") || name.starts_with("TF_") {
                command.env_remove(name);
            }
        }
        command.current_dir(folder.path()).env("PATH", &path).env("RUNNER_TEMP", folder.path());
        command.env("GITHUB_PATH", folder.path().join("path")).env("GITHUB_API_URL", github.api());
        command
            .env("GITHUB_REPOSITORY", "acme/infra")
            .env("GITHUB_EVENT_PATH", folder.path().join("event.json"));
        command.env("GITHUB_STEP_SUMMARY", folder.path().join("summary.md"));
        for (name, value) in variables {
            let wanted = value.strip_prefix("${{ inputs.").and_then(|rest| rest.strip_suffix(" }}"));
            command.env(name, input(wanted.expect("each variable is an input")));
        }
        let output = command.output().unwrap();
        let told = format!(
            "{}{}",
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap()
        );
        assert!(!told.contains(TOKEN), "the token is shown");
        last = (output.status.code().unwrap(), told);
    }
    last
}

const PLAIN: [(&str, &str); 3] =
    [("plan", "-plan.json"), ("config", "change/live/prod"), ("dir", "live/prod")];

#[test]
fn the_action_reviews_with_the_token_of_the_workflow() {
    let github = FakeGithub::start(with_policy(OPEN));
    let (ended, told) = run(&github, &PLAIN);
    assert_eq!(ended, 3, "{told}");
    assert_eq!(conclusion(&github), "action_required");
    assert_eq!(status(&github).state, "pending");
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    let sha = head(&github);
    let (ended, told) = run(&github, &[&PLAIN[..], &[("head", &sha), ("workspace", "default")]].concat());
    assert_eq!(ended, 0, "{told}");
    assert!(comment(&github).starts_with("## ✅ Allowed"));
    // What it would only inform about passes.
    act(&github, |pull| {
        pull.review("bo", "CHANGES_REQUESTED").later(5);
    });
    let (ended, told) = run(&github, &[&PLAIN[..], &[("fail-on", "block")]].concat());
    assert_eq!(ended, 0, "{told}");
    assert_eq!(conclusion(&github), "action_required", "{told}");
}

#[test]
fn the_action_reviews_as_an_app() {
    let github = FakeGithub::start(with_policy(OPEN));
    let key = include_str!("../forge/keys/app-pkcs8.pem");
    let (ended, told) = run(&github, &[&PLAIN[..], &[("app-id", "4711"), ("app-key", key)]].concat());
    assert_eq!(ended, 3, "{told}");
    let received = github.received();
    assert!(received.iter().any(|one| one.path.ends_with("/access_tokens")), "{:?}", github.calls());
    let with_token = |one: &crate::fake_github::Request| {
        one.header("authorization").is_some_and(|value| value.contains(TOKEN))
    };
    assert!(!received.iter().any(with_token), "the token of the workflow is not used beside it");
}

#[test]
fn the_action_says_what_is_wrong_with_an_input() {
    let github = FakeGithub::start(with_policy(OPEN));
    for (given, status, expected) in [
        (("plan", "no-plan.json"), 1, "no-plan.json"),
        (("fail-on", "maybe"), 2, "maybe"),
        (("head", "0123456789012345678901234567890123456789"), 1, "plan again"),
        (("config", "change/live/staging"), 1, "live/staging"),
    ] {
        let inputs: Vec<(&str, &str)> =
            std::iter::once(given).chain(PLAIN.into_iter().filter(|(name, _)| *name != given.0)).collect();
        let (ended, told) = run(&github, &inputs);
        assert_eq!(ended, status, "{given:?}: {told}");
        assert!(told.contains(expected), "{given:?}: {told}");
    }
}
