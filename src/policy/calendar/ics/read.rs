//! From lines to events.

use std::collections::BTreeMap;
use std::str;

use jiff::civil::{Date, DateTime};

use super::Events;
use super::event::{Event, Last};
use super::line::{Line, Lines, Wrong};
use super::value::plain_text;
use crate::policy::calendar::zone::Zone;
use crate::problem::{Code, Place, Problem};

/// Nobody's calendar of changes is larger.
const MAX_BYTES: usize = 1024 * 1024;

/// Events in a file.
const MAX_EVENTS: usize = 5000;

/// Blocks within blocks: a calendar, an event, an alarm.
const MAX_DEPTH: usize = 8;

/// Extra and left-out times of one file.
pub(super) const MAX_DATES: usize = 20_000;

/// Occurrences in [`SPAN`] days, so that a question is answered at once.
pub(super) const MAX_OCCURRENCES: u32 = 20_000;

/// Days that a question looks at, at most.
pub(super) const SPAN: u32 = 400;

/// Steps to count the occurrences of series that end after so many.
const COUNTING: u32 = 50_000;

/// What is known beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The name of the file, for messages.
    pub file: &'a str,
    /// The zone of times that name none.
    pub zone: Option<&'a Zone>,
    /// True if somebody says until when the calendar is to be trusted, so that a series may go on for ever.
    pub has_end: bool,
}

/// Reads a calendar.
///
/// # Errors
///
/// The first line that is not understood, with its number.
pub fn read(bytes: &[u8], options: &Options<'_>) -> Result<Events, Problem> {
    parse(bytes, options).map_err(|wrong| {
        let place = Place { file: options.file.to_owned(), line: wrong.line, column: 1 };
        Problem::new(Code::PolicyInvalid, wrong.message).at(place).help(wrong.help)
    })
}

fn parse(bytes: &[u8], options: &Options<'_>) -> Result<Events, Wrong> {
    if bytes.len() > MAX_BYTES {
        let message = format!("the calendar is larger than {MAX_BYTES} bytes");
        return Err(Wrong::new(1, message, "leave past events out"));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
        Wrong::new(u32::try_from(line).unwrap_or(u32::MAX), "the calendar is not UTF-8", "save it as UTF-8")
    })?;
    let mut reader = Reader { options, budget: Budget::default(), read: Vec::new(), version: false };
    reader.calendar(text)?;
    reader.finish()
}

/// What may still be spent on a file.
#[derive(Debug)]
pub(super) struct Budget {
    pub(super) dates: usize,
    pub(super) occurrences: u32,
    pub(super) counting: u32,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { dates: MAX_DATES, occurrences: MAX_OCCURRENCES, counting: COUNTING }
    }
}

/// An event as it stands in the file.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) line: u32,
    pub(super) uid: Option<String>,
    pub(super) replaces: Option<DateTime>,
    pub(super) cancelled: bool,
    pub(super) event: Event,
}

#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) options: &'a Options<'a>,
    pub(super) budget: Budget,
    read: Vec<Raw>,
    version: bool,
}

impl Reader<'_> {
    /// Reads the blocks of the file; an event is complete when its block ends.
    fn calendar(&mut self, text: &str) -> Result<(), Wrong> {
        let mut open: Vec<(String, u32)> = Vec::new();
        let mut properties: Vec<Line> = Vec::new();
        let (mut events, mut ended) = (0_usize, false);
        for line in Lines::new(text) {
            let line = line?;
            let kind = line.value.to_ascii_uppercase();
            if ended {
                return Err(Wrong::new(
                    line.number,
                    "something follows the end of the calendar",
                    "write one calendar",
                ));
            }
            match line.name.as_str() {
                "BEGIN" => {
                    if open.is_empty() != (kind == "VCALENDAR") || open.len() >= MAX_DEPTH {
                        let message = format!("a `{}` cannot stand here", plain_text(&line.value));
                        return Err(Wrong::new(
                            line.number,
                            message,
                            "a file holds one VCALENDAR and events in it",
                        ));
                    }
                    if kind == "VEVENT" {
                        events = events.saturating_add(1);
                        if open.len() != 1 {
                            return Err(Wrong::new(
                                line.number,
                                "an event stands in an event",
                                "end the first one",
                            ));
                        }
                        if events > MAX_EVENTS {
                            let message = format!("the calendar has more than {MAX_EVENTS} events");
                            return Err(Wrong::new(line.number, message, "leave past events out"));
                        }
                    }
                    open.push((kind, line.number));
                }
                "END" => {
                    let Some((begun, at)) = open.pop().filter(|(begun, _)| *begun == kind) else {
                        let message = format!("`END:{}` ends nothing", plain_text(&line.value));
                        return Err(Wrong::new(line.number, message, "end blocks in the order they begin"));
                    };
                    if begun == "VEVENT" {
                        let event = self.event(at, &properties)?;
                        self.read.push(event);
                        properties.clear();
                    }
                    ended = open.is_empty();
                }
                _ => match open.as_slice() {
                    [] => {
                        return Err(Wrong::new(
                            line.number,
                            "this is no calendar",
                            "begin with `BEGIN:VCALENDAR`",
                        ));
                    }
                    [_] => self.property(&line)?,
                    [_, (kind, _)] if kind == "VEVENT" => properties.push(line),
                    _ => {}
                },
            }
        }
        match open.last() {
            Some((kind, at)) => {
                Err(Wrong::new(*at, format!("`{kind}` has no end"), format!("add `END:{kind}`")))
            }
            None if !ended => Err(Wrong::new(1, "this is no calendar", "begin with `BEGIN:VCALENDAR`")),
            None if !self.version => Err(Wrong::new(1, "the calendar has no `VERSION`", "add `VERSION:2.0`")),
            None => Ok(()),
        }
    }

    /// Reads a property of the calendar itself.
    fn property(&mut self, line: &Line) -> Result<(), Wrong> {
        match (line.name.as_str(), line.value.trim()) {
            ("VERSION", "2.0") => self.version = true,
            ("VERSION", other) => {
                let message = format!("this is version `{}` of the format", plain_text(other));
                return Err(Wrong::new(line.number, message, "export it as iCalendar 2.0"));
            }
            ("METHOD", method) if !["PUBLISH", "REQUEST"].contains(&method.to_ascii_uppercase().as_str()) => {
                let message = format!("the calendar is a message with the method `{}`", plain_text(method));
                return Err(Wrong::new(line.number, message, "export the calendar itself"));
            }
            ("CALSCALE", scale) if !scale.eq_ignore_ascii_case("GREGORIAN") => {
                let message = format!("the calendar counts by `{}`", plain_text(scale));
                return Err(Wrong::new(line.number, message, "export it as `GREGORIAN`"));
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts moved and cancelled occurrences in the place of those they stand for.
    fn finish(self) -> Result<Events, Wrong> {
        let mut masters: BTreeMap<&str, u32> = BTreeMap::new();
        for raw in self.read.iter().filter(|raw| raw.replaces.is_none()) {
            if let Some(first) = raw.uid.as_deref().and_then(|uid| masters.insert(uid, raw.line)) {
                let message = format!("the event of line {first} has the same `UID`");
                return Err(Wrong::new(raw.line, message, "leave one out, or give it a `RECURRENCE-ID`"));
            }
        }
        let mut moved: BTreeMap<String, Vec<(u32, DateTime)>> = BTreeMap::new();
        for raw in &self.read {
            match (&raw.uid, raw.replaces) {
                (Some(uid), Some(replaces)) => {
                    moved.entry(uid.clone()).or_default().push((raw.line, replaces));
                }
                (None, Some(_)) => {
                    return Err(Wrong::new(
                        raw.line,
                        "a moved occurrence has no `UID`",
                        "add that of its series",
                    ));
                }
                _ => {}
            }
        }
        let mut events = Vec::with_capacity(self.read.len());
        for mut raw in self.read {
            if raw.cancelled {
                continue;
            }
            if let (None, Some(uid)) = (raw.replaces, &raw.uid) {
                for (line, replaces) in moved.get(uid).into_iter().flatten() {
                    if raw.event.misses(*replaces) {
                        let message =
                            format!("`RECURRENCE-ID` names {replaces}, which is no time of the series");
                        return Err(Wrong::new(*line, message, "write the time the series has for it"));
                    }
                    raw.event.except.push(*replaces);
                }
            }
            raw.event.except.sort_unstable();
            events.push(raw.event);
        }
        let last = last_date(&events);
        Ok(Events { events, last })
    }
}

/// Returns the date on which the last of some events ends; none if one goes on for ever.
fn last_date(events: &[Event]) -> Option<Date> {
    let mut last: Option<Date> = None;
    for event in events {
        let own = match &event.series {
            None => event.start.date(),
            Some((_, Last::Date(date))) => *date,
            Some((_, Last::Instant(instant))) => Zone::utc().date(*instant),
            Some((_, Last::Never)) => return None,
        };
        let own = event.also.iter().map(|time| time.date()).fold(own, Date::max);
        last = last.max(Some(own));
    }
    last
}
