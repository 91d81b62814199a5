//! What holds where a repository says nothing: limits, and the approvals that a risk demands.

use hcl::edit::Span;
use serde::{Deserialize, Serialize};

use super::decode::{Block, Section, Shape, Source};
use super::expression::At;
use super::words::Risk;
use crate::plan::number::Decimal;
use crate::problem::Place;

/// Limits and demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defaults {
    /// From where on many destroyed resources are too many.
    pub limits: Limits,
    /// Who must approve what; each that matches is a demand of its own.
    pub approvals: Vec<Approval>,
}

/// From where on many destroyed resources are too many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The number of them.
    pub max_destroy: u64,
    /// Their share of the managed resources, a decimal between 0 and 1.
    pub max_destroy_share: String,
    /// Where the limits are written.
    pub place: Place,
}

/// A demand for approvals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// What it is about.
    pub matching: ApprovalMatch,
    /// How many people must approve.
    pub count: u64,
    /// Who may approve: whoever is one of these.
    pub from: Vec<Approver>,
    /// When it may be applied; none if at any time.
    pub window: Option<WindowDemand>,
}

/// What a demand for approvals is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalMatch {
    /// Changes of this risk and above.
    pub min_risk: Risk,
}

/// Who may approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Approver {
    /// Whoever has this permission on the repository, or a higher one.
    Permission(String),
    /// The members of a group of the policy.
    Group(String),
    /// A user by login.
    User(String),
}

/// When something may be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowDemand {
    /// In any window of the policy.
    Any,
    /// In one of these windows.
    Named(Vec<String>),
}

/// The permissions on a repository, from the lowest.
pub const PERMISSIONS: [&str; 5] = ["read", "triage", "write", "maintain", "admin"];

const FILE: Shape = Shape { what: "this file", attributes: &[], blocks: &["limits", "approval"] };
const LIMITS: Shape =
    Shape { what: "`limits`", attributes: &["max_destroy", "max_destroy_share"], blocks: &[] };
const APPROVAL: Shape =
    Shape { what: "an approval", attributes: &["count", "from", "window"], blocks: &["match"] };
const MATCH: Shape = Shape { what: "`match`", attributes: &["min_risk"], blocks: &[] };

/// Reads `rules/default.hcl`.
pub fn read_defaults(source: &Source<'_>) -> Option<Defaults> {
    let body = source.parse()?;
    let start = At { line: 1, column: 1 };
    let file = Section::new(source, &body, start, "the file".to_owned(), &FILE);
    let limits = only_block(source, &file, start, "limits").and_then(|block| read_limits(source, &block));
    let approvals = file.blocks("approval").filter_map(|block| read_approval(source, &block)).collect();
    Some(Defaults { limits: limits?, approvals })
}

/// Reads an `approval` block.
pub fn read_approval(source: &Source<'_>, block: &Block<'_>) -> Option<Approval> {
    let name = block.label(source)?;
    let section = Section::new(source, &block.block.body, block.at, format!("approval `{name}`"), &APPROVAL);
    let matching = only_block(source, &section, block.at, "match").and_then(|block| {
        block.no_label(source);
        let section = Section::new(source, &block.block.body, block.at, "`match`".to_owned(), &MATCH);
        section.required("min_risk");
        section.word("min_risk", Risk::ALL, Risk::name).map(|min_risk| ApprovalMatch { min_risk })
    });
    section.required("count");
    section.required("from");
    let count = section.count("count");
    if count == Some(0) {
        source.report(section.at_name("count"), "`count` is 0", "leave the block out, or write at least 1");
    }
    let texts = section.texts("from");
    if texts.as_ref().is_some_and(Vec::is_empty) {
        source.report(section.at_name("from"), "nobody may approve", "write `from = [\"permission:write\"]`");
    }
    let from =
        texts.map(|from| from.iter().filter_map(|(text, at)| read_approver(source, text, *at)).collect());
    Some(Approval {
        name: name.to_owned(),
        place: source.place(block.at),
        matching: matching?,
        count: count?,
        from: from?,
        window: read_window(source, &section),
    })
}

fn read_limits(source: &Source<'_>, block: &Block<'_>) -> Option<Limits> {
    block.no_label(source);
    let section = Section::new(source, &block.block.body, block.at, "`limits`".to_owned(), &LIMITS);
    section.required("max_destroy");
    let max_destroy = section.count("max_destroy");
    let value = section.required("max_destroy_share")?;
    let share = value.span().map_or("", |span| source.slice(span));
    let within = |share: Decimal<'_>| {
        share.sign() >= 0 && Decimal::parse("1").is_some_and(|one| share.compare(&one).is_le())
    };
    if !Decimal::parse(share).is_some_and(within) {
        section.mistyped("max_destroy_share", value, "a number from 0 to 1");
        return None;
    }
    let place = source.place(block.at);
    Some(Limits { max_destroy: max_destroy?, max_destroy_share: share.to_owned(), place })
}

fn read_approver(source: &Source<'_>, text: &str, at: At) -> Option<Approver> {
    match text.split_once(':') {
        Some(("permission", name)) if PERMISSIONS.contains(&name) => {
            Some(Approver::Permission(name.to_owned()))
        }
        Some(("permission", name)) => {
            source.report_unknown(at, format!("there is no permission `{name}`"), name, PERMISSIONS);
            None
        }
        Some(("group", name)) if !name.is_empty() => Some(Approver::Group(name.to_owned())),
        Some(("user", name)) if !name.is_empty() => Some(Approver::User(name.to_owned())),
        _ => {
            let help = "write `permission:write`, `group:name` or `user:login`";
            source.report(at, format!("`{text}` names nobody who could approve"), help);
            None
        }
    }
}

fn read_window(source: &Source<'_>, section: &Section<'_>) -> Option<WindowDemand> {
    let value = section.value("window")?;
    match value.as_str() {
        Some("any") => return Some(WindowDemand::Any),
        Some(other) => {
            let message = format!("`{other}` is no demand for a window");
            source.report(source.start_of(value), message, format!("write `\"any\"` or `[\"{other}\"]`"));
            return None;
        }
        None => {}
    }
    let names: Vec<String> = section.texts("window")?.into_iter().map(|(name, _)| name).collect();
    if names.is_empty() {
        source.report(
            source.start_of(value),
            "`window` names none",
            "write `\"any\"`, or leave `window` out",
        );
    }
    Some(WindowDemand::Named(names))
}

/// Returns the block of a name that must be there once.
fn only_block<'s>(source: &Source<'_>, section: &Section<'s>, at: At, name: &str) -> Option<Block<'s>> {
    let blocks: Vec<Block<'s>> = section.blocks(name).collect();
    match blocks.as_slice() {
        [block] => Some(*block),
        [] => {
            source.report(at, format!("there is no `{name}` block"), format!("add `{name} {{ ... }}`"));
            None
        }
        [_, second, ..] => {
            source.report(second.at, format!("there is a second `{name}` block"), "write it once");
            None
        }
    }
}
