rule "iam-lockout" {
  title = "An administrator's access is taken away"
  types = [
    "aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_ssoadmin_managed_policy_attachment",
    "aws_eks_access_policy_association", "google_project_iam_member", "google_project_iam_binding", "google_folder_iam_member", "google_folder_iam_binding",
    "google_organization_iam_member", "google_organization_iam_binding", "azurerm_role_assignment", "github_membership", "tfe_team_access",
    "kubernetes_cluster_role_binding", "kubernetes_cluster_role_binding_v1",
  ]
  actions = ["delete", "update", "replace"]
  # A replacement that grants the same to the same principal is no loss (an Azure role assignment is re-created all the time).
  when = (
    !deposed
    && (
      endswith(before.policy_arn, "/AdministratorAccess") || endswith(before.managed_policy_arn, "/AdministratorAccess")
      || endswith(before.policy_arn, "/AmazonEKSClusterAdminPolicy")
      || contains(["roles/owner", "roles/resourcemanager.organizationAdmin", "roles/resourcemanager.projectIamAdmin", "roles/iam.organizationRoleAdmin"], before.role)
      || contains(["Owner", "User Access Administrator", "Role Based Access Control Administrator"], before.role_definition_name)
      || (type == "github_membership" && before.role == "admin")
      || (type == "tfe_team_access" && before.access == "admin")
      || had("role_ref.name", "cluster-admin")
    )
    && (
      operation == "delete"
      || (operation == "update" && (left("role", "admin") || left("access", "admin") || lost("members") || lost("subject")))
      || (operation == "replace" && type != "azurerm_role_assignment"
      && changed("policy_arn", "managed_policy_arn", "role", "member", "principal_arn", "user", "group", "team_id", "permission_set_arn", "subject"))
    )
  )
  risk       = "critical"
  effect     = "risk"
  message    = "Whoever held administrator rights through ${address} loses them, perhaps the role that applies this plan"
  why        = "The plan does not show whether another way in remains. When the last one goes, only the cloud's support desk can help."
  instead    = "Grant and try out the new way in first, in a change of its own, keep a break-glass account outside of Terraform, then remove the old grant."
  references = ["SOC2 CC8.1"]
}
