//! Several projects of one pull request: a plan that vanished is marked, and not forgotten.

use crate::fake_github::{FakeGithub, Fault, State, Target};
use crate::{HIGH, Review, TOKEN, act, comment, conclusion, head, scene};

const HARMLESS: &str = "fixtures/plans/tags-only/plan.json";
/// How the comment marks one; the commit and the conclusion follow.
const GONE: &str = "no plan on this commit (last seen on ";

fn run(github: &FakeGithub, plan: &str, directory: &str) -> crate::Ended {
    Review::bare(github, plan).with(&["--dir", directory, "--workspace", "default"]).run()
}

/// Both projects are judged: one holds, the other is allowed.
fn both(github: &FakeGithub) {
    assert_eq!(run(github, HIGH, "live/data").status, 3);
    assert_eq!(run(github, HARMLESS, "live/dns").status, 0);
}

/// The row of another project in the comment.
fn row(github: &FakeGithub, project: &str) -> String {
    let text = comment(github);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains(&format!("`{project}`"))).collect();
    assert_eq!(rows.len(), 1, "{text}");
    rows[0].to_owned()
}

fn title(github: &FakeGithub) -> String {
    let head = head(github);
    github.with(|state| state.repositories["acme/infra"].checks[&head].last().unwrap().title.clone().unwrap())
}

fn seen(sha: &str, conclusion: &str) -> String {
    format!("{GONE}`{}`: {conclusion})", &sha[..7])
}

#[test]
fn on_the_same_commit_a_row_stays_as_it_was() {
    let github = FakeGithub::start(scene);
    both(&github);
    assert!(!row(&github, "live/data:default").contains("no plan"));
    assert!(row(&github, "live/data:default").contains("**hold**"));
}

#[test]
fn a_project_without_a_plan_on_this_commit_is_marked_and_holds_the_check() {
    let github = FakeGithub::start(scene);
    both(&github);
    let first = head(&github);
    act(&github, |pull| {
        pull.push("ana", "Leave the data out").later(5);
    });
    assert_eq!(run(&github, HARMLESS, "live/dns").status, 0, "by itself it is allowed");
    let marked = row(&github, "live/data:default");
    assert!(marked.contains("✋ **hold**") && marked.contains(&seen(&first, "hold")), "{marked}");
    assert_eq!(conclusion(&github), "action_required", "what branch protection sees");
    let text = comment(&github);
    assert!(text.contains("passes only once all of them are allowed"), "{text}");
    assert!(text.contains("Next: plan it on this commit and review that"), "{text}");
    assert_eq!(title(&github), "hold: another project of this pull request is not allowed");

    // It is remembered over any number of pushes, and by the commit where it was seen.
    for _ in 0..3 {
        act(&github, |pull| {
            pull.push("ana", "More").later(5);
        });
        run(&github, HARMLESS, "live/dns");
    }
    assert!(row(&github, "live/data:default").contains(&seen(&first, "hold")));
    assert_eq!(conclusion(&github), "action_required");

    // A plan of it on this commit is what helps.
    assert_eq!(run(&github, HARMLESS, "live/data").status, 0);
    assert!(!comment(&github).contains(GONE), "{}", comment(&github));
    assert_eq!(conclusion(&github), "success");
    assert_eq!(github.unknown(), Vec::<String>::new());
}

#[test]
fn what_was_allowed_on_an_earlier_commit_is_not_allowed_on_this_one() {
    let github = FakeGithub::start(scene);
    run(&github, HARMLESS, "live/dns");
    let first = head(&github);
    act(&github, |pull| {
        pull.push("ana", "More").later(5);
    });
    assert_eq!(run(&github, HARMLESS, "live/web").status, 0);
    assert!(row(&github, "live/dns:default").contains(&seen(&first, "allow")));
    assert_eq!(conclusion(&github), "action_required");
}

#[test]
fn a_push_by_force_makes_nothing_forgotten() {
    let github = FakeGithub::start(scene);
    both(&github);
    let first = head(&github);
    act(&github, |pull| {
        pull.force_push("ana", "Once more, without the data").later(5);
    });
    github.forget();
    assert_eq!(run(&github, HARMLESS, "live/dns").status, 0);
    assert!(github.received().len() <= 25, "{:?}", github.calls());
    assert!(row(&github, "live/data:default").contains(&seen(&first, "hold")));
    assert_eq!(conclusion(&github), "action_required");
}

#[test]
fn nobody_hides_a_project_behind_a_status_of_their_own() {
    let github = FakeGithub::start(scene);
    both(&github);
    let first = head(&github);
    // Of statuses with one name GraphQL tells the newest alone. And nobody makes a project up.
    act(&github, |pull| {
        pull.status("ana", "applygate/live/data:default", "success", "allow: fine")
            .status("ana", "applygate/live/made-up:default", "error", "error: none")
            .push("ana", "Leave the data out")
            .later(5)
            .status("ana", "applygate/live/data:default", "success", "allow: fine");
    });
    assert_eq!(run(&github, HARMLESS, "live/dns").status, 0);
    assert!(row(&github, "live/data:default").contains(&seen(&first, "hold")));
    assert!(!comment(&github).contains("made-up"), "{}", comment(&github));
    assert_eq!(conclusion(&github), "action_required");
}

#[test]
fn an_earlier_request_from_the_same_branch_is_not_this_one() {
    let github = FakeGithub::start(|state: &mut State| {
        scene(state);
        state.pull("acme/infra", 7).status(
            "github-actions[bot]",
            "applygate/live/old:default",
            "pending",
            "hold: something",
        );
        state.advance(10);
        let now = state.now;
        // Opened anew, after what stood there was replaced.
        state.pull("acme/infra", 7).force_push("ana", "Another thing").later(10).set(|pull| {
            pull.created = now + jiff::SignedDuration::from_secs(5);
        });
    });
    assert_eq!(run(&github, HARMLESS, "live/dns").status, 0);
    assert!(!comment(&github).contains("live/old"), "{}", comment(&github));
    assert_eq!(conclusion(&github), "success");
}

#[test]
fn an_error_without_a_known_place_is_no_project_that_vanished() {
    let github = FakeGithub::start(scene);
    let broken = Review::bare(&github, HARMLESS).with(&["--dir", "live/dns"]);
    std::fs::write(broken.folder.path().join("plan.json"), "{").unwrap();
    assert_eq!(broken.run().status, 1);
    assert_eq!(conclusion(&github), "failure");
    act(&github, |pull| {
        pull.push("ana", "Once more").later(5);
    });
    assert_eq!(run(&github, HARMLESS, "live/dns").status, 0);
    assert!(!comment(&github).contains(GONE), "{}", comment(&github));
    assert_eq!(conclusion(&github), "success");
}

#[test]
fn an_error_on_a_plan_file_is_told_under_the_name_that_the_next_run_has() {
    let github = FakeGithub::start(scene);
    github.fail_times(Target::call("GET /repos/acme/infra/pulls/7/reviews"), Fault::Status(403), 1);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/plans/rds-module-removed/plan.tfplan");
    let first = Review::bare(&github, HARMLESS).with(&["--dir", "live/prod"]);
    std::fs::copy(file, first.folder.path().join("plan.json")).unwrap();
    assert_eq!(first.run().status, 1);
    assert_eq!(crate::status(&github).state, "error", "of `live/prod:default`");
    assert_eq!(run(&github, HARMLESS, "live/prod").status, 0);
    assert_eq!(conclusion(&github), "success", "the error is no longer there");
}

#[test]
fn where_no_check_run_can_be_written_the_status_that_stands_in_is_no_success_either() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.app = None;
    });
    both(&github);
    act(&github, |pull| {
        pull.push("ana", "Leave the data out").later(5);
    });
    run(&github, HARMLESS, "live/dns");
    let head = head(&github);
    let together = github.with(|state| {
        let statuses = &state.repositories["acme/infra"].statuses[&head];
        statuses.iter().rfind(|status| status.context == "applygate").unwrap().state.clone()
    });
    assert_eq!(together, "pending");
}

#[test]
fn earlier_heads_that_cannot_be_read_are_an_error() {
    for fault in [Fault::Status(403), Fault::Status(502), Fault::EmptyObject, Fault::CutBody] {
        let github = FakeGithub::start(scene);
        both(&github);
        act(&github, |pull| {
            pull.force_push("ana", "Leave the data out").later(5);
        });
        github.forget();
        assert_eq!(run(&github, HARMLESS, "live/dns").status, 0);
        let asked =
            github.received().into_iter().find(|request| request.body.contains("object(oid")).unwrap();
        github.fail(Target::Same(Box::new(asked)), fault);
        let ended = run(&github, HARMLESS, "live/dns");
        assert_eq!(ended.status, 1, "{fault:?}: {ended:?}");
        assert!(ended.out.contains("the statuses of earlier heads"), "{fault:?}: {ended:?}");
        assert_eq!(conclusion(&github), "failure");
        assert!(!ended.out.contains(TOKEN));
    }
}
