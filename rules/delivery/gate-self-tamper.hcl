rule "gate-self-tamper" {
  title = "The way to production loses a human step"
  types = [
    "tfe_workspace", "tfe_workspace_settings", "tfe_policy", "tfe_sentinel_policy", "tfe_policy_set", "tfe_workspace_policy_set", "tfe_project_policy_set", "tfe_team_access",
    "spacelift_stack", "env0_environment", "scalr_workspace",
    "github_repository_environment", "gitlab_project_protected_environment", "gitlab_group_protected_environment", "aws_codepipeline",
  ]
  actions = ["update", "delete"]
  # Upgrading terraform_version or exchanging one reviewer for another is ordinary. Removing a workspace is state-backend-touched.
  when = (
    (operation == "update" && (
      became("auto_apply", true) || became("auto_apply_run_trigger", true) || became("autodeploy", true) || became("approve_plan_automatically", true)
      || left("execution_mode", "remote") || left("execution_mode", "agent")
      || left("enforce_mode", "hard-mandatory") || left("enforcement_level", "hard-mandatory") || became("overridable", true)
      || (type == "tfe_team_access" && became("access", "admin"))
      || (type == "github_repository_environment" && length(before.reviewers) > 0 && (
        length(after.reviewers) == 0
        || (length(before.reviewers.users) + length(before.reviewers.teams) > 0 && length(after.reviewers.users) + length(after.reviewers.teams) == 0)
      ))
      || lowered("wait_timer", "required_approval_count") || left("prevent_self_review", true) || became("can_admins_bypass", true)
      || left("stage.action.category", "Approval")
    ))
    || (operation == "delete" && !deposed && contains([
      "tfe_policy", "tfe_sentinel_policy", "tfe_policy_set", "tfe_workspace_policy_set", "tfe_project_policy_set",
      "github_repository_environment", "gitlab_project_protected_environment", "gitlab_group_protected_environment",
    ], type))
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "After this, changes behind ${address} can reach production without the check or approval they need today"
  why        = "Whoever asks for a change must not be able to remove the step that examines it. The gate cannot judge what no longer passes through it."
  instead    = "Keep the step. If another control takes its place, set that up first in a change of its own, then take this one out of the state with a `removed` block (`destroy = false`) and let the owners of the delivery process retire it."
  references = ["SOC2 CC8.1"]
}
