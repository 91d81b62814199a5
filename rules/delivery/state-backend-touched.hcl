rule "state-backend-touched" {
  title      = "The place that keeps Terraform state is destroyed"
  types      = ["tfe_workspace", "tfe_stack", "tfe_project", "spacelift_stack", "scalr_workspace", "env0_environment"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state != "kept" && !had("force_delete", true)
  risk       = "critical"
  effect     = "risk"
  message    = "The state behind ${address} is lost with it: everything it manages is orphaned, and a next plan would create it all again"
  why        = "Without state Terraform does not know what exists. A large public outage began with a missing state file."
  instead    = "Destroy or move what the workspace manages first, keep a copy of the last state, and show that it lists no resources."
  references = ["SOC2 CC8.1"]
}
