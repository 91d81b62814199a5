rule "plan-errored" {
  title      = "The plan ended with an error"
  scope      = "plan"
  when       = plan.errored == true
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Planning failed half-way: what is listed may be incomplete, and Terraform refuses to apply it"
  why        = "Terraform saves a plan even when prevent_destroy, a precondition or an expression stopped it. Its list of changes still names what was forbidden and lacks what came after the error, so nothing in it can be called safe."
  instead    = "Read the error of `terraform plan`, mend the configuration and plan again. Let the pipeline stop on exit status 1 instead of carrying on with the saved file."
  references = ["SOC2 CC8.1", "WA OPS06-BP02"]
}
