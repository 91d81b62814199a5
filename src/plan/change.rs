//! One change of one object, as the plan says it.

use std::fmt;

use super::address::{Address, Index};
use super::mode::Mode;
use super::operation::{Operation, Order};
use super::parse;
use super::value::Value;
use super::view::View;
use crate::problem::{Code, Problem};

/// A change of one object. The unique key is (`address`, `deposed`).
#[derive(Clone, PartialEq)]
pub struct ResourceChange {
    /// The address as the plan writes it.
    pub address: String,
    /// The address before a move.
    pub previous_address: Option<String>,
    /// The module instance the resource stands in; none for the root module.
    pub module: Option<String>,
    /// Managed, data or ephemeral.
    pub mode: Mode,
    /// The resource type, such as `aws_db_instance`.
    pub kind: String,
    /// The name in the configuration.
    pub name: String,
    /// The key under `count` or `for_each`.
    pub index: Option<Index>,
    /// The provider's source address, or its short name in old plans.
    pub provider: String,
    /// The key of a deposed object: left over from a replacement that failed half-way.
    pub deposed: Option<String>,
    /// What the change does.
    pub operation: Operation,
    /// In which order, for a replacement.
    pub order: Option<Order>,
    /// Why Terraform planned it: an open set of words.
    pub reason: Option<String>,
    /// The object comes under management with this plan.
    pub importing: bool,
    /// True if the address does not re-compose from module, mode, type, name and index: a sign of tampering.
    pub address_mismatch: bool,
    /// The action is not what the two sides of the change say; the operation is what they say. Such a plan was edited.
    pub contradictory: bool,
    /// The text of the `change` object.
    pub body: Box<str>,
}

impl ResourceChange {
    /// Returns true if the object was in the state under another address.
    pub fn moved(&self) -> bool {
        self.previous_address.as_deref().is_some_and(|previous| previous != self.address)
    }

    /// Returns true if an object is destroyed: a deletion, or a replacement that does not leave the old one behind.
    pub fn destroys(&self) -> bool {
        match self.operation {
            Operation::Delete => true,
            Operation::Replace => self.order != Some(Order::CreateForget),
            _ => false,
        }
    }

    /// Returns the address in the configuration, without instance keys; none for an address that is not one.
    pub fn configuration_address(&self) -> Option<String> {
        Address::parse(&self.address).ok().map(|address| address.configuration())
    }

    /// Reads the body of the change.
    ///
    /// # Errors
    ///
    /// A key that occurs twice, or nesting beyond the limit.
    pub fn change(&self) -> Result<Change<'_>, Problem> {
        let change = Change::parse(&self.body, &self.address)?;
        let leaves_something = change.after.as_ref().is_some_and(|after| *after != Value::Null);
        if matches!(self.operation, Operation::Delete | Operation::Forget) && leaves_something {
            // Terraform never writes this; whoever does wants one of the two to be overlooked.
            let message = format!("resource change `{}` removes an object that is there after", self.address);
            return Err(Problem::new(Code::PlanInvalid, message).help(
                "make the plan JSON anew with `terraform show -json`, and find out what changed this one",
            ));
        }
        Ok(change)
    }
}

impl fmt::Debug for ResourceChange {
    // Without the body, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResourceChange")
            .field("address", &self.address)
            .field("previous_address", &self.previous_address)
            .field("mode", &self.mode)
            .field("kind", &self.kind)
            .field("provider", &self.provider)
            .field("deposed", &self.deposed)
            .field("operation", &self.operation)
            .field("order", &self.order)
            .field("reason", &self.reason)
            .field("importing", &self.importing)
            .field("address_mismatch", &self.address_mismatch)
            .field("contradictory", &self.contradictory)
            .finish_non_exhaustive()
    }
}

/// The two sides of a change, parsed.
#[derive(Debug, Clone, Default)]
pub struct Change<'a> {
    pub(super) before: Option<Value<'a>>,
    pub(super) after: Option<Value<'a>>,
    pub(super) after_unknown: Option<Value<'a>>,
    pub(super) before_sensitive: Option<Value<'a>>,
    pub(super) after_sensitive: Option<Value<'a>>,
    /// What identifies an object that is imported.
    pub importing: Option<Value<'a>>,
    /// Which attribute paths force a replacement, dotted: `ebs_block_device.0.size`.
    pub replace_paths: Vec<String>,
    /// False for plans of Terraform before 0.15, which carry no sensitivity marks: nothing may be shown of them.
    pub marked: bool,
}

impl<'a> Change<'a> {
    /// Reads the text of a `change` object; `address` is whose it is, for messages.
    ///
    /// # Errors
    ///
    /// Broken JSON, a key that occurs twice, nesting beyond the limit, or `replace_paths` that are none.
    pub fn parse(body: &'a str, address: &str) -> Result<Change<'a>, Problem> {
        let named = |mut problem: Problem| {
            problem.message = format!("resource change `{address}`: {}", problem.message);
            problem
        };
        let Value::Object(mut members) = parse::value(body).map_err(named)? else {
            return Err(named(Problem::new(Code::PlanInvalid, "`change` is not an object")));
        };
        let replace_paths = match members.take("replace_paths") {
            Some(value) => paths(&value).ok_or_else(|| {
                named(Problem::new(Code::PlanInvalid, "`replace_paths` is not an array of paths"))
            })?,
            None => Vec::new(),
        };
        let before_sensitive = members.take("before_sensitive");
        let after_sensitive = members.take("after_sensitive");
        Ok(Change {
            before: members.take("before"),
            after: members.take("after"),
            after_unknown: members.take("after_unknown"),
            importing: members.take("importing"),
            marked: before_sensitive.is_some() || after_sensitive.is_some(),
            before_sensitive,
            after_sensitive,
            replace_paths,
        })
    }

    /// Returns the object before the change.
    pub fn before(&self) -> View<'_> {
        View::new(self.before.as_ref(), None, self.before_sensitive.as_ref())
    }

    /// Returns the object after the change.
    pub fn after(&self) -> View<'_> {
        View::new(self.after.as_ref(), self.after_unknown.as_ref(), self.after_sensitive.as_ref())
    }
}

/// Returns paths such as `[["disk", 0, "size"]]` with dots; none if the value is no list of paths.
pub(super) fn paths(value: &Value<'_>) -> Option<Vec<String>> {
    let step = |step: &Value<'_>| match step {
        Value::String(name) => Some(name.clone().into_owned()),
        Value::Number(index) => Some((*index).to_owned()),
        _ => None,
    };
    let path =
        |path: &Value<'_>| Some(path.as_list()?.iter().map(step).collect::<Option<Vec<_>>>()?.join("."));
    value.as_list()?.iter().map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::Change;
    use crate::plan::view::State;

    #[test]
    fn the_body_of_a_change_is_read_with_absent_told_apart_from_null() {
        let body =
            r#"{"actions":["create"],"before":null,"after_unknown":{"id":true},"importing":{"id":"x"}}"#;
        let change = Change::parse(body, "aws_x.y").unwrap();
        assert_eq!(change.before().state(), State::Null);
        assert_eq!(change.after().state(), State::Unknown);
        assert!(!change.marked && change.replace_paths.is_empty());
        assert_eq!(Change::parse("{}", "aws_x.y").unwrap().after().state(), State::Absent);
        for (body, marked) in [(r#"{"before_sensitive":false}"#, true), (r#"{"after_sensitive":{}}"#, true)] {
            assert_eq!(Change::parse(body, "aws_x.y").unwrap().marked, marked);
        }
    }

    #[test]
    fn replace_paths_are_joined_with_dots() {
        let body = r#"{"replace_paths":[["a"],["b",0,"c"],["d","with.dot"]]}"#;
        assert_eq!(Change::parse(body, "aws_x.y").unwrap().replace_paths, ["a", "b.0.c", "d.with.dot"]);
    }

    #[test]
    fn a_body_that_is_wrong_is_refused_with_the_address() {
        for (body, message) in [
            (r#"{"after":{"a":1,"a":2}}"#, "resource change `aws_x.y`: key `a` occurs twice in one object"),
            ("[]", "resource change `aws_x.y`: `change` is not an object"),
            (
                r#"{"replace_paths":[[{}]]}"#,
                "resource change `aws_x.y`: `replace_paths` is not an array of paths",
            ),
            ("{", "resource change `aws_x.y`: JSON is broken at byte 1: no key where one must stand"),
        ] {
            assert_eq!(Change::parse(body, "aws_x.y").unwrap_err().message, message);
        }
    }
}
