rule "database-immediate-change" {
  title = "A disruptive database change is applied at once"
  types = [
    "aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_docdb_cluster", "aws_docdb_cluster_instance",
    "aws_neptune_cluster", "aws_neptune_cluster_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group",
    "aws_redshift_cluster", "aws_mq_broker", "aws_dms_replication_instance",
  ]
  actions = ["update"]
  # Growing storage is done online and is not disruptive.
  when = (
    after.apply_immediately == true
    && changed(
      "instance_class", "db_cluster_instance_class", "replication_instance_class", "node_type", "host_instance_type", "engine_version", "parameter_group_name", "db_parameter_group_name",
      "multi_az", "port", "db_subnet_group_name", "identifier", "ca_cert_identifier",
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} restarts or fails over as soon as this is applied: apply_immediately is true"
  why        = "Without that flag AWS keeps such a change back until the instance's own maintenance window. With it, connections drop when someone merges."
  instead    = "Set apply_immediately = false and let the maintenance window do it, or apply in a window that clients know of."
  references = ["SOC2 CC8.1", "WA OPS06-BP03"]
}
