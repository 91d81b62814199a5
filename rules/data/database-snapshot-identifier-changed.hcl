rule "database-snapshot-identifier-changed" {
  title = "The restore source changed, the database starts over"
  types = [
    "aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster", "aws_redshift_cluster", "aws_elasticache_*",
    "aws_memorydb_cluster", "aws_dynamodb_table",
  ]
  actions    = ["replace"]
  when       = destroys && forced_by("snapshot_identifier", "snapshot_name", "snapshot_arn", "snapshot_arns", "restore_to_point_in_time", "restore_source_name", "restore_source_table_arn", "restore_date_time")
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is built anew from the snapshot named now, or empty: all that was written since the last restore is lost"
  why        = "The restore source is read only once, at creation. Taking the line away or naming a newer snapshot later does not refresh the database, it replaces it."
  instead    = "Put the attribute under lifecycle ignore_changes and leave it. For a real restore create a second database from the snapshot and move the clients."
  references = ["SOC2 CC8.1"]
}
