//! Whole scenarios: real plans with the configuration that made them, and trees as large as anybody has.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Change, Configuration, Difference, Literal, PlanFile, Settings, Source, Tree};
use crate::plan::address::Address;

fn corpus() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the corpus is not part of the project")]
    let corpus = std::env::var("APPLYGATE_CORPUS");
    let Ok(corpus) = corpus else {
        println!("skipped: APPLYGATE_CORPUS is not set");
        return None;
    };
    Some(Path::new(&corpus).join("scenarios"))
}

fn read(directory: &Path) -> Tree {
    Tree::read(&Source::Directory(directory.to_owned()), &Settings::default())
}

fn prevent_destroy_removed(differences: &[Difference]) -> BTreeSet<&str> {
    let lost = |difference: &&Difference| matches!(difference.change, Change::PreventDestroyRemoved { .. });
    differences.iter().filter(lost).map(|difference| difference.address.as_str()).collect()
}

#[test]
fn every_guard_removed_in_a_scenario_is_found_and_every_block_has_its_line() {
    let Some(scenarios) = corpus() else { return };
    let mut count = 0;
    let mut removed = 0;
    let mut variables = 0;
    for entry in std::fs::read_dir(scenarios).expect("the corpus") {
        let directory = entry.expect("a scenario").path();
        let text = std::fs::read_to_string(directory.join("scenario.json")).expect("its description");
        let scenario: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let name = scenario["name"].as_str().unwrap_or_default();
        let (head, base) = (read(&directory.join("head")), read(&directory.join("base")));
        // The snapshot lacks nothing that the directory has.
        let plan =
            PlanFile::open(&directory.join("plan.tfplan")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let facts = plan.facts();
        assert_eq!(facts.version, 3, "{name}");
        assert_eq!(scenario["run"]["terraform_version"], facts.terraform_version, "{name}");
        assert_eq!(scenario["run"]["workspace"], facts.workspace, "{name}");
        assert_eq!(scenario["run"]["errored"], facts.errored, "{name}");
        assert_eq!(facts.backend, "local", "{name}");
        assert!(facts.timestamp.starts_with("20"), "{name}: {}", facts.timestamp);
        let text = std::fs::read(directory.join("plan.json")).expect("the plan");
        let json: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        for (variable, value) in
            facts.variables.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)))
        {
            let planned = &json["variables"][variable]["value"];
            let same = match value {
                Literal::Null => planned.is_null(),
                Literal::Bool(value) => planned == value,
                Literal::Number(text) => planned.as_number().is_some_and(|number| number.as_str() == text),
                Literal::Text(text) => planned == text,
            };
            assert!(same, "{name}: {variable}");
            variables += 1;
        }
        let snapshot = Tree::read(&Arc::new(plan).source(), &Settings::default());
        for tree in [&head, &base, &snapshot] {
            assert_eq!(tree.problems(), [], "{name}");
        }
        assert_eq!(head.addresses(), snapshot.addresses(), "{name}");
        let from_directory = Configuration::new(Some(head.clone()), Some(base.clone())).differences(&[]);
        let from_snapshot = Configuration::new(Some(snapshot), Some(base.clone())).differences(&[]);
        assert_eq!(from_directory, from_snapshot, "{name}");
        println!("{name}");
        for difference in &from_directory {
            println!("    {difference:?}");
        }
        let found = prevent_destroy_removed(&from_directory);
        let mut expected = BTreeSet::new();
        for resource in scenario["expected"]["resources"].as_array().into_iter().flatten() {
            let text = resource["address"].as_str().expect("an address");
            let address = Address::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            if resource["guard_removed_in_hcl"] == "prevent_destroy" {
                expected.insert(address.configuration());
            }
            let place =
                head.resource(&address).or_else(|| base.resource(&address)).map(|found| found.location());
            let grep = format!("\"{}\" \"{}\"", address.kind, address.name);
            match place {
                Some(place) if !place.file.ends_with(".json") => {
                    let files =
                        [directory.join("head"), directory.join("base")].map(|side| side.join(&*place.file));
                    let line = |file: &PathBuf| {
                        let text = std::fs::read_to_string(file).ok()?;
                        text.lines().nth(place.line as usize - 1).map(str::to_owned)
                    };
                    assert!(
                        files.iter().filter_map(line).any(|line| line.contains(&grep)),
                        "{name}: {text} at {place}"
                    );
                }
                Some(_) => {}
                None => println!("    no block of {text}"),
            }
        }
        let found: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
        assert!(expected.is_subset(&found), "{name}: {found:?}");
        count += 1;
        removed += expected.len();
    }
    println!("{count} scenarios, {removed} guards removed, {variables} variables");
    assert!(count > 50 && removed > 1);
}

/// A directory that is gone when the test is over.
pub(super) struct Scratch(pub(super) PathBuf);

impl Scratch {
    /// Creates an empty directory of that name.
    pub(super) fn new(name: &str) -> Scratch {
        let path = std::env::temp_dir().join(format!("applygate-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a directory");
        Scratch(path)
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        std::fs::write(path, text).expect("a file");
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One file of an ordinary repository: about 1.3 KB.
fn ordinary(number: usize, guarded: bool) -> String {
    let lifecycle = if guarded { "\n  lifecycle {\n    prevent_destroy = true\n  }\n" } else { "" };
    let mut text = String::new();
    for part in 0..4 {
        let _ = write!(
            text,
            "# Storage of team {number}.\nresource \"aws_s3_bucket\" \"b{number}_{part}\" {{\n  bucket = \"acme-${{var.environment}}-{number}-{part}\"\n  tags = merge(local.tags, {{\n    Name  = \"b{number}\"\n    Owner = \"team-{number}\"\n  }})\n  rule {{\n    id = \"expire\"\n    days = var.days\n  }}\n{lifecycle}}}\n\n",
        );
    }
    text
}

#[test]
fn base_and_head_of_two_thousand_files_are_compared_at_once() {
    let scratch = Scratch::new("large");
    for (side, guarded) in [("base", true), ("head", false)] {
        let mut root = "variable \"environment\" {\n  default = \"prod\"\n}\n".to_owned();
        for module in 0..40 {
            let _ =
                write!(root, "module \"m{module}\" {{\n  source = \"./modules/m{module}\"\n  days = 7\n}}\n");
            for file in 0..50 {
                // One guard in a hundred comes off.
                let guarded = guarded || file != 0;
                let text = ordinary(file, guarded && file % 2 == 0);
                scratch.write(&format!("{side}/modules/m{module}/f{file}.tf"), text);
            }
        }
        scratch.write(&format!("{side}/main.tf"), root);
    }
    let (head, base) = (scratch.0.join("head"), scratch.0.join("base"));
    let start = std::time::Instant::now();
    let configuration = Configuration::new(Some(read(&head)), Some(read(&base)));
    let read = start.elapsed();
    let differences = configuration.differences(&[]);
    println!("base and head of 2,001 files: read in {read:?}, compared in {:?}", start.elapsed() - read);
    assert_eq!(prevent_destroy_removed(&differences).len(), 160);
    assert!(start.elapsed().as_secs() < 10);
}
