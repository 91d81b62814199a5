//! Events: when each is, as intervals of instants.

use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::recurrence::Rule;
use crate::policy::calendar::interval::Interval;
use crate::policy::calendar::reading::{Sense, between, lasting};
use crate::policy::calendar::zone::Zone;

/// An event, with all its repetitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    /// What it is called.
    pub(super) title: Option<Arc<str>>,
    /// The first time it happens.
    pub(super) start: DateTime,
    /// The zone of that time; none for whole days of no zone of their own.
    pub(super) zone: Option<Zone>,
    /// How long it lasts.
    pub(super) length: Length,
    /// How it repeats, and when that ends.
    pub(super) series: Option<(Rule, Last)>,
    /// Further times it happens.
    pub(super) also: Vec<DateTime>,
    /// Times of the series at which it does not happen, sorted.
    pub(super) except: Vec<DateTime>,
    /// It may not take place: that freezes, and allows nothing.
    pub(super) tentative: bool,
}

/// How long an event lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Length {
    /// So many whole days.
    Days(i64),
    /// As long as any of these, which differ only where an end was written by the clock on the wall.
    Elapsed(Vec<SignedDuration>),
    /// To this local time, for an event that happens once.
    To(DateTime, Zone),
}

/// When a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    /// Never.
    Never,
    /// On this date, included.
    Date(Date),
    /// At this instant, included.
    Instant(Timestamp),
}

impl Event {
    /// Adds the times of it that share an instant with an interval. `zone` is that of whole days without their own.
    pub(super) fn occurrences(
        &self,
        sense: Sense,
        zone: &Zone,
        within: Interval,
        mut add: impl FnMut(DateTime, Interval),
    ) {
        if self.tentative && sense == Sense::Allow {
            return;
        }
        let zone = self.zone.as_ref().unwrap_or(zone);
        let reach = match &self.length {
            Length::Days(days) => SignedDuration::from_hours(days.saturating_mul(24)),
            Length::Elapsed(durations) => durations.iter().max().copied().unwrap_or(SignedDuration::ZERO),
            Length::To(end, _) => self.start.duration_until(*end),
        };
        // Clocks have been put off by a whole day, and a reading is off by that at most.
        let from = within.start().saturating_sub(reach).unwrap_or(Timestamp::MIN);
        let first = zone.date(from).saturating_sub(2.days());
        let last = zone.date(within.end()).saturating_add(2.days());
        for start in self.starts(sense, zone, first, last) {
            let span = match &self.length {
                Length::Days(days) => {
                    let end = start.date().saturating_add(days.days()).to_datetime(Time::midnight());
                    between(sense, zone, start, end)
                }
                Length::Elapsed(durations) => lasting(sense, zone, start, durations),
                Length::To(end, end_zone) => {
                    let starts = (zone.earlier(start), zone.later(start));
                    let ends = (end_zone.earlier(*end), end_zone.later(*end));
                    match sense {
                        Sense::Allow => Interval::new(starts.1, ends.0),
                        Sense::Freeze => Interval::new(starts.0, ends.1),
                    }
                }
            };
            if let Some(span) = span.filter(|span| span.overlaps(within)) {
                add(start, span);
            }
        }
    }

    /// Returns the local times of the starts on dates from `first` to `last`.
    fn starts(&self, sense: Sense, zone: &Zone, first: Date, last: Date) -> Vec<DateTime> {
        let mut starts = Vec::new();
        match &self.series {
            None => starts.push(self.start),
            Some((rule, end)) => {
                let dates = rule.between(self.start.date(), first, last);
                let in_series = dates.into_iter().map(|date| date.to_datetime(self.start.time())).filter(
                    |start| match (end, sense) {
                        (Last::Never, _) => true,
                        (Last::Date(last), _) => start.date() <= *last,
                        (Last::Instant(last), Sense::Allow) => zone.later(*start) <= *last,
                        (Last::Instant(last), Sense::Freeze) => zone.earlier(*start) <= *last,
                    },
                );
                starts.extend(in_series);
            }
        }
        starts.extend(&self.also);
        starts.retain(|start| {
            (first..=last).contains(&start.date()) && self.except.binary_search(start).is_err()
        });
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Returns true if a time is none of its times although it lies within them; a series that was ended early keeps
    /// the exceptions of its former end.
    pub(super) fn misses(&self, time: DateTime) -> bool {
        let own = Zone::utc();
        let zone = self.zone.as_ref().unwrap_or(&own);
        let ended = match &self.series {
            Some((_, Last::Date(last))) => time.date() > *last,
            Some((_, Last::Instant(last))) => zone.earlier(time) > *last,
            _ => false,
        };
        !ended && !self.starts(Sense::Freeze, zone, time.date(), time.date()).contains(&time)
    }
}
