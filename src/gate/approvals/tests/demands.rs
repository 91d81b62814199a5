//! How demands come together: totals, places, one person for each.

use super::{ANA, Answer, BO, CARLA, DORA, Demand, EMIL, Scene, demand, one, two};
use crate::gate::approvals::Could;

fn names(answer: &Answer) -> Vec<&str> {
    answer.by.iter().map(|by| by.account.login.as_str()).collect()
}

#[test]
fn demands_on_the_same_people_come_to_the_greatest_count() {
    let scene = Scene::new().approved("09:00", BO).approved("09:10", CARLA);
    let demands = [demand("medium", 1, &["permission:write"]), demand("high", 2, &["permission:write"])];
    let judged = scene.judged(&demands);
    assert!(judged.met());
    assert_eq!(judged.answers.len(), 1);
    assert_eq!(judged.answers[0].asked.blocks, ["high", "medium"]);
    assert_eq!(judged.answers[0].asked.count, 2);
    let groups =
        [demand("a", 1, &["group:x", "group:y"]), demand("b", 1, &["group:y", "group:x", "group:x"])];
    let scene = scene.group("x", &[BO]).group("y", &[CARLA]);
    assert_eq!(scene.judged(&groups).answers.len(), 1, "however they are written");
}

#[test]
fn one_person_fills_one_place() {
    let demands = [demand("database", 1, &["group:dba"]), demand("security", 1, &["group:security"])];
    let scene = || Scene::new().group("dba", &[BO, CARLA]).group("security", &[BO]);
    let alone = scene().approved("09:00", BO).judged(&demands);
    assert_eq!(alone.answers.iter().filter(|answer| answer.met).count(), 1);
    // Bo is the only one for security, so Carla fills the other place, whoever came first.
    for (first, second) in [(BO, CARLA), (CARLA, BO)] {
        let judged = scene().approved("09:00", first).approved("09:10", second).judged(&demands);
        assert!(judged.met());
        assert_eq!(names(&judged.answers[0]), ["carla"]);
        assert_eq!(names(&judged.answers[1]), ["bo"]);
    }
    let shared: Vec<Demand> = demands.iter().cloned().map(|one| Demand { exclusive: false, ..one }).collect();
    assert!(scene().approved("09:00", BO).met(&shared), "unless the policy lets one person have several");
}

#[test]
fn whoever_fills_a_place_counts_in_a_total_as_well() {
    let demands = [demand("high", 2, &["permission:write"]), demand("database", 1, &["group:dba"])];
    let scene = Scene::new().group("dba", &[BO]).approved("09:00", BO);
    assert!(!scene.met(&demands));
    let both = scene.clone().approved("09:10", CARLA);
    assert!(both.met(&demands));
    let without = Scene::new().group("dba", &[BO]).approved("09:00", DORA).approved("09:10", CARLA);
    assert!(!without.met(&demands), "two who are not of the group");
}

#[test]
fn a_higher_permission_may_be_demanded() {
    use crate::facts::{Level, Permission};
    let demands = [demand("x", 1, &["permission:maintain"])];
    let scene = Scene::new().approved("09:00", BO);
    assert!(!scene.met(&demands));
    let raised = scene.with(|facts| {
        facts.permissions.as_mut().unwrap().retain(|one| one.account != BO);
        facts.permissions.as_mut().unwrap().push(Permission { account: BO, level: Level::Admin });
    });
    assert!(raised.met(&demands));
    assert!(raised.met(&[demand("x", 1, &["permission:read"])]));
    let either = [demand("x", 1, &["permission:write", "permission:maintain"])];
    assert!(Scene::new().approved("09:00", BO).met(&either), "of several the lowest will do");
    let reader =
        raised.with(|facts| facts.permissions.as_mut().unwrap().last_mut().unwrap().level = Level::Read);
    assert!(!reader.met(&[demand("x", 1, &["permission:read"])]), "below write nobody approves");
}

#[test]
fn who_is_missing_and_who_could_is_told() {
    let demands = [demand("database", 2, &["group:dba"])];
    let scene =
        Scene::new().group("dba", &[ANA, BO, CARLA, DORA, EMIL]).approved("09:00", BO).with(|facts| {
            facts.commits.as_mut().unwrap().push(super::commit("h0", EMIL));
            facts.permissions.as_mut().unwrap().retain(|one| one.account != DORA);
        });
    let answer = &scene.judged(&demands).answers[0];
    assert_eq!((answer.met, answer.missing), (false, 1));
    assert_eq!(names(answer), ["bo"]);
    // Not the requester, not who contributed, not who did already.
    assert_eq!(answer.could, Could::People(vec!["carla".to_owned(), "dora".to_owned()]));
    let nobody = Scene::new().group("dba", &[ANA]).judged(&demands);
    assert_eq!(nobody.answers[0].could, Could::People(Vec::new()));
    assert_eq!(Scene::new().judged(&one()).answers[0].could, Could::Anybody);
}

#[test]
fn users_whom_only_the_policy_names_are_asked_as_well() {
    let mut scene = Scene::new().group("dba", &[]);
    let group = scene.known.groups.get_mut("dba").unwrap();
    group.users = vec!["Zoe".to_owned(), "ANA".to_owned(), "acme-deploy".to_owned(), "x[bot]".to_owned()];
    scene.known.machine_users = vec!["acme-deploy".to_owned()];
    let answer = &scene.judged(&[demand("database", 1, &["group:dba", "user:yan"])]).answers[0];
    assert_eq!(answer.could, Could::People(vec!["yan".to_owned(), "Zoe".to_owned()]));
}

#[test]
fn whoever_fills_another_place_is_not_asked_again() {
    let demands = [demand("database", 1, &["group:dba"]), demand("security", 1, &["group:security"])];
    let scene = Scene::new().group("dba", &[BO]).group("security", &[BO, CARLA]).approved("09:00", BO);
    let judged = scene.judged(&demands);
    assert!(judged.answers[0].met);
    assert_eq!(judged.answers[1].could, Could::People(vec!["carla".to_owned()]));
    assert_eq!(judged.answers[1].not_by[0].reason.name(), "FILLS_ANOTHER_PLACE");
}

#[test]
fn why_an_approval_does_not_count_here_is_told() {
    let scene = Scene::new().group("dba", &[BO]).approved("09:00", CARLA);
    let judged = scene.judged(&[demand("database", 1, &["group:dba"])]);
    assert_eq!(judged.answers[0].not_by[0].reason.name(), "NOT_IN_GROUP");
    assert_eq!(judged.approvers.len(), 1, "it is an approval all the same");
}

#[test]
fn nothing_is_needed_where_nothing_is_demanded() {
    assert!(Scene::new().met(&[]));
    assert!(Scene::new().met(&[demand("nothing", 0, &["permission:write"])]));
    let nobody = crate::facts::Facts::unknown();
    assert!(super::approvals(&nobody, &super::digest(), &[], &super::Known::default()).met());
}

#[test]
fn nobody_who_may_means_never() {
    let scene = Scene::new().approved("09:00", BO).approved("09:10", CARLA);
    assert!(!scene.met(&[demand("x", 1, &[])]));
    assert!(!scene.met(&[demand("x", u64::MAX, &["group:all"])]));
    assert!(!scene.group("all", &[BO, CARLA]).met(&[demand("x", u64::MAX, &["group:all"])]));
}

#[test]
fn before_there_is_a_request_each_demand_is_one_to_come() {
    let nobody = crate::facts::Facts::unknown();
    let judged = super::approvals(&nobody, &super::digest(), &two(), &super::Known::default());
    assert!(!judged.met());
    assert_eq!(judged.obstacles, []);
    assert_eq!(
        judged.answers[0].reason,
        "2 approvals by people with write access needed; nobody was asked yet"
    );
}

#[test]
fn the_policy_that_ships_demands_what_it_says() {
    let policy = crate::policy::Policy::shipped();
    let demands: Vec<Demand> = policy.defaults.approvals.iter().flat_map(Demand::of).collect();
    let high = demands.iter().find(|demand| demand.count == 2).unwrap();
    assert_eq!(high.from, [crate::policy::Approver::Permission("write".to_owned())]);
    assert_eq!((high.approval_ttl, high.execution_ttl), (super::WEEK, super::THREE_DAYS));
    assert_eq!((high.stage, high.explicit, high.veto), (1, false, crate::policy::Veto::Write));
    assert!(high.exclusive);
    let scene = Scene::new().approved("09:00", BO);
    assert!(!scene.met(&demands));
    assert!(scene.approved("09:10", CARLA).met(&demands));
}

#[test]
fn a_block_is_read_as_it_is_written() {
    use crate::policy::{Approval, ApprovalMatch, Approver, Organisation, Require, Risk, Veto};
    let place = crate::problem::Place { file: "applygate.hcl".to_owned(), line: 1, column: 1 };
    let require = |name: Option<&str>, stage| Require {
        name: name.map(str::to_owned),
        count: 1,
        from: vec![Approver::Group("dba".to_owned())],
        stage,
        place: place.clone(),
    };
    let matching: ApprovalMatch = ApprovalMatch {
        min_risk: Risk::High,
        max_risk: None,
        classes: Vec::new(),
        categories: Vec::new(),
        types: Vec::new(),
        addresses: Vec::new(),
        operations: Vec::new(),
        environments: Vec::new(),
        change_types: Vec::new(),
    };
    let approval = Approval {
        name: "database".to_owned(),
        place: place.clone(),
        matching,
        requires: vec![require(None, 1), require(Some("lead"), 2)],
        window: None,
        approval_ttl: Some(60),
        execution_ttl: Some(30),
        explicit: true,
        exclusive: false,
        veto: Veto::None,
    };
    let own = Demand {
        approval_ttl: 60,
        execution_ttl: 30,
        explicit: true,
        exclusive: false,
        veto: Veto::None,
        ..demand("database", 1, &["group:dba"])
    };
    let lead = Demand { name: Some("lead".to_owned()), stage: 2, ..own.clone() };
    assert_eq!(Demand::of(&approval), [own, lead]);

    let group = crate::policy::organisation::Group {
        name: "dba".to_owned(),
        place,
        users: vec!["bo".to_owned()],
        teams: vec!["acme/dba".to_owned()],
    };
    let organisation = Organisation {
        groups: vec![group],
        machine_users: vec!["acme-deploy".to_owned()],
        ..Organisation::default()
    };
    let known = super::Known::of(&organisation);
    assert_eq!(known.groups["dba"].users, ["bo"]);
    assert_eq!(known.groups["dba"].teams, ["acme/dba"]);
    assert_eq!(known.machine_users, ["acme-deploy"]);
}
