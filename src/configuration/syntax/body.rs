//! Blocks and attributes of native syntax, with recovery: a fault costs a statement, not the file.

use super::lexer::{Lexer, Token, TokenKind, unquote};
use super::{Attribute, Block, Body, Fault, FileId, Lines, Parsed, Span};
use crate::configuration::limits;

/// Reads a whole file.
pub(super) fn parse(text: &str, file: FileId) -> Parsed {
    let mut parser = Parser {
        text,
        file,
        lexer: Lexer::new(text),
        lines: Lines::default(),
        faults: Vec::new(),
        unclosed: false,
    };
    let mut body = Body::default();
    parser.body(&mut body, 0);
    Parsed { body, faults: parser.faults }
}

struct Parser<'t> {
    text: &'t str,
    file: FileId,
    lexer: Lexer<'t>,
    lines: Lines,
    faults: Vec<Fault>,
    /// A block was left open where the next resource begins: all that are open end there.
    unclosed: bool,
}

impl Parser<'_> {
    fn line(&mut self, offset: usize) -> u32 {
        self.lines.at(self.text, offset)
    }

    fn fault(&mut self, offset: usize, message: &'static str) {
        if self.faults.len() < limits::FAULTS {
            let line = self.line(offset);
            self.faults.push(Fault { line, message });
        }
    }

    /// Reads statements up to the brace that ends the block, or to the end of the file. Returns where they end.
    fn body(&mut self, body: &mut Body, depth: usize) -> usize {
        loop {
            let token = self.lexer.take();
            match token.kind {
                TokenKind::Newline => {}
                TokenKind::End => {
                    if depth > 0 {
                        self.fault(token.start, "a block is not closed");
                    }
                    return token.start;
                }
                TokenKind::Close(b'}') if depth > 0 => return token.start,
                TokenKind::Word => {
                    self.statement(token, body, depth);
                    if self.unclosed {
                        if depth > 0 {
                            return self.lexer.position();
                        }
                        self.unclosed = false;
                    }
                }
                _ => {
                    self.fault(token.start, "neither an attribute nor a block begins here");
                    self.brackets();
                }
            }
        }
    }

    /// Reads an attribute or a block whose first word is taken.
    fn statement(&mut self, name: Token, body: &mut Body, depth: usize) {
        let kind = self.lexer.text(name);
        let mut labels: Vec<Box<str>> = Vec::new();
        loop {
            let token = self.lexer.peek();
            match token.kind {
                TokenKind::Sign if labels.is_empty() && self.lexer.text(token) == "=" => {
                    self.lexer.take();
                    let value = self.expression();
                    let line = self.line(name.start);
                    body.attributes.push(Attribute { name: kind.into(), file: self.file, line, value });
                    return;
                }
                TokenKind::Quoted => labels.push(unquote(self.lexer.text(token)).into()),
                TokenKind::Word => labels.push(self.lexer.text(token).into()),
                TokenKind::Open(b'{') => {
                    if depth > 0 && self.begins_top_level(name, kind, labels.len()) {
                        self.fault(name.start, "a block before this one is not closed");
                        self.lexer.go(name.start);
                        self.unclosed = true;
                        return;
                    }
                    let line = self.line(name.start);
                    let (inside, content) = self.block(token, depth);
                    let block =
                        Block { kind: kind.into(), labels, file: self.file, line, inside, body: content };
                    body.blocks.push(block);
                    return;
                }
                _ => {
                    self.fault(name.start, "an attribute or a block is expected here");
                    self.brackets();
                    return;
                }
            }
            self.lexer.take();
        }
    }

    /// Reads the content of a block whose brace is next.
    fn block(&mut self, brace: Token, depth: usize) -> (Span, Body) {
        let mut content = Body::default();
        if depth >= limits::BLOCK_DEPTH {
            self.fault(brace.start, "blocks are nested too deeply: what is inside is not read");
            let span = self.brackets();
            return (span.unwrap_or(Span::new(brace.start, brace.start)), content);
        }
        self.lexer.take();
        let end = self.body(&mut content, depth + 1);
        (Span::new(brace.end, end), content)
    }

    /// Returns true for what stands at the beginning of a line and is a block of the file in any valid text.
    ///
    /// No block of a provider has two labels, or is called `module`, so that a brace must be missing before it.
    fn begins_top_level(&self, name: Token, kind: &str, labels: usize) -> bool {
        let line_start =
            name.start.checked_sub(1).is_none_or(|before| self.text.as_bytes().get(before) == Some(&b'\n'));
        line_start && matches!((kind, labels), ("resource", 2) | ("module", 1))
    }

    /// Reads the expression of an attribute.
    fn expression(&mut self) -> Span {
        let before = self.lexer.position();
        self.brackets().unwrap_or_else(|| {
            self.fault(before, "a value is missing");
            Span::new(before, before)
        })
    }

    /// Reads to the end of a line outside of any brackets, or to what closes the block around it, which is left.
    fn brackets(&mut self) -> Option<Span> {
        let mut start = None;
        let mut end = self.lexer.position();
        let mut open: Vec<u8> = Vec::new();
        loop {
            let token = self.lexer.peek();
            match token.kind {
                TokenKind::End => {
                    if !open.is_empty() {
                        self.fault(start.unwrap_or(end), "a bracket is not closed");
                    }
                    break;
                }
                TokenKind::Newline => {
                    if open.is_empty() {
                        break;
                    }
                    self.lexer.take();
                    if begins_block(self.text, self.lexer.position()) {
                        self.fault(start.unwrap_or(end), "a bracket is not closed");
                        break;
                    }
                    continue;
                }
                TokenKind::Open(bracket) => open.push(bracket),
                TokenKind::Close(bracket) => {
                    let partner = partner(bracket);
                    match open.iter().rposition(|opened| *opened == partner) {
                        Some(position) => {
                            if position + 1 < open.len() {
                                self.fault(token.start, "a bracket is not closed");
                            }
                            open.truncate(position);
                        }
                        None if bracket == b'}' => break,
                        None => self.fault(token.start, "a bracket is closed that was not opened"),
                    }
                }
                TokenKind::Broken => self.fault(token.start, "a string or heredoc does not end"),
                _ => {}
            }
            self.lexer.take();
            start.get_or_insert(token.start);
            end = token.end;
        }
        start.map(|start| Span::new(start, end))
    }
}

fn partner(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
}

/// Returns true if a block with labels begins at `at`, the first column of a line: no expression holds that.
fn begins_block(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    ["resource \"", "data \"", "module \""].iter().any(|header| rest.starts_with(header))
}
