//! Whoever wants a change to pass tries to count as somebody who may approve it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::fake_github::{FakeGithub, PullScene};
use crate::{MEDIUM, OPEN, Review, act, comment, head, review, review_digest, scene, with_policy};

/// Who counts, and what the command came to, after a first look at the plan and what people then did.
fn counted(github: &FakeGithub) -> (i32, BTreeSet<String>) {
    let ended = review(github);
    let json = ended.json();
    let demands = json["requirements"].as_array().unwrap_or_else(|| panic!("{ended:?}")).clone();
    let demand = demands.iter().find(|one| one["kind"] == "approvals" && one["count"] == 2);
    let by = demand.unwrap_or_else(|| panic!("{ended:?}"))["by"].as_array().unwrap().clone();
    (ended.status, by.iter().map(|login: &Value| login.as_str().unwrap().to_owned()).collect())
}

/// Shows a plan of high risk, lets people act, and returns who counts.
fn after(acts: impl for<'a> FnOnce(PullScene<'a>, &str) -> PullScene<'a>) -> (i32, Vec<String>) {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    let line = format!("/applygate approve {}", review_digest(&github));
    act(&github, |pull| {
        acts(pull, &line).later(5);
    });
    let (status, by) = counted(&github);
    (status, by.into_iter().collect())
}

/// T8: GitHub moves a review on to a head that was pushed after it was given.
#[test]
fn a_review_that_github_moved_to_a_later_head_does_not_count() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(30).push("ana", "Squash").set(|pull| {
            let head = pull.head().to_owned();
            for review in &mut pull.reviews {
                review.commit = Some(head.clone());
            }
        });
    });
    let (status, by) = counted(&github);
    assert_eq!((status, by.len()), (3, 0));
    // Nor once the plan was shown there as well.
    act(&github, |pull| {
        pull.later(30);
    });
    assert_eq!(counted(&github).0, 3);
    let text = comment(&github);
    assert!(text.contains("before the present commit was pushed"), "{text}");
}

/// T8: a push back to a commit that was approved brings no approval of another plan back.
#[test]
fn an_approval_is_of_the_plan_that_was_shown_last_before_it() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    // Another plan of the same commit is shown, and that is what people see and approve.
    Review::of(&github, MEDIUM).run();
    act(&github, |pull| {
        pull.later(5).review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    let (status, by) = counted(&github);
    assert_eq!((status, by.len()), (3, 0), "{}", comment(&github));
    assert!(comment(&github).contains("approved a plan that would do something else"));
}

/// T9: what git says of times, which anybody can write, moves nothing.
#[test]
fn a_commit_that_is_dated_back_takes_approvals_back_all_the_same() {
    for date in ["2001-01-01T00:00:00Z", "2040-01-01T00:00:00Z"] {
        let github = FakeGithub::start(with_policy(OPEN));
        review(&github);
        act(&github, |pull| {
            pull.review("bo", "APPROVED")
                .review("dee", "APPROVED")
                .later(60)
                .push("ana", "Nothing")
                .set(|pull| pull.commits.last_mut().unwrap().date = date.parse().unwrap())
                .later(5);
        });
        let (status, by) = counted(&github);
        assert_eq!((status, by.len()), (3, 0), "{date}");
    }
}

/// T10: the newest opinion of each counts, and what was withdrawn does not come back.
#[test]
fn only_the_newest_opinion_of_each_counts() {
    type Acts = for<'a> fn(PullScene<'a>, &str) -> PullScene<'a>;
    let rows: [(&str, Acts, i32, &[&str]); 13] = [
        (
            "both approve",
            |pull, _| pull.review("bo", "APPROVED").review("dee", "APPROVED"),
            0,
            &["bo", "dee"],
        ),
        (
            "an approval is dismissed",
            |pull, _| pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5).dismiss("bo", "ana"),
            3,
            &["dee"],
        ),
        (
            "the older approval does not come back when the newer one is dismissed",
            |pull, _| {
                let pull = pull.review("bo", "APPROVED").later(5).review("bo", "APPROVED").later(5);
                pull.dismiss("bo", "ana").later(5).review("dee", "APPROVED")
            },
            3,
            &["dee"],
        ),
        (
            "approved, then changes requested",
            |pull, _| {
                let pull = pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
                pull.review("bo", "CHANGES_REQUESTED")
            },
            3,
            &["dee"],
        ),
        (
            "changes requested, then approved",
            |pull, _| {
                let pull = pull.review("bo", "CHANGES_REQUESTED").review("dee", "APPROVED").later(5);
                pull.review("bo", "APPROVED")
            },
            0,
            &["bo", "dee"],
        ),
        (
            "the author dismisses the request for changes, and others approve",
            |pull, _| {
                let pull = pull.review("root", "CHANGES_REQUESTED").later(5).dismiss("root", "ana").later(5);
                pull.review("bo", "APPROVED").review("dee", "APPROVED")
            },
            3,
            &["bo", "dee"],
        ),
        (
            "a workflow dismisses it",
            |pull, _| {
                let pull = pull.review("root", "CHANGES_REQUESTED").later(5);
                let pull = pull.dismiss("root", "github-actions[bot]").later(5);
                pull.review("bo", "APPROVED").review("dee", "APPROVED")
            },
            3,
            &["bo", "dee"],
        ),
        (
            "somebody independent dismisses it",
            |pull, _| {
                let pull = pull.review("root", "CHANGES_REQUESTED").later(5).dismiss("root", "dee").later(5);
                pull.review("bo", "APPROVED").review("dee", "APPROVED")
            },
            0,
            &["bo", "dee"],
        ),
        (
            "a remark afterwards is no opinion",
            |pull, _| {
                let pull = pull.review("bo", "CHANGES_REQUESTED").later(5).review("bo", "COMMENTED");
                pull.review("dee", "APPROVED").review("root", "APPROVED")
            },
            3,
            &["dee", "root"],
        ),
        (
            "rejected in a comment",
            |pull, _| {
                let pull = pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
                pull.comment("root", "/applygate reject not tonight")
            },
            3,
            &["bo", "dee"],
        ),
        (
            "a rejection counts edited as well",
            |pull, _| {
                let pull = pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
                pull.comment("root", "/applygate reject").later(5).edit_comment("/applygate reject, please")
            },
            3,
            &["bo", "dee"],
        ),
        (
            "a rejection that is edited into an approval is none",
            |pull, line| {
                let pull = pull.review("dee", "APPROVED").later(5);
                pull.comment("bo", "/applygate reject not tonight").later(5).edit_comment(line)
            },
            3,
            &["dee"],
        ),
        (
            "one person twice, in two ways",
            |pull, line| pull.review("bo", "APPROVED").later(5).comment("bo", line),
            3,
            &["bo"],
        ),
    ];
    std::thread::scope(|scope| {
        for (what, acts, status, by) in rows {
            scope.spawn(move || {
                let github = FakeGithub::start(|state| {
                    with_policy(OPEN)(state);
                    state.repo("acme/infra").permission("root", "admin");
                });
                review(&github);
                let line = format!("/applygate approve {}", review_digest(&github));
                act(&github, |pull| {
                    acts(pull, &line).later(5);
                });
                let (ended, counts) = counted(&github);
                let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
                assert_eq!((ended, counts.as_slice()), (status, by), "{what}: {}", comment(&github));
            });
        }
    });
}

/// T11: robots, machines, readers and strangers do not approve, in whatever way they say it.
#[test]
fn neither_robots_nor_machines_nor_readers_make_up_the_number() {
    const MACHINES: &str = "machine_users = [\"Deploy-Key\"]\n";
    let github = FakeGithub::start(|state| {
        scene(state);
        state.repo("acme/infra").file("main", "applygate.hcl", &format!("{MACHINES}{OPEN}"));
        for (login, role) in [
            ("deploy-key", "admin"),
            ("Copilot", "write"),
            ("renovate[bot]", "write"),
            ("former", "write"),
            ("triager", "triage"),
            ("nobody", "none"),
        ] {
            state.repo("acme/infra").permission(login, role);
        }
        for (login, kind) in [("Copilot", "Bot"), ("former", "Mannequin"), ("acme", "Organization")] {
            state.user(login);
            state.users.get_mut(login).unwrap().kind = kind.to_owned();
        }
    });
    review(&github);
    let line = format!("/applygate approve {}", review_digest(&github));
    let everybody =
        ["deploy-key", "Copilot", "renovate[bot]", "former", "triager", "nobody", "acme", "eve", "stranger"];
    act(&github, |mut pull| {
        for login in everybody {
            pull = pull.review(login, "APPROVED").comment(login, &line);
        }
        // The account was deleted since.
        pull.review("gone", "APPROVED").set(|pull| pull.reviews.last_mut().unwrap().user = None).later(5);
    });
    let (status, by) = counted(&github);
    assert_eq!((status, by.len()), (3, 0), "{by:?}");
    let text = comment(&github);
    for login in everybody {
        assert!(text.contains(login), "it is told why {login} does not count: {text}");
    }
}

/// T11: what a robot asks for needs two people, whatever the policy says.
#[test]
fn a_robots_request_needs_two_people() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.pull("acme/infra", 7).set(|pull| pull.author = Some("renovate[bot]".to_owned()));
    });
    Review::of(&github, MEDIUM).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    assert_eq!(Review::of(&github, MEDIUM).run().status, 3, "one is enough for a person's request only");
    act(&github, |pull| {
        pull.review("dee", "APPROVED");
    });
    assert_eq!(Review::of(&github, MEDIUM).run().status, 0);
}

/// T11: who lost write access since, or became somebody else, does not count any more.
#[test]
fn whoever_lost_write_access_does_not_count_any_more() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    assert_eq!(counted(&github).0, 0);
    github.with(|state| {
        state.repo("acme/infra").permission("dee", "read");
    });
    assert_eq!(counted(&github), (3, ["bo".to_owned()].into()));
}

/// T12: an address that no account has, or a co-author who is hidden in the text, does not hide who made the change.
#[test]
fn a_contributor_hides_behind_no_address() {
    type Acts = fn(PullScene<'_>) -> PullScene<'_>;
    let rows: [(&str, Acts, &str); 8] = [
        ("author", |pull| pull.push_commit("ana", None, Some("ana"), "x"), "unknown@example.com"),
        ("committer", |pull| pull.push_commit("ana", Some("ana"), None, "x"), "ana@example.com"),
        (
            "co-author whom nobody knows",
            |pull| pull.push("ana", "x\n\nCo-authored-by: B <b@home.example>"),
            "b@home.example",
        ),
        (
            "co-author in other letters",
            |pull| pull.push("ana", "x\n\nCO-AUTHORED-BY:B <b@home.example>\r"),
            "b@home.example",
        ),
        (
            "co-author in the middle of the text",
            |pull| pull.push("ana", "x\n\n  co-authored-by: b@home.example\n\nand so on"),
            "b@home.example",
        ),
        ("co-author without an address", |pull| pull.push("ana", "x\n\nCo-authored-by: Bo"), "Bo"),
        (
            "co-author behind an older address of GitHub",
            |pull| pull.push("ana", "x\n\nCo-authored-by: Bo <bo@users.noreply.github.com>"),
            "bo@users.noreply.github.com",
        ),
        (
            "an empty address",
            |pull| pull.push("ana", "x\n\nCo-authored-by: Bo <>"),
            "the forge knows no account",
        ),
    ];
    std::thread::scope(|scope| {
        for (what, acts, expected) in rows {
            scope.spawn(move || {
                let github = FakeGithub::start(|state| {
                    with_policy(OPEN)(state);
                    acts(state.pull("acme/infra", 7)).later(5);
                });
                review(&github);
                act(&github, |pull| {
                    pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
                });
                let ended = review(&github);
                assert_eq!(ended.status, 3, "{what}: {ended:?}");
                let demands = ended.json()["requirements"].to_string();
                assert!(demands.contains("UNATTRIBUTED_COMMIT"), "{what}: {demands}");
                assert!(comment(&github).contains(expected), "{what}: {}", comment(&github));
            });
        }
    });
}

/// T12: whoever is named as a co-author, commits for another, or pushes for another takes part.
#[test]
fn whoever_takes_part_under_any_name_does_not_approve() {
    type Acts = fn(PullScene<'_>) -> PullScene<'_>;
    let rows: [(&str, Acts); 5] = [
        ("co-author", |pull| pull.push("ana", "x\n\nCo-authored-by: bo <bo@example.com>")),
        ("author", |pull| pull.push_commit("ana", Some("bo"), Some("ana"), "x")),
        ("committer", |pull| pull.push_commit("ana", Some("ana"), Some("bo"), "x")),
        ("pusher", |pull| pull.push_commit("bo", Some("ana"), Some("ana"), "x")),
        // The commit is gone again by a forced push; who pushed it took part all the same.
        ("earlier pusher", |pull| {
            let pull = pull.push("bo", "x").later(5).set(|pull| {
                pull.commits.pop();
            });
            pull.push("ana", "y")
        }),
    ];
    std::thread::scope(|scope| {
        for (what, acts) in rows {
            scope.spawn(move || {
                let github = FakeGithub::start(|state| {
                    with_policy(OPEN)(state);
                    acts(state.pull("acme/infra", 7)).later(5);
                });
                review(&github);
                act(&github, |pull| {
                    pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
                });
                assert_eq!(counted(&github), (3, ["dee".to_owned()].into()), "{what}");
            });
        }
    });
}

/// T12: whoever pushed is not known where the push is not on record, as it is not of a branch that was renamed.
#[test]
fn a_head_that_nobody_is_known_to_have_pushed_holds() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        // Bo pushes in the name of ana, and the record of it goes.
        state.pull("acme/infra", 7).push_commit("bo", Some("ana"), Some("ana"), "x").later(5);
        state.repo("acme/infra").data().activity.retain(|entry| entry.actor.as_deref() != Some("bo"));
    });
    review(&github);
    let line = format!("/applygate approve {}", review_digest(&github));
    act(&github, |pull| {
        pull.comment("bo", &line).comment("dee", &line).later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.json()["requirements"].to_string().contains("PUSHES_UNKNOWN"), "{ended:?}");
    // Another push does not hide the one that is missing.
    act(&github, |pull| {
        pull.push("ana", "Once more").later(5);
    });
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(ended.json()["requirements"].to_string().contains("PUSHES_UNKNOWN"), "{ended:?}");
    // As a new branch it is one push of somebody who is known.
    let tip = head(&github);
    github.with(|state| {
        let repository = state.repositories.get_mut("acme/infra").unwrap();
        let newest = repository.activity.iter_mut().rfind(|entry| entry.after == tip).unwrap();
        newest.before = "0".repeat(40);
    });
    assert_eq!(review(&github).status, 0);
}

/// T13: a merge of the base branch into the request is as good as any commit while nobody proves that it is nothing
/// but that.
#[test]
fn whoever_brings_the_base_branch_in_with_something_of_their_own_takes_part() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        let tip = state.repositories["acme/infra"].branches["main"].clone();
        state
            .pull("acme/infra", 7)
            .push_commit("bo", Some("bo"), Some("web-flow"), "Merge branch 'main' into change-7")
            .set(|pull| {
                let merge = pull.commits.last_mut().unwrap();
                merge.parents.push(tip);
                merge.verified = true;
            })
            .later(5);
    });
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    assert_eq!(counted(&github), (3, ["dee".to_owned()].into()));
    assert!(comment(&github).contains("bo made a commit of it"), "{}", comment(&github));
}

/// T22: what was edited is not what was said; GitHub lets every maintainer edit the words of others.
#[test]
fn an_edited_approval_never_counts() {
    type Acts = for<'a> fn(PullScene<'a>, &str) -> PullScene<'a>;
    let rows: [(&str, Acts); 5] = [
        ("a comment", |pull, line| pull.comment("dee", "Looks odd to me").later(9).edit_comment(line)),
        ("an approval, by a word behind it", |pull, line| {
            pull.comment("dee", line).later(9).edit_comment(&format!("{line}\n\nok"))
        }),
        // Within the same second only GraphQL tells.
        ("at once", |pull, line| pull.comment("dee", "No").edit_comment(line)),
        ("a remark in a review", |pull, line| {
            pull.review_saying("dee", "COMMENTED", "No.").later(9).edit_review(line)
        }),
        ("a time that was put back", |pull, line| {
            pull.comment("dee", "No").later(9).edit_comment(line).set(|pull| {
                let comment = pull.comments.last_mut().unwrap();
                comment.updated = comment.created;
            })
        }),
    ];
    std::thread::scope(|scope| {
        for (what, acts) in rows {
            scope.spawn(move || {
                let (status, by) = after(|pull, line| acts(pull.review("bo", "APPROVED"), line));
                assert_eq!((status, by.as_slice()), (3, ["bo".to_owned()].as_slice()), "{what}");
            });
        }
    });
    let (status, _) = after(|pull, line| {
        pull.review("bo", "APPROVED").review_saying("dee", "COMMENTED", &format!("{line}\nthanks"))
    });
    assert_eq!(status, 0, "and what was not edited counts");
}

/// T23: a command that nobody sees, that quotes another, or that only looks like one is none.
#[test]
fn a_command_that_is_hidden_or_only_looks_like_one_does_not_count() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        for number in 0..40 {
            state.repo("acme/infra").permission(&format!("w{number:02}"), "write");
        }
    });
    review(&github);
    let digest = review_digest(&github);
    let digits = digest.rsplit('-').next().unwrap()[..16].to_owned();
    let line = format!("/applygate approve {digits}");
    let hidden = [
        format!("> {line}"),
        format!(">{line}"),
        format!("`{line}`"),
        format!("```\n{line}\n```"),
        format!("    {line}"),
        format!("<!-- {line} -->"),
        format!("<!--\n{line}\n-->"),
        format!("<details><summary>x</summary>\n\n{line}\n</details>"),
        format!("On Sat, 21 Nov 2026 Bo wrote:\n> {line}\n\nNo!"),
        format!("No!\n\n-- \n{line}"),
        format!("No!\n{line}"),
        format!("\n{line}"),
        format!(" {line}"),
        format!("- {line}"),
        format!("# {line}"),
        format!("**{line}**"),
        format!("[x] {line}"),
        format!("@bo {line}"),
        format!("I would never write {line}"),
        format!("\u{200b}{line}"),
        format!("\u{feff}{line}"),
        format!("{line}\u{200b}"),
        line.replace("approve", "app\u{200b}rove"),
        line.replace("approve", "\u{430}pprove"),
        line.replace("/applygate", "/\u{430}pplygate"),
        line.replace("/applygate ", "/applygate\u{a0}"),
        line.replace("/applygate ", "/applygate\t"),
        line.replace("/applygate", "/Applygate"),
        line.replace("/applygate", "\u{ff0f}applygate"),
        format!("{line} <!-- not -->"),
        format!("{line} please"),
        format!("{line}\rreject"),
        format!("{line}\u{2028}"),
        format!("/applygate approve {}", &digits[..11]),
        "/applygate approve".to_owned(),
        "/applygate approve latest".to_owned(),
        format!("/applygate approve 0{digits}"),
        "LGTM :+1: approved".to_owned(),
        "\u{1f44d}".to_owned(),
        format!("/applygate approve {digits} as high and more"),
    ];
    assert_eq!(hidden.len(), 40);
    act(&github, |mut pull| {
        for (number, body) in hidden.iter().enumerate() {
            pull = pull.comment(&format!("w{number:02}"), body);
        }
        // And as the text of reviews that approve nothing.
        for (number, body) in hidden.iter().enumerate() {
            pull = pull.review_saying(&format!("w{number:02}"), "COMMENTED", body);
        }
        pull.later(5);
    });
    let (status, by) = counted(&github);
    assert_eq!((status, by.len()), (3, 0), "{by:?}");
    act(&github, |pull| {
        pull.comment("bo", &format!("{line}\r\n\r\nsent from my phone")).comment("dee", &line).later(5);
    });
    assert_eq!(counted(&github).0, 0, "and the line itself counts");
}

/// T23: a login that looks like another is another.
#[test]
fn a_login_that_only_looks_alike_is_nobody_who_was_asked() {
    const DBA: &str = "group \"dba\" { users = [\"dee\"] }\n\
         approval \"data\" {\n  match { min_risk = \"medium\" }\n  count = 1\n  from  = [\"group:dba\"]\n}\n";
    for alike in ["d\u{435}e", "dee-", "dee1", "d-ee"] {
        let github = FakeGithub::start(|state| {
            with_policy(DBA)(state);
            state.repo("acme/infra").permission(alike, "admin");
        });
        Review::of(&github, MEDIUM).run();
        act(&github, |pull| {
            pull.review(alike, "APPROVED").later(5);
        });
        assert_eq!(Review::of(&github, MEDIUM).run().status, 3, "{alike}");
    }
}
