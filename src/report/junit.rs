//! A test report in the XML that JUnit began and that build servers read: red if the verdict is not *allow*.
//!
//! A suite for each plan; a case for its verdict, for each change, for what the rules say of the plan as a whole, and
//! for each requirement.

use super::escape::{cut, terminal};
use super::markup::xml;
use super::run::{Entry, Run, Standing, gravest, place};
use super::words::{address, operation};
use super::{Report, differences};
use crate::policy::Risk;
use crate::problem::Problems;
use crate::risk::{ChangeAssessment, Finding};

/// The longest attribute, in characters.
const LONGEST: usize = 1_000;

/// A case of a suite.
struct Case {
    class: &'static str,
    name: String,
    failure: Option<Failure>,
}

/// Why a case is red.
struct Failure {
    /// `failure`, or `error` where nothing could be decided.
    element: &'static str,
    kind: String,
    message: String,
    lines: Vec<String>,
}

/// Renders the report.
pub fn render(run: &Run<'_>) -> String {
    let suites: Vec<(String, Vec<Case>)> =
        run.plans.iter().map(|entry| (entry.name.to_owned(), cases(entry))).collect();
    let all = || suites.iter().flat_map(|(_, cases)| cases);
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    put!(text, "<testsuites name=\"applygate\" {}>\n", counts(all()));
    for (name, cases) in &suites {
        put!(text, "  <testsuite name=\"{}\" {} skipped=\"0\">\n", attribute(name), counts(cases.iter()));
        for case in cases {
            push(&mut text, case);
        }
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

fn counts<'c>(cases: impl Iterator<Item = &'c Case> + Clone) -> String {
    let red = |element: &'static str| {
        cases
            .clone()
            .filter(move |case| case.failure.as_ref().is_some_and(|failure| failure.element == element))
    };
    format!(
        "tests=\"{}\" failures=\"{}\" errors=\"{}\"",
        cases.clone().count(),
        red("failure").count(),
        red("error").count()
    )
}

fn push(text: &mut String, case: &Case) {
    put!(text, "    <testcase classname=\"applygate.{}\" name=\"{}\"", case.class, attribute(&case.name));
    let Some(failure) = &case.failure else {
        text.push_str("/>\n");
        return;
    };
    let element = failure.element;
    put!(
        text,
        ">\n      <{element} type=\"{}\" message=\"{}\">",
        attribute(&failure.kind),
        attribute(&failure.message)
    );
    for line in &failure.lines {
        put!(text, "\n{}", xml(&cut(line, LONGEST)));
    }
    put!(text, "</{element}>\n    </testcase>\n");
}

fn attribute(text: &str) -> String {
    xml(&cut(text, LONGEST))
}

fn cases(entry: &Entry<'_>) -> Vec<Case> {
    let mut cases = vec![Case {
        class: "verdict",
        name: "verdict".to_owned(),
        failure: (entry.standing() != Standing::Allow).then(|| Failure {
            element: if entry.standing() == Standing::Error { "error" } else { "failure" },
            kind: match &entry.judged {
                Ok(report) => report.verdict.outcome.name().to_owned(),
                Err(problems) => problems.first().code.name().to_owned(),
            },
            message: entry.headline(),
            lines: complaints(entry),
        }),
    }];
    if let Ok(report) = &entry.judged {
        let red = entry.standing() != Standing::Allow;
        cases.extend(report.assessment.findings.iter().map(|finding| {
            Case {
                class: "plan",
                name: finding.rule.clone(),
                failure: (red && (finding.prohibits || finding.risk >= Risk::Medium))
                    .then(|| failure(kind(finding), finding.message.clone(), reasons(&[finding]))),
            }
        }));
        cases.extend(report.assessment.changes.iter().map(|change| Case {
            class: "change",
            name: format!("{} {}", operation(change), address(change)),
            failure: (red && change.is_risky()).then(|| of_change(change)),
        }));
        cases.extend(requirements(report));
    }
    cases
}

/// Returns every problem of a plan that could not be judged, and what helps.
fn complaints(entry: &Entry<'_>) -> Vec<String> {
    let problems = entry.judged.err().into_iter().flat_map(Problems::iter);
    let each = problems.flat_map(|problem| {
        std::iter::once(problem.to_string()).chain(problem.help.as_ref().map(|help| format!("help: {help}")))
    });
    each.collect()
}

fn requirements<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Case> + 'r {
    let demands = report.verdict.requirements.iter().filter(|demand| !demand.implied);
    demands.map(|demand| Case {
        class: "requirement",
        name: format!("{} of {}", demand.kind.name(), demand.block),
        failure: (!demand.met).then(|| {
            failure("missing".to_owned(), demand.reason.clone(), vec![format!("next: {}", demand.next)])
        }),
    })
}

fn failure(kind: String, message: String, lines: Vec<String>) -> Failure {
    Failure { element: "failure", kind, message, lines }
}

fn kind(finding: &Finding) -> String {
    if finding.prohibits { "prohibited".to_owned() } else { finding.risk.name().to_owned() }
}

fn of_change(change: &ChangeAssessment) -> Failure {
    let findings = gravest(change);
    let first = change.steps.first().map(|step| step.text.clone()).unwrap_or_default();
    let message = match findings.first() {
        Some(finding) if finding.prohibits || finding.risk >= change.risk => finding.message.clone(),
        _ => first,
    };
    let kind = if change.is_prohibited() { "prohibited" } else { change.risk.name() };
    let mut lines: Vec<String> = change.place.iter().map(|spot| format!("at {}", place(spot))).collect();
    lines.extend(reasons(&findings));
    lines.extend(
        differences::digest(change)
            .iter()
            .map(|line| anstream::adapter::strip_str(&differences::paint(line)).to_string()),
    );
    failure(kind.to_owned(), message, lines)
}

fn reasons(findings: &[&Finding]) -> Vec<String> {
    let each = findings.iter().flat_map(|finding| {
        let reason = format!("{} ({}, {})", terminal(&finding.message), finding.rule, kind(finding));
        let instead = finding.instead.as_ref().map(|instead| format!("instead: {}", instead.trim()));
        std::iter::once(reason).chain(instead)
    });
    each.collect()
}
