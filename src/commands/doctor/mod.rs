//! `applygate doctor`: what can be checked of the operator's side, and the level of assurance that it proves.

mod atlantis;
mod checkout;

use super::cli::{Doctor, ListFormat};
use super::pull::target::{self, variable};
use super::{Status, output};
use crate::doctor::{GithubSide, Observed, assess, workflow};
use crate::forge::{Asked, Patience, Repo, inspect};
use crate::problem::Problem;
use crate::report::{doctor, error};

/// Runs the command.
pub(super) fn run(arguments: &Doctor) -> Status {
    match examined(arguments) {
        Ok(problems) => {
            // The operator's side is not as it should be: that holds.
            if problems { Status::Hold } else { Status::Allow }
        }
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// Prints what was found, and returns whether there are problems.
fn examined(arguments: &Doctor) -> Result<bool, Problem> {
    let atlantis = atlantis::observe(arguments)?;
    let repo = arguments.repo.clone().or_else(|| variable("GITHUB_REPOSITORY"));
    let repo = repo.map(|name| Repo::parse(&name)).transpose()?;
    let workflows = checkout::workflows();
    let mut environments: Vec<String> = arguments.environment.iter().cloned().collect();
    environments.extend(workflow::environments(&workflows));
    let github = github(arguments, repo.as_ref(), environments)?;
    let environment = arguments.environment.clone();
    let observed = Observed { environment, github, workflows, atlantis };
    let diagnosis = assess(&observed);
    let subject = doctor::Subject {
        repository: repo.map(|repo| repo.to_string()),
        branch: observed.github.branch.known().ok().cloned(),
    };
    match arguments.format {
        ListFormat::Text => output::human(&doctor::render(&diagnosis, &subject, output::width()))?,
        ListFormat::Json => output::machine(&doctor::render_json(&diagnosis, &subject))?,
    }
    Ok(diagnosis.has_problems())
}

/// Asks GitHub, if it is known what to ask and with which right.
fn github(arguments: &Doctor, repo: Option<&Repo>, environments: Vec<String>) -> Result<GithubSide, Problem> {
    let Some(repo) = repo else {
        return Ok(GithubSide::unknown("no repository was named: `--repo OWNER/NAME`"));
    };
    let credentials = match target::credentials() {
        Ok(credentials) => credentials,
        Err(problem) => {
            let help = "set `GITHUB_TOKEN`, or `APPLYGATE_APP_ID` and `APPLYGATE_APP_KEY`";
            return Ok(GithubSide::unknown(&format!("{} ({help})", problem.message)));
        }
    };
    let asked = Asked { branch: arguments.branch.clone(), environments, app: arguments.app.clone() };
    inspect(&target::address(), credentials, repo, &asked, Patience::default())
}
