//! Who may take a role.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::Found;
use super::super::super::testing::{ask_text, ask_unknown};
use super::super::{external_accounts, oidc_subject_wide, public};
use super::{ask, check};

fn role(principal: &str, condition: &str) -> String {
    format!(
        r#"{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole","Condition":{condition}}}"#
    )
}

#[test]
fn accounts_count_that_no_statement_named_before() {
    let own = role(r#"{"AWS":"arn:aws:iam::123456789012:root"}"#, "{}");
    for (says, before, after, expected) in [
        (
            "another account",
            &own,
            &role(r#"{"AWS":["123456789012","arn:aws:iam::999988887777:root"]}"#, "{}"),
            &["999988887777"][..],
        ),
        (
            "a role of another account",
            &own,
            &role(r#"{"AWS":"arn:aws:iam::999988887777:role/ci"}"#, "{}"),
            &["999988887777"],
        ),
        (
            "a session in another account",
            &own,
            &role(r#"{"AWS":"arn:aws-cn:sts::999988887777:assumed-role/a/b"}"#, "{}"),
            &["999988887777"],
        ),
        (
            "a role of the same account",
            &own,
            &role(r#"{"AWS":"arn:aws:iam::123456789012:role/ci"}"#, "{}"),
            &[],
        ),
        ("an account of one's own", &own, &role(r#"{"AWS":"111122223333"}"#, "{}"), &[]),
        ("a new role", &String::new(), &role(r#"{"AWS":"999988887777"}"#, "{}"), &["999988887777"]),
        ("a service", &own, &role(r#"{"Service":"ec2.amazonaws.com"}"#, "{}"), &[]),
        (
            "everyone in an account",
            &own,
            &role(r#"{"AWS":"*"}"#, r#"{"StringEquals":{"aws:PrincipalAccount":"999988887777"}}"#),
            &["999988887777"],
        ),
        (
            "everyone by an ARN",
            &own,
            &role(r#"{"AWS":"*"}"#, r#"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::999988887777:role/*"}}"#),
            &["999988887777"],
        ),
        (
            "a denied account",
            &own,
            &own.replace("Allow", "Deny").replace("123456789012", "999988887777"),
            &[],
        ),
        ("the id of a user that is gone", &own, &role(r#"{"AWS":"AIDAEXAMPLEID"}"#, "{}"), &[]),
    ] {
        let found = ask(before, after, |sides| external_accounts(sides, &["111122223333"]));
        assert_eq!(found, Found::all(expected.iter().map(|item| (*item).to_owned())), "{says}");
    }
    let ask_about =
        |before: &str, after: &str| ask_text(before, after, |sides| external_accounts(sides, &[]));
    assert_eq!(ask_about("", "{").any(), Unknown);
    assert_eq!(ask_about("{", "{").any(), No);
    assert_eq!(ask_unknown("", "", "true", |sides| external_accounts(sides, &[])).any(), Unknown);
}

#[test]
fn a_role_that_anyone_may_take_is_public_unless_a_secret_or_an_organisation_is_demanded() {
    let secret = r#"{"StringEquals":{"sts:ExternalId":"acme-ci"}}"#;
    check(
        public,
        &[
            ("anyone", "", &role(r#""*""#, "{}"), Yes),
            ("anyone who knows", "", &role(r#"{"AWS":"*"}"#, secret), No),
            ("the secret dropped", &role(r#"{"AWS":"*"}"#, secret), &role(r#"{"AWS":"*"}"#, "{}"), Yes),
            ("one account without a secret", "", &role(r#"{"AWS":"999988887777"}"#, "{}"), No),
            (
                "anyone of the organisation",
                "",
                &role(r#""*""#, r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#),
                No,
            ),
        ],
    );
}

fn web(provider: &str, condition: &str) -> String {
    format!(
        r#"{{"Effect":"Allow","Principal":{{"Federated":"{provider}"}},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{condition}}}"#
    )
}

const GITHUB: &str = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

#[test]
fn the_subject_of_a_token_must_stay_within_one_repository() {
    let github = |operator: &str, subject: &str| {
        web(GITHUB, &format!(r#"{{"{operator}":{{"token.actions.githubusercontent.com:sub":{subject}}},"StringEquals":{{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}}}"#))
            .replace(r#""StringEquals":{"token.actions.githubusercontent.com:sub""#, r#""StringEqualsIgnoreCase":{"token.actions.githubusercontent.com:sub""#)
    };
    for (operator, subject, expected) in [
        ("StringLike", r#""repo:*""#, Yes),
        ("StringLike", r#""repo:acme/*""#, Yes),
        ("StringLike", r#""repo:acme/*:ref:refs/heads/main""#, Yes),
        ("StringLike", r#""repo:acme/infra*""#, Yes),
        ("StringLike", r#""*""#, Yes),
        ("StringLike", r#""*:ref:refs/heads/main""#, Yes),
        ("StringLike", r#""repo:acme/infra:*""#, No),
        ("StringLike", r#"["repo:acme/infra:*","repo:acme/app:ref:refs/heads/main"]"#, No),
        ("StringLike", r#"["repo:acme/infra:*","repo:acme/*"]"#, Yes),
        ("StringEquals", r#""repo:acme/infra:ref:refs/heads/main""#, No),
        ("StringEquals", r#""repo:acme/infra:environment:prod""#, No),
        ("ForAnyValue:StringLike", r#""repo:acme/infra:*""#, No),
        ("ForAllValues:StringLike", r#""repo:acme/infra:*""#, Yes),
        ("StringLikeIfExists", r#""repo:acme/infra:*""#, Yes),
        ("StringNotLike", r#""repo:evil/*""#, Yes),
        ("StringEquals", r#""${x}""#, Yes),
        ("StringEquals", "[]", Yes),
    ] {
        assert_eq!(ask("", &github(operator, subject), oidc_subject_wide), expected, "{operator} {subject}");
    }
}

#[test]
fn every_provider_has_its_own_subjects() {
    let eks = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
    let terraform = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io";
    let gitlab = "arn:aws:iam::123456789012:oidc-provider/gitlab.com";
    let claim = |provider: &str, claim: &str, value: &str| {
        let host = provider.split_once(":oidc-provider/").map_or(provider, |(_, host)| host);
        web(provider, &format!(r#"{{"StringLike":{{"{host}:{claim}":"{value}"}}}}"#))
    };
    check(
        oidc_subject_wide,
        &[
            ("no condition", "", &web(GITHUB, "{}"), Yes),
            ("the audience alone", "", &claim(GITHUB, "aud", "sts.amazonaws.com"), Yes),
            ("the repository claim", "", &claim(GITHUB, "repository", "acme/infra"), No),
            (
                "a workflow of a repository",
                "",
                &claim(GITHUB, "job_workflow_ref", "acme/infra/.github/workflows/d.yml@*"),
                No,
            ),
            ("a workflow of any repository", "", &claim(GITHUB, "job_workflow_ref", "acme/*"), Yes),
            (
                "the subject of another host",
                "",
                &web(GITHUB, r#"{"StringEquals":{"gitlab.com:sub":"repo:acme/infra:x"}}"#),
                Yes,
            ),
            ("a service account", "", &claim(eks, "sub", "system:serviceaccount:kube-system:dns"), No),
            (
                "the service accounts of a namespace",
                "",
                &claim(eks, "sub", "system:serviceaccount:kube-system:*"),
                No,
            ),
            ("any service account", "", &claim(eks, "sub", "system:serviceaccount:*:dns"), Yes),
            ("a cluster without subject", "", &web(eks, "{}"), Yes),
            (
                "a workspace",
                "",
                &claim(terraform, "sub", "organization:acme:project:p:workspace:w:run_phase:*"),
                No,
            ),
            (
                "any workspace",
                "",
                &claim(terraform, "sub", "organization:acme:project:p:workspace:*:run_phase:*"),
                Yes,
            ),
            ("an organisation", "", &claim(terraform, "sub", "organization:acme:*"), Yes),
            (
                "a GitLab project",
                "",
                &claim(gitlab, "sub", "project_path:acme/infra:ref_type:branch:ref:*"),
                No,
            ),
            (
                "a GitLab group",
                "",
                &claim(gitlab, "sub", "project_path:acme/*:ref_type:branch:ref:main"),
                Yes,
            ),
            ("an identity pool", "", &claim("cognito-identity.amazonaws.com", "aud", "eu-west-1:4242"), No),
            ("any identity pool", "", &web("cognito-identity.amazonaws.com", "{}"), Yes),
            ("a Google account", "", &claim("accounts.google.com", "sub", "1234567890"), No),
            ("SAML has no subject", "", &web("arn:aws:iam::123456789012:saml-provider/idp", "{}"), No),
            (
                "as wide as before",
                &web(GITHUB, "{}"),
                &web(GITHUB, "{}").replace("{\"Effect", "{\"Sid\":\"a\",\"Effect"),
                No,
            ),
            ("narrowed", &web(GITHUB, "{}"), &claim(GITHUB, "sub", "repo:acme/*"), No),
            (
                "widened",
                &claim(GITHUB, "sub", "repo:acme/infra:*"),
                &claim(GITHUB, "sub", "repo:acme/*"),
                Yes,
            ),
        ],
    );
}
