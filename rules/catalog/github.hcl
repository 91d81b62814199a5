# Types of the GitHub provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "github_app_installation_repositories",
    "github_app_installation_repository",
    "github_repository_deployment_branch_policy",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "github_issue",
    "github_organization_block",
    "github_organization_custom_properties",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  names = [
    "github_branch_protection_v3",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "github_actions_organization_permissions",
    "github_actions_organization_workflow_permissions",
    "github_actions_repository_oidc_subject_claim_customization_template",
    "github_actions_repository_permissions",
    "github_enterprise_actions_permissions",
    "github_enterprise_ip_allow_list_entry",
    "github_enterprise_security_analysis_settings",
    "github_organization_security_manager",
    "github_repository_dependabot_security_updates",
    "github_repository_vulnerability_alerts",
    "github_workflow_repository_permissions",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "github_actions_organization_oidc_subject_claim_customization_template",
    "github_enterprise_actions_workflow_permissions",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "github_actions_environment_secret",
    "github_actions_organization_secret",
    "github_actions_secret",
    "github_codespaces_organization_secret",
    "github_codespaces_secret",
    "github_dependabot_organization_secret",
    "github_dependabot_secret",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "github_repository_deploy_key",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "github_actions_organization_secret_repositories",
    "github_actions_organization_secret_repository",
    "github_codespaces_organization_secret_repositories",
    "github_codespaces_user_secret",
    "github_dependabot_organization_secret_repositories",
    "github_dependabot_organization_secret_repository",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "low"
  names = [
    "github_repository_topics",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "github_branch",
    "github_release",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "medium"
  names = [
    "github_repository_file",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "github_repository_custom_property",
    "github_repository_project",
    "github_repository_pull_request",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "low"
  names = [
    "github_repository_autolink_reference",
    "github_repository_milestone",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "github_actions_runner_group",
    "github_organization_webhook",
    "github_repository_environment",
    "github_repository_environment_deployment_policy",
    "github_repository_pages",
    "github_repository_webhook",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "github_actions_environment_variable",
    "github_actions_hosted_runner",
    "github_actions_organization_variable",
    "github_actions_organization_variable_repositories",
    "github_actions_organization_variable_repository",
    "github_actions_repository_access_level",
    "github_actions_variable",
    "github_enterprise_actions_runner_group",
    "github_organization_project",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "low"
  names = [
    "github_project_card",
    "github_project_column",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "github_emu_group_mapping",
    "github_membership",
    "github_organization_custom_role",
    "github_organization_role_team",
    "github_organization_role_user",
    "github_repository_collaborator",
    "github_team",
    "github_team_membership",
    "github_team_repository",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "github_organization_repository_role",
    "github_organization_role",
    "github_organization_role_team_assignment",
    "github_team_settings",
    "github_team_sync_group_mapping",
    "github_user_gpg_key",
    "github_user_invitation_accepter",
    "github_user_ssh_key",
  ]
}

types {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  names = [
    "github_enterprise_organization",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "github_issue_label",
    "github_issue_labels",
  ]
}

# Types with guards, attributes to watch or something to know.
type "github_branch_default" {
  class       = "data"
  category    = "registry"
  delete_risk = "high"
  note        = "checks and protections bound to the old branch break"
}

type "github_branch_protection" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "the control that change management rests on: weaker is as bad as deleted"
}

type "github_organization_ruleset" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "enforcement other than active disarms it"
}

type "github_organization_settings" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  note        = "holds default_repository_permission and who may create public repositories"
}

type "github_repository" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { archive_on_destroy = true } }
  note = "code, issues, pull requests and packages go with it (90 days to restore it, forks never); archive_on_destroy archives it instead; public visibility is as bad"
}

type "github_repository_collaborators" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative: removes what it does not list"
}

type "github_repository_ruleset" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "enforcement other than active disarms it, so do more bypass_actors"
}

type "github_team_members" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative: removes what it does not list"
}
