rule "plan-full-destroy" {
  title      = "Everything in this plan is destroyed"
  scope      = "plan"
  when       = plan.deletes >= 3 && plan.deletes == plan.managed && plan.creates == 0
  risk       = "critical"
  effect     = "prohibit"
  message    = "All ${plan.managed} resources of this plan are destroyed and nothing is created"
  why        = "A plan of deletes only is what `terraform destroy` writes, and what a wrong workspace, a wrong directory or a lost state file looks like. Several public outages began exactly so."
  instead    = "Check directory, workspace and state first. To retire the stack, remove it in several changes that people can read and that leave something standing: the data with its final snapshots first, the network last. A last change of one or two resources is no full destroy. An environment that comes and goes is declared as development in applygate.hcl."
  references = ["SOC2 CC8.1", "WA OPS06-BP01"]
}
