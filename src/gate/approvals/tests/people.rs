//! Who may approve, and who may not.

use super::{ANA, BO, CARLA, DORA, Scene, bot, commit, demand, digest, one, person, push, two};
use crate::facts::{Account, AccountKind, Contributor, Level, Permission, ReviewState};

fn level(scene: Scene, account: u64, level: Level) -> Scene {
    scene.with(|facts| {
        let permissions = facts.permissions.as_mut().unwrap();
        permissions.retain(|permission| permission.account != account);
        permissions.push(Permission { account, level });
    })
}

#[test]
fn only_people_with_write_access_who_take_no_part_approve() {
    let scene = || Scene::new().approved("09:00", BO);
    let by =
        |change: fn(&mut Account)| scene().with_review(|review| change(review.account.as_mut().unwrap()));
    let rows: Vec<(&str, Scene, &str)> = vec![
        ("write", scene(), "Review"),
        ("maintain", level(scene(), BO, Level::Maintain), "Review"),
        ("admin", level(scene(), BO, Level::Admin), "Review"),
        ("triage", level(scene(), BO, Level::Triage), "NO_WRITE_ACCESS"),
        ("read", level(scene(), BO, Level::Read), "NO_WRITE_ACCESS"),
        ("none", level(scene(), BO, Level::None), "NO_WRITE_ACCESS"),
        ("not known", scene().with(|facts| facts.permissions = None), "PERMISSION_UNKNOWN"),
        (
            "known of others only",
            scene().with(|facts| facts.permissions.as_mut().unwrap().retain(|one| one.account != BO)),
            "PERMISSION_UNKNOWN",
        ),
        (
            "write and read at once",
            scene().with(|facts| {
                facts.permissions.as_mut().unwrap().push(Permission { account: BO, level: Level::Read });
            }),
            "NO_WRITE_ACCESS",
        ),
        ("a bot", by(|account| account.kind = AccountKind::Bot), "BOT"),
        ("an App's login", by(|account| account.login = "Renovate[bot]".to_owned()), "BOT"),
        ("an organisation", by(|account| account.kind = AccountKind::Organization), "BOT"),
        ("a placeholder", by(|account| account.kind = AccountKind::Mannequin), "BOT"),
        ("an unheard-of kind", by(|account| account.kind = AccountKind::Other), "BOT"),
        ("the requester", Scene::new().approved("09:00", ANA), "REQUESTER"),
        (
            "an author",
            scene().with(|facts| facts.commits.as_mut().unwrap().push(commit("h0", BO))),
            "CONTRIBUTOR",
        ),
        (
            "a committer",
            scene().with(|facts| {
                facts.commits.as_mut().unwrap()[0].committer = Contributor::Account(person(BO));
            }),
            "CONTRIBUTOR",
        ),
        (
            "a co-author",
            scene().with(|facts| {
                facts.commits.as_mut().unwrap()[0].co_authors = vec![Contributor::Account(person(BO))];
            }),
            "CONTRIBUTOR",
        ),
        (
            "a pusher of what somebody else is said to have made",
            scene().with(|facts| facts.pushes.as_mut().unwrap().push(push("07:00", BO, "000", "h0"))),
            "CONTRIBUTOR",
        ),
    ];
    for (what, scene, expected) in rows {
        let who = if what == "the requester" { ANA } else { BO };
        assert_eq!(scene.word_of(who), expected, "{what}");
    }
}

#[test]
fn a_machine_with_an_account_of_a_person_does_not_approve() {
    let mut scene = Scene::new().approved("09:00", BO);
    scene.known.machine_users = vec!["BO".to_owned()];
    assert_eq!(scene.word_of(BO), "MACHINE_USER");
    assert!(!scene.met(&one()));
}

#[test]
fn an_account_that_is_gone_approves_nothing() {
    let scene = Scene::new().approved("09:00", BO).with_review(|review| review.account = None);
    let judged = scene.judged(&one());
    assert!(!judged.met());
    assert_eq!(judged.said.len(), 1);
    assert_eq!(judged.said[0].account, None);
    assert_eq!(judged.said[0].counts, super::Counts::No(super::super::Reason::Ghost));
}

#[test]
fn a_robot_as_requester_needs_two_people_whatever_the_count() {
    for by in [bot(), Account { id: 50, login: "acme-deploy".to_owned(), kind: AccountKind::User }] {
        let mut scene = Scene::new()
            .approved("09:00", BO)
            .with(|facts| facts.request.as_mut().unwrap().requester = Some(by));
        scene.known.machine_users = vec!["acme-deploy".to_owned()];
        assert!(!scene.met(&one()));
        let judged = scene.judged(&one());
        let robot = judged.answers.iter().find(|answer| !answer.met).unwrap();
        assert_eq!(robot.asked.blocks, ["robot as requester"]);
        let scene = scene.approved("09:10", CARLA);
        assert!(scene.met(&one()));
        assert!(scene.met(&two()));
        assert!(!scene.met(&[demand("three", 3, &["permission:write"])]), "the demand itself stays");
        assert!(scene.met(&[]), "where nothing is demanded a robot needs nobody");
    }
}

#[test]
fn two_accounts_of_one_person_are_one_person() {
    let mut scene = Scene::new().approved("09:00", BO).approved("09:10", CARLA);
    assert!(scene.met(&two()));
    scene.known.same_person = vec![vec!["bo".to_owned(), "Carla".to_owned()]];
    assert!(!scene.met(&two()), "two approvals of one person are one");
    assert!(scene.met(&one()));
    // The requester's other account is the requester.
    scene.known.same_person = vec![vec!["ana".to_owned(), "bo".to_owned()]];
    assert_eq!(scene.word_of(BO), "REQUESTER");
    assert_eq!(scene.word_of(CARLA), "Review");
    // Lists that share a login are about one person.
    scene.known.same_person = vec![
        vec!["ana".to_owned(), "x".to_owned()],
        vec!["y".to_owned(), "carla".to_owned()],
        vec!["x".to_owned(), "y".to_owned()],
    ];
    assert_eq!(scene.word_of(CARLA), "REQUESTER");
}

#[test]
fn the_newest_opinion_of_a_person_is_that_of_all_accounts() {
    let mut scene = Scene::new().approved("09:00", BO).review("09:30", CARLA, ReviewState::ChangesRequested);
    scene.known.same_person = vec![vec!["bo".to_owned(), "carla".to_owned()]];
    assert!(!scene.judged(&one()).answers[0].met);
}

#[test]
fn whose_commit_is_not_known_holds_until_it_is() {
    let nobody = || Contributor::Unattributed("x@example.org".to_owned());
    for part in 0..3 {
        let scene = Scene::new().approved("09:00", BO).approved("09:10", CARLA).with(|facts| {
            let commit = &mut facts.commits.as_mut().unwrap()[0];
            match part {
                0 => commit.author = nobody(),
                1 => commit.committer = nobody(),
                _ => commit.co_authors.push(nobody()),
            }
        });
        assert!(!scene.met(&two()), "{part}");
        assert_eq!(scene.codes(&two()), ["UNATTRIBUTED_COMMIT"], "{part}");
        let judged = scene.judged(&two());
        assert!(judged.obstacles[0].reason.contains("<x@example.org>"));
        assert!(judged.answers[0].met, "the approvals are shown all the same");
    }
}

#[test]
fn what_is_not_known_never_counts() {
    let complete = Scene::new().approved("09:00", BO).approved("09:10", CARLA);
    assert!(complete.met(&two()));
    for (what, scene, code) in [
        ("commits", complete.clone().with(|facts| facts.commits = None), "COMMITS_UNKNOWN"),
        ("pushes", complete.clone().with(|facts| facts.pushes = None), "PUSHES_UNKNOWN"),
        (
            "the push of the head",
            complete.clone().with(|facts| facts.pushes = Some(vec![push("07:00", ANA, "000", "h0")])),
            "PUSHES_UNKNOWN",
        ),
        (
            "the push before that of the head",
            complete.clone().with(|facts| {
                facts.commits.as_mut().unwrap().push(commit("h0", ANA));
                facts.pushes = Some(vec![push("08:00", ANA, "h0", "h1")]);
            }),
            "PUSHES_UNKNOWN",
        ),
        ("reviews", complete.clone().with(|facts| facts.reviews = None), "REVIEWS_UNKNOWN"),
        ("comments", complete.clone().with(|facts| facts.comments = None), "COMMENTS_UNKNOWN"),
        ("request", complete.clone().with(|facts| facts.request = None), "REQUESTER_UNKNOWN"),
        (
            "requester",
            complete.clone().with(|facts| facts.request.as_mut().unwrap().requester = None),
            "REQUESTER_UNKNOWN",
        ),
        (
            "some commits",
            complete.clone().with(|facts| facts.commits.as_mut().unwrap()[0].sha = "h0".to_owned()),
            "PARTIAL_DATA",
        ),
    ] {
        assert!(!scene.met(&two()), "{what}");
        assert!(scene.codes(&two()).contains(&code), "{what}: {:?}", scene.codes(&two()));
    }
    for scene in [
        complete.clone().with(|facts| facts.clock = None),
        complete.clone().with(|facts| facts.permissions = None),
        complete.clone().with(|facts| facts.publications = None),
        complete.clone().with(|facts| facts.publisher = None),
    ] {
        assert!(!scene.met(&two()));
    }
}

#[test]
fn a_team_that_cannot_be_read_is_an_error_and_no_empty_team() {
    use crate::facts::{Members, Team};
    let demands = [demand("database", 1, &["group:dba"])];
    let scene = Scene::new().group("dba", &[BO]).approved("09:00", BO);
    assert!(scene.met(&demands));
    let unreadable = scene.clone().with(|facts| {
        facts.teams = Some(vec![Team {
            name: "acme/dba".to_owned(),
            members: Members::Unreadable("403: the token may not read members".to_owned()),
        }]);
    });
    let judged = unreadable.judged(&demands);
    assert!(judged.undecided() && !judged.met());
    assert!(judged.obstacles[0].reason.contains("@acme/dba") && judged.obstacles[0].reason.contains("403"));
    for teams in [None, Some(Vec::new())] {
        let judged = scene.clone().with(|facts| facts.teams = teams).judged(&demands);
        assert!(judged.undecided(), "a team that nobody asked for is not known either");
    }
    // Even where a listed user alone would do.
    let mut listed = unreadable;
    listed.known.groups.get_mut("dba").unwrap().users = vec!["bo".to_owned()];
    assert!(listed.judged(&demands).undecided());
    assert!(Scene::new().judged(&demands).undecided(), "a group that the policy does not have");
}

#[test]
fn a_login_that_only_looks_alike_is_nobody() {
    let demands = [demand("x", 1, &["user:carla"])];
    let scene = |login: &str| {
        let login = login.to_owned();
        Scene::new()
            .approved("09:00", DORA)
            .with_review(move |review| review.account.as_mut().unwrap().login = login)
    };
    assert!(scene("carla").met(&demands));
    assert!(scene("Carla").met(&demands), "the forge knows no case");
    assert!(!scene("c\u{430}rla").met(&demands));
    assert!(!scene("carla\u{200b}").met(&demands));
    assert!(digest().text().is_ascii());
}
