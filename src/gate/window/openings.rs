//! The open set: the instants at which what is demanded is open and nothing is frozen.

use jiff::{SignedDuration, Timestamp};

use crate::policy::calendar::{Effect, Freeze, Interval, Intervals, Time, Window, WindowKind};
use crate::policy::{Risk, WindowDemand};

/// How far ahead an opening is looked for.
pub const HORIZON: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What is asked about time.
#[derive(Debug, Clone, Copy)]
pub struct Question<'q> {
    /// The instant.
    pub at: Timestamp,
    /// The environments of the change, by name: see [`environments`](super::environments).
    pub environments: &'q [String],
    /// The risk of the change.
    pub risk: Risk,
    /// That risk before the organisation raised anything.
    pub unraised: Risk,
    /// What each block that demands a window demands; without one, only freezes count.
    pub demands: &'q [WindowDemand],
    /// How long the change is expected to take.
    pub expected_duration: SignedDuration,
    /// How far the clock may be off.
    pub tolerance: SignedDuration,
}

/// The windows that one demand may be met by.
#[derive(Debug)]
pub(super) struct Demanded<'t> {
    pub(super) windows: Vec<(&'t Window, Intervals)>,
}

/// What is open and what is frozen for a change, over a range.
#[derive(Debug)]
pub struct Openings<'t> {
    pub(super) demands: Vec<Demanded<'t>>,
    pub(super) freezes: Vec<(&'t Freeze, Intervals)>,
    pub(super) frozen: Intervals,
    pub(super) open: Intervals,
    expected_duration: SignedDuration,
    tolerance: SignedDuration,
    range: Interval,
}

impl<'t> Openings<'t> {
    /// Finds what is open and frozen in an interval. Ends that lie beyond it are not known.
    pub fn within(time: &'t Time, question: &Question<'_>, range: Interval) -> Openings<'t> {
        let demands: Vec<Demanded<'t>> =
            question.demands.iter().map(|demand| demanded(time, demand, range)).collect();
        let freezes: Vec<(&Freeze, Intervals)> = time
            .freezes
            .iter()
            .filter(|freeze| {
                freeze.matching.applies_to(question.environments, question.risk, question.unraised)
            })
            .map(|freeze| (freeze, freeze.in_force(range)))
            .collect();
        let frozen: Intervals = freezes
            .iter()
            .filter(|(freeze, _)| freeze.effect == Effect::Block)
            .flat_map(|(_, times)| times.iter())
            .collect();
        // Each block that demands a window must have one open; of the windows it names, any does.
        let demanded = demands.iter().fold(Intervals::always(), |open, demand| {
            let any: Intervals = demand.windows.iter().flat_map(|(_, times)| times.iter()).collect();
            open.intersection(&any)
        });
        let open = demanded.without(&frozen);
        Openings {
            demands,
            freezes,
            frozen,
            open,
            expected_duration: question.expected_duration.max(SignedDuration::ZERO),
            tolerance: question.tolerance.max(SignedDuration::ZERO),
            range,
        }
    }

    /// Finds what is open and frozen as far ahead of an instant as an opening is looked for.
    pub fn ahead(time: &'t Time, question: &Question<'_>) -> Openings<'t> {
        let cutoffs = time.windows.iter().map(|window| window.cutoff);
        let longest = cutoffs.fold(question.expected_duration, SignedDuration::max);
        // An opening at the horizon still has to be long enough.
        let beyond =
            longest.saturating_add(question.tolerance).saturating_add(SignedDuration::from_hours(48));
        let before = question.tolerance.saturating_add(SignedDuration::from_hours(24));
        let start = question.at.saturating_sub(before).unwrap_or(Timestamp::MIN);
        let end = question.at.saturating_add(HORIZON.saturating_add(beyond)).unwrap_or(Timestamp::MAX);
        Openings::within(time, question, Interval::new(start, end).unwrap_or(Interval::ALWAYS))
    }

    /// Returns the instants at which all that is demanded is open and nothing is frozen.
    pub fn open(&self) -> &Intervals {
        &self.open
    }

    /// Returns the instants at which a freeze forbids the change.
    pub fn frozen(&self) -> &Intervals {
        &self.frozen
    }

    /// Returns true if a demand has no window at all that could meet it.
    pub(super) fn is_undefined(&self) -> bool {
        self.demands.iter().any(|demand| demand.windows.is_empty())
    }

    /// Returns the end of an open interval: of a window, or where a freeze begins. None if it lies beyond the range.
    pub(super) fn close_of(&self, opening: Interval) -> Option<Timestamp> {
        Some(opening.end()).filter(|end| *end < self.range.end())
    }

    /// Returns the last instant at which a change may be started in an open interval; none if there is no end to it in
    /// the range.
    ///
    /// The cutoff is the largest of the windows that are open just before the end.
    pub(super) fn latest_start(&self, opening: Interval) -> Option<Timestamp> {
        let close = self.close_of(opening)?;
        if self.demands.is_empty() {
            return Some(close);
        }
        let just_before = close.saturating_sub(SignedDuration::from_nanos(1)).unwrap_or(close);
        let open_then = self.windows_at(just_before).map(|window| window.cutoff);
        let reserve = open_then.fold(self.expected_duration, SignedDuration::max);
        Some(close.saturating_sub(reserve).unwrap_or(Timestamp::MIN))
    }

    /// Returns the demanded windows that are open at an instant, in the order of the demands.
    pub(super) fn windows_at(&self, instant: Timestamp) -> impl Iterator<Item = &'t Window> {
        let all = self.demands.iter().flat_map(|demand| &demand.windows);
        all.filter(move |(_, times)| times.around(instant).is_some()).map(|(window, _)| *window)
    }

    /// Returns true if a change may start at an instant of an open interval, however far off the clock is within its
    /// tolerance.
    pub(super) fn may_start(&self, instant: Timestamp, opening: Interval) -> bool {
        let earliest = instant.saturating_sub(self.tolerance).unwrap_or(Timestamp::MIN);
        let latest = instant.saturating_add(self.tolerance).unwrap_or(Timestamp::MAX);
        opening.contains(earliest)
            && opening.contains(latest)
            && self.latest_start(opening).is_none_or(|last| latest <= last)
    }

    /// Returns the first instant from another on at which a change may start, and the open interval it lies in.
    pub(super) fn first_start(&self, from: Timestamp) -> Option<(Timestamp, Interval)> {
        let horizon = from.saturating_add(HORIZON).unwrap_or(Timestamp::MAX);
        self.open
            .ending_after(from)
            .filter_map(|opening| {
                let surely_open = opening.start().saturating_add(self.tolerance).unwrap_or(Timestamp::MAX);
                let start = from.max(surely_open);
                (start <= horizon && self.may_start(start, opening)).then_some((start, opening))
            })
            .next()
    }

    /// Returns the intervals in which a change may start.
    pub fn starts(&self) -> Vec<Interval> {
        let nanosecond = SignedDuration::from_nanos(1);
        let of = |opening: Interval| {
            let first = opening.start().saturating_add(self.tolerance).unwrap_or(Timestamp::MAX);
            let end = opening.end().saturating_sub(self.tolerance).unwrap_or(Timestamp::MIN);
            let last = self.latest_start(opening).and_then(|last| last.saturating_sub(self.tolerance).ok());
            let end =
                last.and_then(|last| last.saturating_add(nanosecond).ok()).map_or(end, |last| end.min(last));
            Interval::new(first, end)
        };
        self.open.iter().filter_map(of).collect()
    }

    /// Returns how far the clock may be off.
    pub(super) fn tolerance(&self) -> SignedDuration {
        self.tolerance
    }
}

fn demanded<'t>(time: &'t Time, demand: &WindowDemand, range: Interval) -> Demanded<'t> {
    let windows: Vec<&Window> = match demand {
        // Business hours are for ordinary changes; they open for what names them.
        WindowDemand::Any => {
            time.windows.iter().filter(|window| window.kind != WindowKind::BusinessHours).collect()
        }
        WindowDemand::Named(names) => names.iter().filter_map(|name| time.window(name)).collect(),
    };
    Demanded { windows: windows.into_iter().map(|window| (window, window.open(range))).collect() }
}
