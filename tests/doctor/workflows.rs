//! Workflows as people write them.

use crate::fake_github::FakeGithub;
use crate::scenes::{Files, PLAN, REVIEW, enforced, enforced_files, strong, strong_files};
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
    assert!(workflow.contains("uses: ./applygate"), "the action stands in a folder of its own");
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

/// A workflow that plans, called by another.
fn called(permissions: &str, caller: &str) -> Files {
    let mut files = enforced_files();
    let plan = files[PLAN].replace("on: pull_request\npermissions:\n  contents: read\n", permissions);
    files.insert(PLAN, format!("on: workflow_call\n{plan}"));
    files.insert(
        ".github/workflows/caller.yml",
        format!("on: pull_request\njobs:\n  plan:\n    {caller}\n    uses: ./.github/workflows/plan.yml\n"),
    );
    files
}

#[test]
fn what_is_called_has_the_token_of_its_caller() {
    for (permissions, caller, state) in [
        ("permissions:\n  contents: read\n", "permissions: write-all", "ok"),
        ("", "permissions: write-all", "problem"),
        ("", "permissions: read-all", "ok"),
        ("", "name: plan", "ok"),
    ] {
        let ended = with(&called(permissions, caller));
        assert_eq!(ended.found("branch-code-apart").0, state, "{permissions} {caller}: {ended:?}");
    }
}

#[test]
fn a_review_that_is_called_is_as_good_as_what_calls_it() {
    for (events, state) in
        [("on: workflow_call", "unknown"), ("on: [workflow_call, pull_request]", "problem")]
    {
        let mut files = enforced_files();
        let review = files.get_mut(REVIEW).unwrap();
        let (_, rest) = review.split_once("permissions:").unwrap();
        *review = format!("{events}\npermissions:{rest}");
        assert_eq!(with(&files).found("workflow-from-base").0, state, "{events}");
        let call = "on: pull_request_target\npermissions: {}\njobs:\n  x:\n    uses: ./.github/workflows/review.yml\n";
        files.insert(".github/workflows/call.yml", call.to_owned());
        let called = if state == "unknown" { "ok" } else { "problem" };
        assert_eq!(with(&files).found("workflow-from-base").0, called, "{events}");
    }
}

#[test]
fn a_required_workflow_counts_by_what_it_does() {
    let run = |text: &'static str| {
        let github = FakeGithub::start(|state| {
            strong(state);
            state.repo("acme/guard").file("main", REVIEW, text);
        });
        Doctor::of(&github).files(&strong_files()).run()
    };
    let ended = run("on: pull_request\njobs:\n  lint:\n    steps:\n      - run: make lint\n");
    assert_eq!(ended.level(), "L2", "it requires nothing that reviews: {ended:?}");
    assert_eq!(ended.found("required-workflow").0, "problem", "{ended:?}");
    let ended = run(
        "on: pull_request\npermissions: write-all\njobs:\n  r:\n    steps:\n      - run: terraform init\n      - run: applygate review plan.json\n",
    );
    assert_eq!(ended.level(), "L1", "{ended:?}");
    assert_eq!(ended.ids("problem"), ["branch-code-apart", "review-job-clean"], "{ended:?}");
    let ended = run("jobs: [");
    assert_eq!(ended.found("required-workflow").0, "unknown", "{ended:?}");
    assert_eq!(ended.level(), "L1", "{ended:?}");
}

#[test]
fn what_pull_request_target_checks_out_is_told() {
    for (checkout, run, state) in [
        ("ref: ${{ github.event.pull_request.head.sha }}", "make lint", "problem"),
        ("ref: refs/pull/${{ github.event.number }}/merge", "make lint", "problem"),
        ("ref: ${{ inputs.ref }}", "make lint", "problem"),
        ("repository: ${{ github.event.pull_request.head.repo.full_name }}", "make lint", "problem"),
        ("ref: ${{ github.event.pull_request.head.sha }}", "applygate review plan.json", "ok"),
        ("ref: ${{ github.event.pull_request.base.sha }}", "make lint", "ok"),
        ("ref: database", "make lint", "ok"),
        ("fetch-depth: 0", "make lint", "ok"),
        ("fetch-depth: 0", "gh pr checkout 7\n          make lint", "problem"),
    ] {
        let mut files = enforced_files();
        let text = format!(
            "on: pull_request_target\npermissions: {{}}\njobs:\n  lint:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          {checkout}\n      - run: |\n          {run}\n"
        );
        files.insert(".github/workflows/lint.yml", text);
        let ended = with(&files);
        assert_eq!(ended.found("target-checkout").0, state, "{checkout}, {run}: {ended:?}");
    }
}

#[test]
fn a_local_action_is_the_branchs_own_unless_it_was_checked_out_from_elsewhere() {
    let own = "      - uses: actions/checkout@v4\n        with:\n          repository: acme/applygate\n          ref: ${{ vars.COMMIT }}\n          path: applygate\n";
    let of = |path: &str, reference: &str| {
        format!(
            "      - uses: actions/checkout@v4\n        with:\n          ref: {reference}\n          path: {path}\n"
        )
    };
    for (steps, state) in [
        (own.to_owned(), "ok"),
        (format!("{own}{}", of("change", "x")), "ok"),
        (format!("{own}{}", of("./change/", "x")), "ok"),
        (format!("{own}{}", of("applygate", "x")), "problem"),
        (format!("{own}{}", of("applygate/src", "x")), "problem"),
        (format!("{own}      - uses: actions/checkout@v4\n"), "problem"),
        (of("applygate", "main"), "problem"),
        (own.replace("vars.COMMIT", "github.event.pull_request.head.sha"), "problem"),
        (own.replace("vars.COMMIT", "inputs.commit"), "problem"),
        (own.replace("acme/applygate", "${{ github.event.pull_request.head.repo.full_name }}"), "problem"),
        ("      - uses: actions/checkout@v4\n".to_owned(), "problem"),
    ] {
        let mut files = enforced_files();
        files.insert(REVIEW, format!(
            "on: workflow_run\npermissions: {{}}\njobs:\n  review:\n    steps:\n{steps}      - uses: ./applygate\n"
        ));
        let ended = with(&files);
        assert_eq!(ended.found("review-job-clean").0, state, "{steps}: {ended:?}");
    }
}
