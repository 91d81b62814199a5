//! What a policy says about time, and what is wrong with one that says it badly.

use jiff::Timestamp;
use proptest::prelude::*;

use crate::policy::calendar::{Effect, Interval, Sense, Time, WindowKind};
use crate::policy::organisation::{Organisation, read};
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;
use crate::policy::source::words::Risk;

fn parse(text: &str) -> Result<Organisation, Vec<String>> {
    let files = [File { path: "applygate.hcl", text }];
    read(&files, &Known::default()).map_err(|problems| {
        let line = |problem: &crate::problem::Problem| {
            let help = problem.help.clone().unwrap_or_default();
            format!("{problem} ({help})").replace("applygate.hcl:", "")
        };
        problems.iter().map(line).collect()
    })
}

fn time(text: &str) -> Time {
    parse(text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}")).time
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn year() -> Interval {
    Interval::new(at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")).unwrap()
}

const CALENDAR: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\n\
                        SUMMARY:Christmas Eve\nEND:VEVENT\nEND:VCALENDAR\n";

const SAMPLE: &str = r#"
environment "prod" {
  match { dirs = ["live/prod/**"] }
}
group "eng-lead" { users = ["carla"] }

calendar "holidays-de" {
  file = "calendars/de.ics"
  timezone = "Europe/Berlin"
  covers_until = "2027-12-31"
}
calendar "aws-change" {
  file = "calendars/change.ics"
  kind = "freeze"
  timezone = "UTC"
  covers_until = "2027-06-30"
}
window "sunday-night" {
  timezone = "America/New_York"
  weekly {
    days = ["sun"]
    at = "02:00"
  }
  duration = "4h"
  cutoff = "30m"
  valid_from = "2026-01-01T00:00:00Z"
  except = ["2026-12-27"]
}
window "patch-day" {
  timezone = "UTC"
  monthly {
    nth_weekday = "2nd tue"
    offset_days = 2
    at = "20:00"
  }
  duration = "3h"
  cutoff = "45m"
}
business_hours "eu" {
  timezone = "Europe/Berlin"
  days = ["mon", "tue", "wed", "thu"]
  from = "09:00"
  to = "16:30"
  holidays = ["holidays-de"]
}
freeze "black-friday" {
  timezone = "America/New_York"
  from = "2026-11-25 00:00"
  to = "2026-12-01 06:00"
  match {
    environments = ["prod"]
    min_risk = "low"
  }
  override = "none"
  reason = "peak trading"
  owner = "group:eng-lead"
  ticket = "OPS-900"
}
freeze "quarter-end" {
  timezone = "UTC"
  monthly {
    day = -1
    at = "00:00"
    months = [3, 6, 9, 12]
  }
  duration = "24h"
  effect = "require"
  require {
    group = "eng-lead"
    count = 1
  }
  match { environments = ["prod"] }
  reason = "close"
  owner = "group:finops"
}
approval "ordinary" {
  match { max_risk = "medium" }
  window = ["eu"]
}
"#;

#[test]
fn the_long_example_is_read() {
    let mut time = time(SAMPLE);
    let names: Vec<&str> = time.windows.iter().map(|window| window.name.as_str()).collect();
    assert_eq!(names, ["sunday-night", "patch-day", "eu"]);
    assert_eq!(time.windows[2].kind, WindowKind::BusinessHours);
    let sundays = time.windows[0].occurrences(year());
    assert_eq!(sundays.len(), 51);
    assert_eq!(sundays[0].span.start(), at("2026-01-04T07:00Z"));
    assert_eq!(time.windows[1].occurrences(year())[0].span.start(), at("2026-01-15T20:00Z"));
    let names: Vec<&str> = time.freezes.iter().map(|freeze| freeze.name.as_str()).collect();
    assert_eq!(names, ["black-friday", "quarter-end", "aws-change"]);
    let friday = &time.freezes[0];
    assert_eq!(friday.occurrences(year())[0].span.start(), at("2026-11-25T05:00Z"));
    assert!(friday.matching.applies_to(&["prod".to_owned()], Risk::High, Risk::High));
    assert!(!friday.matching.applies_to(&["staging".to_owned()], Risk::High, Risk::High));
    let quarter = &time.freezes[1];
    assert_eq!(quarter.effect, Effect::Require { group: "eng-lead".to_owned(), count: 1 });
    assert_eq!(quarter.occurrences(year()).len(), 4);
    // Until somebody reads them, calendars are closed and frozen.
    assert!(time.windows[2].occurrences(year()).is_empty());
    assert_eq!(time.freezes[2].occurrences(year())[0].span, Interval::ALWAYS);
    let mut asked = Vec::new();
    time.load(|path| {
        asked.push(path.to_owned());
        Ok(Some(CALENDAR.as_bytes().to_vec()))
    });
    assert_eq!(asked, ["calendars/de.ics", "calendars/change.ics"]);
    let christmas: Vec<_> = time.freezes[2].occurrences(year());
    assert_eq!(christmas[0].span.start(), at("2026-12-24T00:00Z"));
    assert_eq!(christmas[0].title.as_deref(), Some("Christmas Eve"));
    // 209 days of the year are from Monday to Thursday, and Christmas Eve is one of them.
    assert_eq!(time.windows[2].occurrences(year()).len(), 208);
    let beyond = Interval::new(at("2027-12-30T00:00Z"), at("2028-02-01T00:00Z")).unwrap();
    assert_eq!(time.windows[2].occurrences(beyond).len(), 1, "after it is covered nobody works");
    assert!(time.freezes[2].times.occurrences(Sense::Freeze, beyond)[0].span.is_endless());
}

#[test]
fn a_calendar_file_that_is_missing_or_wrong_stays_closed_and_says_why() {
    let mut time = time(SAMPLE);
    time.load(|path| Ok((path == "calendars/de.ics").then(|| b"BEGIN:VCALENDAR\nVERSION:3.0\n".to_vec())));
    let why: Vec<String> = time.calendars.iter().map(|c| c.state.clone().unwrap_err().to_string()).collect();
    assert_eq!(
        why,
        [
            "calendars/de.ics:2:1: this is version `3.0` of the format",
            "applygate.hcl:12:1: there is no calendar file `calendars/change.ics`",
        ]
    );
    assert!(time.windows[2].occurrences(year()).is_empty());
    assert_eq!(time.freezes[2].occurrences(year())[0].span, Interval::ALWAYS);
}

#[test]
fn every_schedule_is_read() {
    for (text, expected) in [
        (
            "weekly {\n days = [\"mon\", \"fri\"]\n at = \"22:30\"\n}\nduration = \"2h\"",
            "2026-01-02T21:30:00Z",
        ),
        ("monthly {\n day = 15\n at = \"22:30\"\n}\nduration = \"2h\"", "2026-01-15T21:30:00Z"),
        (
            "monthly {\n day = -1\n at = \"22:30\"\n months = [2]\n}\nduration = \"2h\"",
            "2026-02-28T21:30:00Z",
        ),
        (
            "monthly {\n nth_weekday = \"last fri\"\n at = \"22:30\"\n}\nduration = \"2h\"",
            "2026-01-30T21:30:00Z",
        ),
        (
            "dates = [\"2026-12-24\", \"2026-03-01\"]\nat = \"01:00\"\nduration = \"2h\"",
            "2026-03-01T00:00:00Z",
        ),
        ("once {\n from = \"2026-05-01 10:00\"\n to = \"2026-05-01T10:00:01\"\n}", "2026-05-01T08:00:00Z"),
        (
            "once {\n from = \"2026-05-01T10:00:00+05:30\"\n to = \"2026-05-02T10:00:00Z\"\n}",
            "2026-05-01T04:30:00Z",
        ),
        ("from = \"2026-05-01 10:00\"\nto = \"2026-05-01 11:00\"", "2026-05-01T08:00:00Z"),
        ("cron = \"0 2 * * sun\"\nduration = \"2h\"", "2026-01-04T01:00:00Z"),
    ] {
        let time = time(&format!("window \"w\" {{\ntimezone = \"Europe/Berlin\"\n{text}\n}}"));
        let first = time.windows[0].occurrences(year())[0].span.start().to_string();
        assert_eq!(first, expected, "{text}");
    }
    let freeze = time("freeze \"f\" {\ntimezone = \"UTC\"\ndates = [\"2026-12-24\"]\n}");
    let day = freeze.freezes[0].occurrences(year())[0].span;
    assert_eq!((day.start(), day.end()), (at("2026-12-24T00:00Z"), at("2026-12-25T00:00Z")));
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    let window = |body: &str| format!("window \"w\" {{\n  timezone = \"UTC\"\n  {body}\n}}");
    let weekly = "weekly {\n    days = [\"sun\"]\n    at = \"02:00\"\n  }";
    for (text, expected) in [
        ("window \"w\" {\n  duration = \"4h\"\n  cron = \"0 2 * * sun\"\n}".to_owned(), "1:1: window `w` has no `timezone`"),
        (window("duration = \"4h\""), "1:1: it is not said when it is (write `weekly`"),
        (window(weekly), "1:1: window `w` has no `duration`"),
        (window(&format!("{weekly}\n  cron = \"0 2 * * *\"\n  duration = \"1h\"")), "1:1: it is said twice when it is: `weekly` and `cron`"),
        (window(&format!("{weekly}\n  duration = \"0s\"")), "7:14: `duration` is nothing"),
        (window(&format!("{weekly}\n  duration = \"400d\"")), "7:14: `duration` is longer than 366 days"),
        (window(&format!("{weekly}\n  duration = \"4h\"\n  cutoff = \"4h\"")), "8:3: `cutoff` leaves nothing of the window"),
        (window(&format!("{weekly}\n  duration = \"4h\"\n  at = \"03:00\"")), "8:3: `at` does nothing beside `weekly`"),
        (window(&format!("{weekly}\n  duration = \"4h\"\n  cutof = \"1h\"")), "8:3: a window has no attribute `cutof` (did you mean `cutoff`?)"),
        (window("weekly {\n    days = [\"sunday\"]\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:13: `sunday` is none of the `days`"),
        (window("weekly {\n    days = []\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:5: `days` is empty"),
        (window("weekly {\n    days = [\"sun\"]\n    at = \"2:00\"\n  }\n  duration = \"4h\""), "5:10: `2:00` is no time of the day"),
        (window("weekly {\n    days = [\"sun\"]\n    at = \"24:00\"\n  }\n  duration = \"4h\""), "5:10: `24:00` is no time of the day"),
        (window("monthly {\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "3:3: `monthly` needs either"),
        (window("monthly {\n    day = 0\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:11: `day` is 0"),
        (window("monthly {\n    day = 32\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:11: `day` is 32"),
        (window("monthly {\n    day = 1.5\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:11: `day` is a number"),
        (window("monthly {\n    day = 1\n    offset_days = 7\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "5:19: `offset_days` is 7"),
        (window("monthly {\n    day = 1\n    months = [13]\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "5:15: `months` is no list of months"),
        (window("monthly {\n    nth_weekday = \"6th tue\"\n    at = \"02:00\"\n  }\n  duration = \"4h\""), "4:19: `6th tue` is no weekday of a month"),
        (window("cron = \"0 2 1 * mon\"\n  duration = \"4h\""), "3:10: `0 2 1 * mon` restricts both"),
        (window("dates = [\"2026-12-24\"]"), "1:1: window `w` has no `duration`"),
        (window("dates = [\"2026-12-24\"]"), "1:1: window `w` has no `at`"),
        (window("dates = [\"24.12.2026\"]\n  at = \"02:00\"\n  duration = \"4h\""), "3:12: `24.12.2026` is no date"),
        (window("dates = [\"2026-02-30\"]\n  at = \"02:00\"\n  duration = \"4h\""), "3:12: `2026-02-30` is no date"),
        (window("once {\n    from = \"2026-05-02 10:00\"\n    to = \"2026-05-01 10:00\"\n  }"), "5:5: `to` is not after `from`"),
        (window("once {\n    from = \"2026-05-02\"\n    to = \"2026-05-03 10:00\"\n  }"), "4:12: `2026-05-02` is no date with a time"),
        (window("from = \"2026-05-02 10:00\""), "1:1: window `w` has no `to`"),
        (window(&format!("{weekly}\n  duration = \"4h\"\n  valid_from = \"2026-01-01 00:00\"")), "8:16: `2026-01-01 00:00` is no instant"),
        (window("ics = calendar.gone"), "3:9: there is no calendar `gone`"),
        (window("ics = window.w"), "3:9: `ics` names no calendar"),
        ("window \"w\" {\n  timezone = \"CET\"\n  cron = \"0 2 * * *\"\n  duration = \"1h\"\n}".to_owned(), "2:14: `CET` is an abbreviation or a fixed offset"),
        ("window \"w\" {\n  timezone = \"Europe/Berln\"\n  cron = \"0 2 * * *\"\n  duration = \"1h\"\n}".to_owned(), "2:14: there is no time zone `Europe/Berln` (did you mean `Europe/Berlin`?)"),
        ("business_hours \"b\" {\n  timezone = \"UTC\"\n  days = [\"mon\"]\n  from = \"22:00\"\n  to = \"06:00\"\n}".to_owned(), "5:3: `to` is not after `from` (hours at night are a `window`"),
        ("business_hours \"b\" {\n  timezone = \"UTC\"\n  days = [\"mon\"]\n  from = \"09:00\"\n  to = \"17:00\"\n  holidays = [\"gone\"]\n}".to_owned(), "6:15: there are no holidays `gone`"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  override = \"emergency\"\n}".to_owned(), "4:14: `override = \"emergency\"` is not read by this version"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  effect = \"require\"\n}".to_owned(), "4:3: the freeze requires nothing"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  effect = \"soft\"\n}".to_owned(), "4:12: `soft` is no `effect`"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  match { environments = [\"prd\"] }\n}\nenvironment \"prod\" {\n  match { dirs = [\"a\"] }\n}".to_owned(), "4:27: there is no environment `prd` (did you mean `prod`?)"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  effect = \"require\"\n  require {\n    group = \"gone\"\n    count = 1\n  }\n}".to_owned(), "6:13: there is no group `gone`"),
        ("freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  match {\n    min_risk = \"high\"\n    max_risk = \"low\"\n  }\n}".to_owned(), "6:5: `max_risk` is below `min_risk`"),
        ("calendar \"c\" {\n  file = \"../c.ics\"\n}".to_owned(), "2:10: `../c.ics` is no file of the repository"),
        ("calendar \"c\" {\n  file = \"c.ics\"\n  kind = \"freeze\"\n}".to_owned(), "1:1: calendar `c` has no `timezone`"),
        ("calendar \"c\" {\n  file = \"c.ics\"\n  timezone = \"UTC\"\n  kind = \"deny\"\n}".to_owned(), "4:10: `deny` is no `kind` of a calendar"),
        ("holidays \"h\" {\n}".to_owned(), "1:1: holidays need either"),
        ("window \"w\" {\n  timezone = \"UTC\"\n  cron = \"0 2 * * *\"\n  duration = \"1h\"\n}\ncalendar \"w\" {\n  file = \"c.ics\"\n  timezone = \"UTC\"\n  kind = \"allow\"\n}".to_owned(), "6:1: there are two blocks `calendar \"w\"`"),
        ("approval \"a\" {\n  match { min_risk = \"low\" }\n  window = [\"nigth\"]\n}\nwindow \"night\" {\n  timezone = \"UTC\"\n  cron = \"0 2 * * *\"\n  duration = \"1h\"\n}".to_owned(), "3:13: there is no window `nigth` (did you mean `night`?)"),
    ] {
        let problems = parse(&text).expect_err(&text);
        assert!(problems.iter().any(|problem| problem.starts_with(expected)), "{text}\n{problems:#?}\n{expected}");
    }
}

#[test]
fn every_mistake_is_said_at_once() {
    let text = "window \"W\" {\n  timezone = \"Nowhere\"\n  weekly {\n    days = [\"mo\"]\n    at = \"7\"\n  }\n  duration = \"x\"\n  colour = 1\n}\nfreeze \"f\" {}\n";
    assert_eq!(parse(text).unwrap_err().len(), 8, "{:#?}", parse(text));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_policy_makes_the_reader_panic(
        at in 0usize..4000,
        instead in "[a-z0-9\"{}=:\\[\\],.\\-+TZ \n\u{e9}]{0,16}",
        length in 0usize..30,
    ) {
        let mut text = SAMPLE.to_owned();
        let from = at % text.len();
        let to = (from + length).min(text.len());
        text.replace_range(from..to, &instead);
        if let Ok(organisation) = parse(&text) {
            for window in &organisation.time.windows { let _ = window.occurrences(year()); }
            for freeze in &organisation.time.freezes { let _ = freeze.occurrences(year()); }
        }
    }

    #[test]
    fn no_value_makes_the_reader_panic(value in "\\PC{0,20}", name in prop::sample::select(vec![
        "timezone", "duration", "cutoff", "dates", "at", "cron", "ics", "from", "to", "except", "valid_from", "valid_until",
    ])) {
        let value = value.replace(['"', '\\', '$', '%'], "");
        for value in [format!("\"{value}\""), format!("[\"{value}\"]")] {
            let text = format!("window \"w\" {{\n  {name} = {value}\n}}\nfreeze \"f\" {{\n  {name} = {value}\n}}\n");
            let _ = parse(&text);
        }
    }
}
