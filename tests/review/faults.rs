//! Whatever fails, nothing is allowed by it, and it is said.

use crate::fake_github::{FakeGithub, Fault, State, Target};
use crate::{HIGH, OPEN, Review, act, comment, comments, conclusion, review, scene, status, with_policy};

/// What goes wrong here with every call; that of waiting and trying again is seen where facts are gathered.
const FAULTS: [Fault; 5] =
    [Fault::Status(403), Fault::Status(404), Fault::WrongType, Fault::CutBody, Fault::RetryAfter(3600)];

/// Everything is given: without a fault this allows.
fn allowed(state: &mut State) {
    with_policy(OPEN)(state);
}

fn approved() -> FakeGithub {
    let github = FakeGithub::start(allowed);
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
fn no_call_of_a_review_fails_into_an_allow() {
    let github = approved();
    github.forget();
    assert_eq!(review(&github).status, 0, "without a fault it is allowed");
    let calls = github.received();
    // Two teams would be two more: 25 are the most that an ordinary pull request may cost.
    assert!((15..=23).contains(&calls.len()), "{}: {:?}", calls.len(), github.calls());
    std::thread::scope(|scope| {
        for part in calls.chunks(calls.len().div_ceil(4)) {
            scope.spawn(move || {
                for request in part {
                    for fault in FAULTS {
                        check(request, fault);
                    }
                }
            });
        }
    });
}

fn check(request: &crate::fake_github::Request, fault: Fault) {
    let github = approved();
    // Numbers and bodies differ from scene to scene, so the call is named by its method and path alone.
    let call = request.call();
    github.fail(Target::call(&call), fault);
    let ended = review(&github);
    let context = format!("{call} with {fault:?}: {ended:?}");
    if call.starts_with("GET ") || call.ends_with("/graphql") {
        assert_eq!(ended.status, 1, "{context}");
        assert!(ended.out.contains(&call) || ended.err.contains(&call), "{context}");
    } else if !fault.after_effect() {
        // A write that answers nonsense may have been done, and is looked for.
        assert!(ended.err.contains(&call), "what could not be written is told: {context}");
        assert!(!call.contains("/statuses/") || ended.status == 1, "{context}");
    }
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
