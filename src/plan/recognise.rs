//! What the input is, by its content and never by its name; and what to do instead where it is no plan.

use crate::problem::{Code, Problem};

/// The help for whoever holds something else than the JSON of a plan.
const SHOW: &str = "give a saved plan: `terraform show -json FILE > plan.json` (or `tofu show -json`)";

fn not_a_plan(message: impl Into<String>) -> Problem {
    Problem::new(Code::InputNotAPlan, message)
}

/// Refuses what the first bytes of the input show to be no text.
pub(super) fn binary(head: &[u8]) -> Result<(), Problem> {
    if head.starts_with(b"PK\x03\x04") {
        // A plan file is a zip archive; its first entry is the plan proper. The name follows a header of 30 bytes.
        let length = head.get(26).map_or(0, |length| usize::from(*length));
        let first = head.get(30..30 + length).unwrap_or_default();
        return Err(if first == b"tfplan" {
            not_a_plan("input is a binary plan file")
                .help("run `terraform show -json FILE > plan.json` (or `tofu show -json`) and give that")
        } else {
            not_a_plan("input is a zip archive, but not a plan file").help(SHOW)
        });
    }
    if head.starts_with(b"tfplan") {
        return Err(not_a_plan(
            "input is a binary plan file of Terraform before 0.12, which has no JSON form",
        )
        .help("plan with Terraform 0.12 or newer, or with OpenTofu"));
    }
    Ok(())
}

/// Returns the problem of an input that holds no text but white space.
pub(super) fn empty() -> Problem {
    not_a_plan("input is empty")
        .help("the command that should have written the plan failed: look at what it said")
}

/// Returns the problem of an input that does not begin with a JSON object, from its first bytes.
pub(super) fn no_object(ahead: &[u8]) -> Problem {
    if ahead.trim_ascii_end() == b"null" {
        return not_a_plan("input is `null`")
            .help("the command that should have written the plan failed: look at what it said");
    }
    match ahead.first() {
        Some(b'[') => not_a_plan("input is a JSON array, not a plan").help("give one plan at a time"),
        Some(b'"' | b'-' | b'0'..=b'9') => not_a_plan("input is a JSON value, but not a plan").help(SHOW),
        _ => not_a_plan("input is neither JSON nor a plan file").help(SHOW),
    }
}

/// Returns true if a line that starts like this is written around a command's output by the setup-terraform action.
///
/// It prints `[command]/path/terraform-bin show ...` first, and workflow commands such as `::debug::...`.
pub(super) fn is_wrapper_line(ahead: &[u8]) -> bool {
    ahead.starts_with(b"[command]") || ahead.starts_with(b"::")
}

/// The length of what [`is_wrapper_line`] looks for.
pub(super) const WRAPPER: usize = b"[command]".len();

/// Which keys stand at the top level of a document: what tells one kind from another.
#[derive(Debug, Default)]
pub(super) struct Marks {
    format_version: bool,
    plan: bool,
    values: bool,
    ui: bool,
    encryption_version: bool,
    remote_plan_format: bool,
    plan_format_version: bool,
    provider_schemas: bool,
    serial: bool,
    lineage: bool,
}

impl Marks {
    /// Notes a key.
    pub(super) fn see(&mut self, key: &[u8]) {
        match key {
            b"format_version" => self.format_version = true,
            b"resource_changes" | b"planned_values" | b"configuration" => self.plan = true,
            b"values" => self.values = true,
            b"@module" | b"@level" | b"@message" => self.ui = true,
            b"encryption_version" | b"encrypted_data" => self.encryption_version = true,
            b"remote_plan_format" => self.remote_plan_format = true,
            b"plan_format_version" => self.plan_format_version = true,
            b"provider_schemas" => self.provider_schemas = true,
            b"serial" => self.serial = true,
            b"lineage" => self.lineage = true,
            _ => {}
        }
    }

    /// Returns nothing for a plan, and for anything else the problem that says what it is.
    pub(super) fn judge(&self) -> Result<(), Problem> {
        if self.format_version && self.plan {
            return Ok(());
        }
        Err(if self.encryption_version {
            not_a_plan("input is encrypted by OpenTofu: a plan or a state that only `tofu` can open").help(
                "run `tofu show -json FILE > plan.json` where the encryption is configured, and give that",
            )
        } else if self.remote_plan_format {
            not_a_plan("input is a bookmark of a plan that is kept in HCP Terraform")
                .help("run `terraform show -json FILE > plan.json` while logged in, and give that")
        } else if self.plan_format_version {
            not_a_plan("input is a redacted plan of HCP Terraform, without the values that must be judged")
                .help("download the unredacted JSON of the plan (`json-output`), or run `terraform show -json FILE`")
        } else if self.ui {
            not_a_plan("input is the progress log of `plan -json`, which holds no values")
                .help("save the plan with `-out=FILE`, then run `terraform show -json FILE > plan.json`")
        } else if self.provider_schemas {
            not_a_plan("input is the output of `providers schema -json`, not a plan").help(SHOW)
        } else if self.serial && self.lineage {
            not_a_plan("input is a state file, not a plan").help(SHOW)
        } else if self.format_version {
            not_a_plan("input is the JSON of a state, not of a plan").help(
                "name the plan file: `terraform show -json FILE > plan.json` shows the state without one",
            )
        } else {
            not_a_plan("input is JSON, but not a plan: it has no `format_version`").help(SHOW)
        })
    }

    /// Returns the problem of text that follows the document.
    pub(super) fn judge_trailing(&self, next: u8) -> Problem {
        if let Err(problem) = self.judge()
            && self.ui
        {
            return problem;
        }
        if next == b'{' {
            not_a_plan("input holds several JSON documents").help(
                "give one plan at a time; `terragrunt run-all show -json` writes one document for each unit",
            )
        } else {
            not_a_plan("text follows the plan JSON")
                .help("with the setup-terraform action set `terraform_wrapper: false`, or write the plan with `> plan.json` alone")
        }
    }
}

/// Refuses a format whose major version is not known.
///
/// Terraform promises that a new minor version only adds, and that readers must refuse another major version.
pub(super) fn format(version: &str) -> Result<(), Problem> {
    let mut parts = version.split('.');
    let known = matches!(parts.next(), Some("0" | "1"));
    let minor =
        parts.next().is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit()));
    if known && minor && parts.next().is_none() {
        return Ok(());
    }
    Err(Problem::new(
        Code::PlanInvalid,
        format!("plan has the format version `{version}`, which is not known"),
    )
    .help("formats 0.1 to 1.x are read: a newer release of applygate may know this one"))
}
