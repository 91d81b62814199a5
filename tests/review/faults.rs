//! Whatever fails, nothing is allowed by it, and it is said.

use crate::fake_github::{FakeGithub, Fault, Target};
use crate::{HIGH, OPEN, Review, act, comment, comments, conclusion, review, scene, status, with_policy};

/// Everything is given: without a fault this allows.
fn approved() -> FakeGithub {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    github
}

#[test]
fn reviews_that_cannot_be_read_are_an_error_and_published_as_one() {
    let github = approved();
    let call = "GET /repos/acme/infra/pulls/7/reviews";
    github.fail(Target::call(call), Fault::Status(403));
    let ended = review(&github);
    assert_eq!(ended.status, 1, "{ended:?}");
    assert_eq!(ended.json()["outcome"], "error");
    assert!(ended.out.contains(call), "the message names the call: {ended:?}");
    assert_eq!(conclusion(&github), "failure");
    assert_eq!(status(&github).state, "error");
    let text = comment(&github);
    assert!(text.starts_with("## ❌ Not judged") && text.contains("pull-requests: read"), "{text}");
}

#[test]
fn a_token_that_may_write_no_comment_still_writes_the_rest() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.forbidden.push("POST /repos/acme/infra/issues".to_owned());
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comments(&github).is_empty());
    assert!(ended.err.contains("the comment") && ended.err.contains("pull-requests: write"), "{ended:?}");
    assert_eq!(conclusion(&github), "action_required");
    assert_eq!(status(&github).state, "pending");
}

#[test]
fn a_token_that_may_write_nothing_is_an_error() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.forbidden.push("POST /repos/acme/infra/".to_owned());
    });
    let ended = review(&github);
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(ended.err.contains("statuses: write"), "{ended:?}");
}

#[test]
fn a_plan_that_cannot_be_read_is_an_error_in_the_pull_request_too() {
    let github = FakeGithub::start(scene);
    let run = Review::of(&github, HIGH);
    std::fs::write(run.folder.path().join("plan.json"), "{\"format_version\": \"1.2\"").unwrap();
    let ended = run.run();
    assert_eq!(ended.status, 1, "{ended:?}");
    assert_eq!(conclusion(&github), "failure");
    assert_eq!(status(&github).state, "error");
}

#[test]
fn a_clock_that_is_off_is_an_error() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.advance(-3600);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(ended.out.contains("CLOCK_SKEW"), "{ended:?}");
}

#[test]
fn a_closed_request_is_an_error_and_a_draft_holds() {
    let github = FakeGithub::start(scene);
    act(&github, |pull| {
        pull.set(|pull| pull.draft = true);
    });
    assert_eq!(review(&github).unmet()[0], "request");
    act(&github, |pull| {
        pull.set(|pull| pull.state = "closed".to_owned());
    });
    assert_eq!(review(&github).status, 1);
    assert_eq!(conclusion(&github), "failure");
}
