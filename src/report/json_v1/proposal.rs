//! The structures on the policy that a change request brings: the same promise as those on the verdict.

use serde::Serialize;

use super::document::Location;
use crate::facts;

/// The policy that a change request brings. The request itself is judged by the policy at base.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProposedPolicy {
    /// What is to be said of it, the gravest first, 100 at most.
    pub remarks: Vec<PolicyRemark>,
    /// How many more there are.
    pub more: u64,
}

/// Something to be said of a policy.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PolicyRemark {
    /// invalid (it cannot be read as a policy, and the request holds), error, warning or looser.
    pub gravity: String,
    /// What it is.
    pub message: String,
    /// What helps.
    pub help: Option<String>,
    /// Where it is, at head.
    pub location: Option<Location>,
}

impl From<&facts::ProposedPolicy> for ProposedPolicy {
    fn from(proposed: &facts::ProposedPolicy) -> ProposedPolicy {
        let remark = |remark: &facts::PolicyRemark| PolicyRemark {
            gravity: remark.gravity.name().to_owned(),
            message: remark.message.clone(),
            help: remark.help.clone(),
            location: remark.place.as_ref().map(|place| Location {
                file: place.file.clone(),
                line: place.line,
                side: Some("head".to_owned()),
            }),
        };
        ProposedPolicy { remarks: proposed.remarks.iter().map(remark).collect(), more: proposed.more }
    }
}
