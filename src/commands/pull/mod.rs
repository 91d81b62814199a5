//! What is known of a pull request before a plan is looked at: the same for `review` and `gate`.

pub(super) mod base;
mod proposal;
pub(super) mod target;
mod updates;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use super::cli::Sources;
use super::clock;
use crate::facts::Facts;
use crate::forge::{Github, Starter, Wanted};
use crate::policy::Policy;
use crate::problem::{Code, Problem, Problems};
use target::Target;

/// The policy that holds, and what is true outside the plan.
pub(super) struct Known {
    pub(super) facts: Facts,
    pub(super) policy: Policy,
}

/// Gathers the policy at the tip of the base branch, then the facts that it needs. `starter` is who is about to apply.
///
/// # Errors
///
/// A call that fails, a policy that is wrong, and a pull request that moves meanwhile, or since the plan was made.
pub(super) fn gather(
    github: &Rc<Github>,
    target: &Target,
    sources: &Sources,
    directory: &Path,
    starter: Option<Starter>,
) -> Result<Known, Problems> {
    let (head, tip) = github.ends()?;
    if let Some(planned) = target.head.as_ref().filter(|planned| **planned != head) {
        let message =
            format!("the plan was made of `{planned}`, and the head of the pull request is `{head}` now");
        return Err(Problem::new(Code::PartialData, message)
            .help("plan again and run this on the new plan")
            .into());
    }
    let policy = base::policy(sources, &tip, directory, Some(github))?;
    let teams = policy.organisation.groups.iter().flat_map(|group| group.teams.iter().cloned());
    let wanted = Wanted { teams: teams.collect(), planned: None, machine: clock::machine().now, starter };
    let mut facts = github.gather(&wanted)?;
    let same = facts.request.as_ref().is_some_and(|now| now.head.sha == head && now.base.tip == tip);
    if !same {
        let message = "the pull request or its base branch changed while it was read";
        return Err(Problem::new(Code::PartialData, message).help("run again").into());
    }
    updates::prove(&mut facts, directory);
    facts.proposed_policy = proposal::read(&facts, &policy, directory, github)?;
    Ok(Known { facts, policy })
}

/// Writes facts to a file, so that the verdict can be made again.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn save(facts: &Facts, file: &Path) -> Result<(), Problem> {
    fs::write(file, facts.to_json()?).map_err(|error| {
        Problem::new(Code::OutputFailed, format!("cannot write the facts `{}`: {error}", file.display()))
            .help("check the disk and the permissions of the folder")
    })
}
