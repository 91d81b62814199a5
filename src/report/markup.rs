//! Text from a plan made safe for XML, HTML and Mermaid, and short enough to stand in a picture.
//!
//! Names, keys and messages are chosen by whoever writes the configuration. In a picture they are text: no element,
//! attribute, entity, link or script can come of them.

use textwrap::core::display_width;

use super::escape::terminal;

/// What stands in place of what was cut out.
const CUT: char = '\u{2026}';

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
/// `fa:` (icons), `$$` (formulas), `://` (links), `#` and `;` (entities) all mean something to one version or another.
pub(super) fn mermaid(text: &str) -> String {
    escaped(text, |character| {
        let plain = character.is_alphanumeric()
            || matches!(character, ' ' | '_' | '-' | '.' | ',' | '(' | ')' | '\u{d7}');
        (!plain).then(|| match character {
            '"' => "#quot;".to_owned(),
            other => format!("#{};", u32::from(other)),
        })
    })
}

fn escaped(text: &str, escape: impl Fn(char) -> Option<String>) -> String {
    let seen = terminal(text);
    let mut safe = String::with_capacity(seen.len() + 16);
    for character in seen.chars() {
        match character {
            // No characters at all: XML does not have them.
            '\u{FFFE}' | '\u{FFFF}' => put!(safe, "\\u{{{:x}}}", u32::from(character)),
            _ => match escape(character) {
                Some(escape) => safe.push_str(&escape),
                None => safe.push(character),
            },
        }
    }
    safe
}

/// Returns text of so many columns at most: what is longer loses its middle, as the ends of a name tell most.
///
/// What does not show itself is spelled out before, so that it cannot be used to make room.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = terminal(text);
    let characters: Vec<char> = text.chars().collect();
    if width(&characters) <= most {
        return text.into_owned();
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

/// Marks that stand above others take room too: a thousand of them on one letter would cover the page.
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
            ("fa:fa-x#lt;", "fa#58;fa-x#35;lt#59;"),
            ("a\n--> b", "a#92;u#123;a#125;--#62; b"),
            ("ﬂ°60¶ß中", "ﬂ#176;60#182;ß中"),
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
            ("a\u{301}\u{301}\u{301}\u{301}", 3, "a\u{301}…"),
            ("abc", 0, "…"),
        ] {
            assert_eq!(cut(text, most), expected);
            assert!(columns_of(&cut(text, most)) <= most.max(1));
        }
        assert_eq!(columns_of(&cut(&"x\u{1b}".repeat(5_000), 40)), 40);
    }
}
