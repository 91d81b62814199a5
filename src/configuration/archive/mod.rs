//! The plan file: a zip archive that holds the plan, the state before it, and the configuration that was planned.

mod agreement;
mod facts;
mod msgpack;
mod zip;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::Arc;

pub use agreement::disagreements;
pub use facts::{Object, PlanFileFacts, UiMode};

use super::limits;
use super::source::Source;
use crate::problem::{Code, Problem};

const PLAN: &str = "tfplan";
const CONFIGURATION: &str = "tfconfig/";
const MANIFEST: &str = "tfconfig/modules.json";
const LOCK: &str = ".terraform.lock.hcl";

/// The parts of a plan file that are of use without Terraform.
#[derive(Debug, Clone)]
pub struct PlanFile {
    plan: Vec<u8>,
    facts: PlanFileFacts,
    /// The files of every module and the list of modules; none for a file that is too large.
    files: BTreeMap<String, Option<Vec<u8>>>,
}

impl PlanFile {
    /// Returns true if these first bytes of a file may begin a plan file: it is a zip archive.
    pub fn recognise(head: &[u8]) -> bool {
        head.starts_with(b"PK\x03\x04")
    }

    /// Reads a plan file.
    ///
    /// # Errors
    ///
    /// A file that is no zip archive or holds no plan, and an archive that no Terraform writes: damaged, with several
    /// entries of one name, with sizes that lie, with paths that lead elsewhere, or far too large.
    pub fn open(path: &Path) -> Result<PlanFile, Problem> {
        let unreadable = |error: std::io::Error| {
            Problem::new(
                Code::InputUnreadable,
                format!("plan file `{}` cannot be read: {error}", path.display()),
            )
        };
        let kind = std::fs::metadata(path).map_err(unreadable)?;
        if !kind.is_file() {
            let message = format!("plan file `{}` is not a regular file", path.display());
            return Err(Problem::new(Code::InputUnreadable, message));
        }
        PlanFile::read_from(File::open(path).map_err(unreadable)?)
    }

    /// Reads a plan file from anything that can be read at any place.
    ///
    /// # Errors
    ///
    /// The same as of [`PlanFile::open`].
    pub fn read_from(archive: impl Read + Seek) -> Result<PlanFile, Problem> {
        let mut archive = zip::Archive::open(archive)?;
        let Some(plan) = archive.entry(PLAN).cloned() else {
            let message = "input is a zip archive, but not a plan file: it has no entry `tfplan`";
            return Err(Problem::new(Code::InputNotAPlan, message).help(
                "give a plan that was saved with `terraform plan -out=FILE` or `tofu plan -out=FILE`",
            ));
        };
        let plan = archive.read(&plan)?;
        let facts = PlanFileFacts::parse(&plan)?;
        let mut files = BTreeMap::new();
        for entry in archive.entries() {
            let wanted = entry.name.starts_with(CONFIGURATION) || entry.name == LOCK;
            if !wanted || entry.name.ends_with('/') {
                continue;
            }
            let small = usize::try_from(entry.size).is_ok_and(|size| size <= limits::FILE_BYTES);
            let content = if small { Some(archive.read(&entry)?) } else { None };
            files.insert(entry.name, content);
        }
        Ok(PlanFile { plan, facts, files })
    }

    /// Returns the plan proper, as Terraform encodes it.
    pub fn plan(&self) -> &[u8] {
        &self.plan
    }

    /// Returns what the plan says of itself.
    pub fn facts(&self) -> &PlanFileFacts {
        &self.facts
    }

    /// Returns the configuration that was planned.
    pub fn source(self: &Arc<PlanFile>) -> Source {
        Source::Archive(Arc::clone(self))
    }

    /// Returns true if the archive holds a configuration: every plan file that Terraform wrote does.
    pub fn has_configuration(&self) -> bool {
        self.files.contains_key(MANIFEST)
    }

    /// Returns the names of the files of a module, named by its key.
    pub(super) fn list(&self, key: &str) -> Option<Vec<String>> {
        let prefix = format!("{CONFIGURATION}m-{key}/");
        let names: Vec<String> = self
            .files
            .range(prefix.clone()..)
            .map_while(|(name, _)| name.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect();
        (!names.is_empty()).then_some(names)
    }

    /// Returns a file: one of a module as `KEY/NAME`, or the lock file.
    pub(super) fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        let name = if path == LOCK { LOCK.to_owned() } else { format!("{CONFIGURATION}m-{path}") };
        match self.files.get(&name) {
            None => Ok(None),
            Some(Some(content)) => Ok(Some(content.clone())),
            Some(None) => Err(super::source::too_large(path)),
        }
    }

    /// Returns the list of modules.
    pub(super) fn manifest(&self) -> Option<&[u8]> {
        self.files.get(MANIFEST)?.as_deref()
    }
}

#[cfg(test)]
mod tests;
