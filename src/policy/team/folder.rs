//! The files of rules in a directory, within limits.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::{BYTES, FILE_BYTES, FILES, is_rule_file, too_large};
use crate::problem::{Code, Problem};

/// The largest depth of folders in folders.
const DEPTH: usize = 16;

/// The largest number of directory entries that are looked at.
const ENTRIES: usize = 20_000;

/// Reads the files of rules in a directory and in the folders below it, sorted by path: path and text of each.
///
/// A link is followed only to a file that lies in the same directory: rules are what a reviewer of that directory has
/// seen.
///
/// # Errors
///
/// Every file that cannot be read. A rule that is not read would demand nothing, so none is left out in silence.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let root = match fs::canonicalize(folder) {
        Ok(root) if root.is_dir() => root,
        Ok(_) => {
            let message = format!("`{}` is no directory", folder.display());
            return Err(vec![
                Problem::new(Code::InputUnreadable, message).help("name the folder that holds the rules"),
            ]);
        }
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", folder.display());
            return Err(vec![
                Problem::new(Code::InputUnreadable, message)
                    .help("name the folder that holds the rules; `applygate rules new ID` begins one"),
            ]);
        }
    };
    let mut walk = Walk { root: &root, entries: 0, bytes: 0, files: Vec::new(), problems: Vec::new() };
    walk.directory(folder, "", 0);
    if walk.problems.is_empty() {
        walk.files.sort();
        return Ok(walk.files);
    }
    walk.problems.sort_by(|a, b| a.message.cmp(&b.message));
    Err(walk.problems)
}

/// Returns true if a path leads into a directory, every link on the way followed; `root` is canonical.
pub fn inside(root: &Path, path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| real.starts_with(root))
}

struct Walk<'w> {
    root: &'w Path,
    entries: usize,
    bytes: usize,
    files: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn problem(&mut self, code: Code, message: String, help: &str) {
        self.problems.push(Problem::new(code, message).help(help));
    }

    fn directory(&mut self, directory: &Path, below: &str, depth: usize) {
        let shown = directory.display();
        if depth > DEPTH {
            let message = format!("`{shown}` is more than {DEPTH} folders deep");
            return self.problem(Code::LimitExceeded, message, "name the folder that holds rules");
        }
        let entries = match fs::read_dir(directory) {
            Ok(entries) => entries,
            Err(error) => {
                let message = format!("cannot read `{shown}`: {error}");
                return self.problem(Code::InputUnreadable, message, "check its permissions");
            }
        };
        for entry in entries {
            self.entries += 1;
            if self.entries > ENTRIES || self.files.len() > FILES || self.bytes > BYTES {
                // Told once: the folders above stop here, too.
                if self.problems.iter().all(|problem| problem.code != Code::LimitExceeded) {
                    let message = format!(
                        "there are more than {ENTRIES} entries, {FILES} rules or {} MiB in `{shown}`",
                        BYTES >> 20
                    );
                    self.problem(Code::LimitExceeded, message, "name the folder that holds rules");
                }
                return;
            }
            match entry {
                Ok(entry) => self.entry(&entry.path(), below, depth),
                Err(error) => {
                    let message = format!("cannot read `{shown}`: {error}");
                    self.problem(Code::InputUnreadable, message, "check its permissions");
                }
            }
        }
    }

    fn entry(&mut self, path: &Path, below: &str, depth: usize) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let relative = if below.is_empty() { name.to_string() } else { format!("{below}/{name}") };
        let shown = path.display();
        // The name of a folder that would hold rules is asked as that of a rule in it.
        if !is_rule_file(&relative) && !is_rule_file(&format!("{relative}/x.hcl")) {
            return;
        }
        let kind = match fs::symlink_metadata(path) {
            Ok(kind) => kind,
            Err(error) => {
                let message = format!("cannot read `{shown}`: {error}");
                return self.problem(Code::InputUnreadable, message, "check its permissions");
            }
        };
        if kind.is_dir() {
            return self.directory(path, &relative, depth + 1);
        }
        let leads_to_folder = kind.is_symlink() && path.is_dir();
        if !(is_rule_file(&relative) || leads_to_folder) {
            return;
        }
        if kind.is_symlink() && !(inside(self.root, path) && path.is_file()) {
            let message = format!("`{shown}` is a link to a folder or out of the folder of the rules");
            return self.problem(Code::InputUnreadable, message, "put the rule itself there");
        }
        if !kind.is_file() && !kind.is_symlink() {
            let message = format!("`{shown}` is not a regular file");
            return self.problem(Code::InputUnreadable, message, "put a rule there or take it away");
        }
        match read(path) {
            Ok(text) => {
                self.bytes += text.len();
                self.files.push((shown.to_string().replace('\\', "/"), text));
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

fn read(path: &Path) -> Result<String, Problem> {
    let shown = path.display().to_string();
    let unreadable = |error: std::io::Error| {
        Problem::new(Code::InputUnreadable, format!("cannot read `{shown}`: {error}"))
            .help("check its permissions and that it is text in UTF-8")
    };
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() > FILE_BYTES {
        return Err(too_large(&shown));
    }
    String::from_utf8(bytes)
        .map_err(|error| unreadable(std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error())))
}
