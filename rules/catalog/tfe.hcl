# Types of the HCP Terraform (tfe) provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "tfe_no_code_module",
    "tfe_run_trigger",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "tfe_admin_smtp_settings",
    "tfe_hyok_configuration",
    "tfe_opa_version",
    "tfe_provider_set",
    "tfe_sentinel_version",
    "tfe_terraform_version",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "tfe_org_max_token_ttl_policy",
    "tfe_policy",
    "tfe_project_policy_set",
    "tfe_project_policy_set_exclusion",
    "tfe_sentinel_policy",
    "tfe_tag_policy_set",
    "tfe_tag_policy_set_exclusion",
    "tfe_workspace_policy_set_exclusion",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "tfe_policy_set_parameter",
    "tfe_workspace_policy_set",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "tfe_agent_pool",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "tfe_agent_token",
    "tfe_audit_trail_token",
    "tfe_organization_token",
    "tfe_ssh_key",
    "tfe_team_token",
    "tfe_variable",
    "tfe_variable_set",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "tfe_oauth_client",
    "tfe_test_variable",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "tfe_project_oauth_client",
    "tfe_project_variable_set",
    "tfe_scim_token",
    "tfe_stack_variable_set",
    "tfe_workspace_variable_set",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  names = [
    "tfe_stack",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  names = [
    "tfe_registry_module",
    "tfe_registry_provider",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "tfe_team_project_access",
    "tfe_workspace_run_task",
    "tfe_workspace_settings",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "tfe_agent_pool_allowed_projects",
    "tfe_agent_pool_allowed_workspaces",
    "tfe_agent_pool_excluded_workspaces",
    "tfe_project_notification_configuration",
    "tfe_project_settings",
    "tfe_registry_gpg_key",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "tfe_admin_organization_settings",
    "tfe_organization_membership",
    "tfe_organization_run_task",
    "tfe_saml_settings",
    "tfe_team",
    "tfe_team_access",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "tfe_aws_oidc_configuration",
    "tfe_azure_oidc_configuration",
    "tfe_gcp_oidc_configuration",
    "tfe_organization_default_settings",
    "tfe_organization_module_sharing",
    "tfe_organization_run_task_global_settings",
    "tfe_scim_group_mapping",
    "tfe_scim_settings",
    "tfe_team_member",
    "tfe_team_members",
    "tfe_team_organization_member",
    "tfe_team_organization_members",
    "tfe_vault_oidc_configuration",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "tfe_team_notification_configuration",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "tfe_notification_configuration",
  ]
}

# Types with guards, attributes to watch or something to know.
type "tfe_data_retention_policy" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  note        = "state versions are deleted after its time"
}

type "tfe_organization" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "everything inside goes with it"
}

type "tfe_policy_set" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  note        = "weaker or deleted it disarms the policy gate"
}

type "tfe_project" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "critical"
  guard "safety" {
    safe  = { auto_destroy_activity_duration = unset() }
    unset = "on"
  }
}

type "tfe_workspace" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_delete = false }
    unset = "on"
  }
  guard "safety" { safe = { allow_destroy_plan = false } }
  guard "safety" {
    safe  = { auto_apply = false }
    unset = "on"
  }
  guard "safety" {
    safe  = { auto_destroy_activity_duration = unset() }
    unset = "on"
  }
  guard "safety" {
    safe  = { auto_destroy_at = unset() }
    unset = "on"
  }
  note = "its state goes with it: what it manages becomes an orphan; auto_destroy_at and auto_destroy_activity_duration schedule a real destroy, auto_apply removes the approval"
}

type "tfe_workspace_run" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  note        = "creating or destroying it starts real runs"
}
