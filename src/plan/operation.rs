//! What a resource change really does, from the action names in the plan.

use serde::{Deserialize, Serialize};

/// What a change does to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Nothing.
    NoOp,
    /// A data source is read during apply.
    Read,
    /// A new object appears.
    Create,
    /// An object changes in place.
    Update,
    /// An object is destroyed.
    Delete,
    /// An object is destroyed, or left behind, and another takes its place: see [`Order`].
    Replace,
    /// An object leaves the state and stays where it is.
    Forget,
}

/// In which order a replacement happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The old object is destroyed first: there is a gap.
    DeleteFirst,
    /// The new object is created first (`create_before_destroy`).
    CreateFirst,
    /// The old object is not destroyed but forgotten (`lifecycle { destroy = false }`).
    CreateForget,
}

impl Operation {
    /// Every operation, in the order of this type.
    pub const ALL: [Operation; 7] = [
        Operation::NoOp,
        Operation::Read,
        Operation::Create,
        Operation::Update,
        Operation::Delete,
        Operation::Replace,
        Operation::Forget,
    ];

    /// Returns the operation and, for a replacement, its order; none for a combination nobody has heard of.
    ///
    /// Terraform writes `["create","forget"]`, OpenTofu `["forget","create"]` for the same thing.
    pub fn from_actions<'n>(
        actions: impl IntoIterator<Item = &'n str>,
    ) -> Option<(Operation, Option<Order>)> {
        let mut actions = actions.into_iter();
        let combination = (actions.next()?, actions.next(), actions.next());
        Some(match combination {
            ("no-op", None, None) => (Operation::NoOp, None),
            ("read", None, None) => (Operation::Read, None),
            ("create", None, None) => (Operation::Create, None),
            ("update", None, None) => (Operation::Update, None),
            ("delete", None, None) => (Operation::Delete, None),
            ("forget", None, None) => (Operation::Forget, None),
            ("delete", Some("create"), None) => (Operation::Replace, Some(Order::DeleteFirst)),
            ("create", Some("delete"), None) => (Operation::Replace, Some(Order::CreateFirst)),
            ("create", Some("forget"), None) | ("forget", Some("create"), None) => {
                (Operation::Replace, Some(Order::CreateForget))
            }
            _ => return None,
        })
    }

    /// Returns the name as it stands in rules and in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Operation::NoOp => "no-op",
            Operation::Read => "read",
            Operation::Create => "create",
            Operation::Update => "update",
            Operation::Delete => "delete",
            Operation::Replace => "replace",
            Operation::Forget => "forget",
        }
    }

    /// Returns the operation of that name.
    pub fn from_name(name: &str) -> Option<Operation> {
        Operation::ALL.into_iter().find(|operation| operation.name() == name)
    }
}

impl Order {
    /// Returns the name as it stands in rules and in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Order::DeleteFirst => "delete-first",
            Order::CreateFirst => "create-first",
            Order::CreateForget => "create-forget",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Operation, Order};

    #[test]
    fn every_combination_of_actions_terraform_writes_has_its_operation() {
        for (actions, expected) in [
            (&["no-op"][..], Some((Operation::NoOp, None))),
            (&["read"], Some((Operation::Read, None))),
            (&["create"], Some((Operation::Create, None))),
            (&["update"], Some((Operation::Update, None))),
            (&["delete"], Some((Operation::Delete, None))),
            (&["forget"], Some((Operation::Forget, None))),
            (&["delete", "create"], Some((Operation::Replace, Some(Order::DeleteFirst)))),
            (&["create", "delete"], Some((Operation::Replace, Some(Order::CreateFirst)))),
            (&["create", "forget"], Some((Operation::Replace, Some(Order::CreateForget)))),
            (&["forget", "create"], Some((Operation::Replace, Some(Order::CreateForget)))),
            (&["open"], None),
            (&["SomethingNew"], None),
            (&["update", "delete"], None),
            (&["delete", "create", "delete"], None),
            (&[], None),
        ] {
            assert_eq!(Operation::from_actions(actions.iter().copied()), expected, "{actions:?}");
        }
    }

    #[test]
    fn a_name_leads_back_to_its_operation() {
        for operation in Operation::ALL {
            assert_eq!(Operation::from_name(operation.name()), Some(operation));
        }
    }
}
