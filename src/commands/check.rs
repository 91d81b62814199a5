//! `applygate check`: the verdict on a plan, on a laptop.

use super::cli::{Check, FailOn, Format};
use super::{Status, digest, input, output, sources};
use crate::facts::Facts;
use crate::gate::{Outcome, Verdict, decide};
use crate::policy::Policy;
use crate::problem::Problem;
use crate::report::{Report, error, json_v1, text};
use crate::risk::{Assessment, Place, assess};

/// Runs the command.
pub(super) fn run(arguments: &Check) -> Status {
    match judge(arguments) {
        Ok((assessment, verdict)) => {
            let report = Report { assessment: &assessment, verdict: &verdict };
            let printed = match arguments.format {
                Format::Json => output::machine(&json_v1::render(&report)),
                Format::Text => output::human(&text::render(&report, &options(arguments))),
            };
            match printed {
                Ok(()) => status(verdict.outcome, arguments.fail_on),
                Err(problem) => fail(&problem, Format::Text),
            }
        }
        Err(problem) => fail(&problem, arguments.format),
    }
}

/// Gathers, assesses, decides.
fn judge(arguments: &Check) -> Result<(Assessment, Verdict), Problem> {
    let input = input::read(&arguments.plan, arguments.sources.config.as_deref())?;
    let policy = Policy::shipped();
    let configuration = sources::configuration(&input, &arguments.sources)?;
    let assessment = assess(&input.plan, &configuration, &policy, &place()?)?;
    let verdict = decide(&assessment, &policy, &Facts::unknown());
    Ok((assessment, verdict))
}

/// Returns where the plan belongs, as far as it is known.
fn place() -> Result<Place, Problem> {
    Ok(Place { digest_key: digest::key()?, ..Place::default() })
}

fn options(arguments: &Check) -> text::Options {
    let detail = match (arguments.quiet, arguments.verbose) {
        (true, _) => text::Detail::Quiet,
        (_, true) => text::Detail::Verbose,
        _ => text::Detail::Normal,
    };
    text::Options { detail, show_all: arguments.show_all, width: output::width() }
}

fn status(outcome: Outcome, fail_on: FailOn) -> Status {
    match (outcome, fail_on) {
        (_, FailOn::Never) | (Outcome::Hold, FailOn::Block) => Status::Allow,
        (outcome, _) => outcome.into(),
    }
}

/// Reports that nothing was decided: as a document on standard output for machines, on standard error for people.
fn fail(problem: &Problem, format: Format) -> Status {
    match format {
        // If even that cannot be written, the exit status still says it.
        Format::Json => drop(output::machine(&json_v1::render_problem(problem))),
        Format::Text => output::complaint(&error::render_undecided(problem)),
    }
    Status::Error
}

#[cfg(test)]
mod tests {
    use super::{FailOn, Outcome, Status, status};

    #[test]
    fn fail_on_lets_milder_outcomes_pass() {
        for (outcome, fail_on, expected) in [
            (Outcome::Allow, FailOn::Hold, Status::Allow),
            (Outcome::Hold, FailOn::Hold, Status::Hold),
            (Outcome::Block, FailOn::Hold, Status::Block),
            (Outcome::Hold, FailOn::Block, Status::Allow),
            (Outcome::Block, FailOn::Block, Status::Block),
            (Outcome::Hold, FailOn::Never, Status::Allow),
            (Outcome::Block, FailOn::Never, Status::Allow),
        ] {
            assert_eq!(status(outcome, fail_on), expected, "{outcome:?} {fail_on:?}");
        }
    }
}
