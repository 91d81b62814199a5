//! The parser of addresses.

use super::{Address, Index, ModuleStep, quote};
use crate::plan::mode::Mode;
use crate::problem::{Code, Problem};

/// Reads a whole address.
pub(super) fn address(text: &str) -> Result<Address, Problem> {
    let mut cursor = Cursor { text, rest: text };
    let mut modules = Vec::new();
    let mut word = cursor.name()?;
    while word == "module" {
        cursor.dot()?;
        let name = cursor.name()?.to_owned();
        let key = cursor.key()?;
        modules.push(ModuleStep { name, key });
        cursor.dot()?;
        word = cursor.name()?;
    }
    let mode = match word {
        "data" => Mode::Data,
        "ephemeral" => Mode::Ephemeral,
        _ => Mode::Managed,
    };
    if mode != Mode::Managed {
        cursor.dot()?;
        word = cursor.name()?;
    }
    let kind = word.to_owned();
    cursor.dot()?;
    let name = cursor.name()?.to_owned();
    let key = cursor.key()?;
    if cursor.rest.is_empty() {
        Ok(Address { modules, mode, kind, name, key })
    } else {
        Err(cursor.problem())
    }
}

/// Skips the `[key]` that `text` starts with, if there is one, and returns what follows it.
pub(in crate::plan) fn after_key(text: &str) -> Option<&str> {
    let mut cursor = Cursor { text, rest: text };
    cursor.key().ok()?;
    Some(cursor.rest)
}

struct Cursor<'t> {
    text: &'t str,
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    fn problem(&self) -> Problem {
        let at = self.text.len() - self.rest.len();
        Problem::new(
            Code::PlanInvalid,
            format!("`{}` is not a resource address from byte {at} on", self.text),
        )
        .help("an address looks like `module.network[\"eu\"].aws_subnet.private[0]`")
    }

    /// Takes `wanted` off the front, if it is there.
    fn take(&mut self, wanted: &str) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn dot(&mut self) -> Result<(), Problem> {
        if self.take(".") { Ok(()) } else { Err(self.problem()) }
    }

    /// Takes a name: everything up to what can end one.
    fn name(&mut self) -> Result<&'t str, Problem> {
        let end = |c: char| matches!(c, '.' | '[' | ']' | '"' | '\\') || c.is_whitespace() || c.is_control();
        let (name, rest) = self.rest.split_at(self.rest.find(end).unwrap_or(self.rest.len()));
        if name.is_empty() {
            return Err(self.problem());
        }
        self.rest = rest;
        Ok(name)
    }

    /// Takes a key in brackets, if there is one.
    fn key(&mut self) -> Result<Option<Index>, Problem> {
        if !self.take("[") {
            return Ok(None);
        }
        let index = if self.take("\"") {
            Index::Key(self.quoted()?)
        } else if self.take("*") {
            Index::Unknown
        } else {
            self.number()?
        };
        if self.take("]") { Ok(Some(index)) } else { Err(self.problem()) }
    }

    fn number(&mut self) -> Result<Index, Problem> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        let leading_zero = digits.len() > 1 && digits.starts_with('0');
        let number = digits.parse().ok().filter(|_| !leading_zero).ok_or_else(|| self.problem())?;
        self.rest = rest;
        Ok(Index::Number(number))
    }

    /// Takes the content of a quoted key and the quote that ends it.
    fn quoted(&mut self) -> Result<String, Problem> {
        let mut key = String::new();
        loop {
            if self.take("\"") {
                return Ok(key);
            } else if self.take("$${") {
                key.push_str("${");
            } else if self.take("%%{") {
                key.push_str("%{");
            } else if self.rest.starts_with('\\') {
                key.push(self.escape()?);
            } else {
                let mut characters = self.rest.chars();
                match characters.next() {
                    Some(character) if !character.is_control() => key.push(character),
                    _ => return Err(self.problem()),
                }
                self.rest = characters.as_str();
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        for (escape, character) in
            [("\\n", '\n'), ("\\r", '\r'), ("\\t", '\t'), ("\\\"", '"'), ("\\\\", '\\')]
        {
            if self.take(escape) {
                return Ok(character);
            }
        }
        let (character, length) = quote::unicode_escape(self.rest).ok_or_else(|| self.problem())?;
        self.rest = self.rest.get(length..).unwrap_or_default();
        Ok(character)
    }
}
