//! The decision table, row by row, and what each instant of an answer means.

use jiff::civil::Weekday::{Monday, Saturday, Sunday, Tuesday};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

use super::{any, ask, at, broken, clock, code, freeze, once, shown, starts, times, window};
use crate::gate::window::{Question, answer};
use crate::policy::calendar::{Days, Effect, Interval, Schedule, Time, WindowKind};
use crate::policy::{Risk, WindowDemand};

/// Sunday 02:00 to 06:00 in UTC with a cutoff of half an hour, and a freeze from 25 November to 1 December 2026.
fn policy() -> Time {
    Time {
        windows: vec![window("night", times("UTC", starts(&[Sunday], "02:00", 240)), 30)],
        freezes: vec![freeze("peak", times("UTC", once("2026-11-25T00:00", "2026-12-01T06:00")))],
        calendars: Vec::new(),
    }
}

#[test]
fn the_decision_table_holds() {
    let named =
        |names: &[&str]| vec![WindowDemand::Named(names.iter().map(|name| (*name).to_owned()).collect())];
    let (demanded, none) = (vec![WindowDemand::Any], Vec::new());
    for (when, demands, expected, opens) in [
        // A freeze is in force: whatever is demanded and open.
        ("2026-11-29T03:00Z", &demanded, "FREEZE_ACTIVE", "2026-12-06T02:01:00Z"),
        ("2026-11-29T03:00Z", &none, "FREEZE_ACTIVE", "2026-12-01T06:01:00Z"),
        ("2026-11-26T12:00Z", &named(&["gone"]), "FREEZE_ACTIVE", "-"),
        // No freeze, no window demanded.
        ("2026-11-23T12:00Z", &none, "-", "2026-11-23T12:00:00Z"),
        // No freeze, a window demanded, closed.
        ("2026-11-20T12:00Z", &demanded, "WINDOW_CLOSED", "2026-11-22T02:01:00Z"),
        ("2026-11-22T06:00Z", &demanded, "WINDOW_CLOSED", "2026-12-06T02:01:00Z"),
        // Open, and too late.
        ("2026-11-22T05:45Z", &demanded, "WINDOW_CUTOFF", "2026-12-06T02:01:00Z"),
        // Open, and in time.
        ("2026-11-22T03:00Z", &demanded, "-", "2026-11-22T03:00:00Z"),
        ("2026-11-22T03:00Z", &named(&["night"]), "-", "2026-11-22T03:00:00Z"),
        // Demanded and not defined.
        ("2026-11-22T03:00Z", &named(&["gone"]), "WINDOW_UNDEFINED", "-"),
        ("2026-11-22T03:00Z", &named(&[]), "WINDOW_UNDEFINED", "-"),
    ] {
        let answer = answer(&policy(), &ask(at(when), demands));
        assert_eq!((code(&answer), shown(answer.opens_at).as_str()), (expected, opens), "{when} {demands:?}");
    }
    let nothing = Time::default();
    assert_eq!(code(&any(&nothing, "2026-11-22T03:00Z")), "WINDOW_UNDEFINED");
}

#[test]
fn the_edges_are_where_the_clock_can_no_longer_be_wrong() {
    for (when, expected) in [
        ("2026-11-22T02:00:00Z", "WINDOW_CLOSED"),
        ("2026-11-22T02:00:59Z", "WINDOW_CLOSED"),
        ("2026-11-22T02:01:00Z", "-"),
        ("2026-11-22T05:29:00Z", "-"),
        ("2026-11-22T05:29:00.000000001Z", "WINDOW_CUTOFF"),
        ("2026-11-22T05:59:59Z", "WINDOW_CUTOFF"),
        ("2026-11-22T06:00:00Z", "WINDOW_CLOSED"),
        ("2026-12-01T06:00:59Z", "FREEZE_ACTIVE"),
        ("2026-12-01T06:01:00Z", "WINDOW_CLOSED"),
        ("2026-11-24T23:59:59Z", "WINDOW_CLOSED"),
        ("2026-11-25T00:00:00Z", "FREEZE_ACTIVE"),
    ] {
        assert_eq!(code(&any(&policy(), when)), expected, "{when}");
    }
    // Without a window only the freeze counts, from where the clock may have reached it.
    for (when, expected) in [
        ("2026-11-24T23:58:59Z", "-"),
        ("2026-11-24T23:59:00Z", "FREEZE_ACTIVE"),
        ("2026-12-01T06:00:59.999999999Z", "FREEZE_ACTIVE"),
        ("2026-12-01T06:01:00Z", "-"),
    ] {
        let answer = answer(&policy(), &ask(at(when), &[]));
        assert_eq!(code(&answer), expected, "{when}");
        assert_eq!(answer.is_allowed(), answer.opens_at == Some(at(when)), "{when}");
    }
}

#[test]
fn a_window_from_two_to_four_closes_at_four() {
    let time = Time {
        windows: vec![window("two", times("UTC", starts(&[Sunday], "02:00", 120)), 0)],
        ..Time::default()
    };
    let inside = any(&time, "2026-11-22T03:00Z");
    assert_eq!(inside.closes_at, Some(at("2026-11-22T04:00:00Z")));
    assert_eq!(inside.latest_start, Some(at("2026-11-22T04:00:00Z")));
    assert_eq!(inside.next_transition, Some(at("2026-11-22T04:00:00Z")));
    // A minute of tolerance before its end a change is not begun, and at the end it is shut.
    for (when, expected) in [
        ("2026-11-22T03:58:59Z", "-"),
        ("2026-11-22T03:59:00Z", "WINDOW_CUTOFF"),
        ("2026-11-22T04:00:00Z", "WINDOW_CLOSED"),
        ("2026-11-22T04:59:00Z", "WINDOW_CLOSED"),
    ] {
        assert_eq!(code(&any(&time, when)), expected, "{when}");
    }
}

#[test]
fn of_two_windows_one_open_is_enough() {
    let time = Time {
        windows: vec![
            window("closed", times("UTC", starts(&[Monday], "02:00", 120)), 0),
            window("open", times("UTC", starts(&[Sunday], "02:00", 120)), 0),
        ],
        ..Time::default()
    };
    let answer = any(&time, "2026-11-22T03:00Z");
    assert!(answer.is_allowed());
    assert_eq!(answer.windows, ["open"]);
    let both = [WindowDemand::Named(vec!["closed".to_owned(), "open".to_owned()])];
    assert!(super::answer(&time, &ask(at("2026-11-22T03:00Z"), &both)).is_allowed());
}

#[test]
fn of_two_blocks_that_demand_a_window_both_must_have_one_open() {
    let time = Time {
        windows: vec![
            window("a", times("UTC", starts(&[Sunday], "02:00", 240)), 0),
            window("b", times("UTC", starts(&[Sunday], "04:00", 240)), 0),
        ],
        ..Time::default()
    };
    let demands = [WindowDemand::Named(vec!["a".to_owned()]), WindowDemand::Named(vec!["b".to_owned()])];
    let ask = |when: &str| super::answer(&time, &ask(at(when), &demands));
    assert_eq!(code(&ask("2026-11-22T03:00Z")), "WINDOW_CLOSED");
    assert_eq!(ask("2026-11-22T03:00Z").opens_at, Some(at("2026-11-22T04:01:00Z")));
    let answer = ask("2026-11-22T05:00Z");
    assert!(answer.is_allowed());
    assert_eq!(
        (answer.closes_at, answer.windows),
        (Some(at("2026-11-22T06:00:00Z")), vec!["a".to_owned(), "b".to_owned()])
    );
}

#[test]
fn the_cutoff_is_the_largest_of_the_windows_open_just_before_the_end() {
    // 22 to 24 and 00 to 02 are one run of four hours.
    let mut time = Time {
        windows: vec![
            window("late", times("UTC", starts(&[Saturday], "22:00", 120)), 90),
            window("early", times("UTC", starts(&[Sunday], "00:00", 120)), 20),
        ],
        ..Time::default()
    };
    let midnight = any(&time, "2026-11-21T23:30Z");
    assert!(midnight.is_allowed());
    assert_eq!(midnight.closes_at, Some(at("2026-11-22T02:00Z")));
    assert_eq!(midnight.latest_start, Some(at("2026-11-22T01:40Z")));
    time.windows.push(window("long", times("UTC", starts(&[Sunday], "01:00", 60)), 45));
    assert_eq!(any(&time, "2026-11-21T23:30Z").latest_start, Some(at("2026-11-22T01:15Z")));
    // A freeze that comes first counts like the end, with the cutoff of what is open then.
    time.freezes.push(freeze("f", times("UTC", once("2026-11-21T23:50", "2026-11-22T00:10"))));
    let answer = any(&time, "2026-11-21T22:10Z");
    assert_eq!(answer.closes_at, Some(at("2026-11-21T23:50Z")));
    assert_eq!(answer.latest_start, Some(at("2026-11-21T22:20Z")));
    assert_eq!(any(&time, "2026-11-21T22:30Z").opens_at, Some(at("2026-11-22T00:11:00Z")));
}

#[test]
fn what_is_expected_to_take_longer_must_start_earlier() {
    for (expected, last) in
        [(0, "2026-11-22T05:30:00Z"), (20, "2026-11-22T05:30:00Z"), (200, "2026-11-22T02:40:00Z")]
    {
        let question = Question {
            expected_duration: SignedDuration::from_mins(expected),
            ..ask(at("2026-11-22T02:10Z"), &[WindowDemand::Any])
        };
        let answer = answer(&policy(), &question);
        assert_eq!(shown(answer.latest_start), last, "{expected} minutes");
        assert!(answer.is_allowed());
    }
    let question = Question {
        expected_duration: SignedDuration::from_mins(300),
        ..ask(at("2026-11-22T02:10Z"), &[WindowDemand::Any])
    };
    let answer = answer(&policy(), &question);
    // No window of the policy is as long.
    assert_eq!((code(&answer), answer.opens_at), ("WINDOW_CUTOFF", None));
}

#[test]
fn a_freeze_is_for_what_it_names() {
    let mut time = policy();
    time.freezes[0].matching.environments = vec!["prod".to_owned()];
    time.freezes[0].matching.min_risk = Some(Risk::Medium);
    let ask = |environment: &str, risk| {
        let environments = [environment.to_owned(), "other".to_owned()];
        let question = Question { environments: &environments, risk, ..ask(at("2026-11-26T12:00Z"), &[]) };
        answer(&time, &question).is_allowed()
    };
    assert!(!ask("prod", Risk::High));
    assert!(!ask("prod", Risk::Medium));
    assert!(ask("prod", Risk::Low));
    assert!(ask("staging", Risk::High));
}

#[test]
fn an_advisory_freeze_is_shown_and_one_that_requires_asks_for_more() {
    let mut time = policy();
    time.freezes[0].effect = Effect::Advisory;
    let advised = any(&time, "2026-11-29T03:00Z");
    assert!(advised.is_allowed());
    assert_eq!((advised.advisories.len(), advised.freezes.len()), (1, 0));
    assert_eq!(advised.advisories[0].until, Some(at("2026-12-01T06:00Z")));
    time.freezes[0].effect = Effect::Require { group: "leads".to_owned(), count: 1 };
    let required = any(&time, "2026-11-29T03:00Z");
    assert!(required.is_allowed());
    assert_eq!(required.requires[0].approvals, Some(("leads".to_owned(), 1)));
    assert!(any(&time, "2026-12-06T03:00Z").requires.is_empty());
}

#[test]
fn business_hours_open_only_for_what_names_them() {
    let hours = Schedule::Hours {
        days: Days::Weekly([Monday, Tuesday].into_iter().collect()),
        from: clock("09:00"),
        to: Some(clock("16:30")),
    };
    let mut eu = window("eu", times("Europe/Berlin", hours), 0);
    eu.kind = WindowKind::BusinessHours;
    let holidays =
        Schedule::Hours { days: Days::Dates(vec![date(2026, 11, 24)]), from: clock("00:00"), to: None };
    eu.holidays = vec![times("Europe/Berlin", holidays)];
    let time = Time { windows: vec![eu], ..Time::default() };
    let named = [WindowDemand::Named(vec!["eu".to_owned()])];
    let monday = answer(&time, &ask(at("2026-11-23T12:00Z"), &named));
    assert!(monday.is_allowed());
    assert_eq!(monday.closes_at, Some(at("2026-11-23T15:30Z")));
    // Tuesday is a holiday.
    let evening = answer(&time, &ask(at("2026-11-23T17:00Z"), &named));
    assert_eq!(evening.opens_at, Some(at("2026-11-30T08:01Z")));
    assert_eq!(code(&any(&time, "2026-11-23T12:00Z")), "WINDOW_UNDEFINED");
}

#[test]
fn a_calendar_that_cannot_be_read_is_closed_and_frozen() {
    let mut time = Time { calendars: vec![broken("c")], ..Time::default() };
    let mut closed = window("w", times("UTC", Schedule::Unreadable), 0);
    closed.times.calendar = Some("c".to_owned());
    time.windows.push(closed);
    let unread = any(&time, "2026-11-22T03:00Z");
    assert_eq!((code(&unread), unread.opens_at), ("CALENDAR_INVALID", None));
    // Another window stays what it is.
    time.windows.push(window("night", times("UTC", starts(&[Sunday], "02:00", 240)), 30));
    assert!(any(&time, "2026-11-22T03:00Z").is_allowed());
    assert_eq!(code(&any(&time, "2026-11-23T03:00Z")), "WINDOW_CLOSED");
    let mut frozen = freeze("f", times("UTC", Schedule::Unreadable));
    frozen.times.calendar = Some("c".to_owned());
    time.freezes.push(frozen);
    let unread = any(&time, "2026-11-22T03:00Z");
    assert_eq!((code(&unread), unread.opens_at, unread.freezes[0].until), ("FREEZE_ACTIVE", None, None));
    assert_eq!(code(&answer(&time, &ask(at("2026-11-22T03:00Z"), &[]))), "FREEZE_ACTIVE");
}

#[test]
fn what_a_calendar_does_not_cover_is_closed_and_frozen() {
    let mut time = policy();
    time.freezes.clear();
    time.windows[0].times.known_until = Some(at("2026-11-22T04:00Z"));
    assert_eq!(any(&time, "2026-11-22T03:00Z").closes_at, Some(at("2026-11-22T04:00Z")));
    let stale = any(&time, "2026-11-29T03:00Z");
    assert_eq!((code(&stale), stale.opens_at), ("CALENDAR_STALE", None));
    let mut frozen = freeze("f", times("UTC", once("2026-01-01T00:00", "2026-01-02T00:00")));
    frozen.times.known_until = Some(at("2026-11-22T04:00Z"));
    time = policy();
    time.freezes = vec![frozen];
    assert!(any(&time, "2026-11-22T03:00Z").is_allowed());
    assert_eq!(any(&time, "2026-11-22T03:00Z").closes_at, Some(at("2026-11-22T04:00Z")));
    assert_eq!(code(&any(&time, "2026-12-06T03:00Z")), "FREEZE_ACTIVE");
}

#[test]
fn nothing_is_looked_for_beyond_ninety_days() {
    let far = |from: &str, to: &str| Time {
        windows: vec![window("far", times("UTC", once(from, to)), 0)],
        ..Time::default()
    };
    let now = "2026-01-01T00:00Z";
    // 90 days later is 1 April.
    let within = any(&far("2026-03-31T23:50", "2026-04-01T06:00"), now);
    assert_eq!(within.opens_at, Some(at("2026-03-31T23:51Z")));
    assert_eq!(within.closes_at, Some(at("2026-04-01T06:00Z")));
    let at_the_end = any(&far("2026-03-31T23:59", "2026-04-01T06:00"), now);
    assert_eq!(at_the_end.opens_at, Some(at("2026-04-01T00:00Z")));
    let beyond = any(&far("2026-04-01T00:00", "2026-04-01T06:00"), now);
    assert_eq!((beyond.opens_at, beyond.next_transition), (None, Some(at("2026-04-01T00:00Z"))));
    let far_beyond = any(&far("2026-04-02T00:00", "2026-04-02T06:00"), now);
    assert_eq!((far_beyond.opens_at, far_beyond.next_transition), (None, None));
}

#[test]
fn an_opening_without_end_has_no_last_start() {
    let every_day = Schedule::Starts {
        days: Days::Weekly(jiff::civil::Weekday::Monday.cycle_forward().take(7).collect()),
        times: vec![clock("00:00")],
        duration: SignedDuration::from_hours(24),
    };
    let time = Time { windows: vec![window("always", times("UTC", every_day), 10)], ..Time::default() };
    let answer = any(&time, "2026-11-22T03:00Z");
    assert!(answer.is_allowed());
    assert_eq!((answer.closes_at, answer.latest_start, answer.next_transition), (None, None, None));
}

#[test]
fn instants_at_the_ends_of_time_are_answered() {
    for instant in [Timestamp::MIN, Timestamp::MAX, at("0001-01-01T00:00Z"), at("9990-01-01T00:00Z")] {
        for demands in [vec![], vec![WindowDemand::Any]] {
            let answer = answer(&policy(), &ask(instant, &demands));
            assert_eq!(answer.at, instant);
        }
    }
    let _ = Interval::ALWAYS;
}

#[test]
fn a_freeze_shorter_than_the_tolerance_has_a_name_too() {
    let time = Time {
        freezes: vec![freeze("blink", times("UTC", once("2026-11-25T10:00:10", "2026-11-25T10:00:40")))],
        ..Time::default()
    };
    for (when, expected) in [
        ("2026-11-25T09:59:30Z", "FREEZE_ACTIVE"),
        ("2026-11-25T10:01:05Z", "FREEZE_ACTIVE"),
        ("2026-11-25T10:01:40Z", "-"),
    ] {
        let answer = answer(&time, &ask(at(when), &[]));
        assert_eq!(code(&answer), expected, "{when}");
        assert_eq!(answer.freezes.is_empty(), expected == "-", "{when}");
    }
}
