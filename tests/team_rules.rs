//! A team's own rules in force: named by the policy, read from where the policy stands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use support::temporary;

const POLICY: &str = "rules_dir = \"policy/rules\"\n";

fn applygate(directory: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_applygate"))
        .args(arguments)
        .current_dir(directory)
        .env("GIT_CEILING_DIRECTORIES", "/")
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// Makes a folder with a policy, a rule of its own and a plan on which it fires.
fn folder() -> PathBuf {
    let top = temporary("team-rules");
    fs::write(top.join("applygate.hcl"), POLICY).unwrap();
    fs::write(top.join("main.tf"), "provider \"aws\" {}\n").unwrap();
    assert_eq!(applygate(&top, &["rules", "new", "bucket-without-owner"]).0, Some(0));
    let plan = top.join("policy/rules/fixtures/bucket-without-owner/fires.json");
    fs::copy(plan, top.join("plan.json")).unwrap();
    top
}

fn check(top: &Path, more: &[&str]) -> Value {
    let (_, text) = applygate(top, &[&["check", "plan.json", "--format", "json"], more].concat());
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn fires(verdict: &Value) -> bool {
    let findings = verdict["changes"][0]["findings"].as_array().unwrap_or_else(|| panic!("{verdict:#}"));
    findings.iter().any(|finding| finding["rule"] == "bucket-without-owner" && finding["risk"] == "medium")
}

#[test]
fn a_rule_of_the_team_counts_where_the_policy_names_its_folder() {
    let top = folder();
    assert!(fires(&check(&top, &["--policy", "applygate.hcl"])));
    assert!(!fires(&check(&top, &[])), "no policy at base");
    let (status, _) = applygate(&top, &["check", "plan.json", "--policy", "applygate.hcl"]);
    assert_eq!(status, Some(3));
}

#[test]
fn rules_that_a_policy_relies_on_and_that_cannot_be_read_are_an_error() {
    for (path, text, expected) in [
        ("policy/rules/broken.hcl", "rule \"broken\" {\n}\n", "rule `broken` has no `title`"),
        (
            "applygate.hcl",
            "rules_dir = \"policy/rulse\"\n",
            "the folder `policy/rulse` of `rules_dir` is not there",
        ),
        ("applygate.hcl", "rules_dir = \"policy\"\n", ""),
        ("applygate.hcl", "rules_dir = \"policy/rules/fixtures/bucket-without-owner\"\n", "holds no rule"),
    ] {
        let top = folder();
        fs::create_dir_all(top.join(path).parent().unwrap()).unwrap();
        fs::write(top.join(path), text).unwrap();
        let verdict = check(&top, &["--policy", "applygate.hcl"]);
        if expected.is_empty() {
            assert!(fires(&verdict), "{path}");
        } else {
            assert_eq!(verdict["outcome"], "error", "{path}");
            assert!(verdict["error"]["message"].as_str().unwrap().contains(expected), "{path}: {verdict:#}");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_rule_is_read_through_a_link() {
    use std::os::unix::fs::symlink;
    for (target, link) in [
        ("../../elsewhere.hcl", "policy/rules/elsewhere.hcl"),
        ("../../other", "policy/rules/other"),
        ("bucket-without-owner.hcl", "policy/rules/twin.hcl"),
    ] {
        let top = folder();
        fs::write(top.join("elsewhere.hcl"), "").unwrap();
        fs::create_dir_all(top.join("other")).unwrap();
        fs::write(top.join("other/x.hcl"), "").unwrap();
        symlink(target, top.join(link)).unwrap();
        let verdict = check(&top, &["--policy", "applygate.hcl"]);
        let message = verdict["error"]["message"].as_str().unwrap_or_else(|| panic!("{link}: {verdict:#}"));
        assert_eq!(message, format!("`{link}` is a link"));
        commit(&top);
        let verdict = check(&top, &["--base", "HEAD"]);
        assert_eq!(verdict["error"]["message"], format!("`{link}` is a link"), "{verdict:#}");
    }
}

fn commit(top: &Path) {
    for arguments in [
        &["init", "-q", "-b", "main"][..],
        &["add", "-A"],
        &["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "all"],
    ] {
        assert!(Command::new("git").args(arguments).current_dir(top).status().unwrap().success());
    }
}

#[test]
fn the_rules_of_base_count_and_not_those_of_the_work_tree() {
    let top = folder();
    commit(&top);
    fs::write(top.join("applygate.hcl"), "").unwrap();
    fs::remove_dir_all(top.join("policy")).unwrap();
    assert!(fires(&check(&top, &["--base", "main"])));
}
