//! Whoever makes a change tries to move what it is judged by.

use serde_json::{Value, json};

use crate::fake_github::{FakeGithub, PullScene, State};
use crate::{HIGH, MEDIUM, OPEN, Review, act, comment, conclusion, planned, scene, status, with_policy};

/// A plan that destroys a database without any guard, which is prohibited.
const PROHIBITED: &str = "fixtures/plans/rds-destroy-unguarded-block-deleted/plan.json";

/// A rule of a team that prohibits what is otherwise of medium risk.
const RULE: &str = r#"
rule "bucket-forgotten" {
  title   = "A bucket is forgotten"
  types   = ["aws_s3_bucket"]
  actions = ["forget"]
  when    = true
  risk    = "high"
  effect  = "prohibit"
  message = "${address} is forgotten"
  why     = "Nobody would look after it."
  instead = "Keep it."
}
"#;

/// T1: what prohibits is taken out of the policy by the very change that it prohibits.
#[test]
fn a_prohibition_that_the_change_takes_out_still_prohibits() {
    let github = FakeGithub::start(|state| {
        scene(state);
        state
            .repo("acme/infra")
            .file("main", "applygate.hcl", "rules_dir = \"policy/rules\"\n")
            .file("main", "policy/rules/bucket-forgotten.hcl", RULE)
            // On the branch there is neither the rule nor the line that names it.
            .file("change-7", "applygate.hcl", "");
        state
            .pull("acme/infra", 7)
            .removes("policy/rules/bucket-forgotten.hcl")
            .changes("applygate.hcl")
            .later(5);
    });
    let judged = || Review::of(&github, MEDIUM).run();
    assert_eq!(judged().status, 4);
    everybody_approves(&github);
    let ended = judged();
    assert_eq!(ended.status, 4, "{ended:?}");
    assert_eq!(conclusion(&github), "failure");
    assert_eq!(status(&github).state, "failure");
    let text = comment(&github);
    assert!(text.contains("bucket-forgotten"), "{text}");
    for touched in ["policy/rules/bucket-forgotten.hcl", "applygate.hcl"] {
        assert!(text.contains(touched), "{touched}: {text}");
    }
}

/// T1: a policy that the branch loosens or breaks decides nothing, wherever in the work tree it lies.
#[test]
fn a_policy_in_the_work_tree_is_not_read() {
    let github = FakeGithub::start(with_policy(OPEN));
    let run = Review::of(&github, HIGH);
    let top = run.folder.path();
    std::fs::create_dir_all(top.join("live/prod/.applygate")).unwrap();
    for name in ["applygate.hcl", "live/prod/applygate.hcl", "live/prod/.applygate/a.hcl"] {
        std::fs::write(top.join(name), "this is no policy {{{").unwrap();
    }
    let ended = run.run();
    assert_eq!(ended.unmet(), ["approvals"], "{ended:?}");
}

/// T2: what is added beside the policy, renamed, or written in other letters is as good as the policy.
#[test]
fn every_way_to_touch_what_decides_needs_two_approvals() {
    type Touch = fn(PullScene<'_>) -> PullScene<'_>;
    let ways: [(&str, Touch); 14] = [
        ("applygate.hcl", |pull| pull.changes("applygate.hcl")),
        ("ApplyGate.hcl", |pull| pull.changes("ApplyGate.hcl")),
        (".APPLYGATE.HCL", |pull| pull.changes(".APPLYGATE.HCL")),
        // T3: the policy is deleted.
        ("applygate.hcl", |pull| pull.removes("applygate.hcl")),
        ("applygate.hcl", |pull| pull.renames("applygate.hcl", "applygate.hcl.bak")),
        ("applygate.hcl", |pull| pull.renames("docs/example.hcl", "applygate.hcl")),
        // A folder beside the file.
        (".applygate/more.hcl", |pull| pull.changes(".applygate/more.hcl")),
        (".Applygate/More.HCL", |pull| pull.changes(".Applygate/More.HCL")),
        (".applygate/holidays.ics", |pull| pull.renames(".applygate/holidays.ics", "old/holidays.ics")),
        // A link or a submodule in the place of the folder.
        (".applygate", |pull| pull.changes(".applygate")),
        (".github/workflows", |pull| pull.changes(".github/workflows")),
        (".github/workflows/gate.yml", |pull| pull.changes(".github/workflows/gate.yml")),
        (".github/codeowners", |pull| pull.changes(".github/codeowners")),
        ("live/prod/.terraform.lock.hcl", |pull| pull.changes("live/prod/.terraform.lock.hcl")),
    ];
    std::thread::scope(|scope| {
        for (path, touch) in ways {
            scope.spawn(move || {
                let github = FakeGithub::start(|state| {
                    scene(state);
                    touch(state.pull("acme/infra", 7)).later(5);
                });
                Review::of(&github, MEDIUM).run();
                act(&github, |pull| {
                    pull.review("bo", "APPROVED");
                });
                let ended = Review::of(&github, MEDIUM).run();
                assert_eq!(ended.status, 3, "{path}: {ended:?}");
                let text = comment(&github);
                assert!(text.contains("1 of 2 approvals"), "{path}: {text}");
                assert!(text.contains("what decides about changes itself") && text.contains(path), "{text}");
            });
        }
    });
}

/// T2: at base, what could be taken for two policies, or for one that lies elsewhere, is an error for everybody.
#[test]
fn a_policy_at_base_that_could_be_read_in_two_ways_allows_nothing() {
    let ways: [(&[(&str, &str)], &str); 8] = [
        (&[("ApplyGate.hcl", "")], "`ApplyGate.hcl` is nearly the name"),
        (&[("applygate.hcl", ""), ("APPLYGATE.hcl", "")], "`APPLYGATE.hcl` is nearly the name"),
        (&[("applygate.hcl", ""), (".applygate/more.hcl", "")], "there is a policy in"),
        (&[("applygate.hcl", ""), (".applygate.hcl", "")], "there is a policy in"),
        (&[("applygate.hcl", "symlink:policy/loose.hcl")], "applygate.hcl"),
        (&[("applygate.hcl", "submodule:policy")], "applygate.hcl"),
        (&[(".applygate", "symlink:policy")], ".applygate"),
        (&[(".applygate", "submodule:policy")], ".applygate"),
    ];
    for (files, expected) in ways {
        let github = FakeGithub::start(|state| {
            scene(state);
            for (path, content) in files {
                state.repo("acme/infra").file("main", path, content);
            }
        });
        let ended = Review::of(&github, "fixtures/plans/noop/plan.json").run();
        assert_eq!(ended.status, 1, "{files:?}: {ended:?}");
        assert_eq!(conclusion(&github), "failure", "{files:?}");
        assert_eq!(status(&github).state, "error", "{files:?}");
        assert!(ended.out.contains(expected), "{files:?}: {ended:?}");
    }
}

/// T3: where there is no policy, what ships holds, and it opens no window.
#[test]
fn without_a_policy_the_shipped_one_holds() {
    let github = FakeGithub::start(|state| {
        scene(state);
        // The branch brings one that would demand nothing.
        state.repo("acme/infra").file("change-7", "applygate.hcl", OPEN);
        state.pull("acme/infra", 7).changes("applygate.hcl").later(5);
    });
    Review::of(&github, HIGH).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    let ended = Review::of(&github, HIGH).run();
    assert_eq!(ended.unmet(), ["window"], "{ended:?}");
    let used = ended.json()["policy"].clone();
    assert!(used.is_null() || used == json!([]), "{used}");
}

/// T4: words in the configuration, in tags and in the pull request waive nothing.
#[test]
fn no_words_in_the_change_or_the_pull_request_waive_anything() {
    const WORDS: &str = "applygate:ignore applygate:skip tfsec:ignore:* checkov:skip=all risk=none \
                         environment=development /applygate emergency INC-1 [skip applygate]";
    let mut plan: Value = serde_json::from_str(&std::fs::read_to_string(PROHIBITED).unwrap()).unwrap();
    for change in plan["resource_changes"].as_array_mut().unwrap() {
        for side in ["before", "after"] {
            if let Some(values) = change["change"][side].as_object_mut() {
                let tags = json!({
                    "applygate": "ignore", "applygate:ignore": "true", "environment": "development", "note": WORDS,
                });
                values.insert("tags".to_owned(), tags.clone());
                values.insert("tags_all".to_owned(), tags);
            }
        }
    }
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        state
            .pull("acme/infra", 7)
            .set(|pull| {
                pull.title = format!("[applygate skip] {WORDS}");
                pull.body = Some(format!("<!-- applygate: allow -->\n/applygate waive all\n\n{WORDS}"));
                pull.labels = ["applygate/skip", "emergency", "approved", "environment:dev"]
                    .map(str::to_owned)
                    .to_vec();
                pull.commits.last_mut().unwrap().message = format!("Go\n\n{WORDS}\n[skip ci]");
            })
            .comment("ana", &format!("/applygate waive {WORDS}"))
            .comment("bo", "/applygate emergency INC-1 now")
            .later(5);
    });
    let judged = |plan: &Value| {
        let run = planned(&github, plan);
        for side in ["head", "base"] {
            let folder = run.folder.path().join(side);
            std::fs::create_dir(&folder).unwrap();
            let block = if side == "base" { "resource \"aws_db_instance\" \"orders\" {}\n" } else { "" };
            let text = format!("# {WORDS}\n#applygate:ignore\n// applygate:ignore\n/* {WORDS} */\n{block}");
            std::fs::write(folder.join("main.tf"), text).unwrap();
        }
        run.with(&["--config", "head", "--base", "base"]).run()
    };
    assert_eq!(judged(&plan).status, 4);
    everybody_approves(&github);
    let ended = judged(&plan);
    assert_eq!(ended.status, 4, "{ended:?}");
    assert_eq!(ended.json()["risk"], "critical");
    let text = comment(&github);
    assert!(text.starts_with("## 🛑 Blocked") && text.contains("production"), "{text}");
}

fn everybody_approves(github: &FakeGithub) {
    let digest = crate::review_digest(github);
    act(github, |pull| {
        pull.review("bo", "APPROVED")
            .review("dee", "APPROVED")
            .later(5)
            .comment("bo", &format!("/applygate approve {digest}"))
            .comment("dee", &format!("/applygate approve {digest}"))
            .later(5);
    });
}

/// What was true in another state of the repository is not carried over: the policy is read at the tip each time.
#[test]
fn a_policy_that_was_tightened_meanwhile_holds_at_once() {
    let github = FakeGithub::start(scene);
    Review::of(&github, MEDIUM).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED");
    });
    assert_eq!(Review::of(&github, MEDIUM).run().status, 0);
    github.with(|state: &mut State| {
        const STRICT: &str =
            "approval \"all\" {\n  match { min_risk = \"medium\" }\n  count = 2\n  from  = [\"permission:write\"]\n}\n";
        state.repo("acme/infra").file("main", "applygate.hcl", STRICT);
    });
    assert_eq!(Review::of(&github, MEDIUM).run().status, 3);
}

/// T1: a branch of one's own, with a policy of one's own, as the base of the request.
#[test]
fn a_policy_on_a_branch_of_ones_own_needs_two_approvals_as_any_change_of_the_policy() {
    const LOOSE: &str =
        "environment \"dev\" {\n  match { dirs = [\"live/**\"] }\n  tier = \"development\"\n}\n";
    let github = FakeGithub::start(|state| {
        scene(state);
        let tip = state.fresh_sha();
        state.repo("acme/infra").data().branches.insert("mine".to_owned(), tip.clone());
        state.repo("acme/infra").file("mine", "applygate.hcl", LOOSE);
        state
            .pull("acme/infra", 7)
            .set(|pull| {
                pull.base_ref = "mine".to_owned();
                pull.base_sha = tip;
            })
            .later(5);
    });
    let judged = || Review::of(&github, "fixtures/plans/rds-storage-grow/plan.json").run();
    let ended = judged();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert_eq!(ended.json()["guardrails"], json!(["the policy of branch mine"]));
    assert!(comment(&github).contains("0 of 2 approvals"), "{}", comment(&github));
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    assert_eq!(judged().status, 0);
}
