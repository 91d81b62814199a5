//! What passes and what does not.

use std::path::Path;

use crate::fake_github::{Fault, Target};
use crate::{HIGH, LOW, MEDIUM, OPEN, PROHIBITED, Stage, fresh};

#[test]
fn a_low_risk_passes_and_a_prohibited_change_does_not() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 0, "{ended:?}");
    stage.lay(&fresh(PROHIBITED));
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 4, "{ended:?}");
    assert_eq!(stage.github.unknown(), Vec::<String>::new());
}

#[test]
fn what_was_shown_and_approved_passes_in_the_window() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(HIGH));
    assert_eq!(stage.gate(&[]).unmet(), ["PLAN_NOT_SHOWN", "approval.high", "approval.medium"]);
    stage.approve();
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 0, "{ended:?}");
    assert_eq!(ended.json()["approval_digest"], stage.review_as_json()["approval_digest"]);
}

#[test]
fn without_a_window_nobody_applies() {
    let stage = Stage::new("");
    stage.lay(&fresh(HIGH));
    stage.approve();
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.out.contains("window"), "{ended:?}");
}

#[test]
fn one_approval_is_not_two_and_a_withdrawn_one_is_none() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(HIGH));
    stage.review();
    stage.act(|pull| {
        pull.review("bo", "APPROVED").later(5);
    });
    assert_eq!(stage.gate(&[]).status, 3);
    stage.act(|pull| {
        pull.review("dee", "APPROVED").later(5);
    });
    assert_eq!(stage.gate(&[]).status, 0);
    stage.act(|pull| {
        pull.review("dee", "CHANGES_REQUESTED").later(5);
    });
    assert_eq!(stage.gate(&[]).status, 3);
}

#[test]
fn approvals_of_one_project_are_none_of_another() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(MEDIUM));
    stage.approve();
    assert_eq!(stage.gate(&[]).status, 0);
    for other in [&["--project", "eu"][..], &["--dir", "live/other"]] {
        let mut arguments = vec!["tfplan", "--deployer", "carla", "--format", "json"];
        if !other.contains(&"--dir") {
            arguments.extend(["--dir", "live/prod"]);
        }
        arguments.extend(other);
        let ended = stage.command("gate", &arguments).end();
        assert_eq!(ended.status, 3, "{ended:?}");
        assert!(ended.unmet().contains(&"PLAN_DRIFTED".to_owned()), "{ended:?}");
    }
}

#[test]
fn somebody_who_was_taken_out_of_the_team_does_not_count_any_more() {
    const DBA: &str = "group \"dba\" { teams = [\"acme/dba\"] }\napproval \"data\" {\n  match { min_risk = \"medium\" }\n  count = 1\n  from = [\"group:dba\"]\n}\n";
    let stage = Stage::set(&format!("{OPEN}{DBA}"), |state| {
        state.team("acme/dba", &["dee"]);
    });
    stage.lay(&fresh(MEDIUM));
    stage.approve();
    assert_eq!(stage.gate(&[]).status, 0);
    stage.github.with(|state| {
        state.team("acme/dba", &["bo"]);
    });
    // bo, who approved as well, is in it now; without bo nobody is.
    assert_eq!(stage.gate(&[]).status, 0);
    stage.github.with(|state| {
        state.team("acme/dba", &["carla"]);
    });
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.unmet().contains(&"approval.data".to_owned()), "{ended:?}");
}

#[test]
fn directory_workspace_and_environment_must_agree() {
    const PROD: &str = "environment \"prod\" {\n  match { dirs = [\"live/prod\"] }\n}\nenvironment \"dev\" {\n  match { workspaces = [\"dev\"] }\n  tier = \"development\"\n}\n";
    let stage = Stage::new(&format!("{OPEN}{PROD}"));
    stage.lay(&fresh(LOW));
    assert_eq!(stage.gate(&["--environment", "prod"]).status, 0);
    assert_eq!(stage.gate(&["--workspace", "default"]).status, 0);
    let error = stage.gate(&["--environment", "dev"]).error();
    assert!(error.contains("this is not environment `dev`"), "{error}");
    let error = stage.gate(&["--workspace", "dev"]).error();
    assert!(error.contains("made in workspace `default`, not in `dev`"), "{error}");
    // A checkout knows where the configuration lies in it.
    let git =
        std::process::Command::new("git").args(["init", "-q"]).current_dir(stage.folder.path()).status();
    assert!(git.unwrap().success());
    let error = stage.gate(&[]).error();
    assert!(error.contains("and not `live/prod` as is said"), "{error}");
    std::fs::create_dir_all(stage.path("live/prod")).unwrap();
    assert_eq!(stage.gate(&["--config", "live/prod"]).status, 0);
    // A link of a harmless name leads to where it leads.
    std::os::unix::fs::symlink("live/prod", stage.path("sandbox")).unwrap();
    let arguments = ["tfplan", "--deployer", "carla", "--dir", "sandbox", "--config", "sandbox"];
    let error = stage.command("gate", &arguments).end().error();
    assert!(error.contains("is `live/prod` in its repository, and not `sandbox`"), "{error}");
}

#[test]
fn a_window_that_closes_while_it_is_judged_holds() {
    let now = crate::now();
    let at = |seconds: i64| {
        (now + jiff::SignedDuration::from_secs(seconds)).strftime("%Y-%m-%d %H:%M").to_string()
    };
    let short = format!(
        "clock {{\n  tolerance = \"0s\"\n  max_skew = \"1h\"\n}}\nwindow \"short\" {{\n  timezone = \"UTC\"\n  cutoff = \"0m\"\n  once {{\n    from = \"{}\"\n    to = \"{}\"\n  }}\n}}\n",
        at(-7200),
        at(120),
    );
    let stage = Stage::new(&short);
    stage.lay(&fresh(HIGH));
    stage.approve();
    assert_eq!(stage.gate(&[]).status, 0);
    stage.at_the_end(|state| {
        state.advance(200);
    });
    let ended = stage.gate(&["--exec", "--", "terraform", "apply", "{plan}"]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.out.contains("OUTSIDE_WINDOW") || ended.out.contains("WINDOW"), "{ended:?}");
    assert!(stage.applied().is_empty());
}

#[test]
fn a_freeze_that_begins_while_it_is_judged_holds() {
    // The freeze begins two minutes from now; showing the plan takes until then.
    let now = crate::now();
    let at = |seconds: i64| {
        (now + jiff::SignedDuration::from_secs(seconds)).strftime("%Y-%m-%d %H:%M").to_string()
    };
    let freeze = format!(
        "clock {{\n  tolerance = \"0s\"\n  max_skew = \"1h\"\n}}\nfreeze \"soon\" {{\n  timezone = \"UTC\"\n  from = \"{}\"\n  to = \"{}\"\n  reason = \"r\"\n  owner = \"group:g\"\n}}\ngroup \"g\" {{ users = [\"bo\", \"dee\"] }}\n",
        at(120),
        at(7200),
    );
    let stage = Stage::new(&format!("{OPEN}{freeze}"));
    stage.lay(&fresh(LOW));
    assert_eq!(stage.gate(&[]).status, 0);
    stage.at_the_end(|state| {
        state.advance(200);
    });
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.unmet().contains(&"FREEZE_ACTIVE".to_owned()), "{ended:?}");
}

#[test]
fn a_push_or_a_policy_that_comes_in_while_it_is_judged_is_an_error() {
    for moved in ["head", "base"] {
        let stage = Stage::new(OPEN);
        stage.lay(&fresh(LOW));
        let head = stage.head();
        let call = if moved == "head" { "GET /repos/acme/infra/pulls/7" } else { "POST /api/graphql" };
        stage.at_the_third(call, move |state| {
            if moved == "head" {
                state.pull("acme/infra", 7).push("ana", "One more");
            } else {
                state.repo("acme/infra").moves("main", "dee", &["applygate.hcl"]);
            }
        });
        let error = stage.gate(&["--head", &head]).error();
        assert!(error.contains("changed while it was judged"), "{error}");
    }
}

#[test]
fn a_guard_that_only_the_configuration_at_base_has_is_missed_and_whoever_hides_it_gets_no_allow() {
    let recorded = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plan-files").join(LOW);
        std::fs::read_to_string(folder.join("tfconfig").join(name)).unwrap()
    };
    let guarded = recorded("m-database/main.tf").replace(
        "resource \"aws_db_instance\" \"this\" {",
        "resource \"aws_db_instance\" \"this\" {\n  lifecycle {\n    prevent_destroy = true\n  }",
    );
    assert_ne!(guarded, recorded("m-database/main.tf"));
    let stage = Stage::set(OPEN, |state| {
        let mut repository = state.repo("acme/infra");
        for name in ["main.tf", "outputs.tf", "variables.tf"] {
            let content =
                if name == "main.tf" { guarded.clone() } else { recorded(&format!("m-database/{name}")) };
            repository = repository.file("main", &format!("live/prod/modules/database/{name}"), &content);
            let network = recorded(&format!("m-network/{name}"));
            repository = repository.file("main", &format!("live/prod/modules/network/{name}"), &network);
        }
        repository.file("main", "live/prod/main.tf", &recorded("m-/main.tf"));
    });
    stage.lay(&fresh(LOW));
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.out.contains("prevent-destroy-removed"), "{ended:?}");
    let calls: std::collections::BTreeSet<String> = stage.github.calls().into_iter().collect();
    let of_git: Vec<&String> = calls.iter().filter(|call| call.contains("/git/")).collect();
    assert!(of_git.len() > 5, "{of_git:?}");
    for call in of_git {
        for fault in [Fault::Status(404), Fault::Status(403), Fault::Html] {
            stage.github.fail_times(Target::call(call), fault, 9);
            let ended = stage.gate(&[]);
            stage.github.heal();
            assert_ne!(ended.status, 0, "{call} {fault:?}: {ended:?}");
        }
    }
}

#[test]
fn a_policy_of_a_branch_that_anybody_could_make_decides_nothing() {
    let stage = Stage::set(OPEN, |state| {
        let tip = state.fresh_sha();
        state.repo("acme/infra").data().branches.insert("loose".to_owned(), tip);
        state.repo("acme/infra").file(
            "loose",
            "applygate.hcl",
            "environment \"dev\" {\n  match { dirs = [\"**\"] }\n  tier = \"development\"\n}\n",
        );
        state.pull("acme/infra", 7).set(|pull| pull.base_ref = "loose".to_owned());
    });
    stage.lay(&fresh(LOW));
    let error = stage.gate(&[]).error();
    assert!(
        error.contains("goes into `loose`, and about applies only the policy of `main` decides"),
        "{error}"
    );
    assert_eq!(stage.gate(&["--branch", "main"]).status, 1);
    // Whoever protects it may name it; a change that is judged by the policy there needs two approvals all the same.
    let named = ["--branch", "main", "--branch", "loose"];
    assert_eq!(stage.gate(&named).status, 3);
    stage.approve();
    let ended = stage.gate(&named);
    assert_eq!(ended.status, 0, "{ended:?}");
}
