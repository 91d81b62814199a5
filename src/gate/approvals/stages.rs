//! Which approvals fill which demands: places, totals and the order of the stages.

use jiff::Timestamp;

use super::binding::Binding;
use super::crowd::Crowd;
use super::demand::Asked;
use super::matching::assign;
use super::reason::Reason;
use crate::facts::{Account, Level};

/// Somebody whose approval counts.
#[derive(Debug, Clone)]
pub(super) struct Approver<'a> {
    pub(super) account: &'a Account,
    pub(super) level: Level,
    pub(super) binding: Binding,
    /// What the approval is meant for, if it says so.
    pub(super) meant_for: Option<String>,
    /// When it was given, and given again without another opinion in between; ascending, never empty.
    pub(super) times: Vec<Timestamp>,
}

impl Approver<'_> {
    /// Returns when the approval was given first after a time.
    fn after(&self, open: Option<Timestamp>) -> Option<Timestamp> {
        self.times.iter().copied().find(|at| open.is_none_or(|open| *at > open))
    }

    /// Returns when it was given last.
    pub(super) fn newest(&self) -> Option<Timestamp> {
        self.times.last().copied()
    }
}

/// When a stage opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// There is nothing before it.
    Always,
    /// Since then.
    Since(Timestamp),
    /// What comes before it is not complete.
    NotYet,
}

/// The demands with the people they ask and those who approved.
#[derive(Debug)]
pub(super) struct Stages<'a> {
    demands: &'a [(Asked, Crowd)],
    approvers: &'a [Approver<'a>],
    /// When the stage of each demand opened.
    open: Vec<Open>,
}

/// Who fills a demand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// The approvers by their index, ascending.
    pub(super) by: Vec<usize>,
}

impl<'a> Stages<'a> {
    /// Finds out when each stage opened. The demands are sorted by stage.
    pub(super) fn new(demands: &'a [(Asked, Crowd)], approvers: &'a [Approver<'a>]) -> Stages<'a> {
        let mut stages = Stages { demands, approvers, open: Vec::new() };
        let (mut now, mut before) = (Open::Always, None);
        for (index, (asked, _)) in demands.iter().enumerate() {
            if before.is_some_and(|before| before != asked.stage) {
                now = stages.complete_since(index);
            }
            before = Some(asked.stage);
            stages.open.push(now);
        }
        stages
    }

    /// Returns since when the first so many demands have all been met.
    fn complete_since(&self, count: usize) -> Open {
        let mut times: Vec<Timestamp> = (0..count)
            .flat_map(|demand| (0..self.approvers.len()).filter_map(move |one| self.fits(one, demand).ok()))
            .collect();
        times.sort_unstable();
        times.dedup();
        // Whoever approved by a time still did so later: the first time at which all are met is found by halving.
        let first = times.partition_point(|time| {
            let filled = self.filled(count, Some(*time));
            !self.demands.iter().zip(&filled).all(|((asked, _), filled)| is_enough(asked, filled))
        });
        times.get(first).map_or(Open::NotYet, |time| Open::Since(*time))
    }

    /// Returns since when an approver fits a demand, or why not.
    pub(super) fn fits(&self, approver: usize, demand: usize) -> Result<Timestamp, Reason> {
        let (Some(one), Some((asked, crowd)), Some(open)) =
            (self.approvers.get(approver), self.demands.get(demand), self.open.get(demand))
        else {
            return Err(Reason::NotAsked);
        };
        if !crowd.holds(one.account, one.level) {
            return Err(Reason::NotAsked);
        }
        // A total has no place that one could mean.
        let meant = one.meant_for.as_ref().is_none_or(|name| asked.is_total() || asked.names.contains(name));
        if !meant {
            return Err(Reason::MeantForAnother);
        }
        match open {
            Open::Always => one.after(None),
            Open::Since(open) => one.after(Some(*open)),
            Open::NotYet => None,
        }
        .ok_or(Reason::TooEarly)
    }

    /// Returns true if what comes before a demand is complete.
    pub(super) fn is_open(&self, demand: usize) -> bool {
        self.open.get(demand).is_some_and(|open| *open != Open::NotYet)
    }

    /// Returns who fills the first so many demands, with the approvals up to a time.
    pub(super) fn filled(&self, count: usize, until: Option<Timestamp>) -> Vec<Filled> {
        let people = self.approvers.len();
        let fitting = |demand: usize| -> Vec<usize> {
            let fits = |one: &usize| {
                self.fits(*one, demand).is_ok_and(|since| until.is_none_or(|until| since <= until))
            };
            (0..people).filter(fits).collect()
        };
        let mut filled: Vec<Filled> = Vec::new();
        let (mut seats, mut owners) = (Vec::new(), Vec::new());
        for (demand, (asked, _)) in self.demands.iter().enumerate().take(count) {
            let fits = fitting(demand);
            if asked.is_total() || !asked.exclusive {
                filled.push(Filled { by: fits });
                continue;
            }
            // More places than people cannot be filled, so they need not be tried.
            for _ in 0..asked.count.min(u64::try_from(people).unwrap_or(u64::MAX)) {
                seats.push(fits.clone());
                owners.push(demand);
            }
            filled.push(Filled::default());
        }
        for (owner, person) in owners.into_iter().zip(assign(&seats, people)) {
            if let (Some(demand), Some(person)) = (filled.get_mut(owner), person) {
                demand.by.push(person);
            }
        }
        filled.iter_mut().for_each(|demand| demand.by.sort_unstable());
        filled
    }
}

/// Returns true if as many fill a demand as it asks for.
pub(super) fn is_enough(asked: &Asked, filled: &Filled) -> bool {
    missing(asked, filled) == 0
}

/// Returns how many are missing.
pub(super) fn missing(asked: &Asked, filled: &Filled) -> u64 {
    asked.count.saturating_sub(u64::try_from(filled.by.len()).unwrap_or(u64::MAX))
}
