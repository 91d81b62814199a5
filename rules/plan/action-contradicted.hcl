rule "action-contradicted" {
  title      = "An action contradicts what the plan says it changes"
  scope      = "plan"
  when       = plan.contradictory > 0
  risk       = "critical"
  effect     = "risk"
  message    = "Changes that do something else than their action says: ${plan.contradictory}"
  why        = "Terraform derives the action from the object before and after, so they never disagree in a plan that was not edited. Whoever looks for deletions by the action would miss one that is called a no-op."
  instead    = "Make the JSON again from the saved plan with `terraform show -json`, and find out who or what changed the file."
  references = ["SOC2 CC8.1"]
}
