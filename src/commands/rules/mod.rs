//! `applygate rules`: the list of rules, and the tools for a team's own.

mod new;
mod test;

use super::cli::{ListFormat, Rules, RulesCommand};
use super::{Status, output};
use crate::policy::Policy;
use crate::report::{error, rules};

/// Runs the command.
pub(super) fn run(arguments: &Rules) -> Status {
    match &arguments.command {
        Some(RulesCommand::Test(arguments)) => return test::run(arguments),
        Some(RulesCommand::New(arguments)) => return new::run(arguments),
        None => {}
    }
    let policy = Policy::shipped();
    let printed = match arguments.format {
        ListFormat::Text => output::human(&rules::list(&policy)),
        ListFormat::Json => output::machine(&rules::list_json(&policy)),
    };
    match printed {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}
