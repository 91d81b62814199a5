//! Policy documents: what they grant, to whom, and what of that is new.
//!
//! The language is the one of AWS IAM (identity, resource, trust and key policies); [`google_public`] does the little
//! that bindings of Google IAM need.

mod compare;
mod condition;
mod google;
mod grant;
mod key;
mod limit;
mod oidc;
mod pattern;
mod public;
mod read;
mod spread;
mod statement;
#[cfg(test)]
mod tests;

pub use compare::{Comparison, compare};
pub use condition::{Condition, Quantifier};
pub use google::google_public;
pub use grant::{escalation_actions, grants_admin, new_wildcard_actions, not_action_allow, pass_role_star};
pub use key::{kms_admin_gained, kms_admin_lost};
pub use limit::limits;
pub use oidc::oidc_subject_wide;
pub use pattern::Pattern;
pub use public::{external_accounts, public};
pub use read::{Document, Opaque};
pub use statement::{Effect, Principal, Principals, Selection, Statement};

use std::collections::HashSet;

use self::compare::is_new;
use super::budget::Budget;
use super::{Answer, Sides};

/// Returns whether a document allows more than before: something newly allowed, or a `Deny` lost or narrowed.
pub fn widened(sides: Sides<'_>) -> Answer {
    compared(sides, Comparison::is_wider)
}

/// Returns whether a document allows less than before: something no longer allowed, or a `Deny` gained or widened.
pub fn narrowed(sides: Sides<'_>) -> Answer {
    compared(sides, Comparison::is_narrower)
}

/// Returns whether both documents mean the same, however they are spelled and ordered.
pub fn same(sides: Sides<'_>) -> Answer {
    compared(sides, Comparison::is_same)
}

/// Returns why the documents of a change cannot be judged, in words; none if both can be read.
pub fn obstacle(sides: Sides<'_>) -> Option<String> {
    let opaque = |view, side| Document::read(view).err().map(|why| format!("{side} the change {why}"));
    opaque(sides.after, "after").or_else(|| opaque(sides.before, "before"))
}

fn compared(sides: Sides<'_>, question: impl Fn(&Comparison) -> bool) -> Answer {
    // What is not understood, but is not changed either, is the same.
    if sides.unchanged() {
        return question(&Comparison::default()).into();
    }
    match (Document::read(sides.before), Document::read(sides.after)) {
        (Ok(before), Ok(after)) => compare(&before, &after).map(|comparison| question(&comparison)).into(),
        _ => Answer::Unknown,
    }
}

/// Whether there are new ones among those parts of the `Allow` statements of after that `pick` finds.
///
/// `pick` cuts a statement down to the part that matters, so that neither an old part of a statement nor a harmless
/// new one counts.
fn newly<P: IntoIterator<Item = Statement>>(sides: Sides<'_>, pick: impl Fn(&Statement) -> P) -> Answer {
    let (news, complete) = news(sides, pick);
    if news.is_empty() && !complete { Answer::Unknown } else { Answer::from(!news.is_empty()) }
}

/// The new parts themselves, and whether they are all.
fn news<P: IntoIterator<Item = Statement>>(
    sides: Sides<'_>,
    pick: impl Fn(&Statement) -> P,
) -> (Vec<Statement>, bool) {
    if sides.unchanged() {
        return (Vec::new(), true);
    }
    let Ok(after) = Document::read(sides.after) else { return (Vec::new(), false) };
    let allows = || after.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    if !allows().any(|statement| pick(statement).into_iter().next().is_some()) {
        return (Vec::new(), true);
    }
    let Ok(before) = Document::read(sides.before) else { return (Vec::new(), false) };
    let equal: HashSet<&Statement> = before.statements.iter().collect();
    let mut budget = Budget::new();
    let mut news = Vec::new();
    for part in allows().filter(|statement| !equal.contains(statement)).flat_map(pick) {
        match is_new(&part, &before.statements, &mut budget) {
            Some(true) => news.push(part),
            Some(false) => {}
            None => return (news, false),
        }
    }
    (news, true)
}
