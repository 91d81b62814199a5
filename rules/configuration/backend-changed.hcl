rule "backend-changed" {
  title      = "The place of the state changes"
  scope      = "configuration"
  differs    = ["backend-changed"]
  risk       = "high"
  message    = "The configuration keeps its state elsewhere from here on"
  why        = "With an empty or a foreign state Terraform plans to create everything again, or to destroy what is not its own. State also holds every secret of the stack."
  instead    = "Move the state in a change of its own with `terraform init -migrate-state`, and see a plan without changes before anything else."
  references = ["SOC2 CC8.1"]
}
