//! Text in Markdown as GitHub and GitLab render it, and as a mail program shows its source.
//!
//! There are two places for text of others: a code span or block, in which nothing is markup, and running text, in
//! which only words pass that cannot be markup, a link, a mention or a reference; the others become code spans. So
//! nothing has to be escaped by backslashes, and the source is as readable as the page.

use std::borrow::Cow;

use super::{cut, misleads, terminal};

/// The longest code span, in characters.
const LONGEST: usize = 240;
/// So many digits in a row may be the name of a commit.
const COMMIT: usize = 7;
/// Signs that stand for themselves, unless a line begins with them.
const SIGNS: [&str; 5] = ["->", "=", "+", "-", "…"];

/// Returns text as a code span: what it holds is shown and nothing else.
pub fn code(text: &str) -> String {
    let text = inside(text);
    let text = cut(&text, LONGEST);
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // A backtick at an edge would join the fence, and a blank at both edges would be taken off.
    let edges = [text.chars().next(), text.chars().next_back()];
    let blank = !text.trim_matches(' ').is_empty() && edges.iter().all(|edge| *edge == Some(' '));
    if blank || edges.contains(&Some('`')) {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// Returns lines as a code block that none of them can end. Each begins with a mark of ours, never with text of
/// others, as some bots look for commands where a line begins.
pub fn fence(language: &str, lines: &[String]) -> String {
    let lines: Vec<Cow<'_, str>> = lines.iter().map(|line| inside(line)).collect();
    let run = lines.iter().map(|line| longest_run(line)).max().unwrap_or_default();
    let fence = "`".repeat((run + 1).max(3));
    let mut block = format!("{fence}{language}\n");
    for line in &lines {
        block.push_str(line);
        block.push('\n');
    }
    block.push_str(&fence);
    block.push('\n');
    block
}

/// Returns a sentence as running text: its words pass if they are plain words, and become code spans if not.
pub fn plain(text: &str) -> String {
    plain_with(text, "")
}

/// Returns a sentence as running text in which a name, such as an address, stands in one piece wherever it occurs.
pub fn plain_with(text: &str, name: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = (!name.is_empty()).then(|| rest.split_once(name)).flatten() {
        let (before, after) = match (before.strip_suffix('`'), after.strip_prefix('`')) {
            (Some(before), Some(after)) => (before, after),
            _ => (before, after),
        };
        push_text(&mut out, before);
        push_code(&mut out, name);
        rest = after;
    }
    push_text(&mut out, rest);
    out.truncate(out.trim_end().len());
    out
}

/// Appends running text.
fn push_text(out: &mut String, text: &str) {
    // Backticks in the sentence mark what the author meant as code; if others wrote them, their text becomes code.
    for (position, part) in text.split('`').enumerate() {
        if position % 2 == 1 {
            if !part.is_empty() {
                push_code(out, part);
            }
            continue;
        }
        for (number, word) in part.split(' ').enumerate() {
            if number > 0 && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            push_word(out, word);
        }
    }
}

/// Appends one word: punctuation around it stays text.
fn push_word(out: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    let open = |character: char| matches!(character, '(' | '"' | '\'');
    let close = |character: char| matches!(character, '.' | ',' | ';' | ':' | '?' | '!' | ')' | '"' | '\'');
    let core = word.trim_start_matches(open).trim_end_matches(close);
    let start = word.len() - word.trim_start_matches(open).len();
    let (before, after) =
        (word.get(..start).unwrap_or_default(), word.get(start + core.len()..).unwrap_or_default());
    let first = out.is_empty();
    // Readers of Markdown make a host of it even where nothing stands behind the dot.
    let host = core.eq_ignore_ascii_case("www") && after.starts_with('.');
    if !host && (core.is_empty() || is_word(core) || SIGNS.contains(&core) && !first) {
        // A number with a dot begins a list where a line begins.
        let digits = !core.is_empty() && core.bytes().all(|byte| byte.is_ascii_digit());
        let numbered = first && digits && after.starts_with(['.', ')']);
        out.push_str(before);
        out.push_str(core);
        if numbered {
            out.push('\\');
        }
        out.push_str(after);
    } else {
        out.push_str(before);
        push_code(out, core);
        out.push_str(after);
    }
}

/// Appends a code span; two of them side by side would join.
fn push_code(out: &mut String, text: &str) {
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&code(text));
}

/// Returns true for a word of a language, or a number.
///
/// Whatever joins letters and digits may be a reference (`GH-1`, `JIRA-7`, the name of a commit), and a dot inside a
/// word makes the name of a host.
fn is_word(word: &str) -> bool {
    let joined = |character: char| matches!(character, '-' | '\'' | '/');
    let plain = |character: char| character.is_alphabetic() && !misleads(character);
    let letters = word.chars().all(|character| plain(character) || joined(character));
    let edges = word.chars().next().is_some_and(char::is_alphabetic)
        && word.chars().next_back().is_some_and(char::is_alphabetic);
    let commit = word.len() >= COMMIT && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = word.bytes().all(|byte| byte.is_ascii_digit());
    (letters && edges || number) && !commit
}

/// Returns what a code span or block may hold: one line without characters that mislead.
///
/// Some programs look for mentions in the source of a comment, whatever is code in it.
fn inside(text: &str) -> Cow<'_, str> {
    let text = terminal(text);
    let mentions = |text: &str| {
        text.match_indices('@').any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + 1..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        })
    };
    if mentions(&text) { Cow::Owned(text.replace('@', "@\u{200b}")) } else { text }
}

/// Returns the length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{code, fence, plain};

    #[test]
    fn a_code_span_cannot_be_left() {
        for (text, expected) in [
            ("aws_x.y[\"a\"]", "`aws_x.y[\"a\"]`"),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("```\n@acme/admins\n```", "```` ```\\u{a}@\u{200b}acme/admins\\u{a}``` ````"),
            (" x ", "`  x  `"),
            ("  ", "`  `"),
            ("", "(empty)"),
            ("me@acme.com", "`me@acme.com`"),
            ("</details>", "`</details>`"),
        ] {
            assert_eq!(code(text), expected);
        }
    }

    #[test]
    fn only_plain_words_stand_in_running_text() {
        for (text, expected) in [
            (
                "It is destroyed, and (half-way) its data are gone.",
                "It is destroyed, and (half-way) its data are gone.",
            ),
            ("aws_x.y is gone: id-7", "`aws_x.y` is gone: `id-7`"),
            ("losing a `aws_x` is high", "losing a `aws_x` is high"),
            ("ask @acme/dba, or #12", "ask `@\u{200b}acme/dba`, or `#12`"),
            (
                "see http://evil.example or www.evil.example.",
                "see `http://evil.example` or `www.evil.example`.",
            ),
            ("x www.. y www. WWW.", "x `www`.. y `www`. `WWW`."),
            ("![x](http://evil)", "`![x](http://evil`)"),
            ("<!-- **bold** _it_ ~~x~~", "`<!--` `**bold**` `_it_` `~~x~~`"),
            ("GH-1 JIRA-22 deadbeef 1234567 123456", "`GH-1` `JIRA-22` `deadbeef` `1234567` 123456"),
            ("1. one 2. two", "1\\. one 2. two"),
            ("- item", "`-` item"),
            ("a - b", "a - b"),
            ("/lgtm", "`/lgtm`"),
            (":rocket: $x$", "`:rocket`: `$x$`"),
            ("a `b", "a `b`"),
            ("`a`b.c", "`a` `b.c`"),
            ("``", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn a_name_stays_in_one_piece() {
        let name = "a.b[\"x y ` z\"]";
        for (text, expected) in [
            ("a.b[\"x y ` z\"] is gone", "``a.b[\"x y ` z\"]`` is gone"),
            ("gone: a.b[\"x y ` z\"].", "gone: ``a.b[\"x y ` z\"]``."),
            ("(`a.b[\"x y ` z\"]` is gone)", "(``a.b[\"x y ` z\"]`` is gone)"),
        ] {
            assert_eq!(super::plain_with(text, name), expected);
        }
    }

    #[test]
    fn a_block_cannot_be_left() {
        let lines = ["+ a: ```".to_owned(), "- b: ~~~\n````".to_owned()];
        assert_eq!(fence("diff", &lines), "`````diff\n+ a: ```\n- b: ~~~\\u{a}````\n`````\n");
    }
}
