rule "account-or-project-destroy" {
  title      = "An account, project or resource group is destroyed with its content"
  types      = ["aws_organizations_account", "google_project", "google_folder", "azurerm_subscription", "azurerm_resource_group", "oci_identity_compartment"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state == "unguarded"
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} goes with everything inside, also with what this state has never seen"
  why        = "A container's content is not in the plan. Its guard would have kept it or refused, and that guard is off in the state."
  instead    = "Switch the guard back on and apply (close_on_deletion = false, deletion_policy = \"PREVENT\", enable_delete = false, or the provider feature). Empty the container in changes that show what goes, and close it last, by its owners."
  references = ["SOC2 CC8.1"]
}
