//! What an attribute path reaches, nested blocks stepped through.

use crate::plan::view::{State, View};
use crate::policy::source::path::Path;

/// Calls back for what a path reaches: once with an absent value where it leads nowhere, not at all where a list on
/// the way is empty.
pub(super) fn visit<'v>(view: View<'v>, path: &Path, visitor: &mut dyn FnMut(View<'v>)) {
    step(view, Some(path.as_str()), visitor);
}

/// Calls back for what a path reaches, for each of the elements of a list at its end.
pub(super) fn visit_elements<'v>(view: View<'v>, path: &Path, visitor: &mut dyn FnMut(View<'v>)) {
    visit(view, path, &mut |end| for_each_block(end, visitor));
}

/// Returns what a path reaches.
pub(super) fn reach<'v>(view: View<'v>, path: &Path) -> Vec<View<'v>> {
    let mut reached = Vec::new();
    visit(view, path, &mut |end| reached.push(end));
    reached
}

/// Returns what a path reaches, the elements of lists at its end in their place.
pub(super) fn reach_elements<'v>(view: View<'v>, path: &Path) -> Vec<View<'v>> {
    let mut elements = Vec::new();
    visit_elements(view, path, &mut |element| elements.push(element));
    elements
}

/// Returns what a path reaches if there is no list on the way.
pub(super) fn reach_one<'v>(view: View<'v>, path: &Path) -> Option<View<'v>> {
    let mut reached = view;
    for name in path.steps() {
        if reached.elements().is_some() {
            return None;
        }
        reached = reached.get(name);
    }
    Some(reached)
}

fn step<'v>(view: View<'v>, path: Option<&str>, visitor: &mut dyn FnMut(View<'v>)) {
    let Some(path) = path else {
        visitor(view);
        return;
    };
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    for_each_block(view, &mut |block| step(block.get(name), rest, visitor));
}

/// Calls back for each element of a list, or for the view itself if it is no list.
fn for_each_block<'v>(view: View<'v>, visitor: &mut dyn FnMut(View<'v>)) {
    match view.elements() {
        Some(count) if view.state() != State::Unknown => {
            for index in 0..count {
                for_each_block(view.at(index), visitor);
            }
        }
        _ => visitor(view),
    }
}
