//! "Update branch": who only brings the base branch in takes no part in the change, if git proves it.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::fake_github::{FakeGithub, State};
use crate::{Ended, HIGH, OPEN, Review, act, comment, folder, scene};

/// Runs git as nobody in particular, and returns what it says.
fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn write(folder: &Path, file: &str, content: &str) {
    std::fs::write(folder.join(file), content).unwrap();
}

fn commit(folder: &Path, message: &str) -> String {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "--allow-empty", "-m", message]);
    git(folder, &["rev-parse", "HEAD"])
}

/// A repository in which `main` moved on after the branch left it; what the branch and `main` change in one file is
/// far apart, or the same line.
struct Repository {
    folder: tempfile::TempDir,
    base: String,
    first: String,
    tip: String,
}

impl Repository {
    fn new(conflict: bool) -> Repository {
        let folder = folder();
        let at = folder.path();
        git(at, &["init", "-q", "-b", "main"]);
        write(at, "applygate.hcl", OPEN);
        write(at, "main.tf", "# nothing of it is left\n");
        write(at, "notes.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        let base = commit(at, "base");
        git(at, &["checkout", "-q", "-b", "change-7"]);
        write(at, "notes.txt", "1\n2\nours\n4\n5\n6\n7\n8\n9\n");
        let first = commit(at, "Change the network");
        git(at, &["checkout", "-q", "main"]);
        let theirs =
            if conflict { "1\n2\ntheirs\n4\n5\n6\n7\n8\n9\n" } else { "1\n2\n3\n4\n5\n6\n7\n8\nnine\n" };
        write(at, "notes.txt", theirs);
        let tip = commit(at, "Something else");
        git(at, &["checkout", "-q", "change-7"]);
        Repository { folder, base, first, tip }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes a commit of the tree that stands in the work tree.
    fn merge_of(&self, parents: [&str; 2]) -> String {
        git(self.path(), &["add", "-A"]);
        let tree = git(self.path(), &["write-tree"]);
        let [first, second] = parents;
        let merge =
            git(self.path(), &["commit-tree", &tree, "-p", first, "-p", second, "-m", "Merge branch 'main'"]);
        git(self.path(), &["reset", "-q", "--hard", &merge]);
        merge
    }

    /// Merges as the button does.
    fn update(&self) -> String {
        git(self.path(), &["merge", "-q", "--no-ff", "-m", "Merge branch 'main'", &self.tip]);
        git(self.path(), &["rev-parse", "HEAD"])
    }
}

/// Gives a commit of the scene the name that git gave it.
fn rename(state: &mut State, old: &str, new: &str, parents: &[&str]) {
    let repository = state.repositories.get_mut("acme/infra").unwrap();
    let pull = repository.pulls.get_mut(&7).unwrap();
    let commit = pull.commits.iter_mut().find(|commit| commit.sha == old).unwrap();
    commit.sha = new.to_owned();
    commit.parents = parents.iter().map(|parent| (*parent).to_owned()).collect();
    for push in &mut repository.activity {
        for end in [&mut push.before, &mut push.after] {
            if end == old {
                new.clone_into(end);
            }
        }
    }
    for tip in repository.branches.values_mut().filter(|tip| *tip == old) {
        new.clone_into(tip);
    }
}

/// Both approve what ana pushed, and then bo brings the base branch in with this merge.
fn updated(repository: &Repository, merge: &str, parents: &[&str]) -> FakeGithub {
    let github = FakeGithub::start(|state| {
        scene(state);
        let first = state.repositories["acme/infra"].pulls[&7].head().to_owned();
        rename(state, &first, &repository.first, &[&repository.base]);
        let known = state.repositories.get_mut("acme/infra").unwrap();
        known.branches.insert("main".to_owned(), repository.tip.clone());
        known.pulls.get_mut(&7).unwrap().base_sha.clone_from(&repository.base);
        known.contents.insert(("main".to_owned(), "applygate.hcl".to_owned()), OPEN.to_owned());
    });
    Review::of(&github, HIGH).with(&["--config", repository.path().to_str().unwrap()]).run();
    act(&github, |pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED");
    });
    act(&github, |pull| {
        pull.push_commit("bo", Some("bo"), Some("web-flow"), "Merge branch 'main'").later(5);
    });
    let pushed = crate::head(&github);
    github.with(|state| rename(state, &pushed, merge, parents));
    github
}

/// Reviews with this repository at hand; the verdict, and whether the merge was proven.
fn reviewed(github: &FakeGithub, repository: &Path, merge: &str) -> (Ended, bool) {
    let kept = folder();
    let file = crate::path(&kept, "facts.json");
    let ended = Review::of(github, HIGH)
        .with(&["--config", repository.to_str().unwrap(), "--save-facts", file.to_str().unwrap()])
        .run();
    let facts: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let commits = facts["commits"].as_array().unwrap();
    let commit = commits.iter().find(|commit| commit["sha"] == merge).unwrap();
    (ended, commit["clean_update"] == true)
}

#[test]
fn who_only_brings_the_base_branch_in_may_have_approved() {
    let repository = Repository::new(false);
    let merge = repository.update();
    let github = updated(&repository, &merge, &[&repository.first, &repository.tip]);
    let objects = || git(repository.path(), &["count-objects"]);
    let before = objects();
    let (ended, proven) = reviewed(&github, repository.path(), &merge);
    assert!(proven, "{ended:?}");
    assert_eq!(ended.status, 0, "both approvals still count: {ended:?}");
    assert_eq!(objects(), before, "nothing is written into the repository");
    assert_eq!(git(repository.path(), &["status", "--porcelain"]), "");

    // Without the repository nobody can tell, and bo is one of those who made the change.
    let ended = Review::of(&github, HIGH).run();
    assert_eq!(ended.status, 3, "{ended:?}");
    assert!(comment(&github).contains("0 of 2 approvals"), "{}", comment(&github));
}

#[test]
fn a_merge_that_brings_anything_else_is_a_commit_like_any_other() {
    // Something is slipped into a merge without a conflict.
    let slipped = |repository: &Repository| {
        repository.update();
        write(repository.path(), "notes.txt", "1\n2\nours\n4\n5\nslipped\n7\n8\nnine\n");
        repository.merge_of([&repository.first, &repository.tip])
    };
    // The base branch is not really brought in.
    let ignored = |repository: &Repository| repository.merge_of([&repository.first, &repository.tip]);
    // A conflict is resolved, one way or another.
    let resolved = |repository: &Repository| {
        write(repository.path(), "notes.txt", "1\n2\nours\ntheirs\n4\n5\n6\n7\n8\n9\n");
        repository.merge_of([&repository.first, &repository.tip])
    };
    // The branch says how it wants to be merged, so that there is no conflict.
    let united = |repository: &Repository| {
        // Not committed, but there for whoever merges in this work tree.
        write(repository.path(), ".gitattributes", "* merge=union\n");
        repository.update()
    };
    type Make<'m> = &'m dyn Fn(&Repository) -> String;
    let cases: [(&str, bool, Make<'_>); 4] = [
        ("slipped", false, &slipped),
        ("ignored", false, &ignored),
        ("resolved", true, &resolved),
        ("united", true, &united),
    ];
    for (what, conflict, make) in cases {
        let repository = Repository::new(conflict);
        let merge = make(&repository);
        let github = updated(&repository, &merge, &[&repository.first, &repository.tip]);
        let (ended, proven) = reviewed(&github, repository.path(), &merge);
        assert!(!proven, "{what}: {ended:?}");
        assert_eq!(ended.status, 3, "{what}: {ended:?}");
        assert!(comment(&github).contains("0 of 2 approvals"), "{what}: {}", comment(&github));
    }
}

#[test]
fn a_merge_of_another_branch_is_no_update() {
    let repository = Repository::new(false);
    git(repository.path(), &["checkout", "-q", "-b", "side", &repository.base]);
    write(repository.path(), "side.txt", "side\n");
    let side = commit(repository.path(), "Something that nobody looked at");
    git(repository.path(), &["checkout", "-q", "change-7"]);
    git(repository.path(), &["merge", "-q", "--no-ff", "-m", "Merge branch 'main'", &side]);
    let merge = git(repository.path(), &["rev-parse", "HEAD"]);
    let github = updated(&repository, &merge, &[&repository.first, &side]);
    let (ended, proven) = reviewed(&github, repository.path(), &merge);
    assert!(!proven && ended.status == 3, "{ended:?}");

    // Nor does it become one by a file that tells git another history.
    let grafts = repository.path().join(".git/info/grafts");
    std::fs::create_dir_all(grafts.parent().unwrap()).unwrap();
    std::fs::write(&grafts, format!("{} {} {side}\n", repository.tip, repository.base)).unwrap();
    git(repository.path(), &["merge-base", "--is-ancestor", &side, &repository.tip]);
    let (ended, proven) = reviewed(&github, repository.path(), &merge);
    assert!(!proven && ended.status == 3, "{ended:?}");
    std::fs::remove_file(grafts).unwrap();

    // Nor does it become one if the forge names other parents than the commit has.
    let github = updated(&repository, &merge, &[&repository.first, &repository.tip]);
    let (ended, proven) = reviewed(&github, repository.path(), &merge);
    assert!(!proven && ended.status == 3, "{ended:?}");
}

#[test]
fn the_base_branch_that_takes_the_change_in_is_no_update_of_it() {
    let repository = Repository::new(false);
    git(repository.path(), &["checkout", "-q", "--detach", &repository.tip]);
    git(repository.path(), &["merge", "-q", "--no-ff", "-m", "Merge branch 'change-7'", &repository.first]);
    let merge = git(repository.path(), &["rev-parse", "HEAD"]);
    let github = updated(&repository, &merge, &[&repository.tip, &repository.first]);
    let (ended, proven) = reviewed(&github, repository.path(), &merge);
    assert!(!proven && ended.status == 3, "{ended:?}");
}

#[test]
fn a_clone_with_a_part_of_the_history_proves_nothing() {
    let repository = Repository::new(false);
    let merge = repository.update();
    let github = updated(&repository, &merge, &[&repository.first, &repository.tip]);
    let other = folder();
    let from = format!("file://{}", repository.path().display());
    git(other.path(), &["clone", "-q", "--depth", "2", "--no-single-branch", &from, "clone"]);
    let clone = other.path().join("clone");
    assert_eq!(git(&clone, &["cat-file", "-t", &merge]), "commit");
    let (ended, proven) = reviewed(&github, &clone, &merge);
    assert!(!proven && ended.status == 3, "{ended:?}");
}
