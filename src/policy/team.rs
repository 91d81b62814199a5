//! A team's own rules: the same form and the same rights as the shipped ones, read at run time.
//!
//! A rule stands in a file of its own, `<id>.hcl`, in any folder below the one that the team names. What lies in
//! [`FIXTURES`] there belongs to the tests of the rules and is not read.

mod folder;

use std::collections::BTreeMap;

pub use self::folder::{inside, read_folder};
use super::Policy;
use super::source::decode::Source;
use super::source::load::File;
use super::source::rule::{Rule, read_rule};
use super::source::selector::Known;
use crate::problem::{Code, Excerpt, Place, Problem};

/// The folder with the plans that the rules are tested on, beside the rules.
pub const FIXTURES: &str = "fixtures";

/// The largest number of rules.
pub const FILES: usize = 1_000;

/// The largest file of a rule, in bytes. The longest shipped one has a hundredth of it.
pub const FILE_BYTES: usize = 256 << 10;

/// The largest sum of all files, in bytes.
pub const BYTES: usize = 8 << 20;

/// The longest id of a rule, in characters.
pub const ID: usize = 64;

/// A team's own rules.
#[derive(Debug, Clone, Default)]
pub struct TeamRules {
    /// The rules, sorted by id.
    pub rules: Vec<Rule>,
    /// What may be a slip: a type that nobody lists and that looks like one that is listed.
    pub hints: Vec<Problem>,
}

/// Returns true if a path, relative to the folder of the rules and with `/`, is one of a rule.
pub fn is_rule_file(path: &str) -> bool {
    // What begins with a dot is a work file of an editor or of Terraform (`.terraform.lock.hcl`).
    path.ends_with(".hcl")
        && !path.split('/').any(|part| part.starts_with('.'))
        && path.split_once('/').is_none_or(|(folder, _)| folder != FIXTURES)
}

/// Reads and checks rules; `policy` holds those that their ids must not collide with. The path of a file is what a
/// person would look for; only its last part has a meaning.
///
/// # Errors
///
/// Every problem in every file, sorted by place.
pub fn load_rules(files: &[File<'_>], policy: &Policy) -> Result<TeamRules, Vec<Problem>> {
    let limits = exceeded(files);
    if !limits.is_empty() {
        return Err(limits);
    }
    let types: Vec<&str> = policy.catalog.names().collect();
    let categories = policy.catalog.categories();
    let known = Known { types: &types, categories: &categories, open: true, ..Known::default() };
    let (mut loaded, mut problems) = (TeamRules::default(), Vec::new());
    for file in files {
        let source = Source::new(file.path, file.text);
        let rule = read_rule(&source, &known, stem(file.path));
        loaded.hints.extend(source.take_hints());
        problems.extend(source.into_problems());
        let Some(rule) = rule else { continue };
        if let Err(problem) = check_id(&rule.id) {
            problems.push(problem.at(rule.place.clone()));
        }
        loaded.rules.push(rule);
    }
    loaded.rules.sort_by(|a, b| (&a.id, &a.place).cmp(&(&b.id, &b.place)));
    problems.extend(taken(&loaded.rules, policy));
    if problems.is_empty() {
        return Ok(loaded);
    }
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    Err(problems.into_iter().map(|problem| pointing(problem, files)).collect())
}

/// Adds the line that a problem is about.
fn pointing(problem: Problem, files: &[File<'_>]) -> Problem {
    let Some(place) = problem.place.as_ref().filter(|_| problem.excerpt.is_none()) else { return problem };
    match files.iter().find(|file| file.path == place.file) {
        Some(file) => {
            let excerpt = Excerpt::at(file.text, place.offset(file.text));
            problem.excerpt(excerpt)
        }
        None => problem,
    }
}

/// Checks the form of an id: what messages, file names and overrides can bear without quoting.
///
/// # Errors
///
/// It has another form.
pub fn check_id(id: &str) -> Result<(), Problem> {
    let fits = (1..=ID).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if fits {
        return Ok(());
    }
    Err(Problem::new(Code::PolicyInvalid, format!("`{id}` is no id of a rule"))
        .help(format!("write 1 to {ID} of a-z, 0-9 and `-`, such as `bucket-without-owner`")))
}

/// Returns the problem of an id that a rule of the policy has.
pub fn taken_by(id: &str, policy: &Policy) -> Option<Problem> {
    let shipped = policy.rules.iter().find(|rule| rule.id == id)?;
    Some(
        Problem::new(
            Code::PolicyInvalid,
            format!("the id `{id}` is taken by a rule that ships with applygate"),
        )
        .help(format!("that one is at {}; choose another id", shipped.place)),
    )
}

fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.strip_suffix(".hcl").unwrap_or(name)
}

/// Returns the problems of ids that two rules have.
fn taken(rules: &[Rule], policy: &Policy) -> Vec<Problem> {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    let mut problems = Vec::new();
    for rule in rules {
        if let Some(problem) = taken_by(&rule.id, policy) {
            problems.push(problem.at(rule.place.clone()));
        } else if let Some(place) = first.get(rule.id.as_str()) {
            let message = format!("there are two rules `{}`", rule.id);
            let help = format!("the other one is at {place}");
            problems.push(Problem::new(Code::PolicyInvalid, message).at(rule.place.clone()).help(help));
        } else {
            first.insert(&rule.id, &rule.place);
        }
    }
    problems
}

/// Returns what is too much of it.
fn exceeded(files: &[File<'_>]) -> Vec<Problem> {
    let limit = |message: String, help: &str| Problem::new(Code::LimitExceeded, message).help(help);
    if files.len() > FILES {
        let message = format!("{} rules are more than the {FILES} that are read", files.len());
        return vec![limit(message, "name the folder that holds rules and nothing else")];
    }
    let large = files.iter().filter(|file| file.text.len() > FILE_BYTES);
    let mut problems: Vec<Problem> = large.map(|file| too_large(file.path)).collect();
    if files.iter().map(|file| file.text.len()).sum::<usize>() > BYTES {
        let message = format!("the rules are larger than {} MiB together", BYTES >> 20);
        problems.push(limit(message, "name the folder that holds rules and nothing else"));
    }
    problems
}

/// Returns the problem of a file that is larger than any rule.
pub fn too_large(path: &str) -> Problem {
    let message = format!("file `{path}` is larger than {} KiB", FILE_BYTES >> 10);
    Problem::new(Code::LimitExceeded, message)
        .help("a rule is a page of text: keep what is not one elsewhere")
}

#[cfg(test)]
mod tests;
