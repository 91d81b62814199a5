mod content;
mod property;
mod refusal;
mod wrong;

use super::{Options, read};
use crate::plan::model::Plan;
use crate::problem::Problem;

/// A plan with a bit of everything, as Terraform writes it.
const PLAN: &str = include_str!("tests/plan.json");

fn reading(input: &[u8]) -> Result<Plan, Problem> {
    read(input, &Options::default())
}

/// Returns a plan with these members at its top level.
fn plan_of(members: &str) -> String {
    format!(r#"{{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{{}},{members}}}"#)
}

/// Returns an element of `resource_changes` with these members besides the usual.
fn element(address: &str, actions: &str, members: &str) -> String {
    let (kind, name) = address.split_once('.').unwrap();
    let before = if actions.contains("o-op") { "{}" } else { "null" };
    format!(
        r#"{{"address":"{address}","mode":"managed","type":"{kind}","name":"{name}","provider_name":"registry.terraform.io/hashicorp/aws","change":{{"actions":{actions},"before":{before},"after":{{}}}}{members}}}"#
    )
}

fn changes(elements: &[String]) -> String {
    plan_of(&format!(r#""resource_changes":[{}]"#, elements.join(",")))
}
