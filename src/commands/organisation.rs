//! Reads the policy of a repository: from the base, or from the file that was named.

use std::fs;
use std::path::{Path, PathBuf};

use super::team;
use crate::configuration::{Reader, Source};
use crate::policy::organisation::places;
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;
use crate::policy::team::TeamRules;
use crate::policy::{Organisation, Policy};
use crate::problem::{Code, Problem, Problems};

/// The largest file of a policy that is read, in bytes: the reader itself refuses less.
const MAX_BYTES: u64 = 4 << 20;

/// Where a policy is read from.
pub(super) enum At<'a> {
    /// A file, or a folder of files, that a person named.
    Path(&'a Path),
    /// The places of a policy at the top of a repository.
    Base(&'a Source),
}

/// A policy, and what it was read from.
pub(super) struct Loaded {
    /// What ships with the binary, and what the organisation adds.
    pub(super) policy: Policy,
    /// Its files; none where the organisation wrote none.
    pub(super) texts: Vec<Text>,
    /// What may be a slip in the team's own rules.
    pub(super) hints: Vec<Problem>,
}

/// Reads the policy: what ships with the binary, and what the organisation adds.
///
/// # Errors
///
/// Every problem of every file.
pub(super) fn read(at: &At<'_>) -> Result<Policy, Problems> {
    load(at).map(|loaded| loaded.policy)
}

/// Reads the policy of a base that may be a directory.
///
/// # Errors
///
/// Every problem of every file, and a directory without a policy below the top of a checkout that has one: judging
/// without it would be judging by less than the base demands.
pub(super) fn read_base(base: &Source) -> Result<Policy, Problems> {
    let loaded = load(&At::Base(base))?;
    match base {
        Source::Directory(directory) if loaded.texts.is_empty() => match above(directory) {
            Some(policy) => Err(passed_over(directory, &policy).into()),
            None => Ok(loaded.policy),
        },
        _ => Ok(loaded.policy),
    }
}

/// Returns the policy at the top of the checkout that a directory is in; none if the directory is that top, or is in
/// no checkout, or there is no policy.
fn above(directory: &Path) -> Option<PathBuf> {
    let whole = fs::canonicalize(directory).ok()?;
    let depth = whole.ancestors().position(|folder| folder.join(".git").exists())?;
    let top = whole.ancestors().nth(depth).filter(|_| depth > 0)?;
    let name = places::FILES.into_iter().chain([places::FOLDER]).find(|name| top.join(name).exists())?;
    // As the person who named the directory would write it, where that leads there.
    let short = directory.ancestors().nth(depth).filter(|short| !short.as_os_str().is_empty());
    let short = short.filter(|short| fs::canonicalize(short).is_ok_and(|short| short == top));
    Some(short.unwrap_or(top).join(name))
}

fn passed_over(directory: &Path, policy: &Path) -> Problem {
    let (directory, policy) = (directory.display(), policy.display());
    let message =
        format!("there is no policy in the base `{directory}`, but there is one above it, `{policy}`");
    Problem::new(Code::NotFound, message).help(format!(
        "a policy holds for the whole repository: name it with `--policy {policy}`, or name the base as a revision of git"
    ))
}

/// Reads the policy, and keeps what it was read from.
///
/// # Errors
///
/// Every problem of every file.
pub(super) fn load(at: &At<'_>) -> Result<Loaded, Problems> {
    let shipped = Policy::shipped();
    let (texts, mut rest) = match at {
        At::Path(path) => named(path)?,
        At::Base(source) => at_base(source)?,
    };
    if texts.is_empty() {
        return Ok(Loaded { policy: shipped, texts, hints: Vec::new() });
    }
    let mut organisation = decode(&shipped, &texts)?;
    // What a person names may lie behind a link; at base only what stands there itself is guarded.
    let at_base = matches!(at, At::Base(_));
    organisation.time.load(|path| {
        if at_base {
            stands_itself(&mut rest, path)?;
        }
        rest.read(path)
    });
    if let Some((folder, place)) = organisation.rules_dir.as_ref().filter(|_| at_base) {
        stands_itself(&mut rest, folder).map_err(|problem| problem.at(place.clone()))?;
    }
    let own = rules(&shipped, &organisation, &mut rest)?;
    let policy = shipped.with(organisation, own.rules)?;
    Ok(Loaded { policy, texts, hints: own.hints })
}

/// The text of a file, with the name a person knows it by.
pub(super) struct Text {
    pub(super) path: String,
    pub(super) text: String,
}

fn decode(shipped: &Policy, texts: &[Text]) -> Result<Organisation, Vec<Problem>> {
    let files: Vec<File<'_>> = texts.iter().map(|file| File { path: &file.path, text: &file.text }).collect();
    let categories = shipped.catalog.categories();
    crate::policy::organisation::read(
        &files,
        &Known { types: &[], categories: &categories, declared: None, open: true },
    )
}

/// Reads the files at the places of a policy.
fn at_base(source: &Source) -> Result<(Vec<Text>, Reader), Problems> {
    let top = match source {
        Source::Git(revision) => {
            let mut revision = revision.clone();
            revision.directory = String::new();
            Source::Git(revision)
        }
        other => other.clone(),
    };
    let mut reader = top.open();
    let names = reader.list(".")?.unwrap_or_default();
    let folder = if names.iter().any(|name| name == places::FOLDER) {
        let message = format!("`{}` is not a folder", places::FOLDER);
        let no_folder = Problem::new(Code::PolicyInvalid, message)
            .help("a policy is `.hcl` files in that folder, or the file `applygate.hcl`");
        Some(reader.list(places::FOLDER)?.ok_or(no_folder)?)
    } else {
        None
    };
    let mut texts = Vec::new();
    for path in places::choose(&names, folder.as_deref())? {
        stands_itself(&mut reader, &path)?;
        let Some(content) = reader.read(&path)? else {
            let message = format!("`{path}` is not a file");
            return Err(Problem::new(Code::PolicyInvalid, message)
                .help("a policy is a file of its own")
                .into());
        };
        texts.push(text(path, content)?);
    }
    Ok((texts, reader))
}

/// Refuses what is behind a link: whoever changes what that leads to changes no guarded path.
fn stands_itself(reader: &mut Reader, path: &str) -> Result<(), Problem> {
    let steps: Vec<&str> = path.split('/').filter(|step| !matches!(*step, "" | ".")).collect();
    let plain = match (reader.identity("."), steps.join("/")) {
        (top, plain) if top.is_empty() => plain,
        (top, plain) if plain.is_empty() => top,
        (top, plain) => format!("{}/{plain}", top.trim_end_matches('/')),
    };
    if reader.identity(path) == plain {
        return Ok(());
    }
    Err(Problem::new(Code::PolicyInvalid, format!("`{path}` is a link, or behind one"))
        .help("what it leads to could be changed and nobody asked: put it there itself"))
}

/// Reads the file, or the folder of files, that a person named.
fn named(path: &Path) -> Result<(Vec<Text>, Reader), Problems> {
    let shown = path.display();
    let unreadable = |error: std::io::Error| {
        Problem::new(Code::InputUnreadable, format!("cannot read the policy `{shown}`: {error}"))
            .help("check the path and its permissions")
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    let mut paths = vec![path.to_owned()];
    if metadata.is_dir() {
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(unreadable)? {
            names.push(entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned());
        }
        let chosen = places::choose(&[], Some(&names))?;
        let name = |chosen: &String| path.join(chosen.rsplit('/').next().unwrap_or(chosen));
        paths = chosen.iter().map(name).collect();
    }
    let mut texts = Vec::new();
    for path in &paths {
        let metadata = fs::metadata(path).map_err(unreadable)?;
        if !metadata.is_file() || metadata.len() > MAX_BYTES {
            let message = format!("`{}` is no policy: it is not a file of a sensible size", path.display());
            return Err(Problem::new(Code::InputUnreadable, message)
                .help("name the file of the policy")
                .into());
        }
        texts.push(text(path.display().to_string(), fs::read(path).map_err(unreadable)?)?);
    }
    // What a policy names is relative to the top of the repository: of a folder, that is what it stands in.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((texts, Source::Directory(parent.to_owned()).open()))
}

fn text(path: String, content: Vec<u8>) -> Result<Text, Problem> {
    match String::from_utf8(content) {
        Ok(text) => Ok(Text { path, text }),
        Err(_) => Err(Problem::new(Code::PolicyInvalid, format!("`{path}` is not UTF-8 text"))
            .help("save it as UTF-8 without a byte order mark")),
    }
}

/// Reads the team's own rules.
fn rules(shipped: &Policy, organisation: &Organisation, reader: &mut Reader) -> Result<TeamRules, Problems> {
    match &organisation.rules_dir {
        None => Ok(TeamRules::default()),
        Some((folder, place)) => team::rules(shipped, folder, place, reader),
    }
}
