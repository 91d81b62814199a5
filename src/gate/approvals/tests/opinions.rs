//! The newest opinion of each, vetoes, and what dismissing does.

use super::{ANA, BO, CARLA, DORA, Demand, Scene, at, bot, demand, one, person, two};
use crate::facts::ReviewState::{Approved, ChangesRequested, Commented, Pending};
use crate::facts::{Edited, Level, Permission};
use crate::policy::Veto;

#[test]
fn the_newest_opinion_of_each_counts() {
    let rows: Vec<(&str, Scene, &str, bool)> = vec![
        ("approved", Scene::new().approved("09:00", BO), "Review", true),
        (
            "asked for changes, then approved",
            Scene::new().review("09:00", BO, ChangesRequested).approved("09:30", BO),
            "Review",
            true,
        ),
        (
            "approved, then asked for changes",
            Scene::new().approved("09:00", BO).review("09:30", BO, ChangesRequested),
            "VETO",
            false,
        ),
        (
            "approved, then said something",
            Scene::new().approved("09:00", BO).review("09:30", BO, Commented),
            "Review",
            true,
        ),
        (
            "asked for changes, then said something",
            Scene::new().review("09:00", BO, ChangesRequested).review("09:30", BO, Commented),
            "VETO",
            false,
        ),
        (
            "approved, then began another review",
            Scene::new().approved("09:00", BO).review("09:30", BO, Pending),
            "Review",
            true,
        ),
        (
            "approved, and that was dismissed",
            Scene::new().approved("09:00", BO).dismissed_by(Some(person(CARLA))),
            "DISMISSED",
            false,
        ),
        (
            "approved twice, and the second was dismissed",
            Scene::new().approved("09:00", BO).approved("09:30", BO).dismissed_by(Some(person(ANA))),
            "DISMISSED",
            false,
        ),
        (
            "approved, dismissed, approved again",
            Scene::new().approved("09:00", BO).dismissed_by(Some(person(ANA))).approved("09:30", BO),
            "Review",
            true,
        ),
        (
            "asked for changes and approved in one second",
            Scene::new().approved("09:00", BO).review("09:00", BO, ChangesRequested),
            "VETO",
            false,
        ),
        (
            "asked for changes, nobody knows when, and approved",
            Scene::new()
                .review("09:00", BO, ChangesRequested)
                .with_review(|review| review.submitted_at = None)
                .approved("09:30", BO),
            "VETO",
            false,
        ),
        (
            "asked for changes on an earlier commit",
            Scene::new().review("09:00", BO, ChangesRequested).with_review(|review| review.commit = None),
            "VETO",
            false,
        ),
        (
            "rejected in a comment",
            Scene::new().approved("09:00", BO).comment("09:30", BO, "/applygate reject"),
            "VETO",
            false,
        ),
        (
            "rejected in a comment that was edited",
            Scene::new()
                .approved("09:00", BO)
                .comment("09:30", BO, "/applygate reject")
                .with_comment(|comment| comment.edited = Edited::At(at("09:40"))),
            "VETO",
            false,
        ),
        (
            "rejected, then named the digest",
            Scene::new().comment("09:00", BO, "/applygate reject").named("09:30", BO),
            "Explicit",
            true,
        ),
        (
            "a review that approves and says reject",
            Scene::new()
                .approved("09:00", BO)
                .with_review(|review| review.first_line = "/applygate reject".to_owned()),
            "VETO",
            false,
        ),
        (
            "named, then approved another plan in words",
            Scene::new().named("09:00", BO).comment("09:30", BO, "/applygate approve 000000000000"),
            "PLAN_CHANGED",
            false,
        ),
        ("only said something", Scene::new().review("09:00", BO, Commented), "nothing", false),
    ];
    for (what, scene, expected, met) in rows {
        assert_eq!(scene.word_of(BO), expected, "{what}");
        assert_eq!(scene.met(&one()), met, "{what}");
    }
}

#[test]
fn one_who_asks_for_changes_stops_what_all_others_approved() {
    let scene = Scene::new().approved("09:00", BO).approved("09:10", CARLA);
    assert!(scene.met(&two()));
    let stopped = scene.review("09:20", DORA, ChangesRequested);
    assert!(!stopped.met(&two()));
    assert_eq!(stopped.codes(&two()), ["VETO"]);
    assert!(stopped.judged(&two()).answers[0].met);
    assert!(stopped.met(&[]), "where nothing is demanded nobody is asked");
}

#[test]
fn whose_request_for_changes_stops_it_is_the_policys_to_say() {
    let veto = |veto| vec![Demand { veto, ..demand("database", 1, &["group:dba"]) }];
    let with_level = |level: Option<Level>| {
        Scene::new().group("dba", &[BO]).approved("09:00", BO).review("09:20", DORA, ChangesRequested).with(
            |facts| {
                let permissions = facts.permissions.as_mut().unwrap();
                permissions.retain(|one| one.account != DORA);
                permissions.extend(level.map(|level| Permission { account: DORA, level }));
            },
        )
    };
    let by_member =
        Scene::new().group("dba", &[BO, DORA]).approved("09:00", BO).review("09:20", DORA, ChangesRequested);
    for (what, scene, by_write, by_eligible) in [
        ("somebody with write access", with_level(Some(Level::Write)), false, true),
        ("somebody who may only read", with_level(Some(Level::Read)), true, true),
        ("somebody of whom nothing is known", with_level(None), false, true),
        ("a member", by_member, false, false),
    ] {
        assert_eq!(scene.met(&veto(Veto::Write)), by_write, "{what}");
        assert_eq!(scene.met(&veto(Veto::Eligible)), by_eligible, "{what}");
        assert!(scene.met(&veto(Veto::None)), "{what}");
        let mut both = veto(Veto::None);
        both.extend(veto(Veto::Write));
        assert_eq!(scene.met(&both), by_write, "the strictest of all: {what}");
    }
}

#[test]
fn a_robot_stops_nothing() {
    let scene = Scene::new().approved("09:00", BO).review("09:20", CARLA, ChangesRequested);
    let scene = scene.with_review(|review| review.account = Some(bot()));
    assert!(scene.met(&one()));
    assert_eq!(scene.word_of(900), "BOT");
}

#[test]
fn only_somebody_independent_dismisses_a_request_for_changes() {
    let against = || Scene::new().approved("09:00", BO).review("09:20", CARLA, ChangesRequested);
    for (what, actor, lifted) in [
        ("somebody else", Some(person(DORA)), true),
        ("whoever gave it", Some(person(CARLA)), true),
        ("the requester", Some(person(ANA)), false),
        ("a robot, which the author may have set to it", Some(bot()), false),
        ("an account that is gone", None, false),
    ] {
        let scene = against().dismissed_by(actor);
        assert_eq!(scene.met(&one()), lifted, "{what}");
        assert_eq!(scene.word_of(CARLA), if lifted { "DISMISSED" } else { "VETO_DISMISSED" }, "{what}");
    }
    let contributor = against()
        .dismissed_by(Some(person(DORA)))
        .with(|facts| facts.commits.as_mut().unwrap().push(super::commit("h0", DORA)));
    assert_eq!(contributor.word_of(CARLA), "VETO_DISMISSED");
    let mut alias = against().dismissed_by(Some(person(DORA)));
    alias.known.same_person = vec![vec!["ana".to_owned(), "dora".to_owned()]];
    assert_eq!(alias.word_of(CARLA), "VETO_DISMISSED");
    let unknown = against().dismissed_by(Some(person(DORA))).with(|facts| facts.dismissals = None);
    assert_eq!(unknown.word_of(CARLA), "DISMISSAL_UNKNOWN");
    assert!(!unknown.met(&one()));
    let settled = against().dismissed_by(Some(person(ANA))).approved("10:00", CARLA);
    assert!(settled.met(&two()), "whoever asked for changes and then approves is content");
}

#[test]
fn a_request_for_changes_is_not_waited_out() {
    let mut scene = Scene::new().review("09:20", CARLA, ChangesRequested).approved("09:30", BO);
    scene.facts.clock.as_mut().unwrap().now = "2026-11-23T09:00:00Z".parse().unwrap();
    assert_eq!(scene.codes(&one()), ["VETO"]);
    let edited = scene.with_review(|review| assert_eq!(review.state, Approved));
    assert!(!edited.met(&one()));
}
