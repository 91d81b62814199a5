//! When an approval is about exactly this change: the rows of the table, and more that follow from it.

use super::{ANA, BO, CARLA, Scene, at, commit, digest, digest_of, publication, push};
use crate::facts::{Edited, Push, ReviewState};

#[test]
fn an_approval_counts_only_for_what_was_shown() {
    let other = || digest_of("ag1-nokey-other");
    let again = |scene: Scene| scene.pushed("10:00", ANA, "h2").shown("10:05", &digest());
    let anew = |scene: Scene, commit: &str| {
        let commit = Some(commit.to_owned());
        scene.with_review(|review| review.commit = commit)
    };
    let rows: Vec<(&str, Scene, &str)> = vec![
        ("same head, same digest, after it was shown", Scene::new().approved("09:00", BO), "Review"),
        ("in the same second in which it was shown", Scene::new().approved("08:05", BO), "Review"),
        ("before the plan was shown", Scene::new().approved("08:04", BO), "APPROVED_BEFORE_PLAN"),
        (
            "the plan was made anew and does something else",
            Scene::new()
                .with(|facts| facts.publications = Some(vec![publication("08:05", &other(), "h1")]))
                .approved("09:00", BO)
                .shown("10:00", &digest()),
            "PLAN_CHANGED",
        ),
        (
            "this digest was shown, then another, which was looked at, then this again",
            Scene::new().shown("08:30", &other()).approved("09:00", BO).shown("10:00", &digest()),
            "PLAN_CHANGED",
        ),
        (
            "both were shown in one second",
            Scene::new().shown("08:05", &other()).approved("09:00", BO),
            "PLAN_CHANGED",
        ),
        (
            "another digest is shown now, and the judged one never was",
            Scene::new()
                .with(|facts| facts.publications = Some(vec![publication("08:05", &other(), "h1")]))
                .approved("09:00", BO),
            "PLAN_CHANGED",
        ),
        ("a push that keeps the digest", again(Scene::new().approved("09:00", BO)), "HEAD_CHANGED"),
        (
            "a push after which the forge says the review is about the new head",
            anew(again(Scene::new().approved("09:00", BO)), "h2"),
            "REVIEW_REANCHORED",
        ),
        (
            "the forge forgot the commit",
            Scene::new().approved("09:00", BO).with_review(|review| review.commit = None),
            "HEAD_CHANGED",
        ),
        ("named, same head", Scene::new().named("09:00", BO), "Explicit"),
        ("named before the digest was shown", Scene::new().named("08:04", BO), "APPROVED_BEFORE_PLAN"),
        ("named, and a push kept the digest", again(Scene::new().named("09:00", BO)), "CarriedOver"),
        (
            "named, pushed, and the new head is not shown yet",
            Scene::new().named("09:00", BO).pushed("10:00", ANA, "h2"),
            "CarriedOver",
        ),
        (
            "named another digest",
            Scene::new().shown("08:30", &other()).comment(
                "09:00",
                BO,
                &format!("/applygate approve {}", other().short()),
            ),
            "PLAN_CHANGED",
        ),
        (
            "the push of the head is not on record",
            Scene::new()
                .with(|facts| facts.pushes = Some(vec![push("07:00", ANA, "000", "h0")]))
                .approved("09:00", BO),
            "PUSH_TIME_UNKNOWN",
        ),
        (
            "the push of the head is not on record, and the digest is named",
            Scene::new()
                .with(|facts| facts.pushes = Some(vec![push("07:00", ANA, "000", "h0")]))
                .named("09:00", BO),
            "Explicit",
        ),
        (
            "the head was pushed away and back again after the review",
            Scene::new().approved("09:00", BO).with(|facts| {
                facts.pushes.as_mut().unwrap().push(push("09:30", ANA, "h1", "evil"));
                facts.pushes.as_mut().unwrap().push(push("09:40", ANA, "evil", "h1"));
            }),
            "REVIEW_REANCHORED",
        ),
        (
            "nobody knows when it was said",
            Scene::new().approved("09:00", BO).with_review(|review| review.submitted_at = None),
            "TIME_UNKNOWN",
        ),
        ("it was said after the instant that is judged", Scene::new().approved("13:00", BO), "SAID_LATER"),
        (
            "nobody knows what time it is",
            Scene::new().approved("09:00", BO).with(|facts| facts.clock = None),
            "CLOCK_UNKNOWN",
        ),
        (
            "the text of a plain approval was edited, which says nothing of it",
            Scene::new().approved("09:00", BO).with_review(|review| review.edited = Edited::At(at("09:30"))),
            "Review",
        ),
        (
            "nothing that was shown is known",
            Scene::new().approved("09:00", BO).with(|facts| facts.publications = None),
            "APPROVED_BEFORE_PLAN",
        ),
        (
            "it is not known who we are",
            Scene::new().named("09:00", BO).with(|facts| facts.publisher = None),
            "APPROVED_BEFORE_PLAN",
        ),
    ];
    for (what, scene, expected) in rows {
        assert_eq!(scene.word_of(BO), expected, "{what}");
    }
}

/// The head is now a commit that brings the base branch in, made by `account`.
fn updated(scene: Scene, account: u64, clean: bool) -> Scene {
    scene.pushed("10:00", account, "m1").with(|facts| {
        let merge = facts.commits.as_mut().unwrap().last_mut().unwrap();
        merge.parents = vec!["h1".to_owned(), "base".to_owned()];
        merge.clean_update = clean;
    })
}

#[test]
fn bringing_the_base_branch_in_keeps_approvals_if_nothing_else_came_with_it() {
    let approved = Scene::new().approved("09:00", BO);
    let clean = updated(approved.clone(), CARLA, true);
    assert_eq!(clean.word_of(BO), "Review");
    let shown = clean.clone().shown("10:05", &digest());
    assert_eq!(shown.word_of(BO), "Review");
    let carla = shown.clone().approved("11:00", CARLA);
    assert_eq!(carla.word_of(CARLA), "Review", "whoever pressed the button made nothing");
    assert_eq!(updated(approved.clone(), CARLA, false).word_of(BO), "HEAD_CHANGED");

    // Proven as it may be: it must have been pushed onto the head that was approved, and alone.
    let mut aside = clean.clone();
    aside.facts.pushes.as_mut().unwrap().last_mut().unwrap().before = "evil".to_owned();
    assert_eq!(aside.word_of(BO), "HEAD_CHANGED");
    let pushed = aside.approved("11:00", CARLA).shown("10:05", &digest());
    assert_eq!(pushed.word_of(CARLA), "CONTRIBUTOR", "more than the merge was pushed");
    let mut single = clean;
    single.facts.commits.as_mut().unwrap().last_mut().unwrap().parents.pop();
    assert_eq!(single.word_of(BO), "HEAD_CHANGED", "what has one parent merges nothing");
}

#[test]
fn an_approval_of_a_branch_that_was_pushed_away_does_not_come_back_with_an_update() {
    // Shown and pushed away, another commit approved, and the update made of the first again.
    let scene = Scene::new().with(|facts| {
        let pushes = facts.pushes.as_mut().unwrap();
        pushes.push(push("08:30", ANA, "h1", "evil"));
        pushes.push(push("10:00", ANA, "evil", "m1"));
        let mut merge = commit("m1", ANA);
        merge.parents = vec!["h1".to_owned(), "base".to_owned()];
        merge.clean_update = true;
        facts.commits.as_mut().unwrap().push(merge);
        facts.request.as_mut().unwrap().head.sha = "m1".to_owned();
    });
    let scene = scene.shown("10:05", &digest()).approved("09:00", BO);
    assert_eq!(scene.word_of(BO), "REVIEW_REANCHORED");
    let scene = scene.with_review(|review| review.commit = Some("evil".to_owned()));
    assert_eq!(scene.word_of(BO), "HEAD_CHANGED");
}

#[test]
fn updates_may_follow_each_other() {
    let mut scene = updated(Scene::new().approved("09:00", BO), CARLA, true);
    scene = scene.pushed("10:30", CARLA, "m2");
    let merge = scene.facts.commits.as_mut().unwrap().last_mut().unwrap();
    (merge.parents, merge.clean_update) = (vec!["m1".to_owned(), "base".to_owned()], true);
    assert_eq!(scene.word_of(BO), "Review");
    // A record that runs in a circle ends all the same.
    let circle = Push { at: at("10:20"), by: None, before: "m1".to_owned(), after: "h1".to_owned() };
    scene.facts.pushes.as_mut().unwrap().push(circle);
    let first = &mut scene.facts.commits.as_mut().unwrap()[0];
    (first.parents, first.clean_update) = (vec!["m1".to_owned(), "base".to_owned()], true);
    assert_eq!(scene.word_of(BO), "REVIEW_REANCHORED");
}

#[test]
fn of_several_directories_each_has_its_own_digests() {
    let elsewhere = digest_of("ag1-nokey-elsewhere");
    let scene = Scene::new().approved("09:00", BO).with(|facts| {
        let mut other = publication("08:30", &elsewhere, "h1");
        other.context = "applygate live/network default".to_owned();
        facts.publications.as_mut().unwrap().push(other);
    });
    assert_eq!(scene.word_of(BO), "Review", "what another directory shows does not make this plan another");
}

#[test]
fn approving_one_directory_takes_nothing_back_in_another() {
    let elsewhere = digest_of("ag1-nokey-elsewhere");
    let shown = |scene: Scene, context: &'static str| {
        scene.with(|facts| {
            let mut other = publication("08:30", &elsewhere, "h1");
            other.context = context.to_owned();
            facts.publications.as_mut().unwrap().push(other);
        })
    };
    let line = format!("/applygate approve {}", elsewhere.short());
    for (what, context, first, expected) in [
        ("after a review", "applygate live/network default", "review", "Review"),
        ("after naming this digest", "applygate live/network default", "named", "Explicit"),
        ("and nothing else", "applygate live/network default", "", "PLAN_CHANGED"),
        // It was shown here as well: then it is an opinion on another plan of this directory.
        ("of the same directory", "applygate live/prod default", "named", "PLAN_CHANGED"),
    ] {
        let scene = match first {
            "review" => Scene::new().approved("09:00", BO),
            "named" => Scene::new().named("09:00", BO),
            _ => Scene::new(),
        };
        assert_eq!(shown(scene, context).comment("09:30", BO, &line).word_of(BO), expected, "{what}");
    }
    let stopped = shown(Scene::new().approved("09:00", BO), "applygate live/network default");
    assert_eq!(stopped.comment("09:30", BO, "/applygate reject").word_of(BO), "VETO", "it stops all of them");
}

#[test]
fn an_approval_ages() {
    let after = |days: i64, seconds: i64| {
        let mut scene = Scene::new().approved("09:00", BO);
        let age = jiff::SignedDuration::from_secs(days * 86_400 + seconds);
        scene.facts.clock.as_mut().unwrap().now = at("09:00").checked_add(age).unwrap();
        scene
    };
    assert_eq!(after(7, 0).word_of(BO), "Review");
    assert_eq!(after(7, 1).word_of(BO), "EXPIRED");
    let mut demands = super::two();
    demands.push(super::Demand { approval_ttl: 86_400, ..super::demand("short", 1, &["permission:write"]) });
    assert_eq!(after(1, 0).word_under(&demands, BO), "Review");
    assert_eq!(after(1, 1).word_under(&demands, BO), "EXPIRED", "the shortest of all demands holds");
    let endless =
        vec![super::Demand { approval_ttl: u64::MAX, ..super::demand("x", 1, &["permission:write"]) }];
    assert_eq!(after(4000, 0).word_under(&endless, BO), "Review");
}

#[test]
fn what_was_approved_must_be_applied_in_time() {
    let demands = super::two();
    let after = |hours: i64, seconds: i64| {
        let mut scene = Scene::new().approved("09:00", BO).approved("10:00", CARLA);
        let age = jiff::SignedDuration::from_secs(hours * 3600 + seconds);
        scene.facts.clock.as_mut().unwrap().now = at("10:00").checked_add(age).unwrap();
        scene
    };
    assert!(after(72, 0).met(&demands));
    let late = after(72, 1);
    assert!(!late.met(&demands));
    assert_eq!(late.codes(&demands), ["EXECUTION_EXPIRED"]);
    let judged = late.judged(&demands);
    assert!(judged.obstacles[0].reason.contains("within 72 h"), "{}", judged.obstacles[0].reason);
    // Whoever approves once more renews it.
    let mut renewed = late.review("10:00", BO, ReviewState::Approved);
    let now = renewed.facts.clock.as_ref().unwrap().now;
    renewed = renewed.with_review(|review| review.submitted_at = Some(now));
    assert!(renewed.met(&demands));
}
