//! Who refers to whom: the resources of the configuration and the references between them.
//!
//! Read from the member `configuration` of a plan, which knows resources by their address without instance keys.
//! References are followed through the inputs and outputs of modules. Locals, the content of `dynamic` blocks and
//! the `lifecycle` block are not in a plan, so references through them are not seen: what is found is there, but
//! what is not found may be there all the same.

mod inputs;
mod modules;
mod reference;

use std::collections::{BTreeMap, BTreeSet};

pub use self::inputs::Inputs;
use self::modules::Module;
use self::reference::Reference;
use super::parse;
use super::value::Value;
use crate::problem::Problem;

/// How many inputs and outputs are followed for one resource. Real configurations stay far below.
const STEPS: usize = 4096;

/// The resources of a configuration and their references.
#[derive(Debug, Clone, Default)]
pub struct Wiring {
    resources: BTreeMap<String, Wired>,
    dependents: BTreeMap<String, Vec<String>>,
}

/// What the configuration says of one resource.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wired {
    /// The configuration addresses of the resources it refers to, sorted. What it merely `depends_on` is among
    /// them if that is a resource, but not the resources of a whole module.
    pub references: Vec<String>,
    /// The attributes and blocks that are written out, sorted. Those of `dynamic` blocks are not among them: a
    /// plan does not tell them.
    pub attributes: Vec<String>,
    /// The types of its provisioners, in order.
    pub provisioners: Vec<String>,
    /// The key of its provider's configuration, such as `aws.eu`.
    pub provider_config_key: Option<String>,
    /// It has `count`.
    pub count: bool,
    /// It has `for_each`.
    pub for_each: bool,
}

impl Wiring {
    /// Reads the text of the member `configuration`. A part that is not as expected is left out.
    ///
    /// # Errors
    ///
    /// Broken JSON, nesting beyond the limit, or a key that occurs twice.
    pub fn parse(configuration: &str) -> Result<Wiring, Problem> {
        let configuration = parse::value(configuration).map_err(|mut problem| {
            problem.message = format!("`configuration` of the plan: {}", problem.message);
            problem
        })?;
        let modules = modules::all(&configuration);
        let mut wiring = Wiring::default();
        for (index, module) in modules.iter().enumerate() {
            for (address, resource) in module.resources() {
                let mut wired = wired(resource);
                wired.references = targets(&modules, index, resource);
                wiring.resources.insert(module.address(address), wired);
            }
        }
        wiring.connect();
        Ok(wiring)
    }

    /// Leaves out references to what does not exist, and turns the others round.
    fn connect(&mut self) {
        let known: BTreeSet<String> = self.resources.keys().cloned().collect();
        for (address, wired) in &mut self.resources {
            wired.references.retain(|target| target != address && known.contains(target));
            for target in &wired.references {
                self.dependents.entry(target.clone()).or_default().push(address.clone());
            }
        }
    }

    /// Returns what the configuration says of a resource.
    pub fn get(&self, configuration_address: &str) -> Option<&Wired> {
        self.resources.get(configuration_address)
    }

    /// Returns the resources by their configuration address, sorted.
    pub fn resources(&self) -> impl ExactSizeIterator<Item = (&str, &Wired)> {
        self.resources.iter().map(|(address, wired)| (address.as_str(), wired))
    }

    /// Returns the configuration addresses of the resources that refer to this one directly, sorted.
    pub fn dependents(&self, configuration_address: &str) -> &[String] {
        self.dependents.get(configuration_address).map(Vec::as_slice).unwrap_or_default()
    }
}

fn wired(resource: &Value<'_>) -> Wired {
    let provisioners = resource.get("provisioners").and_then(Value::as_list).unwrap_or_default();
    let expressions = resource.get("expressions").and_then(Value::as_object);
    let expressions = expressions.into_iter().flat_map(|expressions| expressions.iter());
    let kind = |provisioner: &Value<'_>| provisioner.get("type").and_then(Value::as_str).map(str::to_owned);
    Wired {
        references: Vec::new(),
        attributes: expressions.map(|(name, _)| name.to_owned()).collect(),
        provisioners: provisioners.iter().filter_map(kind).collect(),
        provider_config_key: resource.get("provider_config_key").and_then(Value::as_str).map(str::to_owned),
        count: resource.get("count_expression").is_some(),
        for_each: resource.get("for_each_expression").is_some(),
    }
}

/// Returns the configuration addresses that a resource of module `index` refers to, sorted.
fn targets(modules: &[Module<'_>], index: usize, resource: &Value<'_>) -> Vec<String> {
    let mut targets = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<(usize, Reference<'_>)> = Vec::new();
    for part in ["expressions", "count_expression", "for_each_expression", "provisioners"] {
        open.extend(reference::all(resource.get(part)).into_iter().map(|reference| (index, reference)));
    }
    let after = resource.get("depends_on").and_then(Value::as_list).unwrap_or_default();
    let after = after.iter().filter_map(Value::as_str).filter_map(Reference::parse);
    open.extend(after.filter(|it| matches!(it, Reference::Resource(_))).map(|reference| (index, reference)));
    // A work list and not a recursion: a chain of modules may be as long as its author likes.
    while let Some((index, reference)) = open.pop() {
        let Some(module) = modules.get(index) else {
            continue;
        };
        if let Reference::Resource(address) = reference {
            targets.insert(module.address(address));
            continue;
        }
        if seen.len() >= STEPS || !seen.insert((index, reference)) {
            continue;
        }
        match reference {
            Reference::Input(name) => {
                if let Some((parent, expression)) = module.input(name) {
                    open.extend(reference::all(Some(expression)).into_iter().map(|it| (parent, it)));
                }
            }
            Reference::Output { module: name, output } => {
                let Some(child) = module.child(name) else { continue };
                let expressions = modules.get(child).map(|child| child.outputs(output)).unwrap_or_default();
                for expression in expressions {
                    open.extend(reference::all(Some(expression)).into_iter().map(|it| (child, it)));
                }
            }
            Reference::Resource(_) => {}
        }
    }
    targets.into_iter().collect()
}

#[cfg(test)]
mod tests;
