//! What is wrong with a policy about time although it can be read.

use super::at;
use crate::gate::window::{Severity, lint};
use crate::policy::Policy;
use crate::policy::organisation::read;
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;

/// Returns what is wrong with a policy on 20 November 2026, one line each; `calendar` is the content of every file.
fn lines(text: &str, calendar: Option<&str>) -> Vec<String> {
    let files = [File { path: "p.hcl", text }];
    let mut organisation = read(&files, &Known::default()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    organisation.time.load(|_| Ok(calendar.map(|text| text.as_bytes().to_vec())));
    let policy = Policy::shipped().with(organisation, Vec::new()).unwrap();
    let found = lint(&policy, at("2026-11-20T12:00Z"));
    found
        .iter()
        .map(|lint| {
            let severity = if lint.severity == Severity::Error { "error" } else { "warning" };
            format!("{severity} {}", lint.problem)
        })
        .collect()
}

const NIGHT: &str =
    "window \"night\" {\n  timezone = \"UTC\"\n  cron = \"0 2 * * *\"\n  duration = \"4h\"\n}\n";

fn with_night(more: &str) -> Vec<String> {
    lines(&format!("{NIGHT}{more}"), None)
}

#[test]
fn a_policy_with_nothing_wrong_is_silent() {
    assert_eq!(with_night(""), Vec::<String>::new());
    let freeze = "freeze \"f\" {\n  timezone = \"UTC\"\n  dates = [\"2026-12-24\"]\n  reason = \"x\"\n  owner = \"y\"\n}";
    assert_eq!(with_night(freeze), Vec::<String>::new());
}

#[test]
fn a_freeze_needs_a_reason_and_an_owner_and_ends_within_thirty_days() {
    let freeze =
        "freeze \"f\" {\n  timezone = \"UTC\"\n  from = \"2026-12-01 00:00\"\n  to = \"2027-01-02 00:00\"\n}";
    let found: Vec<String> =
        with_night(freeze).into_iter().filter(|line| line.contains("freeze `f`")).collect();
    assert_eq!(
        found,
        [
            "error p.hcl:6:1: freeze `f` has no `owner`",
            "error p.hcl:6:1: freeze `f` has no `reason`",
            "error p.hcl:6:1: freeze `f` lasts 32 days, more than 30",
        ]
    );
    let touching = "freeze \"f\" {\n  timezone = \"UTC\"\n  cron = \"0 0 * * *\"\n  duration = \"24h\"\n  reason = \"x\"\n  owner = \"y\"\n}";
    let found = with_night(touching);
    assert!(found.iter().any(|line| line.starts_with("error p.hcl:6:1: freeze `f` lasts 4")), "{found:#?}");
}

#[test]
fn a_policy_that_never_opens_is_an_error() {
    let undefined = lines("approval \"a\" {\n  match { min_risk = \"low\" }\n  window = \"any\"\n}", None);
    assert!(undefined.iter().any(|line| line
        == "error p.hcl:1:1: no window is defined, so what approval `a` is about can never be applied"));
    // Every night is frozen, from before it begins until after it ends.
    let freeze = "freeze \"f\" {\n  timezone = \"UTC\"\n  cron = \"0 1 * * *\"\n  duration = \"6h\"\n  reason = \"x\"\n  owner = \"y\"\n}";
    let frozen = with_night(freeze);
    let of = |risk: &str| {
        format!(
            "changes of risk {risk} without a known environment can never be applied in the next 400 days"
        )
    };
    for risk in ["high", "critical"] {
        assert!(
            frozen.iter().any(|line| line.starts_with("error") && line.ends_with(&of(risk))),
            "{frozen:#?}"
        );
    }
    assert!(!frozen.iter().any(|line| line.contains(&of("medium"))), "nothing demands a window of them");
    // Two blocks that each demand a window, and never at the same time.
    let apart = with_night(
        "window \"day\" {\n  timezone = \"UTC\"\n  cron = \"0 12 * * *\"\n  duration = \"4h\"\n}\n\
         approval \"a\" {\n  match { min_risk = \"critical\" }\n  window = [\"day\"]\n}\n\
         approval \"b\" {\n  match { min_risk = \"critical\" }\n  window = [\"night\"]\n}\n",
    );
    assert_eq!(apart, [format!("error p.hcl:15:1: {}", of("critical"))]);
}

#[test]
fn rare_and_short_openings_are_pointed_out() {
    let rare = lines(
        "window \"w\" {\n  timezone = \"UTC\"\n  monthly {\n    day = 15\n    months = [1, 6]\n    at = \"02:00\"\n  }\n  duration = \"8h\"\n}",
        None,
    );
    assert!(
        rare.iter().all(|line| line.starts_with("warning") && line.contains("find less than 4 hours")),
        "{rare:#?}"
    );
    assert_eq!(rare.len(), 2);
    let tight = lines(
        "window \"w\" {\n  timezone = \"UTC\"\n  cron = \"0 2 * * *\"\n  duration = \"30m\"\n  cutoff = \"29m\"\n}",
        None,
    );
    assert!(
        tight.contains(&"error p.hcl:1:1: nothing can ever be begun in window `w`".to_owned()),
        "{tight:#?}"
    );
}

#[test]
fn what_is_never_or_not_used_is_pointed_out() {
    let found = with_night(
        "window \"past\" {\n  timezone = \"UTC\"\n  from = \"2020-01-01 00:00\"\n  to = \"2020-01-02 00:00\"\n}\n\
         business_hours \"b\" {\n  timezone = \"UTC\"\n  days = [\"mon\"]\n  from = \"09:00\"\n  to = \"17:00\"\n}\n\
         freeze \"over\" {\n  timezone = \"UTC\"\n  dates = [\"2020-01-01\"]\n  reason = \"x\"\n  owner = \"y\"\n}\n\
         window \"last\" {\n  timezone = \"UTC\"\n  monthly {\n    day = 31\n    at = \"02:00\"\n  }\n  duration = \"8h\"\n  except = [\"2026-12-30\"]\n}\n\
         calendar \"c\" {\n  file = \"c.ics\"\n}\n",
    );
    assert_eq!(
        found,
        [
            "warning p.hcl:6:1: window `past` is not once in the next 400 days",
            "warning p.hcl:11:1: no approval asks for business hours `b`",
            "warning p.hcl:17:1: freeze `over` is not once in the next 400 days",
            "warning p.hcl:23:1: window `last` does not start on 2026-12-30, which `except` names",
            "warning p.hcl:23:1: window `last` is left out in months without day 31",
            "error p.hcl:32:1: there is no calendar file `c.ics`",
        ]
    );
}

#[test]
fn a_day_that_clocks_take_away_is_pointed_out() {
    let found = lines(
        "window \"w\" {\n  timezone = \"Europe/Berlin\"\n  cron = \"15 2 * * *\"\n  duration = \"30m\"\n}",
        None,
    );
    assert!(found[0].starts_with("warning p.hcl:1:1: window `w` is not open on 2027-03-28"), "{found:#?}");
}

#[test]
fn a_calendar_that_runs_out_is_pointed_out() {
    let policy = |more: &str| {
        format!(
            "{NIGHT}calendar \"c\" {{\n  file = \"c.ics\"\n  {more}\n}}\n\
             freeze \"f\" {{\n  timezone = \"UTC\"\n  ics = calendar.c\n  reason = \"x\"\n  owner = \"y\"\n}}"
        )
    };
    let file =
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261205\nEND:VEVENT\nEND:VCALENDAR";
    for (more, expected) in [
        ("", Some("warning p.hcl:6:1: calendar `c` runs out on 2026-12-05")),
        ("covers_until = \"2026-12-06\"", Some("warning p.hcl:6:1: calendar `c` runs out on 2026-12-06")),
        (
            "covers_until = \"2026-11-01\"",
            Some("error p.hcl:6:1: calendar `c` covers nothing after 2026-11-01"),
        ),
        ("covers_until = \"2027-12-31\"", None),
    ] {
        let found = lines(&policy(more), Some(file));
        let about = found.iter().find(|line| line.contains("calendar `c`"));
        assert_eq!(about.map(String::as_str), expected, "{found:#?}");
    }
    let broken = lines(&policy(""), Some("BEGIN:VCALENDAR\nVERSION:2.0\nnonsense\nEND:VCALENDAR"));
    assert!(
        broken.contains(&"error c.ics:3:1: the line has no `:` after its name".to_owned()),
        "{broken:#?}"
    );
}
