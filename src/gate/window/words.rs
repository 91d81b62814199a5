//! The answer in words: what is wrong with the time, and when it is right.

use jiff::Timestamp;

use super::answer::{Answer, Code, InForce};
use crate::policy::WindowDemand;
use crate::policy::calendar::{Time, Zone};

/// Returns an instant in UTC and as the clock in a zone shows it: `Sun 22 Nov 2026 07:00 UTC (02:00 America/New_York)`.
pub fn moment(instant: Timestamp, zone: &Zone) -> String {
    let utc = Zone::utc().local(instant);
    let clock = if utc.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    let universal = utc.strftime(&format!("%a %-d %b %Y {clock}")).to_string();
    if zone.is_utc() {
        return format!("{universal} UTC");
    }
    let local = zone.local(instant);
    let day = if local.date() == utc.date() { "" } else { "%a " };
    format!("{universal} UTC ({} {})", local.strftime(&format!("{day}{clock}")), zone.name())
}

/// Returns why a change may not start, or that it may, on one line. `demands` are those of the question.
pub fn reason(time: &Time, answer: &Answer, demands: &[WindowDemand]) -> String {
    let zone = zone_of(time, answer);
    match answer.code {
        None => match (answer.windows.as_slice(), answer.latest_start) {
            ([], _) => "no freeze is in force".to_owned(),
            (windows, Some(last)) => {
                format!("{} open; the last start is {}", are(windows), moment(last, &zone))
            }
            (windows, None) => format!("{} open", are(windows)),
        },
        Some(Code::FreezeActive) => freezes(time, &answer.freezes),
        Some(Code::WindowUndefined) if time.windows.is_empty() => {
            "a maintenance window is needed; none is defined, so none is open".to_owned()
        }
        Some(Code::WindowUndefined) => {
            format!("{} needed; no such window is defined, so none is open", needed(demands))
        }
        Some(Code::CalendarInvalid) => {
            format!("{} needed; its calendar cannot be read, so it is closed", needed(demands))
        }
        Some(Code::CalendarStale) => {
            format!("{} needed; its calendar does not cover this day, so it is closed", needed(demands))
        }
        Some(Code::WindowClosed) => format!("{} needed; none is open now", needed(demands)),
        Some(Code::WindowCutoff) => match answer.closes_at {
            Some(close) => {
                format!("the window closes too soon, at {}", moment(close, &zone))
            }
            None => "the window closes too soon".to_owned(),
        },
    }
}

/// Returns when a change may start, or what must be done so that it may, on one line.
pub fn next(time: &Time, answer: &Answer) -> String {
    if answer.code.is_none() {
        return "start it now".to_owned();
    }
    match answer.opens_at {
        Some(opens) => {
            let zone = zone_of(time, answer);
            let names = match answer.windows.as_slice() {
                [] => String::new(),
                windows => format!(" in {}", quoted(windows)),
            };
            // After a cutoff the two instants of the answer are those of the opening that goes on.
            let last = match (answer.code, answer.latest_start) {
                (Some(Code::WindowCutoff), _) | (_, None) => String::new(),
                (_, Some(last)) => format!(", last start {}", moment(last, &zone)),
            };
            format!("apply from {}{names}{last}", moment(opens, &zone))
        }
        None => match answer.code {
            Some(Code::WindowUndefined) => {
                "define a `window` block in `applygate.hcl` and apply while it is open".to_owned()
            }
            Some(Code::CalendarInvalid) => "repair the calendar file in the policy".to_owned(),
            Some(Code::CalendarStale) => {
                "bring the calendar up to date, and its `covers_until` with it".to_owned()
            }
            _ => {
                "there is no opening within 90 days: the policy needs a change, or another window".to_owned()
            }
        },
    }
}

/// Returns the zone in which the answer is told beside UTC: that of the window, else of the freeze.
fn zone_of(time: &Time, answer: &Answer) -> Zone {
    let window = answer.windows.first().and_then(|name| time.window(name)).map(|window| &window.times.zone);
    let freeze = answer.freezes.first();
    let frozen = freeze.and_then(|freeze| time.freezes.iter().find(|own| own.name == freeze.name));
    window.or(frozen.map(|freeze| &freeze.times.zone)).cloned().unwrap_or_else(Zone::utc)
}

fn freezes(time: &Time, freezes: &[InForce]) -> String {
    let each = |freeze: &InForce| {
        let own = time.freezes.iter().find(|own| own.name == freeze.name);
        let zone = own.map_or_else(Zone::utc, |own| own.times.zone.clone());
        let broken = own
            .and_then(|own| own.times.calendar.as_deref())
            .and_then(|name| time.calendar(name))
            .is_some_and(|calendar| calendar.state.is_err());
        let why = match &freeze.reason {
            _ if broken => " (its calendar cannot be read)".to_owned(),
            Some(reason) => format!(" ({reason})"),
            None => String::new(),
        };
        let until = match freeze.until {
            Some(until) => format!("until {}", moment(until, &zone)),
            None => "with no end that is known".to_owned(),
        };
        format!("freeze `{}`{why} is in force {until}", freeze.name)
    };
    freezes.iter().map(each).collect::<Vec<_>>().join("; ")
}

fn needed(demands: &[WindowDemand]) -> String {
    let each = |demand: &WindowDemand| match demand {
        WindowDemand::Any => "a maintenance window".to_owned(),
        WindowDemand::Named(names) => match names.as_slice() {
            [name] => format!("window `{name}`"),
            names => format!("one of the windows {}", quoted(names)),
        },
    };
    let mut all: Vec<String> = demands.iter().map(each).collect();
    all.dedup();
    format!("{} {}", all.join(" and "), if all.len() > 1 { "are" } else { "is" })
}

fn are(names: &[String]) -> String {
    match names {
        [name] => format!("window `{name}` is"),
        names => format!("the windows {} are", quoted(names)),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
