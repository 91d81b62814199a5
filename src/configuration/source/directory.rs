//! Files of the file system.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::configuration::limits;
use crate::problem::{Code, Problem};

/// The files below, and beside, one directory.
#[derive(Debug)]
pub(crate) struct Files {
    root: PathBuf,
}

impl Files {
    /// Returns the files that are named relative to `root`.
    pub(super) fn new(root: &Path) -> Files {
        Files { root: root.to_owned() }
    }

    /// Returns the names in a directory.
    pub(super) fn list(&self, directory: &str) -> Result<Option<Vec<String>>, Problem> {
        let path = self.root.join(directory);
        if !path.is_dir() {
            return Ok(None);
        }
        let problem = |error: std::io::Error| {
            Problem::new(
                Code::InputUnreadable,
                format!("directory `{}` cannot be read: {error}", path.display()),
            )
        };
        let mut names = Vec::new();
        for (count, entry) in fs::read_dir(&path).map_err(problem)?.enumerate() {
            if count >= limits::ENTRIES {
                let message =
                    format!("directory `{}` has more than {} entries", path.display(), limits::ENTRIES);
                return Err(Problem::new(Code::LimitExceeded, message));
            }
            // Terraform reads a file whose name is no Unicode: whoever reads the name will find that he cannot.
            names.push(entry.map_err(problem)?.file_name().to_string_lossy().into_owned());
        }
        Ok(Some(names))
    }

    /// Returns the content of a file.
    pub(super) fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        let whole = self.root.join(path);
        let shown = whole.display();
        let unreadable = |error: std::io::Error| {
            Problem::new(Code::InputUnreadable, format!("file `{shown}` cannot be read: {error}"))
        };
        let kind = match fs::metadata(&whole) {
            Ok(kind) => kind,
            // A link that leads nowhere is there, and Terraform fails on it.
            Err(error)
                if error.kind() == std::io::ErrorKind::NotFound && fs::symlink_metadata(&whole).is_err() =>
            {
                return Ok(None);
            }
            Err(error) => return Err(unreadable(error)),
        };
        if kind.is_dir() {
            return Ok(None);
        }
        // Opening a pipe would wait for whoever writes it, and a device has no end.
        if !kind.is_file() {
            return Err(Problem::new(Code::InputUnreadable, format!("`{shown}` is not a regular file")));
        }
        let mut content = Vec::new();
        let file = File::open(&whole).map_err(unreadable)?;
        file.take(limits::FILE_BYTES as u64 + 1).read_to_end(&mut content).map_err(unreadable)?;
        if content.len() > limits::FILE_BYTES { Err(too_large(path)) } else { Ok(Some(content)) }
    }

    /// Returns the directory with every link followed.
    pub(super) fn identity(&self, directory: &str) -> String {
        let path = self.root.join(directory);
        fs::canonicalize(&path).unwrap_or(path).to_string_lossy().into_owned()
    }
}

/// Returns the problem of a file that is larger than any configuration.
pub(crate) fn too_large(path: &str) -> Problem {
    let limit = limits::FILE_BYTES >> 20;
    Problem::new(Code::LimitExceeded, format!("file `{path}` is larger than {limit} MiB and is not read"))
        .help("split the file: what stands in it counts as not there")
}
