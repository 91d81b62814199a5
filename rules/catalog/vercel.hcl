# Types of the Vercel provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "vercel_project_deployment_retention",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vercel_edge_config",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "high"
  names = [
    "vercel_edge_config_item",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "vercel_webhook",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "vercel_bulk_redirects",
    "vercel_edge_config_schema",
    "vercel_feature_flag_config",
    "vercel_feature_flag_definition",
    "vercel_feature_flag_sdk_key",
    "vercel_feature_flag_segment",
    "vercel_trace_drain",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "vercel_attack_challenge_mode",
    "vercel_firewall_bypass",
    "vercel_firewall_config",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "vercel_deployment_protection_exception",
    "vercel_project_protection_bypass",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "vercel_custom_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "vercel_edge_config_token",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "vercel_log_drain",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "vercel_audit_log_drain",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "critical"
  names = [
    "vercel_blob_store",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "high"
  names = [
    "vercel_blob_object",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "vercel_blob_project_connection",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "vercel_vcr_repository",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vercel_project",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  names = [
    "vercel_project_environment_variable",
    "vercel_project_environment_variables",
    "vercel_shared_environment_variable",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "vercel_custom_environment",
    "vercel_project_rolling_release",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "vercel_project_crons",
    "vercel_shared_environment_variable_project_link",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "vercel_team_config",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "vercel_access_group",
    "vercel_integration_project_access",
    "vercel_project_members",
    "vercel_team_member",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "vercel_access_group_member",
    "vercel_access_group_project",
    "vercel_microfrontend_group",
    "vercel_microfrontend_group_membership",
    "vercel_oauth_app",
    "vercel_oauth_app_client_secret",
    "vercel_user_token",
    "vercel_vcr_repository_permission",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "vercel_alias",
    "vercel_dns_record",
    "vercel_project_domain",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "vercel_network",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "vercel_project_route",
  ]
}

# Types with guards, attributes to watch or something to know.
type "vercel_deployment" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "keep" {
    safe  = { delete_on_destroy = false }
    unset = "on"
  }
  note = "creating one deploys"
}
