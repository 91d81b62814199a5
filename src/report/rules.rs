//! The rules as a list, and one of them in full.

use anstyle::Style;

use super::text::level;
use crate::policy::{Effect, Policy, Rule, Sight};

/// Renders the list of rules, one line each, sorted by id.
pub fn list(policy: &Policy) -> String {
    let mut rules: Vec<&Rule> = policy.rules.iter().collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in rules {
        let style = level(rule.risk);
        let line = format!(
            "{style}{:<8}{style:#}  {:<8}  {:<width$}  {}\n",
            rule.risk.name(),
            rule.effect.name(),
            rule.id,
            rule.title
        );
        text.push_str(&line);
    }
    text
}

/// Renders one rule: what, why, what to do instead, the condition with its place, references.
pub fn explain(rule: &Rule, width: usize) -> String {
    let bold = Style::new().bold();
    let style = level(rule.risk);
    let mut text = format!("{bold}{}{bold:#}: {}\n", rule.id, rule.title);
    let effect = match rule.effect {
        Effect::Prohibit if rule.everywhere => "prohibits in every environment",
        Effect::Prohibit => "prohibits in production and staging",
        Effect::Risk => "raises the level",
        Effect::Note => "is a note only",
    };
    put!(text, "{style}{}{style:#}; {effect}\n", rule.risk.name());
    paragraph(&mut text, "Why", &rule.why, width);
    if let Some(instead) = &rule.instead {
        paragraph(&mut text, "Instead", instead, width);
    }
    put!(text, "\n{bold}Applies to{bold:#}\n  {}\n", selection(rule));
    if let Some(condition) = &rule.condition_text {
        put!(text, "\n{bold}When{bold:#} ({}:{})\n", rule.condition_place.file, rule.condition_place.line);
        for line in condition.lines() {
            put!(text, "  {line}\n");
        }
    } else {
        put!(text, "\n{bold}When{bold:#} ({}:{})\n  always\n", rule.place.file, rule.place.line);
    }
    if !rule.references.is_empty() {
        put!(text, "\n{bold}References{bold:#}\n  {}\n", rule.references.join("; "));
    }
    text
}

/// Says which changes a rule looks at.
fn selection(rule: &Rule) -> String {
    match rule.sight {
        Sight::Plan => return "the plan as a whole".to_owned(),
        Sight::Configuration => {
            let differs: Vec<&str> = rule.differs.iter().map(|differs| differs.name()).collect();
            return format!("differences of the configuration: {}", differs.join(", "));
        }
        Sight::Change => {}
    }
    let operations: Vec<&str> = rule.operations.iter().map(|operation| operation.name()).collect();
    format!("{} of {}", operations.join(", "), rule.types)
}

/// Renders the list of rules for a program.
pub fn list_json(policy: &Policy) -> String {
    let rules: Vec<serde_json::Value> = policy
        .rules
        .iter()
        .map(|rule| {
            serde_json::json!({
                "rule": rule.id,
                "title": rule.title,
                "scope": rule.sight.name(),
                "risk": rule.risk.name(),
                "effect": rule.effect.name(),
                "everywhere": rule.everywhere,
                "types": (rule.sight == Sight::Change).then(|| rule.types.to_string()),
                "operations": rule.operations.iter().map(|operation| operation.name()).collect::<Vec<_>>(),
                "condition": rule.condition_text,
                "why": rule.why,
                "instead": rule.instead,
                "references": rule.references,
                "location": { "file": rule.place.file, "line": rule.place.line },
            })
        })
        .collect();
    let document = serde_json::json!({ "schema": "applygate/rules/v1", "rules": rules });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn paragraph(text: &mut String, title: &str, content: &str, width: usize) {
    let bold = Style::new().bold();
    put!(text, "\n{bold}{title}{bold:#}\n");
    let options = textwrap::Options::new(width.clamp(40, 100)).initial_indent("  ").subsequent_indent("  ");
    for line in content.trim().lines() {
        text.push_str(&textwrap::fill(line.trim(), &options));
        text.push('\n');
    }
}
