//! What differs, as lines for a person: `path: before -> after`, statements of policy documents in words.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};

use super::escape::terminal;
use super::words::counted;
use crate::risk::{ChangeAssessment, Difference, Judgement, Shown, Tally};

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

/// Returns the differences of a change that a person must see, and a word on the others.
pub(super) fn digest(change: &ChangeAssessment) -> Vec<String> {
    let mut sorted: Vec<&Difference> = change.differences.iter().collect();
    sorted.sort_by_key(|difference| !is_named(change, difference));
    let loud: Vec<&Difference> =
        sorted.iter().copied().filter(|difference| quiet(difference).is_none()).collect();
    let mut lines: Vec<String> = loud.iter().take(MOST).flat_map(|difference| render(difference)).collect();
    if loud.len() > MOST {
        lines.push(dimmed(&format!("and {} more (--verbose shows them)", loud.len() - MOST)));
    }
    for title in [LATER, SAME, EMPTY] {
        let found: Vec<&Difference> =
            sorted.iter().copied().filter(|difference| quiet(difference) == Some(title)).collect();
        if title == LATER && found.len() <= FEW {
            lines.extend(found.into_iter().flat_map(render));
        } else if !found.is_empty() {
            let paths: Vec<&str> = found.iter().map(|difference| difference.path.as_str()).collect();
            lines.push(dimmed(&format!("{title}: {}", terminal(&names(&paths)))));
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
pub(super) fn all(change: &ChangeAssessment) -> Vec<String> {
    let nothing = |difference: &&Difference| {
        difference.judged == Judgement::KnownAfterApply && difference.before.as_ref().is_none_or(is_empty)
    };
    let (named, shown): (Vec<&Difference>, Vec<&Difference>) = change.differences.iter().partition(nothing);
    let mut lines: Vec<String> = shown.into_iter().flat_map(render).collect();
    if !named.is_empty() {
        let paths: Vec<&str> = named.iter().map(|difference| difference.path.as_str()).collect();
        lines.push(dimmed(&format!("{LATER}: {}", terminal(&paths.join(", ")))));
    }
    lines
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
fn render(difference: &Difference) -> Vec<String> {
    let mut lines = sentence(difference);
    if let (Some(within), Some(line)) = (&difference.within, lines.last_mut()) {
        line.push_str(&dimmed(&format!(" ({})", terminal(within))));
    }
    lines
}

fn sentence(difference: &Difference) -> Vec<String> {
    let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
    let path = terminal(&difference.path);
    match difference.judged {
        Judgement::OrderOnly => vec![format!("~ {path}: same as before but for order and spelling")],
        Judgement::Tags(tally) => vec![format!("~ {path}: {}", labels(tally))],
        Judgement::Lines(tally) => vec![lines(&path, tally, before, after)],
        Judgement::KnownAfterApply => {
            let before = before.map(|shown| format!("{} -> ", removed(&text(shown)))).unwrap_or_default();
            vec![format!("~ {path}: {before}(known after apply)")]
        }
        Judgement::TypeOnly => {
            vec![format!("{} (only the type differs)", change(&path, before, after))]
        }
        Judgement::StatementWider => statement(difference, " (wider than before)"),
        Judgement::StatementNarrower => statement(difference, " (narrower than before)"),
        Judgement::StatementGained | Judgement::StatementLost => statement(difference, ""),
        Judgement::Changed if document(&difference.path).is_some() => statement(difference, ""),
        Judgement::Changed => vec![change(&path, before, after)],
    }
}

/// Returns `~ path: before -> after`, or what there is of it.
fn change(path: &str, before: Option<&Shown>, after: Option<&Shown>) -> String {
    match (before, after) {
        (Some(Shown::Hidden { why, length: old }), Some(Shown::Hidden { why: other, length: new }))
            if why == other =>
        {
            let size = match (old, new) {
                (Some(old), Some(new)) if old != new => format!(", {old} -> {new} characters"),
                (_, Some(length)) => format!(", {}", counted(*length, "character", "characters")),
                _ => String::new(),
            };
            format!("~ {path}: changed ({}{size})", why.words())
        }
        (Some(before), Some(after)) => {
            format!("~ {path}: {} -> {}", removed(&text(before)), added(&text(after)))
        }
        (Some(before), None) => removed(&format!("- {path}: {}", text(before))),
        (None, Some(after)) => added(&format!("+ {path}: {}", text(after))),
        (None, None) => format!("~ {path}"),
    }
}

/// Returns a statement as it was and as it is.
fn statement(difference: &Difference, remark: &str) -> Vec<String> {
    let path = terminal(document(&difference.path).unwrap_or(&difference.path));
    let before = difference.before.as_ref().map(|shown| removed(&format!("- {path}: {}", text(shown))));
    let after = difference.after.as_ref().map(|shown| added(&format!("+ {path}: {}{remark}", text(shown))));
    before.into_iter().chain(after).collect()
}

/// Returns the path of the document whose statement a path leads to.
fn document(path: &str) -> Option<&str> {
    let (statements, position) = path.rsplit_once('.')?;
    let document = statements.strip_suffix(".Statement")?;
    position.bytes().all(|byte| byte.is_ascii_digit()).then_some(document)
}

fn lines(path: &str, tally: Tally, before: Option<&Shown>, after: Option<&Shown>) -> String {
    let added = counted(tally.added, "line added", "lines added");
    let why = match after.or(before) {
        Some(Shown::Hidden { why, length }) => format!(" {}", why.phrase(*length)),
        _ => String::new(),
    };
    format!("~ {path}: {added}, {} removed{why}", tally.removed)
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

fn text(shown: &Shown) -> Cow<'_, str> {
    match shown {
        Shown::Value(value) => terminal(value),
        Shown::Hidden { why, length } => Cow::Owned(why.phrase(*length)),
    }
}

fn removed(text: &str) -> String {
    coloured(AnsiColor::Red, text)
}

fn added(text: &str) -> String {
    coloured(AnsiColor::Green, text)
}

fn coloured(colour: AnsiColor, text: &str) -> String {
    let style = Style::new().fg_color(Some(colour.into()));
    format!("{style}{text}{style:#}")
}

fn dimmed(text: &str) -> String {
    let style = Style::new().dimmed();
    format!("{style}{text}{style:#}")
}
