//! What the configuration adds to the effect of a plan: providers, provisioners and the modules that change.

use std::collections::BTreeSet;

use super::canonical::Canonical;
use crate::plan::change::ResourceChange;
use crate::plan::parse;
use crate::plan::value::Value;
use crate::problem::Problem;

/// Words in the name of an argument whose value may be a secret.
const SECRET_WORDS: [&str; 8] =
    ["password", "secret", "token", "key", "credential", "auth", "private", "certificate"];

/// Writes the parts of the configuration that decide about what changes.
///
/// # Errors
///
/// A configuration that is no JSON, or ambiguous.
pub(super) fn write(text: &mut Canonical<'_>, raw: &str, changes: &[ResourceChange]) -> Result<(), Problem> {
    let configuration = parse::value(raw)?;
    let providers = configuration.get("provider_config").and_then(Value::as_object);
    for (name, provider) in providers.into_iter().flat_map(|providers| providers.iter()) {
        text.field("provider", name);
        // A version is part of what runs, not of what it is told to do: the lock file binds it.
        for member in ["name", "full_name", "alias", "module_address"] {
            text.name(member);
            text.value(provider.get(member));
        }
        if let Some(expressions) = provider.get("expressions") {
            write_argument(text, "", expressions, false);
        }
    }
    let touched = touched(changes);
    if let Some(root) = configuration.get("root_module") {
        write_module(text, root, "", &touched);
    }
    Ok(())
}

/// Returns the configuration addresses of what changes, and of the modules around it.
fn touched(changes: &[ResourceChange]) -> BTreeSet<String> {
    let mut touched = BTreeSet::new();
    for change in changes {
        let Some(address) = change.configuration_address() else { continue };
        for (at, _) in address.match_indices('.') {
            touched.extend(address.get(..at).map(str::to_owned));
        }
        touched.insert(address);
    }
    touched
}

/// Writes the provisioners of what changes, and the sources of the modules on the way.
fn write_module(text: &mut Canonical<'_>, module: &Value<'_>, prefix: &str, touched: &BTreeSet<String>) {
    for resource in module.get("resources").and_then(Value::as_list).into_iter().flatten() {
        let Some(address) = resource.get("address").and_then(Value::as_str) else { continue };
        let address = format!("{prefix}{address}");
        if let Some(provisioners) = resource.get("provisioners").filter(|_| touched.contains(&address)) {
            text.field("provisioners", &address);
            text.value(Some(provisioners));
        }
    }
    let calls = module.get("module_calls").and_then(Value::as_object);
    for (name, call) in calls.into_iter().flat_map(|calls| calls.iter()) {
        let address = format!("{prefix}module.{name}");
        if !touched.contains(&address) {
            continue;
        }
        text.field("module", &address);
        for member in ["source", "version_constraint"] {
            text.name(member);
            text.value(call.get(member));
        }
        if let Some(inner) = call.get("module") {
            write_module(text, inner, &format!("{address}."), touched);
        }
    }
}

/// Writes an argument of a provider; one that may be a secret by its keyed hash only.
fn write_argument(text: &mut Canonical<'_>, name: &str, value: &Value<'_>, secret_above: bool) {
    let lower = name.to_ascii_lowercase();
    let secret = secret_above || SECRET_WORDS.iter().any(|word| lower.contains(word));
    text.name(name);
    match value {
        Value::Object(members) => {
            for (key, member) in members.iter() {
                write_argument(text, key, member, secret);
            }
        }
        Value::List(elements) => {
            for element in elements {
                write_argument(text, "", element, secret);
            }
        }
        leaf if secret => text.secret(leaf),
        leaf => text.value(Some(leaf)),
    }
}
