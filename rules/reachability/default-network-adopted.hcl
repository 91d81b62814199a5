rule "default-network-adopted" {
  title      = "A default network object is taken over and emptied"
  types      = ["aws_default_security_group", "aws_default_network_acl", "aws_default_route_table"]
  actions    = ["create"]
  when       = !importing
  risk       = "medium"
  message    = "${address} is not created but taken over as it is: rules or routes that stand in it now and not in the configuration are removed"
  why        = "The plan calls it a creation and shows nothing of what is there. Whatever uses the default object without anyone having decided it is cut off."
  instead    = "Look at what uses the default object before, and write down the rules it needs. To keep an eye on it only, import it first: then the plan shows what is removed."
  references = ["SOC2 CC8.1"]
}
