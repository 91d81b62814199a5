rule "random-password-regenerated" {
  title   = "A generated credential is made anew"
  types   = ["random_password", "random_string", "random_bytes", "tls_private_key"]
  actions = ["delete", "replace"]
  # random_id and random_pet mostly name things: what gets a new name shows as a change of its own. time_rotating is meant to rotate.
  when       = !deposed && dependents.changed >= 1
  risk       = "high"
  effect     = "risk"
  message    = "${address} gets a new value; resources that use it and change in this plan: ${dependents.changed}"
  why        = "The old value exists only in the state. A new one changes passwords of databases and keys of servers in the same apply, while programs still hold the old one."
  instead    = "Keep the arguments as they were, or put them under lifecycle ignore_changes. To rotate on purpose, change keepers and plan the roll-out to those who hold the old value."
  references = ["SOC2 CC8.1"]
}
