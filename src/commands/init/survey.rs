//! What a repository holds: root modules, workspaces, teams.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::problem::{Code, Problem};

/// The largest number of directory entries that are looked at.
const ENTRIES: usize = 200_000;

/// The largest depth of folders in folders.
const DEPTH: usize = 16;

/// How much of a file is read.
const BYTES: u64 = 1 << 20;

/// Folders whose configuration is applied by nobody, or not the team's own.
const PASSED_BY: [&str; 5] = ["node_modules", "vendor", "examples", "fixtures", "testdata"];

/// What a repository holds, as far as its files say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// The directories of root modules, relative to the top; `.` for the top itself.
    pub(super) modules: BTreeSet<String>,
    /// The names of workspaces, and of files with values for one.
    pub(super) workspaces: BTreeSet<String>,
    /// The teams that own something here: `acme/platform`.
    pub(super) teams: BTreeSet<String>,
    /// Whose repository it is.
    pub(super) owner: Option<String>,
    /// Root modules whose path no glob spells.
    pub(super) odd: usize,
    /// Not all was looked at.
    pub(super) cut: bool,
}

impl Survey {
    /// Says how much was found.
    pub(super) fn summary(&self) -> String {
        let counted = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let modules = counted(self.modules.len() + self.odd, "root module", "root modules");
        let workspaces = counted(self.workspaces.len(), "workspace name", "workspace names");
        let cut = if self.cut { " (the repository is too large to be looked at in full)" } else { "" };
        format!("{modules} and {workspaces}{cut}")
    }
}

/// Looks at a repository.
///
/// # Errors
///
/// Its top cannot be read. What cannot be read below is passed by: this only proposes.
pub(super) fn survey(root: &Path) -> Result<Survey, Problem> {
    fs::read_dir(root).map_err(|error| {
        Problem::new(Code::InputUnreadable, format!("cannot read `{}`: {error}", root.display()))
            .help("run this in the repository")
    })?;
    let mut walk = Walk { survey: Survey::default(), entries: 0 };
    walk.directory(root, "", 0);
    let mut survey = walk.survey;
    for place in ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"] {
        survey.teams.extend(teams(&text(&root.join(place))));
    }
    survey.owner = owner(&text(&root.join(".git/config")));
    Ok(survey)
}

struct Walk {
    survey: Survey,
    entries: usize,
}

impl Walk {
    fn directory(&mut self, directory: &Path, path: &str, depth: usize) {
        let Ok(entries) = fs::read_dir(directory) else { return };
        let mut names: Vec<(String, bool)> = Vec::new();
        for entry in entries.flatten() {
            self.entries += 1;
            if self.entries > ENTRIES || depth > DEPTH {
                self.survey.cut = true;
                return;
            }
            // A link is not followed: what it leads to is found where it is.
            let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
            names.push((entry.file_name().to_string_lossy().into_owned(), is_directory));
        }
        names.sort();
        let files: Vec<&str> =
            names.iter().filter(|(_, folder)| !folder).map(|(name, _)| name.as_str()).collect();
        let values: Vec<&str> = files.iter().filter_map(|name| values_for(name)).collect();
        let has_values = files.iter().any(|name| name.contains(".tfvars"));
        if is_root_module(directory, &files, has_values) {
            let module = if path.is_empty() { "." } else { path };
            if plain(module) {
                self.survey.modules.insert(module.to_owned());
            } else {
                self.survey.odd += 1;
            }
            let current = text(&directory.join(".terraform/environment"));
            self.workspace(current.trim());
        }
        for name in values {
            self.workspace(name);
        }
        for (name, _) in names.iter().filter(|(_, folder)| *folder) {
            if !name.starts_with('.') && !PASSED_BY.contains(&name.as_str()) {
                let below = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                self.directory(&directory.join(name), &below, depth + 1);
            }
        }
    }

    fn workspace(&mut self, name: &str) {
        if !matches!(name, "" | "default" | "terraform") && plain(name) && !name.contains('/') {
            self.survey.workspaces.insert(name.to_owned());
        }
    }
}

/// Returns true if Terraform is run in a directory: it has configuration, and something that only a root module has.
fn is_root_module(directory: &Path, files: &[&str], has_values: bool) -> bool {
    let endings = [".tf", ".tofu", ".tf.json", ".tofu.json"];
    let mut configuration =
        files.iter().filter(|name| endings.iter().any(|ending| name.ends_with(ending))).peekable();
    if configuration.peek().is_none() {
        return false;
    }
    has_values
        || files.contains(&".terraform.lock.hcl")
        || directory.join(".terraform/environment").exists()
        || configuration.any(|name| declares_root(&text(&directory.join(name))))
}

/// Returns true if a file has a block that stands in root modules: where the state is, how to reach the provider.
fn declares_root(text: &str) -> bool {
    text.lines().map(str::trim_start).any(|line| {
        let first = line.split_whitespace().next().unwrap_or_default();
        let rest = line.get(first.len()..).unwrap_or_default().trim_start();
        (matches!(first, "backend" | "provider") && rest.starts_with('"'))
            || (first == "cloud" && rest.starts_with('{'))
    })
}

/// Returns what a file with values is for: `dev` of `dev.tfvars`.
fn values_for(file: &str) -> Option<&str> {
    let name = file.strip_suffix(".json").unwrap_or(file).strip_suffix(".tfvars")?;
    Some(name.strip_suffix(".auto").unwrap_or(name))
}

/// Returns true if a path can stand in a glob and in a comment as it is.
fn plain(path: &str) -> bool {
    path.len() <= 200 && path.chars().all(|c| c.is_ascii_alphanumeric() || "._-/@+ ".contains(c))
}

/// Returns the teams that a file of code owners names.
fn teams(text: &str) -> Vec<String> {
    let rules = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let owners = rules.flat_map(|line| line.split_whitespace().skip(1));
    let teams = owners.filter_map(|owner| owner.strip_prefix('@')).filter(|team| is_team(team));
    teams.map(str::to_owned).collect()
}

fn is_team(name: &str) -> bool {
    name.split_once('/').is_some_and(|(owner, team)| is_login(owner) && is_login(team))
}

fn is_login(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 100
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

/// Returns whose repository a remote is: the part before its name.
fn owner(git_config: &str) -> Option<String> {
    let lines = git_config.lines().map(str::trim);
    let mut remote = lines.skip_while(|line| *line != "[remote \"origin\"]").skip(1);
    let url = remote.by_ref().take_while(|line| !line.starts_with('[')).find_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "url").then(|| value.trim())
    })?;
    let mut parts = url.trim_end_matches('/').rsplit(['/', ':']);
    let owner = parts.nth(1)?;
    // `https://host/name` has no owner: what comes next is the host.
    (is_login(owner) && parts.next().is_some()).then(|| owner.to_owned())
}

/// Returns the beginning of a file; nothing if it cannot be read.
fn text(path: &Path) -> String {
    let mut bytes = Vec::new();
    if fs::metadata(path).is_ok_and(|kind| kind.is_file())
        && let Ok(file) = File::open(path)
    {
        // What cannot be read proposes nothing.
        let _ = file.take(BYTES).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{declares_root, owner, plain, teams, values_for};

    #[test]
    fn the_owner_is_the_part_before_the_name() {
        for (url, expected) in [
            ("git@github.com:acme/infra.git", Some("acme")),
            ("https://github.com/acme/infra", Some("acme")),
            ("https://user:secret@github.com/acme/infra.git/", Some("acme")),
            ("ssh://git@host:22/acme/infra.git", Some("acme")),
            ("/srv/git/infra.git", Some("git")),
            ("infra", None),
            ("https://host.example/infra", None),
        ] {
            let config = format!(
                "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {url}\n\tfetch = x\n[branch \"main\"]\n"
            );
            assert_eq!(owner(&config).as_deref(), expected, "{url}");
        }
        assert_eq!(owner("[remote \"other\"]\nurl = git@github.com:a/b\n"), None);
    }

    #[test]
    fn a_root_module_has_a_backend_or_a_provider() {
        for (text, expected) in [
            ("terraform {\n  backend \"s3\" {\n", true),
            ("provider \"aws\" {}\n", true),
            ("terraform {\n  cloud {\n", true),
            ("# provider \"aws\" {}\n", false),
            ("resource \"a\" \"b\" {\n  provider = aws.eu\n}\n", false),
            ("terraform {\n  required_providers {\n", false),
            ("", false),
        ] {
            assert_eq!(declares_root(text), expected, "{text}");
        }
    }

    #[test]
    fn names_are_taken_from_files() {
        for (file, expected) in [
            ("dev.tfvars", Some("dev")),
            ("prod.auto.tfvars", Some("prod")),
            ("prod.tfvars.json", Some("prod")),
            ("main.tf", None),
            ("dev.json", None),
        ] {
            assert_eq!(values_for(file), expected, "{file}");
        }
        let owners = "# @acme/no\n* @acme/platform @ana dora@acme.org\n/live @acme/dba @acme/a/b\n";
        assert_eq!(teams(owners), ["acme/platform", "acme/dba"]);
        for (path, expected) in
            [("live/prod-1", true), ("a\"b", false), ("a*", false), ("a\nb", false), ("${x}", false)]
        {
            assert_eq!(plain(path), expected, "{path}");
        }
    }
}
