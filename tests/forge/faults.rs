//! Every call of an evaluation fails in every way, and facts are never made of the rest.

use std::time::Duration;

use applygate::facts::{Facts, Members};
use applygate::forge::Patience;
use applygate::problem::{Code, Problem};

use crate::fake_github::{FakeGithub, Fault, Request, State, Target};
use crate::{PATIENCE, TOKEN, connect, connect_with, gather, ordinary, wanted};

/// A pull request on which every call is made that gathering knows.
fn everything(scene: &mut State) {
    ordinary(scene);
    scene
        .pull("acme/infra", 7)
        .review("cy", "CHANGES_REQUESTED")
        .dismiss("cy", "bo")
        .later(60)
        .push("ana", "Once more")
        .later(60)
        .review("dee", "APPROVED");
}

fn try_gather(github: &FakeGithub, patience: Patience) -> Result<Facts, Problem> {
    connect_with(github, patience).gather(&wanted(&["acme/dba", "acme/senior"]))
}

/// The calls of an evaluation without a fault.
fn all_calls() -> Vec<Request> {
    let github = FakeGithub::start(everything);
    try_gather(&github, PATIENCE).unwrap();
    assert_eq!(github.unknown(), Vec::<String>::new());
    github.received()
}

#[test]
fn no_fault_of_any_call_is_passed_over() {
    let calls = all_calls();
    assert!(calls.len() >= 20, "the scene makes every call: {}", calls.len());
    let patience = Patience { tries: 2, ..PATIENCE };
    for request in &calls {
        for fault in Fault::ALL {
            let github = FakeGithub::start(everything);
            github.fail(Target::Same(Box::new(request.clone())), fault);
            check(&github, request, fault, patience);
        }
    }
}

#[test]
fn no_silence_of_any_call_is_passed_over() {
    // Silence takes its time, so all calls fall silent at once, each on a server of its own.
    let patience = Patience { tries: 1, timeout: Duration::from_secs(4), ..PATIENCE };
    std::thread::scope(|scope| {
        for request in all_calls() {
            scope.spawn(move || {
                let github = FakeGithub::start(everything);
                github.fail(Target::Same(Box::new(request.clone())), Fault::Timeout);
                check(&github, &request, Fault::Timeout, patience);
            });
        }
    });
}

/// Gathers where one call fails, and looks at what comes of it.
fn check(github: &FakeGithub, request: &Request, fault: Fault, patience: Patience) {
    let call = request.call();
    let context = format!("{call} {} with {fault:?}", request.query);
    match try_gather(github, patience) {
        Err(problem) => {
            assert!(problem.message.contains(&call), "{context}: {}", problem.message);
            assert!(problem.help.is_some(), "{context}");
            let shown = format!("{problem:?}");
            assert!(!shown.contains(TOKEN), "{context}: the token is shown");
        }
        // What may not be read of a team is a fact of its own, and says so.
        Ok(facts) => {
            assert!(call.starts_with("GET /orgs/"), "{context}: facts came out");
            let teams = facts.teams.unwrap();
            let told = teams.iter().any(|team| match &team.members {
                Members::Unreadable(why) => why.contains(&call) && why.contains("members: read"),
                Members::Read(_) => false,
            });
            assert!(told, "{context}: {teams:?}");
        }
    }
}

#[test]
fn a_fault_that_passes_is_overcome() {
    for request in &all_calls() {
        for fault in [
            Fault::Status(502),
            Fault::Closed,
            Fault::CutStream,
            Fault::RetryAfter(0),
            Fault::PrimaryLimit(-1),
        ] {
            let github = FakeGithub::start(everything);
            github.fail_times(Target::Same(Box::new(request.clone())), fault, 1);
            let facts = try_gather(&github, PATIENCE);
            assert!(facts.is_ok(), "{} with {fault:?}: {:?}", request.call(), facts.unwrap_err());
        }
    }
}

#[test]
fn a_read_is_tried_three_times_and_a_refusal_once() {
    let call = "GET /repos/acme/infra/pulls/7/reviews";
    for (fault, expected) in [
        (Fault::Status(500), 3),
        (Fault::Closed, 3),
        (Fault::Status(404), 1),
        (Fault::Status(403), 1),
        (Fault::WrongType, 1),
        (Fault::PrimaryLimit(3600), 1),
        (Fault::RetryAfter(3600), 1),
        (Fault::SecondaryLimit, 1),
        (Fault::RetryAfter(0), 3),
    ] {
        let github = FakeGithub::start(ordinary);
        github.fail(Target::call(call), fault);
        gather(&github, &[]).unwrap_err();
        assert_eq!(github.count(call), expected, "{fault:?}");
    }
}

#[test]
fn a_used_up_limit_says_when_it_ends() {
    for (fault, until) in [
        (Fault::PrimaryLimit(3600), "2026-11-21 13:04:00 UTC"),
        (Fault::RetryAfter(120), "2026-11-21 12:06:00 UTC"),
    ] {
        let github = FakeGithub::start(ordinary);
        github.fail(Target::call("GET /repos/acme/infra/pulls/7"), fault);
        let problem = gather(&github, &[]).unwrap_err();
        assert_eq!(problem.code, Code::RateLimited);
        assert_eq!(problem.help, Some(format!("run again after {until}")));
    }
}

#[test]
fn each_way_to_fail_has_its_code() {
    for (fault, code) in [
        (Fault::Status(401), Code::TokenRefused),
        (Fault::Status(403), Code::ForgeRefused),
        (Fault::Status(404), Code::NotFound),
        (Fault::Status(500), Code::ForgeUnavailable),
        (Fault::Closed, Code::ForgeUnavailable),
        (Fault::Timeout, Code::ForgeUnavailable),
        (Fault::SecondaryLimit, Code::RateLimited),
        (Fault::Status(429), Code::RateLimited),
        (Fault::CutBody, Code::PartialData),
        (Fault::WrongType, Code::PartialData),
        (Fault::Redirect, Code::PartialData),
    ] {
        let github = FakeGithub::start(ordinary);
        github.fail(Target::call("GET /repos/acme/infra/pulls/7"), fault);
        let patience = Patience { timeout: Duration::from_millis(500), ..PATIENCE };
        let problem = connect_with(&github, patience).gather(&wanted(&[])).unwrap_err();
        assert_eq!(problem.code, code, "{fault:?}");
    }
}

#[test]
fn a_redirect_does_not_take_the_token_along() {
    let github = FakeGithub::start(ordinary);
    let call = "GET /repos/acme/infra/pulls/7";
    github.fail(Target::call(call), Fault::Redirect);
    let problem = connect(&github).gather(&wanted(&[])).unwrap_err();
    assert!(problem.help.unwrap().contains("redirects are not followed"));
    assert_eq!(github.calls(), [call]);
}

#[test]
fn an_answer_of_graphql_in_part_is_none() {
    let github = FakeGithub::start(ordinary);
    github.with(|state| state.graphql_error = Some("Something went wrong".to_owned()));
    let problem = gather(&github, &[]).unwrap_err();
    assert_eq!(problem.code, Code::PartialData);
    assert!(problem.message.contains("Something went wrong"), "{}", problem.message);
}
