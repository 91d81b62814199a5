//! All plans of one run: one verdict, and what repeats across plans told once.

use std::collections::{BTreeMap, HashMap};

use super::Report;
use super::words::{counted, headline};
use crate::facts::ProposedPolicy;
use crate::gate::{Assurance, Outcome, Requirement};
use crate::policy::Risk;
use crate::problem::{Problem, Problems};
use crate::risk::{ChangeAssessment, Finding, Spot};

/// The plans that were looked at together.
#[derive(Debug, Clone)]
pub struct Run<'r> {
    /// Each plan, in the order somebody named them.
    pub plans: Vec<Entry<'r>>,
    /// True if several were asked for, even if it came to one: that decides the shape of the document for programs.
    pub several: bool,
    /// What was not looked at, in words.
    pub notes: Vec<String>,
}

/// One plan.
#[derive(Debug, Clone)]
pub struct Entry<'r> {
    /// The plan as the user knows it.
    pub name: &'r str,
    /// The verdict, or why there is none.
    pub judged: Result<Report<'r>, &'r Problems>,
}

/// What a plan, or all of them together, come to: the worst is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It may be applied.
    Allow,
    /// Something is missing that can be given.
    Hold,
    /// Prohibited.
    Block,
    /// Nothing could be decided.
    Error,
}

impl Standing {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Allow => "allow",
            Standing::Hold => "hold",
            Standing::Block => "block",
            Standing::Error => "error",
        }
    }
}

impl From<Outcome> for Standing {
    fn from(outcome: Outcome) -> Standing {
        match outcome {
            Outcome::Allow => Standing::Allow,
            Outcome::Hold => Standing::Hold,
            Outcome::Block => Standing::Block,
        }
    }
}

impl Entry<'_> {
    /// Returns what the plan comes to.
    pub fn standing(&self) -> Standing {
        self.judged.map_or(Standing::Error, |report| report.verdict.outcome.into())
    }

    /// Returns that as a sentence without its end. Not escaped.
    pub fn headline(&self) -> String {
        match &self.judged {
            Ok(report) => headline(report),
            Err(problems) => match problems.rest().len() {
                0 => problems.first().to_string(),
                more => {
                    format!("{} (and {})", problems.first(), counted(more, "more problem", "more problems"))
                }
            },
        }
    }
}

impl<'r> Run<'r> {
    /// Creates the run of one plan.
    pub fn single(name: &'r str, judged: Result<Report<'r>, &'r Problems>) -> Run<'r> {
        Run { plans: vec![Entry { name, judged }], several: false, notes: Vec::new() }
    }

    /// Returns what all plans together come to: the worst of them. A run without any plan decides nothing.
    pub fn standing(&self) -> Standing {
        self.plans.iter().map(Entry::standing).max().unwrap_or(Standing::Error)
    }

    /// Returns the verdict as a sentence without its end. Not escaped.
    pub fn headline(&self) -> String {
        match self.plans.as_slice() {
            [entry] => entry.headline(),
            plans => {
                let count = |standing| plans.iter().filter(|entry| entry.standing() == standing).count();
                let parts = [
                    (Standing::Error, "could not be judged"),
                    (Standing::Block, "prohibited"),
                    (Standing::Hold, "on hold"),
                    (Standing::Allow, "allowed"),
                ];
                let parts = parts.into_iter().map(|(standing, words)| (count(standing), words));
                let of = format!(" of {}", counted(plans.len(), "plan", "plans"));
                let parts: Vec<String> = parts
                    .filter(|(count, _)| *count > 0)
                    .enumerate()
                    .map(|(at, (count, words))| format!("{count}{} {words}", if at == 0 { &of } else { "" }))
                    .collect();
                let risk = self.reports().map(|(_, report)| report.verdict.risk).max();
                let risk = risk.map(|risk| format!(" ({} risk)", risk.name())).unwrap_or_default();
                format!("{}{risk}", parts.join(", "))
            }
        }
    }

    /// Returns the plans that were judged.
    pub(super) fn reports(&self) -> impl Iterator<Item = (&'r str, Report<'r>)> + '_ {
        self.plans.iter().filter_map(|entry| entry.judged.ok().map(|report| (entry.name, report)))
    }

    /// Returns the plans that were not, and why.
    pub(super) fn problems(&self) -> impl Iterator<Item = (&'r str, &'r Problem)> + '_ {
        let failed =
            self.plans.iter().filter_map(|entry| entry.judged.err().map(|problems| (entry.name, problems)));
        failed.flat_map(|(plan, problems)| problems.iter().map(move |problem| (plan, problem)))
    }

    /// Returns the changes that a person must look at, the most dangerous first.
    pub(super) fn risky(&self) -> Vec<Shared<'r, ChangeAssessment>> {
        let changes = self.reports().flat_map(|(plan, report)| {
            report
                .assessment
                .changes
                .iter()
                .filter(|change| change.is_risky())
                .map(move |change| (plan, change))
        });
        let mut risky = shared(changes, self.plans.len() > 1, change_key);
        risky.sort_by_key(|shared| (!shared.one.is_prohibited(), std::cmp::Reverse(shared.one.risk)));
        risky
    }

    /// Returns what the rules say of the plans as wholes.
    pub(super) fn findings(&self) -> Vec<Shared<'r, Finding>> {
        let findings = self
            .reports()
            .flat_map(|(plan, report)| report.assessment.findings.iter().map(move |finding| (plan, finding)));
        shared(findings, self.plans.len() > 1, finding_key)
    }

    /// Returns what is demanded, without what another demand implies; met demands last.
    pub(super) fn demands(&self) -> Vec<Shared<'r, Requirement>> {
        let demands = self.reports().flat_map(|(plan, report)| {
            let demands = report.verdict.requirements.iter().filter(|demand| !demand.implied);
            demands.map(move |demand| (plan, demand))
        });
        let mut demands = shared(demands, self.plans.len() > 1, demand_key);
        demands.sort_by_key(|shared| shared.one.met);
        demands
    }

    /// Returns the harmless changes, and the plans they are in.
    pub(super) fn harmless(&self) -> impl Iterator<Item = (&'r str, &'r ChangeAssessment)> + '_ {
        self.reports().flat_map(|(plan, report)| {
            report
                .assessment
                .changes
                .iter()
                .filter(|change| !change.is_risky())
                .map(move |change| (plan, change))
        })
    }

    /// Returns how many resources stay as they are.
    pub(super) fn unchanged(&self) -> u64 {
        self.reports().map(|(_, report)| report.assessment.counts.unchanged).sum()
    }

    /// Returns the rules that fired in more than one plan, the gravest first.
    pub(super) fn repeated(&self) -> Vec<Repeated<'r>> {
        let mut rules: BTreeMap<&str, Repeated<'r>> = BTreeMap::new();
        for (plan, report) in self.reports() {
            let changes = report.assessment.changes.iter().flat_map(|change| &change.findings);
            for finding in report.assessment.findings.iter().chain(changes) {
                let rule = rules.entry(&finding.rule).or_insert(Repeated {
                    finding,
                    risk: Risk::None,
                    count: 0,
                    plans: Vec::new(),
                });
                rule.risk = rule.risk.max(finding.risk);
                rule.count += 1;
                if rule.plans.last() != Some(&plan) {
                    rule.plans.push(plan);
                }
            }
        }
        let mut repeated: Vec<Repeated<'r>> =
            rules.into_values().filter(|rule| rule.plans.len() > 1).collect();
        repeated.sort_by_key(|rule| std::cmp::Reverse(rule.risk));
        repeated
    }

    /// Returns what is to be said of the policy that the change request brings: the same for every plan of it.
    pub(super) fn proposed_policy(&self) -> Option<&'r ProposedPolicy> {
        self.reports().find_map(|(_, report)| report.verdict.proposed_policy.as_ref())
    }

    /// Returns how little the verdict proves where it is published: it is the same for all plans.
    pub(super) fn assurance(&self) -> Option<&'r Assurance> {
        self.reports().find_map(|(_, report)| report.verdict.assurance.as_ref())
    }

    /// Returns the notes, each once.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = self.notes.clone();
        for (_, report) in self.reports() {
            for note in &report.assessment.notes {
                if !notes.contains(note) {
                    notes.push(note.clone());
                }
            }
        }
        notes
    }
}

/// A rule that fired in several plans.
#[derive(Debug, Clone)]
pub(super) struct Repeated<'r> {
    /// Its first finding.
    pub(super) finding: &'r Finding,
    /// The highest level it came to.
    pub(super) risk: Risk,
    /// How often it fired.
    pub(super) count: usize,
    /// The plans it fired in.
    pub(super) plans: Vec<&'r str>,
}

/// Something that several plans have in common, or one of them has.
#[derive(Debug, Clone)]
pub(super) struct Shared<'r, T> {
    /// The first of them.
    pub(super) one: &'r T,
    /// All of them, with the plans they are in.
    pub(super) all: Vec<(&'r str, &'r T)>,
}

impl<'r, T> Shared<'r, T> {
    /// Returns the names of the plans.
    pub(super) fn plans(&self) -> Vec<&'r str> {
        let mut plans: Vec<&str> = self.all.iter().map(|(plan, _)| *plan).collect();
        plans.dedup();
        plans
    }
}

/// Puts together what reads the same; the first of each keeps its position. One plan has nothing to share.
fn shared<'r, T>(
    each: impl Iterator<Item = (&'r str, &'r T)>,
    several: bool,
    key: impl Fn(&T) -> String,
) -> Vec<Shared<'r, T>> {
    let mut found: Vec<Shared<'r, T>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (plan, one) in each {
        if several {
            let next = found.len();
            let position = *known.entry(key(one)).or_insert(next);
            if let Some(shared) = found.get_mut(position) {
                shared.all.push((plan, one));
                continue;
            }
        }
        found.push(Shared { one, all: vec![(plan, one)] });
    }
    found
}

/// What a reader sees of a demand but on account of what it is made, which differs from plan to plan.
fn demand_key(demand: &Requirement) -> String {
    format!(
        "{:?}",
        (demand.kind, demand.met, &demand.reason, &demand.next, &demand.block, &demand.file, demand.line)
    )
}

/// What a reader sees of a change but for its place in the configuration.
fn change_key(change: &ChangeAssessment) -> String {
    let mut key = format!(
        "{:?}",
        (
            (&change.address, &change.deposed, change.operation, change.order, change.importing),
            (&change.moved_from, &change.forced_by, change.risk, change.guard, &change.relations),
            (&change.differences, change.steps.first()),
        )
    );
    for guard in &change.guards {
        put!(key, "\n{guard}");
    }
    for finding in &change.findings {
        key.push('\n');
        key.push_str(&finding_key(finding));
    }
    key
}

fn finding_key(finding: &Finding) -> String {
    format!("{:?}", (&finding.rule, &finding.message, finding.risk, finding.prohibits, finding.confidence))
}

/// Returns the findings of a change, the gravest first.
pub(super) fn gravest(change: &ChangeAssessment) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = change.findings.iter().collect();
    findings.sort_by_key(|finding| (!finding.prohibits, std::cmp::Reverse(finding.risk)));
    findings
}

/// Returns where a change stands, as `file:line`. Not escaped.
pub(super) fn place(spot: &Spot) -> String {
    let base = if spot.side == crate::risk::Side::Base { " at base" } else { "" };
    format!("{}:{}{base}", spot.file, spot.line)
}
