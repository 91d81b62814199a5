//! `applygate` and `clock`: what holds for the repository as a whole.

use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::defaults::{GUARDRAIL_PATHS, WATCHED_PATHS};
use crate::policy::source::duration;
use crate::policy::source::limits::LIMITS;
use crate::policy::source::path_glob::PathGlob;
use crate::problem::Place;

/// What holds for the repository as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Further files on which plans depend.
    pub watched_paths: Vec<PathGlob>,
    /// Further files that decide about changes.
    pub guardrail_paths: Vec<PathGlob>,
    /// What becomes of change requests from forks.
    pub forks: Forks,
    /// Where that is written.
    pub forks_place: Option<Place>,
    /// How far clocks may be apart.
    pub clock: ClockLimits,
}

/// What becomes of change requests from forks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Forks {
    /// They are held.
    #[default]
    Deny,
    /// They are judged like others.
    Allow,
}

impl Forks {
    const ALL: &[Forks] = &[Forks::Deny, Forks::Allow];

    fn name(self) -> &'static str {
        match self {
            Forks::Deny => "deny",
            Forks::Allow => "allow",
        }
    }
}

/// How far clocks may be apart, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockLimits {
    /// How far the time may be off either way without opening a window.
    pub tolerance: u64,
    /// How far the clock of the machine and that of the forge may be apart.
    pub max_skew: u64,
}

impl Default for ClockLimits {
    fn default() -> ClockLimits {
        ClockLimits { tolerance: 60, max_skew: 120 }
    }
}

pub(super) const SETTINGS: Kind = Kind {
    name: "applygate",
    label: None,
    what: "`applygate`",
    about: "What holds for the repository as a whole.",
    fields: &[
        Field::optional("version", "`1`", "The version of this language."),
        Field::optional(
            "forks",
            "`\"deny\"` or `\"allow\"`",
            "What becomes of change requests from forks: they are held, or judged like others. Held unless it is written.",
        ),
        WATCHED_PATHS,
        GUARDRAIL_PATHS,
    ],
    blocks: &[&CLOCK, &LIMITS],
    repeated: false,
};

pub(super) const CLOCK: Kind = Kind {
    name: "clock",
    label: None,
    what: "`clock`",
    about: "How far clocks may be apart.",
    fields: &[
        Field::optional(
            "tolerance",
            "a length of time",
            "A window counts as open only this long after it opens and before it closes. 60 seconds unless it is written.",
        ),
        Field::optional(
            "max_skew",
            "a length of time",
            "If the clock of the machine and that of GitHub are further apart, nothing is decided. 120 seconds unless it is \
             written.",
        ),
    ],
    blocks: &[],
    repeated: false,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>, settings: &mut Settings) {
    let section = Section::of(source, block, &SETTINGS);
    let version = section.count("version");
    if version.is_some_and(|version| version != 1) {
        source.report(
            section.at_name("version"),
            "this version of the language is not known",
            "write `version = 1`",
        );
    }
    settings.forks_place = section.value("forks").map(|_| source.place(section.at_name("forks")));
    settings.forks = section.word("forks", Forks::ALL, Forks::name).unwrap_or_default();
    settings.watched_paths = PathGlob::read(&section, "watched_paths");
    settings.guardrail_paths = PathGlob::read(&section, "guardrail_paths");
}

pub(super) fn read_clock(source: &Source<'_>, block: &Block<'_>) -> ClockLimits {
    let section = Section::of(source, block, &CLOCK);
    let default = ClockLimits::default();
    let limits = ClockLimits {
        tolerance: duration::read(source, &section, "tolerance").unwrap_or(default.tolerance),
        max_skew: duration::read(source, &section, "max_skew").unwrap_or(default.max_skew),
    };
    for (name, seconds, most) in [("tolerance", limits.tolerance, 3600), ("max_skew", limits.max_skew, 3600)]
    {
        if seconds > most {
            source.report(
                section.at_name(name),
                format!("`{name}` is longer than an hour"),
                "write `60s` or such",
            );
        }
    }
    limits
}
