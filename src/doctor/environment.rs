//! The environment that changes are applied in.

use super::catalog::{ENVIRONMENT_BRANCHES, ENVIRONMENT_BYPASS, ENVIRONMENT_REVIEWERS};
use super::{BranchPolicy, Check, Environment, Observed, State};

/// Judges the environment that was named.
pub(super) fn checks(observed: &Observed) -> Vec<Check> {
    let all = [&ENVIRONMENT_BYPASS, &ENVIRONMENT_BRANCHES, &ENVIRONMENT_REVIEWERS];
    let every = |state: State, found: &str| all.iter().map(|entry| Check::new(entry, state, found)).collect();
    let Some(name) = &observed.environment else {
        return every(State::Unknown, "no environment was named: `--environment NAME`");
    };
    let environment = match observed.github.environment(name) {
        Ok(environment) => environment,
        Err(why) => return every(State::Unknown, why),
    };
    let bypass = match environment.admins_bypass {
        Some(true) => (State::Problem, "administrators may skip its rules"),
        Some(false) => (State::Ok, "administrators may not skip its rules"),
        None => (State::Unknown, "GitHub does not say whether administrators may skip its rules"),
    };
    let reviewers = if environment.reviewers {
        (State::Ok, "it has reviewers")
    } else {
        (State::Problem, "nobody has to approve a deployment to it")
    };
    let (state, found) = branches(environment, observed);
    vec![
        Check::of(&ENVIRONMENT_BYPASS, name, bypass.0, bypass.1),
        Check::of(&ENVIRONMENT_BRANCHES, name, state, found),
        Check::of(&ENVIRONMENT_REVIEWERS, name, reviewers.0, reviewers.1),
    ]
}

/// Says whether the base branch alone may be deployed to an environment.
pub(super) fn branches(environment: &Environment, observed: &Observed) -> (State, String) {
    let policy = match environment.branches.known() {
        Ok(policy) => policy,
        Err(why) => return (State::Unknown, why.to_owned()),
    };
    let base = match observed.github.branch.known() {
        Ok(base) => base,
        Err(why) => return (State::Unknown, why.to_owned()),
    };
    match policy {
        BranchPolicy::Any => (State::Problem, "any branch may be deployed to it".to_owned()),
        BranchPolicy::Protected => (
            State::Unknown,
            "every protected branch may be deployed to it, and which these are is not read".to_owned(),
        ),
        BranchPolicy::Named(names) => {
            let others: Vec<&str> = names.iter().map(String::as_str).filter(|name| name != base).collect();
            match (names.is_empty(), others.is_empty()) {
                (true, _) => (State::Ok, "no branch may be deployed to it".to_owned()),
                (_, true) => (State::Ok, format!("only `{base}` may be deployed to it")),
                _ => (
                    State::Problem,
                    format!("`{}` may be deployed to it besides `{base}`", others.join("`, `")),
                ),
            }
        }
    }
}
