//! The server of Atlantis.

use crate::fake_github::FakeGithub;
use crate::scenes::{enforced, enforced_files};
use crate::{Doctor, Ended};

/// A server on which nothing gets round the gate.
pub const CONFIG: &str = "
repos:
- id: github.com/acme/infra
  branch: /^main$/
  allow_custom_workflows: false
  allowed_overrides: []
workflows:
  default:
    plan:
      steps:
      - init
      - plan
      - run: applygate atlantis plan
    apply:
      steps:
      - run: applygate atlantis apply
      - apply
";
pub const FLAGS: &str = "--repo-allowlist=github.com/acme/infra\n--gh-team-allowlist=sre:apply\n";

pub fn run_with(config: &str, flags: &str, version: &str) -> Ended {
    let github = FakeGithub::start(enforced);
    Doctor::of(&github)
        .files(&enforced_files())
        .file("repos.yaml", config)
        .file("flags", flags)
        .with(&[
            "--atlantis-version",
            version,
            "--atlantis-flags",
            "flags",
            "--atlantis-config",
            "repos.yaml",
        ])
        .run()
}

#[test]
fn a_server_with_the_gate_everywhere_is_enforced() {
    let ended = run_with(CONFIG, FLAGS, "v0.47.1");
    assert_eq!(ended.level(), "L2", "{ended:?}");
    let wrong: Vec<String> =
        ended.ids("problem").into_iter().filter(|id| id.starts_with("atlantis")).collect();
    assert_eq!(wrong, [""; 0], "{ended:?}");
}

#[test]
fn a_server_that_reviews_alone_runs_code_of_the_branch_beside_the_key() {
    let github = FakeGithub::start(enforced);
    let ended = Doctor::of(&github)
        .file("repos.yaml", CONFIG)
        .file("flags", FLAGS)
        .with(&[
            "--atlantis-version",
            "0.47.1",
            "--atlantis-flags",
            "flags",
            "--atlantis-config",
            "repos.yaml",
        ])
        .run();
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.json()["missing"][0]["checks"], serde_json::json!(["branch-code-apart"]), "{ended:?}");
    assert_eq!(ended.found("branch-code-apart").0, "unknown");
}

#[test]
fn each_way_round_the_gate_is_told() {
    for (from, to, id) in [
        ("      - run: applygate atlantis apply\n", "", "atlantis-gate"),
        (
            "      - run: applygate atlantis apply\n      - apply\n",
            "      - apply\n      - run: applygate atlantis apply\n",
            "atlantis-gate",
        ),
        (
            "    apply:\n      steps:\n      - run: applygate atlantis apply\n      - apply\n",
            "",
            "atlantis-gate",
        ),
        ("  default:\n", "  other:\n", "atlantis-gate"),
        ("      - apply\n", "      - run: terraform apply $PLANFILE\n", "atlantis-own-apply"),
        ("      - init\n", "      - run: terraform apply -auto-approve\n", "atlantis-own-apply"),
        (
            "      - run: applygate atlantis apply\n",
            "      - env: {name: PULL_AUTHOR, value: nobody}\n      - run: applygate atlantis apply\n",
            "atlantis-step-environment",
        ),
        (
            "      - run: applygate atlantis apply\n",
            "      - env: {name: APPLYGATE_PATIENCE, value: nobody}\n      - run: applygate atlantis apply\n",
            "atlantis-step-environment",
        ),
        (
            "      - run: applygate atlantis apply\n",
            "      - env: {name: GITHUB_API_URL, value: nobody}\n      - run: applygate atlantis apply\n",
            "atlantis-step-environment",
        ),
        ("allow_custom_workflows: false", "allow_custom_workflows: true", "atlantis-custom-workflows"),
        ("allow_custom_workflows: false", "allow_custom_workflows: yes", "atlantis-custom-workflows"),
        ("allowed_overrides: []", "allowed_overrides: [apply_requirements]", "atlantis-overrides"),
        ("allowed_overrides: []", "allowed_overrides: [custom_policy_check]", "atlantis-overrides"),
        ("allowed_overrides: []", "allowed_overrides: [policy_check]", "atlantis-overrides"),
        ("  branch: /^main$/\n", "", "atlantis-base-branch"),
        ("/^main$/", "/main/", "atlantis-base-branch"),
        ("/^main$/", "/.*/", "atlantis-base-branch"),
    ] {
        assert!(CONFIG.contains(from), "{from}");
        let ended = run_with(&CONFIG.replace(from, to), FLAGS, "0.47.1");
        assert_eq!(ended.level(), "L1", "{to}: {ended:?}");
        assert_eq!(ended.status, 3);
        assert!(ended.ids("problem").contains(&id.to_owned()), "{to}: {ended:?}");
    }
    for (flags, id) in [
        ("--allow-fork-prs", "atlantis-forks"),
        ("--enable-drift-remediation", "atlantis-no-pull"),
        ("--allow-commands=plan,apply,import", "atlantis-commands"),
        ("--repo-allowlist=*", "atlantis-repositories"),
    ] {
        let ended = run_with(CONFIG, &format!("{FLAGS}{flags}\n"), "0.47.1");
        assert_eq!(ended.level(), "L1", "{flags}: {ended:?}");
        assert_eq!(ended.found(id).0, "problem", "{flags}: {ended:?}");
    }
    let key = "      - env: {name: APPLYGATE_APP_KEY, command: cat /run/secrets/key}\n      - run: applygate atlantis apply\n";
    let config = CONFIG.replace("      - run: applygate atlantis apply\n", key);
    assert_eq!(
        run_with(&config, FLAGS, "0.47.1").level(),
        "L2",
        "where the key comes from is the operator's affair"
    );
    for (version, ids) in [
        ("0.32.0", ["atlantis-version", "atlantis-plan-enforced"].as_slice()),
        ("0.45.0", &["atlantis-plan-enforced"]),
    ] {
        let ended = run_with(CONFIG, FLAGS, version);
        assert_eq!(ended.level(), "L1", "{version}: {ended:?}");
        for id in ids {
            assert_eq!(ended.found(id).0, "problem", "{version}: {ended:?}");
        }
    }
}

#[test]
fn what_the_server_does_not_tell_is_not_known() {
    for (config, id) in [
        (CONFIG.replace("applygate atlantis apply\n", "applygate atlantis apply || true\n"), "atlantis-gate"),
        (
            CONFIG.replace(
                "      - run: applygate atlantis apply\n",
                "      - multienv: ./x.sh\n      - run: applygate atlantis apply\n",
            ),
            "atlantis-step-environment",
        ),
        ("repos: [".to_owned(), "atlantis-gate"),
        ("workflows:\n  default:\n    apply:\n      steps: [{run: x, env: y}]\n".to_owned(), "atlantis-gate"),
    ] {
        let ended = run_with(&config, FLAGS, "0.47.1");
        assert_eq!(ended.found(id).0, "unknown", "{config}: {ended:?}");
        assert_eq!(ended.level(), "L1", "{config}: {ended:?}");
    }
    let github = FakeGithub::start(enforced);
    let ended = Doctor::of(&github).files(&enforced_files()).with(&["--atlantis-version", "0.47.1"]).run();
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.found("atlantis-forks").0, "unknown");
    assert_eq!(ended.found("atlantis-gate").0, "unknown");
}

#[test]
fn a_workflow_override_is_sound_where_every_workflow_has_the_gate() {
    let open = CONFIG.replace("allowed_overrides: []", "allowed_overrides: [workflow]");
    assert_eq!(run_with(&open, FLAGS, "0.47.1").level(), "L2");
    let other = format!("{open}  other:\n    apply:\n      steps: [apply]\n");
    let ended = run_with(&other, FLAGS, "0.47.1");
    assert_eq!(ended.found("atlantis-overrides").0, "problem", "{ended:?}");
}

#[test]
fn the_server_is_known_from_its_own_environment() {
    let ended = Doctor::offline()
        .env("ATLANTIS_REPO_ALLOWLIST", "*")
        .env("ATLANTIS_ALLOW_FORK_PRS", "true")
        .env("ATLANTIS_VERSION", "0.47.1")
        .env("ATLANTIS_GH_TOKEN", "ghp_SecretOfTheServer")
        .env(
            "ATLANTIS_REPO_CONFIG_JSON",
            "{\"repos\": [{\"id\": \"/.*/\", \"allow_custom_workflows\": true}]}",
        )
        .run();
    assert_eq!(ended.status, 3);
    for id in ["atlantis-forks", "atlantis-repositories", "atlantis-custom-workflows", "atlantis-gate"] {
        assert_eq!(ended.found(id).0, "problem", "{id}: {ended:?}");
    }
    assert!(!ended.out.contains("ghp_SecretOfTheServer"));
}

#[test]
fn flags_are_given_as_the_server_is_started() {
    let ended = Doctor::offline().with(&["--", "server", "--allow-fork-prs", "--repo-allowlist", "*"]).run();
    assert_eq!(ended.found("atlantis-forks").0, "problem", "{ended:?}");
    assert_eq!(ended.found("atlantis-repositories").0, "problem", "{ended:?}");
}

#[test]
fn a_file_that_is_named_and_cannot_be_read_is_an_error() {
    for arguments in [["--atlantis-config", "absent.yaml"], ["--atlantis-flags", "absent"]] {
        let ended = Doctor::offline().with(&arguments).run();
        assert_eq!(ended.status, 1, "{ended:?}");
        assert!(ended.err.contains("absent") && ended.out.is_empty(), "{ended:?}");
    }
    assert_eq!(Doctor::offline().with(&["--unheard-of"]).run().status, 2);
    assert_eq!(Doctor::offline().with(&["--repo", "no/such/name"]).run().status, 1);
}

#[cfg(unix)]
#[test]
fn the_program_on_the_path_says_its_version() {
    use std::os::unix::fs::PermissionsExt;
    for (script, state) in [
        ("#!/bin/sh\necho 'atlantis v0.32.0 (commit: x)'\n", "problem"),
        ("#!/bin/sh\necho 'atlantis v0.47.1 (commit: x)'\n", "ok"),
        ("#!/bin/sh\nexit 1\n", "unknown"),
        ("#!/bin/sh\necho nonsense\n", "unknown"),
    ] {
        let doctor = Doctor::offline().file("atlantis", script);
        let path = doctor.folder.path().join("atlantis");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        let ended = doctor.run();
        assert_eq!(ended.found("atlantis-version").0, state, "{script}: {ended:?}");
    }
}
