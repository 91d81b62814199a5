//! How the tests of rules went: like a compiler for people, as a document for programs.

use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};

use super::error::pointed;
use super::escape::{self, terminal};
use super::words::counted;
use crate::problem::{Excerpt, Place, Problem};
use crate::risk::rule_tests::{Difference, Hit, Outcome, Tried};

/// The files of the tested rules: path and text of each.
pub type Texts = [(String, String)];

/// Renders differences, hits that nobody asked for, and a line that sums them up.
pub fn render(outcome: &Outcome, texts: &Texts) -> String {
    let mut text = String::new();
    for difference in &outcome.differences {
        differing(&mut text, difference, texts);
    }
    let cyan = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    for tried in outcome.tried.iter().filter(|tried| !tried.strays.is_empty()) {
        let shown = tried.case.shown();
        put!(text, "{cyan}note{cyan:#}: other rules fire on `{}` too\n", terminal(&shown));
        for hit in &tried.strays {
            put!(text, "  {}\n", terminal(&hit.to_string()));
        }
    }
    if outcome.tried.iter().any(|tried| !tried.strays.is_empty()) {
        put!(text, "  if that is meant, write it down in `<plan>.expected.json` beside the plan\n\n");
    }
    text.push_str(&summary(outcome));
    text
}

fn summary(outcome: &Outcome) -> String {
    let (bold, red, green) = (
        Style::new().bold(),
        Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Style::new().fg_color(Some(AnsiColor::Green.into())).bold(),
    );
    let tested = format!(
        "{}, {}",
        counted(outcome.rules.len(), "rule", "rules"),
        counted(outcome.tried.len(), "plan", "plans")
    );
    if outcome.passed() {
        return format!("{green}ok{green:#}: {bold}{tested}{bold:#}, all as expected\n");
    }
    let differences = counted(outcome.differences.len(), "difference", "differences");
    let problems = match outcome.problems.len() {
        0 => String::new(),
        number => format!(", {}", counted(number, "error", "errors")),
    };
    format!("{red}failed{red:#}: {bold}{tested}{bold:#}, {differences}{problems}\n")
}

fn differing(text: &mut String, difference: &Difference, texts: &Texts) {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
    let cyan = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let rule = &difference.rule;
    let title = match &difference.fixture {
        Some(fixture) => format!("rule `{rule}` is not as expected on `{fixture}`"),
        None => format!("rule `{rule}` is not tested in full"),
    };
    put!(text, "{red}error{red:#}: {}\n", terminal(&title));
    if let Some(place) = &difference.place {
        match texts.iter().find(|(path, _)| *path == place.file) {
            Some((_, rule)) => text.push_str(&pointed(place, &Excerpt::at(rule, place.offset(rule)))),
            None => put!(text, "{cyan}  at{cyan:#}: {}\n", terminal(&place.to_string())),
        }
    }
    put!(text, "{cyan}expected{cyan:#}: {}\n", terminal(&difference.expected));
    put!(text, "{cyan}   found{cyan:#}: {}\n", terminal(&difference.found));
    if let Some(help) = &difference.help {
        put!(text, "{cyan}help{cyan:#}: {}\n", terminal(help));
    }
    text.push('\n');
}

/// Renders the whole for a program.
pub fn render_json(outcome: &Outcome, hints: &[Problem]) -> String {
    let name = match (outcome.problems.is_empty(), outcome.passed()) {
        (false, _) => "error",
        (true, false) => "failed",
        (true, true) => "passed",
    };
    document(&json!({
        "schema": "applygate/rule-tests/v1",
        "outcome": name,
        "rules": outcome.rules,
        "plans": outcome.tried.iter().map(tried).collect::<Vec<_>>(),
        "differences": outcome.differences.iter().map(difference).collect::<Vec<_>>(),
        "hints": hints.iter().map(problem).collect::<Vec<_>>(),
        "errors": outcome.problems.iter().map(problem).collect::<Vec<_>>(),
    }))
}

/// Renders what kept the tests from being run, for a program.
pub fn render_problems_json(problems: &[Problem]) -> String {
    document(&json!({
        "schema": "applygate/rule-tests/v1",
        "outcome": "error",
        "rules": [],
        "plans": [],
        "differences": [],
        "hints": [],
        "errors": problems.iter().map(problem).collect::<Vec<_>>(),
    }))
}

fn document(value: &Value) -> String {
    let mut text = escape::json(&serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

fn tried(tried: &Tried) -> Value {
    json!({
        "fixture": tried.case.shown(),
        "rule": tried.case.rule,
        "fires": tried.case.fires,
        "findings": tried.hits.iter().map(hit).collect::<Vec<_>>(),
        "unintended": tried.strays.iter().map(hit).collect::<Vec<_>>(),
    })
}

fn hit(hit: &Hit) -> Value {
    json!({
        "rule": hit.rule,
        "address": hit.address,
        "risk": hit.risk.name(),
        "effect": hit.effect.name(),
        "confidence": hit.confidence.name(),
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "kind": difference.kind.name(),
        "rule": difference.rule,
        "fixture": difference.fixture,
        "expected": difference.expected,
        "found": difference.found,
        "help": difference.help,
        "location": difference.place.as_ref().map(location),
    })
}

fn problem(problem: &Problem) -> Value {
    json!({
        "code": problem.code.name(),
        "message": problem.message,
        "help": problem.help,
        "location": problem.place.as_ref().map(location),
    })
}

fn location(place: &Place) -> Value {
    json!({ "file": place.file, "line": place.line, "column": place.column })
}
