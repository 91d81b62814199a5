//! In GitHub Actions, and several projects of one pull request.

use crate::fake_github::FakeGithub;
use crate::{HIGH, MEDIUM, Review, act, comment, conclusion, head, path, scene};

#[test]
fn in_actions_the_pull_request_is_found() {
    let github = FakeGithub::start(scene);
    let sha = head(&github);
    let events = [
        format!(r#"{{"pull_request": {{"number": 7, "head": {{"sha": "{sha}"}}}}}}"#),
        r#"{"issue": {"number": 7, "pull_request": {"url": "u"}}}"#.to_owned(),
        format!(r#"{{"workflow_run": {{"head_sha": "{sha}", "pull_requests": [{{"number": 7}}]}}}}"#),
    ];
    for event in events {
        let run = Review::offline(HIGH);
        let (file, summary) = (path(&run.folder, "event.json"), path(&run.folder, "summary.md"));
        std::fs::write(&file, &event).unwrap();
        let ended = run
            .env("GITHUB_API_URL", &github.api())
            .env("APPLYGATE_GITHUB_TOKEN", crate::TOKEN)
            .env("GITHUB_REPOSITORY", "acme/infra")
            .env("GITHUB_EVENT_PATH", file.to_str().unwrap())
            .env("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())
            .keep();
        assert_eq!(ended.0.status, 3, "{event}: {ended:?}");
        let summary = std::fs::read_to_string(summary).unwrap();
        assert!(summary.starts_with("## ✋ On hold"), "{summary}");
    }
}

#[test]
fn without_a_pull_request_or_a_token_it_says_what_is_missing() {
    for (arguments, variables, expected) in [
        (&[][..], &[][..], "--repo OWNER/NAME"),
        (&["--repo", "acme/infra"], &[], "--pr N"),
        (&["--repo", "acme/infra", "--pr", "7"], &[], "GITHUB_TOKEN"),
        (&["--repo", "acme/infra", "--pr", "7"], &[("APPLYGATE_APP_ID", "1")], "APPLYGATE_APP_KEY"),
    ] {
        let mut run = Review::offline(HIGH).with(arguments);
        for (name, value) in variables {
            run = run.env(name, value);
        }
        let ended = run.run();
        assert_eq!(ended.status, 1, "{ended:?}");
        assert!(ended.err.contains(expected), "{expected}: {ended:?}");
    }
}

#[test]
fn projects_share_one_comment_and_the_worst_decides() {
    let github = FakeGithub::start(scene);
    let other = |plan: &str, directory: &str| {
        let review = Review::bare(&github, plan);
        review.with(&["--dir", directory, "--workspace", "default"]).run()
    };
    assert_eq!(other("fixtures/plans/tags-only/plan.json", "live/dns").status, 0);
    assert_eq!(conclusion(&github), "success");
    assert_eq!(other(HIGH, "live/data").status, 3);
    assert_eq!(other("fixtures/plans/tags-only/plan.json", "live/dns").status, 0);
    assert_eq!(conclusion(&github), "action_required", "the other project still holds");
    let text = comment(&github);
    assert!(text.contains("live/data:default"), "{text}");
    // What another project was approved for is not what this one is.
    act(&github, |pull| {
        pull.later(5);
    });
    assert_eq!(other(MEDIUM, "live/dns").status, 3);
    assert!(comment(&github).contains("live/data:default"));
}
