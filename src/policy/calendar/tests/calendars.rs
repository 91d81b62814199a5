//! Calendar files: what their events come to.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{at, span};
use crate::policy::calendar::ics::{Events, Options, read};
use crate::policy::calendar::{Interval, Sense, Zone};
use crate::problem::Problem;

pub(super) fn calendar(events: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n{}\r\nEND:VCALENDAR\r\n",
        events.replace('\n', "\r\n")
    )
}

pub(super) fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT", lines.trim()))
}

pub(super) fn parse(text: &str) -> Result<Events, Problem> {
    let zone = Zone::named("Europe/Berlin").unwrap();
    read(text.as_bytes(), &Options { file: "c.ics", zone: Some(&zone), has_end: true })
}

fn found(text: &str, sense: Sense, within: Interval) -> Vec<String> {
    let zone = Zone::named("Europe/Berlin").unwrap();
    let events = parse(text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    let mut found: Vec<_> = events.occurrences(sense, &zone, &[], within);
    found.sort();
    let each = |(span, title): (Interval, Option<std::sync::Arc<str>>)| {
        let title = title.map(|title| format!(" {title}")).unwrap_or_default();
        format!("{}/{}{title}", span.start(), span.end())
    };
    found.into_iter().map(each).collect()
}

fn dates_of(rule: &str, start: &str, within: (Date, Date)) -> Vec<String> {
    let text = event(&format!("DTSTART;VALUE=DATE:{start}\nRRULE:{rule}"));
    let zone = Zone::named("Europe/Berlin").unwrap();
    let range = Interval::new(zone.start_of(within.0), zone.start_of(within.1.tomorrow().unwrap())).unwrap();
    let events = parse(&text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    let found = events.occurrences(Sense::Freeze, &zone, &[], range);
    found.into_iter().map(|(span, _)| zone.date(span.start()).to_string()).collect()
}

#[test]
fn an_event_is_when_it_says() {
    let all = span("2026-01-01T00:00Z", "2027-01-01T00:00Z");
    for (lines, expected) in [
        ("DTSTART:20260301T100000Z\nDTEND:20260301T113000Z", "2026-03-01T10:00:00Z/2026-03-01T11:30:00Z"),
        (
            "DTSTART;TZID=America/New_York:20260301T100000\nDURATION:PT2H",
            "2026-03-01T15:00:00Z/2026-03-01T17:00:00Z",
        ),
        (
            "DTSTART;TZID=\"W. Europe Standard Time\":20260701T100000\nDURATION:P1D",
            "2026-07-01T08:00:00Z/2026-07-02T08:00:00Z",
        ),
        ("DTSTART:20260701T100000\nDURATION:P1DT1H1M1S", "2026-07-01T08:00:00Z/2026-07-02T09:01:01Z"),
        ("DTSTART;VALUE=DATE:20261224", "2026-12-23T23:00:00Z/2026-12-24T23:00:00Z"),
        (
            "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227",
            "2026-12-23T23:00:00Z/2026-12-26T23:00:00Z",
        ),
        (
            "DTSTART;VALUE=DATE:20261224\nDURATION:P1W\nSUMMARY:Peak\\, all week",
            "2026-12-23T23:00:00Z/2026-12-30T23:00:00Z Peak, all week",
        ),
        (
            "DTSTART:20260301T100000Z\nDTEND;TZID=Asia/Tokyo:20260301T200000",
            "2026-03-01T10:00:00Z/2026-03-01T11:00:00Z",
        ),
        // Folded, and with what is not about time.
        (
            "DTSTART:2026030\n 1T100000Z\nDTEND:20260301T113000Z\nSUMMARY:A \n b\nX-ODD;X=\"a:b;c\",d:\\n\nTRANSP:TRANSPARENT",
            "2026-03-01T10:00:00Z/2026-03-01T11:30:00Z A b",
        ),
        (
            "DTSTART:20260301T100000Z\nDTEND:20260301T113000Z\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM",
            "2026-03-01T10:00:00Z/2026-03-01T11:30:00Z",
        ),
    ] {
        assert_eq!(found(&event(lines), Sense::Allow, all), [expected], "{lines}");
        assert_eq!(found(&event(lines), Sense::Freeze, all), [expected], "{lines}");
    }
}

#[test]
fn recurrences_fall_on_the_dates_that_the_standard_gives() {
    let (from, to) = (date(1997, 1, 1), date(2001, 1, 1));
    for (rule, start, expected) in [
        ("FREQ=DAILY;COUNT=3", "19970902", "1997-09-02 1997-09-03 1997-09-04"),
        (
            "FREQ=DAILY;INTERVAL=10;COUNT=5",
            "19970902",
            "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12",
        ),
        (
            "FREQ=WEEKLY;UNTIL=19971007;WKST=SU;BYDAY=TU,TH",
            "19970902",
            "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02 1997-10-07",
        ),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4", "19970902", "1997-09-02 1997-09-16 1997-09-30 1997-10-14"),
        // The week start decides which weeks count.
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "19970805",
            "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "19970805",
            "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
        ),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "19970905", "1997-09-05 1997-10-03 1997-11-07"),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU",
            "19970907",
            "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25",
        ),
        ("FREQ=MONTHLY;COUNT=4;BYDAY=-2MO", "19970922", "1997-09-22 1997-10-20 1997-11-17 1997-12-22"),
        ("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4", "19970928", "1997-09-28 1997-10-29 1997-11-28 1997-12-29"),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,15", "19970902", "1997-09-02 1997-09-15 1997-10-02 1997-10-15"),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "19970930", "1997-09-30 1997-10-01 1997-10-31 1997-11-01"),
        ("FREQ=MONTHLY;COUNT=3", "19970131", "1997-01-31 1997-03-31 1997-05-31"),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4",
            "19980213",
            "1998-02-13 1998-03-13 1998-11-13 1999-08-13",
        ),
        ("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "19970610", "1997-06-10 1997-07-10 1998-06-10 1998-07-10"),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=3;BYMONTH=1,2,3", "19970310", "1997-03-10 1999-01-10 1999-02-10"),
        ("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519", "1997-05-19 1998-05-18 1999-05-17"),
        ("FREQ=YEARLY;BYDAY=-1SU;COUNT=2", "19971228", "1997-12-28 1998-12-27"),
        (
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=5",
            "19970313",
            "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12",
        ),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=2", "19971026", "1997-10-26 1998-10-25"),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2",
            "19961105",
            "2000-11-07",
        ),
        ("FREQ=YEARLY;BYMONTHDAY=1;COUNT=3", "19970901", "1997-09-01 1997-10-01 1997-11-01"),
        ("FREQ=YEARLY;COUNT=2", "19960229", "2000-02-29"),
        ("FREQ=DAILY;BYMONTH=1;BYDAY=MO;COUNT=3", "19980105", "1998-01-05 1998-01-12 1998-01-19"),
        ("FREQ=DAILY;BYMONTHDAY=31;COUNT=3", "19970131", "1997-01-31 1997-03-31 1997-05-31"),
        (
            "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;COUNT=3",
            "19970131",
            "1997-01-31 1997-03-31 1997-05-31",
        ),
    ] {
        assert_eq!(dates_of(rule, start, (from, to)).join(" "), expected, "{rule}");
    }
}

#[test]
fn a_series_asked_for_far_from_its_start_is_the_one_counted_from_it() {
    for (rule, start, count) in [
        ("FREQ=DAILY;INTERVAL=7", "19990105", 2600),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=WE", "19990104", 2600),
        ("FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR", "19990129", 120),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "19960229", 14),
        ("FREQ=YEARLY;INTERVAL=2;BYDAY=52TH", "19981224", 25),
    ] {
        let far = (date(2040, 1, 1), date(2043, 12, 31));
        let near = dates_of(rule, start, far);
        let counted = dates_of(&format!("{rule};COUNT={count}"), start, far);
        assert!(!near.is_empty(), "{rule}");
        assert_eq!(near, counted, "{rule}");
        let all = dates_of(rule, start, (date(1995, 1, 1), far.1));
        let tail: Vec<&String> = all.iter().filter(|date| date.as_str() >= "2040-01-01").collect();
        assert_eq!(near.iter().collect::<Vec<_>>(), tail, "{rule}");
    }
}

#[test]
fn midnight_in_a_gap_loses_no_freeze() {
    let text = event("DTSTART;TZID=Africa/Cairo:20260422T003000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5");
    let spring = span("2026-04-20T00:00Z", "2026-04-30T00:00Z");
    let expected = [
        "2026-04-21T22:30:00Z/2026-04-21T23:30:00Z",
        "2026-04-22T22:30:00Z/2026-04-22T23:30:00Z",
        // Half past midnight does not exist on this day: either reading is frozen.
        "2026-04-23T21:30:00Z/2026-04-23T23:30:00Z",
        "2026-04-24T21:30:00Z/2026-04-24T22:30:00Z",
        "2026-04-25T21:30:00Z/2026-04-25T22:30:00Z",
    ];
    assert_eq!(found(&text, Sense::Freeze, spring), expected);
}

#[test]
fn exceptions_additions_and_moved_occurrences_take_their_place() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Berlin:20260105T220000\nDTEND;TZID=Europe/Berlin:20260106T020000\n\
         RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Berlin:20260112T220000\nRDATE;TZID=Europe/Berlin:20260114T220000\nSUMMARY:Series\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20260119T220000\nDTSTART;TZID=Europe/Berlin:20260120T230000\nDURATION:PT1H\nSUMMARY:Moved\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260126T210000Z\nDTSTART;TZID=Europe/Berlin:20260126T220000\nDURATION:PT1H\nSTATUS:CANCELLED\nEND:VEVENT",
    );
    let expected = [
        "2026-01-05T21:00:00Z/2026-01-06T01:00:00Z Series",
        "2026-01-14T21:00:00Z/2026-01-15T01:00:00Z Series",
        "2026-01-20T22:00:00Z/2026-01-20T23:00:00Z Moved",
        "2026-02-02T21:00:00Z/2026-02-03T01:00:00Z Series",
    ];
    assert_eq!(found(&text, Sense::Allow, span("2026-01-01T00:00Z", "2026-03-01T00:00Z")), expected);
    assert_eq!(parse(&text).unwrap().last_date(), Some(date(2026, 2, 2)));
}

#[test]
fn what_is_cancelled_is_not_and_what_is_tentative_only_freezes() {
    let all = span("2026-01-01T00:00Z", "2027-01-01T00:00Z");
    let with = |status: &str| event(&format!("DTSTART:20260301T100000Z\nDURATION:PT1H\nSTATUS:{status}"));
    for (status, allow, freeze) in [("CONFIRMED", 1, 1), ("TENTATIVE", 0, 1), ("CANCELLED", 0, 0)] {
        assert_eq!(found(&with(status), Sense::Allow, all).len(), allow, "{status}");
        assert_eq!(found(&with(status), Sense::Freeze, all).len(), freeze, "{status}");
    }
}

#[test]
fn an_end_by_the_clock_and_one_by_the_hours_are_both_meant_where_they_differ() {
    // The first night is an hour longer than the clock says; which of the two the series means nobody knows.
    let text = event(
        "DTSTART;TZID=Europe/Berlin:20261024T220000\nDTEND;TZID=Europe/Berlin:20261025T060000\nRRULE:FREQ=WEEKLY;COUNT=2",
    );
    let autumn = span("2026-10-01T00:00Z", "2026-11-30T00:00Z");
    let allow = ["2026-10-24T20:00:00Z/2026-10-25T04:00:00Z", "2026-10-31T21:00:00Z/2026-11-01T05:00:00Z"];
    let freeze = ["2026-10-24T20:00:00Z/2026-10-25T06:00:00Z", "2026-10-31T21:00:00Z/2026-11-01T06:00:00Z"];
    assert_eq!(found(&text, Sense::Allow, autumn), allow);
    assert_eq!(found(&text, Sense::Freeze, autumn), freeze);
}

/// Returns true if a date belongs to a rule, by its parts one by one.
fn naive(date: Date, start: Date, rule: &Parts) -> bool {
    let months = i64::from(date.year()) * 12 + i64::from(date.month())
        - i64::from(start.year()) * 12
        - i64::from(start.month());
    let monday = |date: Date| {
        let ahead = i64::from(date.weekday().to_monday_zero_offset());
        date.checked_sub(jiff::SignedDuration::from_hours(24 * ahead)).unwrap()
    };
    let days = |from: Date, to: Date| from.duration_until(to).as_hours() / 24;
    let in_step = match rule.frequency {
        "DAILY" => days(start, date) % rule.interval == 0,
        "WEEKLY" => days(monday(start), monday(date)) / 7 % rule.interval == 0,
        _ => months % rule.interval == 0,
    };
    let weekday = format!("{:?}", date.weekday())[..2].to_uppercase();
    let by_day = if rule.days.is_empty() {
        rule.frequency != "WEEKLY" || date.weekday() == start.weekday()
    } else {
        rule.days.contains(&weekday)
    };
    let same_day = rule.frequency != "MONTHLY" || !rule.days.is_empty() || date.day() == start.day();
    let by_month = rule.months.is_empty() || rule.months.contains(&date.month());
    date >= start && in_step && by_day && same_day && by_month
}

#[derive(Debug)]
struct Parts {
    frequency: &'static str,
    interval: i64,
    days: Vec<String>,
    months: Vec<i8>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_rule_is_what_its_parts_say_day_by_day(
        frequency in prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY"]),
        interval in 1i64..8,
        days in prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 0..4),
        months in prop::sample::subsequence((1i8..=12).collect::<Vec<_>>(), 0..5),
        offset in 0i64..800,
        ahead in 0i64..3000,
    ) {
        let hours = |days: i64| jiff::SignedDuration::from_hours(24 * days);
        let rule = Parts { frequency, interval, days: days.iter().map(|d| (*d).to_owned()).collect(), months };
        let from = date(2001, 1, 1).checked_add(hours(offset)).unwrap();
        // The start must be one of its dates.
        let start = (0..900).map(|n| from.checked_add(hours(n)).unwrap()).find(|date| naive(*date, *date, &rule));
        let Some(start) = start else { return Ok(()) };
        let mut text = format!("FREQ={frequency};INTERVAL={interval}");
        if !rule.days.is_empty() { text = format!("{text};BYDAY={}", rule.days.join(",")); }
        if !rule.months.is_empty() {
            let months: Vec<String> = rule.months.iter().map(i8::to_string).collect();
            text = format!("{text};BYMONTH={}", months.join(","));
        }
        let first = start.checked_add(hours(ahead)).unwrap();
        let last = first.checked_add(hours(120)).unwrap();
        let every = (0..=120).map(|n| first.checked_add(hours(n)).unwrap());
        let expected: Vec<String> = every.filter(|d| naive(*d, start, &rule)).map(|d| d.to_string()).collect();
        prop_assert_eq!(dates_of(&text, &start.strftime("%Y%m%d").to_string(), (first, last)), expected, "{} {}", text, start);
    }
}

#[test]
fn an_exception_counts_by_the_date_of_the_block_that_uses_it() {
    let text = event("DTSTART:20260301T233000Z\nDURATION:PT1H");
    let zone = Zone::named("Europe/Berlin").unwrap();
    let events = parse(&text).unwrap();
    let all = Interval::new(at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")).unwrap();
    let left = |except: Date| events.occurrences(Sense::Allow, &zone, &[except], all).len();
    assert_eq!((left(date(2026, 3, 1)), left(date(2026, 3, 2))), (1, 0));
}
