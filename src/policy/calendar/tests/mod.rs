mod calendars;
mod clocks;
mod hostile;
mod intervals;
mod schedules;

use jiff::{SignedDuration, Timestamp};

use super::{Interval, Schedule, Sense, Times, Zone};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn span(start: &str, end: &str) -> Interval {
    Interval::new(at(start), at(end)).unwrap()
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

fn times(zone: &str, schedule: Schedule) -> Times {
    Times {
        zone: Zone::named(zone).unwrap(),
        schedule,
        except: Vec::new(),
        valid: Interval::ALWAYS,
        known_until: None,
        calendar: None,
    }
}

fn shown(times: &Times, sense: Sense, within: Interval) -> Vec<String> {
    let occurrences = times.occurrences(sense, within);
    occurrences.iter().map(|o| format!("{}/{}", o.span.start(), o.span.end())).collect()
}
