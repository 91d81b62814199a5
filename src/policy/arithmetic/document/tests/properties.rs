//! What holds for every document.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};

use super::super::super::Answer;
use super::super::super::testing::ask_text;
use super::super::{
    Document, escalation_actions, external_accounts, google_public, grants_admin, kms_admin_gained,
    kms_admin_lost, narrowed, new_wildcard_actions, not_action_allow, oidc_subject_wide, pass_role_star,
    public, same, widened,
};

fn some_of(values: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(values), 1..4)
}

/// A statement as (effect, principals, actions, resources, condition).
type Parts = (&'static str, Vec<&'static str>, Vec<&'static str>, Vec<&'static str>, Option<&'static str>);

fn parts() -> impl Strategy<Value = Parts> {
    (
        prop::sample::select(vec!["Allow", "Allow", "Deny"]),
        some_of(&["*", "123456789012", "arn:aws:iam::123456789012:role/a", "999988887777"]),
        some_of(&["*", "s3:*", "s3:Get*", "s3:GetObject", "iam:PassRole", "kms:*"]),
        some_of(&["*", "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::*", "arn:aws:iam::*:role/*"]),
        prop::option::of(prop::sample::select(vec!["o-a1b2c3d4e5", "*", "o-*", "o-zzzzzzzzzz"])),
    )
}

/// Writes a statement; with `other` in another spelling.
fn written((effect, principals, actions, resources, condition): &Parts, other: bool) -> Value {
    let list = |items: &[&str]| {
        let mut items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        if other {
            items.reverse();
            items.extend(items.first().cloned());
        } else if let [one] = items.as_slice() {
            return json!(one);
        }
        json!(items)
    };
    let root = |item: &str| {
        if item.len() == 12 && other { format!("arn:aws:iam::{item}:root") } else { item.to_owned() }
    };
    let principals: Vec<String> = principals.iter().map(|item| root(item)).collect();
    let actions: Vec<String> =
        actions.iter().map(|item| if other { item.to_uppercase() } else { (*item).to_owned() }).collect();
    let texts = |items: &[String]| list(&items.iter().map(String::as_str).collect::<Vec<_>>());
    let mut statement = json!({
        "Effect": effect,
        "Principal": {"AWS": texts(&principals)},
        "Action": texts(&actions),
        "Resource": list(resources),
    });
    if let Some(value) = condition {
        let operator = if other { "stringlike" } else { "StringLike" };
        statement["Condition"] = json!({operator: {"aws:PrincipalOrgID": list(&[value])}});
    }
    if other {
        statement["Sid"] = json!("x");
    }
    statement
}

fn whole(statements: Vec<Value>) -> String {
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

fn spelled(all: &[Parts], other: bool) -> String {
    let mut statements: Vec<Value> = all.iter().map(|parts| written(parts, other)).collect();
    if other {
        statements.reverse();
    }
    whole(statements)
}

/// Any JSON, with the words of policies more often than chance would have them.
fn anything() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "*",
        "Allow",
        "Deny",
        "s3:*",
        "arn:aws:iam::123456789012:root",
        "123456789012",
        "2012-10-17",
        "${aws:x}",
        "arn:::::",
        "::",
        "?*?",
    ]);
    let key = prop::sample::select(vec![
        "Statement",
        "Effect",
        "Principal",
        "Action",
        "Resource",
        "Condition",
        "NotAction",
        "NotPrincipal",
        "AWS",
        "StringLike",
        "aws:SourceArn",
        "Version",
        "bindings",
        "members",
        "Null",
    ]);
    let leaf = prop_oneof![
        word.prop_map(|word| json!(word)),
        any::<String>().prop_map(|text| json!(text)),
        any::<i64>().prop_map(|number| json!(number)),
        any::<bool>().prop_map(|value| json!(value)),
        Just(Value::Null),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn order_and_spelling_mean_nothing(all in prop::collection::vec(parts(), 0..5)) {
        let (one, other) = (spelled(&all, false), spelled(&all, true));
        prop_assert_eq!(Document::parse(&one), Document::parse(&other));
        for question in [widened, narrowed, public, grants_admin, not_action_allow, pass_role_star, kms_admin_lost] {
            prop_assert_eq!(ask_text(&one, &other, question), Answer::No, "{} {}", one, other);
        }
        prop_assert_eq!(ask_text(&one, &other, same), Answer::Yes);
    }

    #[test]
    fn wider_one_way_is_narrower_the_other(
        a in prop::collection::vec(parts(), 0..4),
        b in prop::collection::vec(parts(), 0..4),
    ) {
        let (a, b) = (spelled(&a, false), spelled(&b, false));
        prop_assert_eq!(ask_text(&a, &b, widened), ask_text(&b, &a, narrowed));
        prop_assert_eq!(ask_text(&a, &b, same), ask_text(&b, &a, same));
    }

    #[test]
    fn a_condition_more_never_makes_a_document_more_public(
        before in prop::collection::vec(parts(), 0..3),
        after in prop::collection::vec(parts(), 1..4),
        operator in prop::sample::select(vec!["StringEquals", "StringNotLike", "Null", "Bool", "IpAddress"]),
        key in prop::sample::select(vec!["aws:PrincipalOrgID", "aws:SourceIp", "aws:SecureTransport", "x"]),
        value in prop::sample::select(vec!["o-a1b2c3d4e5", "*", "true", "false", "10.0.0.0/8"]),
    ) {
        let before = spelled(&before, false);
        let open = spelled(&after, false);
        let limited = whole(after.iter().map(|parts| {
            let mut statement = written(parts, false);
            statement["Condition"][operator][key] = json!(value);
            statement
        }).collect());
        let only_allows = after.iter().all(|parts| parts.0 == "Allow");
        for question in [public, grants_admin, oidc_subject_wide, pass_role_star] {
            if ask_text(&before, &open, question) == Answer::No {
                prop_assert_eq!(ask_text(&before, &limited, question), Answer::No, "{} {}", before, limited);
            }
        }
        if only_allows && ask_text(&before, &open, widened) == Answer::No {
            prop_assert_eq!(ask_text(&before, &limited, widened), Answer::No, "{} {}", before, limited);
        }
    }

    #[test]
    fn a_statement_more_never_hides_what_is_public(
        all in prop::collection::vec(parts(), 1..4),
        more in parts(),
    ) {
        let with: Vec<Parts> = all.iter().cloned().chain([more]).collect();
        for question in [public, grants_admin] {
            if ask_text("", &spelled(&all, false), question) == Answer::Yes {
                prop_assert_eq!(ask_text("", &spelled(&with, false), question), Answer::Yes);
            }
        }
    }

    #[test]
    fn no_json_makes_a_function_panic(a in anything(), b in anything()) {
        let wrap = |value: &Value| {
            json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": value, "Action": value,
                "Resource": value, "Condition": value}]}).to_string()
        };
        for (before, after) in [(a.to_string(), b.to_string()), (wrap(&a), wrap(&b))] {
            for question in [
                widened, narrowed, same, public, grants_admin, not_action_allow, pass_role_star, oidc_subject_wide,
                kms_admin_lost, google_public,
            ] {
                ask_text(&before, &after, question);
            }
            for question in [escalation_actions, new_wildcard_actions] {
                ask_text(&before, &after, question);
            }
            ask_text(&before, &after, |sides| external_accounts(sides, &[]));
            ask_text(&before, &after, |sides| kms_admin_gained(sides, &[]));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>()) {
        prop_assert!(Document::parse(&text).is_err() || text.trim().is_empty());
    }
}
