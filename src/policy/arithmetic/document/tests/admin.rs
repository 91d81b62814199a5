//! Grants that give too much to an identity.

use super::super::super::Answer::{No, Yes};
use super::super::super::Found;
use super::super::{
    escalation_actions, grants_admin, new_wildcard_actions, not_action_allow, pass_role_star,
};
use super::{ask, check};

const ADMIN: &str = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;
const READ: &str = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"#;

#[test]
fn an_administrator_is_who_may_do_everything_to_everything() {
    check(
        grants_admin,
        &[
            ("a new policy for everything", "", ADMIN, Yes),
            ("a narrow one widened", READ, ADMIN, Yes),
            ("the same as before", ADMIN, ADMIN, No),
            ("one more statement beside it", ADMIN, &format!("{ADMIN},{READ}"), No),
            ("taken away", ADMIN, READ, No),
            (
                "spelled *:*",
                "",
                r#"{"Effect":"Allow","Action":["s3:Get*","*:*"],"Resource":["arn:x","*"]}"#,
                Yes,
            ),
            ("respelled only", ADMIN, r#"{"Effect":"Allow","Action":["*:*"],"Resource":["**"]}"#, No),
            ("by escapes", "", r#"{"Effect":"Allow","Action":"\u002a","Resource":"\u002A"}"#, Yes),
            ("on every ARN", "", r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:*"}"#, Yes),
            (
                "on every ARN, in fields",
                "",
                r#"{"Effect":"Allow","Action":"*","Resource":"arn:*:*:*:*:*"}"#,
                Yes,
            ),
            ("in China", "", r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws-cn:*:*:*:*"}"#, Yes),
            (
                "in one account",
                "",
                r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:*:123456789012:*"}"#,
                Yes,
            ),
            ("on one bucket", "", r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/*"}"#, No),
            ("one service", "", r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#, No),
            ("denied", READ, r#"{"Effect":"Deny","Action":"*","Resource":"*"}"#, No),
            (
                "with a condition",
                "",
                r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}"#,
                Yes,
            ),
            (
                "with its condition dropped",
                r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}"#,
                ADMIN,
                Yes,
            ),
            (
                "with a condition added",
                ADMIN,
                r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}"#,
                No,
            ),
            ("all but nothing", "", r#"{"Effect":"Allow","NotAction":[],"Resource":"*"}"#, Yes),
            ("all but one service", "", r#"{"Effect":"Allow","NotAction":"ec2:*","Resource":"*"}"#, Yes),
            (
                "all but deleting roles",
                "",
                r#"{"Effect":"Allow","NotAction":"iam:Delete*","Resource":"*"}"#,
                Yes,
            ),
            (
                "a power user",
                "",
                r#"{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}"#,
                No,
            ),
            (
                "an administrator made power user",
                ADMIN,
                r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#,
                No,
            ),
            (
                "everything on all but a bucket",
                "",
                r#"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::b"}"#,
                Yes,
            ),
            (
                "everything on all but identities",
                "",
                r#"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:iam::*:*"}"#,
                No,
            ),
            (
                "a role that may be taken",
                "",
                r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"*"}"#,
                No,
            ),
        ],
    );
}

#[test]
fn a_service_wildcard_counts_on_every_resource_of_the_service() {
    for (says, before, after, expected) in [
        (
            "a service on everything",
            "",
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#,
            &["s3:*"][..],
        ),
        (
            "in any case",
            "",
            r#"{"Effect":"Allow","Action":["EC2:*","S3:**"],"Resource":"*"}"#,
            &["ec2:*", "s3:*"],
        ),
        (
            "on every bucket",
            "",
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::*"}"#,
            &["s3:*"],
        ),
        (
            "on every queue of one account",
            "",
            r#"{"Effect":"Allow","Action":"sqs:*","Resource":"arn:aws:sqs:*:123456789012:*"}"#,
            &["sqs:*"],
        ),
        (
            "on another service's resources",
            "",
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:sqs:*:*:*"}"#,
            &[],
        ),
        ("on one bucket", "", r#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}"#, &[]),
        ("part of a service", "", r#"{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}"#, &[]),
        ("everything", "", ADMIN, &["*"]),
        (
            "one more service",
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#,
            r#"{"Effect":"Allow","Action":["s3:*","sns:*"],"Resource":"*"}"#,
            &["sns:*"],
        ),
        (
            "a service of what was everything",
            ADMIN,
            r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#,
            &[],
        ),
    ] {
        let found = ask(before, after, new_wildcard_actions);
        assert_eq!(found, Found::all(expected.iter().map(|item| (*item).to_owned())), "{says}");
    }
}

#[test]
fn all_but_a_list_grows_by_itself() {
    check(
        not_action_allow,
        &[
            ("NotAction", "", r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, Yes),
            (
                "NotAction on one bucket",
                "",
                r#"{"Effect":"Allow","NotAction":"s3:Delete*","Resource":"arn:aws:s3:::b"}"#,
                Yes,
            ),
            ("NotAction denied", "", r#"{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}"#, No),
            (
                "NotPrincipal",
                "",
                r#"{"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"*"}"#,
                Yes,
            ),
            (
                "NotResource with reading actions",
                "",
                r#"{"Effect":"Allow","Action":["s3:Get*","s3:ListBucket"],"NotResource":"arn:aws:s3:::b"}"#,
                No,
            ),
            (
                "NotResource with writing actions",
                "",
                r#"{"Effect":"Allow","Action":["s3:Get*","s3:Put*"],"NotResource":"arn:aws:s3:::b"}"#,
                Yes,
            ),
            (
                "NotResource with everything",
                "",
                r#"{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::b"}"#,
                Yes,
            ),
            (
                "as before",
                r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#,
                r#"{"Effect":"Allow","NotAction":["iam:*"],"Resource":["*"]}"#,
                No,
            ),
            (
                "with more left out",
                r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#,
                r#"{"Effect":"Allow","NotAction":["iam:*","sts:*"],"Resource":"*"}"#,
                No,
            ),
            (
                "with less left out",
                r#"{"Effect":"Allow","NotAction":["iam:*","sts:*"],"Resource":"*"}"#,
                r#"{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}"#,
                Yes,
            ),
            ("instead of everything", ADMIN, r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, No),
        ],
    );
}

#[test]
fn passing_any_role_is_passing_every_right() {
    check(
        pass_role_star,
        &[
            ("on everything", "", r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#, Yes),
            ("by a wildcard", "", r#"{"Effect":"Allow","Action":"iam:Pass*","Resource":"*"}"#, Yes),
            (
                "on every role",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::*:role/*"}"#,
                Yes,
            ),
            (
                "on every role of an account",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/*"}"#,
                Yes,
            ),
            (
                "on all of IAM",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::*"}"#,
                Yes,
            ),
            (
                "on roles with a prefix",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/app-*"}"#,
                No,
            ),
            (
                "to one service",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}"#,
                No,
            ),
            (
                "to one service, if it exists",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringLikeIfExists":{"iam:PassedToService":["ecs-tasks.amazonaws.com"]}}}"#,
                No,
            ),
            (
                "to any service",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringLike":{"iam:PassedToService":["*"]}}}"#,
                Yes,
            ),
            (
                "to all but a service",
                "",
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringNotEquals":{"iam:PassedToService":["ec2.amazonaws.com"]}}}"#,
                Yes,
            ),
            ("left in by NotAction", "", r#"{"Effect":"Allow","NotAction":"ec2:*","Resource":"*"}"#, Yes),
            ("left out by NotAction", "", r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, No),
            (
                "part of iam:* before",
                r#"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#,
                r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#,
                No,
            ),
        ],
    );
}

#[test]
fn escalation_is_named_action_by_action() {
    let before = r#"{"Effect":"Allow","Action":"iam:CreateAccessKey","Resource":"*"}"#;
    let after = r#"{"Effect":"Allow","Action":["iam:CreateAccessKey","iam:PutRolePolicy","iam:GetRole","sts:AssumeRole"],"Resource":"*"}"#;
    assert_eq!(ask(before, after, escalation_actions).items, ["iam:PutRolePolicy", "sts:AssumeRole"]);
    let own = r#"{"Effect":"Allow","Action":["iam:CreateAccessKey"],"Resource":"arn:aws:iam::*:user/${aws:username}"}"#;
    assert_eq!(ask("", own, escalation_actions), Found::all([]), "one's own keys");
    let roles = r#"{"Effect":"Allow","Action":["sts:AssumeRole"],"Resource":"arn:aws:iam::*:role/*"}"#;
    assert_eq!(ask("", roles, escalation_actions).items, ["sts:AssumeRole"]);
    let one = r#"{"Effect":"Allow","Action":["sts:AssumeRole"],"Resource":"arn:aws:iam::123456789012:role/deploy"}"#;
    assert_eq!(ask("", one, escalation_actions), Found::all([]));
    assert_eq!(ask("", ADMIN, escalation_actions).items.len(), 16);
    assert_eq!(ask(ADMIN, ADMIN, escalation_actions), Found::all([]));
}
