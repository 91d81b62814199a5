rule "pipeline-identity-touched" {
  title      = "The identity that the pipeline deploys with changes"
  types      = "*"
  actions    = ["create", "update", "forget"]
  when       = protected.identity
  risk       = "critical"
  effect     = "risk"
  message    = "${address} is about an identity that the pipeline deploys with: it can gain what nobody reviewed, or lose what the next apply needs"
  why        = "Whoever changes what the pipeline may do changes what every later change may do. The policy lists this identity as protected."
  instead    = "Make the change on its own, and let the owners of the pipeline approve it."
  references = ["SOC2 CC8.1"]
}
