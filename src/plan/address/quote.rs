//! The quoting of instance keys: HCL's, as Terraform's address printer does it.

use std::fmt::{self, Write};

/// Writes `key` in quotes.
pub(super) fn write(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    f.write_char('"')?;
    let mut characters = key.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            // `${` and `%{` would begin a template: their first character is doubled.
            '$' | '%' if characters.peek() == Some(&'{') => write!(f, "{character}{character}")?,
            _ if printable(character) => f.write_char(character)?,
            _ if u32::from(character) <= 0xffff => write!(f, "\\u{:04x}", u32::from(character))?,
            _ => write!(f, "\\U{:08x}", u32::from(character))?,
        }
    }
    f.write_char('"')
}

/// Returns true if a character is a letter, mark, number, punctuation, symbol or the ASCII space.
fn printable(character: char) -> bool {
    if character.is_ascii() {
        return !character.is_ascii_control();
    }
    // The standard library has this table, but shows it only through the escaping of text for debugging. There
    // a first character is also escaped for being a combining mark, hence the one before it.
    let mut text = [b' '; 5];
    let length = character.encode_utf8(text.get_mut(1..).unwrap_or_default()).len();
    let text = std::str::from_utf8(text.get(..=length).unwrap_or_default()).unwrap_or_default();
    !text.escape_debug().any(|escaped| escaped == '\\')
}

/// Returns `text` with every `\u` and `\U` escape of a character beyond ASCII replaced by the character.
pub(super) fn without_unicode_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = memchr::memchr(b'\\', rest.as_bytes()) {
        let (before, escape) = rest.split_at(position);
        plain.push_str(before);
        match unicode_escape(escape) {
            Some((character, length)) if !character.is_ascii() => {
                plain.push(character);
                rest = escape.get(length..).unwrap_or_default();
            }
            _ => {
                // Two bytes, so that the second backslash of `\\` does not begin an escape.
                let length = if escape.is_char_boundary(2) { 2.min(escape.len()) } else { 1 };
                let (kept, after) = escape.split_at(length);
                plain.push_str(kept);
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Returns the character of the `\uXXXX` or `\UXXXXXXXX` that `text` starts with, and the length of the escape.
pub(super) fn unicode_escape(text: &str) -> Option<(char, usize)> {
    let length = match text.as_bytes() {
        [b'\\', b'u', ..] => 6,
        [b'\\', b'U', ..] => 10,
        _ => return None,
    };
    let digits = text.get(2..length)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((character, length))
}
