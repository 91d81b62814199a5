//! The tip of the base branch: the policy is read from there and nowhere else, so that no change decides about itself.

use std::cell::RefCell;
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
pub(in crate::commands) struct AtCommit {
    github: Rc<Github>,
    commit: String,
    /// What paths are relative to; empty for the top of the repository.
    directory: String,
    /// The first answer that did not come.
    failed: RefCell<Option<Problem>>,
}

impl AtCommit {
    pub(super) fn new(github: &Rc<Github>, commit: &str) -> Rc<AtCommit> {
        AtCommit::within(github, commit, "")
    }

    /// The same, with paths relative to a directory of the repository.
    fn within(github: &Rc<Github>, commit: &str, directory: &str) -> Rc<AtCommit> {
        let github = Rc::clone(github);
        let (commit, directory) = (commit.to_owned(), directory.to_owned());
        Rc::new(AtCommit { github, commit, directory, failed: RefCell::default() })
    }

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

    /// Returns what could not be read, if anything: nothing is to be said then of what was read.
    pub(in crate::commands) fn failed(&self) -> Option<Problem> {
        self.failed.borrow().clone()
    }

    fn kept<T>(&self, answer: Result<T, Problem>) -> Result<T, Problem> {
        if let Err(problem) = &answer {
            self.failed.borrow_mut().get_or_insert_with(|| problem.clone());
        }
        answer
    }
}

impl Remote for AtCommit {
    fn list(&self, directory: &str) -> Result<Option<Vec<String>>, Problem> {
        let Some(directory) = self.path(directory) else { return Ok(None) };
        self.kept(self.github.list(&self.commit, &directory))
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(path) = self.path(path) else { return Ok(None) };
        let files = self.kept(self.github.files(&self.commit, &[path.as_str()]));
        Ok(files?.remove(&path))
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
    let named = arguments.base.as_deref().filter(|base| Path::new(base).is_dir());
    let named = named.map(|named| resolve_base(named, directory)).transpose()?;
    if let Some(named) = &named {
        let loaded = organisation::load(&At::Base(named))?;
        // A directory of one root module holds no policy, and the repository may have one all the same.
        if !loaded.texts.is_empty() {
            return Ok(loaded.policy);
        }
    }
    if let Some(source) = held(tip, directory) {
        return organisation::read(&At::Base(&source));
    }
    let Some(github) = github else {
        if let Some(named) = &named {
            return organisation::read_base(named);
        }
        let message = format!("the tip of the base branch, `{tip}`, is not in the local repository");
        return Err(Problem::new(Code::NotFound, message)
            .help("fetch it, or name a directory that holds it with `--base DIR`")
            .into());
    };
    let files = AtCommit::new(github, tip);
    let policy = organisation::read(&At::Base(&Source::Remote(Rc::clone(&files) as Rc<dyn Remote>)));
    match files.failed() {
        // A policy of which a part could not be read is none, whatever became of the rest.
        Some(failed) => Err(failed.into()),
        None => policy,
    }
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

/// Returns the configuration at the tip of the base branch, whoever holds it: the local repository, else the forge. Of
/// what the forge has, the second says afterwards whether all of it could be read.
pub(in crate::commands) fn tip(
    tip: &str,
    directory: &Path,
    root: &str,
    github: &Rc<Github>,
) -> (Source, Option<Rc<AtCommit>>) {
    if let Some(source) = held(tip, directory) {
        return (source, None);
    }
    let files = AtCommit::within(github, tip, root);
    (Source::Remote(Rc::clone(&files) as Rc<dyn Remote>), Some(files))
}

/// Returns a commit as the local repository holds it. A directory that somebody gave the name of the commit is not it.
pub(super) fn held(commit: &str, directory: &Path) -> Option<Source> {
    resolve_base(commit, directory)
        .ok()
        .filter(|source| matches!(source, Source::Git(revision) if revision.commit == commit))
}
