//! What a policy says about time: windows, business hours, freezes and the calendars they come from.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use super::ics::{self, Options};
use super::interval::{Interval, Intervals};
use super::reading::Sense;
use super::schedule::{Occurrence, Schedule, Times};
use super::zone::Zone;
use crate::policy::source::words::Risk;
use crate::problem::{Code, Place, Problem};

/// What a policy says about time. Names are unique among windows, and among freezes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Time {
    /// When changes are allowed that need a window, in the order of the policy.
    pub windows: Vec<Window>,
    /// When they are not, in the order of the policy.
    pub freezes: Vec<Freeze>,
    /// The calendars, in the order of the policy.
    pub calendars: Vec<Calendar>,
}

/// A time at which changes are allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// What kind of block it is.
    pub kind: WindowKind,
    /// When it is.
    pub times: Times,
    /// What takes whole local days out of it.
    pub holidays: Vec<Times>,
    /// So long before its end nothing is begun any more.
    pub cutoff: SignedDuration,
}

/// The blocks that say when changes are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowKind {
    /// `window`.
    Window,
    /// `business_hours`: only for what names them.
    BusinessHours,
    /// `calendar` with `kind = "allow"`.
    Calendar,
}

/// A time at which changes are not allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// When it is.
    pub times: Times,
    /// What it is about.
    pub matching: Matching,
    /// What it does.
    pub effect: Effect,
    /// Why.
    pub reason: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Where it is written down.
    pub ticket: Option<String>,
}

/// What a freeze is about: all that is said must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matching {
    /// These environments; all if there is none.
    pub environments: Vec<String>,
    /// Changes of this risk and above.
    pub min_risk: Option<Risk>,
    /// Changes of this risk and below.
    pub max_risk: Option<Risk>,
}

/// What a freeze does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing is applied.
    Block,
    /// It is shown, and does nothing.
    Advisory,
    /// It asks for more approvals.
    Require {
        /// By members of this group.
        group: String,
        /// So many.
        count: u64,
    },
}

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// The file, from the top of the repository.
    pub file: String,
    /// The zone of times in it that name none.
    pub zone: Option<Zone>,
    /// The last date for which it is to be trusted.
    pub covers_until: Option<Date>,
    /// The date of its last event, or why it cannot be read.
    pub state: Result<Option<Date>, Problem>,
}

impl Time {
    /// Returns true if the policy says nothing about time.
    pub fn is_empty(&self) -> bool {
        self.windows.is_empty() && self.freezes.is_empty()
    }

    /// Reads the calendars. `read` returns the content of a file beside the policy, none if it is not there.
    ///
    /// What cannot be read is no error here: it stays closed for a window and frozen for a freeze, and
    /// [`Calendar::state`] says why.
    pub fn load(&mut self, mut read: impl FnMut(&str) -> Result<Option<Vec<u8>>, Problem>) {
        for calendar in &mut self.calendars {
            let options = Options {
                file: &calendar.file,
                zone: calendar.zone.as_ref(),
                has_end: calendar.covers_until.is_some(),
            };
            let events = match read(&calendar.file) {
                Ok(Some(bytes)) => ics::read(&bytes, &options),
                Ok(None) => Err(Problem::new(
                    Code::PolicyInvalid,
                    format!("there is no calendar file `{}`", calendar.file),
                )
                .at(calendar.place.clone())
                .help("`file` is relative to the top of the repository")),
                Err(problem) => Err(problem),
            };
            let schedule = match events {
                Ok(events) => {
                    calendar.state = Ok(events.last_date());
                    Schedule::Events(Arc::new(events))
                }
                Err(problem) => {
                    calendar.state = Err(problem);
                    Schedule::Unreadable
                }
            };
            let windows = self
                .windows
                .iter_mut()
                .flat_map(|window| std::iter::once(&mut window.times).chain(&mut window.holidays));
            let freezes = self.freezes.iter_mut().map(|freeze| &mut freeze.times);
            for times in windows.chain(freezes) {
                if times.calendar.as_ref() == Some(&calendar.name) {
                    times.schedule = schedule.clone();
                }
            }
        }
    }

    /// Returns the window, business hours or allowing calendar of a name.
    pub fn window(&self, name: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.name == name)
    }

    /// Returns the calendar of a name.
    pub fn calendar(&self, name: &str) -> Option<&Calendar> {
        self.calendars.iter().find(|calendar| calendar.name == name)
    }
}

impl Window {
    /// Returns the calendars that it rests on, by name.
    pub fn calendars(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.times).chain(&self.holidays);
        all.filter_map(|times| times.calendar.as_deref())
    }

    /// Returns the times of it that share an instant with an interval, whole, in their order.
    pub fn occurrences(&self, within: Interval) -> Vec<Occurrence> {
        if self.holidays.is_empty() {
            return self.times.occurrences(Sense::Allow, within);
        }
        let zone = &self.times.zone;
        let first = zone.date(within.start()).saturating_sub(3.days());
        let last = zone.date(within.end()).saturating_add(3.days());
        let mut times = self.times.clone();
        for holiday in &self.holidays {
            times.except.extend(holiday.dates_covered(first, last));
        }
        times.except.sort_unstable();
        times.except.dedup();
        times.occurrences(Sense::Allow, within)
    }

    /// Returns when it is open, as far as that shares an instant with an interval; what overlaps or touches is one.
    pub fn open(&self, within: Interval) -> Intervals {
        self.occurrences(within).into_iter().map(|occurrence| occurrence.span).collect()
    }
}

impl Freeze {
    /// Returns the times of it that share an instant with an interval, whole, in their order.
    pub fn occurrences(&self, within: Interval) -> Vec<Occurrence> {
        self.times.occurrences(Sense::Freeze, within)
    }

    /// Returns when it is in force, as far as that shares an instant with an interval.
    pub fn in_force(&self, within: Interval) -> Intervals {
        self.occurrences(within).into_iter().map(|occurrence| occurrence.span).collect()
    }
}

impl Matching {
    /// Returns true if a change of that risk in one of those environments is meant. `unraised` is the risk before the
    /// organisation raised anything: what it raises takes nothing out of a freeze.
    pub fn applies_to(&self, environments: &[String], risk: Risk, unraised: Risk) -> bool {
        let here =
            self.environments.is_empty() || self.environments.iter().any(|own| environments.contains(own));
        here && self.min_risk.is_none_or(|least| risk >= least)
            && self.max_risk.is_none_or(|most| unraised <= most)
    }
}
