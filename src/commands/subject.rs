//! What a command judges: the plan, the configuration behind it, the policy at base, and the place all of it is for.

use std::path::Path;

use super::cli::Sources;
use super::input::{self, Input};
use super::organisation::{self, At};
use super::{digest, place, sources};
use crate::configuration::{Configuration, changed_paths};
use crate::facts::ChangedPath;
use crate::policy::Policy;
use crate::problem::Problems;
use crate::risk::Place;

/// Everything that stands on the left of an assessment, and the paths that the change touches.
pub(super) struct Subject {
    pub(super) input: Input,
    pub(super) configuration: Configuration,
    pub(super) policy: Policy,
    pub(super) place: Place,
    /// The paths that the change touches; none if nobody can tell.
    pub(super) paths: Option<Vec<ChangedPath>>,
}

/// Reads a plan and what belongs to it.
pub(super) fn gather(plan: &Path, arguments: &Sources) -> Result<Subject, Problems> {
    let input = input::read(plan, arguments.config.as_deref())?;
    let directory = arguments.config.clone().unwrap_or_else(|| input.directory.clone());
    let base = sources::base(arguments, &directory)?;
    let mut configuration = sources::configuration(&input, arguments, &directory, &base)?;
    let policy = match (&arguments.policy, &base) {
        (Some(file), _) => organisation::read(&At::Path(file))?,
        (None, Ok(base)) => organisation::read_base(base)?,
        (None, Err(_)) => Policy::shipped(),
    };
    let place = place::of(arguments, &input, &directory, base.as_ref().ok())?;
    let place = Place { digest_key: digest::key()?, ..place };
    // A plan that lies alone, without the configuration it was made from, says nothing of the repository around it.
    let belongs = configuration.head.is_some() || arguments.base.is_some();
    let paths = match base.as_ref().ok().filter(|_| belongs).map(|base| changed_paths(base, &directory)) {
        Some(Ok(changed)) => Some(
            changed
                .into_iter()
                .map(|each| ChangedPath { path: each.path, previous: each.previous })
                .collect(),
        ),
        Some(Err(why)) => {
            configuration = configuration.note(format!("not known which files changed: {}", why.message));
            None
        }
        None => None,
    };
    Ok(Subject { input, configuration, policy, place, paths })
}
