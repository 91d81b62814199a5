//! `applygate rules test`: a team's rules on the plans beside them.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::cli::{ListFormat, RulesTest};
use super::super::{Status, output};
use crate::policy::source::load::File;
use crate::policy::team::{FIXTURES, load_rules, read_folder};
use crate::policy::{Organisation, Policy, Rule};
use crate::problem::{Code, Problem};
use crate::report::{error, rule_tests as report};
use crate::risk::rule_tests::{Outcome, read_cases, run as judge};

/// What was tested, and how it went.
struct Tested {
    outcome: Outcome,
    hints: Vec<Problem>,
    texts: Vec<(String, String)>,
}

/// Runs the command.
pub(super) fn run(arguments: &RulesTest) -> Status {
    let tested = match test(&arguments.directory) {
        Ok(tested) => tested,
        Err(problems) => return fail(&problems, arguments.format),
    };
    let printed = match arguments.format {
        ListFormat::Json => output::machine(&report::render_json(&tested.outcome, &tested.hints)),
        ListFormat::Text => {
            for hint in &tested.hints {
                output::complaint(&error::render_hint(hint));
            }
            for problem in &tested.outcome.problems {
                output::complaint(&error::render(problem));
            }
            output::human(&report::render(&tested.outcome, &tested.texts))
        }
    };
    match printed {
        Ok(()) if !tested.outcome.problems.is_empty() => Status::Error,
        // What the rules say is not what their author expects: that holds.
        Ok(()) if !tested.outcome.passed() => Status::Hold,
        Ok(()) => Status::Allow,
        Err(problem) => fail(&[problem], ListFormat::Text),
    }
}

fn test(directory: &Path) -> Result<Tested, Vec<Problem>> {
    let texts = read_folder(directory)?;
    if texts.is_empty() {
        let message = format!("there is no rule in `{}`", directory.display());
        let problem = Problem::new(Code::NotFound, message)
            .help("a rule stands in a file `<id>.hcl`; `applygate rules new ID --dir DIR` writes one");
        return Err(vec![problem]);
    }
    let files: Vec<File<'_>> = texts.iter().map(|(path, text)| File { path, text }).collect();
    let policy = Policy::shipped();
    let team = load_rules(&files, &policy)?;
    let ids: BTreeSet<&str> = team.rules.iter().map(|rule| rule.id.as_str()).collect();
    let cases = read_cases(&directory.join(FIXTURES), &ids)?;
    let policy = policy.with(Organisation::default(), team.rules.clone())?;
    let rules: Vec<&Rule> = team.rules.iter().collect();
    let outcome = judge(&policy, &rules, cases);
    Ok(Tested { outcome, hints: team.hints, texts })
}

fn fail(problems: &[Problem], format: ListFormat) -> Status {
    match format {
        // If even that cannot be written, the exit status still says it.
        ListFormat::Json => drop(output::machine(&report::render_problems_json(problems))),
        ListFormat::Text => {
            for problem in problems {
                output::complaint(&error::render(problem));
            }
            output::complaint("nothing was tested\n");
        }
    }
    Status::Error
}
