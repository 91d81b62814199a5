# Types of the Helm provider: what they are, what guards them, how bad it is to lose one.

# Types with guards, attributes to watch or something to know.
type "helm_release" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what is inside is not in the plan (unless the provider runs with experiments.manifest); an uninstall deletes claims and custom resources of the templates, except those annotated helm.sh/resource-policy = keep"
}
