//! Where a configuration is read from: a directory, a revision of a git repository, or a plan file.
//!
//! Paths are relative to the directory of the root module, with `/` on every system: `main.tf`,
//! `modules/network/main.tf`, `../common/main.tf`. So base and head name the same file by the same path.

mod base;
mod changed;
mod directory;
mod git;
mod object_id;
mod update;

use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

pub use base::{default_base, resolve_base};
pub use changed::{Changed, changed_paths, repository_directory, repository_top};
pub(crate) use directory::too_large;
pub use update::Merges;

use super::archive::PlanFile;
use crate::problem::Problem;

/// Where the files of a root module and of its modules come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A directory of the file system: the root module stands in it.
    Directory(PathBuf),
    /// A revision of a git repository, read from its objects.
    Git(Revision),
    /// The snapshot in a plan file: what was planned, of every module.
    Archive(Arc<PlanFile>),
    /// A commit that only a forge holds.
    Remote(Rc<dyn Remote>),
}

/// Files that somebody else reads for us: paths are relative to the top of the repository.
pub trait Remote: fmt::Debug {
    /// Returns the names of what stands in a directory; none if there is no such directory.
    ///
    /// # Errors
    ///
    /// What could not be read; a link is never followed.
    fn list(&self, directory: &str) -> Result<Option<Vec<String>>, Problem>;

    /// Returns the content of a file; none if there is none of that name, or if it is a directory.
    ///
    /// # Errors
    ///
    /// What could not be read; a link is never followed.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Problem>;
}

/// A directory of a git repository at one commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// A directory of the repository's work tree, or the repository itself.
    pub repository: PathBuf,
    /// What the revision was called: `main`, `origin/main`, `v1.2`.
    pub name: String,
    /// The id of the commit.
    pub commit: String,
    /// The directory of the root module in the repository, `/` between its parts; empty for the top.
    pub directory: String,
}

impl Source {
    /// Returns a file as a person would look for it: below the directory that was given, or in the repository.
    pub fn shown(&self, path: &str) -> String {
        match self {
            Source::Directory(root) => {
                let root = root.to_string_lossy().replace('\\', "/");
                let root = root.strip_prefix("./").unwrap_or(&root);
                if matches!(root, "" | ".") || path.starts_with('/') {
                    return path.to_owned();
                }
                let whole = format!("{}/{path}", root.trim_end_matches('/'));
                // `a/../b` reads as `b`, but `../` at the front must stay.
                if path.starts_with("../") && !root.split('/').any(|part| part == "..") {
                    normalise(&whole).map_or(whole, |normal| {
                        if root.starts_with('/') { format!("/{normal}") } else { normal }
                    })
                } else {
                    whole
                }
            }
            Source::Git(revision) => join(&revision.directory, path),
            Source::Archive(_) | Source::Remote(_) => path.to_owned(),
        }
    }

    /// Begins to read.
    pub(crate) fn open(&self) -> Reader {
        match self {
            Source::Directory(root) => Reader::Directory(directory::Files::new(root)),
            Source::Git(revision) => Reader::Git(Box::new(git::Objects::new(revision))),
            Source::Archive(plan) => Reader::Archive(Arc::clone(plan)),
            Source::Remote(files) => Reader::Remote(Rc::clone(files)),
        }
    }
}

/// Reads files of one source.
pub(crate) enum Reader {
    Directory(directory::Files),
    Git(Box<git::Objects>),
    Archive(Arc<PlanFile>),
    Remote(Rc<dyn Remote>),
}

impl Reader {
    /// Returns the names of what stands in a directory; none if there is no such directory.
    pub(crate) fn list(&mut self, directory: &str) -> Result<Option<Vec<String>>, Problem> {
        match self {
            Reader::Directory(files) => files.list(directory),
            Reader::Git(objects) => objects.list(directory),
            Reader::Archive(plan) => Ok(plan.list(directory)),
            Reader::Remote(files) => files.list(directory),
        }
    }

    /// Returns the content of a file; none if there is none of that name, or if it is a directory.
    pub(crate) fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        match self {
            Reader::Directory(files) => files.read(path),
            Reader::Git(objects) => objects.read(path),
            Reader::Archive(plan) => plan.read(path),
            Reader::Remote(files) => files.read(path),
        }
    }

    /// Returns what a directory or file is called when every symbolic link on the way is followed: two ways to one of
    /// them have one name.
    pub(crate) fn identity(&mut self, directory: &str) -> String {
        match self {
            Reader::Directory(files) => files.identity(directory),
            Reader::Git(objects) => objects.identity(directory),
            // Neither follows a link.
            Reader::Archive(_) | Reader::Remote(_) => normalise(directory).unwrap_or_default(),
        }
    }
}

/// Returns the path of `relative` seen from `directory`, without `.` and, where it can be, without `..`.
pub(crate) fn join(directory: &str, relative: &str) -> String {
    if Path::new(relative).is_absolute() {
        return relative.to_owned();
    }
    normalise(&format!("{directory}/{relative}")).unwrap_or_default()
}

/// Takes `.`, empty and, where it can be, `..` parts out of a path; none if nothing is left.
fn normalise(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests;
