//! What people try with the plan file.

use std::fs;

use crate::plan_file::{hash, planned, replace, tool, write_program};
use crate::{HIGH, LOW, MEDIUM, OPEN, PROHIBITED, Stage, fresh, now};

#[test]
fn json_is_no_plan_file() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    fs::copy(stage.path("plan.json"), stage.path("tfplan")).unwrap();
    let error = stage.gate(&[]).error();
    assert!(error.contains("is JSON, which anybody can write"), "{error}");
    assert!(stage.github.received().is_empty(), "nobody is asked about it");
}

#[test]
fn a_plan_that_is_swapped_after_the_approval_is_not_approved() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(MEDIUM));
    stage.approve();
    assert_eq!(stage.gate(&[]).status, 0);
    stage.lay(&fresh(HIGH));
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.unmet(), ["PLAN_DRIFTED", "approval.high", "approval.medium"]);
}

#[test]
fn a_plan_that_is_made_anew_with_the_same_effect_stays_approved() {
    let stage = Stage::new(OPEN);
    stage.lay(&planned(HIGH, now() - jiff::SignedDuration::from_secs(0)));
    stage.approve();
    let later = planned(HIGH, now() + jiff::SignedDuration::from_secs(3));
    stage.lay(&later);
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 0, "{ended:?}");
}

#[test]
fn a_plan_that_changes_while_it_is_judged_is_an_error_and_not_applied() {
    let stage = Stage::new(OPEN);
    let (low, prohibited) = (fresh(LOW), fresh(PROHIBITED));
    stage.lay(&low);
    tool(stage.folder.path(), &[&low, &prohibited]);
    fs::write(stage.path("other"), &prohibited.archive).unwrap();
    fs::write(
        stage.path("before-show"),
        format!("cp '{0}/other' '{0}/tfplan'", stage.folder.path().display()),
    )
    .unwrap();
    let error = stage.gate(&["--exec", "--", "terraform", "apply", "{plan}"]).error();
    assert!(error.contains("was changed while it was judged"), "{error}");
    assert!(stage.applied().is_empty());
}

#[test]
fn what_is_applied_is_the_copy_that_was_judged() {
    let stage = Stage::new(OPEN);
    let low = fresh(LOW);
    stage.lay(&low);
    let temporary = stage.path("temporary");
    fs::create_dir(&temporary).unwrap();
    let arguments = ["tfplan", "--dir", "live/prod", "--deployer", "carla"];
    let apply = ["--exec", "--", "terraform", "apply", "-input=false", "{plan}"];
    let run = stage.command("gate", &[&arguments[..], &apply].concat());
    let ended = run.env("TMPDIR", temporary.to_str().unwrap()).end();
    assert_eq!(ended.status, 7, "the status of the command is passed on: {ended:?}");
    assert_eq!(stage.applied(), [hash(&low.archive)]);
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "a plan holds secrets, and no copy stays");
}

#[test]
fn a_command_is_run_on_nothing_but_an_allow() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(HIGH));
    let exec = ["--exec", "--", "terraform", "apply", "{plan}"];
    assert_eq!(stage.gate(&exec).status, 3);
    stage.lay(&fresh(PROHIBITED));
    assert_eq!(stage.gate(&exec).status, 4);
    assert!(stage.applied().is_empty());
    let ended = stage.gate(&["--exec", "--", "terraform", "apply", "tfplan"]);
    assert_eq!(ended.status, 2, "a command that names another file applies another file: {ended:?}");
    assert!(ended.err.contains("{plan}"), "{ended:?}");
    assert_eq!(stage.gate(&["--exec", "--", "no-such-program", "{plan}"]).status, 4);
    stage.lay(&fresh(LOW));
    assert_eq!(stage.gate(&["--exec", "--", "no-such-program", "{plan}"]).status, 1);
}

#[test]
fn a_tool_that_shows_another_plan_than_the_file_holds_is_found_out() {
    let stage = Stage::new(OPEN);
    // The file destroys a database; the tool shows that it is only updated, or left out.
    let mut prohibited = fresh(PROHIBITED);
    let forged = prohibited.json.replace("[\"delete\"]", "[\"no-op\"]");
    assert_ne!(forged, prohibited.json);
    prohibited.json = forged;
    stage.lay(&prohibited);
    assert_eq!(stage.gate(&[]).status, 4, "both sides of the change tell what happens");
    let (low, file) = (fresh(LOW), fresh(PROHIBITED));
    stage.lay(&crate::Planned { archive: file.archive, json: low.json });
    let error = stage.gate(&[]).error();
    assert!(error.contains("what the tool shows") && error.contains("is deleted in the file"), "{error}");
}

#[test]
fn json_that_the_branch_brings_along_is_not_read() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(PROHIBITED));
    for name in ["default.json", "tfplan.json", "live-default.json"] {
        fs::write(stage.path(name), fresh(LOW).json).unwrap();
    }
    assert_eq!(stage.gate(&[]).status, 4);
}

#[test]
fn a_plan_of_another_version_is_not_shown_by_this_tool() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    let other = "#!/bin/sh\necho '{\"terraform_version\":\"1.9.0\"}'\n";
    write_program(&stage.path("terraform"), other);
    let error = stage.gate(&[]).error();
    assert!(error.contains("made by version 1.11.4"), "{error}");
    // Atlantis lays versions beside each other, under names of their own.
    tool(stage.folder.path(), &[&fresh(LOW)]);
    fs::rename(stage.path("terraform"), stage.path("terraform1.11.4")).unwrap();
    write_program(&stage.path("terraform"), other);
    stage.lay_file(&fresh(LOW));
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 0, "{ended:?}");
}

#[test]
fn an_old_plan_and_one_older_than_its_commit_are_refused() {
    let stage = Stage::new(OPEN);
    for (ago, expected) in [(25 * 3600, "hours old"), (600, "older than the commit")] {
        stage.lay(&planned(LOW, now() - jiff::SignedDuration::from_secs(ago)));
        let ended = stage.gate(&[]);
        assert_eq!(ended.unmet(), ["PLAN_STALE"], "{ended:?}");
        assert!(ended.out.contains(expected), "{ended:?}");
    }
}

#[test]
fn a_targeted_plan_is_told_even_by_a_tool_that_does_not_say_so() {
    let stage = Stage::new(OPEN);
    let mut low = fresh(LOW);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plan-files").join(LOW);
    let mut plan = fs::read(folder.join("tfplan")).unwrap();
    let recorded = fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(LOW).join("plan.json"),
    )
    .unwrap();
    let time = |json: &str| json.split("\"timestamp\":\"").nth(1).unwrap()[..20].to_owned();
    replace(&mut plan, time(&recorded).as_bytes(), time(&low.json).as_bytes());
    // Field 5: the address of a target.
    plan.extend(b"\x2a\x0aaws_x.some");
    low.archive = crate::plan_file::zip(&[("tfplan".to_owned(), plan)]);
    // OpenTofu does not say whether a plan is complete.
    low.json = low.json.replace("\"complete\":true,", "");
    assert!(!low.json.contains("\"complete\""));
    stage.lay(&low);
    let ended = stage.gate(&[]);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.out.contains("plan-incomplete"), "{ended:?}");
}
