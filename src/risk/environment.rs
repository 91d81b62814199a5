//! Which environment a plan is for, and what that does to a level.

use super::digest::DigestKey;
use crate::policy::{Class, Risk, Tier};

/// Where a plan belongs.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The directory of the root module, relative to the repository.
    pub directory: Option<String>,
    /// The workspace.
    pub workspace: Option<String>,
    /// The secret that lets sensitive values be part of the change digest.
    pub digest_key: Option<DigestKey>,
}

/// The environment a plan was judged for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its name in the policy; none if no block of the policy matched.
    pub name: Option<String>,
    /// How much it forgives.
    pub tier: Tier,
    /// Why it is this one, on one line.
    pub why: String,
}

impl Environment {
    /// Returns the environment of a place. It is production unless the policy proves otherwise, and no policy
    /// file declares environments yet.
    pub fn of(_place: &Place) -> Environment {
        Environment {
            name: None,
            tier: Tier::Production,
            why: "no policy declares an environment, so this is production".to_owned(),
        }
    }
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
