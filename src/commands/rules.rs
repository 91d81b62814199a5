//! `applygate rules`: the list of rules.

use super::cli::{Format, Rules};
use super::{Status, output};
use crate::policy::Policy;
use crate::report::{error, rules};

/// Runs the command.
pub(super) fn run(arguments: &Rules) -> Status {
    let policy = Policy::shipped();
    let printed = match arguments.format {
        Format::Text => output::human(&rules::list(&policy)),
        Format::Json => output::machine(&rules::list_json(&policy)),
    };
    match printed {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}
