//! Lifecycle policies of container registries (a JSON document) and of Azure storage.

use super::super::fields::{self, Field};
use super::period::Expiry;
use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::view::{State, View};

/// The longest policy that is read; ECR takes 30,720 characters.
const LONGEST: usize = 1 << 20;

/// `aws_ecr_lifecycle_policy`: the document in `policy`.
///
/// That a rule of higher priority keeps images from one of lower priority is not weighed.
pub(super) fn ecr(view: View<'_>) -> Option<Vec<Expiry>> {
    match view.get("policy").state() {
        State::Unknown => None,
        State::Absent | State::Null => Some(Vec::new()),
        State::Known(value) => {
            let text = value.as_str()?;
            if text.len() > LONGEST {
                return None;
            }
            let policy = parse::value(text).ok()?;
            policy.get("rules")?.as_list()?.iter().map(ecr_rule).collect()
        }
    }
}

fn ecr_rule(rule: &Value<'_>) -> Option<Expiry> {
    let selection = rule.get("selection")?;
    let counted = selection.get("countType")?.as_str()?;
    let unit = selection.get("countUnit").and_then(Value::as_str).unwrap_or_default();
    let mut expiry = Expiry::of(&format!("image by {counted} {unit}"));
    let number = selection.get("countNumber").and_then(super::super::scalar)?;
    expiry.reach.insert("count", fields::whole(number)?);
    let status = selection.get("tagStatus")?.as_str()?;
    if status != "any" {
        expiry.one_of.insert("tagStatus", [status.to_owned()].into());
    }
    // Each listed prefix or pattern must match some tag of the image.
    for list in ["tagPrefixList", "tagPatternList"] {
        for value in selection.get(list).and_then(Value::as_list).unwrap_or_default() {
            expiry.marks.insert(format!("{list} {}", value.as_str()?));
        }
    }
    Some(expiry)
}

/// `azurerm_storage_management_policy`: what its enabled rules delete.
pub(super) fn azure(view: View<'_>) -> Option<Vec<Expiry>> {
    let mut expiries = Vec::new();
    for rule in fields::blocks(view.get("rule"))? {
        let enabled = fields::truth(rule.get("enabled"));
        if enabled == Field::Known(false) {
            continue;
        }
        let mut scope = Expiry { doubtful: enabled.is_unknown(), ..Expiry::default() };
        for filters in fields::blocks(rule.get("filters"))? {
            let (prefixes, unknown) = fields::texts(filters.get("prefix_match"));
            let (kinds, some_unknown) = fields::texts(filters.get("blob_types"));
            scope.unknown |= unknown || some_unknown;
            scope.with_prefixes(prefixes);
            if !kinds.is_empty() {
                scope.one_of.insert("blob_types", kinds.into_iter().map(str::to_owned).collect());
            }
            for tag in fields::blocks(filters.get("match_blob_index_tag"))? {
                let part = |name| fields::text(tag.get(name)).known().unwrap_or_default();
                scope.unknown |= tag.holds_unknown();
                scope.marks.insert(format!("{} {} {}", part("name"), part("operation"), part("value")));
            }
        }
        for actions in fields::blocks(rule.get("actions"))? {
            for (what, ages) in DELETIONS {
                for block in fields::blocks(actions.get(what))? {
                    expiries.extend(ages.iter().filter_map(|age| azure_age(block, what, age, &scope)));
                }
            }
        }
    }
    Some(expiries)
}

/// The attributes that delete, by what they delete.
const DELETIONS: &[(&str, &[&str])] = &[
    (
        "base_blob",
        &[
            "delete_after_days_since_modification_greater_than",
            "delete_after_days_since_last_access_time_greater_than",
            "delete_after_days_since_creation_greater_than",
        ],
    ),
    ("snapshot", &["delete_after_days_since_creation_greater_than"]),
    ("version", &["delete_after_days_since_creation"]),
];

/// Reads one age. Left out, the provider writes -1 for it.
fn azure_age(block: View<'_>, what: &str, attribute: &str, scope: &Expiry) -> Option<Expiry> {
    let days = fields::number(block.get(attribute));
    let mut expiry = Expiry { subject: format!("{what} {attribute}"), ..scope.clone() };
    // It may turn out to be left out.
    expiry.doubtful |= days.is_unknown();
    match days {
        Field::Known(days) if days >= 0 => {
            expiry.reach.insert("days", days);
            Some(expiry)
        }
        Field::Unknown => Some(expiry),
        _ => None,
    }
}
