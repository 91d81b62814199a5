//! Every format on real plans and on hostile ones: what it looks like, and that nothing in a plan breaks out of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod hostile;
mod plan;
mod runs;
mod scenarios;
mod several;
#[path = "../support/mod.rs"]
mod support;
mod validity;
