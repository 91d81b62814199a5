//! JSON text to [`Value`].

use std::borrow::Cow;

use super::scan::text::{self, Fault, Flaw, Number, Step};
use super::scan::{DEPTH, describe};
use super::value::{Object, Value};
use crate::problem::{Code, Problem};

/// Reads a text that holds one JSON value.
///
/// # Errors
///
/// Broken grammar, nesting beyond the limit, or a key that occurs twice in one object.
pub fn value(text: &str) -> Result<Value<'_>, Problem> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value()?;
    parser.white();
    if parser.at < text.len() {
        return Err(parser.fault("more text after the document"));
    }
    Ok(value)
}

/// Returns the problem of a key that occurs twice in an object.
pub(super) fn twice(key: &str) -> Problem {
    Problem::new(Code::PlanInvalid, format!("key `{key}` occurs twice in one object"))
        .help("Terraform and OpenTofu never write this: make the plan JSON anew and do not edit it")
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl<'t> Parser<'t> {
    fn fault(&self, what: &'static str) -> Problem {
        describe(Fault::syntax(what, self.at))
    }

    fn white(&mut self) {
        self.at = text::white(self.text.as_bytes(), self.at);
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let taken = self.peek() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    /// Moves behind a piece that must end within the text, and returns the piece.
    fn piece(&mut self, step: Step) -> Result<&'t str, Problem> {
        let (Step::End(end) | Step::More(end)) = step;
        let piece = self.text.get(self.at..end).unwrap_or_default();
        if matches!(step, Step::More(_)) {
            return Err(self.fault("no end of a value"));
        }
        self.at = end;
        Ok(piece)
    }

    fn value(&mut self) -> Result<Value<'t>, Problem> {
        self.white();
        let bytes = self.text.as_bytes();
        match self.peek() {
            Some(b'"') => self.string().map(Value::String),
            Some(b'{') => self.nested(Parser::object),
            Some(b'[') => self.nested(Parser::list),
            Some(b'-' | b'0'..=b'9') => {
                let (step, state) = text::number(bytes, self.at, Number::Start).map_err(describe)?;
                // A number may end with the text.
                let step = match step {
                    Step::More(end) if state.may_end() => Step::End(end),
                    step => step,
                };
                self.piece(step).map(Value::Number)
            }
            _ => {
                let step = text::literal(bytes, self.at).map_err(describe)?;
                Ok(match self.piece(step)? {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    _ => Value::Null,
                })
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Problem> {
        self.at += 1;
        let step = text::string(self.text.as_bytes(), self.at).map_err(describe)?;
        let content = self.piece(step)?.strip_suffix('"').unwrap_or_default();
        if memchr::memchr(b'\\', content.as_bytes()).is_some() {
            Ok(Cow::Owned(text::unescape(content)))
        } else {
            Ok(Cow::Borrowed(content))
        }
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Parser<'t>) -> Result<Value<'t>, Problem>,
    ) -> Result<Value<'t>, Problem> {
        if self.depth == DEPTH {
            return Err(describe(Fault { flaw: Flaw::Depth, at: self.at }));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Result<Value<'t>, Problem> {
        let mut elements = Vec::new();
        self.white();
        if self.take(b']') {
            return Ok(Value::List(elements));
        }
        loop {
            elements.push(self.value()?);
            self.white();
            if self.take(b']') {
                return Ok(Value::List(elements));
            }
            if !self.take(b',') {
                return Err(self.fault("neither `,` nor `]` after an element"));
            }
        }
    }

    fn object(&mut self) -> Result<Value<'t>, Problem> {
        let mut members = Vec::new();
        self.white();
        if self.take(b'}') {
            return Ok(Value::Object(Object::default()));
        }
        loop {
            self.white();
            if self.peek() != Some(b'"') {
                return Err(self.fault("no key where one must stand"));
            }
            let key = self.string()?;
            self.white();
            if !self.take(b':') {
                return Err(self.fault("no `:` after a key"));
            }
            members.push((key, self.value()?));
            self.white();
            if self.take(b'}') {
                return Object::new(members).map(Value::Object).map_err(|key| twice(&key));
            }
            if !self.take(b',') {
                return Err(self.fault("neither `,` nor `}` after a member"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::value;
    use crate::plan::value::Value;

    #[test]
    fn a_value_keeps_every_digit_and_decodes_every_escape() {
        let text = "{ \"n\" : [ -0, 1e400, 123456789012345678901234567890.10 ],\"b\":[true,false,null,{},[]],\
            \"a\\u0062\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u003c\\ud83d\\ude00é\" }";
        let value = value(text).unwrap();
        let numbers = value.get("n").and_then(Value::as_list).unwrap();
        assert_eq!(
            numbers,
            [Value::Number("-0"), Value::Number("1e400"), Value::Number("123456789012345678901234567890.10")]
        );
        assert_eq!(value.get("ab").and_then(Value::as_str), Some("\"\\/\u{8}\u{c}\n\r\t<😀é"));
        assert_eq!(value.get("b").and_then(Value::as_list).map(<[Value<'_>]>::len), Some(5));
    }

    #[test]
    fn a_key_that_occurs_twice_is_refused_however_it_is_spelled() {
        for text in [r#"{"a":1,"b":2,"a":3}"#, r#"[{"x":{"a":1,"\u0061":1}}]"#] {
            assert_eq!(value(text).unwrap_err().message, "key `a` occurs twice in one object");
        }
    }

    #[test]
    fn nesting_is_read_up_to_the_limit_and_refused_beyond() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(value(&nested(128)).is_ok());
        assert_eq!(
            value(&nested(129)).unwrap_err().message,
            "JSON nests deeper than 128 levels, at byte 128"
        );
        assert!(value(&"[".repeat(1_000_000)).is_err());
    }

    #[test]
    fn broken_text_is_refused_with_what_is_broken() {
        for (text, expected) in [
            ("", "JSON is broken at byte 0: no end of a value"),
            ("[1,]", "JSON is broken at byte 3: something that is no JSON value"),
            ("{\"a\":1,}", "JSON is broken at byte 7: no key where one must stand"),
            ("{\"a\"}", "JSON is broken at byte 4: no `:` after a key"),
            ("[1 2]", "JSON is broken at byte 3: neither `,` nor `]` after an element"),
            ("[01]", "JSON is broken at byte 2: neither `,` nor `]` after an element"),
            ("1.", "JSON is broken at byte 0: no end of a value"),
            ("\"a", "JSON is broken at byte 1: no end of a value"),
            ("1 1", "JSON is broken at byte 2: more text after the document"),
            ("\"\\ud800\"", "JSON is broken at byte 1: half of a surrogate pair in a string"),
            ("\"\t\"", "JSON is broken at byte 1: a control character in a string"),
        ] {
            assert_eq!(value(text).unwrap_err().message, expected, "{text}");
        }
    }
}
