//! From an assessment to a verdict: what is prohibited, and what the policy demands of a change of that risk.
//!
//! Pure: no clock, no network, no environment. All that comes from outside is in [`Facts`](crate::facts::Facts).

mod demands;
mod requirement;
mod verdict;

pub use requirement::{Kind, Requirement};
pub use verdict::{Outcome, Prohibition, Verdict, decide};
