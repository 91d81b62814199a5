//! From an assessment to a verdict: what is prohibited, and what the policy demands of a change of that risk.
//!
//! Pure: no clock, no network, no environment. All that comes from outside is in [`Facts`](crate::facts::Facts).

mod age;
pub mod approvals;
mod assurance;
mod demands;
pub mod digest;
mod proposal;
mod requirement;
mod shown;
mod standing;
mod verdict;
pub mod window;

pub use assurance::Assurance;
pub use requirement::{Kind, Requirement};
pub use standing::standing;
pub use verdict::{Outcome, Prohibition, Verdict, decide};
