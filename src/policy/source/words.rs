//! The fixed words of rules, catalog and policy, each with its spelling.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have one spelling each.
macro_rules! words {
    ($(#[$doc:meta])* $Enum:ident { $($(#[$variant_doc:meta])* $Variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $Enum {
            $($(#[$variant_doc])* #[serde(rename = $text)] $Variant,)+
        }

        impl $Enum {
            /// Every word, in the order of this type.
            pub const ALL: &[$Enum] = &[$($Enum::$Variant,)+];

            /// Returns the spelling.
            pub fn name(self) -> &'static str {
                match self {
                    $($Enum::$Variant => $text,)+
                }
            }

            /// Returns the word of that spelling.
            pub fn from_name(name: &str) -> Option<$Enum> {
                match name {
                    $($text => Some($Enum::$Variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $Enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

words! {
    /// How much can be lost, from nothing to everything.
    Risk {
        /// Nothing can go wrong.
        None = "none",
        /// Little can go wrong, and it is easily undone.
        Low = "low",
        /// Somebody should have a look.
        Medium = "medium",
        /// Several should have a look, at a quiet time.
        High = "high",
        /// What is lost does not come back, or everybody notices.
        Critical = "critical",
    }
}

words! {
    /// What kind of thing a resource is, as far as risk goes.
    Class {
        /// Data that configuration cannot rebuild.
        Data = "data",
        /// Backups and what makes them.
        Recovery = "recovery",
        /// Keys, secrets and certificates.
        Crypto = "crypto",
        /// Who may do what.
        Identity = "identity",
        /// What can be reached from where.
        Reachability = "reachability",
        /// Audit trails and safety controls.
        Control = "control",
        /// What other things run in: clusters, namespaces.
        ControlPlane = "control-plane",
        /// What runs.
        Compute = "compute",
        /// What hides what it does: stacks, scripts, charts.
        Opaque = "opaque",
        /// How changes get out.
        Delivery = "delivery",
        /// Metrics, alarms and dashboards.
        Observability = "observability",
        /// Configuration of applications.
        Config = "config",
        /// Things at the level of an application.
        App = "app",
        /// Tags, quotas, billing.
        Meta = "meta",
    }
}

words! {
    /// What a rule does when it fires.
    Effect {
        /// It is mentioned and changes nothing.
        Note = "note",
        /// It raises the risk.
        Risk = "risk",
        /// It raises the risk and no approval lifts it.
        Prohibit = "prohibit",
    }
}

words! {
    /// What a guard does when an object is destroyed.
    GuardKind {
        /// The deletion is refused.
        Hard = "hard",
        /// The deletion succeeds and what was lost can be brought back.
        Soft = "soft",
        /// The object stays; only the state forgets it.
        Keep = "keep",
        /// Copies exist, but go with the object: it counts for updates only.
        Backup = "backup",
        /// Another safety switch: it counts for updates only.
        Safety = "safety",
    }
}

words! {
    /// How much an environment matters.
    Tier {
        /// Customers depend on it; also everything that nobody declared.
        Production = "production",
        /// It resembles production.
        Staging = "staging",
        /// It may break.
        Development = "development",
    }
}

words! {
    /// What kind of change it is to those who manage changes.
    ChangeType {
        /// Every change is one.
        Normal = "normal",
        /// It touches what decides about changes: policy, rules, workflows, owners, the place of the state.
        Guardrail = "guardrail",
    }
}

words! {
    /// Whose objection stops a change, from the mildest.
    Veto {
        /// Nobody's.
        None = "none",
        /// That of whoever could approve.
        Eligible = "eligible",
        /// That of whoever has write access.
        Write = "write",
    }
}

words! {
    /// How strictly duties are kept apart.
    Segregation {
        /// Two people share the work: whoever applies may have asked for the change if another one approved.
        Standard = "standard",
        /// Whoever applies has neither asked for the change nor written it.
        Strict = "strict",
    }
}

words! {
    /// What a rule looks at.
    Sight {
        /// One change at a time.
        Change = "change",
        /// The plan as a whole.
        Plan = "plan",
        /// What differs in the configuration between base and head.
        Configuration = "configuration",
    }
}

words! {
    /// What can differ in the configuration between base and head.
    Differs {
        /// `prevent_destroy` came off a resource.
        PreventDestroyRemoved = "prevent-destroy-removed",
        /// `destroy = false` came off a resource: what was only forgotten can be destroyed.
        DestroyAllowed = "destroy-allowed",
        /// An attribute that guards is written differently, and the plan does not show it.
        GuardChanged = "guard-changed",
        /// Another argument of `lifecycle`.
        LifecycleChanged = "lifecycle-changed",
        /// A resource or module is given another provider configuration.
        ProviderChanged = "provider-changed",
        /// The configuration of a provider.
        ProviderConfigurationChanged = "provider-configuration-changed",
        /// `count` or `for_each`.
        RepetitionChanged = "repetition-changed",
        /// Where a module comes from.
        ModuleSourceChanged = "module-source-changed",
        /// Which version of a module is asked for.
        ModuleVersionChanged = "module-version-changed",
        /// The call of a module is gone, and what stood in it cannot be read.
        ModuleCallDeleted = "module-call-deleted",
        /// A provisioner is new, or runs something else.
        ProvisionerAppeared = "provisioner-appeared",
        /// A data source that runs a program or calls an address while planning.
        DataSourceAppeared = "data-source-appeared",
        /// Where the state is kept.
        BackendChanged = "backend-changed",
        /// The lock file of the providers.
        LockFileChanged = "lock-file-changed",
        /// A file or module could not be read.
        Unreadable = "unreadable",
    }
}

words! {
    /// What null or absence of a guard's attribute means.
    Unset {
        /// The guard is off.
        Off = "off",
        /// The guard is on.
        On = "on",
    }
}

words! {
    /// What types of all classes can have in common.
    Trait {
        /// It holds other things: losing one takes along what the plan may not list.
        Container = "container",
        /// It is never changed but superseded: replacing one is the normal deployment.
        Versioned = "versioned",
        /// It is a version of a secret: writing one is rotation.
        Rotation = "rotation",
    }
}

impl Risk {
    /// Returns the level `steps` higher, at most critical.
    #[must_use]
    pub fn raised(self, steps: usize) -> Risk {
        Risk::ALL.get((self as usize).saturating_add(steps)).copied().unwrap_or(Risk::Critical)
    }

    /// Returns the level `steps` lower, at least none.
    #[must_use]
    pub fn lowered(self, steps: usize) -> Risk {
        Risk::ALL.get((self as usize).saturating_sub(steps)).copied().unwrap_or(Risk::None)
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Risk};

    #[test]
    fn risk_is_ordered_and_stays_within_its_ends() {
        assert!(Risk::None < Risk::Low && Risk::High < Risk::Critical);
        for (start, up, down) in [
            (Risk::None, Risk::Medium, Risk::None),
            (Risk::Medium, Risk::Critical, Risk::None),
            (Risk::High, Risk::Critical, Risk::Low),
            (Risk::Critical, Risk::Critical, Risk::Medium),
        ] {
            assert_eq!(start.raised(2), up, "{start}");
            assert_eq!(start.lowered(2), down, "{start}");
        }
        assert_eq!(Risk::Low.raised(usize::MAX - 1), Risk::Critical);
    }

    #[test]
    fn a_spelling_leads_back_to_its_word() {
        assert_eq!(Class::ALL.len(), 14);
        for class in Class::ALL {
            assert_eq!(Class::from_name(class.name()), Some(*class));
        }
        assert_eq!(Class::from_name("Data"), None);
    }
}
