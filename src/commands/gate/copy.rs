//! A copy of the plan file that nobody else can write: what is judged is then what is applied.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::configuration::PlanFile;
use crate::problem::{Code, Problem};

/// The largest plan file that is copied, in bytes: a state of hundreds of megabytes fits.
const MOST: u64 = 4 << 30;

const NAME_IT: &str = "name the file that `terraform plan -out=FILE` wrote";

/// What Atlantis writes in place of a plan that was made elsewhere.
const REMOTE: &[u8] = b"Atlantis: this plan was created by remote ops";

/// The plan file as it was when the gate began.
#[derive(Debug)]
pub(super) struct Copy {
    original: PathBuf,
    hash: [u8; 32],
    path: PathBuf,
    // Removed with everything in it when the gate ends.
    _folder: tempfile::TempDir,
}

impl Copy {
    /// Copies a plan file to a folder that only this user can enter.
    ///
    /// # Errors
    ///
    /// What is no plan file: JSON, a folder, a plan that lies elsewhere, an encrypted one.
    pub(super) fn of(original: &Path) -> Result<Copy, Problem> {
        let shown = original.display();
        let unreadable = |error: io::Error| unreadable(original, &error);
        let mut file = open(original)?;
        if file.metadata().map_err(unreadable)?.len() > MOST {
            return Err(Problem::new(
                Code::LimitExceeded,
                format!("the plan file `{shown}` has more than 4 GiB"),
            )
            .help("split the configuration: no plan is that large"));
        }
        recognised(&mut file, original)?;
        let private = |error: io::Error| {
            Problem::new(Code::OutputFailed, format!("cannot keep a copy of the plan file: {error}"))
                .help("check the space and the permissions of the folder for temporary files")
        };
        let folder = folder().map_err(private)?;
        let path = folder.path().join("plan.tfplan");
        let mut copy = create(&path).map_err(private)?;
        let hash = hash(&mut file, |bytes| copy.write_all(bytes)).map_err(private)?;
        copy.sync_all().map_err(private)?;
        drop(copy);
        let copy = Copy { original: original.to_owned(), hash, path, _folder: folder };
        copy.seal().map_err(private)?;
        Ok(copy)
    }

    /// Returns where the copy lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the SHA-256 of the file, as hexadecimal digits.
    pub(super) fn hash(&self) -> String {
        use std::fmt::Write;
        self.hash.iter().fold(String::new(), |mut text, byte| {
            // Writing into a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Makes sure that neither the copy nor the file it was made of is another one by now.
    ///
    /// # Errors
    ///
    /// Either was changed, or is gone.
    pub(super) fn check(&self) -> Result<(), Problem> {
        for path in [&self.original, &self.path] {
            let shown = path.display();
            let hash = open(path)
                .and_then(|mut file| hash(&mut file, |_| Ok(())).map_err(|error| unreadable(path, &error)));
            let changed = match hash {
                Ok(hash) if hash == self.hash => continue,
                Ok(_) => format!("the plan file `{shown}` was changed while it was judged"),
                Err(problem) => format!("the plan file cannot be read any more: {}", problem.message),
            };
            return Err(Problem::new(Code::PlanInvalid, changed)
                .help("find out who writes there; then plan again, and have that plan approved"));
        }
        Ok(())
    }

    #[cfg(unix)]
    fn seal(&self) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&self.path, fs::Permissions::from_mode(0o400))
    }

    #[cfg(not(unix))]
    fn seal(&self) -> io::Result<()> {
        let mut permissions = fs::metadata(&self.path)?.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&self.path, permissions)
    }
}

/// Opens a plan file. A pipe is not even opened: that would wait until somebody writes into it, and there is no end of it.
fn open(path: &Path) -> Result<File, Problem> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() {
        let message = format!("`{}` is no regular file", path.display());
        return Err(Problem::new(Code::InputUnreadable, message).help(NAME_IT));
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let message = format!("cannot read the plan file `{}`: {error}", path.display());
    Problem::new(Code::InputUnreadable, message).help(NAME_IT)
}

/// Makes a folder that only this user can enter.
fn folder() -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("applygate-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder.tempdir()
}

/// Opens a file that is not there yet, for this user alone.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Reads a file to its end and returns its hash; `take` gets what was read, piece by piece.
fn hash(file: &mut File, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut buffer)?;
        let Some(piece) = buffer.get(..length).filter(|piece| !piece.is_empty()) else {
            return Ok(hash.finalize().into());
        };
        hash.update(piece);
        take(piece)?;
    }
}

/// Refuses by its first bytes what is no plan file, and says what it is.
///
/// # Errors
///
/// A file that is none, or cannot be read.
pub(in crate::commands) fn refuse(path: &Path) -> Result<(), Problem> {
    recognised(&mut open(path)?, path)
}

fn recognised(file: &mut File, path: &Path) -> Result<(), Problem> {
    let mut start = Vec::new();
    let read = Read::take(&mut *file, 4096).read_to_end(&mut start).and_then(|_| file.rewind());
    read.map_err(|error| unreadable(path, &error))?;
    if PlanFile::recognise(&start) {
        return Ok(());
    }
    let has = |text: &str| memchr::memmem::find(&start, text.as_bytes()).is_some();
    let (what, help) = if start.starts_with(REMOTE) {
        (
            "was made by a remote backend: Atlantis has only its text",
            "plan where Atlantis runs: what is applied remotely is not in this file, so nobody can judge it here",
        )
    } else if has("\"encrypted_data\"") {
        (
            "is encrypted, so what it would do cannot be compared with the file",
            "save the plan unencrypted where the gate runs, in a folder that only its user can read",
        )
    } else if has("\"remote_plan_format\"") {
        (
            "only names a plan that lies in HCP Terraform",
            "plan with local execution: what is applied remotely is not in this file, so nobody can judge it here",
        )
    } else if start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{') {
        (
            "is JSON, which anybody can write: what is applied is the plan file",
            "name the file that `terraform plan -out=FILE` wrote; `applygate check` and `review` read JSON",
        )
    } else {
        ("is no plan file", "name the file that `terraform plan -out=FILE` or `tofu plan -out=FILE` wrote")
    };
    Err(Problem::new(Code::InputNotAPlan, format!("`{}` {what}", path.display())).help(help))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Copy;

    fn scratch(content: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tfplan");
        fs::write(&path, content).unwrap();
        (folder, path)
    }

    #[test]
    fn a_copy_is_private_and_stays_what_it_was() {
        let (_folder, path) = scratch(b"PK\x03\x04 and more");
        let copy = Copy::of(&path).unwrap();
        assert_eq!(fs::read(copy.path()).unwrap(), b"PK\x03\x04 and more");
        let again = Copy::of(&path).unwrap();
        assert_ne!(again.path(), copy.path());
        assert!(again.hash() == copy.hash() && copy.hash().len() == 64);
        assert!(copy.check().is_ok());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(copy.path()), 0o400);
            assert_eq!(mode(copy.path().parent().unwrap()), 0o700);
        }
        let kept = copy.path().to_owned();
        fs::write(&path, b"PK\x03\x04 and else").unwrap();
        let problem = copy.check().unwrap_err();
        assert!(problem.message.contains("was changed while it was judged"), "{problem}");
        fs::remove_file(&path).unwrap();
        assert!(copy.check().unwrap_err().message.contains("cannot be read any more"));
        drop(copy);
        assert!(!kept.exists(), "a plan holds secrets, and must not stay");
    }

    #[test]
    fn what_is_no_plan_file_is_refused_by_what_it_is() {
        for (content, expected) in [
            (&b"{\"format_version\":\"1.2\"}"[..], "is JSON"),
            (b"\n\t {\"a\":1}", "is JSON"),
            (b"Atlantis: this plan was created by remote ops\n\nx", "remote backend"),
            (b"{\"meta\":{},\"encrypted_data\":\"x\",\"encryption_version\":\"v0\"}", "is encrypted"),
            (b"{\"remote_plan_format\":1,\"run_id\":\"run-1\"}", "HCP Terraform"),
            (b"", "is no plan file"),
            (b"Terraform will perform the following actions", "is no plan file"),
        ] {
            let (_folder, path) = scratch(content);
            let problem = Copy::of(&path).unwrap_err();
            assert!(problem.message.contains(expected), "{problem}");
            assert!(problem.help.is_some());
        }
        let folder = tempfile::tempdir().unwrap();
        assert!(Copy::of(folder.path()).unwrap_err().message.contains("no regular file"));
        #[cfg(unix)]
        {
            // Whoever opens a pipe waits for its other end.
            let pipe = folder.path().join("pipe");
            assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
            assert!(Copy::of(&pipe).unwrap_err().message.contains("no regular file"));
            assert!(super::refuse(&pipe).unwrap_err().message.contains("no regular file"));
        }
        assert!(Copy::of(&folder.path().join("none")).unwrap_err().message.contains("cannot read"));
    }
}
