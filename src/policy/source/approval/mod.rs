//! Demands for approvals: what each is about, and who must approve.

mod read;

use serde::{Deserialize, Serialize};

pub use read::{APPROVAL, read_approval};

use super::address_glob::AddressGlob;
use super::pattern::Glob;
use super::words::{ChangeType, Class, Risk, Veto};
use crate::plan::operation::Operation;
use crate::problem::Place;

/// A demand for approvals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// What it is about.
    pub matching: ApprovalMatch,
    /// Who must approve: the demand of the block itself first, then its `require` blocks.
    pub requires: Vec<Require>,
    /// When it may be applied; none if at any time.
    pub window: Option<WindowDemand>,
    /// How long an approval counts after it was given, in seconds.
    pub approval_ttl: Option<u64>,
    /// How long a met demand counts after its last approval, in seconds.
    pub execution_ttl: Option<u64>,
    /// Only approvals that name the digest count.
    pub explicit: bool,
    /// One person fills one place only.
    pub exclusive: bool,
    /// Whose objection stops it.
    pub veto: Veto,
}

/// A number of people who must approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Require {
    /// The name of the `require` block; none for the demand of the `approval` block itself.
    pub name: Option<String>,
    /// How many.
    pub count: u64,
    /// Who may: whoever is one of these.
    pub from: Vec<Approver>,
    /// When their turn comes, from 1: they count only after all lower stages were complete.
    pub stage: u64,
    /// Where it is written.
    pub place: Place,
}

/// What a demand is about. Every part that is written has to match; of a list, one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalMatch {
    /// Changes of this risk and above.
    pub min_risk: Risk,
    /// Plans whose highest risk is this or below.
    pub max_risk: Option<Risk>,
    /// Changes of these classes.
    pub classes: Vec<Class>,
    /// Changes of types of these categories.
    pub categories: Vec<Box<str>>,
    /// Changes of these types.
    pub types: Vec<Glob>,
    /// Changes at these addresses.
    pub addresses: Vec<AddressGlob>,
    /// These operations.
    pub operations: Vec<Operation>,
    /// These environments.
    pub environments: Vec<String>,
    /// Changes of these types of the change process.
    pub change_types: Vec<ChangeType>,
}

/// What is asked of one change.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The level.
    pub risk: Risk,
    /// The class of the type.
    pub class: Class,
    /// The category of the type.
    pub category: &'a str,
    /// The type.
    pub kind: &'a str,
    /// The address.
    pub address: &'a str,
    /// What is done to it.
    pub operation: Operation,
}

impl ApprovalMatch {
    /// Returns true if it speaks of single changes, not of the plan as a whole.
    pub fn of_changes(&self) -> bool {
        !(self.classes.is_empty()
            && self.categories.is_empty()
            && self.types.is_empty()
            && self.addresses.is_empty()
            && self.operations.is_empty())
    }

    /// Returns true if it is about such a change, as far as the change alone tells.
    pub fn covers(&self, change: &Asked<'_>) -> bool {
        fn any<T>(list: &[T], matches: impl Fn(&T) -> bool) -> bool {
            list.is_empty() || list.iter().any(matches)
        }
        change.risk >= self.min_risk
            && any(&self.classes, |class| *class == change.class)
            && any(&self.categories, |category| **category == *change.category)
            && any(&self.types, |glob| glob.matches(change.kind))
            && any(&self.addresses, |glob| glob.matches(change.address))
            && any(&self.operations, |operation| *operation == change.operation)
    }
}

/// Who may approve.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Approver {
    /// Whoever has this permission on the repository, or a higher one.
    Permission(String),
    /// The members of a group of the policy.
    Group(String),
    /// A user by login.
    User(String),
}

/// When something may be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowDemand {
    /// In any window of the policy.
    Any,
    /// In one of these windows.
    Named(Vec<String>),
}

/// The permissions on a repository, from the lowest.
pub const PERMISSIONS: [&str; 5] = ["read", "triage", "write", "maintain", "admin"];
