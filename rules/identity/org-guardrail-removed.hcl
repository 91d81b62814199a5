rule "org-guardrail-removed" {
  title = "A guardrail of the organisation is removed"
  types = [
    "aws_organizations_policy", "aws_organizations_policy_attachment", "google_iam_deny_policy", "google_org_policy_policy",
    "google_project_organization_policy", "google_folder_organization_policy", "google_organization_policy",
    "azurerm_management_group_policy_assignment", "azurerm_subscription_policy_assignment", "azurerm_resource_group_policy_assignment",
    "azurerm_resource_policy_assignment",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed && guard.state != "kept" && guard.state != "will-fail")
    || (operation == "update" && (left("enforce", true) || left("boolean_policy.enforced", true) || left("spec.rules.enforce", "TRUE")))
  )
  risk       = "critical"
  effect     = "risk"
  message    = "Accounts and projects below ${address} may from now on do what it forbade"
  why        = "Service control, deny and organisation policies hold for many accounts at once, and nobody in those accounts sees this pull request."
  instead    = "Attach the policy that takes its place first, in a change of its own, and name it here. Let the owners of the guardrails approve."
  references = ["SOC2 CC8.1", "WA SEC03-BP05"]
}
