//! Key policies.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::Found;
use super::super::super::testing::ask_text;
use super::super::{kms_admin_gained, kms_admin_lost};
use super::{ask, check};

const ROOT: &str = r#"{"Sid":"Enable IAM","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"kms:*","Resource":"*"}"#;
const ADMIN: &str = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/admin"},"Action":["kms:Put*","kms:Describe*"],"Resource":"*"}"#;
const USE: &str = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/app"},"Action":["kms:Decrypt"],"Resource":"*"}"#;

#[test]
fn a_key_must_stay_under_control_of_its_account() {
    let both = format!("{ROOT},{ADMIN}");
    check(
        kms_admin_lost,
        &[
            ("the root removed", &format!("{ROOT},{USE}"), USE, Yes),
            ("the root removed, an administrator left", &both, ADMIN, Yes),
            ("an administrator removed", &both, ROOT, No),
            ("a user removed", &format!("{ROOT},{USE}"), ROOT, No),
            ("all removed", ROOT, "", Yes),
            (
                "the root respelled",
                ROOT,
                r#"{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["KMS:*"],"Resource":["*"]}"#,
                No,
            ),
            (
                "the root with the key's ARN",
                ROOT,
                &ROOT
                    .replace(r#""Resource":"*""#, r#""Resource":"arn:aws:kms:eu-west-1:123456789012:key/k""#),
                No,
            ),
            ("the root without PutKeyPolicy", ROOT, &ROOT.replace("kms:*", "kms:Decrypt"), Yes),
            ("the root with PutKeyPolicy alone", ROOT, &ROOT.replace("kms:*", "kms:PutKeyPolicy"), No),
            (
                "the root under a condition",
                ROOT,
                &ROOT.replace(
                    r#""Resource":"*""#,
                    r#""Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
                ),
                Yes,
            ),
            (
                "the root denied",
                ROOT,
                &format!(
                    "{ROOT},{}",
                    r#"{"Effect":"Deny","Principal":"*","Action":"kms:Put*","Resource":"*"}"#
                ),
                Yes,
            ),
            (
                "others denied",
                ROOT,
                &format!(
                    "{ROOT},{}",
                    r#"{"Effect":"Deny","Principal":{"AWS":"999988887777"},"Action":"kms:*","Resource":"*"}"#
                ),
                No,
            ),
            (
                "everyone but the root denied",
                ROOT,
                &format!(
                    "{ROOT},{}",
                    r#"{"Effect":"Deny","NotPrincipal":{"AWS":"123456789012"},"Action":"kms:*","Resource":"*"}"#
                ),
                No,
            ),
            ("the only administrator replaced", ADMIN, &ADMIN.replace("role/admin", "role/security"), No),
            ("the only administrator removed", ADMIN, USE, Yes),
            ("a new key", "", ROOT, No),
            ("a new key without its root", "", USE, No),
            (
                "everyone for the root",
                ROOT,
                r#"{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}"#,
                No,
            ),
        ],
    );
    assert_eq!(ask_text(&super::document(ROOT), "{", kms_admin_lost), Unknown);
}

#[test]
fn full_control_of_a_key_goes_to_named_principals() {
    let gained =
        |before: &str, after: &str| ask(before, after, |sides| kms_admin_gained(sides, &["111122223333"]));
    let to = |principal: &str| ROOT.replace("arn:aws:iam::123456789012:root", principal);
    assert_eq!(gained("", ROOT), Found::all([]), "the default policy of a new key");
    assert_eq!(gained(ROOT, &format!("{ROOT},{}", to("999988887777"))).items, ["999988887777"]);
    assert_eq!(gained(USE, &to("111122223333")), Found::all([]), "an account of one's own");
    assert_eq!(gained("", &to("*")).items, ["*"]);
    let role = "arn:aws:iam::999988887777:role/x";
    assert_eq!(gained(ROOT, &format!("{ROOT},{}", to(role))).items, [role]);
    assert_eq!(gained(ROOT, &format!("{ROOT},{ADMIN}")), Found::all([]), "not all of kms:*");
}
