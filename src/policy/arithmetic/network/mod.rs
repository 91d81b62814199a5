//! Networks: sets of addresses and ports, the rules of firewalls, and what a change of them opens and closes.

mod addresses;
mod aws;
mod change;
mod clouds;
mod hosters;
mod intervals;
pub mod ports;
mod reach;
mod read;
mod rule;
#[cfg(test)]
mod tests;
mod world;

pub use addresses::Addresses;
pub use change::{rules_removed, world_opened};
pub use intervals::Intervals;
pub use ports::{ADMIN_PORTS, Ports, Protocol, WEB_PORTS};
pub use read::{bears_rules, rules};
pub use rule::{Action, Direction, Peers, Rule, Targets};
pub use world::{is_world, newly_world};
