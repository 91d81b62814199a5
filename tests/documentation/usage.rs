//! What the pages tell people to paste and to type is there: workflows, the inputs of the action, options.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap()
}

/// The pages that people read.
fn pages() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(top().join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.push(top().join("README.md"));
    paths.sort();
    paths.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

/// The code blocks of a language, with what they are indented by taken off.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if line.trim() != format!("```{language}") {
            continue;
        }
        let inside = lines.by_ref().take_while(|line| line.trim() != "```");
        let inside = inside.map(|line| format!("{}\n", line.get(indent..).unwrap_or("")));
        found.push(inside.collect());
    }
    found
}

/// Every mapping in a document that uses something.
fn uses(value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(mapping) => {
            if let Some(Value::String(action)) = mapping.get("uses") {
                found.push((action.clone(), mapping.get("with").cloned().unwrap_or(Value::Null)));
            }
            mapping.iter().for_each(|(_, value)| uses(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| uses(value, found)),
        _ => {}
    }
}

/// The inputs of the action, and whether each must be given.
fn inputs() -> BTreeMap<String, bool> {
    let action: Value = serde_saphyr::from_str(&read("action.yml")).unwrap();
    let inputs = action["inputs"].as_object().unwrap().iter();
    let required = |input: &Value| input.get("required").and_then(Value::as_bool).unwrap_or(false);
    inputs.map(|(name, input)| (name.clone(), required(input))).collect()
}

#[test]
fn every_workflow_on_a_page_uses_the_action_as_it_is() {
    let inputs = inputs();
    let mut count = 0;
    for (page, text) in pages() {
        for block in blocks(&text, "yaml") {
            let document: Value =
                serde_saphyr::from_str(&block).unwrap_or_else(|error| panic!("{page}: {error}\n{block}"));
            let mut found = Vec::new();
            uses(&document, &mut found);
            for (action, with) in found.iter().filter(|(action, _)| action.ends_with("applygate")) {
                count += 1;
                let with = with.as_object().unwrap();
                let given: BTreeSet<&str> = with.keys().map(String::as_str).collect();
                for name in &given {
                    assert!(inputs.contains_key(*name), "{page}: `{action}` has no input `{name}`");
                }
                for (name, _) in inputs.iter().filter(|(_, required)| **required) {
                    assert!(given.contains(name.as_str()), "{page}: `{action}` needs the input `{name}`");
                }
            }
        }
    }
    assert!(count >= 3, "{count}");
}

#[test]
fn the_workflow_to_paste_is_the_same_on_both_pages_and_complete() {
    let [readme, page] = ["README.md", "docs/review.md"].map(|path| {
        let all = blocks(&read(path), "yaml");
        all.into_iter().find(|block| block.starts_with("name: applygate\n")).unwrap()
    });
    assert_eq!(readme, page);
    let workflow: Value = serde_saphyr::from_str(&page).unwrap();
    assert!(workflow["permissions"].as_object().unwrap().is_empty(), "nothing that a job does not ask for");
    // Where the code of the branch runs, nothing may be written; where something may be, none of it runs.
    let (plan, review) = (&workflow["jobs"]["plan"], &workflow["jobs"]["review"]);
    for (name, right) in plan["permissions"].as_object().unwrap() {
        assert_eq!(right.as_str(), Some("read"), "{name:?}");
    }
    let steps = review["steps"].as_array().unwrap();
    for step in steps {
        assert!(step.get("run").is_none_or(|run| run.as_str().unwrap().starts_with("test ")), "{step:?}");
        let action = step.get("uses").and_then(Value::as_str).unwrap_or_default();
        let ours = action == "./applygate";
        assert!(ours || action.is_empty() || action.starts_with("actions/"), "{action}");
    }
    // Ours is not taken from the branch.
    let checkouts: Vec<&Value> = steps
        .iter()
        .filter(|step| step.get("uses").is_some_and(|uses| uses == "actions/checkout@v4"))
        .collect();
    assert_eq!(checkouts.len(), 2);
    for checkout in checkouts {
        let with = &checkout["with"];
        let of_branch = with["ref"].as_str().unwrap().contains("needs.plan");
        assert_eq!(with["path"].as_str(), Some(if of_branch { "change" } else { "applygate" }));
        assert_eq!(with["persist-credentials"].as_bool(), Some(false));
        assert_eq!(with.get("repository").is_none(), of_branch);
    }
    // GitHub reads no expression where there is a placeholder.
    assert!(!page.contains("OWNER") && !page.contains("TODO"), "{page}");
}

/// The options that a subcommand has.
fn options(subcommand: &[&str]) -> BTreeSet<String> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_applygate")).args(subcommand).arg("--help").output().unwrap();
    assert!(output.status.success(), "{subcommand:?}: {output:?}");
    let help = String::from_utf8(output.stdout).unwrap();
    flags(&help)
}

/// The long options in a text.
fn flags(text: &str) -> BTreeSet<String> {
    let words = text.split(|character: char| !(character.is_ascii_alphanumeric() || character == '-'));
    let flags = words.filter(|word| {
        word.strip_prefix("--").is_some_and(|name| name.starts_with(|first: char| first.is_ascii_lowercase()))
    });
    flags.map(str::to_owned).collect()
}

/// The commands of ours in a page: in blocks for a shell, in sessions, and in running text.
fn commands(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for language in ["sh", "console", "bash"] {
        for block in blocks(page, language) {
            let lines = block.lines().map(|line| line.strip_prefix("$ ").unwrap_or(line));
            found.extend(lines.map(|line| line.split(" #").next().unwrap_or_default().to_owned()));
        }
    }
    found.extend(page.split('`').skip(1).step_by(2).map(str::to_owned));
    // Behind a pipe, or after a variable.
    let ours = found.iter().flat_map(|line| line.split(['|', ';', '&'])).map(str::trim);
    ours.filter(|command| command.starts_with("applygate ")).map(str::to_owned).collect()
}

#[test]
fn every_option_on_a_page_is_one() {
    let mut known: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
    let mut count = 0;
    for (page, text) in pages() {
        for command in commands(&text) {
            let named = |word: &&str| {
                word.starts_with(|first: char| first.is_ascii_lowercase()) && !word.contains(['.', '/'])
            };
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let depth = if words.first().is_some_and(|word| ["atlantis", "policy", "rules"].contains(word)) {
                2
            } else {
                1
            };
            let subcommand: Vec<String> = words
                .iter()
                .take(depth)
                .take_while(|word| named(word))
                .map(|word| (*word).to_owned())
                .collect();
            if subcommand.is_empty() {
                continue;
            }
            let wanted = flags(&command);
            let options = known
                .entry(subcommand.clone())
                .or_insert_with(|| options(&subcommand.iter().map(String::as_str).collect::<Vec<_>>()));
            for flag in wanted {
                count += 1;
                assert!(options.contains(&flag), "{page}: `{command}`: there is no `{flag}`");
            }
        }
    }
    assert!(count >= 15, "{count}");
}

#[test]
fn every_option_that_the_action_gives_is_one() {
    let action: Value = serde_saphyr::from_str(&read("action.yml")).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap();
    let script =
        steps.iter().map(|step| step["run"].as_str().unwrap()).find(|run| run.contains("applygate review"));
    let options = options(&["review"]);
    let given = flags(script.unwrap());
    assert!(given.len() >= 5, "{given:?}");
    assert!(given.is_subset(&options), "{:?}", given.difference(&options));
}

#[test]
fn a_picture_on_a_page_is_there_and_says_what_it_shows() {
    let mut count = 0;
    for (page, text) in pages() {
        for (at, _) in text.match_indices("![") {
            let rest = &text[at + 2..];
            let (words, rest) = rest.split_once("](").unwrap();
            let (path, _) = rest.split_once(')').unwrap();
            count += 1;
            assert!(words.len() > 30, "{page}: {path} needs words for whoever cannot see it");
            let folder = Path::new(&page).parent().unwrap();
            let size = fs::metadata(folder.join(path))
                .unwrap_or_else(|error| panic!("{page}: {path}: {error}"))
                .len();
            assert!(size < 150_000, "{path} has {size} bytes");
        }
    }
    assert!(count >= 2, "{count}");
}
