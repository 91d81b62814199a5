rule "pipeline-identity-destroyed" {
  title      = "The identity that the pipeline deploys with is destroyed"
  types      = "*"
  actions    = ["delete", "replace"]
  when       = protected.identity && destroys && !deposed
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "${address} belongs to an identity that the pipeline deploys with: destroying it can lock the pipeline out half-way through this very apply"
  why        = "An apply that removes its own credentials stops where it stands and cannot be repaired by another apply. The policy lists this identity as protected."
  instead    = "Let the pipeline use its new identity first, take the old one out of `protected` in the policy, and remove it then."
  references = ["SOC2 CC8.1"]
}
