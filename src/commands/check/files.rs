//! Files of the result: written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::super::cli::{Format, Out};
use super::plans::Named;
use crate::problem::{Code, Problem};

/// Files that can be written: a file beside each is open already.
#[derive(Debug, Default)]
pub(in crate::commands) struct Files {
    pending: Vec<Pending>,
}

#[derive(Debug)]
struct Pending {
    format: Format,
    shown: String,
    target: PathBuf,
    beside: NamedTempFile,
}

impl Files {
    /// Opens a file beside each target.
    ///
    /// # Errors
    ///
    /// Two outputs to one file, a plan that would be overwritten, or a place where nothing can be written.
    pub(in crate::commands) fn prepare(outs: &[Out], plans: &[Named]) -> Result<Files, Problem> {
        let mut pending: Vec<Pending> = Vec::new();
        for out in outs {
            let shown = out.file.display().to_string();
            let target = target(&out.file)?;
            if pending.iter().any(|other| other.target == target) {
                let problem = Problem::new(Code::OutputFailed, format!("two outputs go to `{shown}`"));
                return Err(problem.help("name a file of its own for each format"));
            }
            if plans.iter().any(|plan| fs::canonicalize(&plan.path).is_ok_and(|path| path == target)) {
                let problem =
                    Problem::new(Code::OutputFailed, format!("`{shown}` is a plan that is to be judged"));
                return Err(problem.help("name another file for the result"));
            }
            let directory = target.parent().unwrap_or(Path::new("."));
            let beside = builder().tempfile_in(directory).map_err(|error| failed(&shown, &error))?;
            pending.push(Pending { format: out.format, shown, target, beside });
        }
        Ok(Files { pending })
    }

    /// Writes all of them, then puts each in its place.
    ///
    /// # Errors
    ///
    /// A full disk, for example; then none of them has changed, unless the last step, the renaming, fails.
    pub(in crate::commands) fn write(self, render: impl Fn(Format) -> Option<String>) -> Result<(), Problem> {
        let mut written: Vec<Pending> = Vec::new();
        for mut pending in self.pending {
            let Some(text) = render(pending.format) else { continue };
            let file = pending.beside.as_file_mut();
            file.write_all(text.as_bytes())
                .and_then(|()| file.sync_all())
                .map_err(|error| failed(&pending.shown, &error))?;
            written.push(pending);
        }
        for pending in written {
            pending.beside.persist(&pending.target).map_err(|error| failed(&pending.shown, &error.error))?;
        }
        Ok(())
    }
}

/// Returns where a file really is: a link stays one, and what it leads to is written.
fn target(file: &Path) -> Result<PathBuf, Problem> {
    let shown = file.display().to_string();
    match fs::canonicalize(file) {
        // A device or a pipe must not be replaced by a file.
        Ok(path) if !path.is_file() => {
            let problem = Problem::new(Code::OutputFailed, format!("`{shown}` is no file"));
            Err(problem.help("name a file; `--format` prints to standard output"))
        }
        Ok(path) => Ok(path),
        Err(_) => {
            let name = file.file_name().ok_or_else(|| {
                Problem::new(Code::OutputFailed, format!("`{shown}` is no file")).help("name a file")
            })?;
            let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
            let directory = fs::canonicalize(parent.unwrap_or(Path::new(".")));
            directory.map(|directory| directory.join(name)).map_err(|error| failed(&shown, &error))
        }
    }
}

fn failed(shown: &str, error: &std::io::Error) -> Problem {
    Problem::new(Code::OutputFailed, format!("cannot write `{shown}`: {error}"))
        .help("check that the directory is there and may be written to")
}

/// Returns what makes a file with the permissions that any other new file would get.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".applygate-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
