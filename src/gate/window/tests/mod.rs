mod decision;
mod grid;
mod linting;
mod words;

use jiff::civil::{Time as Clock, Weekday};
use jiff::{SignedDuration, Timestamp};

use super::{Answer, Question, TOLERANCE, answer};
use crate::policy::calendar::{
    Calendar, Days, Effect, Freeze, Interval, Matching, Schedule, Time, Times, Window, WindowKind, Zone,
};
use crate::policy::{Risk, WindowDemand};
use crate::problem::{Code, Place, Problem};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn clock(text: &str) -> Clock {
    text.parse().unwrap()
}

fn place() -> Place {
    Place { file: "applygate.hcl".to_owned(), line: 1, column: 1 }
}

fn times(zone: &str, schedule: Schedule) -> Times {
    let zone = Zone::named(zone).unwrap();
    Times { zone, schedule, except: Vec::new(), valid: Interval::ALWAYS, known_until: None, calendar: None }
}

fn starts(days: &[Weekday], from: &str, minutes: i64) -> Schedule {
    Schedule::Starts {
        days: Days::Weekly(days.iter().copied().collect()),
        times: vec![clock(from)],
        duration: SignedDuration::from_mins(minutes),
    }
}

fn once(from: &str, to: &str) -> Schedule {
    use crate::policy::calendar::Moment;
    Schedule::Once { from: Moment::Local(from.parse().unwrap()), to: Moment::Local(to.parse().unwrap()) }
}

fn window(name: &str, times: Times, cutoff: i64) -> Window {
    Window {
        name: name.to_owned(),
        place: place(),
        kind: WindowKind::Window,
        times,
        holidays: Vec::new(),
        cutoff: SignedDuration::from_mins(cutoff),
    }
}

fn freeze(name: &str, times: Times) -> Freeze {
    Freeze {
        name: name.to_owned(),
        place: place(),
        times,
        matching: Matching::default(),
        effect: Effect::Block,
        reason: Some("peak trading".to_owned()),
        owner: Some("group:leads".to_owned()),
        ticket: None,
    }
}

/// A calendar that cannot be read.
fn broken(name: &str) -> Calendar {
    Calendar {
        name: name.to_owned(),
        place: place(),
        file: "c.ics".to_owned(),
        zone: None,
        covers_until: None,
        state: Err(Problem::new(Code::PolicyInvalid, "this is no calendar")),
    }
}

fn ask<'q>(instant: Timestamp, demands: &'q [WindowDemand]) -> Question<'q> {
    Question {
        at: instant,
        environments: &[],
        risk: Risk::High,
        unraised: Risk::High,
        demands,
        expected_duration: SignedDuration::ZERO,
        tolerance: TOLERANCE,
    }
}

fn any(time: &Time, instant: &str) -> Answer {
    answer(time, &ask(at(instant), &[WindowDemand::Any]))
}

fn code(answer: &Answer) -> &'static str {
    answer.code.map_or("-", super::Code::name)
}

fn shown(instant: Option<Timestamp>) -> String {
    instant.map_or("-".to_owned(), |instant| instant.to_string())
}
