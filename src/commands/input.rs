//! Opens what the user named.

use std::fs::File;
use std::io;
use std::path::Path;

use super::progress::Progress;
use crate::plan::{self, Options, Plan};
use crate::problem::{Code, Problem};

/// Reads the plan from a file, or from standard input for `-`.
pub(super) fn plan(path: &Path) -> Result<Plan, Problem> {
    if path.as_os_str() == "-" {
        return plan::read(Progress::new(io::stdin().lock(), None), &Options::default());
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
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        let problem = Problem::new(Code::InputUnreadable, format!("`{shown}` is a directory"));
        return Err(problem.help("name the plan file in it"));
    }
    plan::read(Progress::new(file, Some(metadata.len())), &Options::default())
}
