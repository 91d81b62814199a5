//! Expressions and bodies without what does not matter: comments, blanks, the layout.

use super::lexer::{Lexer, TokenKind};

/// Returns the text of native syntax with one blank between tokens, without comments and empty lines.
///
/// Two texts that mean different things never become equal by this; two that mean the same may stay different.
pub(crate) fn normal_native(text: &str) -> String {
    let mut lexer = Lexer::new(text);
    let mut normal = String::with_capacity(text.len());
    let mut line_break = false;
    let mut after_dot = true;
    loop {
        let token = lexer.take();
        match token.kind {
            TokenKind::End => return normal,
            TokenKind::Newline => line_break = true,
            _ => {
                let text = lexer.text(token);
                // A reference stays in one piece.
                if line_break && !normal.is_empty() {
                    normal.push('\n');
                } else if !after_dot && text != "." {
                    normal.push(' ');
                }
                line_break = false;
                after_dot = text == ".";
                normal.push_str(text);
            }
        }
    }
}

/// Returns the text of JSON without blanks between its parts.
pub(crate) fn normal_json(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut quoted = false;
    let mut escaped = false;
    for character in text.chars() {
        if !quoted && character.is_ascii_whitespace() {
            continue;
        }
        normal.push(character);
        if quoted && !escaped && character == '\\' {
            escaped = true;
            continue;
        }
        if character == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = false;
    }
    normal
}
