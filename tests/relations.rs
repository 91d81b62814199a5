//! What changes of one plan are to each other, and what comes of it for their levels and findings.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use applygate::plan::address::{Address, Index};
use applygate::policy::Risk;
use applygate::risk::{ChangeAssessment, RelationKind};
use serde_json::{Value, json};

use support::judge_bytes;

/// Returns one element of `resource_changes`; a deletion has a reason.
fn change(action: &str, address: &str, before: &Value, after: &Value) -> Value {
    let place = Address::parse(address).unwrap();
    let mut element = json!({
        "address": address, "mode": "managed", "type": place.kind, "name": place.name,
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {
            "actions": action.split('+').collect::<Vec<_>>(), "before": before, "after": after, "after_unknown": {},
            "before_sensitive": {}, "after_sensitive": {},
        }
    });
    if action == "delete" {
        element["action_reason"] = json!("delete_because_no_resource_config");
    }
    match place.key {
        Some(Index::Number(number)) => element["index"] = json!(number),
        Some(Index::Key(key)) => element["index"] = json!(key),
        _ => {}
    }
    element
}

fn delete(address: &str, before: &Value) -> Value {
    change("delete", address, before, &Value::Null)
}

/// Judges a plan and returns what became of its changes, sorted by address.
fn judge(changes: &[Value]) -> Vec<ChangeAssessment> {
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes, "errored": false
    });
    judge_bytes(plan.to_string().as_bytes()).unwrap().assessment.changes
}

fn of<'c>(changes: &'c [ChangeAssessment], address: &str) -> &'c ChangeAssessment {
    changes.iter().find(|change| change.address == address).unwrap()
}

fn fires(change: &ChangeAssessment, rule: &str) -> bool {
    change.findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn a_block_on_public_access_goes_with_its_bucket_and_only_with_it() {
    const BLOCK: &str = "aws_s3_bucket_public_access_block.b";
    let block = delete(BLOCK, &json!({ "bucket": "b", "block_public_acls": true }));
    let bucket = |action: &str, force: bool| {
        let before = json!({ "id": "b", "bucket": "b", "force_destroy": force });
        let after = if action == "delete" { Value::Null } else { before.clone() };
        change(action, "aws_s3_bucket.b", &before, &after)
    };
    let again = change("create", "aws_s3_bucket.c", &Value::Null, &json!({ "bucket": "b" }));
    for (others, prohibited, level) in [
        (vec![bucket("delete", true)], false, Risk::Low),
        // S3 refuses to delete what is not empty, and it would stay without its block.
        (vec![bucket("delete", false)], false, Risk::High),
        (vec![bucket("delete+create", true)], true, Risk::Critical),
        (vec![bucket("update", true)], true, Risk::Critical),
        (vec![bucket("delete", true), again], true, Risk::Critical),
        (vec![delete("aws_s3_bucket.other", &json!({ "id": "c" }))], true, Risk::Critical),
    ] {
        let mut plan = vec![block.clone()];
        plan.extend(others);
        let changes = judge(&plan);
        let block = of(&changes, BLOCK);
        assert_eq!(
            (fires(block, "public-access-block-removed"), block.risk),
            (prohibited, level),
            "{plan:?}"
        );
    }
}

#[test]
fn what_holds_data_is_judged_on_its_own_although_it_goes_with_something() {
    let changes = judge(&[
        delete("aws_secretsmanager_secret.s", &json!({ "id": "s", "recovery_window_in_days": 30 })),
        delete("aws_secretsmanager_secret_version.v", &json!({ "secret_id": "s" })),
    ]);
    let version = of(&changes, "aws_secretsmanager_secret_version.v");
    assert_eq!(version.relations[0].kind, RelationKind::GoesWith);
    assert!(version.risk >= Risk::High);
}

#[test]
fn the_protection_of_a_branch_goes_with_its_repository() {
    const PROTECTION: &str = "github_branch_protection.main";
    let protection = delete(PROTECTION, &json!({ "repository_id": "R_1", "pattern": "main" }));
    let repository = delete("github_repository.r", &json!({ "name": "r", "node_id": "R_1" }));
    let alone = judge(std::slice::from_ref(&protection));
    assert!(fires(of(&alone, PROTECTION), "branch-protection-weakened"));
    let both = judge(&[protection, repository]);
    assert!(!fires(of(&both, PROTECTION), "branch-protection-weakened"));
    assert!(of(&both, "github_repository.r").risk >= Risk::High);
}

#[test]
fn a_lock_is_prohibited_to_go_beside_what_it_guards_and_held_elsewhere() {
    let lock = delete("azurerm_management_lock.l", &json!({ "scope": "/subscriptions/1/resourceGroups/g" }));
    for (id, rule) in [
        ("/subscriptions/1/resourceGroups/g/providers/x", "guard-deleted-with-destroy"),
        ("/subscriptions/1/resourceGroups/h/providers/x", "guard-object-deleted"),
    ] {
        let changes = judge(&[lock.clone(), delete("azurerm_storage_account.s", &json!({ "id": id }))]);
        let lock = of(&changes, "azurerm_management_lock.l");
        let fired: Vec<&str> = lock.findings.iter().map(|finding| finding.rule.as_str()).collect();
        assert_eq!(fired, [rule]);
    }
}

#[test]
fn a_firewall_rule_that_only_moves_is_no_loss() {
    const RULE: &str = "aws_security_group_rule.r";
    let inline =
        json!({ "protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["10.0.0.0/8"] });
    let mut separate = inline.clone();
    separate["type"] = json!("ingress");
    separate["security_group_id"] = json!("g");
    let rule = delete(RULE, &separate);
    let group = |ingress: &[Value]| {
        change(
            "update",
            "aws_security_group.g",
            &json!({ "id": "g", "ingress": [] }),
            &json!({ "id": "g", "ingress": ingress }),
        )
    };
    let moved = judge(&[rule.clone(), group(&[inline])]);
    assert_eq!((fires(of(&moved, RULE), "sg-rule-removed"), of(&moved, RULE).risk), (false, Risk::Low));
    let lost = judge(&[rule, group(&[])]);
    assert!(fires(of(&lost, RULE), "sg-rule-removed") && of(&lost, RULE).risk >= Risk::Medium);
}

#[test]
fn a_rename_names_the_block_to_write_and_is_prohibited_only_where_data_is_lost() {
    for (kind, prohibited) in [("aws_dynamodb_table", true), ("aws_sqs_queue_policy", false)] {
        let (old, new) = (format!("{kind}.old"), format!("{kind}.new"));
        let body = json!({ "name": "n" });
        let changes = judge(&[delete(&old, &body), change("create", &new, &Value::Null, &body)]);
        let old = of(&changes, &old);
        assert_eq!(fires(old, "probable-rename-without-moved"), prohibited, "{kind}");
        let text = format!("moved {{\n  from = {kind}.old\n  to   = {kind}.new\n}}");
        assert_eq!(
            (old.relations[0].address.as_str(), old.relations[0].text.as_deref()),
            (&*new, Some(&*text))
        );
    }
}

#[test]
fn a_rename_of_another_object_hides_no_deletion_of_the_same_plan() {
    let table = |name: &str| json!({ "name": name, "deletion_protection_enabled": false });
    let changes = judge(&[
        delete("aws_dynamodb_table.a", &table("a")),
        delete("aws_dynamodb_table.b", &table("b")),
        change("create", "aws_dynamodb_table.c", &Value::Null, &table("a")),
    ]);
    let prohibits = |address: &str| of(&changes, address).findings.iter().any(|finding| finding.prohibits);
    assert!(prohibits("aws_dynamodb_table.a") && prohibits("aws_dynamodb_table.b"));
}
