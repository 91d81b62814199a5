//! `applygate doctor`, the whole command: what it proves, what is missing, and what no fault can make of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

#[path = "doctor/atlantis.rs"]
mod atlantis;
mod fake_github;
#[path = "doctor/faults.rs"]
mod faults;
#[path = "doctor/levels.rs"]
mod levels;
#[path = "doctor/pages.rs"]
mod pages;
#[path = "doctor/prints.rs"]
mod prints;
#[path = "doctor/scenes.rs"]
mod scenes;
#[path = "doctor/workflows.rs"]
mod workflows;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use fake_github::FakeGithub;
use serde_json::Value;

const TOKEN: &str = "ghs_TopSecretToken";

/// A run of the command, in a checkout of its own.
struct Doctor {
    command: Command,
    folder: tempfile::TempDir,
}

impl Doctor {
    /// Knows no repository and no token.
    fn offline() -> Doctor {
        Doctor::offline_as("json")
    }

    fn offline_as(format: &str) -> Doctor {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_applygate"));
        for (name, _) in std::env::vars() {
            if ["GITHUB_", "APPLYGATE_", "ATLANTIS_"].iter().any(|prefix| name.starts_with(prefix)) {
                command.env_remove(name);
            }
        }
        // Whoever has an Atlantis of his own does not have it asked.
        command.env("PATH", folder.path()).current_dir(folder.path());
        command.args(["doctor", "--format", format]);
        Doctor { command, folder }
    }

    /// Asks the fake, as the App of the scene.
    fn of(github: &FakeGithub) -> Doctor {
        Doctor::of_as(github, "json")
    }

    fn of_as(github: &FakeGithub, format: &str) -> Doctor {
        let mut doctor =
            Doctor::offline_as(format).with(&["--repo", "acme/infra", "--environment", "production"]);
        doctor.command.env("GITHUB_API_URL", github.api()).env("GITHUB_TOKEN", TOKEN);
        doctor
    }

    fn with(mut self, arguments: &[&str]) -> Doctor {
        self.command.args(arguments);
        self
    }

    fn env(mut self, name: &str, value: &str) -> Doctor {
        self.command.env(name, value);
        self
    }

    fn file(self, path: &str, text: &str) -> Doctor {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    fn files(self, files: &BTreeMap<&str, String>) -> Doctor {
        files.iter().fold(self, |doctor, (path, text)| doctor.file(path, text))
    }

    fn run(mut self) -> Ended {
        let Output { status, stdout, stderr } = self.command.output().unwrap();
        let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert!(!out.contains(TOKEN) && !err.contains(TOKEN), "the token is shown");
        Ended { status: status.code().unwrap(), out, err }
    }
}

/// How a run ended.
#[derive(Debug)]
struct Ended {
    status: i32,
    out: String,
    err: String,
}

impl Ended {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {} {}", self.out, self.err))
    }

    fn level(&self) -> String {
        self.json()["level"].as_str().unwrap_or("none").to_owned()
    }

    /// Returns the checks in a state: id, and what was found.
    fn checks(&self, state: &str) -> Vec<(String, String)> {
        let json = self.json();
        let rows = json["checks"].as_array().unwrap();
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        rows.iter()
            .filter(|row| row["state"] == state)
            .map(|row| (text(row, "check"), text(row, "found")))
            .collect()
    }

    fn ids(&self, state: &str) -> Vec<String> {
        let mut ids: Vec<String> = self.checks(state).into_iter().map(|(id, _)| id).collect();
        ids.dedup();
        ids
    }

    /// Returns what was found by a check, of whatever state.
    fn found(&self, id: &str) -> (String, String) {
        let json = self.json();
        let rows = json["checks"].as_array().unwrap();
        let row = rows.iter().find(|row| row["check"] == id).unwrap_or_else(|| panic!("{id}: {}", self.out));
        (row["state"].as_str().unwrap().to_owned(), row["found"].as_str().unwrap().to_owned())
    }
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}
