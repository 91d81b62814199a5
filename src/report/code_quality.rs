//! The report that GitLab shows as code quality in a merge request.

use serde::Serialize;

use super::escape::{self, cut, terminal};
use super::issue::{Gravity, Issue, issues};
use super::run::Run;
use crate::policy::Risk;

/// The longest description, in characters.
const LONGEST: usize = 1_000;

#[derive(Debug, Serialize)]
struct Entry {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: u32,
}

/// Renders every finding, the gravest first.
pub fn render(run: &Run<'_>) -> String {
    let entries: Vec<Entry> = issues(run).iter().map(entry).collect();
    // These structures hold strings and numbers only, which always serialise.
    let mut text = escape::json(&serde_json::to_string_pretty(&entries).unwrap_or_default());
    text.push('\n');
    text
}

fn entry(issue: &Issue<'_>) -> Entry {
    let (path, begin) = issue.spot.map_or((issue.plan, 1), |spot| (spot.file.as_str(), spot.line));
    Entry {
        description: terminal(&cut(&issue.text(), LONGEST)).into_owned(),
        check_name: issue.rule.clone(),
        fingerprint: issue.fingerprint.clone(),
        severity: match issue.gravity {
            Gravity::Error | Gravity::Prohibited => "blocker",
            Gravity::Risk(Risk::Critical) => "critical",
            Gravity::Risk(Risk::High) => "major",
            Gravity::Risk(Risk::Medium) => "minor",
            Gravity::Risk(Risk::Low | Risk::None) => "info",
        },
        location: Location {
            path: terminal(path.strip_prefix("./").unwrap_or(path)).into_owned(),
            lines: Lines { begin },
        },
    }
}
