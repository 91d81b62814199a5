//! Values made to mislead whoever reads them: they change nothing but the finding that names them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::fs;
use std::path::Path;

use applygate::risk::{ChangeAssessment, Confidence};
use serde_json::{Value, json};

use support::{Judged, judge_bytes};

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

fn judge(changes: &[Value]) -> Judged {
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes, "errored": false
    });
    judge_bytes(plan.to_string().as_bytes()).unwrap()
}

/// What was decided of a change, without what is shown of it.
fn decided(change: &ChangeAssessment) -> (String, applygate::policy::Risk, Vec<String>) {
    let findings = change
        .findings
        .iter()
        .map(|finding| format!("{} {} {:?}", finding.rule, finding.prohibits, finding.confidence));
    (change.address.clone(), change.risk, findings.collect())
}

fn all_decided(judged: &Judged) -> Vec<(String, applygate::policy::Risk, Vec<String>)> {
    judged.assessment.changes.iter().map(decided).collect()
}

/// Returns the findings of the change at `kind.x`, with `!` where one prohibits and `?` where it cannot tell.
fn hits(judged: &Judged, kind: &str) -> Vec<String> {
    let change = judged.assessment.changes.iter().find(|change| change.kind == kind).unwrap();
    let mark = |finding: &applygate::risk::Finding| match (finding.prohibits, finding.confidence) {
        (true, _) => "!",
        (_, Confidence::Unknown) => "?",
        _ => "",
    };
    change.findings.iter().map(|finding| format!("{}{}", finding.rule, mark(finding))).collect()
}

const VERDICTS: [&str; 7] = [
    "ALLOW  nothing to see here, approved by @security",
    "applygate: allow\n\nall checks passed",
    "\"}], \"outcome\": \"allow\", \"x\": [{\"y\": \"",
    "</details>\n\n# applygate: **allow**\n<!-- applygate:verdict=allow -->",
    "::set-output name=outcome::allow\r\n::stop-commands::x",
    "\u{1b}[2J\u{1b}[1;32mALLOW\u{1b}[0m",
    "\u{202e}wolla\u{202c} \u{2066}\u{200f}\u{2069}\u{200b}\u{feff}",
];

#[test]
fn a_value_that_looks_like_a_verdict_or_turns_the_text_around_decides_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules");
    let mut tried = 0;
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path().join("fires.json");
        let Ok(text) = fs::read(&path) else { continue };
        let plan: Value = serde_json::from_slice(&text).unwrap();
        let with = |text: &str| {
            let mut plan = plan.clone();
            for element in plan["resource_changes"].as_array_mut().into_iter().flatten() {
                for side in ["before", "after"] {
                    if let Some(object) = element["change"][side].as_object_mut() {
                        object.insert("note_to_reader".to_owned(), json!(format!("{side} {text}")));
                    }
                }
            }
            judge_bytes(plan.to_string().as_bytes()).unwrap()
        };
        let plain = with("some words");
        for text in VERDICTS {
            let misled = with(text);
            assert_eq!(all_decided(&misled), all_decided(&plain), "{}: {text:?}", path.display());
            assert_eq!(misled.verdict.outcome, plain.verdict.outcome, "{}: {text:?}", path.display());
            let printed = misled.everything();
            let unseen = ['\u{202e}', '\u{2066}', '\u{200f}', '\u{200b}', '\u{feff}', '\r'];
            assert!(!printed.contains(unseen) && !printed.contains("\u{1b}[2J"), "{}", path.display());
            assert!(!printed.contains("\n# applygate") && !printed.contains("\n::"), "{}", path.display());
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried} only");
}

/// Judges a change of a policy beside one that has nothing to do with it, which must come out the same every time.
fn judge_policy(kind: &str, attribute: &str, policy: &str) -> Vec<String> {
    let other = change(
        "aws_db_instance",
        &["update"],
        &json!({"allocated_storage": 20}),
        &json!({"allocated_storage": 30}),
    );
    let alone = all_decided(&judge(std::slice::from_ref(&other)));
    let before = json!({ attribute: r#"{"Version":"2012-10-17","Statement":[]}"# });
    let judged = judge(&[other, change(kind, &["update"], &before, &json!({ attribute: policy }))]);
    let beside: Vec<_> =
        all_decided(&judged).into_iter().filter(|(address, ..)| address == "aws_db_instance.x").collect();
    assert_eq!(beside, alone, "{policy:.200}");
    hits(&judged, kind)
}

#[test]
fn a_star_is_a_star_however_it_is_written_and_nothing_else_is() {
    const ADMIN: &[&str] = &["iam-admin-wildcard!"];
    const UNSURE: &[&str] = &["iam-admin-wildcard?"];
    let statement = |text: &str| format!(r#"{{"Version":"2012-10-17","Statement":[{text}]}}"#);
    let allow = |action: &str, resource: &str| {
        statement(&format!(r#"{{"Effect":"Allow","Action":{action},"Resource":{resource}}}"#))
    };
    for (policy, expected) in [
        (allow(r#""*""#, r#""*""#), ADMIN),
        (allow(r#""\u002a""#, r#""\u002A""#), ADMIN),
        (allow(r#"["*"]"#, r#"["*"]"#), ADMIN),
        (allow(r#"["s3:Get*","*:*"]"#, r#"["arn:aws:s3:::b","*"]"#), ADMIN),
        (allow(r#""**""#, r#""**""#), ADMIN),
        (allow(r#""?*""#, r#""*?""#), ADMIN),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#.to_owned(), ADMIN),
        (statement(r#"{"EFFECT":"Allow","aCTION":"*","resource":"*"}"#), ADMIN),
        // Everything but something nobody uses.
        (statement(r#"{"Effect":"Allow","NotAction":"x:y","Resource":"*"}"#), ADMIN),
        (statement(r#"{"Effect":"Allow","Action":"*","NotResource":"x"}"#), ADMIN),
        // AWS decodes no such thing: these are plain text.
        (allow(r#""%2A""#, r#""%2a""#), &[]),
        (allow(r#""&#42;""#, r#""\\u002a""#), &[]),
        (allow(r#""＊""#, r#""∗""#), &[]),
        (statement(r#"{"Effect":"Deny","Action":"*","Resource":"*"}"#), &[]),
        // What cannot be read may be anything, and never prohibits.
        (statement(r#"{"Effect":"allow","Action":"*","Resource":"*"}"#), UNSURE),
        (statement(r#"{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}"#), UNSURE),
        (
            r#"{"Statement":[],"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#.to_owned(),
            UNSURE,
        ),
        (r#"{"Statement":[],"\u0053tatement":[]}"#.to_owned(), UNSURE),
        ("[".repeat(10_000_000), UNSURE),
        (format!(r#"{{"Statement":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000)), UNSURE),
        (r#"{"Statement":[]} {"Statement":[]}"#.to_owned(), UNSURE),
    ] {
        assert_eq!(judge_policy("aws_iam_policy", "policy", &policy), expected, "{policy:.200}");
    }
}

#[test]
fn everyone_is_everyone_however_it_is_written() {
    let statement = |principal: &str| {
        format!(
            r#"{{"Statement":[{{"Effect":"Allow",{principal},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}]}}"#
        )
    };
    for (principal, expected) in [
        (r#""Principal":"*""#, &["resource-policy-public!"][..]),
        (r#""Principal":"\u002a""#, &["resource-policy-public!"]),
        (r#""Principal":{"AWS":["*"]}"#, &["resource-policy-public!"]),
        (r#""Principal":{"AWS":["arn:aws:iam::123456789012:root","*"]}"#, &["resource-policy-public!"]),
        (r#""principal":{"aws":"*"}"#, &["resource-policy-public!"]),
        (r#""NotPrincipal":{"AWS":"123456789012"}"#, &["resource-policy-public!"]),
        (r#""Principal":{"AWS":123456789012}"#, &[]),
        (r#""Principal":{"AWS":"%2A"}"#, &[]),
    ] {
        let policy = statement(principal);
        assert_eq!(judge_policy("aws_s3_bucket_policy", "policy", &policy), expected, "{principal}");
    }
}

#[test]
fn a_port_is_a_port_however_it_is_written() {
    for (rule, expected) in [
        (json!({"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}), true),
        (json!({"from_port": "22", "to_port": "22", "protocol": "TCP", "cidr_blocks": ["0.0.0.0/0"]}), true),
        (json!({"from_port": 22.0, "to_port": 2.2e1, "protocol": "6", "cidr_blocks": "0.0.0.0/0"}), true),
        (json!({"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}), true),
        (json!({"from_port": 0, "to_port": 0, "protocol": -1, "ipv6_cidr_blocks": ["0::/0"]}), true),
        (
            json!({"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/1", "128.0.0.0/1"]}),
            true,
        ),
        (json!({"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}), false),
        (json!({"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}), false),
    ] {
        let mut rule = rule;
        rule["type"] = json!("ingress");
        let judged = judge(&[change("aws_security_group_rule", &["create"], &Value::Null, &rule)]);
        let prohibited =
            hits(&judged, "aws_security_group_rule").contains(&"sg-world-open-admin!".to_owned());
        assert_eq!(prohibited, expected, "{rule}");
    }
}

#[test]
fn a_parameter_is_off_however_it_is_written() {
    const KIND: &str = "aws_db_parameter_group";
    let parameter =
        |name: &str, value: Value| json!({ "name": name, "value": value, "apply_method": "immediate" });
    let tls = || parameter("rds.force_ssl", json!("1"));
    for (before, after, expected) in [
        (vec![tls()], vec![parameter("rds.force_ssl", json!("0"))], true),
        (vec![tls()], vec![parameter("RDS.Force_SSL", json!(0))], true),
        (vec![tls()], vec![parameter("rds.force_ssl", json!(false))], true),
        (vec![tls()], vec![], true),
        (
            vec![tls(), parameter("tls", json!("enabled"))],
            vec![tls(), parameter("tls", json!("Disabled"))],
            true,
        ),
        (
            vec![parameter("log_statement", json!("ddl"))],
            vec![parameter("log_statement", json!("none"))],
            true,
        ),
        (vec![parameter("require_secure_transport", json!("ON"))], vec![], true),
        (vec![tls()], vec![parameter("rds.force_ssl", json!(1))], false),
        (
            vec![tls(), parameter("work_mem", json!("4096"))],
            vec![parameter("work_mem", json!("8192")), tls()],
            false,
        ),
        (vec![parameter("log_statement", json!("none"))], vec![], false),
        (vec![], vec![tls()], false),
    ] {
        let side = |parameters: &[Value]| json!({ "family": "postgres14", "parameter": parameters });
        let judged = judge(&[change(KIND, &["update"], &side(&before), &side(&after))]);
        let found = hits(&judged, KIND);
        assert_eq!(found == ["database-parameter-weakened"], expected, "{before:?} {after:?}: {found:?}");
        let high = judged.assessment.changes[0].risk >= applygate::policy::Risk::High;
        assert_eq!(high, expected, "{before:?} {after:?}");
    }
}
