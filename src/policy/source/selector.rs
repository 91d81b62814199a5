//! Which resource types a rule is about.

use hcl::edit::expr::{Expression, TraversalOperator};
use serde::{Deserialize, Serialize};

use super::decode::{Source, literal_text};
use super::expression::At;
use super::pattern::Glob;
use super::words::Class;
use crate::problem::{nearest, nearest_within};

/// Which types a rule is about; every list adds to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Selector {
    /// Every type: `types = "*"`.
    pub every: bool,
    /// The types by name, sorted.
    pub names: Vec<Box<str>>,
    /// The types by pattern.
    pub globs: Vec<Glob>,
    /// The types by category.
    pub categories: Vec<Box<str>>,
    /// The types by class.
    pub classes: Vec<Class>,
}

/// The names that others may refer to, sorted. Types and categories of which none are known are not checked: a team may
/// have types of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'k> {
    /// The types.
    pub types: &'k [&'k str],
    /// The categories.
    pub categories: &'k [&'k str],
    /// The names that a policy declares; none where nothing can be declared.
    pub declared: Option<&'k Declared<'k>>,
    /// There may be types that no catalog lists: one is no problem, and a hint only where it looks like a slip.
    pub open: bool,
}

/// The names that the blocks of a policy declare, sorted.
#[derive(Debug, Clone, Default)]
pub struct Declared<'d> {
    /// Groups.
    pub groups: Vec<&'d str>,
    /// Windows and business hours.
    pub windows: Vec<&'d str>,
    /// Environments.
    pub environments: Vec<&'d str>,
}

impl std::fmt::Display for Selector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.every {
            return f.write_str("every type");
        }
        let classes = self.classes.iter().map(|class| format!("class {class}"));
        let categories = self.categories.iter().map(|category| format!("category {category}"));
        let globs = self.globs.iter().map(|glob| glob.as_str().to_owned());
        let names = self.names.iter().map(ToString::to_string);
        let all: Vec<String> = classes.chain(categories).chain(globs).chain(names).collect();
        f.write_str(&all.join(", "))
    }
}

impl Selector {
    /// Returns true if the rule is about such a type.
    pub fn selects(&self, kind: &str, class: Class, category: &str) -> bool {
        self.every
            || self.classes.contains(&class)
            || self.categories.iter().any(|each| **each == *category)
            || self.names.binary_search_by(|name| (**name).cmp(kind)).is_ok()
            || self.globs.iter().any(|glob| glob.matches(kind))
    }

    /// Reads the attribute `types`.
    pub fn read(source: &Source<'_>, known: &Known<'_>, value: &Expression) -> Selector {
        let mut selector = Selector::default();
        if let Some(elements) = value.as_array() {
            for element in elements.iter() {
                selector.add(source, known, element);
            }
            if elements.is_empty() {
                source.report(
                    source.start_of(value),
                    "`types` is empty",
                    "write `types = \"*\"` for every type",
                );
            }
        } else {
            selector.add(source, known, value);
        }
        selector.names.sort_unstable();
        selector.names.dedup();
        selector
    }

    fn add(&mut self, source: &Source<'_>, known: &Known<'_>, element: &Expression) {
        let at = source.start_of(element);
        if let Some(text) = literal_text(element) {
            match text.as_str() {
                "*" => self.every = true,
                _ if text.contains('*') => self.add_glob(source, known, at, &text),
                _ => {
                    if !known.types.is_empty() && known.types.binary_search(&text.as_str()).is_err() {
                        report_unlisted(source, known, at, &text);
                    }
                    self.names.push(text.into());
                }
            }
            return;
        }
        match member(element) {
            Some(("category", name)) => {
                if !known.categories.is_empty() && known.categories.binary_search(&name).is_err() {
                    let message = format!("no type has the category `{name}`");
                    source.report_unknown(at, message, name, known.categories.iter().copied());
                }
                self.categories.push(name.into());
            }
            Some(("class", name)) => match Class::from_name(name) {
                Some(class) => self.classes.push(class),
                None => {
                    let names = Class::ALL.iter().map(|class| class.name());
                    source.report_unknown(at, format!("there is no class `{name}`"), name, names);
                }
            },
            _ => {
                let help = "write \"*\" or a list of types in quotes, `category.name` and `class.name`";
                source.report(at, "this selects no types", help);
            }
        }
    }

    fn add_glob(&mut self, source: &Source<'_>, known: &Known<'_>, at: At, text: &str) {
        match Glob::parse(text) {
            Ok(glob) => {
                if !known.types.is_empty() && !known.types.iter().any(|kind| glob.matches(kind)) {
                    let help = "check its spelling, or leave it out";
                    let message = format!("`{text}` matches no type of the catalog");
                    if known.open {
                        source.hint(at, message, help);
                    } else {
                        source.report(at, message, help);
                    }
                }
                self.globs.push(glob);
            }
            Err(error) => {
                source.report(at, format!("`{text}` is no pattern: {error}"), "write `aws_fsx_*` or such");
            }
        }
    }
}

/// How many letters may differ for a type that is not listed to look like a slip: types of one provider are alike.
const SLIP: usize = 2;

/// Reports a type that no catalog lists, or hints at it where there may be such types.
fn report_unlisted(source: &Source<'_>, known: &Known<'_>, at: At, text: &str) {
    let message = format!("no catalog lists the type `{text}`");
    if known.open {
        if let Some(name) = nearest_within(text, known.types.iter().copied(), SLIP) {
            source.hint(at, message, format!("did you mean `{name}`? if not, leave it as it is"));
        }
        return;
    }
    let help = match nearest(text, known.types.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "list it in the catalog first".to_owned(),
    };
    source.report(at, message, help);
}

/// Returns group and name of `group.name`.
fn member(expression: &Expression) -> Option<(&str, &str)> {
    let traversal = expression.as_traversal()?;
    let group = traversal.expr.as_variable()?.as_str();
    match traversal.operators.as_slice() {
        [operator] => match operator.value() {
            TraversalOperator::GetAttr(name) => Some((group, name.as_str())),
            _ => None,
        },
        _ => None,
    }
}
