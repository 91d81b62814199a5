//! Text from a plan made safe for XML, HTML and Mermaid, and short enough to stand in a picture.
//!
//! Names, keys and messages are chosen by whoever writes the configuration. In a picture they are text: no element,
//! attribute, entity, link or script can come of them.

use textwrap::core::display_width;

use super::escape::terminal;

/// What stands in place of what was cut out.
const CUT: char = '\u{2026}';

/// So many marks may stand on one letter.
const MARKS: usize = 3;
/// The ligature of f and l, and the sign of a paragraph.
const LIGATURE: char = '\u{fb02}';
const PARAGRAPH: char = '\u{b6}';

/// Returns text for the content and the attributes of XML and HTML.
pub(super) fn xml(text: &str) -> String {
    escaped(text, |character| match character {
        '&' => Some("&amp;".to_owned()),
        '<' => Some("&lt;".to_owned()),
        '>' => Some("&gt;".to_owned()),
        '"' => Some("&quot;".to_owned()),
        '\'' => Some("&#39;".to_owned()),
        _ => None,
    })
}

/// Returns text for a quoted label of a Mermaid chart.
///
/// Whatever is neither letter nor digit stands there by its number: quotes, backticks (Markdown), `%%{` (directives),
/// `://` (links), `#` and `;` (entities) all mean something to one version or another. The library turns the numbers
/// back before it looks for formulas (`$$`) and icons (`:fa-`), and keeps them meanwhile between a ligature and the sign
/// of a paragraph: what is seen only then is spelled out.
pub(super) fn mermaid(text: &str) -> String {
    escaped(&text.replace(":fa-", "\\u{3a}fa-"), |character| {
        let letter = character.is_alphanumeric() && character != LIGATURE;
        let plain = letter || matches!(character, ' ' | '_' | '-' | '.' | ',' | '(' | ')' | '\u{d7}');
        (!plain).then(|| match character {
            '"' => "#quot;".to_owned(),
            '$' | LIGATURE | PARAGRAPH => mermaid(&format!("\\u{{{:x}}}", u32::from(character))),
            other => format!("#{};", u32::from(other)),
        })
    })
}

/// Returns text in which everything can be seen: what would control the page, and marks piled up on one letter, which
/// would cover the lines above.
fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut marks = 0;
    for character in terminal(text).chars() {
        marks = if display_width(character.encode_utf8(&mut [0; 4])) == 0 { marks + 1 } else { 0 };
        // XML does not have the last two: they are no characters at all.
        if marks > MARKS || matches!(character, '\u{FFFE}' | '\u{FFFF}') {
            put!(seen, "\\u{{{:x}}}", u32::from(character));
        } else {
            seen.push(character);
        }
    }
    seen
}

fn escaped(text: &str, escape: impl Fn(char) -> Option<String>) -> String {
    let seen = seen(text);
    let mut safe = String::with_capacity(seen.len() + 16);
    for character in seen.chars() {
        match escape(character) {
            Some(escape) => safe.push_str(&escape),
            None => safe.push(character),
        }
    }
    safe
}

/// Returns text of so many columns at most: what is longer loses its middle, as the ends of a name tell most.
///
/// What does not show itself is spelled out before, so that it cannot be used to make room.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = seen(text);
    let characters: Vec<char> = text.chars().collect();
    if width(&characters) <= most {
        return text;
    }
    let tail = most.saturating_sub(1) * 2 / 5;
    let head = most.saturating_sub(1) - tail;
    let taken = |from: &mut dyn Iterator<Item = &char>, most: usize| {
        let mut room = most;
        let mut taken = Vec::new();
        for character in from {
            let Some(left) = room.checked_sub(columns(*character)) else { break };
            room = left;
            taken.push(*character);
        }
        taken
    };
    let start = taken(&mut characters.iter(), head);
    let mut end = taken(&mut characters.iter().rev(), tail);
    end.reverse();
    start.into_iter().chain([CUT]).chain(end).collect()
}

/// Returns how many columns text takes.
pub(super) fn columns_of(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn width(characters: &[char]) -> usize {
    characters.iter().copied().map(columns).sum()
}

/// Marks that stand above others take room too, so that no text is endless.
fn columns(character: char) -> usize {
    display_width(character.encode_utf8(&mut [0; 4])).max(1)
}

#[cfg(test)]
mod tests {
    use super::{columns_of, cut, mermaid, xml};

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, expected) in [
            ("aws_x.y[\"a\"]", "aws_x.y[&quot;a&quot;]"),
            ("\"><script>'", "&quot;&gt;&lt;script&gt;&#39;"),
            ("]]>&amp;", "]]&gt;&amp;amp;"),
            ("x\u{202e}y\n\u{0}\u{ffff}", "x\\u{202e}y\\u{a}\\u{0}\\u{ffff}"),
            ("é 中 🙂", "é 中 🙂"),
        ] {
            assert_eq!(xml(text), expected);
        }
    }

    #[test]
    fn nothing_in_a_label_is_a_chart() {
        for (text, expected) in [
            ("aws_x.y-1 (2, 3)", "aws_x.y-1 (2, 3)"),
            ("a[\"k\"]", "a#91;#quot;k#quot;#93;"),
            ("`%%{init}`", "#96;#37;#37;#123;init#125;#96;"),
            ("fa:fa-x#lt;", "fa#92;u#123;3a#125;fa-x#35;lt#59;"),
            ("a\n--> b", "a#92;u#123;a#125;--#62; b"),
            ("$$x$$", "#92;u#123;24#125;#92;u#123;24#125;x#92;u#123;24#125;#92;u#123;24#125;"),
            ("ﬂ°60¶ß中", "#92;u#123;fb02#125;#176;60#92;u#123;b6#125;ß中"),
        ] {
            assert_eq!(mermaid(text), expected);
        }
    }

    #[test]
    fn what_is_too_long_loses_its_middle() {
        for (text, most, expected) in [
            ("abcdefghij", 10, "abcdefghij"),
            ("abcdefghijk", 10, "abcdef…ijk"),
            ("中中中中中中", 10, "中中中…中"),
            ("a\u{301}\u{301}bc", 4, "a\u{301}…c"),
            ("a\u{301}\u{301}\u{301}\u{301}", 20, "a\u{301}\u{301}\u{301}\\u{301}"),
            ("abc", 0, "…"),
        ] {
            assert_eq!(cut(text, most), expected);
            assert!(columns_of(&cut(text, most)) <= most.max(1));
        }
        assert_eq!(columns_of(&cut(&"x\u{1b}".repeat(5_000), 40)), 40);
    }
}
