//! What is wrong with a policy about time although it can be read: it is tried out over more than a year.

use jiff::{SignedDuration, Timestamp};

use super::openings::{Openings, Question};
use super::policy::{demanded, question};
use crate::policy::calendar::{
    Calendar, DayOfMonth, Days, Effect, Freeze, Interval, Intervals, Schedule, Sense, Time, Times, Window,
    WindowKind, Zone,
};
use crate::policy::{Policy, Risk, WindowDemand};
use crate::problem::{Code, Place, Problem};

/// How far ahead a policy is tried out.
const SPAN: SignedDuration = SignedDuration::from_hours(400 * 24);

/// A freeze longer than this is no freeze but a stop.
const MAX_FREEZE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Calendars that end sooner are about to run out.
const NOTICE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// There is to be an opening of this length ...
const AVAILABLE: SignedDuration = SignedDuration::from_hours(4);

/// ... in every period of this length.
const PERIOD: SignedDuration = SignedDuration::from_hours(32 * 24);

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Somebody should have a look.
    Warning,
    /// It does not do what a policy must do.
    Error,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, where, and what helps.
    pub problem: Problem,
}

/// Returns what is wrong with a policy about time, as it will be from an instant on, sorted by place.
pub fn lint(policy: &Policy, from: Timestamp) -> Vec<Lint> {
    let until = from.saturating_add(SPAN).unwrap_or(Timestamp::MAX);
    let Some(range) = Interval::new(from, until) else {
        return Vec::new();
    };
    let time = &policy.organisation.time;
    let mut found = Found(Vec::new());
    for calendar in &time.calendars {
        found.calendar(calendar, time, from);
    }
    for window in &time.windows {
        found.window(window, policy, range);
    }
    for freeze in &time.freezes {
        found.freeze(freeze, time, range);
    }
    found.availability(policy, range);
    let mut lints = found.0;
    lints.sort_by(|a, b| (&a.problem.place, &a.problem.message).cmp(&(&b.problem.place, &b.problem.message)));
    lints.dedup();
    lints
}

struct Found(Vec<Lint>);

impl Found {
    fn add(&mut self, severity: Severity, place: &Place, message: String, help: &str) {
        let problem = Problem::new(Code::PolicyInvalid, message).at(place.clone()).help(help);
        self.0.push(Lint { severity, problem });
    }

    fn error(&mut self, place: &Place, message: String, help: &str) {
        self.add(Severity::Error, place, message, help);
    }

    fn warning(&mut self, place: &Place, message: String, help: &str) {
        self.add(Severity::Warning, place, message, help);
    }

    fn calendar(&mut self, calendar: &Calendar, time: &Time, from: Timestamp) {
        let name = &calendar.name;
        let last = match &calendar.state {
            Err(problem) => {
                self.0.push(Lint { severity: Severity::Error, problem: problem.clone() });
                return;
            }
            Ok(last) => calendar.covers_until.or(*last),
        };
        let windows = time.windows.iter().flat_map(Window::calendars);
        let freezes = time.freezes.iter().filter_map(|freeze| freeze.times.calendar.as_deref());
        if !windows.chain(freezes).any(|used| used == name) {
            self.warning(&calendar.place, format!("nothing uses calendar `{name}`"), "leave it out");
            return;
        }
        let zone = calendar.zone.clone().unwrap_or_else(Zone::utc);
        let (today, soon) = (zone.date(from), zone.date(from.saturating_add(NOTICE).unwrap_or(from)));
        let Some(last) = last else { return };
        let help = "bring the file up to date, and `covers_until` with it";
        if last < today && calendar.covers_until.is_some() {
            self.error(&calendar.place, format!("calendar `{name}` covers nothing after {last}"), help);
        } else if last < soon {
            self.warning(&calendar.place, format!("calendar `{name}` runs out on {last}"), help);
        }
    }

    fn window(&mut self, window: &Window, policy: &Policy, range: Interval) {
        let (name, place) = (&window.name, &window.place);
        let kind = match window.kind {
            WindowKind::Window => "window",
            WindowKind::BusinessHours => "business hours",
            WindowKind::Calendar => "calendar",
        };
        let named = |demand: &WindowDemand| match demand {
            WindowDemand::Any => window.kind != WindowKind::BusinessHours,
            WindowDemand::Named(names) => names.contains(name),
        };
        let demands = policy.defaults.approvals.iter().filter_map(|approval| approval.window.as_ref());
        if !demands.clone().any(named) {
            let help = "name it in the `window` of an `approval`, or leave it out";
            self.warning(place, format!("no approval asks for {kind} `{name}`"), help);
        }
        self.times(&window.times, place, &format!("{kind} `{name}`"), Sense::Allow, range);
        for holidays in window.holidays.iter().filter(|times| times.calendar.is_none()) {
            let soon = range.start().saturating_add(NOTICE).unwrap_or(range.end());
            if holidays.known_until.is_some_and(|until| until < soon) {
                let message = format!("holidays of {kind} `{name}` are covered for less than 30 days more");
                self.warning(place, message, "add the dates to come, and `covers_until` with them");
            }
        }
        let alone = [WindowDemand::Named(vec![name.clone()])];
        let question = Question {
            expected_duration: SignedDuration::ZERO,
            ..question(policy, &[], Risk::High, &alone, range.start())
        };
        let without_freezes = Time { freezes: Vec::new(), ..policy.organisation.time.clone() };
        let openings = Openings::within(&without_freezes, &question, range);
        if !openings.open().is_empty() && openings.starts().is_empty() {
            let help =
                "write a longer window or a shorter `cutoff`; the clock may be a minute off either way";
            self.error(place, format!("nothing can ever be begun in {kind} `{name}`"), help);
        }
    }

    fn freeze(&mut self, freeze: &Freeze, time: &Time, range: Interval) {
        let (name, place) = (&freeze.name, &freeze.place);
        // What a calendar freezes by itself has the titles of its events.
        let of_calendar = freeze.times.calendar.as_ref() == Some(name);
        if !of_calendar && freeze.reason.is_none() {
            self.error(
                place,
                format!("freeze `{name}` has no `reason`"),
                "say why, for whoever is held by it",
            );
        }
        if !of_calendar && freeze.owner.is_none() {
            self.error(place, format!("freeze `{name}` has no `owner`"), "say who answers for it");
        }
        let unread = freeze.times.calendar.as_deref().and_then(|name| time.calendar(name));
        if unread.is_some_and(|calendar| calendar.state.is_err()) {
            return;
        }
        self.times(&freeze.times, place, &format!("freeze `{name}`"), Sense::Freeze, range);
        let mut known = freeze.times.clone();
        known.known_until = None;
        let spans: Intervals =
            known.occurrences(Sense::Freeze, range).into_iter().map(|occurrence| occurrence.span).collect();
        if let Some(long) =
            spans.iter().find(|span| span.length() > MAX_FREEZE && freeze.effect == Effect::Block)
        {
            let days = long.length().as_hours() / 24;
            let message = format!("freeze `{name}` lasts {days} days, more than 30");
            self.error(place, message, "split it, or make it a demand for approvals");
        }
    }

    /// Looks at one schedule by itself.
    fn times(&mut self, times: &Times, place: &Place, what: &str, sense: Sense, range: Interval) {
        let unread = matches!(times.schedule, Schedule::Unreadable);
        let occurrences = times.occurrences(sense, range);
        if occurrences.is_empty() && !unread {
            self.warning(place, format!("{what} is not once in the next 400 days"), "leave it out");
        }
        if let Schedule::Starts { days: Days::Monthly(monthly), .. } = &times.schedule
            && let DayOfMonth::Number(day) = monthly.day
            && day.abs() > 28
        {
            let help = "for the last day of the month write `day = -1`";
            self.warning(place, format!("{what} is left out in months without day {day}"), help);
        }
        let mut whole = times.clone();
        whole.except.clear();
        let possible =
            whole.occurrences(Sense::Freeze, Interval::ALWAYS.intersection(range).unwrap_or(range));
        if !matches!(times.schedule, Schedule::Unreadable | Schedule::Once { .. }) {
            let starts: Vec<_> =
                possible.iter().map(|occurrence| times.zone.date(occurrence.span.start())).collect();
            let (first, last) = (times.zone.date(range.start()), times.zone.date(range.end()));
            let within = times.except.iter().filter(|date| **date > first && **date < last);
            for date in within.filter(|date| !starts.contains(date)) {
                let help = "name the local date on which it starts, or leave the date out";
                self.warning(place, format!("{what} does not start on {date}, which `except` names"), help);
            }
        }
        if sense == Sense::Allow {
            let open: Intervals = occurrences.iter().map(|occurrence| occurrence.span).collect();
            let dropped = times
                .occurrences(Sense::Freeze, range)
                .into_iter()
                .find(|occurrence| !occurrence.span.is_endless() && !open.overlaps(occurrence.span));
            if let Some(dropped) = dropped.filter(|_| !occurrences.is_empty()) {
                let date = times.zone.date(dropped.span.start());
                let message = format!(
                    "{what} is not open on {date}: clocks change, and its times can be read in several ways"
                );
                self.warning(place, message, "move it to other hours, or leave that day to another window");
            }
        }
    }

    /// Looks at what each environment and risk finds open.
    fn availability(&mut self, policy: &Policy, range: Interval) {
        let time = &policy.organisation.time;
        if time.windows.is_empty() {
            return self.without_windows(policy);
        }
        let declared = policy.organisation.environments.iter().map(|each| Some(each.name.as_str()));
        for environment in std::iter::once(None).chain(declared) {
            let names: Vec<String> = environment.map(str::to_owned).into_iter().collect();
            let environments = super::environments(policy, &names);
            for risk in [Risk::Low, Risk::Medium, Risk::High, Risk::Critical] {
                let demands = demanded(policy, &environments, risk);
                if demands.is_empty() {
                    continue;
                }
                let question = question(policy, &environments, risk, &demands, range.start());
                let openings = Openings::within(time, &question, range);
                let place = self.blamed(policy, &demands);
                let who = match environment {
                    Some(name) => format!("changes of risk {risk} in environment `{name}`"),
                    None => format!("changes of risk {risk} without a known environment"),
                };
                if openings.is_undefined() {
                    let help = "define a `window`: without one none is open";
                    self.error(
                        &place,
                        format!("{who} can never be applied: no window is defined for them"),
                        help,
                    );
                } else if openings.starts().is_empty() {
                    let help = "check windows against freezes, cutoffs and each other";
                    self.error(&place, format!("{who} can never be applied in the next 400 days"), help);
                } else if let Some(gap) = scarce(openings.open(), range) {
                    let message =
                        format!("{who} find less than 4 hours in one piece open in the 32 days from {gap}");
                    self.warning(&place, message, "add a window, or make one longer");
                }
            }
        }
    }

    /// Where there is no window at all, that is one thing to say, however many changes it keeps out.
    fn without_windows(&mut self, policy: &Policy) {
        let own = policy.organisation.approvals.iter().find(|approval| approval.window.is_some());
        let always = policy.defaults.approvals.iter().find(|approval| approval.window.is_some());
        let Some(approval) = own.or(always) else { return };
        let message = format!(
            "no window is defined, so what approval `{}` is about can never be applied",
            approval.name
        );
        let help = "define a `window`: `applygate init --print` shows one";
        // Whoever demands a window himself has forgotten it; whoever has only what always holds may have no use for one.
        if own.is_some() {
            self.error(&approval.place, message, help);
        } else {
            self.warning(&approval.place, message, help);
        }
    }

    /// Returns the place of the last block that demands one of these, which is the policy's own if it has one.
    fn blamed(&self, policy: &Policy, demands: &[WindowDemand]) -> Place {
        let approvals = policy.defaults.approvals.iter().rev();
        let mut demanding = approvals
            .filter(|approval| approval.window.as_ref().is_some_and(|window| demands.contains(window)));
        let start = Place { file: String::new(), line: 1, column: 1 };
        demanding.next().map_or(start, |approval| approval.place.clone())
    }
}

/// Returns the date from which on there is no long enough opening for too long.
fn scarce(open: &Intervals, range: Interval) -> Option<jiff::civil::Date> {
    let mut since = range.start();
    let long = open.iter().filter(|interval| interval.length() >= AVAILABLE);
    for next in long.map(|interval| (interval.start(), interval.end())).chain([(range.end(), range.end())]) {
        if since.duration_until(next.0) > PERIOD {
            return Some(Zone::utc().date(since));
        }
        since = since.max(next.1);
    }
    None
}
