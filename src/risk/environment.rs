//! Which environment a plan is for, and what that does to a level.

use super::digest::DigestKey;
use crate::policy::organisation::DeclaredEnvironment;
use crate::policy::{Class, Policy, Risk, Tier};

/// Where a plan belongs.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The directory of the root module, relative to the top of the repository; empty for the top itself.
    pub directory: Option<String>,
    /// The workspace.
    pub workspace: Option<String>,
    /// The name of the project, where several share directory and workspace.
    pub project: Option<String>,
    /// The secret that lets sensitive values be part of the change digest.
    pub digest_key: Option<DigestKey>,
}

/// The environment a plan was judged for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its names in the policy, the strictest first; none if no block of the policy matched.
    pub names: Vec<String>,
    /// How much it forgives.
    pub tier: Tier,
    /// How long an apply takes there, in seconds, by the policy.
    pub expected_duration: Option<u64>,
    /// True if the plan itself shows that it is for production, whatever its place says.
    pub raised: bool,
    /// Why it is this one, on one line.
    pub why: String,
}

impl Environment {
    /// Returns the environment of a plan for a place. It is production unless the policy proves otherwise; of two that
    /// match, the stricter counts.
    pub fn of(place: &Place, policy: &Policy) -> Environment {
        let (directory, workspace) = (place.directory.as_deref(), place.workspace.as_deref());
        let declared = &policy.organisation.environments;
        let mut matched: Vec<&DeclaredEnvironment> =
            declared.iter().filter(|each| each.matching.covers(directory, workspace)).collect();
        matched.sort_by_key(|each| each.tier);
        let names: Vec<String> = matched.iter().map(|each| each.name.clone()).collect();
        let expected_duration = matched.iter().filter_map(|each| each.expected_duration).max();
        let Some(strictest) = matched.first() else {
            let why = match (declared.is_empty(), place.shown()) {
                (true, _) => "no policy declares an environment, so this is production".to_owned(),
                (false, None) => "directory and workspace are not known, so this is production".to_owned(),
                (false, Some(shown)) => format!("no environment matches {shown}, so this is production"),
            };
            return Environment { names, tier: Tier::Production, expected_duration, raised: false, why };
        };
        let shown = place.shown().unwrap_or_default();
        let others = match names.get(1..) {
            Some([]) | None => String::new(),
            Some(others) => format!(", as {} does, which is no stricter", others.join(", ")),
        };
        let why = format!("`{}` matches {shown}{others}", strictest.name);
        Environment { tier: strictest.tier, names, expected_duration, raised: false, why }
    }

    /// Makes it production on account of an object that is labelled so.
    pub(super) fn raise(&mut self, address: &str) {
        self.tier = Tier::Production;
        self.raised = true;
        self.why = format!("{}, but `{address}` is labelled as production, and labels raise", self.why);
    }

    /// Returns what it is called in a sentence.
    pub fn shown(&self) -> String {
        match (self.name(), self.raised) {
            (Some(name), true) => format!("{name}, taken for {}", self.tier),
            (Some(name), false) => name.to_owned(),
            (None, _) => self.tier.name().to_owned(),
        }
    }

    /// Returns the name of the strictest environment that matched.
    pub fn name(&self) -> Option<&str> {
        self.names.first().map(String::as_str)
    }
}

impl Place {
    /// Says where it is, as far as it is known.
    fn shown(&self) -> Option<String> {
        match (&self.directory, &self.workspace) {
            (None, None) => None,
            (Some(directory), None) => Some(format!("directory `{}`", top(directory))),
            (None, Some(workspace)) => Some(format!("workspace `{workspace}`")),
            (Some(directory), Some(workspace)) => {
                Some(format!("directory `{}` in workspace `{workspace}`", top(directory)))
            }
        }
    }
}

/// The top of the repository has a name, too.
fn top(directory: &str) -> &str {
    if directory.is_empty() { "." } else { directory }
}

/// Returns a level as it counts in an environment of that tier.
///
/// Staging forgives one level but keeps data, keys and controls at medium at least; development forgives two but
/// leaves low. Identity, control and delivery keep their level everywhere: accounts are shared.
pub(super) fn scaled(risk: Risk, class: Option<Class>, tier: Tier) -> Risk {
    if matches!(class, Some(Class::Identity | Class::Control | Class::Delivery)) {
        return risk;
    }
    let (steps, floor) = match tier {
        Tier::Production => return risk,
        Tier::Staging => {
            let guarded = matches!(class, Some(Class::Data | Class::Crypto | Class::Control));
            (1, if guarded { Risk::Medium } else { Risk::Low })
        }
        Tier::Development => (2, Risk::Low),
    };
    // A floor keeps a level from falling below it; it does not raise one that was lower from the start.
    risk.lowered(steps).max(floor.min(risk))
}

#[cfg(test)]
mod tests {
    use super::scaled;
    use crate::policy::{Class, Risk, Tier};

    #[test]
    fn a_lower_environment_lowers_the_level_down_to_its_floor() {
        use Risk::{Critical, High, Low, Medium};
        for (risk, class, tier, expected) in [
            (Critical, Class::Data, Tier::Production, Critical),
            (Critical, Class::Data, Tier::Staging, High),
            (Medium, Class::Data, Tier::Staging, Medium),
            (Medium, Class::Compute, Tier::Staging, Low),
            (Low, Class::Data, Tier::Staging, Low),
            (Critical, Class::Data, Tier::Development, Medium),
            (Medium, Class::Data, Tier::Development, Low),
            (Risk::None, Class::Data, Tier::Development, Risk::None),
            (Critical, Class::Identity, Tier::Development, Critical),
            (High, Class::Control, Tier::Staging, High),
            (High, Class::Delivery, Tier::Development, High),
        ] {
            assert_eq!(scaled(risk, Some(class), tier), expected, "{risk:?} {class:?} {tier:?}");
        }
    }
}
