rule "guard-deleted-with-destroy" {
  title = "A lock and what it guards are destroyed together"
  types = [
    "azurerm_management_lock", "google_resource_manager_lien", "linode_lock", "aws_backup_vault_lock_configuration", "aws_glacier_vault_lock", "aws_rbin_rule",
    "scaleway_object_bucket_lock_configuration", "cloudflare_r2_bucket_lock",
  ]
  actions = ["delete", "replace"]
  # A rule of the recycle bin goes by tags, so nothing tells what it guards.
  when = (
    !deposed && guard.state != "kept" && guard.state != "will-fail"
    && (length(guards) > 0 || (type == "aws_rbin_rule" && plan.destroys >= 2))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is lifted in the same apply that destroys ${length(guards) > 0 ? guards[0] : "other resources"}, so it cannot stop what it was made to stop"
  why        = "A lock forces a second look. Removed in the same change as the thing it locks, it gives none."
  instead    = "Remove the lock in a change of its own. What is destroyed comes in the next one and is judged there without it."
  references = ["SOC2 CC8.1"]
}
