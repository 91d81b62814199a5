//! Which variables of the root module decide where providers work and what provisioners run.

use std::collections::BTreeSet;

use super::STEPS;
use super::modules::{self, Module};
use super::reference::{self, Reference};
use crate::plan::value::Value;

/// Variables of the root module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    names: BTreeSet<String>,
    /// A local value was on the way: a plan does not tell what it is made of, so it may be any of them.
    all: bool,
}

impl Inputs {
    /// Finds the variables that the configurations of providers read, and the provisioners of the resources whose
    /// configuration address is `wanted`, through as many modules as lie between.
    pub fn of(configuration: &Value<'_>, wanted: impl Fn(&str) -> bool) -> Inputs {
        let modules = modules::all(configuration);
        let mut inputs = Inputs::default();
        let mut open: Vec<(usize, &Value<'_>)> = Vec::new();
        let providers = configuration.get("provider_config").and_then(Value::as_object);
        for (_, provider) in providers.into_iter().flat_map(|providers| providers.iter()) {
            let within = provider.get("module_address").and_then(Value::as_str).unwrap_or_default();
            let module = modules.iter().position(|module| module.is_at(within));
            open.extend(module.zip(provider.get("expressions")));
        }
        for (index, module) in modules.iter().enumerate() {
            for (address, resource) in module.resources() {
                let provisioners = resource.get("provisioners").filter(|_| wanted(&module.address(address)));
                let Some(provisioners) = provisioners else { continue };
                // `each.value` and `count.index` come from there.
                let repetition = ["for_each_expression", "count_expression"];
                open.extend(repetition.iter().filter_map(|name| Some((index, resource.get(name)?))));
                open.push((index, provisioners));
            }
        }
        inputs.follow(&modules, open);
        inputs
    }

    /// Returns true if the value of this variable is one of them, as far as the plan tells.
    pub fn cover(&self, variable: &str) -> bool {
        self.all || self.names.contains(variable)
    }

    /// Follows expressions up to the root module. A work list and not a recursion, as for resources.
    fn follow<'v>(&mut self, modules: &[Module<'v>], mut open: Vec<(usize, &'v Value<'v>)>) {
        let mut seen = BTreeSet::new();
        while let Some((index, expression)) = open.pop() {
            self.all |= reference::names_a_local(expression);
            for reference in reference::all(Some(expression)) {
                if seen.len() >= STEPS {
                    self.all = true;
                    return;
                }
                let Some(module) = modules.get(index).filter(|_| seen.insert((index, reference))) else {
                    continue;
                };
                match reference {
                    Reference::Input(name) if module.is_root() => {
                        self.names.insert(name.to_owned());
                    }
                    Reference::Input(name) => open.extend(module.input(name)),
                    Reference::Output { module: name, output } => {
                        let Some(child) = module.child(name) else { continue };
                        let expressions =
                            modules.get(child).map(|child| child.outputs(output)).unwrap_or_default();
                        open.extend(expressions.into_iter().map(|expression| (child, expression)));
                    }
                    Reference::Resource(_) => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Inputs;
    use crate::plan::parse;

    fn covered(configuration: &str) -> String {
        let configuration = parse::value(configuration).unwrap();
        let inputs = Inputs::of(&configuration, |address| address.ends_with(".wanted"));
        ["a", "b", "c"].into_iter().filter(|name| inputs.cover(name)).collect()
    }

    #[test]
    fn variables_are_found_in_providers_and_in_provisioners_of_what_is_wanted() {
        let provider = |references: &str, at: &str| {
            format!(
                r#""provider_config":{{"x":{{"expressions":{{"r":{{"references":[{references}]}}}}{at}}}}}"#
            )
        };
        let resource = |name: &str, references: &str| {
            format!(
                r#"{{"address":"t.{name}","provisioners":[{{"expressions":{{"command":{{"references":[{references}]}}}}}}]}}"#
            )
        };
        let inner = resource("wanted", r#""var.inner""#);
        for (configuration, expected) in [
            (format!("{{{},\"root_module\":{{}}}}", provider(r#""var.a""#, "")), "a"),
            (format!("{{{},\"root_module\":{{}}}}", provider(r#""data.x.y","aws_x.y.z""#, "")), ""),
            (format!("{{{},\"root_module\":{{}}}}", provider(r#""local.x""#, "")), "abc"),
            (
                format!(
                    r#"{{"root_module":{{"resources":[{}]}}}}"#,
                    resource("wanted", r#""var.b","var.b.x""#)
                ),
                "b",
            ),
            (format!(r#"{{"root_module":{{"resources":[{}]}}}}"#, resource("other", r#""var.b""#)), ""),
            (
                format!(
                    r#"{{"root_module":{{"module_calls":{{"m":{{"expressions":{{"inner":{{"references":["var.c"]}}}},"module":{{"resources":[{inner}]}}}}}}}}}}"#
                ),
                "c",
            ),
            (
                format!(
                    r#"{{{},"root_module":{{"module_calls":{{"m":{{"expressions":{{"p":{{"references":["var.a"]}}}},"module":{{}}}}}}}}}}"#,
                    provider(r#""var.p""#, r#","module_address":"module.m""#)
                ),
                "a",
            ),
        ] {
            assert_eq!(covered(&configuration), expected, "{configuration}");
        }
    }
}
