rule "check-failed" {
  title      = "A check block fails"
  scope      = "plan"
  when       = plan.checks_failed > 0
  effect     = "note"
  message    = "Checks and conditions of the configuration that did not hold when this plan was made: ${plan.checks_failed}"
  why        = "Terraform reports a failed check block as a warning and goes on. It is often the only place where the team wrote down what must be true."
  instead    = "Read the check's message in the plan output, and mend the change or the check."
  references = ["SOC2 CC8.1"]
}
