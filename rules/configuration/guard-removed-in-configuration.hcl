rule "guard-removed-in-configuration" {
  title      = "An attribute that guards is taken back in the configuration"
  scope      = "configuration"
  differs    = ["guard-changed"]
  risk       = "medium"
  message    = "The configuration of ${address} no longer asks for its guard, though this plan does not switch it off"
  why        = "The plan shows nothing today: an ignored attribute, an object that is not there yet or a partial plan hides it. The next plan switches the guard off, or creates the object without it."
  instead    = "Write the guard again, or say in this change why it is no longer needed."
  references = ["SOC2 CC8.1"]
}
