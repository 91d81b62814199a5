//! Facets: what an in-place update does, told by the attributes that it changes.

use serde::{Deserialize, Serialize};

use super::decode::{Block, Section, Shape, Source};
use super::expression::At;
use super::path::Path;
use super::pattern::Glob;
use super::test::{Difference, read_tests};
use super::words::{Class, Risk};
use crate::problem::Place;

/// Something that an update does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Its name.
    pub id: String,
    /// Where it is written.
    pub place: Place,
    /// What it does: the rest of a sentence that begins with "the update".
    pub title: String,
    /// The level of an update with this facet; none for a benign one.
    pub risk: Option<Risk>,
    /// It does no harm: an update that does nothing else is low, whatever the class.
    pub benign: bool,
    /// The classes it is about; all if there is none.
    pub classes: Vec<Class>,
    /// The types it is about; all if there is none.
    pub types: Vec<Glob>,
    /// The attributes, each with what happens to it.
    pub attributes: Vec<(Path, Difference)>,
}

impl Facet {
    /// Returns true if the facet is about such a type.
    pub fn concerns(&self, kind: &str, class: Class) -> bool {
        (self.classes.is_empty() || self.classes.contains(&class))
            && (self.types.is_empty() || self.types.iter().any(|glob| glob.matches(kind)))
    }
}

const FILE: Shape = Shape { what: "this file", attributes: &[], blocks: &["facet"] };
const FACET: Shape = Shape {
    what: "a facet",
    attributes: &["title", "risk", "benign", "classes", "types", "attributes"],
    blocks: &[],
};

/// Reads the file of facets.
pub fn read_facets(source: &Source<'_>) -> Vec<Facet> {
    let Some(body) = source.parse() else {
        return Vec::new();
    };
    let file = Section::new(source, &body, At { line: 1, column: 1 }, "the file".to_owned(), &FILE);
    let mut facets: Vec<Facet> = Vec::new();
    for block in file.blocks("facet") {
        let Some(facet) = read_facet(source, &block) else {
            continue;
        };
        if let Some(first) = facets.iter().find(|first| first.id == facet.id) {
            let message = format!("the facet `{}` is written twice", facet.id);
            source.report(block.at, message, format!("the first one is at {}", first.place));
        }
        facets.push(facet);
    }
    facets
}

fn read_facet(source: &Source<'_>, block: &Block<'_>) -> Option<Facet> {
    let label = block.label(source)?;
    let section = Section::new(source, &block.block.body, block.at, format!("facet `{label}`"), &FACET);
    let title = section.required_text("title");
    let benign = section.flag("benign").unwrap_or(false);
    match (benign, section.value("risk")) {
        (true, Some(_)) => {
            source.report(
                section.at_name("risk"),
                "a benign facet has no `risk`",
                "leave `risk` or `benign` out",
            );
        }
        (false, None) => {
            section.required("risk");
        }
        _ => {}
    }
    let classes = section.texts("classes").unwrap_or_default();
    let classes = classes.into_iter().filter_map(|(name, at)| {
        let class = Class::from_name(&name);
        if class.is_none() {
            let known = Class::ALL.iter().map(|class| class.name());
            source.report_unknown(at, format!("there is no class `{name}`"), &name, known);
        }
        class
    });
    let classes = classes.collect();
    let types = section.texts("types").unwrap_or_default();
    let types = types.into_iter().filter_map(|(glob, at)| {
        let wrong =
            |error| source.report(at, format!("`{glob}` is no type: {error}"), "write `aws_*` or a type");
        Glob::parse(&glob).map_err(wrong).ok()
    });
    let types = types.collect();
    let risk = section.word("risk", Risk::ALL, Risk::name);
    let attributes = section.required("attributes")?;
    Some(Facet {
        id: label.to_owned(),
        place: source.place(block.at),
        title: title?,
        risk,
        benign,
        classes,
        types,
        attributes: read_tests(source, "attributes", attributes, Difference::read),
    })
}
