//! What conditions see of one change, or of the plan.

use super::guard::{Disarming, GuardState};
use super::protected;
use super::relations::{Neighbours, Related};
use super::totals::Totals;
use crate::plan::Plan;
use crate::plan::change::{Change, ResourceChange};
use crate::plan::operation::Operation;
use crate::plan::view::View;
use crate::policy::organisation::Protected;
use crate::policy::{Limits, Name, Scope, Tier, TypeFacts, Value};

/// How a change stands to other resources.
#[derive(Debug, Clone, Default)]
pub(super) struct Relations {
    /// A replica whose loss loses no data.
    pub(super) replica: bool,
    /// Instances of the same cluster that stay; none if it is no cluster instance.
    pub(super) cluster_remaining: Option<u64>,
    /// Resources in the configuration that refer to it.
    pub(super) dependents_total: usize,
    /// Those of them that this plan changes.
    pub(super) dependents_changed: usize,
    /// What it is to other changes of the plan.
    pub(super) related: Related,
}

/// What is the same for every change of a plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanScope<'s> {
    pub(super) plan: &'s Plan,
    pub(super) totals: &'s Totals,
    pub(super) limits: &'s Limits,
    pub(super) protected: &'s Protected,
    pub(super) tier: Tier,
}

/// A difference of the configuration.
#[derive(Debug, Clone, Copy)]
pub(super) struct ConfigurationScope<'s> {
    pub(super) whole: PlanScope<'s>,
    pub(super) address: &'s str,
}

/// One change.
#[derive(Debug)]
pub(super) struct ChangeScope<'s> {
    pub(super) whole: PlanScope<'s>,
    pub(super) head: &'s ResourceChange,
    pub(super) body: &'s Change<'s>,
    pub(super) facts: &'s TypeFacts,
    pub(super) guard: Option<GuardState>,
    pub(super) disarming: Disarming,
    pub(super) relations: &'s Relations,
    pub(super) neighbours: &'s Neighbours,
}

impl Scope for PlanScope<'_> {
    fn value(&self, name: Name) -> Value<'_> {
        let totals = self.totals;
        match name {
            Name::Environment => Value::from(self.tier.name()),
            Name::PlanErrored => Value::from(self.plan.errored),
            Name::PlanComplete => Value::from(self.plan.complete),
            Name::PlanTargeted => Value::from(self.plan.targeted),
            Name::PlanApplyable => Value::from(self.plan.applyable),
            Name::PlanCreates => Value::from(totals.creates),
            Name::PlanUpdates => Value::from(totals.updates),
            Name::PlanDeletes => Value::from(totals.deletes),
            Name::PlanReplaces => Value::from(totals.replaces),
            Name::PlanForgets => Value::from(totals.forgets),
            Name::PlanImports => Value::from(totals.imports),
            Name::PlanDestroys => Value::from(totals.destroys),
            Name::PlanManaged => Value::from(totals.managed),
            Name::PlanDestroyedClasses => {
                Value::texts(totals.destroyed_classes.iter().map(|class| class.name()))
            }
            Name::PlanChecksFailed => Value::from(totals.checks_failed),
            Name::PlanDrifted => Value::from(totals.drifted),
            Name::PlanDeferred => Value::from(totals.deferred),
            Name::PlanInvocations => Value::from(totals.invocations),
            Name::PlanMismatched => Value::from(totals.mismatched),
            Name::PlanContradictory => Value::from(totals.contradictory),
            Name::LimitsMaxDestroy => Value::from(self.limits.max_destroy),
            Name::LimitsMaxDestroyShare => Value::number(self.limits.max_destroy_share.as_str()),
            // The compiler lets no other name into a rule that looks at the plan.
            _ => Value::unknown(),
        }
    }

    fn before(&self) -> View<'_> {
        View::absent()
    }

    fn after(&self) -> View<'_> {
        View::absent()
    }

    fn operation(&self) -> Option<Operation> {
        None
    }

    fn replace_paths(&self) -> &[String] {
        &[]
    }
}

impl Scope for ConfigurationScope<'_> {
    fn value(&self, name: Name) -> Value<'_> {
        match name {
            Name::Address => Value::from(self.address),
            other => self.whole.value(other),
        }
    }

    fn before(&self) -> View<'_> {
        View::absent()
    }

    fn after(&self) -> View<'_> {
        View::absent()
    }

    fn operation(&self) -> Option<Operation> {
        None
    }

    fn replace_paths(&self) -> &[String] {
        &[]
    }
}

impl Scope for ChangeScope<'_> {
    fn value(&self, name: Name) -> Value<'_> {
        let head = self.head;
        match name {
            Name::Address => Value::from(head.address.as_str()),
            Name::Type => Value::from(head.kind.as_str()),
            Name::Label => Value::from(head.name.as_str()),
            Name::Provider => Value::from(head.provider.as_str()),
            Name::Module => Value::from(head.module.as_deref()),
            Name::Mode => Value::from(head.mode.name()),
            Name::Operation => Value::from(head.operation.name()),
            Name::Order => Value::from(head.order.map(|order| order.name())),
            Name::Reason => Value::from(head.reason.as_deref()),
            Name::ProtectedIdentity => {
                Value::from(protected::identity(&self.whole.protected.identities, head, self.body))
            }
            Name::ProtectedState => {
                Value::from(protected::state(&self.whole.protected.state_backends, head, self.body))
            }
            Name::Deposed => Value::from(head.deposed.is_some()),
            Name::Importing => Value::from(head.importing),
            Name::Moved => Value::from(head.moved()),
            Name::Destroys => Value::from(head.destroys()),
            Name::Class => Value::from(self.facts.class.name()),
            Name::Category => Value::from(&*self.facts.category),
            Name::Stateful => Value::from(self.facts.stateful),
            Name::GuardState => match self.guard {
                None => Value::null(),
                Some(GuardState::Unassessable) => Value::unknown(),
                Some(state) => Value::from(state.name()),
            },
            Name::GuardDisarmed => Value::from(self.disarming.hard),
            Name::GuardArmedDestroy => Value::from(self.disarming.other),
            Name::Replica => Value::from(self.relations.replica),
            Name::SameClusterRemaining => Value::from(self.relations.cluster_remaining),
            Name::DependentsTotal => Value::from(self.relations.dependents_total),
            Name::DependentsChanged => Value::from(self.relations.dependents_changed),
            Name::RenamedTo => {
                Value::from(self.relations.related.renamed_to.as_ref().map(|(address, _)| address.as_str()))
            }
            Name::ShiftedFrom => Value::from(self.relations.related.shifted_from.as_deref()),
            Name::GoesWith => {
                Value::from(self.relations.related.goes_with.as_ref().map(|whole| whole.address.as_str()))
            }
            Name::GoesWithMayStay => {
                Value::from(self.relations.related.goes_with.as_ref().is_some_and(|whole| whole.may_stay))
            }
            Name::Guarded => Value::texts(self.relations.related.guards.iter().map(String::as_str)),
            Name::DisarmedBy => Value::from(self.relations.related.disarmed_by.as_deref()),
            Name::RuleMoved => Value::from(self.relations.related.rule_moved),
            other => self.whole.value(other),
        }
    }

    fn before(&self) -> View<'_> {
        self.body.before()
    }

    fn after(&self) -> View<'_> {
        self.body.after()
    }

    fn operation(&self) -> Option<Operation> {
        Some(self.head.operation)
    }

    fn configured(&self, attribute: &str) -> bool {
        self.neighbours.configures(self.head, attribute)
    }

    fn kind(&self) -> &str {
        &self.head.kind
    }

    fn replace_paths(&self) -> &[String] {
        &self.body.replace_paths
    }

    fn marked(&self) -> bool {
        self.body.marked
    }
}
