//! All that is to be said of a run as a flat list: for formats that are lists of issues at lines of files.

use std::cmp::Reverse;
use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::run::{Run, gravest, place};
use super::words::address;
use crate::policy::Risk;
use crate::risk::{ChangeAssessment, Confidence, Finding, Side, Spot};

/// The rule of a plan that could not be judged.
pub(super) const NOT_JUDGED: &str = "plan-not-judged";

/// One thing to be said.
#[derive(Debug, Clone)]
pub(super) struct Issue<'r> {
    /// The plan.
    pub(super) plan: &'r str,
    /// The id of the rule, or of what stands in its place.
    pub(super) rule: String,
    /// What it is about, as a headline.
    pub(super) title: String,
    /// How grave it is.
    pub(super) gravity: Gravity,
    /// The address it is about.
    pub(super) subject: Option<String>,
    /// What happens, on one line. Not escaped.
    pub(super) message: String,
    /// The safer way.
    pub(super) instead: Option<&'r str>,
    /// Where it stands in the configuration.
    pub(super) spot: Option<&'r Spot>,
    /// What tells it from all others, whatever line it is on and however it is worded.
    pub(super) fingerprint: String,
}

/// How grave an issue is: the last is the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gravity {
    /// It comes to this level.
    Risk(Risk),
    /// It is prohibited.
    Prohibited,
    /// It kept the plan from being judged.
    Error,
}

/// How formats with three levels call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Good to know.
    Note,
    /// Somebody must look at it.
    Warning,
    /// It must not happen as it is.
    Error,
}

impl Gravity {
    /// Returns the level in formats that have three.
    pub(super) fn level(self) -> Level {
        match self {
            Gravity::Error | Gravity::Prohibited | Gravity::Risk(Risk::Critical | Risk::High) => Level::Error,
            Gravity::Risk(Risk::Medium) => Level::Warning,
            Gravity::Risk(Risk::Low | Risk::None) => Level::Note,
        }
    }

    /// Returns it in a word.
    pub(super) fn name(self) -> &'static str {
        match self {
            Gravity::Error => "error",
            Gravity::Prohibited => "prohibited",
            Gravity::Risk(risk) => risk.name(),
        }
    }
}

impl Issue<'_> {
    /// Returns file and line in the configuration at head; what stood at base only has no line there.
    pub(super) fn head(&self) -> Option<(&str, u32)> {
        self.spot.filter(|spot| spot.side == Side::Head).map(|spot| (spot.file.as_str(), spot.line))
    }

    /// Returns the message, with what the place does not say.
    pub(super) fn text(&self) -> String {
        match self.spot {
            Some(spot) if spot.side == Side::Base => format!("{} ({})", self.message, place(spot)),
            _ => self.message.clone(),
        }
    }
}

/// Returns all issues of a run, the gravest first.
pub(super) fn issues<'r>(run: &Run<'r>) -> Vec<Issue<'r>> {
    let mut issues: Vec<Issue<'r>> = Vec::new();
    for (plan, problem) in run.problems() {
        issues.push(Issue {
            plan,
            rule: NOT_JUDGED.to_owned(),
            title: "A plan could not be judged, so it is not allowed".to_owned(),
            gravity: Gravity::Error,
            subject: None,
            message: problem.to_string(),
            instead: problem.help.as_deref(),
            spot: None,
            fingerprint: String::new(),
        });
    }
    for (plan, report) in run.reports() {
        issues.extend(report.assessment.findings.iter().map(|finding| of_finding(plan, None, finding, None)));
        for change in &report.assessment.changes {
            let findings = gravest(change);
            // A level that no rule explains comes from what the type holds and what the change does.
            if change.is_risky() && findings.iter().all(|finding| finding.risk < change.risk) {
                issues.push(of_level(plan, change));
            }
            issues.extend(
                findings
                    .iter()
                    .map(|finding| of_finding(plan, Some(address(change)), finding, change.place.as_ref())),
            );
        }
    }
    issues.sort_by_key(|issue| Reverse(issue.gravity));
    identify(&mut issues, run.several);
    issues
}

fn of_finding<'r>(
    plan: &'r str,
    subject: Option<String>,
    finding: &'r Finding,
    spot: Option<&'r Spot>,
) -> Issue<'r> {
    let unsure = if finding.confidence == Confidence::Unknown { " (cannot tell before apply)" } else { "" };
    Issue {
        plan,
        rule: finding.rule.clone(),
        title: finding.title.clone(),
        gravity: if finding.prohibits { Gravity::Prohibited } else { Gravity::Risk(finding.risk) },
        subject,
        message: format!("{}{unsure}", finding.message),
        instead: finding.instead.as_deref(),
        spot: finding.place.as_ref().or(spot),
        fingerprint: String::new(),
    }
}

fn of_level<'r>(plan: &'r str, change: &'r ChangeAssessment) -> Issue<'r> {
    let why = change.steps.first().map(|step| step.text.as_str()).unwrap_or_default();
    Issue {
        plan,
        rule: format!("change-{}", change.operation.name()),
        title: format!("A {} whose level comes from what the type holds", change.operation.name()),
        gravity: Gravity::Risk(change.risk),
        subject: Some(address(change)),
        message: format!("{}: {why}", address(change)),
        instead: None,
        spot: change.place.as_ref(),
        fingerprint: String::new(),
    }
}

/// Gives each issue what tells it from the others: rule, address and, among several, the plan; a number where a rule
/// fired more than once on the same address.
fn identify(issues: &mut [Issue<'_>], several: bool) {
    let mut known: HashMap<[u8; 32], usize> = HashMap::new();
    for issue in issues {
        let mut hash = Sha256::new();
        let plan = if several || issue.gravity == Gravity::Error { issue.plan } else { "" };
        for part in ["applygate/issue/v1", plan, &issue.rule, issue.subject.as_deref().unwrap_or_default()] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let hash: [u8; 32] = hash.finalize().into();
        let number = known.entry(hash).or_insert(0);
        *number += 1;
        let mut text = String::with_capacity(40);
        for byte in hash.iter().take(16) {
            put!(text, "{byte:02x}");
        }
        issue.fingerprint = format!("{text}:{number}");
    }
}
