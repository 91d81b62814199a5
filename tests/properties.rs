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

fn fill(value: &mut Value) {
    match value {
        Value::String(text) => CANARY.clone_into(text),
        Value::Array(elements) => elements.iter_mut().for_each(fill),
        Value::Object(members) => members.values_mut().for_each(fill),
        _ => {}
    }
}

#[test]
fn no_value_of_a_plan_is_ever_printed_if_it_is_sensitive_or_text() {
    for (path, mut plan) in plans() {
        for list in ["resource_changes", "resource_drift"] {
            for element in plan.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                let body = &mut element["change"];
                for side in ["before", "after"] {
                    fill(&mut body[side]);
                }
                body["before_sensitive"] = json!(true);
                body["after_sensitive"] = json!(true);
            }
        }
        for part in ["planned_values", "prior_state", "variables"] {
            plan.get_mut(part).into_iter().for_each(fill);
        }
        let outputs = plan.get_mut("output_changes").and_then(Value::as_object_mut);
        for output in outputs.into_iter().flat_map(|outputs| outputs.values_mut()) {
            for side in ["before", "after"] {
                output.get_mut(side).into_iter().for_each(fill);
            }
        }
        let printed = judge(&plan).everything();
        assert!(!printed.contains(CANARY), "{}", path.display());
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
