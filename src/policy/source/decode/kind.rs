//! What may be written: kinds of blocks and their fields, each with what it is for.
//!
//! Reader and documentation share these tables, so that neither can know a field that the other does not.

/// A kind of block.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The word that begins it.
    pub name: &'static str,
    /// What its label stands for; none if it has no label.
    pub label: Option<&'static str>,
    /// The block with its article, for messages: `an approval`.
    pub what: &'static str,
    /// What it is for, in one or more sentences.
    pub about: &'static str,
    /// Its attributes.
    pub fields: &'static [Field],
    /// The blocks in it.
    pub blocks: &'static [&'static Kind],
    /// True if it may be written several times where it stands.
    pub repeated: bool,
}

/// An attribute of a block.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What is written there: `a list of globs`.
    pub form: &'static str,
    /// What it means, and what holds without it.
    pub about: &'static str,
    /// True if it must be there.
    pub required: bool,
}

impl Field {
    /// Returns an attribute that may be left out.
    pub const fn optional(name: &'static str, form: &'static str, about: &'static str) -> Field {
        Field { name, form, about, required: false }
    }

    /// Returns an attribute that must be there.
    pub const fn required(name: &'static str, form: &'static str, about: &'static str) -> Field {
        Field { name, form, about, required: true }
    }
}
