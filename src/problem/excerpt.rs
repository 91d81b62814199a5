//! The line of a text where something happened, with what to point at.

/// The longest part of a line that is kept, in characters.
const MAX_LENGTH: usize = 160;

/// A line of a text and the part of it that a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, or the part of a long one around the problem.
    pub text: String,
    /// Where the part begins, in characters from 0.
    pub start: usize,
    /// How many characters it has: 1 at least, even at the end of the line.
    pub length: usize,
}

impl Excerpt {
    /// Returns the excerpt of `text` at a byte: its line, pointing at the word, string or sign that begins there.
    pub fn at(text: &str, offset: usize) -> Excerpt {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (before, after) = text.split_at(offset);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let length = word(after).clamp(1, MAX_LENGTH);
        let start = before.chars().count();
        // Of a long line, what stands around the problem is enough.
        let skipped = start.saturating_sub(MAX_LENGTH / 2);
        let line = before.chars().chain(after.chars()).skip(skipped).take(MAX_LENGTH + length);
        let text = line.collect();
        Excerpt { text, start: start - skipped, length }
    }
}

/// Returns how many characters the word, the string or the sign has that a text begins with.
fn word(text: &str) -> usize {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    match text.chars().next() {
        Some('"') => {
            let mut escaped = false;
            let inner = text.chars().skip(1).position(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            inner.map_or_else(|| text.chars().count(), |end| end + 2)
        }
        Some(first) if is_name(first) => text.chars().take_while(|c| is_name(*c)).count(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, MAX_LENGTH};

    #[test]
    fn an_excerpt_points_at_the_word_string_or_sign_that_begins_there() {
        let text = "a = 1\r\n  count = \"zw\\\"ölf\" # x\n}";
        for (offset, line, start, length) in [
            (0, "a = 1", 0, 1),
            (2, "a = 1", 2, 1),
            (9, "  count = \"zw\\\"ölf\" # x", 2, 5),
            (17, "  count = \"zw\\\"ölf\" # x", 10, 9),
            (999, "}", 1, 1),
        ] {
            let expected = Excerpt { text: line.to_owned(), start, length };
            assert_eq!(Excerpt::at(text, offset), expected, "{offset}");
        }
    }

    #[test]
    fn of_a_long_line_only_the_part_around_the_problem_is_kept() {
        let text = format!("{}here{}", "x ".repeat(500), " y".repeat(500_000));
        let excerpt = Excerpt::at(&text, 1000);
        assert_eq!((excerpt.start, excerpt.length), (MAX_LENGTH / 2, 4));
        assert!(excerpt.text.chars().count() <= MAX_LENGTH * 2);
        assert_eq!(excerpt.text.get(excerpt.start..excerpt.start + 4), Some("here"));
    }
}
