//! The levels, and what each single missing thing costs.

use serde_json::json;

use crate::fake_github::{FakeGithub, State};
use crate::scenes::{
    APP, APPLY, Files, REVIEW, RULESET, bare, bare_files, enforced, enforced_files, main_protection,
    settings, strong, strong_files,
};
use crate::{Doctor, Ended};

fn run(scene: impl FnOnce(&mut State), files: &Files) -> Ended {
    let github = FakeGithub::start(scene);
    let ended = Doctor::of(&github).files(files).run();
    assert_eq!(github.unknown(), Vec::<String>::new());
    ended
}

#[test]
fn nothing_is_proven_of_an_empty_repository() {
    let ended = run(bare, &Files::new());
    assert_eq!(ended.level(), "none", "{ended:?}");
    assert_eq!(ended.status, 3);
    assert_eq!(ended.found("review-runs").0, "problem");
}

#[test]
fn a_workflow_alone_is_advisory() {
    let ended = run(
        |state| {
            bare(state);
            settings(state).environments.insert(
                "production".to_owned(),
                json!({
                    "id": 1, "name": "production", "can_admins_bypass": true, "protection_rules": [],
                    "deployment_branch_policy": null,
                }),
            );
        },
        &bare_files(),
    );
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.status, 3);
    for id in [
        "required-check",
        "required-check-source",
        "dedicated-app",
        "no-bypass",
        "dismiss-stale",
        "review-bypass",
        "force-push",
        "branch-deletion",
        "workflow-from-base",
        "required-workflow",
        "environment-bypass",
        "environment-branches",
        "oidc-subject",
    ] {
        assert_eq!(ended.found(id).0, "problem", "{id}: {ended:?}");
    }
}

#[test]
fn an_app_and_a_bound_branch_enforce() {
    let ended = run(enforced, &enforced_files());
    assert_eq!(ended.level(), "L2", "{ended:?}");
    let missing = ended.json()["missing"].clone();
    assert_eq!(missing.as_array().unwrap().len(), 1, "{missing}");
    assert_eq!(missing[0]["level"], "L3");
}

#[test]
fn all_that_can_be_seen_is_strong() {
    let ended = run(strong, &strong_files());
    assert_eq!(ended.level(), "L3", "{ended:?}");
    assert_eq!(ended.status, 0, "{ended:?}");
    assert_eq!(ended.json()["missing"], json!([]));
    assert!(!ended.json()["yours_to_check"].as_array().unwrap().is_empty(), "what it cannot see is told");
}

#[test]
fn rulesets_count_as_much_as_classic_protection() {
    let ended = run(
        |state| {
            strong(state);
            let settings = settings(state);
            settings.protection.clear();
            let rules = &mut settings.rulesets.get_mut(&RULESET).unwrap().rules;
            rules.push(json!({"type": "deletion"}));
            rules.push(json!({"type": "non_fast_forward"}));
            rules
                .push(json!({"type": "pull_request", "parameters": {"dismiss_stale_reviews_on_push": true}}));
            rules.push(json!({"type": "required_status_checks", "parameters": {
                "strict_required_status_checks_policy": true,
                "required_status_checks": [{"context": "applygate", "integration_id": APP}],
            }}));
        },
        &strong_files(),
    );
    assert_eq!(ended.level(), "L3", "{ended:?}");
    assert_eq!(ended.status, 0);
}

/// One thing that is missing: what, the check that tells, and the level that is left.
type Case = (&'static str, &'static str, &'static str, fn(&mut State), fn(&mut Files));

/// What is not known, the check that tells, and how it comes about.
type Unknown = (&'static str, &'static str, fn(&mut State));

fn same(_: &mut Files) {}
fn nothing(_: &mut State) {}

fn change(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    *text = text.replace(from, to);
}

#[test]
fn each_single_missing_thing_lowers_the_level_and_names_its_fix() {
    let cases: &[Case] = &[
        (
            "no required check",
            "required-check",
            "L1",
            |state| {
                main_protection(state).as_object_mut().unwrap().remove("required_status_checks");
            },
            same,
        ),
        (
            "another check is required",
            "required-check",
            "L1",
            |state| {
                main_protection(state)["required_status_checks"]["checks"][1]["context"] =
                    json!("applygate/live");
            },
            same,
        ),
        (
            "from anybody",
            "required-check-source",
            "L1",
            |state| {
                main_protection(state)["required_status_checks"]["checks"][1]["app_id"] = json!(null);
            },
            same,
        ),
        (
            "from anybody, as -1",
            "required-check-source",
            "L1",
            |state| {
                main_protection(state)["required_status_checks"]["checks"][1]["app_id"] = json!(-1);
            },
            same,
        ),
        (
            "from GitHub Actions",
            "required-check-source",
            "L1",
            |state| {
                main_protection(state)["required_status_checks"]["checks"][1]["app_id"] = json!(15368);
            },
            same,
        ),
        (
            "from another App",
            "dedicated-app",
            "L1",
            |state| {
                main_protection(state)["required_status_checks"]["checks"][1]["app_id"] = json!(99);
            },
            same,
        ),
        (
            "administrators are exempt",
            "no-bypass",
            "L1",
            |state| {
                main_protection(state)["enforce_admins"]["enabled"] = json!(false);
            },
            same,
        ),
        (
            "approvals outlive a push",
            "dismiss-stale",
            "L1",
            |state| {
                main_protection(state)["required_pull_request_reviews"]["dismiss_stale_reviews"] =
                    json!(false);
            },
            same,
        ),
        (
            "no pull request is needed",
            "dismiss-stale",
            "L1",
            |state| {
                main_protection(state).as_object_mut().unwrap().remove("required_pull_request_reviews");
            },
            same,
        ),
        (
            "somebody is exempt from the pull request",
            "review-bypass",
            "L1",
            |state| {
                main_protection(state)["required_pull_request_reviews"]["bypass_pull_request_allowances"] =
                    json!({"users": [{"login": "eve"}], "teams": [], "apps": []});
            },
            same,
        ),
        (
            "force pushes",
            "force-push",
            "L1",
            |state| {
                main_protection(state)["allow_force_pushes"]["enabled"] = json!(true);
            },
            same,
        ),
        (
            "deletion",
            "branch-deletion",
            "L1",
            |state| {
                main_protection(state)["allow_deletions"]["enabled"] = json!(true);
            },
            same,
        ),
        ("a plan with a token that writes", "branch-code-apart", "L1", nothing, |files| {
            change(files, ".github/workflows/plan.yml", "contents: read", "contents: write");
        }),
        (
            "a plan with the default token",
            "branch-code-apart",
            "L1",
            |state| {
                settings(state).workflow_permissions["default_workflow_permissions"] = json!("write");
            },
            |files| {
                change(files, ".github/workflows/plan.yml", "permissions:\n  contents: read\n", "");
            },
        ),
        ("init beside the review", "review-job-clean", "L1", nothing, |files| {
            change(files, REVIEW, "    steps:\n", "    steps:\n      - run: terraform init\n");
        }),
        ("a local action beside the review", "review-job-clean", "L1", nothing, |files| {
            change(files, REVIEW, "    steps:\n", "    steps:\n      - uses: ./tools/setup\n");
        }),
        ("the head on pull_request_target", "target-checkout", "L1", nothing, |files| {
            files.insert(
                ".github/workflows/lint.yml",
                "
on: pull_request_target
permissions: {}
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: make lint
"
                .to_owned(),
            );
        }),
        ("the key in the repository", "app-key-guarded", "L1", nothing, |files| {
            change(files, REVIEW, "    environment: review\n", "");
        }),
        (
            "the key for any branch",
            "app-key-guarded",
            "L1",
            |state| {
                settings(state).environments.get_mut("review").unwrap()["deployment_branch_policy"] =
                    json!(null);
            },
            same,
        ),
        (
            "the workflow of the repository",
            "required-workflow",
            "L2",
            |state| {
                settings(state).rulesets.get_mut(&RULESET).unwrap().organisation = false;
            },
            same,
        ),
        (
            "a workflow that is required from here",
            "required-workflow",
            "L2",
            |state| {
                let review = strong_files()[REVIEW].clone();
                state.repo("acme/infra").file("main", REVIEW, &review);
                let id = state.repositories["acme/infra"].id;
                let ruleset = settings(state).rulesets.get_mut(&RULESET).unwrap();
                ruleset.rules[0]["parameters"]["workflows"][0]["repository_id"] = json!(id);
            },
            same,
        ),
        (
            "who may bypass the ruleset",
            "required-workflow",
            "L2",
            |state| {
                settings(state).rulesets.get_mut(&RULESET).unwrap().bypass = Some(vec![
                    json!({"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}),
                ]);
            },
            same,
        ),
        (
            "administrators and the environment",
            "environment-bypass",
            "L2",
            |state| {
                settings(state).environments.get_mut("production").unwrap()["can_admins_bypass"] =
                    json!(true);
            },
            same,
        ),
        (
            "another branch deploys",
            "environment-branches",
            "L2",
            |state| {
                settings(state)
                    .environment_branches
                    .insert("production".to_owned(), vec!["main".to_owned(), "*".to_owned()]);
            },
            same,
        ),
        ("apply without the gate", "apply-through-gate", "L2", nothing, |files| {
            change(
                files,
                APPLY,
                "applygate gate tfplan --exec -- terraform apply {plan}",
                "terraform apply tfplan",
            );
        }),
        ("apply without an environment", "apply-through-gate", "L2", nothing, |files| {
            change(files, APPLY, "    environment: production\n", "");
        }),
        (
            "the default subject",
            "oidc-subject",
            "L2",
            |state| {
                settings(state).oidc = json!({"use_default": true});
            },
            same,
        ),
        (
            "a subject without the workflow",
            "oidc-subject",
            "L2",
            |state| {
                settings(state).oidc =
                    json!({"use_default": false, "include_claim_keys": ["repo", "context"]});
            },
            same,
        ),
    ];
    for (what, id, level, spoil, edit) in cases {
        let mut files = strong_files();
        edit(&mut files);
        let ended = run(
            |state| {
                strong(state);
                spoil(state);
            },
            &files,
        );
        assert_eq!(ended.level(), *level, "{what}: {ended:?}");
        assert_eq!(ended.status, 3, "{what}: {ended:?}");
        assert_eq!(ended.found(id).0, "problem", "{what}: {ended:?}");
        let json = ended.json();
        let row = json["checks"].as_array().unwrap().iter().find(|row| row["check"] == *id).unwrap();
        assert!(row["fix"].as_str().unwrap().len() > 10, "{what}: {row}");
    }
}

#[test]
fn what_is_missing_but_not_known_lowers_the_level_too() {
    let cases: &[Unknown] = &[
        ("who may bypass is not shown", "required-workflow", |state| {
            settings(state).rulesets.get_mut(&RULESET).unwrap().bypass = None;
        }),
        ("the server does not tell", "environment-bypass", |state| {
            settings(state)
                .environments
                .get_mut("production")
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove("can_admins_bypass");
        }),
        ("protected branches", "environment-branches", |state| {
            settings(state).environments.get_mut("production").unwrap()["deployment_branch_policy"] =
                json!({"protected_branches": true, "custom_branch_policies": false});
        }),
        ("a person's token", "dedicated-app", |state| {
            "ana".clone_into(&mut state.viewer);
        }),
    ];
    for (what, id, spoil) in cases {
        let ended = run(
            |state| {
                strong(state);
                spoil(state);
            },
            &strong_files(),
        );
        assert_ne!(ended.level(), "L3", "{what}: {ended:?}");
        assert_eq!(ended.found(id).0, "unknown", "{what}: {ended:?}");
        assert_eq!(ended.status, 0, "what is not known is no problem: {what}: {ended:?}");
    }
}

#[test]
fn a_person_names_the_app() {
    let github = FakeGithub::start(|state| {
        strong(state);
        "ana".clone_into(&mut state.viewer);
        state.scopes = Some("repo, delete_repo".to_owned());
    });
    let ended = Doctor::of(&github).with(&["--app", "acme-applygate"]).files(&strong_files()).run();
    assert_eq!(ended.level(), "L3", "{ended:?}");
    assert!(ended.found("token-rights").1.contains("`delete_repo`"), "{ended:?}");
    assert_eq!(ended.status, 0, "advice is no failure");
}

#[test]
fn one_layer_that_binds_everybody_suffices() {
    let ended = run(
        |state| {
            strong(state);
            settings(state).rulesets.get_mut(&RULESET).unwrap().rules.push(
                json!({"type": "required_status_checks", "parameters": {
                    "strict_required_status_checks_policy": false,
                    "required_status_checks": [{"context": "applygate"}],
                }}),
            );
            main_protection(state)["enforce_admins"]["enabled"] = json!(false);
        },
        &strong_files(),
    );
    // The ruleset binds everybody, but accepts the check from anybody: an administrator forges it.
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.found("no-bypass").0, "problem");
}

#[test]
fn without_a_token_it_says_what_it_could_not_check() {
    let github = FakeGithub::start(strong);
    let mut doctor = Doctor::of(&github).files(&strong_files());
    doctor.command.env_remove("GITHUB_TOKEN");
    let ended = doctor.run();
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.status, 0, "{ended:?}");
    assert!(ended.found("required-check").1.contains("there is no token"), "{ended:?}");
    assert!(github.calls().is_empty());
}

#[test]
fn hostile_names_are_spelled_out() {
    let evil = "x\u{1b}[2J\u{202e}\r\n::error::y";
    let github = FakeGithub::start(|state| {
        strong(state);
        let settings = settings(state);
        let ruleset = settings.rulesets.get_mut(&RULESET).unwrap();
        ruleset.name = evil.to_owned();
        ruleset.bypass = Some(vec![json!({"actor_id": 1, "actor_type": evil, "bypass_mode": "always"})]);
        settings.environment_branches.insert("production".to_owned(), vec![evil.to_owned()]);
    });
    let mut files = strong_files();
    files.insert(
        ".github/workflows/evil.yml",
        format!(
            "on: pull_request\npermissions: write-all\njobs:\n  {}:\n    steps:\n      - run: {}\n",
            json!(evil),
            json!(format!("terraform init {evil}")),
        ),
    );
    for format in ["text", "json"] {
        let text = Doctor::of_as(&github, format).with(&["--color", "always"]).files(&files).run().out;
        assert!(text.contains("evil.yml") && text.contains("\\u{202e}") | text.contains("\\u202e"), "{text}");
        assert!(!text.contains("\u{1b}[2J") && !text.contains('\u{202e}'), "{format}: {text}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{format}: {text}");
    }
}

#[test]
fn the_key_of_the_app_tells_who_it_is() {
    let key = crate::read("tests/forge/keys/app-pkcs8.pem");
    let with_key = |scene: fn(&mut State)| {
        let github = FakeGithub::start(scene);
        let mut doctor = Doctor::of(&github).files(&strong_files());
        doctor.command.env_remove("GITHUB_TOKEN");
        doctor.env("APPLYGATE_APP_ID", "4711").env("APPLYGATE_APP_KEY", &key).run()
    };
    let ended = with_key(strong);
    assert_eq!(ended.level(), "L3", "{ended:?}");
    // An App that is not installed here reads nothing.
    let ended = with_key(|state| {
        strong(state);
        state.forbidden.push("GET /repos/acme/infra/installation".to_owned());
    });
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.status, 0, "{ended:?}");
    assert!(ended.found("required-check").1.contains("GET /repos/acme/infra/installation"), "{ended:?}");
}

#[test]
fn more_than_can_be_read_is_not_known() {
    let ended = run(
        |state| {
            strong(state);
            let guard = state.repositories["acme/guard"].id;
            let one = json!({"path": REVIEW, "ref": "refs/heads/main", "repository_id": guard});
            let rule = json!({"type": "workflows", "parameters": {"workflows": vec![one; 21]}});
            settings(state).rulesets.get_mut(&RULESET).unwrap().rules = vec![rule];
        },
        &strong_files(),
    );
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert!(ended.found("branch-code-apart").1.contains("more than 20 workflows"), "{ended:?}");
    let ended = run(
        |state| {
            strong(state);
            let rulesets = &mut settings(state).rulesets;
            let mut one = rulesets[&RULESET].clone();
            one.rules = vec![json!({"type": "deletion"})];
            rulesets.extend((1000..1060).map(|id| (id, one.clone())));
        },
        &strong_files(),
    );
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert!(ended.found("required-workflow").1.contains("more than 50 rulesets"), "{ended:?}");
}
