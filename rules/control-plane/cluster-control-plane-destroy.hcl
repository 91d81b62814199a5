rule "cluster-control-plane-destroy" {
  title = "A Kubernetes cluster is destroyed"
  types = [
    "aws_eks_cluster", "google_container_cluster", "google_container_aws_cluster", "google_container_azure_cluster", "azurerm_kubernetes_cluster",
    "azurerm_kubernetes_automatic_cluster", "azurerm_redhat_openshift_cluster", "azurerm_service_fabric_cluster", "azurerm_service_fabric_managed_cluster",
    "digitalocean_kubernetes_cluster", "linode_lke_cluster", "scaleway_k8s_cluster", "oci_containerengine_cluster", "rancher2_cluster",
  ]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && guard.state != "will-fail"
  risk       = "critical"
  effect     = "risk"
  message    = "Everything that runs in ${address} stops; its API, the objects in it, load balancer addresses and the identity issuer are gone"
  why        = "What was deployed into the cluster by other tools is in no plan. Volumes and load balancers it created may be deleted or left behind unpaid."
  instead    = "Build the new cluster beside it, move workloads and DNS over, and remove the old one when nothing is scheduled on it. Where the type has deletion_protection, keep it on until then."
  references = ["SOC2 CC8.1"]
}
