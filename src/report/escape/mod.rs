//! Text from a plan made safe for the place where it is shown.
//!
//! Addresses and keys are chosen by whoever writes the configuration. Wherever they are shown they must not become
//! anything but text: no movement of the cursor, no command of a build log, no markup, no mention.

mod log;
mod markdown;

use std::borrow::Cow;
use std::fmt::Write;

pub use log::{command_data, command_property};
pub use markdown::{code, fence, plain, plain_with};

/// Returns text that a terminal or a log shows as it is: what would control it stands there as `\u{...}`.
///
/// Runners of build jobs look for commands in what is printed: GitHub for `::name` where a line begins, also behind
/// white space, and for `##[` anywhere; Azure for `##vso[` anywhere. Where lines are wrapped, each word may begin one.
/// `::/0` stays what it is: all of IPv6.
pub fn terminal(text: &str) -> Cow<'_, str> {
    if !text.chars().any(misleads) && !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let (mut last, mut begins) = (None, true);
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let command = match character {
            ':' => begins && names_command(rest.clone()),
            '#' => last == Some('#'),
            _ => false,
        };
        if command || misleads(character) {
            // Writing into a string cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(character));
        } else {
            safe.push(character);
        }
        begins = character.is_whitespace();
        last = Some(character);
    }
    Cow::Owned(safe)
}

/// Returns true if another colon and a letter follow: no address of IPv6 begins like that but `::a` to `::ffff`.
fn names_command(mut rest: impl Iterator<Item = char>) -> bool {
    rest.next() == Some(':') && rest.next().is_some_and(char::is_alphabetic)
}

/// Returns JSON in which characters that mislead a reader, or the runner of a build job, are escaped; to a program it
/// is the same JSON.
pub fn json(document: &str) -> String {
    let mut safe = String::with_capacity(document.len());
    let mut last = None;
    for character in document.chars() {
        // Such characters stand in strings only, where an escape means the same.
        let command = character == '#' && last == Some('#');
        let line_break = character == '\n';
        if command || !line_break && misleads(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing into a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
        last = Some(character);
    }
    safe
}

/// Returns text of at most `longest` characters; of a longer one the middle is left out, as its two ends tell more.
pub fn cut(text: &str, longest: usize) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= longest {
        return Cow::Borrowed(text);
    }
    let head = longest.saturating_sub(1) * 2 / 3;
    let tail = longest.saturating_sub(1) - head;
    let at = |position: usize| text.char_indices().nth(position).map_or(text.len(), |(at, _)| at);
    let head = text.get(..at(head)).unwrap_or_default();
    let tail = text.get(at(length - tail)..).unwrap_or_default();
    Cow::Owned(format!("{head}…{tail}"))
}

/// Returns true for characters that do something other than to be seen.
pub(super) fn misleads(character: char) -> bool {
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
            | '\u{FFFE}'..='\u{FFFF}'   // no characters at all
            | '\u{E0000}'..='\u{E0FFF}' // tags
        )
}

#[cfg(test)]
mod tests {
    use super::{cut, terminal};

    #[test]
    fn json_stays_the_same_document() {
        let document = serde_json::to_string(&"a\u{202e}b\u{e0041}é ##[error]\u{7f}").unwrap();
        let safe = super::json(&document);
        assert_eq!(safe, "\"a\\u202eb\\udb40\\udc41é #\\u0023[error]\\u007f\"");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), "a\u{202e}b\u{e0041}é ##[error]\u{7f}");
    }

    #[test]
    fn what_would_control_a_terminal_is_spelled_out() {
        for (text, expected) in [
            ("aws_x.y[\"a\"]", "aws_x.y[\"a\"]"),
            ("é 中 🙂", "é 中 🙂"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\r\n::error::b", "a\\u{d}\\u{a}\\u{3a}:error::b"),
            ("x\u{202e}y", "x\\u{202e}y"),
            ("x\u{200b}y\u{9b}", "x\\u{200b}y\\u{9b}"),
        ] {
            assert_eq!(terminal(text), expected);
        }
    }

    #[test]
    fn what_would_command_a_build_log_is_spelled_out() {
        for (text, expected) in [
            ("::error::x", "\\u{3a}:error::x"),
            ("a ::error::x", "a \\u{3a}:error::x"),
            ("a\u{2003}::error::x", "a\u{2003}\\u{3a}:error::x"),
            ("arn:aws:s3:::bucket", "arn:aws:s3:::bucket"),
            ("::/0", "::/0"),
            ("[\"::warning::x\"]", "[\"::warning::x\"]"),
            ("x##[error]", "x#\\u{23}[error]"),
            ("###vso[task]", "#\\u{23}\\u{23}vso[task]"),
            ("a # b", "a # b"),
        ] {
            assert_eq!(terminal(text), expected);
        }
    }

    #[test]
    fn a_cut_text_keeps_its_ends() {
        for (text, longest, expected) in
            [("short", 5, "short"), ("0123456789", 7, "0123…89"), ("éééééééééé", 4, "éé…é")]
        {
            assert_eq!(cut(text, longest), expected);
        }
    }
}
