//! When values are equal: by type and value, numbers exactly, an absent member like null.

use std::cmp::Ordering;

use super::truth::Truth;
use super::value::{Content, Value};
use crate::plan::number::Decimal;
use crate::plan::value::{Object, Value as Plain};

/// Returns whether two values are equal; `cost` grows with what was compared.
pub(super) fn equal(a: &Value<'_>, b: &Value<'_>, cost: &mut usize) -> Truth {
    *cost += 1;
    match (&a.content, &b.content) {
        (Content::Unknown, _) | (_, Content::Unknown) => Truth::Unknown,
        (Content::Null, Content::Null) => Truth::True,
        (Content::Bool(a), Content::Bool(b)) => Truth::from(a == b),
        (Content::Number(a), Content::Number(b)) => Truth::from(compare_numbers(a, b).is_eq()),
        (Content::Text(a), Content::Text(b)) => Truth::from(a == b),
        (Content::Tree(x), Content::Tree(y)) if !x.holds_unknown() && !y.holds_unknown() => {
            match (x.known(), y.known()) {
                (Some(x), Some(y)) => Truth::from(order(x, y, cost).is_eq()),
                _ => Truth::Unknown,
            }
        }
        _ => equal_parts(a, b, cost),
    }
}

fn equal_parts(a: &Value<'_>, b: &Value<'_>, cost: &mut usize) -> Truth {
    if let (Some((a, a_open)), Some((b, b_open))) = (a.elements(), b.elements()) {
        if a_open || b_open {
            return Truth::Unknown;
        }
        if a.len() != b.len() {
            // In a set, an element that is still unknown may turn out to be one that is there already.
            let unknown = a.iter().chain(&b).any(holds_unknown);
            return if unknown { Truth::Unknown } else { Truth::False };
        }
        return Truth::all(a.iter().zip(&b).map(|(a, b)| equal(a, b, cost)));
    }
    if let (Some(a), Some(b)) = (a.members(), b.members()) {
        let mut keys: Vec<&str> = a.iter().chain(&b).map(|(key, _)| key.as_ref()).collect();
        keys.sort_unstable();
        keys.dedup();
        let null = Value::null();
        let find = |members: &[(_, _)], key: &str| {
            let found =
                members.iter().position(|(name, _): &(std::borrow::Cow<'_, str>, Value<'_>)| name == key);
            found.and_then(|index| members.get(index).map(|(_, value)| value.clone()))
        };
        return Truth::all(keys.into_iter().map(|key| {
            let (a, b) = (find(&a, key), find(&b, key));
            equal(a.as_ref().unwrap_or(&null), b.as_ref().unwrap_or(&null), cost)
        }));
    }
    Truth::False
}

/// Returns true if a value is unknown or holds something that is.
pub(super) fn holds_unknown(value: &Value<'_>) -> bool {
    match &value.content {
        Content::Unknown => true,
        Content::Tree(view) => view.holds_unknown(),
        Content::List(list) => list.open || list.items.iter().any(holds_unknown),
        Content::Object(members) => members.iter().any(|(_, member)| holds_unknown(member)),
        _ => false,
    }
}

/// Returns which of two numbers is greater; what is no number comes in the order of its text.
pub(super) fn compare_numbers(a: &str, b: &str) -> Ordering {
    match (Decimal::parse(a), Decimal::parse(b)) {
        (Some(a), Some(b)) => a.compare(&b),
        _ => a.cmp(b),
    }
}

/// Returns the order of two values of a plan. Which comes first does not matter; that equal ones are equal does.
pub(super) fn order(a: &Plain<'_>, b: &Plain<'_>, cost: &mut usize) -> Ordering {
    *cost += 1;
    match (a, b) {
        (Plain::Null, Plain::Null) => Ordering::Equal,
        (Plain::Bool(a), Plain::Bool(b)) => a.cmp(b),
        (Plain::Number(a), Plain::Number(b)) => compare_numbers(a, b),
        (Plain::String(a), Plain::String(b)) => a.cmp(b),
        (Plain::List(a), Plain::List(b)) => {
            let pairs = a.iter().zip(b).map(|(a, b)| order(a, b, cost));
            pairs.into_iter().find(|each| each.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Plain::Object(a), Plain::Object(b)) => order_members(a, b, cost),
        _ => rank(a).cmp(&rank(b)),
    }
}

/// Compares members in the order of their keys; a member that is null is like none.
fn order_members(a: &Object<'_>, b: &Object<'_>, cost: &mut usize) -> Ordering {
    let set = |member: &(&str, &Plain<'_>)| !matches!(member.1, Plain::Null);
    let (mut a, mut b) = (a.iter().filter(set), b.iter().filter(set));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some((a_key, a)), Some((b_key, b))) => {
                let ordering = a_key.cmp(b_key).then_with(|| order(a, b, cost));
                if ordering.is_ne() {
                    return ordering;
                }
            }
        }
    }
}

fn rank(value: &Plain<'_>) -> u8 {
    match value {
        Plain::Null => 0,
        Plain::Bool(_) => 1,
        Plain::Number(_) => 2,
        Plain::String(_) => 3,
        Plain::List(_) => 4,
        Plain::Object(_) => 5,
    }
}
