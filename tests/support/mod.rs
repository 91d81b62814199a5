//! Runs the main job on a plan and compares it with what a careful engineer expects of it.

#![allow(
    dead_code,
    clippy::print_stdout,
    unreachable_pub,
    missing_debug_implementations,
    clippy::allow_attributes,
    reason = "each test binary uses a part of it"
)]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use applygate::configuration::Configuration;
use applygate::facts::{Clock, ClockSource, Facts};
use applygate::gate::{Verdict, decide};
use applygate::plan::{self, Options};
use applygate::policy::source::selector::Known;
use applygate::policy::{self, Policy, Risk};
use applygate::problem::Problem;
use applygate::report::{Report, explain, html, json_v1, mermaid, svg, text};
use applygate::risk::{Assessment, Place, assess};

/// The shipped policy: unpacked once for the thousands of plans of the properties.
static POLICY: LazyLock<Policy> = LazyLock::new(Policy::shipped);

/// Returns where the corpus of real plans is; it is no part of the project, and tests say so when it is not there.
pub fn corpus() -> Option<PathBuf> {
    let corpus = std::env::var_os("APPLYGATE_CORPUS").map(PathBuf::from);
    if corpus.is_none() {
        println!("skipped: APPLYGATE_CORPUS is not set");
    }
    corpus
}

/// A plan that was judged.
pub struct Judged {
    pub assessment: Assessment,
    pub verdict: Verdict,
}

/// Judges the plan in a file, by the shipped policy and by `policy.hcl` beside it if there is one.
pub fn judge(path: &Path) -> Result<Judged, Problem> {
    match std::fs::read_to_string(path.with_file_name("policy.hcl")) {
        Ok(text) => judge_by(File::open(path).unwrap(), &policy(&text)),
        Err(_) => judge_bytes(File::open(path).unwrap()),
    }
}

/// Reads the text of a policy, which must be right.
pub fn policy(text: &str) -> Policy {
    let file = policy::source::load::File { path: "policy.hcl", text };
    let organisation = policy::organisation::read(&[file], &Known::default());
    let organisation = organisation.unwrap_or_else(|problems| panic!("{problems:#?}"));
    Policy::shipped().with(organisation, Vec::new()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Judges a plan from any reader.
pub fn judge_bytes(input: impl std::io::Read) -> Result<Judged, Problem> {
    judge_by(input, &POLICY)
}

/// Returns facts that know the time, and nobody.
pub fn at_noon() -> Facts {
    let mut facts = Facts::unknown();
    facts.clock = Some(Clock {
        now: "2026-11-21T12:00:00Z".parse().unwrap(),
        source: ClockSource::Stated,
        skew: None,
        tzdb: "2026b".to_owned(),
    });
    facts
}

/// Judges a plan by a policy.
pub fn judge_by(input: impl std::io::Read, policy: &Policy) -> Result<Judged, Problem> {
    let plan = plan::read(input, &Options::default())?;
    let place = Place::default();
    let assessment = assess(&plan, &Configuration::unread(), policy, &place)?;
    let verdict = decide(&assessment, &place, policy, &at_noon());
    let verdict = verdict.map_err(|problems| problems.first().clone())?;
    Ok(Judged { assessment, verdict })
}

impl Judged {
    /// Returns what every format renders.
    pub fn report(&self) -> Report<'_> {
        Report { assessment: &self.assessment, verdict: &self.verdict }
    }

    /// Returns the verdict for machines.
    pub fn json(&self) -> String {
        json_v1::render(&self.report())
    }

    /// Returns all that can be printed of it, in every format and detail.
    pub fn everything(&self) -> String {
        let mut all = self.json();
        for detail in [text::Detail::Quiet, text::Detail::Normal, text::Detail::Verbose] {
            for show_all in [false, true] {
                all += &text::render(&self.report(), &text::Options { detail, show_all, width: 100 });
            }
        }
        for picture in [html::render, mermaid::render, svg::render] {
            all += &picture(&self.report());
        }
        for change in &self.assessment.changes {
            all += &explain::render(change, &self.assessment);
        }
        all
    }
}

/// What is expected of one change.
#[derive(Debug)]
pub struct ExpectedChange {
    pub address: String,
    pub deposed: Option<String>,
    pub operation: String,
    pub order: Option<String>,
    pub min_risk: Risk,
}

/// What is expected of a plan.
#[derive(Debug)]
pub struct Expected {
    pub outcomes: Vec<String>,
    pub changes: Vec<ExpectedChange>,
    pub must_not_print: Vec<String>,
}

/// Returns what is not as expected, one line each.
pub fn misses(judged: &Judged, expected: &Expected) -> Vec<String> {
    let mut misses = Vec::new();
    let outcome = judged.verdict.outcome.name();
    if !expected.outcomes.iter().any(|name| name == outcome) {
        misses.push(format!("outcome is {outcome}, expected {}", expected.outcomes.join(" or ")));
    }
    for change in &expected.changes {
        let found = judged
            .assessment
            .changes
            .iter()
            .find(|found| found.address == change.address && found.deposed == change.deposed);
        let Some(found) = found else {
            misses.push(format!("{} is not among the changes", change.address));
            continue;
        };
        let order = found.order.map(|order| order.name().to_owned());
        if found.operation.name() != change.operation || change.order.is_some() && order != change.order {
            misses.push(format!(
                "{} is {} {order:?}, expected {} {:?}",
                change.address,
                found.operation.name(),
                change.operation,
                change.order
            ));
        }
        if found.risk < change.min_risk {
            misses.push(format!(
                "{} is {}, expected at least {}",
                change.address,
                found.risk.name(),
                change.min_risk.name()
            ));
        }
    }
    if !expected.must_not_print.is_empty() {
        let everything = judged.everything();
        for secret in &expected.must_not_print {
            if everything.contains(secret.as_str()) {
                misses.push(format!("`{secret}` was printed"));
            }
        }
    }
    misses
}

/// Returns the level of that name.
pub fn risk(name: &str) -> Risk {
    Risk::from_name(name).unwrap_or_else(|| panic!("no level is called `{name}`"))
}

/// Returns a new, empty folder below the one that cargo gives to tests.
pub fn temporary(name: &str) -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
