//! Approvals that name the digest.

use super::{ANA, BO, CARLA, Demand, Scene, at, demand, digest, digest_of, one, publication, two};
use crate::facts::{Edited, ReviewState};

#[test]
fn an_edited_approval_never_counts() {
    let named = || Scene::new().named("09:00", BO);
    for (what, scene, expected) in [
        ("never edited", named(), "Explicit"),
        ("edited", named().with_comment(|one| one.edited = Edited::At(at("09:30"))), "EDITED"),
        ("nobody could tell", named().with_comment(|one| one.edited = Edited::Unknown), "EDITED"),
        ("changed in some way", named().with_comment(|one| one.updated_at = at("09:30")), "EDITED"),
    ] {
        assert_eq!(scene.word_of(BO), expected, "{what}");
        assert_eq!(scene.met(&one()), expected == "Explicit", "{what}");
    }
}

#[test]
fn a_review_may_name_the_digest_as_well() {
    let line = |scene: Scene| {
        scene.with_review(|review| review.first_line = format!("/applygate approve {}", digest().short()))
    };
    let comment = line(Scene::new().review("09:00", BO, ReviewState::Commented));
    assert_eq!(comment.word_of(BO), "Explicit");
    assert_eq!(line(Scene::new().approved("09:00", BO)).word_of(BO), "Explicit");
    let edited = |scene: Scene| scene.with_review(|review| review.edited = Edited::Unknown);
    assert_eq!(edited(comment).word_of(BO), "EDITED");
    let plain = edited(line(Scene::new().approved("09:00", BO)));
    assert_eq!(plain.word_of(BO), "Review", "what is left of it is a plain review");
    let against = line(Scene::new().review("09:00", BO, ReviewState::ChangesRequested));
    assert_eq!(against.word_of(BO), "VETO");
}

#[test]
fn where_the_digest_must_be_named_a_plain_review_does_not_do() {
    let demands = vec![Demand { explicit: true, ..demand("high", 1, &["permission:write"]) }];
    assert_eq!(Scene::new().approved("09:00", BO).word_under(&demands, BO), "EXPLICIT_NEEDED");
    assert!(Scene::new().named("09:00", BO).met(&demands));
    let mut both = demands;
    both.extend(two());
    let scene = Scene::new().named("09:00", BO).approved("09:10", CARLA);
    assert!(!scene.met(&both), "what one block says of approvals holds for all of them");
}

#[test]
fn an_approval_survives_pushes_that_keep_the_digest_and_no_other() {
    let scene = Scene::new().named("09:00", BO).pushed("09:30", ANA, "h2").shown("09:35", &digest());
    assert_eq!(scene.word_of(BO), "CarriedOver");
    assert!(scene.met(&one()));
    let other = digest_of("ag1-nokey-other");
    let changed = super::approvals(&scene.facts, &other, &one(), &scene.known);
    assert!(!changed.met());
}

#[test]
fn digits_with_which_two_shown_digests_begin_approve_neither() {
    // Whoever has the time finds two plans whose digests begin alike.
    let twin = |tail: &str| {
        let text = format!("{}{tail}", digest().text().split_at(4 + 16).0);
        serde_json::from_value::<TwinText>(serde_json::Value::String(text)).unwrap().0
    };
    let other = twin(&"0".repeat(48));
    let scene = |time: &str| {
        let mut scene = Scene::new().named("09:00", BO);
        let mut shown = publication(time, &digest(), "h0");
        shown.digest.clone_from(&other);
        scene.facts.publications.as_mut().unwrap().push(shown);
        scene
    };
    assert_eq!(scene("08:30").word_of(BO), "AMBIGUOUS_DIGEST");
    assert_eq!(scene("09:30").word_of(BO), "Explicit", "what was shown later was not meant");
    let whole = format!("/applygate approve {}", digest().text());
    assert_eq!(scene("08:30").comment("09:10", BO, &whole).word_of(BO), "Explicit");
}

#[derive(serde::Deserialize)]
struct TwinText(String);

#[test]
fn an_approval_may_say_what_it_is_for() {
    let demands = [
        Demand { name: Some("dba".to_owned()), ..demand("database", 1, &["group:dba"]) },
        demand("senior", 1, &["group:senior"]),
    ];
    let scene = || Scene::new().group("dba", &[BO]).group("senior", &[BO, CARLA]);
    let met =
        |scene: Scene| -> Vec<bool> { scene.judged(&demands).answers.iter().map(|one| one.met).collect() };
    assert_eq!(met(scene().named_as("09:00", BO, " as dba")), [true, false]);
    assert_eq!(
        met(scene().named_as("09:00", BO, " as database")),
        [true, false],
        "the block's name does too"
    );
    assert_eq!(met(scene().named_as("09:00", BO, " as senior")), [false, true]);
    assert_eq!(met(scene().named_as("09:00", BO, " as lead")), [false, false]);
    assert_eq!(
        met(scene().named_as("09:00", CARLA, " as dba")),
        [false, false],
        "saying so makes nobody a member"
    );
    let together = scene().named_as("09:00", BO, " as dba").named_as("09:10", CARLA, " as senior");
    assert_eq!(met(together), [true, true]);
    // For a total it does not matter what else it is for.
    assert!(scene().named_as("09:00", BO, " as dba").met(&one()));
    assert!(scene().named_as("09:00", BO, " as nothing").met(&one()));
}

#[test]
fn a_malformed_command_is_told_and_counts_for_nothing() {
    let scene = Scene::new().comment("09:00", BO, "/applygate approve 0123");
    assert_eq!(scene.word_of(BO), "MALFORMED_COMMAND");
    // It takes nothing away either.
    let judged =
        Scene::new().named("08:30", BO).comment("09:00", BO, "/applygate approve 0123").judged(&one());
    assert!(judged.met());
}
