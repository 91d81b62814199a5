//! What was approved, shown or said elsewhere is tried here.

use crate::fake_github::{FakeGithub, Status};
use crate::{
    HIGH, MEDIUM, OPEN, Review, act, comment, conclusion, head, review, review_digest, scene, with_policy,
};

/// T7: an approval is of this change in this directory and workspace, on this base branch, in this repository.
#[test]
fn an_approval_counts_in_no_other_directory_workspace_branch_or_repository() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    let digest = review_digest(&github);
    let line = format!("/applygate approve {digest}");
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    act(&github, |pull| {
        pull.comment("bo", &line).comment("dee", &line).later(5);
    });
    assert_eq!(review(&github).status, 0, "here it counts");
    let elsewhere = |directory: &str, workspace: &str| {
        let run = Review::bare(&github, HIGH).with(&["--dir", directory, "--workspace", workspace]);
        run.with(&["--no-publish"]).run()
    };
    for (directory, workspace) in
        [("live/staging", "default"), ("live/prod", "blue"), ("live", "default"), ("Live/Prod", "default")]
    {
        let ended = elsewhere(directory, workspace);
        assert_eq!(ended.status, 3, "{directory}:{workspace}: {ended:?}");
        assert_ne!(ended.json()["approval_digest"], serde_json::json!(digest));
    }
    // What names the same directory in another way is the same.
    assert_eq!(elsewhere("./live//prod/", "default").status, 0);

    // The same branch is asked to be merged elsewhere.
    github.with(|state| {
        let tip = state.fresh_sha();
        state.repo("acme/infra").data().branches.insert("release".to_owned(), tip);
        state.repo("acme/infra").file("release", "applygate.hcl", OPEN);
        state.pull("acme/infra", 7).set(|pull| pull.base_ref = "release".to_owned());
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comment(&github).contains("0 of 2 approvals"), "{}", comment(&github));

    // Another repository, with everything copied: comments, reviews, even our statuses.
    let other = FakeGithub::start(|state| {
        state.repo("acme/other");
        with_policy(OPEN)(state);
    });
    let sha = head(&other);
    act(&other, |pull| {
        pull.status(
            "github-actions[bot]",
            "applygate/live/prod:default",
            "pending",
            &format!("hold: x digest {digest}"),
        )
        .later(5)
        .comment("bo", &line)
        .comment("dee", &line)
        .later(5);
    });
    assert_eq!(other.with(|state| state.repositories["acme/infra"].statuses[&sha].len()), 1);
    let ended = review(&other);
    assert_eq!(ended.status, 3, "{ended:?}");
}

/// T7: an approval in one request is none in another of the same branch.
#[test]
fn an_approval_in_one_request_is_none_in_another() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    let line = format!("/applygate approve {}", review_digest(&github));
    act(&github, |pull| {
        pull.review("bo", "APPROVED").comment("dee", &line).later(5);
    });
    assert_eq!(review(&github).status, 0);
    github.with(|state| {
        state.repo("acme/infra").open_pull(8, "ana").later(5);
    });
    let run =
        Review::bare(&github, HIGH).with(&["--dir", "live/prod", "--workspace", "default", "--pr", "8"]);
    let ended = run.run();
    // Said twice, `--pr` is a mistake; the request of the last is what is meant by the next.
    assert_ne!(ended.status, 0, "{ended:?}");
    let mut run = Review::nowhere(HIGH).with(&["--repo", "acme/infra", "--pr", "8"]);
    run = run.with(&["--dir", "live/prod", "--workspace", "default"]);
    let ended = run.env("GITHUB_API_URL", &github.api()).env("GITHUB_TOKEN", crate::TOKEN).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.unmet(), ["approvals"]);
}

/// T24: a status or a check of somebody else, or of another app, is neither the time of publication nor a row.
#[test]
fn what_others_post_under_our_names_is_not_ours() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        // The gate has an App of its own.
        state.viewer = "acme-gate[bot]".to_owned();
        state.app = Some((4711, "acme-gate".to_owned()));
    });
    let digest = Review::of(&github, HIGH).with(&["--no-publish"]).run().json()["approval_digest"].clone();
    let digest = digest.as_str().unwrap();
    act(&github, |mut pull| {
        for (number, creator) in
            ["github-actions[bot]", "ana", "bo", "acme-gate", "acme-gate[bot] "].iter().enumerate()
        {
            pull = pull
                .status(
                    creator,
                    "applygate/live/prod:default",
                    "success",
                    &format!("allow: fine digest {digest}"),
                )
                .status(creator, "applygate", "success", "allow: all projects")
                .status(creator, &format!("applygate/live/x{number}:default"), "success", "allow: nothing");
        }
        pull.later(5)
            .review("bo", "APPROVED")
            .comment("dee", &format!("/applygate approve {digest}"))
            .later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    let text = gate_comment(&github);
    assert!(text.contains("0 of 2 approvals") && text.contains("before this plan was shown"), "{text}");
    assert!(!text.contains("live/x"), "rows of others: {text}");
    assert!(!text.contains("L1"), "{text}");
    assert_eq!(conclusion(&github), "action_required");
    // Ours is there beside theirs, whatever they said before.
    let sha = head(&github);
    let ours: Vec<Status> = github.with(|state| {
        let all = &state.repositories["acme/infra"].statuses[&sha];
        all.iter().filter(|one| one.creator.as_deref() == Some("acme-gate[bot]")).cloned().collect()
    });
    assert_eq!(ours.len(), 1);
    assert_eq!(ours[0].state, "pending");
}

fn gate_comment(github: &FakeGithub) -> String {
    github.with(|state| {
        let comments = &state.repositories["acme/infra"].pulls[&7].comments;
        let ours = comments.iter().find(|one| one.user.as_deref() == Some("acme-gate[bot]"));
        ours.unwrap().body.clone()
    })
}

/// T24: with the token of a workflow everybody who may write can post what we post, and the verdict says so.
#[test]
fn with_the_token_of_a_workflow_the_verdict_says_that_it_is_advice() {
    for viewer in ["github-actions[bot]", "root"] {
        let github = FakeGithub::start(|state| {
            with_policy(OPEN)(state);
            state.viewer = viewer.to_owned();
        });
        let ended = review(&github);
        assert_eq!(ended.json()["assurance"]["level"], "L1", "{ended:?}");
        let text = github.with(|state| {
            let comments = &state.repositories["acme/infra"].pulls[&7].comments;
            comments.iter().find(|one| one.user.as_deref() == Some(viewer)).unwrap().body.clone()
        });
        assert!(text.contains("assurance `L1`"), "{text}");
        let ended = Review::of(&github, HIGH).format("text").run();
        assert!(ended.out.contains("assurance L1"), "{ended:?}");
    }
}

/// T36: who owns a fork decides what is pushed there.
#[test]
fn a_request_from_a_fork_holds_whoever_approves() {
    const ALLOWED: &str = "applygate {\n  forks = \"allow\"\n}\n";
    for (policy, gone) in
        [(OPEN.to_owned(), false), (OPEN.to_owned(), true), (format!("{ALLOWED}{OPEN}"), false)]
    {
        let github = FakeGithub::start(|state| {
            scene(state);
            state.repo("acme/infra").file("main", "applygate.hcl", &policy);
            state.repo("mallory/infra");
            state
                .pull("acme/infra", 7)
                .set(|pull| pull.head_repo = (!gone).then(|| "mallory/infra".to_owned()))
                .push("mallory", "Once more")
                .later(5);
        });
        assert_eq!(Review::of(&github, MEDIUM).run().status, 3);
        let line = format!("/applygate approve {}", review_digest(&github));
        act(&github, |pull| {
            pull.review("bo", "APPROVED").comment("bo", &line).comment("dee", &line).later(5);
        });
        let ended = Review::of(&github, MEDIUM).run();
        assert_eq!(ended.status, 3, "{ended:?}");
        // It is told all the same.
        let demands = ended.json()["requirements"].to_string();
        let expected = if policy.contains("allow") { "PUSHES_UNKNOWN" } else { "FORK" };
        assert!(demands.contains(expected), "{demands}");
        assert_eq!(conclusion(&github), "action_required");
        // Nothing is asked of the fork.
        assert!(github.calls().iter().all(|call| !call.contains("mallory/")), "{:?}", github.calls());
    }
}

/// Two plans for one project are no verdict, and whatever was said of it before does not stay.
#[test]
fn two_plans_for_one_project_are_an_error_that_everybody_sees() {
    const HARMLESS: &str = "fixtures/plans/noop/plan.json";
    let github = FakeGithub::start(scene);
    assert_eq!(Review::bare(&github, HARMLESS).run().status, 0);
    assert_eq!(conclusion(&github), "success");
    let run = Review::bare(&github, HARMLESS);
    std::fs::copy(format!("{}/{HIGH}", env!("CARGO_MANIFEST_DIR")), run.folder.path().join("other.json"))
        .unwrap();
    let ended = run.with(&["other.json"]).run();
    assert_eq!(ended.status, 1, "{ended:?}");
    assert_eq!(conclusion(&github), "failure");
    let sha = head(&github);
    let newest = github.with(|state| state.repositories["acme/infra"].statuses[&sha].last().unwrap().clone());
    assert_eq!((newest.context.as_str(), newest.state.as_str()), ("applygate/?:?", "error"));
    assert!(comment(&github).contains("2 plans are all for"), "{}", comment(&github));
}

/// Names that read the same are not the same project.
#[test]
fn no_project_takes_the_name_of_another() {
    let github = FakeGithub::start(scene);
    let run = |plan: &str, directory: &str, workspace: &str| {
        Review::bare(&github, plan).with(&["--dir", directory, "--workspace", workspace]).run()
    };
    assert_eq!(run(HIGH, "live", "prod:default").status, 3);
    assert_eq!(run("fixtures/plans/noop/plan.json", "live:prod", "default").status, 0);
    assert_eq!(conclusion(&github), "action_required", "{}", comment(&github));
}
