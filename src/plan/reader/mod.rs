//! From bytes to a [`Plan`], in one pass.
//!
//! The top level is walked key by key. What no rule needs is skipped, with its grammar checked; of
//! `resource_changes` one element at a time is kept for a moment, and only what changes is kept for good. The order
//! of keys means nothing: what stands behind may decide about what stands before.

mod duplicates;
mod element;
mod list;
mod members;
mod spans;
mod tool;

use std::collections::BTreeSet;
use std::io::Read;

use super::model::Plan;
use super::parse;
use super::recognise::{self, Marks};
use super::scan::Scanner;
use crate::problem::{Code, Problem};

/// How to read.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many bytes are asked for in one go.
    pub chunk: usize,
    /// How large one element of a plan may be, in bytes.
    pub element_limit: usize,
}

impl Default for Options {
    fn default() -> Options {
        // Smaller chunks cost calls, larger ones fall out of the processor's cache.
        Options { chunk: 256 << 10, element_limit: 256 << 20 }
    }
}

/// Reads a plan, whatever its encoding and whatever stands around it that is known.
///
/// Memory is bounded by the window, the largest element, and what changes.
///
/// # Errors
///
/// Input that cannot be read or is no plan, with what it is and what to run instead; a plan that is damaged,
/// ambiguous (a key or an address that occurs twice), or of a format or with actions that are not known.
pub fn read(mut input: impl Read, options: &Options) -> Result<Plan, Problem> {
    let mut scanner = Scanner::new(&mut input, options.chunk, options.element_limit);
    begin(&mut scanner)?;
    scanner.enter()?;
    let mut reader = Reader::default();
    // What is wrong with a member waits until it is known that this is a plan at all.
    let mut wrong = None;
    while scanner.next_key()? {
        let key = scanner.key().to_vec();
        reader.marks.see(&key);
        if wrong.is_none() {
            match reader.member(&mut scanner, &key) {
                Ok(()) => {}
                Err(Stop::Broken(problem)) => return Err(problem),
                Err(Stop::Wrong(problem)) => wrong = Some(problem),
            }
        }
        scanner.release();
        scanner.leave(1)?;
    }
    if let Some(next) = scanner.look()? {
        return Err(reader.marks.judge_trailing(next));
    }
    reader.marks.judge()?;
    reader.finish(wrong)
}

/// Finds the `{` that begins the document.
fn begin(scanner: &mut Scanner<'_>) -> Result<(), Problem> {
    loop {
        match scanner.look()? {
            None => return Err(recognise::empty()),
            Some(b'{') => return Ok(()),
            Some(_) if recognise::is_wrapper_line(scanner.ahead(recognise::WRAPPER)?) => {
                scanner.skip_line()?;
            }
            Some(_) => return Err(recognise::no_object(scanner.ahead(64)?)),
        }
    }
}

/// Why reading a member stops.
#[derive(Debug)]
enum Stop {
    /// The text is broken: nothing behind it can be read.
    Broken(Problem),
    /// The text is JSON, but not as a plan has it.
    Wrong(Problem),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Stop {
        Stop::Broken(problem)
    }
}

/// Returns the end of reading for a plan that is not as a plan must be.
fn wrong(message: impl Into<String>) -> Stop {
    Stop::Wrong(Problem::new(Code::PlanInvalid, message).help(
        "if Terraform or OpenTofu wrote this, a newer release of applygate may read it; otherwise make the plan anew",
    ))
}

/// A plan that is being read.
#[derive(Debug, Default)]
struct Reader {
    plan: Plan,
    marks: Marks,
    seen: BTreeSet<Vec<u8>>,
    registries: tool::Registries,
}

impl Reader {
    /// Reads one member of the top level.
    fn member(&mut self, scanner: &mut Scanner<'_>, key: &[u8]) -> Result<(), Stop> {
        if !self.seen.insert(key.to_vec()) {
            return Err(twice_at_the_top(&String::from_utf8_lossy(key)));
        }
        let plan = &mut self.plan;
        match key {
            b"format_version" => plan.format_version = string(scanner, "format_version")?,
            b"terraform_version" => plan.terraform_version = Some(string(scanner, "terraform_version")?),
            b"timestamp" => plan.timestamp = Some(string(scanner, "timestamp")?),
            b"errored" => plan.errored = Some(boolean(scanner, "errored")?),
            b"complete" => plan.complete = Some(boolean(scanner, "complete")?),
            b"applyable" => plan.applyable = Some(boolean(scanner, "applyable")?),
            b"resource_changes" => {
                let mut tally = list::Tally::default();
                plan.changes = list::changes(scanner, list::List::Changes, &mut tally)?;
                (plan.unchanged, self.registries) = (tally.unchanged, tally.registries);
            }
            b"resource_drift" => {
                plan.drift = list::changes(scanner, list::List::Drift, &mut list::Tally::default())?;
            }
            b"deferred_changes" => plan.deferred = list::deferred(scanner)?,
            b"output_changes" => plan.outputs = list::outputs(scanner)?,
            b"checks" => plan.checks = members::all(scanner, "checks", members::check)?,
            b"action_invocations" => {
                plan.invocations.extend(members::all(scanner, "action_invocations", members::invocation)?);
            }
            b"deferred_action_invocations" => plan.invocations.extend(members::all(
                scanner,
                "deferred_action_invocations",
                members::deferred_invocation,
            )?),
            b"configuration" => {
                expect(scanner, b'{', "configuration", "an object")?;
                scanner.keep()?;
                let span = scanner.span()?;
                plan.configuration = Some(scanner.kept(&span).into());
            }
            b"variables" if scanner.peek()? == b'{' => {
                scanner.keep()?;
                let span = scanner.span()?;
                plan.variables = Some(scanner.kept(&span).into());
            }
            // The rest is skipped: the state, what is planned, and what nobody has heard of.
            _ => {}
        }
        Ok(())
    }

    /// Puts the parts of the plan together, or says what is wrong with it.
    fn finish(mut self, wrong: Option<Problem>) -> Result<Plan, Problem> {
        // A plan of another major version may well look wrong: then the version is what to speak of.
        if !self.plan.format_version.is_empty() || wrong.is_none() {
            recognise::format(&self.plan.format_version)?;
        }
        if let Some(problem) = wrong {
            return Err(problem);
        }
        self.plan.tool = tool::tool(&self.plan, self.registries);
        self.plan.invocations.sort();
        self.plan.checks.sort();
        Ok(self.plan)
    }
}

fn twice_at_the_top(key: &str) -> Stop {
    let mut problem = parse::twice(key);
    problem.message = format!("key `{key}` occurs twice at the top level of the plan");
    Stop::Wrong(problem)
}

/// Refuses a member whose value does not begin as it must.
fn expect(scanner: &mut Scanner<'_>, first: u8, name: &str, what: &str) -> Result<(), Stop> {
    if scanner.peek()? == first { Ok(()) } else { Err(wrong(format!("`{name}` of the plan is not {what}"))) }
}

fn string(scanner: &mut Scanner<'_>, name: &str) -> Result<String, Stop> {
    expect(scanner, b'"', name, "a string")?;
    scanner.keep()?;
    let span = scanner.span()?;
    Ok(parse::value(scanner.kept(&span))?.as_str().unwrap_or_default().to_owned())
}

fn boolean(scanner: &mut Scanner<'_>, name: &str) -> Result<bool, Stop> {
    let first = scanner.peek()?;
    scanner.skip()?;
    match first {
        b't' => Ok(true),
        b'f' => Ok(false),
        _ => Err(wrong(format!("`{name}` of the plan is not true or false"))),
    }
}

#[cfg(test)]
mod tests;
