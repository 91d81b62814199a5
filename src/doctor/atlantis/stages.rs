//! The stages of the workflows: does the gate stand before every apply?

use super::super::catalog::{
    ATLANTIS_GATE, ATLANTIS_OWN_APPLY, ATLANTIS_PLAN_STEP, ATLANTIS_POLICY_CHECK, ATLANTIS_STEP_ENVIRONMENT,
};
use super::super::command::{self, Stops};
use super::super::{Check, Seen, State};
use super::config::{Config, Step, Workflow};

/// Variables that the gate goes by, or that decide which program runs.
const GOES_BY: [&str; 21] = [
    "ATLANTIS_GH_HOSTNAME",
    "ATLANTIS_TERRAFORM_DISTRIBUTION",
    "ATLANTIS_TERRAFORM_VERSION",
    "BASE_BRANCH_NAME",
    "BASE_REPO_NAME",
    "BASE_REPO_OWNER",
    "COMMENT_ARGS",
    "DIR",
    "HEAD_BRANCH_NAME",
    "HEAD_COMMIT",
    "HEAD_REPO_NAME",
    "HEAD_REPO_OWNER",
    "PATH",
    "PLANFILE",
    "PROJECT_NAME",
    "PULL_AUTHOR",
    "PULL_NUM",
    "REPO_REL_DIR",
    "SHOWFILE",
    "USER_NAME",
    "WORKSPACE",
];

/// Returns true if the plan stage runs applygate, or the policy check does.
pub(super) fn plans_with_applygate(workflow: &Workflow) -> bool {
    let runs = |stage: &str, what: &str| {
        workflow.stage(stage).unwrap_or_default().iter().any(|step| runs_gate(step, what))
    };
    runs("plan", "plan") || runs("policy_check", "policy-check")
}

fn runs_gate(step: &Step, what: &str) -> bool {
    let Step::Run(script) = step else { return false };
    command::commands(script).iter().any(|words| command::runs_applygate(words, &["atlantis", what]))
}

/// Returns true if every workflow has the gate.
pub(super) fn all_gated(config: &Config) -> bool {
    config.workflows.iter().all(|workflow| gate(workflow).0 == State::Ok)
}

/// Judges the stages of every workflow.
pub(super) fn checks(config: &Seen<Config>) -> Vec<Check> {
    let config = match config.known() {
        Ok(config) => config,
        Err(why) => {
            let all = [
                &ATLANTIS_GATE,
                &ATLANTIS_OWN_APPLY,
                &ATLANTIS_STEP_ENVIRONMENT,
                &ATLANTIS_PLAN_STEP,
                &ATLANTIS_POLICY_CHECK,
            ];
            return all.iter().map(|entry| Check::new(entry, State::Unknown, why)).collect();
        }
    };
    let mut checks = Vec::new();
    for workflow in &config.workflows {
        let name = format!("workflow {}", workflow.name);
        let mut add =
            |entry, (state, found): (State, String)| checks.push(Check::of(entry, &name, state, found));
        add(&ATLANTIS_GATE, gate(workflow));
        add(&ATLANTIS_OWN_APPLY, own_apply(workflow));
        add(&ATLANTIS_STEP_ENVIRONMENT, step_environment(workflow));
        add(&ATLANTIS_PLAN_STEP, plan_step(workflow));
        if config.repos.iter().any(|repo| repo.custom_policy_check) {
            add(&ATLANTIS_POLICY_CHECK, policy_check(workflow));
        }
    }
    if !config.repos.iter().any(|repo| repo.custom_policy_check) {
        checks.push(Check::new(&ATLANTIS_POLICY_CHECK, State::Ok, "`custom_policy_check` is off"));
    }
    checks
}

/// Says whether the gate stands before the first thing that applies.
fn gate(workflow: &Workflow) -> (State, String) {
    let Some(steps) = workflow.stage("apply") else {
        return (State::Problem, "its apply stage is the built-in one, without the gate".to_owned());
    };
    let applies = |step: &Step| match step {
        Step::Built(name) => name == "apply",
        Step::Run(script) => command::commands(script)
            .iter()
            .any(|words| command::applies(words) && !command::applies_through_gate(words)),
        Step::Env(_) | Step::Multienv => false,
    };
    let first = steps.iter().position(applies).unwrap_or(steps.len());
    let before = steps.get(..first).unwrap_or_default();
    let script = before.iter().find_map(|step| match step {
        Step::Run(script) if runs_gate(step, "apply") => Some(script),
        _ => None,
    });
    let through = |step: &Step| matches!(step, Step::Run(script) if command::commands(script).iter().any(|words| command::applies_through_gate(words)));
    let Some(script) = script else {
        if first == steps.len() && steps.iter().any(through) {
            return (State::Ok, "it applies through `applygate gate`".to_owned());
        }
        let late = steps.iter().any(|step| runs_gate(step, "apply"));
        let found =
            if late { "the gate stands behind `apply`" } else { "no step runs `applygate atlantis apply`" };
        return (State::Problem, found.to_owned());
    };
    match command::stops(script) {
        Stops::Yes => (State::Ok, "the gate stands before `apply`".to_owned()),
        Stops::MayNot => {
            (State::Unknown, format!("whether a refusal ends the step is not plain: `{}`", script.trim()))
        }
    }
}

fn own_apply(workflow: &Workflow) -> (State, String) {
    for (stage, steps) in &workflow.stages {
        for step in steps {
            let Step::Run(script) = step else { continue };
            let bare = |words: &Vec<String>| command::applies(words) && !command::applies_through_gate(words);
            if let Some(words) = command::commands(script).into_iter().find(bare) {
                return (State::Problem, format!("its {stage} stage runs `{}`", words.join(" ")));
            }
        }
    }
    (State::Ok, "no step does".to_owned())
}

fn step_environment(workflow: &Workflow) -> (State, String) {
    for step in workflow.stage("apply").unwrap_or_default() {
        match step {
            Step::Env(name) if decides(name) => {
                return (State::Problem, format!("a step of its apply stage sets `{name}`"));
            }
            Step::Multienv => {
                let found = "a `multienv` step of its apply stage sets what its script prints";
                return (State::Unknown, found.to_owned());
            }
            _ => {}
        }
    }
    (State::Ok, "no step does".to_owned())
}

/// Returns true for a variable that the gate goes by; where a token or a key comes from is the operator's own affair.
fn decides(name: &str) -> bool {
    const KEYS: [&str; 5] = [
        "APPLYGATE_APP_ID",
        "APPLYGATE_APP_KEY",
        "APPLYGATE_DIGEST_KEY",
        "APPLYGATE_GITHUB_TOKEN",
        "GITHUB_TOKEN",
    ];
    let ours = name.starts_with("APPLYGATE_") || name.starts_with("GITHUB_");
    GOES_BY.contains(&name) || (ours && !KEYS.contains(&name))
}

fn plan_step(workflow: &Workflow) -> (State, String) {
    let steps = workflow.stage("plan").unwrap_or_default();
    let plan = steps.iter().position(|step| *step == Step::Built("plan".to_owned()));
    let ours = steps.iter().position(|step| runs_gate(step, "plan"));
    match (plan, ours) {
        (Some(plan), Some(ours)) if plan < ours => (State::Ok, "it stands behind `plan`".to_owned()),
        (None, Some(_)) => (State::Ok, "it is there".to_owned()),
        (_, Some(_)) => (State::Problem, "it stands before `plan`".to_owned()),
        (_, None) => (State::Problem, "no step runs `applygate atlantis plan`".to_owned()),
    }
}

fn policy_check(workflow: &Workflow) -> (State, String) {
    let steps = workflow.stage("policy_check").unwrap_or_default();
    let mut printing = steps.iter().filter(|step| matches!(step, Step::Run(_)));
    let softer = |step: &&Step| matches!(step, Step::Run(script) if script.contains("--fail-on"));
    match (printing.next(), printing.next()) {
        (Some(first), _) if softer(&first) => {
            (State::Problem, "`--fail-on` says what it lets pass besides".to_owned())
        }
        (Some(first), None) if runs_gate(first, "policy-check") => {
            (State::Ok, "it is the only one".to_owned())
        }
        (Some(first), Some(_)) if runs_gate(first, "policy-check") => {
            (State::Problem, "further steps print behind it".to_owned())
        }
        (Some(_), _) => (State::Problem, "another step prints first".to_owned()),
        (None, _) => (State::Problem, "no step runs `applygate atlantis policy-check`".to_owned()),
    }
}
