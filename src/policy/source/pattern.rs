//! Patterns for strings: globs and regular expressions, checked when they are read.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// The longest pattern that is accepted.
const MAX_LENGTH: usize = 1000;

/// A pattern in which `*` stands for any characters, none included. It is case-sensitive and matches the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glob(Box<str>);

impl Glob {
    /// Reads a pattern; the error says what is wrong.
    ///
    /// # Errors
    ///
    /// An empty or overlong pattern, or characters that have a meaning in other glob languages.
    pub fn parse(pattern: &str) -> Result<Glob, String> {
        if pattern.is_empty() || pattern.len() > MAX_LENGTH {
            return Err(format!("a pattern has between 1 and {MAX_LENGTH} bytes"));
        }
        if let Some(other) = pattern.chars().find(|c| matches!(c, '?' | '[' | '{')) {
            return Err(format!("`{other}` has no meaning in a pattern: `*` is its only wildcard"));
        }
        Ok(Glob(pattern.into()))
    }

    /// Reads a text in which no other sign but `*` has a meaning, whatever it has in other glob languages.
    ///
    /// # Errors
    ///
    /// An empty or overlong text.
    pub fn literal(text: &str) -> Result<Glob, String> {
        if text.is_empty() || text.len() > MAX_LENGTH {
            return Err(format!("a pattern has between 1 and {MAX_LENGTH} bytes"));
        }
        Ok(Glob(text.into()))
    }

    /// Returns the pattern.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns true if the pattern matches the whole of `text`.
    pub fn matches(&self, text: &str) -> bool {
        let mut pieces = self.0.split('*');
        let first = pieces.next().unwrap_or_default();
        let Some(mut rest) = text.strip_prefix(first) else {
            return false;
        };
        let Some(mut piece) = pieces.next() else {
            return rest.is_empty();
        };
        // Each inner piece is taken at its first occurrence: it leaves the most for those that follow.
        for next in pieces {
            let Some(found) = rest.find(piece) else {
                return false;
            };
            rest = rest.get(found + piece.len()..).unwrap_or_default();
            piece = next;
        }
        rest.ends_with(piece)
    }
}

/// A regular expression; its time grows with pattern times text, never beyond.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Regex {
    pattern: Box<str>,
    #[serde(skip)]
    compiled: OnceLock<Option<regex_lite::Regex>>,
}

impl Regex {
    /// Reads an expression; the error says what is wrong.
    ///
    /// # Errors
    ///
    /// An overlong pattern, or one that is no regular expression.
    pub fn parse(pattern: &str) -> Result<Regex, String> {
        if pattern.len() > MAX_LENGTH {
            return Err(format!("a pattern has between 1 and {MAX_LENGTH} bytes"));
        }
        let compiled = build(pattern).map_err(|error| error.to_string())?;
        Ok(Regex { pattern: pattern.into(), compiled: OnceLock::from(Some(compiled)) })
    }

    /// Returns true if the expression matches somewhere in `text`; none if it cannot be compiled.
    pub fn matches(&self, text: &str) -> Option<bool> {
        // It was compiled once when it was read; after unpacking it is compiled on first use.
        let compiled = self.compiled.get_or_init(|| build(&self.pattern).ok());
        compiled.as_ref().map(|regex| regex.is_match(text))
    }
}

impl PartialEq for Regex {
    fn eq(&self, other: &Regex) -> bool {
        self.pattern == other.pattern
    }
}

fn build(pattern: &str) -> Result<regex_lite::Regex, regex_lite::Error> {
    regex_lite::RegexBuilder::new(pattern).size_limit(1 << 18).nest_limit(32).build()
}

#[cfg(test)]
mod tests {
    use super::{Glob, Regex};

    #[test]
    fn a_star_stands_for_any_characters_and_the_rest_for_itself() {
        for (pattern, text, expected) in [
            ("aws_fsx_*", "aws_fsx_lustre", true),
            ("aws_fsx_*", "aws_fsx_", true),
            ("aws_fsx_*", "aws_fs", false),
            ("*", "", true),
            ("*", "anything", true),
            ("a*b", "ab", true),
            ("a*b", "a", false),
            ("a*a", "a", false),
            ("*a*b*", "xaxxbx", true),
            ("*ab*ab", "abab", true),
            ("*ab*ab", "ab", false),
            ("a**b", "axb", true),
            ("azurerm_*_flexible_server", "azurerm_mysql_flexible_server", true),
            ("azurerm_*_flexible_server", "azurerm_mysql_flexible_server_x", false),
            ("same", "same", true),
            ("same", "Same", false),
            ("same", "samex", false),
        ] {
            assert_eq!(Glob::parse(pattern).unwrap().matches(text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn a_pattern_of_another_language_is_refused() {
        for (pattern, message) in [
            ("", "a pattern has between 1 and 1000 bytes"),
            ("a?b", "`?` has no meaning in a pattern: `*` is its only wildcard"),
            ("[ab]", "`[` has no meaning in a pattern: `*` is its only wildcard"),
        ] {
            assert_eq!(Glob::parse(pattern).unwrap_err(), message);
        }
    }

    #[test]
    fn an_expression_matches_somewhere_and_also_after_unpacking() {
        let regex = Regex::parse("^v[0-9]+$").unwrap();
        assert_eq!(regex.matches("v12"), Some(true));
        let packed = postcard::to_allocvec(&regex).unwrap();
        let unpacked: Regex = postcard::from_bytes(&packed).unwrap();
        assert_eq!(unpacked.matches("v12"), Some(true));
        assert_eq!(unpacked.matches("12"), Some(false));
        assert_eq!(unpacked, regex);
    }
}
