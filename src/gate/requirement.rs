//! What the policy demands of a change, and whether it is met.

use serde::Serialize;

use crate::policy::{Approval, Approver, WindowDemand};

/// What is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// People approve exactly this change.
    Approvals,
    /// The apply happens in a maintenance window.
    Window,
}

impl Kind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Approvals => "approvals",
            Kind::Window => "window",
        }
    }
}

/// A demand of the policy on this change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What is demanded.
    pub kind: Kind,
    /// Whether it is met.
    pub met: bool,
    /// What is demanded and why it is not met, on one line.
    pub reason: String,
    /// What would meet it.
    pub next: String,
    /// How many approvals, for [`Kind::Approvals`].
    pub count: Option<u64>,
    /// Who may give them, for [`Kind::Approvals`], as the policy writes it.
    pub from: Vec<Approver>,
    /// The policy block that demands it.
    pub block: String,
    /// The file of that block.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// True if another requirement of the same change demands at least as much.
    pub implied: bool,
}

/// Returns what one `approval` block demands.
pub(super) fn of(approval: &Approval) -> Vec<Requirement> {
    let requirement = |kind, reason: String, next: &str, count| Requirement {
        kind,
        met: false,
        reason,
        next: next.to_owned(),
        count,
        from: if kind == Kind::Approvals { approval.from.clone() } else { Vec::new() },
        block: format!("approval.{}", approval.name),
        file: approval.place.file.clone(),
        line: approval.place.line,
        implied: false,
    };
    let mut demands = Vec::new();
    if approval.count > 0 {
        let plural = if approval.count == 1 { "approval" } else { "approvals" };
        demands.push(requirement(
            Kind::Approvals,
            format!("{} {plural} by {} needed; nobody was asked yet", approval.count, people(&approval.from)),
            "open a pull request and ask for review of this plan",
            Some(approval.count),
        ));
    }
    if let Some(window) = &approval.window {
        demands.push(match window {
            WindowDemand::Any => requirement(
                Kind::Window,
                "a maintenance window is needed; none is defined, so none is open".to_owned(),
                "define a `window` block in `applygate.hcl` and apply while it is open",
                None,
            ),
            WindowDemand::Named(names) => requirement(
                Kind::Window,
                format!("one of the maintenance windows {} is needed", names.join(", ")),
                "apply while it is open",
                None,
            ),
        });
    }
    demands
}

/// Says who may approve, in words.
fn people(from: &[Approver]) -> String {
    let words: Vec<String> = from
        .iter()
        .map(|approver| match approver {
            Approver::Permission(level) => format!("people with {level} access"),
            Approver::Group(name) => format!("members of group {name}"),
            Approver::User(name) => name.clone(),
        })
        .collect();
    words.join(" or ")
}
