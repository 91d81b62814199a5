//! The verdict on a terminal: verdict first, then risky changes, then what is demanded; harmless ones counted.

use std::collections::{BTreeMap, BTreeSet};

use anstyle::{AnsiColor, Style};

use super::Report;
use super::differences;
use super::escape::terminal;
use super::words::{address, counted, headline, operation, relation};
use crate::gate::Outcome;
use crate::policy::{Effect, Risk};
use crate::risk::{ChangeAssessment, Finding, Side};

/// How much to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// The verdict only.
    Quiet,
    /// What a person needs to act.
    #[default]
    Normal,
    /// The steps behind every level too.
    Verbose,
}

/// How to render.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How much to say.
    pub detail: Detail,
    /// List harmless changes instead of counting them.
    pub show_all: bool,
    /// Columns to wrap at.
    pub width: usize,
}

/// Renders the verdict with terminal colours; whoever prints it takes them out where they are not wanted.
pub fn render(report: &Report<'_>, options: &Options) -> String {
    let mut page = Page { text: String::new(), width: options.width.clamp(40, 120) };
    let (word, style) = outcome(report.verdict.outcome);
    page.line(&format!("{style}{word}{style:#}  {}", headline(report)), 0);
    if options.detail == Detail::Quiet {
        return page.text;
    }
    page.plan_findings(report, options);
    page.changes(report, options);
    page.harmless(report, options);
    page.requirements(report);
    page.notes(report, options);
    page.text
}

/// Returns the word and the colour of an outcome.
fn outcome(outcome: Outcome) -> (&'static str, Style) {
    match outcome {
        Outcome::Allow => ("ALLOW", colour(AnsiColor::Green).bold()),
        Outcome::Hold => ("HOLD", colour(AnsiColor::Yellow).bold()),
        Outcome::Block => ("BLOCK", colour(AnsiColor::Red).bold()),
    }
}

/// Returns the colour of a level.
pub(super) fn level(risk: Risk) -> Style {
    match risk {
        Risk::Critical => colour(AnsiColor::Red).bold(),
        Risk::High => colour(AnsiColor::Red),
        Risk::Medium => colour(AnsiColor::Yellow),
        Risk::Low | Risk::None => Style::new().dimmed(),
    }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}

/// Text being written, wrapped to a width.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Writes one paragraph, wrapped, each line indented.
    fn line(&mut self, text: &str, indent: usize) {
        self.hanging(text, indent, indent);
    }

    fn hanging(&mut self, text: &str, first: usize, rest: usize) {
        let (first, rest) = (" ".repeat(first), " ".repeat(rest));
        let options = textwrap::Options::new(self.width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            // An address is copied from here: it must stay in one piece.
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .word_separator(textwrap::WordSeparator::AsciiSpace);
        for line in textwrap::wrap(text, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn heading(&mut self, text: &str) {
        let bold = Style::new().bold();
        self.blank();
        self.line(&format!("{bold}{text}{bold:#}"), 0);
    }

    fn plan_findings(&mut self, report: &Report<'_>, options: &Options) {
        let findings: Vec<&Finding> = report.assessment.findings.iter().collect();
        if findings.is_empty() {
            return;
        }
        self.heading("The plan as a whole");
        for finding in findings {
            self.finding(finding, options, 2, true);
        }
    }

    fn changes(&mut self, report: &Report<'_>, options: &Options) {
        let mut risky: Vec<&ChangeAssessment> =
            report.assessment.changes.iter().filter(|change| is_risky(change)).collect();
        if risky.is_empty() {
            return;
        }
        let prohibited = |change: &ChangeAssessment| change.findings.iter().any(|finding| finding.prohibits);
        risky.sort_by_key(|change| (!prohibited(change), std::cmp::Reverse(change.risk)));
        self.heading(&counted(risky.len(), "change that matters", "changes that matter"));
        let mut advised = BTreeSet::new();
        for change in risky {
            self.change(change, options, &mut advised);
        }
    }

    fn change<'r>(
        &mut self,
        change: &'r ChangeAssessment,
        options: &Options,
        advised: &mut BTreeSet<&'r str>,
    ) {
        let style = level(change.risk);
        let bold = Style::new().bold();
        self.blank();
        self.line(
            &format!(
                "{style}{:<8}{style:#} {bold}{}{bold:#}  {}",
                change.risk.name(),
                terminal(&address(change)),
                operation(change)
            ),
            2,
        );
        if let Some(place) = &change.place {
            let dim = Style::new().dimmed();
            let base = if place.side == Side::Base { " at base" } else { "" };
            self.line(&format!("{dim}{}:{}{base}{dim:#}", terminal(&place.file), place.line), 11);
        }
        let mut findings: Vec<&Finding> = change.findings.iter().collect();
        findings.sort_by_key(|finding| (!finding.prohibits, std::cmp::Reverse(finding.risk)));
        for finding in &findings {
            // The same advice below ten addresses is noise: it stands below the first.
            self.finding(finding, options, 11, advised.insert(&finding.rule));
        }
        if findings.iter().all(|finding| finding.risk < change.risk)
            && let Some(step) = change.steps.first()
        {
            self.line(&terminal(&step.text), 11);
        }
        self.relations(change);
        if !change.forced_by.is_empty() {
            self.line(&format!("forced by a change of {}", terminal(&change.forced_by.join(", "))), 11);
        }
        if change.guard.is_some() {
            // Backups and other switches do not stand between the object and this loss.
            let bearing = change.guards.iter().filter(|guard| guard.bears_on_loss());
            let guards: Vec<String> = bearing.map(ToString::to_string).collect();
            if !guards.is_empty() {
                self.line(&format!("guards: {}", terminal(&guards.join("; "))), 11);
            }
        }
        if options.detail == Detail::Verbose {
            for step in &change.steps {
                self.hanging(&format!("* {}", terminal(&step.text)), 11, 13);
            }
        }
        let lines = match options.detail {
            Detail::Verbose => differences::all(change),
            Detail::Normal | Detail::Quiet => differences::digest(change),
        };
        for line in lines {
            self.hanging(&line, 11, 13);
        }
    }

    /// Writes how the change stands to others, and what to write into the configuration, which must not be wrapped.
    fn relations(&mut self, change: &ChangeAssessment) {
        for one in &change.relations {
            self.line(&terminal(&relation(one)), 11);
            for line in one.text.iter().flat_map(|text| text.lines()) {
                self.text.push_str(&" ".repeat(13));
                self.text.push_str(&terminal(line));
                self.blank();
            }
        }
    }

    fn finding(&mut self, finding: &Finding, options: &Options, indent: usize, advise: bool) {
        let dim = Style::new().dimmed();
        let mark = match (finding.prohibits, finding.effect, finding.confidence) {
            (true, ..) => " [prohibited]",
            (_, Effect::Note, _) => " [note]",
            (_, _, crate::risk::Confidence::Unknown) => " [cannot tell before apply]",
            _ => "",
        };
        self.line(&format!("{} {dim}({}){dim:#}{mark}", terminal(&finding.message), finding.rule), indent);
        if advise && let Some(instead) = &finding.instead {
            self.hanging(&format!("instead: {}", instead.trim()), indent, indent + 9);
        }
        if options.detail == Detail::Verbose && !finding.paths.is_empty() {
            self.line(&format!("looked at: {}", terminal(&finding.paths.join(", "))), indent);
        }
    }

    fn harmless(&mut self, report: &Report<'_>, options: &Options) {
        let harmless: Vec<&ChangeAssessment> =
            report.assessment.changes.iter().filter(|change| !is_risky(change)).collect();
        let unchanged = report.assessment.counts.unchanged;
        if harmless.is_empty() && unchanged == 0 {
            return;
        }
        if options.show_all && !harmless.is_empty() {
            self.heading("Harmless");
            for change in &harmless {
                let style = level(change.risk);
                let address = terminal(&address(change)).into_owned();
                self.line(
                    &format!("{style}{:<8}{style:#} {address}  {}", change.risk.name(), operation(change)),
                    2,
                );
                for finding in &change.findings {
                    self.finding(finding, options, 11, false);
                }
            }
        }
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        for change in &harmless {
            *kinds.entry(operation(change)).or_default() += 1;
        }
        let mut parts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        if unchanged > 0 {
            parts.push(format!("{unchanged} unchanged"));
        }
        self.blank();
        let label = if report.verdict.outcome == Outcome::Allow { "Harmless" } else { "Harmless beside it" };
        self.line(&format!("{label}: {}.", parts.join(", ")), 0);
    }

    fn requirements(&mut self, report: &Report<'_>) {
        let demands: Vec<_> = report.verdict.requirements.iter().filter(|demand| !demand.implied).collect();
        if demands.is_empty() {
            return;
        }
        self.heading(if report.verdict.outcome == Outcome::Block {
            "Demanded besides, once nothing prohibited is left"
        } else {
            "Demanded before apply"
        });
        let dim = Style::new().dimmed();
        for demand in demands {
            let mark = if demand.met { "met    " } else { "missing" };
            self.hanging(
                &format!(
                    "{mark} {} {dim}({} {}:{}){dim:#}",
                    demand.reason, demand.block, demand.file, demand.line
                ),
                2,
                10,
            );
            if !demand.met {
                self.line(&format!("next: {}", demand.next), 10);
            }
        }
    }

    fn notes(&mut self, report: &Report<'_>, options: &Options) {
        let mut notes: Vec<String> = report.assessment.notes.clone();
        if options.detail == Detail::Verbose {
            let digest = &report.assessment.digest;
            let bound = if digest.sensitive_bound { "" } else { ", sensitive values not bound" };
            notes.push(format!("change digest: {}{bound}", digest.text));
            notes.push(format!("environment: {}", report.assessment.environment.why));
        }
        if notes.is_empty() {
            return;
        }
        let dim = Style::new().dimmed();
        self.blank();
        for note in notes {
            self.hanging(&format!("{dim}note: {}{dim:#}", terminal(&note)), 0, 6);
        }
    }
}

/// Returns true for a change that a person must look at.
fn is_risky(change: &ChangeAssessment) -> bool {
    change.risk >= Risk::Medium || change.findings.iter().any(|finding| finding.prohibits)
}
