//! Imports go one way: this test reads the `use crate::` lines and fails on one that goes back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order: each may import only from those before it.
const ROOMS: [&str; 13] = [
    "problem",
    "plan",
    "configuration",
    "policy",
    "risk",
    "facts",
    "gate",
    "doctor",
    "report",
    "evidence",
    "forge",
    "atlantis",
    "commands",
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn room_of(path: &Path, source: &Path) -> Option<usize> {
    let first = path.strip_prefix(source).unwrap().components().next()?;
    let name = Path::new(first.as_os_str()).file_stem()?.to_str()?.to_owned();
    ROOMS.iter().position(|room| *room == name)
}

#[test]
fn no_room_imports_from_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let (mut seen, mut backwards) = (0, Vec::new());
    for path in &files {
        let Some(room) = room_of(path, &source) else {
            continue;
        };
        for (number, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for (at, _) in code.match_indices("crate::") {
                let rest = &code[at + "crate::".len()..];
                // `use crate::{a, b}` names several rooms at once.
                let names: Vec<&str> = match rest.strip_prefix('{') {
                    Some(list) => list.split(',').map(|name| name.trim()).collect(),
                    None => vec![rest],
                };
                for name in names {
                    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
                    let Some(target) = ROOMS.iter().position(|room| *room == &name[..end]) else {
                        continue;
                    };
                    seen += 1;
                    if target > room {
                        backwards.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                    }
                }
            }
        }
    }
    assert!(seen > 20, "the test no longer finds the imports");
    assert!(backwards.is_empty(), "imports that go back:\n{}", backwards.join("\n"));
}

#[test]
fn every_folder_and_file_at_the_top_is_a_room() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(&source).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            ["lib", "main"].contains(&name) || ROOMS.contains(&name),
            "`{name}` has no place in the order"
        );
    }
}
