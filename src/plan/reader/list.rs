//! The lists of changes: `resource_changes`, `resource_drift`, `deferred_changes`, and the object `output_changes`.

use std::collections::BTreeSet;

use super::element::{Element, is_plain};
use super::spans::{Member, Spans};
use super::{Stop, expect, tool::Registries, wrong};
use crate::plan::change::ResourceChange;
use crate::plan::mode::Mode;
use crate::plan::model::{Deferred, OutputChange, Unchanged};
use crate::plan::operation::Operation;
use crate::plan::parse;
use crate::plan::scan::Scanner;
use crate::plan::sibling::{self, Sibling};
use crate::plan::value::Value;

/// A list of elements that are alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum List {
    Changes,
    Drift,
    Deferred,
}

impl List {
    fn name(self) -> &'static str {
        match self {
            List::Changes => "resource_changes",
            List::Drift => "resource_drift",
            List::Deferred => "deferred_changes",
        }
    }

    /// Returns what to call an element, but for its address.
    fn label(self) -> &'static str {
        match self {
            List::Changes => "resource change",
            List::Drift => "drift of",
            List::Deferred => "deferred change",
        }
    }
}

/// What is counted along the way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) unchanged: Unchanged,
    pub(super) registries: Registries,
}

/// Reads a list of changes: those that are not plainly unchanged, sorted.
pub(super) fn changes(
    scanner: &mut Scanner<'_>,
    list: List,
    tally: &mut Tally,
) -> Result<Vec<ResourceChange>, Stop> {
    let mut changes = Vec::new();
    expect(scanner, b'[', list.name(), "an array")?;
    scanner.enter()?;
    let mut number = 0;
    while scanner.next_element()? {
        number += 1;
        changes.extend(change(scanner, list, number, tally)?);
    }
    changes.sort_by(|a, b| (&a.address, &a.deposed).cmp(&(&b.address, &b.deposed)));
    if list == List::Changes {
        refuse_twice(&changes)?;
    }
    tally.unchanged.siblings.sort();
    Ok(changes)
}

/// Reads the element that comes next; none if it is plainly unchanged.
fn change(
    scanner: &mut Scanner<'_>,
    list: List,
    number: usize,
    tally: &mut Tally,
) -> Result<Option<ResourceChange>, Stop> {
    let place = || format!("element {number} of `{}`", list.name());
    if scanner.peek()? != b'{' {
        return Err(wrong(format!("{} is not an object", place())));
    }
    scanner.keep()?;
    let spans = Spans::of_element(scanner)?;
    let element = Element::new(scanner, &spans, list.label(), &place)?;
    tally.registries.see(element.text(Member::ProviderName).unwrap_or_default());
    let plain = match element.plainly_unchanged() {
        Some(mode) if !element.is_sibling() => Err(mode),
        _ if list == List::Drift => Ok(element.drift()?),
        _ => Ok(element.resource_change()?),
    };
    let plain = match plain {
        Ok(change) if is_plain(&change) => {
            tally.unchanged.siblings.extend(self::sibling(&change)?);
            Err(change.mode)
        }
        other => other,
    };
    scanner.release();
    match plain {
        Ok(change) => return Ok(Some(change)),
        Err(Mode::Data) => tally.unchanged.data += 1,
        Err(_) => tally.unchanged.managed += 1,
    }
    Ok(None)
}

/// Returns what relations need of an unchanged resource, if its type stands in any.
fn sibling(change: &ResourceChange) -> Result<Option<Sibling>, Stop> {
    if !sibling::is_sibling(&change.kind) {
        return Ok(None);
    }
    let parent = sibling::parent(&change.kind, &change.change().map_err(Stop::Wrong)?.after());
    Ok(Some(Sibling { kind: change.kind.clone(), address: change.address.clone(), parent }))
}

/// Refuses two changes of the same object among sorted ones.
fn refuse_twice(changes: &[ResourceChange]) -> Result<(), Stop> {
    let same = |a: &ResourceChange, b: &ResourceChange| a.address == b.address && a.deposed == b.deposed;
    let twice = changes.windows(2).find(|pair| matches!(pair, [a, b] if same(a, b)));
    match twice {
        Some([first, ..]) => Err(wrong(match &first.deposed {
            Some(deposed) => {
                format!("resource change `{}` occurs twice with the deposed key `{deposed}`", first.address)
            }
            None => format!("resource change `{}` occurs twice", first.address),
        })),
        _ => Ok(()),
    }
}

/// Reads `deferred_changes`: elements with a change inside.
pub(super) fn deferred(scanner: &mut Scanner<'_>) -> Result<Vec<Deferred>, Stop> {
    let list = List::Deferred;
    let mut deferred = Vec::new();
    expect(scanner, b'[', list.name(), "an array")?;
    scanner.enter()?;
    while scanner.next_element()? {
        let number = deferred.len() + 1;
        let place = || format!("element {number} of `{}`", list.name());
        if scanner.peek()? != b'{' {
            return Err(wrong(format!("{} is not an object", place())));
        }
        scanner.enter()?;
        let mut seen = BTreeSet::new();
        let (mut reason, mut change) = (None, None);
        while scanner.next_key()? {
            if !seen.insert(scanner.key().to_vec()) {
                let key = String::from_utf8_lossy(scanner.key());
                return Err(wrong(format!("{}: key `{key}` occurs twice in one object", place())));
            }
            match scanner.key() {
                b"reason" => {
                    scanner.keep()?;
                    let span = scanner.span()?;
                    let text = parse::value(scanner.kept(&span))?;
                    let text = text.as_str().map(str::to_owned);
                    reason =
                        Some(text.ok_or_else(|| wrong(format!("{}: `reason` is not a string", place())))?);
                    scanner.release();
                }
                b"resource_change" => {
                    if scanner.peek()? != b'{' {
                        return Err(wrong(format!("{}: `resource_change` is not an object", place())));
                    }
                    scanner.keep()?;
                    let spans = Spans::of_element(scanner)?;
                    change = Some(Element::new(scanner, &spans, list.label(), &place)?.resource_change()?);
                    scanner.release();
                }
                _ => scanner.skip()?,
            }
        }
        let change = change.ok_or_else(|| wrong(format!("{} has no `resource_change`", place())))?;
        deferred.push(Deferred { reason: reason.unwrap_or_else(|| "unknown".to_owned()), change });
    }
    let key = |deferred: &Deferred| (deferred.change.address.clone(), deferred.change.deposed.clone());
    deferred.sort_by_cached_key(key);
    Ok(deferred)
}

/// Reads `output_changes`: an object of changes, sorted by name.
pub(super) fn outputs(scanner: &mut Scanner<'_>) -> Result<Vec<OutputChange>, Stop> {
    let mut outputs = Vec::new();
    expect(scanner, b'{', "output_changes", "an object")?;
    scanner.enter()?;
    while scanner.next_key()? {
        let name = String::from_utf8_lossy(scanner.key()).into_owned();
        let label = format!("change of output `{name}`");
        if scanner.peek()? != b'{' {
            return Err(wrong(format!("{label} is not an object")));
        }
        scanner.keep()?;
        let spans = Spans::of_change(scanner)?;
        let place = || label.clone();
        let element = Element::new(scanner, &spans, &label, &place)?;
        let (body, operation, _) = element.change()?;
        let body = if operation == Operation::NoOp { Box::default() } else { body };
        let marks = [Member::BeforeSensitive, Member::AfterSensitive].map(|member| element.text(member));
        let sensitive = marks == [None, None] || marks.into_iter().flatten().any(|mark| !unmarked(mark));
        outputs.push(OutputChange { name, operation, sensitive, body });
        scanner.release();
    }
    outputs.sort_by(|a, b| a.name.cmp(&b.name));
    let twice = outputs.windows(2).find(|pair| matches!(pair, [a, b] if a.name == b.name));
    match twice {
        Some([first, ..]) => Err(wrong(format!("change of output `{}` occurs twice", first.name))),
        _ => Ok(outputs),
    }
}

/// Returns true if a mark says that nothing is sensitive.
fn unmarked(mark: &str) -> bool {
    match parse::value(mark) {
        Ok(Value::Bool(marked)) => !marked,
        Ok(tree) => !crate::plan::view::View::new(None, None, Some(&tree)).holds_sensitive(),
        Err(_) => false,
    }
}
