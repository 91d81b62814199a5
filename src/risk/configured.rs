//! What the configuration adds to a plan: where a change is written, what guarded it at base, and what differs.

use super::confidence::Confidence;
use super::finding::{Finding, Spot, fired};
use super::guard::{Guard, Kind, Switch};
use super::scope::{ConfigurationScope, PlanScope};
use crate::configuration::{Change, Configuration, Difference, GuardAttribute, Literal, Location, Tree, Tri};
use crate::plan::Plan;
use crate::plan::address::Address;
use crate::plan::change::ResourceChange;
use crate::plan::operation::Operation;
use crate::policy::source::test::{Literal as Safe, Test};
use crate::policy::source::words::Unset;
use crate::policy::{Differs, GuardKind, Policy};
use crate::problem::Problem;

/// How many problems of one side are named; the rest is counted.
const NAMED_PROBLEMS: usize = 5;

/// The configuration of both sides, compared.
pub(super) struct Joined<'c> {
    configuration: &'c Configuration,
    differences: Vec<Difference>,
}

/// A finding of the configuration, with the changes it is about.
pub(super) struct Attached {
    pub(super) finding: Finding,
    /// The positions of the changes in the plan; none if it is about the plan as a whole.
    pub(super) changes: Vec<usize>,
}

impl<'c> Joined<'c> {
    /// Compares head with base.
    pub(super) fn new(configuration: &'c Configuration, policy: &Policy) -> Joined<'c> {
        let guards = guard_attributes(configuration, policy);
        Joined { configuration, differences: configuration.differences(&guards) }
    }

    /// Returns where the block of a change stands: at head, or at base if it is gone.
    pub(super) fn place(&self, head: &ResourceChange) -> Option<Spot> {
        let address = Address::parse(&head.address).ok()?;
        let at = |tree: &Tree, side| {
            let located = tree.resource(&address)?;
            // What stands in a downloaded module is edited where the repository calls it.
            let location = located.call().unwrap_or_else(|| located.location());
            Some(spot(tree, &location, side))
        };
        let removed =
            |tree: &Tree| tree.removed(&address).map(|removed| spot(tree, &removed.location, Side::Head));
        let (now, then) = (self.configuration.head.as_ref(), self.configuration.base.as_ref());
        now.and_then(|tree| at(tree, Side::Head).or_else(|| removed(tree)))
            .or_else(|| then.and_then(|tree| at(tree, Side::Base)))
    }

    /// Returns where the first of some attributes of a change is written.
    pub(super) fn attribute_place(&self, head: &ResourceChange, paths: &[String]) -> Option<Spot> {
        let address = Address::parse(&head.address).ok()?;
        let tree = self.configuration.head.as_ref()?;
        paths
            .iter()
            .find_map(|path| tree.attribute_line(&address, path))
            .map(|at| spot(tree, &at, Side::Head))
    }

    /// Returns the guards of a resource that stand in its configuration, as they are at base.
    pub(super) fn lifecycle_guards(&self, head: &ResourceChange) -> Vec<Guard> {
        let (Ok(address), Some(base)) = (Address::parse(&head.address), &self.configuration.base) else {
            return Vec::new();
        };
        let removed = self.differences.iter().any(|difference| {
            difference.address == address.configuration()
                && differs(&difference.change) == Some(Differs::PreventDestroyRemoved)
        });
        let guards = base.guards(&address).into_iter().map(|guard| Guard {
            kind: Kind::Lifecycle,
            attributes: vec![guard.argument.to_owned()],
            shown: vec![if guard.argument == "destroy" { "false" } else { "true" }.to_owned()],
            switch: match guard.holds {
                Tri::True => Switch::On,
                Tri::False | Tri::Absent => Switch::Off,
                Tri::Unknown(_) => Switch::Unknown,
            },
            removed_in_configuration: removed,
            place: Some(spot(base, &guard.location, Side::Base)),
        });
        guards.filter(|guard| guard.switch != Switch::Off || guard.removed_in_configuration).collect()
    }

    /// Returns true if the configuration takes back an attribute of a resource that guards it.
    pub(super) fn takes_back(&self, head: &ResourceChange, attributes: &[String]) -> bool {
        let address = head.configuration_address();
        self.differences.iter().any(|difference| match &difference.change {
            Change::GuardAttributeChanged { attribute, .. } => {
                Some(&difference.address) == address.as_ref() && attributes.contains(attribute)
            }
            _ => false,
        })
    }

    /// Returns what the rules say of the differences.
    pub(super) fn findings(
        &self,
        plan: &Plan,
        whole: PlanScope<'_>,
        policy: &Policy,
    ) -> Result<Vec<Attached>, Problem> {
        let mut attached = Vec::new();
        for difference in &self.differences {
            let Some(kind) = differs(&difference.change) else { continue };
            let changes = matching(plan, &difference.address);
            let explains = explains_destruction(kind);
            let changes: Vec<usize> = changes
                .into_iter()
                .filter(|(_, head)| !explains || head.destroys())
                .filter(|(_, head)| !shows(head, &difference.change))
                .map(|(position, _)| position)
                .collect();
            let shown =
                matching(plan, &difference.address).iter().any(|(_, head)| shows(head, &difference.change));
            if changes.is_empty() && (explains || shown) {
                continue;
            }
            let scope = ConfigurationScope { whole, address: &difference.address };
            for rule in policy.configuration_rules(kind) {
                let Some(mut finding) = fired(rule, &scope, None, whole.tier)? else { continue };
                finding.place = self.difference_place(difference);
                if doubtful(&difference.change) {
                    (finding.confidence, finding.prohibits) = (Confidence::Unknown, false);
                }
                attached.push(Attached { finding, changes: changes.clone() });
            }
        }
        attached.extend(self.unreadable(whole, policy)?);
        Ok(attached)
    }

    /// Returns what differs of that which decides about changes.
    pub(super) fn guardrails(&self) -> Vec<String> {
        let differs: Vec<Differs> =
            self.differences.iter().filter_map(|each| differs(&each.change)).collect();
        let told = [
            (Differs::BackendChanged, "the place of the state"),
            (Differs::LockFileChanged, "the lock file of the providers"),
        ];
        told.iter().filter(|(kind, _)| differs.contains(kind)).map(|(_, text)| (*text).to_owned()).collect()
    }

    /// Returns a finding if something on either side could not be read.
    fn unreadable(&self, whole: PlanScope<'_>, policy: &Policy) -> Result<Option<Attached>, Problem> {
        let Some((_, problem)) = self.problems().next() else { return Ok(None) };
        let scope = ConfigurationScope { whole, address: "" };
        for rule in policy.configuration_rules(Differs::Unreadable) {
            if let Some(mut finding) = fired(rule, &scope, None, whole.tier)? {
                finding.confidence = Confidence::Unknown;
                finding.place = problem.place.as_ref().map(|place| Spot {
                    file: place.file.clone(),
                    line: place.line,
                    side: Side::Head,
                });
                return Ok(Some(Attached { finding, changes: Vec::new() }));
            }
        }
        Ok(None)
    }

    /// Returns what was not looked at, in words.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = self.configuration.notes.clone();
        let problems: Vec<String> =
            self.problems().map(|(side, problem)| format!("{side}: {problem}")).collect();
        let more = problems.len().saturating_sub(NAMED_PROBLEMS);
        notes.extend(problems.into_iter().take(NAMED_PROBLEMS));
        if more > 0 {
            notes.push(format!("{more} more parts of the configuration cannot be read"));
        }
        if let Some(head) = &self.configuration.head {
            let absent: Vec<String> =
                head.modules().filter(|module| !module.at_hand()).map(|module| module.address()).collect();
            if !absent.is_empty() {
                notes.push(format!("not read, because its files are not at hand: {}", absent.join(", ")));
            }
        }
        notes
    }

    fn problems(&self) -> impl Iterator<Item = (&'static str, &Problem)> {
        let of = |tree: Option<&'c Tree>, side| {
            tree.into_iter().flat_map(Tree::problems).map(move |problem| (side, problem))
        };
        of(self.configuration.head.as_ref(), "head").chain(of(self.configuration.base.as_ref(), "base"))
    }

    fn difference_place(&self, difference: &Difference) -> Option<Spot> {
        let at = |tree: &Option<Tree>, location: &Option<Location>, side| {
            Some(spot(tree.as_ref()?, location.as_ref()?, side))
        };
        at(&self.configuration.head, &difference.head, Side::Head)
            .or_else(|| at(&self.configuration.base, &difference.base, Side::Base))
    }
}

pub(super) use super::finding::Side;

fn spot(tree: &Tree, location: &Location, side: Side) -> Spot {
    let shown = tree.shown(location);
    Spot { file: shown.file.to_string(), line: shown.line, side }
}

/// Returns the changes of a resource, or of what stands in a module.
fn matching<'p>(plan: &'p Plan, address: &str) -> Vec<(usize, &'p ResourceChange)> {
    if address.is_empty() {
        return Vec::new();
    }
    let within = |found: &str| {
        found.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let changes = plan.changes.iter().enumerate();
    changes
        .filter(|(_, head)| !matches!(head.operation, Operation::NoOp | Operation::Read))
        .filter(|(_, head)| head.configuration_address().is_some_and(|found| within(&found)))
        .collect()
}

/// Returns true if the plan itself shows that a guard is switched off: then the configuration adds nothing.
fn shows(head: &ResourceChange, change: &Change) -> bool {
    let Change::GuardAttributeChanged { attribute, .. } = change else { return false };
    let first = attribute.split('.').next().unwrap_or(attribute);
    head.operation == Operation::Update
        && head.change().is_ok_and(|body| body.before().get(first).known() != body.after().get(first).known())
}

fn explains_destruction(differs: Differs) -> bool {
    matches!(
        differs,
        Differs::RepetitionChanged
            | Differs::ProviderChanged
            | Differs::ModuleSourceChanged
            | Differs::ModuleVersionChanged
    )
}

/// Returns true if it is not certain that something was taken away.
fn doubtful(change: &Change) -> bool {
    match change {
        Change::PreventDestroyRemoved { now, doubtful, .. } => *doubtful || matches!(now, Tri::Unknown(_)),
        Change::GuardAttributeChanged { before, after, .. } => before.is_none() || after.is_none(),
        Change::ModuleCallDeleted { .. } => true,
        _ => false,
    }
}

/// Returns what a difference is to the rules; none if it is nothing by itself.
fn differs(change: &Change) -> Option<Differs> {
    Some(match change {
        Change::PreventDestroyRemoved { .. } => Differs::PreventDestroyRemoved,
        Change::DestroyAllowed => Differs::DestroyAllowed,
        Change::GuardAttributeChanged { .. } => Differs::GuardChanged,
        Change::LifecycleChanged { .. } => Differs::LifecycleChanged,
        Change::ProviderChanged { .. } => Differs::ProviderChanged,
        Change::ProviderConfigurationChanged { .. } => Differs::ProviderConfigurationChanged,
        Change::RepetitionChanged { .. } => Differs::RepetitionChanged,
        Change::ModuleSourceChanged { .. } => Differs::ModuleSourceChanged,
        Change::ModuleVersionChanged { .. } => Differs::ModuleVersionChanged,
        Change::ModuleCallDeleted { known: false } => Differs::ModuleCallDeleted,
        Change::ModuleCallDeleted { known: true } => return None,
        Change::ProvisionerAppeared { .. } => Differs::ProvisionerAppeared,
        Change::DataSourceAppeared { .. } => Differs::DataSourceAppeared,
        Change::BackendChanged { .. } => Differs::BackendChanged,
        Change::LockFileChanged => Differs::LockFileChanged,
    })
}

/// Returns the attributes that guard, of every type that stands at base.
fn guard_attributes(configuration: &Configuration, policy: &Policy) -> Vec<GuardAttribute> {
    let Some(base) = &configuration.base else { return Vec::new() };
    let addresses = base.addresses();
    let mut kinds: Vec<String> =
        addresses.iter().filter_map(|address| Some(Address::parse(address).ok()?.kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut attributes = Vec::new();
    for kind in kinds {
        for guard in policy.catalog.facts(&kind).guards {
            // Backups and other switches do not stand between an object and its loss.
            if matches!(guard.kind, GuardKind::Backup | GuardKind::Safety) {
                continue;
            }
            for (path, test) in &guard.safe {
                let Test::Is(safe) = test else { continue };
                attributes.push(GuardAttribute {
                    kind: kind.clone(),
                    attribute: path.to_string(),
                    safe: match safe {
                        Safe::Bool(value) => Literal::Bool(*value),
                        Safe::Number(digits) => Literal::Number(digits.to_string()),
                        Safe::Text(text) => Literal::Text(text.to_string()),
                    },
                    absent_is_safe: guard.unset == Unset::On,
                });
            }
        }
    }
    attributes
}
