//! Schedules: on which dates something is.

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::{SignedDuration, Timestamp};

use super::{at, minutes, shown, span, times};
use crate::policy::calendar::cron::parse;
use crate::policy::calendar::days::{Monthly, Months};
use crate::policy::calendar::{DayOfMonth, Days, Interval, Moment, Schedule, Sense, Weekdays};

fn monthly(day: DayOfMonth, offset_days: i8, months: &[i8]) -> Days {
    Days::Monthly(Monthly { day, offset_days, months: months.iter().copied().collect() })
}

fn in_2026(days: &Days) -> Vec<String> {
    days.between(date(2026, 1, 1), date(2026, 12, 31)).iter().map(Date::to_string).collect()
}

#[test]
fn a_day_of_the_month_counts_from_either_end_and_moves_by_days() {
    use Weekday::{Monday, Saturday, Tuesday};
    let all: Vec<i8> = (1..=12).collect();
    for (days, expected) in [
        (monthly(DayOfMonth::Weekday(3, Saturday), 0, &[1, 8]), vec!["2026-01-17", "2026-08-15"]),
        // The patches come out on the second Tuesday and go in two days later.
        (monthly(DayOfMonth::Weekday(2, Tuesday), 2, &[3]), vec!["2026-03-12"]),
        (monthly(DayOfMonth::Weekday(-1, Monday), 6, &[5]), vec!["2026-05-31"]),
        (monthly(DayOfMonth::Weekday(-1, Monday), 6, &[8]), vec!["2026-09-06"]),
        (monthly(DayOfMonth::Weekday(1, Monday), -6, &[6]), vec!["2026-05-26"]),
        (monthly(DayOfMonth::Number(-1), 0, &[2, 3, 6]), vec!["2026-02-28", "2026-03-31", "2026-06-30"]),
        (monthly(DayOfMonth::Number(-31), 0, &[1, 2, 3]), vec!["2026-01-01", "2026-03-01"]),
        (monthly(DayOfMonth::Number(31), 0, &[1, 2, 3, 4]), vec!["2026-01-31", "2026-03-31"]),
        (monthly(DayOfMonth::Number(1), -1, &[1, 3]), vec!["2026-02-28", "2026-12-31"]),
        (
            monthly(DayOfMonth::Weekday(5, Saturday), 0, &all),
            vec!["2026-01-31", "2026-05-30", "2026-08-29", "2026-10-31"],
        ),
    ] {
        assert_eq!(in_2026(&days), expected, "{days:?}");
    }
}

#[test]
fn dates_asked_for_in_pieces_are_those_asked_for_at_once() {
    let days = [
        Days::Weekly([Weekday::Sunday, Weekday::Wednesday].into_iter().collect()),
        monthly(DayOfMonth::Weekday(-1, Weekday::Friday), 5, &[1, 2, 5, 12]),
        monthly(DayOfMonth::Number(30), -4, &[2, 4, 6]),
        Days::Dates(vec![date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 24)]),
        parse("0 3 */10 2,4 *").unwrap().days,
    ];
    for days in days {
        let whole = in_2026(&days);
        assert!(!whole.is_empty());
        let mut pieces = Vec::new();
        let mut from = date(2026, 1, 1);
        while from <= date(2026, 12, 31) {
            let to = from.checked_add(SignedDuration::from_hours(24 * 6)).unwrap().min(date(2026, 12, 31));
            pieces.extend(days.between(from, to).iter().map(Date::to_string));
            from = to.tomorrow().unwrap();
        }
        assert_eq!(pieces, whole, "{days:?}");
    }
}

#[test]
fn cron_reads_five_fields() {
    for (text, dates, hours) in [
        ("0 2 * * sun", vec!["2026-02-01", "2026-02-08", "2026-02-15", "2026-02-22"], vec![time(2, 0, 0, 0)]),
        ("0 2 * * 7", vec!["2026-02-01", "2026-02-08", "2026-02-15", "2026-02-22"], vec![time(2, 0, 0, 0)]),
        ("30 1,13 28 feb *", vec!["2026-02-28"], vec![time(1, 30, 0, 0), time(13, 30, 0, 0)]),
        (
            "*/30 0-1 1-31/14 * *",
            vec!["2026-02-01", "2026-02-15"],
            vec![time(0, 0, 0, 0), time(0, 30, 0, 0), time(1, 0, 0, 0), time(1, 30, 0, 0)],
        ),
        ("0 0 * 3 *", vec![], vec![Time::midnight()]),
        ("0 0 * * sat-sun", vec![], vec![]),
    ] {
        let Ok(cron) = parse(text) else {
            assert!(hours.is_empty(), "{text}");
            continue;
        };
        let found = cron.days.between(date(2026, 2, 1), date(2026, 2, 28));
        assert_eq!(found.iter().map(Date::to_string).collect::<Vec<_>>(), dates, "{text}");
        assert_eq!(cron.times, hours, "{text}");
    }
}

#[test]
fn cron_refuses_what_means_different_things_to_different_programs() {
    for text in [
        "0 2 1 * mon",
        "0 2 */2 * mon",
        "* * * * *",
        "*/5 * * * *",
        "0 2 * *",
        "0 0 2 * * sun",
        "0 2 ? * sun",
        "0 2 L * *",
        "0 2 15W * *",
        "0 2 * * 1#2",
        "5/15 2 * * *",
        "60 2 * * *",
        "0 24 * * *",
        "0 2 0 * *",
        "0 2 * 13 *",
        "0 2 * * 8",
        "0 2 * * sunday",
        "0 5-2 * * *",
        "*/0 2 * * *",
        "-1 2 * * *",
        "@daily",
        "",
        "0 2 * * 1,",
        "00000 2 * * *",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn an_occurrence_that_began_before_the_interval_is_found_whole() {
    let week = times(
        "UTC",
        Schedule::Starts {
            days: Days::Weekly([Weekday::Monday].into_iter().collect()),
            times: vec![time(22, 0, 0, 0)],
            duration: SignedDuration::from_hours(24 * 6),
        },
    );
    let moment = span("2026-06-07T21:59:59Z", "2026-06-07T22:00Z");
    assert_eq!(shown(&week, Sense::Allow, moment), ["2026-06-01T22:00:00Z/2026-06-07T22:00:00Z"]);
    assert!(shown(&week, Sense::Allow, span("2026-06-07T22:00Z", "2026-06-08T22:00Z")).is_empty());
}

#[test]
fn exceptions_bounds_and_the_end_of_knowledge_hold() {
    let mut sundays = times(
        "America/New_York",
        Schedule::Starts {
            days: Days::Weekly([Weekday::Sunday].into_iter().collect()),
            times: vec![time(2, 0, 0, 0)],
            duration: minutes(240),
        },
    );
    let december = span("2026-12-01T00:00Z", "2027-01-01T00:00Z");
    sundays.except = vec![date(2026, 12, 27)];
    sundays.valid = Interval::new(at("2026-12-13T08:00Z"), Timestamp::MAX).unwrap();
    // The bound is an instant: it cuts the window in which it lies.
    let both = ["2026-12-13T08:00:00Z/2026-12-13T11:00:00Z", "2026-12-20T07:00:00Z/2026-12-20T11:00:00Z"];
    assert_eq!(shown(&sundays, Sense::Allow, december), both);
    sundays.known_until = Some(at("2026-12-14T00:00Z"));
    assert_eq!(shown(&sundays, Sense::Allow, december), both[..1]);
    let frozen = shown(&sundays, Sense::Freeze, december);
    assert!(frozen[1].starts_with("2026-12-14T00:00:00Z/9999"), "{frozen:?}");
}

#[test]
fn what_cannot_be_read_allows_nothing_and_freezes_everything() {
    let broken = times("UTC", Schedule::Unreadable);
    let day = span("2026-12-01T00:00Z", "2026-12-02T00:00Z");
    assert!(broken.occurrences(Sense::Allow, day).is_empty());
    assert_eq!(broken.occurrences(Sense::Freeze, day)[0].span, Interval::ALWAYS);
}

#[test]
fn a_moment_with_an_offset_is_one_instant_in_any_zone() {
    let once = times(
        "Asia/Tokyo",
        Schedule::Once {
            from: Moment::Instant(at("2026-11-25T00:00:00-05:00")),
            to: Moment::Local("2026-12-01T06:00".parse().unwrap()),
        },
    );
    let all = span("2026-01-01T00:00Z", "2027-01-01T00:00Z");
    assert_eq!(shown(&once, Sense::Freeze, all), ["2026-11-25T05:00:00Z/2026-11-30T21:00:00Z"]);
}

#[test]
fn a_day_without_times_is_the_whole_local_day() {
    // Clocks go forward at midnight in Cairo on 24 April 2026 and back on 30 October 2026.
    let days = Days::Dates(vec![date(2026, 4, 24), date(2026, 10, 29)]);
    let days = times("Africa/Cairo", Schedule::Hours { days, from: Time::midnight(), to: None });
    let all = span("2026-01-01T00:00Z", "2027-01-01T00:00Z");
    let frozen = ["2026-04-23T21:00:00Z/2026-04-24T21:00:00Z", "2026-10-28T21:00:00Z/2026-10-29T22:00:00Z"];
    assert_eq!(shown(&days, Sense::Freeze, all), frozen);
    let covered = days.dates_covered(date(2026, 4, 1), date(2026, 10, 31));
    assert!(covered.contains(&date(2026, 4, 24)) && covered.contains(&date(2026, 10, 29)), "{covered:?}");
}

#[test]
fn every_weekday_and_month_is_itself_only() {
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        let one: Weekdays = [weekday].into_iter().collect();
        let held: Vec<Weekday> =
            Weekday::Monday.cycle_forward().take(7).filter(|d| one.contains(*d)).collect();
        assert_eq!(held, [weekday]);
        assert!(Weekdays::ALL.contains(weekday));
    }
    for month in 1..=12 {
        let one: Months = [month].into_iter().collect();
        assert_eq!((0..=13).filter(|m| one.contains(*m)).collect::<Vec<_>>(), [month]);
    }
    assert_eq!((-1..=14).filter(|m| Months::ALL.contains(*m)).count(), 12);
}
