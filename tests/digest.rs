//! What a change digest is made of, and what it is not made of.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use applygate::plan::{Options, read};
use applygate::risk::digest::{Builder, ChangeDigest, DigestKey};
use serde_json::{Value, json};

fn digest_of(plan: &Value, key: Option<&DigestKey>) -> ChangeDigest {
    let plan = read(plan.to_string().as_bytes(), &Options::default()).unwrap();
    let mut builder = Builder::new(key);
    for head in &plan.changes {
        builder.change(head, &head.change().unwrap());
    }
    builder.rest(&plan).unwrap();
    builder.digest()
}

fn text(plan: &Value) -> String {
    digest_of(plan, None).text
}

fn plan() -> Value {
    let element = |name: &str, actions: Value| {
        json!({
            "address": format!("module.m.aws_db_instance.{name}"), "module_address": "module.m", "mode": "managed",
            "type": "aws_db_instance", "name": name, "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {
                "actions": actions,
                "before": {"id": "db-1", "size": 20, "password": "old", "restorable": "2026-01-01"},
                "after": {"id": "db-1", "size": 30, "password": "new", "restorable": "2026-01-01"},
                "after_unknown": {}, "before_sensitive": {"password": true}, "after_sensitive": {"password": true},
            }
        })
    };
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "timestamp": "2026-11-21T10:00:00Z",
        "resource_changes": [element("a", json!(["update"])), element("b", json!(["update"]))],
        "variables": {
            "region": {"value": "eu-west-1"}, "command": {"value": "true"}, "unused": {"value": "x"},
            "login": {"value": "swordfish"},
        },
        "output_changes": {
            "x": {"actions": ["update"], "before": 1, "after": 2, "before_sensitive": false, "after_sensitive": false},
        },
        "configuration": {
            "provider_config": {
                "aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}},
                "aws.var": {"name": "aws", "alias": "var", "expressions": {
                    "region": {"references": ["var.region"]}, "login": {"references": ["var.login"]},
                }},
            },
            "root_module": {"variables": {"login": {"sensitive": true}}, "module_calls": {"m": {
                "source": "./m", "expressions": {"command": {"references": ["var.command"]}},
                "module": {"resources": [{
                    "address": "aws_db_instance.a", "mode": "managed", "type": "aws_db_instance", "name": "a",
                    "provider_config_key": "aws",
                    "provisioners": [
                        {"type": "local-exec", "expressions": {"command": {"constant_value": "true"}}},
                        {"type": "local-exec", "expressions": {"command": {"references": ["var.command"]}}},
                    ],
                }]},
            }}},
        },
        "complete": true, "errored": false,
    })
}

/// Writes JSON with the members of every object in reverse order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Array(elements) => {
            format!("[{}]", elements.iter().map(reversed).collect::<Vec<_>>().join(","))
        }
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| format!("{}:{}", json!(key), reversed(value));
            format!("{{{}}}", members.iter().rev().map(member).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

/// Returns the plan with another value at a JSON pointer.
fn with(pointer: &str, value: Value) -> Value {
    let mut plan = plan();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    plan.pointer_mut(parent).unwrap()[name] = value;
    plan
}

#[test]
fn a_plan_made_anew_with_the_same_effect_keeps_its_digest() {
    let digest = text(&plan());
    let mut reordered = plan();
    reordered["resource_changes"].as_array_mut().unwrap().reverse();
    for (what, same) in [
        ("another time", with("/timestamp", json!("2027-01-01T00:00:00Z"))),
        ("another patch version", with("/terraform_version", json!("1.11.5"))),
        ("another order of resources", reordered),
        ("a value that moves by itself", {
            let mut moved = with("/resource_changes/0/change/before/restorable", json!("2026-02-02"));
            moved["resource_changes"][0]["change"]["after"]["restorable"] = json!("2026-02-02");
            moved
        }),
        ("a variable that no provider and no command reads", with("/variables/unused/value", json!("y"))),
        (
            "what a provider says of itself",
            with("/configuration/provider_config/aws/version_constraint", json!("5.2")),
        ),
        ("prior state", with("/prior_state", json!({"format_version": "1.0", "values": {"x": 1}}))),
    ] {
        assert_eq!(text(&same), digest, "{what}");
    }
    let spelled = read(reversed(&plan()).as_bytes(), &Options::default()).unwrap();
    let mut builder = Builder::new(None);
    for head in &spelled.changes {
        builder.change(head, &head.change().unwrap());
    }
    builder.rest(&spelled).unwrap();
    assert_eq!(builder.digest().text, digest, "another order of keys");
}

#[test]
fn another_effect_has_another_digest() {
    let digest = text(&plan());
    for (what, other) in [
        ("a value", with("/resource_changes/0/change/after/size", json!(31))),
        ("an address", with("/resource_changes/0/address", json!("module.m.aws_db_instance.c"))),
        ("a type", with("/resource_changes/0/type", json!("aws_rds_cluster"))),
        ("an operation", with("/resource_changes/0/change/actions", json!(["delete", "create"]))),
        ("a previous address", with("/resource_changes/0/previous_address", json!("aws_db_instance.a"))),
        ("a deposed key", with("/resource_changes/0/deposed", json!("abcd1234"))),
        ("another object", {
            let mut other = with("/resource_changes/0/change/before/id", json!("db-2"));
            other["resource_changes"][0]["change"]["after"]["id"] = json!("db-2");
            other
        }),
        ("what forces a replacement", with("/resource_changes/0/change/replace_paths", json!([["size"]]))),
        ("a reason", with("/resource_changes/0/action_reason", json!("replace_because_tainted"))),
        ("what is planned for elsewhere", {
            let mut other = with("/resource_changes/0/module_address", json!("module.n"));
            other["resource_changes"][0]["address"] = json!("module.n.aws_db_instance.a");
            other
        }),
        ("an import", with("/resource_changes/0/change/importing", json!({"id": "db-1"}))),
        ("an import id", with("/resource_changes/0/change/importing", json!({"id": "db-2"}))),
        ("a provider", with("/resource_changes/0/provider_name", json!("registry.terraform.io/evil/aws"))),
        (
            "a region",
            with(
                "/configuration/provider_config/aws/expressions/region",
                json!({"constant_value": "us-east-1"}),
            ),
        ),
        ("a region that a variable names", with("/variables/region/value", json!("us-east-1"))),
        ("a command that a variable gives to a module", with("/variables/command/value", json!("rm -rf /"))),
        (
            "the configuration of the provider that a resource uses",
            with(
                "/configuration/root_module/module_calls/m/module/resources/0/provider_config_key",
                json!("aws.var"),
            ),
        ),
        ("a further provider", with("/configuration/provider_config/other", json!({"name": "other"}))),
        ("the value of an output", with("/output_changes/x/after", json!(3))),
        (
            "a provisioner",
            with(
                "/configuration/root_module/module_calls/m/module/resources/0/provisioners/0/expressions/command",
                json!({"constant_value": "rm -rf /"}),
            ),
        ),
        (
            "when a provisioner runs",
            with(
                "/configuration/root_module/module_calls/m/module/resources/0/provisioners/0/when",
                json!("destroy"),
            ),
        ),
        ("a module source", with("/configuration/root_module/module_calls/m/source", json!("./n"))),
        ("what becomes unknown", with("/resource_changes/0/change/after_unknown/size", json!(true))),
        ("completeness", with("/complete", json!(false))),
        (
            "an output",
            with("/output_changes", json!({"x": {"actions": ["delete"], "before": 1, "after": null}})),
        ),
    ] {
        assert_ne!(text(&other), digest, "{what}");
    }
}

#[test]
fn a_sensitive_value_is_bound_by_a_key_only_and_the_digest_says_so() {
    let key = DigestKey::new("0123456789abcdef0123456789abcdef").unwrap();
    let another = DigestKey::new("fedcba9876543210fedcba9876543210").unwrap();
    let changed = with("/resource_changes/0/change/after/password", json!("newer"));
    let (without, bound) = (digest_of(&plan(), None), digest_of(&plan(), Some(&key)));
    assert!(!without.sensitive_bound && bound.sensitive_bound);
    assert_eq!(without.text, digest_of(&changed, None).text);
    assert_ne!(bound.text, digest_of(&changed, Some(&key)).text);
    assert_ne!(bound.text, digest_of(&plan(), Some(&another)).text);
    assert!(without.text.starts_with("ag1-nokey-"));
    assert!(bound.text.starts_with(&format!("ag1-{}-", key.id())));
}

#[test]
fn a_sensitive_variable_is_bound_by_a_key_only() {
    let key = DigestKey::new("0123456789abcdef0123456789abcdef").unwrap();
    let changed = with("/variables/login/value", json!("another"));
    assert_eq!(text(&plan()), text(&changed));
    assert_ne!(digest_of(&plan(), Some(&key)).text, digest_of(&changed, Some(&key)).text);
}

/// Only the provider knows which lists are sets: their order is kept, and costs another approval at worst.
#[test]
fn the_order_of_a_list_is_part_of_the_digest() {
    let of = |list: Value| text(&with("/resource_changes/0/change/after/groups", list));
    assert_ne!(of(json!(["a", "b"])), of(json!(["b", "a"])));
}

#[test]
fn a_number_counts_by_its_text() {
    let of = |size: &str| {
        let plan = plan().to_string().replace("\"size\":30", &format!("\"size\":{size}"));
        let plan = read(plan.as_bytes(), &Options::default()).unwrap();
        let mut builder = Builder::new(None);
        for head in &plan.changes {
            builder.change(head, &head.change().unwrap());
        }
        builder.rest(&plan).unwrap();
        builder.digest().text
    };
    assert_ne!(of("12345678901234567890123"), of("12345678901234567890124"));
}

#[test]
fn a_key_that_could_be_guessed_is_refused() {
    let problem = DigestKey::new("secret").unwrap_err();
    assert_eq!(problem.message, "the digest key has 6 bytes");
}

#[test]
fn every_plan_of_the_fixtures_has_a_digest_of_its_own() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/plans");
    let mut seen = std::collections::BTreeMap::new();
    for entry in std::fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let plan: Value = serde_json::from_slice(&std::fs::read(path.join("plan.json")).unwrap()).unwrap();
        if let Some(other) = seen.insert(text(&plan), path.clone()) {
            panic!("{} and {} share a digest", path.display(), other.display());
        }
    }
}
