//! What is said of a demand.

use super::{ANA, BO, CARLA, DORA, Demand, EMIL, Scene, commit, demand, digest, one, push, two};
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
            Scene::new().approved("08:01", BO),
            one().to_vec(),
            "0 of 1 approval; missing one by people with write access",
            "ask bo to approve this plan again: bo approved before this plan was shown",
        ),
        (
            group(&[BO, CARLA]).approved("08:01", BO).approved("08:02", CARLA).approved("08:03", DORA),
            dba.to_vec(),
            "0 of 2 approvals; missing 2 of group:dba (ask bo or carla)",
            "ask bo or carla to approve this plan again: what they said does not count",
        ),
        (
            Scene::new().approved("09:00", BO),
            vec![Demand { explicit: true, ..demand("high", 1, &["permission:write"]) }],
            "0 of 1 approval; missing one by people with write access",
            "ask bo to comment `/applygate approve DIGITS` again: bo approved without naming the digest, as this \
             change needs",
        ),
        (
            group(&[10, 11, 12, 13, 14, 15, 16]),
            dba.to_vec(),
            "0 of 2 approvals; missing 2 of group:dba (ask user-10, user-11, user-12, user-13, user-14 or 2 more)",
            "ask user-10, user-11, user-12, user-13, user-14 or 2 more to approve this plan",
        ),
    ] {
        let answer = &scene.judged(&demands).answers[0];
        let next = next.replace("DIGITS", digest().short());
        assert_eq!((answer.reason.as_str(), answer.next.as_str()), (reason, next.as_str()));
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

#[test]
fn everybody_who_said_something_is_told_with_what_it_comes_to() {
    let scene = Scene::new()
        .named("08:40", EMIL)
        .pushed("08:50", ANA, "h2")
        .shown("08:55", &digest())
        .approved("09:00", ANA)
        .approved("09:00", BO)
        .approved("09:00", CARLA)
        .approved("09:00", DORA)
        .with_review(|review| review.commit = Some("h1".to_owned()))
        .with(|facts| facts.pushes.as_mut().unwrap().push(push("07:00", BO, "000", "h0")));
    let said: Vec<String> = scene.judged(&two()).said.iter().map(super::super::Said::text).collect();
    assert_eq!(
        said,
        [
            "ana opened the request",
            "bo pushed to its branch",
            "carla approved: review of this commit",
            "dora approved an earlier commit",
            "emil approved: named the digest, which later pushes kept",
        ]
    );
}

#[test]
fn commits_of_one_unknown_address_are_told_once() {
    let unknown = |sha: &str| {
        let mut one = commit(sha, ANA);
        one.author = crate::facts::Contributor::Unattributed("x@example.org".to_owned());
        one
    };
    let scene = Scene::new().with(|facts| {
        facts.commits.as_mut().unwrap().extend([unknown("0123456789abcdef"), unknown("1"), unknown("2")]);
    });
    let obstacles = scene.judged(&one()).obstacles;
    assert_eq!(obstacles.len(), 1);
    assert_eq!(
        obstacles[0].reason,
        "the forge knows no account for <x@example.org> of commit 0123456789 and of 2 others"
    );
}

#[test]
fn the_page_on_approvals_tells_every_code() {
    let page = include_str!("../../../../docs/approvals.md");
    let mut names: Vec<&str> = Reason::ALL.iter().map(|reason| reason.name()).collect();
    names.extend(Code::ALL.iter().map(|code| code.name()));
    let rows: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    for name in &names {
        assert!(rows.contains(name), "`{name}` is not told");
    }
    for row in rows {
        assert!(names.contains(&row), "`{row}` is told and does not exist");
    }
}

#[test]
fn many_people_are_judged_as_one_is() {
    let mut scene = Scene::new();
    for id in 10..410 {
        scene = scene.approved("09:00", id).with(|facts| {
            facts
                .permissions
                .as_mut()
                .unwrap()
                .push(crate::facts::Permission { account: id, level: crate::facts::Level::Write });
        });
    }
    let members: Vec<u64> = (10..410).collect();
    let scene = scene.group("a", &members).group("b", &members[..200]);
    let demands = [
        demand("all", 400, &["permission:write"]),
        demand("a", 200, &["group:a"]),
        demand("b", 200, &["group:b"]),
    ];
    assert!(scene.met(&demands));
    let more = [demand("a", 201, &["group:a"]), demand("b", 200, &["group:b"])];
    let judged = scene.judged(&more);
    assert_eq!(judged.answers.iter().map(|answer| answer.missing).sum::<u64>(), 1);
}
