//! What is to be said beside the lines of files, for a forge that shows it there.

use super::issue::{Issue, issues};
use super::run::Run;

pub use super::issue::Level;

/// Something to be said beside a line. Nothing is escaped: forges show it as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The file, as the configuration was named.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// How grave it is.
    pub level: Level,
    /// What it is about, on one line.
    pub title: String,
    /// What is to be said.
    pub message: String,
}

/// Returns what is to be said beside lines, the gravest first. Mere notes are noise there.
pub fn remarks(run: &Run<'_>) -> Vec<Remark> {
    let issues = issues(run);
    let loud = issues.iter().filter(|issue| issue.gravity.level() > Level::Note);
    loud.filter_map(remark).collect()
}

fn remark(issue: &Issue<'_>) -> Option<Remark> {
    let (file, line) = issue.head()?;
    let instead = issue.instead.map(|instead| format!("\nInstead: {}", instead.trim())).unwrap_or_default();
    Some(Remark {
        file: file.to_owned(),
        line,
        level: issue.gravity.level(),
        title: format!("{}: {}", issue.gravity.name(), issue.rule),
        message: format!("{}{instead}", issue.text()),
    })
}
