//! How much alike two objects are where no name tells them apart, and how much alike two keys are.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::plan::address::Index;
use crate::plan::number;
use crate::plan::value::Value;
use crate::plan::view::View;

/// The attributes of an object that say something about it, each with a fingerprint of its value.
pub(super) type Traits<'v> = BTreeMap<&'v str, u64>;

/// What the provider derives from other attributes, or what is the same for half of the account.
const DERIVED: [&str; 11] = [
    "id",
    "arn",
    "self_link",
    "tags_all",
    "effective_labels",
    "terraform_labels",
    "effective_annotations",
    "timeouts",
    "region",
    "project",
    "location",
];

/// How many attributes out of ten must be equal for two objects to be alike.
const ALIKE_IN_TEN: usize = 8;

/// Returns what is known of an object and says something: nothing that is null, false, zero or empty. `counts` says
/// whether an attribute is looked at.
pub(super) fn traits<'v>(side: View<'v>, counts: impl Fn(&str) -> bool) -> Traits<'v> {
    let mut traits = Traits::new();
    for name in side.keys() {
        let part = side.get(name);
        if DERIVED.contains(&name) || part.holds_unknown() || !counts(name) {
            continue;
        }
        if let Some(value) = part.known().filter(|value| says_something(value)) {
            traits.insert(name, fingerprint(value));
        }
    }
    traits
}

/// Returns how many of a hundred attributes that both objects have are equal, if these are enough to call them alike:
/// eight of ten, and at least `least` of them.
pub(super) fn alike(old: &Traits<'_>, new: &Traits<'_>, least: usize) -> Option<usize> {
    let shared: Vec<bool> =
        new.iter().filter_map(|(name, value)| old.get(name).map(|other| other == value)).collect();
    let equal = shared.iter().filter(|equal| **equal).count();
    (shared.len() >= least.max(1) && equal * 10 >= shared.len() * ALIKE_IN_TEN)
        .then(|| equal * 100 / shared.len().max(1))
}

/// Returns true if one key looks like the other with something added, taken away or mistyped. Keys that differ only in
/// digits count things, and are two.
pub(super) fn alike_keys(old: &Index, new: &Index) -> bool {
    let (Index::Key(old), Index::Key(new)) = (old, new) else { return old == new };
    if old == new {
        return true;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (a, b) = (plain(old), plain(new));
    if a == b {
        return !a.is_empty();
    }
    if letters(old) == letters(new) {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() >= 3 && (long.starts_with(short.as_str()) || long.ends_with(short.as_str())) {
        return true;
    }
    let front = common(a.bytes(), b.bytes());
    let back = common(a.bytes().rev(), b.bytes().rev()).min(short.len() - front);
    (front + back) * 10 >= long.len() * ALIKE_IN_TEN
}

/// Returns how many bytes two texts share from their start.
pub(super) fn common(a: impl Iterator<Item = u8>, b: impl Iterator<Item = u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn says_something(value: &Value<'_>) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Bool(true) => true,
        Value::Number(digits) => number::canonical(digits) != number::canonical("0"),
        Value::String(text) => !text.is_empty(),
        Value::List(elements) => elements.iter().any(says_something),
        Value::Object(object) => object.iter().any(|(_, member)| says_something(member)),
    }
}

/// Returns a number that equal values share: lists without their order, as most of them are sets.
fn fingerprint(value: &Value<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match value {
        Value::Null => 0.hash(&mut hasher),
        Value::Bool(flag) => flag.hash(&mut hasher),
        Value::Number(digits) => number::canonical(digits).hash(&mut hasher),
        Value::String(text) => (1, text).hash(&mut hasher),
        Value::List(elements) => {
            let sum = elements.iter().map(fingerprint).fold(elements.len() as u64, u64::wrapping_add);
            (2, sum).hash(&mut hasher);
        }
        Value::Object(object) => {
            for (key, member) in object.iter().filter(|(_, member)| **member != Value::Null) {
                (key, fingerprint(member)).hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{alike, alike_keys, traits};
    use crate::plan::address::Index;
    use crate::plan::parse;
    use crate::plan::view::View;

    #[test]
    fn eight_of_ten_attributes_must_be_equal_and_empty_ones_say_nothing() {
        for (old, new, unknown, least, expected) in [
            (r#"{"a":1,"b":"x","c":[1,2]}"#, r#"{"a":1.0,"b":"x","c":[2,1]}"#, "{}", 3, Some(100)),
            (r#"{"a":1,"b":"x"}"#, r#"{"a":1,"b":"x"}"#, "{}", 3, None),
            (r#"{"a":1,"b":1,"c":1,"d":1,"e":1}"#, r#"{"a":1,"b":1,"c":1,"d":1,"e":2}"#, "{}", 3, Some(80)),
            (r#"{"a":1,"b":1,"c":1,"d":1}"#, r#"{"a":1,"b":1,"c":1,"d":2}"#, "{}", 3, None),
            (r#"{"a":1,"b":1,"c":1,"d":1}"#, r#"{"a":1,"b":1,"c":1}"#, r#"{"d":true}"#, 3, Some(100)),
            // What is off on both sides is no likeness, and neither is what the provider derives.
            (r#"{"a":1,"x":false,"y":"","z":[]}"#, r#"{"a":1,"x":false,"y":"","z":[]}"#, "{}", 2, None),
            (
                r#"{"a":1,"arn":"x","tags_all":{"a":"b"}}"#,
                r#"{"a":1,"arn":"x","tags_all":{"a":"b"}}"#,
                "{}",
                2,
                None,
            ),
        ] {
            let [old, new, unknown] = [old, new, unknown].map(|text| parse::value(text).unwrap());
            let old = traits(View::new(Some(&old), None, None), |_| true);
            let new = traits(View::new(Some(&new), Some(&unknown), None), |_| true);
            assert_eq!(alike(&old, &new, least), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn keys_are_alike_if_one_is_the_other_with_something_added_or_mistyped() {
        for (old, new, expected) in [
            ("acme", "acme-corp", true),
            ("orders", "prod_orders", true),
            ("custmers", "customers", true),
            ("team_a", "team-a", true),
            ("acme", "initech", false),
            ("eu-west-1", "eu-west-2", false),
            ("a", "b", false),
            ("a", "ab", false),
            ("", "-", false),
        ] {
            let (old_key, new_key) = (Index::Key(old.to_owned()), Index::Key(new.to_owned()));
            assert_eq!(alike_keys(&old_key, &new_key), expected, "{old} {new}");
            assert_eq!(alike_keys(&new_key, &old_key), expected, "{new} {old}");
        }
        assert!(!alike_keys(&Index::Number(0), &Index::Number(1)));
    }
}
