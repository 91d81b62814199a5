//! Which files a change touches: what a work tree, or a directory, has that base has not, and the other way round.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Source, base};
use crate::configuration::limits;
use crate::problem::{Code, Problem};

/// How many files of one side are compared.
const MAX_FILES: usize = 50_000;

/// A file that a change touches, relative to the top of the repository, or to the directories that are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Its path; that at base if it is gone.
    pub path: String,
    /// Its path at base if it was renamed.
    pub previous: Option<String>,
}

/// Returns the files that differ between base and the directory of the configuration at head, sorted.
///
/// With git, that is what the work tree has changed since it left base, committed or not. With two directories it is
/// what differs in and below them.
///
/// # Errors
///
/// What git says when it cannot look, and directories that are too large or cannot be read.
pub fn changed_paths(base: &Source, head: &Path) -> Result<Vec<Changed>, Problem> {
    let mut changed = match base {
        Source::Git(revision) => in_git(&revision.commit, head)?,
        Source::Directory(base) => between(base, head)?,
        // A plan file holds no other files than the configuration itself.
        Source::Archive(_) => Vec::new(),
        Source::Remote(_) => {
            return Err(Problem::new(Code::NotFound, "the base is not in the local repository")
                .help("take the list of changed files from the forge"));
        }
    };
    changed.sort();
    changed.dedup();
    Ok(changed)
}

/// Returns the path of a directory in its repository; none if it is in no repository, or nobody can tell.
pub fn repository_directory(directory: &Path) -> Option<String> {
    let directory = base::here(directory);
    let inside = base::run(directory, &["rev-parse", "--is-inside-work-tree"]).ok()??;
    if inside.trim() == "true" { base::prefix(directory).ok() } else { None }
}

/// Returns the top of the repository that a directory is in; none if it is in none, or nobody can tell.
pub fn repository_top(directory: &Path) -> Option<PathBuf> {
    let top = base::run(base::here(directory), &["rev-parse", "--show-toplevel"]).ok()??;
    let top = top.trim_end_matches('\n');
    (!top.is_empty()).then(|| PathBuf::from(top))
}

fn in_git(commit: &str, head: &Path) -> Result<Vec<Changed>, Problem> {
    let head = base::here(head);
    // What base alone has changed since is not this change's doing.
    let fork = base::run(head, &["merge-base", "HEAD", commit])?;
    let from = fork.as_deref().map(str::trim).filter(|fork| !fork.is_empty()).unwrap_or(commit);
    // Whoever set `diff.relative` would see only what is below the directory, and paths relative to it.
    let listed = [
        "-c",
        "diff.relative=false",
        "diff",
        "--name-status",
        "-z",
        "--find-renames",
        "--no-ext-diff",
        "--ignore-submodules=none",
        from,
    ];
    let differing = base::run(head, &listed)?.unwrap_or_default();
    // Unlike `git diff`, this lists only what is below the directory unless it is told otherwise.
    let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"];
    let untracked = base::run(head, &untracked)?.unwrap_or_default();
    let mut changed = parse(&differing).ok_or_else(|| {
        Problem::new(Code::InputUnreadable, "git lists changed files in a form that is not known")
    })?;
    let untracked = untracked.split('\0').filter(|path| !path.is_empty());
    changed.extend(untracked.map(|path| Changed { path: path.to_owned(), previous: None }));
    Ok(changed)
}

/// Reads `git diff --name-status -z`: a letter, then one path, or two for a rename or copy.
fn parse(text: &str) -> Option<Vec<Changed>> {
    let mut fields = text.split('\0');
    let mut changed = Vec::new();
    while let Some(status) = fields.next().filter(|status| !status.is_empty()) {
        let first = fields.next()?.to_owned();
        changed.push(match status.as_bytes().first()? {
            b'R' | b'C' => {
                let path = fields.next().filter(|path| !path.is_empty())?.to_owned();
                Changed { path, previous: Some(first) }
            }
            _ => Changed { path: first, previous: None },
        });
    }
    Some(changed)
}

fn between(base: &Path, head: &Path) -> Result<Vec<Changed>, Problem> {
    let (before, after) = (files(base)?, files(base::here(head))?);
    let differs = |path: &String| match (before.get(path), after.get(path)) {
        (Some(before), Some(after)) => before != after || content(base, path) != content(head, path),
        _ => true,
    };
    let all = before.keys().chain(after.keys()).filter(|path| differs(path));
    Ok(all.map(|path| Changed { path: path.clone(), previous: None }).collect())
}

/// Returns what a file holds, and for a link where it leads as well.
fn content(root: &Path, path: &str) -> (Option<PathBuf>, Option<Vec<u8>>) {
    let path = root.join(path);
    (fs::read_link(&path).ok(), fs::read(&path).ok())
}

/// Lists the files below a directory with their sizes. Links are not followed: where one leads is its content.
fn files(root: &Path) -> Result<BTreeMap<String, (bool, u64)>, Problem> {
    let mut found = BTreeMap::new();
    let mut left = vec![(root.to_owned(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = left.pop() {
        let problem = |error: std::io::Error| {
            Problem::new(
                Code::InputUnreadable,
                format!("directory `{}` cannot be read: {error}", folder.display()),
            )
        };
        for entry in fs::read_dir(&folder).map_err(problem)? {
            let entry = entry.map_err(problem)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // What tools keep for themselves is nobody's change.
            if matches!(name.as_str(), ".git" | ".terraform") {
                continue;
            }
            let path = format!("{prefix}{name}");
            let metadata = entry.path().symlink_metadata().map_err(problem)?;
            if metadata.is_dir() {
                if depth >= limits::LINKS.max(40) {
                    let message = format!("directory `{}` is nested too deep", folder.display());
                    return Err(Problem::new(Code::LimitExceeded, message));
                }
                left.push((entry.path(), format!("{path}/"), depth + 1));
            } else {
                found.insert(path, (metadata.is_symlink(), metadata.len()));
            }
            if found.len() > MAX_FILES {
                let message = format!("directory `{}` holds more than {MAX_FILES} files", root.display());
                return Err(
                    Problem::new(Code::LimitExceeded, message).help("name the directory of the root module")
                );
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Changed, parse};

    #[test]
    fn a_list_of_changed_files_is_read_with_both_names_of_a_rename() {
        let changed = parse("M\0a.tf\0R087\0old name.tf\0new\nname.tf\0D\0gone.tf\0").unwrap();
        let of = |path: &str, previous: Option<&str>| Changed {
            path: path.to_owned(),
            previous: previous.map(str::to_owned),
        };
        assert_eq!(changed, [of("a.tf", None), of("new\nname.tf", Some("old name.tf")), of("gone.tf", None)]);
        assert_eq!(parse("R100\0only one\0"), None);
        assert_eq!(parse(""), Some(Vec::new()));
    }
}
