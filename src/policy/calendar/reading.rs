//! What a local time means where clocks change: ambiguity is resolved against the change.
//!
//! A start, and an end after some hours, can be read in several ways when clocks go forward or back in between: by
//! the elapsed time or by the clock on the wall, by the first or the second time the clock shows it. A time at which
//! changes are allowed is what *all* readings share; a freeze is what *any* of them covers. On all other days the
//! readings are the same.

use jiff::SignedDuration;
use jiff::civil::DateTime;

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
    let starts = [zone.earlier(start), zone.later(start)];
    let mut ends = Vec::with_capacity(4 * durations.len());
    for duration in durations {
        ends.extend(starts.map(|start| start.saturating_add(*duration).unwrap_or(jiff::Timestamp::MAX)));
        let wall = start.saturating_add(*duration);
        ends.extend([zone.earlier(wall), zone.later(wall)]);
    }
    of(sense, &starts, &ends)
}

/// Returns the interval between two local times; none if the readings share nothing.
pub fn between(sense: Sense, zone: &Zone, start: DateTime, end: DateTime) -> Option<Interval> {
    let both = |local| [zone.earlier(local), zone.later(local)];
    of(sense, &both(start), &both(end))
}

fn of(sense: Sense, starts: &[jiff::Timestamp], ends: &[jiff::Timestamp]) -> Option<Interval> {
    let (start, end) = match sense {
        Sense::Allow => (starts.iter().max()?, ends.iter().min()?),
        Sense::Freeze => (starts.iter().min()?, ends.iter().max()?),
    };
    Interval::new(*start, *end)
}
