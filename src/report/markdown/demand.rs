//! What the policy demands, in Markdown: the one place that knows what a requirement offers.

use super::budget::Item;
use super::{change, sentence};
use crate::gate::Requirement;
use crate::report::escape::code;
use crate::report::run::Shared;

/// Returns a requirement: what is missing and what would meet it, or that it is met and by what.
pub(super) fn item(shared: &Shared<'_, Requirement>, several: bool) -> Item {
    let demand = shared.one;
    let plans = if several { format!(" {}", change::plans(&shared.plans())) } else { String::new() };
    let reason = sentence(&demand.reason);
    let mut long = if demand.met {
        format!("- Met: {reason}{plans}\n")
    } else {
        format!("- **Missing:** {reason}{plans}\n")
    };
    if !demand.met && !demand.next.is_empty() {
        put!(long, "  Next: {}\n", sentence(&demand.next));
    }
    let place = format!("{}:{}", demand.file, demand.line);
    put!(long, "  Demanded by {} in {}\n", code(&demand.block), code(&place));
    let short = format!("- {} ({})\n", if demand.met { "met" } else { "**missing**" }, code(&demand.block));
    Item::new([long, short])
}
