//! What an assessment says.

use super::confidence::Confidence;
use super::difference::Difference;
use super::digest::ChangeDigest;
use super::environment::Environment;
use super::finding::{Finding, Spot};
use super::guard::{Guard, GuardState};
use super::reach::Reach;
use super::relations::Relation;
use super::totals::Totals;
use crate::plan::operation::{Operation, Order};
use crate::plan::{Deferred, Invocation, OutputChange, Tool};
use crate::policy::{Class, Risk};

/// One step on the way to a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was looked at and what it came to.
    pub text: String,
    /// The level after this step.
    pub risk: Risk,
}

/// How risky one change is, and why.
#[derive(Debug, Clone)]
pub struct ChangeAssessment {
    /// The address as the plan writes it.
    pub address: String,
    /// The key of a deposed object.
    pub deposed: Option<String>,
    /// The resource type.
    pub kind: String,
    /// The provider's source address.
    pub provider: String,
    /// The class of the type.
    pub class: Class,
    /// The category of the type.
    pub category: String,
    /// True if losing the object loses something that configuration alone cannot rebuild.
    pub stateful: bool,
    /// What the change does.
    pub operation: Operation,
    /// In which order, for a replacement.
    pub order: Option<Order>,
    /// The object comes under management with this plan.
    pub importing: bool,
    /// The address before a move.
    pub moved_from: Option<String>,
    /// Why Terraform planned it.
    pub reason: Option<String>,
    /// The attribute paths that force a replacement.
    pub forced_by: Vec<String>,
    /// Where its block stands in the configuration.
    pub place: Option<Spot>,
    /// The level it came to.
    pub risk: Risk,
    /// The level it would have come to if the organisation raised nothing: what `max_risk` is compared with.
    pub unraised: Risk,
    /// How sure that is.
    pub confidence: Confidence,
    /// How it came about, step by step.
    pub steps: Vec<Step>,
    /// What stands between the object and its loss; none for operations that destroy nothing.
    pub guard: Option<GuardState>,
    /// The single guards of the type.
    pub guards: Vec<Guard>,
    /// How it stands to other changes of the plan.
    pub relations: Vec<Relation>,
    /// The rules that fired.
    pub findings: Vec<Finding>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// What the plan says of itself.
#[derive(Debug, Clone)]
pub struct PlanSummary {
    /// The format version of the plan.
    pub format_version: String,
    /// Terraform or OpenTofu.
    pub tool: Tool,
    /// The version of that tool.
    pub version: Option<String>,
    /// When it was planned, RFC 3339.
    pub timestamp: Option<String>,
    /// Planning failed; the plan says no more than it came to.
    pub errored: Option<bool>,
    /// The plan covers all that the configuration demands.
    pub complete: Option<bool>,
    /// There is something to apply.
    pub applyable: Option<bool>,
}

/// How many changes there are, by operation and by level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Managed resources that stay as they are.
    pub unchanged: u64,
    /// Changes by level, from none to critical.
    pub by_risk: [u64; 5],
}

/// How risky a plan is, and why.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What the plan says of itself.
    pub plan: PlanSummary,
    /// The environment it was judged for.
    pub environment: Environment,
    /// The highest level of all changes and findings.
    pub risk: Risk,
    /// The highest level if the organisation raised nothing.
    pub unraised: Risk,
    /// What the plan would do, as a digest that approvers bind to.
    pub digest: ChangeDigest,
    /// Every change, sorted by address.
    pub changes: Vec<ChangeAssessment>,
    /// What the rules say of the plan as a whole.
    pub findings: Vec<Finding>,
    /// How many changes there are.
    pub counts: Counts,
    /// What the risky changes reach.
    pub reach: Reach,
    /// The totals that rules see.
    pub totals: Totals,
    /// Changes that the plan puts off.
    pub deferred: Vec<Deferred>,
    /// Actions outside create, update and delete that it invokes.
    pub invocations: Vec<Invocation>,
    /// Changes of root outputs.
    pub outputs: Vec<OutputChange>,
    /// What differs in the configuration of that which decides about changes: the place of the state, the providers.
    pub guardrails: Vec<String>,
    /// What was not looked at, in words.
    pub notes: Vec<String>,
}

impl Assessment {
    /// Returns true if applying the plan does nothing at all: no change, no action, no output, nothing put off.
    pub fn plans_nothing(&self) -> bool {
        let outputs = self.outputs.iter().any(|output| output.operation != Operation::NoOp);
        self.changes.is_empty() && self.deferred.is_empty() && self.invocations.is_empty() && !outputs
    }
}
