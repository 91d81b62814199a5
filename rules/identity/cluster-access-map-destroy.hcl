rule "cluster-access-map-destroy" {
  title      = "The access map of an EKS cluster is deleted"
  types      = ["kubernetes_config_map", "kubernetes_config_map_v1", "kubernetes_config_map_v1_data"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && had("metadata.name", "aws-auth") && had("metadata.namespace", "kube-system")
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Without aws-auth neither people nor nodes can log in to the cluster: nodes go NotReady within minutes"
  why        = "The map is the only access list of clusters that do not use access entries. Upgrades of the well-known EKS module have planned exactly this delete."
  instead    = "Create access entries for nodes and people and test them first. Then let Terraform forget the map: a removed block with lifecycle { destroy = false }."
  references = ["SOC2 CC8.1"]
}
