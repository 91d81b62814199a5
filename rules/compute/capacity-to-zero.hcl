rule "capacity-to-zero" {
  title   = "Capacity is cut to zero or by more than half"
  types   = "*"
  actions = ["update"]
  # Minimum sizes are no capacity. On-demand tables and drained reserves write zero without an outage, so types are named.
  when = (
    (type == "aws_autoscaling_group" && (
      (lowered("max_size") && tonumber(after.max_size) * 2 < tonumber(before.max_size))
      || (lowered("desired_capacity") && tonumber(after.desired_capacity) * 2 < tonumber(before.desired_capacity))
    ))
    || (type == "aws_ecs_service" && lowered("desired_count") && tonumber(after.desired_count) * 2 < tonumber(before.desired_count))
    || (type == "aws_appautoscaling_target" && lowered("max_capacity") && tonumber(after.max_capacity) * 2 < tonumber(before.max_capacity))
    || (type == "aws_eks_node_group" && (
      (lowered("scaling_config.max_size") && tonumber(after.scaling_config.max_size) * 2 < tonumber(before.scaling_config.max_size))
      || (lowered("scaling_config.desired_size") && tonumber(after.scaling_config.desired_size) * 2 < tonumber(before.scaling_config.desired_size))
    ))
    || (type == "google_container_node_pool" && lowered("node_count") && tonumber(after.node_count) * 2 < tonumber(before.node_count))
    || (regex("^google_compute_(region_)?instance_group_manager$", type) && lowered("target_size") && tonumber(after.target_size) * 2 < tonumber(before.target_size))
    || (type == "google_cloud_run_v2_service" && lowered("template.scaling.max_instance_count")
    && tonumber(after.template.scaling.max_instance_count) * 2 < tonumber(before.template.scaling.max_instance_count))
    || (regex("^azurerm_.*scale_set$", type) && lowered("instances") && tonumber(after.instances) * 2 < tonumber(before.instances))
    || (type == "azurerm_kubernetes_cluster_node_pool" && lowered("node_count") && tonumber(after.node_count) * 2 < tonumber(before.node_count))
    || (regex("^kubernetes_(deployment|stateful_set|replication_controller|replica_set)(_v1)?$", type) && lowered("spec.replicas")
    && tonumber(after.spec.replicas) * 2 < tonumber(before.spec.replicas))
    || (type == "aws_lambda_function" && became("reserved_concurrent_executions", 0))
    || (type == "aws_ec2_instance_state" && left("state", "running"))
    || (type == "aws_rds_instance_state" && left("state", "available"))
    || (type == "google_compute_instance" && left("desired_status", "RUNNING") && is_set(after.desired_status))
    || (type == "google_sql_database_instance" && left("settings.activation_policy", "ALWAYS"))
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} keeps less than half of what it runs today, perhaps nothing"
  why        = "An in-place update that stops everything is an outage without a single delete in the plan."
  instead    = "Scale down in steps while watching load, or remove the service openly if it is to go. Nightly shutdowns belong in a schedule, not in a plan."
  references = ["SOC2 CC8.1"]
}
