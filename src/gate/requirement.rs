//! What the policy demands of a change, and whether it is met.

use jiff::Timestamp;
use serde::Serialize;

use super::approvals::{Answer, Asked, Obstacle};
use super::demands::Demand;
use super::window;
use crate::policy::calendar::Time;
use crate::policy::{Approver, Require, WindowDemand};

/// What is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The change request is in a state in which it can be judged and applied.
    Request,
    /// People approve exactly this change.
    Approvals,
    /// The apply happens in a maintenance window.
    Window,
    /// No freeze is in force.
    Freeze,
}

impl Kind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Request => "request",
            Kind::Approvals => "approvals",
            Kind::Window => "window",
            Kind::Freeze => "freeze",
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
    /// Why it is not met, as a stable name; none where the reason says all there is.
    pub code: Option<&'static str>,
    /// What is demanded and why it is not met, on one line.
    pub reason: String,
    /// What would meet it; empty if it is met.
    pub next: String,
    /// When time alone meets it.
    pub until: Option<Timestamp>,
    /// How many approvals, for [`Kind::Approvals`].
    pub count: Option<u64>,
    /// How many of them are missing.
    pub missing: u64,
    /// Who gave one that counts here, by login.
    pub by: Vec<String>,
    /// Who may give them, for [`Kind::Approvals`], as the policy writes it.
    pub from: Vec<Approver>,
    /// In which stage they count, for [`Kind::Approvals`]: from 1.
    pub stage: u64,
    /// The policy block that demands it; what else demands it, in words, where it is no block.
    pub block: String,
    /// The file of that block; empty where it is no block.
    pub file: String,
    /// Its line; 0 where it is no block.
    pub line: u32,
    /// On account of what: addresses or paths, the riskiest first; empty where it is the plan as a whole.
    pub because: Vec<String>,
    /// True if another requirement of the same change demands at least as much of the same people.
    pub implied: bool,
}

impl Requirement {
    pub(super) fn blank(kind: Kind, block: String) -> Requirement {
        Requirement {
            kind,
            met: false,
            code: None,
            reason: String::new(),
            next: String::new(),
            until: None,
            count: None,
            missing: 0,
            by: Vec::new(),
            from: Vec::new(),
            stage: 1,
            block,
            file: String::new(),
            line: 0,
            because: Vec::new(),
            implied: false,
        }
    }
}

/// Returns what stands in the way of the request, whoever approves it.
pub(super) fn of_obstacle(obstacle: &Obstacle) -> Requirement {
    Requirement {
        code: Some(obstacle.code.name()),
        reason: obstacle.reason.clone(),
        next: obstacle.next.clone(),
        ..Requirement::blank(Kind::Request, "change request".to_owned())
    }
}

/// Returns what the `approval` blocks demand of people, each with what became of it.
pub(super) fn of_people(demands: &[Demand<'_>], answers: &[Answer]) -> Vec<Requirement> {
    let mut all = Vec::new();
    let mut answered: Vec<&Asked> = Vec::new();
    for demand in demands {
        for require in &demand.approval.requires {
            let answer = answers.iter().find(|answer| asks(&answer.asked, demand, require));
            answered.extend(answer.map(|answer| &answer.asked));
            all.push(of_require(demand, require, answer));
        }
    }
    // What no block demands: robots, freezes.
    let others = answers.iter().filter(|answer| !answered.contains(&&answer.asked));
    all.extend(others.map(|answer| {
        of_answer(answer, Requirement::blank(Kind::Approvals, answer.asked.blocks.join(", ")))
    }));
    all
}

/// Returns true if an answer is about this demand, alone or with others that ask the same people.
fn asks(asked: &Asked, demand: &Demand<'_>, require: &Require) -> bool {
    let mut from = require.from.clone();
    from.sort();
    from.dedup();
    asked.stage == require.stage && asked.from == from && asked.blocks.contains(&demand.approval.name)
}

fn of_require(demand: &Demand<'_>, require: &Require, answer: Option<&Answer>) -> Requirement {
    let block = match &require.name {
        Some(name) => format!("approval.{}.{name}", demand.approval.name),
        None => format!("approval.{}", demand.approval.name),
    };
    let blank = Requirement {
        count: Some(require.count),
        missing: require.count,
        from: require.from.clone(),
        stage: require.stage,
        file: require.place.file.clone(),
        line: require.place.line,
        because: demand.because.clone(),
        ..Requirement::blank(Kind::Approvals, block)
    };
    match answer {
        Some(answer) if answer.asked.count <= require.count => of_answer(answer, blank),
        // Another block asks the same people for more: what that one still lacks, this one may have.
        Some(answer) => {
            let given = answer.asked.count.saturating_sub(answer.missing);
            let missing = require.count.saturating_sub(given);
            Requirement { met: missing == 0 && answer.met, missing, ..of_answer(answer, blank) }
        }
        None => blank,
    }
}

fn of_answer(answer: &Answer, requirement: Requirement) -> Requirement {
    Requirement {
        met: answer.met,
        reason: answer.reason.clone(),
        next: answer.next.clone(),
        count: requirement.count.or(Some(answer.asked.count)),
        missing: answer.missing,
        by: answer.by.iter().map(|by| by.account.login.clone()).collect(),
        from: answer.asked.from.clone(),
        stage: answer.asked.stage,
        ..requirement
    }
}

/// Returns what the `approval` blocks demand of the time, and what a freeze forbids; `answer` is none if nobody knows
/// what time it is.
pub(super) fn of_time(
    demands: &[Demand<'_>],
    asked: &[WindowDemand],
    time: &Time,
    answer: Option<&window::Answer>,
) -> Vec<Requirement> {
    let mut all = Vec::new();
    let frozen = answer.is_some_and(|answer| answer.code == Some(window::Code::FreezeActive));
    if let Some(answer) = answer.filter(|_| frozen) {
        all.extend(answer.freezes.iter().map(|freeze| {
            let own = time.freezes.iter().find(|own| own.name == freeze.name);
            Requirement {
                code: Some(window::Code::FreezeActive.name()),
                reason: window::reason(time, answer, asked),
                next: window::next(time, answer),
                until: answer.opens_at,
                file: own.map(|own| own.place.file.clone()).unwrap_or_default(),
                line: own.map_or(0, |own| own.place.line),
                ..Requirement::blank(Kind::Freeze, format!("freeze.{}", freeze.name))
            }
        }));
    }
    for demand in demands.iter().filter(|demand| demand.approval.window.is_some()) {
        let place = &demand.approval.place;
        let blank = Requirement {
            file: place.file.clone(),
            line: place.line,
            because: demand.because.clone(),
            ..Requirement::blank(Kind::Window, format!("approval.{}", demand.approval.name))
        };
        all.push(match answer {
            None => Requirement {
                code: Some("CLOCK_UNKNOWN"),
                reason: "a maintenance window is needed, and it is not known what time it is".to_owned(),
                next: "ask again where the time is known".to_owned(),
                ..blank
            },
            Some(answer) => Requirement {
                met: answer.is_allowed(),
                code: answer.code.map(window::Code::name),
                reason: window::reason(time, answer, asked),
                next: if answer.is_allowed() { String::new() } else { window::next(time, answer) },
                until: answer.opens_at.filter(|_| !answer.is_allowed()),
                ..blank
            },
        });
    }
    all
}
