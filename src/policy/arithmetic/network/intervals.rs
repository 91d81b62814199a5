//! Sets of numbers as sorted, disjoint spans: addresses of one family, or ports.

/// A set of numbers. Both ends of a span belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intervals {
    spans: Vec<(u128, u128)>,
}

impl Intervals {
    /// Creates the set of one span; empty if the ends are the wrong way round.
    pub fn span(from: u128, to: u128) -> Intervals {
        Intervals { spans: if from <= to { vec![(from, to)] } else { Vec::new() } }
    }

    /// Creates a set from spans in any order, which may overlap.
    pub fn of(spans: impl IntoIterator<Item = (u128, u128)>) -> Intervals {
        let mut spans: Vec<(u128, u128)> = spans.into_iter().filter(|(from, to)| from <= to).collect();
        spans.sort_unstable();
        let mut merged: Vec<(u128, u128)> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match merged.last_mut() {
                // Adjoining spans are one, so that equal sets are equal values.
                Some((_, last)) if from <= last.saturating_add(1) => *last = (*last).max(to),
                _ => merged.push((from, to)),
            }
        }
        Intervals { spans: merged }
    }

    /// Returns the spans: sorted, disjoint, not adjoining.
    pub fn spans(&self) -> &[(u128, u128)] {
        &self.spans
    }

    /// Returns true if the set is empty.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Returns true if `number` is in the set.
    pub fn contains(&self, number: u128) -> bool {
        let after = self.spans.partition_point(|(from, _)| *from <= number);
        after.checked_sub(1).and_then(|at| self.spans.get(at)).is_some_and(|(_, to)| number <= *to)
    }

    /// Returns how many numbers the set has; the largest number there is for all of them.
    pub fn count(&self) -> u128 {
        self.spans.iter().fold(0, |count: u128, (from, to)| count.saturating_add(to - from).saturating_add(1))
    }

    /// Returns what is in either set.
    #[must_use]
    pub fn union(&self, other: &Intervals) -> Intervals {
        Intervals::of(self.spans.iter().chain(&other.spans).copied())
    }

    /// Returns what is in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Intervals) -> Intervals {
        let mut rest = Vec::new();
        let mut cuts = other.spans.iter().copied().peekable();
        for (from, to) in self.spans.iter().copied() {
            let mut start = Some(from);
            while let Some((cut_from, cut_to)) = cuts.peek().copied() {
                let Some(at) = start else { break };
                if cut_from > to {
                    break;
                }
                if cut_to >= at {
                    if let Some(end) = cut_from.checked_sub(1)
                        && end >= at
                    {
                        rest.push((at, end));
                    }
                    start = cut_to.checked_add(1).filter(|next| *next <= to);
                }
                // A cut that reaches beyond this span may cut the next one as well.
                if cut_to > to {
                    break;
                }
                cuts.next();
            }
            if let Some(at) = start {
                rest.push((at, to));
            }
        }
        Intervals { spans: rest }
    }

    /// Returns what is in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Intervals) -> Intervals {
        self.difference(&self.difference(other))
    }
}
