//! Text from a plan made safe for the place where it is shown.
//!
//! Addresses and keys are chosen by whoever writes the configuration. On a terminal they must not move the
//! cursor, turn the direction of writing around or hide themselves.

use std::borrow::Cow;
use std::fmt::Write;

/// Returns text that a terminal shows as it is: what would control it stands there as `\u{...}`.
pub fn terminal(text: &str) -> Cow<'_, str> {
    if !text.chars().any(misleads) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if misleads(character) {
            // Writing into a string cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(character));
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Returns JSON in which characters that mislead a reader are escaped; to a program it is the same JSON.
pub fn json(document: &str) -> String {
    let mut safe = String::with_capacity(document.len());
    for character in document.chars() {
        // Outside ASCII such characters stand in strings only, where an escape means the same.
        if !character.is_ascii() && misleads(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing into a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe
}

/// Returns true for characters that do something other than to be seen.
fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{00AD}'                  // soft hyphen
            | '\u{034F}'                // combining grapheme joiner
            | '\u{061C}'                // Arabic letter mark
            | '\u{115F}'..='\u{1160}'   // Hangul fillers
            | '\u{17B4}'..='\u{17B5}'   // Khmer inherent vowels
            | '\u{180B}'..='\u{180E}'   // Mongolian selectors
            | '\u{200B}'..='\u{200F}'   // zero width, direction marks
            | '\u{2028}'..='\u{202E}'   // line separators, direction embeddings
            | '\u{2060}'..='\u{206F}'   // word joiner, direction isolates
            | '\u{3164}'                // Hangul filler
            | '\u{FE00}'..='\u{FE0F}'   // variation selectors
            | '\u{FEFF}'                // byte order mark
            | '\u{FFA0}'                // half-width Hangul filler
            | '\u{FFF0}'..='\u{FFFB}'   // interlinear annotation
            | '\u{E0000}'..='\u{E0FFF}' // tags
        )
}

#[cfg(test)]
mod tests {
    use super::terminal;

    #[test]
    fn json_stays_the_same_document() {
        let document = serde_json::to_string(&"a\u{202e}b\u{e0041}é").unwrap();
        let safe = super::json(&document);
        assert_eq!(safe, "\"a\\u202eb\\udb40\\udc41é\"");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), "a\u{202e}b\u{e0041}é");
    }

    #[test]
    fn what_would_control_a_terminal_is_spelled_out() {
        for (text, expected) in [
            ("aws_x.y[\"a\"]", "aws_x.y[\"a\"]"),
            ("é 中 🙂", "é 中 🙂"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\r\n::error::b", "a\\u{d}\\u{a}::error::b"),
            ("x\u{202e}y", "x\\u{202e}y"),
            ("x\u{200b}y\u{9b}", "x\\u{200b}y\\u{9b}"),
        ] {
            assert_eq!(terminal(text), expected);
        }
    }
}
