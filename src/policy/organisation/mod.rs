//! What the organisation writes in `applygate.hcl`: environments, groups, demands and settings.
//!
//! Literal HCL without functions or variables. Every mistake in every file is reported at once, each with its place.

mod declared;
mod documentation;
mod environment;
mod file;
mod group;
mod overrides;
pub mod places;
mod protected;
mod settings;
#[cfg(test)]
mod tests;
mod time;

pub use documentation::page;
pub use environment::{DeclaredEnvironment, EnvironmentMatch};
pub use file::read;
pub use group::Group;
pub use overrides::RuleOverride;
pub use protected::Protected;
pub use settings::{ClockLimits, Forks, Settings};

use super::calendar::Effect;
use super::calendar::Time;
use super::source::approval::Approval;
use super::source::limits::WrittenLimits;
use crate::problem::Place;

/// What an organisation writes, decoded and checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Organisation {
    /// The files it was read from.
    pub files: Vec<String>,
    /// Paths and requests.
    pub settings: Settings,
    /// Accounts that are robots whatever the forge calls them, by login.
    pub machine_users: Vec<String>,
    /// Environments, in the order of their names.
    pub environments: Vec<DeclaredEnvironment>,
    /// Groups of people, in the order of their names.
    pub groups: Vec<Group>,
    /// Demands, in the order in which they are written.
    pub approvals: Vec<Approval>,
    /// Rules that count more here than elsewhere.
    pub overrides: Vec<RuleOverride>,
    /// Where the team's own rules stand, and where that is written.
    pub rules_dir: Option<(String, Place)>,
    /// Limits of its own.
    pub limits: WrittenLimits,
    /// When changes are allowed. Its calendars are read later, from where the policy stands.
    pub time: Time,
    /// What the pipeline itself lives on.
    pub protected: Protected,
}

impl Organisation {
    /// Returns the groups that windows and freezes name.
    pub fn groups_in_time(&self) -> Vec<&str> {
        let owners = self.time.freezes.iter().filter_map(|freeze| freeze.owner.as_deref());
        let owners = owners.map(|owner| owner.strip_prefix("group:").unwrap_or(owner));
        let asked = self.time.freezes.iter().filter_map(|freeze| match &freeze.effect {
            Effect::Require { group, .. } => Some(group.as_str()),
            _ => None,
        });
        owners.chain(asked).collect()
    }
}
