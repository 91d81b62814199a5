//! `applygate policy lint`: what is wrong with a policy, what of it does nothing, and what it loosens.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::cli::{ListFormat, PolicyArguments, PolicyCommand, PolicyLint};
use super::organisation::{At, Loaded, load};
use super::{Status, clock, output};
use crate::configuration::{Source, repository_top};
use crate::gate::window;
use crate::policy::Policy;
use crate::policy::lint::{Gravity, Remark, lint};
use crate::policy::organisation::places;
use crate::problem::{Code, Excerpt, Problem, Problems};
use crate::report::policy;

/// How many directories of the repository are looked at.
const MAX_DIRECTORIES: usize = 20_000;

/// Runs the command.
pub(super) fn run(arguments: &PolicyArguments) -> Status {
    match &arguments.command {
        PolicyCommand::Lint(arguments) => run_lint(arguments),
    }
}

fn run_lint(arguments: &PolicyLint) -> Status {
    let (files, remarks) = match remarks(arguments) {
        Ok((files, remarks)) => (files, remarks),
        Err(problems) => {
            let error = |problem: &Problem| Remark { gravity: Gravity::Error, problem: problem.clone() };
            (Vec::new(), problems.iter().map(error).collect())
        }
    };
    let printed = match arguments.format {
        ListFormat::Text => output::human(&policy::render(&files, &remarks)),
        ListFormat::Json => output::machine(&policy::render_json(&files, &remarks)),
    };
    let wrong = remarks.iter().any(|remark| remark.gravity == Gravity::Error);
    if printed.is_err() || wrong { Status::Error } else { Status::Allow }
}

fn remarks(arguments: &PolicyLint) -> Result<(Vec<String>, Vec<Remark>), Problems> {
    let top = top(arguments.file.as_deref());
    let loaded = match &arguments.file {
        Some(file) => load(&At::Path(file))?,
        None => load(&At::Base(&Source::Directory(top.clone())))?,
    };
    if loaded.texts.is_empty() {
        let message = format!("there is no policy in `{}`", top.display());
        return Err(Problem::new(Code::NotFound, message).help(places::HELP).into());
    }
    let now = match &arguments.at {
        Some(text) => clock::stated(text)?,
        None => clock::machine(),
    };
    let mut remarks = remarks_on(&loaded, directories(&top).as_deref(), now.now);
    for remark in &mut remarks {
        point(&mut remark.problem, &loaded);
    }
    Ok((loaded.texts.into_iter().map(|text| text.path).collect(), remarks))
}

/// Returns what is to be said of a policy at some time, sorted by place; `directories` are those of the repository,
/// where they are known.
pub(super) fn remarks_on(loaded: &Loaded, directories: Option<&[String]>, now: Timestamp) -> Vec<Remark> {
    let mut remarks = lint(&loaded.policy, &Policy::shipped(), directories);
    remarks.extend(window::lint(&loaded.policy, now).into_iter().map(|lint| Remark {
        gravity: match lint.severity {
            window::Severity::Error => Gravity::Error,
            window::Severity::Warning => Gravity::Warning,
        },
        problem: lint.problem,
    }));
    let hint = |hint: &Problem| Remark { gravity: Gravity::Warning, problem: hint.clone() };
    remarks.extend(loaded.hints.iter().map(hint));
    remarks.sort_by(|a, b| (&a.problem.place, a.gravity).cmp(&(&b.problem.place, b.gravity)));
    remarks
}

/// Returns the top of the repository that the policy stands in, or that this is run in.
fn top(file: Option<&Path>) -> PathBuf {
    let folder = match file {
        Some(file) => file.parent().filter(|parent| !parent.as_os_str().is_empty()),
        None => None,
    };
    let folder = folder.unwrap_or(Path::new("."));
    repository_top(folder).unwrap_or_else(|| folder.to_owned())
}

/// Adds the line that a remark is about.
fn point(problem: &mut Problem, loaded: &Loaded) {
    let Some(place) = problem.place.as_ref().filter(|_| problem.excerpt.is_none()) else { return };
    if let Some(text) = loaded.texts.iter().find(|text| text.path == place.file) {
        problem.excerpt = Some(Box::new(Excerpt::at(&text.text, place.offset(&text.text))));
    }
}

/// Lists the directories of a repository, hidden ones left out; none if there are too many or they cannot be read.
fn directories(top: &Path) -> Option<Vec<String>> {
    let mut found = vec![String::new()];
    let mut left = vec![(top.to_owned(), String::new())];
    while let Some((folder, prefix)) = left.pop() {
        for entry in std::fs::read_dir(&folder).ok()? {
            let entry = entry.ok()?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || !entry.file_type().ok()?.is_dir() {
                continue;
            }
            let path = format!("{prefix}{name}");
            left.push((entry.path(), format!("{path}/")));
            found.push(path);
            if found.len() > MAX_DIRECTORIES {
                return None;
            }
        }
    }
    Some(found)
}
