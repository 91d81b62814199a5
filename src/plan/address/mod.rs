//! Resource addresses: `module.a["k"].data.aws_x.y[0]`, read by a parser and never split on dots.
//!
//! A key of `for_each` may hold dots, brackets, quotes and line breaks, so only a parser that knows the quoting
//! finds where a step ends.

mod parse;
mod quote;

use std::fmt;

pub(super) use parse::after_key;

use super::mode::Mode;
use crate::problem::Problem;

/// The key of one instance under `count` or `for_each`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// A number, from `count`.
    Number(u64),
    /// A string, from `for_each`.
    Key(String),
    /// Not known yet, written `[*]`: only in deferred changes.
    Unknown,
}

impl fmt::Display for Index {
    /// Writes the key with its brackets, quoted as Terraform does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Index::Number(number) => write!(f, "[{number}]"),
            Index::Key(key) => {
                f.write_str("[")?;
                quote::write(f, key)?;
                f.write_str("]")
            }
            Index::Unknown => f.write_str("[*]"),
        }
    }
}

/// One `module.NAME[key]` of an address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleStep {
    /// The name of the module call.
    pub name: String,
    /// The key of the instance, where the call has `count` or `for_each`.
    pub key: Option<Index>,
}

/// The address of a resource or of one instance of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The module instances on the way from the root, outermost first.
    pub modules: Vec<ModuleStep>,
    /// Managed, data or ephemeral.
    pub mode: Mode,
    /// The resource type, such as `aws_db_instance`.
    pub kind: String,
    /// The name in the configuration.
    pub name: String,
    /// The key of the instance, where the resource has `count` or `for_each`.
    pub key: Option<Index>,
}

impl Address {
    /// Reads an address.
    ///
    /// The grammar is Terraform's: `[module.N[key].]*[data.|ephemeral.]TYPE.NAME[key]`, where a key is a number, a
    /// string in HCL's quotes, or `*` where it is not known yet.
    ///
    /// # Errors
    ///
    /// A text that is not such an address; the message says from which byte on it is not.
    pub fn parse(text: &str) -> Result<Address, Problem> {
        parse::address(text)
    }

    /// Returns the address in the configuration: the same without any instance keys.
    pub fn configuration(&self) -> String {
        let mut bare = self.clone();
        bare.key = None;
        for step in &mut bare.modules {
            step.key = None;
        }
        bare.to_string()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.modules {
            write!(f, "module.{}", step.name)?;
            if let Some(key) = &step.key {
                write!(f, "{key}")?;
            }
            f.write_str(".")?;
        }
        write!(f, "{}{}.{}", prefix(self.mode), self.kind, self.name)?;
        self.key.as_ref().map_or(Ok(()), |key| write!(f, "{key}"))
    }
}

/// Writes an address from the parts that a plan gives beside it, exactly as Terraform writes it.
pub fn compose(module: Option<&str>, mode: Mode, kind: &str, name: &str, index: Option<&Index>) -> String {
    let index = index.map(Index::to_string).unwrap_or_default();
    match module {
        Some(module) if !module.is_empty() => format!("{module}.{}{kind}.{name}{index}", prefix(mode)),
        _ => format!("{}{kind}.{name}{index}", prefix(mode)),
    }
}

/// Returns true if two addresses differ in nothing but which characters beyond ASCII are written as `\u` escapes.
///
/// Terraform escapes what the Unicode tables of its own build do not call printable, and those tables grow with
/// every version, so that the same key may be spelled in two ways.
pub(super) fn same_spelling(a: &str, b: &str) -> bool {
    a == b || quote::without_unicode_escapes(a) == quote::without_unicode_escapes(b)
}

fn prefix(mode: Mode) -> &'static str {
    match mode {
        Mode::Managed => "",
        Mode::Data => "data.",
        Mode::Ephemeral => "ephemeral.",
    }
}

#[cfg(test)]
mod tests;
