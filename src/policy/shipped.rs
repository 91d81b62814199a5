//! The policy that ships with the binary: packed by the build, unpacked at start.

use super::source::catalog::TypeFacts;
use super::source::guard::Guard;
use super::source::inference::Inference;
use super::source::load::Shipped;
use super::source::packed::Packed;

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
static CATALOG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// What is known of resource types.
#[derive(Debug, Clone)]
pub struct Catalog {
    packed: Packed<'static>,
    inference: Inference,
}

impl Catalog {
    /// Returns what is known of a type that the catalog lists.
    pub fn lookup(&self, kind: &str) -> Option<TypeFacts> {
        self.packed.lookup(kind)
    }

    /// Returns what is known of a type, or what its name says if the catalog does not list it.
    ///
    /// Each call unpacks the record anew: keep the result while more changes of the type follow.
    pub fn facts(&self, kind: &str) -> TypeFacts {
        self.lookup(kind).unwrap_or_else(|| self.inference.facts(kind))
    }

    /// Returns the guards that many types have. Of a type without guards of its own, they count where
    /// [`Guard::is_present`].
    pub fn common_guards(&self) -> &[Guard] {
        &self.inference.guards
    }

    /// Returns how many types are listed.
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Returns true if no types are listed.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// Returns the names of all types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.packed.names()
    }

    /// Returns the categories that types have, sorted.
    pub fn categories(&self) -> Vec<&'static str> {
        self.packed.categories()
    }
}

/// Returns what ships with the binary.
pub(super) fn unpack() -> (Shipped, Catalog) {
    let mut shipped: Shipped =
        postcard::from_bytes(RULES).expect("the build packed the rules in this very form");
    let catalog = Catalog { packed: Packed::new(CATALOG), inference: std::mem::take(&mut shipped.inference) };
    (shipped, catalog)
}

#[cfg(test)]
mod tests {
    use super::super::{Class, Policy, Risk, Sight};
    use crate::plan::operation::Operation;

    #[test]
    fn every_listed_type_is_found_and_no_other() {
        let policy = Policy::shipped();
        let mut names: Vec<&str> = policy.catalog.names().collect();
        assert_eq!(names.len(), policy.catalog.len());
        assert!(names.is_sorted());
        for name in &names {
            assert!(policy.catalog.lookup(name).is_some_and(|facts| !facts.inferred), "{name}");
        }
        names.dedup();
        assert_eq!(names.len(), policy.catalog.len());
        for name in ["", "aws", "zzz", "aws_db_instance_", "aws_db_instanc"] {
            assert!(policy.catalog.lookup(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_type_that_nobody_listed_is_judged_by_its_words_and_never_below_medium() {
        let catalog = Policy::shipped().catalog;
        for (kind, class, category, stateful, risk) in [
            ("acme_postgres_database", Class::Data, "database", true, Risk::Critical),
            ("acme_storage_bucket", Class::Data, "object-store", true, Risk::Critical),
            ("acme_block_volume", Class::Data, "block-storage", true, Risk::Critical),
            ("acme_bucket_policy", Class::Identity, "identity", false, Risk::High),
            ("acme_database_user", Class::Identity, "identity", false, Risk::High),
            ("acme_encryption_key", Class::Crypto, "key", true, Risk::Critical),
            ("acme_api_key", Class::Crypto, "secret", true, Risk::High),
            ("acme_dns_zone", Class::Reachability, "dns", false, Risk::High),
            ("acme_vpc", Class::Reachability, "network", false, Risk::High),
            ("acme_private_subnet", Class::Reachability, "network", false, Risk::High),
            ("acme_repository", Class::Delivery, "cicd", true, Risk::High),
            ("acme_kubernetes_cluster", Class::ControlPlane, "cluster", true, Risk::Critical),
            ("acme_db_cluster", Class::Data, "database", true, Risk::Critical),
            ("acme_instance", Class::Compute, "compute", false, Risk::Medium),
            ("acme_widget", Class::Config, "unlisted", false, Risk::Medium),
        ] {
            let facts = catalog.facts(kind);
            assert!(facts.inferred, "{kind}");
            let found = (facts.class, &*facts.category, facts.stateful, facts.delete_risk);
            assert_eq!(found, (class, category, stateful, risk), "{kind}");
        }
        assert!(catalog.common_guards().len() > 10);
    }

    #[test]
    fn rules_are_selected_by_type_and_operation() {
        let policy = Policy::shipped();
        for rule in policy.rules.iter().filter(|rule| rule.sight == Sight::Change) {
            for operation in Operation::ALL {
                let selected = policy.rules_for("acme_widget", Class::Config, "unlisted", operation);
                let expected = rule.types.every && rule.operations.contains(&operation);
                assert_eq!(
                    selected.iter().any(|each| each.id == rule.id),
                    expected,
                    "{} {operation:?}",
                    rule.id
                );
            }
        }
        assert!(policy.plan_rules().all(|rule| rule.operations.is_empty()));
    }

    #[test]
    fn the_demands_that_always_hold_are_those_of_the_documentation() {
        let defaults = Policy::shipped().defaults;
        assert_eq!((defaults.limits.max_destroy, defaults.limits.max_destroy_share.as_str()), (5, "0.25"));
        let demands: Vec<(Risk, u64, bool)> = defaults
            .approvals
            .iter()
            .map(|each| {
                (
                    each.matching.min_risk,
                    each.requires.iter().map(|each| each.count).sum(),
                    each.window.is_some(),
                )
            })
            .collect();
        assert_eq!(demands, [(Risk::Medium, 1, false), (Risk::High, 2, true), (Risk::None, 2, false)]);
    }
}
