rule "state-storage-destroyed" {
  title      = "The storage of the state is destroyed"
  types      = "*"
  actions    = ["delete", "replace"]
  when       = protected.state && destroys && !deposed
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "${address} belongs to the storage of the state: without state Terraform does not know what exists"
  why        = "A large public outage began with a missing state file. The policy lists this storage as protected."
  instead    = "Move every state to its new place first, take the old one out of `protected` in the policy, and remove it then."
  references = ["SOC2 CC8.1"]
}
