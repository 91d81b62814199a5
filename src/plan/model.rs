//! The plan as plain data.

use std::fmt;

use super::change::ResourceChange;
use super::operation::Operation;
use super::sibling::Sibling;

/// Which of the two tools wrote a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tool {
    /// HashiCorp's Terraform.
    Terraform,
    /// `OpenTofu`.
    OpenTofu,
    /// The plan does not show it.
    #[default]
    Unknown,
}

impl Tool {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Tool::Terraform => "terraform",
            Tool::OpenTofu => "opentofu",
            Tool::Unknown => "unknown",
        }
    }
}

/// What Terraform or `OpenTofu` will do.
#[derive(Clone, PartialEq, Default)]
pub struct Plan {
    /// The version of the plan's format, such as `1.2`.
    pub format_version: String,
    /// The version of the tool that wrote the plan.
    pub terraform_version: Option<String>,
    /// Which tool wrote the plan.
    pub tool: Tool,
    /// When the plan was made, as it stands there: RFC 3339, since Terraform 1.5.
    pub timestamp: Option<String>,
    /// Planning failed half-way; none where the plan does not say.
    pub errored: Option<bool>,
    /// Everything has been planned: nothing targeted, excluded or deferred; none where the plan does not say.
    pub complete: Option<bool>,
    /// It was planned for a part of the configuration (`-target`, `-exclude`); none where only a plan file could say it,
    /// and there is none.
    pub targeted: Option<bool>,
    /// Terraform thinks that the plan can be applied; none where the plan does not say.
    pub applyable: Option<bool>,
    /// What is not plainly unchanged, sorted by address and deposed key. An object that is unchanged but moved,
    /// imported or deposed is among them.
    pub changes: Vec<ResourceChange>,
    /// What the plan leaves alone.
    pub unchanged: Unchanged,
    /// What changed outside of Terraform, sorted by address and deposed key.
    pub drift: Vec<ResourceChange>,
    /// What is put off to a later plan, sorted by address.
    pub deferred: Vec<Deferred>,
    /// Actions that are invoked: side effects beyond resources, sorted by address and trigger.
    pub invocations: Vec<Invocation>,
    /// The changes of the root module's outputs, unchanged ones included, sorted by name.
    pub outputs: Vec<OutputChange>,
    /// The results of checks and conditions, sorted by address.
    pub checks: Vec<Check>,
    /// The text of the member `configuration`, for [`Wiring`](super::wiring::Wiring).
    pub configuration: Option<Box<str>>,
    /// The text of the member `variables`: the values that the root module got, secrets among them.
    pub variables: Option<Box<str>>,
}

/// What a plan leaves alone: counted, but not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unchanged {
    /// How many managed objects.
    pub managed: u64,
    /// How many data sources.
    pub data: u64,
    /// Those that other resources stand in a relation to, sorted by address.
    pub siblings: Vec<Sibling>,
}

/// A change that is put off to a later plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Deferred {
    /// Why, in Terraform's words: an open set.
    pub reason: String,
    /// What is known of the change.
    pub change: ResourceChange,
}

/// An action that is invoked, or would be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Invocation {
    /// The address of the action, such as `action.aws_lambda_invoke.notify`.
    pub address: String,
    /// The type of the action.
    pub kind: String,
    /// The address of the resource whose change triggers it; none where it was asked for on the command line.
    pub trigger: Option<String>,
    /// The event that triggers it, such as `AfterCreate`: an open set.
    pub event: Option<String>,
    /// True if it is put off to a later plan.
    pub deferred: bool,
}

/// The change of an output of the root module.
#[derive(Clone, PartialEq, Eq)]
pub struct OutputChange {
    /// The name of the output.
    pub name: String,
    /// What happens to it.
    pub operation: Operation,
    /// True if it is marked sensitive before or after, or if the plan has no marks.
    pub sensitive: bool,
    /// The text of the change; empty where nothing happens to it.
    pub body: Box<str>,
}

impl fmt::Debug for OutputChange {
    // Without the body, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutputChange")
            .field("name", &self.name)
            .field("operation", &self.operation)
            .field("sensitive", &self.sensitive)
            .finish_non_exhaustive()
    }
}

/// The result of a check or of the conditions of an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Check {
    /// The address of what is checked.
    pub address: String,
    /// What is checked: `resource`, `output_value`, `check` or `var`; an open set.
    pub kind: String,
    /// The result.
    pub status: CheckStatus,
    /// What failing instances say, in the order of the plan.
    pub problems: Vec<String>,
}

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckStatus {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// It could not be evaluated.
    Error,
    /// It is decided during apply.
    Unknown,
}

impl Plan {
    /// Returns how many objects the plan speaks of, changed or not.
    pub fn resource_total(&self) -> u64 {
        self.unchanged.managed + self.unchanged.data + u64::try_from(self.changes.len()).unwrap_or(u64::MAX)
    }
}

impl fmt::Debug for Plan {
    // Without the text of the configuration, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan")
            .field("format_version", &self.format_version)
            .field("terraform_version", &self.terraform_version)
            .field("tool", &self.tool)
            .field("timestamp", &self.timestamp)
            .field("errored", &self.errored)
            .field("complete", &self.complete)
            .field("applyable", &self.applyable)
            .field("changes", &self.changes)
            .field("unchanged", &self.unchanged)
            .field("drift", &self.drift)
            .field("deferred", &self.deferred)
            .field("invocations", &self.invocations)
            .field("outputs", &self.outputs)
            .field("checks", &self.checks)
            .finish_non_exhaustive()
    }
}
