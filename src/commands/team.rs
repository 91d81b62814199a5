//! Reads a team's own rules from the folder that its policy names, at base or wherever the policy was read.

use crate::configuration::Reader;
use crate::policy::Policy;
use crate::policy::source::load::File;
use crate::policy::team::{BYTES, FILES, TeamRules, is_rule_file, load_rules};
use crate::problem::{Code, Place, Problem, Problems};

/// The largest depth of folders in folders.
const DEPTH: usize = 16;

/// The largest number of entries that are looked at.
const ENTRIES: usize = 20_000;

/// Reads the rules in `folder`, a path that the reader knows; `place` is where the policy names it.
///
/// # Errors
///
/// Every problem of every rule. A folder that is not there or holds no rule is one: a policy that names it relies on it.
pub(super) fn rules(
    shipped: &Policy,
    folder: &str,
    place: &Place,
    reader: &mut Reader,
) -> Result<TeamRules, Problems> {
    let mut walk = Walk { top: reader.identity(folder), reader, entries: 0, bytes: 0, files: Vec::new() };
    let at = |problem: Problem| if problem.place.is_none() { problem.at(place.clone()) } else { problem };
    let there = walk.folder(folder, "", 0).map_err(at)?;
    let mut files = walk.files;
    if files.is_empty() {
        let what = if there { "holds no rule" } else { "is not there" };
        return Err(Problem::new(
            Code::PolicyInvalid,
            format!("the folder `{folder}` of `rules_dir` {what}"),
        )
        .at(place.clone())
        .help("`applygate rules new ID --dir DIR` writes a rule; without rules, leave `rules_dir` out")
        .into());
    }
    files.sort();
    let files: Vec<File<'_>> = files.iter().map(|(path, text)| File { path, text }).collect();
    Ok(load_rules(&files, shipped)?)
}

struct Walk<'r> {
    /// What the folder is called with all links followed.
    top: String,
    reader: &'r mut Reader,
    entries: usize,
    bytes: usize,
    files: Vec<(String, String)>,
}

impl Walk<'_> {
    /// Reads a folder; false if there is none.
    fn folder(&mut self, path: &str, below: &str, depth: usize) -> Result<bool, Problem> {
        let Some(mut names) = self.reader.list(path)? else { return Ok(false) };
        // Which entry is complained of first must not depend on the machine.
        names.sort();
        self.entries += names.len();
        if depth > DEPTH || self.entries > ENTRIES || self.files.len() > FILES || self.bytes > BYTES {
            let message = format!("there is too much in `{path}`: it is no folder of rules");
            return Err(
                Problem::new(Code::LimitExceeded, message).help("name the folder that holds the rules")
            );
        }
        for name in names {
            let relative = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
            // The name of a folder that would hold rules is asked as that of a rule in it.
            if is_rule_file(&relative) || is_rule_file(&format!("{relative}/x.hcl")) {
                self.entry(&format!("{path}/{name}"), &relative, depth)?;
            }
        }
        Ok(true)
    }

    fn entry(&mut self, path: &str, relative: &str, depth: usize) -> Result<(), Problem> {
        // What changes outside is no change of a guarded file: a rule is what stands in its folder.
        let identity = self.reader.identity(path);
        let real = identity.strip_prefix(&self.top).and_then(|rest| rest.strip_prefix('/'));
        if real != Some(relative) && (is_rule_file(relative) || self.reader.list(path)?.is_some()) {
            let message = format!("`{path}` is a link");
            return Err(Problem::new(Code::PolicyInvalid, message).help("put the rule itself there"));
        }
        if self.folder(path, relative, depth + 1)? || !is_rule_file(relative) {
            return Ok(());
        }
        let Some(content) = self.reader.read(path)? else {
            let message = format!("`{path}` is no file");
            return Err(Problem::new(Code::PolicyInvalid, message).help("put a rule there or take it away"));
        };
        let text = String::from_utf8(content).map_err(|_| {
            Problem::new(Code::PolicyInvalid, format!("`{path}` is not UTF-8 text"))
                .help("save it as UTF-8 without a byte order mark")
        })?;
        self.bytes += text.len();
        self.files.push((path.to_owned(), text));
        Ok(())
    }
}
