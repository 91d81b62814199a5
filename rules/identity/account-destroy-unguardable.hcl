rule "account-destroy-unguardable" {
  title = "An organisation or group of accounts is destroyed"
  types = [
    "aws_organizations_organization", "aws_organizations_organizational_unit", "azurerm_management_group", "cloudflare_account", "mongodbatlas_project",
    "mongodbatlas_organization", "tfe_organization", "github_enterprise_organization", "snowflake_account", "datadog_child_organization",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && guard.state != "will-fail"
  risk       = "critical"
  effect     = "risk"
  message    = "${address} is deleted; its members, settings and whatever else it contains are not in this plan"
  why        = "No guard exists for this type, and what depends on the container (accounts, billing, log-in, audit) ends with it."
  instead    = "List in the pull request what it still contains, and let the owners of that approve."
  references = ["SOC2 CC8.1"]
}
