//! What is wrong with a condition or a message.

use super::problems_of;
use crate::policy::source::rule::read_rule;
use crate::policy::source::selector::Known;

/// The condition begins at 2:8.
fn check(scope: &str, cases: &[(&str, &[&str])]) {
    for (when, expected) in cases {
        let types = if scope == "change" { "types = \"*\"" } else { "" };
        let text = format!(
            "rule \"x\" {{\nwhen = {when}\nscope = \"{scope}\"\n{types}\ntitle = \"t\"\nrisk = \"low\"\n\
             message = \"m\"\nwhy = \"w\"\n}}\n"
        );
        let problems = problems_of(&text, |source| read_rule(source, &Known::default(), "x"));
        assert_eq!(problems, *expected, "{when}");
    }
}

#[test]
fn names_are_checked() {
    check(
        "change",
        &[
            ("befor.x", &["2:8: there is no name `befor`; did you mean `before`?"]),
            ("plan.destroy > 1", &["2:8: there is no name `plan.destroy`; did you mean `plan.destroys`?"]),
            (
                "plan",
                &[
                    "2:8: `plan` is no value by itself; known here: `plan.errored`, `plan.complete`, `plan.targeted`, `plan.applyable`, `plan.creates`, `plan.updates`, `plan.deletes`, `plan.replaces`, `plan.forgets`, `plan.imports`, `plan.destroys`, `plan.managed`, `plan.destroyed_classes`, `plan.checks_failed`, `plan.drifted`, `plan.deferred`, `plan.invocations`, `plan.mismatched`, `plan.contradictory`",
                ],
            ),
            ("guard.armed == true", &["2:8: there is no name `guard.armed`; did you mean `guard.disarmed`?"]),
            (
                "var.x == 1",
                &[
                    "2:8: there is no name `var`; attributes of the resource are written `before.name` or `after.name`, strings in quotes",
                ],
            ),
            (
                "database == category",
                &[
                    "2:8: there is no name `database`; attributes of the resource are written `before.name` or `after.name`, strings in quotes",
                ],
            ),
            (
                "category.database",
                &[
                    "2:8: `category` is a string and has no attributes; compare it: `category == \"database\"`",
                ],
            ),
            (
                "address[0] == \"a\"",
                &["2:8: `address` is a string and has no attributes; compare it with a value"],
            ),
            ("[for r in before.x : rr.y == 1] == []", &["2:29: there is no name `rr`; did you mean `r`?"]),
            (
                "xx == 1 && yy == 2",
                &[
                    "2:8: there is no name `xx`; attributes of the resource are written `before.name` or `after.name`, strings in quotes",
                    "2:19: there is no name `yy`; attributes of the resource are written `before.name` or `after.name`, strings in quotes",
                ],
            ),
        ],
    );
}

#[test]
fn a_rule_about_the_plan_uses_no_names_of_one_change() {
    check(
        "plan",
        &[
            (
                "stateful && before.x && changed(\"a\")",
                &[
                    "2:8: `stateful` belongs to one change, and this rule looks at the whole plan; use the names that begin with `plan.`, or write `scope = \"change\"`",
                    "2:20: `before` belongs to one change, and this rule looks at the whole plan; use the names that begin with `plan.`, or write `scope = \"change\"`",
                    "2:32: `changed` belongs to one change, and this rule looks at the whole plan; use the names that begin with `plan.`, or write `scope = \"change\"`",
                ],
            ),
            ("plan.destroys > 1", &[]),
        ],
    );
}

#[test]
fn what_needs_a_bool_gets_one() {
    check(
        "change",
        &[
            (
                "address",
                &[
                    "2:8: a condition must be true or false, and this is of the type string; compare it with a value: `address == ...`",
                ],
            ),
            (
                "plan.errored",
                &[
                    "2:8: a condition must be true or false, and this is of the type bool or null; it can be null: write `plan.errored == true` or `plan.errored == false`",
                ],
            ),
            ("plan.errored == true", &[]),
            (
                "stateful && length(before.x)",
                &[
                    "2:20: an operand of `&&` must be true or false, and this is of the type number; compare the result with a value",
                ],
            ),
            (
                "!plan.deletes",
                &[
                    "2:9: the operand of `!` must be true or false, and this is of the type number; compare it with a value: `plan.deletes == ...`",
                ],
            ),
            (
                "1",
                &[
                    "2:8: a condition must be true or false, and this is of the type number; compare it with a value",
                ],
            ),
            (
                "\"true\"",
                &[
                    "2:8: a condition must be true or false, and this is of the type string; compare it with a value",
                ],
            ),
            (
                "[true]",
                &[
                    "2:8: a condition must be true or false, and this is of the type list; use `anytrue`, `alltrue` or `contains`",
                ],
            ),
            (
                "before",
                &[
                    "2:8: a condition must be true or false, and this is of the type object; compare one of its attributes",
                ],
            ),
            (
                "1 + 1",
                &[
                    "2:8: a condition must be true or false, and this is of the type number; compare it with a value",
                ],
            ),
            (
                "address ? true : false",
                &[
                    "2:8: the condition of `?` must be true or false, and this is of the type string; compare it with a value: `address == ...`",
                ],
            ),
            (
                "anytrue([for x in before.y : x if 1])",
                &[
                    "2:42: the condition of `if` must be true or false, and this is of the type number; compare it with a value",
                ],
            ),
            ("before.x && try(after.y, true)", &[]),
        ],
    );
}

#[test]
fn functions_and_their_arguments_are_checked() {
    check(
        "change",
        &[
            ("contain(before.x, 1)", &["2:8: there is no function `contain`; did you mean `contains`?"]),
            (
                "sha256(before.x) == \"\"",
                &[
                    "2:8: there is no function `sha256`; known here: `try`, `can`, `contains`, `length`, `keys`, `values`, `concat`, `distinct`, `flatten`, `anytrue`, `alltrue`, `lower`, `upper`, `startswith`, `endswith`, `strcontains`, `glob`, `regex`, `tonumber`, `tostring`, `max`, `min`, `is_unknown`, `is_set`, `changed`, `left`, `became`, `has`, `had`, `lowered`, `raised`, `lowered_forever`, `lost`, `gained`, `forced_by`, `grants_admin`, `grants_escalation`, `grants_public`, `names_account`, `trusts_any_subject`, `loses_key_admin`, `grants_key_admin`, `widens`, `narrows`, `newly_world`, `grants_google_public`, `opens_admin_ports`, `opens_other_ports`, `opens_any_ports`, `removes_rules`, `adds_expiration`, `major`",
                ],
            ),
            (
                "a::b(1)",
                &[
                    "2:8: there is no function `b`; known here: `try`, `can`, `contains`, `length`, `keys`, `values`, `concat`, `distinct`, `flatten`, `anytrue`, `alltrue`, `lower`, `upper`, `startswith`, `endswith`, `strcontains`, `glob`, `regex`, `tonumber`, `tostring`, `max`, `min`, `is_unknown`, `is_set`, `changed`, `left`, `became`, `has`, `had`, `lowered`, `raised`, `lowered_forever`, `lost`, `gained`, `forced_by`, `grants_admin`, `grants_escalation`, `grants_public`, `names_account`, `trusts_any_subject`, `loses_key_admin`, `grants_key_admin`, `widens`, `narrows`, `newly_world`, `grants_google_public`, `opens_admin_ports`, `opens_other_ports`, `opens_any_ports`, `removes_rules`, `adds_expiration`, `major`",
                ],
            ),
            (
                "contains(before.x)",
                &["2:8: `contains` takes 2 arguments, not 1; it is written `contains(list, value)`"],
            ),
            ("try() == 1", &["2:8: `try` takes at least 1 argument, not 0; it is written `try(value, ...)`"]),
            (
                "changed()",
                &["2:8: `changed` takes at least 1 argument, not 0; it is written `changed(\"path\", ...)`"],
            ),
            ("can(1, 2)", &["2:8: `can` takes 1 argument, not 2; it is written `can(value)`"]),
            (
                "changed(before.x)",
                &[
                    "2:16: the path of `changed` is not a literal string; write it in quotes, such as `\"storage_encrypted\"`",
                ],
            ),
            (
                "changed(\"before.x\")",
                &[
                    "2:16: the path `before.x` begins with `before`; leave the side out: the path is looked up on both sides of the change",
                ],
            ),
            (
                "changed(\"a[0]\")",
                &[
                    "2:16: `a[0]` is no attribute path; write attribute names separated by dots, such as `root_block_device.encrypted`",
                ],
            ),
            (
                "left(\"\", true)",
                &[
                    "2:13: `` is no attribute path; write attribute names separated by dots, such as `root_block_device.encrypted`",
                ],
            ),
            (
                "glob(before.x, \"a\")",
                &[
                    "2:13: the pattern of `glob` is not a literal string; it is written `glob(\"pattern\", string)`",
                ],
            ),
            (
                "glob(\"a?\", before.x)",
                &[
                    "2:13: `a?` is no pattern: `?` has no meaning in a pattern: `*` is its only wildcard; it is written `glob(\"pattern\", string)`",
                ],
            ),
            (
                "regex(\"(\", before.x)",
                &[
                    "2:14: `(` is no pattern: found open group without closing ')'; it is written `regex(\"pattern\", string)`",
                ],
            ),
            (
                "contains(before.x...)",
                &["2:8: `...` is not part of the condition language; write the arguments one by one"],
            ),
            (
                "anytrue([for b in before.x : changed(\"y\")])",
                &[
                    "2:37: `changed` looks at the whole change, not at an element of the list; move it in front of the `for`, or compare the element's attributes",
                ],
            ),
        ],
    );
}

#[test]
fn what_is_not_part_of_the_language_is_refused() {
    check(
        "change",
        &[
            (
                "5 % 2 == 1",
                &[
                    "2:8: `%` is not part of the condition language; the operators are `&& || ! == != < <= > >= + - * /`",
                ],
            ),
            (
                "{for x in before.y : x => x} == {}",
                &[
                    "2:8: a `for` that makes an object is not part of the condition language; write a list: `[for element in list : element.name]`",
                ],
            ),
            (
                "{(address) = 1} == {}",
                &["2:21: the key of an object is an expression; write the key as a name or a string"],
            ),
            (
                "\"%{ if true }a%{ endif }\" == address",
                &[
                    "2:9: `%{ if }` is not part of the condition language; use `${}` only, with a conditional inside if need be",
                ],
            ),
            (
                "\"${~address}\" == address",
                &[
                    "2:12: `~` in a template is not part of the condition language; write `${` and `}` without `~`",
                ],
            ),
        ],
    );
}

#[test]
fn a_message_is_a_string() {
    let text = "rule \"x\" {\ntitle = \"t\"\ntypes = \"*\"\nrisk = \"low\"\nmessage = 5\nwhy = \"w\"\n}\n";
    let problems = problems_of(text, |source| read_rule(source, &Known::default(), "x"));
    assert_eq!(problems, ["5:11: `message` is a number; write a string, with `${}` around names"]);
    let text = text.replace('5', "\"${adress}\"");
    let problems = problems_of(&text, |source| read_rule(source, &Known::default(), "x"));
    assert_eq!(problems, ["5:14: there is no name `adress`; did you mean `address`?"]);
}
