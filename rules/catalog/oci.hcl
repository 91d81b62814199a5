# Types of the Oracle Cloud provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_fusion_apps_fusion_environment",
    "oci_integration_integration_instance",
    "oci_oce_oce_instance",
    "oci_ocvp_sddc",
    "oci_visual_builder_vb_instance",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "oci_autoscaling_auto_scaling_configuration",
    "oci_core_instance_pool",
    "oci_functions_application",
    "oci_functions_function",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "oci_api_platform_api_platform_instance",
    "oci_appmgmt_control_monitor_plugin_management",
    "oci_batch_batch_context",
    "oci_batch_batch_job_pool",
    "oci_batch_batch_task_environment",
    "oci_batch_batch_task_profile",
    "oci_compute_cloud_at_customer_ccc_infrastructure",
    "oci_compute_cloud_at_customer_ccc_upgrade_schedule",
    "oci_container_instances_container_instance",
    "oci_core_app_catalog_listing_resource_version_agreement",
    "oci_core_app_catalog_subscription",
    "oci_core_cluster_network",
    "oci_core_compute_capacity_report",
    "oci_core_compute_capacity_reservation",
    "oci_core_compute_capacity_topology",
    "oci_core_compute_cluster",
    "oci_core_compute_gpu_memory_cluster",
    "oci_core_compute_gpu_memory_fabric",
    "oci_core_compute_host",
    "oci_core_compute_host_group",
    "oci_core_compute_image_capability_schema",
    "oci_core_console_history",
    "oci_core_dedicated_vm_host",
    "oci_core_default_drg_route_table",
    "oci_core_instance_configuration",
    "oci_core_instance_console_connection",
    "oci_core_instance_maintenance_event",
    "oci_core_instance_pool_instance",
    "oci_core_shape_management",
    "oci_core_vlan",
    "oci_core_vtap",
    "oci_ddfs_instance",
    "oci_fleet_apps_management_catalog_item",
    "oci_fleet_apps_management_compliance_policy_rule",
    "oci_fleet_apps_management_fleet",
    "oci_fleet_apps_management_fleet_credential",
    "oci_fleet_apps_management_fleet_property",
    "oci_fleet_apps_management_fleet_resource",
    "oci_fleet_apps_management_maintenance_window",
    "oci_fleet_apps_management_onboarding",
    "oci_fleet_apps_management_patch",
    "oci_fleet_apps_management_platform_configuration",
    "oci_fleet_apps_management_property",
    "oci_fleet_apps_management_provision",
    "oci_fleet_apps_management_runbook",
    "oci_fleet_apps_management_runbook_version",
    "oci_fleet_apps_management_scheduler_definition",
    "oci_fleet_apps_management_task_record",
    "oci_fleet_software_update_fsu_collection",
    "oci_fleet_software_update_fsu_cycle",
    "oci_fleet_software_update_fsu_readiness_check",
    "oci_functions_invoke_function",
    "oci_fusion_apps_fusion_environment_data_masking_activity",
    "oci_fusion_apps_fusion_environment_family",
    "oci_fusion_apps_fusion_environment_refresh_activity",
    "oci_fusion_apps_fusion_environment_service_attachment",
    "oci_iot_digital_twin_instance",
    "oci_iot_digital_twin_instance_invoke_raw_command",
    "oci_jms_fleet",
    "oci_jms_fleet_advanced_feature_configuration",
    "oci_jms_fleet_agent_configuration",
    "oci_jms_java_downloads_java_download_report",
    "oci_jms_java_downloads_java_download_token",
    "oci_jms_java_downloads_java_license_acceptance_record",
    "oci_jms_jms_plugin",
    "oci_jms_task_schedule",
    "oci_jms_utils_analyze_applications_configuration",
    "oci_jms_utils_subscription_acknowledgment_configuration",
    "oci_ocvp_management_appliance",
    "oci_oda_oda_instance",
    "oci_opa_opa_instance",
    "oci_os_management_hub_dynamic_set",
    "oci_os_management_hub_dynamic_set_install_packages_management",
    "oci_os_management_hub_dynamic_set_reboot_management",
    "oci_os_management_hub_dynamic_set_remove_packages_management",
    "oci_os_management_hub_dynamic_set_update_packages_management",
    "oci_os_management_hub_event",
    "oci_os_management_hub_lifecycle_environment",
    "oci_os_management_hub_lifecycle_stage_attach_managed_instances_management",
    "oci_os_management_hub_lifecycle_stage_detach_managed_instances_management",
    "oci_os_management_hub_lifecycle_stage_promote_software_source_management",
    "oci_os_management_hub_lifecycle_stage_reboot_management",
    "oci_os_management_hub_managed_instance",
    "oci_os_management_hub_managed_instance_attach_profile_management",
    "oci_os_management_hub_managed_instance_attach_software_sources_management",
    "oci_os_management_hub_managed_instance_detach_profile_management",
    "oci_os_management_hub_managed_instance_detach_software_sources_management",
    "oci_os_management_hub_managed_instance_group",
    "oci_os_management_hub_managed_instance_group_attach_managed_instances_management",
    "oci_os_management_hub_managed_instance_group_attach_software_sources_management",
    "oci_os_management_hub_managed_instance_group_detach_managed_instances_management",
    "oci_os_management_hub_managed_instance_group_detach_software_sources_management",
    "oci_os_management_hub_managed_instance_group_install_packages_management",
    "oci_os_management_hub_managed_instance_group_install_windows_updates_management",
    "oci_os_management_hub_managed_instance_group_manage_module_streams_management",
    "oci_os_management_hub_managed_instance_group_reboot_management",
    "oci_os_management_hub_managed_instance_group_remove_packages_management",
    "oci_os_management_hub_managed_instance_group_update_all_packages_management",
    "oci_os_management_hub_managed_instance_install_packages_management",
    "oci_os_management_hub_managed_instance_install_snaps_management",
    "oci_os_management_hub_managed_instance_install_windows_updates_management",
    "oci_os_management_hub_managed_instance_reboot_management",
    "oci_os_management_hub_managed_instance_refresh_software_management",
    "oci_os_management_hub_managed_instance_remove_packages_management",
    "oci_os_management_hub_managed_instance_remove_snaps_management",
    "oci_os_management_hub_managed_instance_switch_snap_channel_management",
    "oci_os_management_hub_managed_instance_update_packages_management",
    "oci_os_management_hub_managed_instances_install_windows_updates_management",
    "oci_os_management_hub_managed_instances_update_packages_management",
    "oci_os_management_hub_management_station",
    "oci_os_management_hub_management_station_associate_managed_instances_management",
    "oci_os_management_hub_management_station_mirror_synchronize_management",
    "oci_os_management_hub_management_station_refresh_management",
    "oci_os_management_hub_management_station_synchronize_mirrors_management",
    "oci_os_management_hub_profile",
    "oci_os_management_hub_profile_attach_lifecycle_stage_management",
    "oci_os_management_hub_profile_attach_managed_instance_group_management",
    "oci_os_management_hub_profile_attach_management_station_management",
    "oci_os_management_hub_profile_attach_software_sources_management",
    "oci_os_management_hub_profile_detach_management_station_management",
    "oci_os_management_hub_profile_detach_software_sources_management",
    "oci_os_management_hub_scheduled_job",
    "oci_os_management_hub_software_source",
    "oci_os_management_hub_software_source_add_packages_management",
    "oci_os_management_hub_software_source_change_availability_management",
    "oci_os_management_hub_software_source_generate_metadata_management",
    "oci_os_management_hub_software_source_manifest",
    "oci_os_management_hub_software_source_remove_packages_management",
    "oci_os_management_hub_software_source_replace_packages_management",
    "oci_os_management_hub_work_request_rerun_management",
    "oci_resource_analytics_resource_analytics_instance",
    "oci_resource_analytics_resource_analytics_instance_oac_management",
    "oci_service_catalog_private_application",
    "oci_tenantmanagercontrolplane_subscription_mapping",
    "oci_vbs_inst_vbs_instance",
    "oci_waa_web_app_acceleration",
    "oci_waa_web_app_acceleration_policy",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "oci_bastion_bastion",
    "oci_sch_service_connector",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "oci_adm_knowledge_base",
    "oci_adm_remediation_recipe",
    "oci_adm_remediation_run",
    "oci_announcements_service_announcement_subscription",
    "oci_bastion_session",
    "oci_blockchain_osn",
    "oci_blockchain_peer",
    "oci_cloud_bridge_agent",
    "oci_cloud_bridge_agent_dependency",
    "oci_cloud_bridge_agent_plugin",
    "oci_cloud_bridge_asset",
    "oci_cloud_bridge_asset_source",
    "oci_cloud_bridge_inventory",
    "oci_cloud_migrations_migration",
    "oci_cloud_migrations_migration_asset",
    "oci_cloud_migrations_migration_plan",
    "oci_cloud_migrations_target_asset",
    "oci_dblm_vulnerability_scan",
    "oci_dbmulticloud_multi_cloud_resource_discovery",
    "oci_demand_signal_occ_demand_signal",
    "oci_dif_stack",
    "oci_email_dkim",
    "oci_email_suppression",
    "oci_iot_digital_twin_adapter",
    "oci_iot_digital_twin_model",
    "oci_license_manager_configuration",
    "oci_license_manager_product_license",
    "oci_management_agent_management_agent",
    "oci_management_agent_management_agent_data_source",
    "oci_management_agent_management_agent_install_key",
    "oci_marketplace_accepted_agreement",
    "oci_marketplace_listing_package_agreement",
    "oci_marketplace_marketplace_external_attested_metadata",
    "oci_marketplace_publication",
    "oci_ocvp_byol",
    "oci_ocvp_byol_allocation",
    "oci_ocvp_datastore",
    "oci_ocvp_esxi_host",
    "oci_oda_oda_private_endpoint",
    "oci_oda_oda_private_endpoint_attachment",
    "oci_oda_oda_private_endpoint_scan_proxy",
    "oci_optimizer_enrollment_status",
    "oci_optimizer_profile",
    "oci_optimizer_recommendation",
    "oci_optimizer_resource_action",
    "oci_resource_analytics_tenancy_attachment",
    "oci_self_subscription",
    "oci_zpr_configuration",
    "oci_zpr_zpr_policy",
  ]
}

types {
  class       = "control"
  category    = "audit"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_logging_log",
    "oci_logging_log_group",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "oci_audit_configuration",
    "oci_cloud_guard_cloud_guard_configuration",
    "oci_cloud_guard_detector_recipe",
    "oci_cloud_guard_security_zone",
    "oci_cloud_guard_target",
    "oci_data_safe_alert_policy",
    "oci_data_safe_audit_archive_retrieval",
    "oci_data_safe_audit_policy",
    "oci_data_safe_audit_policy_management",
    "oci_data_safe_audit_profile",
    "oci_data_safe_audit_profile_management",
    "oci_data_safe_audit_trail",
    "oci_data_safe_audit_trail_management",
    "oci_data_safe_calculate_audit_volume_available",
    "oci_data_safe_calculate_audit_volume_collected",
    "oci_data_safe_data_safe_configuration",
    "oci_data_safe_masking_policy",
    "oci_data_safe_security_policy",
    "oci_data_safe_sql_firewall_policy",
    "oci_data_safe_target_alert_policy_association",
    "oci_data_safe_unified_audit_policy",
    "oci_data_safe_unified_audit_policy_definition",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "oci_cloud_guard_adhoc_query",
    "oci_cloud_guard_adhoc_query_result_content",
    "oci_cloud_guard_adhoc_query_results",
    "oci_cloud_guard_data_mask_rule",
    "oci_cloud_guard_data_source",
    "oci_cloud_guard_managed_list",
    "oci_cloud_guard_problem_entities",
    "oci_cloud_guard_resource_ports",
    "oci_cloud_guard_resource_vulnerabilities",
    "oci_cloud_guard_resource_vulnerability",
    "oci_cloud_guard_resources",
    "oci_cloud_guard_responder_recipe",
    "oci_cloud_guard_saved_query",
    "oci_cloud_guard_security_recipe",
    "oci_cloud_guard_wlp_agent",
    "oci_data_safe_alert",
    "oci_data_safe_alert_policy_rule",
    "oci_data_safe_attribute_set",
    "oci_data_safe_compare_security_assessment",
    "oci_data_safe_compare_user_assessment",
    "oci_data_safe_data_safe_private_endpoint",
    "oci_data_safe_database_security_config",
    "oci_data_safe_database_security_config_management",
    "oci_data_safe_discovery_job",
    "oci_data_safe_discovery_jobs_result",
    "oci_data_safe_generate_on_prem_connector_configuration",
    "oci_data_safe_library_masking_format",
    "oci_data_safe_masking_policies_masking_column",
    "oci_data_safe_masking_policy_health_report_management",
    "oci_data_safe_masking_report_management",
    "oci_data_safe_on_prem_connector",
    "oci_data_safe_report",
    "oci_data_safe_report_definition",
    "oci_data_safe_sdm_masking_policy_difference",
    "oci_data_safe_security_assessment",
    "oci_data_safe_security_assessment_check",
    "oci_data_safe_security_assessment_finding",
    "oci_data_safe_security_policy_config",
    "oci_data_safe_security_policy_deployment",
    "oci_data_safe_security_policy_deployment_management",
    "oci_data_safe_security_policy_management",
    "oci_data_safe_sensitive_data_model",
    "oci_data_safe_sensitive_data_model_referential_relation",
    "oci_data_safe_sensitive_data_models_sensitive_column",
    "oci_data_safe_sensitive_type",
    "oci_data_safe_sensitive_type_group",
    "oci_data_safe_sensitive_type_group_grouped_sensitive_type",
    "oci_data_safe_sensitive_types_export",
    "oci_data_safe_set_security_assessment_baseline",
    "oci_data_safe_set_security_assessment_baseline_management",
    "oci_data_safe_set_user_assessment_baseline",
    "oci_data_safe_set_user_assessment_baseline_management",
    "oci_data_safe_sql_collection",
    "oci_data_safe_sql_firewall_policy_management",
    "oci_data_safe_target_database",
    "oci_data_safe_target_database_group",
    "oci_data_safe_target_database_peer_target_database",
    "oci_data_safe_unset_security_assessment_baseline",
    "oci_data_safe_unset_security_assessment_baseline_management",
    "oci_data_safe_unset_user_assessment_baseline",
    "oci_data_safe_unset_user_assessment_baseline_management",
    "oci_data_safe_user_assessment",
    "oci_logging_log_saved_search",
    "oci_logging_unified_agent_configuration",
    "oci_security_attribute_security_attribute",
    "oci_security_attribute_security_attribute_namespace",
    "oci_vulnerability_scanning_container_scan_recipe",
    "oci_vulnerability_scanning_container_scan_target",
    "oci_vulnerability_scanning_host_scan_recipe",
    "oci_vulnerability_scanning_host_scan_target",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_containerengine_cluster",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "oci_containerengine_node_pool",
    "oci_containerengine_virtual_node_pool",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "oci_containerengine_addon",
    "oci_containerengine_cluster_complete_credential_rotation_management",
    "oci_containerengine_cluster_public_api_endpoint_decommission_manager",
    "oci_containerengine_cluster_start_credential_rotation_management",
    "oci_containerengine_cluster_workload_mapping",
    "oci_desktops_desktop_pool",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_certificates_management_certificate_authority",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_certificates_management_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "oci_certificates_management_ca_bundle",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_kms_key",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_kms_key_version",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "oci_kms_ekms_private_endpoint",
    "oci_kms_encrypted_data",
    "oci_kms_generated_key",
    "oci_kms_sign",
    "oci_kms_vault_replication",
    "oci_kms_verify",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_vault_secret",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "oci_management_agent_named_credential",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_analytics_analytics_instance",
    "oci_bds_bds_instance",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_datascience_model",
    "oci_datascience_notebook_session",
    "oci_datascience_project",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  names = [
    "oci_ai_data_platform_ai_data_platform",
    "oci_ai_document_processor_job",
    "oci_ai_language_endpoint",
    "oci_ai_language_job",
    "oci_ai_language_model",
    "oci_ai_language_project",
    "oci_ai_vision_model",
    "oci_ai_vision_project",
    "oci_ai_vision_stream_group",
    "oci_ai_vision_stream_job",
    "oci_ai_vision_stream_source",
    "oci_ai_vision_vision_private_endpoint",
    "oci_analytics_analytics_instance_private_access_channel",
    "oci_analytics_analytics_instance_resource_group",
    "oci_analytics_analytics_instance_vanity_url",
    "oci_bds_auto_scaling_configuration",
    "oci_bds_bds_capacity_report",
    "oci_bds_bds_instance_api_key",
    "oci_bds_bds_instance_bds_certificate_configuration",
    "oci_bds_bds_instance_execute_bootstrap_script_action",
    "oci_bds_bds_instance_identity_configuration",
    "oci_bds_bds_instance_metastore_config",
    "oci_bds_bds_instance_node_replace_configuration",
    "oci_bds_bds_instance_operation_certificate_managements_management",
    "oci_bds_bds_instance_os_patch_action",
    "oci_bds_bds_instance_patch_action",
    "oci_bds_bds_instance_replace_node_action",
    "oci_bds_bds_instance_resource_principal_configuration",
    "oci_bds_bds_instance_software_update_action",
    "oci_data_labeling_service_dataset",
    "oci_datacatalog_connection",
    "oci_datacatalog_data_asset",
    "oci_datacc_infrastructure",
    "oci_datacc_vm_cluster_network",
    "oci_datacc_vm_instance",
    "oci_dataflow_application",
    "oci_dataflow_invoke_run",
    "oci_dataflow_pool",
    "oci_dataflow_private_endpoint",
    "oci_dataflow_run_statement",
    "oci_dataflow_sql_endpoint",
    "oci_dataintegration_workspace",
    "oci_dataintegration_workspace_application",
    "oci_dataintegration_workspace_application_patch",
    "oci_dataintegration_workspace_application_schedule",
    "oci_dataintegration_workspace_application_task_schedule",
    "oci_dataintegration_workspace_export_request",
    "oci_dataintegration_workspace_folder",
    "oci_dataintegration_workspace_import_request",
    "oci_dataintegration_workspace_project",
    "oci_dataintegration_workspace_task",
    "oci_datascience_compute_target",
    "oci_datascience_job",
    "oci_datascience_job_run",
    "oci_datascience_ml_application",
    "oci_datascience_ml_application_implementation",
    "oci_datascience_ml_application_instance",
    "oci_datascience_model_custom_metadata_artifact",
    "oci_datascience_model_defined_metadata_artifact",
    "oci_datascience_model_deployment",
    "oci_datascience_model_group",
    "oci_datascience_model_group_artifact",
    "oci_datascience_model_group_version_history",
    "oci_datascience_model_provenance",
    "oci_datascience_model_version_set",
    "oci_datascience_pipeline",
    "oci_datascience_pipeline_run",
    "oci_datascience_private_endpoint",
    "oci_datascience_schedule",
    "oci_generative_ai_agent_agent",
    "oci_generative_ai_agent_agent_endpoint",
    "oci_generative_ai_agent_data_ingestion_job",
    "oci_generative_ai_agent_data_source",
    "oci_generative_ai_agent_knowledge_base",
    "oci_generative_ai_agent_provisioned_capacity",
    "oci_generative_ai_agent_tool",
    "oci_generative_ai_dedicated_ai_cluster",
    "oci_generative_ai_endpoint",
    "oci_generative_ai_generative_ai_private_endpoint",
    "oci_generative_ai_hosted_application",
    "oci_generative_ai_hosted_application_iam",
    "oci_generative_ai_hosted_application_storage",
    "oci_generative_ai_hosted_deployment",
    "oci_generative_ai_imported_model",
    "oci_generative_ai_model",
    "oci_generative_ai_project",
    "oci_generative_ai_semantic_store",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_core_boot_volume",
    "oci_core_volume",
    "oci_core_volume_group",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  names = [
    "oci_core_volume_attachment",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_blockchain_blockchain_platform",
    "oci_database_cloud_autonomous_vm_cluster",
    "oci_database_cloud_exadata_infrastructure",
    "oci_database_cloud_vm_cluster",
    "oci_database_exadata_infrastructure",
    "oci_database_exadb_vm_cluster",
    "oci_database_exascale_db_storage_vault",
    "oci_database_pluggable_database",
    "oci_database_vm_cluster",
    "oci_nosql_table",
    "oci_psql_db_system",
    "oci_redis_redis_cluster",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "oci_database_data_guard_association",
    "oci_mysql_channel",
    "oci_mysql_heat_wave_cluster",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "oci_database_advanced_cluster_file_system",
    "oci_database_application_vip",
    "oci_database_autonomous_container_database_add_standby",
    "oci_database_autonomous_container_database_dataguard_association",
    "oci_database_autonomous_container_database_dataguard_association_operation",
    "oci_database_autonomous_database_instance_wallet_management",
    "oci_database_autonomous_database_regional_wallet_management",
    "oci_database_autonomous_database_saas_admin_user",
    "oci_database_autonomous_database_software_image",
    "oci_database_autonomous_database_wallet",
    "oci_database_autonomous_exadata_infrastructure",
    "oci_database_autonomous_vm_cluster",
    "oci_database_autonomous_vm_cluster_ords_certificate_management",
    "oci_database_autonomous_vm_cluster_ssl_certificate_management",
    "oci_database_cloud_database_management",
    "oci_database_cloud_exadata_infrastructure_configure_exascale_management",
    "oci_database_cloud_vm_cluster_iorm_config",
    "oci_database_data_patch",
    "oci_database_database_software_image",
    "oci_database_database_software_schedule_management",
    "oci_database_database_upgrade",
    "oci_database_db_node",
    "oci_database_db_node_console_connection",
    "oci_database_db_node_console_history",
    "oci_database_db_systems_upgrade",
    "oci_database_exadata_infrastructure_compute",
    "oci_database_exadata_infrastructure_configure_exascale_management",
    "oci_database_exadata_iorm_config",
    "oci_database_execution_action",
    "oci_database_execution_window",
    "oci_database_external_container_database",
    "oci_database_external_container_database_management",
    "oci_database_external_database_connector",
    "oci_database_external_non_container_database",
    "oci_database_external_non_container_database_management",
    "oci_database_external_non_container_database_operations_insights_management",
    "oci_database_external_pluggable_database",
    "oci_database_external_pluggable_database_management",
    "oci_database_external_pluggable_database_operations_insights_management",
    "oci_database_externalcontainerdatabases_stack_monitoring",
    "oci_database_externalnoncontainerdatabases_stack_monitoring",
    "oci_database_externalpluggabledatabases_stack_monitoring",
    "oci_database_key_store",
    "oci_database_maintenance_run",
    "oci_database_management_autonomous_database_autonomous_database_dbm_features_management",
    "oci_database_management_cloud_asm",
    "oci_database_management_cloud_asm_instance",
    "oci_database_management_cloud_cluster",
    "oci_database_management_cloud_cluster_instance",
    "oci_database_management_cloud_db_home",
    "oci_database_management_cloud_db_node",
    "oci_database_management_cloud_db_system",
    "oci_database_management_cloud_db_system_cloud_database_managements_management",
    "oci_database_management_cloud_db_system_cloud_stack_monitorings_management",
    "oci_database_management_cloud_db_system_connector",
    "oci_database_management_cloud_db_system_discovery",
    "oci_database_management_cloud_exadata_infrastructure",
    "oci_database_management_cloud_exadata_infrastructure_managedexadata_management",
    "oci_database_management_cloud_exadata_storage_connector",
    "oci_database_management_cloud_exadata_storage_grid",
    "oci_database_management_cloud_exadata_storage_server",
    "oci_database_management_cloud_listener",
    "oci_database_management_database_dbm_features_management",
    "oci_database_management_db_management_private_endpoint",
    "oci_database_management_external_asm",
    "oci_database_management_external_asm_instance",
    "oci_database_management_external_cluster",
    "oci_database_management_external_cluster_instance",
    "oci_database_management_external_db_home",
    "oci_database_management_external_db_node",
    "oci_database_management_external_db_system",
    "oci_database_management_external_db_system_connector",
    "oci_database_management_external_db_system_database_managements_management",
    "oci_database_management_external_db_system_discovery",
    "oci_database_management_external_db_system_stack_monitorings_management",
    "oci_database_management_external_exadata_infrastructure",
    "oci_database_management_external_exadata_infrastructure_exadata_management",
    "oci_database_management_external_exadata_storage_connector",
    "oci_database_management_external_exadata_storage_grid",
    "oci_database_management_external_exadata_storage_server",
    "oci_database_management_external_listener",
    "oci_database_management_external_my_sql_database",
    "oci_database_management_external_my_sql_database_connector",
    "oci_database_management_external_my_sql_database_external_mysql_databases_management",
    "oci_database_management_externalcontainerdatabase_external_container_dbm_features_management",
    "oci_database_management_externalnoncontainerdatabase_external_non_container_dbm_features_management",
    "oci_database_management_externalpluggabledatabase_external_pluggable_dbm_features_management",
    "oci_database_management_managed_database",
    "oci_database_management_managed_database_group",
    "oci_database_management_managed_databases_change_database_parameter",
    "oci_database_management_managed_databases_reset_database_parameter",
    "oci_database_management_named_credential",
    "oci_database_management_pluggabledatabase_pluggable_database_dbm_features_management",
    "oci_database_migration",
    "oci_database_migration_agent",
    "oci_database_migration_assessment",
    "oci_database_migration_assessment_assessor_action",
    "oci_database_migration_connection",
    "oci_database_migration_job",
    "oci_database_migration_job_advisor_report_check",
    "oci_database_migration_migration",
    "oci_database_oneoff_patch",
    "oci_database_pluggable_database_pluggabledatabasemanagements_management",
    "oci_database_pluggable_databases_local_clone",
    "oci_database_pluggable_databases_remote_clone",
    "oci_database_scheduled_action",
    "oci_database_scheduling_plan",
    "oci_database_scheduling_policy",
    "oci_database_scheduling_policy_scheduling_window",
    "oci_database_tools_runtime_database_tools_connection_credential",
    "oci_database_tools_runtime_database_tools_connection_credential_execute_grantee",
    "oci_database_tools_runtime_database_tools_connection_credential_public_synonym",
    "oci_database_tools_runtime_database_tools_connection_property_set",
    "oci_database_tools_runtime_database_tools_database_api_gateway_config_global",
    "oci_database_tools_runtime_database_tools_database_api_gateway_config_pool",
    "oci_database_tools_runtime_database_tools_database_api_gateway_config_pool_api_spec",
    "oci_database_tools_runtime_database_tools_database_api_gateway_config_pool_auto_api_spec",
    "oci_database_vm_cluster_add_virtual_machine",
    "oci_database_vm_cluster_network",
    "oci_database_vm_cluster_remove_virtual_machine",
    "oci_distributed_database_distributed_autonomous_database",
    "oci_distributed_database_distributed_database_private_endpoint",
    "oci_golden_gate_connection_assignment",
    "oci_golden_gate_database_registration",
    "oci_golden_gate_deployment_certificate",
    "oci_mysql_mysql_configuration",
    "oci_nosql_configuration",
    "oci_nosql_index",
    "oci_nosql_table_replica",
    "oci_ocvp_cluster",
    "oci_ocvp_datastore_cluster",
    "oci_psql_configuration",
    "oci_redis_oci_cache_config_set",
    "oci_redis_oci_cache_config_setlist_associated_oci_cache_cluster",
    "oci_redis_oci_cache_user",
    "oci_redis_oci_cache_user_get_redis_cluster",
    "oci_redis_redis_cluster_attach_oci_cache_user",
    "oci_redis_redis_cluster_create_identity_token",
    "oci_redis_redis_cluster_detach_oci_cache_user",
    "oci_redis_redis_cluster_get_oci_cache_user",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_lustre_file_storage_lustre_file_system",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  names = [
    "oci_file_storage_export_set",
    "oci_file_storage_file_system_quota_rule",
    "oci_lustre_file_storage_object_storage_link",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "oci_adm_vulnerability_audit",
    "oci_service_catalog_service_catalog",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  names = [
    "oci_objectstorage_object_lifecycle_policy",
    "oci_objectstorage_preauthrequest",
    "oci_objectstorage_replication_policy",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  names = [
    "oci_objectstorage_object",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "oci_objectstorage_private_endpoint",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_managed_kafka_kafka_cluster",
    "oci_queue_queue",
    "oci_streaming_stream",
    "oci_streaming_stream_pool",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "oci_events_rule",
    "oci_ons_notification_topic",
    "oci_ons_subscription",
    "oci_streaming_connect_harness",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "oci_managed_kafka_kafka_cluster_addon",
    "oci_managed_kafka_kafka_cluster_config",
    "oci_managed_kafka_kafka_cluster_superusers_management",
    "oci_queue_consumer_group",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_artifacts_container_repository",
    "oci_artifacts_repository",
    "oci_devops_repository",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "oci_artifacts_container_configuration",
    "oci_artifacts_container_image_signature",
    "oci_artifacts_generic_artifact",
    "oci_devops_build_pipeline",
    "oci_devops_build_pipeline_stage",
    "oci_devops_build_run",
    "oci_devops_connection",
    "oci_devops_deploy_artifact",
    "oci_devops_deploy_environment",
    "oci_devops_deploy_pipeline",
    "oci_devops_deploy_stage",
    "oci_devops_deployment",
    "oci_devops_project",
    "oci_devops_project_repository_setting",
    "oci_devops_repository_mirror",
    "oci_devops_repository_protected_branch_management",
    "oci_devops_repository_ref",
    "oci_devops_repository_setting",
    "oci_devops_trigger",
    "oci_generic_artifacts_content_artifact_by_path",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_opensearch_opensearch_cluster",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "oci_management_dashboard_management_saved_search",
    "oci_opensearch_opensearch_cluster_pipeline",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "oci_announcements_service_announcement_subscriptions_actions_change_compartment",
    "oci_cloud_bridge_environment",
    "oci_gdp_gdp_pipeline",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_identity_domain",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_identity_api_key",
    "oci_identity_customer_secret_key",
    "oci_identity_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "oci_apiaccesscontrol_privileged_api_control",
    "oci_apiaccesscontrol_privileged_api_request",
    "oci_dbmulticloud_oracle_db_azure_vault_association",
    "oci_fusion_apps_fusion_environment_admin_user",
    "oci_identity_auth_token",
    "oci_identity_authentication_policy",
    "oci_identity_domains_identity_provider",
    "oci_identity_domains_password_policy",
    "oci_identity_domains_policy",
    "oci_identity_dynamic_group",
    "oci_identity_group",
    "oci_identity_identity_provider",
    "oci_identity_policy",
    "oci_identity_user_group_membership",
    "oci_service_catalog_service_catalog_association",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "oci_announcements_service_announcement_subscriptions_filter_group",
    "oci_cluster_placement_groups_cluster_placement_group",
    "oci_dbmulticloud_oracle_db_aws_identity_connector",
    "oci_dbmulticloud_oracle_db_aws_key",
    "oci_dbmulticloud_oracle_db_azure_blob_container",
    "oci_dbmulticloud_oracle_db_azure_blob_mount",
    "oci_dbmulticloud_oracle_db_azure_connector",
    "oci_dbmulticloud_oracle_db_azure_vault",
    "oci_dbmulticloud_oracle_db_gcp_identity_connector",
    "oci_dbmulticloud_oracle_db_gcp_key_ring",
    "oci_delegate_access_control_delegation_control",
    "oci_delegate_access_control_delegation_subscription",
    "oci_disaster_recovery_dr_protection_group",
    "oci_identity_data_plane_generate_scoped_access_token",
    "oci_identity_db_credential",
    "oci_identity_domain_replication_to_region",
    "oci_identity_domains_account_recovery_setting",
    "oci_identity_domains_api_key",
    "oci_identity_domains_app_role",
    "oci_identity_domains_approval_workflow",
    "oci_identity_domains_approval_workflow_assignment",
    "oci_identity_domains_approval_workflow_step",
    "oci_identity_domains_auth_token",
    "oci_identity_domains_authentication_factor_setting",
    "oci_identity_domains_cloud_gate",
    "oci_identity_domains_cloud_gate_mapping",
    "oci_identity_domains_cloud_gate_server",
    "oci_identity_domains_condition",
    "oci_identity_domains_customer_secret_key",
    "oci_identity_domains_dynamic_resource_group",
    "oci_identity_domains_grant",
    "oci_identity_domains_identity_proofing_provider",
    "oci_identity_domains_identity_propagation_trust",
    "oci_identity_domains_identity_setting",
    "oci_identity_domains_kmsi_setting",
    "oci_identity_domains_mapped_attribute",
    "oci_identity_domains_my_api_key",
    "oci_identity_domains_my_auth_token",
    "oci_identity_domains_my_customer_secret_key",
    "oci_identity_domains_my_oauth2client_credential",
    "oci_identity_domains_my_request",
    "oci_identity_domains_my_smtp_credential",
    "oci_identity_domains_my_support_account",
    "oci_identity_domains_my_user_db_credential",
    "oci_identity_domains_network_perimeter",
    "oci_identity_domains_oauth2client_credential",
    "oci_identity_domains_oauth_client_certificate",
    "oci_identity_domains_oauth_partner_certificate",
    "oci_identity_domains_rule",
    "oci_identity_domains_security_question",
    "oci_identity_domains_security_question_setting",
    "oci_identity_domains_self_registration_profile",
    "oci_identity_domains_setting",
    "oci_identity_domains_smtp_credential",
    "oci_identity_domains_social_identity_provider",
    "oci_identity_domains_user_db_credential",
    "oci_identity_idp_group_mapping",
    "oci_identity_import_standard_tags_management",
    "oci_identity_network_source",
    "oci_identity_smtp_credential",
    "oci_identity_ui_password",
    "oci_identity_user_capabilities_management",
    "oci_iot_iot_domain_configure_data_access",
    "oci_iot_iot_domain_group",
    "oci_iot_iot_domain_group_configure_data_access",
    "oci_operator_access_control_operator_control",
    "oci_operator_access_control_operator_control_assignment",
    "oci_psa_private_service_access",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "oci_identity_domains_identity_proofing_provider_template",
    "oci_identity_domains_notification_setting",
  ]
}

types {
  class       = "meta"
  category    = "billing"
  delete_risk = "low"
  names = [
    "oci_budget_alert_rule",
    "oci_budget_budget",
    "oci_budget_cost_alert_subscription",
    "oci_budget_cost_anomaly_event",
    "oci_budget_cost_anomaly_monitor",
    "oci_budget_cost_anomaly_monitor_costanomalymonitorenabletoggles_management",
    "oci_capacity_management_internal_occ_capacity_request",
    "oci_capacity_management_internal_occm_demand_signal",
    "oci_capacity_management_internal_occm_demand_signal_delivery",
    "oci_capacity_management_occ_availability_catalog",
    "oci_capacity_management_occ_capacity_request",
    "oci_capacity_management_occ_customer_group",
    "oci_capacity_management_occ_customer_group_occ_customer",
    "oci_capacity_management_occm_demand_signal",
    "oci_capacity_management_occm_demand_signal_item",
    "oci_costad_cost_alert_subscription",
    "oci_costad_cost_anomaly_event",
    "oci_costad_cost_anomaly_monitor",
    "oci_costad_cost_anomaly_monitor_costanomalymonitorenabletoggles_management",
    "oci_metering_computation_custom_table",
    "oci_metering_computation_query",
    "oci_metering_computation_schedule",
    "oci_metering_computation_usage",
    "oci_metering_computation_usage_carbon_emission",
    "oci_metering_computation_usage_carbon_emissions_query",
    "oci_metering_computation_usage_statement_email_recipients_group",
    "oci_usage_proxy_subscription_redeemable_user",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "high"
  names = [
    "oci_identity_tag_namespace",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "oci_identity_tag",
    "oci_identity_tag_default",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_log_analytics_log_analytics_log_group",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "oci_monitoring_alarm",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "oci_apm_apm_domain",
    "oci_apm_config_config",
    "oci_apm_config_data_file",
    "oci_apm_synthetics_dedicated_vantage_point",
    "oci_apm_synthetics_monitor",
    "oci_apm_synthetics_on_premise_vantage_point",
    "oci_apm_synthetics_on_premise_vantage_point_worker",
    "oci_apm_synthetics_script",
    "oci_apm_traces_scheduled_query",
    "oci_cloud_bridge_discovery_schedule",
    "oci_cloud_migrations_replication_schedule",
    "oci_demand_signal_occ_metric_alarm",
    "oci_health_checks_http_monitor",
    "oci_health_checks_http_probe",
    "oci_health_checks_ping_monitor",
    "oci_health_checks_ping_probe",
    "oci_log_analytics_log_analytics_entity",
    "oci_log_analytics_log_analytics_entity_associations_add",
    "oci_log_analytics_log_analytics_entity_associations_remove",
    "oci_log_analytics_log_analytics_entity_type",
    "oci_log_analytics_log_analytics_import_custom_content",
    "oci_log_analytics_log_analytics_object_collection_rule",
    "oci_log_analytics_log_analytics_preferences_management",
    "oci_log_analytics_log_analytics_resource_categories_management",
    "oci_log_analytics_log_analytics_unprocessed_data_bucket_management",
    "oci_log_analytics_namespace",
    "oci_log_analytics_namespace_association",
    "oci_log_analytics_namespace_ingest_time_rule",
    "oci_log_analytics_namespace_ingest_time_rules_management",
    "oci_log_analytics_namespace_lookup",
    "oci_log_analytics_namespace_lookups_append_data_management",
    "oci_log_analytics_namespace_lookups_update_data_management",
    "oci_log_analytics_namespace_scheduled_task",
    "oci_log_analytics_namespace_storage_archival_config",
    "oci_log_analytics_namespace_storage_enable_disable_archiving",
    "oci_monitoring_alarm_suppression",
    "oci_opsi_awr_hub",
    "oci_opsi_awr_hub_source",
    "oci_opsi_awr_hub_source_awrhubsources_management",
    "oci_opsi_chargeback_plan",
    "oci_opsi_database_insight",
    "oci_opsi_enterprise_manager_bridge",
    "oci_opsi_exadata_insight",
    "oci_opsi_host_insight",
    "oci_opsi_news_report",
    "oci_opsi_operations_insights_private_endpoint",
    "oci_opsi_operations_insights_warehouse",
    "oci_opsi_operations_insights_warehouse_download_warehouse_wallet",
    "oci_opsi_operations_insights_warehouse_rotate_warehouse_wallet",
    "oci_opsi_operations_insights_warehouse_user",
    "oci_opsi_opsi_configuration",
    "oci_resource_analytics_monitored_region",
    "oci_resource_scheduler_schedule",
    "oci_stack_monitoring_baselineable_metric",
    "oci_stack_monitoring_config",
    "oci_stack_monitoring_discovery_job",
    "oci_stack_monitoring_maintenance_window",
    "oci_stack_monitoring_maintenance_windows_retry_failed_operation",
    "oci_stack_monitoring_maintenance_windows_stop",
    "oci_stack_monitoring_metric_extension",
    "oci_stack_monitoring_metric_extension_metric_extension_on_given_resources_management",
    "oci_stack_monitoring_metric_extensions_test_management",
    "oci_stack_monitoring_monitored_resource",
    "oci_stack_monitoring_monitored_resource_task",
    "oci_stack_monitoring_monitored_resource_type",
    "oci_stack_monitoring_monitored_resources_associate_monitored_resource",
    "oci_stack_monitoring_monitored_resources_list_member",
    "oci_stack_monitoring_monitored_resources_search",
    "oci_stack_monitoring_monitored_resources_search_association",
    "oci_stack_monitoring_process_set",
    "oci_vn_monitoring_path_analysi",
    "oci_vn_monitoring_path_analyzer_test",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "oci_management_dashboard_management_dashboards_import",
    "oci_stack_monitoring_monitoring_template",
    "oci_stack_monitoring_monitoring_template_alarm_condition",
    "oci_stack_monitoring_monitoring_template_monitoring_template_on_given_resources_management",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
  names = [
    "oci_resourcemanager_private_endpoint",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_dns_zone",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "oci_dns_record",
    "oci_dns_resolver",
    "oci_dns_rrset",
    "oci_dns_steering_policy",
    "oci_dns_view",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "oci_dns_action_create_zone_from_zone_file",
    "oci_dns_resolver_endpoint",
    "oci_dns_steering_policy_attachment",
    "oci_dns_tsig_key",
    "oci_dns_zone_promote_dnssec_key_version",
    "oci_dns_zone_stage_dnssec_key_version",
    "oci_email_email_domain",
    "oci_iot_iot_domain",
    "oci_iot_iot_domain_change_data_retention_period",
    "oci_license_manager_license_record",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "oci_core_network_security_group",
    "oci_core_network_security_group_security_rule",
    "oci_core_security_list",
    "oci_network_firewall_network_firewall",
    "oci_network_firewall_network_firewall_policy",
    "oci_waf_web_app_firewall",
    "oci_waf_web_app_firewall_policy",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "oci_network_firewall_network_firewall_policy_address_list",
    "oci_network_firewall_network_firewall_policy_application",
    "oci_network_firewall_network_firewall_policy_application_group",
    "oci_network_firewall_network_firewall_policy_decryption_profile",
    "oci_network_firewall_network_firewall_policy_decryption_rule",
    "oci_network_firewall_network_firewall_policy_mapped_secret",
    "oci_network_firewall_network_firewall_policy_nat_rule",
    "oci_network_firewall_network_firewall_policy_security_rule",
    "oci_network_firewall_network_firewall_policy_service",
    "oci_network_firewall_network_firewall_policy_service_list",
    "oci_network_firewall_network_firewall_policy_tunnel_inspection_rule",
    "oci_network_firewall_network_firewall_policy_url_list",
    "oci_waas_address_list",
    "oci_waas_certificate",
    "oci_waas_custom_protection_rule",
    "oci_waas_http_redirect",
    "oci_waas_protection_rule",
    "oci_waas_purge_cache",
    "oci_waas_waas_policy",
    "oci_waf_network_address_list",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "oci_load_balancer_backend_set",
    "oci_load_balancer_listener",
    "oci_load_balancer_load_balancer",
    "oci_network_load_balancer_network_load_balancer",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "medium"
  names = [
    "oci_load_balancer_backend",
    "oci_load_balancer_certificate",
    "oci_load_balancer_hostname",
    "oci_load_balancer_load_balancer_routing_policy",
    "oci_load_balancer_path_route_set",
    "oci_load_balancer_rule_set",
    "oci_load_balancer_ssl_cipher_suite",
    "oci_network_load_balancer_backend",
    "oci_network_load_balancer_backend_set",
    "oci_network_load_balancer_listener",
    "oci_network_load_balancer_network_load_balancers_backend_sets_unified",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  names = [
    "oci_core_drg",
    "oci_core_virtual_circuit",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "oci_core_cpe",
    "oci_core_drg_attachment",
    "oci_core_drg_route_table",
    "oci_core_internet_gateway",
    "oci_core_ipsec",
    "oci_core_local_peering_gateway",
    "oci_core_nat_gateway",
    "oci_core_public_ip",
    "oci_core_remote_peering_connection",
    "oci_core_route_table",
    "oci_core_service_gateway",
    "oci_core_subnet",
    "oci_core_vcn",
    "oci_core_vnic_attachment",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "oci_core_byoasn",
    "oci_core_capture_filter",
    "oci_core_cross_connect",
    "oci_core_cross_connect_group",
    "oci_core_dhcp_options",
    "oci_core_drg_attachment_management",
    "oci_core_drg_attachments_list",
    "oci_core_drg_route_distribution",
    "oci_core_drg_route_distribution_statement",
    "oci_core_drg_route_table_route_rule",
    "oci_core_ipsec_connection_tunnel_management",
    "oci_core_ipv6",
    "oci_core_private_ip",
    "oci_core_public_ip_pool",
    "oci_core_public_ip_pool_capacity",
    "oci_core_route_table_attachment",
    "oci_iot_digital_twin_relationship",
    "oci_osp_gateway_address_action_verification",
    "oci_osp_gateway_subscription",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "critical"
  names = [
    "oci_recovery_protected_database",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_core_image",
    "oci_database_backup",
    "oci_mysql_mysql_backup",
    "oci_psql_backup",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  names = [
    "oci_core_volume_backup_policy_assignment",
    "oci_recovery_protection_policy",
    "oci_recovery_recovery_service_subnet",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  names = [
    "oci_bds_bds_instance_node_backup",
    "oci_bds_bds_instance_node_backup_configuration",
    "oci_database_autonomous_container_database_snapshot_standby",
    "oci_database_backup_cancel_management",
    "oci_database_backup_destination",
    "oci_database_database_snapshot_standby",
    "oci_database_db_node_snapshot",
    "oci_database_db_node_snapshot_management",
    "oci_database_pluggable_database_snapshot",
    "oci_disaster_recovery_automatic_dr_configuration",
    "oci_disaster_recovery_dr_plan",
    "oci_disaster_recovery_dr_plan_execution",
    "oci_recovery_long_term_backup",
    "oci_redis_oci_cache_backup",
    "oci_redis_oci_cache_backup_export_to_object_storage",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  names = [
    "oci_ai_document_model",
    "oci_ai_document_project",
    "oci_datacatalog_catalog_private_endpoint",
    "oci_datacatalog_metastore",
  ]
  guard "hard" { safe = { locks = set() } }
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "oci_apigateway_api",
    "oci_apigateway_subscriber",
    "oci_apigateway_usage_plan",
  ]
  guard "hard" { safe = { locks = set() } }
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "oci_core_boot_volume_backup",
    "oci_core_volume_backup",
    "oci_core_volume_group_backup",
  ]
  guard "hard" { safe = { is_retention_lock_enabled = true } }
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "oci_database_tools_database_tools_connection",
    "oci_database_tools_database_tools_database_api_gateway_config",
    "oci_database_tools_database_tools_identity",
    "oci_database_tools_database_tools_mcp_server",
    "oci_database_tools_database_tools_mcp_toolset",
    "oci_database_tools_database_tools_private_endpoint",
    "oci_database_tools_database_tools_sql_report",
    "oci_golden_gate_connection",
    "oci_golden_gate_pipeline",
  ]
  guard "hard" { safe = { locks = set() } }
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "oci_email_email_return_path",
    "oci_email_sender",
    "oci_media_services_media_asset",
    "oci_media_services_media_workflow",
    "oci_media_services_media_workflow_configuration",
  ]
  guard "hard" { safe = { locks = set() } }
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "high"
  names = [
    "oci_file_storage_export",
    "oci_file_storage_mount_target",
    "oci_file_storage_replication",
  ]
  guard "hard" { safe = { locks = set() } }
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "oci_identity_domains_app",
    "oci_identity_domains_group",
    "oci_identity_domains_user",
  ]
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "oci_media_services_stream_cdn_config",
    "oci_media_services_stream_distribution_channel",
    "oci_media_services_stream_packaging_config",
  ]
  guard "hard" { safe = { locks = set() } }
}

type "oci_apigateway_certificate" {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_apigateway_deployment" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "hard" { safe = { locks = set() } }
}

type "oci_apigateway_gateway" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "hard" { safe = { locks = set() } }
}

type "oci_core_instance" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "soft" { safe = { preserve_boot_volume = true } }
  note = "the boot volume goes with it unless preserve_boot_volume is set"
}

type "oci_core_volume_backup_policy" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  guard "safety" { safe = { "schedules.is_retention_lock_enabled" = true } }
}

type "oci_database_autonomous_container_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "backup_config.backup_destination_details.backup_retention_policy_on_terminate" = "RETAIN_PER_RETENTION_WINDOW" } }
  guard "backup" { safe = { "backup_config.backup_destination_details.is_retention_lock_enabled" = true } }
}

type "oci_database_autonomous_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  note        = "recoverable from backups only"
}

type "oci_database_autonomous_database_backup" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { "backup_destination_details.is_retention_lock_enabled" = true } }
}

type "oci_database_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "database.db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" } }
  guard "backup" { safe = { "database.db_backup_config.backup_destination_details.is_retention_lock_enabled" = true } }
}

type "oci_database_db_home" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "database.db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" } }
  guard "backup" { safe = { "database.db_backup_config.backup_destination_details.is_retention_lock_enabled" = true } }
}

type "oci_database_db_system" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "db_home.database.db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" } }
  guard "backup" { safe = { "db_home.database.db_backup_config.backup_destination_details.is_retention_lock_enabled" = true } }
  note = "all databases inside go with it"
}

type "oci_datacatalog_catalog" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { locks = set() } }
}

type "oci_distributed_database_distributed_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "db_backup_config.backup_deletion_policy" = "DELETE_AFTER_RETENTION_PERIOD" } }
  guard "backup" { safe = { "db_backup_config.is_auto_backup_enabled" = true } }
}

type "oci_email_email_ip_pool" {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_file_storage_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { locks = set() } }
}

type "oci_file_storage_filesystem_snapshot_policy" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_file_storage_outbound_connector" {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_file_storage_snapshot" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { locks = set() } }
}

type "oci_golden_gate_deployment" {
  class       = "data"
  category    = "database"
  delete_risk = "critical"
  guard "hard" { safe = { locks = set() } }
}

type "oci_golden_gate_deployment_backup" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_identity_compartment" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  guard "keep" {
    safe  = { enable_delete = false }
    unset = "on"
  }
  note = "without enable_delete a destroy only forgets it"
}

type "oci_kms_vault" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  note        = "its deletion is scheduled 7 to 30 days ahead"
}

type "oci_limits_quota" {
  class       = "meta"
  category    = "billing"
  delete_risk = "high"
  guard "hard" { safe = { locks = set() } }
}

type "oci_media_services_media_workflow_job" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  guard "hard" { safe = { locks = set() } }
}

type "oci_mysql_mysql_db_system" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { "deletion_policy.is_delete_protected" = true } }
}

type "oci_mysql_replica" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { is_delete_protected = true } }
}

type "oci_objectstorage_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  note        = "the delete fails unless it is empty"
}
