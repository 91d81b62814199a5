//! The decision: what the risk, the policy and the facts come to.

use serde::Serialize;

use super::age::stale;
use super::approvals::{Approvals, Demand, Effect, Known, Moment, Obstacle, Said, approvals, segregation};
use super::assurance::{Assurance, assurance};
use super::demands::{concerned, demands, guardrails};
use super::digest::{ApprovalDigest, Context};
use super::proposal::invalid_policy;
use super::requirement::{Kind, Requirement, of_obstacle, of_people, of_time};
use super::shown::drifted;
use super::standing::standing;
use super::window;
use crate::facts::{Facts, ProposedPolicy};
use crate::plan::operation::Operation;
use crate::policy::calendar::{Effect as FreezeEffect, Time};
use crate::policy::organisation::Forks;
use crate::policy::{Approver, Policy, Risk, Segregation, Tier, WindowDemand};
use crate::problem::{Code, Problem, Problems};
use crate::risk::{Assessment, Finding};

/// What may happen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The change may be applied.
    Allow,
    /// People, evidence or time are missing; they can lift it.
    Hold,
    /// Prohibited: no approval lifts it.
    Block,
}

impl Outcome {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Allow => "allow",
            Outcome::Hold => "hold",
            Outcome::Block => "block",
        }
    }
}

/// A finding that prohibits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prohibition {
    /// The address of the change; none if the plan as a whole is prohibited.
    pub address: Option<String>,
    /// The rule that prohibits it.
    pub rule: String,
}

/// The decision on one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What may happen now.
    pub outcome: Outcome,
    /// The highest risk in the plan.
    pub risk: Risk,
    /// What is prohibited, in the order of the assessment.
    pub prohibitions: Vec<Prohibition>,
    /// What the policy demands, the strictest first.
    pub requirements: Vec<Requirement>,
    /// What this change touches of that which decides about changes: then it is a guardrail change.
    pub guardrails: Vec<String>,
    /// The files of the policy it was judged by; none if only what ships with applygate holds.
    pub policy: Vec<String>,
    /// What approvers bind to; none if it is not known where the change belongs.
    pub approval_digest: Option<ApprovalDigest>,
    /// Everybody who said something, and what it comes to.
    pub said: Vec<Said>,
    /// Freezes in force that only say so, each with its reason.
    pub advisories: Vec<String>,
    /// What is to be said of the policy that the change request brings; none if it brings none, or nobody looked.
    pub proposed_policy: Option<ProposedPolicy>,
    /// How little it proves where it is published; none where nothing is published, or by an account of its own.
    pub assurance: Option<Assurance>,
}

/// Decides on an assessment. Pure: the same input gives the same verdict everywhere, at any time.
///
/// # Errors
///
/// What cannot be decided: a request that was closed, a team that cannot be read, clocks that disagree. None of that is
/// a verdict, so that nothing can take it for one.
pub fn decide(
    assessment: &Assessment,
    place: &crate::risk::Place,
    policy: &Policy,
    facts: &Facts,
) -> Result<Verdict, Problems> {
    clock(policy, facts)?;
    let prohibitions = prohibitions(assessment);
    let guardrails = guardrails(assessment, policy, facts);
    let about = demands(assessment, policy, &guardrails);
    let windows: Vec<WindowDemand> = about.iter().filter_map(|each| each.approval.window.clone()).collect();
    let time = time(assessment, policy, facts, &windows);
    let freezes = time.as_ref().map(|time| time.requires.as_slice()).unwrap_or_default();

    let digest = approval_digest(assessment, place, facts);
    let mut asked: Vec<Demand> = about.iter().flat_map(|about| Demand::of(about.approval)).collect();
    asked.extend(freezes.iter().filter_map(|freeze| {
        let (group, count) = freeze.approvals.as_ref()?;
        Some(Demand::of_freeze(&freeze.name, group, *count))
    }));
    let known = Known::of(&policy.organisation);
    // Without a request nobody was asked, and what is demanded does not depend on a digest.
    let unbound = || ApprovalDigest::new(&assessment.digest.text, &Context::unknown());
    let said = approvals(facts, &digest.clone().unwrap_or_else(unbound), &asked, &known);
    let obstacles = obstacles(assessment, policy, facts, &said, &known);
    undecided(&obstacles)?;

    let mut requirements: Vec<Requirement> =
        obstacles.iter().filter(|obstacle| obstacle.effect == Effect::Hold).map(of_obstacle).collect();
    requirements.extend(paths_unknown(facts));
    requirements.extend(stale(assessment, policy, facts));
    requirements.extend(drifted(facts, digest.as_ref(), !said.answers.is_empty()));
    requirements.extend(of_people(&about, &said.answers));
    requirements.extend(freezes_unknown(assessment, policy, facts));
    requirements.extend(of_time(&about, &windows, &policy.organisation.time, time.as_ref()));
    arrange(&mut requirements);
    let outcome = if !prohibitions.is_empty() {
        Outcome::Block
    } else if requirements.iter().any(|requirement| !requirement.met) {
        Outcome::Hold
    } else {
        Outcome::Allow
    };
    Ok(Verdict {
        outcome,
        risk: assessment.risk,
        prohibitions,
        requirements,
        guardrails,
        policy: policy.organisation.files.clone(),
        approval_digest: digest,
        said: said.said,
        advisories: time.iter().flat_map(|time| &time.advisories).map(advisory).collect(),
        proposed_policy: facts.proposed_policy.clone(),
        assurance: assurance(facts),
    })
}

/// Two clocks that are far apart leave nobody who knows what time it is.
fn clock(policy: &Policy, facts: &Facts) -> Result<(), Problem> {
    let most = policy.organisation.settings.clock.max_skew;
    let skew = facts.clock.as_ref().and_then(|clock| clock.skew).map(i64::unsigned_abs);
    match skew {
        Some(skew) if skew > most => {
            let message = format!("the clock of this machine and that of the forge are {skew} seconds apart");
            Err(Problem::new(Code::ClockSkew, message).help("set the clock of this machine"))
        }
        _ => Ok(()),
    }
}

/// Returns whether the time is right; none if nobody knows what time it is.
fn time(
    assessment: &Assessment,
    policy: &Policy,
    facts: &Facts,
    windows: &[WindowDemand],
) -> Option<window::Answer> {
    let clock = facts.clock.as_ref()?;
    let names = concerned(assessment, policy);
    let question = window::Question {
        unraised: assessment.unraised,
        ..window::question(policy, &names, assessment.risk, windows, clock.now)
    };
    let time = &policy.organisation.time;
    if does_something(assessment) {
        return Some(window::answer(time, &question));
    }
    // Asked anew without freezes: behind one, the window that is demanded may be closed.
    let without = Time { freezes: Vec::new(), ..time.clone() };
    Some(window::answer(&without, &question))
}

/// Where nobody knows what time it is, nobody knows whether a freeze is in force.
fn freezes_unknown(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Vec<Requirement> {
    if facts.clock.is_some() || !does_something(assessment) {
        return Vec::new();
    }
    let names = concerned(assessment, policy);
    let freezes = policy.organisation.time.freezes.iter().filter(|freeze| {
        freeze.effect != FreezeEffect::Advisory
            && freeze.matching.applies_to(&names, assessment.risk, assessment.unraised)
    });
    let unknown = freezes.map(|freeze| Requirement {
        code: Some("CLOCK_UNKNOWN"),
        reason: format!("freeze `{}` may be in force, and it is not known what time it is", freeze.name),
        next: "ask again where the time is known".to_owned(),
        file: freeze.place.file.clone(),
        line: freeze.place.line,
        ..Requirement::blank(Kind::Freeze, format!("freeze.{}", freeze.name))
    });
    unknown.collect()
}

/// A plan that does nothing needs no time for it.
fn does_something(assessment: &Assessment) -> bool {
    assessment.risk > Risk::None
        || assessment
            .changes
            .iter()
            .any(|change| !matches!(change.operation, Operation::NoOp | Operation::Read) || change.importing)
        || assessment.outputs.iter().any(|output| output.operation != Operation::NoOp)
}

/// Returns what approvers bind to, where it is known where the change belongs.
fn approval_digest(
    assessment: &Assessment,
    place: &crate::risk::Place,
    facts: &Facts,
) -> Option<ApprovalDigest> {
    let (repository, request) = (facts.repository.as_ref()?, facts.request.as_ref()?);
    let context = Context {
        repository: repository.id,
        base: &request.base.branch,
        directory: place.directory.as_deref(),
        workspace: place.workspace.as_deref(),
        environment: assessment.environment.name(),
        project: place.project.as_deref(),
    };
    Some(ApprovalDigest::new(&assessment.digest.text, &context))
}

/// Returns what stands in the way whoever approves: the state of the request, what could not be read, and who applies.
fn obstacles(
    assessment: &Assessment,
    policy: &Policy,
    facts: &Facts,
    said: &Approvals,
    known: &Known,
) -> Vec<Obstacle> {
    let watched = |path: &str| policy.defaults.watched_paths.iter().any(|glob| glob.matches(path));
    let forks = policy.organisation.settings.forks == Forks::Allow;
    let mut all = standing(facts, forks, &watched);
    all.extend(invalid_policy(facts));
    all.extend(said.obstacles.iter().cloned());
    if facts.deployer.is_some() {
        let strictness = segregation_of(assessment, policy);
        all.extend(segregation(said, facts, known, strictness, Moment::Apply));
    }
    all.sort();
    all.dedup();
    all
}

/// Of a request whose files are not known nobody can tell whether it touches a guardrail.
fn paths_unknown(facts: &Facts) -> Option<Requirement> {
    if facts.request.is_none() || facts.paths.is_some() {
        return None;
    }
    Some(Requirement {
        code: Some("PATHS_UNKNOWN"),
        reason: "it is not known which files the request changes, so neither whether it touches what decides about changes"
            .to_owned(),
        next: "run again, or split a request of more files than can be listed".to_owned(),
        ..Requirement::blank(Kind::Request, "change request".to_owned())
    })
}

/// Returns how strictly duties are kept apart: as the environments say, of several the strictest, else by tier and risk.
fn segregation_of(assessment: &Assessment, policy: &Policy) -> Segregation {
    let environment = &assessment.environment;
    let names = concerned(assessment, policy);
    let declared = policy.organisation.environments.iter();
    let said = declared.filter(|each| names.contains(&each.name)).filter_map(|each| each.segregation);
    let by_risk = if environment.tier == Tier::Production && assessment.risk >= Risk::High {
        Segregation::Strict
    } else {
        Segregation::Standard
    };
    said.max().unwrap_or(by_risk)
}

/// What cannot be decided is an error, whatever else would hold or allow.
fn undecided(obstacles: &[Obstacle]) -> Result<(), Problems> {
    let problems: Vec<Problem> = obstacles
        .iter()
        .filter(|obstacle| obstacle.effect == Effect::Error)
        .map(|obstacle| {
            let message = format!("{} ({})", obstacle.reason, obstacle.code.name());
            Problem::new(Code::Undecided, message).help(obstacle.next.clone())
        })
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}

fn advisory(freeze: &window::InForce) -> String {
    let why = freeze.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("freeze `{}`{why} is in force and only advises", freeze.name)
}

fn prohibitions(assessment: &Assessment) -> Vec<Prohibition> {
    let of = |address: Option<&str>, findings: &[Finding]| -> Vec<Prohibition> {
        let prohibits = findings.iter().filter(|finding| finding.prohibits);
        prohibits
            .map(|finding| Prohibition { address: address.map(str::to_owned), rule: finding.rule.clone() })
            .collect()
    };
    let mut all = of(None, &assessment.findings);
    for change in &assessment.changes {
        all.extend(of(Some(&change.address), &change.findings));
    }
    all
}

/// Sorts what is demanded, and marks what a stricter demand on the same people says already. What is not met is never
/// said by what is met: of the same people one demand may want their words to name the digest, or to be fresher.
fn arrange(all: &mut [Requirement]) {
    all.sort_by(|a, b| (a.kind, b.count, a.stage, &a.block).cmp(&(b.kind, a.count, b.stage, &b.block)));
    let mut asked: Vec<((Vec<Approver>, u64), bool)> = Vec::new();
    for each in all.iter_mut().filter(|each| each.kind == Kind::Approvals) {
        let mut from = each.from.clone();
        from.sort();
        from.dedup();
        let key = (from, each.stage);
        each.implied = asked.iter().any(|(asked, met)| *asked == key && (each.met || !met));
        asked.push((key, each.met));
    }
    // One opening is enough to be told once, however many blocks demand it.
    let mut told: Vec<(String, bool)> = Vec::new();
    for each in all.iter_mut().filter(|each| each.kind == Kind::Window) {
        each.implied = told.iter().any(|(told, met)| *told == each.reason && (each.met || !met));
        told.push((each.reason.clone(), each.met));
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Requirement, arrange};

    #[test]
    fn what_is_not_met_is_implied_by_nothing_that_is() {
        let demand = |block: &str, count: u64, met: bool| Requirement {
            count: Some(count),
            met,
            ..Requirement::blank(Kind::Approvals, block.to_owned())
        };
        for (strict, mild, expected) in
            [(true, true, true), (false, true, true), (false, false, true), (true, false, false)]
        {
            let mut all = [demand("one", 1, mild), demand("two", 2, strict)];
            arrange(&mut all);
            assert_eq!(all.map(|each| each.implied), [false, expected], "{strict} {mild}");
            let window = |met: bool| Requirement {
                met,
                reason: "open".to_owned(),
                ..Requirement::blank(Kind::Window, "w".to_owned())
            };
            let mut all = [window(strict), window(mild)];
            arrange(&mut all);
            assert_eq!(all.map(|each| each.implied), [false, expected], "{strict} {mild}");
        }
    }
}
