//! Workflows as people write them.

use crate::fake_github::FakeGithub;
use crate::scenes::{Files, PLAN, REVIEW, enforced, enforced_files};
use crate::{Doctor, Ended, read};

fn with(files: &Files) -> Ended {
    let github = FakeGithub::start(enforced);
    Doctor::of(&github).files(files).run()
}

#[test]
fn a_workflow_that_cannot_be_read_leaves_all_of_them_open() {
    for text in ["jobs: [", "on: push\non: pull_request\njobs: {}\n", "name: x\n", &"[".repeat(10_000)] {
        let mut files = enforced_files();
        files.insert(".github/workflows/odd.yml", text.to_owned());
        let ended = with(&files);
        assert_eq!(ended.level(), "L1", "{ended:?}");
        for id in [
            "workflow-from-base",
            "branch-code-apart",
            "review-job-clean",
            "target-checkout",
            "app-key-guarded",
        ] {
            assert!(
                ended.checks("unknown").iter().any(|(known, why)| known == id && why.contains("odd.yml")),
                "{id}: {ended:?}"
            );
        }
    }
}

#[test]
fn the_workflow_of_the_documentation_is_advisory_and_sound() {
    let page = read("docs/review.md");
    let (_, rest) = page.split_once("```yaml\nname: applygate\n").unwrap();
    let (workflow, _) = rest.split_once("```").unwrap();
    let ended = with(&[(REVIEW, format!("name: applygate\n{workflow}"))].into());
    assert_eq!(ended.level(), "L1", "{ended:?}");
    for id in ["branch-code-apart", "review-job-clean", "target-checkout", "app-key-guarded", "review-runs"] {
        assert_eq!(ended.found(id).0, "ok", "{id}: {ended:?}");
    }
    assert_eq!(ended.found("workflow-from-base").0, "problem", "it runs as the branch has it");
}

#[test]
fn events_from_the_branch_are_told() {
    for (event, state) in [
        ("pull_request_target", "ok"),
        ("issue_comment", "ok"),
        ("pull_request", "problem"),
        ("pull_request_review", "problem"),
        ("merge_group", "problem"),
        ("[workflow_run, workflow_dispatch]", "problem"),
    ] {
        let mut files = enforced_files();
        let review = files.get_mut(REVIEW).unwrap();
        let (_, rest) = review.split_once("permissions:").unwrap();
        *review = format!("on: {event}\npermissions:{rest}");
        let ended = with(&files);
        assert_eq!(ended.found("workflow-from-base").0, state, "{event}: {ended:?}");
    }
}

#[test]
fn what_is_not_seen_is_not_known() {
    let mut files = enforced_files();
    files.insert(
        ".github/workflows/call.yml",
        "on: pull_request\njobs:\n  plan:\n    permissions: write-all\n    uses: acme/shared/.github/workflows/plan.yml@main\n"
            .to_owned(),
    );
    let ended = with(&files);
    assert_eq!(ended.found("branch-code-apart"), (
        "unknown".to_owned(),
        "it holds a token that may write everything, and what `acme/shared/.github/workflows/plan.yml@main` runs is not seen from here".to_owned()
    ));
    assert_eq!(ended.level(), "L1");
}

#[test]
fn loose_actions_are_advice() {
    let mut files = enforced_files();
    let plan = files.get_mut(PLAN).unwrap();
    *plan = plan.replace("11bd71901bbe5b1630ceea73d27597364c9af683", "v4");
    let ended = with(&files);
    assert_eq!(ended.level(), "L2", "{ended:?}");
    let (state, found) = ended.found("action-pinned");
    assert_eq!((state.as_str(), found.as_str()), ("problem", "by a tag or a branch: `actions/checkout@v4`"));
}
