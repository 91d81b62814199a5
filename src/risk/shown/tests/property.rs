//! What must hold whatever the values are.

use proptest::prelude::{Strategy, prop, prop_assert, proptest};

use super::{shown, shown_as, why};
use crate::plan::change::Change;
use crate::risk::difference::differences;
use crate::risk::shown::{Discretion, Shown, Why};

/// The alphabets that generators of keys draw from, each sign as likely as the next.
const ALPHABETS: [&str; 9] = [
    "0123456789abcdef",
    "0123456789ABCDEF",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefghijklmnopqrstuvwxyz0123456789",
    "!#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~",
];

/// Returns texts as generators of keys make them, bare and with what vendors put in front.
fn random() -> impl Strategy<Value = String> {
    let alphabet = prop::sample::select(ALPHABETS.to_vec());
    let key = alphabet.prop_flat_map(|alphabet| {
        let sign = prop::sample::select(alphabet.chars().collect::<Vec<_>>());
        prop::collection::vec(sign, 20..64).prop_map(|signs| signs.into_iter().collect::<String>())
    });
    let front = prop::sample::select(vec!["", "", "", "ghp_", "sk_live_", "xoxb-", "arn:aws:s3:::", "key/"]);
    (front, key).prop_map(|(front, key)| format!("{front}{key}"))
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "password",
        "api_key",
        "auth_token",
        "client_secret",
        "private_key",
        "dsn",
        "pwd",
    ])
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn random_text_is_never_shown(text in random()) {
        prop_assert!(why(&shown(&text)).is_some(), "{text}");
    }

    #[test]
    fn nothing_under_a_name_of_secrets_is_ever_shown(name in name(), text in ".{0,40}", number in 0..99999u32) {
        for value in [serde_json::to_string(&text).unwrap(), number.to_string()] {
            prop_assert!(why(&shown_as("x", &[name], &value)) == Some(Why::SecretLikeName));
            prop_assert!(why(&shown_as("x", &["a", "0", name, "b"], &value)) == Some(Why::SecretLikeName));
        }
    }

    #[test]
    fn a_marked_value_never_shows_wherever_it_stands(
        secret in "[a-z]{4,12}|[a-z]{3,6}-[a-z]{3,6}|[0-9]{4,9}|[A-Z]{4,9}",
        head in "[a-z]{0,3}",
        tail in "[a-z0-9.]{0,4}",
    ) {
        let statement = serde_json::json!({
            "Statement": [{
                "Effect": "Allow", "Action": format!("s3:{secret}"), "Resource": format!("arn:aws:s3:::{secret}"),
                "Principal": {"Service": format!("{secret}.amazonaws.com")},
                "Condition": {"StringEquals": {secret.clone(): secret}},
            }],
        });
        let after = serde_json::json!({
            "marked": {"deep": [secret]},
            "copy": secret, "longer": format!("{head}{secret}{tail}"), "list": [secret, "x"],
            "block": [{"name": secret, "size": 1}], "keys": {secret.clone(): 1},
            "document": serde_json::json!({"a": {"b": secret, secret.clone(): true}}).to_string(),
            "policy": statement.to_string(), "image": format!("{secret}:1.0"), "id": format!("i-{secret}"),
        });
        let before = serde_json::json!({
            "block": [{"name": secret, "size": 2}],
            "document": serde_json::json!({"a": {"b": "x"}}).to_string(),
        });
        let body = serde_json::json!({
            "before": before, "after": after,
            "before_sensitive": {}, "after_sensitive": {"marked": {"deep": [true]}},
        })
        .to_string();
        let change = Change::parse(&body, "x.y").unwrap();
        for difference in differences(&change, &Discretion::of("x", &change)) {
            // Names that the provider chose are no values of the plan.
            let below = difference.path.split_once('.').map(|(_, rest)| rest.to_owned());
            let values = [&difference.before, &difference.after].map(|side| match side {
                Some(Shown::Value(text)) => Some(text.clone()),
                _ => None,
            });
            let told: String = [below, difference.within.clone()].into_iter().chain(values).flatten().collect();
            // What stands for a hidden value has words of its own.
            let own = [
                "sensitive", "hidden", "key", "statement", "characters", "secret-like name", "allow",
                "stringequals", "size", "name",
            ];
            let told = own.iter().fold(told.to_lowercase(), |told, word| told.replace(word, ""));
            prop_assert!(!told.contains(&secret.to_lowercase()), "{difference:?}");
        }
    }
}
