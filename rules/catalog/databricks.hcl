# Types of the Databricks provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "databricks_job",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "databricks_ai_gateway_mcp_service",
    "databricks_app",
    "databricks_app_space",
    "databricks_apps_settings_custom_template",
    "databricks_custom_app_integration",
    "databricks_instance_profile",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "critical"
  names = [
    "databricks_directory",
    "databricks_mlflow_experiment",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  names = [
    "databricks_mws_storage_configurations",
    "databricks_repo",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "high"
  names = [
    "databricks_dbfs_file",
    "databricks_file",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "databricks_connection",
    "databricks_feature_engineering_feature",
    "databricks_global_init_script",
    "databricks_provider",
    "databricks_recipient",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "databricks_account_federation_policy",
    "databricks_account_setting_v2",
    "databricks_budget",
    "databricks_budget_policy",
    "databricks_data_quality_refresh",
    "databricks_default_namespace_setting",
    "databricks_disable_legacy_features_setting",
    "databricks_endpoint",
    "databricks_external_metadata",
    "databricks_feature_engineering_materialized_feature",
    "databricks_knowledge_assistant",
    "databricks_knowledge_assistant_knowledge_source",
    "databricks_library",
    "databricks_mlflow_webhook",
    "databricks_mount",
    "databricks_mws_ncc_binding",
    "databricks_policy_info",
    "databricks_query",
    "databricks_supervisor_agent",
    "databricks_supervisor_agent_tool",
    "databricks_warehouses_default_warehouse_override",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "databricks_cluster_policy",
    "databricks_instance_pool",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "databricks_automatic_cluster_update_workspace_setting",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "critical"
  names = [
    "databricks_mws_customer_managed_keys",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  names = [
    "databricks_secret_scope",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "databricks_obo_token",
    "databricks_secret",
    "databricks_secret_uc",
    "databricks_token",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "databricks_cluster",
    "databricks_sql_endpoint",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "databricks_disable_legacy_dbfs_setting",
    "databricks_sql_alert",
    "databricks_sql_dashboard",
    "databricks_sql_global_config",
    "databricks_sql_query",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "low"
  names = [
    "databricks_sql_visualization",
    "databricks_sql_widget",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "databricks_mws_log_delivery",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "databricks_feature_engineering_kafka_config",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "high"
  names = [
    "databricks_vector_search_endpoint",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "databricks_ai_search_endpoint",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  names = [
    "databricks_ai_search_index",
    "databricks_database_database_catalog",
    "databricks_mlflow_model",
    "databricks_online_store",
    "databricks_online_table",
    "databricks_postgres_database",
    "databricks_registered_model",
    "databricks_sql_table",
    "databricks_vector_search_index",
    "databricks_volume",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "critical"
  names = [
    "databricks_share",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "high"
  names = [
    "databricks_catalog_workspace_binding",
    "databricks_metastore_assignment",
    "databricks_model_serving",
    "databricks_model_serving_provisioned_throughput",
    "databricks_postgres_endpoint",
    "databricks_postgres_role",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  names = [
    "databricks_ai_gateway_model_provider_service",
    "databricks_ai_gateway_model_service",
    "databricks_data_classification_catalog_config",
    "databricks_database_synced_database_table",
    "databricks_disaster_recovery_stable_url",
    "databricks_postgres_catalog",
    "databricks_postgres_cdf_config",
    "databricks_postgres_data_api",
    "databricks_postgres_synced_table",
    "databricks_system_schema",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  names = [
    "databricks_workspace_file",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "databricks_workspace_binding",
    "databricks_workspace_conf",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "databricks_compliance_security_profile_workspace_setting",
    "databricks_environments_default_workspace_base_environment",
    "databricks_environments_workspace_base_environment",
    "databricks_restrict_workspace_admins_setting",
    "databricks_workspace_setting_v2",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "databricks_service_principal_secret",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "databricks_access_control_rule_set",
    "databricks_disaster_recovery_failover_group",
    "databricks_grant",
    "databricks_group",
    "databricks_group_member",
    "databricks_ip_access_list",
    "databricks_metastore_data_access",
    "databricks_mws_credentials",
    "databricks_mws_permission_assignment",
    "databricks_mws_private_access_settings",
    "databricks_service_principal",
    "databricks_service_principal_federation_policy",
    "databricks_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "databricks_account_iam_direct_group_member_v2",
    "databricks_account_iam_group_v2",
    "databricks_account_iam_service_principal_v2",
    "databricks_account_iam_user_v2",
    "databricks_account_iam_workspace_assignment_v2",
    "databricks_account_setting_user_preference_v2",
    "databricks_disable_legacy_access_setting",
    "databricks_entitlements",
    "databricks_git_credential",
    "databricks_group_instance_profile",
    "databricks_group_role",
    "databricks_permission_assignment",
    "databricks_rfa_access_request_destinations",
    "databricks_secret_acl",
    "databricks_service_principal_role",
    "databricks_sql_permissions",
    "databricks_user_instance_profile",
    "databricks_user_role",
    "databricks_workspace_entity_tag_assignment",
    "databricks_workspace_iam_direct_group_member_v2",
    "databricks_workspace_iam_group_v2",
    "databricks_workspace_iam_service_principal_v2",
    "databricks_workspace_iam_user_v2",
    "databricks_workspace_iam_workspace_assignment_v2",
    "databricks_workspace_iam_workspace_identity_detail_v2",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "databricks_aibi_dashboard_embedding_access_policy_setting",
    "databricks_entity_tag_assignment",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "databricks_materialized_features_feature_tag",
    "databricks_tag_policy",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "high"
  names = [
    "databricks_dashboard",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "databricks_lakehouse_monitor",
    "databricks_quality_monitor",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "databricks_alert",
    "databricks_data_quality_monitor",
    "databricks_enhanced_security_monitoring_workspace_setting",
    "databricks_quality_monitor_v2",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "databricks_aibi_dashboard_embedding_approved_domains_setting",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "databricks_account_network_policy",
    "databricks_artifact_allowlist",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  names = [
    "databricks_mws_networks",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "databricks_mws_network_connectivity_config",
    "databricks_mws_vpc_endpoint",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "databricks_mws_ncc_private_endpoint_rule",
    "databricks_notification_destination",
    "databricks_workspace_network_option",
  ]
}

# Types with guards, attributes to watch or something to know.
type "databricks_alert_v2" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  guard "soft" {
    safe  = { purge_on_delete = false }
    unset = "on"
  }
}

type "databricks_catalog" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "force_destroy drops its schemas and tables"
}

type "databricks_credential" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "databricks_database_instance" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  note        = "purge_on_delete protects nothing: the delete is always a hard one"
}

type "databricks_external_location" {
  class       = "data"
  category    = "warehouse"
  delete_risk = "critical"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "databricks_grants" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative: removes what it does not list"
}

type "databricks_metastore" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "databricks_mws_workspaces" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  note        = "all notebooks and the DBFS root go with it"
}

type "databricks_notebook" {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "critical"
  note        = "its content usually comes from the configuration"
}

type "databricks_permissions" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative: removes what it does not list"
}

type "databricks_pipeline" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  note        = "its managed tables go with it"
}

type "databricks_postgres_branch" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { "spec.is_protected" = true } }
  guard "soft" { safe = { purge_on_delete = false } }
}

type "databricks_postgres_project" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { purge_on_delete = false }
    unset = "on"
  }
}

type "databricks_schema" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "databricks_storage_credential" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}
