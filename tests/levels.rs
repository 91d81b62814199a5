//! How a level comes about, on the smallest plans that show it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use applygate::gate::{Kind, Outcome};
use applygate::risk::{ChangeAssessment, Confidence, GuardState};
use serde_json::{Value, json};

use support::{Judged, judge_bytes, risk};

/// Returns one element of `resource_changes`.
fn change(kind: &str, actions: &[&str], before: &Value, after: &Value) -> Value {
    json!({
        "address": format!("{kind}.x"), "mode": "managed", "type": kind, "name": "x",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {
            "actions": actions, "before": before, "after": after, "after_unknown": {},
            "before_sensitive": {}, "after_sensitive": {},
        }
    })
}

fn plan(changes: &[Value]) -> Value {
    json!({ "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes, "errored": false })
}

fn judge(plan: &Value) -> Judged {
    judge_bytes(plan.to_string().as_bytes()).unwrap()
}

fn only(plan: &Value) -> ChangeAssessment {
    let mut judged = judge(plan);
    assert_eq!(judged.assessment.changes.len(), 1);
    judged.assessment.changes.remove(0)
}

#[test]
fn what_guards_an_object_is_read_from_the_side_before() {
    let null = Value::Null;
    for (kind, before, state, level) in [
        (
            "aws_db_instance",
            json!({"deletion_protection": true, "skip_final_snapshot": true}),
            GuardState::WillFail,
            "high",
        ),
        (
            "aws_db_instance",
            json!({"deletion_protection": false, "skip_final_snapshot": false, "final_snapshot_identifier": "last"}),
            GuardState::Recoverable,
            "high",
        ),
        (
            "aws_db_instance",
            json!({"deletion_protection": null, "skip_final_snapshot": false, "final_snapshot_identifier": null}),
            GuardState::Unguarded,
            "critical",
        ),
        (
            "aws_db_instance",
            json!({"deletion_protection": "false", "skip_final_snapshot": true}),
            GuardState::Unguarded,
            "critical",
        ),
        ("aws_db_instance", json!(null), GuardState::Unassessable, "critical"),
        ("aws_efs_file_system", json!({"encrypted": true}), GuardState::Unguardable, "critical"),
        ("aws_s3_bucket", json!({"force_destroy": false}), GuardState::WillFail, "high"),
        ("aws_s3_bucket", json!({"force_destroy": true}), GuardState::Unguarded, "critical"),
        ("aws_cloudwatch_log_group", json!({"skip_destroy": true}), GuardState::Kept, "medium"),
        ("google_sql_database_instance", json!({"deletion_protection": null}), GuardState::WillFail, "high"),
        // A type nobody listed, with an attribute that guards wherever it occurs.
        ("acme_database", json!({"deletion_protection": true}), GuardState::WillFail, "high"),
    ] {
        let found = only(&plan(&[change(kind, &["delete"], &before, &null)]));
        assert_eq!(
            (found.guard, found.risk),
            (Some(state), risk(level)),
            "{kind} {before}: {:#?}",
            found.steps
        );
    }
}

#[test]
fn a_guard_that_the_same_replacement_switches_on_does_not_help() {
    let before = json!({"deletion_protection": false, "skip_final_snapshot": true, "engine": "mysql"});
    let after = json!({"deletion_protection": true, "skip_final_snapshot": false, "engine": "postgres"});
    let found = only(&plan(&[change("aws_db_instance", &["delete", "create"], &before, &after)]));
    assert_eq!((found.guard, found.risk), (Some(GuardState::Unguarded), risk("critical")));
}

#[test]
fn an_update_is_as_bad_as_what_it_does() {
    for (kind, before, after, level) in [
        ("aws_db_instance", json!({"tags": {"a": "1"}}), json!({"tags": {"a": "2"}}), "low"),
        ("aws_db_instance", json!({"allocated_storage": 20}), json!({"allocated_storage": 30}), "low"),
        (
            "aws_db_instance",
            json!({"backup_retention_period": 7}),
            json!({"backup_retention_period": 14}),
            "low",
        ),
        (
            "aws_db_instance",
            json!({"backup_retention_period": 7}),
            json!({"backup_retention_period": 3}),
            "high",
        ),
        (
            "aws_db_instance",
            json!({"backup_retention_period": 7}),
            json!({"backup_retention_period": 0}),
            "critical",
        ),
        ("aws_db_instance", json!({"instance_class": "a"}), json!({"instance_class": "b"}), "medium"),
        (
            "aws_db_instance",
            json!({"publicly_accessible": false}),
            json!({"publicly_accessible": true}),
            "critical",
        ),
        (
            "aws_db_instance",
            json!({"deletion_protection": true}),
            json!({"deletion_protection": null}),
            "high",
        ),
        (
            "aws_db_instance",
            json!({"deletion_protection": false}),
            json!({"deletion_protection": true}),
            "low",
        ),
        (
            "aws_security_group",
            json!({"ingress": [{"p": 1}, {"p": 2}]}),
            json!({"ingress": [{"p": 2}, {"p": 1}]}),
            "none",
        ),
        ("aws_lambda_function", json!({"timeout": 3}), json!({"timeout": 4}), "low"),
        (
            "aws_cloudwatch_log_group",
            json!({"retention_in_days": 0}),
            json!({"retention_in_days": 30}),
            "medium",
        ),
        (
            "aws_cloudwatch_log_group",
            json!({"retention_in_days": 30}),
            json!({"retention_in_days": 0}),
            "low",
        ),
        (
            "aws_ssm_parameter",
            json!({"type": "String", "value": "a"}),
            json!({"type": "String", "value": "b"}),
            "low",
        ),
        (
            "aws_ssm_parameter",
            json!({"type": "SecureString", "value": "a"}),
            json!({"type": "SecureString", "value": "b"}),
            "medium",
        ),
        (
            "aws_ssm_parameter",
            json!({"type": "SecureString", "value": "a"}),
            json!({"type": "String", "value": "b"}),
            "medium",
        ),
    ] {
        let found = only(&plan(&[change(kind, &["update"], &before, &after)]));
        assert_eq!(found.risk, risk(level), "{kind} {before} -> {after}: {:#?}", found.steps);
    }
}

#[test]
fn a_type_that_nobody_listed_is_concluded_from_its_name_and_never_harmless_to_lose() {
    for (kind, class) in [
        ("acme_managed_database", "data"),
        ("acme_dns_zone", "reachability"),
        ("acme_kms_key", "crypto"),
        ("acme_thing", "config"),
    ] {
        let found = only(&plan(&[change(kind, &["delete"], &json!({"id": "1"}), &Value::Null)]));
        assert_eq!(found.class.name(), class, "{kind}");
        assert!(found.risk >= risk("medium"), "{kind}");
        assert_eq!(found.confidence, Confidence::Inferred, "{kind}");
    }
}

#[test]
fn a_replacement_of_what_is_never_changed_but_superseded_is_a_release() {
    let (before, after) = (json!({"family": "api", "revision": 1}), json!({"family": "api"}));
    let found = only(&plan(&[change("aws_ecs_task_definition", &["delete", "create"], &before, &after)]));
    assert_eq!(found.risk, risk("low"));
}

#[test]
fn a_null_resource_is_harmless_until_it_runs_commands() {
    let element = change("null_resource", &["create"], &Value::Null, &json!({"id": null}));
    // Without configuration nobody can tell that it runs nothing.
    assert_eq!(only(&plan(std::slice::from_ref(&element))).risk, risk("high"));
    let mut harmless = plan(std::slice::from_ref(&element));
    harmless["configuration"] = json!({"root_module": {"resources": [{
        "address": "null_resource.x", "mode": "managed", "type": "null_resource", "name": "x",
    }]}});
    assert_eq!(only(&harmless).risk, risk("low"));
    let mut with_command = plan(&[element]);
    with_command["configuration"] = json!({"root_module": {"resources": [{
        "address": "null_resource.x", "mode": "managed", "type": "null_resource", "name": "x",
        "provisioners": [{"type": "local-exec", "expressions": {"command": {"constant_value": "rm -rf /"}}}],
    }]}});
    assert_eq!(only(&with_command).risk, risk("high"));
}

#[test]
fn a_left_over_of_a_failed_replacement_is_medium() {
    let mut element = change("aws_s3_bucket", &["delete"], &json!({"force_destroy": false}), &Value::Null);
    element["deposed"] = json!("13f521e5");
    assert_eq!(only(&plan(&[element])).risk, risk("medium"));
}

#[test]
fn a_left_over_that_may_hold_the_data_is_high() {
    for before in [json!({"force_destroy": true}), json!(null)] {
        let mut element = change("aws_s3_bucket", &["delete"], &before, &Value::Null);
        element["deposed"] = json!("13f521e5");
        assert_eq!(only(&plan(&[element])).risk, risk("high"), "{before}");
    }
}

#[test]
fn commands_that_a_resource_of_any_type_runs_are_high() {
    let mut plan = plan(&[change("time_sleep", &["create"], &Value::Null, &json!({}))]);
    plan["configuration"] = json!({"root_module": {"resources": [{
        "address": "time_sleep.x", "mode": "managed", "type": "time_sleep", "name": "x",
        "provisioners": [{"type": "local-exec", "expressions": {"command": {"constant_value": "rm -rf /"}}}],
    }]}});
    assert_eq!(only(&plan).risk, risk("high"));
}

#[test]
fn labels_that_access_goes_by_are_more_than_labels() {
    for (kind, attribute) in [
        ("google_compute_instance", "tags"),
        ("rabbitmq_user", "tags"),
        ("aws_iam_role", "tags"),
        ("kubernetes_labels", "labels"),
    ] {
        let found =
            only(&plan(&[change(kind, &["update"], &json!({attribute: ["a"]}), &json!({attribute: ["b"]}))]));
        assert_eq!(found.risk, risk("medium"), "{kind}");
    }
}

#[test]
fn a_side_that_contradicts_the_action_is_an_error() {
    for (actions, before, after) in [
        (&["delete"][..], json!({"id": "1"}), json!({"id": "1"})),
        (&["forget"], json!({"id": "1"}), json!({"id": "1"})),
    ] {
        let plan = plan(&[change("aws_db_instance", actions, &before, &after)]);
        assert!(judge_bytes(plan.to_string().as_bytes()).is_err(), "{actions:?}");
    }
}

#[test]
fn the_keys_of_a_sensitive_map_are_not_printed() {
    let mut element = change(
        "acme_thing",
        &["update"],
        &json!({"m": {"canary-key": "1"}}),
        &json!({"m": {"canary-key": "2", "canary-new": "3"}}),
    );
    element["change"]["before_sensitive"] = json!({"m": true});
    element["change"]["after_sensitive"] = json!({"m": true});
    element["change"]["replace_paths"] = json!([["m", "canary-key"]]);
    let judged = judge(&plan(&[element]));
    assert!(!judged.everything().contains("canary"), "{}", judged.everything());
}

#[test]
fn an_action_that_is_invoked_holds() {
    let mut invoked = plan(&[]);
    invoked["action_invocations"] = json!([{
        "address": "action.aws_lambda_invoke.x", "type": "aws_lambda_invoke", "name": "x",
        "provider_name": "registry.terraform.io/hashicorp/aws", "invoke_action_trigger": {},
    }]);
    let judged = judge(&invoked);
    assert_eq!(judged.verdict.outcome, Outcome::Hold);
    assert!(judged.everything().contains("1 action is invoked"), "{}", judged.everything());
}

#[test]
fn a_replica_is_worth_less_than_its_source() {
    let replica =
        json!({"replicate_source_db": "main", "deletion_protection": false, "skip_final_snapshot": true});
    let found = only(&plan(&[change("aws_db_instance", &["delete"], &replica, &Value::Null)]));
    assert_eq!(found.risk, risk("high"));
    assert!(found.findings.iter().all(|finding| !finding.prohibits), "{:#?}", found.findings);
}

#[test]
fn what_cannot_be_told_before_apply_holds_and_never_blocks() {
    let before = json!({"publicly_accessible": false});
    let mut element = change("aws_db_instance", &["update"], &before, &json!({}));
    element["change"]["after_unknown"] = json!({"publicly_accessible": true});
    let judged = judge(&plan(&[element]));
    assert_eq!(judged.verdict.outcome, Outcome::Hold);
    assert!(judged.assessment.changes[0].findings.iter().all(|finding| !finding.prohibits));
    assert_eq!(judged.assessment.changes[0].confidence, Confidence::Unknown);
}

#[test]
fn the_default_demands_follow_the_risk() {
    let tags =
        |kind: &str| change(kind, &["update"], &json!({"tags": {"a": "1"}}), &json!({"tags": {"a": "2"}}));
    let resize = change(
        "aws_db_instance",
        &["update"],
        &json!({"instance_class": "a"}),
        &json!({"instance_class": "b"}),
    );
    let destroy = change("aws_efs_file_system", &["delete"], &json!({"id": "fs"}), &Value::Null);
    for (element, outcome, demands) in [
        (tags("aws_db_instance"), Outcome::Allow, &[][..]),
        (resize, Outcome::Hold, &[(Kind::Approvals, Some(1))][..]),
        (
            destroy,
            Outcome::Hold,
            &[(Kind::Approvals, Some(2)), (Kind::Approvals, Some(1)), (Kind::Window, None)][..],
        ),
    ] {
        let verdict = judge(&plan(&[element])).verdict;
        assert_eq!(verdict.outcome, outcome);
        let found: Vec<_> = verdict.requirements.iter().map(|demand| (demand.kind, demand.count)).collect();
        assert_eq!(found, demands);
        let implied: Vec<_> =
            verdict.requirements.iter().filter(|demand| demand.implied).map(|demand| demand.count).collect();
        assert_eq!(
            implied.len(),
            usize::from(demands.len() == 3),
            "one of two demands on the same people is implied"
        );
    }
}

#[test]
fn an_errored_plan_is_blocked_and_still_says_what_it_came_to() {
    let mut errored = plan(&[change("aws_efs_file_system", &["delete"], &json!({"id": "fs"}), &Value::Null)]);
    errored["errored"] = json!(true);
    let judged = judge(&errored);
    assert_eq!(judged.verdict.outcome, Outcome::Block);
    assert!(!judged.assessment.changes[0].findings.is_empty());
}

#[test]
fn an_address_that_contradicts_its_parts_is_critical() {
    let mut element = change("aws_db_instance", &["delete"], &json!({"id": "1"}), &Value::Null);
    element["address"] = json!("aws_sqs_queue.harmless");
    let judged = judge(&plan(&[element]));
    assert_eq!(judged.verdict.risk, risk("critical"));
    assert!(judged.assessment.findings.iter().any(|finding| finding.rule == "address-mismatch"));
}

#[test]
fn what_is_new_is_low_unless_it_is_opened_to_the_internet() {
    let range = |from: &str, to: &str| json!({"start_ip_address": from, "end_ip_address": to});
    let access = |access: &str| json!({"name": "a", "container_access_type": access});
    for (kind, after, level) in [
        ("azurerm_resource_group", json!({"name": "a"}), "low"),
        ("kubernetes_namespace", json!({"metadata": [{"name": "a"}]}), "low"),
        ("google_project_service", json!({"service": "run.googleapis.com"}), "low"),
        ("azurerm_storage_container", access("private"), "low"),
        ("azurerm_storage_container", access("blob"), "critical"),
        ("azurerm_storage_container", access("container"), "critical"),
        ("azurerm_mssql_firewall_rule", range("10.0.17.62", "10.0.17.62"), "low"),
        ("azurerm_mssql_firewall_rule", range("0.0.0.0", "0.0.0.0"), "low"),
        ("azurerm_mssql_firewall_rule", range("0.0.0.0", "255.255.255.255"), "critical"),
        ("azurerm_postgresql_flexible_server_firewall_rule", range("1.0.0.0", "255.255.255.255"), "critical"),
        ("azurerm_mysql_flexible_server_firewall_rule", range("0.0.0.0", "127.255.255.255"), "critical"),
    ] {
        let found = only(&plan(&[change(kind, &["create"], &Value::Null, &after)]));
        assert_eq!(found.risk, risk(level), "{kind} {after}: {:?}", found.findings);
    }
}
