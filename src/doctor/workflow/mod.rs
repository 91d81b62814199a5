//! Workflows of GitHub Actions, as far as they concern applygate: what starts them, what their jobs may do and run.

mod called;
mod checks;
mod review;

use serde_json::{Map, Value};

use super::command;
use super::yaml::{self, scalar, texts};
use super::{GithubSide, Seen, TextFile};

pub(super) use checks::checks;

/// The workflows that could be read, and why there may be others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Workflows {
    pub(super) read: Vec<Workflow>,
    doubts: Vec<String>,
}

impl Workflows {
    fn add(&mut self, name: &str, value: Result<Value, String>, required: Option<Required>) {
        match value.and_then(|value| workflow(name, &value)) {
            Ok(workflow) => self.read.push(Workflow { required, ..workflow }),
            Err(why) => self.doubts.push(format!("`{name}` cannot be read: {why}")),
        }
    }

    /// Returns why not all is known, if it is not.
    pub(super) fn doubt(&self) -> Option<String> {
        (!self.doubts.is_empty()).then(|| self.doubts.join("; "))
    }

    /// Returns every job with its workflow.
    pub(super) fn jobs(&self) -> impl Iterator<Item = (&Workflow, &Job)> {
        self.read.iter().flat_map(|workflow| workflow.jobs.iter().map(move |job| (workflow, job)))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Workflow {
    pub(super) file: String,
    /// The ruleset that requires it: then it is not the branch's own, whatever its events.
    pub(super) required: Option<Required>,
    pub(super) triggers: Vec<String>,
    pub(super) jobs: Vec<Job>,
}

/// How a workflow is required.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Required {
    pub(super) ruleset: String,
    pub(super) organisation: bool,
    pub(super) repository: u64,
    pub(super) bypass: Seen<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) name: String,
    pub(super) token: Token,
    /// The key of the App is within its reach.
    pub(super) holds_key: bool,
    /// It hands all secrets on to what it calls.
    pub(super) inherits: bool,
    pub(super) environment: Option<String>,
    /// The workflow that it calls in place of steps.
    pub(super) calls: Option<String>,
    pub(super) steps: Vec<Step>,
}

/// What the token of a job may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// What the repository says.
    Default,
    /// Nothing, or read.
    Reads,
    /// What it may write.
    Writes(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) uses: Option<String>,
    pub(super) run: Option<String>,
    pub(super) checkout: Option<Checkout>,
}

/// What is checked out, as far as it is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Checkout {
    pub(super) reference: String,
    pub(super) repository: String,
    /// Where to, without `./` and a slash at the end.
    pub(super) path: String,
}

/// Events that run with the rights of the repository, from the file on the default branch.
pub(super) const FROM_BASE: [&str; 4] = ["pull_request_target", "workflow_run", "issue_comment", "schedule"];
/// Events on which code of a pull request may be at hand.
const OF_PULLS: [&str; 8] = [
    "pull_request",
    "pull_request_target",
    "pull_request_review",
    "pull_request_review_comment",
    "issue_comment",
    "workflow_run",
    "workflow_call",
    "merge_group",
];

impl Workflow {
    /// Returns true if it runs for pull requests, or may be called by one that does.
    pub(super) fn is_of_pulls(&self) -> bool {
        self.triggers.iter().any(|trigger| OF_PULLS.contains(&trigger.as_str()))
    }

    pub(super) fn has(&self, trigger: &str) -> bool {
        self.triggers.iter().any(|known| known == trigger)
    }
}

/// Reads the workflows: those of the checkout, and those that rulesets require.
pub(super) fn read(files: &Seen<Vec<TextFile>>, side: Option<&GithubSide>) -> Workflows {
    let mut workflows = Workflows { read: Vec::new(), doubts: Vec::new() };
    match files.known() {
        Err(why) => workflows.doubts.push(why.to_owned()),
        Ok(files) => {
            for file in files {
                workflows.add(&file.name, yaml::read(&file.text), None);
            }
        }
    }
    // A workflow that nobody may read may do anything.
    let rulesets = side.map(|side| side.rulesets.known());
    if let Some(Err(why)) = rulesets {
        workflows.doubts.push(format!("which workflows rulesets require is not known: {why}"));
    }
    for layer in rulesets.and_then(Result::ok).into_iter().flatten() {
        for one in &layer.workflows {
            let name = format!("{} of repository {}", one.path, one.repository);
            let required = Required {
                ruleset: layer.name.clone(),
                organisation: layer.organisation,
                repository: one.repository,
                bypass: layer.bypass.clone(),
            };
            let text = one.text.known().map_err(str::to_owned).and_then(|text| yaml::read(text));
            workflows.add(&name, text, Some(required));
        }
    }
    called::resolve(&mut workflows.read);
    workflows
}

/// Returns the environments whose secrets hold the key of the App, by their names.
pub fn environments(files: &Seen<Vec<TextFile>>) -> Vec<String> {
    let workflows = read(files, None);
    let holding = workflows.jobs().filter(|(_, job)| job.holds_key);
    let mut names: Vec<String> = holding.filter_map(|(_, job)| job.environment.clone()).collect();
    // What is worked out when the job runs is no name.
    names.retain(|name| !name.contains("${{"));
    names.sort();
    names.dedup();
    names
}

fn workflow(file: &str, value: &Value) -> Result<Workflow, String> {
    let map = value.as_object().ok_or("it is no mapping")?;
    let triggers = match map.get("on") {
        Some(Value::Object(events)) => events.keys().cloned().collect(),
        Some(other) => texts(Some(other)),
        None => return Err("it says nothing of `on`".to_owned()),
    };
    let default = token(map.get("permissions"))?;
    let key = holds_key(map.get("env"));
    let jobs = map.get("jobs").and_then(Value::as_object).ok_or("it has no `jobs`")?;
    let jobs = jobs.iter().map(|(name, value)| job(name, value, &default, key)).collect::<Result<_, _>>()?;
    Ok(Workflow { file: file.to_owned(), required: None, triggers, jobs })
}

fn job(name: &str, value: &Value, default: &Token, key: bool) -> Result<Job, String> {
    let map = value.as_object().ok_or_else(|| format!("the job `{name}` is no mapping"))?;
    let token = match map.get("permissions") {
        Some(permissions) => token(Some(permissions))?,
        None => default.clone(),
    };
    let environment = match map.get("environment") {
        Some(Value::Object(environment)) => environment.get("name").and_then(scalar),
        Some(other) => scalar(other),
        None => None,
    };
    let steps = match map.get("steps") {
        Some(Value::Array(steps)) => steps.iter().filter_map(Value::as_object).map(step).collect(),
        Some(_) => return Err(format!("the steps of the job `{name}` are no list")),
        None => Vec::new(),
    };
    let holds_key = key || holds_key(Some(value));
    let calls = map.get("uses").and_then(scalar);
    let inherits = map.get("secrets").and_then(Value::as_str) == Some("inherit");
    Ok(Job { name: name.to_owned(), token, holds_key, inherits, environment, calls, steps })
}

fn step(map: &Map<String, Value>) -> Step {
    let uses = map.get("uses").and_then(scalar);
    let with = |name: &str| map.get("with").and_then(|with| with.get(name)).and_then(scalar);
    let checks_out = uses.as_deref().is_some_and(|uses| uses.starts_with("actions/checkout@"));
    let checkout = checks_out.then(|| Checkout {
        reference: with("ref").unwrap_or_default(),
        repository: with("repository").unwrap_or_default(),
        path: folder(&with("path").unwrap_or_default()).to_owned(),
    });
    Step { uses, run: map.get("run").and_then(scalar), checkout }
}

/// Returns the name of a folder without what may stand around it.
fn folder(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path).trim_end_matches('/')
}

/// Returns what a token may do. The right to ask for an identity is none to write here.
fn token(permissions: Option<&Value>) -> Result<Token, String> {
    match permissions {
        None => Ok(Token::Default),
        Some(Value::Null) => Ok(Token::Reads),
        Some(Value::String(all)) if all == "write-all" => Ok(Token::Writes(vec!["everything".to_owned()])),
        Some(Value::String(all)) if all == "read-all" => Ok(Token::Reads),
        Some(Value::Object(rights)) => {
            let write = |right: &Value| right.as_str() == Some("write");
            let writes: Vec<String> = rights
                .iter()
                .filter(|(name, right)| write(right) && *name != "id-token")
                .map(|(name, _)| name.clone())
                .collect();
            Ok(if writes.is_empty() { Token::Reads } else { Token::Writes(writes) })
        }
        Some(_) => Err("its `permissions` are neither words nor a mapping".to_owned()),
    }
}

/// Returns true if the key of the App, or any secret that is named like one, is put into something.
fn holds_key(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Object(map)) => map.iter().any(|(name, value)| {
            let key = ["APPLYGATE_APP_KEY", "app-key", "private-key"].contains(&name.as_str());
            (key && scalar(value).is_some_and(|text| text.contains("secrets."))) || holds_key(Some(value))
        }),
        Some(Value::Array(list)) => list.iter().any(|value| holds_key(Some(value))),
        Some(Value::String(text)) => text.contains("secrets.APPLYGATE_APP_KEY"),
        _ => false,
    }
}

impl Job {
    /// Returns every simple command of its steps.
    pub(super) fn commands(&self) -> impl Iterator<Item = Vec<String>> {
        self.steps.iter().filter_map(|step| step.run.as_deref()).flat_map(command::commands)
    }

    /// Returns true if it runs the review.
    pub(super) fn reviews(&self) -> bool {
        let action = |step: &Step| step.uses.as_deref().is_some_and(is_action);
        self.steps.iter().any(action)
            || self.commands().any(|words| command::runs_applygate(&words, &["review"]))
    }

    /// Returns the first command that runs code of a configuration.
    pub(super) fn runs_configuration(&self) -> Option<String> {
        let found = self.commands().find(|words| command::runs_configuration(words))?;
        (!command::applies_through_gate(&found)).then(|| found.join(" "))
    }

    /// Returns the action of the checkout itself that it runs, if any.
    pub(super) fn runs_local_action(&self) -> Option<&str> {
        let local = |uses: &&str| uses.starts_with("./") && !self.is_from_elsewhere(folder(uses));
        self.steps.iter().filter_map(|step| step.uses.as_deref()).find(local)
    }

    /// Returns true if a folder surely holds what was checked out of another repository, at a commit or branch that
    /// no pull request names.
    fn is_from_elsewhere(&self, wanted: &str) -> bool {
        let holds = |at: &str, below: &str| {
            below == at || below.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'))
        };
        let fixed = |text: &str| {
            // A variable is set by administrators; everything else that is worked out may be the branch's word.
            text.split("${{").skip(1).all(|rest| rest.trim_start().starts_with("vars."))
                && !text.contains("head")
                && !text.contains("refs/pull/")
        };
        let checkouts = || self.steps.iter().filter_map(|step| step.checkout.as_ref());
        let mut of = checkouts().filter(|one| {
            !one.path.is_empty()
                && holds(&one.path, wanted)
                && !one.repository.is_empty()
                && fixed(&one.repository)
                && fixed(&one.reference)
        });
        let Some(found) = of.next() else { return false };
        let apart = |other: &Checkout| {
            !other.path.is_empty() && !holds(&other.path, &found.path) && !holds(&found.path, &other.path)
        };
        checkouts().filter(|other| *other != found).all(apart) && !wanted.contains("..")
    }
}

/// Returns true for the action of this project, in whatever account it is kept.
fn is_action(uses: &str) -> bool {
    let path = uses.split('@').next().unwrap_or_default();
    path.split('/').nth(1) == Some("applygate")
}
