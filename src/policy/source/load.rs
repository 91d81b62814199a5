//! All files of a `rules/` folder together: each read by its kind, and checked against each other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::catalog::{Group, TypeFacts, read_catalog};
use super::decode::Source;
use super::defaults::{Defaults, read_defaults};
use super::facet::{Facet, read_facets};
use super::inference::{Inference, read_inference};
use super::packed::pack;
use super::rule::{Rule, read_rule};
use super::selector::Known;
use super::words::{Class, Sight, Trait};
use crate::problem::{Code, Place, Problem};

/// A file: its path from the root of the project, with `/`, and its text.
#[derive(Debug, Clone, Copy)]
pub struct File<'f> {
    /// The path.
    pub path: &'f str,
    /// The text.
    pub text: &'f str,
}

/// What ships with the binary, the catalog apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shipped {
    /// The rules, sorted by name.
    pub rules: Vec<Rule>,
    /// The facets, in the order of their file.
    pub facets: Vec<Facet>,
    /// Every attribute of every facet, by the positions of facet and attribute, sorted by first attribute name.
    pub facet_order: Vec<(usize, usize)>,
    /// Limits and demands.
    pub defaults: Defaults,
    /// How a type that nobody listed is judged.
    pub inference: Inference,
}

/// What ships with the binary and the packed catalog.
#[derive(Debug)]
pub struct Loaded {
    /// Rules and the like.
    pub shipped: Shipped,
    /// The packed catalog.
    pub catalog: Vec<u8>,
}

/// Reads and checks all files of `rules/`.
///
/// # Errors
///
/// Every problem in every file, sorted by place.
pub fn load(files: &[File<'_>]) -> Result<Loaded, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut types: BTreeMap<String, (TypeFacts, Place)> = BTreeMap::new();
    let mut traits: Vec<(Trait, String, Place)> = Vec::new();
    let (mut facets, mut defaults, mut inference) = (Vec::new(), None, Inference::default());
    for file in files {
        let source = Source::new(file.path, file.text);
        match file.path {
            "rules/default.hcl" => defaults = read_defaults(&source),
            "rules/catalog/facets.hcl" => facets = read_facets(&source),
            "rules/catalog/inferred.hcl" => inference = read_inference(&source),
            path if path.starts_with("rules/catalog/") => {
                let file = read_catalog(&source);
                for group in file.groups {
                    add_types(&source, &mut types, group);
                }
                traits
                    .extend(file.traits.into_iter().map(|(found, name, at)| (found, name, source.place(at))));
            }
            _ => continue,
        }
        problems.extend(source.into_problems());
    }
    add_traits(&mut types, traits, &mut problems);
    let names: Vec<&str> = types.keys().map(String::as_str).collect();
    let mut categories: Vec<&str> = types.values().map(|(facts, _)| &*facts.category).collect();
    categories.sort_unstable();
    categories.dedup();
    let known = Known { types: &names, categories: &categories, declared: None, open: false };
    let rules = load_rules(files, &known, &mut problems);
    if defaults.is_none() && problems.is_empty() {
        problems.push(
            Problem::new(Code::PolicyInvalid, "there is no `rules/default.hcl`")
                .help("write limits and approvals into it"),
        );
    }
    let packed: Vec<(&str, &TypeFacts)> =
        types.iter().map(|(name, (facts, _))| (name.as_str(), facts)).collect();
    let catalog = pack(&packed, &categories).unwrap_or_else(|error| {
        problems.push(Problem::new(Code::PolicyInvalid, format!("the catalog cannot be packed: {error}")));
        Vec::new()
    });
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    match defaults {
        Some(defaults) if problems.is_empty() => {
            let facet_order = order_facets(&facets);
            Ok(Loaded { shipped: Shipped { rules, facets, facet_order, defaults, inference }, catalog })
        }
        _ => Err(problems),
    }
}

fn order_facets(facets: &[Facet]) -> Vec<(usize, usize)> {
    let attributes = facets.iter().enumerate().flat_map(|(facet, each)| {
        each.attributes.iter().enumerate().map(move |(position, (path, _))| (path.first(), facet, position))
    });
    let mut order: Vec<(&str, usize, usize)> = attributes.collect();
    order.sort_unstable();
    order.into_iter().map(|(_, facet, position)| (facet, position)).collect()
}

fn add_types(source: &Source<'_>, types: &mut BTreeMap<String, (TypeFacts, Place)>, group: Group) {
    for (name, at) in group.names {
        let place = source.place(at);
        if let Some((_, first)) = types.get(&name) {
            let message = format!("the type `{name}` is listed twice");
            source.report(at, message, format!("the first time is at {first}"));
            continue;
        }
        types.insert(name, (group.facts.clone(), place));
    }
}

/// Adds the traits last, since a type and its traits may stand in different files.
fn add_traits(
    types: &mut BTreeMap<String, (TypeFacts, Place)>,
    traits: Vec<(Trait, String, Place)>,
    problems: &mut Vec<Problem>,
) {
    for (found, name, place) in traits {
        match types.get_mut(&name) {
            Some((facts, _)) if !facts.has(found) => facts.traits.push(found),
            Some(_) => {}
            None => problems.push(
                Problem::new(Code::PolicyInvalid, format!("no catalog lists the type `{name}`"))
                    .at(place)
                    .help("list it with its class and category first"),
            ),
        }
    }
}

/// Reads the files in `rules/<class>/` and `rules/plan/`.
fn load_rules(files: &[File<'_>], known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for file in files {
        if file.path == "rules/default.hcl" || file.path.starts_with("rules/catalog/") {
            continue;
        }
        let source = Source::new(file.path, file.text);
        let start = Source::at(&source, 0);
        let steps: Vec<&str> = file.path.split('/').collect();
        let ["rules", folder, name] = steps.as_slice() else {
            let help = "a rule stands in `rules/<class>/<rule>.hcl` or `rules/plan/<rule>.hcl`";
            source.report(start, "this file is in no folder of rules", help);
            problems.extend(source.into_problems());
            continue;
        };
        let own = |sight: Sight| sight != Sight::Change && *folder == sight.name();
        if !Sight::ALL.iter().any(|sight| own(*sight)) && Class::from_name(folder).is_none() {
            let folders: Vec<&str> =
                Class::ALL.iter().map(|class| class.name()).chain(["plan", "configuration"]).collect();
            source.report_unknown(start, format!("the folder `{folder}` is no class"), folder, folders);
        }
        let rule = read_rule(&source, known, name.strip_suffix(".hcl").unwrap_or(name));
        if let Some(rule) = rule {
            let expected = Sight::from_name(folder).filter(|sight| own(*sight)).unwrap_or(Sight::Change);
            if rule.sight != expected {
                let message = format!("a rule with `scope = \"{}\"` is in the folder `{folder}`", rule.sight);
                let at = super::expression::At { line: rule.place.line, column: rule.place.column };
                source.report(at, message, "rules about the plan are in `rules/plan/`, those about the configuration in `rules/configuration/`");
            }
            rules.push(rule);
        }
        problems.extend(source.into_problems());
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    for pair in rules.windows(2) {
        if let [first, second] = pair
            && first.id == second.id
        {
            let message = format!("there are two rules `{}`", first.id);
            let help = format!("the other one is at {}", first.place);
            problems.push(Problem::new(Code::PolicyInvalid, message).at(second.place.clone()).help(help));
        }
    }
    rules
}
