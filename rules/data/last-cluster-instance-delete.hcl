rule "last-cluster-instance-delete" {
  title   = "The last or writing instance of a cluster is removed"
  types   = ["aws_rds_cluster_instance", "aws_docdb_cluster_instance", "aws_neptune_cluster_instance"]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && order != "create-first"
    && (
      before.writer == true
      || (same_cluster.remaining != null ? same_cluster.remaining == 0 : false)
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "Without ${address} the cluster has no writer until another instance has taken over or is built"
  why        = "The data stay in the cluster's volume, but nothing answers queries while no instance runs."
  instead    = "Add the new instance first, fail over to it, and remove the old one in a later change, or use create_before_destroy."
  references = ["SOC2 CC8.1"]
}
