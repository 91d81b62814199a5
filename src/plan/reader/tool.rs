//! Which tool wrote a plan: the plan itself has no member for it.

use crate::plan::model::{Plan, Tool};

/// Whose registries the providers come from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Registries {
    opentofu: bool,
    terraform: bool,
}

impl Registries {
    /// Notes the JSON text of a `provider_name`.
    pub(super) fn see(&mut self, name: &str) {
        self.opentofu |= name.starts_with("\"registry.opentofu.org/");
        self.terraform |= name.starts_with("\"registry.terraform.io/");
    }
}

/// Tells Terraform from `OpenTofu`.
///
/// `terraform_version` holds the version of either. Terraform writes `applyable` and `complete` since 1.8, `OpenTofu`
/// never does;
/// the first `OpenTofu` was 1.6; and each has a registry of its own.
pub(super) fn tool(plan: &Plan, registries: Registries) -> Tool {
    let version = plan.terraform_version.as_deref().and_then(version);
    let flags = plan.applyable.is_some() || plan.complete.is_some();
    if flags || version.is_some_and(|version| version < (1, 6)) {
        Tool::Terraform
    } else if registries.opentofu || version.is_some_and(|version| version >= (1, 8)) {
        Tool::OpenTofu
    } else if registries.terraform {
        Tool::Terraform
    } else {
        Tool::Unknown
    }
}

/// Returns major and minor version.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Registries, tool};
    use crate::plan::model::{Plan, Tool};

    #[test]
    fn the_tool_shows_in_the_version_the_flag_and_the_registries() {
        for (version, applyable, registry, expected) in [
            (Some("0.12.31"), None, "", Tool::Terraform),
            (Some("1.5.7"), None, "registry.terraform.io/hashicorp/aws", Tool::Terraform),
            (Some("1.6.0"), None, "", Tool::Unknown),
            (Some("1.6.0"), None, "registry.terraform.io/hashicorp/aws", Tool::Terraform),
            (Some("1.6.0-alpha1"), None, "registry.opentofu.org/hashicorp/aws", Tool::OpenTofu),
            (Some("1.8.0"), None, "", Tool::OpenTofu),
            (Some("1.8.0-rc1"), Some(false), "", Tool::Terraform),
            (Some("1.12.0"), Some(true), "registry.opentofu.org/hashicorp/aws", Tool::Terraform),
            (Some("2.0.0"), None, "", Tool::OpenTofu),
            (Some("dev"), None, "", Tool::Unknown),
            (None, None, "registry.opentofu.org/hashicorp/aws", Tool::OpenTofu),
            (None, None, "", Tool::Unknown),
        ] {
            let plan = Plan { terraform_version: version.map(str::to_owned), applyable, ..Plan::default() };
            let mut registries = Registries::default();
            registries.see(&format!("\"{registry}\""));
            assert_eq!(tool(&plan, registries), expected, "{version:?} {applyable:?} {registry}");
        }
    }
}
