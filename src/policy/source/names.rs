//! The names that a condition may use: spelling, type, scope and meaning, in one table.

use serde::{Deserialize, Serialize};

use super::words::Sight;

/// What a name or a function can yield, as far as it is known before evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// True or false.
    Bool,
    /// True, false or null.
    BoolOrNull,
    /// A number.
    Number,
    /// A number or null.
    NumberOrNull,
    /// A string.
    Text,
    /// A string or null.
    TextOrNull,
    /// A list.
    List,
    /// An object.
    Object,
    /// Anything.
    Any,
}

impl Kind {
    /// Returns the name of the type for people.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Bool => "bool",
            Kind::BoolOrNull => "bool or null",
            Kind::Number => "number",
            Kind::NumberOrNull => "number or null",
            Kind::Text => "string",
            Kind::TextOrNull => "string or null",
            Kind::List => "list",
            Kind::Object => "object",
            Kind::Any => "any",
        }
    }
}

/// One of the two sides of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The object before the change; null on create.
    Before,
    /// The object after the change; null on delete and forget.
    After,
}

impl Side {
    /// Returns the spelling.
    pub fn name(self) -> &'static str {
        match self {
            Side::Before => "before",
            Side::After => "after",
        }
    }
}

/// A row of the table of names.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The name as it stands in a condition, dots included.
    pub spelling: &'static str,
    /// What it yields.
    pub kind: Kind,
    /// [`Sight::Change`] if only rules that look at one change may use it.
    pub sight: Sight,
    /// What it means, in one line.
    pub meaning: &'static str,
}

macro_rules! names {
    ($($Variant:ident $spelling:literal $Kind:ident $Sight:ident $meaning:literal;)+) => {
        /// A name whose value is not part of the changed object itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Name {
            $(#[doc = $meaning] $Variant,)+
        }

        impl Name {
            /// Every name, in the order of the table.
            pub const ALL: &[Name] = &[$(Name::$Variant,)+];

            /// Returns the row of the table.
            pub fn entry(self) -> Entry {
                match self {
                    $(Name::$Variant => Entry {
                        spelling: $spelling,
                        kind: Kind::$Kind,
                        sight: Sight::$Sight,
                        meaning: $meaning,
                    },)+
                }
            }
        }
    };
}

names! {
    Address "address" Text Change "the address, as in the plan";
    Type "type" Text Change "the resource type";
    Label "name" Text Change "the name in the configuration";
    Provider "provider" Text Change "the provider, as in the plan";
    Module "module" TextOrNull Change "the module address; null in the root module";
    Mode "mode" Text Change "managed, data or ephemeral";
    Operation "operation" Text Change "no-op, read, create, update, delete, replace or forget";
    Order "order" TextOrNull Change "delete-first, create-first or create-forget; null unless it is a replacement";
    Reason "reason" TextOrNull Change "why Terraform planned it (`action_reason`)";
    Deposed "deposed" Bool Change "the object is left over from a replacement that failed half-way";
    Importing "importing" Bool Change "the object comes under management with this plan";
    Moved "moved" Bool Change "the object was in the state under another address";
    Destroys "destroys" Bool Change "an object is destroyed: delete, or replace that is not create-forget";
    Class "class" Text Change "the class, from the catalog or inferred from the words of the type";
    Category "category" Text Change "the category, from the catalog or inferred from the words of the type";
    Stateful "stateful" Bool Change "the object holds what configuration alone cannot rebuild";
    GuardState "guard.state" Text Change "kept, will-fail, recoverable, unguarded or unguardable; unknown if it cannot be told";
    GuardDisarmed "guard.disarmed" Bool Change "this update switches a hard guard off";
    GuardArmedDestroy "guard.armed_destroy" Bool Change "this update takes a soft or keep guard away, so that the next destroy is worse";
    Replica "replica" Bool Change "a replica whose loss loses no data";
    SameClusterRemaining "same_cluster.remaining" NumberOrNull Change "instances of the same cluster that stay; null if it is no cluster instance";
    DependentsTotal "dependents.total" Number Change "resources in the configuration that refer to this one";
    DependentsChanged "dependents.changed" Number Change "those of the dependents that this plan changes";
    RenamedTo "renamed_to" TextOrNull Change "the address at which this plan creates the same object again: a rename without `moved`; null if none";
    ShiftedFrom "shifted_from" TextOrNull Change "the address of the instance under `count` that this one becomes, because the list lost an element; null if none";
    GoesWith "goes_with" TextOrNull Change "the address of what this is part of and is destroyed for good in the same plan; null if none";
    GoesWithMayStay "goes_with_may_stay" Bool Change "a guard may stop the destruction of what this goes with: then that stays, without this";
    Guarded "guards" List Change "the addresses of what this guards and the plan destroys, 20 at most, as far as its attributes tell";
    DisarmedBy "disarmed_by" TextOrNull Change "the address of an update that switches off a hard guard of the same object, which stands in the state twice; null if none";
    RuleMoved "rule_moved" Bool Change "all that this firewall rule or group lets through stands in what the plan creates or updates";
    Environment "environment" Text Plan "production, staging or development";
    PlanErrored "plan.errored" BoolOrNull Plan "planning ended with an error; null if the plan does not say";
    PlanComplete "plan.complete" BoolOrNull Plan "applying this plan reaches the desired state; null if the plan does not say";
    PlanTargeted "plan.targeted" BoolOrNull Plan "planned with -target or -exclude; null if no plan file tells";
    PlanApplyable "plan.applyable" BoolOrNull Plan "Terraform would apply this plan; null if the plan does not say";
    PlanCreates "plan.creates" Number Plan "managed resources that are created";
    PlanUpdates "plan.updates" Number Plan "managed resources that are updated in place";
    PlanDeletes "plan.deletes" Number Plan "managed resources that are deleted, deposed objects not counted";
    PlanReplaces "plan.replaces" Number Plan "managed resources that are replaced";
    PlanForgets "plan.forgets" Number Plan "managed resources that the state forgets";
    PlanImports "plan.imports" Number Plan "managed resources that are imported";
    PlanDestroys "plan.destroys" Number Plan "deletes and replacements that destroy, deposed objects not counted";
    PlanManaged "plan.managed" Number Plan "managed resources in this plan that existed before it";
    PlanDestroyedClasses "plan.destroyed_classes" List Plan "the distinct classes among what is destroyed";
    PlanChecksFailed "plan.checks_failed" Number Plan "checks of the configuration that failed";
    PlanDrifted "plan.drifted" Number Plan "resources that changed outside Terraform";
    PlanDeferred "plan.deferred" Number Plan "changes that Terraform put off";
    PlanInvocations "plan.invocations" Number Plan "actions that the plan invokes";
    PlanMismatched "plan.mismatched" Number Plan "addresses that do not re-compose from their parts";
    ProtectedIdentity "protected.identity" Bool Change "the change touches an identity that the policy protects";
    ProtectedState "protected.state" Bool Change "the change touches a place of the state that the policy protects";
    PlanContradictory "plan.contradictory" Number Plan "changes whose action is not what their two sides say";
    LimitsMaxDestroy "limits.max_destroy" Number Plan "the number of destroyed resources from which a plan is a mass destroy";
    LimitsMaxDestroyShare "limits.max_destroy_share" Number Plan "the share of destroyed resources from which a plan is a mass destroy";
}

impl Name {
    /// Returns the name of that spelling.
    pub fn from_spelling(spelling: &str) -> Option<Name> {
        Name::ALL.iter().copied().find(|name| name.entry().spelling == spelling)
    }
}

/// Returns the table of names in Markdown.
pub fn table() -> String {
    let sides = [
        (Side::Before, "the object before the change; null on create"),
        (Side::After, "the object after the change; null on delete and forget"),
    ];
    let names = Name::ALL.iter().map(|name| {
        let Entry { spelling, kind, sight, meaning } = name.entry();
        let scope = if sight == Sight::Change { "change" } else { "change, plan" };
        format!("| `{spelling}` | {} | {scope} | {meaning} |\n", kind.name())
    });
    let sides =
        sides.iter().map(|(side, meaning)| format!("| `{}` | object | change | {meaning} |\n", side.name()));
    let head = "| name | type | scope | meaning |\n|---|---|---|---|\n".to_owned();
    std::iter::once(head).chain(names).chain(sides).collect()
}

#[cfg(test)]
mod tests {
    use super::{Name, table};

    #[test]
    fn a_spelling_leads_back_to_its_name() {
        for name in Name::ALL {
            assert_eq!(Name::from_spelling(name.entry().spelling), Some(*name));
        }
    }

    #[test]
    fn the_table_has_a_row_for_every_name_and_both_sides() {
        let table = table();
        assert_eq!(table.lines().count(), 2 + Name::ALL.len() + 2);
        assert!(table.contains("| `guard.state` | string | change | kept, will-fail"));
        assert!(table.contains("| `environment` | string | change, plan | production"));
    }
}
