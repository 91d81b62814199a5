//! Facts survive being written and read, and say the same in the same bytes.

use super::{
    Account, AccountKind, Base, BaseMoved, ChangedPath, Check, Clock, ClockSource, Comment, Commit,
    Contributor, Deployer, Dismissal, EarlierStatus, Edited, Facts, Head, How, Level, Members, Permission,
    PolicyRemark, ProposedPolicy, Publication, Push, RemarkGravity, Repository, Request, Review, ReviewState,
    State, Team,
};
use crate::problem::Place;

fn account(id: u64, login: &str) -> Account {
    Account { id, login: login.to_owned(), kind: AccountKind::User }
}

/// Facts in which every field is known.
fn full() -> Facts {
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
    let (ana, bo) = (account(1, "ana"), account(2, "bo"));
    let mut facts = Facts::unknown();
    facts.clock = Some(Clock {
        now: at("2026-11-21T10:00:00Z"),
        source: ClockSource::Api,
        skew: Some(-3),
        tzdb: "2026b".to_owned(),
    });
    facts.repository =
        Some(Repository { id: 77, name: "acme/infra".to_owned(), default_branch: Some("main".to_owned()) });
    facts.request = Some(Request {
        number: 7,
        state: State::Open,
        draft: false,
        fork: false,
        requester: Some(ana.clone()),
        head: Head { sha: "aaa".to_owned(), branch: "grow".to_owned() },
        base: Base {
            branch: "main".to_owned(),
            tip: "bbb".to_owned(),
            moved: Some(BaseMoved {
                from: "ccc".to_owned(),
                paths: vec!["z.tf".to_owned(), "a.tf".to_owned()],
                at: Some(at("2026-11-21T09:00:00Z")),
            }),
        },
        merged_by: Some(bo.clone()),
        mergeable: Some("clean".to_owned()),
        body_edited: Edited::At(at("2026-11-20T10:00:00Z")),
    });
    facts.paths = Some(vec![
        ChangedPath { path: "b.tf".to_owned(), previous: Some("old.tf".to_owned()) },
        ChangedPath { path: "a.tf".to_owned(), previous: None },
    ]);
    facts.proposed_policy = Some(ProposedPolicy {
        remarks: vec![
            PolicyRemark {
                gravity: RemarkGravity::Warning,
                place: Some(Place { file: "applygate.hcl".to_owned(), line: 3, column: 1 }),
                message: "it does nothing".to_owned(),
                help: Some("leave it out".to_owned()),
            },
            PolicyRemark {
                gravity: RemarkGravity::Invalid,
                place: None,
                message: "there is a policy in two places".to_owned(),
                help: None,
            },
        ],
        more: 2,
    });
    facts.commits = Some(vec![Commit {
        sha: "aaa".to_owned(),
        author: Contributor::Account(ana.clone()),
        committer: Contributor::Unattributed("x@example.org".to_owned()),
        co_authors: vec![
            Contributor::Unattributed("y@example.org".to_owned()),
            Contributor::Account(bo.clone()),
        ],
        parents: vec!["p2".to_owned(), "p1".to_owned()],
        clean_update: true,
    }]);
    facts.pushes = Some(vec![Push {
        at: at("2026-11-20T09:00:00Z"),
        by: Some(ana.clone()),
        before: "000".to_owned(),
        after: "aaa".to_owned(),
    }]);
    facts.reviews = Some(vec![
        Review {
            id: 2,
            account: None,
            state: ReviewState::Dismissed,
            submitted_at: None,
            commit: None,
            first_line: String::new(),
            edited: Edited::Unknown,
        },
        Review {
            id: 1,
            account: Some(bo.clone()),
            state: ReviewState::Approved,
            submitted_at: Some(at("2026-11-20T10:00:00.5Z")),
            commit: Some("aaa".to_owned()),
            first_line: "fine".to_owned(),
            edited: Edited::Never,
        },
    ]);
    facts.comments = Some(vec![Comment {
        id: 3,
        account: Some(bo.clone()),
        first_line: "/applygate approve 0123456789ab".to_owned(),
        created_at: at("2026-11-20T11:00:00Z"),
        updated_at: at("2026-11-20T11:00:00Z"),
        edited: Edited::Never,
    }]);
    facts.dismissals = Some(vec![Dismissal {
        review: 2,
        actor: Some(ana.clone()),
        was: ReviewState::ChangesRequested,
        at: at("2026-11-20T12:00:00Z"),
    }]);
    facts.permissions = Some(vec![
        Permission { account: 2, level: Level::Admin },
        Permission { account: 2, level: Level::Read },
    ]);
    facts.teams = Some(vec![
        Team { name: "acme/ops".to_owned(), members: Members::Unreadable("403".to_owned()) },
        Team { name: "acme/dba".to_owned(), members: Members::Read(vec![bo.clone(), ana]) },
    ]);
    facts.labels = Some(vec!["urgent".to_owned()]);
    facts.checks = Some(vec![Check {
        name: "plan".to_owned(),
        app: Some("github-actions".to_owned()),
        conclusion: Some("success".to_owned()),
        sha: "aaa".to_owned(),
    }]);
    let bot = Account { id: 9, login: "applygate[bot]".to_owned(), kind: AccountKind::Bot };
    facts.publisher = Some(bot.clone());
    facts.publications = Some(vec![Publication {
        context: "applygate live/prod default".to_owned(),
        digest: "ag1-nokey-00".to_owned(),
        sha: "aaa".to_owned(),
        created_at: at("2026-11-20T09:10:00Z"),
        creator: Some(bot),
    }]);
    let earlier = |context: &str| EarlierStatus {
        context: context.to_owned(),
        sha: "999".to_owned(),
        state: "pending".to_owned(),
    };
    facts.earlier_statuses =
        Some(vec![earlier("applygate/live/web:default"), earlier("applygate/live/dns:default")]);
    facts.deployer = Some(Deployer { how: How::Manual, account: Some(bo) });
    facts
}

#[test]
fn facts_survive_being_written_and_read() {
    let text = full().to_json().unwrap();
    let read = Facts::from_json("facts.json", &text).unwrap();
    let mut expected = full();
    expected.sort();
    assert_eq!(read, expected);
    assert_eq!(read.to_json().unwrap(), text, "the second writing gives the same bytes");
}

#[test]
fn what_is_not_known_stays_not_known_and_is_no_empty_list() {
    let text = Facts::unknown().to_json().unwrap();
    assert_eq!(text, "{\n  \"version\": 1\n}\n");
    assert_eq!(Facts::from_json("facts.json", &text).unwrap(), Facts::unknown());
    let mut none = Facts::unknown();
    none.reviews = Some(Vec::new());
    let read = Facts::from_json("facts.json", &none.to_json().unwrap()).unwrap();
    assert_eq!(read.reviews, Some(Vec::new()));
}

#[test]
fn the_order_of_gathering_does_not_show() {
    let mut turned = full();
    turned.paths.as_mut().unwrap().reverse();
    turned.reviews.as_mut().unwrap().reverse();
    turned.permissions.as_mut().unwrap().reverse();
    turned.teams.as_mut().unwrap().reverse();
    turned.commits.as_mut().unwrap()[0].co_authors.reverse();
    turned.request.as_mut().unwrap().base.moved.as_mut().unwrap().paths.reverse();
    if let Members::Read(members) = &mut turned.teams.as_mut().unwrap()[0].members {
        members.reverse();
    }
    assert_eq!(turned.to_json().unwrap(), full().to_json().unwrap());
    let parents = &turned.commits.as_ref().unwrap()[0].parents;
    assert_eq!(parents, &["p2", "p1"], "the order of parents means something");
}

#[test]
fn what_is_no_facts_file_is_refused_with_its_place() {
    for (text, expected) in [
        ("", "EOF"),
        ("[]", "these are no facts"),
        ("{}", "missing field `version`"),
        ("{\"version\": 2, \"people\": 1}", "version 2"),
        ("{\"version\": 1, \"approvals\": []}", "unknown field `approvals`"),
        ("{\"version\": 1, \"labels\": [], \"labels\": [\"x\"]}", "duplicate field `labels`"),
        ("{\"version\": 1, \"labels\": \"x\"}", "invalid type"),
        ("{\"version\": 1} 2", "trailing characters"),
        ("{\"version\": 1, \"publisher\": {\"id\": 1, \"login\": \"a\"}}", "missing field `kind`"),
    ] {
        let problem = Facts::from_json("facts.json", text).unwrap_err();
        assert!(problem.message.contains(expected), "{text}: {}", problem.message);
        assert!(problem.help.is_some(), "{text}");
    }
    let problem = Facts::from_json("facts.json", "{\n  \"version\": 1,\n  \"reviewz\": []\n}").unwrap_err();
    assert_eq!(problem.place.unwrap().to_string(), "facts.json:3:11");
}

#[test]
fn of_two_answers_on_a_permission_the_lower_counts() {
    assert_eq!(full().level(2), Some(Level::Read));
    assert_eq!(full().level(3), None);
    assert_eq!(Facts::unknown().level(2), None);
}
