//! What people try so that a change passes which should not.

use crate::fake_github::FakeGithub;
use crate::{
    HIGH, MEDIUM, OPEN, Review, act, comment, comments, conclusion, digits, folder, head, path, review,
    scene, with_policy,
};

#[test]
fn author_robot_reader_and_strangers_do_not_count() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    let line = format!("/applygate approve {}", digits(&github));
    act(&github, |pull| {
        pull.review("ana", "APPROVED")
            .comment("ana", &line)
            .review("ci[bot]", "APPROVED")
            .comment("ci[bot]", &line)
            .review("eve", "APPROVED")
            .comment("eve", &line)
            .comment("mallory", &line);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.unmet(), ["approvals"]);
    let text = comment(&github);
    assert!(text.contains("0 of 2 approvals"), "{text}");
    for who in ["ana", "ci[bot]", "eve", "mallory"] {
        assert!(text.contains(who), "it is told why {who} does not count: {text}");
    }
}

#[test]
fn a_co_author_and_a_pusher_do_not_count() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        state
            .pull("acme/infra", 7)
            .push("ana", "Name it\n\nCo-authored-by: bo <bo@example.com>")
            .push_commit("dee", Some("ana"), Some("ana"), "Once more")
            .later(5);
    });
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comment(&github).contains("0 of 2 approvals"), "{}", comment(&github));
}

#[test]
fn a_policy_that_the_change_loosens_holds_as_it_is_at_base() {
    // At base every medium change needs two; the branch says none, in the directory that is reviewed.
    const STRICT: &str = "approval \"all\" {\n  match { min_risk = \"medium\" }\n  count = 2\n  from  = [\"permission:write\"]\n}\n";
    let github = FakeGithub::start(|state| {
        with_policy(STRICT)(state);
        state.repo("acme/infra").file("change-7", "applygate.hcl", "");
        state.pull("acme/infra", 7).changes("applygate.hcl");
    });
    Review::of(&github, MEDIUM).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    let mut run = Review::of(&github, MEDIUM);
    let top = run.folder.path().to_owned();
    std::fs::write(top.join("applygate.hcl"), "").unwrap();
    // A directory that bears the name of the commit at the tip of the base branch is not that commit.
    let tip = github.with(|state| state.repositories["acme/infra"].branches["main"].clone());
    std::fs::create_dir(top.join(&tip)).unwrap();
    std::fs::write(top.join(&tip).join("applygate.hcl"), "").unwrap();
    run = run.with(&["--save-facts", "facts.json"]);
    let ended = run.run();
    assert_eq!(ended.status, 3, "{ended:?}");
    let text = comment(&github);
    assert!(text.contains("1 of 2 approvals"), "{text}");
    assert!(text.contains("It touches what decides about changes itself"), "{text}");
}

#[test]
fn no_policy_is_taken_from_the_command_line() {
    let github = FakeGithub::start(scene);
    let ended = Review::of(&github, HIGH).with(&["--policy", "loose.hcl"]).run();
    assert_eq!(ended.status, 2, "{ended:?}");
    assert!(github.received().is_empty());
}

#[test]
fn an_approval_of_another_plan_does_not_count_for_this_one() {
    let github = FakeGithub::start(with_policy(OPEN));
    Review::of(&github, MEDIUM).run();
    let line = format!("/applygate approve {}", digits(&github));
    act(&github, |pull| {
        pull.review("bo", "APPROVED").comment("dee", &line);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    let text = comment(&github);
    assert!(text.contains("0 of 2 approvals"), "{text}");
}

#[test]
fn a_plan_of_an_earlier_commit_is_not_shown_for_a_later_one() {
    let github = FakeGithub::start(scene);
    let planned = head(&github);
    act(&github, |pull| {
        pull.push("ana", "Something else").later(5);
    });
    let ended = Review::of(&github, HIGH).with(&["--head", &planned]).run();
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(comments(&github).is_empty(), "the run for the new head speaks");
    assert!(ended.out.contains("plan again"), "{ended:?}");
}

#[test]
fn a_marker_and_a_status_of_somebody_else_are_not_ours() {
    let github = FakeGithub::start(with_policy(OPEN));
    let ended = Review::of(&github, HIGH).with(&["--no-publish"]).run();
    let digest = ended.json()["approval_digest"].as_str().unwrap().to_owned();
    // Somebody forges the moment at which the plan was shown, approves, and plants a comment in our name.
    act(&github, |pull| {
        pull.status("ana", "applygate/live/prod:default", "success", &format!("allow: fine digest {digest}"))
            .comment("ana", "## ✅ Allowed\n\n<!-- applygate -->")
            .later(5)
            .review("bo", "APPROVED")
            .review("dee", "APPROVED")
            .later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(conclusion(&github), "action_required");
    assert_eq!(comments(&github).len(), 1, "a comment of our own, beside the planted one");
}

#[test]
fn a_workspace_that_the_branch_selects_lowers_nothing() {
    const DEVELOPMENT: &str =
        "environment \"dev\" {\n  match { workspaces = [\"dev\"] }\n  tier = \"development\"\n}\n";
    let github = FakeGithub::start(with_policy(DEVELOPMENT));
    let kept = folder();
    let facts = path(&kept, "facts.json");
    let with_nothing_said = |review: Review| {
        let state = review.folder.path().join(".terraform");
        std::fs::create_dir(&state).unwrap();
        std::fs::write(state.join("environment"), "dev").unwrap();
        review.env("TF_WORKSPACE", "dev").with(&["--save-facts", facts.to_str().unwrap()])
    };
    let ended = with_nothing_said(Review::bare(&github, HIGH)).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comment(&github).contains("production"), "{}", comment(&github));
    assert!(!comment(&github).contains("low risk"), "{}", comment(&github));
}
