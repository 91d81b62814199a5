//! The changes that matter: the worst as cards with reasons, all others as lines.

use std::collections::{BTreeMap, BTreeSet};

use super::{ADDRESS, LONG, Page, level, prose};
use crate::policy::Effect;
use crate::report::Report;
use crate::report::differences::{self, Line, Said};
use crate::report::markup::{cut, xml};
use crate::report::words::{address, counted, operation, relation};
use crate::risk::{ChangeAssessment, Confidence, Finding, Side};

/// So many changes are shown with all there is to say; more can hardly be read, and each has a line.
const CARDS: usize = 100;
/// So many lines of differences of one change are shown.
const MOST: usize = 200;

impl Page {
    pub(super) fn plan_findings(&mut self, report: &Report<'_>) {
        let findings = &report.assessment.findings;
        if findings.is_empty() {
            return;
        }
        self.heading("The plan as a whole");
        for finding in findings {
            let prohibited = if finding.prohibits { " prohibited" } else { "" };
            put!(self.html, "<article class=\"change {}{prohibited}\">", finding.risk.name());
            put!(
                self.html,
                "<header>{}<h3>{}</h3></header>",
                level(finding.risk),
                xml(&cut(&finding.title, ADDRESS))
            );
            self.finding(finding, true);
            self.html.push_str("</article>\n");
        }
    }

    pub(super) fn changes(&mut self, report: &Report<'_>) {
        let mut risky: Vec<&ChangeAssessment> =
            report.assessment.changes.iter().filter(|change| change.is_risky()).collect();
        if risky.is_empty() {
            return;
        }
        risky.sort_by_key(|change| (!change.is_prohibited(), std::cmp::Reverse(change.risk)));
        self.heading(&counted(risky.len(), "change that matters", "changes that matter"));
        let reaches: BTreeMap<usize, usize> = report
            .assessment
            .reach
            .nodes
            .iter()
            .filter(|node| node.distance == 0 && node.reaches > 0)
            .flat_map(|node| node.changes.iter().map(|change| (*change, node.reaches)))
            .collect();
        let reaches: BTreeMap<(&str, Option<&str>), usize> = reaches
            .into_iter()
            .filter_map(|(change, count)| Some((key(report.assessment.changes.get(change)?), count)))
            .collect();
        let mut advised = BTreeSet::new();
        let (cards, lines) = risky.split_at(risky.len().min(CARDS));
        for change in cards {
            self.card(change, reaches.get(&key(change)).copied(), &mut advised);
        }
        if !lines.is_empty() {
            put!(
                self.html,
                "<details><summary>{} in short</summary>\n<ul class=\"more\">\n",
                counted(lines.len(), "more change", "more changes")
            );
            for change in lines {
                self.line(change);
            }
            self.html.push_str("</ul></details>\n");
        }
    }

    fn card<'r>(
        &mut self,
        change: &'r ChangeAssessment,
        reaches: Option<usize>,
        advised: &mut BTreeSet<&'r str>,
    ) {
        let prohibited = if change.is_prohibited() { " prohibited" } else { "" };
        put!(self.html, "<article class=\"change {}{prohibited}\">\n<header>", change.risk.name());
        put!(
            self.html,
            "{}<h3><code>{}</code></h3><span>{}</span><span class=\"quiet small\">{}</span></header>\n",
            level(change.risk),
            xml(&cut(&address(change), ADDRESS)),
            xml(&operation(change)),
            change.class.name(),
        );
        if let Some(place) = &change.place {
            let base = if place.side == Side::Base { " at base" } else { "" };
            let file = xml(&cut(&place.file, ADDRESS));
            put!(self.html, "<p class=\"quiet small\"><code>{file}:{}</code>{base}</p>\n", place.line);
        }
        let mut findings: Vec<&Finding> = change.findings.iter().collect();
        findings.sort_by_key(|finding| (!finding.prohibits, std::cmp::Reverse(finding.risk)));
        for finding in &findings {
            self.finding(finding, advised.insert(&finding.rule));
        }
        if findings.iter().all(|finding| finding.risk < change.risk)
            && let Some(step) = change.steps.first()
        {
            self.paragraph(&step.text);
        }
        if let Some(count) = reaches {
            let more = if count >= 1_000 { " at least" } else { "" };
            self.paragraph(&format!(
                "{}{more} reached from it, near and far",
                counted(count, "other resource is", "other resources are")
            ));
        }
        for one in &change.relations {
            self.paragraph(&relation(one));
            if let Some(text) = &one.text {
                let lines: Vec<String> = text.lines().map(|line| xml(&cut(line, ADDRESS))).collect();
                put!(self.html, "<pre><code>{}</code></pre>\n", lines.join("\n"));
            }
        }
        if !change.forced_by.is_empty() {
            self.paragraph(&format!("forced by a change of {}", change.forced_by.join(", ")));
        }
        if change.guard.is_some() {
            let bearing = change.guards.iter().filter(|guard| guard.bears_on_loss());
            let guards: Vec<String> = bearing.map(ToString::to_string).collect();
            if !guards.is_empty() {
                self.paragraph(&format!("guards: {}", guards.join("; ")));
            }
        }
        self.differences(change);
        self.html.push_str(
            "<details><summary class=\"small\">How the level came about</summary><ol class=\"lines\">",
        );
        for step in &change.steps {
            put!(self.html, "<li>{} {}</li>", level(step.risk), prose(&step.text));
        }
        self.html.push_str("</ol></details>\n</article>\n");
    }

    fn paragraph(&mut self, text: &str) {
        put!(self.html, "<p class=\"wide\">{}</p>\n", prose(text));
    }

    fn finding(&mut self, finding: &Finding, advise: bool) {
        let mark = match (finding.prohibits, finding.effect, finding.confidence) {
            (true, ..) => " <span class=\"tag critical\">prohibited</span>",
            (_, Effect::Note, _) => " <span class=\"tag none\">note</span>",
            (_, _, Confidence::Unknown) => " <span class=\"tag medium\">cannot tell before apply</span>",
            _ => "",
        };
        put!(
            self.html,
            "<p class=\"wide\">{} <span class=\"quiet small\">({})</span>{mark}</p>\n",
            prose(&finding.message),
            xml(&cut(&finding.rule, ADDRESS))
        );
        if advise && let Some(instead) = &finding.instead {
            let instead = prose(instead.trim());
            put!(self.html, "<p class=\"instead wide\"><b>Instead:</b> {instead}</p>\n");
        }
    }

    /// Writes what a person must see of the differences, and all of them behind it.
    fn differences(&mut self, change: &ChangeAssessment) {
        let (short, all) = (differences::digest(change), differences::all(change));
        if all.is_empty() {
            return;
        }
        // What the terminal says about its own switches has no meaning here.
        let short: Vec<Line> = short.into_iter().filter(|line| !matches!(line.said, Said::More(_))).collect();
        let short = plain(&short);
        self.list(&short);
        if all.len() > short.len() || short.iter().any(|line| line.contains("known after apply:")) {
            let all = plain(&all);
            let (shown, left) = all.split_at(all.len().min(MOST));
            put!(self.html, "<details><summary class=\"small\">All that differs</summary>");
            self.list(shown);
            if !left.is_empty() {
                put!(self.html, "<p class=\"quiet small\">and {} lines more</p>", left.len());
            }
            self.html.push_str("</details>\n");
        }
    }

    fn list(&mut self, lines: &[String]) {
        self.html.push_str("<ul class=\"lines\">");
        for line in lines {
            put!(self.html, "<li><code>{}</code></li>", xml(&cut(line, LONG)));
        }
        self.html.push_str("</ul>\n");
    }

    /// Writes a change on one line, with the first reason.
    fn line(&mut self, change: &ChangeAssessment) {
        let reason = change.findings.iter().max_by_key(|finding| (finding.prohibits, finding.risk));
        let reason = reason.map_or_else(
            || change.steps.first().map(|step| step.text.clone()).unwrap_or_default(),
            |finding| finding.message.clone(),
        );
        let prohibited =
            if change.is_prohibited() { " <span class=\"tag critical\">prohibited</span>" } else { "" };
        put!(
            self.html,
            "<li>{}<div><code>{}</code> {}{prohibited}<p class=\"quiet small wide\">{}</p></div></li>\n",
            level(change.risk),
            xml(&cut(&address(change), ADDRESS)),
            xml(&operation(change)),
            xml(&cut(&reason, 200))
        );
    }
}

fn key(change: &ChangeAssessment) -> (&str, Option<&str>) {
    (&change.address, change.deposed.as_deref())
}

/// Returns lines without the colours of a terminal.
fn plain(lines: &[Line]) -> Vec<String> {
    let painted = lines.iter().map(differences::paint);
    painted.map(|line| anstream::adapter::strip_str(&line).to_string()).collect()
}
