//! The grammar of JSON as a machine that can stop at the end of any window and go on in the next.
//!
//! It keeps no text: a stack of one bit for each level, and what must come next.

use super::text::{self, Fault, Flaw, Number, Step};

/// How deep a plan may nest. Real ones stay below 25.
pub(in crate::plan) const DEPTH: u32 = 128;

/// What must come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    Value,
    /// A value, or the end of an array that has just begun.
    ValueOrEnd,
    Key,
    /// A key, or the end of an object that has just begun.
    KeyOrEnd,
    Colon,
    /// A comma, the end of the array or object, or, outside of all, nothing.
    After,
    /// The rest of a string.
    InKey,
    InString,
    InNumber(Number),
}

/// Where in the grammar a document stands.
#[derive(Debug, Clone)]
pub(super) struct Machine {
    pub(super) expect: Expect,
    depth: u32,
    /// One bit for each level, the innermost lowest: set for an object. 128 of them, hence [`DEPTH`].
    kinds: u128,
}

impl Machine {
    /// Creates a machine that stands before a document.
    pub(super) fn new() -> Machine {
        Machine { expect: Expect::Value, depth: 0, kinds: 0 }
    }

    /// Returns how many arrays and objects are open.
    pub(super) fn depth(&self) -> u32 {
        self.depth
    }

    fn open(&mut self, object: bool, at: usize) -> Result<(), Fault> {
        if self.depth == DEPTH {
            return Err(Fault { flaw: Flaw::Depth, at });
        }
        self.depth += 1;
        self.kinds = self.kinds << 1 | u128::from(object);
        Ok(())
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.kinds >>= 1;
    }

    fn in_object(&self) -> bool {
        self.kinds & 1 == 1
    }

    /// Runs until a value has ended at `depth`, or until the window ends.
    ///
    /// Returns [`Step::More`] with the first byte that must be seen again.
    pub(super) fn run(&mut self, window: &[u8], mut at: usize, depth: u32) -> Result<Step, Fault> {
        loop {
            at = self.stride(window, at, depth);
            if self.expect == Expect::After && self.depth == depth {
                return Ok(Step::End(at));
            }
            match self.step(window, at)? {
                Step::End(end) => at = end,
                more @ Step::More(_) => return Ok(more),
            }
        }
    }

    /// Takes as many plain tokens as it can, and returns where it stopped: in front of a token that needs care,
    /// such as one that is broken, that holds escapes or that the window cuts. [`Machine::step`] takes that one.
    ///
    /// Nearly every byte of a plan passes through here, so it knows no errors and keeps its state in registers.
    fn stride(&mut self, window: &[u8], mut at: usize, target: u32) -> usize {
        let (mut expect, mut depth, mut kinds) = (self.expect, self.depth, self.kinds);
        loop {
            match expect {
                Expect::After => {
                    if depth == target {
                        break;
                    }
                    let next = text::white(window, at);
                    match (window.get(next), kinds & 1 == 1) {
                        (Some(b','), true) => expect = Expect::Key,
                        (Some(b','), false) if depth > 0 => expect = Expect::Value,
                        (Some(b'}'), true) | (Some(b']'), false) if depth > 0 => {
                            depth -= 1;
                            kinds >>= 1;
                        }
                        _ => break,
                    }
                    at = next + 1;
                }
                Expect::Key | Expect::KeyOrEnd => {
                    let next = text::white(window, at);
                    match window.get(next) {
                        Some(b'"') => {
                            let end = text::plain(window, next + 1);
                            match (window.get(end), window.get(end + 1)) {
                                (Some(b'"'), Some(b':')) => {
                                    at = end + 2;
                                    expect = Expect::Value;
                                }
                                (Some(b'"'), _) => {
                                    at = end + 1;
                                    expect = Expect::Colon;
                                }
                                _ => break,
                            }
                        }
                        Some(b'}') if expect == Expect::KeyOrEnd => {
                            depth -= 1;
                            kinds >>= 1;
                            at = next + 1;
                            expect = Expect::After;
                        }
                        _ => break,
                    }
                }
                Expect::Value | Expect::ValueOrEnd => {
                    let next = text::white(window, at);
                    match window.get(next) {
                        Some(b'"') => {
                            let end = text::plain(window, next + 1);
                            if window.get(end) != Some(&b'"') {
                                break;
                            }
                            at = end + 1;
                            expect = Expect::After;
                        }
                        Some(open @ (b'{' | b'[')) if depth < DEPTH => {
                            let object = *open == b'{';
                            depth += 1;
                            kinds = kinds << 1 | u128::from(object);
                            at = next + 1;
                            expect = if object { Expect::KeyOrEnd } else { Expect::ValueOrEnd };
                        }
                        Some(b']') if expect == Expect::ValueOrEnd => {
                            depth -= 1;
                            kinds >>= 1;
                            at = next + 1;
                            expect = Expect::After;
                        }
                        Some(b't' | b'f' | b'n') => match text::literal(window, next) {
                            Ok(Step::End(end)) => {
                                at = end;
                                expect = Expect::After;
                            }
                            _ => break,
                        },
                        _ => match text::integer(window, next) {
                            Some(end) => {
                                at = end;
                                expect = Expect::After;
                            }
                            None => break,
                        },
                    }
                }
                Expect::Colon => {
                    let next = text::white(window, at);
                    if window.get(next) != Some(&b':') {
                        break;
                    }
                    at = next + 1;
                    expect = Expect::Value;
                }
                Expect::InKey | Expect::InString | Expect::InNumber(_) => break,
            }
        }
        (self.expect, self.depth, self.kinds) = (expect, depth, kinds);
        at
    }

    /// Takes one token.
    #[inline]
    pub(super) fn step(&mut self, window: &[u8], mut at: usize) -> Result<Step, Fault> {
        match self.expect {
            Expect::InKey => return self.text(window, at, Expect::InKey, Expect::Colon),
            Expect::InString => return self.text(window, at, Expect::InString, Expect::After),
            Expect::InNumber(state) => return self.number(window, at, state),
            _ => at = text::white(window, at),
        }
        let Some(byte) = window.get(at) else {
            return Ok(Step::More(at));
        };
        match (self.expect, byte) {
            (Expect::Colon, b':') => self.expect = Expect::Value,
            (Expect::After, b',') if self.depth > 0 => {
                self.expect = if self.in_object() { Expect::Key } else { Expect::Value };
            }
            (Expect::After | Expect::KeyOrEnd, b'}') if self.in_object() => {
                self.close();
                self.expect = Expect::After;
            }
            (Expect::After | Expect::ValueOrEnd, b']') if self.depth > 0 && !self.in_object() => {
                self.close();
                self.expect = Expect::After;
            }
            (Expect::Key | Expect::KeyOrEnd, b'"') => {
                return self.text(window, at + 1, Expect::InKey, Expect::Colon);
            }
            (Expect::Value | Expect::ValueOrEnd, _) => return self.value(window, at, *byte),
            _ => return Err(Fault::syntax(self.wanted(), at)),
        }
        Ok(Step::End(at + 1))
    }

    #[inline]
    fn value(&mut self, window: &[u8], at: usize, byte: u8) -> Result<Step, Fault> {
        match byte {
            b'"' => self.text(window, at + 1, Expect::InString, Expect::After),
            b'{' => {
                self.open(true, at)?;
                self.expect = Expect::KeyOrEnd;
                Ok(Step::End(at + 1))
            }
            b'[' => {
                self.open(false, at)?;
                self.expect = Expect::ValueOrEnd;
                Ok(Step::End(at + 1))
            }
            b'-' | b'0'..=b'9' => self.number(window, at, Number::Start),
            b't' | b'f' | b'n' => {
                let step = text::literal(window, at)?;
                if matches!(step, Step::End(_)) {
                    self.expect = Expect::After;
                }
                Ok(step)
            }
            _ => Err(Fault::syntax(self.wanted(), at)),
        }
    }

    #[inline]
    fn text(&mut self, window: &[u8], at: usize, inside: Expect, after: Expect) -> Result<Step, Fault> {
        let step = text::string(window, at)?;
        self.expect = if matches!(step, Step::End(_)) { after } else { inside };
        Ok(step)
    }

    #[inline]
    fn number(&mut self, window: &[u8], at: usize, state: Number) -> Result<Step, Fault> {
        let (step, state) = text::number(window, at, state)?;
        self.expect = if matches!(step, Step::End(_)) { Expect::After } else { Expect::InNumber(state) };
        Ok(step)
    }

    /// Says that the text has ended.
    ///
    /// Returns true if a whole document lies behind; only a bare number needs this to be known.
    pub(super) fn finish(&mut self) -> bool {
        if let Expect::InNumber(state) = self.expect
            && state.may_end()
        {
            self.expect = Expect::After;
        }
        self.expect == Expect::After && self.depth == 0
    }

    /// Returns what a text lacks that does not go on as it must.
    fn wanted(&self) -> &'static str {
        match self.expect {
            Expect::Key => "no key after a comma",
            Expect::KeyOrEnd => "neither a key nor `}` after `{`",
            Expect::Colon => "no `:` after a key",
            Expect::ValueOrEnd => "neither a value nor `]` after `[`",
            Expect::After if self.in_object() => "neither `,` nor `}` after a member",
            Expect::After if self.depth > 0 => "neither `,` nor `]` after an element",
            Expect::After => "more text after the document",
            _ => "no value where one must stand",
        }
    }
}
