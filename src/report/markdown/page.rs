//! The page: headings, rows in the form that was chosen for them, and what was cut, counted.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Shelf;
use super::{change, outcome};
use crate::gate::window::Code;
use crate::gate::{Kind, Requirement};
use crate::policy::Risk;
use crate::report::escape::{code, cut, fence, plain};
use crate::report::run::{Run, Shared, Standing};
use crate::report::words::counted;
use crate::risk::ChangeAssessment;

/// The bytes that groups of changes may need, which have no room even in their shortest form.
pub(super) const GROUPS: usize = 2_000;

/// For so many plans it is said how to approve them.
const MOST_APPROVED: usize = 20;

/// The longest verdict, in characters.
const HEADLINE: usize = 300;

/// The page being written.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

/// A window to begin with.
const WINDOW: &str = r#"window "sunday-night" {
  timezone = "UTC"
  weekly {
    days = ["sun"]
    at   = "02:00"
  }
  duration = "4h"
}"#;

impl Page {
    /// Returns what was written.
    pub(super) fn into_text(self) -> String {
        let mut text = self.text;
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    fn heading(&mut self, text: &str) {
        put!(self.text, "### {text}\n\n");
    }

    fn paragraph(&mut self, text: &str) {
        put!(self.text, "{text}\n\n");
    }

    /// Writes the rows of a shelf that have any form.
    fn rows(&mut self, shelf: &Shelf) {
        for (form, _) in shelf.items().iter().filter_map(super::budget::Item::chosen) {
            self.text.push_str(form);
        }
        self.text.push('\n');
    }

    /// Writes the verdict: the first line, and never the only one.
    pub(super) fn verdict(&mut self, run: &Run<'_>) {
        let (emoji, word) = outcome(run.standing());
        let headline = run.headline();
        put!(self.text, "## {emoji} {word}: {}\n\n", super::sentence(&cut(&headline, HEADLINE)));
        let what = match run.standing() {
            Standing::Allow => "applygate: this may be applied now.",
            Standing::Hold => "applygate: this may not be applied yet.",
            Standing::Block => "applygate: this must not be applied, whoever approves it.",
            Standing::Error if run.plans.len() > 1 => {
                "applygate: not every plan could be judged, so nothing is allowed."
            }
            Standing::Error => "applygate: nothing was decided, so nothing is allowed.",
        };
        self.paragraph(what);
        let guardrails: BTreeSet<&String> =
            run.reports().flat_map(|(_, report)| &report.verdict.guardrails).collect();
        if !guardrails.is_empty() {
            let guardrails: Vec<String> = guardrails.into_iter().cloned().collect();
            self.paragraph(&format!(
                "It touches what decides about changes itself: {}.",
                change::named(&guardrails)
            ));
        }
    }

    /// Writes a row for each plan.
    pub(super) fn plans(&mut self, shelf: &Shelf, allowed: &Shelf) {
        if shelf.len() + allowed.len() == 0 {
            return;
        }
        self.heading("Plans");
        self.rows(shelf);
        if shelf.cut() > 0 {
            self.paragraph(&format!("And {} more that are not allowed.", shelf.cut()));
        }
        if !allowed.is_empty() {
            self.folded(allowed, &counted(allowed.len(), "plan is allowed", "plans are allowed"));
        }
    }

    /// Writes what to do next.
    pub(super) fn next(&mut self, run: &Run<'_>, advice: &Shelf, missing: &Shelf) {
        if advice.is_empty() && missing.is_empty() {
            return;
        }
        self.heading("What to do next");
        if !advice.is_empty() {
            self.rows(advice);
        }
        if !missing.is_empty() {
            if run.standing() >= Standing::Block && !advice.is_empty() {
                self.paragraph("Demanded besides, once that is settled:");
            }
            self.rows(missing);
        }
        let cut = advice.cut() + missing.cut();
        if cut > 0 {
            self.paragraph(&format!("And {cut} more."));
        }
    }

    /// Writes what is to be said of the policy that the request brings; `beyond` is how many remarks have no row.
    pub(super) fn proposed(&mut self, shelf: &Shelf, beyond: u64) {
        self.heading("The policy that this pull request brings");
        self.paragraph(
            "This pull request changes the policy. It is judged by that of the base branch; the new one holds once it is \
             merged.",
        );
        if shelf.is_empty() {
            self.paragraph("There is nothing to remark on the new one.");
            return;
        }
        self.rows(shelf);
        let more = beyond.saturating_add(u64::try_from(shelf.cut()).unwrap_or(u64::MAX));
        if more > 0 {
            self.paragraph(&format!("And {more} more: `applygate policy lint` lists all."));
        }
    }

    /// Writes how to approve exactly this change, where approvals are missing and it is known what they bind to.
    pub(super) fn approve(&mut self, run: &Run<'_>) {
        let missing = |demand: &Requirement| demand.kind == Kind::Approvals && !demand.met;
        let several = run.plans.len() > 1;
        for (plan, report) in run.reports().take(MOST_APPROVED) {
            let digest = report.verdict.approval_digest.as_ref();
            let Some(digest) = digest.filter(|_| report.verdict.requirements.iter().any(missing)) else {
                continue;
            };
            let of = if several { format!(" {}", code(&cut(plan, 120))) } else { String::new() };
            put!(
                self.text,
                "To approve exactly this change{of}, whatever is pushed later, write a comment with this first line. A \
                 review that approves counts as well, for the commit it is given on.\n\n\
                 ```text\n/applygate approve {}\n```\n\n",
                digest.short()
            );
        }
    }

    /// Writes a window to begin with, where one is demanded and the policy has none.
    pub(super) fn window(&mut self, run: &Run<'_>) {
        let undefined =
            |demand: &Requirement| !demand.met && demand.code == Some(Code::WindowUndefined.name());
        let wanted = run.reports().any(|(_, report)| report.verdict.requirements.iter().any(undefined));
        if !wanted || run.standing() != Standing::Hold {
            return;
        }
        self.paragraph("A window to begin with, for `applygate.hcl` on the base branch; choose the time:");
        let lines: Vec<String> = WINDOW.lines().map(|line| format!("  {line}")).collect();
        put!(self.text, "{}\n", fence("hcl", &lines));
    }

    /// Writes what the rules say of the plan as a whole.
    pub(super) fn whole(&mut self, shelf: &Shelf) {
        if shelf.is_empty() {
            return;
        }
        self.heading("The plan as a whole");
        self.rows(shelf);
        if shelf.cut() > 0 {
            self.paragraph(&format!("And {} more.", shelf.cut()));
        }
    }

    /// Writes the changes that matter: grave ones in some form or other, all of them.
    pub(super) fn changes(
        &mut self,
        (grave, grave_changes): (&Shelf, &[Shared<'_, ChangeAssessment>]),
        (medium, medium_changes): (&Shelf, &[Shared<'_, ChangeAssessment>]),
    ) {
        let total = grave.len() + medium.len();
        if total == 0 {
            return;
        }
        let all = grave_changes.iter().chain(medium_changes);
        self.heading(&format!(
            "{}: {}",
            counted(total, "change that matters", "changes that matter"),
            levels(all)
        ));
        let forms: Vec<_> =
            grave.items().iter().chain(medium.items()).map(super::budget::Item::chosen).collect();
        let of = |longer: usize| forms.iter().flatten().filter(move |(_, skipped)| *skipped == longer);
        for (form, _) in of(0) {
            self.text.push_str(form);
        }
        let shortened = of(1).count() + of(2).count();
        if shortened > 0 {
            let lead = if of(0).count() > 0 { " more" } else { "" };
            self.paragraph(&format!("{shortened}{lead} in short, for want of room:"));
            for (form, _) in of(1).chain(of(2)) {
                self.text.push_str(form);
            }
            self.text.push('\n');
        }
        self.groups(grave, grave_changes);
        if medium.cut() > 0 {
            let cut = counted(medium.cut(), "more change", "more changes");
            self.paragraph(&format!(
                "{cut} of medium risk left out for want of room; `applygate check` lists all."
            ));
        }
    }

    /// Writes grave changes that have no room of their own by what they have in common.
    fn groups(&mut self, shelf: &Shelf, changes: &[Shared<'_, ChangeAssessment>]) {
        let cut: Vec<&ChangeAssessment> = shelf
            .items()
            .iter()
            .zip(changes)
            .filter(|(item, _)| item.chosen().is_none())
            .map(|(_, shared)| shared.one)
            .collect();
        if cut.is_empty() {
            return;
        }
        self.paragraph(&format!(
            "{} more, by kind for want of room; `applygate check` lists all:",
            cut.len()
        ));
        let mut kinds: Vec<(&ChangeAssessment, usize)> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for one in cut {
            let row = change::group(one, 0);
            let next = kinds.len();
            let position = *known.entry(row).or_insert(next);
            match kinds.get_mut(position) {
                Some((_, count)) => *count += 1,
                None => kinds.push((one, 1)),
            }
        }
        let (mut left, mut listed) = (GROUPS.saturating_sub(300), 0);
        for (one, count) in &kinds {
            let row = change::group(one, *count);
            if row.len() > left {
                break;
            }
            left -= row.len();
            listed += 1;
            self.text.push_str(&row);
        }
        let rest: Vec<&(&ChangeAssessment, usize)> = kinds.iter().skip(listed).collect();
        if !rest.is_empty() {
            let count: usize = rest.iter().map(|(_, count)| count).sum();
            put!(self.text, "- and {count} of {}\n", counted(rest.len(), "other kind", "other kinds"));
        }
        self.text.push('\n');
    }

    /// Writes rows that a reader opens; what stands in the summary is ours.
    pub(super) fn folded(&mut self, shelf: &Shelf, summary: &str) {
        let shown = shelf.len() - shelf.cut();
        if shown == 0 {
            self.paragraph(&format!("{summary}."));
            return;
        }
        put!(self.text, "<details><summary>{summary}</summary>\n\n");
        self.rows(shelf);
        if shelf.cut() > 0 {
            self.paragraph(&format!("And {} more, left out for want of room.", shelf.cut()));
        }
        self.text.push_str("</details>\n\n");
    }

    /// Writes what else a reader should know; how little it proves is never cut.
    pub(super) fn foot(&mut self, run: &Run<'_>, notes: &Shelf) {
        let assurance = run.assurance();
        if let Some(assurance) = assurance {
            put!(self.text, "- Note: {}\n", super::sentence(&assurance.text()));
        }
        if assurance.is_some() || !notes.is_empty() {
            self.rows(notes);
        }
    }
}

/// Returns how many changes there are of each level.
fn levels<'s>(changes: impl Iterator<Item = &'s Shared<'s, ChangeAssessment>>) -> String {
    let mut prohibited = 0_usize;
    let mut counts: BTreeMap<std::cmp::Reverse<Risk>, usize> = BTreeMap::new();
    for shared in changes {
        prohibited += usize::from(shared.one.is_prohibited());
        *counts.entry(std::cmp::Reverse(shared.one.risk)).or_default() += 1;
    }
    let mut parts: Vec<String> =
        counts.iter().map(|(risk, count)| format!("{count} {}", risk.0.name())).collect();
    if prohibited > 0 {
        parts.push(format!("{prohibited} prohibited"));
    }
    plain(&parts.join(", "))
}
