//! The repository as git has it: a policy and an empty module at the base, one commit on a branch.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A repository that can be cloned, and its two commits.
pub struct Repository {
    pub base: String,
    pub head: String,
}

impl Repository {
    /// Makes `acme/infra.git` below a folder: these files are on `main`, and those on `change-7`, one commit later, which
    /// is the head of pull request 7.
    pub fn make(folder: &Path, base: &[(&str, &str)], head: &[(&str, &str)]) -> Repository {
        let work = folder.join("work");
        fs::create_dir_all(&work).unwrap();
        git(&work, &["init", "--quiet", "--initial-branch=main"]);
        let base = commit(&work, base, "Begin");
        git(&work, &["checkout", "--quiet", "-b", "change-7"]);
        let head = commit(&work, head, "Change");
        let bare = folder.join("acme/infra.git");
        fs::create_dir_all(bare.parent().unwrap()).unwrap();
        git(&work, &["clone", "--quiet", "--bare", ".", bare.to_str().unwrap()]);
        git(&bare, &["update-ref", "refs/pull/7/head", &head]);
        Repository { base, head }
    }
}

fn commit(work: &Path, files: &[(&str, &str)], message: &str) -> String {
    for (name, content) in files {
        let path: PathBuf = work.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    git(work, &["add", "--all"]);
    git(work, &["commit", "--quiet", "-m", message]);
    git(work, &["rev-parse", "HEAD"])
}

fn git(work: &Path, arguments: &[&str]) -> String {
    let ended = Command::new("git")
        .current_dir(work)
        .args(["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "git {arguments:?}: {said}");
    String::from_utf8(ended.stdout).unwrap().trim().to_owned()
}
