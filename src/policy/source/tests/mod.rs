//! Every problem that a file can have, with its text, its place and what helps.

mod catalog;
mod conditions;
mod defaults;
mod files;
mod rules;

use super::decode::Source;
use crate::problem::Problem;

/// Returns problems as `line:column: message; help`.
fn lines(problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| {
        let place = problem.place.as_ref().map(|place| format!("{}:{}: ", place.line, place.column));
        let help = problem.help.as_deref().map(|help| format!("; {help}"));
        format!("{}{}{}", place.unwrap_or_default(), problem.message, help.unwrap_or_default())
    };
    problems.iter().map(line).collect()
}

/// Reads a text and returns its problems as lines.
fn problems_of<T>(text: &str, read: impl Fn(&Source<'_>) -> T) -> Vec<String> {
    let source = Source::new("x.hcl", text);
    let result = read(&source);
    drop(result);
    lines(&source.into_problems())
}
