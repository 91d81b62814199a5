//! The policy that the pull request brings: read at its head and linted. It decides nothing but whether it could be
//! read once it is merged.

use std::path::Path;
use std::rc::Rc;

use super::super::organisation::{self, At};
use super::super::policy::remarks_on;
use super::base::{AtCommit, held};
use crate::configuration::{Remote, Source};
use crate::facts::{ChangedPath, Facts, PolicyRemark, ProposedPolicy, RemarkGravity, State};
use crate::forge::Github;
use crate::policy::Policy;
use crate::policy::lint::{Gravity, Remark};
use crate::problem::{Code, Problem, Problems};

/// The longest text that is kept of a remark, in characters.
const LONGEST: usize = 1_000;

/// Returns what is to be said of the policy at head; none if the request changes no file that the policy is read from,
/// or is not open any more. `base` is the policy that it is judged by.
///
/// # Errors
///
/// A head that cannot be read, which is something else than a policy that is wrong.
pub(super) fn read(
    facts: &Facts,
    base: &Policy,
    directory: &Path,
    github: &Rc<Github>,
) -> Result<Option<ProposedPolicy>, Problems> {
    let Some(request) = facts.request.as_ref().filter(|request| request.state == State::Open) else {
        return Ok(None);
    };
    let touches = |changed: &ChangedPath| {
        base.is_read_from(&changed.path)
            || changed.previous.as_deref().is_some_and(|path| base.is_read_from(path))
    };
    if !facts.paths.iter().flatten().any(touches) {
        return Ok(None);
    }
    let (source, remote) = match held(&request.head.sha, directory) {
        Some(source) => (source, None),
        None => {
            let files = AtCommit::new(github, &request.head.sha);
            (Source::Remote(Rc::clone(&files) as Rc<dyn Remote>), Some(files))
        }
    };
    let loaded = organisation::load(&At::Base(&source));
    if let Some(failed) = remote.and_then(|remote| remote.failed()) {
        return Err(failed.into());
    }
    let remarks = match loaded {
        Ok(loaded) if loaded.texts.is_empty() => removed(base),
        Ok(loaded) => {
            let now = facts.clock.as_ref().map(|clock| clock.now);
            let remarks = now.map(|now| remarks_on(&loaded, None, now)).unwrap_or_default();
            remarks.into_iter().map(|lint| of_lint(lint, &loaded.policy)).collect()
        }
        Err(problems) if problems.iter().all(is_a_mistake) => {
            problems.iter().map(|problem| remark(RemarkGravity::Invalid, problem)).collect()
        }
        Err(problems) => return Err(problems),
    };
    Ok(Some(ProposedPolicy::new(remarks)))
}

/// Returns true if a problem is one of the policy, and not of reading it.
fn is_a_mistake(problem: &Problem) -> bool {
    matches!(problem.code, Code::PolicyInvalid | Code::RuleFailed | Code::LimitExceeded)
}

/// What is to be said where nothing is left of the policy.
fn removed(base: &Policy) -> Vec<PolicyRemark> {
    let Some(file) = base.organisation.files.first() else { return Vec::new() };
    vec![PolicyRemark {
        gravity: RemarkGravity::Looser,
        place: None,
        message: format!(
            "the policy in `{file}` is taken away, and only what ships with applygate would hold"
        ),
        help: Some("leave it there, unless that is what is wanted".to_owned()),
    }]
}

fn of_lint(mut lint: Remark, policy: &Policy) -> PolicyRemark {
    // What ships with applygate stands in no file of the repository.
    lint.problem.place = lint.problem.place.filter(|place| policy.is_read_from(&place.file));
    let gravity = match lint.gravity {
        Gravity::Error => RemarkGravity::Error,
        Gravity::Warning => RemarkGravity::Warning,
        Gravity::Looser => RemarkGravity::Looser,
    };
    remark(gravity, &lint.problem)
}

fn remark(gravity: RemarkGravity, problem: &Problem) -> PolicyRemark {
    let short = |text: &str| text.chars().take(LONGEST).collect::<String>();
    PolicyRemark {
        gravity,
        place: problem.place.clone(),
        message: short(&problem.message),
        help: problem.help.as_deref().map(short),
    }
}
