//! `applygate rules new`: a rule to begin with, and both its plans.

use std::path::Path;

use super::super::cli::RulesNew;
use super::super::{Status, output, write};
use crate::policy::Policy;
use crate::policy::team::{FIXTURES, check_id, read_folder, taken_by};
use crate::problem::{Code, Problem};
use crate::report::error;

const RULE: &str = include_str!("skeleton/rule.hcl");
const FIRES: &str = include_str!("skeleton/fires.json");
const SILENT: &str = include_str!("skeleton/silent.json");

/// Runs the command.
pub(super) fn run(arguments: &RulesNew) -> Status {
    match create(&arguments.id, &arguments.dir).and_then(|text| output::human(&text)) {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// Writes the files and returns what to do with them.
fn create(id: &str, directory: &Path) -> Result<String, Problem> {
    check_id(id)?;
    if let Some(problem) = taken_by(id, &Policy::shipped()) {
        return Err(problem);
    }
    if directory.exists() {
        free(id, directory)?;
    }
    let fixtures = directory.join(FIXTURES).join(id);
    let files = [
        (directory.join(format!("{id}.hcl")), RULE.replace("bucket-without-owner", id)),
        (fixtures.join("fires.json"), FIRES.to_owned()),
        (fixtures.join("silent.json"), SILENT.to_owned()),
    ];
    write::all_new(&files)?;
    let wrote: String = files.iter().map(|(path, _)| format!("wrote {}\n", path.display())).collect();
    let next =
        format!("say in the rule what is dangerous, then run `applygate rules test {}`", directory.display());
    Ok(format!("{wrote}next: {next}\n"))
}

/// Looks for the id among the rules of a folder, however deep.
fn free(id: &str, directory: &Path) -> Result<(), Problem> {
    let files = read_folder(directory).map_err(|mut problems| problems.remove(0))?;
    let name = format!("{id}.hcl");
    match files.iter().find(|(path, _)| path.rsplit('/').next() == Some(name.as_str())) {
        Some((path, _)) => Err(Problem::new(Code::PolicyInvalid, format!("the id `{id}` is taken"))
            .help(format!("that rule is in {path}; choose another id"))),
        None => Ok(()),
    }
}
