//! The scanner: one pass over a plan in chunks, with a window that is no larger than what must be seen at once.
//!
//! The grammar of every byte is checked, of what is skipped as well. What is to be kept for a moment is marked with
//! [`Scanner::keep`]; the window grows until the mark is released.

mod buffer;
mod machine;
mod source;
pub(in crate::plan) mod text;

use std::io::Read;
use std::ops::Range;

use buffer::Buffer;
pub(in crate::plan) use machine::DEPTH;
use machine::{Expect, Machine};
use source::Source;
use text::{Fault, Flaw, Step};

use crate::problem::{Code, Problem};

/// Walks over one JSON document.
pub(in crate::plan) struct Scanner<'r> {
    source: Source<'r>,
    machine: Machine,
    buffer: Buffer,
    /// How much of the buffer is valid text.
    valid: usize,
    /// The next byte of the buffer.
    at: usize,
    /// From where on the buffer must be kept.
    mark: Option<usize>,
    /// How much text came before the buffer.
    before: usize,
    /// The most that may be kept at once.
    limit: usize,
    key: Vec<u8>,
}

/// Returns the problem of a broken text.
pub(in crate::plan) fn describe(fault: Fault) -> Problem {
    let at = fault.at;
    match fault.flaw {
        Flaw::Syntax(what) => Problem::new(Code::PlanInvalid, format!("JSON is broken at byte {at}: {what}"))
            .help("make the plan JSON anew with `terraform show -json FILE > plan.json`"),
        Flaw::Depth => {
            Problem::new(Code::LimitExceeded, format!("JSON nests deeper than {DEPTH} levels, at byte {at}"))
                .help("no plan of Terraform or OpenTofu nests that deep: look at what made this file")
        }
    }
}

impl<'r> Scanner<'r> {
    pub(in crate::plan) fn new(input: &'r mut dyn Read, chunk: usize, limit: usize) -> Scanner<'r> {
        Scanner {
            source: Source::new(input, chunk),
            machine: Machine::new(),
            buffer: Buffer::default(),
            valid: 0,
            at: 0,
            mark: None,
            before: 0,
            limit,
            key: Vec::new(),
        }
    }

    fn window(&self) -> &[u8] {
        self.buffer.bytes().get(..self.valid).unwrap_or_default()
    }

    /// Makes the window longer; returns false if the input has ended.
    fn fill(&mut self) -> Result<bool, Problem> {
        let gone = self.mark.unwrap_or(self.at);
        if gone > 0 {
            self.buffer.drop_front(gone);
            self.before += gone;
            self.at -= gone;
            self.valid -= gone;
            self.mark = self.mark.map(|_| 0);
        }
        if self.valid > self.limit {
            let limit = self.limit >> 20;
            return Err(Problem::new(
                Code::LimitExceeded,
                format!("one element of the plan is larger than {limit} MiB, at byte {}", self.before),
            )
            .help("split the configuration, or look at what fills this element"));
        }
        let before = self.valid;
        self.valid = self.source.fill(&mut self.buffer, before, self.before)?;
        Ok(self.valid > before)
    }

    fn fault(&self, mut fault: Fault) -> Problem {
        fault.at += self.before + self.source.skipped();
        describe(fault)
    }

    /// Makes the window longer where the text must go on.
    fn fill_more(&mut self) -> Result<(), Problem> {
        if self.fill()? {
            return Ok(());
        }
        let at = self.before + self.valid + self.source.skipped();
        Err(Problem::new(
            Code::PlanInvalid,
            format!("JSON is cut off: it ends at byte {at} inside the document"),
        )
        .help("the command that wrote it was stopped, or the disk was full: make the plan JSON anew"))
    }

    /// Returns the next byte that is no white space; none at the end of the input.
    pub(in crate::plan) fn look(&mut self) -> Result<Option<u8>, Problem> {
        loop {
            self.at = text::white(self.window(), self.at);
            if let Some(byte) = self.window().get(self.at) {
                return Ok(Some(*byte));
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Returns the next byte that is no white space, inside the document.
    pub(in crate::plan) fn peek(&mut self) -> Result<u8, Problem> {
        loop {
            match self.look()? {
                Some(byte) => return Ok(byte),
                None => self.fill_more()?,
            }
        }
    }

    /// Returns at least `wanted` bytes from here on, fewer only at the end of the input.
    pub(in crate::plan) fn ahead(&mut self, wanted: usize) -> Result<&[u8], Problem> {
        while self.valid - self.at < wanted && self.fill()? {}
        Ok(self.window().get(self.at..).unwrap_or_default())
    }

    /// Moves behind the end of the line; the text is not looked at.
    pub(in crate::plan) fn skip_line(&mut self) -> Result<(), Problem> {
        loop {
            let rest = self.window().get(self.at..).unwrap_or_default();
            if let Some(length) = memchr::memchr(b'\n', rest) {
                self.at += length + 1;
                return Ok(());
            }
            self.at = self.valid;
            if !self.fill()? {
                return Ok(());
            }
        }
    }

    /// Moves behind one token.
    fn step(&mut self) -> Result<(), Problem> {
        loop {
            let window = self.buffer.bytes().get(..self.valid).unwrap_or_default();
            match self.machine.step(window, self.at) {
                Ok(Step::End(end)) => {
                    self.at = end;
                    return Ok(());
                }
                Ok(Step::More(at)) => self.at = at,
                Err(fault) => return Err(self.fault(fault)),
            }
            self.fill_more()?;
        }
    }

    /// Runs on until the value that is open at `depth` has ended.
    fn run(&mut self, depth: u32) -> Result<(), Problem> {
        loop {
            let window = self.buffer.bytes().get(..self.valid).unwrap_or_default();
            match self.machine.run(window, self.at, depth) {
                Ok(Step::End(end)) => {
                    self.at = end;
                    return Ok(());
                }
                Ok(Step::More(at)) => self.at = at,
                Err(fault) => return Err(self.fault(fault)),
            }
            if !self.fill()? {
                if self.machine.finish() && depth == 0 {
                    return Ok(());
                }
                self.fill_more()?;
            }
        }
    }

    /// Moves behind the value that comes next.
    pub(in crate::plan) fn skip(&mut self) -> Result<(), Problem> {
        self.run(self.machine.depth())
    }

    /// Moves on until only `depth` arrays and objects are open: the rest of what lies deeper is skipped.
    pub(in crate::plan) fn leave(&mut self, depth: u32) -> Result<(), Problem> {
        self.run(depth)
    }

    /// Moves behind the `{` or `[` that comes next.
    pub(in crate::plan) fn enter(&mut self) -> Result<(), Problem> {
        self.step()
    }

    /// Moves behind the next key of the object and its colon; returns false at the end of the object.
    pub(in crate::plan) fn next_key(&mut self) -> Result<bool, Problem> {
        if self.machine.expect == Expect::After {
            // The comma, or the end of the object.
            let depth = self.machine.depth();
            self.step()?;
            if self.machine.depth() < depth {
                return Ok(false);
            }
        }
        if self.peek()? == b'}' && self.machine.expect == Expect::KeyOrEnd {
            self.step()?;
            return Ok(false);
        }
        let kept = self.mark.is_some();
        if !kept {
            self.mark = Some(self.at);
        }
        let start = self.at - self.mark.unwrap_or(self.at);
        self.step()?;
        let key = start + self.mark.unwrap_or_default();
        let content = self.buffer.bytes().get(key + 1..self.at - 1).unwrap_or_default();
        self.key.clear();
        if memchr::memchr(b'\\', content).is_some() {
            let content = std::str::from_utf8(content).unwrap_or_default();
            self.key.extend_from_slice(text::unescape(content).as_bytes());
        } else {
            self.key.extend_from_slice(content);
        }
        if !kept {
            self.mark = None;
        }
        self.step()?;
        Ok(true)
    }

    /// Returns the key that [`Scanner::next_key`] found.
    pub(in crate::plan) fn key(&self) -> &[u8] {
        &self.key
    }

    /// Moves in front of the next element of the array; returns false at the end of the array.
    pub(in crate::plan) fn next_element(&mut self) -> Result<bool, Problem> {
        if self.machine.expect == Expect::After {
            let depth = self.machine.depth();
            self.step()?;
            return Ok(self.machine.depth() == depth);
        }
        if self.peek()? == b']' && self.machine.expect == Expect::ValueOrEnd {
            self.step()?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Keeps the text from the next value on, until it is released.
    pub(in crate::plan) fn keep(&mut self) -> Result<(), Problem> {
        self.peek()?;
        self.mark = Some(self.at);
        Ok(())
    }

    /// Gives up what was kept.
    pub(in crate::plan) fn release(&mut self) {
        self.mark = None;
    }

    /// Moves behind the value that comes next, and returns where it stands in what is kept.
    pub(in crate::plan) fn span(&mut self) -> Result<Range<usize>, Problem> {
        self.peek()?;
        let start = self.at - self.mark.unwrap_or(self.at);
        self.skip()?;
        Ok(start..self.at - self.mark.unwrap_or(self.at))
    }

    /// Returns how much is kept up to here.
    pub(in crate::plan) fn offset(&self) -> usize {
        self.at - self.mark.unwrap_or(self.at)
    }

    /// Returns a part of what is kept.
    pub(in crate::plan) fn kept(&self, span: &Range<usize>) -> &str {
        let mark = self.mark.unwrap_or_default();
        let bytes = self.buffer.bytes().get(mark + span.start..mark + span.end).unwrap_or_default();
        // The source lets nothing else through.
        simdutf8::basic::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
