//! Types whose class depends on what the single object is.

use crate::plan::change::Change;
use crate::plan::operation::Operation;
use crate::plan::value::Value;
use crate::plan::view::View;
use crate::policy::{Class, Risk, TypeFacts};

/// Adjusts what the catalog says to the object at hand; returns why, on one line, if it did.
pub(super) fn adjust(
    kind: &str,
    body: &Change<'_>,
    provisioners: bool,
    facts: &mut TypeFacts,
) -> Option<String> {
    match kind {
        // Neither has any substance, except for the commands it may run.
        "null_resource" | "terraform_data" if provisioners => {
            (facts.class, facts.delete_risk) = (Class::Opaque, Risk::High);
            Some("it runs commands that the plan does not show".to_owned())
        }
        "aws_ssm_parameter" if is_plain(body) => {
            (facts.class, facts.category, facts.delete_risk) = (Class::App, "app-config".into(), Risk::Low);
            facts.stateful = false;
            Some("the parameter is a plain one, no SecureString".to_owned())
        }
        _ => None,
    }
}

/// Returns true if no side of the change is or becomes a secret parameter.
fn is_plain(body: &Change<'_>) -> bool {
    let sides = [body.before(), body.after()];
    let there = |side: &View<'_>| side.known().is_some();
    let plain = |side: &View<'_>| {
        matches!(side.get("type").known().and_then(Value::as_str), Some("String" | "StringList"))
    };
    sides.iter().any(there) && sides.iter().filter(|side| there(side)).all(plain)
}

/// Returns the level of replacing what is never changed but superseded, if this is such a replacement.
///
/// Deploying replaces a task definition by its next revision, and rotation replaces a version of a secret: neither
/// loses what the next one does not bring.
pub(super) fn superseded(
    operation: Operation,
    versioned: bool,
    rotation: bool,
) -> Option<(Risk, &'static str)> {
    match operation {
        Operation::Replace if versioned => {
            Some((Risk::Low, "it is superseded by its next revision, as each release does"))
        }
        Operation::Replace | Operation::Update if rotation => {
            Some((Risk::Medium, "it is a new version of a secret: rotation"))
        }
        _ => None,
    }
}
