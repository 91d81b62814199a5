//! The functions over attribute paths: what an update does to the values on a path. None of them ever fails.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::equality::{compare_numbers, equal, order};
use super::reach::{reach, reach_elements, reach_one, visit, visit_elements};
use super::truth::Truth;
use super::value::{Content, Value};
use crate::plan::number::{Decimal, seconds};
use crate::plan::value::Value as Plain;
use crate::plan::view::{State, View};
use crate::policy::source::path::Path;

/// Which way a number goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Down,
    Up,
}

/// Returns whether a value on the path differs. A create or delete changes nothing: there is but one side.
pub(super) fn changed(before: View<'_>, after: View<'_>, path: &Path) -> Truth {
    if is_missing(before) || is_missing(after) {
        return Truth::False;
    }
    if let (Some(old), Some(new)) = (reach_one(before, path), reach_one(after, path)) {
        return !equal(&Value::view(old), &Value::view(new), &mut 0);
    }
    let (mut old, mut new) = (values(reach(before, path)), values(reach(after, path)));
    if old.len() != new.len() {
        if new.iter().any(Value::is_unknown) {
            return Truth::Unknown;
        }
        // A block that sets nothing is like none.
        let is_set = |value: &Value<'_>| !matches!(value.content, Content::Null);
        old.retain(is_set);
        new.retain(is_set);
        if old.len() != new.len() {
            return Truth::True;
        }
    }
    let mut cost = 0;
    Truth::any(old.iter().zip(&new).map(|(old, new)| !equal(old, new, &mut cost)))
}

/// Returns whether before has the value on the path and after gave it up: it has it nowhere, or in fewer places
/// and something else in more.
pub(super) fn left(before: View<'_>, after: View<'_>, path: &Path, wanted: &Value<'_>) -> Truth {
    let (old, new) = (Tally::of(before, path, wanted), Tally::of(after, path, wanted));
    let gone = |found: usize, others: usize| found == 0 || (found < old.found && others > old.others);
    if old.found == 0 {
        return if old.open == 0 { Truth::False } else { Truth::Unknown };
    }
    either_way(gone(new.found + new.open, new.others), gone(new.found, new.others + new.open))
}

/// Returns whether after has the value on the path in more places than before.
pub(super) fn became(before: View<'_>, after: View<'_>, path: &Path, wanted: &Value<'_>) -> Truth {
    let (old, new) = (Tally::of(before, path, wanted), Tally::of(after, path, wanted));
    let certain = new.found > old.found + old.open;
    let possible = new.found + new.open > old.found;
    either_way(possible, certain)
}

/// Returns whether the object has the value on the path.
pub(super) fn has(side: View<'_>, path: &Path, wanted: &Value<'_>) -> Truth {
    let tally = Tally::of(side, path, wanted);
    either_way(tally.found + tally.open > 0, tally.found > 0)
}

/// Returns whether a number on the path moved. With `forever`, null, 0 and less mean more than any number.
pub(super) fn moved(
    before: View<'_>,
    after: View<'_>,
    path: &Path,
    direction: Direction,
    forever: bool,
) -> Truth {
    if is_missing(before) || is_missing(after) {
        return Truth::False;
    }
    if let (Some(old), Some(new)) = (reach_one(before, path), reach_one(after, path))
        && old.state() == State::Absent
        && new.state() == State::Absent
    {
        return Truth::False;
    }
    let (old, new) = (reach(before, path), reach(after, path));
    if new.iter().chain(&old).any(|view| view.state() == State::Unknown) {
        return Truth::Unknown;
    }
    let amounts = |views: Vec<View<'_>>| {
        let mut amounts: Vec<Amount> =
            views.into_iter().filter_map(|view| Amount::of(view, forever)).collect();
        amounts.sort_by(Amount::compare);
        amounts
    };
    let (old, new) = (amounts(old), amounts(new));
    let wanted = if direction == Direction::Down { Ordering::Less } else { Ordering::Greater };
    if old.len() == new.len() {
        // Blocks have no order to go by: the least is compared with the least, and so on.
        return Truth::any(old.iter().zip(&new).map(|(old, new)| Truth::from(new.compare(old) == wanted)));
    }
    let ends = match direction {
        Direction::Down => (old.first(), new.first()),
        Direction::Up => (old.last(), new.last()),
    };
    match ends {
        (Some(old), Some(new)) => Truth::from(new.compare(old) == wanted),
        _ => Truth::False,
    }
}

/// Returns whether some element on the path in `from` is missing in `to`, whatever the order.
pub(super) fn missing(from: View<'_>, to: View<'_>, path: &Path) -> Truth {
    let (sought, sought_open) = known_elements(from, path);
    let (mut present, open) = known_elements(to, path);
    let mut cost = 0;
    present.sort_by(|a, b| order(a, b, &mut cost));
    let is_present = |value: &Plain<'_>| present.binary_search_by(|each| order(each, value, &mut 0)).is_ok();
    match sought.into_iter().all(is_present) {
        true if sought_open => Truth::Unknown,
        true => Truth::False,
        // What is still unknown may turn out to be what seems to be missing.
        false if open => Truth::Unknown,
        false => Truth::True,
    }
}

/// Returns whether the path, or one below it, forces the replacement.
pub(super) fn forced_by(replace_paths: &[String], path: &Path) -> bool {
    replace_paths.iter().any(|forcing| {
        let mut forcing = forcing.split('.').peekable();
        path.steps().all(|step| {
            // The plan names the index of a block; the path does not.
            while forcing.peek().is_some_and(|next| *next != step && is_index(next)) {
                forcing.next();
            }
            forcing.next() == Some(step)
        })
    })
}

/// Returns whether a value is what was written in a rule: strings whatever their case, `"true"` like `true`,
/// `"7"` like 7.
pub(super) fn matches(value: &Value<'_>, wanted: &Value<'_>) -> Truth {
    let same = match (&value.content, &wanted.content) {
        (Content::Text(text), Content::Text(wanted)) => same_text(text, wanted),
        (Content::Text(text), Content::Bool(wanted)) | (Content::Bool(wanted), Content::Text(text)) => {
            same_text(text, if *wanted { "true" } else { "false" })
        }
        (Content::Text(text), Content::Number(number)) | (Content::Number(number), Content::Text(text)) => {
            Decimal::parse(text).is_some() && compare_numbers(text, number).is_eq()
        }
        _ => return equal(value, wanted, &mut 0),
    };
    Truth::from(same)
}

/// Returns a number, or the seconds of a duration.
pub(super) fn amount<'v>(value: &Value<'v>) -> Option<Cow<'v, str>> {
    match &value.content {
        Content::Number(digits) => Some(digits.clone()),
        Content::Text(text) if Decimal::parse(text).is_some() => Some(text.clone()),
        Content::Text(text) => seconds(text).map(Cow::Owned),
        _ => None,
    }
}

/// How often a value occurs on a path.
#[derive(Debug, Default)]
struct Tally {
    found: usize,
    others: usize,
    /// What may or may not turn out to be the value.
    open: usize,
}

impl Tally {
    fn of(side: View<'_>, path: &Path, wanted: &Value<'_>) -> Tally {
        let mut tally = Tally::default();
        let mut count = |end| match matches(&Value::view(end), wanted) {
            Truth::True => tally.found += 1,
            Truth::False => tally.others += 1,
            Truth::Unknown => tally.open += 1,
        };
        match wanted.content {
            Content::List(_) | Content::Object(_) | Content::Tree(_) => visit(side, path, &mut count),
            _ => visit_elements(side, path, &mut count),
        }
        tally
    }
}

/// A number on a path, or for ever.
#[derive(Debug)]
enum Amount {
    Number(String),
    Forever,
}

impl Amount {
    fn of(view: View<'_>, forever: bool) -> Option<Amount> {
        let value = Value::view(view);
        let number = amount(&value);
        let endless = match &number {
            Some(number) => Decimal::parse(number).is_some_and(|number| number.sign() <= 0),
            None => matches!(value.content, Content::Null),
        };
        if forever && endless {
            return Some(Amount::Forever);
        }
        number.map(|number| Amount::Number(number.into_owned()))
    }

    fn compare(&self, other: &Amount) -> Ordering {
        match (self, other) {
            (Amount::Number(a), Amount::Number(b)) => compare_numbers(a, b),
            (Amount::Forever, Amount::Forever) => Ordering::Equal,
            (Amount::Forever, Amount::Number(_)) => Ordering::Greater,
            (Amount::Number(_), Amount::Forever) => Ordering::Less,
        }
    }
}

/// Returns true if there is no object on that side: before a create, after a delete.
fn is_missing(side: View<'_>) -> bool {
    matches!(side.state(), State::Null | State::Absent)
}

fn values(views: Vec<View<'_>>) -> Vec<Value<'_>> {
    views.into_iter().map(Value::view).collect()
}

/// Returns the known elements on a path, null ones left out, and whether some are not known.
fn known_elements<'v>(side: View<'v>, path: &Path) -> (Vec<&'v Plain<'v>>, bool) {
    let elements = reach_elements(side, path);
    let open = elements.iter().any(View::holds_unknown);
    let known = elements.iter().filter(|element| !element.holds_unknown()).filter_map(View::known);
    (known.collect(), open)
}

fn same_text(a: &str, b: &str) -> bool {
    a == b || a.eq_ignore_ascii_case(b) || (!a.is_ascii() && a.to_lowercase() == b.to_lowercase())
}

fn is_index(step: &str) -> bool {
    step.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true or false if both ends of what is possible agree, otherwise unknown.
fn either_way(one: bool, other: bool) -> Truth {
    if one == other { Truth::from(one) } else { Truth::Unknown }
}
