//! Resource policies that let everyone in.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::testing::{ask_text, ask_unknown};
use super::super::public;
use super::{ask, check};

const PUBLIC: &str =
    r#"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"#;
const OWN: &str = r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"#;

#[test]
fn everyone_has_many_names() {
    check(
        public,
        &[
            ("a star", OWN, PUBLIC, Yes),
            ("a new policy", "", PUBLIC, Yes),
            ("as before", PUBLIC, PUBLIC, No),
            (
                "respelled only",
                PUBLIC,
                r#"{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["S3:GetObject"],"Resource":["arn:aws:s3:::b/*"]}"#,
                No,
            ),
            ("made private", PUBLIC, OWN, No),
            (
                "AWS star",
                "",
                r#"{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "AWS star in a list",
                "",
                r#"{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "AWS star among others",
                "",
                r#"{"Effect":"Allow","Principal":{"AWS":["123456789012","*"]},"Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "any federated user",
                "",
                r#"{"Effect":"Allow","Principal":{"Federated":"*"},"Action":"sts:AssumeRoleWithSAML"}"#,
                Yes,
            ),
            (
                "any service",
                "",
                r#"{"Effect":"Allow","Principal":{"Service":"*"},"Action":"sqs:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "the root of any account",
                "",
                r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::*:root"},"Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "a star by its escape",
                "",
                r#"{"Effect":"Allow","Principal":"\u002a","Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            (
                "everyone but a few",
                "",
                r#"{"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:*","Resource":"*"}"#,
                Yes,
            ),
            ("a denied star", "", r#"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}"#, No),
            (
                "one service",
                "",
                r#"{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sqs:*","Resource":"*"}"#,
                No,
            ),
            (
                "one canonical user",
                "",
                r#"{"Effect":"Allow","Principal":{"CanonicalUser":"79a59df900b949e5"},"Action":"s3:*","Resource":"*"}"#,
                No,
            ),
            ("an identity policy", "", r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#, No),
            (
                "one more action for everyone",
                PUBLIC,
                r#"{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}"#,
                Yes,
            ),
            (
                "more objects for everyone",
                r#"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/pub/*"}"#,
                PUBLIC,
                Yes,
            ),
            (
                "fewer objects for everyone",
                PUBLIC,
                r#"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/pub/*"}"#,
                No,
            ),
            (
                "a friend beside everyone",
                PUBLIC,
                r#"{"Effect":"Allow","Principal":{"AWS":["*","123456789012"]},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"#,
                No,
            ),
        ],
    );
}

/// Checks whether everyone under this condition is public.
fn under(condition: &str) -> super::super::super::Answer {
    let statement = format!(
        r#"{{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{condition}}}"#
    );
    ask("", &statement, public)
}

#[test]
fn a_condition_limits_if_it_says_who_and_demands_it() {
    for condition in [
        r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#,
        r#"{"StringEquals":{"AWS:principalorgid":["o-a1b2c3d4e5","o-zzzzzzzzzz"]}}"#,
        r#"{"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}"#,
        r#"{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/r-ab12/ou-*"}}"#,
        r#"{"StringEquals":{"aws:PrincipalAccount":"123456789012"}}"#,
        r#"{"StringEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}"#,
        r#"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::123456789012:role/app-*"}}"#,
        r#"{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:123456789012:topic"}}"#,
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:*:*:my-bucket"}}"#,
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::my-bucket"}}"#,
        r#"{"StringEquals":{"aws:SourceAccount":"123456789012"}}"#,
        r#"{"StringEquals":{"AWS:SourceOwner":"123456789012"}}"#,
        r#"{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}"#,
        r#"{"StringEquals":{"aws:SourceVpc":["vpc-111bbb22"]}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}"#,
        r#"{"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}}"#,
        r#"{"StringEquals":{"kms:CallerAccount":"123456789012","kms:ViaService":"s3.eu-west-1.amazonaws.com"}}"#,
        r#"{"StringEquals":{"s3:DataAccessPointAccount":"123456789012"}}"#,
        r#"{"StringEquals":{"sts:ExternalId":"acme-ci"}}"#,
        r#"{"StringLike":{"aws:userid":"AROAEXAMPLEID:*"}}"#,
        r#"{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"true"}}"#,
        r#"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Null":{"aws:PrincipalOrgID":"false"}}"#,
        r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Bool":{"aws:SecureTransport":"true"}}"#,
    ] {
        assert_eq!(under(condition), No, "{condition}");
    }
}

#[test]
fn a_condition_that_anyone_can_meet_limits_nobody() {
    for condition in [
        r#"{}"#,
        r#"{"Bool":{"aws:SecureTransport":"true"}}"#,
        r#"{"StringLike":{"aws:Referer":"https://example.com/*"}}"#,
        r#"{"StringEquals":{"aws:PrincipalTag/team":"a"}}"#,
        r#"{"StringEquals":{"aws:username":"alice"}}"#,
        r#"{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#,
        r#"{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::123456789012:*"}}"#,
        r#"{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
        r#"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#,
        r#"{"ForAllValues:StringEquals":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}"#,
        r#"{"Null":{"aws:PrincipalOrgID":"false"}}"#,
        r#"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Null":{"aws:PrincipalOrgID":"true"}}"#,
        r#"{"StringLike":{"aws:PrincipalOrgID":"o-*"}}"#,
        r#"{"StringLike":{"aws:PrincipalOrgID":["o-a1b2c3d4e5","*"]}}"#,
        r#"{"StringEquals":{"aws:PrincipalOrgID":[]}}"#,
        r#"{"StringLike":{"aws:PrincipalAccount":"*"}}"#,
        r#"{"StringLike":{"aws:PrincipalAccount":"1234*"}}"#,
        r#"{"StringEquals":{"aws:PrincipalAccount":"${aws:PrincipalAccount}"}}"#,
        r#"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/app"}}"#,
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:topic"}}"#,
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::*"}}"#,
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::acme-*"}}"#,
        r#"{"StringLike":{"aws:userid":"*:alice"}}"#,
        r#"{"StringLike":{"aws:SourceVpce":"vpce-*"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"::/0"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}}"#,
        r#"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2000::/3"]}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"office"}}"#,
        r#"{"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}"#,
        r#"{"StringLike":{"sts:ExternalId":"*"}}"#,
        r#"{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"false"}}"#,
        r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}"#,
    ] {
        assert_eq!(under(condition), Yes, "{condition}");
    }
}

#[test]
fn a_limit_that_is_dropped_or_loosened_opens() {
    let with = |condition: &str| {
        format!(
            r#"{{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{condition}}}"#
        )
    };
    let org = with(r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#);
    assert_eq!(ask(&org, PUBLIC, public), Yes);
    assert_eq!(ask(PUBLIC, &org, public), No);
    assert_eq!(ask(&org, &with(r#"{"StringLike":{"aws:PrincipalOrgID":"*"}}"#), public), Yes);
    assert_eq!(
        ask(&org, &with(r#"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#), public),
        Yes
    );
    // It was open for TLS before, and is no more open now.
    let tls = with(r#"{"Bool":{"aws:SecureTransport":"true"}}"#);
    assert_eq!(ask(PUBLIC, &tls, public), No);
    assert_eq!(ask(&tls, PUBLIC, public), Yes);
}

#[test]
fn what_cannot_be_read_is_unknown_unless_it_did_not_change() {
    assert_eq!(ask_unknown(r#""{}""#, "", "true", public), Unknown);
    assert_eq!(ask_text("{", "{", public), No);
    assert_eq!(ask_text("", "{", public), Unknown);
    assert_eq!(ask_text("{", &super::document(PUBLIC), public), Unknown);
    assert_eq!(ask_text("{", &super::document(OWN), public), No);
    assert_eq!(ask_text(&super::document(PUBLIC), "", public), No);
}
