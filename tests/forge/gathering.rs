//! What is read from a pull request.

use applygate::facts::{Contributor, Edited, Level, Members, ReviewState, State as RequestState};
use applygate::forge::{Credentials, Github, Repo};
use applygate::problem::Code;
use secrecy::SecretString;
use snapbox::{assert_data_eq, file};

use crate::fake_github::{FakeGithub, Fault, Target};
use crate::{PATIENCE, TOKEN, connect, gather, ordinary, wanted};

#[test]
fn an_ordinary_pull_request_gives_all_its_facts() {
    let github = FakeGithub::start(ordinary);
    let mut facts = gather(&github, &["acme/dba", "acme/senior"]).unwrap();
    // The time-zone data are those of the build.
    facts.clock.as_mut().unwrap().tzdb = "built in".to_owned();
    assert_data_eq!(facts.to_json().unwrap(), file!["facts.json"].raw());
    assert_eq!(github.unknown(), Vec::<String>::new());
}

#[test]
fn an_ordinary_pull_request_needs_few_requests() {
    let github = FakeGithub::start(ordinary);
    let connection = connect(&github);
    connection.gather(&wanted(&["acme/dba", "acme/senior"])).unwrap();
    println!("{:#?}", github.calls());
    assert_eq!(connection.requests() as usize, github.received().len());
    assert!(connection.requests() <= 19, "{}", connection.requests());
}

#[test]
fn every_request_has_the_headers_that_github_asks_for() {
    let github = FakeGithub::start(ordinary);
    gather(&github, &["acme/dba"]).unwrap();
    for request in github.received() {
        assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
        assert!(request.header("user-agent").unwrap().starts_with("applygate/"), "{request:?}");
        assert_eq!(request.header("x-github-api-version"), Some("2022-11-28"));
        assert_eq!(request.header("accept"), Some("application/vnd.github+json"), "{}", request.call());
    }
}

#[test]
fn gathering_writes_nothing() {
    let github = FakeGithub::start(ordinary);
    gather(&github, &["acme/dba"]).unwrap();
    let writes: Vec<String> = github
        .calls()
        .into_iter()
        .filter(|call| !call.starts_with("GET") && call != "POST /api/graphql")
        .collect();
    assert_eq!(writes, Vec::<String>::new());
}

#[test]
fn every_page_is_read() {
    let github = FakeGithub::start(|scene| {
        scene.team("acme/dba", &["u1", "u2", "u3", "u4", "u5", "u6", "u7"]);
        let mut pull = scene.repo("acme/infra").open_pull(7, "ana");
        for number in 0..23 {
            pull = pull
                .later(1)
                .push("ana", &format!("step {number}"))
                .changes(&format!("{number}.tf"))
                .review(&format!("r{number}"), "COMMENTED")
                .comment(&format!("r{number}"), "/applygate approve 0123456789ab")
                .status("ci[bot]", &format!("check {number}"), "success", "");
        }
        scene.page_limit = 5;
    });
    let facts = gather(&github, &["acme/dba"]).unwrap();
    assert_eq!(facts.commits.unwrap().len(), 24);
    assert_eq!(facts.pushes.unwrap().len(), 24);
    assert_eq!(facts.paths.unwrap().len(), 24);
    assert_eq!(facts.reviews.unwrap().len(), 23);
    assert_eq!(facts.comments.unwrap().len(), 23);
    assert_eq!(facts.permissions.unwrap().len(), 23);
    match &facts.teams.unwrap()[0].members {
        Members::Read(members) => assert_eq!(members.len(), 7),
        other @ Members::Unreadable(_) => panic!("{other:?}"),
    }
}

#[test]
fn a_page_that_is_missing_or_elsewhere_is_an_error() {
    let scene = |scene: &mut crate::fake_github::State| {
        let mut pull = scene.repo("acme/infra").open_pull(7, "ana");
        for _ in 0..7 {
            pull = pull.review("bo", "COMMENTED");
        }
        scene.page_limit = 5;
    };
    let github = FakeGithub::start(scene);
    let id = github.with(|state| state.repositories["acme/infra"].id);
    let second = format!("GET /repositories/{id}/pulls/7/reviews");
    assert_eq!(gather(&github, &[]).unwrap().reviews.unwrap().len(), 7);
    assert_eq!(github.count(&second), 1);
    for fault in [Fault::Status(404), Fault::CutBody, Fault::Redirect, Fault::WrongType] {
        let github = FakeGithub::start(scene);
        github.fail(Target::call(&second), fault);
        let problem = gather(&github, &[]).unwrap_err();
        assert!(problem.message.contains(&second), "{fault:?}: {}", problem.message);
    }
    for link in [
        "<http://example.invalid/api/v3/x?page=2>; rel=\"next\"",
        "</api/v3/x?page=2>; rel=\"next\"",
        "<javascript:alert(1)>; rel=\"next\"",
    ] {
        let github = FakeGithub::start(scene);
        github.with(|state| state.link = Some(link.to_owned()));
        let problem = gather(&github, &[]).unwrap_err();
        assert_eq!(problem.code, Code::PartialData, "{link}");
        assert!(problem.message.contains("another place"), "{}", problem.message);
    }
}

#[test]
fn a_list_without_end_is_an_error() {
    let github = FakeGithub::start(ordinary);
    let call = "/repos/acme/infra/pulls/7/reviews";
    let link = format!("<{}{call}?page=1>; rel=\"next\"", github.api());
    github.with(|state| state.link = Some(link));
    let problem = gather(&github, &[]).unwrap_err();
    assert!(problem.message.contains("pages") || problem.code == Code::LimitExceeded, "{problem:?}");
}

#[test]
fn more_commits_or_files_than_github_lists_are_an_error() {
    for (commits, files, words) in [(251, 1, "250 commits"), (1, 3000, "3000 files")] {
        let github = FakeGithub::start(|scene| {
            let mut pull = scene.repo("acme/infra").open_pull(7, "ana");
            for number in 1..commits {
                pull = pull.push("ana", &number.to_string());
            }
            for number in 1..files {
                pull = pull.changes(&number.to_string());
            }
        });
        let problem = gather(&github, &[]).unwrap_err();
        assert_eq!(problem.code, Code::PartialData);
        assert!(problem.message.contains(words), "{}", problem.message);
    }
}

#[test]
fn a_pull_request_that_moves_while_it_is_read_is_an_error() {
    // What was counted and what is listed differ, as after a push between the two.
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana");
        scene.lost_commits = 1;
    });
    let problem = gather(&github, &[]).unwrap_err();
    assert!(problem.message.contains("changed while it was read"), "{}", problem.message);
}

#[test]
fn who_cannot_be_attributed_is_kept_as_such() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .push_commit("ana", None, Some("web-flow"), "Fix\n\nCo-authored-by: X <x@example.org>")
            .review("bo", "APPROVED")
            .set(|pull| pull.reviews[0].user = None)
            .set(|pull| pull.reviews[0].commit = None);
    });
    let facts = gather(&github, &[]).unwrap();
    let commits = facts.commits.unwrap();
    let commit = commits.iter().find(|commit| !commit.co_authors.is_empty()).unwrap();
    assert_eq!(commit.author, Contributor::Unattributed("unknown@example.com".to_owned()));
    assert_eq!(commit.co_authors, [Contributor::Unattributed("x@example.org".to_owned())]);
    assert!(matches!(&commit.committer, Contributor::Account(account) if account.login == "web-flow"));
    let review = &facts.reviews.unwrap()[0];
    assert_eq!((review.account.as_ref(), review.commit.as_ref()), (None, None));
    assert_eq!(facts.permissions.unwrap(), []);
}

#[test]
fn authors_that_are_counted_and_not_listed_are_an_error() {
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana");
        scene.lost_authors = 1;
    });
    let problem = gather(&github, &[]).unwrap_err();
    assert_eq!(problem.code, Code::PartialData);
    assert!(problem.message.contains("authors"), "{}", problem.message);
}

#[test]
fn the_pusher_is_known_even_if_the_commits_name_others() {
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana").push_commit("mallory", Some("ana"), Some("ana"), "Fix");
    });
    let pushes = gather(&github, &[]).unwrap().pushes.unwrap();
    let pushers: Vec<&str> = pushes.iter().map(|push| push.by.as_ref().unwrap().login.as_str()).collect();
    assert!(pushers.contains(&"mallory"), "{pushers:?}");
}

#[test]
fn an_edited_command_is_told_from_an_untouched_one() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .comment("bo", "/applygate approve 0123456789ab")
            .comment("cy", "fine")
            .later(30)
            .edit_comment("/applygate approve 0123456789ab\r\nthanks");
    });
    let comments = gather(&github, &[]).unwrap().comments.unwrap();
    assert_eq!(comments[0].edited, Edited::Never);
    assert!(matches!(comments[1].edited, Edited::At(_)), "{comments:?}");
    assert_eq!(comments[1].first_line, "/applygate approve 0123456789ab");
}

#[test]
fn a_dismissal_names_who_dismissed() {
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana").review("bo", "CHANGES_REQUESTED").dismiss("bo", "ana");
    });
    let facts = gather(&github, &[]).unwrap();
    assert_eq!(facts.reviews.unwrap()[0].state, ReviewState::Dismissed);
    let dismissals = facts.dismissals.unwrap();
    assert_eq!(dismissals[0].actor.as_ref().unwrap().login, "ana");
    assert_eq!(dismissals[0].was, ReviewState::ChangesRequested);
}

#[test]
fn a_dismissal_that_the_timeline_does_not_tell_is_an_error() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .review("bo", "CHANGES_REQUESTED")
            .dismiss("bo", "ana")
            .set(|pull| pull.dismissals.clear());
    });
    let problem = gather(&github, &[]).unwrap_err();
    assert!(problem.message.contains("GET /repos/acme/infra/issues/7/timeline"), "{}", problem.message);
}

#[test]
fn of_two_answers_on_a_permission_the_lower_is_taken() {
    for (role, expected) in [
        ("admin", Level::Admin),
        ("maintain", Level::Maintain),
        ("write", Level::Write),
        ("triage", Level::Triage),
        ("read", Level::Read),
        ("none", Level::None),
        ("custom-write", Level::Write),
        ("custom", Level::Read),
    ] {
        let github = FakeGithub::start(|scene| {
            scene.repo("acme/infra").permission("bo", role);
            scene.repo("acme/infra").open_pull(7, "ana").review("bo", "APPROVED");
        });
        let permissions = gather(&github, &[]).unwrap().permissions.unwrap();
        assert_eq!(permissions[0].level, expected, "{role}");
        github.with(|state| state.old_permission = Some("read".to_owned()));
        let permissions = gather(&github, &[]).unwrap().permissions.unwrap();
        assert_eq!(permissions[0].level, expected.min(Level::Triage), "{role}, and read");
    }
}

#[test]
fn a_team_that_cannot_be_read_is_not_an_empty_one() {
    let github = FakeGithub::start(|scene| {
        ordinary(scene);
        scene.reads_teams = false;
    });
    let facts = gather(&github, &["acme/dba"]).unwrap();
    match &facts.teams.unwrap()[0].members {
        Members::Unreadable(why) => {
            assert!(why.contains("GET /orgs/acme/teams/dba"), "{why}");
            assert!(why.contains("GitHub App"), "{why}");
        }
        other @ Members::Read(_) => panic!("{other:?}"),
    }
    // The same if only the list is refused, or the team is not there.
    for (teams, call) in
        [("acme/dba", "GET /orgs/acme/teams/dba/members"), ("acme/nobody", "GET /orgs/acme/teams/nobody")]
    {
        let github = FakeGithub::start(ordinary);
        github.fail(Target::call("GET /orgs/acme/teams/dba/members"), Fault::Status(403));
        let facts = gather(&github, &[teams]).unwrap();
        assert!(
            matches!(&facts.teams.unwrap()[0].members, Members::Unreadable(why) if why.contains(call)),
            "{teams}"
        );
    }
}

#[test]
fn a_fork_is_one_and_its_pushes_are_not_known() {
    for head in [None, Some("mallory/infra")] {
        let github = FakeGithub::start(|scene| {
            scene.repo("mallory/infra");
            scene
                .repo("acme/infra")
                .open_pull(7, "mallory")
                .set(|pull| pull.head_repo = head.map(str::to_owned));
        });
        let facts = gather(&github, &[]).unwrap();
        assert!(facts.request.unwrap().fork);
        assert_eq!(facts.pushes, None);
    }
}

#[test]
fn the_state_of_a_request_is_told() {
    for (state, merged, expected) in [
        ("open", false, RequestState::Open),
        ("closed", false, RequestState::Closed),
        ("closed", true, RequestState::Merged),
    ] {
        let github = FakeGithub::start(|scene| {
            let now = scene.now;
            scene.repo("acme/infra").open_pull(7, "ana").set(|pull| {
                pull.state = state.to_owned();
                pull.merged = merged.then(|| ("cy".to_owned(), now));
            });
        });
        let request = gather(&github, &[]).unwrap().request.unwrap();
        assert_eq!(request.state, expected);
        assert_eq!(request.merged_by.is_some(), merged);
    }
}

#[test]
fn digests_that_were_shown_on_earlier_heads_are_found_for_explicit_approvals() {
    let scene = |comment: &'static str| {
        FakeGithub::start(move |scene| {
            scene
                .repo("acme/infra")
                .open_pull(7, "ana")
                .status("github-actions[bot]", "applygate/.:default", "pending", &crate::shown("hold: x"))
                .later(60)
                .comment("bo", comment)
                .later(60)
                .push("ana", "Fix a comment");
        })
    };
    let publications = |github: &FakeGithub| gather(github, &[]).unwrap().publications.unwrap();
    let found = publications(&scene("/applygate approve 0123456789ab"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].digest, crate::DIGEST);
    assert_eq!(found[0].creator.as_ref().unwrap().login, "github-actions[bot]");
    assert_eq!(publications(&scene("fine")), [], "nobody asked for it");
}

#[test]
fn digests_that_were_shown_on_the_head_of_an_earlier_review_are_found() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .status("github-actions[bot]", "applygate/.:default", "pending", &crate::shown("hold: x"))
            .later(60)
            .review("bo", "APPROVED")
            .later(60)
            .push("ana", "Fix a comment");
    });
    assert_eq!(gather(&github, &[]).unwrap().publications.unwrap().len(), 1);
}

#[test]
fn only_a_few_earlier_heads_are_looked_at() {
    let github = FakeGithub::start(|scene| {
        let mut pull = scene.repo("acme/infra").open_pull(7, "ana");
        for number in 0..20 {
            pull = pull.later(1).push("ana", &number.to_string());
        }
        pull.later(1).comment("bo", "/applygate approve 0123456789ab");
    });
    gather(&github, &[]).unwrap();
    let calls = github.calls();
    assert_eq!(calls.iter().filter(|call| call.ends_with("/statuses")).count(), 6, "{calls:#?}");
}

#[test]
fn a_status_by_somebody_else_keeps_its_creator() {
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana").status(
            "mallory",
            "applygate/.:default",
            "success",
            &crate::shown("allow: fine"),
        );
    });
    let facts = gather(&github, &[]).unwrap();
    let publications = facts.publications.unwrap();
    assert_eq!(publications[0].creator.as_ref().unwrap().login, "mallory");
    assert_ne!(publications[0].creator, facts.publisher);
}

#[test]
fn what_the_base_got_is_compared_with_what_was_planned() {
    let github = FakeGithub::start(ordinary);
    let base = gather(&github, &[]).unwrap().request.unwrap().base;
    assert_eq!(base.moved.unwrap().paths, ["live/dev/main.tf"]);
    let connection = connect(&github);
    let mut wanted = wanted(&[]);
    wanted.planned = Some("f".repeat(40));
    connection.gather(&wanted).unwrap();
    let compared = format!("GET /repos/acme/infra/compare/{}...{}", "f".repeat(40), base.tip);
    assert_eq!(github.count(&compared), 1);
    // A list that GitHub cuts is not taken for the whole.
    let github = FakeGithub::start(|scene| {
        scene.repo("acme/infra").open_pull(7, "ana");
        let names: Vec<String> = (0..400).map(|number| format!("{number}.tf")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        scene.repo("acme/infra").moves("main", "cy", &names);
    });
    assert_eq!(gather(&github, &[]).unwrap().request.unwrap().base.moved, None);
}

#[test]
fn a_file_of_the_base_is_read_and_its_absence_is_known() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .file("main", ".github/applygate.hcl", "group \"x\" {}\n")
            .file("main", "applygate.hcl", "symlink:elsewhere")
            .file("main", "live/main.tf", "");
        scene.repo("acme/infra").open_pull(7, "ana");
    });
    let tip = github.with(|state| state.repositories["acme/infra"].branches["main"].clone());
    let connection = connect(&github);
    let places = [".github/applygate.hcl", "policy.hcl", "nowhere/policy.hcl"];
    let files = connection.files(&tip, &places).unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[".github/applygate.hcl"], b"group \"x\" {}\n");
    assert_eq!(github.calls().len(), 3, "two folders and a file: {:#?}", github.calls());
    for odd in ["applygate.hcl", "live"] {
        let problem = connection.files(&tip, &[odd]).unwrap_err();
        assert!(problem.message.contains("no plain file"), "{}", problem.message);
    }
    github.fail(Target::call(&format!("GET /repos/acme/infra/git/trees/{tip}")), Fault::Status(404));
    // What one connection has read of a commit stays so; another one asks.
    assert!(connect(&github).files(&tip, &["policy.hcl"]).is_err(), "not readable is not absent");
}

#[test]
fn the_clock_is_githubs_and_the_difference_is_told() {
    let github = FakeGithub::start(ordinary);
    let now = github.with(|state| state.now);
    let clock = gather(&github, &[]).unwrap().clock.unwrap();
    assert_eq!(clock.now, now);
    let machine: jiff::Timestamp = "2026-11-21T12:00:03Z".parse().unwrap();
    assert_eq!(clock.skew, Some(machine.as_second() - now.as_second()));
}

#[test]
fn a_repository_has_two_plain_names() {
    for name in ["", "infra", "acme/", "/infra", "acme/in/fra", "acme/..", "ac me/infra", "acme/in?x"] {
        assert!(Repo::parse(name).is_err(), "{name}");
    }
    assert_eq!(Repo::parse("acme/infra.live-1_x").unwrap().to_string(), "acme/infra.live-1_x");
}

#[test]
fn a_token_that_cannot_be_one_is_refused_before_anything_is_sent() {
    let github = FakeGithub::start(ordinary);
    for token in ["", "two words", "line\nend", "schlüssel"] {
        let credentials = Credentials::Token(SecretString::from(token.to_owned()));
        let repo = Repo::parse("acme/infra").unwrap();
        let problem = Github::connect(&github.api(), credentials, repo, 7, PATIENCE).unwrap_err();
        assert!(!problem.message.contains("words"), "{}", problem.message);
    }
    assert_eq!(github.calls(), Vec::<String>::new());
}
