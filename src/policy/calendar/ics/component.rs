//! From the lines of one event to its times.

use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};

use super::event::{Event, Last, Length};
use super::line::{Line, Wrong};
use super::read::{MAX_DATES, MAX_OCCURRENCES, Raw, Reader, SPAN};
use super::recurrence::{End, Rule};
use super::value::{self, Value, check_length, plain_text, read_duration, read_value, read_values};
use crate::policy::calendar::zone::Zone;

impl Reader<'_> {
    /// Reads one event.
    pub(super) fn event(&mut self, at: u32, lines: &[Line]) -> Result<Raw, Wrong> {
        let once = |name: &str| only(lines, name);
        let floating = self.options.zone;
        let Some(start_line) = once("DTSTART")? else {
            return Err(Wrong::new(at, "the event has no `DTSTART`", "write when it starts"));
        };
        let start = read_value(start_line, floating)?;
        let length = length(&start, once("DTEND")?, once("DURATION")?, start_line, floating)?;
        let status = once("STATUS")?.map(|line| line.value.to_ascii_uppercase());
        let (start, zone) = match start {
            Value::Date(date) => (date.to_datetime(Time::midnight()), floating.cloned()),
            Value::Time(start, zone) => (start, Some(zone)),
        };
        let mut event = Event {
            title: once("SUMMARY")?
                .map(|line| plain_text(&line.value).into())
                .filter(|title: &Arc<str>| !title.is_empty()),
            start,
            zone,
            length,
            series: None,
            also: Vec::new(),
            except: Vec::new(),
            tentative: status.as_deref() == Some("TENTATIVE"),
        };
        if let Some(line) = lines.iter().find(|line| line.name == "EXRULE") {
            return Err(Wrong::new(line.number, "`EXRULE` is not read", "write the dates with `EXDATE`"));
        }
        let replaces = match once("RECURRENCE-ID")? {
            Some(line) => self.times(line, &event)?.first().copied(),
            None => None,
        };
        if let Some(line) = once("RRULE")? {
            if replaces.is_some() {
                let message = "a moved occurrence has a recurrence rule";
                return Err(Wrong::new(line.number, message, "leave `RRULE` or `RECURRENCE-ID` out"));
            }
            event.series = Some(self.series(line, &event)?);
            if let Length::To(end, end_zone) = &event.length {
                event.length = elapsed(&event, *end, end_zone, line)?;
            }
        }
        for line in lines.iter().filter(|line| line.name == "RDATE") {
            event.also.extend(self.times(line, &event)?);
        }
        if let (Length::To(end, end_zone), false) = (&event.length, event.also.is_empty()) {
            event.length = elapsed(&event, *end, end_zone, start_line)?;
        }
        let mut except = Vec::new();
        for line in lines.iter().filter(|line| line.name == "EXDATE") {
            for time in self.times(line, &event)? {
                // One that is beside the series would leave open what somebody meant to close.
                if event.misses(time) {
                    let message = format!("`EXDATE` names {time}, which is no time of the series");
                    return Err(Wrong::new(
                        line.number,
                        message,
                        "write the time of the occurrence, or leave it out",
                    ));
                }
                except.push(time);
            }
        }
        event.except = except;
        event.except.sort_unstable();
        Ok(Raw {
            line: at,
            uid: once("UID")?.map(|line| line.value.clone()),
            replaces,
            cancelled: status.as_deref() == Some("CANCELLED"),
            event,
        })
    }

    /// Reads the recurrence rule of an event.
    fn series(&mut self, line: &Line, event: &Event) -> Result<(Rule, Last), Wrong> {
        let wrong = |message: String, help: &str| Wrong::new(line.number, message, help);
        let rule = Rule::parse(&line.value).map_err(|(message, help)| wrong(message, help))?;
        let date = event.start.date();
        let last = match &rule.end {
            End::Never if self.options.has_end => Last::Never,
            End::Never => {
                let help = "add `UNTIL` or `COUNT`, or write `covers_until` in the `calendar` block";
                return Err(wrong("the series never ends".to_owned(), help));
            }
            End::Count(count) => {
                let last = rule.last_of(date, *count, &mut self.budget.counting);
                let help = "write `UNTIL` instead of `COUNT`";
                Last::Date(last.ok_or_else(|| wrong(format!("the series of {count} is too long"), help))?)
            }
            End::Until(until) => self.until(line, until, event)?,
        };
        if !rule.begins_with(date) {
            let message = "the event does not start on a day of its own recurrence rule".to_owned();
            return Err(wrong(message, "move `DTSTART` to the first day of the series"));
        }
        let most = rule.most_in(SPAN);
        let Some(left) = self.budget.occurrences.checked_sub(most) else {
            let message =
                format!("the events come to more than {MAX_OCCURRENCES} occurrences in {SPAN} days");
            return Err(wrong(message, "leave series out that have ended, or write fewer and longer events"));
        };
        self.budget.occurrences = left;
        Ok((rule, last))
    }

    fn until(&self, line: &Line, until: &str, event: &Event) -> Result<Last, Wrong> {
        let wrong = |help: &str| {
            Wrong::new(line.number, format!("`UNTIL={}` does not fit `DTSTART`", plain_text(until)), help)
        };
        if matches!(event.length, Length::Days(_)) {
            return value::date(until).map(Last::Date).ok_or_else(|| wrong("write a date, YYYYMMDD"));
        }
        // RFC 5545 wants UTC here, so that the end does not depend on a zone.
        let utc = until.strip_suffix('Z').and_then(value::date_time);
        let local = value::date_time(until)
            .filter(|_| self.options.zone.is_some() && event.zone.as_ref() == self.options.zone);
        match (utc, local, &event.zone) {
            (Some(utc), _, _) => Ok(Last::Instant(Zone::utc().earlier(utc))),
            (None, Some(local), Some(zone)) => Ok(Last::Instant(zone.later(local))),
            _ => Err(wrong("write it in UTC, YYYYMMDDTHHMMSSZ")),
        }
    }

    /// Reads times of an event that stand beside its start: of the same type, in the zone of its start.
    fn times(&mut self, line: &Line, event: &Event) -> Result<Vec<DateTime>, Wrong> {
        let mut times = Vec::new();
        for value in read_values(line, self.options.zone)? {
            let Some(left) = self.budget.dates.checked_sub(1) else {
                let message = format!("the calendar has more than {MAX_DATES} single dates");
                return Err(Wrong::new(line.number, message, "leave past ones out"));
            };
            self.budget.dates = left;
            times.push(match (value, &event.length, &event.zone) {
                (Value::Date(date), Length::Days(_), _) => date.to_datetime(Time::midnight()),
                (Value::Time(time, zone), Length::Elapsed(_) | Length::To(..), Some(own)) => {
                    if zone == *own {
                        time
                    } else {
                        own.local(zone.earlier(time))
                    }
                }
                _ => {
                    let message = format!("`{}` and `DTSTART` are not of the same type", line.name);
                    return Err(Wrong::new(
                        line.number,
                        message,
                        "write both with a time, or both as `VALUE=DATE`",
                    ));
                }
            });
        }
        Ok(times)
    }
}

/// Returns the only property of a name.
fn only<'l>(lines: &'l [Line], name: &str) -> Result<Option<&'l Line>, Wrong> {
    let mut named = lines.iter().filter(|line| line.name == name);
    let first = named.next();
    match named.next() {
        Some(second) => {
            Err(Wrong::new(second.number, format!("the event has a second `{name}`"), "write it once"))
        }
        None => Ok(first),
    }
}

/// Returns how long an event lasts.
fn length(
    start: &Value,
    end: Option<&Line>,
    duration: Option<&Line>,
    start_line: &Line,
    floating: Option<&Zone>,
) -> Result<Length, Wrong> {
    match (start, end, duration) {
        (_, Some(_), Some(line)) => {
            Err(Wrong::new(line.number, "the event has both `DTEND` and `DURATION`", "leave one out"))
        }
        (Value::Date(_), None, None) => Ok(Length::Days(1)),
        (Value::Time(..), None, None) => {
            let help = "add `DTEND` or `DURATION`";
            Err(Wrong::new(start_line.number, "the event has no end", help))
        }
        (_, None, Some(line)) => {
            let length = read_duration(line)?;
            match start {
                Value::Time(..) => Ok(Length::Elapsed(vec![length.duration])),
                Value::Date(_) if length.whole_days => Ok(Length::Days(length.duration.as_hours() / 24)),
                Value::Date(_) => {
                    Err(Wrong::new(line.number, "a whole day lasts hours", "write whole days, as `P1D`"))
                }
            }
        }
        (start, Some(line), None) => match (start, read_value(line, floating)?) {
            (Value::Date(start), Value::Date(end)) => {
                let length = start.duration_until(end);
                check_length(line, length)?;
                Ok(Length::Days(length.as_hours() / 24))
            }
            (Value::Time(start, zone), Value::Time(end, end_zone)) => {
                check_length(line, zone.later(*start).duration_until(end_zone.later(end)))?;
                Ok(Length::To(end, end_zone))
            }
            _ => {
                let message = "`DTEND` and `DTSTART` are not of the same type";
                Err(Wrong::new(line.number, message, "write both with a time, or both as `VALUE=DATE`"))
            }
        },
    }
}

/// Returns the length of each occurrence of an event whose first one ends at a local time: by the elapsed time, and by
/// the clock on the wall.
fn elapsed(event: &Event, end: DateTime, end_zone: &Zone, line: &Line) -> Result<Length, Wrong> {
    let Some(zone) = &event.zone else {
        return Ok(event.length.clone());
    };
    let mut durations: Vec<SignedDuration> = Vec::new();
    for start in [zone.earlier(event.start), zone.later(event.start)] {
        for end in [end_zone.earlier(end), end_zone.later(end)] {
            durations.push(start.duration_until(end));
            durations.push(event.start.duration_until(zone.local(end)));
        }
    }
    durations.sort_unstable();
    durations.dedup();
    for duration in &durations {
        check_length(line, *duration)?;
    }
    Ok(Length::Elapsed(durations))
}
