//! The verdict on a terminal: verdict first, then risky changes, then what is demanded; harmless ones counted.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use anstyle::{AnsiColor, Style};

use super::escape::terminal;
use super::run::{Entry, Run, Shared, Standing, gravest, place};
use super::words::{address, counted, operation, relation};
use super::{Report, differences, error};
use crate::gate::{Assurance, Requirement};
use crate::policy::{Effect, Risk};
use crate::problem::Problems;
use crate::risk::{ChangeAssessment, Finding};

/// So many plans or places are named in one line.
const MOST_NAMES: usize = 6;

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

/// Renders the verdict on one plan with terminal colours; whoever prints it takes them out where they are not wanted.
pub fn render(report: &Report<'_>, options: &Options) -> String {
    render_run(&Run::single("", Ok(*report)), options)
}

/// Renders the verdict on one plan or several.
pub fn render_run(run: &Run<'_>, options: &Options) -> String {
    if let [Entry { judged: Err(problems), .. }] = run.plans.as_slice()
        && !run.several
    {
        return error::render_undecided(problems);
    }
    let mut page = Page { text: String::new(), width: options.width.clamp(40, 120) };
    let (word, style) = outcome(run.standing());
    page.line(&format!("{style}{word}{style:#}  {}", terminal(&run.headline())), 0);
    if options.detail == Detail::Quiet {
        return page.text;
    }
    page.plans(run, options);
    page.plan_findings(run, options);
    page.changes(run, options);
    page.harmless(run, options);
    page.requirements(run);
    page.proposed(run);
    page.notes(run, options);
    page.text
}

/// Returns the word and the colour of an outcome.
fn outcome(standing: Standing) -> (&'static str, Style) {
    match standing {
        Standing::Allow => ("ALLOW", colour(AnsiColor::Green).bold()),
        Standing::Hold => ("HOLD", colour(AnsiColor::Yellow).bold()),
        Standing::Block => ("BLOCK", colour(AnsiColor::Red).bold()),
        Standing::Error => ("ERROR", colour(AnsiColor::Red).bold()),
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
        for line in textwrap::wrap(&glued(text), options) {
            self.text.push_str(&line.trim_end().replace(GLUE, " "));
            self.text.push('\n');
        }
    }

    fn heading(&mut self, text: &str) {
        let bold = Style::new().bold();
        self.blank();
        self.line(&format!("{bold}{text}{bold:#}"), 0);
    }

    /// Writes a row for each of several plans; those that are allowed in one.
    fn plans(&mut self, run: &Run<'_>, options: &Options) {
        if !run.several {
            return;
        }
        self.blank();
        let mut entries: Vec<&Entry<'_>> = run.plans.iter().collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.standing()));
        let listed = |entry: &&&Entry<'_>| options.show_all || entry.standing() != Standing::Allow;
        for entry in entries.iter().filter(listed) {
            let (_, style) = outcome(entry.standing());
            let word = entry.standing().name();
            let (name, headline) = (terminal(entry.name).into_owned(), entry.headline());
            self.hanging(&format!("{style}{word:<8}{style:#} {name}: {}", terminal(&headline)), 2, 11);
            for help in
                entry.judged.err().into_iter().flat_map(Problems::iter).filter_map(|each| each.help.as_ref())
            {
                self.hanging(&format!("help: {}", terminal(help)), 11, 17);
            }
        }
        let rest: Vec<&str> = entries.iter().filter(|entry| !listed(entry)).map(|entry| entry.name).collect();
        if !rest.is_empty() {
            let (_, style) = outcome(Standing::Allow);
            self.hanging(&format!("{style}{:<8}{style:#} {}", "allow", terminal(&some(&rest))), 2, 11);
        }
    }

    fn plan_findings(&mut self, run: &Run<'_>, options: &Options) {
        let findings = run.findings();
        if findings.is_empty() {
            return;
        }
        self.heading("The plan as a whole");
        for shared in findings {
            self.finding(shared.one, options, 2, true);
            self.within(run, &shared.plans(), 2);
        }
    }

    /// Writes in which of several plans something is.
    fn within(&mut self, run: &Run<'_>, plans: &[&str], indent: usize) {
        if run.plans.len() > 1 {
            self.hanging(&format!("in {}", terminal(&some(plans))), indent, indent + 3);
        }
    }

    fn changes(&mut self, run: &Run<'_>, options: &Options) {
        let risky = run.risky();
        if risky.is_empty() {
            return;
        }
        self.heading(&counted(risky.len(), "change that matters", "changes that matter"));
        let mut advised = BTreeSet::new();
        for shared in risky {
            self.change(run, &shared, options, &mut advised);
        }
    }

    fn change<'r>(
        &mut self,
        run: &Run<'_>,
        shared: &Shared<'r, ChangeAssessment>,
        options: &Options,
        advised: &mut BTreeSet<&'r str>,
    ) {
        let change = shared.one;
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
        let mut places: Vec<String> =
            shared.all.iter().filter_map(|(_, change)| change.place.as_ref().map(place)).collect();
        places.dedup();
        if !places.is_empty() {
            let dim = Style::new().dimmed();
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            self.line(&format!("{dim}{}{dim:#}", terminal(&some(&places))), 11);
        }
        self.within(run, &shared.plans(), 11);
        let findings = gravest(change);
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
            self.hanging(&differences::paint(&line), 11, 13);
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

    fn harmless(&mut self, run: &Run<'_>, options: &Options) {
        let harmless: Vec<(&str, &ChangeAssessment)> = run.harmless().collect();
        let unchanged = run.unchanged();
        if harmless.is_empty() && unchanged == 0 {
            return;
        }
        if options.show_all && !harmless.is_empty() {
            self.heading("Harmless");
            for (plan, change) in &harmless {
                let style = level(change.risk);
                let address = terminal(&address(change)).into_owned();
                let plan =
                    if run.plans.len() > 1 { format!("  in {}", terminal(plan)) } else { String::new() };
                self.line(
                    &format!(
                        "{style}{:<8}{style:#} {address}  {}{plan}",
                        change.risk.name(),
                        operation(change)
                    ),
                    2,
                );
                for finding in &change.findings {
                    self.finding(finding, options, 11, false);
                }
            }
        }
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        for (_, change) in &harmless {
            *kinds.entry(operation(change)).or_default() += 1;
        }
        let mut parts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        if unchanged > 0 {
            parts.push(format!("{unchanged} unchanged"));
        }
        self.blank();
        let label = if run.standing() == Standing::Allow { "Harmless" } else { "Harmless beside it" };
        self.line(&format!("{label}: {}.", parts.join(", ")), 0);
    }

    fn requirements(&mut self, run: &Run<'_>) {
        let demands = run.demands();
        if demands.is_empty() {
            return;
        }
        self.heading(if run.standing() == Standing::Block {
            "Demanded besides, once nothing prohibited is left"
        } else {
            "Demanded before apply"
        });
        let dim = Style::new().dimmed();
        for shared in demands {
            let demand = shared.one;
            let mark = if demand.met { "met    " } else { "missing" };
            // What no block demands has no place.
            let place = if demand.file.is_empty() {
                String::new()
            } else {
                format!(" {}:{}", demand.file, demand.line)
            };
            self.hanging(
                &format!("{mark} {} {dim}({}{place}){dim:#}", terminal(&demand.reason), demand.block),
                2,
                10,
            );
            if !demand.met {
                self.line(&format!("next: {}", terminal(&demand.next)), 10);
            }
            if let Some(because) = because(demand, run) {
                self.hanging(&format!("because of {because}"), 10, 12);
            }
            self.within(run, &shared.plans(), 10);
        }
    }

    /// Writes what is to be said of the policy that the change request brings.
    fn proposed(&mut self, run: &Run<'_>) {
        let Some(proposed) = run.proposed_policy() else { return };
        self.heading("The policy that this request brings");
        if proposed.remarks.is_empty() {
            self.line("nothing to remark", 2);
        }
        for remark in &proposed.remarks {
            let place = remark.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
            let said = format!("{place}{}", remark.message);
            self.hanging(&format!("{:<7} {}", remark.gravity.name(), terminal(&said)), 2, 10);
            if let Some(help) = &remark.help {
                self.hanging(&format!("help: {}", terminal(help)), 10, 16);
            }
        }
        if proposed.more > 0 {
            self.line(&format!("and {} more", proposed.more), 2);
        }
    }

    fn notes(&mut self, run: &Run<'_>, options: &Options) {
        let mut notes = run.notes();
        notes.extend(run.assurance().map(Assurance::text));
        if options.detail == Detail::Verbose {
            for (plan, report) in run.reports() {
                let of = if run.plans.len() > 1 { format!(" of {plan}") } else { String::new() };
                let digest = &report.assessment.digest;
                let bound = if digest.sensitive_bound { "" } else { ", sensitive values not bound" };
                notes.push(format!("change digest{of}: {}{bound}", digest.text));
                notes.push(format!("environment{of}: {}", report.assessment.environment.why));
            }
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

/// What stands for a blank at which no line may end; it is in no text that was escaped.
const GLUE: char = '\u{1}';

/// Returns text in which nothing that begins with `::` can get to the beginning of a line: there it would be a command
/// to the runner of a build job.
fn glued(text: &str) -> Cow<'_, str> {
    if !text.contains("::") {
        return Cow::Borrowed(text);
    }
    let mut glued = String::with_capacity(text.len());
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            let bare = anstream::adapter::strip_str(word).to_string();
            glued.push(if bare.starts_with("::") { GLUE } else { ' ' });
        }
        glued.push_str(word);
    }
    Cow::Owned(glued)
}

/// Returns the first of some names, and how many more there are. Not escaped.
fn some(names: &[&str]) -> String {
    let listed = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => listed,
        more => format!("{listed} and {more} more"),
    }
}

/// Says on account of what something is demanded, unless it is all that was listed above.
fn because(demand: &Requirement, run: &Run<'_>) -> Option<String> {
    let listed: Vec<&str> = run.risky().iter().map(|shared| shared.one.address.as_str()).collect();
    let all = listed.len() == demand.because.len()
        && demand.because.iter().all(|each| listed.contains(&each.as_str()));
    let (first, rest) = demand.because.split_at(demand.because.len().min(3));
    if first.is_empty() || all {
        return None;
    }
    let named: Vec<String> = first.iter().map(|each| terminal(each).into_owned()).collect();
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    Some(format!("{}{more}", named.join(", ")))
}
