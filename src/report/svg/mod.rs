//! What the risky changes reach, as a picture: one SVG file that needs nothing else.

mod layout;

use self::layout::{Place, layout};
use super::Report;
use super::markup::{columns_of, cut, xml};
use super::reached::{Card, arrow, more};
use super::words::headline;
use crate::gate::Outcome;
use crate::policy::Risk;

/// Columns of a line; what is longer loses its middle.
const COLUMNS: usize = 36;
/// Columns from which on a name takes two lines.
const WRAP: usize = 28;
/// Pixels of a column in the font of names, and in that of the other lines.
const NAME_COLUMN: f64 = 7.3;
const LINE_COLUMN: f64 = 6.0;
/// Pixels between two lines.
const LINE: f64 = 17.0;
/// Pixels around everything.
const MARGIN: f64 = 24.0;

/// Colours in light and in dark. A level is told by its word and by its dots besides.
pub(super) const STYLE: &str = "
.reach { font-family: system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif; }
.reach .ground { fill: #ffffff; }
.reach .box { fill: #f6f8fa; stroke: #d0d7de; }
.reach .same .box { fill: #ffffff; stroke-dasharray: 4 3; }
.reach .prohibited .box { stroke: #b3142a; stroke-width: 2.5; }
.reach text { fill: #1f2328; font-size: 11px; }
.reach .head { font-size: 16px; font-weight: 600; }
.reach .title { font-weight: 600; }
.reach .name { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: 12px; }
.reach .quiet { fill: #57606a; }
.reach .line { fill: none; stroke: #6e7781; stroke-width: 1.4; }
.reach .related { stroke-dasharray: 5 4; }
.reach .tip { fill: #6e7781; }
.reach .on { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; fill: #57606a; font-size: 10px; }
.reach .dot { stroke-width: 1.2; fill: none; }
.reach .critical .title { fill: #b3142a; } .reach .critical .dot { stroke: #b3142a; }
.reach .high .title { fill: #b4480a; } .reach .high .dot { stroke: #b4480a; }
.reach .medium .title { fill: #8a6100; } .reach .medium .dot { stroke: #8a6100; }
.reach .low .title { fill: #1f6fb2; } .reach .low .dot { stroke: #1f6fb2; }
.reach .none .title { fill: #57606a; } .reach .none .dot { stroke: #57606a; }
.reach .critical .bar, .reach .critical .full { fill: #b3142a; } .reach .high .bar, .reach .high .full { fill: #b4480a; }
.reach .medium .bar, .reach .medium .full { fill: #8a6100; } .reach .low .bar, .reach .low .full { fill: #1f6fb2; }
.reach .none .bar { fill: #8c959f; }
@media (prefers-color-scheme: dark) {
.reach .ground { fill: #0d1117; }
.reach .box { fill: #161b22; stroke: #3d444d; }
.reach .same .box { fill: #0d1117; }
.reach .prohibited .box { stroke: #ff7b86; }
.reach text { fill: #e6edf3; }
.reach .quiet { fill: #9da7b1; }
.reach .line { stroke: #8b949e; }
.reach .tip { fill: #8b949e; }
.reach .on { stroke: #0d1117; fill: #9da7b1; }
.reach .critical .title { fill: #ff8a94; } .reach .critical .dot { stroke: #ff7b86; }
.reach .high .title { fill: #ffa25c; } .reach .high .dot { stroke: #ffa25c; }
.reach .medium .title { fill: #e8c14a; } .reach .medium .dot { stroke: #e8c14a; }
.reach .low .title { fill: #79b8ff; } .reach .low .dot { stroke: #79b8ff; }
.reach .none .title { fill: #9da7b1; } .reach .none .dot { stroke: #9da7b1; }
.reach .critical .bar, .reach .critical .full { fill: #ff7b86; } .reach .high .bar, .reach .high .full { fill: #ffa25c; }
.reach .medium .bar, .reach .medium .full { fill: #e8c14a; } .reach .low .bar, .reach .low .full { fill: #79b8ff; }
.reach .none .bar { fill: #6e7681; }
}
";

/// Returns the picture as a file of its own: verdict, graph and legend.
pub fn render(report: &Report<'_>) -> String {
    let graph = Graph::of(report);
    let head = 64.0;
    let word = match report.verdict.outcome {
        Outcome::Allow => "ALLOW",
        Outcome::Hold => "HOLD",
        Outcome::Block => "BLOCK",
    };
    let headline = headline(report);
    let width = (graph.width + 2.0 * MARGIN)
        .max(LEGEND_WIDTH + 2.0 * MARGIN)
        .max(columns_of(&headline) as f64 * LINE_COLUMN + 2.0 * MARGIN);
    let height = head + graph.height + 56.0;
    let mut svg = open(width, height, "What the risky changes of the plan reach");
    put!(svg, "<style>{STYLE}</style>\n");
    put!(svg, "<rect class=\"ground\" width=\"{width:.0}\" height=\"{height:.0}\" rx=\"10\"/>\n");
    put!(svg, "<text class=\"head\" x=\"{MARGIN}\" y=\"30\">{word}</text>\n");
    put!(svg, "<text class=\"quiet\" x=\"{MARGIN}\" y=\"48\">{}</text>\n", xml(&headline));
    put!(svg, "<g transform=\"translate({MARGIN} {head})\">\n{}</g>\n", graph.body);
    put!(svg, "<g transform=\"translate({MARGIN} {:.0})\">\n{}</g>\n", height - 30.0, legend());
    svg.push_str("</svg>\n");
    svg
}

/// Returns the graph alone, to stand in a page that has the styles; none if there is nothing to draw.
pub(super) fn inline(report: &Report<'_>) -> Option<String> {
    if report.assessment.reach.nodes.is_empty() {
        return None;
    }
    let graph = Graph::of(report);
    let width = graph.width.max(LEGEND_WIDTH) + 4.0;
    let height = graph.height + 44.0;
    let mut svg = open(width, height, "What the risky changes of the plan reach");
    put!(svg, "<g transform=\"translate(2 2)\">\n{}</g>\n", graph.body);
    put!(svg, "<g transform=\"translate(2 {:.0})\">\n{}</g>\n", height - 8.0, legend());
    svg.push_str("</svg>\n");
    Some(svg)
}

fn open(width: f64, height: f64, title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"reach\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\">\n<title>{title}</title>\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         orient=\"auto\"><path class=\"tip\" d=\"M0 0.5 L8 4 L0 7.5 z\"/></marker></defs>\n"
    )
}

/// The drawn graph.
struct Graph {
    body: String,
    width: f64,
    height: f64,
}

impl Graph {
    fn of(report: &Report<'_>) -> Graph {
        let reach = &report.assessment.reach;
        let cards: Vec<Card> = reach.nodes.iter().map(|node| Card::of(node, report.assessment)).collect();
        let width = cards.iter().map(width).fold(0.0, f64::max);
        // Words on arrows need room.
        let words = reach.edges.iter().filter_map(|edge| edge.relation).map(|kind| columns_of(arrow(kind)));
        let gap = words.max().map_or(60.0, |columns| columns as f64 * LINE_COLUMN + 32.0);
        let heights: Vec<f64> = cards.iter().map(height).collect();
        let arrows: Vec<(usize, usize)> = reach.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let layout = layout(width, gap, &heights, &arrows);
        let mut graph = Graph { body: String::new(), width: layout.width, height: layout.height };
        let drawn = || reach.edges.iter().zip(&layout.curves).filter(|(_, curve)| !curve.path.is_empty());
        let left_out = reach.edges.len() - drawn().count();
        for (edge, curve) in drawn() {
            let related = if edge.relation.is_some() { " related" } else { "" };
            put!(
                graph.body,
                "<path class=\"line{related}\" d=\"{}\" marker-end=\"url(#tip)\"/>\n",
                curve.path
            );
        }
        for (card, place) in cards.iter().zip(&layout.places) {
            draw(&mut graph.body, card, place);
        }
        for (edge, curve) in drawn() {
            if let Some(kind) = edge.relation {
                let (x, y) = curve.middle;
                put!(
                    graph.body,
                    "<text class=\"on\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\n",
                    y - 4.0,
                    arrow(kind)
                );
            }
        }
        if cards.is_empty() {
            put!(
                graph.body,
                "<text class=\"quiet\" y=\"12\">No change that matters: nothing to draw.</text>\n"
            );
            graph.height = 16.0;
        }
        for line in more(reach, left_out) {
            graph.height += 22.0;
            put!(graph.body, "<text class=\"quiet\" y=\"{:.0}\">{}</text>\n", graph.height, xml(&line));
        }
        graph
    }
}

/// Returns the lines on a card, each with its class: level and operation, the name, the module.
fn lines(card: &Card) -> Vec<(&'static str, String)> {
    let mut lines = vec![("title", cut(&card.title, COLUMNS))];
    match card.name.rsplit_once('.') {
        // A long type and a name share the room on two lines.
        Some((kind, name)) if columns_of(&card.name) > WRAP => {
            lines.push(("name", cut(kind, COLUMNS)));
            lines.push(("name", cut(&format!(".{name}"), COLUMNS)));
        }
        _ => lines.push(("name", cut(&card.name, COLUMNS))),
    }
    lines.extend(card.module.as_ref().map(|module| ("quiet", cut(&format!("in {module}"), COLUMNS))));
    lines
}

/// Returns what a card needs; all get the width of the widest, so that columns are straight.
fn width(card: &Card) -> f64 {
    let needs = lines(card).into_iter().map(|(class, line)| match class {
        "title" => columns_of(&line) as f64 * LINE_COLUMN + 64.0,
        "name" => columns_of(&line) as f64 * NAME_COLUMN,
        _ => columns_of(&line) as f64 * LINE_COLUMN,
    });
    (needs.fold(0.0, f64::max) + 32.0).max(150.0).round()
}

fn height(card: &Card) -> f64 {
    14.0 + LINE * lines(card).len() as f64
}

fn draw(body: &mut String, card: &Card, place: &Place) {
    let level = card.risk.name();
    let mut class = level.to_owned();
    class.push_str(if card.changes { "" } else { " same" });
    class.push_str(if card.prohibited { " prohibited" } else { "" });
    let Place { left, top, width, height } = place;
    put!(body, "<g class=\"{class}\" transform=\"translate({left:.1} {top:.1})\">");
    let whole = card.module.iter().map(|module| format!("{module}.")).collect::<String>() + &card.name;
    put!(body, "<title>{}</title>", xml(&cut(&whole, 400)));
    put!(body, "<rect class=\"box\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>");
    put!(
        body,
        "<path class=\"bar\" d=\"M6 0 H7 V{height} H6 A6 6 0 0 1 0 {:.0} V6 A6 6 0 0 1 6 0 z\"/>",
        height - 6.0
    );
    if card.changes {
        dots(body, card.risk, width - 46.0, 15.5);
    }
    for (number, (class, line)) in lines(card).into_iter().enumerate() {
        let baseline = 19.0 + LINE * number as f64;
        put!(body, "<text class=\"{class}\" x=\"18\" y=\"{baseline:.0}\">{}</text>", xml(&line));
    }
    body.push_str("</g>\n");
}

/// Draws a level as four dots, the more of them full the higher it is.
fn dots(body: &mut String, risk: Risk, left: f64, middle: f64) {
    for number in 0..4_u8 {
        let full = if number < risk as u8 { "dot full" } else { "dot" };
        let x = left + 11.0 * f64::from(number);
        put!(body, "<circle class=\"{full}\" cx=\"{x:.1}\" cy=\"{middle:.1}\" r=\"3.4\"/>");
    }
}

/// The levels of the legend, with the pixels at which they stand.
const LEGEND: [(Risk, f64); 4] =
    [(Risk::Critical, 0.0), (Risk::High, 110.0), (Risk::Medium, 200.0), (Risk::Low, 306.0)];
/// Pixels of the legend.
const LEGEND_WIDTH: f64 = 510.0;

fn legend() -> String {
    let mut legend = String::new();
    for (risk, left) in LEGEND {
        let name = risk.name();
        put!(legend, "<g class=\"{name}\">");
        dots(&mut legend, risk, left + 4.0, 0.0);
        put!(legend, "<text class=\"quiet\" x=\"{:.0}\" y=\"4\">{name}</text></g>\n", left + 50.0);
    }
    legend.push_str(
        "<path class=\"line\" d=\"M 394 0 H 424\" marker-end=\"url(#tip)\"/>\
         <text class=\"quiet\" x=\"432\" y=\"4\">is referred to by</text>\n",
    );
    legend
}
