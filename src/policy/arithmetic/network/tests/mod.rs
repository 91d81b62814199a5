//! Tables of networks, ports and rules.

mod aws;
mod clouds;
mod hosters;
mod properties;
mod sets;

use super::super::testing::ask;
use super::super::{Answer, Unwritten};
use super::{Ports, rules_removed, world_opened};

/// Asks about admin ports, other ports and any ports, in this order.
fn opened(kind: &str, before: &str, after: &str) -> [Answer; 3] {
    [Ports::AdminOrData, Ports::Other, Ports::Any]
        .map(|ports| ask(before, after, |sides| world_opened(kind, sides, ports, Unwritten::Anything)))
}

fn removed(kind: &str, before: &str, after: &str) -> Answer {
    ask(before, after, |sides| rules_removed(kind, sides, Unwritten::Anything))
}
