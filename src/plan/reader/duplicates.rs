//! Whether a key occurs twice in any object of a text, without building the objects.

use std::borrow::Cow;
use std::ops::Range;

use crate::plan::scan::text::{self, Step};

/// Returns a key that occurs twice in one object of `text`, which is known to be valid JSON.
pub(super) fn find(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut objects: Vec<Object> = Vec::new();
    // The keys of all open objects, the innermost last.
    let mut keys: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'"', b'{', b'}', bytes.get(at..)?) {
        at += found + 1;
        match bytes.get(at - 1) {
            Some(b'{') => objects.push(Object { first: keys.len(), ordered: true }),
            Some(b'}') => {
                let object = objects.pop()?;
                let own = keys.get(object.first..).unwrap_or_default();
                if !object.ordered
                    && let Some(key) = twice(text, own)
                {
                    return Some(key);
                }
                keys.truncate(object.first);
            }
            _ => {
                let Ok(Step::End(end)) = text::string(bytes, at) else {
                    return None;
                };
                let after = text::white(bytes, end);
                if bytes.get(after) == Some(&b':') {
                    let object = objects.last_mut()?;
                    let key = at..end - 1;
                    object.ordered = object.ordered && follows(bytes, keys.get(object.first..)?.last(), &key);
                    keys.push(key);
                }
                at = end;
            }
        }
    }
    None
}

struct Object {
    /// The index of its first key.
    first: usize,
    /// Its keys so far rise, as Terraform writes them: then none can occur twice.
    ordered: bool,
}

/// Returns true if a key is greater than the one before it, and spelled plainly.
fn follows(bytes: &[u8], before: Option<&Range<usize>>, key: &Range<usize>) -> bool {
    let key = bytes.get(key.clone()).unwrap_or_default();
    let greater = before.is_none_or(|before| bytes.get(before.clone()).unwrap_or_default() < key);
    greater && !key.contains(&b'\\')
}

fn twice(text: &str, keys: &[Range<usize>]) -> Option<String> {
    let mut keys: Vec<Cow<'_, str>> = keys
        .iter()
        .map(|key| text.get(key.clone()).unwrap_or_default())
        .map(|key| if key.contains('\\') { text::unescape(key).into() } else { key.into() })
        .collect();
    keys.sort_unstable();
    keys.windows(2).find_map(|pair| match pair {
        [a, b] if a == b => Some(a.clone().into_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop, prop_oneof, proptest};

    use super::find;
    use crate::plan::parse;

    #[test]
    fn a_key_that_occurs_twice_in_one_object_is_found_and_others_are_not() {
        for (text, expected) in [
            (r#"{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}"#, None),
            (r#"{"b":1,"a":{"x":0},"b":2}"#, Some("b")),
            (r#"{"a":1,"a":2}"#, Some("a")),
            (r#"[{"x":{"a":1, "z":[], "\u0061" : 2}}]"#, Some("a")),
            (r#"{"a":"b","b":"a","c":"{\"a\":1,\"a\":2}"}"#, None),
            (r#"{"b":{"y":1},"a":{"y":2}}"#, None),
            ("[]", None),
            ("1", None),
        ] {
            assert_eq!(find(text).as_deref(), expected, "{text}");
        }
    }

    fn json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![Just("1".to_owned()), Just("\"a\"".to_owned()), Just("null".to_owned())];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(("[abc]|\\\\u006[123]", inner.clone()), 0..4).prop_map(|members| {
                    let members: Vec<_> =
                        members.iter().map(|(key, value)| format!("\"{key}\" :{value}")).collect();
                    format!("{{{}}}", members.join(","))
                }),
                prop::collection::vec(inner, 0..3).prop_map(|elements| format!("[{}]", elements.join(", "))),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_parser_agrees(text in json()) {
            assert_eq!(find(&text).is_some(), parse::value(&text).is_err(), "{text}");
        }
    }
}
