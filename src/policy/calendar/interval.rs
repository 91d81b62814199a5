//! Half-open intervals of instants, and sets of them.

use jiff::{SignedDuration, Timestamp};

/// The instants from `start` up to, but without, `end`; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    start: Timestamp,
    end: Timestamp,
}

impl Interval {
    /// Everything there is.
    pub const ALWAYS: Interval = Interval { start: Timestamp::MIN, end: Timestamp::MAX };

    /// Returns `[start, end)`; none if that is empty.
    pub fn new(start: Timestamp, end: Timestamp) -> Option<Interval> {
        (start < end).then_some(Interval { start, end })
    }

    /// Returns the first instant.
    pub fn start(self) -> Timestamp {
        self.start
    }

    /// Returns the first instant after it.
    pub fn end(self) -> Timestamp {
        self.end
    }

    /// Returns true if it goes on for ever.
    pub fn is_endless(self) -> bool {
        self.end == Timestamp::MAX
    }

    /// Returns how long it is.
    pub fn length(self) -> SignedDuration {
        self.start.duration_until(self.end)
    }

    /// Returns true if an instant is in it.
    pub fn contains(self, instant: Timestamp) -> bool {
        self.start <= instant && instant < self.end
    }

    /// Returns true if the two share an instant.
    pub fn overlaps(self, other: Interval) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns what the two share.
    pub fn intersection(self, other: Interval) -> Option<Interval> {
        Interval::new(self.start.max(other.start), self.end.min(other.end))
    }
}

/// A set of instants: intervals in their order that neither overlap nor touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intervals(Vec<Interval>);

impl Intervals {
    /// Returns the set of no instant.
    pub fn empty() -> Intervals {
        Intervals::default()
    }

    /// Returns the set of all instants.
    pub fn always() -> Intervals {
        Intervals(vec![Interval::ALWAYS])
    }

    /// Returns the intervals in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Interval> {
        self.0.iter().copied()
    }

    /// Returns true if it holds no instant.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the interval that an instant is in.
    pub fn around(&self, instant: Timestamp) -> Option<Interval> {
        let after = self.0.partition_point(|interval| interval.end <= instant);
        self.0.get(after).copied().filter(|interval| interval.contains(instant))
    }

    /// Returns the intervals that end after an instant, in their order.
    pub fn ending_after(&self, instant: Timestamp) -> impl Iterator<Item = Interval> {
        let after = self.0.partition_point(|interval| interval.end <= instant);
        self.0.iter().skip(after).copied()
    }

    /// Returns true if it holds an instant of an interval.
    pub fn overlaps(&self, interval: Interval) -> bool {
        self.ending_after(interval.start).next().is_some_and(|next| next.start < interval.end)
    }

    /// Returns what is in either.
    #[must_use]
    pub fn union(&self, other: &Intervals) -> Intervals {
        self.iter().chain(other.iter()).collect()
    }

    /// Returns what is in both.
    #[must_use]
    pub fn intersection(&self, other: &Intervals) -> Intervals {
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        let mut both = Vec::new();
        while let (Some(a), Some(b)) = (left.peek().copied(), right.peek().copied()) {
            both.extend(a.intersection(b));
            if a.end <= b.end {
                left.next();
            } else {
                right.next();
            }
        }
        Intervals(both)
    }

    /// Returns what is in this set and not in the other.
    #[must_use]
    pub fn without(&self, other: &Intervals) -> Intervals {
        self.intersection(&other.complement())
    }

    /// Returns every instant that is not in it.
    #[must_use]
    pub fn complement(&self) -> Intervals {
        let mut rest = Vec::with_capacity(self.0.len() + 1);
        let mut from = Timestamp::MIN;
        for interval in self.iter() {
            rest.extend(Interval::new(from, interval.start));
            from = interval.end;
        }
        rest.extend(Interval::new(from, Timestamp::MAX));
        Intervals(rest)
    }

    /// Returns the part of it in an interval.
    #[must_use]
    pub fn within(&self, interval: Interval) -> Intervals {
        let later = self.ending_after(interval.start).take_while(|next| next.start < interval.end);
        Intervals(later.filter_map(|next| next.intersection(interval)).collect())
    }
}

impl FromIterator<Interval> for Intervals {
    fn from_iter<I: IntoIterator<Item = Interval>>(intervals: I) -> Intervals {
        let mut sorted: Vec<Interval> = intervals.into_iter().collect();
        sorted.sort_unstable();
        let mut merged: Vec<Interval> = Vec::with_capacity(sorted.len());
        for interval in sorted {
            match merged.last_mut() {
                // 22-24 and 00-02 are one run of four hours.
                Some(last) if interval.start <= last.end => last.end = last.end.max(interval.end),
                _ => merged.push(interval),
            }
        }
        Intervals(merged)
    }
}
