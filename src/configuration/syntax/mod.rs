//! The structure of a file: blocks, labels and attributes with their places, in native and in JSON syntax.
//!
//! An expression stays the text it was written as: whoever needs its value parses that text alone. So a file costs
//! time in proportion to its length whatever stands in it, an expression that a grammar does not know costs nobody
//! the block around it, and a fault in one block leaves the others readable.

mod body;
mod json;
mod json_body;
mod lexer;
mod normal;
mod object;

pub(crate) use json::string as json_string;
pub(crate) use lexer::{Lexer, TokenKind, unquote};
pub(crate) use normal::{normal_json, normal_native};
pub(crate) use object::key_offset;

/// Which file of a tree something stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub(crate) u32);

/// A stretch of the text of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    /// Returns the stretch from `start` up to `end`; files are far smaller than what the numbers hold.
    pub(crate) fn new(start: usize, end: usize) -> Span {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end) }
    }

    /// Returns the stretch of `text`.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// What stands between the braces of a block, or in a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) blocks: Vec<Block>,
}

impl Body {
    /// Returns the attribute of that name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| &*attribute.name == name)
    }

    /// Returns the blocks of that type, in order.
    pub(crate) fn blocks<'b>(&'b self, kind: &'b str) -> impl Iterator<Item = &'b Block> {
        self.blocks.iter().filter(move |block| &*block.kind == kind)
    }
}

/// An attribute: `name = value`.
#[derive(Debug, Clone)]
pub(crate) struct Attribute {
    pub(crate) name: Box<str>,
    pub(crate) file: FileId,
    pub(crate) line: u32,
    /// The expression as written.
    pub(crate) value: Span,
}

/// A block: `kind "label" { body }`.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) kind: Box<str>,
    pub(crate) labels: Vec<Box<str>>,
    pub(crate) file: FileId,
    pub(crate) line: u32,
    /// What stands between the braces; in JSON syntax the object itself.
    pub(crate) inside: Span,
    pub(crate) body: Body,
}

impl Block {
    /// Returns the label at that position.
    pub(crate) fn label(&self, position: usize) -> Option<&str> {
        self.labels.get(position).map(|label| &**label)
    }
}

/// Something in a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) line: u32,
    pub(crate) message: &'static str,
}

/// What a file holds, and what in it could not be read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parsed {
    pub(crate) body: Body,
    pub(crate) faults: Vec<Fault>,
}

/// Reads the structure of a file in native syntax.
pub(crate) fn native(text: &str, file: FileId) -> Parsed {
    body::parse(text, file)
}

/// Reads the structure of a file in JSON syntax.
pub(crate) fn json(text: &str, file: FileId) -> Parsed {
    json_body::parse(text, file)
}

/// Counts lines on the way through a text.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    counted: usize,
    breaks: u32,
}

impl Lines {
    /// Returns the line of byte `offset`, from 1. Cheap as long as offsets grow.
    pub(crate) fn at(&mut self, text: &str, offset: usize) -> u32 {
        if offset < self.counted {
            *self = Lines::default();
        }
        let between = text.as_bytes().get(self.counted..offset).unwrap_or_default();
        let breaks = memchr::memchr_iter(b'\n', between).count();
        self.breaks = self.breaks.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.counted = offset;
        self.breaks.saturating_add(1)
    }
}

#[cfg(test)]
mod tests;
