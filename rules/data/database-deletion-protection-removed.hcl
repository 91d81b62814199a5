rule "database-deletion-protection-removed" {
  title   = "Deletion protection is switched off"
  types   = "*"
  actions = ["update"]
  when = (
    left("deletion_protection", true) || left("deletion_protection", "ACTIVE") || left("deletion_protection_enabled", true)
    || left("enable_deletion_protection", true) || left("delete_protection", true) || left("termination_protection", true)
    || left("termination_protection_enabled", true) || left("settings.deletion_protection_enabled", true)
    || left("delete_protection_state", "DELETE_PROTECTION_ENABLED")
    || left("deletion_policy", "PREVENT")
  )
  risk       = "high"
  effect     = "risk"
  message    = "From now on nothing refuses the delete of ${address}"
  why        = "This is the first half of a destroy. For several types it is enough to delete the line: the value falls back to unset, which means off."
  instead    = "Leave it on. If the resource is to go, link the change that removes it and let the same people approve both."
  references = ["SOC2 CC8.1", "FSBP RDS.8", "FSBP ELB.6", "FSBP NetworkFirewall.9"]
}
