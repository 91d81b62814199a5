//! Lists of networks outside firewalls: allowed clients of an endpoint, authorised networks of a database.

use super::super::fields;
use super::super::{Answer, Sides};
use super::addresses::Addresses;
use crate::plan::view::View;

/// Returns whether the networks of a list are the whole internet, or as good as.
///
/// Elements that are no addresses (names of networks) count for nothing.
pub fn is_world(list: View<'_>) -> Answer {
    let (texts, unknown) = fields::texts(list);
    let read: Vec<Addresses> = texts.into_iter().filter_map(Addresses::parse).collect();
    match (Addresses::union_of(&read).is_world(), unknown) {
        (true, _) => Answer::Yes,
        (false, true) => Answer::Unknown,
        (false, false) => Answer::No,
    }
}

/// Returns whether the networks of a list newly are the whole internet.
///
/// An empty list is no network here: where it means everyone (`public_access_cidrs` of EKS left out) the rule must say
/// so.
pub fn newly_world(sides: Sides<'_>) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    is_world(sides.after).and(is_world(sides.before).negated())
}
