//! `applygate init`: a policy file to begin with.

mod survey;
mod template;
mod tier;

use std::fs;
use std::path::{Path, PathBuf};

use super::cli::Init;
use super::{Status, output, write};
use crate::problem::{Code, Problem};
use crate::report::error;

/// The file that is written.
const FILE: &str = "applygate.hcl";

/// Runs the command. It asks nothing, so a terminal and a pipeline see the same.
pub(super) fn run(arguments: &Init) -> Status {
    let done = if arguments.print {
        propose(&root()).and_then(|text| output::machine(&text))
    } else {
        create(&root()).and_then(|text| output::human(&text))
    };
    match done {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// Returns the top of the repository, seen from here; here where there is none.
fn root() -> PathBuf {
    let Ok(here) = std::env::current_dir() else { return PathBuf::from(".") };
    let top = here.ancestors().position(|folder| folder.join(".git").exists());
    let up: PathBuf = std::iter::repeat_n("..", top.unwrap_or(0)).collect();
    if up.as_os_str().is_empty() { PathBuf::from(".") } else { up }
}

fn propose(root: &Path) -> Result<String, Problem> {
    Ok(template::render(&survey::survey(root)?))
}

fn create(root: &Path) -> Result<String, Problem> {
    if let Some(place) = policy_there(root)? {
        let message = format!("there is a policy already: `{}`", shown(&place));
        return Err(Problem::new(Code::OutputFailed, message)
            .help("nothing was written; `applygate init --print` shows what would have been"));
    }
    let survey = survey::survey(root)?;
    let path = root.join(FILE);
    write::all_new(&[(path.clone(), template::render(&survey))])?;
    let shown = shown(&path);
    Ok(format!(
        "wrote {shown}, from {}\n\
         next: decide on its proposals (the lines that begin with `#` and no space), run `applygate policy lint`,\n      \
         and merge it: it holds once it is on the base branch\n",
        survey.summary()
    ))
}

/// Returns what stands in one of the places of a policy, in upper or lower case: on some systems both are the same. A
/// link that leads nowhere counts, and so does a folder without a policy: somebody put it there.
fn policy_there(root: &Path) -> Result<Option<PathBuf>, Problem> {
    let entries = fs::read_dir(root).map_err(|error| {
        Problem::new(Code::InputUnreadable, format!("cannot read `{}`: {error}", root.display()))
            .help("check its permissions")
    })?;
    let places = [FILE, ".applygate.hcl", ".applygate"];
    let there = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        places.contains(&name.as_str())
    };
    Ok(entries.flatten().map(|entry| entry.path()).filter(there).min())
}

/// Returns a path without the `./` in front.
fn shown(path: &Path) -> String {
    let text = path.display().to_string().replace('\\', "/");
    text.strip_prefix("./").map_or_else(|| text.clone(), str::to_owned)
}
