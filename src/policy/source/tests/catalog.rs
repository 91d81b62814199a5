//! What is wrong with catalog, facets and inferences.

use super::problems_of;
use crate::policy::source::catalog::read_catalog;
use crate::policy::source::facet::read_facets;
use crate::policy::source::inference::read_inference;

const TYPE: &str = r#"type "aws_x" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" {
    safe  = { on = true, "a.b" = at_least("7d") }
    unset = "on"
  }
  weakens = { k = stable() }
}
types {
  class       = "app"
  category    = "iot"
  delete_risk = "low"
  names       = ["aws_y"]
}
"#;

#[test]
fn every_mistake_in_the_catalog_is_named_with_its_place() {
    assert_eq!(problems_of(TYPE, read_catalog), [""; 0]);
    for (from, to, expected) in [
        (
            "class       = \"data\"",
            "class = \"dat\"",
            &["2:11: `dat` is no `class`; did you mean `data`?"][..],
        ),
        ("class       = \"data\"\n", "\n", &["1:1: type `aws_x` has no `class`; add `class = ...`"]),
        (
            "category    = \"database\"\n",
            "\n",
            &["1:1: type `aws_x` has no `category`; add `category = ...`"],
        ),
        (
            "delete_risk = \"high\"\n",
            "\n",
            &["1:1: type `aws_x` has no `delete_risk`; add `delete_risk = ...`"],
        ),
        (
            "delete_risk",
            "deleterisk",
            &[
                "1:1: type `aws_x` has no `delete_risk`; add `delete_risk = ...`",
                "4:3: a type has no attribute `deleterisk`; did you mean `delete_risk`?",
            ],
        ),
        (
            "guard \"hard\"",
            "guard \"strong\"",
            &[
                "5:3: there is no kind of guard `strong`; known here: `hard`, `soft`, `keep`, `backup`, `safety`",
            ],
        ),
        ("guard \"hard\"", "guard", &["5:3: `guard` has 0 labels; write `guard \"...\" {`"]),
        (
            "    safe  = { on = true, \"a.b\" = at_least(\"7d\") }\n",
            "\n",
            &["5:3: guard `hard` has no `safe`; add `safe = ...`"],
        ),
        (
            "{ on = true, \"a.b\" = at_least(\"7d\") }",
            "{}",
            &["6:13: the guard tests nothing; write `{ attribute = value }`"],
        ),
        (
            "{ on = true, \"a.b\" = at_least(\"7d\") }",
            "true",
            &["6:13: `safe` is a bool; write `{ attribute = test, ... }`"],
        ),
        (
            "at_least(\"7d\")",
            "at_least(\"7 days\")",
            &["6:34: the arguments of `at_least` are wrong; write `at_least(7)` or `at_least(\"7d\")`"],
        ),
        ("at_least(\"7d\")", "above(\"a\")", &["6:34: the arguments of `above` are wrong; write `above(0)`"]),
        (
            "at_least(\"7d\")",
            "not()",
            &["6:34: the arguments of `not` are wrong; write `not(\"VALUE\", ...)`"],
        ),
        ("at_least(\"7d\")", "set(1)", &["6:34: the arguments of `set` are wrong; write `set()`"]),
        ("at_least(\"7d\")", "sett()", &["6:34: there is no test `sett`; did you mean `set`?"]),
        (
            "at_least(\"7d\")",
            "stable()",
            &[
                "6:34: there is no test `stable`; known here: `set`, `unset`, `above`, `at_least`, `not`, `one_of`",
            ],
        ),
        (
            "at_least(\"7d\")",
            "null",
            &[
                "6:34: null cannot be compared with; write a string, a number, true, false or a test such as `unset()`",
            ],
        ),
        (
            "at_least(\"7d\")",
            "[1]",
            &[
                "6:34: a list cannot be compared with; write a string, a number, true, false or a test such as `unset()`",
            ],
        ),
        (
            "\"a.b\"",
            "\"a..b\"",
            &[
                "6:26: `a..b` is no attribute path; write attribute names separated by dots, such as `root_block_device.encrypted`",
            ],
        ),
        (
            "\"a.b\"",
            "(x)",
            &[
                "6:26: the key is no attribute path; write nested ones in quotes: `\"root_block_device.encrypted\"`",
            ],
        ),
        ("unset = \"on\"", "unset = \"yes\"", &["7:13: `yes` is no `unset`; known here: `off`, `on`"]),
        (
            "stable()",
            "lowered()",
            &[
                "9:19: there is no test `lowered`; known here: `set`, `unset`, `above`, `at_least`, `not`, `one_of`, `stable`, `not_lowered`, `policy_diff`",
            ],
        ),
        ("type \"aws_x\"", "type", &["1:1: `type` has 0 labels; write `type \"...\" {`"]),
        ("types {", "types \"a\" {", &["11:1: `types` has no label; write `types {`"]),
        (
            "names       = [\"aws_y\"]\n",
            "\n",
            &["11:1: the group of types has no `names`; add `names = ...`"],
        ),
        (
            "names       = [\"aws_y\"]\n}",
            "names = [\"aws_y\"]\n}\ntrait \"huge\" {\nnames = []\n}",
            &["17:1: there is no trait `huge`; known here: `container`, `versioned`, `rotation`"],
        ),
        (
            "type \"aws_x\"",
            "kind \"aws_x\"",
            &["1:1: a catalog file has no block `kind`; known here: `type`, `types`, `trait`"],
        ),
    ] {
        assert!(TYPE.contains(from), "{from}");
        assert_eq!(problems_of(&TYPE.replacen(from, to, 1), read_catalog), expected, "{to}");
    }
}

const FACET: &str = r#"facet "f" {
  title      = "does it"
  risk       = "high"
  classes    = ["data"]
  types      = ["aws_*"]
  attributes = { a = changed(), b = became(true) }
}
"#;

#[test]
fn every_mistake_in_facets_is_named_with_its_place() {
    assert_eq!(problems_of(FACET, read_facets), [""; 0]);
    for (from, to, expected) in [
        ("risk       = \"high\"\n", "\n", &["1:1: facet `f` has no `risk`; add `risk = ...`"][..]),
        (
            "risk       = \"high\"\n",
            "risk = \"high\"\nbenign = true\n",
            &["3:3: a benign facet has no `risk`; leave `risk` or `benign` out"],
        ),
        (
            "\"data\"",
            "\"database\"",
            &[
                "4:17: there is no class `database`; known here: `data`, `recovery`, `crypto`, `identity`, `reachability`, `control`, `control-plane`, `compute`, `opaque`, `delivery`, `observability`, `config`, `app`, `meta`",
            ],
        ),
        (
            "\"aws_*\"",
            "\"aws_[ab]\"",
            &[
                "5:17: `aws_[ab]` is no type: `[` has no meaning in a pattern: `*` is its only wildcard; write `aws_*` or a type",
            ],
        ),
        (
            "changed()",
            "true",
            &["6:22: the test of a facet is a bool; write `changed()`, `lowered()`, `became(true)` or such"],
        ),
        ("changed()", "change()", &["6:22: there is no test `change`; did you mean `changed`?"]),
        ("changed()", "changed(1)", &["6:22: the arguments of `changed` are wrong; write `changed()`"]),
        (
            "became(true)",
            "became()",
            &["6:37: the arguments of `became` are wrong; write `became(\"VALUE\", ...)`"],
        ),
        (
            "became(true)",
            "became([])",
            &[
                "6:44: a list cannot be compared with; write a string, a number, true, false or a test such as `unset()`",
            ],
        ),
        (
            "  attributes = { a = changed(), b = became(true) }\n",
            "\n",
            &["1:1: facet `f` has no `attributes`; add `attributes = ...`"],
        ),
        (
            "}\n}\n",
            "}\n}\nfacet \"f\" {\ntitle = \"t\"\nbenign = true\nattributes = {}\n}\n",
            &["8:1: the facet `f` is written twice; the first one is at x.hcl:1:1"],
        ),
    ] {
        assert!(FACET.contains(from), "{from}");
        assert_eq!(problems_of(&FACET.replacen(from, to, 1), read_facets), expected, "{to}");
    }
}

#[test]
fn an_inference_says_everything() {
    let text = "infer {\nwords = [\"db\"]\n}\n";
    assert_eq!(
        problems_of(text, read_inference),
        [
            "1:1: the inference has no `class`; add `class = ...`",
            "1:1: the inference has no `category`; add `category = ...`",
            "1:1: the inference has no `stateful`; add `stateful = ...`",
            "1:1: the inference has no `delete_risk`; add `delete_risk = ...`"
        ]
    );
}
