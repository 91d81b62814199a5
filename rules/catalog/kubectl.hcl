# Types of the kubectl provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "low"
  names = [
    "kubectl_server_version",
  ]
}

# Types with guards, attributes to watch or something to know.
type "kubectl_manifest" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { apply_only = true } }
  guard "safety" {
    safe  = { force_new = false }
    unset = "on"
  }
  note = "what it is stands in yaml_body and yaml_incluster"
}
