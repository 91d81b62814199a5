//! Who begins an apply, and how.

use super::super::cli::Gate;
use super::super::pull::target::variable;
use crate::facts::{Facts, How};
use crate::forge::Starter;

/// Returns who begins this apply: whoever the arguments name, else whoever the runner says.
pub(super) fn starter(arguments: &Gate) -> Starter {
    match &arguments.deployer {
        Some(login) => {
            Starter { how: How::Manual, login: Some(login.clone()).filter(|login| !login.is_empty()) }
        }
        None => of_runner(&variable),
    }
}

/// Automatic is only the first run of a workflow that a push to the base branch started: that one is the base branch's
/// own, and nobody could enter anything. Whoever runs it again does that by hand.
fn of_runner(variable: &dyn Fn(&str) -> Option<String>) -> Starter {
    let is = |name: &str, expected: &str| variable(name).as_deref() == Some(expected);
    let automatic =
        is("GITHUB_EVENT_NAME", "push") && is("GITHUB_REF_TYPE", "branch") && is("GITHUB_RUN_ATTEMPT", "1");
    let how = if automatic { How::Automatic } else { How::Manual };
    Starter { how, login: variable("GITHUB_TRIGGERING_ACTOR") }
}

/// Takes for a start by hand what was pushed to another branch than the base.
pub(super) fn settle(facts: &mut Facts) {
    let base = facts.request.as_ref().map(|request| request.base.branch.clone());
    if let Some(deployer) = facts.deployer.as_mut().filter(|_| base != variable("GITHUB_REF_NAME")) {
        deployer.how = How::Manual;
    }
}

#[cfg(test)]
mod tests {
    use super::of_runner;
    use crate::facts::How;

    #[test]
    fn only_the_first_run_of_a_push_to_a_branch_is_automatic() {
        let push = [
            ("GITHUB_EVENT_NAME", "push"),
            ("GITHUB_REF_TYPE", "branch"),
            ("GITHUB_RUN_ATTEMPT", "1"),
            ("GITHUB_ACTOR", "ana"),
            ("GITHUB_TRIGGERING_ACTOR", "bo"),
        ];
        let how = |changed: Option<(&str, &str)>| {
            let variable = |name: &str| {
                let found = push.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
                let changed = changed.filter(|(known, _)| *known == name).map(|(_, value)| value);
                changed.or(found).map(str::to_owned)
            };
            of_runner(&variable)
        };
        assert_eq!(how(None).how, How::Automatic);
        // Whoever ran it again is the one, and not whoever pushed.
        assert_eq!(how(None).login.as_deref(), Some("bo"));
        for changed in [
            ("GITHUB_EVENT_NAME", "workflow_dispatch"),
            ("GITHUB_EVENT_NAME", "pull_request"),
            ("GITHUB_REF_TYPE", "tag"),
            ("GITHUB_RUN_ATTEMPT", "2"),
            ("GITHUB_RUN_ATTEMPT", ""),
        ] {
            assert_eq!(how(Some(changed)).how, How::Manual, "{changed:?}");
        }
        let nothing = of_runner(&|_| None);
        assert!(nothing.how == How::Manual && nothing.login.is_none());
    }
}
