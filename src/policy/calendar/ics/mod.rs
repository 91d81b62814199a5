//! Calendars as `.ics` files (RFC 5545): a subset, read strictly.
//!
//! A gate that guesses what a calendar means opens at the wrong time, so nothing is guessed: one line that is not
//! understood and matters to time makes the whole calendar invalid, and the message names the line. Read are events
//! with their times, recurrence rules, exceptions and moved occurrences; texts, alarms, tasks and the bodies of
//! `VTIMEZONE` are skipped.

mod component;
mod event;
mod line;
mod read;
mod recurrence;
mod value;
mod windows_zones;

use std::sync::Arc;

use jiff::civil::Date;

use super::interval::Interval;
use super::reading::Sense;
use super::zone::Zone;
use event::Event;

pub use read::{Options, read};

/// The events of a calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Events {
    events: Vec<Event>,
    last: Option<Date>,
}

impl Events {
    /// Returns the times of events that share an instant with an interval, with their titles; `zone` is that of whole
    /// days, and what starts on one of the dates of `except`, sorted, is left out.
    pub fn occurrences(
        &self,
        sense: Sense,
        zone: &Zone,
        except: &[Date],
        within: Interval,
    ) -> Vec<(Interval, Option<Arc<str>>)> {
        let mut found = Vec::new();
        for event in &self.events {
            event.occurrences(sense, zone, within, |start, span| {
                // A whole day is that date everywhere; a time is on the date that the zone of the block shows.
                let date = match &event.zone {
                    Some(own) => zone.date(own.earlier(start)),
                    None => start.date(),
                };
                if except.binary_search(&date).is_err() {
                    found.push((span, event.title.clone()));
                }
            });
        }
        found
    }

    /// Returns the date on which the last event ends or its series does; none if one goes on for ever, or there is
    /// none.
    pub fn last_date(&self) -> Option<Date> {
        self.last
    }

    /// Returns how many events there are, each series once.
    pub fn count(&self) -> usize {
        self.events.len()
    }
}
