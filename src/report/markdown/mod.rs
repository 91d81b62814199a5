//! The verdict in Markdown: a comment in a pull request, the summary of a job, an e-mail.
//!
//! Verdict in the first line, then what to do next, then the changes that matter by risk, the rest folded and counted.
//! It never gets longer than its budget: it is cut from the harmless end, and says what was cut. It is read on phones,
//! so there are lists and no tables; it is read as the text of an e-mail, so its source reads well too.

mod budget;
mod change;
mod demand;
mod page;
mod proposal;

use std::collections::{BTreeMap, BTreeSet};

use super::escape::{code, cut, plain, plain_with};
use super::run::{Entry, Run, Shared, Standing};
use super::words::{counted, operation};
use crate::policy::Risk;
use crate::risk::{ChangeAssessment, Finding};
use budget::{Item, Room, Shelf};
use page::Page;

/// How to render.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The most bytes it may have; at least 4,096 are needed.
    pub budget: usize,
}

/// What a comment on GitHub may have: 65,536, with some left for what is added around it.
pub const COMMENT: usize = 65_000;
/// What the summary of a step of GitHub Actions may have: 1 MiB, with some left for other text in it.
pub const SUMMARY: usize = 1_000_000;

/// The least budget: room for the verdict, the counts and the groups.
const LEAST: usize = 4_096;
/// What headings and counts may need.
const FRAME: usize = 1_500;
/// The longest sentence that is shown in full, in characters.
const SENTENCE: usize = 700;

/// Renders the verdict.
pub fn render(run: &Run<'_>, options: &Options) -> String {
    let budget = options.budget.max(LEAST);
    let mut shelves = Shelves::of(run);
    let mut frame = FRAME;
    loop {
        shelves.fill(budget.saturating_sub(frame));
        let page = shelves.page(run);
        // Headings and counts come out longer than thought only where names are long; then there are fewer rows.
        if page.len() <= budget {
            return page;
        }
        if frame >= budget {
            // Not even headings and counts have room.
            let mut page = Page::default();
            page.verdict(run);
            return page.into_text();
        }
        frame += page.len() - budget;
    }
}

/// Another project of the same pull request, judged in a run of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Directory and workspace.
    pub project: String,
    /// What it came to.
    pub standing: Standing,
    /// Why, in a few words.
    pub words: String,
    /// What to do about it, where that is not told by its own run.
    pub next: Option<&'static str>,
}

/// Renders the comment of a pull request: the verdict of this run, and a row for every other project.
pub fn comment(run: &Run<'_>, others: &[Other], options: &Options) -> String {
    let mut rows = String::new();
    let mut left = others.len();
    // What is cut is cut from the harmless end.
    let mut others: Vec<&Other> = others.iter().collect();
    others.sort_by(|a, b| (b.standing, &a.project).cmp(&(a.standing, &b.project)));
    for other in &others {
        let (emoji, _) = outcome(other.standing);
        let (name, word) = (code(&cut(&other.project, 120)), other.standing.name());
        let mut row = format!("- {emoji} **{word}** {name}: {}\n", sentence(&other.words));
        if let Some(next) = other.next {
            put!(row, "  - Next: {}\n", sentence(next));
        }
        if rows.len() + row.len() > OTHERS {
            break;
        }
        rows.push_str(&row);
        left -= 1;
    }
    if rows.is_empty() {
        return render(run, options);
    }
    let more = if left > 0 { format!("\nAnd {left} more.\n") } else { String::new() };
    let passed = match others.iter().map(|other| other.standing).max() {
        Some(worst) if worst > run.standing() => {
            "The check of this pull request passes only once all of them are allowed.\n\n"
        }
        _ => "",
    };
    let rows = format!("\n### Other projects of this pull request\n\n{passed}{rows}{more}");
    let room = Options { budget: options.budget.saturating_sub(rows.len()) };
    render(run, &room) + &rows
}

/// What the rows of other projects may need together, in bytes.
const OTHERS: usize = 20_000;

/// All that could be told, in the forms it could be told in.
struct Shelves<'r> {
    plans: Shelf,
    allowed: Shelf,
    advice: Shelf,
    missing: Shelf,
    met: Shelf,
    said: Shelf,
    proposed: Shelf,
    whole: Shelf,
    grave: Shelf,
    medium: Shelf,
    harmless: Shelf,
    notes: Shelf,
    risky: Vec<Shared<'r, ChangeAssessment>>,
    grave_count: usize,
}

impl<'r> Shelves<'r> {
    fn of(run: &Run<'r>) -> Shelves<'r> {
        let several = run.plans.len() > 1;
        let (standing, allowed): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
            run.plans.iter().partition(|entry| entry.standing() != Standing::Allow);
        let rows = |mut entries: Vec<&Entry<'_>>| -> Shelf {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.standing()));
            entries.into_iter().map(plan_row).collect()
        };
        let risky = run.risky();
        // What is prohibited is grave whatever its level, so that it is never cut.
        let is_grave = |shared: &&Shared<'_, ChangeAssessment>| {
            shared.one.is_prohibited() || shared.one.risk >= Risk::High
        };
        let grave_count = risky.iter().filter(is_grave).count();
        let demands = run.demands();
        let (met, missing): (Vec<_>, Vec<_>) = demands.iter().partition(|shared| shared.one.met);
        let mut advised: BTreeSet<&str> = prohibiting(run).keys().copied().collect();
        let findings = run.findings();
        let whole = findings.iter().map(|shared| finding_row(shared, several, &mut advised)).collect();
        let forms: Vec<Item> =
            risky.iter().map(|shared| change::item(shared, several, &mut advised)).collect();
        let (grave, medium) = forms.split_at(grave_count.min(forms.len()));
        Shelves {
            plans: if several { rows(standing) } else { Shelf::default() },
            allowed: if several { rows(allowed) } else { Shelf::default() },
            advice: advice(run),
            missing: missing.into_iter().map(|shared| demand::item(shared, several)).collect(),
            met: met.into_iter().map(|shared| demand::item(shared, several)).collect(),
            said: said(run),
            proposed: run.proposed_policy().into_iter().flat_map(proposal::items).collect(),
            whole,
            grave: grave.iter().cloned().collect(),
            medium: medium.iter().cloned().collect(),
            harmless: run.harmless().map(|(plan, change)| change::harmless(change, plan, several)).collect(),
            notes: notes(run),
            grave_count,
            risky,
        }
    }

    /// Chooses a form for everything, the gravest first: a short form for all that must not be missing, then longer
    /// ones, then the rest.
    fn fill(&mut self, budget: usize) {
        let room = &mut Room::new(budget);
        for shelf in [
            &mut self.plans,
            &mut self.allowed,
            &mut self.advice,
            &mut self.missing,
            &mut self.met,
            &mut self.said,
            &mut self.proposed,
            &mut self.whole,
            &mut self.grave,
            &mut self.medium,
            &mut self.harmless,
            &mut self.notes,
        ] {
            shelf.clear();
        }
        // Not all that is grave has room even in its shortest form: the rest is told in groups, which need room too.
        let least = [&self.missing, &self.advice, &self.grave, &self.plans];
        if least.iter().map(|shelf| shelf.shortest()).sum::<usize>() > budget {
            room.hold_back(page::GROUPS);
        }
        self.missing.lengthen(0, room);
        self.advice.lengthen(0, room);
        self.grave.lengthen(0, room);
        self.plans.lengthen(0, room);
        self.whole.lengthen(0, room);
        self.proposed.lengthen(0, room);
        self.missing.lengthen(1, room);
        self.advice.lengthen(1, room);
        self.plans.lengthen(1, room);
        self.whole.lengthen(1, room);
        self.grave.lengthen(1, room);
        self.proposed.lengthen(1, room);
        self.grave.lengthen(2, room);
        self.medium.lengthen(0, room);
        self.medium.lengthen(1, room);
        self.medium.lengthen(2, room);
        self.notes.lengthen(0, room);
        self.met.lengthen(0, room);
        self.said.lengthen(0, room);
        self.allowed.lengthen(0, room);
        self.harmless.lengthen(0, room);
        self.met.lengthen(1, room);
        self.allowed.lengthen(1, room);
    }

    fn page(&self, run: &Run<'_>) -> String {
        let mut page = Page::default();
        page.verdict(run);
        page.plans(&self.plans, &self.allowed);
        page.next(run, &self.advice, &self.missing);
        page.approve(run);
        page.window(run);
        if let Some(proposed) = run.proposed_policy() {
            page.proposed(&self.proposed, proposal::beyond(proposed));
        }
        page.whole(&self.whole);
        let (grave, medium) = self.risky.split_at(self.grave_count.min(self.risky.len()));
        page.changes((&self.grave, grave), (&self.medium, medium));
        if !self.met.is_empty() {
            let summary = counted(self.met.len(), "requirement is met", "requirements are met");
            page.folded(&self.met, &summary);
        }
        if !self.said.is_empty() {
            let summary = counted(self.said.len(), "person said something", "people said something");
            page.folded(&self.said, &summary);
        }
        if !self.harmless.is_empty() || run.unchanged() > 0 {
            page.folded(&self.harmless, &harmless_summary(run));
        }
        page.foot(run, &self.notes);
        page.into_text()
    }
}

/// Returns the emoji and the word of an outcome.
fn outcome(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Allow => ("✅", "Allowed"),
        Standing::Hold => ("✋", "On hold"),
        Standing::Block => ("🛑", "Blocked"),
        Standing::Error => ("❌", "Not judged"),
    }
}

/// Returns the mark of a level.
fn mark(risk: Risk) -> &'static str {
    match risk {
        Risk::Critical => "🔴",
        Risk::High => "🟠",
        Risk::Medium => "🟡",
        Risk::Low | Risk::None => "⚪",
    }
}

fn sentence(text: &str) -> String {
    plain(&cut(text.trim(), SENTENCE))
}

/// Returns a sentence that names something, such as an address.
fn sentence_with(text: &str, name: &str) -> String {
    plain_with(&cut(text.trim(), SENTENCE), name)
}

fn plan_row(entry: &Entry<'_>) -> Item {
    let (emoji, _) = outcome(entry.standing());
    let name = code(&cut(entry.name, 120));
    let word = entry.standing().name();
    let short = format!("- {emoji} **{word}** {name}\n");
    let mut long = format!("- {emoji} **{word}** {name}: {}\n", sentence(&entry.headline()));
    match &entry.judged {
        Ok(report) => put!(long, "  - Change digest `{}`\n", report.assessment.digest.text),
        Err(problems) => {
            for help in problems.iter().filter_map(|problem| problem.help.as_ref()) {
                put!(long, "  - Help: {}\n", sentence(help));
            }
        }
    }
    Item::new([long, short])
}

/// Returns the rules that prohibit something, with one finding each and how often.
fn prohibiting<'r>(run: &Run<'r>) -> BTreeMap<&'r str, (&'r Finding, usize)> {
    let mut rules: BTreeMap<&str, (&Finding, usize)> = BTreeMap::new();
    for (_, report) in run.reports() {
        let changes = report.assessment.changes.iter().flat_map(|change| &change.findings);
        for finding in report.assessment.findings.iter().chain(changes).filter(|finding| finding.prohibits) {
            rules.entry(&finding.rule).or_insert((finding, 0)).1 += 1;
        }
    }
    rules
}

/// What to do about what is prohibited, and about what could not be judged.
fn advice(run: &Run<'_>) -> Shelf {
    let mut items = Vec::new();
    if let [entry] = run.plans.as_slice()
        && let Err(problems) = entry.judged
    {
        for problem in problems.iter() {
            let help = problem.help.as_deref().unwrap_or("repair that and run it again");
            let long = format!("- {}\n  - Help: {}\n", sentence(&problem.to_string()), sentence(help));
            items.push(Item::new([long, format!("- {}\n", code(problem.code.name()))]));
        }
    }
    for (rule, (finding, count)) in prohibiting(run) {
        let times = if count > 1 { format!(", {count} times") } else { String::new() };
        let mut long = format!("- **Prohibited:** {} ({}{times}).", sentence(&finding.title), code(rule));
        match &finding.instead {
            Some(instead) => put!(long, " Instead: {}\n", sentence(instead)),
            None => long.push_str(" No approval lifts it.\n"),
        }
        let short = format!("- **Prohibited:** {}{times}\n", code(rule));
        items.push(Item::new([long, short]));
    }
    items.into_iter().collect()
}

/// A finding on the plan as a whole.
fn finding_row<'r>(shared: &Shared<'r, Finding>, several: bool, advised: &mut BTreeSet<&'r str>) -> Item {
    let finding = shared.one;
    let plans = if several { format!(" {}", change::plans(&shared.plans())) } else { String::new() };
    let mut long = format!("- {}{plans}\n", change::reason(finding, ""));
    if advised.insert(&finding.rule)
        && let Some(instead) = &finding.instead
    {
        put!(long, "  - Instead: {}\n", sentence(instead));
    }
    let short = format!("- {} **{}** {}\n", mark(finding.risk), finding.risk.name(), code(&finding.rule));
    Item::new([long, short])
}

fn harmless_summary(run: &Run<'_>) -> String {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut total = 0;
    for (_, change) in run.harmless() {
        total += 1;
        *kinds.entry(operation(change)).or_default() += 1;
    }
    let mut parts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    if run.unchanged() > 0 {
        parts.push(format!("{} unchanged", run.unchanged()));
    }
    let head = match total {
        0 => "Besides".to_owned(),
        total => counted(total, "harmless change", "harmless changes"),
    };
    format!("{head}: {}", parts.join(", "))
}

/// Whose word counts, and why that of others does not.
fn said(run: &Run<'_>) -> Shelf {
    let mut told: Vec<String> = Vec::new();
    for (_, report) in run.reports() {
        for said in &report.verdict.said {
            let row = format!("- {}\n", sentence(&said.text()));
            if !told.contains(&row) {
                told.push(row);
            }
        }
    }
    told.into_iter().map(|row| Item::new([row])).collect()
}

fn notes(run: &Run<'_>) -> Shelf {
    let mut items: Vec<Item> = Vec::new();
    if let [Entry { judged: Ok(report), .. }] = run.plans.as_slice() {
        let digest = &report.assessment.digest;
        let bound = if digest.sensitive_bound { "" } else { " (sensitive values are not bound)" };
        items.push(Item::new([format!("- Change digest `{}`{bound}\n", digest.text)]));
        items.push(Item::new([format!("- Environment: {}\n", sentence(&report.assessment.environment.why))]));
    }
    items.extend(run.notes().iter().map(|note| Item::new([format!("- Note: {}\n", sentence(note))])));
    items.into_iter().collect()
}
