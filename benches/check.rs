//! How long reading and judging a plan takes, by size and by share of what changes.
//!
//! `cargo bench` prints the figures. The plans are built from a fixture, in memory.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

use applygate::configuration::Configuration;
use applygate::plan::{Options, read};
use applygate::policy::Policy;
use applygate::risk::{Place, assess};
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Returns a plan of `resources` databases, one in `one_in` of which changes.
fn plan(resources: usize, one_in: usize) -> Vec<u8> {
    let fixture = include_str!("../fixtures/plans/rds-storage-grow/plan.json");
    let fixture: serde_json::Value = serde_json::from_str(fixture).unwrap_or_default();
    let changes =
        fixture.get("resource_changes").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
    let template =
        changes.iter().find(|change| change["type"] == "aws_db_instance").cloned().unwrap_or_default();
    let elements: Vec<String> = (0..resources)
        .map(|number| {
            let mut element = template.clone();
            element["index"] = number.into();
            element["address"] = format!("aws_db_instance.orders[{number}]").into();
            if number % one_in != 0 {
                element["change"]["actions"] = serde_json::json!(["no-op"]);
            }
            element.to_string()
        })
        .collect();
    format!(
        r#"{{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[{}],"applyable":true,"complete":true,"errored":false}}"#,
        elements.join(",")
    )
    .into_bytes()
}

#[divan::bench(args = [(1_000, 20), (10_000, 20), (10_000, 1)], max_time = 5)]
fn read_a_plan(bencher: divan::Bencher<'_, '_>, (resources, one_in): (usize, usize)) {
    let plan = plan(resources, one_in);
    bencher.counter(BytesCount::new(plan.len())).bench(|| {
        read(divan::black_box(plan.as_slice()), &Options::default()).map(|plan| plan.changes.len())
    });
}

#[divan::bench(args = [(1_000, 20), (10_000, 20), (10_000, 1)], max_time = 5)]
fn read_and_judge_a_plan(bencher: divan::Bencher<'_, '_>, (resources, one_in): (usize, usize)) {
    let plan = plan(resources, one_in);
    let policy = Policy::shipped();
    bencher.counter(BytesCount::new(plan.len())).bench(|| {
        let plan = read(divan::black_box(plan.as_slice()), &Options::default())?;
        assess(&plan, &Configuration::unread(), &policy, &Place::default()).map(|assessment| assessment.risk)
    });
}

#[divan::bench]
fn unpack_the_shipped_policy() -> Policy {
    Policy::shipped()
}
