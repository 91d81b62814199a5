//! What is wrong with limits and approvals.

use super::problems_of;
use crate::policy::source::decode::Source;
use crate::policy::source::defaults::{Approver, WindowDemand, read_defaults};
use crate::policy::source::words::Risk;

const DEFAULTS: &str = r#"limits {
  max_destroy       = 5
  max_destroy_share = 0.25
}
approval "high" {
  match {
    min_risk = "high"
  }
  count  = 2
  from   = ["permission:write", "group:dba", "user:otto"]
  window = ["sunday", "night"]
}
"#;

#[test]
fn defaults_are_read_in_full() {
    let source = Source::new("d.hcl", DEFAULTS);
    let defaults = read_defaults(&source).unwrap();
    assert_eq!(source.problem_count(), 0);
    assert_eq!((defaults.limits.max_destroy, defaults.limits.max_destroy_share.as_str()), (5, "0.25"));
    let approval = &defaults.approvals[0];
    assert_eq!((approval.name.as_str(), approval.place.line, approval.count), ("high", 5, 2));
    assert_eq!(approval.matching.min_risk, Risk::High);
    let from = [
        Approver::Permission("write".to_owned()),
        Approver::Group("dba".to_owned()),
        Approver::User("otto".to_owned()),
    ];
    assert_eq!(approval.from, from);
    assert_eq!(approval.window, Some(WindowDemand::Named(vec!["sunday".to_owned(), "night".to_owned()])));
}

#[test]
fn every_mistake_in_defaults_is_named_with_its_place() {
    for (from, to, expected) in [
        (
            "max_destroy       = 5",
            "max_destroy = -5",
            &["2:17: `max_destroy` is a number; write a whole number, not negative"][..],
        ),
        (
            "max_destroy       = 5",
            "max_destroy = 2.5",
            &["2:17: `max_destroy` is a number; write a whole number, not negative"],
        ),
        (
            "max_destroy_share = 0.25",
            "max_destroy_share = 25",
            &["3:23: `max_destroy_share` is a number; write a number from 0 to 1"],
        ),
        (
            "max_destroy_share = 0.25",
            "max_destroy_share = \"25%\"",
            &["3:23: `max_destroy_share` is a string; write a number from 0 to 1"],
        ),
        (
            "limits {",
            "limit {",
            &[
                "1:1: this file has no block `limit`; did you mean `limits`?",
                "1:1: there is no `limits` block; add `limits { ... }`",
            ],
        ),
        (
            "match {\n    min_risk = \"high\"\n  }\n",
            "\n",
            &["5:1: there is no `match` block; add `match { ... }`"],
        ),
        (
            "min_risk = \"high\"",
            "min_risk = \"big\"",
            &["7:16: `big` is no `min_risk`; known here: `none`, `low`, `medium`, `high`, `critical`"],
        ),
        ("min_risk = \"high\"", "\n", &["6:3: `match` has no `min_risk`; add `min_risk = ...`"]),
        ("count  = 2\n", "\n", &["5:1: approval `high` has no `count`; add `count = ...`"]),
        ("count  = 2", "count = 0", &["9:3: `count` is 0; leave the block out, or write at least 1"]),
        ("count  = 2", "count = \"two\"", &["9:11: `count` is a string; write a whole number, not negative"]),
        (
            "\"permission:write\"",
            "\"permission:wirte\"",
            &["10:13: there is no permission `wirte`; did you mean `write`?"],
        ),
        (
            "\"permission:write\"",
            "\"everybody\"",
            &[
                "10:13: `everybody` names nobody who could approve; write `permission:write`, `group:name` or `user:login`",
            ],
        ),
        (
            "[\"permission:write\", \"group:dba\", \"user:otto\"]",
            "[]",
            &["10:3: nobody may approve; write `from = [\"permission:write\"]`"],
        ),
        (
            "[\"sunday\", \"night\"]",
            "\"sunday\"",
            &["11:12: `sunday` is no demand for a window; write `\"any\"` or `[\"sunday\"]`"],
        ),
        (
            "[\"sunday\", \"night\"]",
            "[]",
            &["11:12: `window` names none; write `\"any\"`, or leave `window` out"],
        ),
        ("[\"sunday\", \"night\"]", "true", &["11:12: `window` is a bool; write a list of strings"]),
        ("approval \"high\"", "approval", &["5:1: `approval` has 0 labels; write `approval \"...\" {`"]),
        (
            "}\napproval",
            "}\nlimits {\nmax_destroy = 1\nmax_destroy_share = 1\n}\napproval",
            &["5:1: there is a second `limits` block; write it once"],
        ),
    ] {
        assert!(DEFAULTS.contains(from), "{from}");
        assert_eq!(problems_of(&DEFAULTS.replacen(from, to, 1), read_defaults), expected, "{to}");
    }
}
