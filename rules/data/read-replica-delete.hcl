rule "read-replica-delete" {
  title = "A read replica is removed"
  types = [
    "aws_db_instance", "aws_rds_cluster_instance", "aws_docdb_cluster_instance", "aws_neptune_cluster_instance",
    "google_sql_database_instance", "digitalocean_database_replica",
  ]
  actions = ["delete"]
  when = (
    !deposed && before.writer != true
    && guard.state != "kept"
    && (
      replica || type == "digitalocean_database_replica"
      || (same_cluster.remaining != null ? same_cluster.remaining >= 1 : false)
    )
  )
  risk       = "medium"
  effect     = "risk"
  message    = "${address} is removed: no data are lost, read capacity and a failover target are"
  why        = "The remaining instances take over its readers, and there is one place less to fail over to."
  instead    = "Look at the load of the reader endpoint first, and remove replicas one at a time."
  references = ["SOC2 CC8.1"]
}
