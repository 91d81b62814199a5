rule "changes-deferred" {
  title      = "A part of the change is put off to a later plan"
  scope      = "plan"
  when       = plan.deferred > 0
  risk       = "medium"
  message    = "${plan.deferred} change is put off: what it will do is known only to a later plan"
  why        = "A deferred change may destroy something, and whoever approves this plan has not seen it."
  instead    = "Apply this plan, then review the next one as a change of its own."
  references = ["SOC2 CC8.1"]
}
