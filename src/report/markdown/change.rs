//! One change in Markdown, in three lengths.

use std::collections::BTreeSet;

use super::budget::Item;
use super::{mark, sentence, sentence_with};
use crate::policy::Effect;
use crate::report::differences::{self, Line, Said};
use crate::report::escape::{code, cut, fence, plain};
use crate::report::run::{Shared, gravest, place};
use crate::report::words::{operation, relation, short_address};
use crate::risk::{ChangeAssessment, Confidence, Finding};

/// The longest address in a heading, in characters.
const LONGEST_ADDRESS: usize = 240;
/// The longest address in a short row, in characters.
const SHORT_ADDRESS: usize = 120;
/// The longest address in the shortest row.
const SHORTEST_ADDRESS: usize = 64;
/// The longest line of a difference.
const LONGEST_LINE: usize = 320;
/// So many plans, rules, relations or attributes are named in one row.
const MOST_NAMED: usize = 6;

/// Returns a change that matters. Advice that stood above is not repeated.
pub(super) fn item<'r>(
    shared: &Shared<'r, ChangeAssessment>,
    several: bool,
    advised: &mut BTreeSet<&'r str>,
) -> Item {
    let (long, short) = (long(shared, several, advised), short(shared, several));
    let change = shared.one;
    let prohibited = if change.is_prohibited() { ", prohibited" } else { "" };
    let shortest = format!(
        "- **{}**{prohibited}: {} {}{}\n",
        change.risk.name(),
        operation(change),
        code(&short_address(change, SHORTEST_ADDRESS)),
        times(shared)
    );
    Item::new([long, short, shortest])
}

/// Returns a harmless change: one row.
pub(super) fn harmless(change: &ChangeAssessment, plan: &str, several: bool) -> Item {
    let plan = if several { format!(" in {}", code(&cut(plan, SHORT_ADDRESS))) } else { String::new() };
    let rules = rules(change);
    let rules = if rules.is_empty() { rules } else { format!(": {rules}") };
    let address = code(&short_address(change, SHORT_ADDRESS));
    Item::new([format!("- {}: {} {address}{plan}{rules}\n", change.risk.name(), operation(change))])
}

/// Returns the plans that something is in.
pub(super) fn plans(names: &[&str]) -> String {
    let named: Vec<String> =
        names.iter().take(MOST_NAMED).map(|name| code(&cut(name, SHORT_ADDRESS))).collect();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => format!("(in {})", named.join(", ")),
        more => format!("(in {} and {more} more plans)", named.join(", ")),
    }
}

/// Returns why a rule fired on something, with its id.
pub(super) fn reason(finding: &Finding, address: &str) -> String {
    let remark = match (finding.prohibits, finding.effect, finding.confidence) {
        (true, ..) => ", prohibited",
        (_, Effect::Note, _) => ", a note",
        (_, _, Confidence::Unknown) => ", cannot tell before apply",
        _ => "",
    };
    format!("{} ({}{remark})", sentence_with(&finding.message, address), code(&finding.rule))
}

fn heading(shared: &Shared<'_, ChangeAssessment>) -> String {
    let change = shared.one;
    let prohibited = if change.is_prohibited() { " (prohibited)" } else { "" };
    format!(
        "{} {}: {} {}{prohibited}",
        mark(change.risk),
        change.risk.name(),
        operation(change),
        code(&short_address(change, LONGEST_ADDRESS))
    )
}

fn short(shared: &Shared<'_, ChangeAssessment>, several: bool) -> String {
    let change = shared.one;
    let mut row = format!(
        "- {} **{}**: {} {}",
        mark(change.risk),
        change.risk.name(),
        operation(change),
        code(&short_address(change, SHORT_ADDRESS))
    );
    if change.is_prohibited() {
        row.push_str(", **prohibited**");
    }
    if let Some(spot) = &change.place {
        put!(row, ", {}", code(&cut(&place(spot), SHORT_ADDRESS)));
    }
    let rules = rules(change);
    if !rules.is_empty() {
        put!(row, ": {rules}");
    }
    if several {
        row.push_str(&times(shared));
    }
    row.push('\n');
    row
}

/// Returns in how many plans a change is, if in more than one.
fn times(shared: &Shared<'_, ChangeAssessment>) -> String {
    match shared.all.len() {
        1 => String::new(),
        count => format!(" (in {count} plans)"),
    }
}

fn rules(change: &ChangeAssessment) -> String {
    let findings = gravest(change);
    let named: Vec<String> = findings.iter().take(MOST_NAMED).map(|finding| code(&finding.rule)).collect();
    named.join(", ")
}

fn long<'r>(shared: &Shared<'r, ChangeAssessment>, several: bool, advised: &mut BTreeSet<&'r str>) -> String {
    let change = shared.one;
    let mut text = format!("#### {}\n\n", heading(shared));
    whereabouts(&mut text, shared, several);
    let findings = gravest(change);
    for finding in &findings {
        put!(text, "- {}\n", reason(finding, &change.address));
        if advised.insert(&finding.rule)
            && let Some(instead) = &finding.instead
        {
            put!(text, "  - Instead: {}\n", sentence(instead));
        }
    }
    if findings.iter().all(|finding| finding.risk < change.risk)
        && let Some(step) = change.steps.first()
    {
        put!(text, "- Why: {}\n", sentence_with(&step.text, &change.kind));
    }
    if !change.forced_by.is_empty() {
        put!(text, "- Forced by a change of {}\n", named(&change.forced_by));
    }
    if change.guard.is_some() {
        // Backups and other switches do not stand between the object and this loss.
        let bearing = change.guards.iter().filter(|guard| guard.bears_on_loss());
        let guards: Vec<String> = bearing.map(ToString::to_string).collect();
        if !guards.is_empty() {
            put!(text, "- Guards: {}\n", sentence(&guards.join("; ")));
        }
    }
    for one in change.relations.iter().take(MOST_NAMED) {
        put!(text, "- In the same plan: {}\n", sentence_with(&relation(one), &one.address));
        if let Some(hint) = &one.text {
            let lines: Vec<String> = hint.lines().map(|line| format!("  {line}")).collect();
            put!(text, "\n{}\n", fence("hcl", &lines));
        }
    }
    if change.relations.len() > MOST_NAMED {
        put!(text, "- And {} more relations to other changes\n", change.relations.len() - MOST_NAMED);
    }
    let lines: Vec<String> = differences::digest(change).iter().flat_map(difference).collect();
    if !lines.is_empty() {
        put!(text, "\n{}", fence("diff", &lines));
    }
    text.truncate(text.trim_end().len());
    text.push_str("\n\n");
    text
}

/// Writes where a change stands, and in which plans.
fn whereabouts(text: &mut String, shared: &Shared<'_, ChangeAssessment>, several: bool) {
    if !several {
        if let Some(spot) = &shared.one.place {
            put!(text, "Place: {}\n\n", code(&place(spot)));
        }
        return;
    }
    let each = shared.all.iter().take(MOST_NAMED).map(|(plan, change)| match &change.place {
        Some(spot) => format!("{} at {}", code(&cut(plan, SHORT_ADDRESS)), code(&place(spot))),
        None => code(&cut(plan, SHORT_ADDRESS)),
    });
    let each: Vec<String> = each.collect();
    let more = match shared.all.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more plans"),
    };
    put!(text, "In {}{more}\n\n", each.join(", "));
}

/// Returns the first of some addresses, attributes or paths, and how many more there are.
pub(super) fn named(names: &[String]) -> String {
    let named: Vec<String> =
        names.iter().take(MOST_NAMED).map(|name| code(&cut(name, SHORT_ADDRESS))).collect();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// Returns a difference as lines of a `diff` block: what goes in red, what comes in green. Each begins with our mark.
fn difference(line: &Line) -> Vec<String> {
    let within = line.within.as_ref().map(|within| format!(" ({within})")).unwrap_or_default();
    let lines = match &line.said {
        Said::Changed(path, before, after, remark) => {
            vec![format!("- {path}: {before}"), format!("+ {path}: {after}{remark}{within}")]
        }
        Said::Gone(path, value) => vec![format!("- {path}: {value}{within}")],
        Said::Come(path, value, remark) => vec![format!("+ {path}: {value}{remark}{within}")],
        Said::Else(path, what) => vec![format!("! {path}: {what}{within}")],
        Said::Differs(path) => vec![format!("! {path}{within}")],
        Said::Named(title, paths) => vec![format!("  {title}: {paths}")],
        Said::More(count) => vec![format!("  and {count} more")],
    };
    lines.into_iter().map(|line| cut(&line, LONGEST_LINE).into_owned()).collect()
}

/// Returns the row of a group of changes that have no room of their own.
pub(super) fn group(change: &ChangeAssessment, count: usize) -> String {
    let prohibited = if change.is_prohibited() { ", prohibited" } else { "" };
    let rule =
        gravest(change).first().map(|finding| format!(" ({})", code(&finding.rule))).unwrap_or_default();
    format!(
        "- **{}**{prohibited}: {count} × {} {}{rule}\n",
        change.risk.name(),
        plain(&operation(change)),
        code(&cut(&change.kind, SHORTEST_ADDRESS))
    )
}
