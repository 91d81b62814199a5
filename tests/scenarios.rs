//! The main job on real plans, against what a careful engineer expects of them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use applygate::policy::Risk;
use serde_json::Value;

use support::{Expected, ExpectedChange, judge, misses, risk};

/// Plans that are not judged right yet, and what will cure them.
const KNOWN_MISSES: &[(&str, &str)] = &[];

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Reads what the corpus expects of a scenario: `gate` there is hold, a risk may be one level below.
fn corpus_expectation(folder: &Path) -> Expected {
    let scenario: Value = serde_json::from_slice(&fs::read(folder.join("scenario.json")).unwrap()).unwrap();
    let expected = &scenario["expected"];
    let mut outcomes = strings(&expected["acceptable"]);
    outcomes.extend(expected["verdict"].as_str().map(str::to_owned));
    for outcome in &mut outcomes {
        if outcome == "gate" {
            "hold".clone_into(outcome);
        }
    }
    let changes = expected["resources"].as_array().unwrap().iter().map(|resource| {
        let action = resource["action"].as_str().unwrap();
        ExpectedChange {
            address: resource["address"].as_str().unwrap().to_owned(),
            deposed: resource["deposed"].as_str().map(str::to_owned),
            operation: if action == "replace-cbd" { "replace" } else { action }.to_owned(),
            order: (action == "replace-cbd").then(|| "create-first".to_owned()),
            min_risk: risk(resource["risk"].as_str().unwrap()).lowered(1),
        }
    });
    Expected { outcomes, changes: changes.collect(), must_not_print: strings(&expected["must_not_print"]) }
}

fn fixture_expectation(folder: &Path) -> Expected {
    let expected: Value = serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let changes = expected["changes"].as_array().unwrap().iter().map(|change| ExpectedChange {
        address: change["address"].as_str().unwrap().to_owned(),
        deposed: change["deposed"].as_str().map(str::to_owned),
        operation: change["operation"].as_str().unwrap().to_owned(),
        order: change["order"].as_str().map(str::to_owned),
        min_risk: risk(change["min_risk"].as_str().unwrap()),
    });
    Expected {
        outcomes: strings(&expected["outcome"]),
        changes: changes.collect(),
        must_not_print: strings(&expected["must_not_print"]),
    }
}

fn table(root: &Path, expectation: impl Fn(&Path) -> Expected) -> (usize, BTreeMap<String, Vec<String>>) {
    let (mut total, mut wrong) = (0, BTreeMap::new());
    for folder in folders(root) {
        total += 1;
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let found = match judge(&folder.join("plan.json")) {
            Ok(judged) => misses(&judged, &expectation(&folder)),
            Err(problem) => vec![format!("error: {problem}")],
        };
        if !found.is_empty() {
            wrong.insert(name, found);
        }
    }
    (total, wrong)
}

/// Prints the table of misses and fails on each that is not known, or no longer a miss.
fn report(total: usize, mut wrong: BTreeMap<String, Vec<String>>, names: &[String]) {
    println!("{} of {total} are right", total - wrong.len());
    for (name, found) in &wrong {
        let cure =
            KNOWN_MISSES.iter().find(|(known, _)| known == name).map_or("unexpected", |(_, cure)| cure);
        println!("{name} ({cure})");
        for line in found {
            println!("    {line}");
        }
    }
    let known =
        KNOWN_MISSES.iter().map(|(name, _)| *name).filter(|name| names.iter().any(|each| each == name));
    let cured: Vec<&str> = known.filter(|name| wrong.remove(*name).is_none()).collect();
    assert!(wrong.is_empty(), "unexpected misses: {wrong:#?}");
    assert!(cured.is_empty(), "right now, so take them off the list: {cured:?}");
}

fn names(root: &Path) -> Vec<String> {
    folders(root).iter().map(|folder| folder.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_plan_of_the_fixtures_is_judged_as_a_careful_engineer_would() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans");
    let (total, wrong) = table(&root, fixture_expectation);
    assert!(total >= 15, "{total} plans only");
    report(total, wrong, &names(&root));
}

#[test]
fn every_scenario_of_the_corpus_is_judged_as_a_careful_engineer_would() {
    let Some(corpus) = support::corpus() else { return };
    let root = corpus.join("scenarios");
    let (total, wrong) = table(&root, corpus_expectation);
    report(total, wrong, &names(&root));
}

/// Where nothing but an allowance is right, no single change may worry anybody either.
#[test]
fn where_only_allow_is_right_no_change_is_above_low() {
    let Some(corpus) = support::corpus() else { return };
    let mut tried = 0;
    for folder in folders(&corpus.join("scenarios")) {
        let expected = corpus_expectation(&folder);
        if expected.outcomes.iter().any(|outcome| outcome != "allow") {
            continue;
        }
        tried += 1;
        let judged = judge(&folder.join("plan.json")).unwrap();
        for change in &judged.assessment.changes {
            assert!(
                change.risk <= Risk::Low,
                "{}: {} is {:?}",
                folder.display(),
                change.address,
                change.risk
            );
        }
        assert!(
            judged.assessment.risk <= Risk::Low,
            "{}: {:?}",
            folder.display(),
            judged.assessment.findings
        );
    }
    assert!(tried >= 5, "{tried} only");
}

/// Plans of other people: each is read, or refused with words.
#[test]
fn every_public_plan_of_the_corpus_is_judged_or_refused_with_words() {
    let Some(corpus) = support::corpus() else { return };
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in fs::read_dir(corpus.join("public")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        match judge(&path) {
            Ok(judged) => *outcomes.entry(judged.verdict.outcome.name()).or_default() += 1,
            Err(problem) => {
                *outcomes.entry("error").or_default() += 1;
                println!("{}: {problem}", path.file_name().unwrap().display());
                assert!(problem.help.is_some(), "{}: {problem}", path.display());
            }
        }
    }
    println!("{outcomes:?}");
    assert!(outcomes.get("error").is_none_or(|errors| *errors <= 2), "{outcomes:?}");
}
