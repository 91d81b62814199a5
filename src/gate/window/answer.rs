//! The answer to whether the time is right, and when that changes.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::openings::{HORIZON, Openings, Question};
use crate::policy::calendar::{Effect, Freeze, Interval, Intervals, Time, Window};

/// Why the time is not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    /// A freeze is in force.
    FreezeActive,
    /// A window is demanded and none is defined.
    WindowUndefined,
    /// No calendar that could open a demanded window can be read.
    CalendarInvalid,
    /// No calendar that could open a demanded window covers this instant.
    CalendarStale,
    /// No demanded window is open.
    WindowClosed,
    /// A window is open, and too little of it is left.
    WindowCutoff,
}

impl Code {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Code::FreezeActive => "FREEZE_ACTIVE",
            Code::WindowUndefined => "WINDOW_UNDEFINED",
            Code::CalendarInvalid => "CALENDAR_INVALID",
            Code::CalendarStale => "CALENDAR_STALE",
            Code::WindowClosed => "WINDOW_CLOSED",
            Code::WindowCutoff => "WINDOW_CUTOFF",
        }
    }
}

/// Whether a change may start at an instant, and when that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The instant.
    pub at: Timestamp,
    /// Why it may not start; none if it may.
    pub code: Option<Code>,
    /// The first instant, from this one on, at which it may start; none if there is none within the horizon.
    pub opens_at: Option<Timestamp>,
    /// When the opening ends that this instant is in, else the next one; none if there is none or no end to it.
    pub closes_at: Option<Timestamp>,
    /// The last instant in that opening at which a change may be started.
    pub latest_start: Option<Timestamp>,
    /// The next instant at which what is demanded opens or closes.
    pub next_transition: Option<Timestamp>,
    /// The windows that are open then, by name.
    pub windows: Vec<String>,
    /// Freezes in force that forbid the change.
    pub freezes: Vec<InForce>,
    /// Freezes in force that only say so.
    pub advisories: Vec<InForce>,
    /// Freezes in force that ask for more approvals.
    pub requires: Vec<InForce>,
}

/// A freeze in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its name.
    pub name: String,
    /// Why it is, or what the calendar calls it.
    pub reason: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// When it ends; none if nobody knows.
    pub until: Option<Timestamp>,
    /// The group and how many of its members must approve too.
    pub approvals: Option<(String, u64)>,
}

impl Answer {
    /// Returns true if the change may start at the instant.
    pub fn is_allowed(&self) -> bool {
        self.code.is_none()
    }
}

/// Answers a question about time.
pub fn answer(time: &Time, question: &Question<'_>) -> Answer {
    let openings = Openings::ahead(time, question);
    let at = question.at;
    let around = openings.open.around(at);
    let code = code(time, &openings, at, around);
    let first = openings.first_start(at);
    let opening = around.or(first.map(|(_, opening)| opening));
    let shown = first.map_or(at, |(start, _)| start);
    let mut windows: Vec<String> = Vec::new();
    for window in openings.windows_at(shown) {
        if !windows.contains(&window.name) {
            windows.push(window.name.clone());
        }
    }
    let horizon = at.saturating_add(HORIZON).unwrap_or(Timestamp::MAX);
    let next = match around {
        Some(opening) => openings.close_of(opening),
        None => openings.open.ending_after(at).next().map(Interval::start),
    };
    let with = |wanted: fn(&Effect) -> bool| -> Vec<InForce> {
        let freezes = openings.freezes.iter().filter(|(freeze, _)| wanted(&freeze.effect));
        freezes.filter_map(|(freeze, times)| in_force(freeze, times, at, &openings)).collect()
    };
    Answer {
        at,
        code,
        opens_at: first.map(|(start, _)| start),
        closes_at: opening.and_then(|opening| openings.close_of(opening)),
        latest_start: opening.and_then(|opening| openings.latest_start(opening)),
        next_transition: next.filter(|next| *next <= horizon),
        windows,
        freezes: with(|effect| *effect == Effect::Block),
        advisories: with(|effect| *effect == Effect::Advisory),
        requires: with(|effect| matches!(effect, Effect::Require { .. })),
    }
}

/// Returns why a change may not start; none if it may.
fn code(time: &Time, openings: &Openings<'_>, at: Timestamp, around: Option<Interval>) -> Option<Code> {
    let instant = SignedDuration::from_nanos(1);
    let nearly = |before: SignedDuration, after: SignedDuration| {
        let from = at.saturating_sub(before).unwrap_or(Timestamp::MIN);
        let to = at.saturating_add(after.saturating_add(instant)).unwrap_or(Timestamp::MAX);
        Interval::new(from, to).is_none_or(|span| openings.frozen.overlaps(span))
    };
    let tolerance = openings.tolerance();
    // Without a window there is no cutoff: the freeze to come counts as soon as the clock may be there.
    let ahead = if openings.demands.is_empty() { tolerance } else { SignedDuration::ZERO };
    if nearly(tolerance, ahead) {
        return Some(Code::FreezeActive);
    }
    if openings.is_undefined() {
        return Some(Code::WindowUndefined);
    }
    let surely_open = at.saturating_sub(tolerance).unwrap_or(Timestamp::MIN);
    match around.filter(|opening| opening.start() <= surely_open) {
        Some(opening) if openings.may_start(at, opening) => None,
        Some(_) => Some(Code::WindowCutoff),
        None => Some(closed(time, openings, at)),
    }
}

/// Returns why no window is open: because nobody can read when it is, or because it is closed.
fn closed(time: &Time, openings: &Openings<'_>, at: Timestamp) -> Code {
    let every = |wanted: &dyn Fn(&Window) -> bool| {
        openings.demands.iter().any(|demand| demand.windows.iter().all(|(window, _)| wanted(window)))
    };
    let is_invalid = |window: &Window| {
        window.calendars().any(|name| time.calendar(name).is_none_or(|calendar| calendar.state.is_err()))
    };
    let is_stale = |window: &Window| {
        let all = std::iter::once(&window.times).chain(&window.holidays);
        all.filter_map(|times| times.known_until).any(|until| until <= at)
    };
    if every(&is_invalid) {
        Code::CalendarInvalid
    } else if every(&|window| is_invalid(window) || is_stale(window)) {
        Code::CalendarStale
    } else {
        Code::WindowClosed
    }
}

/// Returns a freeze if it may be in force, however far off the clock is within its tolerance.
fn in_force(freeze: &Freeze, times: &Intervals, at: Timestamp, openings: &Openings<'_>) -> Option<InForce> {
    let tolerance = openings.tolerance();
    let before = at.saturating_sub(tolerance).unwrap_or(Timestamp::MIN);
    let after = at.saturating_add(tolerance).unwrap_or(Timestamp::MAX);
    // What closes an open window soon is its end, not yet a freeze in force.
    let counts_ahead = openings.demands.is_empty() || matches!(freeze.effect, Effect::Require { .. });
    let now = times
        .around(at)
        .or_else(|| times.around(before))
        .or_else(|| times.around(after).filter(|_| counts_ahead))
        // One that is shorter than the tolerance may hold neither of the two.
        .or_else(|| {
            let last = if counts_ahead { after } else { at };
            times.ending_after(before).next().filter(|short| short.start() <= last)
        })?;
    let titles = freeze.occurrences(now);
    let title = titles.into_iter().find_map(|occurrence| occurrence.title).map(|title| title.to_string());
    Some(InForce {
        name: freeze.name.clone(),
        reason: freeze.reason.clone().or(title),
        owner: freeze.owner.clone(),
        until: (!now.is_endless()).then(|| now.end()),
        approvals: match &freeze.effect {
            Effect::Require { group, count } => Some((group.clone(), *count)),
            _ => None,
        },
    })
}
