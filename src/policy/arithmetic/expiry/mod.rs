//! Objects that expire by themselves: a deletion that no plan will ever show.

mod blocks;
mod documents;
mod period;
#[cfg(test)]
mod tests;

use self::period::Expiry;
use super::budget::Budget;
use super::{Answer, Sides};
use crate::plan::view::{State, View};

/// Reads the expiries of one side of a resource; none if they are unknown or cannot be read.
type Reader = fn(View<'_>) -> Option<Vec<Expiry>>;

/// The types whose objects can expire, how that is read, and whether the resource holds the objects itself.
const READERS: &[(&str, Reader, bool)] = &[
    ("aws_ecr_lifecycle_policy", documents::ecr, false),
    ("aws_s3_bucket", blocks::s3_bucket, true),
    ("aws_s3_bucket_lifecycle_configuration", blocks::s3_configuration, false),
    ("azurerm_storage_management_policy", documents::azure, false),
    ("google_storage_bucket", blocks::google, true),
];

/// Returns true if expiry can be read from resources of this type.
pub fn expires(kind: &str) -> bool {
    READERS.iter().any(|(name, ..)| *name == kind)
}

/// Returns whether objects newly expire, or sooner, or more of them: a rule added or switched on, its days lowered, its
/// filter widened.
///
/// A new bucket is empty: what expires in it is no loss. Rules for it in a resource of their own may well be for a
/// bucket that is full, and count. Unknown for a type that is not known here.
pub fn expiration_added(kind: &str, sides: Sides<'_>) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    let Some((_, read, holds_objects)) = READERS.iter().find(|(name, ..)| *name == kind) else {
        return Answer::Unknown;
    };
    let gone = |view: View<'_>| matches!(view.state(), State::Absent | State::Null);
    if gone(sides.after) || (*holds_objects && gone(sides.before)) {
        return Answer::No;
    }
    let Some(after) = read(sides.after) else { return Answer::Unknown };
    if after.is_empty() {
        return Answer::No;
    }
    let Some(before) = read(sides.before) else { return Answer::Unknown };
    let mut budget = Budget::new();
    Answer::any(after.iter().map(|expiry| {
        if expiry.doubtful {
            return Answer::Unknown;
        }
        // Whatever is decided during apply, a first rule of its kind is a new one.
        if expiry.unknown && before.iter().any(|old| old.subject == expiry.subject) {
            return Answer::Unknown;
        }
        for old in &before {
            if budget.spend(old.cost(expiry)).is_none() {
                return Answer::Unknown;
            }
            if old.covers(expiry) {
                return Answer::No;
            }
        }
        Answer::Yes
    }))
}
