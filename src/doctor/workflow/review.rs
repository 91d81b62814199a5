//! The jobs that review, and what else runs beside their token.

use super::super::atlantis::Atlantis;
use super::super::catalog::{
    APP_KEY_GUARDED, BRANCH_CODE_APART, REVIEW_JOB_CLEAN, REVIEW_RUNS, TARGET_CHECKOUT, WORKFLOW_FROM_BASE,
};
use super::super::{Check, GithubSide, Observed, State, command, environment};
use super::{FROM_BASE, Job, Step, Token, Workflow, Workflows};

/// Returns what a job is called.
pub(super) fn named(workflow: &Workflow, job: &Job) -> String {
    format!("{} job {}", workflow.file, job.name)
}

/// The workflows with a job that reviews.
fn reviewing(workflows: &Workflows) -> Vec<(&Workflow, &Job)> {
    workflows.jobs().filter(|(workflow, job)| workflow.is_of_pulls() && job.reviews()).collect()
}

pub(super) fn runs(workflows: &Workflows, atlantis: Option<&Atlantis>) -> Check {
    if let Some((workflow, job)) = reviewing(workflows).first() {
        return Check::new(&REVIEW_RUNS, State::Ok, format!("`{}` runs it", named(workflow, job)));
    }
    if atlantis.is_some_and(Atlantis::runs_applygate) {
        return Check::new(&REVIEW_RUNS, State::Ok, "Atlantis runs it");
    }
    let doubt = workflows.doubt().or_else(|| atlantis.and_then(Atlantis::doubt));
    match doubt {
        Some(why) => Check::new(&REVIEW_RUNS, State::Unknown, why),
        None => {
            Check::new(&REVIEW_RUNS, State::Problem, "no workflow of this checkout runs it on pull requests")
        }
    }
}

/// Whether a branch can change what reviews it.
pub(super) fn from_base(side: &GithubSide, workflows: &Workflows, atlantis: Option<&Atlantis>) -> Check {
    let entry = &WORKFLOW_FROM_BASE;
    if let Ok(rulesets) = side.rulesets.known()
        && let Some((layer, one)) = rulesets.iter().find_map(|layer| Some((layer, layer.workflows.first()?)))
    {
        return Check::new(entry, State::Ok, format!("{} requires `{}`", layer.name, one.path));
    }
    let reviewing = reviewing(workflows);
    let from_branch = reviewing.iter().find_map(|(workflow, _)| {
        let own = |trigger: &&String| !FROM_BASE.contains(&trigger.as_str());
        Some((workflow, workflow.triggers.iter().find(own)?))
    });
    let unread = side.rulesets.known().err();
    match (from_branch, unread) {
        (Some((workflow, trigger)), None) => {
            let found = format!("`{}` also runs on `{trigger}`, as the branch has it", workflow.file);
            Check::new(entry, State::Problem, found)
        }
        (Some((workflow, trigger)), Some(why)) => {
            let found = format!(
                "`{}` runs on `{trigger}`, as the branch has it, and whether a ruleset requires it is not known: {why}",
                workflow.file
            );
            Check::new(entry, State::Unknown, found)
        }
        (None, _) if !reviewing.is_empty() => match workflows.doubt() {
            None => Check::new(entry, State::Ok, "it is taken from the default branch"),
            Some(why) => Check::new(entry, State::Unknown, why),
        },
        (None, _) if atlantis.is_some_and(Atlantis::runs_applygate) && workflows.doubt().is_none() => {
            Check::new(entry, State::Ok, "Atlantis runs it, from the configuration of the server")
        }
        (None, _) => {
            let why = workflows.doubt().unwrap_or_else(|| "nothing of this checkout reviews".to_owned());
            Check::new(entry, State::Unknown, why)
        }
    }
}

/// Code of the branch beside a token that writes.
pub(super) fn apart(side: &GithubSide, workflows: &Workflows) -> Vec<Check> {
    let entry = &BRANCH_CODE_APART;
    let mut checks = Vec::new();
    for (workflow, job) in workflows.jobs().filter(|(workflow, _)| workflow.is_of_pulls()) {
        let subject = named(workflow, job);
        let unseen = job.calls.as_deref().or_else(|| job.runs_local_action());
        let ran = job.runs_configuration();
        if ran.is_none() && unseen.is_none() {
            continue;
        }
        let holds = match &job.token {
            _ if job.holds_key => Ok(Some("the key of the App".to_owned())),
            Token::Reads => Ok(None),
            Token::Writes(rights) => Ok(Some(format!("a token that may write {}", rights.join(", ")))),
            Token::Default => match side.workflow_permissions.known() {
                Ok(default) if default.write => {
                    Ok(Some("a token that may write, as the workflow does not say otherwise".to_owned()))
                }
                Ok(_) => Ok(None),
                Err(why) => Err(format!("the workflow does not say what its token may do: {why}")),
            },
        };
        let ran = ran.map(|command| format!("it runs `{command}`"));
        checks.push(match (holds, ran, unseen) {
            (Ok(None), _, _) => Check::of(entry, &subject, State::Ok, "its token may not write"),
            (Ok(Some(what)), Some(ran), _) => {
                Check::of(entry, &subject, State::Problem, format!("{ran} and holds {what}"))
            }
            (Ok(Some(what)), None, Some(unseen)) => {
                let found = format!("it holds {what}, and what `{unseen}` runs is not seen from here");
                Check::of(entry, &subject, State::Unknown, found)
            }
            (Ok(Some(_)), None, None) => continue,
            (Err(why), _, _) => Check::of(entry, &subject, State::Unknown, why),
        });
    }
    finish(checks, entry, workflows, "no job runs code of a branch")
}

/// The job that reviews runs nothing of the branch.
pub(super) fn clean(workflows: &Workflows, atlantis: Option<&Atlantis>) -> Vec<Check> {
    let entry = &REVIEW_JOB_CLEAN;
    let mut checks = Vec::new();
    for (workflow, job) in reviewing(workflows) {
        let subject = named(workflow, job);
        let check = match (job.runs_configuration(), job.runs_local_action()) {
            (Some(command), _) => Check::of(entry, &subject, State::Problem, format!("it runs `{command}`")),
            (None, Some(action)) => {
                Check::of(entry, &subject, State::Problem, format!("it runs `{action}` of the checkout"))
            }
            (None, None) => Check::of(entry, &subject, State::Ok, "it only reviews"),
        };
        checks.push(check);
    }
    if checks.is_empty() && !atlantis.is_some_and(Atlantis::runs_applygate) {
        let why = workflows.doubt().unwrap_or_else(|| "no job of this checkout reviews".to_owned());
        return vec![Check::new(entry, State::Unknown, why)];
    }
    finish(checks, entry, workflows, "no job of this checkout reviews")
}

/// `pull_request_target` with code of the head.
pub(super) fn target(workflows: &Workflows) -> Vec<Check> {
    let entry = &TARGET_CHECKOUT;
    let mut checks = Vec::new();
    for (workflow, job) in workflows.jobs().filter(|(workflow, _)| workflow.has("pull_request_target")) {
        let subject = named(workflow, job);
        let Some(at) = job.steps.iter().position(takes_head) else { continue };
        let rest = job.steps.get(at..).unwrap_or_default();
        let found = match rest.iter().find_map(foreign) {
            Some(what) => (State::Problem, format!("it checks out the head and then runs `{what}`")),
            None => (State::Ok, "it checks out the head and runs nothing of it".to_owned()),
        };
        checks.push(Check::of(entry, &subject, found.0, found.1));
    }
    finish(checks, entry, workflows, "no job on `pull_request_target` checks out a head")
}

/// Returns true if a step brings the branch onto the disk: only what is named as base surely does not.
fn takes_head(step: &Step) -> bool {
    let fetched = step.run.as_deref().is_some_and(|run| {
        run.contains("gh pr checkout") || run.contains("refs/pull/") || run.contains("github.head_ref")
    });
    let named = step.checkout.as_deref().is_some_and(|named| {
        !named.is_empty()
            && !named.contains("base")
            && !named.contains("github.event.repository.default_branch")
    });
    fetched || named
}

/// Returns what a step runs that is neither applygate nor an action from elsewhere.
fn foreign(step: &Step) -> Option<String> {
    if let Some(uses) = step.uses.as_deref().filter(|uses| uses.starts_with("./")) {
        return Some(uses.to_owned());
    }
    let harmless = |words: &Vec<String>| {
        let first = words.first().map(String::as_str).unwrap_or_default();
        command::applygate(words).is_some()
            || ["echo", "test", "set", "cd", "gh", "git", "["].contains(&first)
    };
    let commands = command::commands(step.run.as_deref().unwrap_or_default());
    commands.into_iter().find(|words| !harmless(words)).map(|words| words.join(" "))
}

/// Who can read the key of the App, where a workflow uses it.
pub(super) fn key(observed: &Observed, workflows: &Workflows) -> Vec<Check> {
    let entry = &APP_KEY_GUARDED;
    let mut checks = Vec::new();
    for (workflow, job) in workflows.jobs().filter(|(_, job)| job.holds_key) {
        let subject = named(workflow, job);
        let (state, found) = match &job.environment {
            None => {
                (State::Problem, "it uses a secret that every workflow of the repository can read".to_owned())
            }
            Some(name) => match observed.github.environment(name) {
                Ok(environment) => environment::branches(environment, observed),
                Err(why) => (State::Unknown, format!("the environment `{name}` is not known: {why}")),
            },
        };
        checks.push(Check::of(entry, &subject, state, found));
    }
    finish(checks, entry, workflows, "no workflow of this checkout uses the key of an App")
}

/// Adds what is to be said where no job is concerned, and where not every file could be read.
pub(super) fn finish(
    mut checks: Vec<Check>,
    entry: &'static super::super::catalog::Entry,
    workflows: &Workflows,
    none: &str,
) -> Vec<Check> {
    match workflows.doubt() {
        Some(why) => checks.push(Check::new(entry, State::Unknown, why)),
        None if checks.is_empty() => checks.push(Check::new(entry, State::Ok, none)),
        None => {}
    }
    checks
}
