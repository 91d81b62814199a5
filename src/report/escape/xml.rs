//! Text in XML.

use super::terminal;

/// Returns text for the content or an attribute of an XML element.
///
/// XML 1.0 has no way at all to write most control characters: they are spelled out as on a terminal.
pub fn xml(text: &str) -> String {
    let text = terminal(text);
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn nothing_leaves_the_element_or_the_attribute() {
        for (text, expected) in [
            ("a\"b'c", "a&quot;b&apos;c"),
            ("]]><x/>", "]]&gt;&lt;x/&gt;"),
            ("&amp;", "&amp;amp;"),
            ("a\u{0}\u{1b}\u{ffff}b", "a\\u{0}\\u{1b}\\u{ffff}b"),
            ("a\nb", "a\\u{a}b"),
        ] {
            assert_eq!(xml(text), expected);
        }
    }
}
