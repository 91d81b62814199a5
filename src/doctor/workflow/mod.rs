//! Workflows of GitHub Actions, as far as they concern applygate: what starts them, what their jobs may do and run.

mod checks;
mod review;

use serde_json::{Map, Value};

use super::command;
use super::yaml::{self, scalar, texts};
use super::{Seen, TextFile};

pub(super) use checks::checks;

/// The workflows that could be read, and those that could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Workflows {
    /// None were looked for, and why.
    pub(super) unread: Option<String>,
    pub(super) read: Vec<Workflow>,
    /// File and reason.
    pub(super) broken: Vec<(String, String)>,
}

impl Workflows {
    /// Returns why not all is known, if it is not.
    pub(super) fn doubt(&self) -> Option<String> {
        if let Some(why) = &self.unread {
            return Some(why.clone());
        }
        let broken: Vec<String> =
            self.broken.iter().map(|(name, why)| format!("`{name}` cannot be read: {why}")).collect();
        (!broken.is_empty()).then(|| broken.join("; "))
    }

    /// Returns every job with its workflow.
    pub(super) fn jobs(&self) -> impl Iterator<Item = (&Workflow, &Job)> {
        self.read.iter().flat_map(|workflow| workflow.jobs.iter().map(move |job| (workflow, job)))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Workflow {
    pub(super) file: String,
    pub(super) triggers: Vec<String>,
    pub(super) jobs: Vec<Job>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) name: String,
    pub(super) token: Token,
    /// The key of the App is within its reach.
    pub(super) holds_key: bool,
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
    /// What is checked out, where it is said: ref and repository.
    pub(super) checkout: Option<String>,
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

/// Reads the workflows.
pub(super) fn read(files: &Seen<Vec<TextFile>>) -> Workflows {
    let mut workflows = Workflows { unread: None, read: Vec::new(), broken: Vec::new() };
    match files.known() {
        Err(why) => workflows.unread = Some(why.to_owned()),
        Ok(files) => {
            for file in files {
                match yaml::read(&file.text).and_then(|value| workflow(&file.name, &value)) {
                    Ok(workflow) => workflows.read.push(workflow),
                    Err(why) => workflows.broken.push((file.name.clone(), why)),
                }
            }
        }
    }
    workflows
}

/// Returns the environments whose secrets hold the key of the App, by their names.
pub fn environments(files: &Seen<Vec<TextFile>>) -> Vec<String> {
    let workflows = read(files);
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
    Ok(Workflow { file: file.to_owned(), triggers, jobs })
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
    Ok(Job { name: name.to_owned(), token, holds_key, environment, calls, steps })
}

fn step(map: &Map<String, Value>) -> Step {
    let uses = map.get("uses").and_then(scalar);
    let with = |name: &str| map.get("with").and_then(|with| with.get(name)).and_then(scalar);
    let checks_out = uses.as_deref().is_some_and(|uses| uses.starts_with("actions/checkout@"));
    let checkout = checks_out.then(|| {
        format!("{} {}", with("ref").unwrap_or_default(), with("repository").unwrap_or_default())
            .trim()
            .to_owned()
    });
    Step { uses, run: map.get("run").and_then(scalar), checkout }
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
            (key && scalar(value).is_some_and(|text| text.contains("secrets.")))
                || (name == "secrets" && scalar(value).as_deref() == Some("inherit"))
                || holds_key(Some(value))
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
        self.steps.iter().filter_map(|step| step.uses.as_deref()).find(|uses| uses.starts_with("./"))
    }
}

/// Returns true for the action of this project, in whatever account it is kept.
fn is_action(uses: &str) -> bool {
    let path = uses.split('@').next().unwrap_or_default();
    path.split('/').nth(1) == Some("applygate")
}
