# Types of the Datadog provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "datadog_rum_application",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "datadog_app_builder_app",
    "datadog_app_key_registration",
    "datadog_deployment_gate",
    "datadog_integration_fastly_service",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "datadog_apm_retention_filter",
    "datadog_organization_settings",
    "datadog_restriction_policy",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "medium"
  names = [
    "datadog_datastore_item",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "datadog_action_connection",
    "datadog_apm_retention_filter_order",
    "datadog_aws_cur_config",
    "datadog_azure_uc_config",
    "datadog_cloud_inventory_sync_config",
    "datadog_cost_budget",
    "datadog_cost_custom_forecast",
    "datadog_custom_allocation_rule",
    "datadog_custom_allocation_rules",
    "datadog_dataset",
    "datadog_gcp_uc_config",
    "datadog_governance_control",
    "datadog_openapi_api",
    "datadog_org_connection",
    "datadog_powerpack",
    "datadog_powerpack_v2",
    "datadog_rum_exclusion_filter",
    "datadog_rum_retention_filter",
    "datadog_rum_retention_filters_order",
    "datadog_service_definition_yaml",
    "datadog_webhook",
    "datadog_webhook_custom_variable",
    "datadog_workflow_automation",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "datadog_appsec_waf_exclusion_filter",
    "datadog_cloud_configuration_rule",
    "datadog_csm_threats_agent_rule",
    "datadog_csm_threats_policy",
    "datadog_security_monitoring_filter",
    "datadog_security_monitoring_rule",
    "datadog_sensitive_data_scanner_rule",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "datadog_agentless_scanning_aws_scan_options",
    "datadog_agentless_scanning_azure_scan_options",
    "datadog_agentless_scanning_gcp_scan_options",
    "datadog_appsec_waf_custom_rule",
    "datadog_cloud_workload_security_agent_rule",
    "datadog_compliance_custom_framework",
    "datadog_compliance_resource_evaluation_filter",
    "datadog_security_findings_due_date_rule",
    "datadog_security_findings_due_date_rules_order",
    "datadog_security_findings_mute_rule",
    "datadog_security_findings_mute_rules_order",
    "datadog_security_findings_ticket_creation_rule",
    "datadog_security_findings_ticket_creation_rules_order",
    "datadog_security_monitoring_critical_asset",
    "datadog_security_monitoring_default_rule",
    "datadog_security_monitoring_rule_json",
    "datadog_security_notification_rule",
    "datadog_sensitive_data_scanner_group",
    "datadog_sensitive_data_scanner_group_order",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "datadog_api_key",
    "datadog_application_key",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "datadog_datastore",
    "datadog_reference_table",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "critical"
  names = [
    "datadog_logs_archive",
    "datadog_logs_archives",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "datadog_logs_custom_pipeline",
    "datadog_logs_index_order",
    "datadog_logs_pipeline_order",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "datadog_logs_archive_order",
    "datadog_logs_integration_pipeline",
    "datadog_logs_restriction_query",
    "datadog_software_catalog",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "low"
  names = [
    "datadog_logs_metric",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "datadog_integration_aws_event_bridge",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "datadog_tag_indexing_rule",
    "datadog_tag_indexing_rule_exemption",
    "datadog_tag_indexing_rule_order",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "datadog_observability_pipeline",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "datadog_authn_mapping",
    "datadog_org_group_policy",
    "datadog_role",
    "datadog_service_account",
    "datadog_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "datadog_incident_user_defined_field",
    "datadog_incident_user_defined_role",
    "datadog_integration_ms_teams_tenant_based_handle",
    "datadog_integration_ms_teams_workflows_webhook_handle",
    "datadog_on_call_team_routing_rules",
    "datadog_org_group",
    "datadog_org_group_membership",
    "datadog_org_group_policy_override",
    "datadog_service_access_token",
    "datadog_service_account_application_key",
    "datadog_team",
    "datadog_team_connection",
    "datadog_team_hierarchy_links",
    "datadog_team_link",
    "datadog_team_membership",
    "datadog_team_permission_setting",
    "datadog_team_sync",
    "datadog_user_role",
    "datadog_webhook_oauth2_client_credentials",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "datadog_on_call_user_notification_channel",
    "datadog_on_call_user_notification_rule",
    "datadog_team_notification_rule",
  ]
}

types {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  names = [
    "datadog_child_organization",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "datadog_downtime",
    "datadog_integration_aws",
    "datadog_integration_aws_account",
    "datadog_integration_azure",
    "datadog_integration_gcp_sts",
    "datadog_monitor_json",
    "datadog_on_call_escalation_policy",
    "datadog_on_call_schedule",
    "datadog_synthetics_private_location",
    "datadog_synthetics_test",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "medium"
  names = [
    "datadog_dashboard",
    "datadog_dashboard_json",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "datadog_incident_type",
    "datadog_integration_aws_account_ccm_config",
    "datadog_integration_aws_external_id",
    "datadog_integration_cloudflare_account",
    "datadog_integration_confluent_account",
    "datadog_integration_confluent_resource",
    "datadog_integration_fastly_account",
    "datadog_integration_gcp",
    "datadog_integration_opsgenie_service_object",
    "datadog_integration_pagerduty",
    "datadog_integration_pagerduty_service_object",
    "datadog_integration_slack_channel",
    "datadog_metric_metadata",
    "datadog_metric_tag_configuration",
    "datadog_monitor_config_policy",
    "datadog_rum_metric",
    "datadog_slo_correction",
    "datadog_spans_metric",
    "datadog_synthetics_concurrency_cap",
    "datadog_synthetics_global_variable",
    "datadog_synthetics_suite",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "datadog_dashboard_list",
    "datadog_dashboard_v2",
    "datadog_incident_notification_rule",
    "datadog_incident_notification_template",
    "datadog_incident_postmortem_template",
    "datadog_monitor_notification_rule",
    "datadog_secure_embed_dashboard",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "datadog_domain_allowlist",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "datadog_tag_pipeline_ruleset",
    "datadog_tag_pipeline_rulesets",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "datadog_logs_custom_destination",
  ]
}

# Types with guards, attributes to watch or something to know.
type "datadog_downtime_schedule" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  note        = "creating one with scope \"*\" silences everything"
}

type "datadog_ip_allowlist" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  note        = "a wrong range locks everybody out"
}

type "datadog_logs_index" {
  class       = "data"
  category    = "logs"
  delete_risk = "critical"
  note        = "a shorter retention or a wide exclusion filter loses logs without a delete"
}

type "datadog_monitor" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
  note = "recoverable for about 7 days"
}

type "datadog_security_monitoring_suppression" {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  note        = "creating one hides detections"
}

type "datadog_service_level_objective" {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "high"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}
