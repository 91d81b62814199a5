//! What lies around the plan: the tools that show and apply it, and what they are told.

use std::fs;

use crate::plan_file::write_program;
use crate::{LOW, OPEN, Stage, TOKEN, fresh};

#[test]
fn what_a_plan_starts_gets_none_of_our_secrets() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    let seen = stage.path("seen");
    fs::write(stage.path("before-show"), format!("env >> '{}'", seen.display())).unwrap();
    let apply = format!("env >> '{}'; : {{plan}}", seen.display());
    let arguments =
        ["tfplan", "--dir", "live/prod", "--deployer", "carla", "--exec", "--", "sh", "-c", &apply];
    let ended = stage
        .command("gate", &arguments)
        .env("APPLYGATE_GITHUB_TOKEN", TOKEN)
        .env("GITHUB_TOKEN", "ghs_OfTheJob")
        .env("APPLYGATE_DIGEST_KEY", "0123456789abcdef0123456789abcdef")
        .env("TF_REATTACH_PROVIDERS", "{}")
        .end();
    assert_eq!(ended.status, 0, "{ended:?}");
    let seen = fs::read_to_string(seen).unwrap();
    assert!(seen.matches("GITHUB_API_URL=").count() == 2, "both were run: {seen}");
    for secret in [TOKEN, "0123456789abcdef"] {
        assert!(!seen.contains(secret), "{seen}");
    }
    // A provider that is applied may need the token of the job; one that is shown does not.
    assert_eq!(seen.matches("ghs_OfTheJob").count(), 1, "{seen}");
    assert_eq!(seen.matches("TF_REATTACH_PROVIDERS").count(), 1, "{seen}");
}

#[test]
fn a_tool_in_the_directory_that_is_planned_is_not_run() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    fs::create_dir(stage.path("bin")).unwrap();
    fs::copy(stage.path("terraform"), stage.path("bin/terraform1.11.4")).unwrap();
    for path in ["", ":/nowhere", "/nowhere:", ".:/nowhere", "bin"] {
        let arguments = ["tfplan", "--dir", "live/prod", "--deployer", "carla", "--format", "json"];
        let error = stage.command("gate", &arguments).env("PATH", path).end().error();
        assert!(error.contains("neither `terraform` nor `tofu` is on PATH"), "{path}: {error}");
    }
    // A folder that comes last does not win by the longer name.
    let folder = stage.folder.path().display();
    write_program(&stage.path("bin/terraform1.11.4"), &format!("#!/bin/sh\ntouch '{folder}/ran'\n"));
    let path = format!("{folder}:/usr/bin:/bin:{folder}/bin");
    let arguments = ["tfplan", "--dir", "live/prod", "--deployer", "carla", "--format", "json"];
    assert_eq!(stage.command("gate", &arguments).env("PATH", &path).end().status, 0);
    assert!(!stage.path("ran").exists());
    // What cannot be run is none, either.
    write_program(&stage.path("bin/terraform"), "");
    fs::write(stage.path("terraform1.11.4"), "").unwrap();
    assert_eq!(stage.gate(&[]).status, 0);
}
