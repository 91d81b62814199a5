# Types of the GitLab provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "gitlab_application",
    "gitlab_application_settings",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "gitlab_runner_controller_instance_scope",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "gitlab_system_hook",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  names = [
    "gitlab_group_branch_protection",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "gitlab_compliance_framework",
    "gitlab_group_protected_environment",
    "gitlab_group_security_policy_attachment",
    "gitlab_project_approval_rule",
    "gitlab_project_container_repository_protection",
    "gitlab_project_level_mr_approvals",
    "gitlab_project_protected_environment",
    "gitlab_project_push_rules",
    "gitlab_project_security_policy_attachment",
    "gitlab_tag_protection",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "gitlab_project_compliance_frameworks",
    "gitlab_project_container_tag_protection",
    "gitlab_project_package_protection_rule",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "gitlab_cluster_agent",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "gitlab_group_access_token",
    "gitlab_group_deploy_token",
    "gitlab_group_variable",
    "gitlab_instance_variable",
    "gitlab_personal_access_token",
    "gitlab_project_access_token",
    "gitlab_project_deploy_token",
    "gitlab_project_secure_file",
    "gitlab_project_variable",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "gitlab_deploy_key",
    "gitlab_project_job_token_scopes",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "gitlab_cluster_agent_token",
    "gitlab_deploy_key_enable",
    "gitlab_group_service_account_access_token",
    "gitlab_pipeline_schedule_variable",
    "gitlab_project_job_token_scope",
    "gitlab_runner_controller_token",
    "gitlab_user_impersonation_token",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "gitlab_instance_cluster",
    "gitlab_project_cluster",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "gitlab_value_stream_analytics",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "low"
  names = [
    "gitlab_topic",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "gitlab_branch",
    "gitlab_project_tag",
    "gitlab_release",
    "gitlab_repository_file",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "gitlab_project_target_branch_rule",
    "gitlab_release_link",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "gitlab_project_environment",
    "gitlab_project_hook",
    "gitlab_project_pull_mirror",
    "gitlab_project_push_mirror",
    "gitlab_runner_controller",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "medium"
  names = [
    "gitlab_project_wiki_page",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "gitlab_pipeline_trigger",
    "gitlab_project_external_status_check",
    "gitlab_project_issue",
    "gitlab_project_issue_board",
    "gitlab_project_issue_link",
    "gitlab_project_merge_request_note",
    "gitlab_project_package_dependency_proxy",
    "gitlab_project_runner_enablement",
    "gitlab_project_saved_reply",
    "gitlab_runner_controller_runner_scope",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "low"
  names = [
    "gitlab_project_badge",
    "gitlab_project_milestone",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "gitlab_group_hook",
    "gitlab_group_ldap_link",
    "gitlab_group_membership",
    "gitlab_group_saml_link",
    "gitlab_group_service_account",
    "gitlab_group_share_group",
    "gitlab_instance_service_account",
    "gitlab_member_role",
    "gitlab_project_membership",
    "gitlab_project_service_account",
    "gitlab_project_share_group",
    "gitlab_user",
    "gitlab_user_runner",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "gitlab_group_cluster",
    "gitlab_group_custom_attribute",
    "gitlab_group_dependency_proxy",
    "gitlab_group_epic_board",
    "gitlab_group_integration_harbor",
    "gitlab_group_integration_mattermost",
    "gitlab_group_integration_microsoft_teams",
    "gitlab_group_issue_board",
    "gitlab_group_saved_reply",
    "gitlab_project_integration_microsoft_teams",
    "gitlab_user_avatar",
    "gitlab_user_custom_attribute",
    "gitlab_user_gpgkey",
    "gitlab_user_identity",
    "gitlab_user_saved_reply",
    "gitlab_user_sshkey",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "gitlab_group_badge",
    "gitlab_group_label",
    "gitlab_group_project_file_template",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "gitlab_project_custom_attribute",
    "gitlab_project_label",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "gitlab_pipeline_schedule",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "gitlab_integration_slack",
    "gitlab_project_integration_custom_issue_tracker",
    "gitlab_project_integration_datadog",
    "gitlab_project_integration_emails_on_push",
    "gitlab_project_integration_external_wiki",
    "gitlab_project_integration_github",
    "gitlab_project_integration_google_chat",
    "gitlab_project_integration_harbor",
    "gitlab_project_integration_jenkins",
    "gitlab_project_integration_jira",
    "gitlab_project_integration_matrix",
    "gitlab_project_integration_mattermost",
    "gitlab_project_integration_pipelines_email",
    "gitlab_project_integration_redmine",
    "gitlab_project_integration_telegram",
    "gitlab_project_integration_youtrack",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "gitlab_global_level_notifications",
    "gitlab_project_level_notifications",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "gitlab_pages_domain",
  ]
}

# Types with guards, attributes to watch or something to know.
type "gitlab_application_appearance" {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  guard "keep" { safe = { keep_settings_on_destroy = true } }
}

type "gitlab_branch_protection" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "the control that change management rests on: weaker is as bad as deleted"
}

type "gitlab_group" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { archive_on_destroy = true } }
  note = "all its projects go with it"
}

type "gitlab_group_level_mr_approvals" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  guard "keep" { safe = { keep_settings_on_destroy = true } }
}

type "gitlab_project" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { archive_on_destroy = true } }
  note = "code, pipelines and registry go with it; archive_on_destroy archives it instead"
}

type "gitlab_project_cicd_catalog" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  guard "keep" { safe = { keep_settings_on_destroy = true } }
}

type "gitlab_project_freeze_period" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  note        = "removing it opens the deployment window"
}

type "gitlab_project_pages_settings" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  guard "keep" { safe = { keep_settings_on_destroy = true } }
}
