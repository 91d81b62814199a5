//! Which revision or directory a change is compared with.

use std::path::Path;

use super::{Revision, Source, git};
use crate::problem::{Code, Problem};

/// Returns the base that a person named: a directory, or a revision of the repository that `configuration` is in.
///
/// # Errors
///
/// What is both or neither, and what git says when it cannot look.
pub fn resolve_base(spec: &str, configuration: &Path) -> Result<Source, Problem> {
    let configuration = here(configuration);
    let directory = Path::new(spec).is_dir();
    let revision = commit(spec, configuration);
    match (directory, revision) {
        (true, Ok(Some(_))) => {
            let message = format!("base `{spec}` is both a directory and a git revision");
            let help = format!("write `./{spec}` for the directory, or `refs/heads/{spec}` for the branch");
            Err(Problem::new(Code::NotFound, message).help(help))
        }
        (true, _) => Ok(Source::Directory(Path::new(spec).to_owned())),
        (false, Ok(Some(commit))) => {
            let directory = prefix(configuration)?;
            let repository = configuration.to_owned();
            Ok(Source::Git(Revision { repository, name: spec.to_owned(), commit, directory }))
        }
        (false, Ok(None)) => {
            let message = format!("base `{spec}` is neither a directory nor a git revision");
            Err(Problem::new(Code::NotFound, message)
                .help("name a directory, or a branch, tag or commit that the local repository holds: fetch it first"))
        }
        (false, Err(problem)) => {
            // A URL may bear credentials, and git repeats it.
            let message = if spec.contains("://") {
                "base is a URL, not a directory or a git ref".to_owned()
            } else {
                format!("base `{spec}` is not a directory, and {}", problem.message)
            };
            Err(Problem { message, ..problem })
        }
    }
}

/// Returns the default branch as the local repository knows it: where `origin/HEAD` points, else `main` or `master`
/// of `origin`, else a local `main` or `master` that is not checked out.
///
/// # Errors
///
/// No repository, no git, or no such branch: then nothing can be compared, which has to be said, and the problem says
/// why.
pub fn default_base(configuration: &Path) -> Result<Source, Problem> {
    const CANDIDATES: [&str; 5] = [
        "refs/remotes/origin/HEAD",
        "refs/remotes/origin/main",
        "refs/remotes/origin/master",
        "refs/heads/main",
        "refs/heads/master",
    ];
    let configuration = here(configuration);
    let head = run(configuration, &["symbolic-ref", "--quiet", "HEAD"])?.unwrap_or_default();
    let head = head.trim_end();
    let mut arguments =
        vec!["for-each-ref", "--format=%(refname) %(objecttype) %(objectname) %(symref)", "--"];
    arguments.extend(CANDIDATES);
    let listed = run(configuration, &arguments)?.unwrap_or_default();
    let rank = |fields: &[&str]| match fields {
        [name, "commit", _, _] if *name != head => CANDIDATES.iter().position(|candidate| candidate == name),
        _ => None,
    };
    let known = listed.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split(' ').collect();
        rank(&fields).map(|rank| (rank, fields))
    });
    let Some((_, [name, _, commit, target])) =
        known.min().and_then(|(rank, fields)| Some((rank, <[&str; 4]>::try_from(fields).ok()?)))
    else {
        return Err(Problem::new(Code::NotFound, "no default branch is known to compare with")
            .help("name a base, or fetch the default branch and run `git remote set-head origin --auto`"));
    };
    let name = if target.is_empty() { name } else { target };
    let name = name.trim_start_matches("refs/remotes/").trim_start_matches("refs/heads/").to_owned();
    let directory = prefix(configuration)?;
    let commit = commit.to_owned();
    Ok(Source::Git(Revision { repository: configuration.to_owned(), name, commit, directory }))
}

/// Returns a directory by a name that git takes.
pub(super) fn here(directory: &Path) -> &Path {
    if directory.as_os_str().is_empty() { Path::new(".") } else { directory }
}

/// Returns the id of the commit that `name` stands for, if it stands for one.
fn commit(name: &str, directory: &Path) -> Result<Option<String>, Problem> {
    if name.is_empty() || name.starts_with('-') || name.contains(['\0', '\n']) {
        return Ok(None);
    }
    let name = format!("{name}^{{commit}}");
    let output = run(directory, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])?;
    // An old git prints the separator as well.
    let id = output.as_deref().and_then(|output| output.lines().last()).map(str::to_owned);
    Ok(id.filter(|id| matches!(id.len(), 40 | 64) && id.bytes().all(|byte| byte.is_ascii_hexdigit())))
}

/// Returns the path of a directory in its repository.
pub(super) fn prefix(directory: &Path) -> Result<String, Problem> {
    let output = run(directory, &["rev-parse", "--show-prefix"])?.unwrap_or_default();
    Ok(output.trim_end_matches('\n').trim_end_matches('/').to_owned())
}

/// Runs git; none if it says no without a word.
pub(super) fn run(directory: &Path, arguments: &[&str]) -> Result<Option<String>, Problem> {
    let directory = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
    let output = git::command(directory).args(arguments).output().map_err(|error| {
        Problem::new(Code::InputUnreadable, format!("`git` cannot be run: {error}"))
            .help("install git, or give the base as a directory")
    })?;
    if output.status.success() {
        return Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned()));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    match said.lines().find(|line| !line.trim().is_empty()) {
        None => Ok(None),
        Some(line) => {
            let line: String =
                line.trim_start_matches("fatal: ").chars().filter(|c| !c.is_control()).collect();
            Err(Problem::new(Code::InputUnreadable, format!("git says: {line}")))
        }
    }
}
