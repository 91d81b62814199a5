//! `applygate check`: the verdict on plans, on a laptop.

mod files;
mod plans;
mod render;

use super::cli::{Check, FailOn, Format};
use super::subject::gather;
use super::{Status, clock, output};
use crate::facts::{ChangedPath, Facts};
use crate::gate::{Verdict, decide};
use crate::policy::Policy;
use crate::problem::{Code, Problem, Problems};
use crate::report::run::{Entry, Run, Standing};
use crate::report::{Report, text};
use crate::risk::{Assessment, assess};
use files::Files;
use plans::{Named, Plans};
use render::{Page, render};

/// What came of one plan.
struct Judged {
    assessment: Assessment,
    verdict: Verdict,
    policy: Policy,
}

/// Runs the command.
pub(super) fn run(arguments: &Check) -> Status {
    let (plans, files) = match prepare(arguments) {
        Ok(prepared) => prepared,
        Err(problem) => return fail(&problem.into(), arguments),
    };
    let judged: Vec<_> = plans.each.iter().map(|plan| judge(plan, arguments)).collect();
    let entries = plans.each.iter().zip(&judged).map(|(plan, judged)| Entry {
        name: &plan.name,
        judged: judged
            .as_ref()
            .map(|judged| Report { assessment: &judged.assessment, verdict: &judged.verdict }),
    });
    let run = Run { plans: entries.collect(), several: plans.several };
    let policies: Vec<&Policy> = judged.iter().flatten().map(|judged| &judged.policy).collect();
    match publish(&run, arguments, files, &policies) {
        Ok(()) => status(run.standing(), arguments.fail_on),
        Err(problem) => {
            output::complaint(&crate::report::error::render(&problem));
            Status::Error
        }
    }
}

/// Finds the plans, and makes sure that the files can be written before anything is judged.
fn prepare(arguments: &Check) -> Result<(Plans, Files), Problem> {
    let plans = plans::find(&arguments.plans)?;
    let pictured = arguments.format.is_picture() || arguments.out.iter().any(|out| out.format.is_picture());
    if pictured && plans.each.len() > 1 {
        let problem = Problem::new(Code::OutputFailed, "a picture shows one plan, and several are named");
        return Err(problem.help("draw them one by one, or take another format for all of them"));
    }
    if plans.several {
        let one_for_all = arguments.sources.config.is_some() && plans.each.len() > 1;
        let base = arguments.sources.base.as_ref().filter(|base| std::path::Path::new(base).is_dir());
        let place = arguments.sources.dir.is_some() && plans.each.len() > 1;
        if place {
            let message = "`--dir DIR` is the place of one plan only";
            return Err(Problem::new(Code::NotFound, message)
                .help("leave it out: git says where each plan lies, or judge the plans one by one"));
        }
        if one_for_all || base.is_some() && plans.each.len() > 1 {
            let option = if one_for_all { "--config DIR" } else { "--base DIR" };
            return Err(Problem::new(
                Code::NotFound,
                format!("`{option}` is the configuration of one plan only"),
            )
            .help(
                "leave it out: each plan is read with the configuration beside it; `--base REF` is for all",
            ));
        }
    }
    let files = Files::prepare(&arguments.out, &plans.each)?;
    Ok((plans, files))
}

/// Gathers, assesses, decides.
fn judge(plan: &Named, arguments: &Check) -> Result<Judged, Problems> {
    let subject = gather(&plan.path, &arguments.sources)?;
    let mut assessment =
        assess(&subject.input.plan, &subject.configuration, &subject.policy, &subject.place)?;
    let facts = facts(arguments, subject.paths, &mut assessment.notes)?;
    let verdict = decide(&assessment, &subject.place, &subject.policy, &facts)?;
    Ok(Judged { assessment, verdict, policy: subject.policy })
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
fn publish(run: &Run<'_>, arguments: &Check, files: Files, policies: &[&Policy]) -> Result<(), Problem> {
    let pictured = arguments.format.is_picture() || arguments.out.iter().any(|out| out.format.is_picture());
    if pictured && run.standing() == Standing::Error {
        // Nothing was decided, so there is nothing to draw: what is in the way is said instead, and no file is touched.
        output::complaint(&text::render_run(run, &Page::of(arguments, true).text));
        return Ok(());
    }
    files.write(|format| render(format, run, &Page::of(arguments, false), policies))?;
    let text = render(arguments.format, run, &Page::of(arguments, true), policies);
    match arguments.format {
        // A problem with the only plan is a complaint, as with any other command.
        Format::Text if !run.several && run.standing() == Standing::Error => {
            output::complaint(&text);
            Ok(())
        }
        Format::Text => output::human(&text),
        _ => output::machine(&text),
    }
}

/// Reports that no plan was looked at.
fn fail(problems: &Problems, arguments: &Check) -> Status {
    let name = arguments.plans.first().map(|path| path.display().to_string()).unwrap_or_default();
    let run = Run::single(&name, Err(problems));
    // If even that cannot be written, the exit status still says it.
    drop(publish(&run, arguments, Files::default(), &[]));
    Status::Error
}

fn status(standing: Standing, fail_on: FailOn) -> Status {
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
