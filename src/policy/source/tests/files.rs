//! All files together: checks across files, the packed form, the limits of a parse.

use super::lines;
use crate::policy::source::load::{File, Loaded, load};
use crate::policy::source::packed::Packed;
use crate::policy::source::words::Trait;

const DEFAULTS: File<'_> = File {
    path: "rules/default.hcl",
    text: "applygate {\n}\nlimits {\nmax_destroy = 5\nmax_destroy_share = 0.25\nmax_plan_age = \"1d\"\n}\n",
};
const CATALOG: File<'_> = File {
    path: "rules/catalog/a.hcl",
    text: "types {\nclass = \"data\"\ncategory = \"database\"\ndelete_risk = \"high\"\nstateful = true\n\
           names = [\"b_b\", \"a_a\", \"c_c\"]\n}\ntrait \"container\" {\nnames = [\"a_a\"]\n}\n",
};

fn rule(id: &str, more: &str) -> String {
    format!("rule \"{id}\" {{\ntitle = \"t\"\nrisk = \"low\"\nmessage = \"m\"\nwhy = \"w\"\n{more}\n}}\n")
}

fn problems(files: &[File<'_>]) -> Vec<String> {
    load(files).map_err(|problems| lines(&problems)).expect_err("the files are wrong")
}

#[test]
fn files_are_checked_against_each_other() {
    let good = rule("r", "types = [category.database]");
    let plan = rule("r", "scope = \"plan\"\nwhen = plan.errored == true");
    let elsewhere = rule("r", "types = [category.dns]");
    let rule_at = |path, text| File { path, text };
    let second = "type \"a_a\" {\nclass = \"data\"\ncategory = \"database\"\ndelete_risk = \"low\"\n}\n";
    let stray = "trait \"rotation\" {\nnames = [\"z_z\"]\n}\n";
    for (files, expected) in [
        (
            vec![DEFAULTS, rule_at("rules/data/s.hcl", &good)],
            &["1:1: the rule `r` is in a file named `s.hcl`; give both the same name"][..],
        ),
        (
            vec![DEFAULTS, rule_at("rules/date/r.hcl", &good)],
            &["1:1: the folder `date` is no class; did you mean `data`?"],
        ),
        (
            vec![DEFAULTS, rule_at("rules/r.hcl", &good)],
            &[
                "1:1: this file is in no folder of rules; a rule stands in `rules/<class>/<rule>.hcl` or `rules/plan/<rule>.hcl`",
            ],
        ),
        (
            vec![DEFAULTS, rule_at("rules/plan/r.hcl", &good)],
            &[
                "1:1: a rule with `scope = \"change\"` is in the folder `plan`; rules about the plan are in `rules/plan/`, those about the configuration in `rules/configuration/`",
            ],
        ),
        (
            vec![DEFAULTS, rule_at("rules/data/r.hcl", &plan)],
            &[
                "1:1: a rule with `scope = \"plan\"` is in the folder `data`; rules about the plan are in `rules/plan/`, those about the configuration in `rules/configuration/`",
            ],
        ),
        (
            vec![DEFAULTS, CATALOG, rule_at("rules/data/r.hcl", &elsewhere)],
            &["6:10: no type has the category `dns`; known here: `database`"],
        ),
        (
            vec![DEFAULTS, rule_at("rules/app/r.hcl", &good), rule_at("rules/data/r.hcl", &good)],
            &["1:1: there are two rules `r`; the other one is at rules/app/r.hcl:1:1"],
        ),
        (
            vec![DEFAULTS, CATALOG, rule_at("rules/catalog/b.hcl", second)],
            &["1:1: the type `a_a` is listed twice; the first time is at rules/catalog/a.hcl:6:17"],
        ),
        (
            vec![DEFAULTS, CATALOG, rule_at("rules/catalog/b.hcl", stray)],
            &["2:10: no catalog lists the type `z_z`; list it with its class and category first"],
        ),
        (vec![CATALOG], &["there is no `rules/default.hcl`; write limits and approvals into it"]),
    ] {
        assert_eq!(problems(&files), expected, "{files:?}");
    }
}

#[test]
fn what_is_packed_is_found_again() {
    let good = rule("r", "types = [category.database]\nwhen = glob(\"a*\", address) || before.x > 1.50");
    let Loaded { shipped, catalog } =
        load(&[DEFAULTS, CATALOG, File { path: "rules/data/r.hcl", text: &good }]).unwrap();
    let bytes = postcard::to_allocvec(&shipped).unwrap();
    assert_eq!(postcard::from_bytes::<crate::policy::source::load::Shipped>(&bytes).unwrap(), shipped);
    let packed = Packed::new(&catalog);
    assert_eq!(packed.names().collect::<Vec<_>>(), ["a_a", "b_b", "c_c"]);
    assert_eq!(packed.categories(), ["database"]);
    assert_eq!(packed.lookup("a_a").unwrap().traits, [Trait::Container]);
    assert_eq!(packed.lookup("b_b"), packed.lookup("c_c"));
    for missing in ["", "a", "a_a_", "b", "zzz"] {
        assert_eq!(packed.lookup(missing), None, "{missing}");
    }
}

#[test]
fn a_damaged_catalog_finds_nothing_and_does_not_panic() {
    let loaded = load(&[DEFAULTS, CATALOG]).unwrap();
    for length in 0..loaded.catalog.len() {
        let packed = Packed::new(&loaded.catalog[..length]);
        let _ = (packed.lookup("b_b"), packed.categories(), packed.names().count());
    }
    for position in 0..loaded.catalog.len() {
        let mut damaged = loaded.catalog.clone();
        damaged[position] ^= 0x55;
        let packed = Packed::new(&damaged);
        let _ = (packed.lookup("b_b"), packed.categories(), packed.names().take(10).count());
    }
}

#[test]
fn what_is_no_hcl_is_a_problem_with_its_place() {
    for (text, expected) in [
        (
            "rule \"x\" {\n  title = \n}\n",
            "2:11: this is no valid HCL: invalid expression, expected `\"`, `[`, `{`, `-`, `!`, `(`, `_`, `<`, letter or digit; look for a missing quote, sign or line break here",
        ),
        (
            "rule \"x\" {\n  title = \"a\n}\n",
            "2:3: this is no valid HCL: invalid block body, expected `}`, newline or identifier; a string ends where its line ends: is a quote missing?",
        ),
        (
            "rule \"x\" {\n",
            "1:11: this is no valid HCL: invalid block body, expected `}`, newline or identifier; there are more `{` than `}`: is one missing?",
        ),
        (
            "rule x = 1\n",
            "1:8: this is no valid HCL: expected `{`; look for a missing quote, sign or line break here",
        ),
        (
            "\u{feff}rule \"x\" {\n}\n",
            "1:1: this is no valid HCL: unexpected token; save it in UTF-8 without a byte order mark",
        ),
        ("}\n", "1:1: this is no valid HCL: unexpected token; there are more `}` than `{`: is one too many?"),
    ] {
        assert_eq!(problems(&[DEFAULTS, File { path: "rules/data/x.hcl", text }]), [expected], "{text}");
    }
}

#[test]
fn deep_nesting_is_a_problem_not_a_crash() {
    for (open, close, expected) in [
        (
            "(",
            ")",
            "7:72: this is no valid HCL: invalid nesting depth, expected at most 64 nested levels; write it in smaller parts",
        ),
        (
            "[",
            "]",
            "7:72: this is no valid HCL: invalid nesting depth, expected at most 64 nested levels; write it in smaller parts",
        ),
    ] {
        let nested = format!("when = {}true{}", open.repeat(10_000), close.repeat(10_000));
        let text = rule("x", &format!("types = \"*\"\n{nested}"));
        assert_eq!(problems(&[DEFAULTS, File { path: "rules/data/x.hcl", text: &text }]), [expected]);
    }
    let long = format!("when = true{}", " && true".repeat(10_000));
    let text = rule("x", &format!("types = \"*\"\n{long}"));
    assert_eq!(
        problems(&[DEFAULTS, File { path: "rules/data/x.hcl", text: &text }]),
        [
            "7:1037: this is no valid HCL: invalid binary operation, expected at most 128 chained binary operators; write it in smaller parts"
        ]
    );
}
