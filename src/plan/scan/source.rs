//! From bytes to text: the stage that finds out the encoding and lets nothing through but valid UTF-8.

use std::io::{ErrorKind, Read};

use super::buffer::Buffer;
use crate::plan::recognise;
use crate::problem::{Code, Problem};

/// How many bytes are enough to tell one encoding, or one kind of binary file, from another.
const HEAD: usize = 64;

/// What the bytes of the input are.
#[derive(Debug)]
enum Encoding {
    Utf8,
    /// UTF-16, with the bytes that do not make up a whole character yet.
    Utf16 {
        little: bool,
        raw: Buffer,
    },
}

/// Text from any reader, in pieces.
pub(super) struct Source<'r> {
    input: &'r mut dyn Read,
    /// How much is asked for in one go.
    chunk: usize,
    encoding: Option<Encoding>,
    ended: bool,
    /// How many bytes of the input stand before the text: those of a byte order mark.
    skipped: usize,
}

impl<'r> Source<'r> {
    pub(super) fn new(input: &'r mut dyn Read, chunk: usize) -> Source<'r> {
        Source { input, chunk: chunk.max(1), encoding: None, ended: false, skipped: 0 }
    }

    /// Returns how many bytes of the input stand before its text.
    pub(super) fn skipped(&self) -> usize {
        self.skipped
    }

    /// Appends text to `buffer`, whose first `valid` bytes are known to be UTF-8, and returns how many are then.
    ///
    /// What is appended is at least one character, unless the input has ended: then `valid` comes back as it was.
    ///
    /// # Errors
    ///
    /// The input cannot be read, is known to be no text, or is not valid in its encoding. `before` is how much text
    /// came before `buffer`, for the message.
    pub(super) fn fill(
        &mut self,
        buffer: &mut Buffer,
        valid: usize,
        before: usize,
    ) -> Result<usize, Problem> {
        if self.encoding.is_none() {
            self.detect(buffer)?;
            if valid < buffer.len() {
                return self.check(buffer, valid, before);
            }
        }
        loop {
            match &mut self.encoding {
                Some(Encoding::Utf16 { little, raw }) => {
                    let more = !self.ended && read(self.input, raw, self.chunk)?;
                    self.ended |= !more;
                    decode(raw, *little, self.ended, buffer)?;
                }
                _ => {
                    let more = !self.ended && read(self.input, buffer, self.chunk)?;
                    self.ended |= !more;
                }
            }
            let now = self.check(buffer, valid, before)?;
            if now > valid || self.ended {
                return Ok(now);
            }
        }
    }

    /// Reads the first bytes and finds out what they are.
    fn detect(&mut self, buffer: &mut Buffer) -> Result<(), Problem> {
        while buffer.len() < HEAD && !self.ended {
            self.ended = !read(self.input, buffer, self.chunk)?;
        }
        recognise::binary(buffer.bytes())?;
        let (skipped, little) = match buffer.bytes() {
            [0xef, 0xbb, 0xbf, ..] => (3, None),
            [0xff, 0xfe, ..] => (2, Some(true)),
            [0xfe, 0xff, ..] => (2, Some(false)),
            // JSON text begins with an ASCII character and holds no NUL, so half of one is the mark of UTF-16.
            [0, 1..=255, ..] => (0, Some(false)),
            [1..=255, 0, ..] => (0, Some(true)),
            _ => (0, None),
        };
        self.skipped = skipped;
        buffer.drop_front(skipped);
        self.encoding = Some(match little {
            Some(little) => {
                let mut raw = std::mem::take(buffer);
                decode(&mut raw, little, self.ended, buffer)?;
                Encoding::Utf16 { little, raw }
            }
            None => Encoding::Utf8,
        });
        Ok(())
    }

    /// Returns how much of `buffer` is whole, valid characters.
    fn check(&self, buffer: &Buffer, valid: usize, before: usize) -> Result<usize, Problem> {
        let fresh = buffer.bytes().get(valid..).unwrap_or_default();
        if simdutf8::basic::from_utf8(fresh).is_ok() {
            return Ok(buffer.len());
        }
        match simdutf8::compat::from_utf8(fresh) {
            // The last character may be cut by the end of the chunk.
            Err(error) if error.error_len().is_none() && !self.ended => Ok(valid + error.valid_up_to()),
            Err(error) => {
                let at = self.skipped + before + valid + error.valid_up_to();
                Err(Problem::new(Code::PlanInvalid, format!("input is not valid UTF-8 at byte {at}")).help(
                    "write the plan with `terraform show -json FILE > plan.json` and do not convert it",
                ))
            }
            Ok(_) => Ok(buffer.len()),
        }
    }
}

/// Appends at most `chunk` bytes to `buffer`; returns false at the end of the input.
fn read(input: &mut dyn Read, buffer: &mut Buffer, chunk: usize) -> Result<bool, Problem> {
    loop {
        match input.read(buffer.room(chunk)) {
            Ok(count) => {
                buffer.add(count);
                return Ok(count > 0);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                return Err(Problem::new(Code::InputUnreadable, format!("input cannot be read: {error}")));
            }
        }
    }
}

/// Moves whole characters from the UTF-16 in `raw` to the UTF-8 in `buffer`.
fn decode(raw: &mut Buffer, little: bool, ended: bool, buffer: &mut Buffer) -> Result<(), Problem> {
    let unit = |pair: &[u8; 2]| {
        if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    };
    let (pairs, odd) = raw.bytes().as_chunks::<2>();
    // A character may be cut by the end of the chunk: its first half waits for the second.
    let waiting =
        usize::from(!ended && pairs.last().is_some_and(|pair| (0xd800..0xdc00).contains(&unit(pair))));
    let whole = pairs.len() - waiting;
    let broken = || {
        Problem::new(Code::PlanInvalid, "input is not valid UTF-16")
            .help("write the plan with `terraform show -json FILE > plan.json` in a shell that writes UTF-8")
    };
    if ended && !odd.is_empty() {
        return Err(broken());
    }
    for character in char::decode_utf16(pairs.iter().take(whole).map(unit)) {
        let character = character.map_err(|_| broken())?;
        buffer.extend(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
    raw.drop_front(whole * 2);
    Ok(())
}
