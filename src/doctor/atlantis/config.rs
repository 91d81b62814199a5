//! The server-side `repos.yaml`: which repositories, what they may override, and the workflows.

use serde_json::{Map, Value};

use super::super::catalog::{ATLANTIS_BASE_BRANCH, ATLANTIS_CUSTOM_WORKFLOWS, ATLANTIS_OVERRIDES, Entry};
use super::super::yaml::{self, is_true, scalar, texts};
use super::super::{Check, Seen, State};
use super::stages;

/// What a branch must not override.
const RELAXING: [&str; 3] = ["apply_requirements", "custom_policy_check", "policy_check"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Config {
    pub(super) repos: Vec<Repo>,
    pub(super) workflows: Vec<Workflow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repo {
    pub(super) id: String,
    pub(super) branch: Option<String>,
    pub(super) custom_workflows: bool,
    pub(super) overrides: Vec<String>,
    pub(super) custom_policy_check: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Workflow {
    pub(super) name: String,
    /// Stages that are written down: `plan`, `apply` and so on.
    pub(super) stages: Vec<(String, Vec<Step>)>,
}

impl Workflow {
    /// Returns the steps of a stage; none if the built-in ones hold.
    pub(super) fn stage(&self, name: &str) -> Option<&[Step]> {
        self.stages.iter().find(|(known, _)| known == name).map(|(_, steps)| steps.as_slice())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A script.
    Run(String),
    /// A variable that is set for the steps behind it.
    Env(String),
    /// Variables that a script sets.
    Multienv,
    /// A built-in step: `plan`, `apply`, `show`.
    Built(String),
}

/// Reads the file.
pub(super) fn read(text: &str) -> Result<Config, String> {
    let value = yaml::read(text)?;
    let map = match &value {
        Value::Object(map) => map,
        // An empty file is the defaults.
        Value::Null => return Ok(Config { repos: Vec::new(), workflows: vec![built_in()] }),
        _ => return Err("it is no mapping".to_owned()),
    };
    let repos = match map.get("repos") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(repos)) => repos.iter().map(repo).collect::<Result<_, _>>()?,
        Some(_) => return Err("`repos` is no list".to_owned()),
    };
    let mut workflows = match map.get("workflows") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Object(workflows)) => {
            workflows.iter().map(|(name, value)| workflow(name, value)).collect::<Result<_, _>>()?
        }
        Some(_) => return Err("`workflows` is no mapping".to_owned()),
    };
    if !workflows.iter().any(|workflow: &Workflow| workflow.name == "default") {
        workflows.push(built_in());
    }
    Ok(Config { repos, workflows })
}

fn built_in() -> Workflow {
    Workflow { name: "default".to_owned(), stages: Vec::new() }
}

fn repo(value: &Value) -> Result<Repo, String> {
    let map = value.as_object().ok_or("an entry of `repos` is no mapping")?;
    Ok(Repo {
        id: map.get("id").and_then(scalar).ok_or("an entry of `repos` has no `id`")?,
        branch: map.get("branch").and_then(scalar),
        custom_workflows: is_true(map.get("allow_custom_workflows")),
        overrides: texts(map.get("allowed_overrides")),
        custom_policy_check: is_true(map.get("custom_policy_check")),
    })
}

fn workflow(name: &str, value: &Value) -> Result<Workflow, String> {
    let stages = match value {
        Value::Null => Vec::new(),
        Value::Object(stages) => {
            let read = |(stage, value): (&String, &Value)| Ok((stage.clone(), steps(name, stage, value)?));
            // A stage without steps has the built-in ones.
            let written =
                |(_, value): &(&String, &Value)| value.get("steps").is_some_and(|steps| !steps.is_null());
            stages.iter().filter(written).map(read).collect::<Result<_, String>>()?
        }
        _ => return Err(format!("the workflow `{name}` is no mapping")),
    };
    Ok(Workflow { name: name.to_owned(), stages })
}

fn steps(workflow: &str, stage: &str, value: &Value) -> Result<Vec<Step>, String> {
    let wrong = || format!("the steps of `{stage}` in the workflow `{workflow}` are not understood");
    let steps = value.get("steps").and_then(Value::as_array).ok_or_else(wrong)?;
    steps.iter().map(|value| step(value).ok_or_else(wrong)).collect()
}

fn step(value: &Value) -> Option<Step> {
    let map: &Map<String, Value> = match value {
        Value::Object(map) => map,
        other => return scalar(other).map(Step::Built),
    };
    let (name, value) = map.iter().next().filter(|_| map.len() == 1)?;
    match name.as_str() {
        "run" => scalar(value).or_else(|| value.get("command").and_then(scalar)).map(Step::Run),
        "env" => value.get("name").and_then(scalar).map(Step::Env),
        "multienv" => Some(Step::Multienv),
        _ => Some(Step::Built(name.clone())),
    }
}

/// Judges what repositories may do.
pub(super) fn checks(config: &Seen<Config>) -> Vec<Check> {
    let config = match config.known() {
        Ok(config) => config,
        Err(why) => {
            let all = [&ATLANTIS_CUSTOM_WORKFLOWS, &ATLANTIS_OVERRIDES, &ATLANTIS_BASE_BRANCH];
            return all.iter().map(|entry| Check::new(entry, State::Unknown, why)).collect();
        }
    };
    let mut checks = Vec::new();
    let each = |entry: &'static Entry, none: &str, wrong: &dyn Fn(&Repo) -> Option<String>| -> Vec<Check> {
        let found: Vec<Check> = config
            .repos
            .iter()
            .filter_map(|repo| Some(Check::of(entry, &repo.id, State::Problem, wrong(repo)?)))
            .collect();
        if found.is_empty() { vec![Check::new(entry, State::Ok, none)] } else { found }
    };
    checks.extend(each(&ATLANTIS_CUSTOM_WORKFLOWS, "none may", &|repo| {
        repo.custom_workflows.then(|| "`allow_custom_workflows` is true".to_owned())
    }));
    let gated = stages::all_gated(config);
    checks.extend(each(&ATLANTIS_OVERRIDES, "none of them may be overridden", &|repo| {
        let relaxing = |name: &&String| RELAXING.contains(&name.as_str()) || (*name == "workflow" && !gated);
        let wrong: Vec<&str> = repo.overrides.iter().filter(relaxing).map(String::as_str).collect();
        (!wrong.is_empty()).then(|| format!("`allowed_overrides` has `{}`", wrong.join("`, `")))
    }));
    if config.repos.is_empty() {
        let found = "there is no entry in `repos`, so pull requests into any branch are served";
        checks.push(Check::new(&ATLANTIS_BASE_BRANCH, State::Problem, found));
    } else {
        checks.extend(each(&ATLANTIS_BASE_BRANCH, "every entry names its base branch", &|repo| match &repo
            .branch
        {
            None => Some("it names no `branch`, so pull requests into any branch are served".to_owned()),
            Some(branch) if branch.starts_with("/^") && branch.ends_with("$/") && !branch.contains('|') => {
                None
            }
            Some(branch) => Some(format!("`branch: {branch}` may fit other names too: write `/^main$/`")),
        }));
    }
    checks
}
