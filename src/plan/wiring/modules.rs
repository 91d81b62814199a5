//! The tree of modules in a configuration, laid out flat.

use std::collections::BTreeMap;

use crate::plan::value::Value;

/// A module call, or the root module.
pub(super) struct Module<'v> {
    /// What stands before the addresses in it: `module.a.module.b.`.
    prefix: String,
    /// The module that calls this one, and the call.
    call: Option<(usize, &'v Value<'v>)>,
    children: BTreeMap<&'v str, usize>,
    body: &'v Value<'v>,
}

/// Returns all modules of a configuration, the root first.
pub(super) fn all<'v>(configuration: &'v Value<'v>) -> Vec<Module<'v>> {
    let mut modules = Vec::new();
    if let Some(body) = configuration.get("root_module") {
        modules.push(Module { prefix: String::new(), call: None, children: BTreeMap::new(), body });
    }
    let mut next = 0;
    while let Some(module) = modules.get(next) {
        let (prefix, body) = (module.prefix.clone(), module.body);
        let calls = body.get("module_calls").and_then(Value::as_object);
        for (name, call) in calls.into_iter().flat_map(|calls| calls.iter()) {
            let Some(body) = call.get("module") else { continue };
            let index = modules.len();
            let call = Some((next, call));
            let prefix = format!("{prefix}module.{name}.");
            modules.push(Module { prefix, call, children: BTreeMap::new(), body });
            if let Some(parent) = modules.get_mut(next) {
                parent.children.insert(name, index);
            }
        }
        next += 1;
    }
    modules
}

impl<'v> Module<'v> {
    /// Returns the configuration address of a resource of this module.
    pub(super) fn address(&self, address: &str) -> String {
        format!("{}{address}", self.prefix)
    }

    /// Returns true for the root module.
    pub(super) fn is_root(&self) -> bool {
        self.call.is_none()
    }

    /// Returns true if this is the module at an address such as `module.a.module.b`; the root's is empty.
    pub(super) fn is_at(&self, address: &str) -> bool {
        self.prefix.strip_suffix('.').unwrap_or_default() == address
    }

    /// Returns the resources with their addresses within the module.
    pub(super) fn resources(&self) -> impl Iterator<Item = (&'v str, &'v Value<'v>)> {
        let resources = self.body.get("resources").and_then(Value::as_list).unwrap_or_default();
        resources.iter().filter_map(|resource| Some((resource.get("address")?.as_str()?, resource)))
    }

    /// Returns the module that the name of a call stands for.
    pub(super) fn child(&self, name: &str) -> Option<usize> {
        self.children.get(name).copied()
    }

    /// Returns what the caller passes for an input, and the caller.
    pub(super) fn input(&self, name: &str) -> Option<(usize, &'v Value<'v>)> {
        let (parent, call) = self.call?;
        Some((parent, call.get("expressions")?.get(name)?))
    }

    /// Returns the expression of one output, or of all.
    pub(super) fn outputs(&self, name: Option<&str>) -> Vec<&'v Value<'v>> {
        let outputs = self.body.get("outputs").and_then(Value::as_object);
        outputs
            .into_iter()
            .flat_map(|outputs| outputs.iter())
            .filter(|(output, _)| name.is_none_or(|name| name == *output))
            .filter_map(|(_, output)| output.get("expression"))
            .collect()
    }
}
