//! The decision: what the risk, the policy and the facts come to.

use serde::Serialize;

use super::demands::{demands, guardrails};
use super::requirement::{Kind, Requirement, of};
use crate::facts::Facts;
use crate::policy::{Approver, Policy, Risk};
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
}

/// Decides on an assessment. Pure: the same input gives the same verdict everywhere, at any time.
pub fn decide(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Verdict {
    let prohibitions = prohibitions(assessment);
    let requirements = requirements(assessment, policy, facts);
    let outcome = if !prohibitions.is_empty() {
        Outcome::Block
    } else if requirements.iter().any(|requirement| !requirement.met) {
        Outcome::Hold
    } else {
        Outcome::Allow
    };
    let guardrails = guardrails(assessment, policy, facts);
    Verdict {
        outcome,
        risk: assessment.risk,
        prohibitions,
        requirements,
        guardrails,
        policy: policy.organisation.files.clone(),
    }
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

fn requirements(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Vec<Requirement> {
    let mut all: Vec<Requirement> = demands(assessment, policy, facts).iter().flat_map(of).collect();
    all.sort_by(|a, b| (a.kind, b.count, a.stage, &a.block).cmp(&(b.kind, a.count, b.stage, &b.block)));
    // Every matching block stays a requirement of its own; one that asks the same people for less is marked, so
    // that a person reads the strictest line only.
    let mut asked: Vec<(Vec<Approver>, u64)> = Vec::new();
    for each in all.iter_mut().filter(|each| each.kind == Kind::Approvals) {
        let mut from = each.from.clone();
        from.sort();
        from.dedup();
        let key = (from, each.stage);
        each.implied = asked.contains(&key);
        asked.push(key);
    }
    all
}
