rule "namespace-destroy" {
  title   = "A Kubernetes namespace is deleted"
  types   = ["kubernetes_namespace", "kubernetes_namespace_v1", "kubernetes_manifest", "kubectl_manifest"]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && guard.state != "kept"
    && (startswith(type, "kubernetes_namespace") || had("manifest.kind", "Namespace") || had("kind", "Namespace"))
  )
  risk       = "critical"
  effect     = "risk"
  message    = "Kubernetes deletes everything in ${address}: workloads, secrets and volume claims, also what Terraform does not manage"
  why        = "The delete cascades on the server, so the plan lists one object and the cluster loses hundreds."
  instead    = "Attach `kubectl get all,pvc,secret -n NAME`. Remove what is in it first, in changes that show it, and delete the namespace when it is empty."
  references = ["SOC2 CC8.1"]
}
