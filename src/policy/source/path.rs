//! A path of attribute names, such as `root_block_device.encrypted`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A path of attribute names; nested blocks are stepped through, so it names no indices.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Path(Box<str>);

impl Path {
    /// Reads a dotted path; the error says what is wrong and what helps.
    ///
    /// # Errors
    ///
    /// An empty step, a side of the change as the first step, or a character that no attribute name has.
    pub fn parse(text: &str) -> Result<Path, (String, &'static str)> {
        const HELP: &str = "write attribute names separated by dots, such as `root_block_device.encrypted`";
        if let Some((first @ ("before" | "after"), _)) = text.split_once('.') {
            let help = "leave the side out: the path is looked up on both sides of the change";
            return Err((format!("the path `{text}` begins with `{first}`"), help));
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        if text.split('.').any(|step| step.is_empty() || !step.chars().all(allowed)) {
            return Err((format!("`{text}` is no attribute path"), HELP));
        }
        Ok(Path(text.into()))
    }

    /// Returns the path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the attribute names.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// Returns the first attribute name.
    pub fn first(&self) -> &str {
        self.0.split_once('.').map_or(&self.0, |(first, _)| first)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn a_path_is_read_and_written_the_same() {
        for text in ["tags", "root_block_device.encrypted", "metadata.labels.app-name", "before"] {
            assert_eq!(Path::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_path_is_refused_with_words() {
        for (text, message) in [
            ("", "`` is no attribute path"),
            ("a..b", "`a..b` is no attribute path"),
            ("a[0].b", "`a[0].b` is no attribute path"),
            ("before.a", "the path `before.a` begins with `before`"),
        ] {
            assert_eq!(Path::parse(text).unwrap_err().0, message);
        }
    }
}
