//! Zones, dates, times and lengths as a policy writes them.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};

use crate::policy::calendar::{Interval, Moment, Zone};
use crate::policy::source::decode::{Section, Source, describe};
use crate::policy::source::duration;
use crate::policy::source::expression::At;

/// Nothing that a policy is about lies outside these years.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;

/// No window and no freeze lasts longer at a time.
const LONGEST: i64 = 366 * 24 * 60 * 60;

/// Returns where the value of an attribute stands, or where the section begins.
pub(super) fn at_value(source: &Source<'_>, section: &Section<'_>, name: &str) -> At {
    section.value(name).map_or(section.at(), |value| source.start_of(value))
}

/// Reads `timezone`.
pub(super) fn zone(source: &Source<'_>, section: &Section<'_>) -> Option<Zone> {
    let name = section.text("timezone")?;
    Zone::named(&name)
        .map_err(|no| source.report(at_value(source, section, "timezone"), no.message, no.help))
        .ok()
}

/// Reads an attribute that is a length of time, longer than nothing.
pub(super) fn length(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<SignedDuration> {
    let seconds = i64::try_from(duration::read(source, section, name)?).unwrap_or(i64::MAX);
    if seconds == 0 || seconds > LONGEST {
        let message =
            format!("`{name}` is {}", if seconds == 0 { "nothing" } else { "longer than 366 days" });
        source.report(at_value(source, section, name), message, "write `30m`, `4h` or `7d`");
        return None;
    }
    Some(SignedDuration::from_secs(seconds))
}

/// Reads an attribute that is a time of the day: `02:00`.
pub(super) fn time(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<Time> {
    let text = section.text(name)?;
    let found = parse_time(&text);
    if found.is_none() {
        let message = format!("`{text}` is no time of the day");
        source.report(at_value(source, section, name), message, "write `02:00` or `14:30`");
    }
    found
}

/// Reads `HH:MM`.
pub(super) fn parse_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two(hour) || !two(minute) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// Reads `YYYY-MM-DD`.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let shape: Vec<&str> = text.split('-').collect();
    let [year, month, day] = shape.as_slice() else { return None };
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    YEARS.contains(&date.year()).then_some(date)
}

/// Reads an attribute that is a list of dates; they are returned sorted.
pub(super) fn dates(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<Vec<Date>> {
    section.value(name)?;
    let mut dates = Vec::new();
    for (text, at) in section.listed(name) {
        match parse_date(&text) {
            Some(date) if dates.contains(&date) => {
                source.report(at, format!("`{text}` stands twice"), "write it once");
            }
            Some(date) => dates.push(date),
            None => source.report(at, format!("`{text}` is no date"), "write `2026-12-24` or such"),
        }
    }
    dates.sort_unstable();
    Some(dates)
}

/// Reads an attribute that is a date.
pub(super) fn date(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<Date> {
    let text = section.text(name)?;
    let found = parse_date(&text);
    if found.is_none() {
        let message = format!("`{text}` is no date");
        source.report(at_value(source, section, name), message, "write `2027-12-31` or such");
    }
    found
}

/// Reads an attribute that is a date with a time: local, or with an offset.
pub(super) fn moment(source: &Source<'_>, section: &Section<'_>, name: &str) -> Option<Moment> {
    let text = section.text(name)?;
    let found = parse_local(&text).map(Moment::Local).or_else(|| parse_instant(&text).map(Moment::Instant));
    if found.is_none() {
        let message = format!("`{text}` is no date with a time");
        let help = "write `2026-11-25 00:00` in the zone of the block, or `2026-11-25T05:00:00Z`";
        source.report(at_value(source, section, name), message, help);
    }
    found
}

fn parse_local(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once([' ', 'T'])?;
    let time = parse_time(time).or_else(|| {
        let (minutes, seconds) = time.rsplit_once(':')?;
        let digits = seconds.len() == 2 && seconds.bytes().all(|byte| byte.is_ascii_digit());
        let seconds: i8 = seconds.parse().ok().filter(|_| digits)?;
        parse_time(minutes)?.with().second(seconds).build().ok()
    })?;
    Some(parse_date(date)?.to_datetime(time))
}

/// Reads an instant as RFC 3339 writes it: with `Z` or an offset.
pub(super) fn parse_instant(text: &str) -> Option<Timestamp> {
    let (local, zone) = text.split_at_checked(19)?;
    parse_local(local).filter(|_| text.as_bytes().get(10) == Some(&b'T'))?;
    let offset = zone.strip_prefix(['+', '-']).is_some_and(|offset| parse_time(offset).is_some());
    if zone != "Z" && !offset {
        return None;
    }
    text.parse().ok()
}

/// Reads `valid_from` and `valid_until`.
pub(super) fn validity(source: &Source<'_>, section: &Section<'_>) -> Option<Interval> {
    let bound = |name: &str, otherwise| -> Option<Timestamp> {
        if section.value(name).is_none() {
            return Some(otherwise);
        }
        let text = section.text(name)?;
        let instant = parse_instant(&text);
        if instant.is_none() {
            let help = "write it with an offset, as `2026-01-01T00:00:00Z`";
            source.report(at_value(source, section, name), format!("`{text}` is no instant"), help);
        }
        instant
    };
    let from = bound("valid_from", Timestamp::MIN);
    let until = bound("valid_until", Timestamp::MAX);
    let valid = Interval::new(from?, until?);
    if valid.is_none() {
        let help = "write a later `valid_until`";
        source.report(section.at_name("valid_until"), "`valid_until` is not after `valid_from`", help);
    }
    valid
}

/// Reads an attribute that is a whole number from one number to another, none of them 0.
pub(super) fn number(
    source: &Source<'_>,
    section: &Section<'_>,
    name: &str,
    (least, most): (i64, i64),
) -> Option<i8> {
    let value = section.value(name)?;
    let number = whole(value);
    let found = number.filter(|number| (least..=most).contains(number)).and_then(|n| i8::try_from(n).ok());
    if found.is_none() {
        let message = match number {
            Some(number) => format!("`{name}` is {number}"),
            None => format!("`{name}` is {}", describe(value)),
        };
        source.report(source.start_of(value), message, format!("write a number from {least} to {most}"));
    }
    found
}

/// Returns the value of a whole number, negative ones too.
pub(super) fn whole(value: &hcl::edit::expr::Expression) -> Option<i64> {
    use hcl::edit::expr::{Expression, UnaryOperator};
    match value {
        Expression::Number(number) => number.value().as_i64(),
        Expression::UnaryOp(unary) if *unary.operator.value() == UnaryOperator::Neg => {
            whole(&unary.expr)?.checked_neg()
        }
        _ => None,
    }
}
