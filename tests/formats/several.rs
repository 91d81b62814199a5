//! Several plans in one run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::scenarios::compare;
use crate::{runs, support, validity};

const PLANS: [&str; 5] = ["rds-module-removed", "destroy-all", "no-such-plan", "noop", "sg-ssh-open-world"];

fn plan(name: &str) -> PathBuf {
    Path::new("fixtures/plans").join(name).join("plan.json")
}

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_applygate")).arg("check").args(arguments).output().unwrap()
}

#[test]
fn every_format_tells_of_several_plans() {
    let judged: Vec<runs::Judged> = PLANS.iter().map(|name| runs::judge(&plan(name))).collect();
    for (name, text) in runs::formats(&runs::run(&judged)) {
        validity::check(name, &text);
        if !["summary.md", "verbose.txt"].contains(&name) {
            compare("several", name, text);
        }
    }
}

#[test]
fn the_worst_plan_decides_and_the_others_are_reported() {
    let noop = "fixtures/plans/noop/plan.json";
    let hold = "fixtures/plans/rds-module-removed/plan.json";
    let block = "fixtures/plans/destroy-all/plan.json";
    for (plans, status, outcome) in [
        (vec![noop, "fixtures/plans/tags-only/plan.json"], 0, "allow"),
        (vec![noop, hold], 3, "hold"),
        (vec![hold, block, noop], 4, "block"),
        (vec![block, "README.md", noop], 1, "error"),
        (vec![noop, "no-such-plan.json"], 1, "error"),
    ] {
        let mut arguments = plans.clone();
        arguments.extend(["--format", "json"]);
        let output = check(&arguments);
        assert_eq!(output.status.code(), Some(status), "{plans:?}");
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["outcome"], outcome);
        assert_eq!(document["schema"], "applygate/plans/v1");
        let names: Vec<&str> =
            document["plans"].as_array().unwrap().iter().map(|plan| plan["name"].as_str().unwrap()).collect();
        assert_eq!(names, plans);
        for plan in document["plans"].as_array().unwrap() {
            assert_eq!(plan["schema"], "applygate/v1");
            assert!(plan["error"].is_object() || plan["changes"].is_array(), "{plan}");
        }
    }
}

#[test]
fn the_document_of_one_among_several_is_that_of_one_alone() {
    let path = plan("rds-module-removed");
    let alone = [runs::judge(&path)];
    let pair = [runs::judge(&path), runs::judge(&plan("noop"))];
    let document = |judged: &[runs::Judged]| -> Value {
        let formats = runs::formats(&runs::run(judged));
        serde_json::from_str(&formats.iter().find(|(name, _)| *name == "verdict.json").unwrap().1).unwrap()
    };
    let (alone, mut pair) = (document(&alone), document(&pair));
    let mut one = pair["plans"][0].take();
    one.as_object_mut().unwrap().remove("name");
    assert_eq!(one, alone);
}

#[test]
fn folders_and_patterns_find_every_plan_once() {
    let folder = support::temporary("several");
    let plan = std::fs::read("fixtures/plans/noop/plan.json").unwrap();
    for name in [
        "a/plan.json",
        "a/b/tfplan.json",
        "c/prod.plan.json",
        "c/package.json",
        "c/main.tf.json",
        ".terraform/plan.json",
    ] {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &plan).unwrap();
    }
    let names = |argument: &str| -> Vec<String> {
        let argument = if argument == "." { folder.clone() } else { folder.join(argument) };
        let output = check(&[argument.to_str().unwrap(), "--format", "json"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        // What might be a plan and was not read is told.
        let unread = document["notes"].as_array().unwrap();
        assert_eq!(unread.len(), usize::from(argument == folder), "{unread:?}");
        assert!(unread.iter().all(|note| note.as_str().unwrap().contains("package.json")));
        let plans = document["plans"].as_array().unwrap();
        let below = |plan: &Value| {
            Path::new(plan["name"].as_str().unwrap()).strip_prefix(&folder).unwrap().display().to_string()
        };
        plans.iter().map(below).collect()
    };
    assert_eq!(names("."), ["a/b/tfplan.json", "a/plan.json", "c/prod.plan.json"]);
    assert_eq!(names("a"), ["a/b/tfplan.json", "a/plan.json"]);
    assert_eq!(
        names("**/*.json"),
        ["a/b/tfplan.json", "a/plan.json", "c/main.tf.json", "c/package.json", "c/prod.plan.json"]
    );
    assert_eq!(names("*/plan.json"), ["a/plan.json"]);
    assert_eq!(names("{a,c}/*plan.json"), ["a/plan.json", "c/prod.plan.json"]);
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let folder = support::temporary("out");
    let file = |name: &str| folder.join(name).display().to_string();
    let plan = "fixtures/plans/destroy-all/plan.json";
    let out = |format: &str, name: &str| format!("{format}={}", file(name));

    let all = [out("markdown", "a.md"), out("sarif", "b.sarif"), out("junit", "c.xml"), out("text", "d.txt")];
    let mut arguments = vec![plan, "--quiet", "--color", "always"];
    for one in &all {
        arguments.extend(["--out", one]);
    }
    let output = check(&arguments);
    assert_eq!(output.status.code(), Some(4));
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    validity::check("comment.md", &read("a.md"));
    validity::check("findings.sarif", &read("b.sarif"));
    validity::check("junit.xml", &read("c.xml"));
    // A file has no colours, whatever the terminal has.
    validity::check("verdict.txt", &read("d.txt"));
    assert!(output.stdout.contains(&0x1b));

    // One place where nothing can be written, and nothing is: neither there nor elsewhere.
    let before = std::fs::read_dir(&folder).unwrap().count();
    let (good, bad) = (out("json", "new.json"), out("markdown", "nowhere/x.md"));
    let output = check(&[plan, "--out", &good, "--out", &bad]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "the plan is not judged");
    assert!(String::from_utf8(output.stderr).unwrap().contains("nowhere/x.md"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), before, "no file is left behind");

    for (arguments, message) in [
        (vec![out("json", "x"), out("text", "x")], "two outputs go to"),
        (vec![format!("json={}", folder.display())], "is no file"),
        (vec!["json=/dev/null".to_owned()], "is no file"),
    ] {
        let mut all = vec![plan];
        for one in &arguments {
            all.extend(["--out", one]);
        }
        let output = check(&all);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(message), "{message}");
    }
}

#[test]
fn a_plan_that_cannot_be_read_is_no_clean_report_in_any_format() {
    let judged = [runs::judge(Path::new("README.md"))];
    for (name, text) in runs::formats(&runs::run(&judged)) {
        validity::check(name, &text);
        let told = match name {
            "findings.sarif" => "\"executionSuccessful\": false",
            "junit.xml" => "errors=\"1\"",
            "code-quality.json" => "\"severity\": \"blocker\"",
            "annotations.txt" => "::error title=applygate%3A not judged::",
            "comment.md" | "summary.md" => "Not judged",
            "verdict.json" => "\"outcome\": \"error\"",
            _ => "no decision was made",
        };
        assert!(text.contains(told), "{name}: {text}");
    }
}
