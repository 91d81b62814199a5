//! The answer for programs.

use serde::Serialize;

use super::{Agenda, end, rfc3339};

#[derive(Serialize)]
struct Document<'a> {
    at: String,
    allowed: bool,
    code: Option<&'static str>,
    opens_at: Option<String>,
    closes_at: Option<String>,
    latest_start: Option<String>,
    next_transition: Option<String>,
    occurrences: Vec<Occurrence<'a>>,
}

#[derive(Serialize)]
struct Occurrence<'a> {
    kind: &'static str,
    name: &'a str,
    start: String,
    end: Option<String>,
}

/// Renders the answer, and what happens in the days asked for. Instants are RFC 3339 in UTC to the second, or null.
pub fn render(agenda: &Agenda<'_>) -> String {
    let answer = &agenda.answer;
    let document = Document {
        at: rfc3339(answer.at),
        allowed: answer.is_allowed(),
        code: answer.code.map(|code| code.name()),
        opens_at: answer.opens_at.map(rfc3339),
        closes_at: answer.closes_at.map(rfc3339),
        latest_start: answer.latest_start.map(rfc3339),
        next_transition: answer.next_transition.map(rfc3339),
        occurrences: agenda
            .entries
            .iter()
            .map(|entry| Occurrence {
                kind: entry.kind.name(),
                name: entry.name,
                start: rfc3339(entry.span.start()),
                end: end(entry.span).map(rfc3339),
            })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}
