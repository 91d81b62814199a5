//! What an attacker, or an unlucky author, hides a secret in: nothing of it is told in any format.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use serde_json::{Value, json};

use support::judge_bytes;

/// A word that would be shown wherever neither a name nor its surroundings hide it.
const WORD: &str = "swordfish";

/// Returns all that is told of a change, in every format and detail.
fn told(kind: &str, actions: &[&str], before: &Value, after: &Value, more: &Value) -> String {
    let mut change = json!({
        "actions": actions, "before": before, "after": after, "after_unknown": {},
        "before_sensitive": {}, "after_sensitive": {},
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        change[name] = value.clone();
    }
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "errored": false,
        "resource_changes": [{
            "address": format!("{kind}.x"), "mode": "managed", "type": kind, "name": "x",
            "provider_name": "registry.terraform.io/hashicorp/aws", "change": change,
        }],
    });
    judge_bytes(plan.to_string().as_bytes()).unwrap().everything()
}

fn update(kind: &str, before: &Value, after: &Value) -> String {
    told(kind, &["update"], before, after, &json!({}))
}

#[test]
fn a_secret_is_not_told_wherever_its_name_or_its_place_says_what_it_is() {
    let text = |value: &Value| json!(value.to_string());
    for (kind, place) in [
        ("aws_x", json!({"map": {"db_password": WORD}})),
        ("aws_x", json!({"map": {"DB-PASSWORD": {"deep": [WORD]}}})),
        ("aws_x", json!({"list": [{"apiKey": WORD}, {"other": 1}]})),
        ("aws_x", json!({"list": [{"pw": WORD}]})),
        ("aws_x", json!({"sshKey": WORD, "passkey": WORD, "userdata": WORD, "mnemonic": WORD})),
        ("aws_x", json!({"document": text(&json!({"a": [{"client_secret": WORD}]}))})),
        ("aws_x", json!({"document": text(&json!({"inner": json!({"auth_token": WORD}).to_string()}))})),
        (
            "aws_ecs_task_definition",
            json!({"container_definitions": text(&json!([{
                "name": "app", "environment": [{"name": "LEVEL", "value": WORD}], "command": ["--login", WORD],
                "secrets": [{"name": "LEVEL", "valueFrom": WORD}], "entryPoint": [WORD],
                "logConfiguration": {"options": {"splunk-token": WORD}}, "healthCheck": {"command": [WORD]},
            }]))}),
        ),
        (
            "aws_batch_job_definition",
            json!({"container_properties": text(&json!({"environment": [{"name": "A", "value": WORD}]}))}),
        ),
        ("aws_lambda_function", json!({"environment": [{"variables": {"LEVEL": WORD}}]})),
        ("aws_glue_job", json!({"default_arguments": {"--level": WORD}})),
        (
            "azurerm_linux_web_app",
            json!({"app_settings": {"Level": WORD}, "connection_string": [{"value": WORD}]}),
        ),
        ("kubernetes_secret", json!({"data": {"level": WORD}})),
        ("kubernetes_config_map_v1_data", json!({"data": {"level": WORD}})),
        (
            "kubernetes_deployment",
            json!({"spec": [{"template": [{"spec": [{"container": [{
                "env": [{"name": "LEVEL", "value": WORD}], "args": [WORD], "command": [WORD],
            }]}]}]}]}),
        ),
        ("helm_release", json!({"values": [WORD], "set": [{"name": "a", "value": WORD}]})),
        ("docker_container", json!({"env": [WORD], "command": [WORD]})),
        ("consul_key_prefix", json!({"subkeys": {"a/b": WORD}})),
        ("vault_generic_secret", json!({"data_json": text(&json!({"level": WORD}))})),
        ("github_actions_secret", json!({"plaintext_value": WORD})),
        ("x_setting", json!({"setting": [{"parameter_name": "LEVEL", "parameter_value": WORD}]})),
        ("aws_ssm_parameter", json!({"value": WORD, "insecure_value": WORD})),
        ("aws_instance", json!({"user_data": WORD, "user_data_base64": WORD})),
        ("google_compute_instance", json!({"metadata": {"startup": WORD}, "metadata_startup_script": WORD})),
        ("terraform_data", json!({"input": {"a": [WORD]}, "triggers_replace": [WORD]})),
        (
            "aws_cloudfront_distribution",
            json!({"origin": [{"custom_header": [{"name": "x-a", "value": WORD}]}]}),
        ),
        ("datadog_synthetics_test", json!({"request_headers": {"Authorization": WORD, "x-api-key": WORD}})),
        ("aws_codepipeline", json!({"stage": [{"action": [{"configuration": {"OAuthToken": WORD}}]}]})),
    ] {
        let other = serde_json::from_str(&place.to_string().replace(WORD, "before")).unwrap();
        for (before, after) in [(&other, &place), (&place, &other)] {
            assert!(!update(kind, before, after).contains(WORD), "{kind} {place}");
            let told = told(kind, &["delete", "create"], before, after, &json!({"replace_paths": [["map"]]}));
            assert!(!told.contains(WORD), "{kind} {place}");
        }
        assert!(!told(kind, &["create"], &Value::Null, &place, &json!({})).contains(WORD), "{kind} {place}");
        assert!(!told(kind, &["delete"], &place, &Value::Null, &json!({})).contains(WORD), "{kind} {place}");
    }
}

#[test]
fn a_text_that_carries_a_secret_is_not_told_under_any_name() {
    for secret in [
        "postgres://app:swordfish@db.internal:5432/app",
        "app:swordfish@db.internal",
        "Server=tcp:db.internal;User=app;Password=swordfish",
        "redis://:swordfish@cache.internal",
        "https://hooks.example.com/services/T024BE7LD/B0ABCDEF1/XYZabc12def34GHI",
        "https://api.example.com/v1?token=swordfish",
        "arn:aws:s3:::ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "arn:aws:iam::123456789012:role/wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "c3dvcmRmaXNoIGlzIHRoZSB3b3Jk",
        "eyJhbGciOiJIUzI1NiJ9.e30.c3dvcmRmaXNo",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----",
        "#!/bin/sh\nexport PASSWORD=swordfish",
        "curl -H 'Authorization: Bearer swordfish' example.com",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "AKIAIOSFODNN7EXAMPLE",
        "--password=swordfish",
    ] {
        for (name, path) in [("image", "image"), ("id", "client_id"), ("plain", "note"), ("member", "member")]
        {
            let side = |value: &str| {
                json!({
                    path: value, "list": [value], "map": {"a": {"b": value}, value: name},
                    "block": [{"name": value, "size": value.len()}],
                    "document": json!({"a": value, value: 1}).to_string(),
                    "policy": json!({"Statement": [{
                        "Sid": value, "Effect": "Allow", "Action": value, "Resource": value,
                        "Principal": {"AWS": value}, "Condition": {"StringEquals": {"aws:PrincipalTag/a": value}},
                    }]}).to_string(),
                    "tags": {"a": value, value: "a"},
                })
            };
            let (before, after) = (side("before"), side(secret));
            for told in [
                update("aws_s3_bucket", &before, &after),
                update("aws_s3_bucket", &after, &before),
                told(
                    "aws_s3_bucket",
                    &["create"],
                    &Value::Null,
                    &after,
                    &json!({"importing": {"id": secret}}),
                ),
                told(
                    "aws_db_instance",
                    &["delete", "create"],
                    &after,
                    &before,
                    &json!({"replace_paths": [["map", secret]]}),
                ),
            ] {
                assert!(
                    !told.contains(secret) && !told.contains(&secret.replace('\n', "\\n")),
                    "{path} {secret}: {told}"
                );
            }
        }
    }
}

#[test]
fn what_is_marked_is_not_told_by_a_message_a_path_a_length_of_a_switch_or_a_key() {
    let before =
        json!({"port": 4711, "deletion_protection": true, "map": {"nightingale": "x"}, "name": WORD});
    let after = json!({"port": 4712, "deletion_protection": false, "map": {"nightingale": "y"}, "name": "x-swordfish-y"});
    let marks = json!({"port": true, "map": true, "name": true});
    let more = json!({
        "before_sensitive": marks, "after_sensitive": marks, "replace_paths": [["map", "nightingale"], ["name"]],
    });
    for actions in [&["update"][..], &["delete", "create"]] {
        let told = told("aws_db_instance", actions, &before, &after, &more);
        for secret in ["4711", "4712", "nightingale", WORD] {
            assert!(!told.contains(secret), "{secret}: {told}");
        }
    }
}

#[test]
fn what_a_reader_needs_is_told() {
    let policy = |action: &str, resource: &str| {
        json!(json!({"Statement": [{
            "Effect": "Allow", "Action": action, "Resource": resource, "Principal": {"AWS": "arn:aws:iam::123456789012:role/deploy"},
        }]}).to_string())
    };
    for (name, before, after, expected) in [
        ("port", json!(5432), json!(5433), &["5432", "5433"][..]),
        ("allocated_storage", json!(20), json!(100), &["20", "100"]),
        ("backup_retention_period", json!(7), json!(1), &["7", "1"]),
        ("deletion_protection", json!(true), json!(false), &["true", "false"]),
        ("engine", json!("postgres"), json!("aurora-postgresql"), &["postgres", "aurora-postgresql"]),
        ("engine_version", json!("14.9"), json!("15.4"), &["14.9", "15.4"]),
        ("instance_class", json!("db.r6g.large"), json!("db.t3.micro"), &["db.r6g.large", "db.t3.micro"]),
        ("cidr_blocks", json!(["10.0.0.0/8"]), json!(["0.0.0.0/0"]), &["10.0.0.0/8", "0.0.0.0/0"]),
        ("ipv6_cidr_blocks", json!([]), json!(["::/0"]), &["::/0"]),
        (
            "availability_zone",
            json!("eu-central-1a"),
            json!("eu-central-1b"),
            &["eu-central-1a", "eu-central-1b"],
        ),
        (
            "vpc_security_group_ids",
            json!(["sg-0a1b2c3d"]),
            json!(["sg-0a1b2c3e"]),
            &["sg-0a1b2c3d", "sg-0a1b2c3e"],
        ),
        (
            "role_arn",
            json!("arn:aws:iam::123456789012:role/a"),
            json!("arn:aws:iam::123456789012:role/b"),
            &["role/a", "role/b"],
        ),
        (
            "preferred_maintenance_window",
            json!("sun:02:00-sun:03:00"),
            json!("mon:02:00-mon:03:00"),
            &["sun:02:00-sun:03:00"],
        ),
        (
            "schedule_expression",
            json!("rate(5 minutes)"),
            json!("cron(0 3 * * ? *)"),
            &["rate(5 minutes)", "cron(0 3 * * ? *)"],
        ),
        (
            "image",
            json!("registry.example.com/team/api:1.2.3"),
            json!("registry.example.com/team/api:1.3.0"),
            &["api:1.2.3", "api:1.3.0"],
        ),
        (
            "kms_key_id",
            json!("arn:aws:kms:eu-central-1:123456789012:key/2b2b8075-4921-4534-af69-3f9c0e70119f"),
            json!(null),
            &["2b2b8075"],
        ),
        ("multi_az", json!("true"), json!("false"), &["true", "false"]),
        ("memory", json!("512Mi"), json!("1Gi"), &["512Mi", "1Gi"]),
        (
            "policy",
            policy("s3:GetObject", "arn:aws:s3:::reports/*"),
            policy("s3:*", "*"),
            &["s3:GetObject", "s3:*", "arn:aws:s3:::reports/*", "role/deploy"],
        ),
    ] {
        let told = update("aws_x_thing", &json!({name: before}), &json!({name: after}));
        for value in expected {
            assert!(told.contains(value), "{name}: {value} is not in {told}");
        }
    }
}
