rule "user-directory-destroy" {
  title      = "A user directory is destroyed"
  types      = ["aws_cognito_user_pool", "google_identity_platform_config", "google_identity_platform_tenant", "google_active_directory_domain"]
  actions    = ["delete", "replace"]
  when       = destroys && !deposed && guard.state == "unguarded"
  risk       = "critical"
  effect     = "prohibit"
  message    = "All accounts in ${address} are gone: users cannot log in, and their passwords cannot be exported or restored"
  why        = "Password hashes never leave the directory, so a copy of the user list brings nobody back in. Some harmless-looking settings (aliases, user name attributes) force the replacement."
  instead    = "Switch deletion protection on and apply. Build the new directory beside it, move users over at their next login, then take the old one out of the state with a `removed` block (`destroy = false`) and let its owner delete it when it is empty."
  references = ["SOC2 CC8.1"]
}
