rule "backup-vault-force-destroy" {
  title   = "A backup vault is destroyed with its recovery points"
  types   = ["aws_backup_vault", "google_backup_dr_backup_vault", "azurerm_recovery_services_vault", "azurerm_backup_protected_vm"]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && (
      (guard.state != "kept" && (had("force_destroy", true) || had("force_delete", true) || had("ignore_backup_plan_references", true)))
      || (startswith(type, "azurerm_") && guard.state == "unguarded")
    )
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "Every recovery point in ${address} is deleted with it"
  why        = "A vault normally refuses to go while it holds recovery points. The force flag in its state removes that refusal for the whole vault."
  instead    = "Set the force flag to false (Azure: retain the data when protection stops) and apply. Copy what must be kept to another vault, let retention empty this one, and remove it then."
  references = ["SOC2 CC8.1", "WA REL09-BP02"]
}
