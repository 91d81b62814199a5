//! `rules/default.hcl`: what holds where a repository says nothing.

use serde::{Deserialize, Serialize};

use super::approval::{APPROVAL, Approval, read_approval};
use super::decode::{Field, Kind, Section, Source};
use super::expression::At;
use super::limits::{LIMITS, Limits, read_limits};
use super::path_glob::PathGlob;
use super::selector::Known;

/// Limits, paths and demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defaults {
    /// From where on much is too much.
    pub limits: Limits,
    /// Files on which plans depend: if base moved in them, a plan is stale.
    pub watched_paths: Vec<PathGlob>,
    /// Files that decide about changes: whoever touches one changes a guardrail.
    pub guardrail_paths: Vec<PathGlob>,
    /// Who must approve what; each that matches is a demand of its own.
    pub approvals: Vec<Approval>,
}

/// The attribute of files on which plans depend.
pub const WATCHED_PATHS: Field = Field::optional(
    "watched_paths",
    "a list of patterns for paths",
    "Files on which plans depend: if the base branch moved in one of them after a plan was made, the plan is stale. They \
     are added to those that always are.",
);

/// The attribute of files that decide about changes.
pub const GUARDRAIL_PATHS: Field = Field::optional(
    "guardrail_paths",
    "a list of patterns for paths",
    "Files that decide about changes: a change of one of them is a guardrail change. They are added to those that always \
     are.",
);

const SETTINGS: Kind = Kind {
    name: "applygate",
    label: None,
    what: "`applygate`",
    about: "",
    fields: &[WATCHED_PATHS, GUARDRAIL_PATHS],
    blocks: &[],
    repeated: false,
};

const FILE: Kind = Kind {
    name: "file",
    label: None,
    what: "this file",
    about: "",
    fields: &[],
    blocks: &[&SETTINGS, &LIMITS, &APPROVAL],
    repeated: false,
};

/// Reads `rules/default.hcl`, in which everything has to be written.
pub fn read_defaults(source: &Source<'_>) -> Option<Defaults> {
    let body = source.parse()?;
    let start = At { line: 1, column: 1 };
    let file = Section::of_body(source, &body, start, "the file".to_owned(), &FILE);
    let missing =
        |what: &str| source.report(start, format!("there is no {what}"), "it has to be written here");
    let settings = file.block("applygate").map(|block| {
        let section = Section::of(source, &block, &SETTINGS);
        (PathGlob::read(&section, "watched_paths"), PathGlob::read(&section, "guardrail_paths"))
    });
    let limits = file.block("limits").map(|block| read_limits(source, &block)).unwrap_or_default();
    let limits = match (limits.max_destroy, limits.max_destroy_share, limits.max_plan_age) {
        (Some((max_destroy, _)), Some((max_destroy_share, _)), Some((max_plan_age, _))) => {
            Some(Limits { max_destroy, max_destroy_share, max_plan_age })
        }
        _ => {
            missing("`limits` block with each of its attributes");
            None
        }
    };
    if settings.is_none() {
        missing("`applygate` block");
    }
    let (watched_paths, guardrail_paths) = settings?;
    let known = Known::default();
    let approvals =
        file.blocks("approval").filter_map(|block| read_approval(source, &known, &block)).collect();
    Some(Defaults { limits: limits?, watched_paths, guardrail_paths, approvals })
}
