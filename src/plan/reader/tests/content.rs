use super::{PLAN, changes, element, plan_of, reading};
use crate::plan::address::Index;
use crate::plan::mode::Mode;
use crate::plan::model::{Check, CheckStatus, Invocation, Tool};
use crate::plan::operation::{Operation, Order};
use crate::plan::sibling::Sibling;
use crate::plan::value::Value;
use crate::plan::view::State;

#[test]
fn a_plan_says_what_made_it_and_how_it_went() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    assert_eq!(plan.format_version, "1.2");
    assert_eq!(plan.terraform_version.as_deref(), Some("1.14.2"));
    assert_eq!(plan.tool, Tool::Terraform);
    assert_eq!(plan.timestamp.as_deref(), Some("2026-11-21T12:00:00Z"));
    assert_eq!((plan.errored, plan.complete, plan.applyable), (Some(false), Some(false), Some(true)));
    assert_eq!(
        plan.configuration.as_deref(),
        Some(r#"{"root_module": {"resources": [{"address": "aws_x.a"}]}}"#)
    );
    assert_eq!(plan.resource_total(), 6);
    let bare = reading(plan_of(r#""x":1"#).as_bytes()).unwrap();
    assert_eq!((bare.errored, bare.complete, bare.applyable, bare.configuration), (None, None, None, None));
}

#[test]
fn only_what_is_not_plainly_unchanged_is_kept_and_sorted() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    let kept: Vec<_> = plan
        .changes
        .iter()
        .map(|change| (change.address.as_str(), change.deposed.as_deref(), change.operation, change.mode))
        .collect();
    assert_eq!(
        kept,
        [
            ("aws_x.a", Some("ab12cd34"), Operation::Delete, Mode::Managed),
            ("aws_x.imported", None, Operation::NoOp, Mode::Managed),
            ("data.aws_d.c", None, Operation::Read, Mode::Data),
            ("module.m[\"k.\\\"]\"].aws_x.b[0]", None, Operation::Replace, Mode::Managed),
        ]
    );
    assert!(plan.changes.iter().all(|change| !change.address_mismatch));
    assert_eq!((plan.unchanged.managed, plan.unchanged.data), (2, 0));
    assert_eq!(
        plan.unchanged.siblings,
        [Sibling {
            kind: "aws_rds_cluster_instance".into(),
            address: "aws_rds_cluster_instance.one".into(),
            parent: Some("main".into()),
        }]
    );
}

#[test]
fn a_change_says_all_that_terraform_says_of_it() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    let change = plan.changes.last().unwrap();
    assert_eq!(change.module.as_deref(), Some("module.m[\"k.\\\"]\"]"));
    assert_eq!((change.kind.as_str(), change.name.as_str()), ("aws_x", "b"));
    assert_eq!(change.index, Some(Index::Number(0)));
    assert_eq!(change.order, Some(Order::DeleteFirst));
    assert_eq!(change.reason.as_deref(), Some("replace_because_cannot_update"));
    assert_eq!(change.provider, "registry.terraform.io/hashicorp/aws");
    assert!(change.moved() && change.destroys() && !change.importing);
    let body = change.change().unwrap();
    assert_eq!(body.replace_paths, ["disk.0.size", "id"]);
    assert!(body.marked && body.before().get("secret").is_sensitive());
    assert_eq!(body.after().get("id").state(), State::Unknown);
    assert_eq!(body.after().reach(&["disk", "size"])[0].known(), Some(&Value::Number("2")));
}

#[test]
fn drift_deferral_outputs_checks_and_actions_are_read() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    assert_eq!(plan.drift.len(), 1);
    assert_eq!(plan.deferred[0].reason, "instance_count_unknown");
    assert_eq!(plan.deferred[0].change.index, Some(Index::Unknown));
    assert!(!plan.deferred[0].change.address_mismatch);
    let outputs: Vec<_> = plan
        .outputs
        .iter()
        .map(|output| (output.name.as_str(), output.operation, output.sensitive))
        .collect();
    assert_eq!(outputs, [("name", Operation::Create, false), ("secret", Operation::Update, true)]);
    assert!(plan.outputs.iter().all(|output| output.body.starts_with('{')));
    assert_eq!(plan.variables.as_deref(), Some(r#"{"password": {"value": "hunter2"}}"#));
    assert!(!format!("{plan:?}").contains("hunter2"));
    let check = |address: &str, kind: &str, status, problems: &[&str]| Check {
        address: address.into(),
        kind: kind.into(),
        status,
        problems: problems.iter().map(|problem| (*problem).to_owned()).collect(),
    };
    assert_eq!(
        plan.checks,
        [
            check("aws_x.a", "resource", CheckStatus::Pass, &[]),
            check("check.up", "check", CheckStatus::Fail, &["it is down", "very"]),
        ]
    );
    let invocation = |name: &str, trigger: Option<(&str, &str)>, deferred| Invocation {
        address: format!("action.aws_lambda_invoke.{name}"),
        kind: "aws_lambda_invoke".into(),
        trigger: trigger.map(|(address, _)| address.into()),
        event: trigger.map(|(_, event)| event.into()),
        deferred,
    };
    assert_eq!(
        plan.invocations,
        [
            invocation("asked", None, false),
            invocation("late", Some(("aws_x.later[*]", "BeforeUpdate")), true),
            invocation("notify", Some(("aws_x.a", "AfterCreate")), false),
        ]
    );
}

#[test]
fn nothing_that_may_be_secret_is_in_the_debug_output() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    let text = format!("{plan:?}");
    assert!(!text.contains("secret\":") && !text.contains("old") && !text.contains("root_module"), "{text}");
}

#[test]
fn every_format_from_0_1_on_is_read_with_or_without_marks() {
    for (version, marks, sensitive) in [
        ("0.1", "", true),
        ("0.2", r#","before_sensitive":false,"after_sensitive":false"#, false),
        ("1.0", r#","after_sensitive":{"a":[]}"#, false),
        ("1.9", r#","after_sensitive":[true]"#, true),
    ] {
        let text = format!(
            r#"{{"format_version":"{version}","resource_changes":[],"output_changes":{{"o":{{"actions":["create"]{marks}}}}}}}"#
        );
        assert_eq!(reading(text.as_bytes()).unwrap().outputs[0].sensitive, sensitive, "{text}");
    }
}

#[test]
fn a_no_op_is_unchanged_only_if_nothing_else_happens_to_it() {
    for (members, kept) in [
        ("", false),
        (r#","previous_address":"aws_x.y""#, false),
        (r#","previous_address":"aws_x.z""#, true),
        (r#","deposed":"1""#, true),
        (r#","x":1"#, false),
    ] {
        let plan = reading(changes(&[element("aws_x.y", "[\"no-op\"]", members)]).as_bytes()).unwrap();
        assert_eq!(plan.changes.len(), usize::from(kept), "{members}");
        assert_eq!(plan.unchanged.managed, u64::from(!kept), "{members}");
    }
    // Spelled otherwise than Terraform does, and a data source.
    for text in [
        element("aws_x.y", r#" [ "\u006eo-op" ]"#, ""),
        element("aws_x.y", "[\"no-op\"]", "")
            .replace("\"managed\"", "\"data\"")
            .replace("\"aws_x.y", "\"data.aws_x.y"),
    ] {
        let plan = reading(changes(&[text]).as_bytes()).unwrap();
        assert_eq!((plan.changes.len(), plan.resource_total()), (0, 1));
    }
    let ephemeral = element("aws_x.y", "[\"no-op\"]", "").replace("\"managed\"", "\"ephemeral\"");
    assert_eq!(reading(changes(&[ephemeral]).as_bytes()).unwrap().changes.len(), 1);
}

#[test]
fn an_address_that_its_parts_do_not_make_up_is_flagged() {
    for (from, to, mismatch) in [
        ("", "", false),
        (r#""address":"aws_x.y""#, r#""address":"aws_x.z""#, true),
        (r#""address":"aws_x.y""#, r#""address":"aws_x.y","index":0"#, true),
        (r#""address":"aws_x.y""#, r#""address":"aws_x.y[0]","index":0"#, false),
        (r#""address":"aws_x.y""#, r#""address":"aws_x.y[\"\"]","index":"""#, false),
        (r#""address":"aws_x.y""#, r#""address":"module.a.aws_x.y","module_address":"module.a""#, false),
        (r#""address":"aws_x.y""#, r#""address":"module.a.aws_x.y","module_address":"module.b""#, true),
        (r#""mode":"managed","#, r#""mode":"data","#, true),
        (r#""mode":"managed","#, "", false),
    ] {
        let text = changes(&[element("aws_x.y", "[\"create\"]", "").replace(from, to)]);
        assert_eq!(reading(text.as_bytes()).unwrap().changes[0].address_mismatch, mismatch, "{to}");
    }
}

#[test]
fn drift_of_old_versions_lacks_the_address_or_the_index() {
    let text = plan_of(
        r#""resource_drift":[
            {"mode":"managed","type":"aws_x","name":"y","change":{"actions":["update"]}},
            {"mode":"managed","type":"aws_x","name":"y","change":{"actions":["delete"]}},
            {"address":"module.m.aws_x.z[\"k\"]","module_address":"module.m","mode":"managed","type":"aws_x","name":"z","change":{"actions":["update"]}}]"#,
    );
    let plan = reading(text.as_bytes()).unwrap();
    let drift: Vec<_> =
        plan.drift.iter().map(|change| (change.address.as_str(), change.address_mismatch)).collect();
    assert_eq!(drift, [("aws_x.y", false), ("aws_x.y", false), ("module.m.aws_x.z[\"k\"]", false)]);
}

#[test]
fn a_plan_is_read_in_every_encoding_and_inside_the_output_of_the_setup_action() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    let utf16 = |little: bool| -> Vec<u8> {
        PLAN.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    };
    for (what, input) in [
        ("BOM", [b"\xef\xbb\xbf", PLAN.as_bytes()].concat()),
        ("UTF-16LE with BOM", [&b"\xff\xfe"[..], &utf16(true)].concat()),
        ("UTF-16BE with BOM", [&b"\xfe\xff"[..], &utf16(false)].concat()),
        ("UTF-16LE", utf16(true)),
        ("UTF-16BE", utf16(false)),
        ("white space", [b" \r\n\t", PLAN.as_bytes(), b"\n\n"].concat()),
        ("command", [b"[command]/opt/terraform-bin show -json x\n", PLAN.as_bytes()].concat()),
        (
            "debug",
            [b"\n[command]/opt/terraform-bin show\r\n::debug::a {\n::set-output x::y\n", PLAN.as_bytes()]
                .concat(),
        ),
    ] {
        assert_eq!(reading(&input).as_ref(), Ok(&plan), "{what}");
    }
}

#[test]
fn what_a_change_does_is_what_its_sides_say_and_not_its_word() {
    let resource = |change: &str| {
        let element = format!(
            r#"{{"address":"aws_x.a","mode":"managed","type":"aws_x","name":"a","change":{{{change}}}}}"#
        );
        reading(plan_of(&format!(r#""resource_changes":[{element}]"#)).as_bytes()).unwrap()
    };
    for (change, expected) in [
        // A no-op that is none.
        (r#""actions":["no-op"],"before":{"a":1},"after":{"a":2}"#, Some(Operation::Update)),
        (r#""actions":["no-op"],"before":{"a":1},"after":null"#, Some(Operation::Delete)),
        (r#""actions":["no-op"],"before":{"a":1}"#, Some(Operation::Delete)),
        (r#""actions":["no-op"],"before":null,"after":{"a":1}"#, Some(Operation::Create)),
        (
            r#""actions":["no-op"],"before":{"a":1},"after":{"a":1},"after_unknown":{"b":true}"#,
            Some(Operation::Update),
        ),
        (r#""actions" : [ "no-op" ],"before":{"a":1},"after":{"a":2}"#, Some(Operation::Update)),
        (r#""actions":["no-op"],"before":{"a":1},"after":{"a":1}"#, None),
        (r#""actions":["no-op"],"before":{"a":1,"b":2},"after":{"b":2,"a":1}"#, None),
        (r#""actions":["no-op"],"before":{"a":1},"after":{"a":1},"after_unknown":{"b":[false]}"#, None),
        (r#""actions":["no-op"],"before":{"a":1},"after":{"a":1},"after_unknown":{"true":[false]}"#, None),
        (r#""actions":["no-op"],"before":null,"after":null"#, None),
        // An update of which only one side is there.
        (r#""actions":["update"],"before":{"a":1},"after":null"#, Some(Operation::Delete)),
        (r#""actions":["update"],"before":null,"after":{"a":1}"#, Some(Operation::Create)),
        // A creation of what is there, and a managed resource that is only read.
        (r#""actions":["create"],"before":{"a":1},"after":{"a":2}"#, Some(Operation::Replace)),
        (r#""actions":["read"],"before":{"a":1},"after":null"#, Some(Operation::Delete)),
    ] {
        let plan = resource(change);
        let found = plan.changes.first().map(|change| (change.operation, change.contradictory));
        assert_eq!(found, expected.map(|operation| (operation, true)), "{change}");
    }
    for change in [
        r#""actions":["update"],"before":{"a":1},"after":{"a":2}"#,
        r#""actions":["update"],"before":{"a":1},"after_unknown":true"#,
        r#""actions":["create"],"before":null,"after":{"a":2}"#,
        r#""actions":["delete"],"before":{"a":1},"after":null"#,
        r#""actions":["delete","create"],"before":{"a":1},"after":{"a":2}"#,
    ] {
        assert!(!resource(change).changes[0].contradictory, "{change}");
    }
}
