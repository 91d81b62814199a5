//! Opens what the user named.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::progress::Progress;
use super::show::show;
use crate::configuration::PlanFile;
use crate::configuration::archive::disagreements;
use crate::plan::{self, Options, Plan};
use crate::problem::{Code, Problem};

/// A plan, and where it came from.
pub(super) struct Input {
    /// The plan.
    pub(super) plan: Plan,
    /// The plan file itself, where it is one.
    pub(super) archive: Option<Arc<PlanFile>>,
    /// Where the configuration is looked for unless somebody says it.
    pub(super) directory: PathBuf,
}

/// Reads a plan: JSON or a plan file, or JSON from standard input for `-`. `config` is where the tool that made a
/// plan file is run; its own directory unless somebody says it.
pub(super) fn read(path: &Path, config: Option<&Path>) -> Result<Input, Problem> {
    if path.as_os_str() == "-" {
        let plan = plan::read(Progress::new(io::stdin().lock(), None), &Options::default())?;
        return Ok(Input { plan, archive: None, directory: PathBuf::from(".") });
    }
    let shown = path.display();
    let unreadable = |error: &io::Error| {
        let problem = Problem::new(Code::InputUnreadable, format!("cannot read `{shown}`: {error}"));
        match error.kind() {
            io::ErrorKind::NotFound => problem
                .help("make it with `terraform show -json tfplan > plan.json`, or pipe it and name `-`"),
            _ => problem.help("check the path and its permissions"),
        }
    };
    let mut file = File::open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        let problem = Problem::new(Code::InputUnreadable, format!("`{shown}` is a directory"));
        return Err(problem.help("name the plan file in it"));
    }
    let directory = directory(path, None);
    if metadata.is_file() && is_archive(&mut file).map_err(|error| unreadable(&error))? {
        let archive = PlanFile::read_from(&file)?;
        let plan = agreed(show(path, &archive, config.unwrap_or(&directory))?, &archive, path)?;
        return Ok(Input { plan, archive: Some(Arc::new(archive)), directory });
    }
    let plan = plan::read(Progress::new(file, Some(metadata.len())), &Options::default())?;
    Ok(Input { plan, archive: None, directory })
}

/// Returns where the configuration of a plan is looked for: where somebody says, else beside it.
pub(super) fn directory(plan: &Path, config: Option<&Path>) -> PathBuf {
    // A bare file name has an empty parent, which no system takes for a directory.
    let parent = plan.parent().filter(|parent| !parent.as_os_str().is_empty());
    config.or(parent).unwrap_or(Path::new(".")).to_owned()
}

/// Makes sure that the JSON is of the very plan in the file, and adds what only the file knows.
fn agreed(plan: Plan, archive: &PlanFile, path: &Path) -> Result<Plan, Problem> {
    let facts = archive.facts();
    if let Some((first, rest)) = disagreements(facts, &plan).split_first() {
        let more = if rest.is_empty() { String::new() } else { format!("; {}", rest.join("; ")) };
        let message =
            format!("what the tool shows of `{}` is not what lies in it: {first}{more}", path.display());
        return Err(Problem::new(Code::PlanInvalid, message).help(
            "look at the `terraform` or `tofu` on PATH: it may be another program, or a wrapper around one",
        ));
    }
    Ok(Plan { targeted: Some(!(facts.targets.is_empty() && facts.excluded.is_empty())), ..plan })
}

/// Returns the workspace that a plan file says it is for, without running the tool that made it; none if it says none,
/// or is no plan file that can be read.
pub(super) fn workspace(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    if !file.metadata().ok()?.is_file() || !is_archive(&mut file).ok()? {
        return None;
    }
    let archive = PlanFile::read_from(&file).ok()?;
    Some(archive.facts().workspace.clone()).filter(|name| !name.is_empty())
}

/// Returns true if a file begins like a plan file; it is read from its start afterwards.
fn is_archive(file: &mut File) -> io::Result<bool> {
    let mut start = Vec::with_capacity(4);
    file.take(4).read_to_end(&mut start)?;
    file.rewind()?;
    Ok(PlanFile::recognise(&start))
}
