//! The order of stages: whoever decides last must see what the others decided.

use super::{BO, CARLA, DORA, Demand, EMIL, Scene, demand};
use crate::facts::ReviewState;

/// Two seniors, then a lead.
fn demands() -> Vec<Demand> {
    vec![demand("senior", 2, &["group:senior"]), Demand { stage: 2, ..demand("lead", 1, &["group:lead"]) }]
}

fn scene() -> Scene {
    Scene::new().group("senior", &[BO, CARLA, DORA]).group("lead", &[DORA, EMIL])
}

#[test]
fn the_lead_comes_last() {
    let seniors = || scene().approved("09:00", BO).approved("09:10", CARLA);
    assert!(seniors().approved("09:20", EMIL).met(&demands()));
    assert!(!seniors().met(&demands()));
    for too_early in ["08:30", "09:05", "09:10"] {
        let early = seniors().approved(too_early, EMIL);
        let judged = early.judged(&demands());
        assert!(!judged.met(), "{too_early}");
        assert_eq!(judged.answers[1].not_by.last().unwrap().reason.name(), "STAGE_NOT_REACHED");
        assert!(judged.answers[1].next.contains("ask emil to approve again"), "{}", judged.answers[1].next);
        assert!(early.approved("09:30", EMIL).met(&demands()), "once it is their turn they approve again");
    }
}

#[test]
fn while_a_stage_is_not_complete_the_next_is_not_reached() {
    let judged = scene().approved("09:00", BO).approved("09:20", EMIL).judged(&demands());
    assert_eq!(judged.answers[1].not_by[1].reason.name(), "STAGE_NOT_REACHED");
    assert!(judged.answers[1].reason.contains("once the stages before are complete"));
}

#[test]
fn approving_again_takes_nothing_away() {
    let scene = scene().approved("09:00", BO).approved("09:10", CARLA).approved("09:20", EMIL);
    assert!(scene.met(&demands()));
    assert!(scene.clone().approved("09:30", BO).met(&demands()), "the stage stays complete since ten past");
    let changed = scene.review("09:30", BO, ReviewState::ChangesRequested).approved("09:40", BO);
    assert!(!changed.met(&demands()), "with a doubt in between it begins anew");
    assert!(changed.approved("09:50", EMIL).met(&demands()));
}

#[test]
fn what_was_approved_as_something_else_completes_no_stage() {
    let demands =
        [demand("senior", 1, &["group:senior"]), Demand { stage: 2, ..demand("lead", 1, &["group:lead"]) }];
    let as_other = scene().named_as("09:00", BO, " as other").approved("09:10", EMIL);
    assert!(!as_other.met(&demands));
    let now_as_senior = as_other.named_as("09:20", BO, " as senior");
    assert!(!now_as_senior.met(&demands), "the first stage is complete since twenty past, not since nine");
    assert!(now_as_senior.approved("09:30", EMIL).met(&demands));
}

#[test]
fn whoever_is_in_both_fills_one_of_them() {
    // Dora is senior and lead: with Bo she completes the first stage, and then cannot be the lead as well.
    let dora = scene().approved("09:00", BO).approved("09:10", DORA);
    assert!(!dora.met(&demands()));
    assert!(!dora.clone().approved("09:20", DORA).met(&demands()));
    assert!(dora.clone().approved("09:20", EMIL).met(&demands()));
    // Carla completes the first stage too, and Dora approves once more, last.
    assert!(dora.approved("09:20", CARLA).approved("09:30", DORA).met(&demands()));
}

#[test]
fn the_same_people_at_two_stages_are_two_demands() {
    let demands = [
        demand("first", 1, &["group:senior"]),
        Demand { stage: 2, ..demand("second", 1, &["group:senior"]) },
        Demand { stage: 3, ..demand("third", 1, &["permission:write"]) },
    ];
    let scene = scene().approved("09:00", BO).approved("09:10", CARLA);
    assert!(!scene.met(&demands));
    assert!(scene.approved("09:20", EMIL).met(&demands));
}

#[test]
fn a_total_may_come_last_as_well() {
    let demands = [
        demand("database", 1, &["group:senior"]),
        Demand { stage: 2, ..demand("all", 2, &["permission:write"]) },
    ];
    let scene = scene().approved("09:00", BO).approved("09:10", CARLA);
    assert!(!scene.met(&demands));
    assert!(scene.clone().approved("09:20", BO).met(&demands));
    assert!(scene.approved("09:20", EMIL).met(&demands));
}
