//! The structures of the document on several plans: the same promise as that on one.

use serde::Serialize;

use super::document::{Document, Failure, Outcome};

/// The verdicts on several plans.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plans {
    /// Always `applygate/plans/v1`.
    pub schema: String,
    /// The worst of all: error, then block, hold, allow.
    pub outcome: Outcome,
    /// The highest level of the plans that were judged; null if none was.
    pub risk: Option<String>,
    /// Each plan, in the order they were named; those of a folder or a pattern sorted.
    pub plans: Vec<NamedPlan>,
    /// Rules that fired in more than one plan, the gravest first.
    pub repeated_findings: Vec<Repeated>,
    /// What was not looked at.
    pub notes: Vec<String>,
}

/// One of several plans: its document, and its name.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedPlan {
    /// The plan as it was named.
    pub name: String,
    /// The document it would have by itself.
    #[serde(flatten)]
    pub judged: Judged,
}

/// The document of one plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Judged {
    /// It was judged.
    Verdict(Box<Document>),
    /// It was not.
    Failure(Failure),
}

/// A rule that fired in more than one plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Repeated {
    /// The id of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The highest level it came to.
    pub risk: String,
    /// How often it fired.
    pub findings: usize,
    /// The plans it fired in.
    pub plans: Vec<String>,
}
