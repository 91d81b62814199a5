//! The jobs that review, and what else runs beside their token.

use super::super::atlantis::Atlantis;
use super::super::catalog::{
    APP_KEY_GUARDED, BRANCH_CODE_APART, REQUIRED_WORKFLOW, REVIEW_JOB_CLEAN, REVIEW_RUNS, TARGET_CHECKOUT,
    WORKFLOW_FROM_BASE,
};
use super::super::{Check, GithubSide, Observed, State, command, environment};
use super::called::CALL;
use super::{FROM_BASE, Job, Required, Step, Token, Workflow, Workflows};

/// Returns what a job is called.
pub(super) fn named(workflow: &Workflow, job: &Job) -> String {
    format!("{}, job {}", workflow.file, job.name)
}

/// The workflows with a job that reviews.
fn reviewing(workflows: &Workflows) -> Vec<(&Workflow, &Job)> {
    workflows.jobs().filter(|(workflow, job)| workflow.is_of_pulls() && job.reviews()).collect()
}

pub(super) fn runs(workflows: &Workflows, atlantis: Option<&Atlantis>) -> Check {
    if let Some((workflow, job)) = reviewing(workflows).first() {
        return Check::new(&REVIEW_RUNS, State::Ok, format!("{} runs it", named(workflow, job)));
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
pub(super) fn from_base(workflows: &Workflows, atlantis: Option<&Atlantis>) -> Check {
    let entry = &WORKFLOW_FROM_BASE;
    let reviewing = reviewing(workflows);
    if let Some((workflow, required)) = required(&reviewing).next() {
        let found = format!("{} requires `{}`", required.ruleset, workflow.file);
        return Check::new(entry, State::Ok, found);
    }
    // What is not known may be a workflow that is required, or one that a branch can change.
    if let Some(why) = workflows.doubt() {
        return Check::new(entry, State::Unknown, why);
    }
    let from_branch = reviewing.iter().find_map(|(workflow, _)| {
        let own = |trigger: &&String| !FROM_BASE.contains(&trigger.as_str());
        Some((workflow, workflow.triggers.iter().find(own)?))
    });
    let (state, found) = match from_branch {
        Some((workflow, trigger)) if trigger == CALL => {
            (State::Unknown, format!("what calls `{}` is not seen from here", workflow.file))
        }
        Some((workflow, trigger)) => {
            (State::Problem, format!("`{}` also runs on `{trigger}`, as the branch has it", workflow.file))
        }
        None if !reviewing.is_empty() => (State::Ok, "it is taken from the default branch".to_owned()),
        None if atlantis.is_some_and(Atlantis::runs_applygate) => {
            (State::Ok, "Atlantis runs it, from the configuration of the server".to_owned())
        }
        None => (State::Unknown, "nothing of this checkout reviews".to_owned()),
    };
    Check::new(entry, state, found)
}

/// The workflows that review and that a ruleset requires.
fn required<'w>(reviewing: &[(&'w Workflow, &'w Job)]) -> impl Iterator<Item = (&'w Workflow, &'w Required)> {
    reviewing.iter().filter_map(|(workflow, _)| Some((*workflow, workflow.required.as_ref()?)))
}

/// Whether the organisation requires it, from another repository.
pub(super) fn of_organisation(side: &GithubSide, workflows: &Workflows) -> Check {
    let entry = &REQUIRED_WORKFLOW;
    let reviewing = reviewing(workflows);
    let own = match side.repository.known() {
        Ok(own) => *own,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    let strong = required(&reviewing).find(|(_, one)| one.organisation && one.repository != own);
    let Some((workflow, one)) = strong else {
        return match workflows.doubt() {
            Some(why) => Check::new(entry, State::Unknown, why),
            None if required(&reviewing).next().is_some() => {
                let found = "the workflow that is required stands in this repository, or its ruleset is the repository's own";
                Check::new(entry, State::Problem, found)
            }
            None => Check::new(entry, State::Problem, "no ruleset requires a workflow that reviews"),
        };
    };
    match one.bypass.known() {
        Ok(bypass) if bypass.is_empty() => {
            Check::new(entry, State::Ok, format!("{} requires `{}`", one.ruleset, workflow.file))
        }
        Ok(bypass) => {
            Check::new(entry, State::Problem, format!("{} does not bind {}", one.ruleset, bypass.join(", ")))
        }
        Err(why) => Check::new(entry, State::Unknown, why),
    }
}

/// Code of the branch beside a token that writes.
pub(super) fn apart(side: &GithubSide, workflows: &Workflows, atlantis: Option<&Atlantis>) -> Vec<Check> {
    let entry = &BRANCH_CODE_APART;
    let mut checks = Vec::new();
    if reviewing(workflows).is_empty() && atlantis.is_some_and(Atlantis::runs_applygate) {
        let found = "Atlantis runs code of the branch as the user that reviews: whether it can read the key of the \
                     App is not seen from here";
        checks.push(Check::of(entry, "Atlantis", State::Unknown, found));
    }
    for (workflow, job) in workflows.jobs().filter(|(workflow, _)| workflow.is_of_pulls()) {
        let subject = named(workflow, job);
        let unseen = job.calls.as_deref().or_else(|| job.runs_local_action());
        let ran = job.runs_configuration();
        if ran.is_none() && unseen.is_none() {
            continue;
        }
        let holds = match &job.token {
            _ if job.holds_key => Ok(Some("the key of the App".to_owned())),
            _ if job.inherits => Ok(Some("the secrets of the repository".to_owned())),
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

/// Returns true if a step brings the branch onto the disk. What is worked out when the job runs may be the head, unless
/// it plainly is the base.
fn takes_head(step: &Step) -> bool {
    let fetched = step.run.as_deref().is_some_and(|run| {
        run.contains("gh pr checkout") || run.contains("refs/pull/") || run.contains("github.head_ref")
    });
    let named = step.checkout.as_ref().is_some_and(|checkout| {
        let named = format!("{} {}", checkout.reference, checkout.repository);
        let base = ["github.base_ref", "pull_request.base.", "default_branch"]
            .iter()
            .any(|base| named.contains(base));
        named.contains("refs/pull/") || named.contains("head") || (named.contains("${{") && !base)
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
