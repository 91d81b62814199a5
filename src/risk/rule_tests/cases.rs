//! The plans that rules are tested on, as they lie in a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::expected::{Expected, read_expected, read_text};
use crate::policy::team::inside;
use crate::problem::{Code, Problem, nearest};

/// The largest number of plans.
const CASES: usize = 10_000;

/// A plan on which a rule must fire or stay silent.
#[derive(Debug, Clone)]
pub struct Case {
    /// The rule that it is for.
    pub rule: String,
    /// Its name without the ending: `fires`, `silent-encrypted`.
    pub name: String,
    /// True if the rule must fire.
    pub fires: bool,
    /// The plan.
    pub plan: PathBuf,
    /// The configuration at head and at base, where they lie beside the plan.
    pub trees: Option<(PathBuf, PathBuf)>,
    /// The policy of the organisation, `policy.hcl` beside the plans of the rule: its path and text.
    pub policy: Option<(String, String)>,
    /// All findings, where somebody wrote them down.
    pub expected: Option<Expected>,
}

impl Case {
    /// Returns the plan as a person would look for it.
    pub fn shown(&self) -> String {
        self.plan.display().to_string().replace('\\', "/")
    }
}

/// Reads the plans in a folder, sorted: `<rule>/fires*.json` and `<rule>/silent*.json`, or a folder of such a name
/// with `plan.json`, `head/` and `base/`; a `policy.hcl` beside them is what the organisation writes. `rules` are the ids of the rules that are tested.
///
/// # Errors
///
/// Everything there that would be left out of the tests although somebody meant it for one.
pub fn read_cases(folder: &Path, rules: &BTreeSet<&str>) -> Result<Vec<Case>, Vec<Problem>> {
    let mut reader = Reader {
        root: fs::canonicalize(folder).unwrap_or_default(),
        cases: Vec::new(),
        problems: Vec::new(),
    };
    for (name, path) in reader.list(folder) {
        if !path.is_dir() {
            continue;
        }
        if rules.contains(name.as_str()) {
            reader.rule(&name, &path);
        } else {
            reader.stranger(&name, &path, rules);
        }
    }
    if reader.cases.len() > CASES {
        let message = format!("{} plans are more than the {CASES} that are read", reader.cases.len());
        reader.problems.push(Problem::new(Code::LimitExceeded, message).help("test fewer rules at once"));
    }
    if reader.problems.is_empty() { Ok(reader.cases) } else { Err(reader.problems) }
}

struct Reader {
    root: PathBuf,
    cases: Vec<Case>,
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, message: String, help: impl Into<String>) {
        self.problems.push(Problem::new(Code::InputUnreadable, message).help(help));
    }

    /// Returns what stands in a directory, sorted; nothing if there is no such directory.
    fn list(&mut self, directory: &Path) -> Vec<(String, PathBuf)> {
        let mut found = Vec::new();
        match fs::read_dir(directory) {
            Ok(entries) => {
                for path in entries.flatten().map(|entry| entry.path()) {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    if !name.starts_with('.') {
                        found.push((name, path));
                    }
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                self.problem(
                    format!("cannot read `{}`: {error}", directory.display()),
                    "check its permissions",
                );
            }
        }
        found.sort();
        found
    }

    /// Reads the folder of a rule.
    fn rule(&mut self, rule: &str, folder: &Path) {
        let entries = self.list(folder);
        let first = self.cases.len();
        for (name, path) in &entries {
            if path.is_dir() {
                if side(name).is_some() {
                    self.case(rule, name, path, &entries);
                }
            } else if let Some(stem) = name.strip_suffix(".expected.json") {
                let tested = |other: &(String, PathBuf)| other.0 == stem || other.0 == format!("{stem}.json");
                if side(stem).is_none() || !entries.iter().any(tested) {
                    self.problem(
                        format!("`{}` belongs to no plan", path.display()),
                        "name it after the plan: `fires.expected.json` for `fires.json`",
                    );
                }
            } else if let Some(stem) = name.strip_suffix(".json") {
                self.case(rule, stem, path, &entries);
            }
        }
        let policy = entries.iter().find(|(name, _)| name == "policy.hcl").map(|(_, path)| read_text(path));
        match policy {
            Some(Ok(policy)) => {
                for case in self.cases.iter_mut().skip(first) {
                    case.policy = Some(policy.clone());
                }
            }
            Some(Err(problem)) => self.problems.push(problem),
            None => {}
        }
    }

    fn case(&mut self, rule: &str, name: &str, path: &Path, entries: &[(String, PathBuf)]) {
        let Some(fires) = side(name) else {
            let message =
                format!("the name of `{}` begins neither with `fires` nor with `silent`", path.display());
            return self.problem(message, "rename it: the name says what is expected of the rule");
        };
        let folder = path.is_dir();
        let plan = if folder { path.join("plan.json") } else { path.to_owned() };
        if !plan.is_file() {
            return self.problem(
                format!("there is no plan in `{}`", path.display()),
                "put `plan.json` there, as `terraform show -json` writes it",
            );
        }
        if !inside(&self.root, &plan) {
            return self.problem(
                format!("`{}` is a link out of the folder of the fixtures", plan.display()),
                "put the plan itself there",
            );
        }
        let (head, base) = (path.join("head"), path.join("base"));
        let trees = (folder && (head.is_dir() || base.is_dir())).then_some((head, base));
        let file = format!("{name}.expected.json");
        let expected =
            match entries.iter().find(|(name, _)| *name == file).map(|(_, path)| read_expected(path)) {
                Some(Ok(expected)) => Some(expected),
                Some(Err(problem)) => return self.problems.push(problem),
                None => None,
            };
        self.cases.push(Case {
            rule: rule.to_owned(),
            name: name.to_owned(),
            fires,
            plan,
            trees,
            policy: None,
            expected,
        });
    }

    /// Reports a folder with plans that no rule is named after: its plans would test nothing.
    fn stranger(&mut self, name: &str, folder: &Path, rules: &BTreeSet<&str>) {
        let is_case = |(name, path): &(String, PathBuf)| {
            side(name).is_some() && (name.ends_with(".json") || path.join("plan.json").is_file())
        };
        if self.list(folder).iter().any(is_case) {
            let help = match nearest(name, rules.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? the folder has the name of its rule"),
                None => "the folder has the name of its rule".to_owned(),
            };
            self.problem(format!("`{}` holds plans, but no rule is called `{name}`", folder.display()), help);
        }
    }
}

/// Returns whether the rule must fire on a plan of such a name.
fn side(name: &str) -> Option<bool> {
    if name.starts_with("fires") {
        return Some(true);
    }
    name.starts_with("silent").then_some(false)
}
