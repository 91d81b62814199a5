//! `applygate explain`: how a level came about, or what a rule is for.

use std::path::Path;

use super::cli::Explain;
use super::organisation::{self, At};
use super::subject::gather;
use super::{Status, output};
use crate::policy::Policy;
use crate::problem::{Code, Problem, Problems, nearest};
use crate::report::{error, explain, rules};
use crate::risk::assess;

/// Runs the command.
pub(super) fn run(arguments: &Explain) -> Status {
    let explained = match &arguments.plan {
        Some(path) => change(arguments, path),
        None => rule(arguments),
    };
    match explained.and_then(|text| Ok(output::human(&text)?)) {
        Ok(()) => Status::Allow,
        Err(problems) => {
            output::complaint(&error::render_all(&problems));
            Status::Error
        }
    }
}

fn change(arguments: &Explain, path: &Path) -> Result<String, Problems> {
    let address = arguments.subject.as_str();
    let subject = gather(path, &arguments.sources)?;
    let assessment = assess(&subject.input.plan, &subject.configuration, &subject.policy, &subject.place)?;
    // One address may stand for several objects: the current one and deposed ones.
    let found: Vec<String> = assessment
        .changes
        .iter()
        .filter(|change| change.address == address)
        .map(|change| explain::render(change, &assessment))
        .collect();
    if found.is_empty() {
        let problem = Problem::new(Code::NotFound, format!("no change of `{address}` in this plan"));
        let known = assessment.changes.iter().map(|change| change.address.as_str());
        let problem = match nearest(address, known) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem
                .help("`applygate check --show-all` lists every change; quote the address for the shell"),
        };
        return Err(problem.into());
    }
    Ok(found.join("\n"))
}

fn rule(arguments: &Explain) -> Result<String, Problems> {
    let id = arguments.subject.as_str();
    let policy = match &arguments.sources.policy {
        Some(file) => organisation::read(&At::Path(file))?,
        None => Policy::shipped(),
    };
    if let Some(rule) = policy.rules.iter().find(|rule| rule.id == id) {
        return Ok(rules::explain(rule, output::width()));
    }
    let problem = Problem::new(Code::NotFound, format!("no rule is called `{id}`"));
    let problem = match nearest(id, policy.rules.iter().map(|rule| rule.id.as_str())) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`applygate rules` lists them; to explain a change, name its plan too"),
    };
    Err(problem.into())
}
