//! `applygate windows` as it is run: nothing on the machine changes what a policy means, and hostile calendars are
//! refused.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn applygate(arguments: &[&str], environment: &[(&str, &str)]) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_applygate"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env("NO_COLOR", "1");
    for (name, value) in environment {
        command.env(name, value);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

fn answer(policy: &Path, at: &str, more: &[&str]) -> Value {
    let policy = policy.to_str().unwrap();
    let mut arguments = vec!["windows", "--policy", policy, "--at", at, "--format", "json"];
    arguments.extend(more);
    let (output, errors, status) = applygate(&arguments, &[]);
    assert_eq!(status, Some(0), "{errors}");
    serde_json::from_str(&output).unwrap()
}

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// A folder of its own with a policy in it.
fn policy(name: &str, text: &str, calendar: Option<&str>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("windows-{name}"));
    fs::create_dir_all(&folder).unwrap();
    if let Some(calendar) = calendar {
        fs::write(folder.join("c.ics"), calendar).unwrap();
    }
    let path = folder.join("applygate.hcl");
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn no_zone_of_the_machine_changes_the_answer() {
    let path = shipped("policies/time.hcl");
    let arguments = [
        "windows",
        "--policy",
        path.to_str().unwrap(),
        "--at",
        "2026-11-22T08:00:00Z",
        "--format",
        "json",
        "--days",
        "200",
    ];
    let plain = applygate(&arguments, &[]);
    assert_eq!(plain.2, Some(0));
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-zones");
    fs::create_dir_all(empty.join("America")).unwrap();
    // A zone file that is none, where another library would look first.
    fs::write(empty.join("America/New_York"), b"TZif nonsense").unwrap();
    let empty = empty.to_str().unwrap();
    for environment in [
        vec![("TZ", "Asia/Tokyo")],
        vec![("TZ", "America/New_York"), ("TZDIR", empty)],
        vec![
            ("TZ", ":nonsense"),
            ("TZDIR", "/nonexistent"),
            ("JIFF_TZDB_DIR", empty),
            ("LC_ALL", "de_DE.UTF-8"),
        ],
    ] {
        assert_eq!(applygate(&arguments, &environment), plain, "{environment:?}");
    }
}

#[test]
fn a_hostile_calendar_is_refused_with_its_line_and_freezes() {
    let text = "calendar \"c\" {\n  file = \"c.ics\"\n  kind = \"freeze\"\n  timezone = \"UTC\"\n}\n\
                window \"always\" {\n  timezone = \"UTC\"\n  cron = \"0 0 * * *\"\n  duration = \"24h\"\n}\n";
    let one = "BEGIN:VEVENT\nDTSTART:20260101T000000Z\nDURATION:PT1H\nEND:VEVENT\n";
    let many = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", one.repeat(5001));
    let file = |name: &str| fs::read_to_string(shipped("calendars").join(name)).unwrap();
    for (name, calendar, expected) in [
        ("minutely", file("minutely.ics"), "c.ics:8:1: a recurrence with `FREQ=MINUTELY` is not read"),
        ("endless", file("endless.ics"), "c.ics:8:1: the series never ends"),
        ("unknown-zone", file("unknown-zone.ics"), "c.ics:6:1: there is no time zone `Mars/Olympus Mons`"),
        (
            "by-set-position",
            file("by-set-position.ics"),
            "c.ics:8:1: `BYSETPOS` in a recurrence rule is not read",
        ),
        ("many", many, "c.ics:20003:1: the calendar has more than 5000 events"),
    ] {
        let path = policy(name, text, Some(&calendar));
        let document = answer(&path, "2026-11-22T08:00:00Z", &[]);
        assert_eq!(document["allowed"], false, "{name}");
        assert_eq!(document["code"], "FREEZE_ACTIVE", "{name}");
        assert!(document["opens_at"].is_null(), "{name}");
        let path = path.to_str().unwrap();
        let (page, ..) = applygate(&["windows", "--policy", path, "--at", "2026-11-22T08:00:00Z"], &[]);
        assert!(page.contains(expected), "{name}: {page}");
    }
    let floating = text.replace("kind = \"freeze\"\n  timezone = \"UTC\"", "covers_until = \"2027-12-31\"");
    let floating = format!("{floating}freeze \"f\" {{\n  timezone = \"UTC\"\n  ics = calendar.c\n}}\n");
    let path = policy("floating", &floating, Some(&file("floating.ics")));
    assert_eq!(answer(&path, "2026-11-22T08:00:00Z", &[])["code"], "FREEZE_ACTIVE");
    let (page, ..) =
        applygate(&["windows", "--policy", path.to_str().unwrap(), "--at", "2026-11-22T08:00:00Z"], &[]);
    assert!(page.contains("c.ics:6:1: `20260101T000000` is in no time zone"), "{page}");
}

#[test]
fn an_answer_is_for_the_environment_and_the_risk_asked_about() {
    let path = shipped("policies/time.hcl");
    let frozen = "2026-11-26T12:00:00Z";
    for (more, code) in [
        (vec![], "FREEZE_ACTIVE"),
        (vec!["--environment", "prod"], "FREEZE_ACTIVE"),
        (vec!["--environment", "prod", "--risk", "low"], "FREEZE_ACTIVE"),
        (vec!["--environment", "staging"], "WINDOW_CLOSED"),
        // Thursday, 13:00 in Berlin: business hours.
        (vec!["--environment", "staging", "--risk", "medium"], "-"),
        (vec!["--environment", "staging", "--risk", "low"], "-"),
    ] {
        let document = answer(&path, frozen, &more);
        assert_eq!(document["code"].as_str().unwrap_or("-"), code, "{more:?}");
        assert_eq!(document["allowed"], code == "-", "{more:?}");
    }
    // Christmas Eve is a Thursday and a holiday.
    let holiday = answer(&path, "2026-12-24T12:00:00Z", &["--risk", "medium"]);
    assert_eq!(holiday["opens_at"], "2026-12-28T08:01:00Z");
    // The environment's changes take half an hour, and so does the cutoff; an hour before the end is early enough.
    let last = answer(&path, "2026-11-22T08:00:00Z", &["--environment", "prod"]);
    assert_eq!(last["latest_start"], "2026-11-22T10:30:00Z");
}
