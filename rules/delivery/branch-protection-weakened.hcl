rule "branch-protection-weakened" {
  title = "The protection of a branch is weakened"
  types = [
    "github_branch_protection", "github_branch_protection_v3", "github_repository_ruleset", "github_organization_ruleset",
    "gitlab_branch_protection", "gitlab_group_branch_protection", "gitlab_project_level_mr_approvals", "gitlab_group_level_mr_approvals", "gitlab_project_approval_rule",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed && goes_with == null && guard.state != "kept")
    || (operation == "update" && (
      lowered("required_pull_request_reviews.required_approving_review_count", "rules.pull_request.required_approving_review_count", "approvals_required")
      || left("enforce_admins", true)
      || left("required_pull_request_reviews.require_code_owner_reviews", true) || left("required_pull_request_reviews.dismiss_stale_reviews", true)
      || left("required_pull_request_reviews.require_last_push_approval", true)
      || (length(before.required_pull_request_reviews) > 0 && length(after.required_pull_request_reviews) == 0)
      || (length(before.required_status_checks) > 0 && length(after.required_status_checks) == 0)
      || became("allows_force_pushes", true) || became("allows_deletions", true) || became("allow_force_push", true)
      || gained("force_push_bypassers") || gained("required_pull_request_reviews.pull_request_bypassers")
      || left("enforcement", "active") || gained("bypass_actors")
      || (length(before.rules.pull_request) > 0 && length(after.rules.pull_request) == 0)
      || (length(before.rules.required_status_checks) > 0 && length(after.rules.required_status_checks) == 0)
      || left("rules.deletion", true) || left("rules.non_fast_forward", true) || left("rules.pull_request.require_code_owner_review", true)
      || left("rules.pull_request.dismiss_stale_reviews_on_push", true) || left("rules.pull_request.require_last_push_approval", true)
      || left("code_owner_approval_required", true) || became("push_access_level", "developer")
      || left("reset_approvals_on_push", true) || became("merge_requests_author_approval", true)
      || left("merge_requests_disable_committers_approval", true) || left("disable_overriding_approvers_per_merge_request", true)
    ))
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Code, and with it the next plan, can reach the branch behind ${address} with fewer eyes on it"
  why        = "Review of changes rests on this setting, and so does this gate: whoever can push past it can change the policy too."
  instead    = "Keep the protection. When moving to rulesets, create the ruleset in an earlier change and see it enforced; then take the old protection out of the state with a `removed` block (`destroy = false`) and let the owners of the repository retire it."
  references = ["SOC2 CC8.1"]
}
