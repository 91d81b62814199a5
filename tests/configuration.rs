//! What the configuration at head and at base adds to a plan.

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

use serde_json::{Value, json};
use support::temporary;

/// Runs `applygate check` and returns its document. A `terraform` that replays the recorded JSON stands first on PATH.
fn check(tool: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_applygate"))
        .arg("check")
        .args(arguments)
        .args(["--format", "json"])
        .env("PATH", format!("{}:/usr/bin:/bin", tool.display()))
        .env("GIT_CEILING_DIRECTORIES", "/")
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Writes a `terraform` of a version that answers `show -json FILE` with the `plan.json` beside the file.
fn replaying_tool(version: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let folder = temporary("tool");
    let script = format!(
        "#!/bin/sh\ncase \"$1\" in\nversion) echo '{{\"terraform_version\":\"{version}\"}}' ;;\n\
         show) for last; do :; done; cat \"$(dirname \"$last\")/plan.json\" ;;\nesac\n"
    );
    let path = folder.join("terraform");
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Returns the folders of plans that have their configuration beside them.
fn folders() -> Vec<PathBuf> {
    let mut roots = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans")];
    roots.extend(support::corpus().map(|corpus| corpus.join("scenarios")));
    let mut folders: Vec<PathBuf> = roots
        .iter()
        .flat_map(|root| fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.join("head").is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= 10);
    folders
}

fn expected_changes(folder: &Path) -> Vec<Value> {
    let (file, list) = [("scenario.json", "/expected/resources"), ("expected.json", "/changes")]
        .into_iter()
        .find(|(file, _)| folder.join(file).exists())
        .unwrap();
    let document: Value = serde_json::from_slice(&fs::read(folder.join(file)).unwrap()).unwrap();
    document.pointer(list).unwrap().as_array().unwrap().clone()
}

fn with_trees(tool: &Path, folder: &Path) -> Value {
    let at = |name: &str| folder.join(name).display().to_string();
    check(tool, &[&at("plan.json"), "--config", &at("head"), "--base", &at("base")])
}

#[test]
fn every_change_is_found_where_it_is_written() {
    let tool = replaying_tool("1.11.4");
    for folder in folders() {
        let verdict = with_trees(&tool, &folder);
        for expected in expected_changes(&folder) {
            let changes = verdict["changes"].as_array().unwrap();
            let change = changes.iter().find(|change| change["address"] == expected["address"]).unwrap();
            let place = &change["location"];
            let shown = place["file"].as_str().unwrap_or_else(|| panic!("{}: {change:#}", folder.display()));
            let text = fs::read_to_string(shown).unwrap();
            let line =
                text.lines().nth(usize::try_from(place["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
            let name = expected["address"].as_str().unwrap().split('[').next().unwrap();
            let name = name.rsplit('.').next().unwrap();
            let block =
                shown.ends_with(".json") || line.contains(name) || line.trim_start().starts_with("removed");
            let in_module = expected["address"].as_str().unwrap().starts_with("module.");
            assert!(block || in_module, "{shown}: {line} is not {name}");
        }
    }
}

#[test]
fn a_guard_that_is_removed_together_with_what_it_guards_is_named() {
    let tool = replaying_tool("1.11.4");
    let mut seen = 0;
    for folder in folders() {
        let verdict = with_trees(&tool, &folder);
        for expected in expected_changes(&folder) {
            let Some(guard) = expected["guard_removed_in_hcl"].as_str() else { continue };
            seen += 1;
            let changes = verdict["changes"].as_array().unwrap();
            let change = changes.iter().find(|change| change["address"] == expected["address"]).unwrap();
            let guards = change["guards"].as_array().unwrap();
            let removed =
                guards.iter().find(|each| each["attribute"] == guard && each["removed_in_hcl"] == true);
            assert!(removed.is_some_and(|each| each["location"]["side"] == "base"), "{change:#}");
            let findings = change["findings"].as_array().unwrap();
            assert!(
                findings.iter().any(|finding| finding["rule"] == "prevent-destroy-removed"),
                "{findings:#?}"
            );
        }
    }
    assert!(seen >= 2, "{seen} only");
}

/// The plan file carries its configuration: only the paths differ from those of a directory.
#[test]
fn a_plan_file_gives_the_verdict_of_its_json_and_its_configuration() {
    let tool = replaying_tool("1.11.4");
    for folder in folders().into_iter().filter(|folder| folder.join("plan.tfplan").exists()) {
        let at = |name: &str| folder.join(name).display().to_string();
        let from_file = check(&tool, &[&at("plan.tfplan"), "--base", &at("base")]);
        let mut from_json = with_trees(&tool, &folder);
        shorten(&mut from_json, &format!("{}/", at("head")));
        assert_eq!(from_file, from_json, "{}", folder.display());
    }
}

/// Takes a prefix off every string.
fn shorten(value: &mut Value, prefix: &str) {
    match value {
        Value::String(text) => *text = text.replace(prefix, ""),
        Value::Array(elements) => elements.iter_mut().for_each(|element| shorten(element, prefix)),
        Value::Object(members) => members.values_mut().for_each(|member| shorten(member, prefix)),
        _ => {}
    }
}

#[test]
fn a_plan_file_of_another_version_is_refused_with_both_versions() {
    let tool = replaying_tool("1.5.7");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans/rds-module-removed");
    let verdict = check(&tool, &[&folder.join("plan.tfplan").display().to_string()]);
    assert_eq!(verdict["outcome"], "error");
    let message = verdict["error"]["message"].as_str().unwrap();
    assert!(message.contains("1.11.4") && message.contains("`terraform` 1.5.7"), "{message}");
    let nowhere = temporary("nothing");
    let verdict = check(&nowhere, &[&folder.join("plan.tfplan").display().to_string()]);
    let message = verdict["error"]["message"].as_str().unwrap();
    assert!(
        message.contains("neither `terraform` nor `tofu` is on PATH") || message.contains("on PATH"),
        "{message}"
    );
}

/// A plan without changes, and the configuration of a table.
fn nothing_planned(folder: &Path) -> String {
    let plan = json!({"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "applyable": false, "complete": true, "errored": false});
    let path = folder.join("plan.json");
    fs::write(&path, plan.to_string()).unwrap();
    path.display().to_string()
}

const GUARDED: &str = "resource \"aws_dynamodb_table\" \"t\" {\n  name = \"t\"\n  deletion_protection_enabled = true\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n";

fn compare(base: &[(&str, &str)], head: &[(&str, &str)]) -> Value {
    let folder = temporary("trees");
    for (side, files) in [("base", base), ("head", head)] {
        for (name, text) in files {
            let path = folder.join(side).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let at = |name: &str| folder.join(name).display().to_string();
    let plan = nothing_planned(&folder);
    check(Path::new("/nonexistent"), &[&plan, "--config", &at("head"), "--base", &at("base")])
}

fn rules_of(verdict: &Value) -> Vec<(String, u64)> {
    let findings = verdict["findings"].as_array().unwrap();
    let of = |finding: &Value| {
        (finding["rule"].as_str().unwrap().to_owned(), finding["location"]["line"].as_u64().unwrap_or(0))
    };
    findings.iter().map(of).collect()
}

#[test]
fn what_the_configuration_takes_away_is_a_finding_even_if_nothing_is_planned() {
    let unguarded = GUARDED.replace("prevent_destroy = true", "prevent_destroy = false");
    let disarmed =
        GUARDED.replace("deletion_protection_enabled = true", "deletion_protection_enabled = false");
    let provisioned = format!(
        "{GUARDED}resource \"null_resource\" \"n\" {{\n  provisioner \"local-exec\" {{\n    command = \"x\"\n  }}\n}}\n"
    );
    let plain = format!("{GUARDED}resource \"null_resource\" \"n\" {{\n}}\n");
    let external = format!("{GUARDED}data \"external\" \"e\" {{\n  program = [\"x\"]\n}}\n");
    let backend = |kind: &str| format!("terraform {{\n  backend \"{kind}\" {{}}\n}}\n{GUARDED}");
    let (s3, local) = (backend("s3"), backend("local"));
    let lock = |version: &str| {
        format!("provider \"registry.terraform.io/hashicorp/aws\" {{\n  version = \"{version}\"\n}}\n")
    };
    let (old, new) = (lock("5.99.0"), lock("5.100.0"));
    let main = |text| vec![("main.tf", text)];
    let off = "resource \"aws_dynamodb_table\" \"t\" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n";
    for (name, base, head, expected, outcome) in [
        ("the same", main(GUARDED), main(GUARDED), &[][..], "allow"),
        ("edited", main(GUARDED), main(&unguarded), &["prevent-destroy-removed"], "hold"),
        ("deleted", main(GUARDED), main("locals {}\n"), &["prevent-destroy-removed"], "hold"),
        (
            "by an override file",
            main(GUARDED),
            vec![("main.tf", GUARDED), ("x_override.tf", off)],
            &["prevent-destroy-removed"],
            "hold",
        ),
        ("an attribute", main(GUARDED), main(&disarmed), &["guard-removed-in-configuration"], "hold"),
        ("a provisioner", main(&plain), main(&provisioned), &["provisioner-appeared"], "hold"),
        ("a program", main(GUARDED), main(&external), &["plan-time-program-appeared"], "hold"),
        ("the backend", main(&s3), main(&local), &["backend-changed"], "hold"),
        (
            "the lock file",
            vec![("main.tf", GUARDED), (".terraform.lock.hcl", &old)],
            vec![("main.tf", GUARDED), (".terraform.lock.hcl", &new)],
            &["lock-file-changed"],
            "hold",
        ),
        (
            "by a variable's value",
            vec![
                ("main.tf", "module \"m\" {\n  source = \"./m\"\n  keep = true\n}\n"),
                ("m/main.tf", BY_VARIABLE),
            ],
            vec![
                ("main.tf", "module \"m\" {\n  source = \"./m\"\n  keep = false\n}\n"),
                ("m/main.tf", BY_VARIABLE),
            ],
            &["guard-removed-in-configuration"],
            "hold",
        ),
        (
            "an unreadable file",
            main(GUARDED),
            vec![("main.tf", GUARDED), ("bad.tf", "resource \"a\" {{{\n")],
            &["configuration-unreadable"],
            "hold",
        ),
    ] {
        let verdict = compare(&base, &head);
        let found = rules_of(&verdict);
        let rules: Vec<&str> = found.iter().map(|(rule, _)| rule.as_str()).collect();
        assert_eq!(rules, expected, "{name}: {verdict:#}");
        assert_eq!(verdict["outcome"], outcome, "{name}");
    }
}

const BY_VARIABLE: &str = "variable \"keep\" {\n  type = bool\n}\nresource \"aws_dynamodb_table\" \"t\" {\n  deletion_protection_enabled = var.keep\n}\n";

#[test]
fn a_plan_without_configuration_says_that_it_was_not_compared() {
    let folder = temporary("alone");
    let verdict = check(Path::new("/nonexistent"), &[&nothing_planned(&folder)]);
    assert!(verdict["notes"][0].as_str().unwrap().starts_with("not compared with base"), "{verdict:#}");
}

#[test]
fn a_base_without_a_head_to_compare_and_a_base_that_is_nothing_are_errors() {
    let folder = temporary("base");
    let plan = nothing_planned(&folder);
    let verdict = check(Path::new("/nonexistent"), &[&plan, "--base", "main"]);
    assert_eq!(verdict["error"]["code"], "NOT_FOUND", "{verdict:#}");
    fs::create_dir(folder.join("head")).unwrap();
    fs::write(folder.join("head/main.tf"), GUARDED).unwrap();
    let head = folder.join("head").display().to_string();
    let verdict = check(Path::new("/nonexistent"), &[&plan, "--config", &head, "--base", "no-such-ref"]);
    assert_eq!(verdict["outcome"], "error", "{verdict:#}");
    assert!(verdict["error"]["message"].as_str().unwrap().contains("no-such-ref"), "{verdict:#}");
}
