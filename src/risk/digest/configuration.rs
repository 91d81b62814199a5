//! What the configuration adds to the effect of a plan: providers, provisioners and the modules that change.

use std::collections::BTreeSet;

use super::canonical::Canonical;
use crate::plan::Plan;
use crate::plan::change::ResourceChange;
use crate::plan::parse;
use crate::plan::value::Value;
use crate::plan::wiring::Inputs;
use crate::problem::Problem;

/// Words in the name of an argument whose value may be a secret.
const SECRET_WORDS: [&str; 8] =
    ["password", "secret", "token", "key", "credential", "auth", "private", "certificate"];

/// Writes the parts of the configuration that decide about what changes.
///
/// # Errors
///
/// A configuration that is no JSON, or ambiguous.
pub(super) fn write(text: &mut Canonical<'_>, raw: &str, plan: &Plan) -> Result<(), Problem> {
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
    let touched = touched(&plan.changes);
    if let Some(root) = configuration.get("root_module") {
        write_module(text, root, "", &touched);
    }
    if let Some(raw) = &plan.variables {
        write_variables(text, &configuration, &parse::value(raw)?, &touched);
    }
    Ok(())
}

/// Writes the values of the variables that decide where providers work and what provisioners run: of those the
/// configuration of a plan has the reference only.
fn write_variables(
    text: &mut Canonical<'_>,
    configuration: &Value<'_>,
    values: &Value<'_>,
    touched: &BTreeSet<String>,
) {
    let inputs = Inputs::of(configuration, |address| touched.contains(address));
    let declared = configuration.get("root_module").and_then(|root| root.get("variables"));
    let values = values.as_object();
    for (name, variable) in values.into_iter().flat_map(|values| values.iter()) {
        let Some(value) = variable.get("value").filter(|_| inputs.cover(name)) else { continue };
        let declared = declared.and_then(|declared| declared.get(name));
        let sensitive = declared.and_then(|declared| declared.get("sensitive"));
        text.field("variable", name);
        write_argument(text, name, value, sensitive.is_some_and(|mark| *mark != Value::Bool(false)));
    }
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
        if !touched.contains(&address) {
            continue;
        }
        if let Some(provider) = resource.get("provider_config_key") {
            // The same change through another configuration of the provider hits another account or region.
            text.field("provider of", &address);
            text.value(Some(provider));
        }
        if let Some(provisioners) = resource.get("provisioners") {
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
