//! Finds out where a plan belongs: directory and workspace.

use std::fs;
use std::path::Path;

use super::cli::Sources;
use super::input::Input;
use crate::configuration::{Source, repository_directory};
use crate::problem::{Code, Problem};
use crate::risk::Place;

/// The longest name of a workspace that is read from a file.
const MAX_NAME: usize = 256;

/// Returns directory and workspace of a plan: what was said, else what git, the plan file and Terraform's own files
/// say. What nobody says is not known.
pub(super) fn of(
    arguments: &Sources,
    input: &Input,
    directory: &Path,
    base: Option<&Source>,
) -> Result<Place, Problem> {
    let said = arguments.dir.as_deref().map(normal).transpose()?;
    let found = || match base {
        Some(Source::Git(revision)) => Some(revision.directory.clone()),
        _ => repository_directory(directory),
    };
    Ok(Place {
        directory: said.or_else(found),
        workspace: workspace(arguments.workspace.as_deref(), input, directory)?,
        ..Place::default()
    })
}

/// Returns directory and workspace of a plan in a pull request: what was said, where the directory that was named lies
/// in the repository, and what the plan file says. What a branch could bring with it does not count.
pub(super) fn stated(arguments: &Sources, input: &Input, directory: &Path) -> Result<Place, Problem> {
    let workspace = planned(arguments.workspace.as_deref(), input)?;
    Ok(Place { workspace, ..said(arguments, directory)? })
}

/// Returns as much of that as is known without the plan.
pub(super) fn said(arguments: &Sources, directory: &Path) -> Result<Place, Problem> {
    let said = arguments.dir.as_deref().map(normal).transpose()?;
    let directory = said.or_else(|| repository_directory(directory));
    Ok(Place { directory, workspace: arguments.workspace.clone(), ..Place::default() })
}

fn workspace(said: Option<&str>, input: &Input, directory: &Path) -> Result<Option<String>, Problem> {
    Ok(planned(said, input)?.or_else(selected).or_else(|| remembered(directory)))
}

/// Returns the workspace that somebody says, or the plan file; they must not differ.
fn planned(said: Option<&str>, input: &Input) -> Result<Option<String>, Problem> {
    let planned = input.archive.as_ref().map(|archive| archive.facts().workspace.clone());
    let planned = planned.filter(|name| !name.is_empty());
    if let (Some(said), Some(planned)) = (said, &planned)
        && said != planned
    {
        let message = format!("the plan was made in workspace `{planned}`, not in `{said}`");
        return Err(Problem::new(Code::InputNotAPlan, message)
            .help("leave `--workspace` out: the plan file knows its workspace"));
    }
    Ok(said.map(str::to_owned).or(planned))
}

/// Returns the workspace that the environment selects.
fn selected() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, at the edge")]
    std::env::var("TF_WORKSPACE").ok().filter(|name| !name.is_empty())
}

/// Returns the workspace that was selected last in a working directory: where one was initialised and none selected, it
/// is the default one.
fn remembered(directory: &Path) -> Option<String> {
    let data = directory.join(".terraform");
    if !data.is_dir() {
        return None;
    }
    match fs::read_to_string(data.join("environment")) {
        Ok(name) if name.trim().len() <= MAX_NAME => {
            Some(name.trim().to_owned()).filter(|name| !name.is_empty())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some("default".to_owned()),
        _ => None,
    }
}

/// Returns a directory as the policy writes it: relative to the top of the repository, `/` between its parts.
fn normal(directory: &str) -> Result<String, Problem> {
    let directory = directory.replace('\\', "/");
    let mut parts = Vec::new();
    for part in directory.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let message = format!("`--dir {directory}` leads out of the repository");
                return Err(Problem::new(Code::NotFound, message)
                    .help("name the directory of the root module relative to the top of the repository"));
            }
            _ => parts.push(part),
        }
    }
    if directory.starts_with('/') {
        let message = format!("`--dir {directory}` is not relative");
        return Err(Problem::new(Code::NotFound, message)
            .help("name the directory of the root module relative to the top of the repository"));
    }
    Ok(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn a_directory_is_named_in_one_way() {
        for (said, expected) in [
            ("live/prod", "live/prod"),
            ("./live//prod/", "live/prod"),
            (".", ""),
            ("live\\prod", "live/prod"),
        ] {
            assert_eq!(normal(said).unwrap(), expected, "{said}");
        }
        for said in ["/live", "../live", "a/../../b"] {
            assert!(normal(said).is_err(), "{said}");
        }
    }
}
