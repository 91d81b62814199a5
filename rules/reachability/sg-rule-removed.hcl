rule "sg-rule-removed" {
  title = "A firewall rule is removed or changed"
  types = [
    "aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule",
    "google_compute_firewall", "azurerm_network_security_group", "azurerm_network_security_rule",
  ]
  actions = ["update", "delete", "replace"]
  # A rule that moves between the group and a resource of its own opens and closes nothing, and one that goes with its
  # group is the group's.
  when = !rule_moved && goes_with == null && (
    (contains(["delete", "replace"], operation) && !deposed && guard.state != "kept")
    || (operation == "update" && (
      type == "azurerm_network_security_rule" && left("access", "Allow") || became("disabled", true) || removes_rules()
    ))
  )
  risk       = "medium"
  effect     = "risk"
  message    = "Traffic that ${address} lets through today may be cut"
  why        = "Open connections live on, so the fault shows only when something reconnects, hours later. A group that mixes inline rules with rule resources drops rules in turns."
  instead    = "Two steps: add the new rule and see traffic use it (flow logs), then remove the old one."
  references = ["SOC2 CC8.1"]
}
