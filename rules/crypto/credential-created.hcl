rule "credential-created" {
  title = "A long-lived credential is created"
  types = [
    "aws_iam_access_key", "aws_iam_user_login_profile", "google_service_account_key", "azuread_application_password",
    "azuread_service_principal_password", "github_repository_deploy_key", "gitlab_deploy_key", "cloudflare_api_token",
    "tfe_team_token", "tfe_organization_token", "aws_rolesanywhere_trust_anchor",
  ]
  actions    = ["create"]
  risk       = "medium"
  message    = "${address} lets whoever holds it act until somebody takes it back"
  why        = "A key that does not expire is copied, forgotten and found by others, and its first use looks like any other."
  instead    = "Use a role, a workload identity or a short-lived token. Where a key must be, say who rotates it and when."
  references = ["SOC2 CC8.1"]
}
