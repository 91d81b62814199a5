rule "state-storage-touched" {
  title      = "The storage of the state changes"
  types      = "*"
  actions    = ["create", "update", "forget"]
  when       = protected.state
  risk       = "critical"
  effect     = "risk"
  message    = "${address} is about the storage of the state: every secret in it and every later plan depend on how it is set up"
  why        = "The state holds the secrets of all stacks and is what Terraform believes to exist. The policy lists this storage as protected."
  instead    = "Make the change on its own, with a copy of the state at hand."
  references = ["SOC2 CC8.1"]
}
