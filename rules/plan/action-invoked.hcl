rule "action-invoked" {
  title      = "The plan invokes actions beside its changes"
  scope      = "plan"
  when       = plan.invocations > 0
  risk       = "high"
  message    = "${plan.invocations} action is invoked by this plan: it does something that no resource change shows"
  why        = "An action stops an instance, runs a function or purges a cache. It leaves no trace in the state, and planning again does not take it back."
  instead    = "Read what the action does and to what, and say in this change why it runs now."
  references = ["SOC2 CC8.1"]
}
