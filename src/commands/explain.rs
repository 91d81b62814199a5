//! `applygate explain`: how a level came about, or what a rule is for.

use std::path::Path;

use super::cli::Explain;
use super::{Status, input, output, sources};
use crate::policy::Policy;
use crate::problem::{Code, Problem, nearest};
use crate::report::{error, explain, rules};
use crate::risk::{Place, assess};

/// Runs the command.
pub(super) fn run(arguments: &Explain) -> Status {
    let policy = Policy::shipped();
    let explained = match &arguments.plan {
        Some(path) => change(arguments, path, &policy),
        None => rule(&arguments.subject, &policy),
    };
    match explained.and_then(|text| output::human(&text)) {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

fn change(arguments: &Explain, path: &Path, policy: &Policy) -> Result<String, Problem> {
    let address = arguments.subject.as_str();
    let input = input::read(path, arguments.sources.config.as_deref())?;
    let configuration = sources::configuration(&input, &arguments.sources)?;
    let assessment = assess(&input.plan, &configuration, policy, &Place::default())?;
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
        return Err(match nearest(address, known) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem
                .help("`applygate check --show-all` lists every change; quote the address for the shell"),
        });
    }
    Ok(found.join("\n"))
}

fn rule(id: &str, policy: &Policy) -> Result<String, Problem> {
    if let Some(rule) = policy.rules.iter().find(|rule| rule.id == id) {
        return Ok(rules::explain(rule, output::width()));
    }
    let problem = Problem::new(Code::NotFound, format!("no rule is called `{id}`"));
    Err(match nearest(id, policy.rules.iter().map(|rule| rule.id.as_str())) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`applygate rules` lists them; to explain a change, name its plan too"),
    })
}
