rule "nodes-replaced" {
  title = "A node group is destroyed before its replacement runs"
  types = [
    "aws_eks_node_group", "google_container_node_pool", "azurerm_kubernetes_cluster_node_pool", "aws_autoscaling_group", "digitalocean_kubernetes_node_pool",
    "linode_lke_node_pool", "scaleway_k8s_pool", "oci_containerengine_node_pool", "google_compute_instance_group_manager", "google_compute_region_instance_group_manager",
  ]
  actions    = ["replace"]
  when       = destroys && order != "create-first" && guard.state != "kept"
  risk       = "high"
  effect     = "risk"
  message    = "All nodes of ${address} go first and new ones come afterwards: what runs on them has nowhere to run in between"
  why        = "A delete-first replacement drains nothing gradually. Disruption budgets do not hold when the whole group disappears."
  instead    = "Use create_before_destroy with a name prefix, or add the new group, move the pods, and remove the old group in a later change."
  references = ["SOC2 CC8.1"]
}
