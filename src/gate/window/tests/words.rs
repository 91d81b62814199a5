//! The answer in words.

use jiff::civil::Weekday::Sunday;

use super::{any, ask, at, broken, freeze, once, starts, times, window};
use crate::gate::window::{answer, moment, next, reason};
use crate::policy::WindowDemand;
use crate::policy::calendar::{Schedule, Time, Zone};

#[test]
fn an_instant_is_told_in_utc_and_as_the_clock_on_the_wall_shows_it() {
    let berlin = Zone::named("Europe/Berlin").unwrap();
    let new_york = Zone::named("America/New_York").unwrap();
    for (instant, zone, expected) in [
        ("2026-11-22T07:00Z", &new_york, "Sun 22 Nov 2026 07:00 UTC (02:00 America/New_York)"),
        ("2026-11-22T03:00Z", &new_york, "Sun 22 Nov 2026 03:00 UTC (Sat 22:00 America/New_York)"),
        ("2026-07-01T07:00:30Z", &berlin, "Wed 1 Jul 2026 07:00:30 UTC (09:00:30 Europe/Berlin)"),
        ("2026-07-01T07:00Z", &Zone::utc(), "Wed 1 Jul 2026 07:00 UTC"),
    ] {
        assert_eq!(moment(at(instant), zone), expected);
    }
}

#[test]
fn a_hold_says_why_and_when_it_lifts() {
    let mut time = Time {
        windows: vec![window("sunday-night", times("America/New_York", starts(&[Sunday], "02:00", 240)), 30)],
        freezes: vec![freeze(
            "peak",
            times("America/New_York", once("2026-11-25T00:00", "2026-12-01T06:00")),
        )],
        ..Time::default()
    };
    let demands = [WindowDemand::Any];
    for (when, why, then) in [
        (
            "2026-11-20T12:00Z",
            "a maintenance window is needed; none is open now",
            "apply from Sun 22 Nov 2026 07:01 UTC (02:01 America/New_York) in `sunday-night`, last start Sun 22 Nov 2026 10:30 UTC (05:30 America/New_York)",
        ),
        (
            "2026-11-22T10:45Z",
            "the window closes too soon, at Sun 22 Nov 2026 11:00 UTC (06:00 America/New_York)",
            "apply from Sun 6 Dec 2026 07:01 UTC (02:01 America/New_York) in `sunday-night`",
        ),
        (
            "2026-11-26T12:00Z",
            "freeze `peak` (peak trading) is in force until Tue 1 Dec 2026 11:00 UTC (06:00 America/New_York)",
            "apply from Sun 6 Dec 2026 07:01 UTC (02:01 America/New_York) in `sunday-night`, last start Sun 6 Dec 2026 10:30 UTC (05:30 America/New_York)",
        ),
        (
            "2026-11-22T08:00Z",
            "window `sunday-night` is open; the last start is Sun 22 Nov 2026 10:30 UTC (05:30 America/New_York)",
            "start it now",
        ),
    ] {
        let answer = any(&time, when);
        assert_eq!(reason(&time, &answer, &demands), why, "{when}");
        assert_eq!(next(&time, &answer), then, "{when}");
    }
    let named = [WindowDemand::Named(vec!["a".to_owned(), "b".to_owned()])];
    let undefined = answer(&time, &ask(at("2026-11-22T08:00Z"), &named));
    let why = "one of the windows `a`, `b` is needed; no such window is defined, so none is open";
    assert_eq!(reason(&time, &undefined, &named), why);
    time.calendars = vec![broken("c")];
    time.freezes[0].times.schedule = Schedule::Unreadable;
    time.freezes[0].times.calendar = Some("c".to_owned());
    let frozen = any(&time, "2026-11-22T08:00Z");
    let why = "freeze `peak` (its calendar cannot be read) is in force with no end that is known";
    assert_eq!(reason(&time, &frozen, &demands), why);
    let then = "there is no opening within 90 days: the policy needs a change, or another window";
    assert_eq!(next(&time, &frozen), then);
    let nothing = any(&Time::default(), "2026-11-22T08:00Z");
    let why = "a maintenance window is needed; none is defined, so none is open";
    assert_eq!(reason(&Time::default(), &nothing, &demands), why);
    assert!(next(&Time::default(), &nothing).contains("define a `window` block"));
}
