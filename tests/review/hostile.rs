//! What stands in a plan, a pull request or a repository tries to be more than text, or to carry a secret out.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::fake_github::{CheckRun, FakeGithub};
use crate::hostile_plan::{self, HOSTILE};
use crate::{Ended, OPEN, Review, act, comments, head, path, review_digest, validity, with_policy};

/// All that a run told, where people and machines read it.
struct Told {
    ended: Ended,
    comment: String,
    summary: String,
    check: CheckRun,
    statuses: Vec<String>,
}

/// Runs as in GitHub Actions, and gathers what was told.
fn tell(github: &FakeGithub, plan: &[u8], format: &str) -> Told {
    tell_with(github, plan, format, &[])
}

fn tell_with(github: &FakeGithub, plan: &[u8], format: &str, arguments: &[&str]) -> Told {
    // Time has passed since the run before.
    github.with(|state| state.now = state.now.max(crate::now()));
    let run = Review::of(github, crate::HIGH).format(format).with(arguments);
    std::fs::write(path(&run.folder, "plan.json"), plan).unwrap();
    let summary = path(&run.folder, "summary.md");
    let (ended, _folder) = run.env("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()).keep();
    let all = comments(github);
    assert_eq!(all.len(), 1, "{ended:?}");
    let head = head(github);
    let (check, statuses) = github.with(|state| {
        let repository = &state.repositories["acme/infra"];
        let newest = repository.statuses[&head].last().unwrap().clone();
        let statuses = vec![newest.context, newest.description.unwrap_or_default()];
        (repository.checks[&head].last().unwrap().clone(), statuses)
    });
    let summary = std::fs::read_to_string(summary).unwrap();
    Told { ended, comment: all[0].body.clone(), summary, check, statuses }
}

impl Told {
    /// Panics if anything in it is more than text.
    fn is_text(&self) {
        let body =
            self.comment.trim_end().strip_suffix("<!-- applygate -->").expect("our marker, at the end");
        assert!(self.comment.len() < 65_000);
        for text in [body, &self.check.summary, &self.summary] {
            validity::markdown(text, 1_000_000);
            validity::hides_nothing("comment.md", text);
        }
        let mut plain = self.statuses.clone();
        plain.push(self.check.title.clone().unwrap());
        for annotation in &self.check.annotations {
            plain.push(annotation["title"].as_str().unwrap().to_owned());
        }
        for text in &plain {
            assert!(!text.contains(['\n', '\r']), "{text:?}");
            validity::hides_nothing("status.txt", text);
        }
        for annotation in &self.check.annotations {
            let message = annotation["message"].as_str().unwrap();
            validity::hides_nothing("message.txt", message);
        }
        for (name, text) in [("out", &self.ended.out), ("err", &self.ended.err)] {
            for line in text.lines() {
                assert_eq!(validity::command(line), None, "a command of the build log in {name}: {line}");
            }
            // Markdown has a sign of ours behind an at sign.
            validity::hides_nothing(if text.starts_with("## ") { "out.md" } else { name }, text);
        }
    }

    /// Everything, as one text.
    fn everything(&self) -> String {
        let Told { ended, comment, summary, check, statuses } = self;
        format!("{ended:?} {} {} {comment} {summary} {check:?} {statuses:?}", ended.out, ended.err)
    }
}

/// A policy that a request brings, with every mistake that can bear such a name.
fn mistaken_policy() -> String {
    let mut policy = String::new();
    for (number, text) in HOSTILE.iter().enumerate() {
        // What a string of HCL cannot hold stands there as an escape.
        let text: String = text
            .chars()
            .map(|character| match character {
                '"' | '\\' => format!("\\{character}"),
                '$' | '%' => "x".to_owned(),
                other if other.is_control() || (other as u32) > 0x7e => {
                    format!("\\u{:04x}", other as u32 & 0xffff)
                }
                other => other.to_string(),
            })
            .collect();
        let _ = write!(
            policy,
            "group \"{text}\" {{ users = [\"{text}\"] }}\n\
             approval \"{text}\" {{\n  match {{ min_risk = \"{text}\" }}\n  count = \"{text}\"\n  from = [\"{text}\"]\n  \
             x{number} = \"{text}\"\n}}\nwindow \"w{number}\" {{ timezone = \"{text}\" }}\nblock{number} \"{text}\" {{}}\n# {text}\n"
        );
    }
    policy
}

/// T33, T34: addresses, keys, values, outputs, messages of checks, logins, addresses of commits, paths, titles.
#[test]
fn nothing_that_others_name_is_more_than_text() {
    let name = |text: &str| text.replace(['/', '\0'], "_");
    let github = FakeGithub::start(|state| {
        with_policy(OPEN)(state);
        let mut paths: Vec<String> = Vec::new();
        let mut pull = state.pull("acme/infra", 7).set(|pull| {
            pull.title = format!("{} @acme/everyone </details>", HOSTILE.join(" "));
            pull.body = Some(HOSTILE.join("\n"));
            pull.labels = HOSTILE.map(str::to_owned).to_vec();
        });
        for text in HOSTILE {
            let workflow = format!(".github/workflows/{}.yml", name(text));
            pull = pull.changes(&workflow).set(|pull| {
                let message = &mut pull.commits.last_mut().unwrap().message;
                message.extend(["\n\nCo-authored-by: ", text, " <", text, ">"]);
            });
            paths.push(format!("live/{}.tf", name(text)));
        }
        pull.changes("applygate.hcl").push_commit("ana", None, None, "x").later(5);
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        state.repo("acme/infra").moves("main", "bo", &paths);
        state.repo("acme/infra").file("change-7", "applygate.hcl", &mistaken_policy());
    });
    let plan = hostile_plan::hostile(300);
    // Of few changes everything is told at length.
    let few = tell(&github, &hostile_plan::hostile(3), "json");
    few.is_text();
    assert!(few.comment.contains("is not a name") || few.comment.contains("Help: "), "{}", few.comment);
    tell(&github, &plan, "json").is_text();
    let line = format!("/applygate approve {}", review_digest(&github));
    act(&github, |mut pull| {
        for text in HOSTILE {
            let login = name(text);
            pull = pull
                .review(&login, "APPROVED")
                .comment(&login, &format!("{line} {text}"))
                .comment(&login, &format!("/applygate reject {text}"));
        }
        pull.later(5);
    });
    for format in ["json", "text", "github", "markdown", "sarif", "junit"] {
        let told = tell(&github, &plan, format);
        assert_eq!(told.ended.status, 4, "{format}: {}", told.ended.err);
        if format == "github" {
            // Its lines are commands, and ours alone.
            validity::check("annotations.txt", &told.ended.out);
        } else {
            told.is_text();
        }
    }
}

/// T34: a plan that cannot be read is complained of in our words.
#[test]
fn a_complaint_is_no_command_of_the_build_log_either() {
    for text in HOSTILE {
        let github = FakeGithub::start(with_policy(OPEN));
        let plan = json!({"format_version": text, "terraform_version": text, "resource_changes": text});
        let told = tell(&github, plan.to_string().as_bytes(), "text");
        assert_eq!(told.ended.status, 1, "{text}");
        told.is_text();
        let told = tell(&github, text.as_bytes(), "text");
        assert_eq!(told.ended.status, 1, "{text}");
        told.is_text();
    }
}

/// Everything at once: more changes, people, projects and demands than have room, and all of them with such names.
#[test]
fn a_comment_on_five_thousand_changes_keeps_its_size_and_all_that_is_grave() {
    const CHANGES: usize = 5_000;
    let mut policy = OPEN.to_owned();
    for number in 0..40 {
        let _ = write!(
            policy,
            "group \"g{number}\" {{ users = [\"w{number:03}\", \"w{:03}\"] }}\n\
             approval \"demand-{number}-{}\" {{\n  match {{ min_risk = \"medium\" }}\n  count = 1\n  \
             from  = [\"group:g{number}\"]\n}}\n",
            number + 1,
            "x".repeat(40),
        );
    }
    let github = FakeGithub::start(|state| {
        crate::scene(state);
        state.repo("acme/infra").file("main", "applygate.hcl", &policy);
        let mut pull = state.pull("acme/infra", 7);
        for number in 0..120 {
            let text = HOSTILE[number % HOSTILE.len()];
            let words = format!("block: {}", text.replace(['\n', '\r'], " "));
            let place =
                format!("applygate/live/{number}/{}:default", text.chars().take(80).collect::<String>());
            pull = pull.status("github-actions[bot]", &place, "failure", &words);
        }
        for number in 0..100 {
            let login =
                format!("w{number:03}{}", if number > 40 { HOSTILE[number % HOSTILE.len()] } else { "" });
            pull = pull.review(&login.replace(['/', '\0'], "_"), "APPROVED");
        }
        for (number, text) in HOSTILE.iter().enumerate() {
            let text = text.replace(['/', '\0'], "_");
            pull = pull.changes(&format!(".github/workflows/{number}{text}.yml"));
        }
        pull.changes("applygate.hcl").later(5);
        state.repo("acme/infra").file("change-7", "applygate.hcl", &mistaken_policy());
    });
    let told = tell(&github, &hostile_plan::hostile(CHANGES), "json");
    assert_eq!(told.ended.status, 4, "{}", told.ended.err);
    told.is_text();
    let json = told.ended.json();
    let changes = json["changes"].as_array().unwrap();
    assert_eq!(changes.len(), CHANGES);
    let grave: Vec<&str> = changes
        .iter()
        .filter(|change| {
            let findings = change["findings"].as_array().unwrap();
            ["high", "critical"].contains(&change["risk"].as_str().unwrap())
                || findings.iter().any(|finding| finding["prohibits"] == true)
        })
        .map(|change| {
            let address = change["address"].as_str().unwrap();
            let at = address.find(".n0").unwrap() + 1;
            &address[at..at + 6]
        })
        .collect();
    assert!(grave.len() >= 400, "{}", grave.len());
    let lost: Vec<&&str> = grave.iter().filter(|name| !told.comment.contains(**name)).collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), grave.len());
    // What has no room is counted, and how one approves and what that proves is there all the same.
    for part in [
        "left out for want of room",
        "/applygate approve ",
        "assurance `L1`",
        "Other projects",
        "more.",
        "**invalid** `applygate.hcl:",
    ] {
        assert!(told.comment.contains(part), "{part}");
    }
}

/// What would be shown wherever neither a name nor its surroundings hide it.
const SECRET: &str = "Sw0rdf1sh-kZ7qXw9TtB2";

/// A plan that holds the secret where people put secrets, and nothing in it is marked as sensitive.
fn with_secrets() -> Value {
    let change = |kind: &str, name: &str, actions: &[&str], before: Value, after: Value| {
        json!({
            "address": format!("{kind}.{name}"), "mode": "managed", "type": kind, "name": name,
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {
                "actions": actions, "before": before, "after": after, "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {},
            },
        })
    };
    let url = format!("postgres://app:{SECRET}@db.internal:5432/app");
    let update =
        |kind: &str, name: &str, before: Value, after: Value| change(kind, name, &["update"], before, after);
    let db = json!({
        "identifier": "orders", "password": SECRET, "deletion_protection": false, "skip_final_snapshot": true,
        "tags": {"owner": SECRET, "password": SECRET},
    });
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "errored": false,
        "variables": {"db_password": {"value": SECRET}, "url": {"value": url}},
        "resource_changes": [
            change("aws_db_instance", "orders", &["delete"], db, Value::Null),
            update("aws_db_instance", "users", json!({"password": "old", "port": 1}), json!({"password": SECRET, "port": 2})),
            update("aws_instance", "web", json!({"user_data": "a"}), json!({"user_data": format!("export P={SECRET}")})),
            update(
                "aws_lambda_function", "f",
                json!({"environment": [{"variables": {"LEVEL": "a"}}]}),
                json!({"environment": [{"variables": {"LEVEL": SECRET}}]}),
            ),
            update("aws_ssm_parameter", "p", json!({"value": "x", "type": "String"}), json!({"value": SECRET, "type": "String"})),
            update("aws_sns_topic_subscription", "s", json!({"endpoint": "x"}), json!({"endpoint": url})),
            update("terraform_data", "t", json!({"input": {"a": "x"}}), json!({"input": {"a": SECRET}})),
        ],
        "output_changes": {
            "database_url": {
                "actions": ["create"], "before": null, "after": url, "after_unknown": false,
                "before_sensitive": false, "after_sensitive": false,
            },
        },
        "checks": [],
    })
}

/// T35: nothing of it leaves: not in a request, nor in what is printed, nor in what is kept.
#[test]
fn no_secret_of_a_plan_leaves_it() {
    let github = FakeGithub::start(with_policy(OPEN));
    let plan = with_secrets().to_string();
    let kept = crate::folder();
    let facts = path(&kept, "facts.json");
    let mut all = String::new();
    for format in ["text", "json", "markdown", "html", "sarif", "github", "junit"] {
        let told = tell_with(&github, plan.as_bytes(), format, &["--save-facts", facts.to_str().unwrap()]);
        assert!(told.ended.status >= 3, "{:?}", told.ended);
        all += &told.everything();
    }
    // A plan that is cut short is complained of without its words.
    let cut = plan.find(SECRET).unwrap() + SECRET.len();
    all += &tell(&github, &plan.as_bytes()[..cut], "text").everything();
    all += &std::fs::read_to_string(&facts).unwrap();
    for request in github.received() {
        all += &request.path;
        all += &request.query;
        all += &request.body;
    }
    assert!(all.contains("aws_db_instance.orders"), "something is told");
    assert!(!all.contains(SECRET), "{}", around(&all));
}

fn around(text: &str) -> &str {
    let at = text.find(SECRET).unwrap_or_default();
    text.get(at.saturating_sub(300)..at + SECRET.len()).unwrap_or("")
}
