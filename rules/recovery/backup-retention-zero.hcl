rule "backup-retention-zero" {
  title   = "Automated backups are switched off"
  types   = [category.database, category.warehouse, category.file-system]
  actions = ["update"]
  when = (
    (lowered("backup_retention_period") && after.backup_retention_period == 0)
    || (lowered("automated_snapshot_retention_period") && after.automated_snapshot_retention_period == 0)
    || (lowered("automatic_backup_retention_days") && after.automatic_backup_retention_days == 0)
    || (lowered("snapshot_retention_limit") && after.snapshot_retention_limit == 0)
    || left("settings.backup_configuration.enabled", true)
    || left("automated_backup_policy.enabled", true)
    || left("backup_retention_enabled", true)
    || left("backup_enabled", true)
    || left("cloud_backup", true)
    || became("disable_backup", true)
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} keeps no backups from now on; the automated ones it has are deleted and point-in-time recovery ends"
  why        = "Zero is not a short retention: it turns the feature off and discards what was kept, at once."
  instead    = "Keep a retention above zero, seven days or more in production. To spare a migration the load of backups, take a manual snapshot first and shorten the retention instead of ending it."
  references = ["SOC2 CC8.1", "FSBP RDS.11", "FSBP Redshift.3", "WA REL09-BP03"]
}
