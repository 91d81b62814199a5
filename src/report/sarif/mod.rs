//! SARIF 2.1.0, for code scanning: every finding as a result at its file and line.

mod model;

use std::collections::BTreeMap;

use super::escape::{self, cut, plain, terminal};
use super::issue::{Gravity, Issue, Level, NOT_JUDGED, issues};
use super::run::{Run, Standing};
use crate::policy::{self, Risk};
use model::{
    ArtifactLocation, Configuration, Driver, Fingerprints, Invocation, Location, Log, LogicalLocation,
    Notification, PhysicalLocation, Region, Result, ResultProperties, Rule, RuleProperties, RunLog,
    RunProperties, Text, Tool,
};

/// GitHub takes more results of a run than it shows; those beyond are left out here, the least grave ones.
const MOST: usize = 5_000;
/// The longest message or description, in characters; GitHub takes 1,024 of a description.
const LONGEST: usize = 1_000;

/// Renders the findings; `known` are the rules, which say what they are for.
pub fn render(run: &Run<'_>, known: &[policy::Rule]) -> String {
    let issues = issues(run);
    let (shown, left_out) = issues.split_at(issues.len().min(MOST));
    let (rules, positions) = rules(shown, known);
    let mut notifications: Vec<Notification> = shown
        .iter()
        .filter(|issue| issue.gravity == Gravity::Error)
        .map(|issue| Notification { level: "error", message: message(issue) })
        .collect();
    if !left_out.is_empty() {
        let text =
            format!("{} of {} findings are left out, the least grave ones", left_out.len(), issues.len());
        notifications.push(Notification { level: "warning", message: Text { text, markdown: None } });
    }
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: vec![RunLog {
            tool: Tool {
                driver: Driver { name: "applygate", semantic_version: env!("CARGO_PKG_VERSION"), rules },
            },
            invocations: vec![Invocation {
                execution_successful: run.standing() != Standing::Error,
                tool_execution_notifications: notifications,
            }],
            results: shown.iter().map(|issue| result(issue, &positions)).collect(),
            properties: RunProperties {
                outcome: run.standing().name(),
                findings: issues.len(),
                left_out: left_out.len(),
            },
        }],
    };
    // These structures hold strings and numbers only, which always serialise.
    let mut text = escape::json(&serde_json::to_string_pretty(&log).unwrap_or_default());
    text.push('\n');
    text
}

/// Returns the rules of all issues, sorted by id, and where each stands.
fn rules(issues: &[Issue<'_>], all: &[policy::Rule]) -> (Vec<Rule>, BTreeMap<String, usize>) {
    let mut known: BTreeMap<&str, &Issue<'_>> = BTreeMap::new();
    for issue in issues {
        known.entry(&issue.rule).or_insert(issue);
    }
    let positions = known.keys().enumerate().map(|(position, rule)| ((*rule).to_owned(), position)).collect();
    let rules = known.into_values().map(|issue| rule(issue, all)).collect();
    (rules, positions)
}

fn rule(issue: &Issue<'_>, all: &[policy::Rule]) -> Rule {
    let known: Option<&policy::Rule> = all.iter().find(|rule| rule.id == issue.rule);
    let why = known.map_or_else(
        || match issue.rule.as_str() {
            NOT_JUDGED => "What cannot be read or decided is never allowed.".to_owned(),
            _ => "No rule says more of this change: its level comes from the class of its type, what losing one \
                  costs, what the change does and what guards the object."
                .to_owned(),
        },
        |rule| rule.why.trim().to_owned(),
    );
    let instead = known.and_then(|rule| rule.instead.as_deref()).map(str::trim);
    let references = known.map(|rule| rule.references.as_slice()).unwrap_or_default();
    let (mut text, mut markdown) = (why.clone(), plain(&why));
    if let Some(instead) = instead {
        put!(text, "\n\nInstead: {instead}");
        put!(markdown, "\n\n**Instead:** {}", plain(instead));
    }
    if !references.is_empty() {
        put!(text, "\n\nReferences: {}", references.join("; "));
        let references: Vec<String> = references.iter().map(|reference| plain(reference)).collect();
        put!(markdown, "\n\n**References:** {}", references.join("; "));
    }
    let risk = match (known, issue.gravity) {
        (Some(rule), _) => rule.risk,
        (None, Gravity::Risk(risk)) => risk,
        (None, _) => Risk::Critical,
    };
    Rule {
        id: issue.rule.clone(),
        short_description: described(&issue.title),
        full_description: described(&why),
        help: Text { text, markdown: Some(markdown) },
        default_configuration: Configuration { level: level(Gravity::Risk(risk).level()) },
        properties: RuleProperties {
            tags: vec!["security", "infrastructure-as-code"],
            severity: match risk {
                Risk::Critical => "9.5",
                Risk::High => "8.0",
                Risk::Medium => "5.0",
                Risk::Low => "2.0",
                Risk::None => "0.0",
            },
        },
    }
}

fn described(text: &str) -> Text {
    Text { text: cut(text.trim(), LONGEST).into_owned(), markdown: None }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// Returns the message of an issue. In a message `[text](target)` is a link: no name may make one.
fn message(issue: &Issue<'_>) -> Text {
    let text = issue.text();
    let text = terminal(&cut(&text, LONGEST)).replace("](", "] (");
    Text { text, markdown: None }
}

fn result(issue: &Issue<'_>, positions: &BTreeMap<String, usize>) -> Result {
    let (file, line) = issue.spot.map_or((issue.plan, 1), |spot| (spot.file.as_str(), spot.line));
    let logical = issue.subject.iter().map(|address| LogicalLocation {
        fully_qualified_name: terminal(&cut(address, LONGEST)).into_owned(),
        kind: "resource",
    });
    Result {
        rule_id: issue.rule.clone(),
        rule_index: positions.get(&issue.rule).copied().unwrap_or_default(),
        level: level(issue.gravity.level()),
        message: message(issue),
        locations: vec![Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: uri(file) },
                region: Region { start_line: line.max(1) },
            },
            logical_locations: logical.collect(),
        }],
        partial_fingerprints: Fingerprints {
            primary_location_line_hash: issue.fingerprint.clone(),
            own: issue.fingerprint.clone(),
        },
        properties: ResultProperties {
            gravity: issue.gravity.name(),
            plan: terminal(issue.plan).into_owned(),
        },
    }
}

/// Returns a path as a URI relative to the root of the repository, or as one of a file if it is absolute.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        // A colon would make what stands before it a scheme.
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            put!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn every_path_is_a_uri_of_a_file() {
        for (path, expected) in [
            ("live/prod/main.tf", "live/prod/main.tf"),
            ("./a b.tf", "a%20b.tf"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29"),
            ("/srv/a.tf", "file:///srv/a.tf"),
            ("//evil.example/x", "file:////evil.example/x"),
            ("é\n#?%", "%C3%A9%0A%23%3F%25"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
