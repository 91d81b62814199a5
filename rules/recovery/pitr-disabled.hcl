rule "pitr-disabled" {
  title = "Point-in-time recovery is switched off"
  types = [
    "aws_dynamodb_table", "aws_dynamodb_table_replica", "aws_keyspaces_table", "google_firestore_database", "google_sql_database_instance",
    "google_alloydb_cluster", "mongodbatlas_advanced_cluster", "mongodbatlas_cluster",
  ]
  actions = ["update"]
  when = (
    left("point_in_time_recovery.enabled", true)
    || left("point_in_time_recovery", true)
    || left("point_in_time_recovery.status", "ENABLED")
    || left("point_in_time_recovery_enablement", "POINT_IN_TIME_RECOVERY_ENABLED")
    || left("settings.backup_configuration.point_in_time_recovery_enabled", true)
    || left("settings.backup_configuration.binary_log_enabled", true)
    || left("continuous_backup_config.enabled", true)
    || left("pit_enabled", true)
  )
  risk       = "high"
  effect     = "risk"
  message    = "The recovery window of ${address} is discarded at once; switching it on again starts from nothing"
  why        = "After a bad deployment this window is the only way back to the minute before. Nothing in a later plan shows that it is missing."
  instead    = "Leave it on, or take an on-demand backup first and say in the pull request what replaces it."
  references = ["SOC2 CC8.1", "FSBP DynamoDB.2", "CKV_AWS_28"]
}
