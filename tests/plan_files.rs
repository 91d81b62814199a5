//! Plan files beside their JSON: both tell of the same plan, and one that was changed is found out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands"
)]

#[path = "support/plan_file.rs"]
#[allow(dead_code, unreachable_pub, reason = "a part of it serves the gate")]
mod plan_file;

use std::fs::{self, File};
use std::io::Cursor;
use std::path::PathBuf;

use applygate::configuration::PlanFile;
use applygate::configuration::archive::{PlanFileFacts, UiMode, disagreements};
use applygate::plan::operation::Operation;
use applygate::plan::{self, Options, Plan};

fn read(json: &str) -> Plan {
    plan::read(json.as_bytes(), &Options::default()).unwrap()
}

#[test]
fn a_plan_file_and_its_json_agree_and_a_change_of_either_is_found() {
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    for name in fs::read_dir("fixtures/plan-files").unwrap() {
        let name = name.unwrap().file_name().into_string().unwrap();
        let planned = plan_file::planned(&name, at);
        let file = PlanFile::read_from(Cursor::new(planned.archive)).unwrap();
        let json = read(&planned.json);
        assert_eq!(disagreements(file.facts(), &json), Vec::<String>::new(), "{name}");

        for index in 0..json.changes.len() {
            let mut other = json.clone();
            let changed = &mut other.changes[index];
            changed.operation =
                if changed.operation == Operation::Update { Operation::Create } else { Operation::Update };
            assert_eq!(disagreements(file.facts(), &other).len(), 1, "{name} {index}");
            let mut other = json.clone();
            if other.changes.remove(index).operation != Operation::NoOp {
                assert_eq!(disagreements(file.facts(), &other).len(), 1, "{name} {index}");
            }
        }
        let other = Plan { terraform_version: Some("1.0.0".to_owned()), ..json.clone() };
        assert!(disagreements(file.facts(), &other)[0].contains("version"));
        let other = Plan { timestamp: Some("2026-11-21T12:00:01Z".to_owned()), ..json.clone() };
        assert!(disagreements(file.facts(), &other)[0].contains("time"));
        let other = Plan { errored: json.errored.map(|errored| !errored), ..json.clone() };
        assert!(disagreements(file.facts(), &other)[0].contains("planning failed"));

        // What the JSON leaves out is no agreement.
        let other = Plan { terraform_version: None, ..json.clone() };
        assert!(disagreements(file.facts(), &other)[0].contains("`not said` in the JSON"), "{name}");
        let other = Plan { timestamp: None, ..json.clone() };
        assert!(disagreements(file.facts(), &other)[0].contains("`not said` in the JSON"), "{name}");
        let failed = PlanFileFacts { errored: true, ..file.facts().clone() };
        let other = Plan { errored: None, ..json.clone() };
        assert!(disagreements(&failed, &other)[0].contains("`not said` in the JSON"), "{name}");
        let nameless = PlanFileFacts { changes: None, ..file.facts().clone() };
        assert!(disagreements(&nameless, &json)[0].contains("a change of no object"), "{name}");
        let old = PlanFileFacts { terraform_version: "1.0.11".to_owned(), ..nameless };
        let json = Plan { terraform_version: Some("1.0.11".to_owned()), ..json };
        assert_eq!(disagreements(&old, &json), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_plan_that_only_destroys_or_refreshes_does_nothing_else() {
    let planned = plan_file::planned("tags-only", "2026-11-21T12:00:00Z".parse().unwrap());
    let file = PlanFile::read_from(Cursor::new(planned.archive)).unwrap();
    let json = read(&planned.json);
    for (mode, expected) in [
        (UiMode::Normal, None),
        (UiMode::Destroy, Some("planned with `-destroy`, and the JSON has update of")),
        (UiMode::RefreshOnly, Some("planned with `-refresh-only`, and the JSON has update of")),
        (UiMode::Unknown(7), Some("mode 7, which nobody knows")),
    ] {
        let facts = PlanFileFacts { mode, ..file.facts().clone() };
        let found = disagreements(&facts, &json);
        assert_eq!(found.len(), usize::from(expected.is_some()), "{found:?}");
        assert!(found.iter().all(|one| one.contains(expected.unwrap_or_default())), "{found:?}");
    }
    for (targets, excluded) in [(vec!["aws_x.y".to_owned()], vec![]), (vec![], vec!["aws_x.y".to_owned()])] {
        let facts = PlanFileFacts { targets, excluded, ..file.facts().clone() };
        assert_eq!(
            disagreements(&facts, &json),
            ["the file has a targeted plan, and the JSON a complete one"]
        );
        assert_eq!(disagreements(&facts, &Plan { complete: None, ..json.clone() }), Vec::<String>::new());
    }
}

#[test]
fn every_recorded_plan_file_agrees_with_its_json() {
    let Some(corpus) = std::env::var_os("APPLYGATE_CORPUS").map(PathBuf::from) else {
        println!("skipped: APPLYGATE_CORPUS is not set");
        return;
    };
    let mut seen = 0;
    for folder in fs::read_dir(corpus.join("scenarios")).unwrap() {
        let folder = folder.unwrap().path();
        let (file, json) = (folder.join("plan.tfplan"), folder.join("plan.json"));
        if !file.exists() || !json.exists() {
            continue;
        }
        let file = PlanFile::open(&file).unwrap();
        let json = plan::read(File::open(&json).unwrap(), &Options::default()).unwrap();
        assert_eq!(disagreements(file.facts(), &json), Vec::<String>::new(), "{}", folder.display());
        seen += 1;
    }
    assert!(seen > 60, "{seen}");
}
