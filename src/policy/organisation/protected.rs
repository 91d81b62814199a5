//! `protected`: what the pipeline itself lives on.

use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::pattern::Glob;

/// What the pipeline itself lives on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protected {
    /// The identities it deploys with: names, ARNs or e-mail addresses.
    pub identities: Vec<Glob>,
    /// The places of the state: names of buckets, tables, containers or accounts.
    pub state_backends: Vec<Glob>,
}

pub(super) const PROTECTED: Kind = Kind {
    name: "protected",
    label: None,
    what: "`protected`",
    about: "What the pipeline itself lives on. A change that touches one of these is critical wherever it stands: it can lock \
            the pipeline out, let it pass the gate, or lose the state.",
    fields: &[
        Field::optional(
            "identities",
            "a list of names, ARNs or e-mail addresses, `*` allowed",
            "Roles, users and service accounts that the pipeline deploys with.",
        ),
        Field::optional(
            "state_backends",
            "a list of names, `*` allowed",
            "Buckets, tables, containers and accounts that hold the state.",
        ),
    ],
    blocks: &[],
    repeated: false,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>) -> Protected {
    let section = Section::of(source, block, &PROTECTED);
    let help = "write the name as it stands in the plan, with `*` for any characters";
    let names = |name| -> Vec<Glob> {
        let globs: Vec<Glob> = section.parsed(name, Glob::parse, "name", help);
        if globs.iter().any(|glob| glob.as_str() == "*") {
            source.report(section.at_name(name), format!("`{name}` protects everything"), help);
        }
        globs
    };
    Protected { identities: names("identities"), state_backends: names("state_backends") }
}
