//! How the level of one change came about.

use anstyle::Style;

use super::differences;
use super::escape::terminal;
use super::text::level;
use super::words::{address, operation, relation};
use crate::risk::{Assessment, ChangeAssessment};

/// Renders the steps that led to the level of a change.
pub fn render(change: &ChangeAssessment, assessment: &Assessment) -> String {
    let bold = Style::new().bold();
    let style = level(change.risk);
    let mut text = format!("{bold}{}{bold:#}  {}\n", terminal(&address(change)), operation(change));
    put!(
        text,
        "class {}, category {}{}, confidence {}\n",
        change.class.name(),
        change.category,
        if change.stateful { ", stateful" } else { "" },
        change.confidence.name()
    );
    if let Some(reason) = &change.reason {
        put!(text, "planned because: {}\n", terminal(reason));
    }
    text.push('\n');
    for (number, step) in change.steps.iter().enumerate() {
        let style = level(step.risk);
        put!(text, "{:>2}. {style}{:<8}{style:#} {}\n", number + 1, step.risk.name(), terminal(&step.text));
    }
    put!(text, "\nlevel: {style}{}{style:#}\n", change.risk.name());
    if !change.guards.is_empty() {
        put!(text, "\n{bold}Guards{bold:#}, as the API holds them before the change\n");
        for guard in &change.guards {
            put!(text, "  {}\n", terminal(&guard.to_string()));
        }
    }
    if !change.relations.is_empty() {
        put!(text, "\n{bold}In the same plan{bold:#}\n");
        for one in &change.relations {
            put!(text, "  {}\n", terminal(&relation(one)));
            for line in one.text.iter().flat_map(|text| text.lines()) {
                put!(text, "    {}\n", terminal(line));
            }
        }
    }
    if !change.differences.is_empty() {
        put!(text, "\n{bold}Differences{bold:#}\n");
        for line in differences::all(change) {
            put!(text, "  {}\n", differences::paint(&line));
        }
    }
    put!(text, "\nenvironment: {}\n", terminal(&assessment.environment.why));
    text
}
