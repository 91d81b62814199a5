# Types of the Auth0 provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  names = [
    "auth0_attack_protection",
    "auth0_guardian",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "auth0_network_acl",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "critical"
  names = [
    "auth0_encryption_key_manager",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  names = [
    "auth0_organization",
    "auth0_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "auth0_custom_domain",
    "auth0_resource_server",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "auth0_action",
    "auth0_branding",
    "auth0_client_credentials",
    "auth0_client_grant",
    "auth0_connection_clients",
    "auth0_connection_scim_configuration",
    "auth0_email_provider",
    "auth0_event_stream",
    "auth0_flow",
    "auth0_hook",
    "auth0_log_stream",
    "auth0_organization_connections",
    "auth0_organization_member",
    "auth0_organization_members",
    "auth0_pages",
    "auth0_prompt",
    "auth0_rate_limit_policy",
    "auth0_resource_server_scopes",
    "auth0_role",
    "auth0_role_permission",
    "auth0_role_permissions",
    "auth0_rule",
    "auth0_self_service_profile",
    "auth0_token_exchange_profile",
    "auth0_trigger_action",
    "auth0_trigger_actions",
    "auth0_user_permissions",
    "auth0_user_roles",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "auth0_action_module",
    "auth0_client_cimd",
    "auth0_connection_client",
    "auth0_connection_directory",
    "auth0_connection_directory_synchronized_groups",
    "auth0_connection_keys",
    "auth0_connection_profile",
    "auth0_connection_scim_token",
    "auth0_custom_domain_default",
    "auth0_custom_domain_verification",
    "auth0_flow_vault_connection",
    "auth0_form",
    "auth0_organization_client",
    "auth0_organization_client_grant",
    "auth0_organization_clients",
    "auth0_organization_connection",
    "auth0_organization_discovery_domain",
    "auth0_organization_discovery_domains",
    "auth0_organization_member_role",
    "auth0_organization_member_roles",
    "auth0_phone_provider",
    "auth0_prompt_screen_partial",
    "auth0_prompt_screen_partials",
    "auth0_prompt_screen_renderer",
    "auth0_resource_server_scope",
    "auth0_risk_assessments",
    "auth0_risk_assessments_new_device",
    "auth0_rule_config",
    "auth0_self_service_profile_custom_text",
    "auth0_supplemental_signals",
    "auth0_user_attribute_profile",
    "auth0_user_permission",
    "auth0_user_role",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "auth0_branding_phone_notification_template",
    "auth0_branding_theme",
    "auth0_email_template",
    "auth0_phone_notification_template",
    "auth0_prompt_custom_text",
    "auth0_prompt_partials",
  ]
}

# Types with guards, attributes to watch or something to know.
type "auth0_client" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "client_id and secret cannot be had back; every application that uses them breaks"
}

type "auth0_connection" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  note        = "with strategy = auth0 all users in it are deleted"
}

type "auth0_tenant" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "a singleton: an update changes the whole tenant (session lifetime, logout URLs)"
}
