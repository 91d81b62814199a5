//! Writes files that were not there before.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::problem::{Code, Problem};

/// Writes files, and the folders they stand in. None is written if one of them is there already.
pub(super) fn all_new(files: &[(PathBuf, String)]) -> Result<(), Problem> {
    for (path, _) in files {
        // A link that leads nowhere is there, too.
        if fs::symlink_metadata(path).is_ok() {
            let message = format!("`{}` is there already", path.display());
            return Err(
                Problem::new(Code::OutputFailed, message).help("nothing was written; move it away first")
            );
        }
    }
    files.iter().try_for_each(|(path, text)| new(path, text))
}

fn new(path: &Path, text: &str) -> Result<(), Problem> {
    let failed = |error: std::io::Error| {
        Problem::new(Code::OutputFailed, format!("cannot write `{}`: {error}", path.display()))
            .help("check the disk and the permissions of the folder")
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    // Whatever came there in the meantime is not overwritten either.
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
}
