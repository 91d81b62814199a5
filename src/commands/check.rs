//! `applygate check`: the verdict on a plan, on a laptop.

use super::cli::{Check, FailOn, Format};
use super::subject::gather;
use super::{Status, output};
use crate::facts::Facts;
use crate::gate::{Outcome, Verdict, decide};
use crate::problem::Problems;
use crate::report::{Report, error, html, json_v1, mermaid, svg, text};
use crate::risk::{Assessment, assess};

/// Runs the command.
pub(super) fn run(arguments: &Check) -> Status {
    match judge(arguments) {
        Ok((assessment, verdict)) => {
            let report = Report { assessment: &assessment, verdict: &verdict };
            let printed = match arguments.format {
                Format::Json => output::machine(&json_v1::render(&report)),
                Format::Mermaid => output::machine(&mermaid::render(&report)),
                Format::Svg => output::machine(&svg::render(&report)),
                Format::Html => output::machine(&html::render(&report)),
                Format::Text => output::human(&text::render(&report, &options(arguments))),
            };
            match printed {
                Ok(()) => status(verdict.outcome, arguments.fail_on),
                Err(problem) => fail(&problem.into(), Format::Text),
            }
        }
        Err(problems) => fail(&problems, arguments.format),
    }
}

/// Gathers, assesses, decides.
fn judge(arguments: &Check) -> Result<(Assessment, Verdict), Problems> {
    let subject = gather(&arguments.plan, &arguments.sources)?;
    let assessment = assess(&subject.input.plan, &subject.configuration, &subject.policy, &subject.place)?;
    let mut facts = Facts::unknown();
    facts.paths = subject.paths;
    let verdict = decide(&assessment, &subject.policy, &facts);
    Ok((assessment, verdict))
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
fn fail(problems: &Problems, format: Format) -> Status {
    match format {
        // If even that cannot be written, the exit status still says it.
        Format::Json => drop(output::machine(&json_v1::render_problems(problems))),
        Format::Text | Format::Mermaid | Format::Svg | Format::Html => {
            output::complaint(&error::render_undecided(problems));
        }
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
