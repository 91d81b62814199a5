//! Calendars that nobody should read on: refused, with the line.

use proptest::prelude::*;

use super::calendars::{calendar, event, parse};
use crate::policy::calendar::ics::{Options, read};
use crate::policy::calendar::{Sense, Zone};

fn refusal(text: &[u8], has_end: bool, zone: Option<&Zone>) -> (u32, String) {
    let problem = read(text, &Options { file: "c.ics", zone, has_end }).unwrap_err();
    (problem.place.unwrap().line, problem.message)
}

#[test]
fn what_is_not_understood_is_refused_with_its_line() {
    for (lines, line, expected) in [
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=MINUTELY", 7, "FREQ=MINUTELY"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;COUNT=1", 7, "FREQ=SECONDLY"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY", 7, "FREQ=HOURLY"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", 7, "`BYSETPOS`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=3", 7, "`BYHOUR`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYEASTER=0", 7, "`BYEASTER`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;RSCALE=HEBREW", 7, "`RSCALE`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;INTERVAL=0", 7, "`INTERVAL`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=0", 7, "`COUNT`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=9999999", 7, "too long"),
        (
            "DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z",
            7,
            "`UNTIL`",
        ),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:COUNT=3", 7, "`FREQ`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20270101", 7, "does not fit"),
        (
            "DTSTART;TZID=Asia/Tokyo:20260301T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20270101T000000",
            7,
            "does not fit",
        ),
        ("DTSTART;VALUE=DATE:20260301\nRRULE:FREQ=DAILY;UNTIL=20270101T000000Z", 6, "does not fit"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO", 7, "does not start on a day"),
        (
            "DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            7,
            "does not start on a day",
        ),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=1SU", 7, "numbered weekday"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nRRULE:FREQ=DAILY", 8, "second `RRULE`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nEXRULE:FREQ=DAILY", 7, "`EXRULE`"),
        (
            "DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260302",
            8,
            "same type",
        ),
        (
            "DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEXDATE:20260302T110000Z",
            8,
            "no time of the series",
        ),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20260302T110000Z/PT1H", 7, "`PERIOD`"),
        ("DTSTART;TZID=Mars/Olympus:20260301T100000\nDURATION:PT1H", 5, "no time zone `Mars/Olympus`"),
        ("DTSTART;TZID=CET:20260301T100000\nDURATION:PT1H", 5, "abbreviation"),
        ("DTSTART;TZID=Europe/Berlin:20260301T100000Z\nDURATION:PT1H", 5, "`TZID` too"),
        ("DTSTART;TZID=Europe/Berlin;TZID=Asia/Tokyo:20260301T100000\nDURATION:PT1H", 5, "twice"),
        ("DTSTART;TZID=UTC;VALUE=DATE:20260301", 5, "whole day has a `TZID`"),
        ("DTSTART;RANGE=X:20260301T100000Z\nDURATION:PT1H", 5, "`RANGE`"),
        ("DTSTART:20260301", 5, "no date with a time"),
        ("DTSTART:20260230T100000Z\nDURATION:PT1H", 5, "no date with a time"),
        ("DTSTART:20260301T100060Z\nDURATION:PT1H", 5, "no date with a time"),
        ("DTSTART:99990301T100000Z\nDURATION:PT1H", 5, "no date with a time"),
        ("DTSTART:20260301T100000Z", 5, "no end"),
        ("DTSTART:20260301T100000Z\nDTEND:20260301T100000Z", 6, "ends when it starts"),
        ("DTSTART:20260301T100000Z\nDTEND:20290301T100000Z", 6, "longer than"),
        ("DTSTART:20260301T100000Z\nDTEND;VALUE=DATE:20260302", 6, "same type"),
        ("DTSTART:20260301T100000Z\nDTEND:20260301T110000Z\nDURATION:PT1H", 7, "both"),
        ("DTSTART:20260301T100000Z\nDURATION:-PT1H", 6, "no length"),
        ("DTSTART:20260301T100000Z\nDURATION:PT", 6, "no length"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1M1H", 6, "no length"),
        ("DTSTART:20260301T100000Z\nDURATION:PT99999999999999999999H", 6, "no length"),
        ("DTSTART;VALUE=DATE:20260301\nDURATION:PT5H", 6, "lasts hours"),
        ("SUMMARY:no start", 4, "no `DTSTART`"),
        ("DTSTART:20260301T100000Z\nDTSTART:20260302T100000Z\nDURATION:PT1H", 6, "second `DTSTART`"),
        ("DTSTART:20260301T100000Z\nDURATION:PT1H\nRECURRENCE-ID:20260301T100000Z", 4, "no `UID`"),
        (
            "DTSTART:20260301T100000Z\nDURATION:PT1H\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260301T100000Z",
            8,
            "`RANGE`",
        ),
        ("DTSTART", 5, "no `:`"),
        ("DTSTART;TZID:20260301T100000", 5, "no value"),
        ("DTSTART;TZID=\"Europe/Berlin:20260301T100000", 5, "quote"),
        ("=x", 5, "no name"),
        ("SUMMARY:\u{1b}[2J", 5, "control character"),
        ("BEGIN:VEVENT\nEND:VEVENT", 5, "stands in an event"),
        ("END:VCALENDAR", 5, "ends nothing"),
    ] {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let (at, message) = refusal(event(lines).as_bytes(), true, Some(&berlin));
        assert!(message.contains(expected), "{lines}: {message}");
        assert_eq!(at, line, "{lines}: {message}");
    }
}

#[test]
fn a_file_that_is_no_calendar_is_refused() {
    for (text, line, expected) in [
        ("", 1, "no name"),
        ("hello", 1, "no `:`"),
        ("BEGIN:VEVENT\nEND:VEVENT", 1, "cannot stand here"),
        ("BEGIN:VCALENDAR\nVERSION:2.0", 1, "has no end"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", 1, "no `VERSION`"),
        ("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR", 2, "version `1.0`"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:CANCEL\nEND:VCALENDAR", 3, "`CANCEL`"),
        (
            "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\nBEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR",
            4,
            "follows",
        ),
        ("BEGIN:VCALENDAR\nVERSION:2.0\n\nEND:VCALENDAR", 3, "no name"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nCALSCALE:CHINESE\nEND:VCALENDAR", 3, "`CHINESE`"),
    ] {
        let (at, message) = refusal(text.as_bytes(), true, None);
        assert!(message.contains(expected), "{text}: {message}");
        assert_eq!(at, line, "{text}");
    }
    let (line, message) = refusal(b"BEGIN:VCALENDAR\nSUMMARY:\xff\nEND:VCALENDAR", true, None);
    assert_eq!((line, message.as_str()), (2, "the calendar is not UTF-8"));
}

#[test]
fn a_calendar_without_zone_or_end_needs_both_said() {
    let floating = event("DTSTART:20260301T100000\nDURATION:PT1H");
    assert!(parse(&floating).is_ok());
    assert_eq!(
        refusal(floating.as_bytes(), true, None),
        (5, "`20260301T100000` is in no time zone".to_owned())
    );
    let endless = event("DTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY");
    assert!(parse(&endless).is_ok());
    assert_eq!(refusal(endless.as_bytes(), false, None), (7, "the series never ends".to_owned()));
}

#[test]
fn two_events_of_one_name_and_strays_of_a_series_are_refused() {
    let first =
        "BEGIN:VEVENT\nUID:a\nDTSTART:20260301T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT";
    let (line, message) = refusal(calendar(&format!("{first}\n{first}")).as_bytes(), true, None);
    assert_eq!((line, message.as_str()), (10, "the event of line 4 has the same `UID`"));
    let stray = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260302T090000Z\nDTSTART:20260305T100000Z\nDURATION:PT1H\nEND:VEVENT";
    let (line, message) = refusal(calendar(&format!("{first}\n{stray}")).as_bytes(), true, None);
    assert_eq!(line, 10);
    assert!(message.contains("no time of the series"), "{message}");
}

fn refused(text: &str) -> String {
    parse(text).unwrap_err().message
}

/// Whoever expands these, or counts through them, does not come back for hours.
#[test]
fn what_would_keep_the_gate_busy_is_refused_at_once() {
    let one = "BEGIN:VEVENT\nDTSTART:20260301T100000Z\nDURATION:PT1H\nEND:VEVENT\n";
    assert!(refused(&calendar(one.repeat(5001).trim_end())).contains("more than 5000 events"));
    let daily = "BEGIN:VEVENT\nDTSTART:19000101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    assert!(refused(&calendar(daily.repeat(5000).trim_end())).contains("20000 occurrences"));
    let counted = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:19040229\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=9999\nEND:VEVENT\n";
    assert!(refused(&calendar(counted.repeat(5000).trim_end())).contains("too long"));
    let dates = format!("RDATE:{}20260301T100000Z\n", "20260301T100000Z,".repeat(400));
    let many =
        format!("BEGIN:VEVENT\nDTSTART:20260301T100000Z\nDURATION:PT1H\n{}END:VEVENT", dates.repeat(60));
    assert!(refused(&calendar(&many)).contains("20000 single dates"));
    let long = event(&format!("SUMMARY:{}", "x".repeat(9000)));
    assert!(refused(&long).contains("8192 bytes"));
    let folded = event(&format!("SUMMARY:a{}", "\n x".repeat(100_000)));
    assert!(refused(&folded).contains("8192 bytes"));
    let large = event(&format!("SUMMARY:{}", "x".repeat(1024 * 1024)));
    assert!(refused(&large).contains("1048576 bytes"));
    let deep = "BEGIN:X\n".repeat(1000);
    assert!(refused(&calendar(&deep)).contains("cannot stand here"));
}

#[test]
fn five_thousand_events_are_read() {
    let one = "BEGIN:VEVENT\nDTSTART:20260301T100000Z\nDURATION:PT1H\nEND:VEVENT\n";
    assert_eq!(parse(&calendar(one.repeat(5000).trim_end())).unwrap().count(), 5000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_calendar_makes_it_panic(
        at in 0usize..2000,
        instead in "[A-Z0-9;:=,TZ\"\\-+\u{1}\u{e9}\n ]{0,12}",
        length in 0usize..20,
    ) {
        let mut text = calendar(
            "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Berlin:20260105T220000\nDTEND;TZID=Europe/Berlin:20260106T020000\n\
             RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;UNTIL=20290101T000000Z;WKST=SU\nSUMMARY:Series\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20260119\nDURATION:P3D\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=19,-1;COUNT=9\n\
             EXDATE;VALUE=DATE:20270119\nRDATE;VALUE=DATE:20270120\nEND:VEVENT",
        );
        let mut from = at % text.len();
        while !text.is_char_boundary(from) { from -= 1; }
        let mut to = (from + length).min(text.len());
        while !text.is_char_boundary(to) { to += 1; }
        text.replace_range(from..to, &instead);
        if let Ok(events) = parse(&text) {
            let zone = Zone::named("Africa/Cairo").unwrap();
            let near = super::span("2026-01-01T00:00Z", "2027-06-01T00:00Z");
            let allow = events.occurrences(Sense::Allow, &zone, &[], near).len();
            prop_assert!(allow <= events.occurrences(Sense::Freeze, &zone, &[], near).len());
        }
    }
}
