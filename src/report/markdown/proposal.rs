//! The policy that a pull request brings, in Markdown.

use super::budget::Item;
use super::sentence;
use crate::facts::{PolicyRemark, ProposedPolicy};
use crate::report::escape::{code, cut};

/// So many remarks are shown: whoever has more to mend tries it where all are listed.
const MOST: usize = 20;

/// The longest name of a file, in characters.
const NAME: usize = 200;

/// Returns a row for each remark.
pub(super) fn items(proposed: &ProposedPolicy) -> impl Iterator<Item = Item> + '_ {
    proposed.remarks.iter().take(MOST).map(item)
}

/// Returns how many remarks there are beyond those that have a row.
pub(super) fn beyond(proposed: &ProposedPolicy) -> u64 {
    let rest = u64::try_from(proposed.remarks.len().saturating_sub(MOST)).unwrap_or(u64::MAX);
    rest.saturating_add(proposed.more)
}

fn item(remark: &PolicyRemark) -> Item {
    let place = remark.place.as_ref().map(|place| format!("{}:{}", cut(&place.file, NAME), place.line));
    let place = place.map(|place| format!(" {}", code(&place))).unwrap_or_default();
    let short = format!("- **{}**{place}\n", remark.gravity.name());
    let mut long = format!("- **{}**{place}: {}\n", remark.gravity.name(), sentence(&remark.message));
    if let Some(help) = &remark.help {
        put!(long, "  - Help: {}\n", sentence(help));
    }
    Item::new([long, short])
}
