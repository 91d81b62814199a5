//! The references in an expression.

use crate::plan::address::after_key;
use crate::plan::value::Value;

/// What an expression refers to, within its module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reference<'v> {
    /// A resource, by its address within the module.
    Resource(&'v str),
    /// An input of the module.
    Input(&'v str),
    /// An output of a module that is called here, or all of them.
    Output {
        /// The name of the call.
        module: &'v str,
        /// The name of the output.
        output: Option<&'v str>,
    },
}

impl<'v> Reference<'v> {
    /// Reads a reference such as `aws_vpc.main["a"].id`; none if it leads to no resource.
    pub(super) fn parse(text: &'v str) -> Option<Reference<'v>> {
        let (first, rest) = name(text)?;
        match first {
            "var" => Some(Reference::Input(name(rest.strip_prefix('.')?)?.0)),
            "module" => {
                let (module, rest) = name(rest.strip_prefix('.')?)?;
                let output = after_key(rest).and_then(|rest| name(rest.strip_prefix('.')?));
                Some(Reference::Output { module, output: output.map(|(output, _)| output) })
            }
            "local" | "each" | "count" | "path" | "terraform" | "tofu" | "self" | "action" => None,
            "data" | "ephemeral" => {
                let (_, rest) = name(rest.strip_prefix('.')?)?;
                let (_, rest) = name(rest.strip_prefix('.')?)?;
                text.get(..text.len() - rest.len()).map(Reference::Resource)
            }
            "resource" => Reference::parse(rest.strip_prefix('.')?),
            _ => {
                let (_, rest) = name(rest.strip_prefix('.')?)?;
                text.get(..text.len() - rest.len()).map(Reference::Resource)
            }
        }
    }
}

/// Splits the name off the front of a text.
fn name(text: &str) -> Option<(&str, &str)> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(name, _)| !name.is_empty())
}

/// Returns all references in the expressions of a part of the configuration.
pub(super) fn all<'v>(part: Option<&'v Value<'v>>) -> Vec<Reference<'v>> {
    let mut found = Vec::new();
    let mut open: Vec<&Value<'v>> = part.into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::List(elements) => open.extend(elements),
            Value::Object(members) => match members.get("references") {
                Some(Value::List(references)) => of_list(references, &mut found),
                // A literal is no place to look for references, whatever it holds.
                _ if members.len() == 1 && members.get("constant_value").is_some() => {}
                _ => open.extend(members.iter().map(|(_, value)| value)),
            },
            _ => {}
        }
    }
    found
}

/// Returns true if an expression in a part of the configuration refers to a local value.
pub(super) fn names_a_local(part: &Value<'_>) -> bool {
    let mut open = vec![part];
    while let Some(value) = open.pop() {
        match value {
            Value::List(elements) => open.extend(elements),
            Value::Object(members) => {
                let references = members.get("references").and_then(Value::as_list).unwrap_or_default();
                if references.iter().filter_map(Value::as_str).any(|text| text.starts_with("local.")) {
                    return true;
                }
                open.extend(
                    members.iter().filter(|(name, _)| *name != "constant_value").map(|(_, value)| value),
                );
            }
            _ => {}
        }
    }
    false
}

/// Adds the references of one expression.
///
/// Terraform writes `module.a.x` and then its shorter form `module.a`, which here says nothing new.
fn of_list<'v>(references: &'v [Value<'v>], found: &mut Vec<Reference<'v>>) {
    let parsed: Vec<Reference<'v>> =
        references.iter().filter_map(Value::as_str).filter_map(Reference::parse).collect();
    let narrowed = |whole: &str| {
        parsed
            .iter()
            .any(|it| matches!(it, Reference::Output { module, output: Some(_) } if *module == whole))
    };
    found.extend(parsed.iter().filter(|reference| match reference {
        Reference::Output { module, output: None } => !narrowed(module),
        _ => true,
    }));
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn a_reference_is_read_up_to_what_it_leads_to() {
        let output = |module, output| Some(Reference::Output { module, output });
        for (text, expected) in [
            ("aws_vpc.main", Some(Reference::Resource("aws_vpc.main"))),
            ("aws_vpc.main.id", Some(Reference::Resource("aws_vpc.main"))),
            ("aws_vpc.main[\"a.b\"].id", Some(Reference::Resource("aws_vpc.main"))),
            ("resource.aws_vpc.main.id", Some(Reference::Resource("aws_vpc.main"))),
            ("data.aws_ami.x.id", Some(Reference::Resource("data.aws_ami.x"))),
            ("var.name.part", Some(Reference::Input("name"))),
            ("module.net.vpc_id", output("net", Some("vpc_id"))),
            ("module.net[\"a].b\"].vpc_id[0]", output("net", Some("vpc_id"))),
            ("module.net", output("net", None)),
            ("module.net[0]", output("net", None)),
            ("local.x", None),
            ("each.value", None),
            ("path.module", None),
            ("aws_vpc", None),
            ("", None),
            (".", None),
        ] {
            assert_eq!(Reference::parse(text), expected, "{text}");
        }
    }
}
