//! Where a key stands in an object expression.

use super::json::{self, Node};
use super::lexer::{Lexer, TokenKind, unquote};

/// Returns where the key stands in the object that `expression` is or first opens, in bytes from the begin of
/// `expression`. Later keys of one name win, as they do for Terraform.
pub(crate) fn key_offset(expression: &str, is_json: bool, key: &str) -> Option<usize> {
    if is_json { json_key(expression, key) } else { native_key(expression, key) }
}

fn json_key(expression: &str, key: &str) -> Option<usize> {
    match json::parse(expression).0? {
        Node::Object { members, .. } => {
            members.iter().rev().find(|member| member.key == key).map(|member| member.at as usize)
        }
        _ => None,
    }
}

fn native_key(expression: &str, key: &str) -> Option<usize> {
    let mut lexer = Lexer::new(expression);
    let mut depth = 0_usize;
    let mut found = None;
    // A key follows the brace, a comma or a line break, and `=` or `:` follows the key.
    let mut key_is_next = false;
    loop {
        let token = lexer.take();
        match token.kind {
            TokenKind::End => return found,
            TokenKind::Open(bracket) => {
                depth += 1;
                key_is_next = depth == 1 && bracket == b'{';
            }
            TokenKind::Close(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && found.is_some() {
                    return found;
                }
            }
            TokenKind::Newline => key_is_next = depth == 1,
            TokenKind::Word | TokenKind::Quoted if key_is_next => {
                key_is_next = false;
                let text = lexer.text(token);
                let next = lexer.peek();
                if matches!(lexer.text(next), "=" | ":") && (text == key || unquote(text) == key) {
                    found = Some(token.start);
                }
            }
            _ => key_is_next = depth == 1 && lexer.text(token) == ",",
        }
    }
}
