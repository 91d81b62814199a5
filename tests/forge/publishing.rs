//! What is written to a pull request.

use std::collections::BTreeSet;

use applygate::facts::Account;
use applygate::forge::{
    Annotation, AnnotationLevel, Conclusion, Github, Part, Project, Publication, Published, Row, Texts,
};
use applygate::problem::Code;

use crate::fake_github::{Comment, FakeGithub, Fault, State, Target};
use crate::{DIGEST, connect, gather, ordinary, wanted};

const COMMENTS: &str = "POST /repos/acme/infra/issues/7/comments";
const CHECKS: &str = "POST /repos/acme/infra/check-runs";
const BOT: &str = "github-actions[bot]";

/// A project with its outcome, to be published.
struct Case {
    project: Project,
    conclusion: Conclusion,
    words: String,
    expected: BTreeSet<Project>,
}

fn case(project: &str, conclusion: Conclusion) -> Case {
    let words = "high risk, 1 of 2 approvals".to_owned();
    Case { project: Project(project.to_owned()), conclusion, words, expected: BTreeSet::new() }
}

/// Renders all rows in a line each, so that a test sees what the renderer was given.
fn render(rows: &[Row], conclusion: Conclusion) -> Texts {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| format!("- {} {}: {}", row.project.0, row.conclusion.name(), row.words))
        .collect();
    Texts {
        comment: format!("## applygate: {}\n\n{}", conclusion.name(), lines.join("\n")),
        title: format!("{} projects", rows.len()),
        summary: lines.join("\n"),
        details: String::new(),
        annotations: Vec::new(),
    }
}

fn publisher(github: &FakeGithub) -> Account {
    gather(github, &[]).unwrap().publisher.unwrap()
}

fn publish_with(github: &FakeGithub, case: &Case, render: &dyn Fn(&[Row], Conclusion) -> Texts) -> Published {
    let publisher = publisher(github);
    let head = head(github);
    github.forget();
    let connection: Github = connect(github);
    connection.publish(&Publication {
        head: &head,
        publisher: &publisher,
        project: &case.project,
        conclusion: case.conclusion,
        words: &case.words,
        digest: Some(DIGEST),
        expected: &case.expected,
        earlier: &[],
        render,
    })
}

fn publish(github: &FakeGithub, case: &Case) -> Published {
    publish_with(github, case, &render)
}

fn head(github: &FakeGithub) -> String {
    github.with(|state| state.repositories["acme/infra"].pulls[&7].head().to_owned())
}

/// Our comments: those of our account that bear the marker.
fn ours(github: &FakeGithub) -> Vec<Comment> {
    github.with(|state| {
        let comments = &state.repositories["acme/infra"].pulls[&7].comments;
        let ours = comments.iter().filter(|comment| {
            comment.user.as_deref() == Some(state.viewer.as_str())
                && comment.body.contains("<!-- applygate -->")
        });
        ours.cloned().collect()
    })
}

fn statuses(github: &FakeGithub) -> Vec<(String, String, String)> {
    let head = head(github);
    github.with(|state| {
        let statuses = state.repositories["acme/infra"].statuses.get(&head).cloned().unwrap_or_default();
        let each = statuses.into_iter();
        each.map(|status| (status.context, status.state, status.description.unwrap_or_default())).collect()
    })
}

fn checks(github: &FakeGithub) -> Vec<crate::fake_github::CheckRun> {
    let head = head(github);
    github.with(|state| state.repositories["acme/infra"].checks.get(&head).cloned().unwrap_or_default())
}

fn plain(scene: &mut State) {
    scene.repo("acme/infra").open_pull(7, "ana");
}

#[test]
fn a_verdict_is_published_in_three_places() {
    let github = FakeGithub::start(plain);
    let published = publish(&github, &case("live/prod:default", Conclusion::Hold));
    assert_eq!(
        (published.status, published.comment, published.check),
        (Part::Written, Part::Written, Part::Written)
    );
    assert_eq!(published.stand_in, None);
    let comment = ours(&github).remove(0);
    assert!(
        comment.body.starts_with("## applygate: hold\n\n- live/prod:default hold: high risk"),
        "{}",
        comment.body
    );
    let statuses = statuses(&github);
    assert_eq!(
        statuses,
        [(
            "applygate/live/prod:default".to_owned(),
            "pending".to_owned(),
            format!("hold: high risk, 1 of 2 approvals digest {DIGEST}")
        )]
    );
    let check = checks(&github).remove(0);
    assert_eq!((check.name.as_str(), check.conclusion.as_deref()), ("applygate", Some("action_required")));
}

#[test]
fn a_whole_evaluation_with_its_publication_stays_within_the_budget() {
    let github = FakeGithub::start(ordinary);
    let connection = connect(&github);
    let facts = connection.gather(&wanted(&["acme/dba", "acme/senior"])).unwrap();
    let published = connection.publish(&Publication {
        head: &head(&github),
        publisher: facts.publisher.as_ref().unwrap(),
        project: &Project("live/prod:default".to_owned()),
        conclusion: Conclusion::Hold,
        words: "1 of 2 approvals",
        digest: Some(DIGEST),
        expected: &BTreeSet::new(),
        earlier: &[],
        render: &render,
    });
    assert_eq!(published.comment, Part::Written);
    println!("{:#?}", github.calls());
    assert!(connection.requests() <= 25, "{}", connection.requests());
}

#[test]
fn what_was_published_is_gathered_with_the_servers_time() {
    let github = FakeGithub::start(plain);
    github.with(|state| {
        state.advance(300);
    });
    publish(&github, &case("live/prod:default", Conclusion::Hold));
    let facts = gather(&github, &[]).unwrap();
    let publications = facts.publications.unwrap();
    assert_eq!(publications.len(), 1);
    assert_eq!(publications[0].digest, DIGEST);
    assert_eq!(publications[0].created_at.to_string(), "2026-11-21T12:05:00Z");
    assert_eq!(publications[0].creator, facts.publisher);
    assert_eq!(facts.checks.unwrap(), [], "what we say ourselves is no check of others");
}

#[test]
fn each_conclusion_has_its_words_and_none_counts_as_passed_but_allow() {
    for (conclusion, state, check) in [
        (Conclusion::Allow, "success", "success"),
        (Conclusion::Hold, "pending", "action_required"),
        (Conclusion::Block, "failure", "failure"),
        (Conclusion::Error, "error", "failure"),
    ] {
        let github = FakeGithub::start(plain);
        let published = publish(&github, &case(".:default", conclusion));
        assert_eq!(published.conclusion, conclusion);
        assert_eq!(statuses(&github)[0].1, state);
        assert_eq!(checks(&github)[0].conclusion.as_deref(), Some(check));
    }
}

#[test]
fn a_second_run_changes_the_comment_in_place_and_repeats_nothing() {
    let github = FakeGithub::start(plain);
    publish(&github, &case(".:default", Conclusion::Hold));
    let again = publish(&github, &case(".:default", Conclusion::Hold));
    assert_eq!((again.status, again.comment), (Part::Unchanged, Part::Unchanged));
    assert_eq!((github.count(COMMENTS), ours(&github).len(), statuses(&github).len()), (0, 1, 1));
    let changed = publish(&github, &case(".:default", Conclusion::Allow));
    assert_eq!(changed.comment, Part::Written);
    let ours = ours(&github);
    assert_eq!(ours.len(), 1);
    assert!(ours[0].body.contains("allow"));
    assert_eq!(statuses(&github).len(), 2);
}

#[test]
fn the_comment_is_found_among_hundreds_and_look_alikes_are_left_alone() {
    let github = FakeGithub::start(|scene| {
        let mut pull = scene.repo("acme/infra").open_pull(7, "ana");
        for number in 0..150 {
            pull = pull.comment("bo", &format!("{number}"));
        }
        // Others plant the marker; our own account writes something else, and quotes the marker.
        pull = pull
            .comment("mallory", "## applygate: allow\n\n<!-- applygate -->")
            .comment("other-app[bot]", "## applygate: allow\n\n<!-- applygate -->")
            .comment(BOT, "a report of another workflow")
            .comment(BOT, "the marker is `<!-- applygate -->`, as you can see")
            .later(1)
            .comment(BOT, "## applygate: hold\n\nold\n\n<!-- applygate -->")
            .comment("mallory", "## applygate: allow\n\n<!-- applygate -->");
        for number in 0..150 {
            pull = pull.comment("bo", &format!("{number}"));
        }
    });
    let before = github.with(|state| state.repositories["acme/infra"].pulls[&7].comments.clone());
    let published = publish(&github, &case(".:default", Conclusion::Block));
    assert_eq!((published.comment, published.duplicates), (Part::Written, vec![]));
    assert_eq!(github.count(COMMENTS), 0);
    let after = github.with(|state| state.repositories["acme/infra"].pulls[&7].comments.clone());
    let changed: Vec<usize> = (0..before.len()).filter(|at| before[*at].body != after[*at].body).collect();
    assert_eq!((after.len(), changed), (before.len(), vec![154]));
}

#[test]
fn of_several_comments_of_ours_the_oldest_is_kept_and_the_others_are_told() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .comment(BOT, "old\n\n<!-- applygate -->")
            .later(9)
            .comment(BOT, "newer\n\n<!-- applygate -->");
    });
    let published = publish(&github, &case(".:default", Conclusion::Hold));
    let ours = ours(&github);
    assert_eq!(published.duplicates, [ours[1].id]);
    assert!(ours[0].body.contains("applygate: hold") && ours[1].body.contains("newer"));
}

#[test]
fn of_two_runs_that_comment_at_the_same_time_the_later_takes_its_comment_back() {
    for deleting in [true, false] {
        let github = FakeGithub::start(|scene| {
            plain(scene);
            let _ = scene.pull("acme/infra", 7).status(BOT, "applygate/live:default", "pending", "hold: x");
            scene.happens.push((
                COMMENTS.to_owned(),
                1,
                Box::new(|state| {
                    state.pull("acme/infra", 7).comment(BOT, "of another run\n\n<!-- applygate -->");
                }),
            ));
            if !deleting {
                scene.forbidden.push("DELETE".to_owned());
            }
        });
        let published = publish(&github, &case(".:default", Conclusion::Hold));
        assert_eq!(published.comment, Part::Written);
        let ours = ours(&github);
        assert!(ours[0].body.contains("applygate: hold"), "{ours:?}");
        let left: Vec<u64> = ours[1..].iter().map(|comment| comment.id).collect();
        assert_eq!((left.len(), &published.duplicates), (usize::from(!deleting), &left));
        assert_eq!(github.unknown(), Vec::<String>::new());
    }
}

#[test]
fn the_comment_is_never_a_single_line() {
    let github = FakeGithub::start(plain);
    let short = |_: &[Row], _: Conclusion| Texts {
        comment: "atlantis apply".to_owned(),
        ..render(&[], Conclusion::Hold)
    };
    publish_with(&github, &case(".:default", Conclusion::Hold), &short);
    assert!(ours(&github)[0].body.lines().count() > 1);
}

#[test]
fn a_write_that_took_effect_is_not_repeated() {
    for call in
        [COMMENTS, CHECKS, &format!("POST /repos/acme/infra/statuses/{}", head(&FakeGithub::start(plain)))]
    {
        for fault in [Fault::StatusAfterEffect(502), Fault::Closed, Fault::CutStream] {
            let github = FakeGithub::start(plain);
            publisher(&github);
            github.fail_times(Target::call(call), fault, 1);
            let published = publish(&github, &case(".:default", Conclusion::Hold));
            assert_eq!(github.count(call), 1, "{call} with {fault:?}");
            assert_eq!(
                (&published.status, &published.comment, &published.check),
                (&Part::Written, &Part::Written, &Part::Written),
                "{call} with {fault:?}"
            );
            assert_eq!((ours(&github).len(), statuses(&github).len(), checks(&github).len()), (1, 1, 1));
        }
    }
}

#[test]
fn a_write_without_effect_is_sent_once_more_after_a_look() {
    for call in [COMMENTS, CHECKS] {
        let github = FakeGithub::start(plain);
        github.fail_times(Target::call(call), Fault::Status(502), 1);
        let published = publish(&github, &case(".:default", Conclusion::Hold));
        assert_eq!(github.count(call), 2, "{call}");
        assert_eq!((published.comment, published.check), (Part::Written, Part::Written));
        assert_eq!((ours(&github).len(), checks(&github).len()), (1, 1));
        let calls = github.calls();
        let sent: Vec<usize> = (0..calls.len()).filter(|at| calls[*at] == call).collect();
        let between = &calls[sent[0] + 1..sent[1]];
        assert!(between.iter().any(|call| call.starts_with("GET")), "looked in between: {between:?}");
    }
}

#[test]
fn a_place_that_may_not_be_written_leaves_the_others() {
    let status = format!("POST /repos/acme/infra/statuses/{}", head(&FakeGithub::start(plain)));
    for (forbidden, names) in [(COMMENTS, "comment"), (CHECKS, "check"), (status.as_str(), "status")] {
        let github = FakeGithub::start(plain);
        github.with(|state| state.forbidden.push(forbidden.to_owned()));
        let published = publish(&github, &case(".:default", Conclusion::Allow));
        for (name, part) in
            [("comment", &published.comment), ("check", &published.check), ("status", &published.status)]
        {
            if name == names {
                let problem = part.problem().unwrap();
                assert_eq!(problem.code, Code::ForgeRefused);
                assert!(problem.message.contains(forbidden), "{}", problem.message);
                assert!(problem.help.as_ref().unwrap().contains(": write"), "{problem:?}");
            } else {
                assert_eq!(part, &Part::Written, "{name} when {forbidden} is refused");
            }
        }
    }
}

#[test]
fn without_its_status_a_change_is_never_shown_as_allowed() {
    let github = FakeGithub::start(plain);
    github.with(|state| state.forbidden.push("POST /repos/acme/infra/statuses/".to_owned()));
    let published = publish(&github, &case(".:default", Conclusion::Allow));
    assert_eq!(published.conclusion, Conclusion::Hold);
    assert_eq!(checks(&github)[0].conclusion.as_deref(), Some("action_required"));
}

#[test]
fn where_no_check_run_may_be_written_a_status_says_it_for_all() {
    // Personal tokens may not create check runs.
    let github = FakeGithub::start(|scene| {
        plain(scene);
        scene.viewer = "robot".to_owned();
        scene.app = None;
    });
    let published = publish(&github, &case(".:default", Conclusion::Hold));
    assert_eq!(published.stand_in, Some(Part::Written));
    let names: Vec<String> = statuses(&github).into_iter().map(|(context, ..)| context).collect();
    assert_eq!(names, ["applygate/.:default", "applygate"]);
}

#[test]
fn rows_of_other_projects_come_from_our_own_statuses_alone() {
    let github = FakeGithub::start(|scene| {
        scene
            .repo("acme/infra")
            .open_pull(7, "ana")
            .comment(BOT, "- forged allow: from the comment\n\n<!-- applygate -->")
            .status("mallory", "applygate/forged:default", "success", "allow: nothing to see")
            .status("mallory", "applygate/live/prod:default", "success", "allow: nothing to see")
            .status(BOT, "applygate/live/prod:default", "failure", "block: first")
            .later(1)
            .status(BOT, "applygate/live/prod:default", "pending", &crate::shown("hold: needs two"))
            .status("mallory", "applygate/live/prod:default", "success", "allow: nothing to see")
            .status(BOT, "another/thing", "success", "allow: other");
    });
    let published = publish(&github, &case("live/dev:default", Conclusion::Allow));
    let rows: Vec<(&str, Conclusion, &str)> = published
        .rows
        .iter()
        .map(|row| (row.project.0.as_str(), row.conclusion, row.words.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("live/dev:default", Conclusion::Allow, "high risk, 1 of 2 approvals"),
            ("live/prod:default", Conclusion::Hold, "needs two"),
        ]
    );
    assert_eq!(published.rows[1].digest.as_deref(), Some(DIGEST));
    assert_eq!(published.conclusion, Conclusion::Hold, "one project that holds, holds the check");
    assert_eq!(checks(&github).last().unwrap().conclusion.as_deref(), Some("action_required"));
    assert!(!ours(&github)[0].body.contains("forged"));
}

#[test]
fn a_project_that_is_expected_and_not_there_holds() {
    let github = FakeGithub::start(plain);
    let mut case = case("live/dev:default", Conclusion::Allow);
    case.expected = ["live/dev:default", "live/prod:default"].map(|name| Project(name.to_owned())).into();
    let published = publish(&github, &case);
    assert_eq!(published.conclusion, Conclusion::Hold);
    assert_eq!(published.rows[1].at, None);
    assert!(ours(&github)[0].body.contains("live/prod:default hold: not judged on this commit yet"));
}

#[test]
fn a_run_that_finishes_in_between_is_seen_before_the_end() {
    let github = FakeGithub::start(plain);
    // While the first texts are rendered, the run of another project publishes that it is blocked.
    let interfere = |rows: &[Row], conclusion: Conclusion| {
        github.with(|state| {
            let known = state.repositories["acme/infra"].statuses.values().flatten().count();
            if known == 1 {
                state.pull("acme/infra", 7).status(BOT, "applygate/other:default", "failure", "block: no");
            }
        });
        render(rows, conclusion)
    };
    let published = publish_with(&github, &case(".:default", Conclusion::Allow), &interfere);
    assert_eq!(published.conclusion, Conclusion::Block);
    assert_eq!(checks(&github).last().unwrap().conclusion.as_deref(), Some("failure"));
    assert!(ours(&github)[0].body.contains("other:default block: no"));
    assert_eq!(ours(&github).len(), 1);
}

#[test]
fn an_allowance_that_could_not_be_looked_over_is_taken_back() {
    let github = FakeGithub::start(plain);
    let publisher = publisher(&github);
    let head = head(&github);
    github.forget();
    // The last reading of the statuses, each time it is tried.
    for number in 6..=8 {
        github.fail(Target::Nth(number), Fault::Status(500));
    }
    let published = connect(&github).publish(&Publication {
        head: &head,
        publisher: &publisher,
        project: &Project(".:default".to_owned()),
        conclusion: Conclusion::Allow,
        words: "fine",
        digest: Some(DIGEST),
        expected: &BTreeSet::new(),
        earlier: &[],
        render: &render,
    });
    assert!(github.calls()[5].ends_with("/statuses"), "{:#?}", github.calls());
    assert_eq!(published.conclusion, Conclusion::Hold);
    assert_eq!(checks(&github).last().unwrap().conclusion.as_deref(), Some("action_required"));
    assert!(published.status.problem().is_some());
}

#[test]
fn who_writes_and_what_the_head_is_are_known_without_facts() {
    let github = FakeGithub::start(ordinary);
    let connection = connect(&github);
    assert_eq!(connection.publisher().unwrap(), publisher(&github));
    assert_eq!(connection.head().unwrap(), head(&github));
}

#[test]
fn annotations_go_in_batches_and_texts_stay_within_limits() {
    let github = FakeGithub::start(plain);
    let large = |_: &[Row], _: Conclusion| Texts {
        comment: "## x".to_owned(),
        title: "t".repeat(500),
        summary: "line ü\n".repeat(20_000),
        details: "line ü\n".repeat(20_000),
        annotations: (1..=120)
            .map(|line| Annotation {
                path: "main.tf".to_owned(),
                line,
                level: AnnotationLevel::Warning,
                title: "t".repeat(400),
                message: "m".to_owned(),
            })
            .collect(),
    };
    let published = publish_with(&github, &case(".:default", Conclusion::Hold), &large);
    assert_eq!(published.check, Part::Written);
    let check = checks(&github).remove(0);
    assert_eq!(check.annotations.len(), 120);
    assert!(check.summary.len() <= 65_535 && check.text.len() <= 65_535);
    assert!(check.summary.contains("This was cut"));
    let too_long =
        |_: &[Row], _: Conclusion| Texts { comment: "x".repeat(65_001), ..render(&[], Conclusion::Hold) };
    let published = publish_with(&github, &case(".:default", Conclusion::Hold), &too_long);
    assert_eq!(published.comment.problem().unwrap().code, Code::LimitExceeded);
}

#[test]
fn whatever_fails_while_publishing_is_told_and_never_ends_better() {
    let calls = {
        let github = FakeGithub::start(plain);
        publish(&github, &case(".:default", Conclusion::Hold));
        github.received()
    };
    for request in &calls {
        for fault in [
            Fault::Status(403),
            Fault::Status(500),
            Fault::RetryAfter(3600),
            Fault::Closed,
            Fault::Html,
            Fault::CutBody,
        ] {
            let github = FakeGithub::start(plain);
            let publisher = publisher(&github);
            github.fail(Target::call(&request.call()), fault);
            let published = connect(&github).publish(&Publication {
                head: &head(&github),
                publisher: &publisher,
                project: &Project(".:default".to_owned()),
                conclusion: Conclusion::Hold,
                words: "x",
                digest: Some(DIGEST),
                expected: &BTreeSet::new(),
                earlier: &[],
                render: &render,
            });
            let context = format!("{} with {fault:?}: {published:?}", request.call());
            assert!(published.conclusion >= Conclusion::Hold, "{context}");
            let failed = [&published.status, &published.comment, &published.check];
            let told = failed
                .iter()
                .filter_map(|part| part.problem())
                .any(|problem| problem.message.contains(&request.call()) && problem.help.is_some());
            // A write may have taken effect before its answer was lost; then it was found, and all is well.
            let well = failed.iter().all(|part| part.problem().is_none());
            assert!(told || well, "{context}");
            if request.method == "GET" || matches!(fault, Fault::Status(_) | Fault::RetryAfter(_)) {
                assert!(told, "{context}");
            }
            assert!(ours(&github).len() <= 1 && checks(&github).len() <= 2, "{context}");
        }
    }
}
