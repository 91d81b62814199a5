//! What the risky changes reach, as a Mermaid flowchart: it stands in Markdown that a forge draws.
//!
//! A forge draws no chart of more than 50,000 characters or 500 arrows; the graph is bounded far below.

use super::Report;
use super::markup::{cut, mermaid};
use super::reached::{Card, arrow, more};
use crate::policy::Risk;

/// Columns of an address: more makes boxes that nobody can read.
const COLUMNS: usize = 56;

/// The colours of a level: fill, border and text, which carry their own ground so that they stand on any.
const COLOURS: [(Risk, &str, &str, &str); 5] = [
    (Risk::Critical, "#a4161a", "#6a040f", "#ffffff"),
    (Risk::High, "#f08a4b", "#9c4a12", "#1f1300"),
    (Risk::Medium, "#f5d565", "#8a6d00", "#1f1a00"),
    (Risk::Low, "#bcdcf5", "#3a7ca5", "#0b2233"),
    (Risk::None, "#e7e9ec", "#7b838c", "#20262c"),
];

/// Returns the chart, without the fence of a code block.
pub fn render(report: &Report<'_>) -> String {
    let reach = &report.assessment.reach;
    let mut chart = "flowchart LR\n".to_owned();
    if reach.nodes.is_empty() {
        chart.push_str("  nothing[\"no change that matters\"]\n");
        return chart;
    }
    for (place, node) in reach.nodes.iter().enumerate() {
        let card = Card::of(node, report.assessment);
        let mut lines = vec![mermaid(&card.title), mermaid(&cut(&card.name, COLUMNS))];
        lines.extend(card.module.map(|module| mermaid(&cut(&format!("in {module}"), COLUMNS))));
        put!(chart, "  n{place}[\"{}\"]:::{}\n", lines.join("<br/>"), class(card.risk, card.prohibited));
    }
    for edge in &reach.edges {
        match edge.relation {
            None => put!(chart, "  n{} --> n{}\n", edge.from, edge.to),
            Some(kind) => put!(chart, "  n{} -. {} .-> n{}\n", edge.from, arrow(kind), edge.to),
        }
    }
    for (number, line) in more(reach, 0).iter().enumerate() {
        put!(chart, "  more{number}[\"{}\"]:::none\n", mermaid(line));
    }
    for (risk, fill, border, text) in COLOURS {
        put!(chart, "  classDef {} fill:{fill},stroke:{border},color:{text}\n", risk.name());
    }
    put!(chart, "  classDef prohibited fill:#a4161a,stroke:#000000,stroke-width:4px,color:#ffffff\n");
    chart
}

fn class(risk: Risk, prohibited: bool) -> &'static str {
    if prohibited { "prohibited" } else { risk.name() }
}
