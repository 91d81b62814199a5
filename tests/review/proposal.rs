//! The policy that a pull request brings: looked at, shown, and no judge of its own request.

use serde_json::{Value, json};

use crate::fake_github::{FakeGithub, Fault, State, Target};
use crate::{
    MEDIUM, OPEN, Review, act, comment, conclusion, folder, path, review, scene, status, with_policy,
};

/// What a policy at base says; the changes of the request are about it.
const BASE: &str = "rules_dir = \"rules\"\n";
/// One rule that can be read.
const RULE: &str = include_str!("../../src/commands/rules/skeleton/rule.hcl");

/// The request brings `policy` in place of the one at base.
fn brings(policy: &'static str) -> impl FnOnce(&mut State) {
    move |state| {
        with_policy(OPEN)(state);
        state.repo("acme/infra").file("change-7", "applygate.hcl", policy);
        state.pull("acme/infra", 7).changes("applygate.hcl");
    }
}

/// Everybody approves; what is asked of a change of a guardrail is met.
fn approved(github: &FakeGithub) -> crate::Ended {
    Review::of(github, MEDIUM).run();
    act(github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    Review::of(github, MEDIUM).run()
}

fn codes(json: &Value) -> Vec<&str> {
    let demands = json["requirements"].as_array().unwrap();
    demands.iter().filter_map(|demand| demand["code"].as_str()).collect()
}

#[test]
fn a_policy_with_a_mistake_holds_its_own_request_and_names_the_line() {
    let github = FakeGithub::start(brings("group \"dba\" {\n  user = [\"bo\"]\n}\nfreese \"x\" {}\n"));
    let ended = approved(&github);
    assert_eq!(ended.status, 3, "{ended:?}");
    let json = ended.json();
    assert_eq!(codes(&json), ["POLICY_INVALID_AT_HEAD"]);
    assert_eq!(ended.unmet(), ["request"], "nothing else is missing: {ended:?}");
    let remarks = json["proposed_policy"]["remarks"].as_array().unwrap();
    assert!(remarks.iter().all(|remark| remark["gravity"] == "invalid"), "{remarks:#?}");
    let lines: Vec<&Value> = remarks.iter().map(|remark| &remark["location"]["line"]).collect();
    assert!(lines.contains(&&json!(2)) && lines.contains(&&json!(4)), "{remarks:#?}");
    assert_eq!(remarks[0]["location"]["file"], "applygate.hcl");

    let text = comment(&github);
    assert!(text.contains("### The policy that this pull request brings"), "{text}");
    assert!(text.contains("**invalid** `applygate.hcl:2`"), "{text}");
    assert!(text.contains("cannot be read: `applygate.hcl:1:1`: the group has no members"), "{text}");
    assert!(text.contains("applygate policy lint"), "it says what to do: {text}");
    assert_eq!(conclusion(&github), "action_required");
    assert_eq!(status(&github).state, "pending");
    let head = crate::head(&github);
    let annotations = github
        .with(|state| state.repositories["acme/infra"].checks[&head].last().unwrap().annotations.clone());
    let at_policy = |line: u32| {
        annotations.iter().any(|remark| {
            remark["path"] == "applygate.hcl"
                && remark["start_line"] == line
                && remark["annotation_level"] == "failure"
        })
    };
    assert!(at_policy(2) && at_policy(4), "each mistake stands at its line: {annotations:#?}");
    assert_eq!(github.unknown(), Vec::<String>::new());
}

#[test]
fn a_policy_that_merely_loosens_is_told_and_holds_nothing() {
    let github = FakeGithub::start(brings(
        "environment \"dev\" {\n  match { dirs = [\"live/dev/**\"] }\n  tier = \"development\"\n}\n\
         approval \"nobody\" {\n  match { min_risk = \"high\" }\n  count = 3\n  from  = [\"user:bo\"]\n}\n",
    ));
    let ended = approved(&github);
    assert_eq!(ended.status, 0, "{ended:?}");
    let json = ended.json();
    let remarks = json["proposed_policy"]["remarks"].as_array().unwrap();
    let gravities: Vec<&str> = remarks.iter().map(|remark| remark["gravity"].as_str().unwrap()).collect();
    assert!(gravities.contains(&"looser") && gravities.contains(&"error"), "{remarks:#?}");
    let text = comment(&github);
    assert!(text.contains("**error** `applygate.hcl:5`"), "{text}");
    assert!(text.contains("**looser** `applygate.hcl:1`"), "{text}");
}

#[test]
fn a_sound_policy_is_told_what_it_leaves_to_that_which_ships() {
    let github = FakeGithub::start(brings(
        "approval \"all\" {\n  match { min_risk = \"medium\" }\n  count = 2\n  from  = [\"permission:write\"]\n}\n",
    ));
    let ended = approved(&github);
    assert_eq!(ended.status, 0, "{ended:?}");
    let json = ended.json();
    let remarks = json["proposed_policy"]["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 1, "{remarks:#?}");
    assert!(remarks[0]["message"].as_str().unwrap().contains("no window is defined"), "{remarks:#?}");
    assert_eq!(remarks[0]["location"], Value::Null, "what ships with applygate is no file of the request");
    let text = Review::as_text(&github, MEDIUM).run();
    assert!(text.out.contains("The policy that this request brings\n  warning no window"), "{text:?}");
}

#[test]
fn a_policy_that_is_taken_away_is_told() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        state.pull("acme/infra", 7).changes("applygate.hcl");
    });
    let ended = approved(&github);
    assert_eq!(ended.status, 0, "{ended:?}");
    let text = comment(&github);
    assert!(text.contains("is taken away, and only what ships with applygate would hold"), "{text}");
}

#[test]
fn a_request_that_leaves_the_policy_alone_costs_no_request_more() {
    let of = |touched: &'static str| {
        let github = FakeGithub::start(move |state| {
            brings("freese \"x\" {}\n")(state);
            state.pull("acme/infra", 7).set(|pull| pull.files.retain(|file| file.name != "applygate.hcl"));
            state.pull("acme/infra", 7).changes(touched);
        });
        let ended = Review::of(&github, MEDIUM).run();
        assert_eq!(ended.status, 3, "{ended:?}");
        (github.received().len(), codes(&ended.json()).contains(&"POLICY_INVALID_AT_HEAD"))
    };
    let (few, held) = of("live/applygate.hcl");
    assert!(!held, "what is not read is not looked at");
    // The top of the repository, and the policy itself.
    assert_eq!(of("applygate.hcl"), (few + 2, true));
    assert!(few + 2 <= 25, "{few}");
}

#[test]
fn rules_and_calendars_of_the_policy_are_looked_at_as_well() {
    for (touched, content) in [
        ("rules/bucket-without-owner.hcl", "rule \"bucket-without-owner\" {\n  risk = \"enormous\"\n}\n"),
        // On some systems this is the same file.
        ("Rules/bucket-without-owner.hcl", "rule \"bucket-without-owner\" {\n  risk = \"enormous\"\n}\n"),
    ] {
        let github = FakeGithub::start(|state| {
            with_policy(BASE)(state);
            state
                .repo("acme/infra")
                .file("main", "rules/bucket-without-owner.hcl", RULE)
                .file("change-7", "applygate.hcl", BASE)
                .file("change-7", "rules/bucket-without-owner.hcl", content);
            state.pull("acme/infra", 7).changes(touched);
        });
        let ended = Review::of(&github, MEDIUM).run();
        assert_eq!(ended.status, 3, "{ended:?}");
        assert!(codes(&ended.json()).contains(&"POLICY_INVALID_AT_HEAD"), "{touched}: {ended:?}");
        assert!(comment(&github).contains("rules/bucket-without-owner.hcl:"), "{}", comment(&github));
    }
}

#[test]
fn a_rename_of_the_policy_is_a_change_of_it() {
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        state.repo("acme/infra").file("change-7", "ApplyGate.hcl", OPEN);
        state.pull("acme/infra", 7).renames("applygate.hcl", "ApplyGate.hcl");
    });
    let ended = Review::of(&github, MEDIUM).run();
    assert!(codes(&ended.json()).contains(&"POLICY_INVALID_AT_HEAD"), "{ended:?}");
    assert!(comment(&github).contains("nearly the name of a policy"), "{}", comment(&github));
}

#[test]
fn a_head_that_cannot_be_read_is_an_error_that_names_the_call() {
    for fault in [Fault::Status(403), Fault::Status(404), Fault::WrongType, Fault::CutBody] {
        let github = FakeGithub::start(brings(OPEN));
        assert_eq!(approved(&github).status, 0);
        let head = crate::head(&github);
        let call = format!("GET /repos/acme/infra/git/trees/{head}");
        assert!(github.count(&call) > 0, "{:?}", github.calls());
        github.fail(Target::call(&call), fault);
        let ended = Review::of(&github, MEDIUM).run();
        assert_eq!(ended.status, 1, "{fault:?}: {ended:?}");
        assert!(ended.out.contains(&call), "{fault:?}: {ended:?}");
        assert_eq!(conclusion(&github), "failure");
    }
}

#[test]
fn hostile_words_in_a_policy_stay_words() {
    const HOSTILE: &str =
        "\"</details> @acme/everybody [x](http://evil.example) `` \u{202e} | <img src=x>\" {\n}\n";
    let github = FakeGithub::start(brings(HOSTILE));
    let ended = Review::of(&github, MEDIUM).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    let text = comment(&github);
    let (_, section) = text.split_once("### The policy that this pull request brings").unwrap();
    for raw in ["</details> @", "@acme/everybody [", "](http://evil", "<img", "\u{202e}"] {
        assert!(!section.contains(raw), "{raw}: {section}");
    }
}

#[test]
fn a_hundred_mistakes_are_counted_and_not_listed() {
    let many: String = (0..150).map(|number| format!("freese \"x{number}\" {{}}\n")).collect();
    let many: &'static str = many.leak();
    let github = FakeGithub::start(brings(many));
    let ended = Review::of(&github, MEDIUM).run();
    let json = ended.json();
    let remarks = json["proposed_policy"]["remarks"].as_array().unwrap().len();
    assert!(remarks <= 100, "{remarks}");
    let all = remarks + usize::try_from(json["proposed_policy"]["more"].as_u64().unwrap()).unwrap();
    let text = comment(&github);
    assert!(text.contains(&format!("And {} more", all - 20)), "{all}: {text}");
    assert!(text.contains(&format!("(and {} more mistakes)", all - 1)), "{text}");
}

#[test]
fn what_was_seen_of_the_policy_is_kept_with_the_facts() {
    let github = FakeGithub::start(brings("freese \"x\" {}\n"));
    let folder = folder();
    let (facts, base) = (path(&folder, "facts.json"), path(&folder, "base"));
    let first = Review::of(&github, MEDIUM).with(&["--save-facts", facts.to_str().unwrap()]).run();
    std::fs::create_dir(&base).unwrap();
    std::fs::write(base.join("applygate.hcl"), OPEN).unwrap();
    std::fs::write(base.join("main.tf"), "").unwrap();
    let again = Review::offline(MEDIUM)
        .with(&["--facts", facts.to_str().unwrap(), "--base", base.to_str().unwrap()])
        .with(&["--config", base.to_str().unwrap()])
        .run();
    for field in ["outcome", "requirements", "proposed_policy"] {
        assert_eq!(first.json()[field], again.json()[field], "{field}");
    }
}

#[test]
fn an_ordinary_review_says_nothing_of_a_policy_that_nobody_brings() {
    let github = FakeGithub::start(scene);
    let ended = review(&github);
    assert_eq!(ended.json().get("proposed_policy"), None);
    assert!(!comment(&github).contains("The policy that this pull request brings"));
}
