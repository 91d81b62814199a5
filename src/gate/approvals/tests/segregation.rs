//! Who may apply what others approved: the rows of the table.

use super::super::{Moment, segregation};
use super::{ANA, BO, CARLA, DORA, Demand, EMIL, Scene, bot, demand, one, person, two};
use crate::facts::{Account, Deployer, How};
use crate::policy::Segregation;

/// Returns whether the approvals are met and the deployer may deploy, under both.
fn judged(scene: &Scene, demands: &[Demand], how: How, deployer: Option<Account>) -> (bool, bool) {
    let mut facts = scene.facts.clone();
    facts.deployer = Some(Deployer { how, account: deployer });
    let approvals = super::approvals(&facts, &super::digest(), demands, &scene.known);
    let may = |strictness| {
        let found = segregation(&approvals, &facts, &scene.known, strictness, Moment::Apply);
        approvals.met() && found.is_none()
    };
    (may(Segregation::Standard), may(Segregation::Strict))
}

#[test]
fn duties_are_kept_apart_as_the_table_says() {
    use How::{Automatic, Manual};
    let x = || Scene::new().approved("09:00", BO);
    let xy = || x().approved("09:10", CARLA);
    let contributed = || xy().with(|facts| facts.commits.as_mut().unwrap().push(super::commit("h0", EMIL)));
    for (what, scene, demands, how, deployer, expected) in [
        (
            "the requester alone approves",
            Scene::new().approved("09:00", ANA),
            one(),
            Automatic,
            ANA,
            (false, false),
        ),
        ("x approves, the requester merges, automatic", x(), one(), Automatic, ANA, (true, true)),
        ("x approves, the requester applies by hand", x(), one(), Manual, ANA, (true, false)),
        ("x approves and merges", x(), one(), Automatic, BO, (false, false)),
        ("x approves and dispatches", x(), one(), Manual, BO, (false, false)),
        ("x and y approve, x dispatches", xy(), two(), Manual, BO, (true, false)),
        ("x and y approve, x merges, automatic", xy(), two(), Automatic, BO, (true, true)),
        ("x and y approve, the requester applies by hand", xy(), two(), Manual, ANA, (true, false)),
        ("x and y approve, z applies by hand", xy(), two(), Manual, DORA, (true, true)),
        ("x and y approve, a contributor applies by hand", contributed(), two(), Manual, EMIL, (true, false)),
        ("x and y approve, a contributor merges", contributed(), two(), Automatic, EMIL, (true, true)),
    ] {
        assert_eq!(judged(&scene, &demands, how, Some(person(deployer))), expected, "{what}");
    }
    // A robot requests: one person does not do, whoever applies.
    let by_robot = |scene: Scene| scene.with(|facts| facts.request.as_mut().unwrap().requester = Some(bot()));
    assert_eq!(judged(&by_robot(x()), &one(), Automatic, Some(person(DORA))), (false, false));
    assert_eq!(judged(&by_robot(xy()), &one(), Automatic, Some(person(DORA))), (true, true));
    // Behind a robot that applies by hand anybody could stand, the only one who approved among them.
    assert_eq!(judged(&x(), &one(), Manual, Some(bot())), (false, false));
    assert_eq!(judged(&x(), &one(), Automatic, Some(bot())), (true, true));
    assert_eq!(judged(&xy(), &two(), Manual, Some(bot())), (true, false));
    assert_eq!(judged(&xy(), &two(), Automatic, Some(bot())), (true, true));
}

#[test]
fn whoever_starts_the_apply_again_is_the_deployer() {
    // The facts name whoever started this very run; the first run may have been somebody else's.
    let scene = Scene::new().approved("09:00", BO);
    assert_eq!(judged(&scene, &one(), How::Manual, Some(person(BO))), (false, false));
    assert_eq!(judged(&scene, &one(), How::Manual, Some(person(CARLA))), (true, true));
}

#[test]
fn who_applies_must_be_known_to_apply() {
    let scene = Scene::new().approved("09:00", BO);
    assert_eq!(judged(&scene, &one(), How::Automatic, None), (false, false));
    let approvals = scene.judged(&one());
    let at = |moment| segregation(&approvals, &scene.facts, &scene.known, Segregation::Standard, moment);
    assert_eq!(at(Moment::Review), None, "in a review nobody applies yet");
    assert_eq!(at(Moment::Apply).unwrap().code.name(), "SOD_DEPLOYER_UNKNOWN");
}

#[test]
fn another_account_of_the_only_approver_is_the_only_approver() {
    let mut scene = Scene::new().approved("09:00", BO);
    scene.known.same_person = vec![vec!["bo".to_owned(), "dora".to_owned()]];
    assert_eq!(judged(&scene, &one(), How::Automatic, Some(person(DORA))), (false, false));
}

#[test]
fn where_nobody_must_approve_anybody_applies() {
    let scene = Scene::new();
    assert_eq!(judged(&scene, &[], How::Manual, Some(person(ANA))), (true, true));
    assert!(!scene.met(&[demand("x", 1, &["permission:write"])]));
}
