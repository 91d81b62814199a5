//! Files of a commit, read from the objects of the repository: the work tree is not touched, nothing is fetched.
//!
//! One `git cat-file --batch` answers for everything. Paths are walked here, tree by tree, and asked for by the id of
//! the object, so that no name in a repository reaches git as an argument or a command.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::rc::Rc;

use super::{Revision, directory, join, object_id};
use crate::configuration::limits;
use crate::problem::{Code, Problem};

/// Returns a git that neither asks, nor pages, nor fetches, nor locks, and that no variable points elsewhere.
pub(super) fn command(directory: &Path) -> Command {
    let mut git = Command::new("git");
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_REPLACE_REF_BASE",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_CONFIG",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_CEILING_DIRECTORIES",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXTERNAL_DIFF",
        "GIT_TRACE",
        "GIT_TRACE2",
        "GIT_TRACE2_EVENT",
        "GIT_TRACE_SETUP",
    ] {
        git.env_remove(name);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_PAGER", "cat")
        .env("LC_ALL", "C")
        .args(["--no-pager", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-C"])
        .arg(directory)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    git
}

/// The objects of a repository.
pub(crate) struct Objects {
    revision: Revision,
    process: Option<Process>,
    root: Option<String>,
    trees: HashMap<String, Rc<HashMap<String, Entry>>>,
}

struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may be in the middle of an answer that nobody wants.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Debug, Clone)]
struct Entry {
    kind: EntryKind,
    id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EntryKind {
    Tree,
    File,
    Link,
    Submodule,
}

/// What a path leads to.
enum Found {
    Nothing,
    Tree { id: String, path: String },
    File { id: String, path: String },
}

impl Objects {
    /// Returns the objects of a revision; git starts when the first is asked for.
    pub(super) fn new(revision: &Revision) -> Objects {
        Objects { revision: revision.clone(), process: None, root: None, trees: HashMap::new() }
    }

    /// Returns the names in a directory.
    pub(super) fn list(&mut self, directory: &str) -> Result<Option<Vec<String>>, Problem> {
        match self.find(directory)? {
            Found::Tree { id, .. } => Ok(Some(self.tree(&id)?.keys().cloned().collect())),
            Found::File { .. } | Found::Nothing => Ok(None),
        }
    }

    /// Returns the content of a file.
    pub(super) fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        match self.find(path)? {
            Found::File { id, .. } => match self.object(&id, limits::FILE_BYTES)? {
                Some((_, content)) => Ok(Some(content)),
                None => Err(directory::too_large(path)),
            },
            Found::Tree { .. } | Found::Nothing => Ok(None),
        }
    }

    /// Returns the directory or file with every link followed.
    pub(super) fn identity(&mut self, directory: &str) -> String {
        match self.find(directory) {
            Ok(Found::Tree { path, .. } | Found::File { path, .. }) => path,
            _ => join(&self.revision.directory, directory),
        }
    }

    /// Walks a path from the top of the repository, links included.
    fn find(&mut self, path: &str) -> Result<Found, Problem> {
        let whole = join(&self.revision.directory, path);
        let mut links = 0;
        let mut left: Vec<String> =
            whole.split('/').rev().map(str::to_owned).filter(|part| !part.is_empty()).collect();
        let root = self.root()?;
        // The trees on the way down, each with its name.
        let mut way: Vec<(String, String)> = Vec::new();
        while let Some(part) = left.pop() {
            if part == "." {
                continue;
            }
            if part == ".." {
                if way.pop().is_none() {
                    let message = format!("`{path}` leads out of the repository");
                    return Err(Problem::new(Code::InputUnreadable, message));
                }
                continue;
            }
            let tree = self.tree(&way.last().map_or_else(|| root.clone(), |(_, id)| id.clone()))?;
            let Some(entry) = tree.get(&part) else {
                return Ok(Found::Nothing);
            };
            match entry.kind {
                EntryKind::Tree => way.push((part, entry.id.clone())),
                EntryKind::File if left.is_empty() => {
                    let id = entry.id.clone();
                    let names = way.iter().map(|(name, _)| name.as_str()).chain([part.as_str()]);
                    return Ok(Found::File { id, path: names.collect::<Vec<_>>().join("/") });
                }
                EntryKind::File => return Ok(Found::Nothing),
                EntryKind::Link => {
                    links += 1;
                    let target = if links > limits::LINKS { None } else { self.object(&entry.id, 4096)? };
                    let target = target.and_then(|(_, target)| String::from_utf8(target).ok());
                    let Some(target) = target.filter(|target| !target.starts_with('/')) else {
                        let message =
                            format!("`{path}` is a symbolic link that leads nowhere in the repository");
                        return Err(Problem::new(Code::InputUnreadable, message));
                    };
                    left.extend(target.split('/').rev().filter(|part| !part.is_empty()).map(str::to_owned));
                }
                EntryKind::Submodule => {
                    let message =
                        format!("`{path}` stands in a submodule, which the repository does not hold");
                    return Err(Problem::new(Code::InputUnreadable, message)
                        .help("give a directory where the submodule is checked out"));
                }
            }
        }
        let path = way.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("/");
        Ok(Found::Tree { id: way.pop().map_or(root, |(_, id)| id), path })
    }

    /// Returns the id of the tree at the top of the repository.
    fn root(&mut self) -> Result<String, Problem> {
        if let Some(root) = &self.root {
            return Ok(root.clone());
        }
        let commit = self.revision.commit.clone();
        let read = self.object(&commit, limits::FILE_BYTES)?;
        let tree = read.filter(|(kind, _)| kind == "commit").and_then(|(_, content)| {
            let line = content.split(|byte| *byte == b'\n').next()?;
            let id = std::str::from_utf8(line).ok()?.strip_prefix("tree ")?;
            (id.len() == commit.len()).then(|| id.to_owned())
        });
        let root = tree.ok_or_else(|| self.broken("holds a commit that cannot be read"))?;
        self.root = Some(root.clone());
        Ok(root)
    }

    fn tree(&mut self, id: &str) -> Result<Rc<HashMap<String, Entry>>, Problem> {
        if let Some(tree) = self.trees.get(id) {
            return Ok(Rc::clone(tree));
        }
        let limit = limits::ENTRIES * 256;
        let Some((kind, content)) = self.object(id, limit)? else {
            return Err(Problem::new(
                Code::LimitExceeded,
                "a directory of the repository has too many entries",
            ));
        };
        let entries =
            if kind == "tree" { parse_tree(&content, self.revision.commit.len() / 2) } else { None };
        let entries = Rc::new(entries.ok_or_else(|| self.broken("holds a directory that cannot be read"))?);
        self.trees.insert(id.to_owned(), Rc::clone(&entries));
        Ok(entries)
    }

    /// Returns type and content of an object; none if it is larger than `limit`.
    fn object(&mut self, id: &str, limit: usize) -> Result<Option<(String, Vec<u8>)>, Problem> {
        if self.process.is_none() {
            self.process = Some(start(&self.revision.repository)?);
        }
        let answer = self.process.as_mut().map(|process| ask(process, id, limit));
        match answer {
            Some(Ok(Some((kind, content)))) if object_id::names(id, &kind, &content) => {
                Ok(Some((kind, content)))
            }
            Some(Ok(Some(_))) => Err(self.broken("holds an object that is not what its name says").help(
                "fetch the base branch into a fresh clone: this one is damaged, or somebody wrote into it",
            )),
            // What is left of the answer would have to be read: a new process costs less.
            Some(Ok(None)) => {
                self.process = None;
                Ok(None)
            }
            _ => {
                self.process = None;
                Err(self
                    .broken("lacks an object of this revision")
                    .help("a shallow or partial clone does not hold every revision: fetch it first"))
            }
        }
    }

    fn broken(&self, what: &str) -> Problem {
        let repository = self.revision.repository.display();
        let name = &self.revision.name;
        Problem::new(Code::InputUnreadable, format!("the repository of `{repository}` {what} (`{name}`)"))
    }
}

fn start(repository: &Path) -> Result<Process, Problem> {
    let mut git = command(repository);
    git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stderr(Stdio::null());
    let no_git = |error: std::io::Error| {
        Problem::new(Code::InputUnreadable, format!("`git` cannot be run: {error}"))
            .help("install git, or give the base as a directory")
    };
    let mut child = git.spawn().map_err(no_git)?;
    match (child.stdin.take(), child.stdout.take()) {
        (Some(input), Some(output)) => Ok(Process { child, input, output: BufReader::new(output) }),
        _ => Err(Problem::new(Code::InputUnreadable, "`git` cannot be talked to")),
    }
}

/// Asks for an object. An error is an answer that breaks off, or that the object is not there.
fn ask(process: &mut Process, id: &str, limit: usize) -> std::io::Result<Option<(String, Vec<u8>)>> {
    let broken = || std::io::Error::from(std::io::ErrorKind::InvalidData);
    writeln!(process.input, "{id}")?;
    process.input.flush()?;
    let mut header = String::new();
    process.output.by_ref().take(512).read_line(&mut header)?;
    let mut fields = header.trim_end().rsplit(' ');
    let size: usize = fields.next().and_then(|size| size.parse().ok()).ok_or_else(broken)?;
    let kind = fields.next().ok_or_else(broken)?.to_owned();
    if size > limit {
        return Ok(None);
    }
    let mut content = vec![0; size + 1];
    process.output.read_exact(&mut content)?;
    // A line break ends the answer.
    content.pop();
    Ok(Some((kind, content)))
}

/// Reads a tree object: `mode name NUL id`, one after the other.
fn parse_tree(mut content: &[u8], id_length: usize) -> Option<HashMap<String, Entry>> {
    let mut entries = HashMap::new();
    while !content.is_empty() {
        let blank = memchr::memchr(b' ', content)?;
        let (mode, rest) = content.split_at_checked(blank)?;
        let rest = rest.get(1..)?;
        let (name, rest) = rest.split_at_checked(memchr::memchr(0, rest)?)?;
        let (id, rest) = rest.get(1..)?.split_at_checked(id_length)?;
        content = rest;
        let kind = match mode {
            b"40000" => EntryKind::Tree,
            b"120000" => EntryKind::Link,
            b"160000" => EntryKind::Submodule,
            _ => EntryKind::File,
        };
        // Terraform reads a file whose name is no Unicode: it must not vanish, nor behind another one.
        let mut name = String::from_utf8_lossy(name).into_owned();
        while entries.contains_key(&name) {
            name.insert(0, char::REPLACEMENT_CHARACTER);
        }
        entries.insert(name, Entry { kind, id: hex(id) });
    }
    Some(entries)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
        text
    })
}
