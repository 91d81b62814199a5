rule "backup-vault-or-snapshot-delete" {
  title   = "Backups are deleted"
  types   = [category.backup]
  actions = ["delete", "replace"]
  # Machine images are rebuilt by every pipeline run; the matrix is enough for them.
  when = (
    destroys && !deposed && stateful
    && guard.state != "kept" && guard.state != "will-fail"
    && !startswith(type, "aws_ami")
    && !contains(["google_compute_image", "google_compute_machine_image", "azurerm_image", "azurerm_shared_image", "azurerm_shared_image_version", "azurerm_shared_image_gallery", "oci_core_image", "aws_cloudwatch_event_archive"], type)
  )
  risk       = "critical"
  effect     = "risk"
  message    = "${address} is deleted, and the plan cannot tell whether it is the last copy"
  why        = "Backups are what every other rule relies on. Deleting them is the first move in an attack and the last mistake noticed."
  instead    = "Name in the pull request the copy that remains (another vault, account or region) and when it was last restored. Old recovery points are better left to their retention rule."
  references = ["SOC2 CC8.1", "WA REL09-BP02"]
}
