//! The smallest pieces of JSON: white space, strings, escapes, numbers and literals, over a window of bytes that may
//! end anywhere.

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Flaw {
    /// The grammar of JSON is broken; the text says how.
    Syntax(&'static str),
    /// Nesting is deeper than the limit.
    Depth,
}

/// A flaw and the byte where it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) struct Fault {
    pub(in crate::plan) flaw: Flaw,
    pub(in crate::plan) at: usize,
}

impl Fault {
    pub(in crate::plan) fn syntax(what: &'static str, at: usize) -> Fault {
        Fault { flaw: Flaw::Syntax(what), at }
    }
}

/// How far a piece got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Step {
    /// It ends before this byte.
    End(usize),
    /// The window ends first; it goes on at this byte.
    More(usize),
}

/// Returns the first byte from `at` on that is no white space, or the end of the window.
#[inline]
pub(in crate::plan) fn white(window: &[u8], mut at: usize) -> usize {
    match window.get(at) {
        Some(byte) if *byte > b' ' => return at,
        _ => {}
    }
    loop {
        // Indentation is long, so eight spaces are stepped over at once.
        while window.get(at..).and_then(|rest| rest.first_chunk::<8>()) == Some(b"        ") {
            at += 8;
        }
        match window.get(at) {
            Some(b' ' | b'\n' | b'\r' | b'\t') => at += 1,
            _ => return at,
        }
    }
}

/// How many bytes of a string are looked at in one go.
const BLOCK: usize = 8;

/// Returns the first quote, backslash or control character from `at` on, or some byte near the end of the window.
#[inline]
pub(in crate::plan) fn plain(window: &[u8], mut at: usize) -> usize {
    while let Some(block) = window.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        let first = first_special(block);
        at += first;
        if first < BLOCK {
            return at;
        }
    }
    window.len()
}

/// Returns where a whole number without sign ends that a comma or bracket follows; none for any other.
#[inline]
pub(in crate::plan) fn integer(window: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    while window.get(end)?.is_ascii_digit() {
        end += 1;
    }
    let leading_zero = end > at + 1 && window.get(at) == Some(&b'0');
    let ends = end > at && matches!(window.get(end), Some(b',' | b'}' | b']'));
    (ends && !leading_zero).then_some(end)
}

/// Returns where the string whose content goes on at `at` ends: behind its closing quote.
///
/// Every escape is checked, a surrogate must have its other half, and control characters are refused.
#[inline]
pub(in crate::plan) fn string(window: &[u8], mut at: usize) -> Result<Step, Fault> {
    loop {
        while let Some(block) = window.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
            let first = first_special(block);
            at += first;
            if first < BLOCK {
                break;
            }
        }
        match window.get(at) {
            None => return Ok(Step::More(at)),
            Some(b'"') => return Ok(Step::End(at + 1)),
            Some(b'\\') => match escape(window, at)? {
                Step::End(end) => at = end,
                more @ Step::More(_) => return Ok(more),
            },
            Some(0..b' ') => return Err(Fault::syntax("a control character in a string", at)),
            Some(_) => at += 1,
        }
    }
}

/// Returns the index of the first quote, backslash or control character, or the length of the block.
#[inline(always)]
fn first_special(block: &[u8; BLOCK]) -> usize {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(*block);
    // The high bit of a byte becomes set where it is zero, or, with a borrow from a byte before it that is, where
    // it need not be: the first one is always right.
    let quote = (word ^ (LOW * b'"' as u64)).wrapping_sub(LOW);
    let backslash = (word ^ (LOW * b'\\' as u64)).wrapping_sub(LOW);
    let control = word.wrapping_sub(LOW * 0x20);
    // Bytes beyond ASCII have their high bit set to begin with and are none of the three.
    let special = (quote | backslash | control) & !word & HIGH;
    (special.trailing_zeros() / 8) as usize
}

/// Returns where the escape ends whose backslash stands at `at`.
#[cold]
fn escape(window: &[u8], at: usize) -> Result<Step, Fault> {
    let Some(kind) = window.get(at + 1) else {
        return Ok(Step::More(at));
    };
    match kind {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(Step::End(at + 2)),
        b'u' => {
            let Some(unit) = hexadecimal(window, at + 2)? else {
                return Ok(Step::More(at));
            };
            match unit {
                0xd800..=0xdbff => {
                    let lonely = Fault::syntax("half of a surrogate pair in a string", at);
                    match (window.get(at + 6), window.get(at + 7)) {
                        (Some(b'\\'), Some(b'u')) => {
                            let Some(low) = hexadecimal(window, at + 8)? else {
                                return Ok(Step::More(at));
                            };
                            if (0xdc00..=0xdfff).contains(&low) {
                                Ok(Step::End(at + 12))
                            } else {
                                Err(lonely)
                            }
                        }
                        (None | Some(b'\\'), None) => Ok(Step::More(at)),
                        _ => Err(lonely),
                    }
                }
                0xdc00..=0xdfff => Err(Fault::syntax("half of a surrogate pair in a string", at)),
                _ => Ok(Step::End(at + 6)),
            }
        }
        _ => Err(Fault::syntax("an escape that JSON does not know", at)),
    }
}

/// Returns the value of four hexadecimal digits; none if the window ends first.
fn hexadecimal(window: &[u8], at: usize) -> Result<Option<u32>, Fault> {
    let mut value = 0;
    for at in at..at + 4 {
        let Some(byte) = window.get(at) else {
            return Ok(None);
        };
        let Some(digit) = char::from(*byte).to_digit(16) else {
            return Err(Fault::syntax("an escape that JSON does not know", at));
        };
        value = value * 16 + digit;
    }
    Ok(Some(value))
}

/// Where in a number a window ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Number {
    Start,
    Minus,
    Zero,
    Integer,
    Point,
    Fraction,
    E,
    Sign,
    Exponent,
}

impl Number {
    /// Returns true if the number may end here.
    pub(in crate::plan) fn may_end(self) -> bool {
        matches!(self, Number::Zero | Number::Integer | Number::Fraction | Number::Exponent)
    }
}

/// Returns where the number ends, and its state there: the window may end in the middle of it.
#[inline]
pub(in crate::plan) fn number(window: &[u8], mut at: usize, state: Number) -> Result<(Step, Number), Fault> {
    let mut state = state;
    loop {
        let Some(byte) = window.get(at) else {
            return Ok((Step::More(at), state));
        };
        state = match (state, byte) {
            (Number::Start, b'-') => Number::Minus,
            (Number::Start | Number::Minus, b'0') => Number::Zero,
            (Number::Start | Number::Minus, b'1'..=b'9') | (Number::Integer, b'0'..=b'9') => Number::Integer,
            (Number::Zero | Number::Integer, b'.') => Number::Point,
            (Number::Point | Number::Fraction, b'0'..=b'9') => Number::Fraction,
            (Number::Zero | Number::Integer | Number::Fraction, b'e' | b'E') => Number::E,
            (Number::E, b'+' | b'-') => Number::Sign,
            (Number::E | Number::Sign | Number::Exponent, b'0'..=b'9') => Number::Exponent,
            // What follows a whole number is for the caller to judge, `01` and `1.2.3` included.
            _ if state.may_end() => return Ok((Step::End(at), state)),
            _ => return Err(Fault::syntax("a number that is none", at)),
        };
        at += 1;
    }
}

/// Returns where the `true`, `false` or `null` ends that starts at `at`.
#[inline]
pub(in crate::plan) fn literal(window: &[u8], at: usize) -> Result<Step, Fault> {
    let rest = window.get(at..).unwrap_or_default();
    let word: &[u8] = match rest.first() {
        Some(b't') => b"true",
        Some(b'f') => b"false",
        Some(b'n') => b"null",
        None => return Ok(Step::More(at)),
        Some(_) => return Err(Fault::syntax("something that is no JSON value", at)),
    };
    if rest.starts_with(word) {
        Ok(Step::End(at + word.len()))
    } else if word.starts_with(rest) {
        Ok(Step::More(at))
    } else {
        Err(Fault::syntax("something that is no JSON value", at))
    }
}

/// Returns the text that a string's content means, its escapes replaced. The content has been checked.
pub(in crate::plan) fn unescape(content: &str) -> String {
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(position) = memchr::memchr(b'\\', rest.as_bytes()) {
        let (before, escape) = rest.split_at(position);
        text.push_str(before);
        let (character, length) = escaped(escape);
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// Returns the character that the escape at the start of `escape` means, and the length of the escape.
fn escaped(escape: &str) -> (char, usize) {
    let unit = |from: usize| {
        escape.get(from..from + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
    };
    let character = match escape.as_bytes().get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => match unit(2) {
            high @ 0xd800..=0xdbff => {
                let scalar = 0x10000 + ((high - 0xd800) << 10) + (unit(8).saturating_sub(0xdc00) & 0x3ff);
                return (char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER), 12);
            }
            scalar => return (char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
        },
        Some(other) => char::from(*other),
        None => '\\',
    };
    (character, 2)
}
