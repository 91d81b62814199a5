//! One policy has many spellings.

use super::super::super::Answer;
use super::super::super::testing::{ask_text, ask_unknown};
use super::super::{Document, Opaque, same};
use super::document;
use crate::plan::parse;
use crate::plan::view::View;

const PLAIN: &str = r#"{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},"Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::b/*"]}"#;

#[test]
fn spellings_of_one_document_are_one_document() {
    for (says, spelling) in [
        (
            "strings for lists of one",
            r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":["s3:PutObject","s3:GetObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "the id of an account for its root",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "the id as a number",
            r#"{"Effect":"Allow","Principal":{"AWS":123456789012},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "the root in another partition",
            r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws-us-gov:iam::123456789012:root"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "actions in another case",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["S3:getobject","s3:PUTOBJECT"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "an action twice",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject","s3:getObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "a Sid",
            r#"{"Sid":"Read","Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "an empty condition",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*","Condition":{}}"#,
        ),
        (
            "a star by its escape",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/\u002a"}"#,
        ),
        (
            "two stars for one",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/**"}"#,
        ),
        (
            "element names in another case",
            r#"{"effect":"Allow","PRINCIPAL":{"Aws":"123456789012"},"action":["s3:GetObject","s3:PutObject"],"resource":"arn:aws:s3:::b/*"}"#,
        ),
        (
            "two statements for one",
            r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*"}"#,
        ),
        ("the statement twice", &format!("{PLAIN},{PLAIN}")),
    ] {
        let answer = ask_text(&document(PLAIN), &document(spelling), same);
        assert_eq!(answer, Answer::Yes, "{says}");
        let single = format!(r#"{{"Version":"2012-10-17","Id":"x","Statement":{spelling}}}"#);
        if parse::value(&single).is_ok() {
            assert_eq!(ask_text(&document(PLAIN), &single, same), Answer::Yes, "{says}, alone");
        }
    }
}

#[test]
fn conditions_are_spelled_in_many_ways() {
    let with = |condition: &str| {
        document(&format!(r#"{{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{condition}}}"#))
    };
    for (one, other, expected) in [
        (r#"{"Bool":{"aws:SecureTransport":"true"}}"#, r#"{"bool":{"AWS:securetransport":[true]}}"#, true),
        (r#"{"StringEquals":{"a":["x","y"]}}"#, r#"{"StringEquals":{"A":["y","x","x"]}}"#, true),
        (r#"{"ArnEquals":{"aws:SourceArn":"arn:*"}}"#, r#"{"ArnLike":{"aws:SourceArn":"arn:*"}}"#, true),
        (r#"{"NumericLessThan":{"s3:max-keys":5}}"#, r#"{"NumericLessThan":{"s3:max-keys":"5"}}"#, true),
        (r#"{"StringEquals":{"a":"x"}}"#, r#"{"StringEquals":{"a":"X"}}"#, false),
        (r#"{"StringEquals":{"a":"x"}}"#, r#"{"StringEqualsIfExists":{"a":"x"}}"#, false),
        (r#"{"StringEquals":{"a":"x"}}"#, r#"{"ForAnyValue:StringEquals":{"a":"x"}}"#, false),
        (r#"{"StringEquals":{"a":"x"}}"#, r#"{"StringNotEquals":{"a":"x"}}"#, false),
    ] {
        let answer = ask_text(&with(one), &with(other), same);
        assert_eq!(answer, Answer::from(expected), "{one} and {other}");
    }
}

#[test]
fn an_object_is_read_like_the_text_of_it() {
    let text = document(PLAIN);
    let value = parse::value(&text).unwrap();
    assert_eq!(Document::from_value(&value), Document::parse(&text));
    assert_eq!(Document::read(View::new(Some(&value), None, None)), Document::parse(&text));
}

#[test]
fn an_attribute_of_blocks_is_the_only_one_or_none() {
    let read = |text: &str| Document::read(View::new(parse::value(text).as_ref().ok(), None, None));
    assert_eq!(read("[]"), Ok(Document::default()));
    assert_eq!(read(&format!("[{}]", document(PLAIN))), Document::parse(&document(PLAIN)));
    assert!(read(r#"["{}","{}"]"#).is_err());
}

#[test]
fn nothing_is_a_document_without_statements() {
    let null = parse::value("null").unwrap();
    for view in [View::absent(), View::new(Some(&null), None, None)] {
        assert_eq!(Document::read(view), Ok(Document::default()));
    }
    for text in ["", "  ", "{}", r#"{"Version":"2012-10-17","Statement":[]}"#] {
        assert_eq!(Document::parse(text), Ok(Document::default()), "{text}");
    }
}

#[test]
fn what_is_unknown_is_unknown() {
    let unknown = |unknown| ask_unknown("{}", "{}", unknown, |sides| Document::read(sides.after));
    assert_eq!(unknown("true"), Err(Opaque::Unknown));
    assert_eq!(unknown(r#"{"Statement":[{"Resource":true}]}"#), Err(Opaque::Unknown));
    assert_eq!(unknown("{}"), Ok(Document::default()));
    assert_eq!(ask_unknown("", "", "true", same), Answer::Unknown);
}

#[test]
fn a_document_that_is_not_understood_in_every_part_is_refused_by_name() {
    for (text, why) in [
        ("[]", "it is no object"),
        ("7", "it is no object"),
        ("{", "JSON is broken"),
        (r#"{"Statement":[],"Statement":[]}"#, "key `Statement` occurs twice"),
        (r#"{"Statement":[],"statement":[]}"#, "an element twice, in upper and lower case"),
        (r#"{"bindings":[]}"#, "an element that policies do not have"),
        (r#"{"Version":"2012-10-18","Statement":[]}"#, "neither 2012-10-17 nor 2008-10-17"),
        (r#"{"Version":2012,"Statement":[]}"#, "neither 2012-10-17 nor 2008-10-17"),
        (r#"{"Statement":"*"}"#, "a statement is no object"),
        (r#"{"Statement":{"Action":"*","Resource":"*"}}"#, "neither Allow nor Deny"),
        (r#"{"Statement":{"Effect":"allow","Action":"*"}}"#, "neither Allow nor Deny"),
        (r#"{"Statement":{"Effect":"Allow","Resource":"*"}}"#, "no `Action`"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","NotAction":"*"}}"#, "both plain and with `Not`"),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Principal":"*","NotPrincipal":"*"}}"#,
            "both `Principal`",
        ),
        (r#"{"Statement":{"Effect":"Allow","Action":{"a":1}}}"#, "a string or a list of strings"),
        (r#"{"Statement":{"Effect":"Allow","Action":[["*"]]}}"#, "a string or a list of strings"),
        (r#"{"Statement":{"Effect":"Allow","Action":null}}"#, "a string or a list of strings"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Principal":"123456789012"}}"#, "neither \"*\" nor"),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Principal":{"Google":"*"}}}"#,
            "element that policies",
        ),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Condition":"x"}}"#, "a `Condition` is no object"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Condition":{"Bool":1}}}"#, "an operator"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a":{}}}}}"#, "no plain value"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Extra":1}}"#, "element that policies"),
    ] {
        let Err(problem) = Document::parse(text) else { panic!("{text} was read") };
        assert!(problem.to_string().contains(why), "{text}: {problem}");
        assert!(problem.to_string().starts_with("the document cannot be read: "), "{problem}");
    }
}
