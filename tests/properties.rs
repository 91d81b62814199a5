//! What always holds, over all plans of the fixtures.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use applygate::gate::Outcome;
use serde_json::{Map, Value, json};

use support::{Judged, judge_bytes};

const CANARY: &str = "canary-b1946ac92492d2347c6235b4d2611184";

fn plans() -> Vec<(PathBuf, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut paths = Vec::new();
    for folder in ["plans", "rules"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            for name in ["plan.json", "fires.json", "silent.json"] {
                let path = entry.as_ref().unwrap().path().join(name);
                if path.exists() {
                    paths.push(path);
                }
            }
        }
    }
    paths.sort();
    assert!(paths.len() > 50, "the fixtures are gone");
    paths
        .into_iter()
        .map(|path| (path.clone(), serde_json::from_slice(&fs::read(&path).unwrap()).unwrap()))
        .collect()
}

fn judge(plan: &Value) -> Judged {
    judge_bytes(serde_json::to_vec(plan).unwrap().as_slice()).unwrap()
}

/// Writes JSON with the members of every object in reverse order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Array(elements) => {
            format!("[{}]", elements.iter().map(reversed).collect::<Vec<_>>().join(","))
        }
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| format!("{}:{}", json!(key), reversed(value));
            format!("{{{}}}", members.iter().rev().map(member).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn the_order_of_keys_and_resources_changes_nothing() {
    for (path, mut plan) in plans() {
        let straight = judge(&plan).json();
        for list in ["resource_changes", "resource_drift", "checks"] {
            if let Some(elements) = plan.get_mut(list).and_then(Value::as_array_mut) {
                elements.reverse();
            }
        }
        let shuffled = judge_bytes(reversed(&plan).as_bytes()).unwrap().json();
        assert_eq!(straight, shuffled, "{}", path.display());
    }
}

/// Returns the plan once with an attribute of a change set to null and once decided during apply.
fn null_and_unknown(plan: &Value, change: usize, attribute: &str) -> (Value, Value) {
    let (mut null, mut unknown) = (plan.clone(), plan.clone());
    null["resource_changes"][change]["change"]["after"][attribute] = Value::Null;
    let body = &mut unknown["resource_changes"][change]["change"];
    body["after"].as_object_mut().unwrap().remove(attribute);
    if !body["after_unknown"].is_object() {
        body["after_unknown"] = Value::Object(Map::new());
    }
    body["after_unknown"][attribute] = json!(true);
    // Somebody set it: what only the provider computes is unknown on every update and means nothing.
    unknown.as_object_mut().unwrap().remove("configuration");
    null.as_object_mut().unwrap().remove("configuration");
    (null, unknown)
}

#[test]
fn unknown_never_allows_what_null_would_hold_or_block() {
    let mut tried = 0;
    for (path, plan) in plans() {
        let changes = plan["resource_changes"].as_array().map_or(0, Vec::len);
        for change in 0..changes {
            let after = plan["resource_changes"][change]["change"]["after"].clone();
            for attribute in after.as_object().into_iter().flatten().map(|(name, _)| name) {
                let (null, unknown) = null_and_unknown(&plan, change, attribute);
                let (null, unknown) = (judge(&null).verdict.outcome, judge(&unknown).verdict.outcome);
                tried += 1;
                assert!(
                    null == Outcome::Allow || unknown != Outcome::Allow,
                    "{}: change {change}: {attribute} null gives {null:?}, unknown gives {unknown:?}",
                    path.display()
                );
            }
        }
    }
    assert!(tried > 1000, "{tried} only");
}

fn fill(value: &mut Value, text: &str) {
    match value {
        Value::String(content) => text.clone_into(content),
        Value::Array(elements) => elements.iter_mut().for_each(|element| fill(element, text)),
        Value::Object(members) => members.values_mut().for_each(|member| fill(member, text)),
        _ => {}
    }
}

/// Fills every text of a plan, and does something to the body of each change.
fn filled(mut plan: Value, text: &str, change: impl Fn(&mut Value)) -> Value {
    for list in ["resource_changes", "resource_drift"] {
        for element in plan.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            let body = &mut element["change"];
            for side in ["before", "after"] {
                fill(&mut body[side], text);
            }
            change(body);
        }
    }
    for part in ["planned_values", "prior_state", "variables"] {
        plan.get_mut(part).into_iter().for_each(|part| fill(part, text));
    }
    let outputs = plan.get_mut("output_changes").and_then(Value::as_object_mut);
    for output in outputs.into_iter().flat_map(|outputs| outputs.values_mut()) {
        for side in ["before", "after"] {
            output.get_mut(side).into_iter().for_each(|side| fill(side, text));
        }
    }
    plan
}

#[test]
fn no_sensitive_value_is_ever_printed() {
    for (path, plan) in plans() {
        let plan = filled(plan, CANARY, |body| {
            body["before_sensitive"] = json!(true);
            body["after_sensitive"] = json!(true);
        });
        assert!(!judge(&plan).everything().contains(CANARY), "{}", path.display());
    }
}

/// A word that would be shown, were it not marked at one place of the change.
#[test]
fn a_value_that_is_marked_once_is_never_printed() {
    const WORD: &str = "swordfish";
    for (path, plan) in plans() {
        let plan = filled(plan, WORD, |body| {
            for (side, marks) in [("before", "before_sensitive"), ("after", "after_sensitive")] {
                let Some(object) = body[side].as_object_mut() else { continue };
                object.insert("marked".to_owned(), json!({ "deep": [WORD] }));
                object.insert("copy".to_owned(), json!(format!("{side}-{WORD}")));
                object.insert("rules".to_owned(), json!([{ "name": WORD, side: 1 }]));
                object.insert("document".to_owned(), json!(json!({ "a": WORD, "b": side }).to_string()));
                let statement = json!({
                    "Effect": "Allow", "Action": format!("{side}:{WORD}"), "Principal": { "AWS": WORD },
                });
                object.insert("policy".to_owned(), json!(json!({ "Statement": statement }).to_string()));
                body[marks] = json!({ "marked": { "deep": [true] } });
            }
        });
        assert!(!judge(&plan).everything().contains(WORD), "{}", path.display());
    }
}

#[test]
fn nothing_that_looks_random_and_no_free_text_is_ever_printed() {
    for text in
        [CANARY, "the quick brown canary", "postgres://canary:canary@db/canary", "Canary1Canary2Canary3!"]
    {
        for (path, plan) in plans() {
            let printed = judge(&filled(plan, text, |_| ())).everything();
            assert!(!printed.contains(text), "{} prints {text}", path.display());
        }
    }
}

#[test]
fn no_opaque_text_and_nothing_under_a_name_of_secrets_is_ever_printed() {
    const WORD: &str = "swordfish";
    let names =
        ["user_data", "environment_variables", "insecure_value", "input", "password", "api_key", "content"];
    for (path, mut plan) in plans() {
        for element in plan["resource_changes"].as_array_mut().into_iter().flatten() {
            for side in ["before", "after"] {
                let Some(object) = element["change"][side].as_object_mut() else { continue };
                for name in names {
                    object.insert(name.to_owned(), json!(format!("{side}-{WORD}")));
                    object.insert(
                        format!("x_{name}"),
                        json!({ name: [{ "name": WORD, "value": [WORD, side] }] }),
                    );
                }
            }
        }
        assert!(!judge(&plan).everything().contains(WORD), "{}", path.display());
    }
}

#[test]
fn a_plan_without_marks_prints_no_value_at_all() {
    const WORD: &str = "swordfish";
    for (path, plan) in plans() {
        let plan = filled(plan, WORD, |body| {
            for (side, port) in [("before", 64_222), ("after", 64_333)] {
                if let Some(object) = body[side].as_object_mut() {
                    object.insert("port".to_owned(), json!(port));
                }
            }
            let body = body.as_object_mut().unwrap();
            body.remove("before_sensitive");
            body.remove("after_sensitive");
        });
        let printed = judge(&plan).everything();
        assert!(![WORD, "64222", "64333"].iter().any(|value| printed.contains(value)), "{}", path.display());
    }
}

#[test]
fn a_plan_that_is_cut_anywhere_inside_is_an_error() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans/noop/plan.json");
    let bytes = fs::read(path).unwrap();
    let end = bytes.iter().rposition(|byte| *byte == b'}').unwrap();
    for cut in 0..=end {
        assert!(judge_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    assert!(judge_bytes(&bytes[..=end]).is_ok());
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for (path, plan) in plans().into_iter().take(20) {
        assert_eq!(judge(&plan).everything(), judge(&plan).everything(), "{}", path.display());
    }
}
