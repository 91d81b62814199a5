//! What stands between an object and its loss.

use hcl::edit::expr::Expression;
use serde::{Deserialize, Serialize};

use super::decode::{Block, Section, Shape, Source};
use super::path::Path;
use super::test::{Posture, Test, read_tests};
use super::words::{GuardKind, Unset};

/// A guard of a type: attributes that, set like this, protect the object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// What the guard does when the object is destroyed.
    pub kind: GuardKind,
    /// The tests on its attributes, all of which must hold.
    pub safe: Vec<(Path, Test)>,
    /// What null or absence of the attributes means.
    pub unset: Unset,
}

/// An attribute whose change weakens a type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weakness {
    /// The attribute.
    pub path: Path,
    /// What must not happen to it.
    pub posture: Posture,
}

const SHAPE: Shape = Shape { what: "a guard", attributes: &["safe", "unset"], blocks: &[] };

/// Reads a `guard` block.
pub fn read_guard(source: &Source<'_>, block: &Block<'_>) -> Option<Guard> {
    let label = block.label(source)?;
    let title = format!("guard `{label}`");
    let section = Section::new(source, &block.block.body, block.at, title, &SHAPE);
    let kind = GuardKind::from_name(label);
    if kind.is_none() {
        let names = GuardKind::ALL.iter().map(|kind| kind.name());
        source.report_unknown(block.at, format!("there is no kind of guard `{label}`"), label, names);
    }
    let unset = section.word("unset", Unset::ALL, Unset::name).unwrap_or(Unset::Off);
    let value = section.required("safe")?;
    let safe = read_tests(source, "safe", value, Test::read);
    if value.as_object().is_some_and(|object| object.is_empty()) {
        source.report(source.start_of(value), "the guard tests nothing", "write `{ attribute = value }`");
    }
    Some(Guard { kind: kind?, safe, unset })
}

/// Reads the attribute `weakens`.
pub fn read_weaknesses(source: &Source<'_>, value: &Expression) -> Vec<Weakness> {
    let tests = read_tests(source, "weakens", value, Posture::read);
    tests.into_iter().map(|(path, posture)| Weakness { path, posture }).collect()
}
