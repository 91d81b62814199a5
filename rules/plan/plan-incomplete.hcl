rule "plan-incomplete" {
  title      = "The plan covers only a part of the configuration"
  scope      = "plan"
  when       = (plan.complete == false || plan.targeted == true) && plan.errored != true
  risk       = "medium"
  effect     = "risk"
  message    = "After this apply the real state still differs from the configuration: the plan was targeted or deferred"
  why        = "With -target or deferred actions, dependencies outside the selection are left as they are, and the next ordinary plan brings changes nobody has seen here."
  instead    = "Plan again without -target. If the part is meant, say why in the pull request."
  references = ["SOC2 CC8.1"]
}
