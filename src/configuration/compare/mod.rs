//! What a change does to the configuration that no plan shows.

mod attributes;
mod guards;
mod pairs;
mod parts;

use super::tree::{Location, Tri};
use super::value::{Evaluator, Literal};
use crate::configuration::Tree;

/// An attribute that guards: what value of it is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardAttribute {
    /// The resource type.
    pub kind: String,
    /// The attribute, `deletion_protection`, or `settings.deletion_protection_enabled` in a nested block.
    pub attribute: String,
    /// The value that guards.
    pub safe: Literal,
    /// True if the object is guarded as well when the attribute is not written or null.
    pub absent_is_safe: bool,
}

/// How `prevent_destroy` came off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removal {
    /// The argument was taken out or changed in the block.
    Edited,
    /// The block says the same, but a variable, a local value or a module argument it depends on does not.
    Value,
    /// An override file takes it off.
    Override,
    /// The resource is moved to a place where nothing guards it: the address.
    Moved(String),
    /// The resource is moved to a place where there is no block: the address.
    MovedNowhere(String),
    /// The block was deleted.
    BlockDeleted,
    /// The block was replaced by a `removed` block.
    RemovedBlock,
    /// The call of a module around it was deleted: the address of the call.
    ModuleCallDeleted(String),
    /// The files of the module are not at hand at head, so that nothing guards for sure.
    NotAtHand,
}

/// Which argument repeats a resource or module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repetition {
    /// `count`
    Count,
    /// `for_each`
    ForEach,
}

/// What became of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is written differently.
    Changed,
    /// It is written as before, but what it depends on changed.
    Value,
}

/// What differs. Texts are expressions as written: they are not harmless, whoever shows them has to look at them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// A resource that could not be destroyed can be.
    PreventDestroyRemoved {
        /// How it came off.
        how: Removal,
        /// What stands at head.
        now: Tri,
        /// True if it is not certain that it guarded at base.
        doubtful: bool,
    },
    /// `lifecycle { destroy = false }` is gone: what was only ever forgotten can be destroyed.
    DestroyAllowed,
    /// An attribute that guards no longer does, or not for sure.
    GuardAttributeChanged {
        /// The attribute.
        attribute: String,
        /// The value at base, if it can be told.
        before: Option<Literal>,
        /// The value at head; none if it cannot be told.
        after: Option<Literal>,
    },
    /// Another argument of `lifecycle` changed.
    LifecycleChanged {
        /// The argument.
        argument: &'static str,
    },
    /// A resource belongs to another provider configuration, or a module is given others.
    ProviderChanged {
        /// As written at base; none for the default.
        before: Option<String>,
        /// As written at head; none for the default.
        after: Option<String>,
    },
    /// The configuration of a provider changed, or is gone: `aws`, `aws.west`.
    ProviderConfigurationChanged {
        /// Its name and alias.
        provider: String,
    },
    /// `count` or `for_each` of a resource or module changed.
    RepetitionChanged {
        /// Which of the two.
        argument: Repetition,
        /// What became of it.
        edit: Edit,
        /// The value at base, if it can be told.
        before: Option<Literal>,
        /// The value at head, if it can be told.
        after: Option<Literal>,
    },
    /// A module comes from elsewhere.
    ModuleSourceChanged {
        /// As written at base.
        before: String,
        /// As written at head.
        after: String,
    },
    /// Another version of a module is asked for.
    ModuleVersionChanged {
        /// As written at base.
        before: Option<String>,
        /// As written at head.
        after: Option<String>,
    },
    /// The call of a module is gone, and no `moved` block leads from it.
    ModuleCallDeleted {
        /// False if it is not known what stood in it: guards may be lost unseen.
        known: bool,
    },
    /// A provisioner is new, or runs something else.
    ProvisionerAppeared {
        /// Its type.
        provisioner: String,
        /// True if it runs before the object is destroyed.
        on_destroy: bool,
    },
    /// A data source that runs a program or calls an address while planning is new, or does something else.
    DataSourceAppeared {
        /// True if it was there, and something of it changed.
        changed: bool,
    },
    /// Where the state is kept changed.
    BackendChanged {
        /// The type at base, `cloud` for HCP Terraform; none for none.
        before: Option<String>,
        /// The type at head.
        after: Option<String>,
    },
    /// The lock file of the providers changed or is gone.
    LockFileChanged,
}

/// Something that differs between base and head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The resource, data source or module call at head, else at base, without keys; empty for the root module.
    pub address: String,
    /// What differs.
    pub change: Change,
    /// Where at head; none if it is not there any more.
    pub head: Option<Location>,
    /// Where at base; none if it was not there.
    pub base: Option<Location>,
}

/// Compares two trees. `guards` lists the attributes that guard, of every type.
///
/// The differences come in the order of their addresses.
pub fn compare(base: &Tree, head: &Tree, guards: &[GuardAttribute]) -> Vec<Difference> {
    let sides = Sides { base: Evaluator::of_base(base, head), head: Evaluator::new(head) };
    let pairs = pairs::Pairs::new(base, head);
    let mut differences = Vec::new();
    guards::prevent_destroy(&sides, &pairs, &mut differences);
    attributes::resources(&sides, &pairs, guards, &mut differences);
    attributes::modules(&sides, &pairs, &mut differences);
    parts::provisioners(&sides, &pairs, &mut differences);
    parts::data_sources(&sides, &pairs, &mut differences);
    parts::providers(&sides, &mut differences);
    parts::root(&sides, &mut differences);
    differences
        .sort_by(|one, two| (&one.address, &one.head, &one.base).cmp(&(&two.address, &two.head, &two.base)));
    differences
}

/// Both sides, with what evaluates them.
struct Sides<'t> {
    base: Evaluator<'t>,
    head: Evaluator<'t>,
}

#[cfg(test)]
mod tests;
