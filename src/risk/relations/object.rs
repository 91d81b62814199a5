//! A change with both sides at hand, as the relations look at it.

use crate::plan::address::Address;
use crate::plan::change::{Change, ResourceChange};
use crate::plan::mode::Mode;
use crate::plan::number;
use crate::plan::operation::Operation;
use crate::plan::value::Value;
use crate::plan::view::{State, View};
use crate::problem::Problem;

/// A change of a managed object, no deposed one, with both sides parsed.
#[derive(Debug)]
pub(super) struct Object<'p> {
    pub(super) head: &'p ResourceChange,
    pub(super) body: Change<'p>,
    /// The address taken apart; none if it is no address.
    pub(super) place: Option<Address>,
}

impl<'p> Object<'p> {
    /// Reads a change.
    ///
    /// # Errors
    ///
    /// A body that cannot be read.
    pub(super) fn read(head: &'p ResourceChange) -> Result<Object<'p>, Problem> {
        Ok(Object { head, body: head.change()?, place: Address::parse(&head.address).ok() })
    }

    pub(super) fn address(&self) -> &'p str {
        &self.head.address
    }

    pub(super) fn kind(&self) -> &'p str {
        &self.head.kind
    }

    pub(super) fn does(&self, operation: Operation) -> bool {
        self.head.operation == operation
    }
}

/// Returns true for what relations are between: managed resources. What is left over from an earlier replacement is
/// nothing's relative.
pub(super) fn is_related(head: &ResourceChange) -> bool {
    head.mode == Mode::Managed && head.deposed.is_none()
}

/// Returns the text of an attribute that identifies something: a string that is not empty, or a number. Steps of the
/// path are separated by dots and lead through single blocks.
pub(super) fn text(side: View<'_>, path: &str) -> Option<String> {
    if !path.contains('.') {
        return plain(side.get(path));
    }
    let steps: Vec<&str> = path.split('.').collect();
    match side.reach(&steps).as_slice() {
        [reached] => plain(*reached),
        _ => None,
    }
}

/// Returns the text of a string that is not empty, or of a number.
pub(super) fn plain(value: View<'_>) -> Option<String> {
    match value.state() {
        State::Known(Value::String(text)) if !text.is_empty() => Some(text.to_string()),
        State::Known(Value::Number(digits)) => Some(number::canonical(digits)),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod testing {
    //! Changes for the tables of the relations.

    use crate::plan::{Options, Plan, read};

    /// Returns a plan of elements that are written `ACTIONS ADDRESS REASON BEFORE AFTER UNKNOWN`, a line each;
    /// a reason of `-` is none.
    pub(in crate::risk::relations) fn plan(lines: &[&str]) -> Plan {
        let elements: Vec<String> = lines.iter().map(|line| element(line)).collect();
        let text = format!(
            r#"{{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[{}]}}"#,
            elements.join(",")
        );
        read(text.as_bytes(), &Options::default()).unwrap()
    }

    fn element(line: &str) -> String {
        let mut parts = line.split_whitespace();
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (actions, address, reason) = (next(), next(), next());
        let (before, after, unknown) = (next(), next(), next());
        let actions: Vec<String> = actions.split('+').map(|action| format!("\"{action}\"")).collect();
        let place = crate::plan::address::Address::parse(&address).unwrap();
        let index = match &place.key {
            Some(crate::plan::address::Index::Number(number)) => format!(r#","index":{number}"#),
            Some(crate::plan::address::Index::Key(key)) => format!(r#","index":"{key}""#),
            _ => String::new(),
        };
        let own = format!("{}.{}", place.kind, place.name);
        let module = address.split(&own).next().unwrap_or_default().trim_end_matches('.').to_owned();
        let module = if module.is_empty() {
            String::new()
        } else {
            format!(r#","module_address":"{}""#, module.replace('"', "\\\""))
        };
        let reason = if reason == "-" {
            String::new()
        } else {
            format!(r#","action_reason":"delete_because_{reason}""#)
        };
        let unknown = if unknown.is_empty() { "{}".to_owned() } else { unknown };
        format!(
            r#"{{"address":"{}","mode":"managed","type":"{}","name":"{}","provider_name":"p"{index}{module}{reason},"change":{{"actions":[{}],"before":{before},"after":{after},"after_unknown":{unknown},"before_sensitive":false,"after_sensitive":false}}}}"#,
            address.replace('"', "\\\""),
            place.kind,
            place.name,
            actions.join(","),
        )
    }
}
