//! Policy documents by statement.

use super::{judged, quoted, shown};

fn policy(statements: &str) -> String {
    format!(
        r#"{{"policy":{}}}"#,
        quoted(&format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#))
    )
}

const READ: &str =
    r#"{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::a/*"}"#;

#[test]
fn spelling_is_no_difference() {
    for (before, after) in [
        (READ, r#"{"Effect":"Allow","Resource":["arn:aws:s3:::a/*"],"Action":"S3:getobject"}"#),
        (
            r#"{"Effect":"Allow","Action":["a:B","a:C"],"Principal":"*"}"#,
            r#"{"Effect":"Allow","Action":["a:C","a:B","a:C"],"Principal":{"AWS":["*"]}}"#,
        ),
        (
            r#"{"Effect":"Deny","NotAction":"a:B","Principal":{"AWS":"123456789012"}}"#,
            r#"{"Effect":"Deny","NotAction":["a:B"],"Principal":{"AWS":"arn:aws:iam::123456789012:root"}}"#,
        ),
        (
            r#"{"Effect":"Allow","Action":"a:B","Condition":{"Bool":{"aws:SecureTransport":true}}}"#,
            r#"{"Effect":"Allow","Action":"a:B","Condition":{"Bool":{"aws:SecureTransport":["true"]}}}"#,
        ),
    ] {
        assert_eq!(judged(&policy(before), &policy(after), "{}"), ["policy order-only"], "{before}");
    }
    let other = r#"{"Effect":"Deny","Action":"*","Resource":"*"}"#;
    let (one, two) = (format!("{READ},{other}"), format!("{other},{READ}"));
    assert_eq!(judged(&policy(&one), &policy(&two), "{}"), ["policy order-only"]);
}

#[test]
fn statements_are_gained_lost_wider_and_narrower() {
    let allow = |rest: &str| format!(r#"{{"Sid":"S","Effect":"Allow",{rest}}}"#);
    for (before, after, expected) in [
        (r#""Action":"a:B","Resource":"x""#, r#""Action":["a:B","a:C"],"Resource":"x""#, "statement-wider"),
        (
            r#""Action":["a:B","a:C"],"Resource":"x""#,
            r#""Action":"a:B","Resource":"x""#,
            "statement-narrower",
        ),
        (r#""Action":"a:B","Resource":"x""#, r#""Action":"*","Resource":"*""#, "statement-wider"),
        (r#""Action":"a:B","Resource":"*""#, r#""Action":"*","Resource":"x""#, "changed"),
        (r#""Action":"a:B","Resource":"x""#, r#""Action":"a:B","Resource":"y""#, "changed"),
        (r#""Action":"a:B","Resource":"x""#, r#""NotAction":"a:B","Resource":"x""#, "changed"),
        (r#""NotAction":["a:B","a:C"]"#, r#""NotAction":["a:B"]"#, "statement-wider"),
        (r#""NotAction":["a:B"]"#, r#""NotAction":["a:B","a:C"]"#, "statement-narrower"),
        (
            r#""Action":"a:B","Principal":{"AWS":"arn:aws:iam::123456789012:root"}"#,
            r#""Action":"a:B","Principal":"*""#,
            "statement-wider",
        ),
        (r#""Action":"a:B","Principal":{"Service":"x"}"#, r#""Action":"a:B","Principal":"*""#, "changed"),
        (r#""Action":"a:B","Condition":{"StringEquals":{"k":"v"}}"#, r#""Action":"a:B""#, "statement-wider"),
        (
            r#""Action":"a:B","Condition":{"StringEquals":{"k":"v"}}"#,
            r#""Action":"a:B","Condition":{"StringEquals":{"k":"w"}}"#,
            "changed",
        ),
    ] {
        let found = judged(&policy(&allow(before)), &policy(&allow(after)), "{}");
        assert_eq!(found, [format!("policy.Statement.0 {expected}")], "{before} -> {after}");
    }
    let grant = r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#;
    let both = format!("{grant},{READ}");
    assert_eq!(judged(&policy(READ), &policy(&both), "{}"), ["policy.Statement.0 statement-gained"]);
    assert_eq!(judged(&policy(&both), &policy(READ), "{}"), ["policy.Statement.0 statement-lost"]);
    // An effect that turns round is one statement less and one more.
    let denied = READ.replace("Allow", "Deny");
    assert_eq!(
        judged(&policy(READ), &policy(&denied), "{}"),
        ["policy.Statement.0 statement-gained", "policy.Statement.0 statement-lost"]
    );
    assert_eq!(judged("{}", &policy(READ), "{}"), ["policy.Statement.0 statement-gained"]);
    assert_eq!(judged(&policy(READ), "{}", "{}"), ["policy.Statement.0 statement-lost"]);
}

#[test]
fn what_is_no_policy_document_is_compared_as_a_tree() {
    for statement in [
        r#"{"Effect":"Maybe","Action":"a:B"}"#,
        r#"{"Effect":"Allow","Action":"a:B","NotAction":"a:C"}"#,
        r#"{"Effect":"Allow","Action":"a:B","Other":1}"#,
        r#"{"Effect":"Allow","Action":[1]}"#,
    ] {
        let other = statement.replace("a:B", "a:D").replace("[1]", "[2]");
        let found = judged(&policy(statement), &policy(&other), "{}");
        assert!(found.iter().all(|line| line.contains("Action") && line.ends_with("changed")), "{found:?}");
    }
    // What stands beside the statements counts too.
    let old = policy(READ).replace("2012-10-17", "2008-10-17");
    assert_eq!(shown(&old, &policy(READ)), ["policy.Version: 2008-10-17 -> 2012-10-17"]);
    // A key twice: one reader takes the first, the next the last.
    let twice = policy(&READ.replace(r#""Effect":"Allow","#, r#""Effect":"Allow","Effect":"Deny","#));
    assert_eq!(judged(&policy(READ), &twice, "{}"), ["policy changed"]);
}

#[test]
fn a_statement_is_told_in_words() {
    for (statement, expected) in [
        (
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}"#,
            "allow s3:* on * for everyone",
        ),
        (
            r#"{"Effect":"Deny","NotAction":["iam:Get*","iam:List*"],"NotResource":"arn:aws:s3:::a"}"#,
            "deny everything but iam:Get*, iam:List* on everything but arn:aws:s3:::a",
        ),
        (
            r#"{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":["ec2.amazonaws.com"],
                "AWS":"arn:aws:iam::123456789012:role/ci","Federated":"cognito-identity.amazonaws.com"}}"#,
            "allow sts:AssumeRole for arn:aws:iam::123456789012:role/ci, \
             Federated cognito-identity.amazonaws.com, ec2.amazonaws.com",
        ),
        (
            r#"{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":
                {"token.actions.githubusercontent.com:sub":"repo:acme/infra:ref:refs/heads/main"},
                "StringEquals":{"sts:ExternalId":"hunter","aws:PrincipalTag/Token":"x"}}}"#,
            "allow sts:AssumeRoleWithWebIdentity if aws:PrincipalTag/Token StringEquals (secret-like \
             name, 1 character) and sts:ExternalId StringEquals (secret-like name, 6 characters) \
             and token.actions.githubusercontent.com:sub StringLike repo:acme/infra:ref:refs/heads/main",
        ),
        (
            r#"{"Effect":"Allow","Action":["a:A","b:B","c:C","d:D","e:E","f:F","g:G","iam:*"],"Resource":[]}"#,
            "allow iam:*, a:A, b:B, c:C, d:D, e:E and 2 more on nothing",
        ),
        (
            r#"{"Effect":"Allow","Action":"has space","Resource":"b1946ac92492d2347c6235b4d2611184"}"#,
            "allow (text, 9 characters) on (looks random, 32 characters)",
        ),
    ] {
        assert_eq!(
            shown("{}", &policy(statement)),
            [format!("policy.Statement.0: - -> {expected}")],
            "{statement}"
        );
    }
}
