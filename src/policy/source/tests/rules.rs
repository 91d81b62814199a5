//! What is wrong with the file of a rule.

use super::problems_of;
use crate::plan::operation::Operation;
use crate::policy::source::decode::Source;
use crate::policy::source::rule::{Rule, read_rule};
use crate::policy::source::selector::Known;
use crate::policy::source::words::{Class, Effect, Risk, Sight};

const KNOWN: Known<'_> = Known {
    types: &["aws_db_instance", "aws_fsx_lustre", "aws_s3_bucket"],
    categories: &["database", "dns"],
    declared: None,
    open: false,
};

const GOOD: &str = r#"rule "x" {
  title      = "A database goes"
  types      = [category.database, class.control-plane, "aws_s3_bucket", "aws_fsx_*"]
  actions    = ["delete", "replace"]
  when       = stateful
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  attributes = ["a.b"]
  message    = "${address} goes"
  why        = <<-EOT
    Gone is
      gone.
  EOT
  instead    = "Keep it."
  references = ["SOC2"]
}
"#;

fn read(text: &str) -> Result<Rule, Vec<String>> {
    let source = Source::new("x.hcl", text);
    let rule = read_rule(&source, &KNOWN, "x");
    let problems = super::lines(&source.into_problems());
    if problems.is_empty() { Ok(rule.unwrap()) } else { Err(problems) }
}

#[test]
fn a_good_rule_is_read_in_full() {
    let rule = read(GOOD).unwrap();
    assert_eq!((rule.id.as_str(), rule.place.line, rule.place.column), ("x", 1, 1));
    assert_eq!(
        (rule.sight, rule.risk, rule.effect, rule.everywhere),
        (Sight::Change, Risk::Critical, Effect::Prohibit, true)
    );
    assert_eq!(rule.operations, [Operation::Delete, Operation::Replace]);
    assert_eq!(rule.why, "Gone is\n  gone.");
    assert_eq!(rule.instead.as_deref(), Some("Keep it."));
    for (kind, class, category, expected) in [
        ("aws_db_instance", Class::Data, "database", true),
        ("new_cluster", Class::ControlPlane, "cluster", true),
        ("aws_s3_bucket", Class::Data, "object-store", true),
        ("aws_s3_bucket_policy", Class::Identity, "identity", false),
        ("aws_fsx_anything", Class::Data, "file-system", true),
    ] {
        assert_eq!(rule.selects(kind, class, category, Operation::Delete), expected, "{kind}");
        assert!(!rule.selects(kind, class, category, Operation::Update), "{kind}");
    }
}

#[test]
fn what_is_left_out_has_a_default() {
    let rule =
        read("rule \"x\" {\ntitle = \"t\"\ntypes = \"*\"\nrisk = \"low\"\nmessage = \"m\"\nwhy = \"w\"\n}")
            .unwrap();
    assert_eq!((rule.effect, rule.everywhere, rule.condition.is_none()), (Effect::Risk, false, true));
    assert!(rule.selects("any", Class::App, "any", Operation::Create));
    assert!(!rule.selects("any", Class::App, "any", Operation::NoOp));
    let note = read(
        "rule \"x\" {\ntitle = \"t\"\ntypes = \"*\"\neffect = \"note\"\nmessage = \"m\"\nwhy = \"w\"\n}",
    )
    .unwrap();
    assert_eq!((note.risk, note.effect), (Risk::None, Effect::Note));
}

#[test]
fn every_mistake_in_a_rule_is_named_with_its_place() {
    for (from, to, expected) in [
        (
            "title      =",
            "titel      =",
            &[
                "1:1: rule `x` has no `title`; add `title = ...`",
                "2:3: a rule has no attribute `titel`; did you mean `title`?",
            ][..],
        ),
        (
            "  when       = stateful\n",
            "  when {}\n",
            &["5:3: `when` is an attribute, not a block; write `when = ...`"],
        ),
        ("  when       = stateful\n", "  on {}\n", &["5:3: a rule has no block `on`; leave it out"]),
        ("\"A database goes\"", "5", &["2:16: `title` is a number; write a string"]),
        ("\"A database goes\"", "\" \"", &["2:16: `title` is empty; write a sentence"]),
        ("\"A database goes\"", "\"${address}\"", &["2:16: `title` is a string with `${}`; write a string"]),
        (
            "risk       = \"critical\"",
            "risk = \"severe\"",
            &["6:10: `severe` is no `risk`; known here: `none`, `low`, `medium`, `high`, `critical`"],
        ),
        (
            "risk       = \"critical\"",
            "risk = \"hihg\"",
            &["6:10: `hihg` is no `risk`; did you mean `high`?"],
        ),
        (
            "risk       = \"critical\"",
            "risk = stateful ? \"low\" : \"high\"",
            &["6:10: `risk` is an expression; write a string"],
        ),
        ("risk       = \"critical\"\n", "\n", &["1:1: rule `x` has no `risk`; add `risk = ...`"]),
        (
            "effect     = \"prohibit\"",
            "effect = \"block\"",
            &[
                "7:12: `block` is no `effect`; known here: `note`, `risk`, `prohibit`",
                "8:3: `everywhere` is for rules that prohibit; leave `everywhere` out, or write `effect = \"prohibit\"`",
            ],
        ),
        (
            "effect     = \"prohibit\"",
            "effect = \"note\"",
            &[
                "6:3: a note has no `risk`; leave `risk` out, or change the effect",
                "8:3: `everywhere` is for rules that prohibit; leave `everywhere` out, or write `effect = \"prohibit\"`",
            ],
        ),
        (
            "everywhere = true",
            "everywhere = \"yes\"",
            &["8:16: `everywhere` is a string; write true or false"],
        ),
        ("instead    = \"Keep it.\"\n", "\n", &["1:1: rule `x` has no `instead`; add `instead = ...`"]),
        (
            "[\"delete\", \"replace\"]",
            "[\"destroy\"]",
            &[
                "4:17: there is no operation `destroy`; known here: `no-op`, `read`, `create`, `update`, `delete`, `replace`, `forget`",
            ],
        ),
        (
            "[\"delete\", \"replace\"]",
            "\"delete\"",
            &["4:16: `actions` is a string; write a list of strings"],
        ),
        ("[\"delete\", \"replace\"]", "[5]", &["4:17: `actions` is a number; write a list of strings"]),
        (
            "category.database",
            "category.databases",
            &["3:17: no type has the category `databases`; did you mean `database`?"],
        ),
        (
            "category.database",
            "category.tape",
            &["3:17: no type has the category `tape`; known here: `database`, `dns`"],
        ),
        (
            "class.control-plane",
            "class.control-plan",
            &["3:36: there is no class `control-plan`; did you mean `control-plane`?"],
        ),
        (
            "\"aws_s3_bucket\"",
            "\"aws_s3_bukcet\"",
            &["3:57: no catalog lists the type `aws_s3_bukcet`; did you mean `aws_s3_bucket`?"],
        ),
        (
            "\"aws_s3_bucket\"",
            "\"acme_thing\"",
            &["3:57: no catalog lists the type `acme_thing`; list it in the catalog first"],
        ),
        (
            "\"aws_fsx_*\"",
            "\"aws_fxs_*\"",
            &["3:74: `aws_fxs_*` matches no type of the catalog; check its spelling, or leave it out"],
        ),
        (
            "\"aws_fsx_*\"",
            "\"aws_fsx_*?\"",
            &[
                "3:74: `aws_fsx_*?` is no pattern: `?` has no meaning in a pattern: `*` is its only wildcard; write `aws_fsx_*` or such",
            ],
        ),
        (
            "\"aws_fsx_*\"",
            "5",
            &[
                "3:74: this selects no types; write \"*\" or a list of types in quotes, `category.name` and `class.name`",
            ],
        ),
        (
            "[category.database, class.control-plane, \"aws_s3_bucket\", \"aws_fsx_*\"]",
            "[]",
            &["3:16: `types` is empty; write `types = \"*\"` for every type"],
        ),
        (
            "[\"a.b\"]",
            "[\"before.a\"]",
            &[
                "9:17: the path `before.a` begins with `before`; leave the side out: the path is looked up on both sides of the change",
            ],
        ),
        (
            "[\"a.b\"]",
            "[\"a b\"]",
            &[
                "9:17: `a b` is no attribute path; write attribute names separated by dots, such as `root_block_device.encrypted`",
            ],
        ),
        (
            "rule \"x\"",
            "rule \"y\"",
            &["1:1: the rule `y` is in a file named `x.hcl`; give both the same name"],
        ),
        ("rule \"x\"", "rule", &["1:1: `rule` has 0 labels; write `rule \"...\" {`"]),
        (
            "rule \"x\"",
            "rules \"x\"",
            &[
                "1:1: the file of a rule has no block `rules`; did you mean `rule`?",
                "1:1: the file holds 0 rules; write one rule to a file",
            ],
        ),
        (
            "  title      = \"A database goes\"\n",
            "  scope = \"plan\"\n  title = \"t\"\n",
            &[
                "4:3: `types` is for rules that look at one change; leave `types` out, or write `scope = \"change\"`",
                "5:3: `actions` is for rules that look at one change; leave `actions` out, or write `scope = \"change\"`",
                "6:16: `stateful` belongs to one change, and this rule looks at the whole plan; use the names that begin with `plan.`, or write `scope = \"change\"`",
                "11:19: `address` belongs to one change, and this rule looks at the whole plan; use the names that begin with `plan.`, or write `scope = \"change\"`",
            ],
        ),
        (
            "references = [\"SOC2\"]\n}",
            "references = [\"SOC2\"]\n}\nrule \"z\" {}",
            &["18:1: the file holds 2 rules; write one rule to a file"],
        ),
        (
            "actions    =",
            "actions",
            &[
                "4:11: this is no valid HCL: invalid structure, expected `{`, `=`, `\"` or identifier; look for a missing quote, sign or line break here",
            ],
        ),
        (
            "why        = <<-EOT",
            "why        = <<-END",
            &[
                "12:5: this is no valid HCL: expected heredoc end delimiter; look for a missing quote, sign or line break here",
            ],
        ),
        (
            "  message    =",
            "  title      = \"b\"\n  message    =",
            &[
                "10:3: this is no valid HCL: invalid attribute, expected unique attribute key; found redefined attribute; write it once: one of the two is in vain",
            ],
        ),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let problems = problems_of(&GOOD.replacen(from, to, 1), |source| read_rule(source, &KNOWN, "x"));
        assert_eq!(problems, expected, "{to}");
    }
    assert_eq!(
        problems_of("", |source| read_rule(source, &KNOWN, "x")),
        ["1:1: the file holds 0 rules; write one rule to a file"]
    );
}
