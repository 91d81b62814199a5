//! What a local time means where clocks change.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::{at, minutes, span};
use crate::policy::calendar::reading::{between, lasting};
use crate::policy::calendar::{Interval, Sense, Zone};

/// From when to when, in UTC.
type Span = (&'static str, &'static str);

/// Zone, local start, minutes, when it is open, when it is frozen.
const VECTORS: &[(&str, &str, i64, Option<Span>, Span)] = &[
    (
        "UTC",
        "2026-03-29T01:00",
        180,
        Some(("2026-03-29T01:00Z", "2026-03-29T04:00Z")),
        ("2026-03-29T01:00Z", "2026-03-29T04:00Z"),
    ),
    (
        "Asia/Kolkata",
        "2026-03-29T02:00",
        240,
        Some(("2026-03-28T20:30Z", "2026-03-29T00:30Z")),
        ("2026-03-28T20:30Z", "2026-03-29T00:30Z"),
    ),
    (
        "America/New_York",
        "2026-03-07T22:00",
        480,
        Some(("2026-03-08T03:00Z", "2026-03-08T10:00Z")),
        ("2026-03-08T03:00Z", "2026-03-08T11:00Z"),
    ),
    (
        "America/New_York",
        "2026-10-31T22:00",
        480,
        Some(("2026-11-01T02:00Z", "2026-11-01T10:00Z")),
        ("2026-11-01T02:00Z", "2026-11-01T11:00Z"),
    ),
    (
        "America/New_York",
        "2026-03-08T02:30",
        120,
        Some(("2026-03-08T07:30Z", "2026-03-08T08:30Z")),
        ("2026-03-08T06:30Z", "2026-03-08T09:30Z"),
    ),
    (
        "America/New_York",
        "2026-11-01T01:30",
        120,
        Some(("2026-11-01T06:30Z", "2026-11-01T07:30Z")),
        ("2026-11-01T05:30Z", "2026-11-01T08:30Z"),
    ),
    ("America/New_York", "2026-11-01T01:00", 60, None, ("2026-11-01T05:00Z", "2026-11-01T07:00Z")),
    (
        "Europe/London",
        "2026-03-29T01:00",
        180,
        Some(("2026-03-29T01:00Z", "2026-03-29T03:00Z")),
        ("2026-03-29T00:00Z", "2026-03-29T04:00Z"),
    ),
    (
        "Africa/Cairo",
        "2026-04-24T00:00",
        120,
        Some(("2026-04-23T22:00Z", "2026-04-23T23:00Z")),
        ("2026-04-23T21:00Z", "2026-04-24T00:00Z"),
    ),
    (
        "Africa/Cairo",
        "2026-10-29T23:00",
        120,
        Some(("2026-10-29T21:00Z", "2026-10-29T22:00Z")),
        ("2026-10-29T20:00Z", "2026-10-29T23:00Z"),
    ),
    (
        "Australia/Lord_Howe",
        "2026-10-04T02:00",
        60,
        Some(("2026-10-03T15:30Z", "2026-10-03T16:00Z")),
        ("2026-10-03T15:00Z", "2026-10-03T16:30Z"),
    ),
    (
        "Australia/Lord_Howe",
        "2027-04-04T01:30",
        60,
        Some(("2027-04-03T15:00Z", "2027-04-03T15:30Z")),
        ("2027-04-03T14:30Z", "2027-04-03T16:00Z"),
    ),
];

#[test]
fn where_clocks_change_a_window_is_what_all_readings_share_and_a_freeze_what_any_covers() {
    for (zone, start, length, allow, freeze) in VECTORS {
        let zone = Zone::named(zone).unwrap();
        let local: DateTime = start.parse().unwrap();
        let read = |sense| lasting(sense, &zone, local, &[minutes(*length)]);
        assert_eq!(read(Sense::Allow), allow.map(|(from, to)| span(from, to)), "{zone:?} {start} allow");
        assert_eq!(read(Sense::Freeze), Some(span(freeze.0, freeze.1)), "{zone:?} {start} freeze");
    }
}

/// Returns the instants that a local time may mean, found from the two offsets around a transition alone.
fn starts_meant(zone: &Zone, local: DateTime, transition: Timestamp) -> Vec<Timestamp> {
    let before = transition.checked_sub(SignedDuration::from_secs(1)).unwrap();
    let universal = Zone::utc().earlier(local);
    let offset = |instant| Zone::utc().earlier(zone.local(instant)).duration_since(instant);
    let candidates = [before, transition].map(|instant| universal.checked_sub(offset(instant)).unwrap());
    let shown: Vec<Timestamp> =
        candidates.into_iter().filter(|candidate| zone.local(*candidate) == local).collect();
    if shown.is_empty() { candidates.to_vec() } else { shown }
}

#[test]
fn in_every_zone_no_transition_loses_a_freeze_or_widens_a_window() {
    let (from, to) = (at("2024-01-01T00:00Z"), at("2036-01-01T00:00Z"));
    let (mut zones, mut transitions, mut cases) = (0, 0, 0);
    for name in Zone::names() {
        // The names that no policy may use stand for the rules of others.
        let Ok(zone) = Zone::named(&name) else { continue };
        zones += 1;
        for transition in zone.transitions(from, to) {
            transitions += 1;
            for offset in (-90..=90).step_by(15) {
                let local = zone.local(transition.checked_add(minutes(offset)).unwrap());
                for length in [15, 60, 150, 480] {
                    cases += 1;
                    let label = || format!("{name} {local} for {length} minutes");
                    let length = minutes(length);
                    let allow = lasting(Sense::Allow, &zone, local, &[length]);
                    let Some(freeze) = lasting(Sense::Freeze, &zone, local, &[length]) else {
                        panic!("{} loses its freeze", label());
                    };
                    let within = |inner: Interval, outer: Interval| inner.intersection(outer) == Some(inner);
                    assert!(allow.is_none_or(|allow| within(allow, freeze)), "{} is open wider", label());
                    let wall = local.checked_add(length).unwrap();
                    for start in starts_meant(&zone, local, transition) {
                        let elapsed = start.checked_add(length).unwrap();
                        let mut ends = starts_meant(&zone, wall, transition);
                        // Farther away the clock shows the time once, and by another transition it is not looked at.
                        ends.retain(|end| zone.local(*end) == wall);
                        ends.push(elapsed);
                        for end in ends {
                            let Some(reading) = Interval::new(start, end) else { continue };
                            assert!(within(reading, freeze), "{} leaves {reading:?} out", label());
                            let inside = allow.is_none_or(|allow| within(allow, reading));
                            assert!(inside, "{} is open outside {reading:?}", label());
                        }
                    }
                }
            }
        }
    }
    assert!(zones > 400 && transitions > 3000 && cases > 100_000, "{zones} {transitions} {cases}");
}

#[test]
fn a_freeze_between_two_wall_times_covers_both_readings_of_each() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    // 02:30 is shown twice on 25 October 2026 and never on 29 March 2026.
    for (from, to, allow, freeze) in [
        (
            "2026-10-25T02:30",
            "2026-10-25T04:00",
            Some(("2026-10-25T01:30Z", "2026-10-25T03:00Z")),
            ("2026-10-25T00:30Z", "2026-10-25T03:00Z"),
        ),
        (
            "2026-03-29T02:30",
            "2026-03-29T04:00",
            Some(("2026-03-29T01:30Z", "2026-03-29T02:00Z")),
            ("2026-03-29T00:30Z", "2026-03-29T02:00Z"),
        ),
        ("2026-10-25T02:00", "2026-10-25T02:45", None, ("2026-10-25T00:00Z", "2026-10-25T01:45Z")),
    ] {
        let read = |sense| between(sense, &zone, from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(read(Sense::Allow), allow.map(|(from, to)| span(from, to)), "{from}");
        assert_eq!(read(Sense::Freeze), Some(span(freeze.0, freeze.1)), "{from}");
    }
}

#[test]
fn a_day_that_never_was_loses_no_freeze() {
    // Samoa went from 29 to 31 December 2011.
    let zone = Zone::named("Pacific/Apia").unwrap();
    let start: DateTime = "2011-12-30T10:00".parse().unwrap();
    assert_eq!(lasting(Sense::Allow, &zone, start, &[minutes(60)]), None);
    let freeze = lasting(Sense::Freeze, &zone, start, &[minutes(60)]).unwrap();
    assert!(freeze.length() >= SignedDuration::from_hours(24));
}

#[test]
fn only_places_and_utc_are_zones() {
    for name in ["Europe/Berlin", "UTC", "Etc/UTC", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Japan"]
    {
        assert!(Zone::named(name).is_ok(), "{name}");
    }
    for (name, expected) in [
        ("EST", "abbreviation or a fixed offset"),
        ("CET", "abbreviation or a fixed offset"),
        ("EST5EDT", "abbreviation or a fixed offset"),
        ("Etc/GMT+5", "abbreviation or a fixed offset"),
        ("GMT", "abbreviation or a fixed offset"),
        ("Zulu", "abbreviation or a fixed offset"),
        ("europe/berlin", "not how the time zone is spelled"),
        ("Europe/Berln", "there is no time zone"),
        ("+02:00", "there is no time zone"),
        ("UTC+2", "there is no time zone"),
        ("", "there is no time zone"),
        ("/etc/localtime", "there is no time zone"),
        ("../UTC", "there is no time zone"),
    ] {
        let no = Zone::named(name).unwrap_err();
        assert!(no.message.contains(expected), "{name}: {}", no.message);
    }
    assert_eq!(Zone::named("Europe/Berln").unwrap_err().help, "did you mean `Europe/Berlin`?");
}

#[test]
fn dates_far_away_are_no_trouble() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    for local in [DateTime::MIN, DateTime::MAX, DateTime::MAX.checked_sub(1.hour()).unwrap()] {
        for sense in [Sense::Allow, Sense::Freeze] {
            let _ = lasting(sense, &zone, local, &[minutes(600)]);
            let _ = between(sense, &zone, local, DateTime::MAX);
        }
    }
}
