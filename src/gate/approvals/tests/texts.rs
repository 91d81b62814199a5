//! What is said of a demand.

use super::{ANA, BO, CARLA, DORA, EMIL, Scene, demand, one, two};
use crate::gate::approvals::{Code, Reason};

#[test]
fn each_demand_says_what_is_missing_and_who_could_give_it() {
    let dba = [demand("database", 2, &["group:dba"])];
    let group = |members: &[u64]| Scene::new().group("dba", members);
    for (scene, demands, reason, next) in [
        (
            Scene::new().approved("09:00", BO).approved("09:10", CARLA),
            two().to_vec(),
            "2 of 2 approvals by people with write access",
            "",
        ),
        (
            Scene::new().approved("09:00", BO),
            two().to_vec(),
            "1 of 2 approvals; missing one by people with write access",
            "ask people with write access who take no part in the change to approve this plan",
        ),
        (
            Scene::new(),
            one().to_vec(),
            "0 of 1 approval; missing one by people with write access",
            "ask people with write access who take no part in the change to approve this plan",
        ),
        (
            group(&[ANA, BO, CARLA, DORA]).approved("09:00", BO),
            dba.to_vec(),
            "1 of 2 approvals; missing one of group:dba (ask carla or dora)",
            "ask carla or dora to approve this plan",
        ),
        (
            group(&[BO, CARLA, DORA, EMIL]),
            dba.to_vec(),
            "0 of 2 approvals; missing 2 of group:dba (ask bo, carla, dora or emil)",
            "ask bo, carla, dora or emil to approve this plan",
        ),
        (
            group(&[ANA, BO]).approved("09:00", BO),
            dba.to_vec(),
            "1 of 2 approvals; missing one of group:dba, where nobody is left who may",
            "add somebody to group:dba who takes no part in the change",
        ),
        (
            group(&[10, 11, 12, 13, 14, 15, 16]),
            dba.to_vec(),
            "0 of 2 approvals; missing 2 of group:dba (ask user-10, user-11, user-12, user-13, user-14 or 2 more)",
            "ask user-10, user-11, user-12, user-13, user-14 or 2 more to approve this plan",
        ),
    ] {
        let answer = &scene.judged(&demands).answers[0];
        assert_eq!((answer.reason.as_str(), answer.next.as_str()), (reason, next));
    }
}

#[test]
fn names_for_machines_are_unique_and_stay_in_one_form() {
    let mut all: Vec<&str> = Reason::ALL.iter().map(|reason| reason.name()).collect();
    let form = |name: &str| name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    assert!(all.iter().all(|name| form(name)));
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
    assert!(Code::ALL.iter().all(|code| form(code.name()) && !code.text().is_empty()));
    for reason in Reason::ALL {
        let text = serde_json::to_string(reason).unwrap();
        assert_eq!(text, format!("\"{}\"", reason.name()));
    }
}
