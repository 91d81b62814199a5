//! The schedules of windows and freezes.

use hcl::edit::expr::{Expression, TraversalOperator};
use jiff::SignedDuration;
use jiff::civil::{Time, Weekday};

use super::read::{at_value, dates, length, moment, number, time, whole};
use crate::policy::calendar::{
    Calendar, Cron, DayOfMonth, Days, Moment, Monthly, Months, Schedule, Times, Zone, cron,
};
use crate::policy::source::decode::{Block, Field, Kind, Section, Source, literal_text};

pub(super) const TIMEZONE: Field = Field::required(
    "timezone",
    "an IANA name",
    "The zone of all local times in it: `Europe/Berlin`, `UTC`. No abbreviations and no offsets.",
);
pub(super) const DURATION: Field =
    Field::optional("duration", "a length of time", "How long it lasts each time it starts.");
pub(super) const DATES: Field =
    Field::optional("dates", "a list of dates", "It is on these local dates: `[\"2026-12-24\"]`.");
pub(super) const AT: Field = Field::optional("at", "a time of the day", "When it starts on these dates.");
pub(super) const CRON: Field = Field::optional(
    "cron",
    "five fields of cron",
    "When it starts: minute, hour, day of the month, month, day of the week, local time. Not both kinds of days: cron takes \
     either, most people mean both.",
);
pub(super) const ICS: Field =
    Field::optional("ics", "`calendar.NAME`", "It is when an event of this calendar is.");
pub(super) const FROM: Field = Field::optional(
    "from",
    "a date with a time",
    "When it begins, once: `\"2026-11-25 00:00\"` local, or with an offset. Goes with `to`.",
);
pub(super) const TO: Field = Field::optional("to", "a date with a time", "When it ends.");
pub(super) const EXCEPT: Field =
    Field::optional("except", "a list of dates", "What would start on one of these local dates is left out.");
pub(super) const VALID_FROM: Field =
    Field::optional("valid_from", "an instant with an offset", "Before this instant it is not in force.");
pub(super) const VALID_UNTIL: Field =
    Field::optional("valid_until", "an instant with an offset", "From this instant on it is not in force.");

pub(super) const WEEKLY: Kind = Kind {
    name: "weekly",
    label: None,
    what: "`weekly`",
    about: "It starts on days of the week.",
    fields: &[
        Field::required("days", "a list of `\"mon\"` to `\"sun\"`", "The days, local."),
        Field::required("at", "a time of the day", "When it starts, local time."),
    ],
    blocks: &[],
    repeated: false,
};

pub(super) const MONTHLY: Kind = Kind {
    name: "monthly",
    label: None,
    what: "`monthly`",
    about: "It starts on a day of the month, which is left out in months that do not have it.",
    fields: &[
        Field::optional(
            "nth_weekday",
            "`\"1st\"` to `\"5th\"` or `\"last\"`, and a day",
            "Which weekday of the month: `\"2nd tue\"`, `\"last fri\"`. This or `day`.",
        ),
        Field::optional("day", "a number", "Which day: 1 to 31, or -1, the last one, to -31."),
        Field::optional(
            "offset_days",
            "a number from -6 to 6",
            "So many days after that day, or before it: the second Tuesday and two days are not the second Thursday.",
        ),
        Field::optional("months", "a list of numbers", "Only in these months, 1 to 12."),
        Field::required("at", "a time of the day", "When it starts, local time."),
    ],
    blocks: &[],
    repeated: false,
};

pub(super) const ONCE: Kind = Kind {
    name: "once",
    label: None,
    what: "`once`",
    about: "It is from one moment to another, once.",
    fields: &[Field::required(FROM.name, FROM.form, FROM.about), Field::required(TO.name, TO.form, TO.about)],
    blocks: &[],
    repeated: false,
};

const WEEKDAYS: &[Weekday] = &[
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}

/// Reads `days`.
pub(super) fn weekdays(section: &Section<'_>) -> Option<Days> {
    let days = section.words("days", WEEKDAYS, weekday_name)?;
    Some(Days::Weekly(days.into_iter().collect()))
}

/// The parts of a block that say when it is.
const WAYS: [&str; 7] = ["weekly", "monthly", "once", "dates", "cron", "ics", "from"];

/// Reads when a window or a freeze is. A freeze on dates without a time lasts these whole days.
pub(super) fn read(
    source: &Source<'_>,
    section: &Section<'_>,
    zone: Option<Zone>,
    calendars: &[Calendar],
    whole_days: bool,
) -> Option<Times> {
    let written: Vec<&str> =
        WAYS.into_iter().filter(|way| section.value(way).is_some() || section.block(way).is_some()).collect();
    let [way] = written.as_slice() else {
        let help = "write `weekly`, `monthly`, `once`, `dates`, `cron` or `ics`";
        match written.as_slice() {
            [first, second, ..] => {
                let message = format!("it is said twice when it is: `{first}` and `{second}`");
                source.report(section.at(), message, "write one of them, or two blocks");
            }
            _ => source.report(section.at(), "it is not said when it is", help),
        }
        return None;
    };
    let lasts = ["weekly", "monthly", "cron"].contains(way);
    let with_time = *way == "dates" && (section.value("at").is_some() || section.value("duration").is_some());
    let timed = lasts || with_time || (*way == "dates" && !whole_days);
    let duration = if timed {
        section.required("duration");
        length(source, section, "duration")
    } else {
        None
    };
    if *way != "dates" {
        unused(source, section, "at", way);
    }
    if !lasts && *way != "dates" {
        unused(source, section, "duration", way);
    }
    if *way != "from" {
        unused(source, section, "to", way);
    }
    if ["once", "from"].contains(way) {
        unused(source, section, "except", way);
    }
    let starts = |days: Option<Days>, times: Option<Vec<Time>>| {
        Some(Schedule::Starts { days: days?, times: times?, duration: duration? })
    };
    let mut calendar = None;
    let schedule = match *way {
        "weekly" => {
            let inner = Section::of(source, &section.block("weekly")?, &WEEKLY);
            starts(weekdays(&inner), time(source, &inner, "at").map(|at| vec![at]))
        }
        "monthly" => {
            let (days, at) = monthly(source, &section.block("monthly")?);
            starts(days, at.map(|at| vec![at]))
        }
        "cron" => {
            let cron = read_cron(source, section);
            let (days, times) = cron.map(|cron| (cron.days, cron.times)).unzip();
            starts(days, times)
        }
        "dates" if timed => {
            section.required("at");
            starts(
                dates(source, section, "dates").map(Days::Dates),
                time(source, section, "at").map(|at| vec![at]),
            )
        }
        "dates" => {
            let days = dates(source, section, "dates").map(Days::Dates);
            days.map(|days| Schedule::Hours { days, from: Time::midnight(), to: None })
        }
        "once" => {
            let inner = Section::of(source, &section.block("once")?, &ONCE);
            once(source, &inner, zone.as_ref())
        }
        "from" => {
            section.required("to");
            once(source, section, zone.as_ref())
        }
        _ => {
            calendar = reference(source, section, "ics", calendars);
            calendar.map(|_| Schedule::Unreadable)
        }
    };
    let mut times = super::plain(zone?, schedule?);
    times.except = dates(source, section, "except").unwrap_or_default();
    times.valid = super::read::validity(source, section)?;
    if let Some(calendar) = calendar {
        from_calendar(&mut times, calendar);
    }
    Some(times)
}

/// Makes times those of a calendar.
pub(super) fn from_calendar(times: &mut Times, calendar: &Calendar) {
    times.schedule = Schedule::Unreadable;
    times.calendar = Some(calendar.name.clone());
    let zone = calendar.zone.as_ref().unwrap_or(&times.zone);
    times.known_until = calendar.covers_until.map(|last| super::calendar::end_of(zone, last));
}

/// Returns how long something lasts each time, where the policy itself says it.
pub(super) fn length_of(times: &Times) -> Option<SignedDuration> {
    match &times.schedule {
        Schedule::Starts { duration, .. } => Some(*duration),
        Schedule::Hours { from, to: Some(to), .. } => Some(from.duration_until(*to)),
        Schedule::Hours { from, to: None, .. } => {
            Some(SignedDuration::from_hours(24).saturating_sub(Time::midnight().duration_until(*from)))
        }
        _ => None,
    }
}

fn unused(source: &Source<'_>, section: &Section<'_>, name: &str, way: &str) {
    if section.value(name).is_some() {
        let message = format!("`{name}` does nothing beside `{way}`");
        source.report(section.at_name(name), message, "leave it out");
    }
}

fn monthly(source: &Source<'_>, block: &Block<'_>) -> (Option<Days>, Option<Time>) {
    let section = Section::of(source, block, &MONTHLY);
    let at = time(source, &section, "at");
    let offset = match section.value("offset_days") {
        Some(_) => number(source, &section, "offset_days", (-6, 6)),
        None => Some(0),
    };
    let months = months(source, &section);
    let day = match (section.value("nth_weekday"), section.value("day")) {
        (Some(_), None) => nth_weekday(source, &section),
        (None, Some(_)) => match number(source, &section, "day", (-31, 31)) {
            Some(0) => {
                let help = "write 1 to 31, or -1, the last day, to -31";
                source.report(at_value(source, &section, "day"), "`day` is 0", help);
                None
            }
            day => day.map(DayOfMonth::Number),
        },
        _ => {
            let help = "write `nth_weekday = \"2nd tue\"` or `day = 15`";
            source.report(block.at, "`monthly` needs either `nth_weekday` or `day`", help);
            None
        }
    };
    let days = day
        .zip(offset)
        .zip(months)
        .map(|((day, offset_days), months)| Days::Monthly(Monthly { day, offset_days, months }));
    (days, at)
}

fn months(source: &Source<'_>, section: &Section<'_>) -> Option<Months> {
    let Some(value) = section.value("months") else {
        return Some(Months::ALL);
    };
    let wrong = |value: &Expression| {
        source.report(source.start_of(value), "`months` is no list of months", "write `[3, 6, 9, 12]`");
    };
    let elements = value.as_array().filter(|elements| !elements.is_empty());
    let Some(elements) = elements else {
        wrong(value);
        return None;
    };
    let mut months = Vec::new();
    for element in elements.iter() {
        match whole(element)
            .and_then(|month| i8::try_from(month).ok())
            .filter(|month| (1..=12).contains(month))
        {
            Some(month) => months.push(month),
            None => wrong(element),
        }
    }
    (months.len() == elements.len()).then(|| months.into_iter().collect())
}

fn nth_weekday(source: &Source<'_>, section: &Section<'_>) -> Option<DayOfMonth> {
    let text = section.text("nth_weekday")?;
    let parts: Vec<&str> = text.split(' ').collect();
    let found = match parts.as_slice() {
        [nth, day] => {
            let nth = match *nth {
                "1st" => Some(1),
                "2nd" => Some(2),
                "3rd" => Some(3),
                "4th" => Some(4),
                "5th" => Some(5),
                "last" => Some(-1),
                _ => None,
            };
            nth.zip(WEEKDAYS.iter().copied().find(|weekday| weekday_name(*weekday) == *day))
        }
        _ => None,
    };
    if found.is_none() {
        let message = format!("`{text}` is no weekday of a month");
        source.report(
            at_value(source, section, "nth_weekday"),
            message,
            "write `1st` to `5th` or `last` and `mon` to `sun`: `2nd tue`",
        );
    }
    found.map(|(nth, weekday)| DayOfMonth::Weekday(nth, weekday))
}

fn read_cron(source: &Source<'_>, section: &Section<'_>) -> Option<Cron> {
    let text = section.text("cron")?;
    match cron::parse(&text) {
        Ok(cron) => Some(cron),
        Err(message) => {
            let help = "write minute, hour, day of the month, month and day of the week: `0 2 * * sun`";
            source.report(at_value(source, section, "cron"), message, help);
            None
        }
    }
}

fn once(source: &Source<'_>, section: &Section<'_>, zone: Option<&Zone>) -> Option<Schedule> {
    let from = moment(source, section, "from");
    let to = moment(source, section, "to");
    let (from, to) = (from?, to?);
    let ordered = match (from, to, zone) {
        (Moment::Instant(from), Moment::Instant(to), _) => from < to,
        (Moment::Local(from), Moment::Local(to), _) => from < to,
        (Moment::Instant(from), Moment::Local(to), Some(zone)) => from < zone.later(to),
        (Moment::Local(from), Moment::Instant(to), Some(zone)) => zone.earlier(from) < to,
        // The zone is wrong, and that is said already.
        _ => true,
    };
    if !ordered {
        source.report(section.at_name("to"), "`to` is not after `from`", "write a later `to`");
        return None;
    }
    Some(Schedule::Once { from, to })
}

/// Reads an attribute that names a calendar: `calendar.NAME`, or the name in quotes.
pub(super) fn reference<'c>(
    source: &Source<'_>,
    section: &Section<'_>,
    name: &str,
    calendars: &'c [Calendar],
) -> Option<&'c Calendar> {
    let value = section.value(name)?;
    let at = source.start_of(value);
    let Some(named) = calendar_name(value) else {
        source.report(at, format!("`{name}` names no calendar"), "write `calendar.NAME`");
        return None;
    };
    let found = calendars.iter().find(|calendar| calendar.name == named);
    if found.is_none() {
        let names: Vec<&str> = calendars.iter().map(|calendar| calendar.name.as_str()).collect();
        source.report_unknown(at, format!("there is no calendar `{named}`"), &named, names);
    }
    found
}

fn calendar_name(value: &Expression) -> Option<String> {
    if let Some(text) = literal_text(value) {
        return Some(text);
    }
    let traversal = value.as_traversal()?;
    if traversal.expr.as_variable()?.as_str() != "calendar" {
        return None;
    }
    match traversal.operators.as_slice() {
        [operator] => match operator.value() {
            TraversalOperator::GetAttr(name) => Some(name.as_str().to_owned()),
            _ => None,
        },
        _ => None,
    }
}
