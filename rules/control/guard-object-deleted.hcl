rule "guard-object-deleted" {
  title = "A lock is removed"
  types = [
    "azurerm_management_lock", "google_resource_manager_lien", "linode_lock", "aws_backup_vault_lock_configuration", "aws_glacier_vault_lock", "aws_rbin_rule",
    "gitlab_project_freeze_period", "tfe_policy_set", "scaleway_object_bucket_lock_configuration", "cloudflare_r2_bucket_lock",
  ]
  actions = ["update", "delete", "replace"]
  # Beside what it guards it is guard-deleted-with-destroy.
  when = (
    (contains(["delete", "replace"], operation) && !deposed && guard.state != "kept" && guard.state != "will-fail"
    && length(guards) == 0 && !(operation == "delete" && type == "aws_rbin_rule" && plan.destroys >= 2))
    || (operation == "update" && (left("lock_level", "ReadOnly") || lowered("min_retention_days") || lost("restrictions")))
  )
  risk       = "critical"
  effect     = "risk"
  message    = "What ${address} protects can be deleted or changed from now on"
  why        = "The lock is not part of what it protects, so nothing in the plan says what becomes vulnerable."
  instead    = "Name in the pull request what the lock protects and why that may go unprotected. Put the lock back as soon as the work is done."
  references = ["SOC2 CC8.1"]
}
