//! `applygate check`: the verdict on plans, on a laptop.

pub(super) mod files;
pub(super) mod plans;
mod render;

use std::collections::BTreeSet;
use std::path::Path;

use super::cli::{Check, FailOn, Format, Out, Sources};
use super::subject::gather;
use super::{Status, clock, output};
use crate::facts::{ChangedPath, Facts};
use crate::gate::{Verdict, decide};
use crate::policy::{Policy, Rule};
use crate::problem::{Code, Problem, Problems};
use crate::report::run::{Entry, Run, Standing};
use crate::report::{Report, error};
use crate::risk::{Assessment, assess};
use files::Files;
use plans::{Named, Plans};
use render::{Page, is_picture, render};

/// A plan that was judged.
pub(super) struct Judged {
    pub(super) assessment: Assessment,
    pub(super) verdict: Verdict,
    /// The rules that fired.
    pub(super) rules: Vec<Rule>,
}

impl Judged {
    /// Keeps a verdict with the rules that led to it.
    pub(super) fn new(assessment: Assessment, verdict: Verdict, policy: &Policy) -> Judged {
        let of_changes = assessment.changes.iter().flat_map(|change| &change.findings);
        let fired: BTreeSet<&str> =
            of_changes.chain(&assessment.findings).map(|finding| finding.rule.as_str()).collect();
        let rules = policy.rules.iter().filter(|rule| fired.contains(rule.id.as_str())).cloned().collect();
        Judged { assessment, verdict, rules }
    }

    /// Returns what reports show of it.
    pub(super) fn report(&self) -> Report<'_> {
        Report { assessment: &self.assessment, verdict: &self.verdict }
    }
}

/// How the verdict is to be printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) format: Format,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
    pub(super) show_all: bool,
}

impl From<&Check> for Wish {
    fn from(arguments: &Check) -> Wish {
        let Check { format, quiet, verbose, show_all, .. } = *arguments;
        Wish { format, quiet, verbose, show_all }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Check) -> Status {
    let (plans, files) = match prepare(arguments) {
        Ok(prepared) => prepared,
        Err(problem) => return fail(&problem.into(), arguments),
    };
    let judged: Vec<_> = plans.each.iter().map(|plan| judge(plan, arguments)).collect();
    let entries = plans
        .each
        .iter()
        .zip(&judged)
        .map(|(plan, judged)| Entry { name: &plan.name, judged: judged.as_ref().map(Judged::report) });
    let run = Run { plans: entries.collect(), several: plans.several, notes: plans.notes };
    let rules: Vec<Rule> = judged.iter().flatten().flat_map(|judged| &judged.rules).cloned().collect();
    match publish(&run, &arguments.into(), files, &rules) {
        Ok(()) => status(run.standing(), arguments.fail_on),
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// Finds the plans, and makes sure that the files can be written before anything is judged.
fn prepare(arguments: &Check) -> Result<(Plans, Files), Problem> {
    let plans = plans::find(&arguments.plans)?;
    if plans.each.len() > 1 {
        suits_several(&arguments.sources, arguments.format, &arguments.out)?;
    }
    let files = Files::prepare(&arguments.out, &plans.each)?;
    Ok((plans, files))
}

/// Refuses what is meant for one plan.
pub(super) fn suits_several(sources: &Sources, format: Format, out: &[Out]) -> Result<(), Problem> {
    let of_one = [
        (sources.config.is_some(), "--config DIR"),
        (sources.dir.is_some(), "--dir DIR"),
        (sources.workspace.is_some(), "--workspace NAME"),
        (sources.base.as_ref().is_some_and(|base| Path::new(base).is_dir()), "--base DIR"),
    ];
    if let Some((_, option)) = of_one.iter().find(|(given, _)| *given) {
        let message = format!("`{option}` is about one plan, but several are named");
        return Err(Problem::new(Code::InputUnreadable, message).help(
            "leave it out, and each plan is read with what stands beside it; or judge them one by one",
        ));
    }
    let mut formats = out.iter().map(|out| out.format).chain([format]);
    if formats.any(is_picture) {
        return Err(Problem::new(Code::InputUnreadable, "a picture shows one plan, but several are named")
            .help("draw mermaid, svg and html for each plan by itself"));
    }
    Ok(())
}

/// Gathers, assesses, decides.
fn judge(plan: &Named, arguments: &Check) -> Result<Judged, Problems> {
    let subject = gather(&plan.path, &arguments.sources)?;
    let mut assessment =
        assess(&subject.input.plan, &subject.configuration, &subject.policy, &subject.place)?;
    let facts = facts(arguments, subject.paths, &mut assessment.notes)?;
    let verdict = decide(&assessment, &subject.place, &subject.policy, &facts)?;
    Ok(Judged::new(assessment, verdict, &subject.policy))
}

/// Returns what is known of people and time: on a laptop the time alone, unless somebody states more.
fn facts(
    arguments: &Check,
    paths: Option<Vec<ChangedPath>>,
    notes: &mut Vec<String>,
) -> Result<Facts, Problem> {
    let mut facts = match &arguments.facts {
        Some(file) => {
            let shown = file.display().to_string();
            notes.push(format!(
                "judged by the facts in `{shown}`, which nobody has checked: this is what would be"
            ));
            let text = std::fs::read_to_string(file).map_err(|error| {
                Problem::new(Code::InputUnreadable, format!("cannot read the facts `{shown}`: {error}"))
                    .help("`--save-facts FILE` of `applygate review` writes them")
            })?;
            Facts::from_json(&shown, &text)?
        }
        None => Facts::unknown(),
    };
    match &arguments.at {
        Some(text) => {
            let stated = clock::stated(text)?;
            notes.push(format!("judged as if it were {}: this is what would be", stated.now));
            facts.clock = Some(stated);
        }
        None if arguments.facts.is_none() => facts.clock = Some(clock::machine()),
        None => {}
    }
    if facts.paths.is_none() {
        facts.paths = paths;
    }
    Ok(facts)
}

/// Writes the files, then prints.
pub(super) fn publish(run: &Run<'_>, arguments: &Wish, files: Files, rules: &[Rule]) -> Result<(), Problem> {
    files.write(|format| render(format, run, &Page::of(arguments, false), rules))?;
    let format = arguments.format;
    match (render(format, run, &Page::of(arguments, true), rules), run.plans.as_slice()) {
        // A problem with the only plan is a complaint, as with any other command; no picture shows it.
        (None, [Entry { judged: Err(problems), .. }]) => {
            output::complaint(&error::render_undecided(problems));
            Ok(())
        }
        (Some(text), [Entry { judged: Err(_), .. }]) if format == Format::Text && !run.several => {
            output::complaint(&text);
            Ok(())
        }
        (Some(text), _) if format == Format::Text => output::human(&text),
        (Some(text), _) => output::machine(&text),
        (None, _) => Ok(()),
    }
}

/// Reports that no plan was looked at.
fn fail(problems: &Problems, arguments: &Check) -> Status {
    let name = arguments.plans.first().map(|path| path.display().to_string()).unwrap_or_default();
    let run = Run::single(&name, Err(problems));
    // If even that cannot be written, the exit status still says it.
    drop(publish(&run, &arguments.into(), Files::default(), &[]));
    Status::Error
}

/// Returns the exit status of a run.
pub(super) fn status(standing: Standing, fail_on: FailOn) -> Status {
    match (standing, fail_on) {
        (Standing::Error, _) => Status::Error,
        (Standing::Allow, _) | (_, FailOn::Never) | (Standing::Hold, FailOn::Block) => Status::Allow,
        (Standing::Hold, _) => Status::Hold,
        (Standing::Block, _) => Status::Block,
    }
}

#[cfg(test)]
mod tests {
    use super::{FailOn, Standing, Status, status};

    #[test]
    fn fail_on_lets_milder_outcomes_pass_but_no_error() {
        for (standing, fail_on, expected) in [
            (Standing::Allow, FailOn::Hold, Status::Allow),
            (Standing::Hold, FailOn::Hold, Status::Hold),
            (Standing::Block, FailOn::Hold, Status::Block),
            (Standing::Hold, FailOn::Block, Status::Allow),
            (Standing::Block, FailOn::Block, Status::Block),
            (Standing::Hold, FailOn::Never, Status::Allow),
            (Standing::Block, FailOn::Never, Status::Allow),
            (Standing::Error, FailOn::Hold, Status::Error),
            (Standing::Error, FailOn::Never, Status::Error),
        ] {
            assert_eq!(status(standing, fail_on), expected, "{standing:?} {fail_on:?}");
        }
    }
}
