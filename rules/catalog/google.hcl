# Types of the Google Cloud provider: what they are, what guards them, how bad it is to lose one.
# Provider 7.45. Since 7.33 nearly every type has deletion_policy; google and google-beta share the type names.

# Types that differ in nothing but their name share a block.
types {
  class       = "app"
  category    = "iot"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_cloudiot_registry",
  ]
}

types {
  class       = "app"
  category    = "iot"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_cloudiot_device",
  ]
}

types {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "high"
  names = [
    "google_game_services_realm",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "google_compute_instance_from_machine_image",
    "google_compute_instance_from_template",
    "google_compute_instance_template",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "google_logging_billing_account_exclusion",
    "google_logging_folder_exclusion",
    "google_logging_organization_exclusion",
    "google_logging_project_exclusion",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "google_container_attached_cluster",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "google_datastore_index",
  ]
}

types {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_ml_engine_model",
    "google_notebooks_instance",
    "google_notebooks_runtime",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "google_storage_notification",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "google_container_registry",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  names = [
    "google_bigquery_analytics_hub_query_template",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "google_access_context_manager_access_policy_iam_binding",
    "google_access_context_manager_access_policy_iam_policy",
    "google_api_gateway_api_config_iam_binding",
    "google_api_gateway_api_config_iam_policy",
    "google_api_gateway_api_iam_binding",
    "google_api_gateway_api_iam_policy",
    "google_api_gateway_gateway_iam_binding",
    "google_api_gateway_gateway_iam_policy",
    "google_apigee_environment_iam_binding",
    "google_apigee_environment_iam_policy",
    "google_artifact_registry_repository_iam_binding",
    "google_artifact_registry_repository_iam_policy",
    "google_beyondcorp_app_connection",
    "google_beyondcorp_security_gateway_application_iam_binding",
    "google_beyondcorp_security_gateway_application_iam_policy",
    "google_beyondcorp_security_gateway_iam_binding",
    "google_beyondcorp_security_gateway_iam_policy",
    "google_biglake_hive_catalog_iam_binding",
    "google_biglake_hive_catalog_iam_policy",
    "google_biglake_hive_database_iam_binding",
    "google_biglake_hive_database_iam_policy",
    "google_biglake_hive_table_iam_binding",
    "google_biglake_hive_table_iam_policy",
    "google_biglake_iceberg_catalog_iam_binding",
    "google_biglake_iceberg_catalog_iam_policy",
    "google_biglake_iceberg_namespace_iam_binding",
    "google_biglake_iceberg_namespace_iam_policy",
    "google_biglake_iceberg_table_iam_binding",
    "google_biglake_iceberg_table_iam_policy",
    "google_bigquery_analytics_hub_data_exchange_iam_binding",
    "google_bigquery_analytics_hub_data_exchange_iam_policy",
    "google_bigquery_analytics_hub_listing_iam_binding",
    "google_bigquery_analytics_hub_listing_iam_policy",
    "google_bigquery_connection_iam_binding",
    "google_bigquery_connection_iam_policy",
    "google_bigquery_datapolicy_data_policy_iam_binding",
    "google_bigquery_datapolicy_data_policy_iam_policy",
    "google_bigquery_datapolicyv2_data_policy_iam_binding",
    "google_bigquery_datapolicyv2_data_policy_iam_policy",
    "google_bigquery_dataset_iam_binding",
    "google_bigquery_dataset_iam_policy",
    "google_bigquery_routine_iam_binding",
    "google_bigquery_routine_iam_policy",
    "google_bigquery_table_iam_binding",
    "google_bigquery_table_iam_policy",
    "google_bigtable_instance_iam_binding",
    "google_bigtable_instance_iam_policy",
    "google_bigtable_table_iam_binding",
    "google_bigtable_table_iam_policy",
    "google_billing_account_iam_binding",
    "google_billing_account_iam_member",
    "google_billing_account_iam_policy",
    "google_binary_authorization_attestor_iam_binding",
    "google_binary_authorization_attestor_iam_policy",
    "google_cloud_run_service_iam_binding",
    "google_cloud_run_service_iam_policy",
    "google_cloud_run_v2_job_iam_binding",
    "google_cloud_run_v2_job_iam_policy",
    "google_cloud_run_v2_service_iam_binding",
    "google_cloud_run_v2_service_iam_policy",
    "google_cloud_run_v2_worker_pool_iam_binding",
    "google_cloud_run_v2_worker_pool_iam_policy",
    "google_cloud_tasks_queue_iam_binding",
    "google_cloud_tasks_queue_iam_policy",
    "google_cloudbuildv2_connection_iam_binding",
    "google_cloudbuildv2_connection_iam_policy",
    "google_clouddeploy_custom_target_type_iam_binding",
    "google_clouddeploy_custom_target_type_iam_policy",
    "google_clouddeploy_delivery_pipeline_iam_binding",
    "google_clouddeploy_delivery_pipeline_iam_policy",
    "google_clouddeploy_target_iam_binding",
    "google_clouddeploy_target_iam_policy",
    "google_cloudfunctions2_function_iam_binding",
    "google_cloudfunctions2_function_iam_policy",
    "google_cloudfunctions_function_iam_binding",
    "google_cloudfunctions_function_iam_policy",
    "google_colab_runtime_template_iam_binding",
    "google_colab_runtime_template_iam_policy",
    "google_compute_backend_bucket_iam_binding",
    "google_compute_backend_bucket_iam_policy",
    "google_compute_backend_service_iam_binding",
    "google_compute_backend_service_iam_policy",
    "google_compute_disk_iam_binding",
    "google_compute_disk_iam_policy",
    "google_compute_firewall_policy_iam_binding",
    "google_compute_firewall_policy_iam_policy",
    "google_compute_image_iam_binding",
    "google_compute_image_iam_policy",
    "google_compute_instance_iam_binding",
    "google_compute_instance_iam_policy",
    "google_compute_instance_template_iam_binding",
    "google_compute_instance_template_iam_policy",
    "google_compute_instant_snapshot_iam_binding",
    "google_compute_instant_snapshot_iam_policy",
    "google_compute_machine_image_iam_binding",
    "google_compute_machine_image_iam_policy",
    "google_compute_network_firewall_policy_iam_binding",
    "google_compute_network_firewall_policy_iam_policy",
    "google_compute_region_backend_bucket_iam_binding",
    "google_compute_region_backend_bucket_iam_policy",
    "google_compute_region_backend_service_iam_binding",
    "google_compute_region_backend_service_iam_policy",
    "google_compute_region_disk_iam_binding",
    "google_compute_region_disk_iam_policy",
    "google_compute_region_instant_snapshot_iam_binding",
    "google_compute_region_instant_snapshot_iam_policy",
    "google_compute_region_network_firewall_policy_iam_binding",
    "google_compute_region_network_firewall_policy_iam_policy",
    "google_compute_snapshot_iam_binding",
    "google_compute_snapshot_iam_policy",
    "google_compute_storage_pool_iam_binding",
    "google_compute_storage_pool_iam_policy",
    "google_compute_subnetwork_iam_binding",
    "google_compute_subnetwork_iam_policy",
    "google_container_analysis_note_iam_binding",
    "google_container_analysis_note_iam_policy",
    "google_data_catalog_entry_group_iam_binding",
    "google_data_catalog_entry_group_iam_policy",
    "google_data_catalog_policy_tag_iam_binding",
    "google_data_catalog_policy_tag_iam_policy",
    "google_data_catalog_tag_template_iam_binding",
    "google_data_catalog_tag_template_iam_policy",
    "google_data_catalog_taxonomy_iam_binding",
    "google_data_catalog_taxonomy_iam_policy",
    "google_data_fusion_instance_iam_binding",
    "google_data_fusion_instance_iam_policy",
    "google_dataform_repository_iam_binding",
    "google_dataform_repository_iam_policy",
    "google_dataplex_aspect_type_iam_binding",
    "google_dataplex_aspect_type_iam_policy",
    "google_dataplex_asset_iam_binding",
    "google_dataplex_asset_iam_policy",
    "google_dataplex_data_product_iam_binding",
    "google_dataplex_data_product_iam_policy",
    "google_dataplex_datascan_iam_binding",
    "google_dataplex_datascan_iam_policy",
    "google_dataplex_entry_group_iam_binding",
    "google_dataplex_entry_group_iam_policy",
    "google_dataplex_entry_type_iam_binding",
    "google_dataplex_entry_type_iam_policy",
    "google_dataplex_glossary_iam_binding",
    "google_dataplex_glossary_iam_policy",
    "google_dataplex_lake_iam_binding",
    "google_dataplex_lake_iam_policy",
    "google_dataplex_task_iam_binding",
    "google_dataplex_task_iam_policy",
    "google_dataplex_zone_iam_binding",
    "google_dataplex_zone_iam_policy",
    "google_dataproc_autoscaling_policy_iam_binding",
    "google_dataproc_autoscaling_policy_iam_policy",
    "google_dataproc_cluster_iam_binding",
    "google_dataproc_cluster_iam_policy",
    "google_dataproc_job_iam_binding",
    "google_dataproc_job_iam_policy",
    "google_dataproc_metastore_database_iam_binding",
    "google_dataproc_metastore_database_iam_policy",
    "google_dataproc_metastore_federation_iam_binding",
    "google_dataproc_metastore_federation_iam_policy",
    "google_dataproc_metastore_service_iam_binding",
    "google_dataproc_metastore_service_iam_policy",
    "google_dataproc_metastore_table_iam_binding",
    "google_dataproc_metastore_table_iam_policy",
    "google_discovery_engine_search_engine_iam_binding",
    "google_discovery_engine_search_engine_iam_policy",
    "google_dns_managed_zone_iam_binding",
    "google_dns_managed_zone_iam_policy",
    "google_endpoints_service_consumers_iam_binding",
    "google_endpoints_service_consumers_iam_policy",
    "google_endpoints_service_iam_binding",
    "google_endpoints_service_iam_policy",
    "google_folder_iam_audit_config",
    "google_folder_iam_binding",
    "google_folder_iam_member",
    "google_gemini_repository_group_iam_binding",
    "google_gemini_repository_group_iam_policy",
    "google_gke_backup_backup_plan_iam_binding",
    "google_gke_backup_backup_plan_iam_policy",
    "google_gke_backup_restore_plan_iam_binding",
    "google_gke_backup_restore_plan_iam_policy",
    "google_gke_hub_feature_iam_binding",
    "google_gke_hub_feature_iam_policy",
    "google_gke_hub_membership_iam_binding",
    "google_gke_hub_membership_iam_policy",
    "google_gke_hub_scope_iam_binding",
    "google_gke_hub_scope_iam_policy",
    "google_healthcare_consent_store_iam_binding",
    "google_healthcare_consent_store_iam_policy",
    "google_healthcare_dataset_iam_binding",
    "google_healthcare_dataset_iam_policy",
    "google_healthcare_dicom_store_iam_binding",
    "google_healthcare_dicom_store_iam_policy",
    "google_healthcare_fhir_store_iam_binding",
    "google_healthcare_fhir_store_iam_policy",
    "google_healthcare_hl7_v2_store_iam_binding",
    "google_healthcare_hl7_v2_store_iam_policy",
    "google_iam_workforce_pool_iam_binding",
    "google_iam_workforce_pool_iam_policy",
    "google_iam_workload_identity_pool_iam_binding",
    "google_iam_workload_identity_pool_iam_policy",
    "google_iap_agent_registry_agent_iam_binding",
    "google_iap_agent_registry_agent_iam_policy",
    "google_iap_agent_registry_endpoint_iam_binding",
    "google_iap_agent_registry_endpoint_iam_policy",
    "google_iap_agent_registry_iam_binding",
    "google_iap_agent_registry_iam_policy",
    "google_iap_agent_registry_mcp_server_iam_binding",
    "google_iap_agent_registry_mcp_server_iam_policy",
    "google_iap_app_engine_service_iam_binding",
    "google_iap_app_engine_service_iam_policy",
    "google_iap_app_engine_version_iam_binding",
    "google_iap_app_engine_version_iam_policy",
    "google_iap_brand",
    "google_iap_client",
    "google_iap_location_web_iam_binding",
    "google_iap_location_web_iam_policy",
    "google_iap_tunnel_dest_group_iam_binding",
    "google_iap_tunnel_dest_group_iam_policy",
    "google_iap_tunnel_iam_binding",
    "google_iap_tunnel_iam_policy",
    "google_iap_tunnel_instance_iam_binding",
    "google_iap_tunnel_instance_iam_policy",
    "google_iap_web_backend_service_iam_binding",
    "google_iap_web_backend_service_iam_policy",
    "google_iap_web_cloud_run_service_iam_binding",
    "google_iap_web_cloud_run_service_iam_policy",
    "google_iap_web_forwarding_rule_service_iam_binding",
    "google_iap_web_forwarding_rule_service_iam_policy",
    "google_iap_web_iam_binding",
    "google_iap_web_iam_policy",
    "google_iap_web_region_backend_service_iam_binding",
    "google_iap_web_region_backend_service_iam_policy",
    "google_iap_web_region_forwarding_rule_service_iam_binding",
    "google_iap_web_region_forwarding_rule_service_iam_policy",
    "google_iap_web_type_app_engine_iam_binding",
    "google_iap_web_type_app_engine_iam_policy",
    "google_iap_web_type_compute_iam_binding",
    "google_iap_web_type_compute_iam_policy",
    "google_kms_ekm_connection_iam_binding",
    "google_kms_ekm_connection_iam_member",
    "google_kms_ekm_connection_iam_policy",
    "google_kms_key_ring_iam_binding",
    "google_kms_key_ring_iam_member",
    "google_kms_key_ring_iam_policy",
    "google_logging_log_view_iam_binding",
    "google_logging_log_view_iam_policy",
    "google_network_connectivity_hub_iam_binding",
    "google_network_connectivity_hub_iam_policy",
    "google_network_security_address_group_iam_binding",
    "google_network_security_address_group_iam_policy",
    "google_organization_iam_audit_config",
    "google_organization_iam_binding",
    "google_organization_iam_member",
    "google_privateca_ca_pool_iam_binding",
    "google_privateca_ca_pool_iam_policy",
    "google_privateca_certificate_template_iam_binding",
    "google_privateca_certificate_template_iam_policy",
    "google_project_iam_audit_config",
    "google_project_iam_member",
    "google_pubsub_schema_iam_binding",
    "google_pubsub_schema_iam_policy",
    "google_pubsub_subscription_iam_binding",
    "google_pubsub_subscription_iam_policy",
    "google_pubsub_topic_iam_binding",
    "google_pubsub_topic_iam_policy",
    "google_runtimeconfig_config_iam_binding",
    "google_runtimeconfig_config_iam_policy",
    "google_scc_source_iam_binding",
    "google_scc_source_iam_policy",
    "google_scc_v2_organization_source_iam_binding",
    "google_scc_v2_organization_source_iam_policy",
    "google_secret_manager_regional_secret_iam_binding",
    "google_secret_manager_regional_secret_iam_member",
    "google_secret_manager_regional_secret_iam_policy",
    "google_secret_manager_secret_iam_binding",
    "google_secret_manager_secret_iam_member",
    "google_secret_manager_secret_iam_policy",
    "google_secure_source_manager_instance_iam_binding",
    "google_secure_source_manager_instance_iam_policy",
    "google_secure_source_manager_repository_iam_binding",
    "google_secure_source_manager_repository_iam_policy",
    "google_service_account_iam_binding",
    "google_service_account_iam_member",
    "google_service_account_iam_policy",
    "google_service_directory_namespace_iam_binding",
    "google_service_directory_namespace_iam_policy",
    "google_service_directory_service_iam_binding",
    "google_service_directory_service_iam_policy",
    "google_sourcerepo_repository_iam_binding",
    "google_sourcerepo_repository_iam_policy",
    "google_spanner_database_iam_binding",
    "google_spanner_database_iam_policy",
    "google_spanner_instance_iam_binding",
    "google_spanner_instance_iam_policy",
    "google_storage_bucket_iam_binding",
    "google_storage_bucket_iam_member",
    "google_storage_bucket_iam_policy",
    "google_storage_managed_folder_iam_binding",
    "google_storage_managed_folder_iam_member",
    "google_storage_managed_folder_iam_policy",
    "google_tags_tag_key_iam_binding",
    "google_tags_tag_key_iam_policy",
    "google_tags_tag_value_iam_binding",
    "google_tags_tag_value_iam_policy",
    "google_vertex_ai_endpoint_iam_binding",
    "google_vertex_ai_endpoint_iam_policy",
    "google_vertex_ai_feature_group_iam_binding",
    "google_vertex_ai_feature_group_iam_policy",
    "google_vertex_ai_feature_online_store_featureview_iam_binding",
    "google_vertex_ai_feature_online_store_featureview_iam_policy",
    "google_vertex_ai_feature_online_store_iam_binding",
    "google_vertex_ai_feature_online_store_iam_policy",
    "google_vertex_ai_featurestore_entitytype_iam_binding",
    "google_vertex_ai_featurestore_entitytype_iam_policy",
    "google_vertex_ai_featurestore_iam_binding",
    "google_vertex_ai_featurestore_iam_policy",
    "google_vertex_ai_reasoning_engine_iam_binding",
    "google_vertex_ai_reasoning_engine_iam_policy",
    "google_workbench_instance_iam_binding",
    "google_workbench_instance_iam_policy",
    "google_workstations_workstation_config_iam_binding",
    "google_workstations_workstation_config_iam_policy",
    "google_workstations_workstation_iam_binding",
    "google_workstations_workstation_iam_policy",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "google_access_context_manager_access_policy_iam_member",
    "google_api_gateway_api_config_iam_member",
    "google_api_gateway_api_iam_member",
    "google_api_gateway_gateway_iam_member",
    "google_apigee_environment_iam_member",
    "google_artifact_registry_repository_iam_member",
    "google_beyondcorp_security_gateway_application_iam_member",
    "google_beyondcorp_security_gateway_iam_member",
    "google_biglake_hive_catalog_iam_member",
    "google_biglake_hive_database_iam_member",
    "google_biglake_hive_table_iam_member",
    "google_biglake_iceberg_catalog_iam_member",
    "google_biglake_iceberg_namespace_iam_member",
    "google_biglake_iceberg_table_iam_member",
    "google_bigquery_analytics_hub_data_exchange_iam_member",
    "google_bigquery_analytics_hub_listing_iam_member",
    "google_bigquery_connection_iam_member",
    "google_bigquery_datapolicy_data_policy_iam_member",
    "google_bigquery_datapolicyv2_data_policy_iam_member",
    "google_bigquery_dataset_iam_member",
    "google_bigquery_routine_iam_member",
    "google_bigquery_table_iam_member",
    "google_bigtable_instance_iam_member",
    "google_bigtable_table_iam_member",
    "google_binary_authorization_attestor_iam_member",
    "google_cloud_run_service_iam_member",
    "google_cloud_run_v2_job_iam_member",
    "google_cloud_run_v2_service_iam_member",
    "google_cloud_run_v2_worker_pool_iam_member",
    "google_cloud_tasks_queue_iam_member",
    "google_cloudbuildv2_connection_iam_member",
    "google_clouddeploy_custom_target_type_iam_member",
    "google_clouddeploy_delivery_pipeline_iam_member",
    "google_clouddeploy_target_iam_member",
    "google_cloudfunctions2_function_iam_member",
    "google_cloudfunctions_function_iam_member",
    "google_colab_runtime_template_iam_member",
    "google_compute_backend_bucket_iam_member",
    "google_compute_backend_service_iam_member",
    "google_compute_disk_iam_member",
    "google_compute_firewall_policy_iam_member",
    "google_compute_image_iam_member",
    "google_compute_instance_iam_member",
    "google_compute_instance_template_iam_member",
    "google_compute_instant_snapshot_iam_member",
    "google_compute_machine_image_iam_member",
    "google_compute_network_firewall_policy_iam_member",
    "google_compute_project_default_network_tier",
    "google_compute_region_backend_bucket_iam_member",
    "google_compute_region_backend_service_iam_member",
    "google_compute_region_disk_iam_member",
    "google_compute_region_instant_snapshot_iam_member",
    "google_compute_region_network_firewall_policy_iam_member",
    "google_compute_snapshot_iam_member",
    "google_compute_storage_pool_iam_member",
    "google_compute_subnetwork_iam_member",
    "google_container_analysis_note_iam_member",
    "google_data_catalog_entry_group_iam_member",
    "google_data_catalog_policy_tag_iam_member",
    "google_data_catalog_tag_template_iam_member",
    "google_data_catalog_taxonomy_iam_member",
    "google_data_fusion_instance_iam_member",
    "google_dataform_repository_iam_member",
    "google_dataplex_aspect_type_iam_member",
    "google_dataplex_asset_iam_member",
    "google_dataplex_data_product_iam_member",
    "google_dataplex_datascan_iam_member",
    "google_dataplex_entry_group_iam_member",
    "google_dataplex_entry_type_iam_member",
    "google_dataplex_glossary_iam_member",
    "google_dataplex_lake_iam_member",
    "google_dataplex_task_iam_member",
    "google_dataplex_zone_iam_member",
    "google_dataproc_autoscaling_policy_iam_member",
    "google_dataproc_cluster_iam_member",
    "google_dataproc_job_iam_member",
    "google_dataproc_metastore_database_iam_member",
    "google_dataproc_metastore_federation_iam_member",
    "google_dataproc_metastore_service_iam_member",
    "google_dataproc_metastore_table_iam_member",
    "google_discovery_engine_search_engine_iam_member",
    "google_dns_managed_zone_iam_member",
    "google_endpoints_service_consumers_iam_member",
    "google_endpoints_service_iam_member",
    "google_gemini_repository_group_iam_member",
    "google_gke_backup_backup_plan_iam_member",
    "google_gke_backup_restore_plan_iam_member",
    "google_gke_hub_feature_iam_member",
    "google_gke_hub_membership_iam_member",
    "google_gke_hub_scope_iam_member",
    "google_healthcare_consent_store_iam_member",
    "google_healthcare_dataset_iam_member",
    "google_healthcare_dicom_store_iam_member",
    "google_healthcare_fhir_store_iam_member",
    "google_healthcare_hl7_v2_store_iam_member",
    "google_iam_workforce_pool_iam_member",
    "google_iam_workload_identity_pool_iam_member",
    "google_iap_agent_registry_agent_iam_member",
    "google_iap_agent_registry_endpoint_iam_member",
    "google_iap_agent_registry_iam_member",
    "google_iap_agent_registry_mcp_server_iam_member",
    "google_iap_app_engine_service_iam_member",
    "google_iap_app_engine_version_iam_member",
    "google_iap_location_web_iam_member",
    "google_iap_tunnel_dest_group_iam_member",
    "google_iap_tunnel_iam_member",
    "google_iap_tunnel_instance_iam_member",
    "google_iap_web_backend_service_iam_member",
    "google_iap_web_cloud_run_service_iam_member",
    "google_iap_web_forwarding_rule_service_iam_member",
    "google_iap_web_iam_member",
    "google_iap_web_region_backend_service_iam_member",
    "google_iap_web_region_forwarding_rule_service_iam_member",
    "google_iap_web_type_app_engine_iam_member",
    "google_iap_web_type_compute_iam_member",
    "google_logging_log_view_iam_member",
    "google_network_connectivity_hub_iam_member",
    "google_network_security_address_group_iam_member",
    "google_privateca_ca_pool_iam_member",
    "google_privateca_certificate_template_iam_member",
    "google_project_default_service_accounts",
    "google_pubsub_schema_iam_member",
    "google_pubsub_subscription_iam_member",
    "google_pubsub_topic_iam_member",
    "google_runtimeconfig_config_iam_member",
    "google_scc_source_iam_member",
    "google_scc_v2_organization_source_iam_member",
    "google_secure_source_manager_instance_iam_member",
    "google_secure_source_manager_repository_iam_member",
    "google_service_directory_namespace_iam_member",
    "google_service_directory_service_iam_member",
    "google_sourcerepo_repository_iam_member",
    "google_spanner_database_iam_member",
    "google_spanner_instance_iam_member",
    "google_tags_tag_key_iam_member",
    "google_tags_tag_value_iam_member",
    "google_vertex_ai_endpoint_iam_member",
    "google_vertex_ai_feature_group_iam_member",
    "google_vertex_ai_feature_online_store_featureview_iam_member",
    "google_vertex_ai_feature_online_store_iam_member",
    "google_vertex_ai_featurestore_entitytype_iam_member",
    "google_vertex_ai_featurestore_iam_member",
    "google_vertex_ai_reasoning_engine_iam_member",
    "google_workbench_instance_iam_member",
    "google_workstations_workstation_config_iam_member",
    "google_workstations_workstation_iam_member",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  names = [
    "google_project_services",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "medium"
  names = [
    "google_folder_service_identity",
    "google_organization_service_identity",
    "google_project_service_identity",
  ]
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "high"
  names = [
    "google_endpoints_service",
  ]
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  names = [
    "google_apigee_environment_debugmask",
    "google_apigee_keystores_aliases_key_cert_file",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "google_access_context_manager_access_level",
    "google_access_context_manager_access_level_condition",
    "google_access_context_manager_access_levels",
    "google_access_context_manager_authorized_orgs_desc",
    "google_access_context_manager_gcp_user_access_binding",
    "google_access_context_manager_service_perimeter_dry_run_resource",
    "google_access_context_manager_service_perimeter_resource",
    "google_access_context_manager_service_perimeters",
    "google_folder_access_approval_settings",
    "google_model_armor_floorsetting",
    "google_model_armor_template",
    "google_organization_access_approval_settings",
    "google_project_access_approval_settings",
    "google_recaptcha_enterprise_key",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "google_access_context_manager_egress_policy",
    "google_access_context_manager_ingress_policy",
    "google_access_context_manager_service_perimeter_dry_run_egress_policy",
    "google_access_context_manager_service_perimeter_dry_run_ingress_policy",
    "google_access_context_manager_service_perimeter_egress_policy",
    "google_access_context_manager_service_perimeter_ingress_policy",
    "google_binary_authorization_policy",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "identity"
  category    = "directory"
  delete_risk = "high"
  names = [
    "google_active_directory_domain_trust",
    "google_cloud_identity_group",
    "google_cloud_identity_group_membership",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "identity"
  category    = "directory"
  delete_risk = "medium"
  names = [
    "google_active_directory_peering",
    "google_cloud_identity_policy",
    "google_identity_platform_default_supported_idp_config",
    "google_identity_platform_inbound_saml_config",
    "google_identity_platform_oauth_idp_config",
    "google_identity_platform_tenant_default_supported_idp_config",
    "google_identity_platform_tenant_inbound_saml_config",
    "google_identity_platform_tenant_oauth_idp_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  names = [
    "google_agent_identity_auth_provider",
    "google_agent_registry_binding",
    "google_agent_registry_service",
    "google_agentic_applications_analyst_agent_persona",
    "google_app_engine_application_url_dispatch_rules",
    "google_app_engine_domain_mapping",
    "google_app_engine_firewall_rule",
    "google_app_engine_service_network_settings",
    "google_blockchain_node_engine_blockchain_nodes",
    "google_ces_agent",
    "google_ces_app",
    "google_ces_app_root_agent_association",
    "google_ces_app_version",
    "google_ces_deployment",
    "google_ces_evaluation",
    "google_ces_example",
    "google_ces_guardrail",
    "google_ces_security_settings",
    "google_ces_tool",
    "google_ces_toolset",
    "google_cloud_support_support_event_subscription",
    "google_contact_center_insights_analysis_rule",
    "google_contact_center_insights_assessment_rule",
    "google_contact_center_insights_auto_labeling_rule",
    "google_contact_center_insights_encryption_spec",
    "google_contact_center_insights_qa_question",
    "google_contact_center_insights_qa_scorecard",
    "google_contact_center_insights_qa_scorecard_revision",
    "google_contact_center_insights_view",
    "google_data_lineage_config",
    "google_data_pipeline_pipeline",
    "google_developer_connect_account_connector",
    "google_developer_connect_connection",
    "google_developer_connect_git_repository_link",
    "google_developer_connect_insights_config",
    "google_firebase_ai_logic_config",
    "google_firebase_ai_logic_prompt_template",
    "google_firebase_ai_logic_prompt_template_lock",
    "google_firebase_android_app",
    "google_firebase_app_check_app_attest_config",
    "google_firebase_app_check_debug_token",
    "google_firebase_app_check_device_check_config",
    "google_firebase_app_check_play_integrity_config",
    "google_firebase_app_check_recaptcha_enterprise_config",
    "google_firebase_app_check_recaptcha_v3_config",
    "google_firebase_app_check_resource_policy",
    "google_firebase_app_check_service_config",
    "google_firebase_app_hosting_backend",
    "google_firebase_app_hosting_build",
    "google_firebase_app_hosting_default_domain",
    "google_firebase_app_hosting_domain",
    "google_firebase_app_hosting_traffic",
    "google_firebase_apple_app",
    "google_firebase_extensions_instance",
    "google_firebase_hosting_channel",
    "google_firebase_hosting_custom_domain",
    "google_firebase_hosting_release",
    "google_firebase_hosting_site",
    "google_firebase_hosting_version",
    "google_firebase_remote_config_remote_config",
    "google_firebaserules_release",
    "google_firebaserules_ruleset",
    "google_gemini_code_tools_setting",
    "google_gemini_code_tools_setting_binding",
    "google_gemini_data_sharing_with_google_setting",
    "google_gemini_data_sharing_with_google_setting_binding",
    "google_gemini_gemini_gcp_enablement_setting",
    "google_gemini_gemini_gcp_enablement_setting_binding",
    "google_gemini_logging_setting",
    "google_gemini_logging_setting_binding",
    "google_gemini_release_channel_setting",
    "google_gemini_release_channel_setting_binding",
    "google_gemini_repository_group",
    "google_hypercomputecluster_cluster",
    "google_integration_connectors_connection",
    "google_integration_connectors_endpoint_attachment",
    "google_integration_connectors_managed_zone",
    "google_integrations_auth_config",
    "google_integrations_client",
    "google_license_manager_configuration",
    "google_migration_center_assets_export_job",
    "google_migration_center_discovery_client",
    "google_migration_center_group",
    "google_migration_center_import_data_file",
    "google_migration_center_import_job",
    "google_migration_center_preference_set",
    "google_migration_center_report",
    "google_migration_center_report_config",
    "google_migration_center_settings",
    "google_migration_center_source",
    "google_saas_runtime_release",
    "google_saas_runtime_rollout_kind",
    "google_saas_runtime_saas",
    "google_saas_runtime_tenant",
    "google_saas_runtime_unit",
    "google_saas_runtime_unit_kind",
    "google_saas_runtime_unit_operation",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_alloydb_backup",
    "google_compute_image",
    "google_compute_instant_snapshot",
    "google_compute_machine_image",
    "google_compute_region_instant_snapshot",
    "google_compute_snapshot",
    "google_filestore_backup",
    "google_netapp_backup",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "google_alloydb_instance",
    "google_bigtable_gc_policy",
    "google_sql_source_representation_instance",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "google_alloydb_user",
    "google_beyondcorp_security_gateway",
    "google_beyondcorp_security_gateway_application",
    "google_bigquery_dataset_access",
    "google_compute_project_metadata_item",
    "google_iam_folders_policy_binding",
    "google_iam_oauth_client",
    "google_iam_oauth_client_credential",
    "google_iam_organizations_policy_binding",
    "google_iam_projects_policy_binding",
    "google_iam_workforce_pool_provider_key",
    "google_iam_workforce_pool_provider_scim_token",
    "google_iam_workload_identity_pool_managed_identity",
    "google_iam_workload_identity_pool_namespace",
    "google_iap_tunnel_dest_group",
    "google_managed_kafka_acl",
    "google_organization_iam_custom_role",
    "google_os_login_ssh_public_key",
    "google_project_iam_custom_role",
    "google_project_iam_member_remove",
    "google_sql_user",
    "google_storage_bucket_access_control",
    "google_storage_bucket_acl",
    "google_storage_default_object_access_control",
    "google_storage_default_object_acl",
    "google_storage_object_access_control",
    "google_storage_object_acl",
    "google_workload_identity_service_agent",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  names = [
    "google_api_gateway_api",
    "google_api_gateway_api_config",
    "google_api_gateway_gateway",
    "google_apigee_addons_config",
    "google_apigee_api",
    "google_apigee_api_deployment",
    "google_apigee_api_product",
    "google_apigee_app_group",
    "google_apigee_control_plane_access",
    "google_apigee_data_collector",
    "google_apigee_datastore",
    "google_apigee_developer",
    "google_apigee_developer_app",
    "google_apigee_dns_zone",
    "google_apigee_endpoint_attachment",
    "google_apigee_env_keystore",
    "google_apigee_env_references",
    "google_apigee_envgroup",
    "google_apigee_envgroup_attachment",
    "google_apigee_environment_addons_config",
    "google_apigee_environment_api_revision_deployment",
    "google_apigee_environment_keyvaluemaps_entries",
    "google_apigee_flowhook",
    "google_apigee_instance_attachment",
    "google_apigee_keystores_aliases_pkcs12",
    "google_apigee_keystores_aliases_self_signed_cert",
    "google_apigee_security_action",
    "google_apigee_security_feedback",
    "google_apigee_security_monitoring_condition",
    "google_apigee_security_profile_v2",
    "google_apigee_sharedflow",
    "google_apigee_sharedflow_deployment",
    "google_apigee_space",
    "google_apigee_sync_authorization",
    "google_apigee_target_server",
    "google_apihub_api_hub_instance",
    "google_apihub_curation",
    "google_apihub_host_project_registration",
    "google_apihub_plugin",
    "google_apihub_plugin_instance",
    "google_apihub_runtime_project_attachment",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "high"
  names = [
    "google_app_engine_service_split_traffic",
    "google_firebase_project",
    "google_firebase_web_app",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "google_apphub_application",
    "google_apphub_boundary",
    "google_apphub_service",
    "google_apphub_service_project_attachment",
    "google_apphub_workload",
    "google_tags_location_tag_binding",
    "google_tags_tag_binding",
    "google_tags_tag_value",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "google_artifact_registry_project_config",
    "google_artifact_registry_rule",
    "google_artifact_registry_vpcsc_config",
    "google_container_analysis_note",
    "google_container_analysis_occurrence",
    "google_secure_source_manager_branch_rule",
    "google_secure_source_manager_hook",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_artifact_registry_repository",
    "google_secure_source_manager_instance",
    "google_secure_source_manager_repository",
    "google_sourcerepo_repository",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "medium"
  names = [
    "google_assured_workloads_workload",
    "google_billing_subaccount",
    "google_org_policy_custom_constraint",
    "google_resource_manager_capability",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  names = [
    "google_backup_dr_backup_plan_association",
    "google_firestore_backup_schedule",
    "google_gke_backup_backup_plan",
    "google_gke_backup_restore_plan",
    "google_spanner_backup_schedule",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  names = [
    "google_backup_dr_management_server",
    "google_backup_dr_restore_workload",
    "google_backup_dr_service_config",
    "google_compute_resource_policy",
    "google_compute_resource_policy_attachment",
    "google_compute_snapshot_settings",
    "google_gke_backup_backup_channel",
    "google_gke_backup_restore_channel",
    "google_netapp_backup_policy",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  names = [
    "google_biglake_catalog",
    "google_biglake_database",
    "google_biglake_hive_catalog",
    "google_biglake_iceberg_catalog",
    "google_biglake_table",
    "google_data_catalog_policy_tag",
    "google_data_catalog_tag",
    "google_data_catalog_taxonomy",
    "google_dataform_config",
    "google_dataform_folder",
    "google_dataform_repository_release_config",
    "google_dataform_repository_workflow_config",
    "google_dataform_team_folder",
    "google_dataplex_aspect_type",
    "google_dataplex_asset",
    "google_dataplex_data_asset",
    "google_dataplex_data_product",
    "google_dataplex_data_product_data_asset",
    "google_dataplex_datascan",
    "google_dataplex_entry_group",
    "google_dataplex_entry_link",
    "google_dataplex_entry_type",
    "google_dataplex_glossary",
    "google_dataplex_glossary_category",
    "google_dataplex_glossary_term",
    "google_dataplex_lake",
    "google_dataplex_metadata_feed",
    "google_dataplex_task",
    "google_dataplex_zone",
    "google_dataproc_autoscaling_policy",
    "google_dataproc_batch",
    "google_dataproc_gdc_application_environment",
    "google_dataproc_gdc_service_instance",
    "google_dataproc_gdc_spark_application",
    "google_dataproc_session_template",
    "google_dataproc_workflow_template",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_biglake_hive_database",
    "google_biglake_hive_table",
    "google_biglake_iceberg_namespace",
    "google_biglake_iceberg_table",
    "google_data_catalog_entry_group",
    "google_data_fusion_instance",
    "google_dataproc_cluster",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  names = [
    "google_bigquery_analytics_hub_data_exchange",
    "google_bigquery_analytics_hub_data_exchange_subscription",
    "google_bigquery_analytics_hub_listing",
    "google_bigquery_analytics_hub_listing_subscription",
    "google_bigquery_connection",
    "google_bigquery_data_transfer_config",
    "google_bigquery_job",
    "google_bigquery_routine",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "meta"
  category    = "billing"
  delete_risk = "low"
  names = [
    "google_bigquery_bi_reservation",
    "google_bigquery_capacity_commitment",
    "google_bigquery_reservation",
    "google_bigquery_reservation_assignment",
    "google_bigquery_reservation_group",
    "google_billing_budget",
    "google_billing_project_info",
    "google_compute_future_reservation",
    "google_compute_region_commitment",
    "google_compute_reservation",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "google_bigquery_datapolicy_data_policy",
    "google_bigquery_datapolicyv2_data_policy",
    "google_bigquery_row_access_policy",
    "google_iam_access_boundary_policy",
    "google_iam_deny_policy",
    "google_iam_folder_access_policy",
    "google_iam_organization_access_policy",
    "google_iam_principal_access_boundary_policy",
    "google_iam_project_access_policy",
    "google_iam_workforce_pool_provider",
    "google_iam_workload_identity_pool_provider",
    "google_iap_settings",
    "google_memorystore_acl_policy",
    "google_privileged_access_manager_entitlement",
    "google_privileged_access_manager_settings",
    "google_redis_cluster_acl_policy",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "google_bigtable_app_profile",
    "google_bigtable_schema_bundle",
    "google_firestore_change_stream",
    "google_firestore_field",
    "google_firestore_index",
    "google_firestore_user_creds",
    "google_healthcare_pipeline_job",
    "google_healthcare_workspace",
    "google_oracle_database_cloud_exadata_infrastructure_exascale_config",
    "google_oracle_database_goldengate_deployment",
    "google_spanner_instance_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_certificate_manager_certificate",
    "google_compute_ssl_certificate",
    "google_privateca_certificate",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "google_certificate_manager_certificate_issuance_config",
    "google_certificate_manager_certificate_map",
    "google_certificate_manager_certificate_map_entry",
    "google_certificate_manager_dns_authorization",
    "google_certificate_manager_trust_config",
    "google_compute_region_ssl_certificate",
    "google_privateca_certificate_template",
    "google_public_ca_external_account_key",
    "google_sql_ssl_cert",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "google_chronicle_big_query_export",
    "google_chronicle_custom_list",
    "google_chronicle_dashboard_chart",
    "google_chronicle_data_access_label",
    "google_chronicle_data_access_scope",
    "google_chronicle_data_export",
    "google_chronicle_data_table_row",
    "google_chronicle_environment_group",
    "google_chronicle_feed",
    "google_chronicle_findings_refinement",
    "google_chronicle_findings_refinement_deployment",
    "google_chronicle_native_dashboard",
    "google_chronicle_parser",
    "google_chronicle_parser_extension",
    "google_chronicle_reference_list",
    "google_chronicle_retrohunt",
    "google_chronicle_rule_deployment",
    "google_chronicle_soar_domain",
    "google_chronicle_soar_network",
    "google_chronicle_watchlist",
    "google_cloud_asset_folder_feed",
    "google_cloud_asset_organization_feed",
    "google_cloud_asset_project_feed",
    "google_cloud_ids_endpoint",
    "google_cloud_security_compliance_cloud_control",
    "google_cloud_security_compliance_framework",
    "google_cloud_security_compliance_framework_deployment",
    "google_data_loss_prevention_deidentify_template",
    "google_data_loss_prevention_discovery_config",
    "google_data_loss_prevention_inspect_template",
    "google_data_loss_prevention_job_trigger",
    "google_data_loss_prevention_stored_info_type",
    "google_logging_folder_settings",
    "google_logging_linked_dataset",
    "google_logging_log_scope",
    "google_logging_organization_settings",
    "google_network_management_connectivity_test",
    "google_network_management_organization_vpc_flow_logs_config",
    "google_network_management_vpc_flow_logs_config",
    "google_scc_event_threat_detection_custom_module",
    "google_scc_folder_custom_module",
    "google_scc_folder_notification_config",
    "google_scc_folder_scc_big_query_export",
    "google_scc_management_folder_security_health_analytics_custom_module",
    "google_scc_management_organization_event_threat_detection_custom_module",
    "google_scc_management_organization_security_health_analytics_custom_module",
    "google_scc_management_project_security_health_analytics_custom_module",
    "google_scc_mute_config",
    "google_scc_organization_custom_module",
    "google_scc_organization_scc_big_query_export",
    "google_scc_project_custom_module",
    "google_scc_project_notification_config",
    "google_scc_project_scc_big_query_export",
    "google_scc_source",
    "google_scc_v2_folder_mute_config",
    "google_scc_v2_folder_notification_config",
    "google_scc_v2_folder_scc_big_query_export",
    "google_scc_v2_organization_mute_config",
    "google_scc_v2_organization_scc_big_query_export",
    "google_scc_v2_organization_scc_big_query_exports",
    "google_scc_v2_organization_source",
    "google_scc_v2_project_mute_config",
    "google_scc_v2_project_notification_config",
    "google_scc_v2_project_scc_big_query_export",
    "google_security_scanner_scan_config",
    "google_securityposture_posture",
    "google_securityposture_posture_deployment",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "meta"
  category    = "quota"
  delete_risk = "low"
  names = [
    "google_cloud_quotas_quota_adjuster_settings",
    "google_cloud_quotas_quota_preference",
    "google_service_usage_consumer_quota_override",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "google_cloud_run_domain_mapping",
    "google_compute_bulk_per_instance_config",
    "google_compute_global_vm_extension_policy",
    "google_compute_instance_group",
    "google_compute_instance_group_membership",
    "google_compute_instance_group_named_port",
    "google_compute_instance_settings",
    "google_compute_node_group",
    "google_compute_node_template",
    "google_compute_per_instance_config",
    "google_compute_preview_feature",
    "google_compute_project_cloud_armor_tier",
    "google_compute_region_autoscaler",
    "google_compute_region_instance_template",
    "google_compute_region_per_instance_config",
    "google_compute_region_resize_request",
    "google_compute_resize_request",
    "google_compute_rollout_plan",
    "google_compute_zone_vm_extension_policy",
    "google_os_config_guest_policies",
    "google_os_config_os_policy_assignment",
    "google_os_config_patch_deployment",
    "google_os_config_v2_policy_orchestrator",
    "google_os_config_v2_policy_orchestrator_for_folder",
    "google_os_config_v2_policy_orchestrator_for_organization",
    "google_project_usage_export_bucket",
    "google_tpu_v2_queued_resource",
    "google_tpu_v2_vm",
    "google_vmwareengine_cluster",
    "google_vmwareengine_datastore",
    "google_vmwareengine_external_access_rule",
    "google_vmwareengine_external_address",
    "google_vmwareengine_network",
    "google_vmwareengine_network_peering",
    "google_vmwareengine_network_policy",
    "google_vmwareengine_subnet",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "google_cloud_run_service",
    "google_cloudfunctions2_function",
    "google_cloudfunctions_function",
    "google_compute_autoscaler",
    "google_compute_instance_group_manager",
    "google_compute_region_instance_group_manager",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "compute"
  category    = "workflow"
  delete_risk = "medium"
  names = [
    "google_cloud_scheduler_job",
    "google_composer_user_workloads_config_map",
    "google_composer_user_workloads_secret",
    "google_eventarc_channel",
    "google_eventarc_enrollment",
    "google_eventarc_google_api_source",
    "google_eventarc_google_channel_config",
    "google_eventarc_message_bus",
    "google_eventarc_pipeline",
    "google_eventarc_trigger",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_cloud_tasks_queue",
    "google_pubsub_lite_subscription",
    "google_pubsub_lite_topic",
    "google_pubsub_subscription",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "google_cloudbuild_bitbucket_server_config",
    "google_cloudbuild_trigger",
    "google_cloudbuild_worker_pool",
    "google_cloudbuildv2_connection",
    "google_cloudbuildv2_repository",
    "google_clouddeploy_automation",
    "google_clouddeploy_custom_target_type",
    "google_clouddeploy_delivery_pipeline",
    "google_clouddeploy_deploy_policy",
    "google_clouddeploy_target",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  names = [
    "google_colab_notebook_execution",
    "google_colab_runtime",
    "google_colab_runtime_template",
    "google_colab_schedule",
    "google_dialogflow_conversation_profile",
    "google_dialogflow_cx_agent",
    "google_dialogflow_cx_entity_type",
    "google_dialogflow_cx_environment",
    "google_dialogflow_cx_flow",
    "google_dialogflow_cx_generative_settings",
    "google_dialogflow_cx_generator",
    "google_dialogflow_cx_intent",
    "google_dialogflow_cx_page",
    "google_dialogflow_cx_playbook",
    "google_dialogflow_cx_security_settings",
    "google_dialogflow_cx_test_case",
    "google_dialogflow_cx_tool",
    "google_dialogflow_cx_tool_version",
    "google_dialogflow_cx_version",
    "google_dialogflow_cx_webhook",
    "google_dialogflow_encryption_spec",
    "google_dialogflow_entity_type",
    "google_dialogflow_environment",
    "google_dialogflow_fulfillment",
    "google_dialogflow_generator",
    "google_dialogflow_intent",
    "google_dialogflow_sip_trunk",
    "google_dialogflow_version",
    "google_document_ai_processor",
    "google_document_ai_processor_default_version",
    "google_document_ai_schema",
    "google_document_ai_warehouse_document_schema",
    "google_document_ai_warehouse_location",
    "google_vertex_ai_agent_anomaly_detection_scope",
    "google_vertex_ai_cache_config",
    "google_vertex_ai_deployment_resource_pool",
    "google_vertex_ai_endpoint",
    "google_vertex_ai_endpoint_with_model_garden_deployment",
    "google_vertex_ai_evaluation_metric",
    "google_vertex_ai_feature_group",
    "google_vertex_ai_feature_group_feature",
    "google_vertex_ai_feature_online_store_featureview",
    "google_vertex_ai_featurestore_entitytype",
    "google_vertex_ai_featurestore_entitytype_feature",
    "google_vertex_ai_index_endpoint",
    "google_vertex_ai_index_endpoint_deployed_index",
    "google_vertex_ai_model_garden_enable_model",
    "google_vertex_ai_persistent_resource",
    "google_vertex_ai_rag_engine_config",
    "google_vertex_ai_semantic_governance_policy_engine",
    "google_vertex_ai_tensorboard_run",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "google_compute_address",
    "google_compute_global_address",
    "google_compute_ha_vpn_gateway",
    "google_compute_interconnect_attachment",
    "google_compute_network",
    "google_compute_network_peering",
    "google_compute_route",
    "google_compute_router",
    "google_compute_router_interface",
    "google_compute_router_nat",
    "google_compute_router_peer",
    "google_compute_subnetwork",
    "google_compute_vpn_gateway",
    "google_compute_vpn_tunnel",
    "google_network_connectivity_hub",
    "google_network_connectivity_spoke",
    "google_service_networking_connection",
    "google_vpc_access_connector",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  names = [
    "google_compute_attached_disk",
    "google_compute_disk_resource_policy_attachment",
    "google_compute_region_disk_resource_policy_attachment",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "google_compute_backend_bucket",
    "google_compute_backend_service",
    "google_compute_forwarding_rule",
    "google_compute_global_forwarding_rule",
    "google_compute_region_backend_service",
    "google_compute_target_http_proxy",
    "google_compute_target_https_proxy",
    "google_compute_url_map",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "medium"
  names = [
    "google_compute_backend_bucket_signed_url_key",
    "google_compute_backend_service_signed_url_key",
    "google_compute_health_check",
    "google_compute_http_health_check",
    "google_compute_https_health_check",
    "google_compute_region_backend_bucket",
    "google_compute_region_composite_health_check",
    "google_compute_region_health_aggregation_policy",
    "google_compute_region_health_check",
    "google_compute_region_health_source",
    "google_compute_region_ssl_policy",
    "google_compute_region_target_http_proxy",
    "google_compute_region_target_https_proxy",
    "google_compute_region_target_tcp_proxy",
    "google_compute_region_url_map",
    "google_compute_ssl_policy",
    "google_compute_target_grpc_proxy",
    "google_compute_target_instance",
    "google_compute_target_pool",
    "google_compute_target_ssl_proxy",
    "google_compute_target_tcp_proxy",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "google_compute_cross_site_network",
    "google_compute_external_vpn_gateway",
    "google_compute_global_network_endpoint",
    "google_compute_global_network_endpoint_group",
    "google_compute_interconnect_attachment_group",
    "google_compute_interconnect_group",
    "google_compute_network_attachment",
    "google_compute_network_edge_security_service",
    "google_compute_network_endpoint",
    "google_compute_network_endpoint_group",
    "google_compute_network_endpoints",
    "google_compute_network_peering_routes_config",
    "google_compute_packet_mirroring",
    "google_compute_public_advertised_prefix",
    "google_compute_public_delegated_prefix",
    "google_compute_region_network_endpoint",
    "google_compute_region_network_endpoint_group",
    "google_compute_region_network_policy",
    "google_compute_region_network_policy_traffic_classification_rule",
    "google_compute_router_named_set",
    "google_compute_router_nat_address",
    "google_compute_router_route_policy",
    "google_compute_service_attachment",
    "google_compute_wire_group",
    "google_edgenetwork_interconnect_attachment",
    "google_edgenetwork_network",
    "google_edgenetwork_subnet",
    "google_network_connectivity_destination",
    "google_network_connectivity_gateway_advertised_route",
    "google_network_connectivity_group",
    "google_network_connectivity_internal_range",
    "google_network_connectivity_multicloud_data_transfer_config",
    "google_network_connectivity_policy_based_route",
    "google_network_connectivity_regional_endpoint",
    "google_network_connectivity_service_connection_policy",
    "google_network_connectivity_transport",
    "google_service_networking_peered_dns_domain",
    "google_service_networking_vpc_service_controls",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "google_compute_firewall",
    "google_compute_firewall_policy",
    "google_compute_network_firewall_policy",
    "google_compute_security_policy",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "google_compute_firewall_policy_association",
    "google_compute_firewall_policy_rule",
    "google_compute_firewall_policy_with_rules",
    "google_compute_network_firewall_policy_association",
    "google_compute_network_firewall_policy_packet_mirroring_rule",
    "google_compute_network_firewall_policy_rule",
    "google_compute_network_firewall_policy_with_rules",
    "google_compute_organization_security_policy",
    "google_compute_organization_security_policy_association",
    "google_compute_organization_security_policy_rule",
    "google_compute_region_network_firewall_policy",
    "google_compute_region_network_firewall_policy_association",
    "google_compute_region_network_firewall_policy_rule",
    "google_compute_region_network_firewall_policy_with_rules",
    "google_compute_region_security_policy",
    "google_compute_region_security_policy_rule",
    "google_compute_security_policy_rule",
    "google_network_security_address_group",
    "google_network_security_authorization_policy",
    "google_network_security_authz_policy",
    "google_network_security_backend_authentication_config",
    "google_network_security_client_tls_policy",
    "google_network_security_dns_threat_detector",
    "google_network_security_firewall_endpoint",
    "google_network_security_firewall_endpoint_association",
    "google_network_security_gateway_security_policy",
    "google_network_security_gateway_security_policy_rule",
    "google_network_security_intercept_deployment",
    "google_network_security_intercept_deployment_group",
    "google_network_security_intercept_endpoint_group",
    "google_network_security_intercept_endpoint_group_association",
    "google_network_security_mirroring_deployment",
    "google_network_security_mirroring_deployment_group",
    "google_network_security_mirroring_endpoint",
    "google_network_security_mirroring_endpoint_group",
    "google_network_security_mirroring_endpoint_group_association",
    "google_network_security_sac_attachment",
    "google_network_security_sac_realm",
    "google_network_security_security_profile",
    "google_network_security_security_profile_group",
    "google_network_security_server_tls_policy",
    "google_network_security_tls_inspection_policy",
    "google_network_security_ull_mirroring_collector",
    "google_network_security_ull_mirroring_collector_rule",
    "google_network_security_ull_mirroring_engine",
    "google_network_security_url_lists",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_container_aws_cluster",
    "google_container_azure_cluster",
    "google_edgecontainer_cluster",
    "google_gkeonprem_bare_metal_admin_cluster",
    "google_gkeonprem_bare_metal_cluster",
    "google_gkeonprem_vmware_admin_cluster",
    "google_gkeonprem_vmware_cluster",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "google_container_aws_node_pool",
    "google_container_azure_client",
    "google_container_azure_node_pool",
    "google_edgecontainer_node_pool",
    "google_edgecontainer_vpn_connection",
    "google_gke_hub_feature",
    "google_gke_hub_feature_membership",
    "google_gke_hub_fleet",
    "google_gke_hub_membership",
    "google_gke_hub_membership_binding",
    "google_gke_hub_membership_rbac_role_binding",
    "google_gke_hub_namespace",
    "google_gke_hub_rollout_sequence",
    "google_gke_hub_scope",
    "google_gke_hub_scope_rbac_role_binding",
    "google_gkeonprem_bare_metal_node_pool",
    "google_gkeonprem_vmware_node_pool",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "app"
  category    = "migration"
  delete_risk = "medium"
  names = [
    "google_database_migration_service_connection_profile",
    "google_database_migration_service_private_connection",
    "google_datastream_connection_profile",
    "google_storage_transfer_agent_pool",
    "google_storage_transfer_job",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "google_discovery_engine_acl_config",
    "google_discovery_engine_assistant",
    "google_discovery_engine_chat_engine",
    "google_discovery_engine_cmek_config",
    "google_discovery_engine_control",
    "google_discovery_engine_data_connector",
    "google_discovery_engine_license_config",
    "google_discovery_engine_recommendation_engine",
    "google_discovery_engine_schema",
    "google_discovery_engine_search_engine",
    "google_discovery_engine_serving_config",
    "google_discovery_engine_sitemap",
    "google_discovery_engine_target_site",
    "google_discovery_engine_user_store",
    "google_discovery_engine_widget_config",
    "google_vector_search_data_object",
    "google_vector_search_index",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "google_dns_response_policy",
    "google_dns_response_policy_rule",
    "google_service_directory_endpoint",
    "google_service_directory_namespace",
    "google_service_directory_service",
    "google_site_verification_owner",
    "google_site_verification_web_resource",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "google_essential_contacts_contact",
    "google_logging_metric",
    "google_monitoring_custom_service",
    "google_monitoring_group",
    "google_monitoring_metric_descriptor",
    "google_monitoring_monitored_project",
    "google_monitoring_service",
    "google_monitoring_slo",
    "google_monitoring_uptime_check_config",
    "google_observability_folder_settings",
    "google_observability_organization_settings",
    "google_observability_project_settings",
    "google_observability_trace_scope",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_firebase_database_instance",
    "google_healthcare_consent_store",
    "google_healthcare_dataset",
    "google_healthcare_dicom_store",
    "google_healthcare_fhir_store",
    "google_healthcare_hl7_v2_store",
    "google_sql_database",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "google_firebase_storage_default_bucket",
    "google_storage_anywhere_cache",
    "google_storage_control_folder_intelligence_config",
    "google_storage_control_organization_intelligence_config",
    "google_storage_control_project_intelligence_config",
    "google_storage_insights_dataset_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "google_kms_autokey_config",
    "google_kms_folder_kaj_policy_config",
    "google_kms_key_handle",
    "google_kms_key_ring_import_job",
    "google_kms_organization_kaj_policy_config",
    "google_kms_project_autokey_config",
    "google_kms_project_kaj_policy_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "logs"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_logging_billing_account_bucket_config",
    "google_logging_folder_bucket_config",
    "google_logging_organization_bucket_config",
    "google_logging_project_bucket_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "google_logging_billing_account_sink",
    "google_logging_folder_sink",
    "google_logging_organization_sink",
    "google_logging_project_sink",
    "google_scc_notification_config",
    "google_scc_v2_organization_notification_config",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_lustre_instance",
    "google_netapp_storage_pool",
    "google_parallelstore_instance",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "google_managed_kafka_connect_cluster",
    "google_managed_kafka_connector",
    "google_pubsub_lite_reservation",
    "google_pubsub_schema",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  names = [
    "google_netapp_active_directory",
    "google_netapp_host_group",
    "google_netapp_kmsconfig",
    "google_netapp_volume_quota_rule",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "medium"
  names = [
    "google_network_services_agent_gateway",
    "google_network_services_authz_extension",
    "google_network_services_edge_cache_keyset",
    "google_network_services_edge_cache_origin",
    "google_network_services_edge_cache_service",
    "google_network_services_endpoint_policy",
    "google_network_services_gateway",
    "google_network_services_grpc_route",
    "google_network_services_http_route",
    "google_network_services_lb_edge_extension",
    "google_network_services_lb_route_extension",
    "google_network_services_lb_traffic_extension",
    "google_network_services_mesh",
    "google_network_services_multicast_consumer_association",
    "google_network_services_multicast_domain",
    "google_network_services_multicast_domain_activation",
    "google_network_services_multicast_domain_group",
    "google_network_services_multicast_group_consumer_activation",
    "google_network_services_multicast_group_producer_activation",
    "google_network_services_multicast_group_range",
    "google_network_services_multicast_group_range_activation",
    "google_network_services_multicast_producer_association",
    "google_network_services_service_binding",
    "google_network_services_service_lb_policies",
    "google_network_services_tcp_route",
    "google_network_services_tls_route",
    "google_network_services_wasm_plugin",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "google_oracle_database_autonomous_database",
    "google_oracle_database_cloud_exadata_infrastructure",
    "google_oracle_database_cloud_vm_cluster",
    "google_oracle_database_exadb_vm_cluster",
    "google_oracle_database_exascale_db_storage_vault",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "google_oracle_database_goldengate_connection",
    "google_oracle_database_goldengate_connection_assignment",
    "google_oracle_database_odb_network",
    "google_oracle_database_odb_subnet",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "google_parameter_manager_parameter",
    "google_parameter_manager_parameter_version",
    "google_parameter_manager_regional_parameter",
    "google_parameter_manager_regional_parameter_version",
    "google_runtimeconfig_config",
    "google_runtimeconfig_variable",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

types {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  names = [
    "google_vertex_ai_dataset",
    "google_vertex_ai_index",
    "google_vertex_ai_tensorboard",
  ]
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_access_context_manager_access_policy" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_access_context_manager_service_perimeter" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_active_directory_domain" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_alloydb_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_apigee_environment" {
  class       = "reachability"
  category    = "api"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_apigee_environment_keyvaluemaps" {
  class       = "reachability"
  category    = "api"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_apigee_instance" {
  class       = "reachability"
  category    = "api"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_apigee_nat_address" {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_apigee_organization" {
  class       = "reachability"
  category    = "api"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_apikeys_key" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_app_engine_application" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "low"
  note        = "cannot be deleted, destroying it only forgets it"
}

type "google_app_engine_flexible_app_version" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "keep" { safe = { noop_on_destroy = true } }
}

type "google_app_engine_standard_app_version" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "keep" { safe = { noop_on_destroy = true } }
}

type "google_backup_dr_backup_plan" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "backup" { safe = { "backup_rules.backup_retention_days" = above(0) } }
}

type "google_backup_dr_backup_vault" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "google_bigquery_dataset" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { delete_contents_on_destroy = false }
    unset = "on"
  }
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_bigquery_table" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "dropping a column or changing its type forces a replacement"
}

type "google_bigtable_authorized_view" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = "PROTECTED" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_bigtable_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "all its tables go with it; without force_destroy the API refuses only while there are backups; the provider's own example protects it with prevent_destroy"
}

type "google_bigtable_logical_view" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_bigtable_materialized_view" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_bigtable_table" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = "PROTECTED" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_binary_authorization_attestor" {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_chronicle_data_table" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_chronicle_environment" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_chronicle_rule" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_cloud_run_v2_job" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_cloud_run_v2_service" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_cloud_run_v2_worker_pool" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_clouddomains_registration" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_composer_environment" {
  class       = "compute"
  category    = "workflow"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_disk" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" { safe = { create_snapshot_before_destroy = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_disk_async_replication" {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_instance" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "boot_disk.auto_delete is true by default; allow_stopping_for_update lets an update stop the machine"
}

type "google_compute_interconnect" {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_managed_ssl_certificate" {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_project_metadata" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "authoritative for the metadata of the project (SSH keys, OS Login)"
}

type "google_compute_region_disk" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" { safe = { create_snapshot_before_destroy = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_shared_vpc_host_project" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "a delete breaks every service project"
}

type "google_compute_shared_vpc_service_project" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_compute_storage_pool" {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_config_deployment" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "google_container_cluster" {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_container_node_pool" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_data_catalog_entry" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_data_catalog_tag_template" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_delete = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_database_migration_service_migration_job" {
  class       = "app"
  category    = "migration"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dataflow_flex_template_job" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" { safe = { on_delete = "drain" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dataflow_job" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" {
    safe  = { on_delete = "drain" }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "on_delete = cancel drops data in flight"
}

type "google_dataform_repository" {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_dataplex_entry" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dataproc_job" {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "google_dataproc_metastore_federation" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dataproc_metastore_service" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_datastream_private_connection" {
  class       = "app"
  category    = "migration"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" { safe = { deletion_policy = not("FORCE") } }
}

type "google_datastream_stream" {
  class       = "app"
  category    = "migration"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_deployment_manager_deployment" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "google_dialogflow_agent" {
  class       = "data"
  category    = "ml"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_discovery_engine_data_store" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dns_managed_zone" {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "a new zone has new name servers; force_destroy deletes all its records"
}

type "google_dns_policy" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_dns_record_set" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_filestore_instance" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_filestore_snapshot" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_firebase_data_connect_service" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_firebase_storage_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_firestore_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { delete_protection_state = "DELETE_PROTECTION_ENABLED" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "backup" { safe = { point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED" } }
  note = "point-in-time recovery does not outlive the database"
}

type "google_firestore_document" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_folder" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_folder_iam_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "authoritative for the folder"
}

type "google_folder_organization_policy" {
  class       = "identity"
  category    = "org"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_gemini_code_repository_index" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "google_iam_workforce_pool" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_iam_workforce_pool_provider_scim_tenant" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" {
    safe  = { hard_delete = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_iam_workload_identity_pool" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "soft-deleted for 30 days; its id is taken meanwhile"
}

type "google_identity_platform_config" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_identity_platform_tenant" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_kms_crypto_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" {
    safe  = { destroy_scheduled_duration = at_least("7d") }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "a destroy destroys every version, after destroy_scheduled_duration (30 days by default), and leaves the empty key; the provider's own example protects it with prevent_destroy"
}

type "google_kms_crypto_key_iam_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "google_kms_crypto_key_version" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_kms_ekm_connection" {
  class       = "crypto"
  category    = "key"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_kms_key_ring" {
  class       = "crypto"
  category    = "key"
  delete_risk = "low"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "cannot be deleted, destroying it only forgets it"
}

type "google_kms_secret_ciphertext" {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_logging_log_view" {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_logging_saved_query" {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_looker_instance" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_managed_kafka_cluster" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_managed_kafka_topic" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_memcache_instance" {
  class       = "data"
  category    = "cache"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "null is false here, whatever the provider's page says"
}

type "google_memorystore_instance" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "google_memorystore_instance_desired_user_created_endpoints" {
  class       = "data"
  category    = "cache"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_monitoring_alert_policy" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_monitoring_dashboard" {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_monitoring_notification_channel" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "google_netapp_backup_vault" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_netapp_volume" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_netapp_volume_replication" {
  class       = "data"
  category    = "file-system"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" {
    safe  = { delete_destination_volume = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_netapp_volume_snapshot" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_oracle_database_db_system" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "soft" { safe = { "properties.db_home.database.properties.db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_org_policy_policy" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "a delete removes a preventive control"
}

type "google_organization_iam_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "authoritative for the organisation"
}

type "google_organization_policy" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_privateca_ca_pool" {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_privateca_certificate_authority" {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "soft" {
    safe  = { skip_grace_period = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { ignore_active_certificates_on_deletion = false }
    unset = "on"
  }
}

type "google_project" {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { deletion_policy = "PREVENT" }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "everything inside goes with it (30 days to recover it); deletion_policy is PREVENT by default since 6.0"
}

type "google_project_iam_binding" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative for its role: removes members it does not list"
}

type "google_project_iam_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "authoritative for the whole project: can lock everybody out"
}

type "google_project_organization_policy" {
  class       = "identity"
  category    = "org"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_project_service" {
  class       = "config"
  category    = "org"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { disable_on_destroy = false } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { disable_dependent_services = false }
    unset = "on"
  }
  note = "disabling an API halts or deletes what lives on it; disable_on_destroy was true by default before 6.0"
}

type "google_pubsub_topic" {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_redis_cluster" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_redis_cluster_user_created_connections" {
  class       = "data"
  category    = "cache"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_redis_instance" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "null is false here, whatever the provider's page says; tier BASIC has no replica, a new tier or version loses the data"
}

type "google_resource_manager_lien" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "is itself the guard of a project: deleting it disarms it"
}

type "google_secret_manager_regional_secret" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" { safe = { version_destroy_ttl = set() } }
  note = "version_destroy_ttl delays the destruction of a version, not of the secret"
}

type "google_secret_manager_regional_secret_version" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_secret_manager_secret" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" { safe = { version_destroy_ttl = set() } }
  note = "version_destroy_ttl delays the destruction of a version, not of the secret"
}

type "google_secret_manager_secret_version" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_service_account" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "a new one has a new unique id: bindings to the old one are dead"
}

type "google_service_account_key" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_spanner_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "hard" { safe = { enable_drop_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "removed or reordered ddl statements force a replacement; the provider's own example protects it with prevent_destroy"
}

type "google_spanner_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "all its databases go with it; without force_destroy the API refuses only while there are backups"
}

type "google_spanner_instance_partition" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_sql_database_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "hard" { safe = { "settings.deletion_protection_enabled" = true } }
  guard "soft" { safe = { "settings.retain_backups_on_delete" = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "deletion_protection is kept by the provider, settings.deletion_protection_enabled by the service; with master_instance_name it is a read replica"
}

type "google_sql_provision_script" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_storage_batch_operations_job" {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" {
    safe  = { delete_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_storage_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "hard" { safe = { "retention_policy.is_locked" = true } }
  guard "soft" { safe = { "soft_delete_policy.retention_duration_seconds" = above(0) } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  note = "soft delete lasts 7 days by default"
}

type "google_storage_bucket_object" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_storage_folder" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_storage_hmac_key" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_storage_insights_report_config" {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "google_storage_managed_folder" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_tags_tag_key" {
  class       = "meta"
  category    = "tagging"
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_transcoder_job" {
  class       = "app"
  category    = "media"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_transcoder_job_template" {
  class       = "app"
  category    = "media"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vector_search_collection" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vertex_ai_feature_online_store" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vertex_ai_featurestore" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vertex_ai_metadata_store" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vertex_ai_reasoning_engine" {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
  guard "safety" {
    safe  = { deletion_policy = not("FORCE") }
    unset = "on"
  }
}

type "google_vertex_ai_tensorboard_experiment" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_vmwareengine_private_cloud" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "soft" { safe = { deletion_delay_hours = above(0) } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_workbench_instance" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" { safe = { enable_deletion_protection = true } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_workflows_workflow" {
  class       = "compute"
  category    = "workflow"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_workstations_workstation" {
  class       = "app"
  category    = "end-user"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_workstations_workstation_cluster" {
  class       = "app"
  category    = "end-user"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}

type "google_workstations_workstation_config" {
  class       = "app"
  category    = "end-user"
  delete_risk = "medium"
  guard "hard" { safe = { deletion_policy = "PREVENT" } }
  guard "keep" { safe = { deletion_policy = "ABANDON" } }
}
