//! What differs, for a person: which of it, in which order, and how much is said of each.

mod terminal;

use super::words::counted;
use crate::risk::{ChangeAssessment, Difference, Judgement, Shown, Tally};
pub(super) use terminal::paint;

/// So many differences are shown of a change unless somebody asks for all.
const MOST: usize = 12;
/// What is said of values that are decided during apply.
const LATER: &str = "known after apply";
/// What is said of values that are only spelled another way.
const SAME: &str = "means the same as before";
/// What is said of empty texts and lists that come or go.
const EMPTY: &str = "empty or unset either way";
/// So few values that are decided during apply are worth a line each.
const FEW: usize = 3;
/// So many attributes are named in one line.
const MOST_NAMES: usize = 6;

/// One thing that is said of a change. No text in it is escaped for any place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What is said.
    pub(super) said: Said,
    /// What tells the element of a list from others.
    pub(super) within: Option<String>,
}

/// What is said of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Another value: path, before, after, a remark.
    Changed(String, String, String, &'static str),
    /// There only before: path, value.
    Gone(String, String),
    /// There only after: path, value, a remark.
    Come(String, String, &'static str),
    /// Something else about a path.
    Else(String, String),
    /// A path differs, and that is all that is known.
    Differs(String),
    /// Paths that have something in common.
    Named(&'static str, String),
    /// So many differences are left out.
    More(usize),
}

impl From<Said> for Line {
    fn from(said: Said) -> Line {
        Line { said, within: None }
    }
}

/// Returns the differences of a change that a person must see, and a word on the others.
pub(super) fn digest(change: &ChangeAssessment) -> Vec<Line> {
    let mut sorted: Vec<&Difference> = change.differences.iter().collect();
    sorted.sort_by_key(|difference| !is_named(change, difference));
    let loud: Vec<&Difference> =
        sorted.iter().copied().filter(|difference| quiet(difference).is_none()).collect();
    let mut lines: Vec<Line> = loud.iter().take(MOST).flat_map(|difference| lines(difference)).collect();
    if loud.len() > MOST {
        lines.push(Said::More(loud.len() - MOST).into());
    }
    for title in [LATER, SAME, EMPTY] {
        let found: Vec<&Difference> =
            sorted.iter().copied().filter(|difference| quiet(difference) == Some(title)).collect();
        if title == LATER && found.len() <= FEW {
            lines.extend(found.into_iter().flat_map(self::lines));
        } else if !found.is_empty() {
            let paths: Vec<&str> = found.iter().map(|difference| difference.path.as_str()).collect();
            lines.push(Said::Named(title, names(&paths)).into());
        }
    }
    lines
}

/// Returns what is said of a difference that is only named, beside others of its kind.
fn quiet(difference: &Difference) -> Option<&'static str> {
    match (difference.judged, &difference.before, &difference.after) {
        (Judgement::KnownAfterApply, ..) => Some(LATER),
        (judged, ..) if judged.means_the_same() => Some(SAME),
        // False and 0 are something, as what stands in their place may be true or 5; nothing is nothing.
        (Judgement::Changed, Some(side), None) | (Judgement::Changed, None, Some(side)) if is_empty(side) => {
            Some(EMPTY)
        }
        _ => None,
    }
}

/// Returns all differences of a change; those that have no value on any side yet are only named.
pub(super) fn all(change: &ChangeAssessment) -> Vec<Line> {
    let nothing = |difference: &&Difference| {
        difference.judged == Judgement::KnownAfterApply && difference.before.as_ref().is_none_or(is_empty)
    };
    let (named, shown): (Vec<&Difference>, Vec<&Difference>) = change.differences.iter().partition(nothing);
    let mut all: Vec<Line> = shown.into_iter().flat_map(lines).collect();
    if !named.is_empty() {
        let paths: Vec<&str> = named.iter().map(|difference| difference.path.as_str()).collect();
        all.push(Said::Named(LATER, paths.join(", ")).into());
    }
    all
}

/// Returns true for an empty text, list or object.
fn is_empty(shown: &Shown) -> bool {
    match shown {
        Shown::Value(text) => matches!(text.as_str(), "\"\"" | "[]" | "{}"),
        Shown::Hidden { length, .. } => *length == Some(0),
    }
}

/// Returns true if a rule that fired looked at it, or if it forces a replacement.
fn is_named(change: &ChangeAssessment, difference: &Difference) -> bool {
    let path = difference.attribute_path();
    let below = |named: &str, path: &str| {
        path.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let mut paths = change.findings.iter().flat_map(|finding| &finding.paths);
    change.forced_by.contains(&difference.path)
        || paths.any(|named| below(named, &path) || below(&path, named))
}

/// Returns the one or two lines of a difference, with the element it stands in.
fn lines(difference: &Difference) -> Vec<Line> {
    let mut lines: Vec<Line> = said(difference).into_iter().map(Line::from).collect();
    if let Some(line) = lines.last_mut() {
        line.within.clone_from(&difference.within);
    }
    lines
}

fn said(difference: &Difference) -> Vec<Said> {
    let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
    let path = difference.path.clone();
    match difference.judged {
        Judgement::OrderOnly => {
            vec![Said::Else(path, "same as before but for order and spelling".to_owned())]
        }
        Judgement::Tags(tally) => vec![Said::Else(path, labels(tally))],
        Judgement::Lines(tally) => vec![Said::Else(path, several_lines(tally, before, after))],
        Judgement::KnownAfterApply => vec![match before {
            Some(before) => Said::Changed(path, text(before), format!("({LATER})"), ""),
            None => Said::Else(path, format!("({LATER})")),
        }],
        Judgement::TypeOnly => vec![change(path, before, after, " (only the type differs)")],
        Judgement::StatementWider => statement(difference, " (wider than before)"),
        Judgement::StatementNarrower => statement(difference, " (narrower than before)"),
        Judgement::StatementGained | Judgement::StatementLost => statement(difference, ""),
        Judgement::Changed if document(&difference.path).is_some() => statement(difference, ""),
        Judgement::Changed => vec![change(path, before, after, "")],
    }
}

/// Returns what there is of the two sides of a value.
fn change(path: String, before: Option<&Shown>, after: Option<&Shown>, remark: &'static str) -> Said {
    match (before, after) {
        (Some(Shown::Hidden { why, length: old }), Some(Shown::Hidden { why: other, length: new }))
            if why == other =>
        {
            let size = match (old, new) {
                (Some(old), Some(new)) if old != new => format!(", {old} -> {new} characters"),
                (_, Some(length)) => format!(", {}", counted(*length, "character", "characters")),
                _ => String::new(),
            };
            Said::Else(path, format!("changed ({}{size}){remark}", why.words()))
        }
        (Some(before), Some(after)) => Said::Changed(path, text(before), text(after), remark),
        (Some(before), None) => Said::Gone(path, text(before)),
        (None, Some(after)) => Said::Come(path, text(after), remark),
        (None, None) => Said::Differs(path),
    }
}

/// Returns a statement as it was and as it is.
fn statement(difference: &Difference, remark: &'static str) -> Vec<Said> {
    let path = document(&difference.path).unwrap_or(&difference.path);
    let before = difference.before.as_ref().map(|shown| Said::Gone(path.to_owned(), text(shown)));
    let after = difference.after.as_ref().map(|shown| Said::Come(path.to_owned(), text(shown), remark));
    before.into_iter().chain(after).collect()
}

/// Returns the path of the document whose statement a path leads to.
fn document(path: &str) -> Option<&str> {
    let (statements, position) = path.rsplit_once('.')?;
    let document = statements.strip_suffix(".Statement")?;
    position.bytes().all(|byte| byte.is_ascii_digit()).then_some(document)
}

fn several_lines(tally: Tally, before: Option<&Shown>, after: Option<&Shown>) -> String {
    let added = counted(tally.added, "line added", "lines added");
    let why = match after.or(before) {
        Some(Shown::Hidden { why, length }) => format!(" {}", why.phrase(*length)),
        _ => String::new(),
    };
    format!("{added}, {} removed{why}", tally.removed)
}

fn labels(tally: Tally) -> String {
    let counts = [(tally.changed, "changed"), (tally.added, "added"), (tally.removed, "removed")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}

fn names(paths: &[&str]) -> String {
    let listed = paths.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(MOST_NAMES) {
        0 => listed,
        more => format!("{listed} and {more} more"),
    }
}

fn text(shown: &Shown) -> String {
    match shown {
        Shown::Value(value) => value.clone(),
        Shown::Hidden { why, length } => why.phrase(*length),
    }
}
