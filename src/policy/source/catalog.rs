//! The catalog: what is known of each resource type.

use serde::{Deserialize, Serialize};

use super::decode::{Block, Section, Shape, Source};
use super::expression::At;
use super::guard::{Guard, Weakness, read_guard, read_weaknesses};
use super::words::{Class, Risk, Trait};

/// What is known of a resource type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeFacts {
    /// What kind of thing it is, as far as risk goes.
    pub class: Class,
    /// What kind of thing it is, more closely: `database`, `dns`.
    pub category: Box<str>,
    /// It holds what configuration alone cannot rebuild.
    pub stateful: bool,
    /// The risk of deleting one in production that has no guard.
    pub delete_risk: Risk,
    /// What can stand between one and its loss.
    pub guards: Vec<Guard>,
    /// The attributes whose change weakens it.
    pub weakens: Vec<Weakness>,
    /// What it has in common with types of other classes.
    pub traits: Vec<Trait>,
    /// What else a person should know.
    pub note: Option<Box<str>>,
    /// True if no catalog lists the type and all this was inferred from its name.
    #[serde(skip)]
    pub inferred: bool,
}

impl TypeFacts {
    /// Returns true if the type has the trait.
    pub fn has(&self, wanted: Trait) -> bool {
        self.traits.contains(&wanted)
    }
}

/// What a file of the catalog says.
#[derive(Debug, Default)]
pub struct CatalogFile {
    /// What is known of types.
    pub groups: Vec<Group>,
    /// Which types have which traits, each with its place.
    pub traits: Vec<(Trait, String, At)>,
}

/// Types that differ in nothing but their names.
#[derive(Debug)]
pub struct Group {
    /// The names, each with its place.
    pub names: Vec<(String, At)>,
    /// What is known of them.
    pub facts: TypeFacts,
}

const FILE: Shape = Shape { what: "a catalog file", attributes: &[], blocks: &["type", "types", "trait"] };
const TRAIT: Shape = Shape { what: "a trait", attributes: &["names"], blocks: &[] };
const ATTRIBUTES: &[&str] = &["class", "category", "stateful", "delete_risk", "weakens", "note"];
const TYPE: Shape = Shape { what: "a type", attributes: ATTRIBUTES, blocks: &["guard"] };
const TYPES: Shape = Shape {
    what: "a group of types",
    attributes: &["class", "category", "stateful", "delete_risk", "weakens", "note", "names"],
    blocks: &["guard"],
};

/// Reads a file of the catalog.
pub fn read_catalog(source: &Source<'_>) -> CatalogFile {
    let Some(body) = source.parse() else {
        return CatalogFile::default();
    };
    let file = Section::new(source, &body, At { line: 1, column: 1 }, "the file".to_owned(), &FILE);
    let single = file.blocks("type").filter_map(|block| read_type(source, &block));
    let several = file.blocks("types").filter_map(|block| read_types(source, &block));
    let groups = single.chain(several).collect();
    CatalogFile {
        groups,
        traits: file.blocks("trait").flat_map(|block| read_trait(source, &block)).collect(),
    }
}

fn read_trait(source: &Source<'_>, block: &Block<'_>) -> Vec<(Trait, String, At)> {
    let Some(label) = block.label(source) else {
        return Vec::new();
    };
    let section = Section::new(source, &block.block.body, block.at, format!("trait `{label}`"), &TRAIT);
    section.required("names");
    let Some(found) = Trait::from_name(label) else {
        let names = Trait::ALL.iter().map(|each| each.name());
        source.report_unknown(block.at, format!("there is no trait `{label}`"), label, names);
        return Vec::new();
    };
    section.texts("names").unwrap_or_default().into_iter().map(|(name, at)| (found, name, at)).collect()
}

fn read_type(source: &Source<'_>, block: &Block<'_>) -> Option<Group> {
    let label = block.label(source)?;
    let section = Section::new(source, &block.block.body, block.at, format!("type `{label}`"), &TYPE);
    Some(Group { names: vec![(label.to_owned(), block.at)], facts: read_facts(source, &section)? })
}

fn read_types(source: &Source<'_>, block: &Block<'_>) -> Option<Group> {
    block.no_label(source);
    let section = Section::new(source, &block.block.body, block.at, "the group of types".to_owned(), &TYPES);
    section.required("names");
    let facts = read_facts(source, &section);
    Some(Group { names: section.texts("names")?, facts: facts? })
}

fn read_facts(source: &Source<'_>, section: &Section<'_>) -> Option<TypeFacts> {
    for name in ["class", "category", "delete_risk"] {
        section.required(name);
    }
    let class = section.word("class", Class::ALL, Class::name);
    let category = section.text("category");
    let delete_risk = section.word("delete_risk", Risk::ALL, Risk::name);
    let guards = section.blocks("guard").filter_map(|block| read_guard(source, &block)).collect();
    let weakens = section.value("weakens").map(|value| read_weaknesses(source, value)).unwrap_or_default();
    Some(TypeFacts {
        class: class?,
        category: category?.into(),
        stateful: section.flag("stateful").unwrap_or(false),
        delete_risk: delete_risk?,
        guards,
        weakens,
        traits: Vec::new(),
        note: section.text("note").map(Box::from),
        inferred: false,
    })
}
