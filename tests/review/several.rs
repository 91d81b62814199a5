//! Several projects of one pull request.

use std::collections::BTreeMap;

use crate::fake_github::FakeGithub;
use crate::{HIGH, MEDIUM, Review, act, comment, comments, conclusion, head, scene};

const HARMLESS: &str = "fixtures/plans/tags-only/plan.json";
const PROHIBITED: &str = "fixtures/plans/rds-destroy-unguarded-block-deleted/plan.json";

/// The newest status of each project on the head.
fn states(github: &FakeGithub) -> BTreeMap<String, String> {
    let head = head(github);
    github.with(|state| {
        let all = &state.repositories["acme/infra"].statuses[&head];
        all.iter().map(|one| (one.context.clone(), one.state.clone())).collect()
    })
}

fn pairs<'a>(pairs: &[(&'a str, &'a str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, state)| ((*name).to_owned(), (*state).to_owned())).collect()
}

#[test]
fn two_plans_of_one_run_have_a_row_and_a_status_each() {
    let github = FakeGithub::start(scene);
    let ended = Review::several(&github, &[("live/dns", HARMLESS), ("live/data", PROHIBITED)]).run();
    assert_eq!(ended.status, 4, "{ended:?}");
    let expected = pairs(&[("applygate/live/data:?", "failure"), ("applygate/live/dns:?", "success")]);
    assert_eq!(states(&github), expected);
    assert_eq!(conclusion(&github), "failure", "the worst of them");
    let text = comment(&github);
    assert!(text.starts_with("## 🛑 Blocked"), "{text}");
    for row in ["- 🛑 **block** `live/data/plan.json`: ", "- ✅ **allow** `live/dns/plan.json`: "] {
        assert_eq!(text.lines().filter(|line| line.starts_with(row)).count(), 1, "{row}: {text}");
    }
    let id = comments(&github)[0].id;

    // A run for one of them keeps the row of the other, and speaks in the same comment.
    let ended = Review::several(&github, &[("live/dns", MEDIUM)]).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    let expected = pairs(&[("applygate/live/data:?", "failure"), ("applygate/live/dns:?", "pending")]);
    assert_eq!(states(&github), expected);
    assert_eq!(conclusion(&github), "failure", "the other is prohibited still");
    let text = comment(&github);
    assert!(text.contains("- 🛑 **block** `live/data:?`: "), "{text}");
    assert!(!text.contains("live/dns/plan.json`: "), "{text}");
    assert_eq!(comments(&github)[0].id, id);

    // And the other way round.
    assert_eq!(Review::several(&github, &[("live/data", HARMLESS)]).run().status, 0);
    assert_eq!(conclusion(&github), "action_required");
    assert!(comment(&github).contains("- ✋ **hold** `live/dns:?`: "), "{}", comment(&github));
    assert_eq!(comments(&github)[0].id, id);
}

#[test]
fn each_project_is_approved_by_its_own_digest() {
    let github = FakeGithub::start(scene);
    let both = || Review::several(&github, &[("live/a", MEDIUM), ("live/b", MEDIUM)]).run();
    assert_eq!(both().status, 3);
    let text = comment(&github);
    let lines: Vec<String> =
        text.lines().filter(|line| line.starts_with("/applygate approve ")).map(str::to_owned).collect();
    assert!(lines.len() == 2 && lines[0] != lines[1], "one line to copy for each: {text}");
    act(&github, |pull| {
        pull.comment("bo", &lines[0]).later(5);
    });
    assert_eq!(both().status, 3);
    let expected = pairs(&[("applygate/live/a:?", "success"), ("applygate/live/b:?", "pending")]);
    assert_eq!(states(&github), expected);
    act(&github, |pull| {
        pull.comment("bo", &lines[1]).later(5);
    });
    let ended = both();
    assert_eq!(ended.status, 0, "one person approves both: {ended:?} {}", comment(&github));
    act(&github, |pull| {
        pull.comment("bo", "/applygate reject").later(5);
    });
    assert_eq!(both().status, 3);
}

#[test]
fn a_plan_that_cannot_be_read_stops_the_others_from_being_allowed_together() {
    let github = FakeGithub::start(scene);
    assert_eq!(Review::several(&github, &[("live/a", HARMLESS), ("live/b", HARMLESS)]).run().status, 0);
    assert_eq!(conclusion(&github), "success");
    let run = Review::several(&github, &[("live/a", HARMLESS), ("live/b", HIGH)]);
    std::fs::write(run.folder.path().join("live/b/plan.json"), "{").unwrap();
    let ended = run.run();
    assert_eq!(ended.status, 1, "{ended:?}");
    assert_eq!(conclusion(&github), "failure");
    let expected = pairs(&[("applygate/live/a:?", "success"), ("applygate/live/b:?", "error")]);
    assert_eq!(states(&github), expected);
}
