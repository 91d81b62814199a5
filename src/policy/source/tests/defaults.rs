//! What always holds is read in full, and nothing of it may be missing.

use super::problems_of;
use crate::policy::source::approval::{Approver, WindowDemand};
use crate::policy::source::decode::Source;
use crate::policy::source::defaults::read_defaults;
use crate::policy::source::words::{ChangeType, Class, Risk, Veto};

const DEFAULTS: &str = r#"applygate {
  watched_paths   = ["**/*.tf"]
  guardrail_paths = ["applygate.hcl"]
}
limits {
  max_destroy       = 5
  max_destroy_share = 0.25
  max_plan_age      = "24h"
}
approval "high" {
  match {
    min_risk = "high"
  }
  count  = 2
  from   = ["permission:write", "group:dba", "user:otto"]
  window = ["sunday", "night"]
}
approval "lead" {
  match {
    classes      = ["data"]
    change_types = ["guardrail"]
  }
  require "lead" {
    count = 1
    from  = ["group:lead"]
    stage = 2
  }
  explicit      = true
  exclusive     = false
  veto          = "none"
  approval_ttl  = "2d"
  execution_ttl = "8h"
}
"#;

#[test]
fn defaults_are_read_in_full() {
    let source = Source::new("d.hcl", DEFAULTS);
    let defaults = read_defaults(&source).unwrap();
    assert_eq!(source.problem_count(), 0);
    let limits = &defaults.limits;
    assert_eq!(
        (limits.max_destroy, limits.max_destroy_share.as_str(), limits.max_plan_age),
        (5, "0.25", 86_400)
    );
    assert!(
        defaults.watched_paths[0].matches("a/main.tf")
            && defaults.guardrail_paths[0].matches("applygate.hcl")
    );
    let [high, lead] = defaults.approvals.as_slice() else { panic!("two approvals") };
    assert_eq!((high.name.as_str(), high.place.line, high.matching.min_risk), ("high", 10, Risk::High));
    let from = [
        Approver::Permission("write".to_owned()),
        Approver::Group("dba".to_owned()),
        Approver::User("otto".to_owned()),
    ];
    assert_eq!((high.requires[0].count, high.requires[0].stage), (2, 1));
    assert_eq!(high.requires[0].from, from);
    assert_eq!(high.window, Some(WindowDemand::Named(vec!["sunday".to_owned(), "night".to_owned()])));
    assert_eq!(
        (high.explicit, high.exclusive, high.veto, high.approval_ttl),
        (false, true, Veto::Write, None)
    );
    // A guardrail change needs approval even if the plan itself is harmless.
    assert_eq!((lead.matching.min_risk, lead.matching.classes.as_slice()), (Risk::None, &[Class::Data][..]));
    assert_eq!(lead.matching.change_types, [ChangeType::Guardrail]);
    assert_eq!((lead.requires[0].name.as_deref(), lead.requires[0].stage), (Some("lead"), 2));
    assert_eq!((lead.explicit, lead.exclusive, lead.veto), (true, false, Veto::None));
    assert_eq!((lead.approval_ttl, lead.execution_ttl), (Some(172_800), Some(28_800)));
}

#[test]
fn what_always_holds_has_to_be_written_in_full() {
    for (from, to, expected) in [
        (
            "  max_destroy       = 5\n",
            "",
            "1:1: there is no `limits` block with each of its attributes; it has to be written here",
        ),
        ("applygate {", "applygat {", "1:1: this file has no block `applygat`; did you mean `applygate`?"),
    ] {
        let problems = problems_of(&DEFAULTS.replacen(from, to, 1), read_defaults);
        assert_eq!(problems.first().map(String::as_str), Some(expected), "{to}");
    }
}
