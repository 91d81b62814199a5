//! `environment`: what a directory or workspace is.

use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::duration;
use crate::policy::source::name;
use crate::policy::source::path_glob::PathGlob;
use crate::policy::source::pattern::Glob;
use crate::policy::source::words::{Segregation, Tier};
use crate::problem::Place;

/// An environment as the organisation declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredEnvironment {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// Which plans are for it.
    pub matching: EnvironmentMatch,
    /// How much it matters.
    pub tier: Tier,
    /// How strictly duties are kept apart; none if the policy leaves it to the tier and the risk.
    pub segregation: Option<Segregation>,
    /// How long an apply takes, in seconds.
    pub expected_duration: Option<u64>,
}

/// Which plans are for an environment: directory and workspace both match where both are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnvironmentMatch {
    /// Directories of root modules, relative to the top of the repository.
    pub directories: Vec<PathGlob>,
    /// Workspaces.
    pub workspaces: Vec<Glob>,
}

impl EnvironmentMatch {
    /// Returns true if a plan for this place is surely meant. What is not known does not match.
    pub fn covers(&self, directory: Option<&str>, workspace: Option<&str>) -> bool {
        let directories = self.directories.is_empty()
            || directory.is_some_and(|directory| self.directories.iter().any(|glob| glob.matches(directory)));
        let workspaces = self.workspaces.is_empty()
            || workspace.is_some_and(|workspace| self.workspaces.iter().any(|glob| glob.matches(workspace)));
        let matches_anything = !(self.directories.is_empty() && self.workspaces.is_empty());
        matches_anything && directories && workspaces
    }
}

pub(super) const ENVIRONMENT: Kind = Kind {
    name: "environment",
    label: Some("NAME"),
    what: "an environment",
    about: "What a directory or a workspace is. A plan that no environment matches is for production; of two that match the \
            stricter holds.",
    fields: &[
        Field::optional(
            "tier",
            "`\"production\"`, `\"staging\"` or `\"development\"`",
            "How much it matters. Staging lowers risks by one level, development by two, and never those of identity, \
             control and delivery. Production unless it is written.",
        ),
        Field::optional(
            "sod",
            "`\"standard\"` or `\"strict\"`",
            "How strictly duties are kept apart: with `strict`, whoever applies has neither asked for the change nor written \
             it. Strict for high and critical risks in production unless it is written, else standard.",
        ),
        Field::optional(
            "expected_duration",
            "a length of time",
            "How long an apply takes: none begins later than that before its window closes.",
        ),
    ],
    blocks: &[&MATCH],
    repeated: true,
};

const MATCH: Kind = Kind {
    name: "match",
    label: None,
    what: "`match`",
    about: "Which plans are for it. Where both are written, both have to match.",
    fields: &[
        Field::optional(
            "dirs",
            "a list of patterns for paths",
            "Directories of root modules, relative to the top of the repository: `live/prod/**`.",
        ),
        Field::optional("workspaces", "a list of names, `*` allowed", "Workspaces: `dev-*`."),
    ],
    blocks: &[],
    repeated: false,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>) -> Option<DeclaredEnvironment> {
    let name = name::read(source, block);
    let section = Section::of(source, block, &ENVIRONMENT);
    let matching = section.block("match").map(|block| {
        let section = Section::of(source, &block, &MATCH);
        let directories = PathGlob::read(&section, "dirs");
        let workspaces = section.parsed("workspaces", Glob::parse, "name", "write `dev-*` or such");
        if section.value("dirs").is_none() && section.value("workspaces").is_none() {
            source.report(block.at, "`match` matches nothing", "write `dirs`, `workspaces` or both");
        }
        EnvironmentMatch { directories, workspaces }
    });
    if matching.is_none() {
        source.report(
            block.at,
            "the environment has no `match` block",
            "add `match { dirs = [\"live/prod/**\"] }` or such",
        );
    }
    Some(DeclaredEnvironment {
        place: source.place(block.at),
        matching: matching.unwrap_or_default(),
        tier: section.word("tier", Tier::ALL, Tier::name).unwrap_or(Tier::Production),
        segregation: section.word("sod", Segregation::ALL, Segregation::name),
        expected_duration: duration::read(source, &section, "expected_duration"),
        name: name?,
    })
}
