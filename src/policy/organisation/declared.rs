//! The names that the blocks of all files declare, collected before anything refers to one.

use std::collections::BTreeMap;

use hcl::edit::structure::{Block, Body};

use crate::policy::source::decode::Source;
use crate::policy::source::selector::Declared;
use crate::problem::Place;

/// The kinds of blocks whose names others refer to, and the names of them that mean the same space of names.
const SPACES: [(&str, &[&str]); 7] = [
    ("environment", &["environment"]),
    ("group", &["group"]),
    ("approval", &["approval"]),
    ("rule", &["rule"]),
    ("window", &["window", "business_hours"]),
    ("freeze", &["freeze"]),
    ("calendar", &["calendar", "holidays"]),
];

/// Returns what else a calendar is: by its kind it is a window or a freeze of its name.
fn stands_for(block: &Block) -> Option<&'static str> {
    let kind = block.body.get_attribute("kind").filter(|_| block.ident.as_str() == "calendar")?;
    match kind.value.as_str() {
        Some("allow") => Some("window"),
        Some("freeze") => Some("freeze"),
        _ => None,
    }
}

/// Names by the space they are in, each with its first place.
#[derive(Debug, Default)]
pub(super) struct Names {
    spaces: BTreeMap<&'static str, BTreeMap<String, Place>>,
}

impl Names {
    /// Collects the names that a file declares; the second of one name is reported.
    pub(super) fn collect(&mut self, source: &Source<'_>, body: &Body) {
        for block in body.blocks() {
            let ident = block.ident.as_str();
            let [label] = block.labels.as_slice() else { continue };
            let at = source.start_of(&block.ident);
            let own = SPACES.iter().find(|(_, idents)| idents.contains(&ident)).map(|(space, _)| *space);
            for space in own.into_iter().chain(stands_for(block)) {
                let names = self.spaces.entry(space).or_default();
                if let Some(first) = names.get(label.as_str()) {
                    let message = format!("there are two blocks `{ident} \"{}\"`", label.as_str());
                    source.report(at, message, format!("the other one is at {first}"));
                    break;
                }
                names.insert(label.as_str().to_owned(), source.place(at));
            }
        }
    }

    /// Returns the names that a demand may refer to.
    pub(super) fn declared(&self) -> Declared<'_> {
        let of =
            |space| self.spaces.get(space).into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        Declared { groups: of("group"), windows: of("window"), environments: of("environment") }
    }
}
