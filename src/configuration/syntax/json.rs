//! JSON with places, with the order of its keys and with every duplicate: in JSON syntax of configuration all count.

use crate::configuration::limits;

/// A JSON value. What has no structure is kept as the text it stands in.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// An object.
    Object {
        /// The members, in order, duplicates included.
        members: Vec<Member>,
        /// Where it begins and ends.
        span: (u32, u32),
    },
    /// An array; what stands in it is kept only if an object or array is among it.
    Array {
        /// The elements that are objects or arrays.
        items: Vec<Node>,
        /// Where it begins and ends.
        span: (u32, u32),
    },
    /// Anything else.
    Scalar {
        /// Where it begins and ends.
        span: (u32, u32),
    },
}

impl Node {
    /// Returns where the value begins and ends.
    pub(crate) fn span(&self) -> (u32, u32) {
        match self {
            Node::Object { span, .. } | Node::Array { span, .. } | Node::Scalar { span } => *span,
        }
    }
}

/// A member of an object.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// The key, escapes resolved.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) at: u32,
    /// The value.
    pub(crate) value: Node,
}

/// Where a text is no JSON, and why.
pub(crate) type Fault = (usize, &'static str);

/// Reads a JSON document. Of one that breaks off, what stands before the fault is kept.
pub(crate) fn parse(text: &str) -> (Option<Node>, Option<Fault>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut parser = Parser { text, bytes: text.as_bytes(), at: start, fault: None };
    let node = parser.value(0);
    parser.skip_blanks();
    if parser.at < text.len() {
        parser.fail("text follows the JSON value");
    }
    (node, parser.fault)
}

/// Returns the content of the JSON string that `text` is.
pub(crate) fn string(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.to_owned());
    }
    // A lone surrogate is an error to serde and a replacement character to Go.
    serde_json::from_str(text).ok().or_else(|| Some(inner.to_owned()))
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    fault: Option<Fault>,
}

impl Parser<'_> {
    fn fail(&mut self, message: &'static str) {
        let at = self.at;
        self.fault.get_or_insert((at, message));
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn span(&self, start: usize) -> (u32, u32) {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        (narrow(start), narrow(self.at))
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        self.skip_blanks();
        let start = self.at;
        match self.byte() {
            Some(b'{' | b'[') if depth >= limits::BLOCK_DEPTH => {
                self.fail("objects are nested too deeply: what is inside is not read");
                self.skip_nested();
                Some(Node::Scalar { span: self.span(start) })
            }
            Some(b'{') => Some(self.object(start, depth)),
            Some(b'[') => Some(self.array(start, depth)),
            Some(b'"') => {
                self.string_end();
                Some(Node::Scalar { span: self.span(start) })
            }
            Some(byte) if byte.is_ascii_alphanumeric() || byte == b'-' => {
                while self
                    .byte()
                    .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
                {
                    self.at += 1;
                }
                Some(Node::Scalar { span: self.span(start) })
            }
            _ => {
                self.fail("a JSON value is expected here");
                None
            }
        }
    }

    fn object(&mut self, start: usize, depth: usize) -> Node {
        let mut members = Vec::new();
        self.at += 1;
        loop {
            self.skip_blanks();
            match self.byte() {
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                Some(b'"') => {}
                _ => {
                    self.fail("a key or `}` is expected here");
                    break;
                }
            }
            let at = self.at;
            self.string_end();
            let key = string(self.text.get(at..self.at).unwrap_or_default()).unwrap_or_default();
            self.skip_blanks();
            if self.byte() != Some(b':') {
                self.fail("`:` is expected here");
                break;
            }
            self.at += 1;
            let Some(value) = self.value(depth + 1) else { break };
            members.push(Member { key, at: u32::try_from(at).unwrap_or(u32::MAX), value });
            self.skip_blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b'}') => {}
                _ => {
                    self.fail("`,` or `}` is expected here");
                    break;
                }
            }
        }
        Node::Object { members, span: self.span(start) }
    }

    fn array(&mut self, start: usize, depth: usize) -> Node {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_blanks();
            if self.byte() == Some(b']') {
                self.at += 1;
                break;
            }
            match self.value(depth + 1) {
                Some(Node::Scalar { .. }) => {}
                Some(item) => items.push(item),
                None => break,
            }
            self.skip_blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b']') => {}
                _ => {
                    self.fail("`,` or `]` is expected here");
                    break;
                }
            }
        }
        Node::Array { items, span: self.span(start) }
    }

    /// Goes behind the string that begins here.
    fn string_end(&mut self) {
        self.at += 1;
        loop {
            match self.byte() {
                None => {
                    self.fail("a string does not end");
                    return;
                }
                Some(b'"') => {
                    self.at += 1;
                    return;
                }
                Some(b'\\') => self.at = (self.at + 2).min(self.bytes.len()),
                Some(_) => self.at += 1,
            }
        }
    }

    /// Goes behind the object or array that begins here, whatever its depth.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => {
                    self.string_end();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}
