//! What `lifecycle` says of a resource or a module call.

use super::{Location, Tree};
use crate::configuration::syntax::{Block, Body};
use crate::configuration::value::{Evaluator, Literal};

/// The value of an argument that is true or false.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tri {
    /// It is true.
    True,
    /// It is false, or null.
    False,
    /// It is an expression whose value the configuration alone does not tell; the text as written.
    Unknown(String),
    /// It is not there.
    Absent,
}

/// An argument and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument<T> {
    /// The value.
    pub value: T,
    /// Where it stands; none if it does not.
    pub location: Option<Location>,
    /// True if it stands in an override file, which changes what other files say.
    pub overridden: bool,
}

/// What `lifecycle` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifecycle {
    /// Terraform refuses to plan the destruction.
    pub prevent_destroy: Argument<Tri>,
    /// A replacement is created before the old object is destroyed.
    pub create_before_destroy: Argument<Tri>,
    /// Unless it is true, the object is forgotten where it would be destroyed.
    pub destroy: Argument<Tri>,
    /// Unless it is true, there is no object at all (OpenTofu).
    pub enabled: Argument<Tri>,
    /// Which attributes are left alone, as written: names, or `all`.
    pub ignore_changes: Argument<Vec<String>>,
    /// What replaces the object when it changes, as written.
    pub replace_triggered_by: Argument<Vec<String>>,
    /// Where `precondition` blocks stand.
    pub preconditions: Vec<Location>,
    /// Where `postcondition` blocks stand.
    pub postconditions: Vec<Location>,
    /// Where `action_trigger` blocks stand.
    pub action_triggers: Vec<Location>,
}

/// An argument of `lifecycle` that stands between an object and its loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// `prevent_destroy`, or `destroy` (which guards when it is false).
    pub argument: &'static str,
    /// True if it guards; unknown if that cannot be told.
    pub holds: Tri,
    /// Where it stands.
    pub location: Location,
    /// True if it stands in an override file.
    pub overridden: bool,
}

/// Reads the `lifecycle` of a block in the module `key`.
pub(crate) fn lifecycle<'t>(evaluator: &Evaluator<'t>, key: &str, block: &'t Block) -> Lifecycle {
    let tree = evaluator.tree();
    let flag = |name: &str| flag(evaluator, key, block, name);
    let list = |name: &str| match find(&block.body, name) {
        None => Argument { value: Vec::new(), location: None, overridden: false },
        Some(attribute) => {
            let (text, json) = tree.written(attribute);
            Argument {
                value: crate::configuration::value::references(text, json),
                location: Some(tree.location(attribute.file, attribute.line)),
                overridden: tree.file(attribute.file).is_some_and(|file| file.overrides),
            }
        }
    };
    let places = |kind: &str| -> Vec<Location> {
        let lifecycles = block.body.blocks("lifecycle");
        lifecycles
            .flat_map(|lifecycle| lifecycle.body.blocks(kind))
            .map(|nested| tree.block_location(nested))
            .collect()
    };
    Lifecycle {
        prevent_destroy: flag("prevent_destroy"),
        create_before_destroy: flag("create_before_destroy"),
        destroy: flag("destroy"),
        enabled: flag("enabled"),
        ignore_changes: list("ignore_changes"),
        replace_triggered_by: list("replace_triggered_by"),
        preconditions: places("precondition"),
        postconditions: places("postcondition"),
        action_triggers: places("action_trigger"),
    }
}

/// Returns an argument of `lifecycle` that is true or false.
pub(crate) fn flag<'t>(evaluator: &Evaluator<'t>, key: &str, block: &'t Block, name: &str) -> Argument<Tri> {
    let tree = evaluator.tree();
    let Some(attribute) = find(&block.body, name) else {
        return Argument { value: Tri::Absent, location: None, overridden: false };
    };
    let value = match evaluator.attribute(key, Some(block), attribute).value {
        Some(Literal::Bool(true)) => Tri::True,
        Some(Literal::Bool(false) | Literal::Null) => Tri::False,
        // Terraform converts these texts, and no other.
        Some(Literal::Text(text)) if matches!(text.as_str(), "true" | "1") => Tri::True,
        Some(Literal::Text(text)) if matches!(text.as_str(), "false" | "0") => Tri::False,
        _ => Tri::Unknown(tree.written(attribute).0.to_owned()),
    };
    Argument {
        value,
        location: Some(tree.location(attribute.file, attribute.line)),
        overridden: tree.file(attribute.file).is_some_and(|file| file.overrides),
    }
}

/// Returns the argument of that name. Several `lifecycle` blocks are an error to Terraform: the first that has it.
pub(crate) fn find<'b>(body: &'b Body, name: &str) -> Option<&'b crate::configuration::syntax::Attribute> {
    body.blocks("lifecycle").find_map(|lifecycle| lifecycle.body.attribute(name))
}

/// Returns the arguments of `lifecycle` that guard.
pub(crate) fn guards(tree: &Tree, key: &str, block: &Block) -> Vec<Guard> {
    let evaluator = Evaluator::new(tree);
    let mut guards = Vec::new();
    for argument in ["prevent_destroy", "destroy"] {
        let flag = flag(&evaluator, key, block, argument);
        let Some(location) = flag.location else { continue };
        let holds = match (argument, flag.value) {
            ("destroy", Tri::True) => Tri::False,
            ("destroy", Tri::False) => Tri::True,
            (_, value) => value,
        };
        guards.push(Guard { argument, holds, location, overridden: flag.overridden });
    }
    guards
}
