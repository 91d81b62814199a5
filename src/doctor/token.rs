//! Tokens: the one that was given, and that of every workflow.

use super::catalog::{ACTIONS_APPROVE, DEFAULT_TOKEN, OIDC_SUBJECT, TOKEN_RIGHTS};
use super::{Check, GithubSide, State};

/// Scopes of a classic token that reading and writing a review does not need.
const TOO_WIDE: [&str; 8] = [
    "admin:org",
    "admin:enterprise",
    "admin:repo_hook",
    "admin:org_hook",
    "delete_repo",
    "workflow",
    "site_admin",
    "write:org",
];

/// Judges what tokens may do.
pub(super) fn checks(side: &GithubSide) -> Vec<Check> {
    let mut checks = vec![rights(side), oidc(side)];
    match side.workflow_permissions.known() {
        Ok(permissions) => {
            let state = |wrong| if wrong { State::Problem } else { State::Ok };
            let may = if permissions.write { "it may write" } else { "it may only read" };
            checks.push(Check::new(&DEFAULT_TOKEN, state(permissions.write), may));
            let may = if permissions.approves { "they may approve" } else { "they may not approve" };
            checks.push(Check::new(&ACTIONS_APPROVE, state(permissions.approves), may));
        }
        Err(why) => {
            checks.push(Check::new(&DEFAULT_TOKEN, State::Unknown, why));
            checks.push(Check::new(&ACTIONS_APPROVE, State::Unknown, why));
        }
    }
    checks
}

fn rights(side: &GithubSide) -> Check {
    let entry = &TOKEN_RIGHTS;
    let viewer = match side.viewer.known() {
        Ok(viewer) => viewer,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    if viewer.login.ends_with("[bot]") {
        return Check::new(entry, State::Ok, format!("it is that of `{}`", viewer.login));
    }
    let Some(scopes) = &viewer.scopes else {
        let found = format!("it is that of `{}`, and GitHub does not list what it may do", viewer.login);
        return Check::new(entry, State::Unknown, found);
    };
    let wide: Vec<&str> = scopes.split(',').map(str::trim).filter(|scope| TOO_WIDE.contains(scope)).collect();
    if wide.is_empty() {
        return Check::new(
            entry,
            State::Ok,
            format!("it is that of `{}`, with the scopes `{scopes}`", viewer.login),
        );
    }
    let found =
        format!("it is that of `{}`, and may do more than it has to: `{}`", viewer.login, wide.join(", "));
    Check::new(entry, State::Problem, found)
}

fn oidc(side: &GithubSide) -> Check {
    let entry = &OIDC_SUBJECT;
    let subject = match side.oidc.known() {
        Ok(subject) => subject,
        Err(why) => return Check::new(entry, State::Unknown, why),
    };
    let Some(claims) = &subject.claims else {
        return Check::new(entry, State::Problem, "it is GitHub's default, which names no workflow");
    };
    let names = |claim: &str| claims.iter().any(|known| known == claim);
    // `context` is the environment of a job that has one.
    let whole = names("job_workflow_ref") && (names("environment") || names("context"));
    let state = if whole { State::Ok } else { State::Problem };
    Check::new(entry, state, format!("it is made of `{}`", claims.join(", ")))
}
