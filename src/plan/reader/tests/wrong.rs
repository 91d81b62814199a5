use super::{changes, element, plan_of, reading};
use crate::problem::Code;

#[test]
fn what_occurs_twice_is_refused() {
    let create = |members: &str| element("aws_x.y", "[\"create\"]", members);
    for (text, message) in [
        (
            plan_of(r#""resource_changes":[],"resource_changes":[]"#),
            "key `resource_changes` occurs twice at the top level of the plan",
        ),
        (plan_of(r#""x":1,"\u0078":2"#), "key `x` occurs twice at the top level of the plan"),
        (
            changes(&[create(r#","type":"aws_x""#)]),
            "resource change `aws_x.y`: key `type` occurs twice in one object",
        ),
        (
            changes(&[create(r#","odd":1,"odd":2"#)]),
            "resource change `aws_x.y`: key `odd` occurs twice in one object",
        ),
        (
            changes(&[create("").replace("\"before\"", "\"actions\":[\"no-op\"],\"before\"")]),
            "resource change `aws_x.y`: key `actions` occurs twice in one object",
        ),
        (
            changes(&[create(r#","change":{"actions":["no-op"]}"#)]),
            "resource change `aws_x.y`: key `change` occurs twice in one object",
        ),
        (
            changes(&[create("").replace("\"after\":{}", "\"after\":{\"a\":{\"p\":1,\"q\":2,\"p\":3}}")]),
            "resource change `aws_x.y`: key `p` occurs twice in one object",
        ),
        (
            changes(&[element("aws_x.y", "[\"no-op\"]", r#","mode":"managed""#)]),
            "resource change `aws_x.y`: key `mode` occurs twice in one object",
        ),
        (changes(&[create(""), create("")]), "resource change `aws_x.y` occurs twice"),
        (
            changes(&[create(r#","deposed":"a""#), create(""), create(r#","deposed":"a""#)]),
            "resource change `aws_x.y` occurs twice with the deposed key `a`",
        ),
        (
            plan_of(r#""output_changes":{"o":{"actions":["create"]},"o":{"actions":["create"]}}"#),
            "change of output `o` occurs twice",
        ),
        (
            plan_of(r#""output_changes":{"o":{"actions":["create"],"after":{"a":1,"a":1}}}"#),
            "change of output `o`: key `a` occurs twice in one object",
        ),
        (
            plan_of(r#""checks":[{"status":"pass","status":"fail"}]"#),
            "element 1 of `checks`: key `status` occurs twice in one object",
        ),
        (
            plan_of(r#""deferred_changes":[{"reason":"x","reason":"y"}]"#),
            "element 1 of `deferred_changes`: key `reason` occurs twice in one object",
        ),
    ] {
        let problem = reading(text.as_bytes()).unwrap_err();
        assert_eq!(problem.message, message, "{text}");
        assert_eq!(problem.code, Code::PlanInvalid);
    }
    // The same object and one that is deposed are two.
    assert!(reading(changes(&[create(r#","deposed":"a""#), create("")]).as_bytes()).is_ok());
}

#[test]
fn a_member_that_is_not_as_expected_is_refused() {
    let create = |from: &str, to: &str| changes(&[element("aws_x.y", "[\"create\"]", "").replace(from, to)]);
    for (text, message) in [
        (
            r#"{"format_version":1.2,"resource_changes":[]}"#.to_owned(),
            "`format_version` of the plan is not a string",
        ),
        (plan_of(r#""resource_changes":null"#), "`resource_changes` of the plan is not an array"),
        (plan_of(r#""resource_changes":{}"#), "`resource_changes` of the plan is not an array"),
        (plan_of(r#""resource_changes":[7]"#), "element 1 of `resource_changes` is not an object"),
        (plan_of(r#""errored":"no""#), "`errored` of the plan is not true or false"),
        (plan_of(r#""output_changes":[]"#), "`output_changes` of the plan is not an object"),
        (plan_of(r#""output_changes":{"o":1}"#), "change of output `o` is not an object"),
        (plan_of(r#""output_changes":{"o":{}}"#), "change of output `o` has no `actions`"),
        (plan_of(r#""configuration":[]"#), "`configuration` of the plan is not an object"),
        (plan_of(r#""checks":{}"#), "`checks` of the plan is not an array"),
        (plan_of(r#""checks":[{"address":{}}]"#), "element 1 of `checks` has no `status`"),
        (
            plan_of(r#""checks":[{"address":{"to_display":"a","kind":"check"},"status":"maybe"}]"#),
            "element 1 of `checks` has the status `maybe`, which is not known",
        ),
        (
            plan_of(r#""action_invocations":[{"type":"t"}]"#),
            "element 1 of `action_invocations` has no `address`",
        ),
        (
            plan_of(r#""deferred_action_invocations":[{}]"#),
            "element 1 of `deferred_action_invocations` has no `action_invocation`",
        ),
        (plan_of(r#""deferred_changes":[{}]"#), "element 1 of `deferred_changes` has no `resource_change`"),
        (plan_of(r#""deferred_changes":[1]"#), "element 1 of `deferred_changes` is not an object"),
        (create(r#""address":"aws_x.y","#, ""), "element 1 of `resource_changes` has no `address`"),
        (
            create(r#""address":"aws_x.y""#, r#""address":7"#),
            "element 1 of `resource_changes`: `address` is not a string",
        ),
        (create(r#""type":"aws_x","#, ""), "resource change `aws_x.y` has no `type`"),
        (create(r#""name":"y","#, ""), "resource change `aws_x.y` has no `name`"),
        (create(r#""name":"y""#, r#""name":null"#), "resource change `aws_x.y`: `name` is not a string"),
        (
            create(r#""mode":"managed""#, r#""mode":"magic""#),
            "resource change `aws_x.y` has a `mode` that is not known",
        ),
        (
            create(r#""mode":"managed""#, r#""index":1.5"#),
            "resource change `aws_x.y`: `index` is not a string or a whole number",
        ),
        (create(r#""change""#, r#""changes""#), "resource change `aws_x.y` has no `change`"),
        (
            create(r#""change":{"actions""#, r#""change":7,"x":{"actions""#),
            "resource change `aws_x.y`: `change` is not an object",
        ),
        (create(r#""actions""#, r#""action""#), "resource change `aws_x.y` has no `actions`"),
        (
            create(r#"["create"]"#, r#""create""#),
            "resource change `aws_x.y`: `actions` is not an array of strings",
        ),
        (create(r#"["create"]"#, "[1]"), "resource change `aws_x.y`: `actions` is not an array of strings"),
        (create(r#"["create"]"#, "[]"), "resource change `aws_x.y` has the actions ``, which are not known"),
        (
            create(r#"["create"]"#, r#"["open"]"#),
            "resource change `aws_x.y` has the actions `open`, which are not known",
        ),
        (
            create(r#"["create"]"#, r#"["delete","no-op"]"#),
            "resource change `aws_x.y` has the actions `delete, no-op`, which are not known",
        ),
        (
            create(r#""before""#, r#""replace_paths":["a"],"before""#),
            "resource change `aws_x.y`: `replace_paths` is not an array of paths",
        ),
    ] {
        let problem = reading(text.as_bytes()).unwrap_err();
        assert_eq!(problem.message, message, "{text}");
        assert_eq!(problem.code, Code::PlanInvalid);
        assert!(problem.help.is_some());
    }
}
