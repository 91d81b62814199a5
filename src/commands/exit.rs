//! The exit status: what scripts and runners go by.

use std::process::ExitCode;

use crate::gate::Outcome;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// 0: the change may be applied, or the command did what it was asked.
    Allow,
    /// 1: nothing could be decided.
    Error,
    /// 2: the command line is wrong.
    Usage,
    /// 3: people, evidence or time are missing.
    Hold,
    /// 4: prohibited.
    Block,
    /// What the command ended with that was run on an allow.
    Passed(u8),
}

impl Status {
    /// Returns the number.
    pub fn code(self) -> u8 {
        match self {
            Status::Allow => 0,
            Status::Error => 1,
            Status::Usage => 2,
            Status::Hold => 3,
            Status::Block => 4,
            Status::Passed(code) => code,
        }
    }
}

impl From<Outcome> for Status {
    fn from(outcome: Outcome) -> Status {
        match outcome {
            Outcome::Allow => Status::Allow,
            Outcome::Hold => Status::Hold,
            Outcome::Block => Status::Block,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(status.code())
    }
}
