rule "secret-destroy" {
  title = "A secret is destroyed"
  types = [
    "aws_secretsmanager_secret", "aws_secretsmanager_secret_version", "aws_ssm_parameter",
    "google_secret_manager_secret", "google_secret_manager_regional_secret", "google_secret_manager_secret_version", "google_secret_manager_regional_secret_version",
    "azurerm_key_vault_secret", "vault_kv_secret", "vault_kv_secret_v2", "vault_generic_secret", "kubernetes_secret", "kubernetes_secret_v1",
    "github_actions_secret", "github_actions_organization_secret", "github_actions_environment_secret", "github_dependabot_secret",
    "cloudflare_secrets_store", "cloudflare_secrets_store_secret", "scaleway_secret", "databricks_secret", "databricks_secret_scope",
  ]
  actions = ["delete", "replace"]
  # A new version of a secret is a replacement by name and a rotation by meaning, likewise a forge's write-only secret.
  # A plain SSM parameter is configuration.
  when = (
    destroys && !deposed
    && guard.state != "kept" && guard.state != "will-fail"
    && !(operation == "replace" && regex("_secret_version$|^github_", type))
    && (type != "aws_ssm_parameter" || before.type == "SecureString")
    && before.recovery_window_in_days != 0
  )
  risk       = "high"
  effect     = "risk"
  message    = "Whoever reads ${address} fails at its next start or refresh"
  why        = "Running programs hold the old value for a while, so the failure comes later and elsewhere. Some credentials cannot be issued a second time."
  instead    = "Look at the last-accessed date or the access log, move the readers to the new name, and remove the old secret when nobody has read it for some time."
  references = ["SOC2 CC8.1"]
}
