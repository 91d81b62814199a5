//! The small members of a plan: checks and action invocations.

use super::{Stop, expect, wrong};
use crate::plan::model::{Check, CheckStatus, Invocation};
use crate::plan::parse;
use crate::plan::scan::Scanner;
use crate::plan::value::Value;

/// Reads every element of an array.
pub(super) fn all<T>(
    scanner: &mut Scanner<'_>,
    name: &str,
    read: fn(&Value<'_>) -> Result<T, String>,
) -> Result<Vec<T>, Stop> {
    let mut all = Vec::new();
    expect(scanner, b'[', name, "an array")?;
    scanner.enter()?;
    while scanner.next_element()? {
        scanner.keep()?;
        let span = scanner.span()?;
        let place = format!("element {} of `{name}`", all.len() + 1);
        let element = parse::value(scanner.kept(&span)).map_err(|mut problem| {
            problem.message = format!("{place}: {}", problem.message);
            Stop::Wrong(problem)
        })?;
        all.push(read(&element).map_err(|what| wrong(format!("{place} {what}")))?);
        scanner.release();
    }
    Ok(all)
}

/// Reads an element of `checks`.
pub(super) fn check(element: &Value<'_>) -> Result<Check, String> {
    let address = member(element, "address")?;
    let status = text(element, "status")?;
    let mut problems = Vec::new();
    for instance in list(element, "instances")? {
        for problem in list(instance, "problems")? {
            problems.push(text(problem, "message")?);
        }
    }
    Ok(Check {
        address: text(address, "to_display")?,
        kind: text(address, "kind")?,
        status: match status.as_str() {
            "pass" => CheckStatus::Pass,
            "fail" => CheckStatus::Fail,
            "error" => CheckStatus::Error,
            "unknown" => CheckStatus::Unknown,
            _ => return Err(format!("has the status `{status}`, which is not known")),
        },
        problems,
    })
}

/// Reads an element of `action_invocations`.
pub(super) fn invocation(element: &Value<'_>) -> Result<Invocation, String> {
    let trigger = element.get("lifecycle_action_trigger");
    let asked = element.get("invoke_action_trigger");
    Ok(Invocation {
        address: text(element, "address")?,
        kind: text(element, "type")?,
        trigger: match (trigger, asked) {
            (Some(trigger), _) => Some(text(trigger, "triggering_resource_address")?),
            (None, Some(asked)) => optional(asked, "calling_resource_address")?,
            (None, None) => None,
        },
        event: trigger.map(|trigger| text(trigger, "action_trigger_event")).transpose()?,
        deferred: false,
    })
}

/// Reads an element of `deferred_action_invocations`.
pub(super) fn deferred_invocation(element: &Value<'_>) -> Result<Invocation, String> {
    let invocation = invocation(member(element, "action_invocation")?)?;
    Ok(Invocation { deferred: true, ..invocation })
}

fn member<'v>(element: &'v Value<'v>, name: &str) -> Result<&'v Value<'v>, String> {
    element.get(name).ok_or_else(|| format!("has no `{name}`"))
}

fn optional(element: &Value<'_>, name: &str) -> Result<Option<String>, String> {
    element.get(name).map(|_| text(element, name)).transpose()
}

fn text(element: &Value<'_>, name: &str) -> Result<String, String> {
    let text = member(element, name)?.as_str();
    text.map(str::to_owned).ok_or_else(|| format!("has a `{name}` that is not a string"))
}

/// Returns the elements of a member that may be absent.
fn list<'v>(element: &'v Value<'v>, name: &str) -> Result<&'v [Value<'v>], String> {
    match element.get(name) {
        None => Ok(&[]),
        Some(Value::List(elements)) => Ok(elements),
        Some(_) => Err(format!("has no array as its `{name}`")),
    }
}
