# Types of the Grafana provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "grafana_cloud_access_policy_token",
    "grafana_service_account_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "grafana_cloud_access_policy",
    "grafana_cloud_stack_service_account",
    "grafana_dashboard_permission",
    "grafana_data_source_permission",
    "grafana_folder_permission",
    "grafana_role",
    "grafana_role_assignment",
    "grafana_role_assignment_item",
    "grafana_scim_config",
    "grafana_service_account",
    "grafana_sso_settings",
    "grafana_team",
    "grafana_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "grafana_cloud_private_data_source_connect_network_token",
    "grafana_cloud_stack_service_account_token",
    "grafana_data_source_permission_item",
    "grafana_folder_permission_item",
    "grafana_service_account_permission",
    "grafana_service_account_permission_item",
    "grafana_team_external_group",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "grafana_dashboard_permission_item",
    "grafana_oncall_user_notification_rule",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "critical"
  names = [
    "grafana_organization",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  names = [
    "grafana_data_source",
    "grafana_rule_group",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "high"
  names = [
    "grafana_k6_project",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "grafana_apps_notifications_routingtree_v1beta1",
    "grafana_apps_rules_alertrule_v0alpha1",
    "grafana_cloud_plugin_installation",
    "grafana_cloud_private_data_source_connect_network",
    "grafana_contact_point",
    "grafana_dashboard",
    "grafana_fleet_management_pipeline",
    "grafana_machine_learning_job",
    "grafana_message_template",
    "grafana_mute_timing",
    "grafana_oncall_escalation",
    "grafana_oncall_escalation_chain",
    "grafana_oncall_integration",
    "grafana_oncall_route",
    "grafana_oncall_schedule",
    "grafana_organization_preferences",
    "grafana_slo",
    "grafana_synthetic_monitoring_check",
    "grafana_synthetic_monitoring_installation",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "grafana_agento11y_collection",
    "grafana_agento11y_evaluation_rule",
    "grafana_agento11y_evaluator",
    "grafana_agento11y_hook_rule",
    "grafana_agento11y_rule_action",
    "grafana_apps_alertenrichment_alertenrichment_v1beta1",
    "grafana_apps_generic_resource",
    "grafana_apps_productactivation_appo11yconfig_v1alpha1",
    "grafana_apps_productactivation_dbo11yconfig_v1alpha1",
    "grafana_apps_productactivation_k8so11yconfig_v1alpha1",
    "grafana_apps_provisioning_connection_v0alpha1",
    "grafana_apps_provisioning_repository_v0alpha1",
    "grafana_apps_queries_query_v1",
    "grafana_apps_rules_recordingrule_v0alpha1",
    "grafana_apps_rules_rulesequence_v0alpha1",
    "grafana_apps_secret_keeper_activation_v1beta1",
    "grafana_apps_secret_keeper_v1beta1",
    "grafana_apps_secret_securevalue_v1beta1",
    "grafana_apps_servicemodel_component_v1alpha1",
    "grafana_asserts_custom_model_rules",
    "grafana_asserts_log_config",
    "grafana_asserts_profile_config",
    "grafana_asserts_prom_rule_file",
    "grafana_asserts_stack",
    "grafana_asserts_suppressed_assertions_config",
    "grafana_asserts_thresholds",
    "grafana_asserts_trace_config",
    "grafana_assistant_mcp_server",
    "grafana_assistant_quickstart",
    "grafana_assistant_rule",
    "grafana_assistant_skill",
    "grafana_assistant_terms_acceptance",
    "grafana_cloud_integration",
    "grafana_cloud_org_member",
    "grafana_cloud_provider_aws_account",
    "grafana_cloud_provider_aws_cloudwatch_scrape_job",
    "grafana_cloud_provider_aws_resource_metadata_scrape_job",
    "grafana_cloud_provider_azure_credential",
    "grafana_connections_metrics_endpoint_scrape_job",
    "grafana_data_source_cache_config",
    "grafana_data_source_config",
    "grafana_data_source_config_lbac_rules",
    "grafana_fleet_management_collector",
    "grafana_frontend_o11y_app",
    "grafana_k6_installation",
    "grafana_k6_load_test",
    "grafana_k6_project_allowed_load_zones",
    "grafana_k6_project_limits",
    "grafana_k6_schedule",
    "grafana_library_panel",
    "grafana_machine_learning_alert",
    "grafana_machine_learning_holiday",
    "grafana_machine_learning_outlier_detector",
    "grafana_oncall_on_call_shift",
    "grafana_oncall_outgoing_webhook",
    "grafana_synthetic_monitoring_check_alerts",
    "grafana_synthetic_monitoring_probe",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "grafana_annotation",
    "grafana_apps_dashboard_dashboard_v1beta1",
    "grafana_apps_dashboard_dashboard_v2",
    "grafana_apps_dashboard_dashboard_v2beta1",
    "grafana_apps_notifications_inhibitionrule_v1beta1",
    "grafana_apps_playlist_playlist_v0alpha1",
    "grafana_apps_playlist_playlist_v1",
    "grafana_asserts_notification_alerts_config",
    "grafana_dashboard_public",
    "grafana_playlist",
    "grafana_report",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "grafana_cloud_access_policy_rotating_token",
    "grafana_cloud_stack_service_account_rotating_token",
    "grafana_service_account_rotating_token",
  ]
  guard "keep" {
    safe  = { delete_on_destroy = false }
    unset = "on"
  }
}

type "grafana_cloud_stack" {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { delete_protection = true } }
  note = "delete_protection is true by default in recent providers"
}

type "grafana_folder" {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  guard "hard" { safe = { prevent_destroy_if_not_empty = true } }
  note = "dashboards and alert rules go with it"
}

type "grafana_notification_policy" {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  note        = "authoritative: overwrites the whole routing tree"
}
