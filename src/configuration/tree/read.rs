//! Reads the files of one directory.

use std::sync::Arc;

use super::collect::Declared;
use super::load::{Loader, Pending};
use super::{File, files};
use crate::configuration::limits;
use crate::configuration::source::join;
use crate::configuration::syntax::{self, Block, FileId, Parsed};
use crate::configuration::value;
use crate::problem::{Code, Place, Problem};

impl Loader<'_> {
    pub(super) fn directory(&mut self, next: &Pending) -> Option<usize> {
        let names = match self.reader.list(&next.handle) {
            Ok(Some(names)) => names,
            Ok(None) => {
                if next.key.is_empty() {
                    self.tree.root_exists = false;
                }
                let message = match next.key.as_str() {
                    "" => "there is no configuration: the directory does not exist".to_owned(),
                    key => format!(
                        "directory `{}` of `module.{}` does not exist",
                        next.shown,
                        key.replace('.', ".module.")
                    ),
                };
                self.problem(Problem::new(Code::NotFound, message));
                return None;
            }
            Err(problem) => {
                self.problem(problem);
                return None;
            }
        };
        let selected = files::select(names, self.settings.dialect, self.snapshot);
        if let Some(name) = selected.disputed {
            let path = join(&next.shown, &name);
            let message = format!("`{path}` counts for OpenTofu, and not for Terraform");
            self.problem(Problem::new(Code::InputUnreadable, message).help("it is read as OpenTofu would"));
        }
        let mut declared = Declared::default();
        for name in selected.primary {
            if let Some(parsed) = self.file(next, &name, false) {
                declared.add(parsed.body, |block| self.alias(block));
            }
        }
        for name in selected.overrides {
            if let Some(parsed) = self.file(next, &name, true) {
                declared.override_by(parsed.body, |block| self.alias(block));
            }
        }
        if next.key.is_empty() {
            for name in selected.values {
                for attribute in
                    self.file(next, &name, false).map(|parsed| parsed.body.attributes).unwrap_or_default()
                {
                    self.tree.values.insert(attribute.name.to_string(), attribute);
                }
            }
        }
        for (file, line, fault) in std::mem::take(&mut declared.faults) {
            self.fault(file, line, &fault);
        }
        self.tree.directories.push(declared);
        Some(self.tree.directories.len() - 1)
    }

    /// Reads and parses a file.
    fn file(&mut self, directory: &Pending, name: &str, overrides: bool) -> Option<Parsed> {
        if self.full {
            return None;
        }
        let content = match self.reader.read(&inside(&directory.handle, name, self.snapshot)) {
            Ok(Some(content)) => content,
            Ok(None) => {
                if name.contains(char::REPLACEMENT_CHARACTER) {
                    let path = join(&directory.shown, name);
                    let message = format!("file `{path}` cannot be read: its name is not Unicode");
                    self.problem(Problem::new(Code::InputUnreadable, message).help("rename the file"));
                }
                return None;
            }
            Err(problem) => {
                self.problem(problem);
                return None;
            }
        };
        self.bytes += content.len();
        if self.tree.files.len() >= limits::FILES || self.bytes > limits::TREE_BYTES {
            self.full = true;
            let megabytes = limits::TREE_BYTES >> 20;
            let message = format!(
                "there are more than {} files, or {megabytes} MiB: the others are not read",
                limits::FILES
            );
            self.problem(Problem::new(Code::LimitExceeded, message));
            return None;
        }
        let path: Arc<str> = join(&directory.shown, name).into();
        let json = name.ends_with(".json");
        let id = FileId(u32::try_from(self.tree.files.len()).unwrap_or(u32::MAX));
        let (text, is_text) = match String::from_utf8(content) {
            Ok(text) => (text, true),
            // What is legible still counts: a guard must not vanish behind one bad byte.
            Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), false),
        };
        let parsed = if json { syntax::json(&text, id) } else { syntax::native(&text, id) };
        self.tree.files.push(File { path, text, json, overrides });
        if !is_text {
            self.fault(id, 1, "the file is not UTF-8");
        }
        for fault in &parsed.faults {
            self.fault(id, fault.line, fault.message);
        }
        Some(parsed)
    }

    pub(super) fn fault(&mut self, file: FileId, line: u32, what: &str) {
        let location = self.tree.location(file, line);
        let place = Place { file: self.tree.source.shown(&location.file), line, column: 1 };
        let problem =
            Problem::new(Code::InputUnreadable, format!("configuration cannot be read in full: {what}"));
        self.problem(
            problem
                .at(place)
                .help("`terraform validate` or `tofu validate` says more; the rest of the file is read"),
        );
    }

    fn alias(&self, block: &Block) -> Option<String> {
        let (text, json) = self.tree.written(block.body.attribute("alias")?);
        value::literal_string(text, json)
    }
}

/// Returns what the reader calls a file of a directory. A snapshot names modules by key, and the root's is empty.
fn inside(handle: &str, name: &str, snapshot: bool) -> String {
    if snapshot || !handle.is_empty() { format!("{handle}/{name}") } else { name.to_owned() }
}
