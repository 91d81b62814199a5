//! `applygate atlantis`: a step of Atlantis, with what its environment says as arguments of `review` and `gate`.

use super::check::status;
use super::cli::{Atlantis, FailOn, Format, Gate, Review, Runner, Sources, Stage};
use super::gate::{self, Timings};
use super::pull::target::variable;
use super::review::publish::Lacks;
use super::{Status, output, review};
use crate::atlantis::{Step, limiting, unjudged};
use crate::problem::{Code, Problem, Problems};
use crate::report::atlantis;
use crate::report::run::{Run, Standing};

/// Runs the command.
pub(super) fn run(arguments: &Atlantis) -> Status {
    let step = Step::read(variable);
    match arguments.stage {
        Stage::Plan => shown(arguments, step),
        Stage::PolicyCheck => checked(arguments, step),
        Stage::Apply => applied(arguments, step),
    }
}

/// Shows the plan in the pull request. What is missing is people's to give, so a hold does not stop the plan.
fn shown(arguments: &Atlantis, step: Result<Step, Problem>) -> Status {
    let fail_on = arguments.fail_on.unwrap_or(FailOn::Block);
    let words = |run: &Run<'_>, _: &str, lacks: &Lacks| {
        let lack = lacks.worst().map(|problem| problem.message.as_str());
        atlantis::step(run, lack, denies(run.standing(), fail_on))
    };
    match reviewed(step, words) {
        Ok((text, standing)) => print(&text, status(standing, fail_on)),
        Err(problem) => failed(&problem),
    }
}

/// Says what the policy comes to. Atlantis loses what a failing check prints, and then goes by what others printed: so it
/// ends well, and its words deny.
fn checked(arguments: &Atlantis, step: Result<Step, Problem>) -> Status {
    let fail_on = arguments.fail_on.unwrap_or(FailOn::Hold);
    let reviewed = reviewed(step, |run, project, _| {
        atlantis::policy_check(run, project, denies(run.standing(), fail_on))
    });
    let text = match reviewed {
        Ok((text, _)) => text,
        Err(problem) => {
            let problems = Problems::from(problem);
            atlantis::policy_check(&Run::single("plan", Err(&problems)), "plan", true)
        }
    };
    print(&text, Status::Allow)
}

/// Stands in front of apply.
fn applied(arguments: &Atlantis, step: Result<Step, Problem>) -> Status {
    let mut timings = Timings::start();
    let passed = step.map_err(Problems::from).and_then(|step| {
        harmless(&step)?;
        gate::pass(&of_gate(&step, &arguments.branch), &mut timings)
    });
    let judged = passed.as_ref().map(|passed| passed.judged.report());
    let run = Run::single("plan", judged);
    let standing = run.standing();
    if arguments.timings {
        output::complaint(&timings.table());
    }
    print(&atlantis::step(&run, None, standing != Standing::Allow), status(standing, FailOn::Hold))
}

/// Reviews the plan of a step, and returns the words for it with what it comes to.
fn reviewed(
    step: Result<Step, Problem>,
    words: impl FnOnce(&Run<'_>, &str, &Lacks) -> String,
) -> Result<(String, Standing), Problem> {
    let step = step?;
    gate::refuse(&step.plan)?;
    let mut text = String::new();
    let project = project(&step);
    let ended = review::carry_out(&of_review(&step), |run, _, _, lacks| {
        text = words(run, &project, lacks);
        Ok(())
    })?;
    match ended.problems.into_iter().next() {
        Some(problem) => Err(problem),
        None => Ok((text, ended.standing)),
    }
}

/// Of a saved plan everything is applied, whatever is targeted in the comment, and nothing may change how it is.
fn harmless(step: &Step) -> Result<(), Problem> {
    if let Some(argument) = limiting(&step.arguments).first() {
        let message =
            format!("`{argument}` has no effect on a plan that was saved: all of it would be applied");
        return Err(Problem::new(Code::NotFound, message)
            .help("comment `atlantis apply` without it, or plan again with it"));
    }
    match unjudged(&step.arguments).first() {
        None => Ok(()),
        Some(argument) => {
            let message = format!("`{argument}` is no part of the plan that is judged");
            Err(Problem::new(Code::NotFound, message)
                .help("comment `atlantis apply` without it; what a plan needs is said when it is made"))
        }
    }
}

fn of_review(step: &Step) -> Review {
    let limiting = limiting(&step.arguments);
    let notes = limiting.iter().map(|argument| format!("planned by a comment with `{argument}`")).collect();
    Review {
        plans: vec![step.plan.clone()],
        sources: Sources {
            config: Some(step.checkout.clone()),
            base: None,
            policy: None,
            dir: Some(step.directory.clone()),
            workspace: Some(step.workspace.clone()),
        },
        repo: Some(step.repository.clone()),
        pr: Some(step.pull),
        project: step.project.clone(),
        head: Some(step.head.clone()),
        facts: None,
        save_facts: None,
        no_publish: false,
        format: Format::Text,
        out: Vec::new(),
        fail_on: FailOn::Hold,
        quiet: false,
        verbose: false,
        notes,
        runner: Runner::Atlantis,
    }
}

fn of_gate(step: &Step, branches: &[String]) -> Gate {
    Gate {
        plan: step.plan.clone(),
        config: Some(step.checkout.clone()),
        dir: Some(step.directory.clone()),
        workspace: Some(step.workspace.clone()),
        environment: None,
        project: step.project.clone(),
        repo: Some(step.repository.clone()),
        pr: Some(step.pull),
        head: Some(step.head.clone()),
        branch: branches.to_vec(),
        // An empty name is nobody, and not whoever another runner would name.
        deployer: Some(step.user.clone().unwrap_or_default()),
        exec: false,
        command: Vec::new(),
        save_facts: None,
        format: Format::Text,
        out: Vec::new(),
        quiet: false,
        verbose: false,
        timings: false,
        runner: Runner::Atlantis,
    }
}

/// Returns what a project is called in the output.
fn project(step: &Step) -> String {
    let directory = if step.directory.is_empty() { "." } else { &step.directory };
    match &step.project {
        Some(name) => format!("{name} ({directory}:{})", step.workspace),
        None => format!("{directory}:{}", step.workspace),
    }
}

fn denies(standing: Standing, fail_on: FailOn) -> bool {
    status(standing, fail_on) != Status::Allow
}

fn failed(problem: &Problem) -> Status {
    let problems = Problems::from(problem.clone());
    print(&atlantis::step(&Run::single("plan", Err(&problems)), None, true), Status::Error)
}

/// Prints on standard output alone: Atlantis merges both in no certain order.
fn print(text: &str, status: Status) -> Status {
    match output::machine(text) {
        Ok(()) => status,
        Err(_) => Status::Error,
    }
}
