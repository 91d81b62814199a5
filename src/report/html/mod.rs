//! A plan as a page: one HTML file without scripts that needs nothing else, to be kept with a pipeline run.
//!
//! It is written as XML is, so that any parser can tell that nothing from the plan has become markup.

mod changes;
mod style;
mod tree;

use super::Report;
use super::markup::{cut, xml};
use super::svg;
use super::words::{counted, headline};
use crate::gate::Outcome;
use crate::policy::Risk;

/// Levels from the worst to the mildest.
const LEVELS: [Risk; 5] = [Risk::Critical, Risk::High, Risk::Medium, Risk::Low, Risk::None];
/// Columns of a text that somebody may have made long on purpose.
const LONG: usize = 1_200;
/// So many things are named on account of which something is demanded.
const NAMED: usize = 3;
/// Columns of an address or a path.
const ADDRESS: usize = 300;

/// Returns the page.
pub fn render(report: &Report<'_>) -> String {
    let mut page = Page { html: String::new() };
    let word = outcome(report.verdict.outcome).0;
    // No script could run and nothing could be fetched even if something got through.
    put!(
        page.html,
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n<title>{word}: {}</title>\n<style>{}{}</style>\n</head>\n\
         <body>\n<main>\n",
        xml(&headline(report)),
        style::STYLE,
        svg::STYLE,
    );
    page.verdict(report);
    page.facts(report);
    page.demands(report);
    page.counts(report);
    page.plan_findings(report);
    page.reach(report);
    page.changes(report);
    page.plan(report);
    page.notes(report);
    page.html.push_str("</main>\n</body>\n</html>\n");
    page.html
}

/// Returns the word of an outcome, its class and the drawing beside it.
fn outcome(outcome: Outcome) -> (&'static str, &'static str, &'static str) {
    match outcome {
        Outcome::Allow => {
            ("ALLOW", "allow", "<circle cx=\"26\" cy=\"26\" r=\"22\"/><path d=\"M16 27 L23 34 L37 19\"/>")
        }
        Outcome::Hold => {
            ("HOLD", "high", "<circle cx=\"26\" cy=\"26\" r=\"22\"/><path d=\"M20 17 V35 M32 17 V35\"/>")
        }
        Outcome::Block => (
            "BLOCK",
            "critical",
            "<path d=\"M17 4 H35 L48 17 V35 L35 48 H17 L4 35 V17 z\"/><path d=\"M18 18 L34 34 M34 18 L18 34\"/>",
        ),
    }
}

/// Returns a level as a word with dots, the more of them full the higher it is.
fn level(risk: Risk) -> String {
    let full = risk as usize;
    format!(
        "<span class=\"level {name}\"><span class=\"dots\" aria-hidden=\"true\">{}{}</span> {name}</span>",
        "\u{25cf}".repeat(full),
        "\u{25cb}".repeat(4_usize.saturating_sub(full)),
        name = risk.name(),
    )
}

/// Returns text in which what stands between two backticks is shown as code.
fn prose(text: &str) -> String {
    let text = cut(text, LONG);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return xml(&text);
    }
    let mut html = String::new();
    for (number, part) in parts.into_iter().enumerate() {
        match number % 2 {
            0 => html.push_str(&xml(part)),
            _ => put!(html, "<code>{}</code>", xml(part)),
        }
    }
    html
}

/// The page as it grows.
struct Page {
    html: String,
}

impl Page {
    fn verdict(&mut self, report: &Report<'_>) {
        let (word, class, icon) = outcome(report.verdict.outcome);
        put!(
            self.html,
            "<header class=\"verdict {class}\"><svg viewBox=\"0 0 52 52\" aria-hidden=\"true\">{icon}</svg>\
             <div><h1>{word}</h1><p>{}</p></div></header>\n",
            xml(&headline(report))
        );
    }

    fn facts(&mut self, report: &Report<'_>) {
        let assessment = report.assessment;
        let plan = &assessment.plan;
        let environment = &assessment.environment;
        let name = environment.shown();
        let mut facts = vec![("Environment", name)];
        facts.push((
            "Planned by",
            plan.version.as_ref().map_or_else(
                || plan.tool.name().to_owned(),
                |version| format!("{} {version}", plan.tool.name()),
            ),
        ));
        facts.extend(plan.timestamp.clone().map(|time| ("Planned at", time)));
        let bound = if assessment.digest.sensitive_bound { "" } else { " (sensitive values not bound)" };
        facts.push(("Change digest", format!("{}{bound}", assessment.digest.text)));
        self.html.push_str("<dl class=\"facts\">");
        for (name, value) in facts {
            put!(
                self.html,
                "<div><dt>{name}</dt><dd><code>{}</code></dd></div>\n",
                xml(&cut(&value, ADDRESS))
            );
        }
        self.html.push_str("</dl>\n");
    }

    fn demands(&mut self, report: &Report<'_>) {
        let demands: Vec<_> = report.verdict.requirements.iter().filter(|demand| !demand.implied).collect();
        if demands.is_empty() {
            return;
        }
        self.heading(if report.verdict.outcome == Outcome::Block {
            "Demanded besides, once nothing prohibited is left"
        } else {
            "Demanded before apply"
        });
        self.html.push_str("<ul class=\"demands\">\n");
        for demand in demands {
            let (class, state) =
                if demand.met { ("allow", "\u{2713} met") } else { ("high", "\u{25cb} missing") };
            put!(
                self.html,
                "<li><span class=\"state level {class}\">{state}</span><div><p>{}</p>",
                prose(&demand.reason)
            );
            if !demand.met {
                put!(self.html, "<p>Next: {}</p>", prose(&demand.next));
            }
            if !demand.because.is_empty() {
                let (named, more) = demand.because.split_at(demand.because.len().min(NAMED));
                let named: Vec<String> =
                    named.iter().map(|name| format!("<code>{}</code>", xml(&cut(name, ADDRESS)))).collect();
                let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
                put!(self.html, "<p class=\"small wide\">On account of {}{more}</p>", named.join(", "));
            }
            put!(
                self.html,
                "<p class=\"quiet small wide\">{}, {}:{}</p></div></li>\n",
                xml(&cut(&demand.block, ADDRESS)),
                xml(&cut(&demand.file, ADDRESS)),
                demand.line
            );
        }
        self.html.push_str("</ul>\n");
    }

    fn counts(&mut self, report: &Report<'_>) {
        let assessment = report.assessment;
        let counts = counts(&assessment.counts.by_risk);
        self.heading(&counted(assessment.changes.len(), "change", "changes"));
        self.html.push_str("<div class=\"tiles\">");
        for (risk, count) in LEVELS.into_iter().zip(counts) {
            let zero = if count == 0 { " zero" } else { "" };
            put!(self.html, "<div class=\"tile {}{zero}\"><b>{count}</b>{}</div>", risk.name(), level(risk));
        }
        self.html.push_str("</div>\n");
        self.share(&counts);
        let stay = match assessment.counts.unchanged {
            0 => return,
            1 => "1 other resource stays as it is.".to_owned(),
            unchanged => format!("{unchanged} other resources stay as they are."),
        };
        put!(self.html, "<p class=\"quiet small\">{stay}</p>\n");
    }

    /// Writes a bar that shows the share of each level.
    fn share(&mut self, counts: &[u64; 5]) {
        if counts.iter().all(|count| *count == 0) {
            return;
        }
        self.html.push_str("<span class=\"share\" aria-hidden=\"true\">");
        for (risk, count) in LEVELS.into_iter().zip(counts) {
            if *count > 0 {
                put!(self.html, "<i class=\"{}\" style=\"flex-grow:{count}\"></i>", risk.name());
            }
        }
        self.html.push_str("</span>\n");
    }

    fn reach(&mut self, report: &Report<'_>) {
        let Some(picture) = svg::inline(report) else { return };
        self.heading("What the risky changes reach");
        put!(self.html, "<div class=\"scroll\" tabindex=\"0\">{picture}</div>\n");
        self.html.push_str(
            "<p class=\"quiet small\">By the references in the configuration; what goes through locals or dynamic \
             blocks is not in a plan.</p>\n",
        );
    }

    fn notes(&mut self, report: &Report<'_>) {
        let assessment = report.assessment;
        self.html.push_str("<footer class=\"quiet small wide\">\n");
        for note in &assessment.notes {
            put!(self.html, "<p>Note: {}</p>\n", prose(note));
        }
        if let Some(assurance) = &report.verdict.assurance {
            put!(self.html, "<p>Note: {}</p>\n", prose(&assurance.text()));
        }
        put!(self.html, "<p>Environment: {}</p>\n</footer>\n", prose(&assessment.environment.why));
    }

    fn heading(&mut self, text: &str) {
        put!(self.html, "<h2>{}</h2>\n", xml(text));
    }
}

/// Returns counts by level from the worst to the mildest.
fn counts(by_risk: &[u64; 5]) -> [u64; 5] {
    let [none, low, medium, high, critical] = *by_risk;
    [critical, high, medium, low, none]
}
