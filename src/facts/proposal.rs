//! What is to be said of the policy that a change request brings.

use serde::{Deserialize, Serialize};

use crate::problem::Place;

/// What is to be said of the policy at the head of a change request that changes it. The request itself is judged by
/// the policy at base.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposedPolicy {
    /// The gravest first, and by place.
    pub remarks: Vec<PolicyRemark>,
    /// How many more there were than are kept.
    pub more: u64,
}

/// Something to be said of a policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyRemark {
    /// How grave it is.
    pub gravity: RemarkGravity,
    /// Where, if it is about a place: the file as the repository names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What it is, on one line.
    pub message: String,
    /// What helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkGravity {
    /// It cannot be read as a policy: once merged, nothing could be judged any more.
    Invalid,
    /// It can never work as it is written.
    Error,
    /// It does nothing, or not what it looks like.
    Warning,
    /// It is looser than what always holds.
    Looser,
}

impl RemarkGravity {
    /// Returns the name as it stands in output.
    pub fn name(self) -> &'static str {
        match self {
            RemarkGravity::Invalid => "invalid",
            RemarkGravity::Error => "error",
            RemarkGravity::Warning => "warning",
            RemarkGravity::Looser => "looser",
        }
    }
}

impl ProposedPolicy {
    /// How many remarks are kept.
    pub const MOST: usize = 100;

    /// Keeps the gravest of some remarks, sorted, and counts the rest.
    pub fn new(mut remarks: Vec<PolicyRemark>) -> ProposedPolicy {
        remarks.sort();
        remarks.dedup();
        let more = u64::try_from(remarks.len().saturating_sub(Self::MOST)).unwrap_or(u64::MAX);
        remarks.truncate(Self::MOST);
        ProposedPolicy { remarks, more }
    }

    /// Returns why it cannot be read as a policy; nothing if it can.
    pub fn invalid(&self) -> impl Iterator<Item = &PolicyRemark> {
        self.remarks.iter().filter(|remark| remark.gravity == RemarkGravity::Invalid)
    }
}
