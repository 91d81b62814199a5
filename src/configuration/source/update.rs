//! Whether a merge commit does nothing but bring the base branch in: its tree is what merging its parents anew gives.
//!
//! Whoever presses "Update branch" adds nothing, whoever resolves a conflict by hand may add anything, and both make a
//! commit with two parents. So the merge is made again, by git, from the objects that are here. It writes into a
//! directory of its own and sees no work tree: what the branch says in `.gitattributes` does not decide how it is merged.

use std::path::Path;

use tempfile::TempDir;

use super::{base, git};

/// A repository in which merges can be made again.
#[derive(Debug)]
pub struct Merges {
    git_dir: String,
    objects: String,
    /// Where new objects are written, and what stands for the work tree.
    apart: TempDir,
}

impl Merges {
    /// Prepares to make merges again in the repository that a directory is in; none if it is in none, or in a clone
    /// that lacks a part of the history, or git is too old or not there.
    pub fn of(directory: &Path) -> Option<Merges> {
        let directory = base::here(directory);
        let said = |arguments: &[&str]| -> Option<String> {
            let text = base::run(directory, arguments).ok()??;
            Some(text.strip_suffix('\n').unwrap_or(&text).to_owned())
        };
        // What the best common ancestor is cannot be told from a part of the history.
        if said(&["rev-parse", "--is-shallow-repository"])? != "false" {
            return None;
        }
        let git_dir = said(&["rev-parse", "--path-format=absolute", "--git-common-dir"])?;
        let objects = said(&["rev-parse", "--path-format=absolute", "--git-path", "objects"])?;
        let apart = TempDir::new().ok()?;
        for name in ["work", "objects"] {
            std::fs::create_dir(apart.path().join(name)).ok()?;
        }
        Some(Merges { git_dir, objects, apart })
    }

    /// Returns true if it is proven that a commit does nothing but bring the base branch in: these are its two
    /// parents, the second one is on the branch that ends at `tip`, and merging them anew gives its very tree without a
    /// conflict. What cannot be looked at is not proven.
    pub fn is_clean_update(&self, commit: &str, parents: [&str; 2], tip: &str) -> bool {
        let [first, second] = parents;
        if ![commit, first, second, tip].into_iter().all(is_id) {
            return false;
        }
        let on_base = self.asks(&["merge-base", "--is-ancestor", second, tip]);
        let content = self.asks(&["cat-file", "commit", commit]);
        let (Some(_), Some(content)) = (on_base, content) else { return false };
        let headers = content.lines().take_while(|line| !line.is_empty());
        let headers: Vec<(&str, &str)> = headers.filter_map(|line| line.split_once(' ')).collect();
        let of =
            |name: &str| headers.iter().filter(|header| header.0 == name).map(|header| header.1).collect();
        let (trees, own): (Vec<&str>, Vec<&str>) = (of("tree"), of("parent"));
        let again = self.merge(first, second);
        own == parents && again.is_some_and(|again| trees == [again.as_str()])
    }

    /// Returns the tree that a merge without a conflict gives.
    fn merge(&self, first: &str, second: &str) -> Option<String> {
        let merge =
            ["-c", "merge.default=text", "merge-tree", "--write-tree", "--no-messages", first, second];
        let tree = self.asks(&merge)?;
        let tree = tree.strip_suffix('\n')?.to_owned();
        is_id(&tree).then_some(tree)
    }

    /// Returns what git says of the objects of the repository; none unless it succeeds. What else lies there and could
    /// tell another history is left aside: grafts, and the copy of the history that is kept for speed.
    fn asks(&self, arguments: &[&str]) -> Option<String> {
        let apart = self.apart.path();
        let work = apart.join("work");
        let output = git::command(&work)
            .env("GIT_DIR", &self.git_dir)
            .env("GIT_WORK_TREE", &work)
            .env("GIT_INDEX_FILE", apart.join("index"))
            .env("GIT_GRAFT_FILE", apart.join("grafts"))
            .env("GIT_OBJECT_DIRECTORY", apart.join("objects"))
            .env("GIT_ALTERNATE_OBJECT_DIRECTORIES", &self.objects)
            .args(["-c", "core.commitGraph=false"])
            .args(arguments)
            .output()
            .ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Returns true for the whole name of an object.
fn is_id(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
