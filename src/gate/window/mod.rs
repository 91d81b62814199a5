//! Whether the time is right: windows, freezes, cutoffs, and when that changes.
//!
//! A change that needs a window may start while its windows are open and no freeze that concerns it is in force, long
//! enough before whichever comes first, the end of the window or the next freeze. No window is never an open window.

mod answer;
mod lint;
mod openings;
mod policy;
mod words;

#[cfg(test)]
mod tests;

use jiff::SignedDuration;

pub use answer::{Answer, Code, InForce, answer};
pub use lint::{Lint, Severity, lint};
pub use openings::{HORIZON, Openings, Question};
pub use policy::{demanded, environments, question};
pub use words::{moment, next, reason};

/// How far the clock may be off, unless the policy says otherwise.
pub const TOLERANCE: SignedDuration = SignedDuration::from_secs(60);
