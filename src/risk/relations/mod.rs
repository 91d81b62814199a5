//! How a change stands to other resources.

mod disarm;
mod firewall;
mod goes;
mod guarding;
mod identity;
mod likeness;
mod moved;
mod object;
mod parts;
mod related;
mod rename;
mod shift;

pub(super) use related::Related;
pub use related::{Relation, RelationKind};

use std::collections::{BTreeMap, BTreeSet};

use self::related::relate;
use super::scope::Relations;
use crate::plan::Plan;
use crate::plan::change::{Change, ResourceChange};
use crate::plan::operation::Operation;
use crate::plan::sibling::parent;
use crate::plan::value::Value;
use crate::plan::view::{State, View};
use crate::plan::wiring::Wiring;
use crate::policy::Catalog;
use crate::problem::Problem;

/// Attributes that make an object a replica of another: its loss loses no data.
const REPLICA_ATTRIBUTES: [(&str, &str); 5] = [
    ("aws_db_instance", "replicate_source_db"),
    ("aws_rds_cluster", "replication_source_identifier"),
    ("aws_docdb_cluster", "global_cluster_identifier"),
    ("aws_elasticache_cluster", "replication_group_id"),
    ("google_sql_database_instance", "master_instance_name"),
];

/// What the plan says of how resources stand together.
#[derive(Debug)]
pub(super) struct Neighbours {
    wiring: Wiring,
    /// Configuration addresses of what this plan changes.
    changed: BTreeSet<String>,
    /// How many instances of a cluster stay, by type and parent.
    remaining: BTreeMap<(String, String), u64>,
    /// What changes of this plan are to each other, by address.
    related: BTreeMap<String, Related>,
}

impl Neighbours {
    /// Reads the configuration graph and the clusters of a plan.
    ///
    /// # Errors
    ///
    /// A configuration or a change that cannot be read.
    pub(super) fn of(plan: &Plan, catalog: &Catalog) -> Result<Neighbours, Problem> {
        let wiring = match &plan.configuration {
            Some(text) => Wiring::parse(text)?,
            None => Wiring::default(),
        };
        let mut remaining: BTreeMap<(String, String), u64> = BTreeMap::new();
        for sibling in &plan.unchanged.siblings {
            if let Some(parent) = &sibling.parent {
                *remaining.entry((sibling.kind.clone(), parent.clone())).or_default() += 1;
            }
        }
        let mut changed = BTreeSet::new();
        for head in &plan.changes {
            if !matches!(head.operation, Operation::NoOp | Operation::Read) {
                changed.extend(head.configuration_address());
            }
            let stays =
                matches!(head.operation, Operation::NoOp | Operation::Update) && head.deposed.is_none();
            if stays && crate::plan::sibling::is_sibling(&head.kind) {
                let body = head.change()?;
                if let Some(parent) = parent(&head.kind, &body.after()) {
                    *remaining.entry((head.kind.clone(), parent)).or_default() += 1;
                }
            }
        }
        let configures = |head: &ResourceChange, attribute: &str| configures(&wiring, head, attribute);
        let related = relate(plan, catalog, &configures)?;
        Ok(Neighbours { wiring, changed, remaining, related })
    }

    /// Returns how one change stands to the others.
    pub(super) fn relations(&self, head: &ResourceChange, body: &Change<'_>) -> Relations {
        let address = head.configuration_address().unwrap_or_default();
        let dependents = self.wiring.dependents(&address);
        let changed = dependents.iter().filter(|dependent| self.changed.contains(*dependent));
        Relations {
            replica: is_replica(&head.kind, body.before()),
            cluster_remaining: parent(&head.kind, &body.before())
                .map(|parent| self.remaining.get(&(head.kind.clone(), parent)).copied().unwrap_or(0)),
            dependents_total: dependents.len(),
            dependents_changed: changed.count(),
            related: match head.deposed {
                None => self.related.get(&head.address).cloned().unwrap_or_default(),
                Some(_) => Related::default(),
            },
        }
    }

    /// Returns the configuration addresses of what refers directly to a resource of the configuration.
    pub(super) fn dependents(&self, configuration_address: &str) -> &[String] {
        self.wiring.dependents(configuration_address)
    }

    /// Returns true if the configuration sets an attribute of the resource, as far as the plan tells.
    pub(super) fn configures(&self, head: &ResourceChange, attribute: &str) -> bool {
        configures(&self.wiring, head, attribute)
    }

    /// Returns true if the resource runs commands when it is created or destroyed.
    pub(super) fn provisions(&self, head: &ResourceChange) -> bool {
        let wired = head.configuration_address().and_then(|address| self.wiring.get(&address));
        match wired {
            Some(wired) => !wired.provisioners.is_empty(),
            // What is only there to run commands surely runs some where nobody can look it up.
            None => {
                matches!(head.kind.as_str(), "null_resource" | "terraform_data")
                    && matches!(head.operation, Operation::Create | Operation::Replace)
            }
        }
    }
}

fn configures(wiring: &Wiring, head: &ResourceChange, attribute: &str) -> bool {
    let wired = head.configuration_address().and_then(|address| wiring.get(&address));
    // Of a resource that the plan's configuration does not have, anything may have been set.
    wired.is_none_or(|wired| wired.attributes.iter().any(|known| known == attribute))
}

fn is_replica(kind: &str, before: View<'_>) -> bool {
    let mut attributes = REPLICA_ATTRIBUTES.iter().filter(|(known, _)| *known == kind);
    attributes.any(|(_, attribute)| match before.get(attribute).state() {
        State::Known(Value::String(text)) => !text.is_empty(),
        _ => false,
    })
}
