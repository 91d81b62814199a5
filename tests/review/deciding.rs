//! From the first look at a pull request to the apply.

use serde_json::Value;

use crate::fake_github::FakeGithub;
use crate::{
    HIGH, MEDIUM, OPEN, Review, act, comment, comments, conclusion, digits, folder, path, review, scene,
    status, with_policy,
};

#[test]
fn the_first_review_holds_and_shows_what_is_to_be_approved() {
    let github = FakeGithub::start(scene);
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.unmet(), ["approvals", "window"]);
    let json = ended.json();
    assert_eq!(json["requirements"][0]["missing"], 2);
    let digest = json["approval_digest"].as_str().unwrap().to_owned();

    let status = status(&github);
    assert_eq!(status.state, "pending");
    assert!(status.description.unwrap().ends_with(&digest), "the status carries the whole digest");
    assert_eq!(conclusion(&github), "action_required");
    let text = comment(&github);
    assert!(digest.contains(&digits(&github)), "{text}");
    assert!(text.starts_with("## ✋ On hold"), "{text}");
    assert!(text.contains("0 of 2 approvals"), "{text}");
    assert_eq!(github.unknown(), Vec::<String>::new());
    assert!(github.received().len() <= 25, "{:?}", github.calls());
}

#[test]
fn two_writers_who_saw_the_plan_leave_only_the_window() {
    let github = FakeGithub::start(scene);
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.unmet(), ["window"]);
    let text = comment(&github);
    assert!(text.contains("Given by") && text.contains("bo") && text.contains("dee"), "{text}");
    assert!(!text.contains("/applygate approve"), "nobody is asked any more: {text}");
}

#[test]
fn two_approvals_and_an_open_window_allow() {
    let github = FakeGithub::start(with_policy(OPEN));
    assert_eq!(review(&github).unmet(), ["approvals"]);
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    assert_eq!(review(&github).status, 3, "one is not two");
    act(&github, |pull| {
        pull.review("dee", "APPROVED");
    });
    let ended = review(&github);
    assert_eq!(ended.status, 0, "{ended:?}");
    assert_eq!(ended.json()["outcome"], "allow");
    assert_eq!(conclusion(&github), "success");
    assert_eq!(status(&github).state, "success");
    assert!(comment(&github).starts_with("## ✅ Allowed: everything that is demanded is met"));
}

#[test]
fn the_window_that_the_comment_shows_is_one() {
    let github = FakeGithub::start(scene);
    review(&github);
    let text = comment(&github);
    let (_, block) = text.split_once("```hcl\n").expect("a block to write");
    let (block, _) = block.split_once("```").unwrap();
    github.with(|state| {
        state.repo("acme/infra").file("main", "applygate.hcl", block);
    });
    let ended = review(&github);
    assert!(ended.status == 3 || ended.status == 0, "it is read: {ended:?}");
    assert!(!ended.out.contains("WINDOW_UNDEFINED"), "{ended:?}");
    assert!(!comment(&github).contains("```hcl"), "it is shown where none is defined");
}

#[test]
fn a_review_of_nothing_new_writes_no_second_comment() {
    let github = FakeGithub::start(scene);
    review(&github);
    let first = comments(&github)[0].id;
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    review(&github);
    review(&github);
    let all = comments(&github);
    assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [first]);
    assert!(all[0].body.contains("1 of 2 approvals"), "{}", all[0].body);
}

#[test]
fn an_approval_given_before_the_plan_was_shown_does_not_count() {
    let github = FakeGithub::start(with_policy(OPEN));
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.unmet(), ["approvals"], "{ended:?}");
    assert!(comment(&github).contains("before this plan was shown"), "{}", comment(&github));
}

#[test]
fn a_push_takes_plain_approvals_back_and_leaves_explicit_ones() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    let line = format!("/applygate approve {}", digits(&github));
    act(&github, |pull| {
        pull.review("bo", "APPROVED").comment("dee", &line);
    });
    assert_eq!(review(&github).status, 0);
    act(&github, |pull| {
        pull.push("ana", "Name it better").later(5);
    });
    let ended = review(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    let demand = ended.json()["requirements"][0].clone();
    assert_eq!((&demand["by"], &demand["missing"]), (&serde_json::json!(["dee"]), &Value::from(1)));
}

#[test]
fn facts_that_were_kept_give_the_same_verdict() {
    let github = FakeGithub::start(with_policy(OPEN));
    review(&github);
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").comment("eve", "nice");
    });
    let folder = folder();
    let (facts, base) = (path(&folder, "facts.json"), path(&folder, "base"));
    let facts = facts.to_str().unwrap();
    let first = Review::of(&github, HIGH).with(&["--save-facts", facts]).run();
    assert_eq!(first.status, 0, "{first:?}");

    let head = path(&folder, "head");
    for side in [&head, &base] {
        std::fs::create_dir(side).unwrap();
        std::fs::write(side.join("main.tf"), "# nothing of it is left\n").unwrap();
    }
    std::fs::write(base.join("applygate.hcl"), OPEN).unwrap();
    let asked = github.received().len();
    let (head, base) = (head.to_str().unwrap(), base.to_str().unwrap());
    let replayed = Review::offline(HIGH).with(&["--facts", facts, "--config", head, "--base", base]).run();
    let without = Review::offline(HIGH).with(&["--facts", facts]).run();
    assert_eq!(github.received().len(), asked, "nobody is asked");
    assert_eq!(replayed.status, 0, "{replayed:?}");
    let (first, replayed) = (first.json(), replayed.json());
    for field in ["outcome", "risk", "requirements", "approval_digest", "digest"] {
        assert_eq!(first[field], replayed[field], "{field}");
    }
    assert_eq!(without.status, 1, "without the base branch there is no policy: {without:?}");
}

#[test]
fn a_demand_of_one_is_met_by_one() {
    let github = FakeGithub::start(scene);
    assert_eq!(Review::of(&github, MEDIUM).run().unmet(), ["approvals"]);
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    let ended = Review::of(&github, MEDIUM).run();
    assert_eq!(ended.status, 0, "{ended:?}");
}

#[test]
fn what_is_not_to_be_published_is_not() {
    let github = FakeGithub::start(scene);
    let ended = Review::of(&github, HIGH).with(&["--no-publish"]).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(
        github.received().iter().all(|request| request.method == "GET" || request.path.ends_with("/graphql"))
    );
    assert!(comments(&github).is_empty());
}

#[test]
fn a_team_that_the_policy_names_is_read() {
    const DBA: &str = r#"
group "dba" { teams = ["acme/dba"] }
approval "data" {
  match { min_risk = "medium" }
  count = 1
  from  = ["group:dba"]
}
"#;
    let github = FakeGithub::start(|state| {
        with_policy(DBA)(state);
        state.team("acme/dba", &["dee"]);
    });
    Review::of(&github, MEDIUM).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    let ended = Review::of(&github, MEDIUM).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comment(&github).contains("dee"), "who could is named: {}", comment(&github));
    act(&github, |pull| {
        pull.review("dee", "APPROVED");
    });
    assert_eq!(Review::of(&github, MEDIUM).run().status, 0);

    github.with(|state| state.reads_teams = false);
    let ended = Review::of(&github, MEDIUM).run();
    assert_eq!(ended.status, 1, "{ended:?}");
    assert_eq!(conclusion(&github), "failure");
}
