//! Limits: from where on many destroyed resources are too many, and a plan is too old.

use hcl::edit::Span;
use serde::{Deserialize, Serialize};

use super::decode::{Block, Field, Kind, Section, Source};
use super::duration;
use crate::plan::number::Decimal;
use crate::problem::Place;

/// From where on many destroyed resources are too many, and a plan is too old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The number of them.
    pub max_destroy: u64,
    /// Their share of the managed resources, a decimal between 0 and 1.
    pub max_destroy_share: String,
    /// How old a plan may be when it is applied, in seconds.
    pub max_plan_age: u64,
}

/// Limits as a file writes them: what it leaves out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrittenLimits {
    /// The number of them.
    pub max_destroy: Option<(u64, Place)>,
    /// Their share of the managed resources.
    pub max_destroy_share: Option<(String, Place)>,
    /// How old a plan may be, in seconds.
    pub max_plan_age: Option<(u64, Place)>,
}

/// The `limits` block.
pub const LIMITS: Kind = Kind {
    name: "limits",
    label: None,
    what: "`limits`",
    about: "From where on many destroyed resources are too many, and from when on a plan is too old.",
    fields: &[
        Field::optional(
            "max_destroy",
            "a whole number",
            "A plan that deletes as many resources is a mass delete. 5 unless it is written.",
        ),
        Field::optional(
            "max_destroy_share",
            "a number from 0 to 1",
            "A plan that deletes such a share of the managed resources, and three at least, is a mass delete. 0.25 unless \
             it is written.",
        ),
        Field::optional(
            "max_plan_age",
            "a length of time",
            "A plan that is older is not applied. 24 hours unless it is written.",
        ),
    ],
    blocks: &[],
    repeated: false,
};

/// Reads a `limits` block.
pub fn read_limits(source: &Source<'_>, block: &Block<'_>) -> WrittenLimits {
    let section = Section::of(source, block, &LIMITS);
    let place = |name| source.place(section.at_name(name));
    let max_destroy = section.count("max_destroy");
    if max_destroy == Some(0) {
        source.report(
            section.at_name("max_destroy"),
            "`max_destroy` is 0: every plan would be a mass delete",
            "write at least 1",
        );
    }
    WrittenLimits {
        max_destroy: max_destroy.map(|count| (count, place("max_destroy"))),
        max_destroy_share: read_share(source, &section).map(|share| (share, place("max_destroy_share"))),
        max_plan_age: duration::read(source, &section, "max_plan_age")
            .map(|age| (age, place("max_plan_age"))),
    }
}

fn read_share(source: &Source<'_>, section: &Section<'_>) -> Option<String> {
    let value = section.value("max_destroy_share")?;
    let share = value.span().map_or("", |span| source.slice(span));
    let within = |share: Decimal<'_>| {
        share.sign() >= 0 && Decimal::parse("1").is_some_and(|one| share.compare(&one).is_le())
    };
    if Decimal::parse(share).is_some_and(within) {
        return Some(share.to_owned());
    }
    section.mistyped("max_destroy_share", value, "a number from 0 to 1");
    None
}
