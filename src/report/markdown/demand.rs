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
        put!(long, "  - Next: {}\n", sentence(&demand.next));
    }
    // Among several plans it is another change in each: they stand below.
    if !several && !demand.because.is_empty() {
        put!(long, "  - Because of {}\n", change::named(&demand.because));
    }
    if !demand.by.is_empty() {
        put!(long, "  - Given by {}\n", change::named(&demand.by));
    }
    if demand.file.is_empty() {
        put!(long, "  - Demanded by {}\n", sentence(&demand.block));
        return Item::new([long, short(demand)]);
    }
    let place = format!("{}:{}", demand.file, demand.line);
    put!(long, "  - Demanded by {} in {}\n", code(&demand.block), code(&place));
    Item::new([long, short(demand)])
}

fn short(demand: &Requirement) -> String {
    format!("- {} ({})\n", if demand.met { "met" } else { "**missing**" }, code(&demand.block))
}
