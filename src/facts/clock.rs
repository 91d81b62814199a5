//! The instant for which everything is judged.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What time it is, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// The instant.
    pub now: Timestamp,
    /// Who says so.
    pub source: ClockSource,
    /// How many seconds this machine's clock is ahead of the forge's; negative if it is behind. Not known where
    /// only one of them could be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skew: Option<i64>,
    /// The version of the time-zone data that is built in, such as `2026b`.
    pub tzdb: String,
}

/// Whose clock it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockSource {
    /// The forge's: the `Date` header of its answers.
    Api,
    /// This machine's.
    Machine,
    /// Stated on the command line, with `--at`.
    Stated,
}
