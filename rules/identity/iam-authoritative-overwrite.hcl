rule "iam-authoritative-overwrite" {
  title = "A grant that claims to be complete drops the others"
  types = [
    "google_*_iam_policy", "google_*_iam_binding", "aws_iam_policy_attachment", "aws_iam_*_exclusive",
    "databricks_grants", "databricks_permissions", "cloudflare_ruleset", "grafana_notification_policy", "github_team_members",
  ]
  actions = ["create", "update", "delete", "replace"]
  # Creating one for a single resource is ordinary; for a project, folder or organisation it is not.
  # Deleting an *_exclusive resource only ends the exclusiveness.
  when = (
    !deposed
    && (
      (operation == "create" && (!startswith(type, "google_") || regex("^google_(project|folder|organization|billing_account)_iam_(binding|policy)$", type)))
      || (operation == "update" && (
        lost("members") || lost("users") || lost("roles") || lost("groups") || lost("policy_arns") || lost("policy_names")
        || lost("grant") || lost("access_control") || (startswith(type, "google_") && changed("policy_data"))
      ))
      || (contains(["delete", "replace"], operation) && !endswith(type, "_exclusive"))
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} takes access away from everyone it does not name, also from those this configuration has never heard of"
  why        = "Authoritative resources own the whole list. Creating one removes what others granted, and deleting one detaches the policy from everybody, in the whole account."
  instead    = "Use the additive kind: *_iam_member, aws_iam_role_policy_attachment and the like. If the full list is meant, import it first so that the plan shows what goes."
  references = ["SOC2 CC8.1"]
}
