//! `calendar` and `holidays`: files of events, and dates.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::read::{at_value, date, dates, zone};
use super::schedule::{from_calendar, reference};
use crate::policy::calendar::{
    self, Calendar, Effect, Freeze, Interval, Matching, Schedule, Time as Policy, Times, Window, WindowKind,
    Zone,
};
use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::name;
use crate::problem::{Code, Problem};

const COVERS_UNTIL: Field = Field::optional(
    "covers_until",
    "a date",
    "The last date it is to be trusted for. After it, what it allows is closed and what it freezes is frozen. Series without \
     an end need it.",
);

pub(in crate::policy::organisation) const CALENDAR: Kind = Kind {
    name: "calendar",
    label: Some("NAME"),
    what: "a calendar",
    about: "A file of events as calendar programs export it. Whatever in it matters to time and is not understood makes the \
            whole calendar invalid: closed for a window, frozen for a freeze.",
    fields: &[
        Field::required("file", "a path", "The `.ics` file, relative to the top of the repository."),
        Field::optional(
            "timezone",
            "an IANA name",
            "The zone of times in the file that name none, and of whole days. Those of the block that uses it unless it is \
             written; times without a zone need it.",
        ),
        Field::optional(
            "kind",
            "`\"freeze\"` or `\"allow\"`",
            "Its events are freezes for everything, or a window of its name. Without it other blocks use it.",
        ),
        COVERS_UNTIL,
        Field::optional(
            "reason",
            "a sentence",
            "Why, with `kind = \"freeze\"`; else the title of the event.",
        ),
        Field::optional("owner", "a name", "Who answers for it, with `kind = \"freeze\"`."),
    ],
    blocks: &[],
    repeated: true,
};

pub(in crate::policy::organisation) const HOLIDAYS: Kind = Kind {
    name: "holidays",
    label: Some("NAME"),
    what: "holidays",
    about: "Local dates on which nobody works, for `business_hours`.",
    fields: &[
        Field::optional("dates", "a list of dates", "The dates. This or `ics`."),
        Field::optional("ics", "`calendar.NAME`", "The dates that events of this calendar touch."),
        COVERS_UNTIL,
    ],
    blocks: &[],
    repeated: true,
};

/// Holidays under a name.
#[derive(Debug)]
pub(super) struct Days {
    name: String,
    from: Dates,
}

#[derive(Debug)]
enum Dates {
    Written(Vec<Date>, Option<Date>),
    Calendar(String),
}

/// Returns the instant at which a last date is over, read so that it is known as little as possible.
pub(super) fn end_of(zone: &Zone, last: Date) -> Timestamp {
    zone.earlier(last.saturating_add(1.day()).to_datetime(Time::midnight()))
}

pub(super) fn read(source: &Source<'_>, block: &Block<'_>) -> Option<Calendar> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &CALENDAR);
    let file = section.text("file");
    let inside = |file: &String| {
        !file.is_empty()
            && !file.starts_with('/')
            && !file.contains('\\')
            && file.split('/').all(|step| !["", ".", ".."].contains(&step))
    };
    if let Some(file) = file.as_ref().filter(|file| !inside(file)) {
        let help = "write a path relative to the top of the repository: `calendars/change.ics`";
        let message = format!("`{file}` is no file of the repository");
        source.report(at_value(source, &section, "file"), message, help);
    }
    let unread = Problem::new(Code::PolicyInvalid, "the calendar has not been read");
    Some(Calendar {
        name: name?,
        place: source.place(block.at),
        file: file.filter(inside)?,
        zone: zone(source, &section),
        covers_until: date(source, &section, "covers_until"),
        state: Err(unread),
    })
}

/// Makes a calendar with a `kind` the freeze or the window that it is by itself.
pub(super) fn stands_alone(
    source: &Source<'_>,
    section: &Section<'_>,
    name: &str,
    kind: Option<&str>,
    time: &mut Policy,
) {
    let Some(calendar) = time.calendars.iter().find(|calendar| calendar.name == name) else {
        return;
    };
    let Some(zone) = calendar.zone.clone() else {
        // A zone that is wrong is said already.
        if section.value("timezone").is_none() {
            let help = "add `timezone = \"Europe/Berlin\"` or `\"UTC\"`";
            source.report(section.at(), format!("calendar `{name}` has no `timezone`"), help);
        }
        return;
    };
    let mut times = super::plain(zone, Schedule::Unreadable);
    from_calendar(&mut times, calendar);
    let place = calendar.place.clone();
    match kind {
        Some("freeze") => time.freezes.push(Freeze {
            name: name.to_owned(),
            place,
            times,
            matching: Matching::default(),
            effect: Effect::Block,
            reason: section.text("reason"),
            owner: section.text("owner"),
            ticket: None,
        }),
        Some("allow") => time.windows.push(Window {
            name: name.to_owned(),
            place,
            kind: WindowKind::Calendar,
            times,
            holidays: Vec::new(),
            cutoff: SignedDuration::ZERO,
        }),
        other => {
            let message = format!("`{}` is no `kind` of a calendar", other.unwrap_or("this"));
            source.report(at_value(source, section, "kind"), message, "write `freeze` or `allow`");
        }
    }
}

pub(super) fn read_holidays(source: &Source<'_>, block: &Block<'_>, calendars: &[Calendar]) -> Option<Days> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &HOLIDAYS);
    let until = date(source, &section, "covers_until");
    let from = match (section.value("dates"), section.value("ics")) {
        (Some(_), None) => dates(source, &section, "dates").map(|dates| Dates::Written(dates, until)),
        (None, Some(_)) => {
            if until.is_some() {
                let help = "write it in the `calendar` block";
                source.report(
                    section.at_name("covers_until"),
                    "the calendar knows until when it holds",
                    help,
                );
            }
            reference(source, &section, "ics", calendars)
                .map(|calendar| Dates::Calendar(calendar.name.clone()))
        }
        _ => {
            let help = "write `dates = [\"2026-12-25\"]` or `ics = calendar.NAME`";
            source.report(block.at, "holidays need either `dates` or `ics`", help);
            None
        }
    };
    Some(Days { name: name?, from: from? })
}

/// Reads the `holidays` of business hours.
pub(super) fn holidays(
    source: &Source<'_>,
    section: &Section<'_>,
    zone: &Zone,
    calendars: &[Calendar],
    named: &[Days],
) -> Vec<Times> {
    let mut all = Vec::new();
    for (name, at) in section.listed("holidays") {
        let mut times = super::plain(zone.clone(), Schedule::Unreadable);
        let from = named.iter().find(|days| days.name == name).map(|days| &days.from);
        let calendar = match from {
            Some(Dates::Calendar(calendar)) => calendar,
            _ => &name,
        };
        match (from, calendars.iter().find(|known| known.name == *calendar)) {
            (Some(Dates::Written(dates, until)), _) => {
                let days = calendar::Days::Dates(dates.clone());
                times.schedule = Schedule::Hours { days, from: Time::midnight(), to: None };
                times.known_until = until.map(|last| end_of(zone, last));
            }
            (_, Some(calendar)) => from_calendar(&mut times, calendar),
            (_, None) => {
                let known = named.iter().map(|days| days.name.as_str());
                let known: Vec<&str> =
                    known.chain(calendars.iter().map(|known| known.name.as_str())).collect();
                source.report_unknown(at, format!("there are no holidays `{name}`"), &name, known);
                continue;
            }
        }
        times.valid = Interval::ALWAYS;
        all.push(times);
    }
    all
}
