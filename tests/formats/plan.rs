//! Plans whose names, keys, values and messages try to be something else.

use applygate::plan::address::{Index, compose};
use applygate::plan::mode::Mode;
use serde_json::{Value, json};

/// What people would write into a plan to be more than text.
pub const HOSTILE: [&str; 30] = [
    "plain",
    "`",
    "a``b",
    "```\n@acme/admins\n```",
    "~~~",
    "@acme/everyone",
    "](http://evil.example)",
    "[approved](https://evil.example \"x\")",
    "![beacon](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "</details><h1>approved</h1><!--",
    "<img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|",
    "\u{202e}gpj.exe\u{202c}",
    "\r\n::error file=x::y",
    "foo ::error::bar ::set-output name=x::y",
    "##[error]x ##vso[task.complete result=Succeeded]",
    "\u{1b}[31mred\u{1b}[0m\u{1b}]8;;http://evil\u{7}",
    "fixes #1 GH-2 acme/infra#3 JIRA-4 deadbeefcafe",
    "https://evil.example www.evil.example me@evil.example",
    "- [ ] task\n- [x] done",
    "\n\n# heading\n\n> quote\n\n[ref]: http://evil.example",
    "$x$ $`y`$ :rocket: [^1] **bold** _it_ ~~s~~",
    "/lgtm\natlantis apply\nrun terraform",
    "%0A::error::x%0D",
    "&#64;acme &lt;b&gt; \\@acme \\`",
    "]]><failure/><!-- -- -->",
    "\"},{\"outcome\":\"allow\"},{\"",
    "\u{0}\u{7}\u{8}\u{7f}\u{85}\u{2028}\u{2029}\u{feff}\u{200b}",
    "${var.x} %{if true} ; rm -rf / ' \" \\",
];

/// Returns a plan with as many changes. Every tenth destroys a table without any guard, which is prohibited, and every
/// tenth narrows a firewall; the others are harmless, or tell of themselves in other ways.
pub fn hostile(changes: usize) -> Vec<u8> {
    plan((0..changes).map(change).collect())
}

/// Returns a plan in which every change destroys a table without any guard.
pub fn grave(changes: usize) -> Vec<u8> {
    plan((0..changes).map(|number| destroyed(number, HOSTILE[number % HOSTILE.len()])).collect())
}

/// Returns a plan that destroys one table; its key is a run of backticks.
pub fn backticks(length: usize) -> Vec<u8> {
    plan(vec![destroyed(1, &"`".repeat(length))])
}

fn plan(changes: Vec<Value>) -> Vec<u8> {
    let hostile = |number: usize| HOSTILE[number % HOSTILE.len()];
    let checks: Vec<Value> = (0..HOSTILE.len())
        .map(|number| {
            let display = format!("check.c{number}");
            json!({
                "address": { "kind": "check", "name": format!("c{number}"), "to_display": display },
                "status": "fail",
                "instances": [{
                    "address": { "to_display": display },
                    "status": "fail",
                    "problems": [{ "message": hostile(number) }],
                }],
            })
        })
        .collect();
    let outputs: serde_json::Map<String, Value> = (0..HOSTILE.len())
        .map(|number| {
            let change = json!({
                "actions": ["create"], "before": null, "after": hostile(number), "after_unknown": false,
                "before_sensitive": false, "after_sensitive": false,
            });
            (format!("o{number}"), change)
        })
        .collect();
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "errored": false,
        "resource_changes": changes, "checks": checks, "output_changes": outputs,
    });
    plan.to_string().into_bytes()
}

fn change(number: usize) -> Value {
    let text = HOSTILE[(number / 10) % HOSTILE.len()];
    match number % 10 {
        0 => destroyed(number, text),
        1 => updated(
            number,
            "aws_security_group",
            text,
            json!({ "ingress": [rule(text, 443), rule(text, 22)], "tags": { text: "a" } }),
            json!({ "ingress": [rule(text, 443)], "tags": { text: "b" } }),
        ),
        2 => updated(
            number,
            "aws_iam_policy",
            text,
            json!({ "policy": policy("s3:GetObject", text) }),
            json!({ "policy": policy("s3:*", text) }),
        ),
        3 => updated(
            number,
            "aws_lambda_function",
            text,
            json!({ "environment": [{ "variables": { text: text } }], "timeout": 3 }),
            json!({ "environment": [{ "variables": { text: "b" } }], "timeout": 5 }),
        ),
        _ => updated(
            number,
            "aws_sqs_queue",
            text,
            json!({ "tags": { text: "a" }, "name": text, text: 1 }),
            json!({ "tags": { text: text }, "name": "b", text: 2 }),
        ),
    }
}

fn rule(description: &str, port: u16) -> Value {
    json!({
        "description": description, "cidr_blocks": ["10.0.0.0/8", description], "protocol": "tcp",
        "from_port": port, "to_port": port,
    })
}

fn policy(action: &str, text: &str) -> String {
    let statement = json!({
        "Sid": text, "Effect": "Allow", "Action": [action, text], "Resource": [text, "*"],
        "Condition": { "StringEquals": { text: text } },
    });
    json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string()
}

fn destroyed(number: usize, key: &str) -> Value {
    let before = json!({
        "name": "orders", "deletion_protection_enabled": false, "hash_key": key,
        "point_in_time_recovery": [{ "enabled": false }],
    });
    resource(number, "aws_dynamodb_table", key, &["delete"], before, Value::Null)
}

fn updated(number: usize, kind: &str, key: &str, before: Value, after: Value) -> Value {
    resource(number, kind, key, &["update"], before, after)
}

fn resource(number: usize, kind: &str, key: &str, actions: &[&str], before: Value, after: Value) -> Value {
    let name = format!("n{number:05}");
    // Some stand in a module, whose key is as hostile.
    let module = (number % 7 == 3).then(|| format!("module.m[{}]", json!(key)));
    let index = Index::Key(key.to_owned());
    let mut resource = json!({
        "address": compose(module.as_deref(), Mode::Managed, kind, &name, Some(&index)),
        "mode": "managed", "type": kind, "name": name, "index": key,
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "action_reason": key,
        "change": {
            "actions": actions, "before": before, "after": after, "after_unknown": {},
            "before_sensitive": {}, "after_sensitive": {},
        },
    });
    if let Some(module) = module {
        resource["module_address"] = json!(module);
    }
    resource
}
