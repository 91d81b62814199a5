//! When something is: a schedule in a zone, and its occurrences as intervals of instants.

use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::days::{Days, dates};
use super::ics::Events;
use super::interval::Interval;
use super::reading::{Sense, between, lasting};
use super::zone::Zone;

/// When something is, in local time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// It starts on these days at each of these times, and lasts.
    Starts {
        /// The days.
        days: Days,
        /// The times, sorted.
        times: Vec<Time>,
        /// How long it lasts.
        duration: SignedDuration,
    },
    /// On these days from one time to another by the clock on the wall, or to the end of the day.
    Hours {
        /// The days.
        days: Days,
        /// From when.
        from: Time,
        /// To when; none for the end of the day.
        to: Option<Time>,
    },
    /// Once, from one moment to another.
    Once {
        /// From when.
        from: Moment,
        /// To when.
        to: Moment,
    },
    /// What a calendar says.
    Events(Arc<Events>),
    /// A calendar that could not be read: nothing is allowed by it, and everything is frozen by it.
    Unreadable,
}

/// A moment, as somebody wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// With an offset, so that it is one instant.
    Instant(Timestamp),
    /// As the clock on the wall shows it.
    Local(DateTime),
}

/// A schedule with its zone and its bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// The zone of the schedule.
    pub zone: Zone,
    /// When it is.
    pub schedule: Schedule,
    /// Local dates, sorted: what would start on one of them is left out.
    pub except: Vec<Date>,
    /// It is in force in this interval only.
    pub valid: Interval,
    /// From this instant on nobody knows: nothing is allowed, and everything is frozen.
    pub known_until: Option<Timestamp>,
    /// The calendar that the schedule is from, by name.
    pub calendar: Option<String>,
}

/// One time of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// When.
    pub span: Interval,
    /// What the calendar calls it.
    pub title: Option<Arc<str>>,
}

impl Times {
    /// Returns the occurrences that share an instant with an interval, whole, in their order.
    pub fn occurrences(&self, sense: Sense, within: Interval) -> Vec<Occurrence> {
        let mut found = Vec::new();
        let mut add = |span: Option<Interval>, title: Option<Arc<str>>| {
            let span = span.and_then(|span| self.bounded(sense, span)).filter(|span| span.overlaps(within));
            found.extend(span.map(|span| Occurrence { span, title }));
        };
        match &self.schedule {
            Schedule::Starts { days, times, duration } => {
                let (first, last) = self.dates(within, *duration);
                for date in self.starting(days, first, last) {
                    for time in times {
                        add(lasting(sense, &self.zone, date.to_datetime(*time), &[*duration]), None);
                    }
                }
            }
            Schedule::Hours { days, from, to } => {
                let (first, last) = self.dates(within, SignedDuration::from_hours(24));
                for date in self.starting(days, first, last) {
                    let end = match to {
                        Some(to) => date.to_datetime(*to),
                        None => date.saturating_add(1.day()).to_datetime(Time::midnight()),
                    };
                    add(between(sense, &self.zone, date.to_datetime(*from), end), None);
                }
            }
            Schedule::Once { from, to } => add(self.once(sense, *from, *to), None),
            Schedule::Events(events) => {
                for (span, title) in events.occurrences(sense, &self.zone, &self.except, within) {
                    add(Some(span), title);
                }
            }
            Schedule::Unreadable if sense == Sense::Freeze => add(Some(Interval::ALWAYS), None),
            Schedule::Unreadable => {}
        }
        if let Some(until) = self.known_until.filter(|_| sense == Sense::Freeze) {
            let unknown = Interval::new(until, Timestamp::MAX).and_then(|span| span.intersection(self.valid));
            let unknown = unknown.filter(|span| span.overlaps(within));
            found.extend(unknown.map(|span| Occurrence { span, title: None }));
        }
        found.sort_by(|a, b| (a.span, &a.title).cmp(&(b.span, &b.title)));
        found.dedup();
        found
    }

    /// Returns the local dates that it covers some of, from one date to another, both included.
    pub fn dates_covered(&self, first: Date, last: Date) -> Vec<Date> {
        let from = self.zone.earlier(first.to_datetime(Time::midnight()));
        let to = self.zone.later(last.saturating_add(1.day()).to_datetime(Time::midnight()));
        let Some(within) = Interval::new(from, to) else {
            return Vec::new();
        };
        let mut covered = Vec::new();
        for occurrence in self.occurrences(Sense::Freeze, within) {
            let Some(span) = occurrence.span.intersection(within) else {
                continue;
            };
            let before_end = span.end().saturating_sub(SignedDuration::from_nanos(1)).unwrap_or(span.end());
            covered.extend(dates(self.zone.date(span.start()), self.zone.date(before_end)));
        }
        covered.sort_unstable();
        covered.dedup();
        covered.retain(|date| (first..=last).contains(date));
        covered
    }

    fn bounded(&self, sense: Sense, span: Interval) -> Option<Interval> {
        let span = span.intersection(self.valid)?;
        match (self.known_until, sense) {
            (Some(until), Sense::Allow) => span.intersection(Interval::new(Timestamp::MIN, until)?),
            _ => Some(span),
        }
    }

    /// Returns the dates on which something that lasts so long must start to reach into an interval.
    fn dates(&self, within: Interval, duration: SignedDuration) -> (Date, Date) {
        // Clocks have been put off by a whole day, and a reading is off by that at most.
        let from = within.start().saturating_sub(duration).unwrap_or(Timestamp::MIN);
        let first = self.zone.date(from).saturating_sub(2.days());
        (first, self.zone.date(within.end()).saturating_add(2.days()))
    }

    fn starting(&self, days: &Days, first: Date, last: Date) -> impl Iterator<Item = Date> {
        let dates = days.between(first, last).into_iter();
        dates.filter(|date| self.except.binary_search(date).is_err())
    }

    fn once(&self, sense: Sense, from: Moment, to: Moment) -> Option<Interval> {
        let both = |moment| match moment {
            Moment::Instant(instant) => (instant, instant),
            Moment::Local(local) => (self.zone.earlier(local), self.zone.later(local)),
        };
        let (from, to) = (both(from), both(to));
        match sense {
            Sense::Allow => Interval::new(from.1, to.0),
            Sense::Freeze => Interval::new(from.0, to.1),
        }
    }
}
