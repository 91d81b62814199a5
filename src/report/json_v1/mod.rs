//! The verdict for machines, version 1.
//!
//! The schema stands in `docs/applygate-v1.schema.json`.

mod document;
mod proposal;
mod several;

use serde::Serialize;

use document::{
    Assurance, Change, Counts, Deferred, Difference, DifferenceCounts, Environment, Error, Finding, Guard,
    Invocation, Location, Output, Plan, Relation, Requirement, Shown, Step,
};
pub use document::{Document, Failure, Outcome};
pub use several::Plans;
use several::{Judged, NamedPlan, Repeated};

use super::run::{Run, Standing};
use super::{Report, escape};
use crate::policy::{Effect, Risk};
use crate::problem::{Problem, Problems};
use crate::risk;

/// How many reasons of a demand are listed.
const BECAUSE: usize = 20;

/// The value of `schema` in every document.
pub const SCHEMA: &str = "applygate/v1";

/// The value of `schema` in a document on several plans.
pub const SCHEMA_OF_PLANS: &str = "applygate/plans/v1";

/// Returns the verdict on one plan, or on several, as a JSON document that ends with a line break.
pub fn render_run(run: &Run<'_>) -> String {
    match run.plans.as_slice() {
        [entry] if !run.several => match &entry.judged {
            Ok(report) => render(report),
            Err(problems) => render_problems(problems),
        },
        _ => pretty(&plans(run)),
    }
}

fn plans(run: &Run<'_>) -> Plans {
    let risk = run.reports().map(|(_, report)| report.verdict.risk).max();
    let plans = run.plans.iter().map(|entry| NamedPlan {
        name: entry.name.to_owned(),
        judged: match &entry.judged {
            Ok(report) => Judged::Verdict(Box::new(document(report))),
            Err(problems) => Judged::Failure(failure(problems)),
        },
    });
    let repeated = run.repeated().into_iter().map(|repeated| Repeated {
        rule: repeated.finding.rule.clone(),
        title: repeated.finding.title.clone(),
        risk: name(repeated.risk),
        findings: repeated.count,
        plans: repeated.plans.iter().map(|plan| (*plan).to_owned()).collect(),
    });
    Plans {
        schema: SCHEMA_OF_PLANS.to_owned(),
        outcome: match run.standing() {
            Standing::Allow => Outcome::Allow,
            Standing::Hold => Outcome::Hold,
            Standing::Block => Outcome::Block,
            Standing::Error => Outcome::Error,
        },
        risk: risk.map(name),
        plans: plans.collect(),
        repeated_findings: repeated.collect(),
        notes: run.notes.clone(),
    }
}

/// Returns the verdict as a JSON document that ends with a line break.
pub fn render(report: &Report<'_>) -> String {
    pretty(&document(report))
}

/// Returns a failure as a JSON document that ends with a line break.
pub fn render_problems(problems: &Problems) -> String {
    pretty(&failure(problems))
}

fn failure(problems: &Problems) -> Failure {
    Failure {
        schema: SCHEMA.to_owned(),
        outcome: Outcome::Error,
        error: error(problems.first()),
        further_errors: problems.rest().iter().map(error).collect(),
    }
}

fn error(problem: &Problem) -> Error {
    Error {
        code: problem.code.name().to_owned(),
        message: problem.message.clone(),
        help: problem.help.clone(),
        location: problem.place.as_ref().map(|place| Location {
            file: place.file.clone(),
            line: place.line,
            side: None,
        }),
    }
}

fn pretty(document: &impl Serialize) -> String {
    // These structures hold strings, numbers and lists only, which always serialise.
    let mut text = escape::json(&serde_json::to_string_pretty(document).unwrap_or_default());
    text.push('\n');
    text
}

fn document(report: &Report<'_>) -> Document {
    let (assessment, verdict) = (report.assessment, report.verdict);
    Document {
        schema: SCHEMA.to_owned(),
        outcome: match verdict.outcome {
            crate::gate::Outcome::Allow => Outcome::Allow,
            crate::gate::Outcome::Hold => Outcome::Hold,
            crate::gate::Outcome::Block => Outcome::Block,
        },
        risk: name(verdict.risk),
        environment: Environment {
            name: assessment.environment.name().map(str::to_owned),
            tier: assessment.environment.tier.name().to_owned(),
            why: assessment.environment.why.clone(),
        },
        policy: verdict.policy.clone(),
        guardrails: verdict.guardrails.clone(),
        approval_digest: verdict.approval_digest.as_ref().map(|digest| digest.text().to_owned()),
        assurance: verdict
            .assurance
            .as_ref()
            .map(|assurance| Assurance { level: assurance.level.to_owned(), why: assurance.why.clone() }),
        change_digest: Some(assessment.digest.text.clone()),
        change_digest_binds_sensitive_values: assessment.digest.sensitive_bound,
        plan: plan(&assessment.plan),
        changes: assessment.changes.iter().map(change).collect(),
        findings: assessment.findings.iter().map(finding).collect(),
        deferred: assessment
            .deferred
            .iter()
            .map(|deferred| Deferred {
                address: deferred.change.address.clone(),
                reason: deferred.reason.clone(),
                operation: deferred.change.operation.name().to_owned(),
            })
            .collect(),
        action_invocations: assessment
            .invocations
            .iter()
            .map(|invocation| Invocation {
                address: invocation.address.clone(),
                kind: invocation.kind.clone(),
                trigger: invocation.trigger.clone(),
                event: invocation.event.clone(),
            })
            .collect(),
        outputs: assessment
            .outputs
            .iter()
            .map(|output| Output {
                name: output.name.clone(),
                operation: output.operation.name().to_owned(),
                sensitive: output.sensitive,
            })
            .collect(),
        requirements: verdict.requirements.iter().map(requirement).collect(),
        proposed_policy: verdict.proposed_policy.as_ref().map(Into::into),
        counts: counts(assessment),
        notes: assessment.notes.clone(),
    }
}

fn name(risk: Risk) -> String {
    risk.name().to_owned()
}

fn plan(plan: &risk::PlanSummary) -> Plan {
    Plan {
        tool: plan.tool.name().to_owned(),
        version: plan.version.clone(),
        format_version: plan.format_version.clone(),
        timestamp: plan.timestamp.clone(),
        errored: plan.errored,
        complete: plan.complete,
        applyable: plan.applyable,
    }
}

fn change(change: &risk::ChangeAssessment) -> Change {
    Change {
        address: change.address.clone(),
        deposed: change.deposed.clone(),
        kind: change.kind.clone(),
        provider: change.provider.clone(),
        class: change.class.name().to_owned(),
        category: change.category.clone(),
        stateful: change.stateful,
        operation: change.operation.name().to_owned(),
        order: change.order.map(|order| order.name().to_owned()),
        importing: change.importing,
        moved_from: change.moved_from.clone(),
        action_reason: change.reason.clone(),
        forced_by: change.forced_by.clone(),
        risk: name(change.risk),
        confidence: change.confidence.name().to_owned(),
        steps: change
            .steps
            .iter()
            .map(|step| Step { text: step.text.clone(), risk: name(step.risk) })
            .collect(),
        location: change.place.as_ref().map(spot),
        guard_state: change.guard.map(|state| state.name().to_owned()),
        guards: change
            .guards
            .iter()
            .map(|guard| Guard {
                kind: guard.kind.name().to_owned(),
                attribute: guard.attributes.join("+"),
                state: guard.switch.name().to_owned(),
                removed_in_hcl: guard.removed_in_configuration,
                location: guard.place.as_ref().map(spot),
            })
            .collect(),
        relations: change
            .relations
            .iter()
            .map(|relation| Relation {
                kind: relation.kind.name().to_owned(),
                address: relation.address.clone(),
                hint: relation.text.clone(),
            })
            .collect(),
        findings: change.findings.iter().map(finding).collect(),
        differences: change
            .differences
            .iter()
            .map(|difference| Difference {
                path: difference.path.clone(),
                within: difference.within.clone(),
                judged: difference.judged.name().to_owned(),
                before: difference.before.as_ref().map(shown),
                after: difference.after.as_ref().map(shown),
                counts: difference.judged.tally().map(|tally| DifferenceCounts {
                    added: tally.added,
                    changed: tally.changed,
                    removed: tally.removed,
                }),
            })
            .collect(),
    }
}

fn shown(value: &risk::Shown) -> Shown {
    match value {
        risk::Shown::Value(text) => Shown { shown: Some(text.clone()), hidden: None, length: None },
        risk::Shown::Hidden { why, length } => {
            Shown { shown: None, hidden: Some(why.name().to_owned()), length: *length }
        }
    }
}

fn finding(finding: &risk::Finding) -> Finding {
    // A prohibition that does not hold here (cannot tell, or an exempt environment) is a risk here.
    let effect = match finding.effect {
        Effect::Prohibit if finding.prohibits => Effect::Prohibit,
        Effect::Prohibit => Effect::Risk,
        other => other,
    };
    Finding {
        rule: finding.rule.clone(),
        title: finding.title.clone(),
        effect: effect.name().to_owned(),
        risk: name(finding.risk),
        message: finding.message.clone(),
        instead: finding.instead.clone(),
        confidence: finding.confidence.name().to_owned(),
        paths: finding.paths.clone(),
        location: finding.place.as_ref().map(spot),
    }
}

fn spot(place: &risk::Spot) -> Location {
    Location { file: place.file.clone(), line: place.line, side: Some(place.side.name().to_owned()) }
}

fn requirement(requirement: &crate::gate::Requirement) -> Requirement {
    Requirement {
        kind: requirement.kind.name().to_owned(),
        met: requirement.met,
        reason: requirement.reason.clone(),
        next: requirement.next.clone(),
        until: requirement.until.map(|until| until.to_string()),
        code: requirement.code.map(str::to_owned),
        missing: requirement.missing,
        by: requirement.by.clone(),
        count: requirement.count,
        block: requirement.block.clone(),
        file: requirement.file.clone(),
        line: requirement.line,
        because: requirement.because.iter().take(BECAUSE).cloned().collect(),
        because_count: u64::try_from(requirement.because.len()).unwrap_or(u64::MAX),
    }
}

fn counts(assessment: &risk::Assessment) -> Counts {
    let totals = &assessment.totals;
    let [none, low, medium, high, critical] = assessment.counts.by_risk;
    Counts {
        unchanged: assessment.counts.unchanged,
        creates: totals.creates,
        updates: totals.updates,
        deletes: totals.deletes,
        replaces: totals.replaces,
        forgets: totals.forgets,
        imports: totals.imports,
        moves: totals.moves,
        destroys: totals.destroys,
        none,
        low,
        medium,
        high,
        critical,
    }
}
