# Types of the Snowflake provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "critical"
  names = [
    "snowflake_warehouse",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "snowflake_service",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "snowflake_api_integration_git_repository_github_app",
    "snowflake_compute_pool",
    "snowflake_external_function",
    "snowflake_function_java",
    "snowflake_function_javascript",
    "snowflake_function_python",
    "snowflake_function_scala",
    "snowflake_job_service",
    "snowflake_mcp_server",
    "snowflake_warehouse_adaptive",
    "snowflake_warehouse_interactive",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_notebook",
    "snowflake_sequence",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "snowflake_account_parameter",
    "snowflake_object_parameter",
    "snowflake_pipe",
    "snowflake_primary_connection",
    "snowflake_secondary_connection",
    "snowflake_task",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "snowflake_cortex_agent",
    "snowflake_file_format",
    "snowflake_file_format_avro",
    "snowflake_file_format_csv",
    "snowflake_file_format_json",
    "snowflake_file_format_orc",
    "snowflake_file_format_parquet",
    "snowflake_file_format_xml",
    "snowflake_listing",
    "snowflake_procedure_java",
    "snowflake_procedure_javascript",
    "snowflake_procedure_python",
    "snowflake_procedure_scala",
    "snowflake_session_parameter",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "snowflake_api_authentication_integration_with_authorization_code_grant",
    "snowflake_api_authentication_integration_with_client_credentials",
    "snowflake_api_authentication_integration_with_jwt_bearer",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_secret_with_authorization_code_grant",
    "snowflake_secret_with_basic_authentication",
    "snowflake_secret_with_client_credentials",
    "snowflake_secret_with_generic_string",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "snowflake_api_integration_git_repository_token",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "snowflake_function_sql",
    "snowflake_procedure_sql",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "snowflake_catalog_integration_aws_glue",
    "snowflake_catalog_integration_iceberg_rest",
    "snowflake_catalog_integration_open_catalog",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "snowflake_catalog_integration_object_storage",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_image_repository",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "high"
  names = [
    "snowflake_git_repository",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_cortex_search_service",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  names = [
    "snowflake_dynamic_table",
    "snowflake_external_volume",
    "snowflake_iceberg_table_from_aws_glue",
    "snowflake_iceberg_table_from_delta_files",
    "snowflake_iceberg_table_from_files",
    "snowflake_iceberg_table_from_rest",
    "snowflake_internal_stage",
    "snowflake_materialized_view",
    "snowflake_postgres_instance",
    "snowflake_share",
    "snowflake_shared_database",
    "snowflake_stage_internal",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_stream",
    "snowflake_stream_on_directory_table",
    "snowflake_stream_on_external_table",
    "snowflake_stream_on_table",
    "snowflake_stream_on_view",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "high"
  names = [
    "snowflake_external_azure_stage",
    "snowflake_external_gcs_stage",
    "snowflake_external_s3_stage",
    "snowflake_external_table",
    "snowflake_semantic_view",
    "snowflake_stage_external_azure",
    "snowflake_stage_external_gcs",
    "snowflake_stage_external_s3",
    "snowflake_streamlit",
    "snowflake_view",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  names = [
    "snowflake_function",
    "snowflake_procedure",
    "snowflake_stage",
    "snowflake_stage_external_s3_compatible",
    "snowflake_table_constraint",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "snowflake_account_role",
    "snowflake_network_policy_attachment",
    "snowflake_saml2_integration",
    "snowflake_saml_integration",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "snowflake_user_programmatic_access_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "snowflake_account_authentication_policy_attachment",
    "snowflake_authentication_policy",
    "snowflake_database_grant",
    "snowflake_database_role",
    "snowflake_external_oauth_integration",
    "snowflake_grant_account_role",
    "snowflake_grant_privileges_to_account_role",
    "snowflake_grant_privileges_to_database_role",
    "snowflake_grant_privileges_to_role",
    "snowflake_grant_privileges_to_share",
    "snowflake_legacy_service_user",
    "snowflake_masking_policy",
    "snowflake_oauth_integration",
    "snowflake_oauth_integration_for_custom_clients",
    "snowflake_password_policy",
    "snowflake_role",
    "snowflake_role_grants",
    "snowflake_row_access_policy",
    "snowflake_schema_grant",
    "snowflake_scim_integration",
    "snowflake_service_user",
    "snowflake_session_policy",
    "snowflake_storage_integration",
    "snowflake_storage_lifecycle_policy",
    "snowflake_table_column_masking_policy_application",
    "snowflake_table_grant",
    "snowflake_user_public_keys",
    "snowflake_warehouse_grant",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "snowflake_account_password_policy_attachment",
    "snowflake_account_session_policy_attachment",
    "snowflake_api_integration",
    "snowflake_api_integration_external_mcp_oauth2",
    "snowflake_api_integration_git_repository_oauth2",
    "snowflake_external_access_integration",
    "snowflake_grant_application_role",
    "snowflake_grant_database_role",
    "snowflake_network_rule",
    "snowflake_oauth_integration_for_partner_applications",
    "snowflake_stage_grant",
    "snowflake_table_storage_lifecycle_policy_attachment",
    "snowflake_user_authentication_policy_attachment",
    "snowflake_user_password_policy_attachment",
    "snowflake_user_session_policy_attachment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "snowflake_email_notification_integration",
    "snowflake_notification_integration",
    "snowflake_tag_association",
  ]
}

types {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  names = [
    "snowflake_account",
    "snowflake_managed_account",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "snowflake_tag",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "snowflake_resource_monitor",
    "snowflake_storage_integration_aws",
    "snowflake_storage_integration_azure",
    "snowflake_storage_integration_gcs",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "snowflake_alert",
    "snowflake_api_integration_azure_api_management",
    "snowflake_api_integration_external_mcp_dynamic_client",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "high"
  names = [
    "snowflake_unsafe_execute",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "snowflake_api_integration_amazon_api_gateway",
    "snowflake_api_integration_git_repository_private_link",
    "snowflake_api_integration_google_cloud_api_gateway",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  names = [
    "snowflake_hybrid_table",
    "snowflake_iceberg_table",
    "snowflake_secondary_database",
  ]
  guard "soft" { safe = { data_retention_time_in_days = above(0) } }
}

type "snowflake_current_account" {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  guard "backup" { safe = { data_retention_time_in_days = above(0) } }
}

type "snowflake_current_organization_account" {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  guard "backup" { safe = { data_retention_time_in_days = above(0) } }
}

type "snowflake_database" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { data_retention_time_in_days = above(0) } }
  note = "while data_retention_time_in_days is above 0 it can be undropped"
}

type "snowflake_execute" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "high"
  note        = "runs its execute and revert statements: what they do is not in the plan"
}

type "snowflake_failover_group" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  note        = "replication is lost"
}

type "snowflake_grant_ownership" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "can lock Terraform out"
}

type "snowflake_network_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "a wrong list locks everybody out"
}

type "snowflake_schema" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { data_retention_time_in_days = above(0) } }
  note = "its tables go with it"
}

type "snowflake_table" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { data_retention_time_in_days = above(0) } }
  note = "a dropped column loses its data in place"
}

type "snowflake_user" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "a replacement resets its credentials"
}
