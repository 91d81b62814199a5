//! What is true outside the plan at one instant: plain data, gathered before the decision.

use serde::{Deserialize, Serialize};

/// What is known of people, evidence and time.
///
/// `check` runs on a laptop and asks nobody, so it knows nothing: each demand is then one to come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Facts {}

impl Facts {
    /// Returns facts that know nothing yet.
    pub fn unknown() -> Facts {
        Facts::default()
    }
}
