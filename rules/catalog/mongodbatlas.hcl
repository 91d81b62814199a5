# Types of the MongoDB Atlas provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "mongodbatlas_network_container",
    "mongodbatlas_privatelink_endpoint_service",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "mongodbatlas_ldap_configuration",
    "mongodbatlas_maintenance_window",
    "mongodbatlas_resource_policy",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "mongodbatlas_federated_query_limit",
    "mongodbatlas_federated_settings_org_config",
    "mongodbatlas_ldap_verify",
    "mongodbatlas_private_endpoint_regional_mode",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "mongodbatlas_cluster_outage_simulation",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "mongodbatlas_encryption_at_rest_private_endpoint",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "mongodbatlas_api_key",
    "mongodbatlas_project_api_key",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "mongodbatlas_ai_model_api_key",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "mongodbatlas_federated_database_instance",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "critical"
  names = [
    "mongodbatlas_global_cluster_config",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "mongodbatlas_data_lake",
  ]
}

types {
  class       = "data"
  category    = "logs"
  stateful    = true
  delete_risk = "critical"
  names = [
    "mongodbatlas_online_archive",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "mongodbatlas_auditing",
    "mongodbatlas_push_based_log_export",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "mongodbatlas_log_integration",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "mongodbatlas_stream_instance",
    "mongodbatlas_stream_workspace",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  names = [
    "mongodbatlas_stream_processor",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "mongodbatlas_event_trigger",
    "mongodbatlas_stream_connection",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "mongodbatlas_stream_connection_failover",
    "mongodbatlas_stream_privatelink_endpoint",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
  names = [
    "mongodbatlas_search_index",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "high"
  names = [
    "mongodbatlas_search_deployment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "mongodbatlas_cloud_provider_access_authorization",
    "mongodbatlas_custom_db_role",
    "mongodbatlas_database_user",
    "mongodbatlas_federated_settings_identity_provider",
    "mongodbatlas_team",
    "mongodbatlas_teams",
    "mongodbatlas_x509_authentication_database_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "mongodbatlas_access_list_api_key",
    "mongodbatlas_api_key_project_assignment",
    "mongodbatlas_cloud_provider_access_setup",
    "mongodbatlas_cloud_user_org_assignment",
    "mongodbatlas_cloud_user_project_assignment",
    "mongodbatlas_cloud_user_team_assignment",
    "mongodbatlas_federated_settings_org_role_mapping",
    "mongodbatlas_mongodb_employee_access_grant",
    "mongodbatlas_org_invitation",
    "mongodbatlas_project_invitation",
    "mongodbatlas_project_service_account",
    "mongodbatlas_project_service_account_access_list_entry",
    "mongodbatlas_project_service_account_secret",
    "mongodbatlas_service_account",
    "mongodbatlas_service_account_access_list_entry",
    "mongodbatlas_service_account_project_assignment",
    "mongodbatlas_service_account_secret",
    "mongodbatlas_team_project_assignment",
  ]
}

types {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  names = [
    "mongodbatlas_project",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  names = [
    "mongodbatlas_organization",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "mongodbatlas_third_party_integration",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "mongodbatlas_alert_configuration",
    "mongodbatlas_metric_integration",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "mongodbatlas_custom_dns_configuration_cluster_aws",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "mongodbatlas_project_ip_whitelist",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "mongodbatlas_ai_model_rate_limit",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "mongodbatlas_network_peering",
    "mongodbatlas_privatelink_endpoint",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "mongodbatlas_privatelink_endpoint_service_data_federation_online_archive",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "mongodbatlas_cloud_backup_snapshot",
    "mongodbatlas_cloud_provider_snapshot",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  names = [
    "mongodbatlas_cloud_provider_snapshot_backup_policy",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  names = [
    "mongodbatlas_cloud_backup_snapshot_export_bucket",
    "mongodbatlas_cloud_backup_snapshot_export_job",
    "mongodbatlas_cloud_backup_snapshot_restore_job",
  ]
}

# Types with guards, attributes to watch or something to know.
type "mongodbatlas_advanced_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection_enabled = true } }
  guard "soft" { safe = { retain_backups_enabled = true } }
  guard "backup" { safe = { backup_enabled = true } }
  note = "retain_backups_enabled keeps the snapshots; name and project_id force a replacement; a major version cannot be lowered again"
}

type "mongodbatlas_backup_compliance_policy" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "critical"
  note        = "cannot be removed without the support of MongoDB"
}

type "mongodbatlas_cloud_backup_schedule" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  guard "keep" { safe = { skip_destroy = true } }
  note = "skip_destroy exists since 2.x; a delete stops the backups"
}

type "mongodbatlas_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection_enabled = true } }
  guard "soft" { safe = { retain_backups_enabled = true } }
  guard "backup" { safe = { backup_enabled = true } }
  note = "dropped in 2.x, still common"
}

type "mongodbatlas_encryption_at_rest" {
  class       = "crypto"
  category    = "key"
  delete_risk = "critical"
  note        = "disabled or with a wrong key the clusters are unavailable"
}

type "mongodbatlas_flex_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection_enabled = true } }
}

type "mongodbatlas_project_ip_access_list" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "0.0.0.0/0 is the internet; a delete cuts applications off"
}

type "mongodbatlas_serverless_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection_enabled = true } }
}
