//! The server of Atlantis: its version, its settings, and its `repos.yaml`.

mod config;
pub mod settings;
mod stages;
mod version;

use super::{AtlantisSide, Check, Seen};
use config::Config;

/// What was read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atlantis<'s> {
    side: &'s AtlantisSide,
    config: Seen<Config>,
}

/// Reads the configuration.
pub(super) fn read(side: &AtlantisSide) -> Atlantis<'_> {
    let config = match side.config.known() {
        Ok(file) => match config::read(&file.text) {
            Ok(config) => Seen::Known(config),
            Err(why) => Seen::Unknown(format!("`{}` cannot be read: {why}", file.name)),
        },
        Err(why) => Seen::Unknown(why.to_owned()),
    };
    Atlantis { side, config }
}

impl Atlantis<'_> {
    /// Returns true if a workflow of the server runs applygate when it plans.
    pub(super) fn runs_applygate(&self) -> bool {
        self.config.known().is_ok_and(|config| config.workflows.iter().any(stages::plans_with_applygate))
    }

    /// Returns why it is not known whether it does, if it is not.
    pub(super) fn doubt(&self) -> Option<String> {
        self.config.known().err().map(str::to_owned)
    }
}

/// Judges it.
pub(super) fn checks(atlantis: &Atlantis<'_>) -> Vec<Check> {
    let mut checks = version::checks(&atlantis.side.version);
    checks.extend(settings::checks(&atlantis.side.settings));
    checks.extend(config::checks(&atlantis.config));
    checks.extend(stages::checks(&atlantis.config));
    checks
}
