//! The tokens of native syntax, as far as they matter for finding where an expression or a block ends.
//!
//! Strings, templates, heredocs and comments are told apart exactly as Terraform does: what looks like a block inside
//! of one is none. Nesting is kept on a heap, so that no input exhausts the stack.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// The end of a line outside of templates and block comments.
    Newline,
    /// An identifier, keyword or number.
    Word,
    /// A template in quotes, with all that is interpolated.
    Quoted,
    /// A heredoc from `<<` to the end of its last line, without that line's break.
    Heredoc,
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// Any other character, or `==`, `=>` and their like as one.
    Sign,
    /// A template that does not end; the token covers what is given up.
    Broken,
    /// The end of the text.
    End,
}

/// A token and where it stands, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Reads one token after the other.
#[derive(Debug, Clone)]
pub(crate) struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    peeked: Option<Token>,
    /// How many more templates without end are searched to the end of the text: the search is linear, and a text
    /// full of them must not make it quadratic.
    patience: u8,
}

/// What the text is in the middle of, inside of a template.
enum Frame<'t> {
    Quote,
    Heredoc { marker: &'t str },
    Interpolation,
    Brace,
}

impl<'t> Lexer<'t> {
    /// Returns a lexer at the beginning of `text`.
    pub(crate) fn new(text: &'t str) -> Lexer<'t> {
        Lexer { text, bytes: text.as_bytes(), at: 0, peeked: None, patience: 8 }
    }

    /// Returns where the next token begins or is looked for.
    pub(crate) fn position(&self) -> usize {
        self.peeked.map_or(self.at, |token| token.start)
    }

    /// Goes to another place.
    pub(crate) fn go(&mut self, at: usize) {
        self.peeked = None;
        self.at = at.min(self.bytes.len());
    }

    /// Returns the text of a token.
    pub(crate) fn text(&self, token: Token) -> &'t str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// Returns the next token without taking it.
    pub(crate) fn peek(&mut self) -> Token {
        match self.peeked {
            Some(token) => token,
            None => {
                let token = self.read();
                self.peeked = Some(token);
                token
            }
        }
    }

    /// Takes the next token. Blanks and comments before it are skipped; the break that ends a line comment is not.
    pub(crate) fn take(&mut self) -> Token {
        match self.peeked.take() {
            Some(token) => token,
            None => self.read(),
        }
    }

    fn read(&mut self) -> Token {
        self.skip_blanks();
        let start = self.at;
        let (kind, end) = match self.byte(start) {
            None => (TokenKind::End, start),
            Some(b'\n') => (TokenKind::Newline, start + 1),
            Some(b'"') => self.template(start, Frame::Quote, start + 1, TokenKind::Quoted),
            Some(byte @ (b'(' | b'[' | b'{')) => (TokenKind::Open(byte), start + 1),
            Some(byte @ (b')' | b']' | b'}')) => (TokenKind::Close(byte), start + 1),
            Some(b'<') => match heredoc(self.text, start) {
                Some((marker, body)) => {
                    self.template(start, Frame::Heredoc { marker }, body, TokenKind::Heredoc)
                }
                None => (TokenKind::Sign, start + self.sign_length(start)),
            },
            Some(byte) if is_word(byte) => {
                let rest = self.bytes.get(start..).unwrap_or_default();
                (TokenKind::Word, start + rest.iter().take_while(|byte| is_word(**byte)).count())
            }
            Some(_) => (TokenKind::Sign, start + self.sign_length(start)),
        };
        self.at = end;
        Token { kind, start, end }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn sign_length(&self, at: usize) -> usize {
        let next = self.byte(at + 1);
        match self.byte(at) {
            Some(b'=') if matches!(next, Some(b'=' | b'>')) => 2,
            Some(b'!' | b'<' | b'>') if next == Some(b'=') => 2,
            Some(b'&') if next == Some(b'&') => 2,
            Some(b'|') if next == Some(b'|') => 2,
            _ => 1,
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            match self.byte(self.at) {
                Some(b' ' | b'\t' | b'\r') => self.at += 1,
                Some(b'#' | b'/') => match comment_end(self.bytes, self.at) {
                    Some(end) => self.at = end,
                    None => return,
                },
                // A byte order mark is no part of the text.
                Some(0xEF) if self.at == 0 && self.text.starts_with('\u{feff}') => self.at = 3,
                _ => return,
            }
        }
    }

    /// Reads a template that begins at `start` and whose content begins at `content`.
    fn template(
        &mut self,
        start: usize,
        frame: Frame<'t>,
        content: usize,
        kind: TokenKind,
    ) -> (TokenKind, usize) {
        match template_end(self.text, frame, content) {
            Ok(end) => (kind, end),
            Err(given_up) => {
                let resume = match self.patience.checked_sub(1) {
                    Some(patience) => {
                        self.patience = patience;
                        line_end(self.bytes, start)
                    }
                    None => given_up.max(start + 1),
                };
                (TokenKind::Broken, resume)
            }
        }
    }
}

/// Returns the text of a quoted label or key: escapes are resolved, interpolations stay as they are.
pub(crate) fn unquote(quoted: &str) -> String {
    let inner = quoted.strip_prefix('"').unwrap_or(quoted);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let (character, length) = match escape.as_bytes().get(1) {
            Some(b'n') => ('\n', 2),
            Some(b'r') => ('\r', 2),
            Some(b't') => ('\t', 2),
            Some(b'"') => ('"', 2),
            Some(b'u') => (code_point(escape, 4), 6),
            Some(b'U') => (code_point(escape, 8), 10),
            _ => ('\\', 1 + usize::from(escape.as_bytes().get(1) == Some(&b'\\'))),
        };
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text.replace("$${", "${").replace("%%{", "%{")
}

fn code_point(escape: &str, digits: usize) -> char {
    let number = escape.get(2..2 + digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    number.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Returns true for what identifiers and numbers are made of.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || byte >= 0x80
}

/// Returns where the line of `at` ends: at its break, or at the end of the text.
fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', bytes.get(at..).unwrap_or_default()).map_or(bytes.len(), |length| at + length)
}

/// Returns where the comment that begins at `at` ends, if one does.
fn comment_end(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    if rest.starts_with(b"#") || rest.starts_with(b"//") {
        return Some(line_end(bytes, at));
    }
    let inside = rest.strip_prefix(b"/*")?;
    Some(memchr::memmem::find(inside, b"*/").map_or(bytes.len(), |length| at + 2 + length + 2))
}

/// Returns marker and begin of the content, if a heredoc begins at `at`.
fn heredoc(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?.strip_prefix("<<")?;
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let length = rest.bytes().take_while(|byte| is_word(*byte)).count();
    let (marker, rest) = rest.split_at_checked(length)?;
    let named = marker.starts_with(|first: char| !first.is_ascii_digit() && first != '-');
    let content = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).filter(|_| named)?;
    Some((marker, text.len() - content.len()))
}

/// Returns where a template ends, or from where on it is clear that it does not.
fn template_end<'t>(text: &'t str, frame: Frame<'t>, content: usize) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut at = content;
    let mut line_start = true;
    let mut frames = vec![frame];
    while let Some(frame) = frames.last() {
        match frame {
            Frame::Quote => match literal_end(bytes, at, true) {
                Some((end, b'"')) => {
                    frames.pop();
                    at = end + 1;
                }
                Some((end, b'{')) => {
                    frames.push(Frame::Interpolation);
                    at = end + 1;
                }
                Some((end, _)) => return Err(end),
                None => return Err(bytes.len()),
            },
            Frame::Heredoc { marker } => {
                let end = line_end(bytes, at);
                // The last line holds nothing but the marker, and ends.
                if line_start && end < bytes.len() && text.get(at..end).map(str::trim) == Some(*marker) {
                    frames.pop();
                    at = end;
                    if bytes.get(at.wrapping_sub(1)) == Some(&b'\r') {
                        at -= 1;
                    }
                    continue;
                }
                match literal_end(bytes.get(..end).unwrap_or_default(), at, false) {
                    Some((brace, _)) => {
                        frames.push(Frame::Interpolation);
                        line_start = false;
                        at = brace + 1;
                    }
                    None if end == bytes.len() => return Err(end),
                    None => {
                        line_start = true;
                        at = end + 1;
                    }
                }
            }
            Frame::Interpolation | Frame::Brace => match bytes.get(at) {
                None => return Err(at),
                Some(b'}') => {
                    frames.pop();
                    at += 1;
                    line_start = false;
                }
                Some(b'{') => {
                    frames.push(Frame::Brace);
                    at += 1;
                }
                Some(b'"') => {
                    frames.push(Frame::Quote);
                    at += 1;
                }
                Some(b'<') if let Some((marker, content)) = heredoc(text, at) => {
                    frames.push(Frame::Heredoc { marker });
                    line_start = true;
                    at = content;
                }
                Some(_) => at = comment_end(bytes, at).unwrap_or(at + 1),
            },
        }
    }
    Ok(at)
}

/// Returns where the literal part of a template that begins at `at` ends, and with what: the quote, the brace of an
/// interpolation, or a line break, which a quoted template must not hold.
fn literal_end(bytes: &[u8], mut at: usize, quoted: bool) -> Option<(usize, u8)> {
    let start = at;
    loop {
        let byte = *bytes.get(at)?;
        match byte {
            b'"' | b'\n' if quoted => return Some((at, byte)),
            b'\\' if quoted && bytes.get(at + 1) != Some(&b'\n') => at += 2,
            // Doubled, the sign stands for itself.
            b'$' | b'%' if bytes.get(at + 1) == Some(&b'{') => {
                let doubled = at > start && bytes.get(at - 1) == Some(&byte);
                if !doubled {
                    return Some((at + 1, b'{'));
                }
                at += 2;
            }
            _ => at += 1,
        }
    }
}
