//! What the policy demands of a change, and whether it is met.

use serde::Serialize;

use super::demands::Demand;
use crate::policy::{Approval, Approver, Require, WindowDemand};

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
    /// In which stage they count, for [`Kind::Approvals`]: from 1.
    pub stage: u64,
    /// The policy block that demands it.
    pub block: String,
    /// The file of that block.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// On account of what: addresses or paths, the riskiest first; empty where it is the plan as a whole.
    pub because: Vec<String>,
    /// True if another requirement of the same change demands at least as much of the same people.
    pub implied: bool,
}

/// Returns what one `approval` block demands.
pub(super) fn of(demand: &Demand<'_>) -> Vec<Requirement> {
    let approval = demand.approval;
    let mut demands: Vec<Requirement> =
        approval.requires.iter().map(|each| approvals(demand, each)).collect();
    if let Some(window) = &approval.window {
        let (reason, next) = match window {
            WindowDemand::Any => (
                "a maintenance window is needed; none is defined, so none is open".to_owned(),
                "define a `window` block in `applygate.hcl` and apply while it is open",
            ),
            WindowDemand::Named(names) => (
                format!("one of the maintenance windows {} is needed", names.join(", ")),
                "apply while it is open",
            ),
        };
        demands.push(Requirement { reason, next: next.to_owned(), ..blank(demand, Kind::Window) });
    }
    demands
}

fn approvals(demand: &Demand<'_>, require: &Require) -> Requirement {
    let plural = if require.count == 1 { "approval" } else { "approvals" };
    Requirement {
        reason: format!(
            "{} {plural} by {} needed; nobody was asked yet",
            require.count,
            people(&require.from)
        ),
        next: "open a pull request and ask for review of this plan".to_owned(),
        count: Some(require.count),
        from: require.from.clone(),
        stage: require.stage,
        block: block_name(demand.approval, require),
        file: require.place.file.clone(),
        line: require.place.line,
        ..blank(demand, Kind::Approvals)
    }
}

fn blank(demand: &Demand<'_>, kind: Kind) -> Requirement {
    let approval = demand.approval;
    Requirement {
        kind,
        met: false,
        reason: String::new(),
        next: String::new(),
        count: None,
        from: Vec::new(),
        stage: 1,
        block: format!("approval.{}", approval.name),
        file: approval.place.file.clone(),
        line: approval.place.line,
        because: demand.because.clone(),
        implied: false,
    }
}

fn block_name(approval: &Approval, require: &Require) -> String {
    match &require.name {
        Some(name) => format!("approval.{}.{name}", approval.name),
        None => format!("approval.{}", approval.name),
    }
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
