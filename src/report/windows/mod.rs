//! Windows, freezes and what they leave open: in words, as a picture, for programs and for calendar programs.

mod ics;
mod json;
mod svg;
#[cfg(test)]
mod tests;
mod text;

use jiff::Timestamp;

use crate::gate::window::{Answer, Openings, Question, answer};
use crate::policy::calendar::{Effect, Interval, Intervals, Time, WindowKind, Zone};

pub use ics::render as ics;
pub use json::render as json;
pub use svg::render as svg;
pub use text::render as text;

/// What is shown: an answer, and what happens in the days around it.
#[derive(Debug)]
pub struct Agenda<'a> {
    /// What the policy says about time.
    pub time: &'a Time,
    /// What was asked.
    pub question: Question<'a>,
    /// True if the instant was made up.
    pub stated: bool,
    /// The environment that was named; none if it is taken for production.
    pub environment: Option<&'a str>,
    /// The days that are shown.
    pub range: Interval,
    /// The answer for the instant.
    pub answer: Answer,
    /// When a change may be started.
    pub starts: Intervals,
    /// When all that is demanded is open and nothing is frozen.
    pub open: Intervals,
    /// What happens, by start.
    pub entries: Vec<Entry<'a>>,
}

/// One time of a window or a freeze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: Kind,
    /// The name of the block.
    pub name: &'a str,
    /// Why it is, or what the calendar calls it.
    pub title: Option<String>,
    /// When it is.
    pub span: Interval,
    /// The zone of the block.
    pub zone: &'a Zone,
}

/// What something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A maintenance window.
    Window,
    /// Business hours.
    BusinessHours,
    /// A freeze.
    Freeze,
    /// A freeze that only says so.
    Advisory,
    /// A freeze that asks for more approvals.
    Require,
}

impl Kind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Window => "window",
            Kind::BusinessHours => "business_hours",
            Kind::Freeze => "freeze",
            Kind::Advisory => "advisory",
            Kind::Require => "require",
        }
    }

    /// Returns the name in words.
    fn words(self) -> &'static str {
        match self {
            Kind::Window => "window",
            Kind::BusinessHours => "business hours",
            Kind::Freeze => "freeze",
            Kind::Advisory => "advisory freeze",
            Kind::Require => "freeze, more approvals",
        }
    }
}

impl<'a> Agenda<'a> {
    /// Gathers what happens in so many days from the instant of a question on.
    pub fn of(
        time: &'a Time,
        question: Question<'a>,
        environment: Option<&'a str>,
        days: u16,
        stated: bool,
    ) -> Agenda<'a> {
        let length = jiff::SignedDuration::from_hours(24 * i64::from(days.max(1)));
        let end = question.at.saturating_add(length).unwrap_or(Timestamp::MAX);
        let range = Interval::new(question.at, end).unwrap_or(Interval::ALWAYS);
        let openings = Openings::within(time, &question, around(range));
        let mut entries = Vec::new();
        for window in &time.windows {
            let kind = match window.kind {
                WindowKind::BusinessHours => Kind::BusinessHours,
                WindowKind::Window | WindowKind::Calendar => Kind::Window,
            };
            entries.extend(window.occurrences(range).into_iter().map(|occurrence| Entry {
                kind,
                name: &window.name,
                title: occurrence.title.map(|title| title.to_string()),
                span: occurrence.span,
                zone: &window.times.zone,
            }));
        }
        let freezes = time.freezes.iter();
        for freeze in freezes.filter(|freeze| {
            freeze.matching.applies_to(question.environments, question.risk, question.unraised)
        }) {
            let kind = match freeze.effect {
                Effect::Block => Kind::Freeze,
                Effect::Advisory => Kind::Advisory,
                Effect::Require { .. } => Kind::Require,
            };
            entries.extend(freeze.occurrences(range).into_iter().map(|occurrence| Entry {
                kind,
                name: &freeze.name,
                title: occurrence.title.map(|title| title.to_string()).or_else(|| freeze.reason.clone()),
                span: occurrence.span,
                zone: &freeze.times.zone,
            }));
        }
        entries.sort_by(|a, b| (a.span, a.kind, a.name, &a.title).cmp(&(b.span, b.kind, b.name, &b.title)));
        Agenda {
            time,
            question,
            stated,
            environment,
            range,
            answer: answer(time, &question),
            starts: openings.starts().into_iter().collect(),
            open: openings.open().clone(),
            entries,
        }
    }

    /// Returns the dates that are shown, as calendars in UTC have them.
    fn days(&self) -> Vec<jiff::civil::Date> {
        let zone = Zone::utc();
        let last =
            self.range.end().saturating_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(self.range.end());
        crate::policy::calendar::days::dates(zone.date(self.range.start()), zone.date(last)).collect()
    }

    /// Returns what is asked about, in words.
    fn subject(&self) -> String {
        match self.environment {
            Some(name) => format!("a change of risk {} in environment {name}", self.question.risk),
            None => format!("a change of risk {} in production", self.question.risk),
        }
    }
}

/// Returns an interval with a day before and two months after it, so that the ends of what is open in it are known.
fn around(range: Interval) -> Interval {
    let hours = jiff::SignedDuration::from_hours;
    let start = range.start().saturating_sub(hours(48)).unwrap_or(Timestamp::MIN);
    let end = range.end().saturating_add(hours(60 * 24)).unwrap_or(Timestamp::MAX);
    Interval::new(start, end).unwrap_or(Interval::ALWAYS)
}

/// Returns an instant as RFC 3339 writes it, in UTC to the second.
fn rfc3339(instant: Timestamp) -> String {
    Zone::utc().local(instant).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Returns the end of an interval; none if it has none.
fn end(span: Interval) -> Option<Timestamp> {
    (!span.is_endless()).then(|| span.end())
}
