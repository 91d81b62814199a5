//! What somebody wrote down that the rules find on a plan: all of it.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;

use super::Hit;
use crate::policy::{Effect, Risk};
use crate::problem::{Code, Excerpt, Place, Problem};
use crate::risk::Confidence;

/// The largest file of expectations, in bytes.
const BYTES: usize = 1 << 20;

/// All findings of the tested rules on a plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The findings, in any order.
    pub findings: Vec<ExpectedFinding>,
}

/// A finding, as far as it is said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedFinding {
    /// The rule.
    pub rule: String,
    /// The address of the change; any, and the plan as a whole, where it is left out.
    pub address: Option<String>,
    /// The level.
    pub risk: Option<Risk>,
    /// What it comes to.
    pub effect: Option<Effect>,
    /// How sure it is.
    pub confidence: Option<Sureness>,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    /// The condition is true.
    Exact,
    /// The condition cannot be told before apply.
    Unknown,
}

impl From<Sureness> for Confidence {
    fn from(sureness: Sureness) -> Confidence {
        match sureness {
            Sureness::Exact => Confidence::Exact,
            Sureness::Unknown => Confidence::Unknown,
        }
    }
}

impl ExpectedFinding {
    /// Returns true if a finding is the one that is meant, whatever it comes to.
    pub(super) fn means(&self, hit: &Hit) -> bool {
        self.rule == hit.rule && (self.address.is_none() || self.address == hit.address)
    }

    /// Returns how many of its fields are said.
    pub(super) fn says(&self) -> usize {
        let said =
            [self.address.is_some(), self.risk.is_some(), self.effect.is_some(), self.confidence.is_some()];
        said.into_iter().filter(|said| *said).count()
    }

    /// Returns true if a finding is as expected.
    pub(super) fn fits(&self, hit: &Hit) -> bool {
        self.means(hit)
            && self.risk.is_none_or(|risk| risk == hit.risk)
            && self.effect.is_none_or(|effect| effect == hit.effect)
            && self.confidence.is_none_or(|sureness| Confidence::from(sureness) == hit.confidence)
    }
}

impl fmt::Display for ExpectedFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.rule)?;
        if let Some(address) = &self.address {
            write!(f, " at {address}")?;
        }
        let confidence = self.confidence.map(|sureness| Confidence::from(sureness).name());
        let more = [self.risk.map(Risk::name), self.effect.map(Effect::name), confidence];
        let more: Vec<&str> = more.into_iter().flatten().collect();
        if more.is_empty() { Ok(()) } else { write!(f, " ({})", more.join(", ")) }
    }
}

/// Reads a file of expectations.
///
/// # Errors
///
/// It cannot be read, or says something that nobody can mean.
pub(super) fn read_expected(path: &Path) -> Result<Expected, Problem> {
    let (shown, text) = read_text(path)?;
    serde_json::from_str(&text).map_err(|error| {
        let said = error.to_string();
        let what = said.rsplit_once(" at line").map_or(said.as_str(), |(what, _)| what);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).max(1);
        let place = Place { file: shown, line: count(error.line()), column: count(error.column()) };
        let excerpt = Excerpt::at(&text, place.offset(&text));
        Problem::new(Code::PolicyInvalid, format!("these are no expectations: {what}"))
            .at(place)
            .excerpt(excerpt)
            .help("write {\"findings\": [{\"rule\": \"...\", \"address\": \"...\", \"risk\": \"high\"}]}")
    })
}

/// Reads a small file of text; returns its path as a person would look for it, and the text.
pub(super) fn read_text(path: &Path) -> Result<(String, String), Problem> {
    let shown = path.display().to_string().replace('\\', "/");
    let unreadable = |error: std::io::Error| {
        Problem::new(Code::InputUnreadable, format!("cannot read `{shown}`: {error}"))
            .help("check its permissions and that it is text in UTF-8")
    };
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(BYTES as u64 + 1).read_to_string(&mut text))
        .map_err(unreadable)?;
    if text.len() > BYTES {
        let message = format!("file `{shown}` is larger than {} MiB", BYTES >> 20);
        return Err(Problem::new(Code::LimitExceeded, message).help("cut out of it what no test needs"));
    }
    Ok((shown, text))
}
