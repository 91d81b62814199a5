rule "address-mismatch" {
  title      = "An address contradicts its own parts"
  scope      = "plan"
  when       = plan.mismatched > 0
  risk       = "critical"
  effect     = "risk"
  message    = "Addresses that are not what their module, type, name and index say: ${plan.mismatched}"
  why        = "Terraform builds the address from those parts, so they never differ in a plan that was not edited. A reader who trusts the address would approve another resource than the one that changes."
  instead    = "Make the JSON again from the saved plan with `terraform show -json`, and find out who or what changed the file."
  references = ["SOC2 CC8.1"]
}
