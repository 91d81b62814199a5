rule "guard-disarmed-elsewhere" {
  title      = "A guard goes off at one address and its object is destroyed at another"
  types      = "*"
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && disarmed_by != null
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} stands in the state twice: ${disarmed_by} switches its guard off in the same plan, so nothing stops the deletion"
  why        = "The guard that the state shows at this address is no longer on when the deletion comes. Read on its own, the deletion looks as if it would be refused."
  instead    = "Remove the address that is too much with a removed block that says destroy = false, in a change of its own. If the object is to go, switch its guard off in one change and destroy it in the next."
  references = ["SOC2 CC8.1"]
}
