rule "backup-retention-lowered" {
  title = "Backups are kept for a shorter time"
  types = [
    category.database, category.warehouse, category.file-system, category.cache,
    "azurerm_mssql_database", "mongodbatlas_cloud_backup_schedule",
  ]
  actions = ["update"]
  # Zero on a database is backup-retention-zero. On a cache it is a smaller matter and stays here.
  when = (
    (
      lowered(
        "backup_retention_period", "automated_snapshot_retention_period", "automatic_backup_retention_days", "snapshot_retention_limit",
        "backup_retention_days", "data_retention_time_in_days", "short_term_retention_policy.retention_days",
        "settings.backup_configuration.transaction_log_retention_days", "settings.backup_configuration.backup_retention_settings.retained_backups",
        "automated_backup_policy.quantity_based_retention.count", "continuous_backup_config.recovery_window_days",
        "policy_item_hourly.retention_value", "policy_item_daily.retention_value", "policy_item_weekly.retention_value",
        "policy_item_monthly.retention_value", "policy_item_yearly.retention_value", "restore_window_days",
      )
      && after.backup_retention_period != 0 && after.automated_snapshot_retention_period != 0 && after.automatic_backup_retention_days != 0
      && (category == "cache" || after.snapshot_retention_limit != 0)
    )
    || (
      category == "cache" && is_set(before.snapshot_retention_limit) && before.snapshot_retention_limit != 0
      && !is_unknown(after.snapshot_retention_limit) && after.snapshot_retention_limit == null
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "Recovery points of ${address} older than the new limit are deleted soon after the apply"
  why        = "A shorter retention works backwards: it removes copies that exist today. Some types also fall back to a low default when the line is deleted."
  instead    = "Keep the longer retention, or first copy what compliance or a running incident needs to a manual snapshot or another account."
  references = ["SOC2 CC8.1", "FSBP ElastiCache.1"]
}
