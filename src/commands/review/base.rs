//! The tip of the base branch: the policy is read from there and nowhere else, so that no change decides about itself.

use std::path::Path;
use std::rc::Rc;

use super::super::cli::Sources;
use super::super::organisation::{self, At};
use super::super::sources::Base;
use crate::configuration::{Remote, Source, default_base, resolve_base};
use crate::forge::Github;
use crate::policy::Policy;
use crate::problem::{Code, Problem, Problems};

/// The repository at a commit, as the forge has it.
#[derive(Debug)]
struct AtCommit {
    github: Rc<Github>,
    commit: String,
    /// What paths are relative to; empty for the top of the repository.
    directory: String,
}

impl AtCommit {
    /// Returns a path from the top of the repository; none if it leads out of it.
    fn path(&self, path: &str) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        for part in self.directory.split('/').chain(path.split('/')) {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(parts.join("/"))
    }
}

impl Remote for AtCommit {
    fn list(&self, directory: &str) -> Result<Option<Vec<String>>, Problem> {
        let Some(directory) = self.path(directory) else { return Ok(None) };
        self.github.list(&self.commit, &directory)
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(path) = self.path(path) else { return Ok(None) };
        Ok(self.github.files(&self.commit, &[path.as_str()])?.remove(&path))
    }
}

/// Reads the policy at the tip of the base branch: from the directory that was named for it, else from the commit
/// itself, whoever holds it.
///
/// # Errors
///
/// A policy that is wrong, and a tip that nobody holds.
pub(in crate::commands) fn policy(
    arguments: &Sources,
    tip: &str,
    directory: &Path,
    github: Option<&Rc<Github>>,
) -> Result<Policy, Problems> {
    if let Some(named) = arguments.base.as_deref().filter(|base| Path::new(base).is_dir()) {
        let loaded = organisation::load(&At::Base(&resolve_base(named, directory)?))?;
        // A directory of one root module holds no policy, and the repository may have one all the same.
        if !loaded.texts.is_empty() || github.is_none() {
            return Ok(loaded.policy);
        }
    }
    if let Some(source) = held(tip, directory) {
        return organisation::read(&At::Base(&source));
    }
    let Some(github) = github else {
        let message = format!("the tip of the base branch, `{tip}`, is not in the local repository");
        return Err(Problem::new(Code::NotFound, message)
            .help("fetch it, or name a directory that holds it with `--base DIR`")
            .into());
    };
    let files = AtCommit { github: Rc::clone(github), commit: tip.to_owned(), directory: String::new() };
    organisation::read(&At::Base(&Source::Remote(Rc::new(files))))
}

/// Returns what the configuration is compared with: what was named, else the tip, else the base branch as the local
/// repository knows it; that may be behind, which is said.
///
/// # Errors
///
/// What was named is not there.
pub(in crate::commands) fn configuration(
    arguments: &Sources,
    tip: &str,
    directory: &Path,
    notes: &mut Vec<String>,
) -> Result<Base, Problem> {
    if let Some(named) = &arguments.base {
        return resolve_base(named, directory).map(Ok);
    }
    if let Some(source) = held(tip, directory) {
        return Ok(Ok(source));
    }
    let known = default_base(directory);
    if let Ok(Source::Git(revision)) = &known {
        notes.push(format!(
            "the configuration is compared with `{}` as the local repository knows it: the tip of the base branch is \
             not there",
            revision.name
        ));
    }
    Ok(known)
}

/// Returns the configuration at the tip of the base branch, whoever holds it: the local repository, else the forge.
pub(in crate::commands) fn tip(tip: &str, directory: &Path, root: &str, github: &Rc<Github>) -> Source {
    held(tip, directory).unwrap_or_else(|| {
        let files =
            AtCommit { github: Rc::clone(github), commit: tip.to_owned(), directory: root.to_owned() };
        Source::Remote(Rc::new(files))
    })
}

/// Returns a commit as the local repository holds it. A directory that somebody gave the name of the commit is not it.
fn held(commit: &str, directory: &Path) -> Option<Source> {
    resolve_base(commit, directory)
        .ok()
        .filter(|source| matches!(source, Source::Git(revision) if revision.commit == commit))
}
