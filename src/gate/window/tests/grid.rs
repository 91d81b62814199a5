//! The interval engine against a grid of minutes that knows nothing of intervals: it looks at the clock on the wall
//! once a minute, and counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{ask, freeze, times, window};
use crate::gate::window::{Openings, Question, answer};
use crate::policy::WindowDemand;
use crate::policy::calendar::cron;
use crate::policy::calendar::{DayOfMonth, Days, Interval, Monthly, Schedule, Time};

const DAY: i64 = 24 * 60;
/// Minutes of the grid before the first one asked about: longer than anything lasts.
const BEFORE: i64 = 2 * DAY;
const ASKED: i64 = 3 * DAY;
const AFTER: i64 = DAY;

/// When something starts, field by field.
#[derive(Debug, Clone)]
enum Start {
    Weekdays(Vec<Weekday>),
    Number(i8, i8),
    Nth(i8, Weekday, i8),
    On(Vec<Date>),
    Cron { every: i8, weekdays: Vec<i8> },
}

#[derive(Debug, Clone)]
struct Spec {
    zone: &'static str,
    start: Start,
    minute_of_day: i64,
    length: i64,
    except: Vec<Date>,
}

#[derive(Debug, Clone)]
struct Drawn {
    windows: Vec<(Spec, i64)>,
    freezes: Vec<Spec>,
    demands: Vec<Option<Vec<usize>>>,
    expected: i64,
    first_day: i64,
    asked: Vec<i64>,
}

impl Spec {
    /// Returns true if it starts in the minute that a clock on the wall shows.
    fn starts_at(&self, local: DateTime) -> bool {
        let minute = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let day = local.date();
        let moved = |offset: i8| day.checked_sub(SignedDuration::from_hours(24 * i64::from(offset))).unwrap();
        let on_day = || match &self.start {
            Start::Weekdays(weekdays) => weekdays.contains(&day.weekday()),
            Start::Number(number, offset) => {
                let day = moved(*offset);
                day.day() == *number || day.day() - day.days_in_month() - 1 == *number
            }
            Start::Nth(nth, weekday, offset) => {
                let day = moved(*offset);
                let from_start = (day.day() - 1) / 7 + 1;
                let from_end = -((day.days_in_month() - day.day()) / 7 + 1);
                day.weekday() == *weekday && (from_start == *nth || from_end == *nth)
            }
            Start::On(dates) => dates.contains(&day),
            Start::Cron { weekdays, .. } => weekdays.contains(&day.weekday().to_sunday_zero_offset()),
        };
        let on_minute = match &self.start {
            Start::Cron { every, .. } => minute % 60 == self.minute_of_day % 60 && local.hour() % every == 0,
            _ => minute == self.minute_of_day,
        };
        on_minute && on_day() && !self.except.contains(&day)
    }

    fn schedule(&self) -> Schedule {
        let days = match &self.start {
            Start::Weekdays(weekdays) => Days::Weekly(weekdays.iter().copied().collect()),
            Start::Number(number, offset_days) => monthly(DayOfMonth::Number(*number), *offset_days),
            Start::Nth(nth, weekday, offset_days) => {
                monthly(DayOfMonth::Weekday(*nth, *weekday), *offset_days)
            }
            Start::On(dates) => Days::Dates(dates.clone()),
            Start::Cron { every, weekdays } => {
                let days: Vec<String> = weekdays.iter().map(i8::to_string).collect();
                let text = format!("{} */{every} * * {}", self.minute_of_day % 60, days.join(","));
                let cron = cron::parse(&text).unwrap();
                let duration = SignedDuration::from_mins(self.length);
                return Schedule::Starts { days: cron.days, times: cron.times, duration };
            }
        };
        let hour = i8::try_from(self.minute_of_day / 60).unwrap();
        let minute = i8::try_from(self.minute_of_day % 60).unwrap();
        Schedule::Starts {
            days,
            times: vec![jiff::civil::time(hour, minute, 0, 0)],
            duration: SignedDuration::from_mins(self.length),
        }
    }

    /// Returns for each minute of the grid, told by the clock on the wall, whether it is in force.
    fn minutes(&self, clocks: &[DateTime]) -> Vec<bool> {
        let mut left = 0;
        let mut grid = Vec::with_capacity(clocks.len());
        for local in clocks {
            if self.starts_at(*local) {
                left = left.max(self.length);
            }
            grid.push(left > 0);
            left -= 1;
        }
        grid
    }
}

fn monthly(day: DayOfMonth, offset_days: i8) -> Days {
    Days::Monthly(Monthly { day, offset_days, months: (1..=12).collect() })
}

/// Between June and September no clock changes in any of these.
const ZONES: [&str; 6] =
    ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland"];

fn weekdays() -> Vec<Weekday> {
    Weekday::Monday.cycle_forward().take(7).collect()
}

fn summer() -> Vec<Date> {
    (0..100).map(|n| date(2026, 6, 1).checked_add(SignedDuration::from_hours(24 * n)).unwrap()).collect()
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        4 => subsequence(weekdays(), 1..5).prop_map(Start::Weekdays),
        1 => (prop_oneof![1i8..=31, -31i8..=-1], -6i8..=6).prop_map(|(day, offset)| Start::Number(day, offset)),
        1 => (prop_oneof![1i8..=5, -2i8..=-1], select(weekdays()), -6i8..=6)
            .prop_map(|(nth, weekday, offset)| Start::Nth(nth, weekday, offset)),
        1 => subsequence(summer(), 1..20).prop_map(Start::On),
        1 => (select(vec![1i8, 2, 3, 6, 12]), subsequence((0i8..7).collect::<Vec<_>>(), 1..6))
            .prop_map(|(every, weekdays)| Start::Cron { every, weekdays }),
    ]
}

fn spec() -> impl Strategy<Value = Spec> {
    let length = prop_oneof![1i64..10, 30i64..600, Just(1440), 600i64..BEFORE];
    (select(ZONES.to_vec()), start(), 0i64..DAY, length, subsequence(summer(), 0..10)).prop_map(
        |(zone, start, minute_of_day, length, except)| Spec { zone, start, minute_of_day, length, except },
    )
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        prop::collection::vec((spec(), prop_oneof![Just(0i64), 1i64..120]), 1..4),
        prop::collection::vec(spec(), 0..3),
        prop::collection::vec(
            prop_oneof![Just(None), prop::collection::vec(0usize..3, 1..3).prop_map(Some)],
            0..3,
        ),
        prop_oneof![3 => Just(0i64), 1 => 1i64..240],
        0i64..MAX_DAYS,
        prop::collection::vec(0i64..ASKED, 2),
    )
        .prop_map(|(windows, freezes, demands, expected, first_day, asked)| Drawn {
            windows,
            freezes,
            demands,
            expected,
            first_day,
            asked,
        })
}

/// What the clocks on the walls show from the first minute of any grid on, minute by minute.
static CLOCKS: LazyLock<BTreeMap<&str, Vec<DateTime>>> = LazyLock::new(|| {
    let start = Timestamp::from_second(FIRST).unwrap();
    let size = (MAX_DAYS * DAY) + BEFORE + ASKED + AFTER;
    let of = |name: &&'static str| {
        let zone = jiff::tz::TimeZoneDatabase::bundled().get(name).unwrap();
        let offset = zone.to_offset(start);
        let instant = |minute| start.checked_add(SignedDuration::from_mins(minute)).unwrap();
        assert_eq!(offset, zone.to_offset(instant(size)), "a clock changes in {name}");
        (*name, (0..size).map(|minute| offset.to_datetime(instant(minute))).collect())
    };
    ZONES.iter().map(of).collect()
});

/// 1 June 2026, and the days after it on which a grid may begin.
const FIRST: i64 = 1_780_272_000;
const MAX_DAYS: i64 = 60;

/// What the grid says, minute by minute.
struct Grid {
    open: Vec<bool>,
    /// For each minute, the first from it on that is not open.
    closes: Vec<Option<usize>>,
    /// For each demand, its windows: in force, and cutoff.
    demands: Vec<Vec<(Vec<bool>, i64)>>,
    expected: i64,
}

impl Grid {
    /// Returns the minute in which what is open at a minute ends.
    fn close(&self, minute: usize) -> Option<usize> {
        self.closes[minute]
    }

    fn latest_start(&self, minute: usize) -> Option<i64> {
        let close = self.close(minute)?;
        let at = |cells: &[bool]| cells[close - 1];
        let windows = self.demands.iter().flatten().filter(|(cells, _)| at(cells));
        let cutoff = windows.map(|(_, cutoff)| *cutoff).max().unwrap_or(0);
        let reserve = if self.demands.is_empty() { 0 } else { cutoff.max(self.expected) };
        Some(i64::try_from(close).unwrap() - reserve)
    }

    /// Returns true if a change may start: the minute before, this one and the next are open, and it is not too late.
    fn may_start(&self, minute: usize) -> Option<bool> {
        if !(minute - 1..=minute + 1).all(|near| self.open[near]) {
            return Some(false);
        }
        Some(i64::try_from(minute).unwrap() < self.latest_start(minute)?)
    }
}

fn check(drawn: &Drawn) -> Result<(), TestCaseError> {
    let start = Timestamp::from_second(FIRST + drawn.first_day * 86_400).unwrap();
    let first = start.checked_add(SignedDuration::from_mins(BEFORE)).unwrap();
    let size = BEFORE + ASKED + AFTER;
    let instant = |minute: i64| start.checked_add(SignedDuration::from_mins(minute)).unwrap();
    let cells = |spec: &Spec| {
        let clocks = CLOCKS.get(spec.zone).unwrap();
        let begin = usize::try_from(drawn.first_day * DAY).unwrap();
        spec.minutes(&clocks[begin..begin + usize::try_from(size).unwrap()])
    };
    let windows: Vec<(Vec<bool>, i64)> =
        drawn.windows.iter().map(|(spec, cut)| (cells(spec), *cut)).collect();
    let freezes: Vec<Vec<bool>> = drawn.freezes.iter().map(cells).collect();
    let all: Vec<usize> = (0..windows.len()).collect();
    let demands: Vec<Vec<(Vec<bool>, i64)>> = drawn
        .demands
        .iter()
        .map(|demand| {
            let named = demand.as_ref().unwrap_or(&all);
            named.iter().filter_map(|index| windows.get(*index).cloned()).collect()
        })
        .collect();
    let open: Vec<bool> = (0..usize::try_from(size).unwrap())
        .map(|minute| {
            let demanded = demands.iter().all(|windows| windows.iter().any(|(cells, _)| cells[minute]));
            demanded && !freezes.iter().any(|cells| cells[minute])
        })
        .collect();
    let mut closes = vec![None; open.len()];
    let mut close = None;
    for minute in (0..open.len()).rev() {
        close = if open[minute] { close } else { Some(minute) };
        closes[minute] = close;
    }
    let grid = Grid { open, closes, demands, expected: drawn.expected };

    let mut time = Time::default();
    for (number, (spec, cutoff)) in drawn.windows.iter().enumerate() {
        let mut times = times(spec.zone, spec.schedule());
        times.except.clone_from(&spec.except);
        time.windows.push(window(&number.to_string(), times, *cutoff));
    }
    for spec in &drawn.freezes {
        let mut times = times(spec.zone, spec.schedule());
        times.except.clone_from(&spec.except);
        time.freezes.push(freeze("f", times));
    }
    let named = |names: &Vec<usize>| WindowDemand::Named(names.iter().map(usize::to_string).collect());
    let demands: Vec<WindowDemand> =
        drawn.demands.iter().map(|demand| demand.as_ref().map_or(WindowDemand::Any, named)).collect();
    let question =
        |at| Question { expected_duration: SignedDuration::from_mins(drawn.expected), ..ask(at, &demands) };

    let last = instant(BEFORE + ASKED);
    let openings = Openings::within(&time, &question(first), Interval::new(start, instant(size)).unwrap());
    let starts = openings.starts();
    for minute in BEFORE..BEFORE + ASKED {
        let index = usize::try_from(minute).unwrap();
        let at = instant(minute);
        prop_assert_eq!(openings.open().around(at).is_some(), grid.open[index], "open at {}", at);
        if let Some(expected) = grid.may_start(index) {
            let engine = starts.iter().any(|interval| interval.contains(at));
            prop_assert_eq!(engine, expected, "may start at {}", at);
        }
    }
    for asked in &drawn.asked {
        let minute = usize::try_from(BEFORE + asked).unwrap();
        let at = instant(BEFORE + asked);
        let answer = answer(&time, &question(at));
        let Some(expected) = grid.may_start(minute) else { continue };
        prop_assert_eq!(answer.is_allowed(), expected, "allowed at {}: {:?}", at, answer);
        if grid.open[minute] {
            let Some(close) = grid.close(minute) else { continue };
            let close = Some(instant(i64::try_from(close).unwrap()));
            prop_assert_eq!(answer.closes_at, close, "closes at {}", at);
            prop_assert_eq!(answer.next_transition, close, "next at {}", at);
            prop_assert_eq!(answer.latest_start, grid.latest_start(minute).map(instant), "last at {}", at);
        } else {
            let opens = (minute..grid.open.len()).find(|later| grid.open[*later]);
            let opens = opens.map(|opens| instant(i64::try_from(opens).unwrap()));
            match opens {
                Some(opens) => prop_assert_eq!(answer.next_transition, Some(opens), "next at {}", at),
                None => prop_assert!(answer.next_transition.is_none_or(|next| next >= instant(size))),
            }
        }
        // The least minute from which it may start; where the grid cannot tell, it says nothing.
        let mut known = true;
        let first = (minute..usize::try_from(BEFORE + ASKED).unwrap()).find(|later| {
            let may = grid.may_start(*later);
            known &= may.is_some();
            may == Some(true) || may.is_none()
        });
        match first.map(|first| instant(i64::try_from(first).unwrap())) {
            Some(first) if known => prop_assert_eq!(answer.opens_at, Some(first), "opens after {}", at),
            Some(first) => prop_assert!(answer.opens_at.is_none_or(|opens| opens >= first)),
            None => prop_assert!(answer.opens_at.is_none_or(|opens| opens >= last), "opens after {}", at),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ten_thousand_policies_are_open_when_their_minutes_say_so(drawn in drawn()) {
        check(&drawn)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_freeze_more_never_turns_a_hold_into_an_allow(drawn in drawn(), more in spec(), at in 0i64..ASKED) {
        let mut time = Time::default();
        for (number, (spec, cutoff)) in drawn.windows.iter().enumerate() {
            time.windows.push(window(&number.to_string(), times(spec.zone, spec.schedule()), *cutoff));
        }
        time.freezes.extend(drawn.freezes.iter().map(|spec| freeze("f", times(spec.zone, spec.schedule()))));
        let demands = vec![WindowDemand::Any; drawn.demands.len().min(1)];
        let first = Timestamp::from_second(FIRST + drawn.first_day * 86_400).unwrap();
        let at = first.checked_add(SignedDuration::from_mins(at)).unwrap();
        let before = answer(&time, &ask(at, &demands));
        time.freezes.push(freeze("more", times(more.zone, more.schedule())));
        let after = answer(&time, &ask(at, &demands));
        prop_assert!(before.is_allowed() || !after.is_allowed());
        prop_assert!(after.opens_at.is_none_or(|opens| before.opens_at.is_some_and(|before| before <= opens)));
        prop_assert!(after.latest_start.is_none() || after.latest_start <= before.latest_start
            || after.closes_at != before.closes_at || before.latest_start.is_none());
    }
}
