rule "cluster-access-map-changed" {
  title      = "The access map of an EKS cluster is rewritten"
  types      = ["kubernetes_config_map", "kubernetes_config_map_v1", "kubernetes_config_map_v1_data"]
  actions    = ["create", "update"]
  when       = has("metadata.name", "aws-auth") && has("metadata.namespace", "kube-system") && (operation == "create" || changed("data"))
  risk       = "high"
  attributes = ["data"]
  message    = "Who may log in to the cluster, and which nodes may join it, is rewritten by ${address}"
  why        = "One line in this map makes somebody an administrator of the cluster, and one line less locks out nodes or people."
  instead    = "Change it line by line and compare with the map in the cluster. Access entries replace it and are reviewed one by one."
  references = ["SOC2 CC8.1"]
}
