//! What a branch, a setting of git or a plan might do to escape what the policy at base demands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

const ENVIRONMENTS: &str = "environment \"production\" {\n  match {\n    dirs = [\"live/prod/**\"]\n  }\n}\n\
    environment \"dev\" {\n  match {\n    dirs = [\"live/dev/**\"]\n  }\n  tier = \"development\"\n}\n";

const FREEZE: &str = "freeze \"year\" {\n  timezone = \"UTC\"\n  from = \"2026-01-01 00:00\"\n  to = \"2027-01-01 00:00\"\n  \
    reason = \"audit\"\n  owner = \"user:ana\"\n}\n";

const WINDOW: &str = "window \"night\" {\n  timezone = \"UTC\"\n  weekly {\n    days = [\"sun\"]\n    at = \"02:00\"\n  }\n  \
    duration = \"4h\"\n}\n\
    approval \"always\" {\n  match {\n    min_risk = \"none\"\n  }\n  window = \"any\"\n}\n";

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git").arg("-C").arg(folder).args(arguments).status().unwrap();
    assert!(status.success(), "git {arguments:?}");
}

/// A repository on a branch that left `main` at these files; a target with `->` before it makes a link.
fn repository(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("guarded-{name}"));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    git(&folder, &["init", "-q", "-b", "main"]);
    for (path, content) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match content.strip_prefix("->") {
            #[cfg(unix)]
            Some(target) => std::os::unix::fs::symlink(target, path).unwrap(),
            #[cfg(not(unix))]
            Some(_) => {}
            None => fs::write(path, content).unwrap(),
        }
    }
    git(&folder, &["add", "-A"]);
    git(&folder, &["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "base"]);
    git(&folder, &["checkout", "-q", "-b", "change"]);
    folder
}

/// Runs `check` in a folder; the answer in JSON, or the complaint.
fn check(folder: &Path, plan: &Path, arguments: &[&str]) -> Result<Value, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_applygate"))
        .current_dir(folder)
        .arg("check")
        .arg(plan)
        .args(["--format", "json"])
        .args(arguments)
        .env_remove("TF_WORKSPACE")
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    match serde_json::from_slice::<Value>(&output.stdout) {
        Ok(answer) if output.status.code() != Some(1) => Ok(answer),
        Ok(answer) => Err(format!("{answer}{errors}")),
        Err(_) => Err(errors),
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(name).join("plan.json")
}

/// The blocks of what is not met, in all plans of an answer.
fn missing(answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(answer, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|each| collect(each, found)),
        Value::Object(fields) => {
            if let (Some(Value::Bool(false)), Some(block)) = (fields.get("met"), fields.get("block")) {
                found.push(block.as_str().unwrap().to_owned());
            }
            fields.values().for_each(|each| collect(each, found));
        }
        _ => {}
    }
}

/// A policy file of its own, outside any repository.
fn policy(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("guarded-{name}.hcl"));
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn no_setting_of_git_hides_a_change_of_the_policy() {
    let folder = repository("relative", &[("applygate.hcl", ENVIRONMENTS), ("live/prod/main.tf", "")]);
    git(&folder, &["config", "diff.relative", "true"]);
    fs::write(folder.join("applygate.hcl"), format!("{ENVIRONMENTS}# changed\n")).unwrap();
    let answer = check(&folder, &fixture("noop"), &["--config", "live/prod"]).unwrap();
    assert_eq!(missing(&answer), ["approval.guardrail"]);
}

#[test]
#[cfg(unix)]
fn what_decides_about_changes_stands_at_no_link() {
    let calendar = "calendar \"c\" {\n  file = \"cal/c.ics\"\n  kind = \"freeze\"\n  timezone = \"UTC\"\n  \
                    reason = \"r\"\n  owner = \"user:ana\"\n}\n";
    for (name, files, expected) in [
        (
            "link-file",
            vec![("policies/a.hcl", ENVIRONMENTS), ("applygate.hcl", "->policies/a.hcl")],
            "`applygate.hcl` is a link",
        ),
        (
            "link-folder",
            vec![("policies/a.hcl", ENVIRONMENTS), (".applygate", "->policies")],
            "`.applygate/a.hcl` is a link",
        ),
        (
            "link-rules",
            vec![
                ("elsewhere/x.hcl", ""),
                ("rules", "->elsewhere"),
                ("applygate.hcl", "rules_dir = \"rules\"\n"),
            ],
            "`rules` is a link",
        ),
        ("plain-file", vec![(".applygate", "")], "`.applygate` is not a folder"),
    ] {
        let mut files = files;
        files.push(("live/prod/main.tf", ""));
        let folder = repository(name, &files);
        let complaint = check(&folder, &fixture("noop"), &["--config", "live/prod"]).unwrap_err();
        assert!(complaint.contains(expected), "{name}: {complaint}");
        // A base that is a directory is no other.
        let base = repository(&format!("{name}-base"), &files);
        let base = base.to_str().unwrap();
        let arguments = ["--config", "live/prod", "--base", base];
        let complaint = check(&folder, &fixture("noop"), &arguments).unwrap_err();
        assert!(complaint.contains(expected), "{name}: {complaint}");
    }
    // A calendar that nobody guards is one that cannot be read: what it freezes is frozen.
    let events = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n";
    let files = [
        ("data/c.ics", events),
        ("cal/c.ics", "->../data/c.ics"),
        ("applygate.hcl", calendar),
        ("live/prod/main.tf", ""),
    ];
    let folder = repository("link-calendar", &files);
    let answer = check(&folder, &fixture("tags-only"), &["--config", "live/prod"]).unwrap();
    assert_eq!(missing(&answer), ["freeze.c"]);
}

#[test]
fn a_freeze_opens_no_window_for_a_plan_that_does_nothing() {
    let monday = ["--at", "2026-11-23T03:00:00Z", "--policy"];
    for (name, text) in [("window", WINDOW.to_owned()), ("window-frozen", format!("{WINDOW}{FREEZE}"))] {
        let path = policy(name, &text);
        let arguments = [&monday[..], &[path.to_str().unwrap()]].concat();
        let answer = check(Path::new("."), &fixture("noop"), &arguments).unwrap();
        assert_eq!(missing(&answer), ["approval.always"], "{name}");
    }
}

#[test]
fn where_nobody_knows_the_time_a_freeze_may_be_in_force() {
    let facts = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guarded-facts.json");
    fs::write(&facts, "{\"version\":1}").unwrap();
    let path = policy("freeze", FREEZE);
    let arguments = ["--policy", path.to_str().unwrap(), "--facts", facts.to_str().unwrap()];
    let answer = check(Path::new("."), &fixture("tags-only"), &arguments).unwrap();
    assert_eq!(missing(&answer), ["freeze.year"]);
}

#[test]
fn what_shows_itself_as_production_meets_the_demands_of_production() {
    let side = |owner: &str| json!({"bucket": "b", "tags": {"environment": "production", "owner": owner}});
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "errored": false,
        "resource_changes": [{
            "address": "aws_s3_bucket.x", "mode": "managed", "type": "aws_s3_bucket", "name": "x",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {
                "actions": ["update"], "before": side("a"), "after": side("b"), "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {},
            }
        }],
    });
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guarded-labelled.plan.json");
    fs::write(&file, plan.to_string()).unwrap();
    let text = format!(
        "{ENVIRONMENTS}approval \"production\" {{\n  match {{\n    environments = [\"production\"]\n  }}\n  \
         count = 1\n  from = [\"permission:admin\"]\n}}\n"
    );
    let path = policy("labelled", &text);
    let answer =
        check(Path::new("."), &file, &["--policy", path.to_str().unwrap(), "--dir", "live/dev"]).unwrap();
    assert_eq!(missing(&answer), ["approval.production"]);
}

#[test]
fn a_base_below_the_top_of_a_checkout_passes_no_policy_over() {
    let folder = repository("below", &[("applygate.hcl", ENVIRONMENTS), ("live/prod/main.tf", "")]);
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guarded-below-work");
    fs::create_dir_all(work.join("head")).unwrap();
    fs::write(work.join("head/main.tf"), "").unwrap();
    let (top, plan) = (folder.to_str().unwrap(), fixture("noop"));
    let base = format!("{top}/live/prod");
    let arguments = ["--config", "head", "--base", base.as_str()];

    let refused = check(&work, &plan, &arguments).unwrap_err();
    assert!(refused.contains("no policy in the base") && refused.contains("above it"), "{refused}");
    assert!(refused.contains(&format!("--policy {top}/applygate.hcl")), "it says what helps: {refused}");
    // As a folder of files as well, and however the directory is written.
    fs::remove_file(folder.join("applygate.hcl")).unwrap();
    fs::create_dir(folder.join(".applygate")).unwrap();
    fs::write(folder.join(".applygate/team.hcl"), ENVIRONMENTS).unwrap();
    let refused = check(&folder.join("live"), &plan, &["--config", "prod", "--base", "./prod"]).unwrap_err();
    assert!(refused.contains(".applygate"), "{refused}");

    // What it says helps.
    let named = format!("{top}/.applygate");
    let judged = check(&work, &plan, &[&arguments[..], &["--policy", &named]].concat()).unwrap();
    assert_eq!(judged["policy"][0], format!("{named}/team.hcl"));
    let judged = check(&work, &plan, &["--config", "head", "--base", top]).unwrap();
    assert_eq!(judged["policy"][0], ".applygate/team.hcl");
    // Where there is no policy there is nothing to say.
    fs::remove_dir_all(folder.join(".applygate")).unwrap();
    assert!(check(&work, &plan, &arguments).is_ok());
}
