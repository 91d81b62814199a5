//! `applygate check`: the verdict on a plan, on a laptop.

use super::cli::{Check, FailOn, Format, Sources};
use super::{Status, input, output};
use crate::configuration::Configuration;
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
    let plan = input::plan(&arguments.plan)?;
    let policy = Policy::shipped();
    let configuration = Configuration::unread();
    let mut assessment = assess(&plan, &configuration, &policy, &Place::default())?;
    assessment.notes.extend(note_on(&arguments.sources));
    let verdict = decide(&assessment, &policy, &Facts::unknown());
    Ok((assessment, verdict))
}

/// Says that a source was named but not looked at.
fn note_on(sources: &Sources) -> Option<String> {
    (sources.config.is_some() || sources.base.is_some()).then(|| {
        "`--config` and `--base` have no effect yet: this verdict comes from the plan alone".to_owned()
    })
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
