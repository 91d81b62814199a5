//! What is shown of windows and freezes.

use jiff::{SignedDuration, Timestamp};

use super::{Agenda, ics, json, svg, text};
use crate::gate::window::Question;
use crate::policy::calendar::ics::{Options, read as read_calendar};
use crate::policy::calendar::{Interval, Sense, Time, Zone};
use crate::policy::organisation::read;
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;
use crate::policy::{Risk, WindowDemand};

const POLICY: &str = r#"
window "night" {
  timezone = "Europe/Berlin"
  weekly {
    days = ["sun"]
    at   = "02:00"
  }
  duration = "4h"
  cutoff   = "30m"
}
business_hours "eu" {
  timezone = "Europe/Berlin"
  days     = ["mon", "tue"]
  from     = "09:00"
  to       = "17:00"
}
freeze "peak" {
  timezone = "UTC"
  from     = "2026-11-28 00:00"
  to       = "2026-11-29 03:00"
  reason   = "sales, <b>all</b> \"shops\" & more; a long line that calendar programs want folded, with ümlauts too"
}
"#;

fn time() -> Time {
    read(&[File { path: "p.hcl", text: POLICY }], &Known::default()).unwrap().time
}

fn agenda(time: &Time) -> Agenda<'_> {
    let question = Question {
        at: "2026-11-22T02:10:00Z".parse().unwrap(),
        environments: &[],
        risk: Risk::High,
        unraised: Risk::High,
        demands: &[WindowDemand::Any],
        expected_duration: SignedDuration::ZERO,
        tolerance: SignedDuration::from_secs(60),
    };
    Agenda::of(time, question, None, 8, true)
}

#[test]
fn the_calendar_that_is_written_is_one_that_is_read() {
    let time = time();
    let agenda = agenda(&time);
    let written = ics(&agenda);
    assert!(written.lines().all(|line| line.len() <= 75 + 1), "{written}");
    assert!(written.split("\r\n").all(|line| !line.contains('\n')));
    let events =
        read_calendar(written.as_bytes(), &Options { file: "w.ics", zone: None, has_end: false }).unwrap();
    let mut spans: Vec<(Interval, String)> = events
        .occurrences(Sense::Allow, &Zone::utc(), &[], Interval::ALWAYS)
        .into_iter()
        .map(|(span, title)| (span, title.unwrap().to_string()))
        .collect();
    spans.sort();
    let expected: Vec<Interval> = agenda.entries.iter().map(|entry| entry.span).collect();
    assert_eq!(spans.iter().map(|(span, _)| *span).collect::<Vec<_>>(), expected);
    assert!(spans.iter().any(|(_, title)| title.contains("<b>all</b> \"shops\" & more; a long line")
        && title.ends_with("ümlauts too")));
    assert_eq!(written, ics(&super::Agenda::of(&time, agenda.question, None, 8, true)));
}

#[test]
fn the_picture_is_well_formed_and_stands_alone() {
    let time = time();
    let picture = svg(&agenda(&time));
    let mut open: Vec<&str> = Vec::new();
    for tag in picture.split('<').skip(1) {
        let (tag, rest) = tag.split_once('>').expect("a tag is not closed");
        assert!(!rest.contains('>'), "{rest}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert!(picture.contains("prefers-color-scheme:dark"));
    for outside in ["href", "url(", "@import", "<script", "<image"] {
        assert!(!picture.contains(outside), "{outside}");
    }
    assert!(picture.contains("&lt;b&gt;all&lt;/b&gt; &quot;shops&quot; &amp; more"));
    assert!(picture.contains("class=\"open\"") && picture.contains("class=\"freeze\""));
    assert!(picture.contains("What if it were Sun 22 Nov 2026 02:10 UTC: open"));
}

#[test]
fn the_document_has_these_fields_and_no_others() {
    let time = time();
    let document: serde_json::Value = serde_json::from_str(&json(&agenda(&time))).unwrap();
    let mut fields: Vec<&String> = document.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(
        fields,
        ["allowed", "at", "closes_at", "code", "latest_start", "next_transition", "occurrences", "opens_at"]
    );
    assert_eq!(document["at"], "2026-11-22T02:10:00Z");
    assert_eq!(document["closes_at"], "2026-11-22T05:00:00Z");
    assert_eq!(document["latest_start"], "2026-11-22T04:30:00Z");
    let first = document["occurrences"][0].as_object().unwrap();
    assert_eq!(first["name"], "night");
    assert_eq!(first.len(), 4);
    let empty = Time::default();
    let nothing: serde_json::Value = serde_json::from_str(&json(&agenda(&empty))).unwrap();
    assert_eq!(nothing["code"], "WINDOW_UNDEFINED");
    assert!(nothing["opens_at"].is_null() && nothing["closes_at"].is_null());
}

#[test]
fn a_freeze_that_nobody_can_read_is_shown_without_an_end() {
    let policy = "calendar \"c\" {\n  file = \"c.ics\"\n  timezone = \"UTC\"\n  kind = \"freeze\"\n}";
    let mut time = read(&[File { path: "p.hcl", text: policy }], &Known::default()).unwrap().time;
    time.load(|_| Ok(None));
    let agenda = agenda(&time);
    let document: serde_json::Value = serde_json::from_str(&json(&agenda)).unwrap();
    assert_eq!(document["code"], "FREEZE_ACTIVE");
    assert!(document["occurrences"][0]["end"].is_null());
    let page = anstream::adapter::strip_str(&text(&agenda)).to_string();
    assert!(page.contains("its calendar cannot be read") && page.contains("no end known"), "{page}");
    assert!(page.contains("there is no calendar file `c.ics`"), "{page}");
    let events = ics(&agenda);
    assert!(
        read_calendar(events.as_bytes(), &Options { file: "w.ics", zone: None, has_end: false }).is_ok(),
        "{events}"
    );
    assert!(svg(&agenda).ends_with("</svg>\n"));
}

#[test]
fn every_cell_of_the_picture_says_what_decides() {
    let time = time();
    let page = anstream::adapter::strip_str(&text(&agenda(&time))).to_string();
    let row = |day: &str| page.lines().find(|line| line.starts_with(day)).unwrap().to_owned();
    // The window is 01:00 to 05:00 in UTC; the last half hour is too late.
    assert_eq!(row("Sun 22 Nov  .."), format!("Sun 22 Nov  ..#######+{}", ".".repeat(38)));
    assert_eq!(
        row("Mon 23 Nov  .."),
        format!("Mon 23 Nov  {}{}{}", ".".repeat(16), "-".repeat(16), ".".repeat(16))
    );
    assert_eq!(row("Sat 28 Nov  x"), format!("Sat 28 Nov  {}", "x".repeat(48)));
    assert_eq!(row("Sun 29 Nov  xx"), format!("Sun 29 Nov  xxxxxx###+{}", ".".repeat(38)));
    let _: Timestamp = agenda(&time).question.at;
}
