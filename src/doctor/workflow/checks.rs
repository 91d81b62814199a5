//! What the workflows of the checkout are asked.

use super::super::atlantis::Atlantis;
use super::super::catalog::{ACTION_PINNED, APPLY_THROUGH_GATE};
use super::super::{Check, Observed, State, command};
use super::{Workflows, review};

/// The most actions that are named in one line.
const MOST_NAMES: usize = 5;

/// Judges the workflows.
pub(in crate::doctor) fn checks(
    observed: &Observed,
    workflows: &Workflows,
    atlantis: Option<&Atlantis>,
) -> Vec<Check> {
    let side = &observed.github;
    let mut checks = vec![
        review::runs(workflows, atlantis),
        review::from_base(workflows, atlantis),
        review::of_organisation(side, workflows),
    ];
    checks.extend(review::apart(side, workflows, atlantis));
    checks.extend(review::clean(workflows, atlantis));
    checks.extend(review::target(workflows));
    checks.extend(review::key(observed, workflows));
    checks.extend(applies(observed, workflows));
    checks.extend(pinned(workflows));
    checks
}

/// The jobs that apply.
fn applies(observed: &Observed, workflows: &Workflows) -> Vec<Check> {
    let entry = &APPLY_THROUGH_GATE;
    let mut checks = Vec::new();
    for (workflow, job) in workflows.jobs() {
        let applying: Vec<Vec<String>> = job.commands().filter(|words| command::applies(words)).collect();
        let Some(first) = applying.first() else { continue };
        let subject = review::named(workflow, job);
        let bare = applying.iter().find(|words| !command::applies_through_gate(words));
        let (state, found) = match (bare, &job.environment, &observed.environment) {
            (Some(words), _, _) => (State::Problem, format!("it runs `{}`", words.join(" "))),
            (None, None, _) => (State::Problem, "it names no environment".to_owned()),
            (None, Some(own), Some(wanted)) if own == wanted => {
                (State::Ok, format!("it runs `{}` in `{own}`", first.join(" ")))
            }
            (None, Some(own), _) => (State::Unknown, format!("the environment `{own}` was not looked at")),
        };
        checks.push(Check::of(entry, &subject, state, found));
    }
    if checks.is_empty() {
        let why = workflows.doubt().unwrap_or_else(|| "no job of this checkout applies".to_owned());
        return vec![Check::new(entry, State::Unknown, why)];
    }
    review::finish(checks, entry, workflows, "")
}

/// Actions by their commits, in the workflows that pull requests start.
fn pinned(workflows: &Workflows) -> Vec<Check> {
    let entry = &ACTION_PINNED;
    let mut checks = Vec::new();
    for workflow in &workflows.read {
        let mut loose: Vec<&str> = workflow
            .jobs
            .iter()
            .flat_map(|job| {
                job.steps.iter().filter_map(|step| step.uses.as_deref()).chain(job.calls.as_deref())
            })
            .filter(|uses| !is_pinned(uses))
            .collect();
        loose.sort_unstable();
        loose.dedup();
        if loose.is_empty() {
            continue;
        }
        let named = loose.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join("`, `");
        let more = loose.len().saturating_sub(MOST_NAMES);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        checks.push(Check::of(
            entry,
            &workflow.file,
            State::Problem,
            format!("by a tag or a branch: `{named}`{more}"),
        ));
    }
    review::finish(checks, entry, workflows, "all are")
}

fn is_pinned(uses: &str) -> bool {
    if uses.starts_with("./") {
        return true;
    }
    let at = uses.rsplit_once('@').map(|(_, at)| at).unwrap_or_default();
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits(at, 40) || at.strip_prefix("sha256:").is_some_and(|digest| digits(digest, 64))
}
