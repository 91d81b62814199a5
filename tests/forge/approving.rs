//! From what people do on GitHub to what counts: the facts as they are gathered, held against a demand.

use applygate::gate::approvals::{Approvals, Demand, Group, Known, approvals};
use applygate::gate::digest::{ApprovalDigest, Context};
use applygate::policy::Approver;
use applygate::policy::Veto;

use crate::fake_github::{FakeGithub, PullScene, State};
use crate::gather;

const BOT: &str = "github-actions[bot]";

fn digest(of: &str) -> ApprovalDigest {
    let context = Context {
        repository: 1,
        base: "main",
        directory: Some("live/prod"),
        workspace: Some("default"),
        environment: None,
        project: None,
    };
    ApprovalDigest::new(of, &context)
}

/// What a status says in which a change is shown.
fn shows(of: &str) -> String {
    format!("hold: high risk digest {}", digest(of).text())
}

/// A pull request by ana with people who may approve it; what follows is up to the test.
fn request(scene: &mut State) -> PullScene<'_> {
    scene.team("acme/dba", &["bo", "cy"]);
    let mut repository = scene.repo("acme/infra");
    for person in ["ana", "bo", "cy", "mallory"] {
        repository = repository.permission(person, "write");
    }
    repository.permission("eve", "read").open_pull(7, "ana").later(60)
}

/// Judges the change `a` for one demand; two approvals by people with write access, or by members of a group.
fn judge(scene: impl FnOnce(&mut State), count: u64, from: Approver) -> Approvals {
    let github = FakeGithub::start(scene);
    let facts = gather(&github, &["acme/dba"]).unwrap();
    let demand = Demand {
        block: "high".to_owned(),
        name: None,
        count,
        from: vec![from],
        stage: 1,
        exclusive: true,
        approval_ttl: 7 * 86_400,
        execution_ttl: 3 * 86_400,
        explicit: false,
        veto: Veto::Write,
    };
    let dba = Group { users: Vec::new(), teams: vec!["acme/dba".to_owned()] };
    let known = Known { groups: [("dba".to_owned(), dba)].into(), ..Known::default() };
    approvals(&facts, &digest("a"), &[demand], &known)
}

fn anyone() -> Approver {
    Approver::Permission("write".to_owned())
}

/// Returns who counts, by login.
fn who(approvals: &Approvals) -> Vec<&str> {
    approvals.approvers.iter().map(|account| account.login.as_str()).collect()
}

#[test]
fn two_reviews_after_the_change_was_shown_count() {
    let approvals = judge(
        |scene| {
            request(scene)
                .status(BOT, "applygate/live/prod:default", "pending", &shows("a"))
                .later(60)
                .review("bo", "APPROVED")
                .review("cy", "APPROVED");
        },
        2,
        anyone(),
    );
    assert!(approvals.met(), "{approvals:#?}");
    assert_eq!(who(&approvals), ["bo", "cy"]);
}

#[test]
fn an_approval_counts_only_as_it_was_given() {
    type Act = fn(PullScene<'_>) -> PullScene<'_>;
    let shown = |scene: &mut State, act: Act| {
        act(request(scene).status(BOT, "applygate/live/prod:default", "pending", &shows("a")).later(60));
    };
    let command = || format!("/applygate approve {}", &digest("a").digits()[..16]);
    let cases: [(&str, bool, Act); 14] = [
        ("a review", true, |pull| pull.review("bo", "APPROVED")),
        ("a push afterwards", false, |pull| pull.review("bo", "APPROVED").later(60).push("ana", "More")),
        ("a new plan afterwards", false, |pull| {
            pull.review("bo", "APPROVED")
                .later(60)
                .status(BOT, "applygate/live/prod:default", "pending", &shows("b"))
                .later(60)
                .review("bo", "APPROVED")
        }),
        ("by the author", false, |pull| pull.review("ana", "APPROVED")),
        ("by somebody who may only read", false, |pull| pull.review("eve", "APPROVED")),
        ("by a robot", false, |pull| pull.review("copilot[bot]", "APPROVED")),
        ("by an account that is gone", false, |pull| {
            pull.review("bo", "APPROVED").set(|pull| pull.reviews[0].user = None)
        }),
        ("then dismissed", false, |pull| pull.review("bo", "APPROVED").dismiss("bo", "cy")),
        ("then dismissed, after an older one", false, |pull| {
            pull.review("bo", "APPROVED").later(9).review("bo", "APPROVED").later(9).dismiss("bo", "cy")
        }),
        ("then a request for changes", false, |pull| {
            pull.review("bo", "APPROVED").later(9).review("bo", "CHANGES_REQUESTED")
        }),
        ("then a mere comment", true, |pull| {
            pull.review("bo", "APPROVED").later(9).review("bo", "COMMENTED")
        }),
        ("a veto of another, dismissed by the author", false, |pull| {
            pull.review("cy", "CHANGES_REQUESTED").dismiss("cy", "ana").later(9).review("bo", "APPROVED")
        }),
        ("words", false, |pull| pull.comment("bo", "LGTM, approved :+1:")),
        ("before it was shown", false, |pull| {
            pull.review("bo", "APPROVED").set(|pull| {
                pull.reviews[0].submitted = Some("2026-11-21T12:00:30Z".parse().unwrap());
            })
        }),
    ];
    for (name, counts, act) in cases {
        let approvals = judge(|scene| shown(scene, act), 1, anyone());
        assert_eq!(approvals.met(), counts, "{name}: {approvals:#?}");
    }
    // The explicit ones need the digest at hand.
    let explicit = |before: &str, act: Act| {
        let (before, text) = (before.to_owned(), command());
        judge(
            move |scene| {
                let pull = request(scene).status(BOT, "applygate/live/prod:default", "pending", &shows("a"));
                act(pull.later(60).comment("bo", &format!("{before}{text}")).later(60));
            },
            1,
            anyone(),
        )
    };
    assert!(explicit("", |pull| pull).met());
    assert!(
        explicit("", |pull| pull.push("ana", "A comment")).met(),
        "the digest is the same after the push"
    );
    assert!(!explicit("", |pull| pull.edit_comment("/applygate approve 0000000000000000")).met());
    for before in ["> ", "`", " ", "\u{200b}", "<!-- -->", "thanks\n"] {
        assert!(!explicit(before, |pull| pull).met(), "{before:?}");
    }
}

#[test]
fn an_edited_command_does_not_count_even_if_it_says_the_same_again() {
    let text = format!("/applygate approve {}", &digest("a").digits()[..16]);
    let approvals = judge(
        |scene| {
            request(scene)
                .status(BOT, "applygate/live/prod:default", "pending", &shows("a"))
                .later(60)
                .comment("bo", "fine")
                .later(60)
                .edit_comment(&text);
        },
        1,
        anyone(),
    );
    assert!(!approvals.met(), "{approvals:#?}");
}

#[test]
fn whoever_takes_part_in_the_change_does_not_approve_it() {
    type Act = fn(PullScene<'_>) -> PullScene<'_>;
    let cases: [(&str, Act); 4] = [
        ("a commit of one's own", |pull| pull.push("bo", "Mine")),
        ("committed for somebody", |pull| pull.push_commit("ana", Some("ana"), Some("bo"), "Mine")),
        ("named as a co-author", |pull| pull.push("ana", "Ours\n\nCo-authored-by: Bo <bo@example.com>")),
        ("pushed under another name", |pull| pull.push_commit("bo", Some("ana"), Some("ana"), "Hers")),
    ];
    for (name, act) in cases {
        let approvals = judge(
            |scene| {
                act(request(scene))
                    .later(60)
                    .status(BOT, "applygate/live/prod:default", "pending", &shows("a"))
                    .later(60)
                    .review("bo", "APPROVED");
            },
            1,
            anyone(),
        );
        assert!(!approvals.met(), "{name}: {approvals:#?}");
        assert_eq!(who(&approvals), Vec::<&str>::new(), "{name}");
    }
    let approvals = judge(
        |scene| {
            request(scene)
                .push_commit("ana", None, Some("ana"), "Whose is it?")
                .later(60)
                .status(BOT, "applygate/live/prod:default", "pending", &shows("a"))
                .later(60)
                .review("bo", "APPROVED");
        },
        1,
        anyone(),
    );
    assert!(!approvals.met(), "an author whom nobody knows may be the approver: {approvals:#?}");
}

#[test]
fn a_status_that_somebody_else_made_shows_nothing() {
    let approvals = judge(
        |scene| {
            request(scene)
                .status("mallory", "applygate/live/prod:default", "pending", &shows("a"))
                .later(60)
                .review("bo", "APPROVED")
                .later(60)
                .status(BOT, "applygate/live/prod:default", "pending", &shows("a"));
        },
        1,
        anyone(),
    );
    assert!(!approvals.met(), "{approvals:#?}");
}

#[test]
fn members_of_a_team_count_as_long_as_it_can_be_read() {
    for (reads, member, expected) in [(true, "bo", true), (true, "mallory", false), (false, "bo", false)] {
        let approvals = judge(
            |scene| {
                scene.reads_teams = reads;
                request(scene)
                    .status(BOT, "applygate/live/prod:default", "pending", &shows("a"))
                    .later(60)
                    .review(member, "APPROVED");
            },
            1,
            Approver::Group("dba".to_owned()),
        );
        assert_eq!(approvals.met(), expected, "{member}: {approvals:#?}");
        assert_eq!(approvals.undecided(), !reads);
    }
}
