//! Dates, times and lengths as iCalendar writes them.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::line::{Line, Wrong};
use super::windows_zones;
use crate::policy::calendar::zone::Zone;

/// Nothing that a policy is about lies outside these years.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// No event is longer.
const MAX_DAYS: i64 = 366;

/// The value of a date or date-time property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A whole day.
    Date(Date),
    /// A local time in a zone.
    Time(DateTime, Zone),
}

/// Reads the values of `DTSTART`, `EXDATE` and their like: several where the property may have them.
///
/// `floating` is the zone of times that name none.
pub(super) fn read_values(line: &Line, floating: Option<&Zone>) -> Result<Vec<Value>, Wrong> {
    let mut zone = None;
    let mut kind = None;
    for (name, values) in &line.parameters {
        let [value] = values.as_slice() else {
            return Err(wrong(line, format!("`{name}` has several values"), "write one"));
        };
        let first = match name.as_str() {
            "TZID" => zone.replace(value).is_none(),
            "VALUE" => kind.replace(value.to_ascii_uppercase()).is_none(),
            name if name.starts_with("X-") => true,
            _ => {
                let message = format!("`{}` has a parameter `{name}` that is not read", line.name);
                return Err(wrong(line, message, "only `TZID` and `VALUE` are"));
            }
        };
        if !first {
            return Err(wrong(line, format!("`{name}` stands twice"), "write it once"));
        }
    }
    let whole_days = match kind.as_deref() {
        Some("DATE") => true,
        Some("DATE-TIME") | None => false,
        Some(other) => {
            let message = format!("`{}` has values of type `{other}`", line.name);
            return Err(wrong(line, message, "only `DATE` and `DATE-TIME` are read"));
        }
    };
    if whole_days && zone.is_some() {
        return Err(wrong(line, "a whole day has a `TZID`", "leave `TZID` out, or write a time"));
    }
    let zone = zone.map(|name| named(line, name)).transpose()?;
    let values = line.value.split(',').map(|text| {
        if whole_days {
            let date =
                date(text).ok_or_else(|| wrong(line, format!("`{text}` is no date"), "write YYYYMMDD"))?;
            return Ok(Value::Date(date));
        }
        let (local, is_utc) = match text.strip_suffix(['Z', 'z']) {
            Some(local) => (local, true),
            None => (text, false),
        };
        let local = date_time(local).ok_or_else(|| {
            wrong(
                line,
                format!("`{text}` is no date with a time"),
                "write YYYYMMDDTHHMMSS, or add `VALUE=DATE`",
            )
        })?;
        match (is_utc, &zone) {
            (true, Some(_)) => {
                Err(wrong(line, format!("`{text}` is in UTC and has a `TZID` too"), "leave one of them out"))
            }
            (true, None) => Ok(Value::Time(local, Zone::utc())),
            (false, Some(zone)) => Ok(Value::Time(local, zone.clone())),
            (false, None) => match floating {
                Some(zone) => Ok(Value::Time(local, zone.clone())),
                None => Err(wrong(
                    line,
                    format!("`{text}` is in no time zone"),
                    "write `timezone = \"...\"` in the `calendar` block",
                )),
            },
        }
    });
    values.collect()
}

/// Reads a property that has one value.
pub(super) fn read_value(line: &Line, floating: Option<&Zone>) -> Result<Value, Wrong> {
    let mut values = read_values(line, floating)?;
    match (values.pop(), values.is_empty()) {
        (Some(value), true) => Ok(value),
        _ => Err(wrong(line, format!("`{}` has several values", line.name), "write one")),
    }
}

/// A `DURATION`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// The length.
    pub(super) duration: SignedDuration,
    /// True if it has no part shorter than a day.
    pub(super) whole_days: bool,
}

/// Reads a `DURATION`: `P1D`, `PT1H30M`, `P1W`, `P1DT2H`.
pub(super) fn read_duration(line: &Line) -> Result<Length, Wrong> {
    let text = line.value.as_str();
    let malformed = || wrong(line, format!("`{text}` is no length"), "write it as `PT4H`, `P1D` or `P1W`");
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    let body = unsigned.strip_prefix('P').ok_or_else(malformed)?;
    let (days, time) = match body.split_once('T') {
        Some((days, time)) if !time.is_empty() => (days, Some(time)),
        Some(_) => return Err(malformed()),
        None => (body, None),
    };
    let mut seconds: i64 = 0;
    let mut add = |part: &str, units: &[(char, i64)]| -> Option<()> {
        let mut rest = part;
        let mut units = units.iter();
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let (number, after) = rest.split_at(end);
            let unit = after.chars().next()?;
            // The units come in their order, so each stands once at most.
            let (_, length) = units.find(|(name, _)| *name == unit)?;
            let number: i64 = number.parse().ok()?;
            seconds = seconds.checked_add(number.checked_mul(*length)?)?;
            rest = after.get(1..)?;
        }
        Some(())
    };
    let day = 24 * 60 * 60;
    if days.ends_with('W') {
        if time.is_some() {
            return Err(malformed());
        }
        add(days, &[('W', 7 * day)]).ok_or_else(malformed)?;
    } else {
        add(days, &[('D', day)]).ok_or_else(malformed)?;
        add(time.unwrap_or_default(), &[('H', 60 * 60), ('M', 60), ('S', 1)]).ok_or_else(malformed)?;
    }
    let duration = SignedDuration::from_secs(seconds);
    check_length(line, duration)?;
    Ok(Length { duration, whole_days: time.is_none() })
}

/// Refuses lengths that are not positive or beyond reason.
pub(super) fn check_length(line: &Line, length: SignedDuration) -> Result<(), Wrong> {
    if length <= SignedDuration::ZERO {
        return Err(wrong(line, "the event ends when it starts, or before", "write an end that is later"));
    }
    if length > SignedDuration::from_hours(24 * MAX_DAYS) {
        let help = "split it into several events";
        return Err(wrong(line, format!("the event is longer than {MAX_DAYS} days"), help));
    }
    Ok(())
}

/// Reads `YYYYMMDD`.
pub(super) fn date(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date = Date::new(number(text, 0, 4)?, number(text, 4, 6)?, number(text, 6, 8)?).ok()?;
    YEARS.contains(&date.year()).then_some(date)
}

/// Reads `YYYYMMDDTHHMMSS`.
pub(super) fn date_time(text: &str) -> Option<DateTime> {
    let (day, time) = text.split_once('T')?;
    if time.len() != 6 || !time.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let time = Time::new(number(time, 0, 2)?, number(time, 2, 4)?, number(time, 4, 6)?, 0).ok()?;
    Some(date(day)?.to_datetime(time))
}

/// Returns a value as text a person wrote: `\n`, `\,` and their like resolved, nothing that could move a cursor.
pub(super) fn plain_text(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') | None => text.push(' '),
                Some(other) => text.push(other),
            },
            other => text.push(other),
        }
    }
    text.trim().chars().take(200).collect()
}

fn number<T: std::str::FromStr>(text: &str, from: usize, to: usize) -> Option<T> {
    text.get(from..to)?.parse().ok()
}

fn named(line: &Line, name: &str) -> Result<Zone, Wrong> {
    let iana = windows_zones::iana(name).unwrap_or(name);
    Zone::named(iana).map_err(|no| wrong(line, no.message, no.help))
}

fn wrong(line: &Line, message: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong::new(line.number, message, help)
}
