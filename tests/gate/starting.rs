//! Who begins an apply: the table of segregation, through the command.

use crate::{HIGH, MEDIUM, OPEN, Stage, fresh};

#[test]
fn whoever_took_part_or_approved_does_not_apply_high_risk_by_hand() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(HIGH));
    stage.approve();
    for (who, expected) in [("ana", Some("SOD_CONTRIBUTOR")), ("bo", Some("SOD_APPROVER")), ("carla", None)] {
        let ended = stage
            .command("gate", &["tfplan", "--dir", "live/prod", "--deployer", who, "--format", "json"])
            .end();
        assert_eq!(ended.unmet().first().map(String::as_str), expected, "{who}: {ended:?}");
        assert_eq!(ended.status, if expected.is_some() { 3 } else { 0 }, "{who}");
    }
}

#[test]
fn whoever_alone_approved_does_not_apply() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(MEDIUM));
    stage.review();
    stage.act(|pull| {
        pull.review("bo", "APPROVED").later(5);
    });
    let by = |who: &str| {
        stage.command("gate", &["tfplan", "--dir", "live/prod", "--deployer", who, "--format", "json"]).end()
    };
    assert_eq!(by("bo").unmet(), ["SOD_SOLE_APPROVER"]);
    assert_eq!(by("ana").status, 0, "under the standard whoever asked may apply what another approved");
    let nobody = stage.command("gate", &["tfplan", "--dir", "live/prod", "--format", "json"]).end();
    assert_eq!(nobody.unmet(), ["SOD_DEPLOYER_UNKNOWN"]);
    let error = by("nobody-at-all").error();
    assert!(error.contains("who applies"), "{error}");
}

#[test]
fn in_actions_the_one_who_ran_it_is_found_and_a_push_is_automatic_once() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(HIGH));
    stage.approve();
    let merge = stage.github.with(|state| {
        let now = state.now;
        let pull = state.repositories.get_mut("acme/infra").unwrap().pulls.get_mut(&7).unwrap();
        (pull.merged, pull.state) = (Some(("ana".to_owned(), now)), "closed".to_owned());
        pull.merge_sha()
    });
    let event = stage.path("event.json");
    std::fs::write(&event, format!("{{\"ref\": \"refs/heads/main\", \"after\": \"{merge}\"}}")).unwrap();
    let run = |changed: &[(&str, &str)]| {
        let mut run =
            stage.command("gate", &["tfplan", "--dir", "live/prod", "--format", "json", "--pr", "7"]);
        // The number is found by the commit that was pushed.
        run = crate::runner::without_pull(&stage, run);
        let runner = [
            ("GITHUB_REPOSITORY", "acme/infra"),
            ("GITHUB_EVENT_PATH", event.to_str().unwrap()),
            ("GITHUB_EVENT_NAME", "push"),
            ("GITHUB_REF_TYPE", "branch"),
            ("GITHUB_REF_NAME", "main"),
            ("GITHUB_RUN_ATTEMPT", "1"),
            ("GITHUB_ACTOR", "ana"),
            ("GITHUB_TRIGGERING_ACTOR", "ana"),
        ];
        for (name, value) in runner.iter().chain(changed) {
            run = run.env(name, value);
        }
        run.end()
    };
    let ended = run(&[]);
    assert_eq!(ended.status, 0, "the merge of what was approved applies itself: {ended:?}");
    let again = run(&[("GITHUB_RUN_ATTEMPT", "2")]);
    assert_eq!(again.unmet(), ["SOD_CONTRIBUTOR"], "by hand it is somebody's");
    assert_eq!(run(&[("GITHUB_REF_NAME", "other")]).unmet(), ["SOD_CONTRIBUTOR"]);
    let dispatched = run(&[("GITHUB_EVENT_NAME", "workflow_dispatch"), ("GITHUB_TRIGGERING_ACTOR", "carla")]);
    assert_eq!(dispatched.status, 0, "{dispatched:?}");
}
