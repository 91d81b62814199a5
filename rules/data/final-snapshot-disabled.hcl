rule "final-snapshot-disabled" {
  title = "The final snapshot is switched off"
  types = [
    "aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster", "aws_redshift_cluster", "aws_lightsail_database",
    "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_memorydb_cluster", "aws_ebs_volume", "aws_fsx_*",
    "google_compute_disk", "google_compute_region_disk",
  ]
  actions = ["update"]
  when = (
    became("skip_final_snapshot", true) || became("skip_final_backup", true) || left("final_snapshot", true)
    || left("create_snapshot_before_destroy", true)
    || (is_set(before.final_snapshot_identifier) && before.skip_final_snapshot != true && !is_unknown(after.final_snapshot_identifier) && !is_set(after.final_snapshot_identifier))
    || (is_set(before.final_snapshot_name) && !is_unknown(after.final_snapshot_name) && !is_set(after.final_snapshot_name))
  )
  risk       = "high"
  effect     = "risk"
  message    = "When ${address} is destroyed next, no last copy of its data is taken"
  why        = "The setting does nothing today and decides everything on the day of the destroy, when it is too late to change it: the provider uses what the state holds."
  instead    = "Keep the final snapshot; storing one costs little."
  references = ["SOC2 CC8.1", "WA REL09-BP01"]
}
