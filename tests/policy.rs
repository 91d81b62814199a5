//! What a policy file says holds, and every mistake in one is shown where it stands.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::fmt::Write;
use std::fs::File;
use std::path::{Path, PathBuf};

use applygate::gate::Outcome;
use applygate::policy::source::load;
use applygate::policy::source::selector::Known;
use applygate::policy::{Policy, Risk, organisation};
use applygate::problem::Problem;
use applygate::report::error;
use proptest::prelude::*;

use support::{judge_by, policy};

fn read(text: &str) -> Result<Policy, Vec<Problem>> {
    let shipped = Policy::shipped();
    let categories = shipped.catalog.categories();
    let known = Known { categories: &categories, open: true, ..Known::default() };
    let organisation = organisation::read(&[load::File { path: "applygate.hcl", text }], &known)?;
    shipped.with(organisation, Vec::new())
}

const FROM: &str = "count = 1\nfrom = [\"permission:write\"]";

/// Policies with one mistake each, or several of a kind.
fn mistaken() -> Vec<String> {
    let approval =
        |inner: &str| format!("approval \"a\" {{\n  match {{\n    min_risk = \"high\"\n  }}\n{inner}\n}}\n");
    let matching = |inner: &str| {
        format!("approval \"a\" {{\n  match {{\n    {inner}\n  }}\n  {}\n}}\n", FROM.replace('\n', "\n  "))
    };
    let mut all: Vec<String> = [
        "enviroment \"prod\" {\n}\n",
        "group = \"x\"\n",
        "machine_users {\n}\n",
        "machine_user = [\"deploy\"]\n",
        "machine_users = [\"@deploy\", \"acme/deploy\", \"a b\"]\n",
        "machine_users = \"deploy\"\n",
        "rules_dir = \"../rules\"\n",
        "rules_dir = 7\n",
        "waiver \"x\" {\n}\n",
        "emergency {\n}\nstandard_change \"x\" {\n}\nticket \"x\" {\n}\nprohibited \"x\" {\n}\nevidence {\n}\n",
        "group \"x\" { users = [\"ana\", \"bo\"] teams = [] }\n",
        "group \"x\" {\n  users = [\"ana]\n}\n",
        "group \"x\" {\n",
        "group {\n  users = [\"ana\"]\n}\n",
        "group \"X Y\" {\n  users = [\"@ana\"]\n  teams = [\"dba\", \"@acme/dba\"]\n}\n",
        "group \"x\" {\n}\n",
        "group \"x\" {\n  users = [var.who]\n}\n",
        "group \"x\" {\n  users = []\n}\n",
        "group \"x\" {\n  users = [\"ana\"]\n}\ngroup \"x\" {\n  users = [\"bo\"]\n}\n",
        "environment \"x\" {\n}\n",
        "environment \"x\" {\n  match {\n  }\n  tier = \"prod\"\n  sod = \"none\"\n  expected_duration = \"soon\"\n}\n",
        "environment \"x\" {\n  match {\n    dirs = [\"/live\", \"../live\", \"live/[a]\", \"a**/b\"]\n    workspaces = [\"\"]\n  }\n}\n",
        "environment \"x\" {\n  match {\n    dirs = [\"a\"]\n  }\n  match {\n    dirs = [\"b\"]\n  }\n}\n",
        "applygate {\n  version = 2\n  forks = \"yes\"\n  watched_path = []\n  guardrail_paths = []\n}\n",
        "applygate {\n}\napplygate {\n}\n",
        "applygate {\n  clock {\n    tolerance = \"2h\"\n  }\n}\nclock {\n  max_skew = \"1w\"\n}\n",
        "limits {\n  max_destroy = 0\n  max_destroy_share = 25\n  max_plan_age = \"24\"\n}\n",
        "limits {\n  max_destroy = -1\n  max_destroy_share = \"25%\"\n}\n",
        "protected {\n  identities = [\"*\"]\n  state_backend = [\"x\"]\n}\n",
        "rule \"iam-admin-wildcrd\" {\n  risk = \"critical\"\n}\n",
        "rule \"iam-admin-wildcard\" {\n  risk = \"low\"\n}\n",
        "rule \"iam-admin-wildcard\" {\n  effect = \"note\"\n}\n",
        "rule \"iam-admin-wildcard\" {\n}\n",
        "rule \"iam-admin-wildcard\" {\n  when = true\n}\n",
        "approval \"a\" {\n  count = 1\n  from = [\"permission:write\"]\n}\n",
        "approval \"a\" {\n  match {\n  }\n}\n",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend(
        [
            "  cuont = 1\n  from = [\"permission:write\"]",
            "  count = 0\n  from = []",
            "  count = 101\n  from = [\"everybody\", \"permission:wirte\", \"permission:read\", \"user:a/b\"]",
            "  count = \"two\"\n  from = \"permission:write\"",
            "  count = 1\n  from = [\"group:senior\"]",
            "  window = \"sunday\"",
            "  window = []",
            "  window = [\"sunday\"]",
            "  window = true",
            "  count = 1\n  from = [\"permission:write\"]\n  approval_ttl = \"0s\"\n  execution_ttl = \"9999999d\"\n  veto = \"all\"\n  explicit = \"yes\"",
            "  require \"x\" {\n    count = 1\n  }",
            "  require \"x\" {\n    count = 1\n    from = [\"permission:write\"]\n    stage = 6\n  }\n  require \"x\" {\n    count = 1\n    from = [\"permission:admin\"]\n  }",
        ]
        .map(approval),
    );
    all.extend(
        [
            "min_risk = \"hgih\"",
            "min_risk = \"high\"\n    max_risk = \"low\"",
            "classes = [\"databases\"]\n    categories = [\"datbase\"]\n    operations = [\"destroy\"]",
            "types = [\"aws_db_[a]\"]\n    addresses = [\"aws_db_instance\", \"a.b[\"]",
            "environments = [\"prod\"]\n    change_types = [\"emergency\"]",
            "classes = []\n    types = []\n    environments = []",
        ]
        .map(matching),
    );
    all
}

/// `SNAPSHOTS=overwrite cargo test` writes the file anew.
#[test]
fn every_mistake_is_shown_with_a_caret_and_with_what_helps() {
    let mut shown = String::new();
    for text in mistaken() {
        let problems =
            read(&text).err().unwrap_or_else(|| panic!("this is read as if it were right:\n{text}"));
        writeln!(shown, "----\n{text}----").unwrap();
        for problem in &problems {
            assert!(problem.place.is_some() && problem.help.is_some(), "{problem}");
            shown.push_str(&anstream::adapter::strip_str(&error::render(problem)).to_string());
        }
    }
    snapbox::assert_data_eq!(shown, snapbox::file!["snapshots/policy-mistakes.txt"].raw());
}

fn plan(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans").join(name).join("plan.json")
}

fn outcome(name: &str, policy: &Policy) -> Outcome {
    judge_by(File::open(plan(name)).unwrap(), policy).unwrap().verdict.outcome
}

#[test]
fn demands_are_about_what_they_match_and_say_on_account_of_what() {
    let text = "environment \"prod\" {\n  match { dirs = [\"live/**\"] }\n}\n\
        group \"dba\" { users = [\"ana\", \"bo\", \"cy\"] }\n\
        approval \"database\" {\n  match {\n    categories = [\"database\"]\n    operations = [\"delete\", \"replace\"]\n    environments = [\"prod\"]\n  }\n  count = 1\n  from = [\"group:dba\"]\n}\n\
        approval \"network\" {\n  match { classes = [\"reachability\"] }\n  count = 1\n  from = [\"group:dba\"]\n}\n\
        approval \"ordinary\" {\n  match { max_risk = \"medium\" }\n  count = 1\n  from = [\"group:dba\"]\n}\n";
    let judged =
        judge_by(File::open(plan("rds-destroy-unguarded-block-deleted")).unwrap(), &policy(text)).unwrap();
    let blocks: Vec<(&str, &[String])> = judged
        .verdict
        .requirements
        .iter()
        .map(|each| (each.block.as_str(), each.because.as_slice()))
        .collect();
    let address = ["aws_db_instance.orders".to_owned()];
    // Where it belongs is not known, so it is production and meets the demands of every production.
    assert!(blocks.contains(&("approval.database", &address)), "{blocks:?}");
    assert!(blocks.contains(&("approval.high", &address)));
    assert!(!blocks.iter().any(|(block, _)| *block == "approval.network" || *block == "approval.ordinary"));
}

#[test]
fn an_override_makes_a_rule_prohibit() {
    let name = "drift-outside";
    assert_eq!(outcome(name, &policy("")), Outcome::Hold);
    let text = "rule \"sg-rule-removed\" {\n  effect = \"prohibit\"\n  instead = \"ask\"\n}\n";
    assert_eq!(outcome(name, &policy(text)), Outcome::Block);
}

/// Blocks that a policy may have, from which the property chooses.
const BLOCKS: [&str; 12] = [
    "approval \"b0\" {\n match { min_risk = \"low\" }\n count = 1\n from = [\"permission:write\"]\n}\n",
    "approval \"b1\" {\n match { min_risk = \"none\" }\n window = \"any\"\n}\n",
    "approval \"b2\" {\n match { classes = [\"data\", \"meta\"] }\n count = 2\n from = [\"user:ana\", \"user:bo\"]\n}\n",
    "approval \"b3\" {\n match { max_risk = \"low\" }\n window = [\"noon\"]\n}\n",
    "approval \"b4\" {\n match { min_risk = \"low\" }\n window = [\"night\"]\n}\n",
    "approval \"b5\" {\n match {\n types = [\"aws_*\"]\n operations = [\"update\"]\n }\n count = 1\n from = [\"permission:admin\"]\n veto = \"none\"\n exclusive = false\n}\n",
    "freeze \"b6\" {\n timezone = \"UTC\"\n from = \"2026-11-20 00:00\"\n to = \"2026-11-22 00:00\"\n reason = \"r\"\n owner = \"group:g\"\n}\n",
    "freeze \"b7\" {\n timezone = \"UTC\"\n from = \"2026-12-20 00:00\"\n to = \"2026-12-22 00:00\"\n reason = \"r\"\n owner = \"group:g\"\n}\n",
    "freeze \"b8\" {\n timezone = \"UTC\"\n from = \"2026-11-20 00:00\"\n to = \"2026-11-22 00:00\"\n effect = \"advisory\"\n reason = \"r\"\n owner = \"group:g\"\n}\n",
    "rule \"iam-admin-wildcard\" {\n effect = \"prohibit\"\n instead = \"i\"\n}\n",
    "rule \"firewall-source-unknown\" {\n risk = \"critical\"\n}\n",
    "rule \"plan-incomplete\" {\n risk = \"critical\"\n effect = \"prohibit\"\n instead = \"i\"\n}\n",
];

const ALWAYS: &str = "group \"g\" { users = [\"ana\", \"bo\"] }\n\
    window \"noon\" {\n timezone = \"UTC\"\n weekly {\n days = [\"sat\"]\n at = \"11:00\"\n }\n duration = \"4h\"\n}\n\
    window \"night\" {\n timezone = \"UTC\"\n weekly {\n days = [\"sat\"]\n at = \"01:00\"\n }\n duration = \"4h\"\n}\n";

/// What is demanded of a plan: which block, of how many people.
fn demanded(name: &str, policy: &Policy) -> Vec<(String, Option<u64>)> {
    let judged = judge_by(File::open(plan(name)).unwrap(), policy).unwrap();
    judged.verdict.requirements.into_iter().map(|each| (each.block, each.count)).collect()
}

#[test]
fn a_rule_that_is_raised_takes_no_demand_away() {
    let blocks: String = ["none", "low", "medium", "high"].iter().fold(ALWAYS.to_owned(), |text, most| {
        text + &format!(
            "approval \"up-to-{most}\" {{\n  match {{\n    min_risk = \"none\"\n    max_risk = \"{most}\"\n  }}\n  count = 3\n  from = [\"permission:write\"]\n}}\n\
            freeze \"up-to-{most}\" {{\n  timezone = \"UTC\"\n  dates = [\"2026-11-21\"]\n  reason = \"r\"\n  owner = \"group:g\"\n  match {{ max_risk = \"{most}\" }}\n}}\n"
        )
    });
    let mut raised = 0;
    for name in ["drift-outside", "rds-module-removed", "unknown-after-apply", "nested-modules"] {
        let (plain, mut seen) = (policy(&blocks), Vec::new());
        let judged = judge_by(File::open(plan(name)).unwrap(), &plain).unwrap();
        let before = demanded(name, &plain);
        let changes = judged.assessment.changes.iter().flat_map(|change| &change.findings);
        for finding in
            changes.chain(&judged.assessment.findings).filter(|finding| finding.risk < Risk::Critical)
        {
            if !seen.contains(&&finding.rule) {
                seen.push(&finding.rule);
                let text = format!("{blocks}rule \"{}\" {{\n  risk = \"critical\"\n}}\n", finding.rule);
                let raising = policy(&text);
                let after = demanded(name, &raising);
                assert!(
                    before.iter().all(|each| after.contains(each)),
                    "{name}: {before:?} became {after:?}"
                );
                raised += u32::from(outcome(name, &raising) >= outcome(name, &plain));
            }
        }
    }
    assert!(raised > 0, "no rule was raised");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn adding_a_block_never_loosens(chosen in 0_u16..1 << 12, added in 0_usize..12) {
        let text = |chosen: u16| {
            let blocks = BLOCKS.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
            blocks.fold(ALWAYS.to_owned(), |text, (_, block)| text + block)
        };
        let (before, after) = (policy(&text(chosen & !(1 << added))), policy(&text(chosen | 1 << added)));
        for name in ["tags-only", "rds-storage-grow", "noop", "sg-ssh-open-world", "removed-block-forget", "unknown-after-apply"] {
            prop_assert!(outcome(name, &after) >= outcome(name, &before), "{name}");
            let (before, after) = (demanded(name, &before), demanded(name, &after));
            prop_assert!(before.iter().all(|each| after.contains(each)), "{name}: {before:?} became {after:?}");
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[ -~\n]{0,200}", at in 0_usize..1000, length in 0_usize..40) {
        let whole: String = mistaken().concat() + ALWAYS + &BLOCKS.concat();
        let at = at * whole.len() / 1000;
        let mut mutated = whole.clone();
        let end = (at + length).min(whole.len());
        if whole.is_char_boundary(at) && whole.is_char_boundary(end) {
            mutated.replace_range(at..end, &text);
        }
        drop(read(&mutated));
        drop(read(&text));
    }
}

#[test]
fn a_large_policy_is_read_and_a_larger_one_is_refused() {
    let groups: String = (0..9_000).fold(String::new(), |mut text, at| {
        writeln!(text, "group \"group-{at}\" {{\n  users = [\"ana-{at}\", \"bo-{at}\"]\n  teams = [\"acme/team-{at}\"]\n}}").unwrap();
        text
    });
    assert!(groups.len() > 700_000 && groups.len() < 1 << 20, "{}", groups.len());
    assert_eq!(read(&groups).unwrap().organisation.groups.len(), 9_000);
    let more = format!("{groups}{groups}");
    let problems = read(&more).unwrap_err();
    assert!(problems[0].message.contains("larger than 1 MiB"), "{}", problems[0]);
}

#[test]
fn deep_nesting_is_a_mistake_and_no_crash() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{ a = ", "}")] {
        let text = format!("machine_users = {}1{}\n", open.repeat(5_000), close.repeat(5_000));
        assert!(read(&text).is_err());
    }
    let blocks = format!("{}{}", "applygate {\n".repeat(5_000), "}\n".repeat(5_000));
    assert!(read(&blocks).is_err());
}
