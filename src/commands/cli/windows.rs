//! The command line of `applygate windows`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::Timestamp;

/// Arguments of `windows`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
                        applygate windows --risk high --environment prod\n  \
                        applygate windows --at 2026-11-22T03:00:00Z --format json\n  \
                        applygate windows --days 90 --format ics > windows.ics")]
pub struct Windows {
    /// The moment, with an offset: what if it were then [default: now]
    #[arg(long, value_name = "TIME", value_parser = instant)]
    pub at: Option<Timestamp>,
    /// The environment of the change, as the policy names it [default: production]
    #[arg(long, value_name = "NAME")]
    pub environment: Option<String>,
    /// The risk of the change
    #[arg(long, value_enum, default_value_t = RiskArgument::High, value_name = "RISK")]
    pub risk: RiskArgument,
    /// How many days to show, at most 400
    #[arg(long, default_value_t = 28, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=400))]
    pub days: u16,
    /// The policy [default: applygate.hcl, .applygate.hcl or .applygate/*.hcl at base]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = WindowsFormat::Text, value_name = "FORMAT")]
    pub format: WindowsFormat,
}

/// Reads an instant, to the second.
fn instant(text: &str) -> Result<Timestamp, String> {
    let instant: Timestamp =
        text.parse().map_err(|_| "write it with an offset, as 2026-11-22T03:00:00Z".to_owned())?;
    Timestamp::from_second(instant.as_second()).map_err(|error| error.to_string())
}

/// The risk of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RiskArgument {
    /// Little can go wrong.
    Low,
    /// Somebody should have a look.
    Medium,
    /// Several should have a look, at a quiet time.
    High,
    /// What is lost does not come back.
    Critical,
}

/// An output format of `windows`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WindowsFormat {
    /// For people, on a terminal.
    Text,
    /// For programs.
    Json,
    /// A picture that stands alone.
    Svg,
    /// For calendar programs.
    Ics,
}
