//! `applygate gate`: in front of apply. Nothing that was decided before counts; all of it is derived again.

mod copy;
mod execute;
mod starter;
mod timings;

use std::path::Path;
use std::rc::Rc;

use super::check::files::Files;
use super::check::plans::Named;
use super::check::{self, Judged, Wish};
use super::cli::{FailOn, Gate, Sources};
use super::pull::{self, Known, base, target};
use super::{Status, digest, input, output, place, sources};
use crate::configuration::repository_directory;
use crate::facts::Facts;
use crate::forge::Github;
use crate::gate::{Outcome, decide};
use crate::problem::{Code, Problem, Problems};
use crate::report::error;
use crate::report::run::Run;
use crate::risk::{Assessment, Place, assess};
use copy::Copy;
pub(super) use copy::refuse;
pub(super) use timings::Timings;

/// Runs the command.
pub(super) fn run(arguments: &Gate) -> Status {
    let checked = execute::checked(&arguments.command);
    if let Err(problem) = checked {
        output::complaint(&error::render(&problem));
        return Status::Usage;
    }
    let name = arguments.plan.display().to_string();
    let plan = Named { name: name.clone(), path: arguments.plan.clone() };
    let files = match Files::prepare(&arguments.out, &[plan]) {
        Ok(files) => files,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            return Status::Error;
        }
    };
    let mut timings = Timings::start();
    let passed = pass(arguments, &mut timings);
    let judged = passed.as_ref().map(|passed| passed.judged.report());
    let run = Run::single(&name, judged);
    let rules = passed.as_ref().map(|passed| passed.judged.rules.as_slice()).unwrap_or_default();
    let wish = Wish {
        format: arguments.format,
        quiet: arguments.quiet,
        verbose: arguments.verbose,
        show_all: false,
    };
    let shown = check::publish(&run, &wish, files, rules);
    timings.part("print");
    if arguments.timings {
        output::complaint(&timings.table());
    }
    if let Err(problem) = shown {
        output::complaint(&error::render(&problem));
        return Status::Error;
    }
    let standing = run.standing();
    match passed {
        Ok(passed) if passed.judged.verdict.outcome == Outcome::Allow => apply(arguments, &passed.copy),
        _ => check::status(standing, FailOn::Hold),
    }
}

fn apply(arguments: &Gate, copy: &Copy) -> Status {
    match execute::execute(&arguments.command, copy) {
        Ok(code) => Status::Passed(code),
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// What was judged, and what of it may be applied.
pub(super) struct Passed {
    pub(super) judged: Judged,
    copy: Copy,
}

/// Derives everything again and decides.
pub(super) fn pass(arguments: &Gate, timings: &mut Timings) -> Result<Passed, Problems> {
    let copy = Copy::of(&arguments.plan)?;
    timings.part("copy");
    // Where the providers of the plan are installed.
    let directory = input::directory(&arguments.plan, arguments.config.as_deref());
    let input = input::read(copy.path(), Some(&directory))?;
    if input.archive.is_none() {
        let message = "the copy of the plan file is none any more: it was changed while it was judged";
        return Err(Problem::new(Code::PlanInvalid, message)
            .help("find out who writes there; then plan again, and have that plan approved")
            .into());
    }
    timings.part("show");
    let target = target::find(target::Said {
        repo: arguments.repo.as_deref(),
        pr: arguments.pr,
        head: arguments.head.as_deref(),
        runner: arguments.runner,
    })?;
    let github = Rc::new(target::connect(&target)?);
    let said = Sources {
        config: None,
        base: None,
        policy: None,
        dir: arguments.dir.clone(),
        workspace: arguments.workspace.clone(),
    };
    let place = Place {
        digest_key: digest::key()?,
        project: arguments.project.clone(),
        ..place::stated(&said, &input, &directory)?
    };
    lies_there(&place, &directory)?;
    let starter = starter::starter(arguments);
    let Known { policy, mut facts } = pull::gather(&github, &target, &said, &directory, Some(starter))?;
    starter::settle(&mut facts);
    trusted(&facts, &arguments.branch)?;
    let tip = facts.request.as_ref().map(|request| request.base.tip.clone()).unwrap_or_default();
    let root = place.directory.clone().unwrap_or_default();
    let base = place.directory.is_some().then(|| base::tip(&tip, &directory, &root, &github));
    let (base, remote) = base.ok_or_else(|| {
        Problem::new(Code::NotFound, "it is not known which directory of the repository this plan is for")
            .help("name it with `--dir DIR`")
    })?;
    timings.part("github");

    let configuration = sources::configuration(&input, &said, &directory, &Ok(base))?;
    if let Some(failed) = remote.and_then(|remote| remote.failed()) {
        return Err(failed.into());
    }
    let mut assessment = assess(&input.plan, &configuration, &policy, &place)?;
    assessment.notes.push(format!("the plan file is sha256:{}", copy.hash()));
    agreed(arguments, &assessment)?;
    let verdict = decide(&assessment, &place, &policy, &facts)?;
    timings.part("judge");

    // While all this was read, people went on: what is decided must hold at its end, too.
    look_again(&github, &mut facts)?;
    timings.part("again");
    let later = decide(&assessment, &place, &policy, &facts)?;
    let verdict = if later.outcome > verdict.outcome { later } else { verdict };
    copy.check()?;
    if let Some(file) = &arguments.save_facts {
        pull::save(&facts, file)?;
    }
    timings.part("settle");
    Ok(Passed { judged: Judged::new(assessment, verdict, &policy), copy })
}

/// Asks anew for what can change meanwhile, and for the time.
fn look_again(github: &Github, facts: &mut Facts) -> Result<(), Problem> {
    let moment = github.moment()?;
    let same = facts
        .request
        .as_ref()
        .is_some_and(|request| request.head.sha == moment.head && request.base.tip == moment.tip);
    if !same {
        let message = "the pull request or its base branch changed while it was judged";
        return Err(Problem::new(Code::PartialData, message).help("run again"));
    }
    if let Some(clock) = &mut facts.clock {
        clock.now = moment.now.max(clock.now);
    }
    Ok(())
}

/// Makes sure that the policy is one that may decide about applies: whoever may push could make a branch of a policy that
/// demands nothing, and open a request into that one.
fn trusted(facts: &Facts, named: &[String]) -> Result<(), Problem> {
    let into = facts.request.as_ref().map(|request| request.base.branch.as_str()).unwrap_or_default();
    let default = facts.repository.as_ref().and_then(|repository| repository.default_branch.clone());
    let trusted: Vec<String> = if named.is_empty() { default.into_iter().collect() } else { named.to_vec() };
    if trusted.iter().any(|branch| branch == into) {
        return Ok(());
    }
    let names: Vec<String> = trusted.iter().map(|branch| format!("`{branch}`")).collect();
    let message = format!(
        "the request goes into `{into}`, and about applies only the policy of {} decides",
        if names.is_empty() {
            "the default branch, which is not known,".to_owned()
        } else {
            names.join(" or ")
        }
    );
    Err(Problem::new(Code::PolicyInvalid, message).help(
        "open it into that branch; a branch that is protected like it may be named with `--branch NAME`",
    ))
}

/// Makes sure that the directory is the one that somebody says, where a checkout can tell.
fn lies_there(place: &Place, directory: &Path) -> Result<(), Problem> {
    let found = repository_directory(directory);
    match (&place.directory, &found) {
        (Some(said), Some(found)) if said != found => {
            let message = format!(
                "`{}` is `{found}` in its repository, and not `{said}` as is said",
                directory.display()
            );
            Err(Problem::new(Code::NotFound, message).help("correct `--dir`, or `--config`"))
        }
        _ => Ok(()),
    }
}

/// Makes sure that the policy knows the environment under the name that somebody gave it.
fn agreed(arguments: &Gate, assessment: &Assessment) -> Result<(), Problem> {
    let Some(named) = &arguments.environment else { return Ok(()) };
    if assessment.environment.names.contains(named) {
        return Ok(());
    }
    let message = format!("this is not environment `{named}`: {}", assessment.environment.why);
    Err(Problem::new(Code::NotFound, message)
        .help("correct `--environment`, or the `environment` blocks of the policy at the base branch"))
}
