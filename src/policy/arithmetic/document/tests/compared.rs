//! Wider, narrower, the same.

use super::super::super::Answer::{self, No, Unknown, Yes};
use super::super::super::testing::{ask_text, ask_unknown};
use super::super::{Document, compare, narrowed, obstacle, same, widened};
use super::{ask, document};

const READ: &str = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"#;
const DENY: &str = r#"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#;

#[test]
fn a_change_of_statements_is_wider_or_narrower_or_neither() {
    let allow = |action: &str, resource: &str, condition: &str| {
        format!(r#"{{"Effect":"Allow","Action":[{action}],"Resource":[{resource}],"Condition":{condition}}}"#)
    };
    let deny = |action: &str, condition: &str| {
        format!(r#"{{"Effect":"Deny","Action":[{action}],"Resource":"*","Condition":{condition}}}"#)
    };
    let to = |principal: &str| {
        format!(r#"{{"Effect":"Allow","Principal":{principal},"Action":"s3:GetObject","Resource":"*"}}"#)
    };
    let table: &[(&str, String, String, Answer, Answer)] = &[
        ("an action more", allow("\"a:X\"", "\"*\"", "{}"), allow("\"a:X\",\"a:Y\"", "\"*\"", "{}"), Yes, No),
        ("an action less", allow("\"a:X\",\"a:Y\"", "\"*\"", "{}"), allow("\"a:X\"", "\"*\"", "{}"), No, Yes),
        ("another action", allow("\"a:X\"", "\"*\"", "{}"), allow("\"a:Y\"", "\"*\"", "{}"), Yes, Yes),
        ("a wildcard for a name", allow("\"a:X\"", "\"*\"", "{}"), allow("\"a:*\"", "\"*\"", "{}"), Yes, No),
        ("a resource more", allow("\"a:X\"", "\"r\"", "{}"), allow("\"a:X\"", "\"r\",\"s\"", "{}"), Yes, No),
        (
            "a covered resource more",
            allow("\"a:X\"", "\"r*\"", "{}"),
            allow("\"a:X\"", "\"r*\",\"rs\"", "{}"),
            No,
            No,
        ),
        (
            "a condition more",
            allow("\"a:X\"", "\"*\"", "{}"),
            allow("\"a:X\"", "\"*\"", r#"{"Bool":{"k":"true"}}"#),
            No,
            Yes,
        ),
        (
            "a condition less",
            allow("\"a:X\"", "\"*\"", r#"{"Bool":{"k":"true"}}"#),
            allow("\"a:X\"", "\"*\"", "{}"),
            Yes,
            No,
        ),
        (
            "a value more",
            allow("\"a:X\"", "\"*\"", r#"{"StringEquals":{"k":"1"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"StringEquals":{"k":["1","2"]}}"#),
            Yes,
            No,
        ),
        (
            "an excluded value more",
            allow("\"a:X\"", "\"*\"", r#"{"StringNotEquals":{"k":"1"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"StringNotEquals":{"k":["1","2"]}}"#),
            No,
            Yes,
        ),
        (
            "a wider pattern",
            allow("\"a:X\"", "\"*\"", r#"{"StringLike":{"k":"a/b/*"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"StringLike":{"k":"a/*"}}"#),
            Yes,
            No,
        ),
        (
            "a pattern for a value",
            allow("\"a:X\"", "\"*\"", r#"{"StringEquals":{"k":"a/b"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"StringLike":{"k":"a/*"}}"#),
            Yes,
            No,
        ),
        (
            "a region for any",
            allow("\"a:X\"", "\"*\"", r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:123456789012:*"}}"#),
            allow(
                "\"a:X\"",
                "\"*\"",
                r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:eu-west-1:123456789012:t"}}"#,
            ),
            No,
            Yes,
        ),
        (
            "an account behind another",
            allow("\"a:X\"", "\"*\"", r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:123456789012:*"}}"#),
            allow(
                "\"a:X\"",
                "\"*\"",
                r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:999988887777:x:123456789012:t"}}"#,
            ),
            Yes,
            Yes,
        ),
        (
            "a wider network",
            allow("\"a:X\"", "\"*\"", r#"{"IpAddress":{"aws:SourceIp":"10.1.0.0/16"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#),
            Yes,
            No,
        ),
        (
            "a network in halves",
            allow("\"a:X\"", "\"*\"", r#"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"IpAddress":{"aws:SourceIp":["10.0.0.0/9","10.128.0.0/9"]}}"#),
            No,
            No,
        ),
        (
            "if it exists",
            allow("\"a:X\"", "\"*\"", r#"{"StringEquals":{"k":"1"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"StringEqualsIfExists":{"k":"1"}}"#),
            Yes,
            No,
        ),
        (
            "an upper bound moved",
            allow("\"a:X\"", "\"*\"", r#"{"NumericLessThan":{"k":"1"}}"#),
            allow("\"a:X\"", "\"*\"", r#"{"NumericLessThan":{"k":"2"}}"#),
            Yes,
            Yes,
        ),
        ("a Deny lost", format!("{READ},{DENY}"), READ.to_owned(), Yes, No),
        ("a Deny gained", READ.to_owned(), format!("{READ},{DENY}"), No, Yes),
        ("a Deny narrowed", deny("\"a:*\"", "{}"), deny("\"a:X\"", "{}"), Yes, No),
        (
            "a Deny under a condition",
            deny("\"a:*\"", "{}"),
            deny("\"a:*\"", r#"{"Bool":{"k":"true"}}"#),
            Yes,
            No,
        ),
        ("a Deny widened", deny("\"a:X\"", "{}"), deny("\"a:*\"", "{}"), No, Yes),
        (
            "an account more",
            to(r#"{"AWS":"123456789012"}"#),
            to(r#"{"AWS":["123456789012","999988887777"]}"#),
            Yes,
            No,
        ),
        ("everyone", to(r#"{"AWS":"123456789012"}"#), to(r#""*""#), Yes, No),
        (
            "a role of the account",
            to(r#"{"AWS":"123456789012"}"#),
            to(r#"{"AWS":"arn:aws:iam::123456789012:role/a"}"#),
            No,
            Yes,
        ),
        (
            "the account of a role",
            to(r#"{"AWS":"arn:aws:iam::123456789012:role/a"}"#),
            to(r#"{"AWS":"123456789012"}"#),
            Yes,
            No,
        ),
        (
            "all but a list, shorter",
            r#"{"Effect":"Allow","NotAction":["a:*","b:*"],"Resource":"*"}"#.into(),
            r#"{"Effect":"Allow","NotAction":["a:*"],"Resource":"*"}"#.into(),
            Yes,
            No,
        ),
        (
            "a name that all but a list leaves in",
            r#"{"Effect":"Allow","NotAction":["a:*"],"Resource":"*"}"#.into(),
            allow("\"b:X\"", "\"*\"", "{}"),
            No,
            Yes,
        ),
        (
            "a name that all but a list leaves out",
            r#"{"Effect":"Allow","NotAction":["a:*"],"Resource":"*"}"#.into(),
            allow("\"a:X\"", "\"*\"", "{}"),
            Yes,
            Yes,
        ),
        (
            "two statements merged",
            format!("{},{}", allow("\"a:X\"", "\"*\"", "{}"), allow("\"a:Y\"", "\"*\"", "{}")),
            allow("\"a:X\",\"a:Y\"", "\"*\"", "{}"),
            No,
            No,
        ),
        (
            "two statements crossed",
            format!("{},{}", allow("\"a:X\"", "\"r\"", "{}"), allow("\"a:Y\"", "\"s\"", "{}")),
            allow("\"a:X\",\"a:Y\"", "\"r\",\"s\"", "{}"),
            Yes,
            No,
        ),
        ("a new Sid", READ.to_owned(), READ.replace("{\"Effect", "{\"Sid\":\"x\",\"Effect"), No, No),
        ("a policy where there was none", String::new(), READ.to_owned(), Yes, No),
    ];
    for (says, before, after, wider, narrower) in table {
        assert_eq!(ask(before, after, widened), *wider, "wider: {says}");
        assert_eq!(ask(before, after, narrowed), *narrower, "narrower: {says}");
        let neither = wider.or(*narrower).negated();
        assert_eq!(ask(before, after, same), neither, "same: {says}");
    }
}

#[test]
fn the_version_decides_what_a_variable_is() {
    let with = |version| {
        format!(
            r#"{{"Version":"{version}","Statement":{{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${{aws:username}}/*"}}}}"#
        )
    };
    assert_eq!(ask_text(&with("2008-10-17"), &with("2012-10-17"), widened), Yes);
    assert_eq!(ask_text(&with("2012-10-17"), &with("2012-10-17"), widened), No);
}

#[test]
fn statements_gained_and_lost_are_named() {
    let comparison =
        compare(&Document::parse(&document(READ)).unwrap(), &Document::parse(&document(DENY)).unwrap())
            .unwrap();
    assert_eq!((comparison.gained.len(), comparison.lost.len()), (1, 1));
    assert!(comparison.is_narrower() && !comparison.is_wider() && !comparison.is_same());
}

#[test]
fn what_cannot_be_compared_is_unknown_with_a_reason() {
    assert_eq!(ask_text("", "{", widened), Unknown);
    assert_eq!(ask_text("{", "{", widened), No);
    assert_eq!(ask_text("{", "{", same), Yes);
    let why = |before, after| ask_text(before, after, obstacle);
    assert!(
        why("", "{").unwrap().starts_with("after the change the document cannot be read: JSON is broken")
    );
    assert!(
        why("[]", "{}")
            .unwrap()
            .starts_with("before the change the document cannot be read: it is no object")
    );
    assert_eq!(why("", "{}"), None);
    let unknown = ask_unknown("", "", "true", obstacle);
    assert_eq!(unknown.unwrap(), "after the change the document is decided during apply");
}
