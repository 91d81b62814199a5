rule "deferred-destroy-arming" {
  title   = "A guard is taken away, the destroy comes later"
  types   = "*"
  actions = ["update"]
  # What has a rule of its own (deletion protection, final snapshot, force_destroy, point-in-time recovery, versioning)
  # is left to that rule.
  when = (
    (guard.disarmed || guard.armed_destroy)
    && (
      contains(["identity", "reachability", "control", "control-plane", "recovery", "delivery"], class)
      || (stateful && contains(["data", "crypto", "opaque"], class))
    )
    && !(
      left("deletion_protection", true) || left("deletion_protection", "ACTIVE") || left("deletion_protection_enabled", true)
      || left("enable_deletion_protection", true) || left("delete_protection", true) || left("termination_protection", true)
      || left("termination_protection_enabled", true) || left("settings.deletion_protection_enabled", true)
      || left("delete_protection_state", "DELETE_PROTECTION_ENABLED") || left("deletion_policy", "PREVENT")
      || became("skip_final_snapshot", true) || became("skip_final_backup", true) || left("final_snapshot", true)
      || became("force_destroy", true) || became("force_delete", true) || became("delete_contents_on_destroy", true)
      || left("point_in_time_recovery.enabled", true) || left("point_in_time_recovery.status", "ENABLED")
      || left("point_in_time_recovery_enablement", "POINT_IN_TIME_RECOVERY_ENABLED")
      || left("versioning.enabled", true) || left("versioning_configuration.status", "Enabled")
      || left("blob_properties.versioning_enabled", true)
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} loses a guard: the next destroy of it is no longer refused, or no longer recoverable"
  why        = "A two-step destroy starts with a step that looks harmless. Attackers and hurried people take the same first step, so it deserves the same eyes as the destroy."
  instead    = "Leave the guard on. If the destroy is meant, link the change that will do it, and get both approved by the same people."
  references = ["SOC2 CC8.1", "FSBP RDS.7", "FSBP RDS.8"]
}
