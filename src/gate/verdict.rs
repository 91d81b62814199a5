//! The decision: what the risk, the policy and the facts come to.

use serde::Serialize;

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
}

/// Decides on an assessment. Pure: the same input gives the same verdict everywhere, at any time.
pub fn decide(assessment: &Assessment, policy: &Policy, facts: &Facts) -> Verdict {
    // Without people and a clock no demand can be met; what the facts will say is asked of them here.
    let Facts { .. } = facts;
    let prohibitions = prohibitions(assessment);
    let requirements = requirements(assessment.risk, policy);
    let outcome = if !prohibitions.is_empty() {
        Outcome::Block
    } else if requirements.iter().any(|requirement| !requirement.met) {
        Outcome::Hold
    } else {
        Outcome::Allow
    };
    Verdict { outcome, risk: assessment.risk, prohibitions, requirements }
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

fn requirements(risk: Risk, policy: &Policy) -> Vec<Requirement> {
    let mut demands: Vec<Requirement> = policy
        .defaults
        .approvals
        .iter()
        .filter(|approval| risk >= approval.matching.min_risk)
        .flat_map(of)
        .collect();
    demands.sort_by(|a, b| (a.kind, b.count, &a.block).cmp(&(b.kind, a.count, &b.block)));
    // Every matching block stays a requirement of its own; one that asks the same people for less is marked, so
    // that a person reads the strictest line only.
    let mut asked: Vec<Vec<Approver>> = Vec::new();
    for demand in &mut demands {
        demand.implied = demand.kind == Kind::Approvals && asked.contains(&demand.from);
        asked.push(demand.from.clone());
    }
    demands
}
