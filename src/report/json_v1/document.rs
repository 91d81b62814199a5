//! The structures of the document: a promise to whoever reads it.
//!
//! They are apart from those of the assessment on purpose, and stay as they are when the house changes. Members may
//! be added; none changes its meaning.

use serde::Serialize;

use super::proposal::ProposedPolicy;

/// What may happen, or that nothing could be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The change may be applied.
    Allow,
    /// Something is missing that people, evidence or time can give.
    Hold,
    /// Prohibited.
    Block,
    /// Nothing could be decided; see `error`.
    Error,
}

/// One verdict.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub struct Document {
    /// Always `applygate/v1`.
    pub schema: String,
    /// What may happen.
    pub outcome: Outcome,
    /// The highest level in the plan.
    pub risk: String,
    /// The environment it was judged for.
    pub environment: Environment,
    /// The files of the policy; empty if only what ships with applygate holds.
    pub policy: Vec<String>,
    /// What this change touches of that which decides about changes: then it is a guardrail change.
    pub guardrails: Vec<String>,
    /// What approvers bind to: the change digest with its context; null where it is not known where the change belongs.
    pub approval_digest: Option<String>,
    /// How little the verdict proves where it is published; absent where nothing is published, or by an App of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assurance: Option<Assurance>,
    /// What the plan would do, as a digest.
    pub change_digest: Option<String>,
    /// False if sensitive values are not part of the digest, for want of a key.
    pub change_digest_binds_sensitive_values: bool,
    /// What the plan says of itself.
    pub plan: Plan,
    /// Every change, sorted by address.
    pub changes: Vec<Change>,
    /// What the rules say of the plan as a whole.
    pub findings: Vec<Finding>,
    /// Changes that the plan puts off.
    pub deferred: Vec<Deferred>,
    /// Actions outside create, update and delete.
    pub action_invocations: Vec<Invocation>,
    /// Changes of root outputs.
    pub outputs: Vec<Output>,
    /// What the policy demands.
    pub requirements: Vec<Requirement>,
    /// What is to be said of the policy that the change request brings; absent where it brings none, or nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed_policy: Option<ProposedPolicy>,
    /// How many changes there are.
    pub counts: Counts,
    /// What was not looked at.
    pub notes: Vec<String>,
}

/// A failure.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Failure {
    /// Always `applygate/v1`.
    pub schema: String,
    /// Always `error`.
    pub outcome: Outcome,
    /// What went wrong.
    pub error: Error,
    /// What else is wrong, where several things were found together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_errors: Vec<Error>,
}

/// What went wrong.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Error {
    /// A stable name.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What helps.
    pub help: Option<String>,
    /// Where it happened.
    pub location: Option<Location>,
}

/// The environment it was judged for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Environment {
    /// Its name in the policy.
    pub name: Option<String>,
    /// production, staging or development.
    pub tier: String,
    /// Why it is this one.
    pub why: String,
}

/// How much the verdict can be relied on by itself.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Assurance {
    /// Always `L1`: advice.
    pub level: String,
    /// Why it is no more, and what would help.
    pub why: String,
}

/// What the plan says of itself.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plan {
    /// terraform, opentofu or unknown.
    pub tool: String,
    /// The version of the tool.
    pub version: Option<String>,
    /// The format version of the plan.
    pub format_version: String,
    /// When it was planned.
    pub timestamp: Option<String>,
    /// Planning failed; null where the plan does not say.
    pub errored: Option<bool>,
    /// It covers all of the configuration; null where the plan does not say.
    pub complete: Option<bool>,
    /// There is something to apply; null where the plan does not say.
    pub applyable: Option<bool>,
}

/// A place in a file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Location {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// head or base, for a place in the configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

/// One change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Change {
    /// The address as the plan writes it.
    pub address: String,
    /// The key of a deposed object.
    pub deposed: Option<String>,
    /// The resource type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The provider's source address.
    pub provider: String,
    /// The class of the type.
    pub class: String,
    /// The category of the type.
    pub category: String,
    /// Losing it loses something that configuration cannot rebuild.
    pub stateful: bool,
    /// no-op, read, create, update, delete, replace or forget.
    pub operation: String,
    /// delete-first, create-first or create-forget, for a replacement.
    pub order: Option<String>,
    /// It comes under management.
    pub importing: bool,
    /// The address before a move.
    pub moved_from: Option<String>,
    /// Why Terraform planned it.
    pub action_reason: Option<String>,
    /// The attribute paths that force a replacement.
    pub forced_by: Vec<String>,
    /// none, low, medium, high or critical.
    pub risk: String,
    /// exact, inferred or unknown.
    pub confidence: String,
    /// How the level came about.
    pub steps: Vec<Step>,
    /// Where it is written.
    pub location: Option<Location>,
    /// kept, will-fail, recoverable, unguarded, unguardable or unassessable; null where nothing is destroyed.
    pub guard_state: Option<String>,
    /// The single guards.
    pub guards: Vec<Guard>,
    /// How it stands to other changes of the plan.
    pub relations: Vec<Relation>,
    /// The rules that fired.
    pub findings: Vec<Finding>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// A step on the way to a level.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step {
    /// What was looked at and what it came to.
    pub text: String,
    /// The level after it.
    pub risk: String,
}

/// A guard of the type.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Guard {
    /// hard, soft, keep, backup, safety, or lifecycle for an argument of the configuration at base.
    pub kind: String,
    /// The attributes that make it up.
    pub attribute: String,
    /// on, off or unknown.
    pub state: String,
    /// It was removed in the configuration by the same change.
    pub removed_in_hcl: bool,
    /// Where it is written.
    pub location: Option<Location>,
}

/// How a change stands to another one of the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Relation {
    /// renamed-to, shifted-from, goes-with, guards or disarmed-by; more may come.
    pub kind: String,
    /// The address of the other one.
    pub address: String,
    /// What to write into the configuration, on several lines; null where nothing helps.
    pub hint: Option<String>,
}

/// A rule that fired.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// The id of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// note, risk or prohibit: what it comes to here.
    pub effect: String,
    /// The level.
    pub risk: String,
    /// What happens.
    pub message: String,
    /// The safer way.
    pub instead: Option<String>,
    /// exact, inferred or unknown.
    pub confidence: String,
    /// The attribute paths it looked at.
    pub paths: Vec<String>,
    /// Where it stands in the configuration.
    pub location: Option<Location>,
}

/// A difference between the two sides of a change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Difference {
    /// The attribute path.
    pub path: String,
    /// What tells the element of a list that the path leads through from others, such as `tcp 22`.
    pub within: Option<String>,
    /// changed, order-only, type-only, known-after-apply, statement-gained, statement-lost, statement-wider,
    /// statement-narrower, lines or tags.
    pub judged: String,
    /// What is shown of the value before; null where there was none.
    pub before: Option<Shown>,
    /// What is shown of the value after; null where there is none, or none is known yet.
    pub after: Option<Shown>,
    /// How many lines or tags differ; null where nothing is counted.
    pub counts: Option<DifferenceCounts>,
}

/// What is shown of a value.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown {
    /// Its text; null if it is hidden.
    pub shown: Option<String>,
    /// Why it is hidden: unmarked-plan, sensitive, secret-like-name, environment-map, opaque, random-looking or text.
    pub hidden: Option<String>,
    /// The length in characters of what is hidden; null where that would tell the value.
    pub length: Option<usize>,
}

/// How many lines or tags differ.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DifferenceCounts {
    /// There only after the change.
    pub added: usize,
    /// Another value.
    pub changed: usize,
    /// There only before the change.
    pub removed: usize,
}

/// A change that the plan puts off.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Deferred {
    /// The address.
    pub address: String,
    /// Why.
    pub reason: String,
    /// What it would do.
    pub operation: String,
}

/// An action that is invoked.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Invocation {
    /// The address of the action.
    pub address: String,
    /// The type of the action.
    #[serde(rename = "type")]
    pub kind: String,
    /// The resource that triggers it.
    pub trigger: Option<String>,
    /// The event that triggers it.
    pub event: Option<String>,
}

/// A change of a root output.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Output {
    /// Its name.
    pub name: String,
    /// What happens to it.
    pub operation: String,
    /// It is marked sensitive.
    pub sensitive: bool,
}

/// What the policy demands.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Requirement {
    /// request, approvals, window or freeze.
    pub kind: String,
    /// Whether it is met.
    pub met: bool,
    /// Why, or what is missing.
    pub reason: String,
    /// What would meet it.
    pub next: String,
    /// Why it is not met, as a stable name.
    pub code: Option<String>,
    /// When time alone will meet it, RFC 3339.
    pub until: Option<String>,
    /// How many approvals.
    pub count: Option<u64>,
    /// How many of them are missing.
    pub missing: u64,
    /// Who gave one that counts here, by login.
    pub by: Vec<String>,
    /// The policy block that demands it.
    pub block: String,
    /// The file of the block.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// On account of what: addresses or paths, the riskiest first, 20 at most; empty where it is the plan as a whole.
    pub because: Vec<String>,
    /// How many there are.
    pub because_count: u64,
}

/// How many changes there are.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Counts {
    /// Managed resources that stay as they are.
    pub unchanged: u64,
    /// New managed objects.
    pub creates: u64,
    /// Changes in place.
    pub updates: u64,
    /// Deletions.
    pub deletes: u64,
    /// Replacements of every order.
    pub replaces: u64,
    /// Objects that leave the state and stay.
    pub forgets: u64,
    /// Objects that come under management.
    pub imports: u64,
    /// Moves.
    pub moves: u64,
    /// Objects destroyed: deletions, and replacements that destroy the old object.
    pub destroys: u64,
    /// Changes of level none.
    pub none: u64,
    /// Changes of level low.
    pub low: u64,
    /// Changes of level medium.
    pub medium: u64,
    /// Changes of level high.
    pub high: u64,
    /// Changes of level critical.
    pub critical: u64,
}

#[cfg(test)]
mod tests {
    use super::super::several::Plans;
    use super::{Document, Failure};

    #[derive(schemars::JsonSchema)]
    #[serde(untagged)]
    #[schemars(title = "applygate verdict, version 1")]
    #[expect(dead_code, reason = "the schema of the kinds of document; nobody builds one")]
    enum AnyDocument {
        Verdict(Box<Document>),
        Failure(Failure),
        Plans(Plans),
    }

    /// The committed schema is what the structures say; `APPLYGATE_WRITE_SCHEMA=1` writes it anew.
    #[test]
    fn the_committed_schema_is_fresh() {
        let mut schema = serde_json::to_string_pretty(&schemars::schema_for!(AnyDocument)).unwrap();
        schema.push('\n');
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/applygate-v1.schema.json");
        #[expect(clippy::disallowed_methods, reason = "a switch for whoever changes the schema")]
        if std::env::var("APPLYGATE_WRITE_SCHEMA").is_ok() {
            std::fs::write(path, &schema).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == schema, "run APPLYGATE_WRITE_SCHEMA=1 cargo test the_committed_schema_is_fresh");
    }
}
