//! The files of a root module and of all its modules at one revision.

mod attribute;
mod collect;
mod endpoint;
mod files;
mod lifecycle;
mod load;
mod manifest;
mod moves;
mod query;
mod read;

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

pub(crate) use collect::Declared;
pub(crate) use endpoint::{Endpoint, module_address};
pub use files::Dialect;
pub use lifecycle::{Argument, Guard, Lifecycle, Tri};
pub(crate) use lifecycle::{find as find_argument, flag};
pub use query::{Import, Located, Moved, Provisioner, Removed, Written};
pub(crate) use query::{call_address, provisioners};

use super::source::Source;
use super::syntax::{Attribute, Block, FileId, normal_json, normal_native};
use super::value::Literal;
use crate::problem::Problem;
use moves::Index;

/// Where something stands: a file, relative to the directory of the root module, and a line.
///
/// [`Tree::shown`] turns the file into one that a person finds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file: `main.tf`, `modules/network/main.tf`, `../common/main.tf`.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// What has to be known beside the files.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whose rules decide which files count.
    pub dialect: Dialect,
    /// Where `init` put the modules, if not in `.terraform`: the value of `TF_DATA_DIR`. For directories alone.
    pub data_dir: Option<PathBuf>,
    /// The values of root variables as they were planned, as far as they are known and simple. Those that stand in a
    /// plan file are taken from there.
    pub variables: BTreeMap<String, Literal>,
}

/// The configuration at one revision.
///
/// Reading never fails as a whole: what cannot be read is in [`Tree::problems`], and counts as not there.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(crate) source: Source,
    pub(crate) files: Vec<File>,
    pub(crate) directories: Vec<Declared>,
    pub(crate) modules: BTreeMap<String, Module>,
    /// The values with which root variables were planned; none for one that was set to what is not simple.
    pub(crate) given: BTreeMap<String, Option<Literal>>,
    pub(crate) values: BTreeMap<String, Attribute>,
    pub(crate) moved: Vec<Moved>,
    pub(crate) moved_from: Index,
    pub(crate) moved_to: Index,
    pub(crate) removed: Vec<Removed>,
    pub(crate) removed_from: Index,
    pub(crate) imports: Vec<Import>,
    pub(crate) imported_to: Index,
    pub(crate) lock: Option<Vec<u8>>,
    root_exists: bool,
    problems: Vec<Problem>,
}

/// A file that was read.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) path: Arc<str>,
    pub(crate) text: String,
    pub(crate) json: bool,
    pub(crate) overrides: bool,
}

/// A module of a tree, as one call reaches it.
#[derive(Debug, Clone)]
pub struct Module {
    /// The names of the calls on the way, joined with dots; empty for the root.
    pub key: String,
    /// The directory, relative to that of the root module; empty for the root.
    pub directory: String,
    /// The module does not stand in the repository, but was downloaded.
    pub remote: bool,
    /// Which of the tree's directories it is; none if its files are not at hand.
    pub(crate) declared: Option<usize>,
}

impl Module {
    /// Returns the address: `module.a.module.b`, empty for the root.
    pub fn address(&self) -> String {
        let names: Vec<&str> = self.key.split('.').filter(|name| !name.is_empty()).collect();
        module_address(&names)
    }

    /// Returns true if the files of the module were found.
    pub fn at_hand(&self) -> bool {
        self.declared.is_some()
    }
}

impl Tree {
    /// Reads a root module and every module that it calls.
    pub fn read(source: &Source, settings: &Settings) -> Tree {
        load::tree(source, settings)
    }

    /// Returns what could not be read, or not be read in one way only.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Returns where the tree was read from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns false if there is no directory of the root module at this revision.
    pub fn root_exists(&self) -> bool {
        self.root_exists
    }

    /// Returns true if no configuration stands in the root module.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the modules, by key; the root module first.
    pub fn modules(&self) -> impl Iterator<Item = &Module> {
        self.modules.values()
    }

    /// Returns a file as a person would look for it.
    pub fn shown(&self, location: &Location) -> Location {
        Location { file: self.source.shown(&location.file).into(), line: location.line }
    }

    pub(crate) fn declared(&self, key: &str) -> Option<&Declared> {
        self.directories.get(self.modules.get(key)?.declared?)
    }

    pub(crate) fn file(&self, file: FileId) -> Option<&File> {
        self.files.get(file.0 as usize)
    }

    pub(crate) fn location(&self, file: FileId, line: u32) -> Location {
        let file = self.file(file).map_or_else(|| Arc::from(""), |file| Arc::clone(&file.path));
        Location { file, line }
    }

    pub(crate) fn block_location(&self, block: &Block) -> Location {
        self.location(block.file, block.line)
    }

    /// Returns the expression of an attribute as written, and whether that is JSON.
    pub(crate) fn written(&self, attribute: &Attribute) -> (&str, bool) {
        self.file(attribute.file).map_or(("", false), |file| (attribute.value.of(&file.text), file.json))
    }

    /// Returns the expression of an attribute without its layout.
    pub(crate) fn normal(&self, attribute: &Attribute) -> String {
        let (text, json) = self.written(attribute);
        if json { normal_json(text) } else { normal_native(text) }
    }

    /// Returns what stands in a block as it was written, without its layout.
    ///
    /// What an override file changed in it is not part of that text, so it is added.
    pub(crate) fn normal_block(&self, block: &Block) -> String {
        let Some(file) = self.file(block.file) else {
            return String::new();
        };
        let inside = block.inside.of(&file.text);
        let mut text = if file.json { normal_json(inside) } else { normal_native(inside) };
        for attribute in block.body.attributes.iter().filter(|attribute| attribute.file != block.file) {
            let _ = write!(text, "\n{} = {}", attribute.name, self.normal(attribute));
        }
        for nested in block.body.blocks.iter().filter(|nested| nested.file != block.file) {
            let _ = write!(text, "\n{} {:?} {{ {} }}", nested.kind, nested.labels, self.normal_block(nested));
        }
        text
    }

    /// Returns a whole block as it was written, without its layout.
    pub(crate) fn normal_labelled(&self, block: &Block) -> String {
        format!("{} {:?} {}", block.kind, block.labels, self.normal_block(block))
    }

    /// Returns the call that leads to a module.
    pub(crate) fn call(&self, key: &str) -> Option<&Block> {
        let (parent, name) = key.rsplit_once('.').unwrap_or(("", key));
        self.declared(parent)?.calls.get(name)
    }
}

#[cfg(test)]
mod tests;
