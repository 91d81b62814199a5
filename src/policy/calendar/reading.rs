//! What a local time means where clocks change: ambiguity is resolved against the change.
//!
//! A start, and an end after some hours, can be read in several ways when clocks go forward or back in between: by
//! the elapsed time or by the clock on the wall, by the first or the second time the clock shows it. A time at which
//! changes are allowed is what *all* readings share; a freeze is what *any* of them covers. On all other days the
//! readings are the same.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use super::interval::Interval;
use super::zone::Zone;

/// What an interval is for, which decides between its readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// Changes are allowed in it: what all readings share.
    Allow,
    /// Changes are frozen in it: what any reading covers.
    Freeze,
}

/// Returns the interval of something that starts at a local time and lasts for each of these durations, which differ
/// only where a length was written in two ways; none if the readings share nothing.
pub fn lasting(sense: Sense, zone: &Zone, start: DateTime, durations: &[SignedDuration]) -> Option<Interval> {
    let starts = zone.both(start);
    let mut ends = Vec::with_capacity(2 * durations.len());
    for duration in durations {
        let after = |start: Timestamp| start.saturating_add(*duration).unwrap_or(Timestamp::MAX);
        ends.push((after(starts.0), after(starts.1)));
        ends.push(zone.both(start.saturating_add(*duration)));
    }
    of(sense, starts, &ends)
}

/// Returns the interval between two local times; none if the readings share nothing.
pub fn between(sense: Sense, zone: &Zone, start: DateTime, end: DateTime) -> Option<Interval> {
    of(sense, zone.both(start), &[zone.both(end)])
}

/// Returns the interval from a start to an end that may each be read in several ways, as pairs of the first and the last
/// instant.
fn of(sense: Sense, starts: (Timestamp, Timestamp), ends: &[(Timestamp, Timestamp)]) -> Option<Interval> {
    match sense {
        Sense::Allow => Interval::new(starts.1, ends.iter().map(|(first, last)| *first.min(last)).min()?),
        Sense::Freeze => Interval::new(starts.0, ends.iter().map(|(first, last)| *first.max(last)).max()?),
    }
}
