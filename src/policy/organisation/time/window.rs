//! `window` and `business_hours`: when changes are allowed that need one.

use jiff::SignedDuration;
use jiff::civil::Time;

use super::calendar::{Days as Named, holidays};
use super::read::{at_value, dates, parse_time, time, validity, zone};
use super::schedule::{
    AT, CRON, DATES, DURATION, EXCEPT, FROM, ICS, MONTHLY, ONCE, TIMEZONE, TO, VALID_FROM, VALID_UNTIL,
    WEEKLY, length_of, read as read_schedule, weekdays,
};
use crate::policy::calendar::{Calendar, Schedule, Times, Window, WindowKind};
use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::{duration, name};

const CUTOFF: Field = Field::optional(
    "cutoff",
    "a length of time",
    "So long before it ends, or before a freeze begins, no change is begun any more. Nothing unless it is written.",
);

pub(in crate::policy::organisation) const WINDOW: Kind = Kind {
    name: "window",
    label: Some("NAME"),
    what: "a window",
    about: "A maintenance window: a time at which changes are allowed that need one. Of several, one open is enough. Where \
            clocks change, only what every reading of its times shares counts.",
    fields: &[TIMEZONE, DURATION, CUTOFF, DATES, AT, CRON, ICS, FROM, TO, EXCEPT, VALID_FROM, VALID_UNTIL],
    blocks: &[&WEEKLY, &MONTHLY, &ONCE],
    repeated: true,
};

pub(in crate::policy::organisation) const BUSINESS_HOURS: Kind = Kind {
    name: "business_hours",
    label: Some("NAME"),
    what: "business hours",
    about: "Working hours, for approvals whose `window` names them; they are no maintenance window for others.",
    fields: &[
        TIMEZONE,
        Field::required("days", "a list of `\"mon\"` to `\"sun\"`", "The working days, local."),
        Field::required("from", "a time of the day", "When work begins, local time."),
        Field::required("to", "a time of the day", "When it ends, the same day; `24:00` is its end."),
        Field::optional(
            "holidays",
            "a list of names of `holidays` and `calendar` blocks",
            "On these local dates nobody works.",
        ),
        CUTOFF,
        EXCEPT,
        VALID_FROM,
        VALID_UNTIL,
    ],
    blocks: &[],
    repeated: true,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>, calendars: &[Calendar]) -> Option<Window> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &WINDOW);
    let times = read_schedule(source, &section, zone(source, &section), calendars, false);
    let cutoff = cutoff(source, &section, times.as_ref());
    Some(Window {
        name: name?,
        place: source.place(block.at),
        kind: WindowKind::Window,
        times: times?,
        holidays: Vec::new(),
        cutoff,
    })
}

pub(super) fn read_hours(
    source: &Source<'_>,
    block: &Block<'_>,
    calendars: &[Calendar],
    named: &[Named],
) -> Option<Window> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &BUSINESS_HOURS);
    let zone = zone(source, &section);
    let days = weekdays(&section);
    let from = time(source, &section, "from");
    let to = closing(source, &section);
    let holidays = zone.as_ref().map(|zone| holidays(source, &section, zone, calendars, named));
    let valid = validity(source, &section);
    let except = dates(source, &section, "except").unwrap_or_default();
    let (from, to) = (from?, to?);
    if to.is_some_and(|to| to <= from) {
        let help = "hours at night are a `window` with a `duration`";
        source.report(section.at_name("to"), "`to` is not after `from`", help);
        return None;
    }
    let mut times = super::plain(zone?, Schedule::Hours { days: days?, from, to });
    times.except = except;
    times.valid = valid?;
    let cutoff = cutoff(source, &section, Some(&times));
    Some(Window {
        name: name?,
        place: source.place(block.at),
        kind: WindowKind::BusinessHours,
        times,
        holidays: holidays?,
        cutoff,
    })
}

/// Reads when work ends: a time, or `24:00`.
fn closing(source: &Source<'_>, section: &Section<'_>) -> Option<Option<Time>> {
    let text = section.text("to")?;
    match parse_time(&text) {
        Some(time) => Some(Some(time)),
        None if text == "24:00" => Some(None),
        None => {
            let message = format!("`{text}` is no time of the day");
            source.report(at_value(source, section, "to"), message, "write `16:30` or `24:00`");
            None
        }
    }
}

fn cutoff(source: &Source<'_>, section: &Section<'_>, times: Option<&Times>) -> SignedDuration {
    let seconds = duration::read(source, section, "cutoff").unwrap_or(0);
    let cutoff = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
    if times.and_then(length_of).is_some_and(|length| cutoff >= length) {
        let help = "write a shorter `cutoff`, or a longer window";
        source.report(section.at_name("cutoff"), "`cutoff` leaves nothing of the window", help);
    }
    cutoff
}
