//! Whether the JSON of a plan tells of the very plan that lies in the file.

use std::collections::BTreeMap;

use super::facts::{Object, PlanFileFacts, UiMode};
use crate::plan::Plan;
use crate::plan::address::Address;
use crate::plan::mode::Mode;
use crate::plan::operation::{Operation, Order};

/// The action of an object that is deleted.
const DELETE: u64 = 5;

/// So many contradictions are told.
const TOLD: usize = 5;

/// Compares what a plan file says of itself with the JSON that was made of it: version, time, failure, mode, and what
/// happens to which object. Returns what differs, in words; nothing where they agree.
///
/// The encoding of plan files is private to Terraform: what a file of an old version does not say is not compared.
pub fn disagreements(file: &PlanFileFacts, json: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    let mut differ = |what: &str, file: &str, json: &str| {
        found.push(format!("{what} is `{file}` in the file and `{json}` in the JSON"));
    };
    let unsaid = "not said";
    let version = json.terraform_version.as_deref().unwrap_or(unsaid);
    if version != file.terraform_version {
        differ("the version", &file.terraform_version, version);
    }
    let time = json.timestamp.as_deref().unwrap_or(unsaid);
    if !file.timestamp.is_empty() && time != file.timestamp {
        differ("the time", &file.timestamp, time);
    }
    // The JSON says so since Terraform 1.6 only.
    if json.errored.unwrap_or(false) != file.errored {
        let json = json.errored.map_or(unsaid.to_owned(), |errored| errored.to_string());
        differ("whether planning failed", &file.errored.to_string(), &json);
    }
    if json.complete == Some(true) && !(file.targets.is_empty() && file.excluded.is_empty()) {
        found.push("the file has a targeted plan, and the JSON a complete one".to_owned());
    }
    found.extend(of_mode(file.mode, json));
    match &file.changes {
        Some(changes) => found.extend(of_changes(changes, json)),
        // Since Terraform 1.1 every change says which object it is about.
        None if !is_old(&file.terraform_version) => {
            found.push("the file has a change of no object, or two of one".to_owned());
        }
        None => {}
    }
    found
}

/// Returns true for the versions whose plan files do not write addresses.
fn is_old(version: &str) -> bool {
    version.starts_with("0.") || version.starts_with("1.0.")
}

/// A plan that only destroys, or only refreshes, does nothing else.
fn of_mode(mode: UiMode, json: &Plan) -> Option<String> {
    let (name, odd): (&str, fn(Operation) -> bool) = match mode {
        UiMode::Normal => return None,
        UiMode::Destroy => ("-destroy", |operation| {
            matches!(operation, Operation::Create | Operation::Update | Operation::Replace)
        }),
        UiMode::RefreshOnly => {
            ("-refresh-only", |operation| !matches!(operation, Operation::NoOp | Operation::Read))
        }
        UiMode::Unknown(number) => {
            return Some(format!("the file was planned in mode {number}, which nobody knows"));
        }
    };
    let change = json.changes.iter().find(|change| odd(change.operation))?;
    let operation = change.operation.name();
    Some(format!("the file was planned with `{name}`, and the JSON has {operation} of `{}`", change.address))
}

fn of_changes(file: &BTreeMap<Object, u64>, json: &Plan) -> Vec<String> {
    let told: BTreeMap<Object, u64> = json
        .changes
        .iter()
        .filter(|change| change.operation != Operation::NoOp)
        .map(|change| {
            ((change.address.clone(), change.deposed.clone()), number(change.operation, change.order))
        })
        .collect();
    let differs = |(object, action): &(&Object, &u64)| match told.get(*object) {
        Some(told) => told != *action,
        None => !is_removed_data(object, **action),
    };
    let added = told.keys().filter(|object| !file.contains_key(*object));
    let mut odd: Vec<&Object> = file.iter().filter(differs).map(|(object, _)| object).chain(added).collect();
    odd.sort();
    let more = odd.len().saturating_sub(TOLD);
    let mut found: Vec<String> = odd
        .into_iter()
        .take(TOLD)
        .map(|object| {
            let (in_file, in_json) = (word(file.get(object)), word(told.get(object)));
            format!("`{}` is {in_file} in the file and {in_json} in the JSON", object.0)
        })
        .collect();
    if more > 0 {
        found.push(format!("{more} more changes differ"));
    }
    found
}

/// Terraform keeps the removal of data sources from the state to itself.
fn is_removed_data(object: &Object, action: u64) -> bool {
    action == DELETE && Address::parse(&object.0).is_ok_and(|address| address.mode == Mode::Data)
}

/// The numbers of Terraform's encoding.
fn number(operation: Operation, order: Option<Order>) -> u64 {
    match (operation, order) {
        (Operation::NoOp, _) => 0,
        (Operation::Create, _) => 1,
        (Operation::Read, _) => 2,
        (Operation::Update, _) => 3,
        (Operation::Delete, _) => DELETE,
        (Operation::Replace, Some(Order::CreateFirst)) => 7,
        (Operation::Replace, Some(Order::CreateForget)) => 9,
        (Operation::Replace, _) => 6,
        (Operation::Forget, _) => 8,
    }
}

fn word(action: Option<&u64>) -> String {
    match action {
        None => "unchanged".to_owned(),
        Some(1) => "created".to_owned(),
        Some(2) => "read".to_owned(),
        Some(3) => "updated".to_owned(),
        Some(&DELETE) => "deleted".to_owned(),
        Some(6) => "replaced".to_owned(),
        Some(7) => "replaced, created first".to_owned(),
        Some(8) => "forgotten".to_owned(),
        Some(9) => "replaced and left behind".to_owned(),
        Some(other) => format!("under action {other}"),
    }
}
