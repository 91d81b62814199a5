//! What an expression is worth, where the configuration alone tells: literals, and variables and locals that lead to
//! literals through module arguments, defaults and value files.
//!
//! Everything else is unknown, and an unknown guard is none.

mod evaluate;
mod made_of;

use std::fmt;

pub(crate) use evaluate::{Evaluator, Resolved};

use super::syntax::{Lexer, TokenKind, json_string, unquote};

/// A simple value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Literal {
    /// `null`, which is the same as not there.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A text.
    Text(String),
}

// A variable may hold a secret: what is printed for developers shows what kind of value it is, and no more.
impl fmt::Debug for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Null => f.write_str("Null"),
            Literal::Bool(value) => write!(f, "Bool({value})"),
            Literal::Number(_) => f.write_str("Number(..)"),
            Literal::Text(_) => f.write_str("Text(..)"),
        }
    }
}

impl Literal {
    /// Returns true if both mean the same to an attribute: Terraform converts `"true"` and `"7"` as needed.
    pub fn same(&self, other: &Literal) -> bool {
        match (self, other) {
            (Literal::Null, Literal::Null) => true,
            (Literal::Null, _) | (_, Literal::Null) => false,
            (Literal::Text(one), Literal::Text(two)) => one == two,
            _ => {
                let (one, two) = (self.text(), other.text());
                let numbers = one.parse::<f64>().ok().zip(two.parse::<f64>().ok());
                // Numbers beyond what a float holds are compared as they are written.
                let small = numbers.filter(|(one, two)| one.abs() < 1e15 && two.abs() < 1e15);
                one == two || small.is_some_and(|(one, two)| one.to_bits() == two.to_bits() || one == two)
            }
        }
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Literal::Null => "null".to_owned(),
            Literal::Bool(value) => value.to_string(),
            Literal::Number(text) | Literal::Text(text) => text.clone(),
        }
    }
}

/// Returns the text of an expression that is a string without interpolation.
pub(crate) fn literal_string(text: &str, json: bool) -> Option<String> {
    if json {
        return json_string(text).filter(|string| !string.contains("${") && !string.contains("%{"));
    }
    let mut lexer = Lexer::new(text);
    let token = lexer.take();
    let whole = token.kind == TokenKind::Quoted && token.start == 0 && token.end == text.len();
    (whole && !interpolates(text)).then(|| unquote(text))
}

fn interpolates(quoted: &str) -> bool {
    let plain = quoted.replace("$${", "").replace("%%{", "");
    plain.contains("${") || plain.contains("%{")
}

/// Returns a reference as native syntax writes it: JSON, and Terraform before 0.12, put it into a string.
pub(crate) fn reference(text: &str, json: bool) -> String {
    let string = if json { json_string(text) } else { text.starts_with('"').then(|| unquote(text)) };
    let string = string.unwrap_or_else(|| text.to_owned());
    let inner = string.trim().strip_prefix("${").and_then(|inner| inner.strip_suffix('}'));
    inner.map_or_else(|| string.clone(), str::to_owned).trim().to_owned()
}

/// Returns the elements of a list of references, or the one that stands alone.
pub(crate) fn references(text: &str, json: bool) -> Vec<String> {
    let mut lexer = Lexer::new(text);
    let first = lexer.take();
    if first.kind != TokenKind::Open(b'[') {
        return vec![reference(text, json)];
    }
    let mut found = Vec::new();
    let mut element: Option<(usize, usize)> = None;
    let mut depth = 1_usize;
    while depth > 0 {
        let token = lexer.take();
        let ends = match token.kind {
            TokenKind::End => break,
            TokenKind::Open(_) => {
                depth += 1;
                false
            }
            TokenKind::Close(_) => {
                depth -= 1;
                depth == 0
            }
            TokenKind::Newline => continue,
            _ => depth == 1 && lexer.text(token) == ",",
        };
        if ends {
            let range = element.take().and_then(|(start, end)| text.get(start..end));
            found.extend(range.map(|element| reference(element, json)));
        } else {
            element = Some((element.map_or(token.start, |(start, _)| start), token.end));
        }
    }
    found
}

#[cfg(test)]
mod tests;
