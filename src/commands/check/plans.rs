//! Finds the plans that somebody named: files, folders, patterns.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use crate::problem::{Code, Problem};

/// So many plans are judged in one run.
const MOST: usize = 10_000;
/// So many folders are looked through.
const MOST_FOLDERS: usize = 200_000;
/// The name of a plan in a folder ends like this.
const ENDING: &str = "plan.json";

/// The name of JSON that is configuration ends like this.
const SYNTAX: [&str; 4] = [".tf.json", ".tofu.json", ".tfvars.json", ".tftest.json"];

/// The plans of a run.
#[derive(Debug)]
pub(in crate::commands) struct Plans {
    /// Each once, in the order they were named; those of a folder or a pattern sorted.
    pub(in crate::commands) each: Vec<Named>,
    /// True unless one file was named.
    pub(in crate::commands) several: bool,
    /// What lies in the folders and was not read.
    pub(in crate::commands) notes: Vec<String>,
}

/// A plan to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) struct Named {
    /// What it is called in a report.
    pub(in crate::commands) name: String,
    /// Where it is; `-` for standard input.
    pub(in crate::commands) path: PathBuf,
}

/// Finds the plans.
///
/// # Errors
///
/// A plan that is named twice, a folder or a pattern without any plan, too many of them.
pub(in crate::commands) fn find(arguments: &[PathBuf]) -> Result<Plans, Problem> {
    let mut each: Vec<Named> = Vec::new();
    let (mut several, mut notes) = (arguments.len() > 1, Vec::new());
    let mut known: BTreeMap<PathBuf, String> = BTreeMap::new();
    for argument in arguments {
        let found = if argument.is_dir() {
            several = true;
            let (plans, note) = folder(argument)?;
            notes.extend(note);
            plans
        } else if is_pattern(argument) && !argument.exists() {
            several = true;
            pattern(argument)?
        } else {
            vec![argument.clone()]
        };
        let named_as = argument.display().to_string();
        for path in found {
            let identity = if path.as_os_str() == "-" {
                path.clone()
            } else {
                fs::canonicalize(&path)
                    .or_else(|_| std::path::absolute(&path))
                    .unwrap_or_else(|_| path.clone())
            };
            if let Some(before) = known.insert(identity, named_as.clone()) {
                let message =
                    format!("`{}` is named twice, by `{before}` and by `{named_as}`", path.display());
                return Err(Problem::new(Code::InputUnreadable, message).help("name each plan once"));
            }
            each.push(Named { name: name(&path), path });
            if each.len() > MOST {
                let message = format!("more than {MOST} plans are named");
                return Err(Problem::new(Code::LimitExceeded, message).help("judge them in several runs"));
            }
        }
    }
    Ok(Plans { each, several, notes })
}

/// Returns what a plan is called: its path, always with `/`.
fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return "standard input".to_owned();
    }
    let shown = path.strip_prefix(".").unwrap_or(path).display().to_string();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown }
}

/// Returns the plans in a folder, and what else in it might be one.
fn folder(folder: &Path) -> Result<(Vec<PathBuf>, Option<String>), Problem> {
    let lower = |path: &Path| {
        path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
    };
    // JSON that Terraform itself reads is configuration.
    let configuration = |name: &str| SYNTAX.iter().any(|ending| name.ends_with(ending));
    let is_json = |path: &Path| {
        let name = lower(path);
        name.ends_with(".json") && !configuration(&name)
    };
    let (found, others): (Vec<PathBuf>, Vec<PathBuf>) =
        walk(folder, &is_json)?.into_iter().partition(|path| lower(path).ends_with(ENDING));
    if found.is_empty() {
        let message = format!("no file in `{}` is called `{ENDING}` or ends like that", folder.display());
        let example = folder.join("**").join("*.json");
        return Err(Problem::new(Code::InputUnreadable, message)
            .help(format!("name the plans themselves, or a pattern such as `'{}'`", example.display())));
    }
    let note = others.first().map(|first| {
        let more = match others.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!(
            "not read in `{}`, as the name does not end in {ENDING}: `{}`{more}",
            folder.display(),
            first.display()
        )
    });
    Ok((found, note))
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

fn pattern(pattern: &Path) -> Result<Vec<PathBuf>, Problem> {
    let shown = pattern.display();
    let matcher = matcher(&pattern.to_string_lossy()).map_err(|error| {
        let message = format!("`{shown}` is neither a file nor a pattern: {}", error.kind());
        Problem::new(Code::InputUnreadable, message).help("`**` stands for folders, `*` and `?` for letters")
    })?;
    // What stands before the first letter of a pattern is where to look.
    let literal = |component: &Component<'_>| !is_pattern(Path::new(component.as_os_str()));
    let start: PathBuf = pattern.components().take_while(literal).collect();
    let looked = if start.as_os_str().is_empty() { Path::new(".") } else { &start };
    let matches = |path: &Path| matcher.is_match(path.strip_prefix(".").unwrap_or(path));
    let found = if looked.is_dir() { walk(looked, &matches)? } else { Vec::new() };
    if found.is_empty() {
        let problem = Problem::new(Code::InputUnreadable, format!("no file matches `{shown}`"));
        return Err(
            problem.help("`**` stands for folders, `*` for a part of a name; hidden folders are left out")
        );
    }
    Ok(found)
}

fn matcher(pattern: &str) -> Result<GlobMatcher, globset::Error> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    Ok(GlobBuilder::new(pattern).literal_separator(true).build()?.compile_matcher())
}

/// Returns the files in a folder and below it that are wanted, sorted. Hidden folders, such as `.terraform`, are left
/// out, and links to folders are not followed: they may lead round in circles.
fn walk(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<Vec<PathBuf>, Problem> {
    let unreadable = |path: &Path, error: &std::io::Error| {
        Problem::new(Code::InputUnreadable, format!("cannot look into `{}`: {error}", path.display()))
            .help("check its permissions, or name the plans themselves")
    };
    let (mut found, mut folders, mut looked) = (Vec::new(), vec![folder.to_owned()], 0);
    while let Some(folder) = folders.pop() {
        looked += 1;
        if looked > MOST_FOLDERS || found.len() > MOST {
            let message = format!("there are too many folders or plans in `{}`", folder.display());
            return Err(Problem::new(Code::LimitExceeded, message).help("name a folder further down"));
        }
        for entry in fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))? {
            let entry = entry.map_err(|error| unreadable(&folder, &error))?;
            let kind = entry.file_type().map_err(|error| unreadable(&folder, &error))?;
            let path = entry.path();
            if kind.is_dir() {
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else if wanted(&path) && path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
