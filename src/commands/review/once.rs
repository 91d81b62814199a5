//! Each project once: of two plans for one nobody can tell which will be applied.

use super::{Reviewed, publish};
use crate::forge::Project;
use crate::problem::{Code, Problem, Problems};

/// Returns what each plan is called in the pull request: by its place, or by what is known of one that was not judged.
pub(super) fn projects(judged: &[Result<Reviewed, Problems>], named: &[Project]) -> Vec<Project> {
    let each = judged.iter().zip(named);
    let name = |(one, name): (&Result<Reviewed, Problems>, &Project)| match one {
        Ok(reviewed) => publish::project(&reviewed.place),
        Err(_) => name.clone(),
    };
    each.map(name).collect()
}

/// Takes the verdicts back of plans that are for the same project. They become errors, so that the pull request says it
/// too: what was said of that project before must not stay.
pub(super) fn once(
    judged: Vec<Result<Reviewed, Problems>>,
    projects: &[Project],
) -> Vec<Result<Reviewed, Problems>> {
    let settled = judged.into_iter().zip(projects).map(|(one, project)| {
        let count = projects.iter().filter(|other| *other == project).count();
        let reviewed = one?;
        if count < 2 {
            return Ok(reviewed);
        }
        let message = format!("{count} plans are all for `{}`", project.0);
        Err(Problem::new(Code::InputUnreadable, message)
            .help("judge each by itself, with `--dir` and `--workspace`")
            .into())
    });
    settled.collect()
}
