//! What the HCL behind the plan says, at head and at base.
//!
//! [`Source`] is where files come from, [`Tree`] what they say at one revision, [`compare()`] what a change does that
//! no plan shows: a guard that only the configuration knew comes off without a word.

pub mod archive;
mod compare;
pub mod limits;
mod source;
mod syntax;
mod tree;
mod value;

pub use archive::PlanFile;
pub use compare::{Change, Difference, Edit, GuardAttribute, Removal, Repetition, compare};
pub(crate) use source::Reader;
pub use source::{
    Changed, Merges, Remote, Revision, Source, changed_paths, default_base, repository_directory,
    repository_top, resolve_base,
};
pub use tree::{
    Argument, Dialect, Guard, Import, Lifecycle, Located, Location, Module, Moved, Provisioner, Removed,
    Settings, Tree, Tri, Written,
};
pub use value::Literal;

/// The configuration at head and at base.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Configuration {
    /// What the plan was made from; none if nobody read it.
    pub head: Option<Tree>,
    /// What it is compared with; none if it is compared with nothing.
    pub base: Option<Tree>,
    /// What was not read or compared, and why, in words.
    pub notes: Vec<String>,
}

impl Configuration {
    /// Returns a configuration that nobody has read.
    pub fn unread() -> Configuration {
        Configuration::default()
    }

    /// Returns the configuration at head and, if there is one to compare with, at base.
    pub fn new(head: Option<Tree>, base: Option<Tree>) -> Configuration {
        Configuration { head, base, notes: Vec::new() }
    }

    /// Adds what was not read or compared, and why.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Configuration {
        self.notes.push(note.into());
        self
    }

    /// Returns what differs between base and head; nothing if one of them was not read.
    pub fn differences(&self, guards: &[GuardAttribute]) -> Vec<Difference> {
        match (&self.base, &self.head) {
            (Some(base), Some(head)) => compare(base, head, guards),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
