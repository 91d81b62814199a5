//! Calendar arithmetic: when something is, as intervals of instants.
//!
//! Pure data and functions; nothing here knows what time it is. Schedules are expanded in civil time, near the dates
//! asked for, and become half-open intervals in UTC at the very end ([`reading`] says how, where clocks change).

pub mod blocks;
pub mod cron;
pub mod days;
pub mod ics;
pub mod interval;
pub mod reading;
pub mod schedule;
pub mod zone;

#[cfg(test)]
mod tests;

pub use blocks::{Calendar, Effect, Freeze, Matching, Time, Window, WindowKind};
pub use cron::Cron;
pub use days::{DayOfMonth, Days, Monthly, Months, Weekdays};
pub use ics::Events;
pub use interval::{Interval, Intervals};
pub use reading::Sense;
pub use schedule::{Moment, Occurrence, Schedule, Times};
pub use zone::Zone;
