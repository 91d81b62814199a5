# Types of the AWS provider: what they are, what guards them, how bad it is to lose one.
# Schema and measured defaults of provider 5.100.0, and the deletion protection that 6.9.0 and 6.25.0 added.

# Types that differ in nothing but their name share a block.
types {
  class       = "app"
  category    = "end-user"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_workspaces_workspace",
  ]
}

types {
  class       = "app"
  category    = "end-user"
  delete_risk = "medium"
  names = [
    "aws_appstream_fleet_stack_association",
    "aws_appstream_stack",
    "aws_appstream_user_stack_association",
    "aws_worklink_fleet",
    "aws_workspaces_connection_alias",
    "aws_workspacesweb_browser_settings",
    "aws_workspacesweb_user_settings",
  ]
}

types {
  class       = "app"
  category    = "iot"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_iot_thing",
  ]
}

types {
  class       = "app"
  category    = "iot"
  delete_risk = "medium"
  names = [
    "aws_iot_billing_group",
    "aws_iot_domain_configuration",
    "aws_iot_event_configurations",
    "aws_iot_indexing_configuration",
    "aws_iot_provisioning_template",
    "aws_iot_thing_group",
    "aws_iot_thing_group_membership",
    "aws_iot_thing_type",
    "aws_iot_topic_rule",
    "aws_iot_topic_rule_destination",
  ]
}

types {
  class       = "app"
  category    = "media"
  delete_risk = "high"
  names = [
    "aws_ivs_channel",
    "aws_medialive_channel",
  ]
}

types {
  class       = "app"
  category    = "media"
  delete_risk = "medium"
  names = [
    "aws_elastictranscoder_pipeline",
    "aws_elastictranscoder_preset",
    "aws_ivs_recording_configuration",
    "aws_ivschat_logging_configuration",
    "aws_ivschat_room",
    "aws_media_convert_queue",
    "aws_media_package_channel",
    "aws_media_packagev2_channel_group",
    "aws_medialive_input",
    "aws_medialive_multiplex",
    "aws_medialive_multiplex_program",
  ]
}

types {
  class       = "app"
  category    = "messaging"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_connect_instance",
  ]
}

types {
  class       = "app"
  category    = "messaging"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_pinpoint_app",
    "aws_pinpointsmsvoicev2_opt_out_list",
    "aws_sesv2_contact_list",
  ]
}

types {
  class       = "app"
  category    = "messaging"
  delete_risk = "high"
  names = [
    "aws_chime_voice_connector",
    "aws_connect_phone_number",
    "aws_connect_vocabulary",
    "aws_ses_domain_identity",
    "aws_sesv2_dedicated_ip_pool",
    "aws_sesv2_email_identity",
  ]
}

types {
  class       = "app"
  category    = "messaging"
  delete_risk = "medium"
  names = [
    "aws_appintegrations_data_integration",
    "aws_appintegrations_event_integration",
    "aws_chime_voice_connector_group",
    "aws_chime_voice_connector_logging",
    "aws_chime_voice_connector_origination",
    "aws_chime_voice_connector_streaming",
    "aws_chime_voice_connector_termination",
    "aws_chimesdkmediapipelines_media_insights_pipeline_configuration",
    "aws_chimesdkvoice_global_settings",
    "aws_chimesdkvoice_sip_media_application",
    "aws_chimesdkvoice_sip_rule",
    "aws_chimesdkvoice_voice_profile_domain",
    "aws_connect_bot_association",
    "aws_connect_contact_flow",
    "aws_connect_contact_flow_module",
    "aws_connect_hours_of_operation",
    "aws_connect_instance_storage_config",
    "aws_connect_lambda_function_association",
    "aws_connect_queue",
    "aws_connect_quick_connect",
    "aws_connect_routing_profile",
    "aws_connect_user_hierarchy_group",
    "aws_connect_user_hierarchy_structure",
    "aws_pinpoint_adm_channel",
    "aws_pinpoint_apns_channel",
    "aws_pinpoint_apns_sandbox_channel",
    "aws_pinpoint_apns_voip_channel",
    "aws_pinpoint_apns_voip_sandbox_channel",
    "aws_pinpoint_baidu_channel",
    "aws_pinpoint_email_channel",
    "aws_pinpoint_email_template",
    "aws_pinpoint_event_stream",
    "aws_pinpoint_gcm_channel",
    "aws_pinpoint_sms_channel",
    "aws_pinpointsmsvoicev2_configuration_set",
    "aws_ses_active_receipt_rule_set",
    "aws_ses_configuration_set",
    "aws_ses_domain_dkim",
    "aws_ses_domain_mail_from",
    "aws_ses_email_identity",
    "aws_ses_event_destination",
    "aws_ses_identity_notification_topic",
    "aws_ses_receipt_rule",
    "aws_ses_receipt_rule_set",
    "aws_ses_template",
    "aws_sesv2_account_suppression_attributes",
    "aws_sesv2_account_vdm_attributes",
    "aws_sesv2_configuration_set",
    "aws_sesv2_configuration_set_event_destination",
    "aws_sesv2_dedicated_ip_assignment",
    "aws_sesv2_email_identity_feedback_attributes",
    "aws_sesv2_email_identity_mail_from_attributes",
  ]
}

types {
  class       = "app"
  category    = "messaging"
  delete_risk = "low"
  names = [
    "aws_ses_domain_identity_verification",
  ]
}

types {
  class       = "app"
  category    = "migration"
  delete_risk = "high"
  names = [
    "aws_dms_replication_config",
    "aws_dms_replication_task",
  ]
}

types {
  class       = "app"
  category    = "migration"
  delete_risk = "medium"
  names = [
    "aws_appflow_connector_profile",
    "aws_appflow_flow",
    "aws_datapipeline_pipeline",
    "aws_datapipeline_pipeline_definition",
    "aws_datasync_agent",
    "aws_datasync_location_azure_blob",
    "aws_datasync_location_efs",
    "aws_datasync_location_fsx_lustre_file_system",
    "aws_datasync_location_fsx_ontap_file_system",
    "aws_datasync_location_fsx_openzfs_file_system",
    "aws_datasync_location_fsx_windows_file_system",
    "aws_datasync_location_hdfs",
    "aws_datasync_location_nfs",
    "aws_datasync_location_object_storage",
    "aws_datasync_location_s3",
    "aws_datasync_location_smb",
    "aws_datasync_task",
    "aws_dms_replication_subnet_group",
    "aws_osis_pipeline",
    "aws_transfer_connector",
    "aws_transfer_profile",
    "aws_transfer_workflow",
  ]
}

types {
  class       = "compute"
  category    = "app-platform"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_amplify_backend_environment",
  ]
}

types {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "high"
  names = [
    "aws_elastic_beanstalk_application",
    "aws_gamelift_fleet",
  ]
}

types {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  names = [
    "aws_amplify_app",
    "aws_amplify_webhook",
    "aws_elastic_beanstalk_configuration_template",
    "aws_gamelift_alias",
    "aws_gamelift_build",
    "aws_gamelift_game_session_queue",
    "aws_gamelift_script",
    "aws_location_map",
    "aws_location_place_index",
    "aws_location_route_calculator",
    "aws_location_tracker_association",
    "aws_opsworks_application",
    "aws_opsworks_custom_layer",
    "aws_opsworks_ecs_cluster_layer",
    "aws_opsworks_ganglia_layer",
    "aws_opsworks_haproxy_layer",
    "aws_opsworks_java_app_layer",
    "aws_opsworks_memcached_layer",
    "aws_opsworks_mysql_layer",
    "aws_opsworks_nodejs_app_layer",
    "aws_opsworks_php_app_layer",
    "aws_opsworks_rails_app_layer",
    "aws_opsworks_stack",
    "aws_opsworks_static_web_layer",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "aws_apprunner_service",
    "aws_batch_compute_environment",
    "aws_lambda_alias",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "aws_appautoscaling_policy",
    "aws_appautoscaling_scheduled_action",
    "aws_appautoscaling_target",
    "aws_apprunner_connection",
    "aws_apprunner_default_auto_scaling_configuration_version",
    "aws_apprunner_deployment",
    "aws_apprunner_observability_configuration",
    "aws_autoscaling_lifecycle_hook",
    "aws_autoscaling_policy",
    "aws_autoscalingplans_scaling_plan",
    "aws_batch_job_definition",
    "aws_batch_job_queue",
    "aws_batch_scheduling_policy",
    "aws_lambda_function_event_invoke_config",
    "aws_lambda_function_recursion_config",
    "aws_lambda_runtime_management_config",
    "aws_lightsail_container_service",
    "aws_lightsail_container_service_deployment_version",
    "aws_m2_deployment",
    "aws_placement_group",
    "aws_spot_datafeed_subscription",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "low"
  names = [
    "aws_ec2_default_credit_specification",
  ]
}

types {
  class       = "compute"
  category    = "workflow"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_mwaa_environment",
  ]
}

types {
  class       = "compute"
  category    = "workflow"
  delete_risk = "high"
  names = [
    "aws_cloudwatch_event_bus",
    "aws_kinesis_firehose_delivery_stream",
    "aws_pipes_pipe",
    "aws_sfn_state_machine",
  ]
}

types {
  class       = "compute"
  category    = "workflow"
  delete_risk = "medium"
  names = [
    "aws_cloudwatch_event_api_destination",
    "aws_cloudwatch_event_endpoint",
    "aws_dynamodb_kinesis_streaming_destination",
    "aws_glue_trigger",
    "aws_glue_workflow",
    "aws_s3_bucket_notification",
    "aws_scheduler_schedule_group",
    "aws_sfn_activity",
    "aws_sfn_alias",
    "aws_swf_domain",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_evidently_feature",
    "aws_evidently_project",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "aws_appconfig_application",
    "aws_appconfig_configuration_profile",
    "aws_appconfig_deployment",
    "aws_appconfig_deployment_strategy",
    "aws_appconfig_environment",
    "aws_appconfig_extension",
    "aws_appconfig_extension_association",
    "aws_appconfig_hosted_configuration_version",
    "aws_dax_parameter_group",
    "aws_docdb_cluster_parameter_group",
    "aws_ecr_account_setting",
    "aws_ecs_account_setting_default",
    "aws_elasticache_parameter_group",
    "aws_evidently_launch",
    "aws_evidently_segment",
    "aws_memorydb_parameter_group",
    "aws_msk_configuration",
    "aws_neptune_cluster_parameter_group",
    "aws_neptune_parameter_group",
    "aws_redshift_parameter_group",
    "aws_ssm_default_patch_baseline",
    "aws_ssm_maintenance_window",
    "aws_ssm_maintenance_window_target",
    "aws_ssm_maintenance_window_task",
    "aws_ssm_patch_baseline",
    "aws_ssm_patch_group",
    "aws_ssm_resource_data_sync",
    "aws_ssm_service_setting",
    "aws_ssmquicksetup_configuration_manager",
  ]
}

types {
  class       = "control"
  category    = "audit"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_securitylake_data_lake",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "critical"
  names = [
    "aws_config_configuration_recorder",
    "aws_config_delivery_channel",
  ]
}

types {
  class       = "control"
  category    = "audit"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_auditmanager_assessment",
    "aws_detective_graph",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "aws_accessanalyzer_analyzer",
    "aws_cloudwatch_log_destination",
    "aws_cloudwatch_log_subscription_filter",
    "aws_config_config_rule",
    "aws_config_configuration_aggregator",
    "aws_config_conformance_pack",
    "aws_config_organization_conformance_pack",
    "aws_flow_log",
    "aws_guardduty_detector_feature",
    "aws_guardduty_member",
    "aws_guardduty_organization_configuration",
    "aws_inspector2_enabler",
    "aws_macie2_account",
    "aws_securityhub_organization_configuration",
    "aws_securityhub_standards_subscription",
    "aws_wafv2_web_acl_logging_configuration",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "aws_accessanalyzer_archive_rule",
    "aws_appfabric_app_authorization",
    "aws_appfabric_app_authorization_connection",
    "aws_appfabric_app_bundle",
    "aws_appfabric_ingestion",
    "aws_appfabric_ingestion_destination",
    "aws_auditmanager_assessment_delegation",
    "aws_auditmanager_assessment_report",
    "aws_auditmanager_control",
    "aws_auditmanager_framework",
    "aws_auditmanager_framework_share",
    "aws_auditmanager_organization_admin_account_registration",
    "aws_bedrock_model_invocation_logging_configuration",
    "aws_cloudwatch_log_account_policy",
    "aws_cloudwatch_log_data_protection_policy",
    "aws_cloudwatch_log_delivery",
    "aws_cloudwatch_log_delivery_destination",
    "aws_cloudwatch_log_delivery_source",
    "aws_config_aggregate_authorization",
    "aws_config_organization_custom_policy_rule",
    "aws_config_organization_custom_rule",
    "aws_config_organization_managed_rule",
    "aws_config_remediation_configuration",
    "aws_config_retention_configuration",
    "aws_detective_invitation_accepter",
    "aws_detective_member",
    "aws_detective_organization_admin_account",
    "aws_detective_organization_configuration",
    "aws_directory_service_log_subscription",
    "aws_guardduty_filter",
    "aws_guardduty_invite_accepter",
    "aws_guardduty_ipset",
    "aws_guardduty_malware_protection_plan",
    "aws_guardduty_member_detector_feature",
    "aws_guardduty_organization_admin_account",
    "aws_guardduty_organization_configuration_feature",
    "aws_guardduty_threatintelset",
    "aws_inspector2_delegated_admin_account",
    "aws_inspector2_filter",
    "aws_inspector2_member_association",
    "aws_inspector2_organization_configuration",
    "aws_inspector_assessment_target",
    "aws_inspector_assessment_template",
    "aws_inspector_resource_group",
    "aws_iot_logging_options",
    "aws_macie2_classification_export_configuration",
    "aws_macie2_classification_job",
    "aws_macie2_custom_data_identifier",
    "aws_macie2_findings_filter",
    "aws_macie2_invitation_accepter",
    "aws_macie2_member",
    "aws_macie2_organization_admin_account",
    "aws_macie2_organization_configuration",
    "aws_networkfirewall_logging_configuration",
    "aws_redshift_logging",
    "aws_route53_query_log",
    "aws_route53_resolver_query_log_config",
    "aws_route53_resolver_query_log_config_association",
    "aws_s3_bucket_logging",
    "aws_securityhub_action_target",
    "aws_securityhub_automation_rule",
    "aws_securityhub_configuration_policy",
    "aws_securityhub_configuration_policy_association",
    "aws_securityhub_finding_aggregator",
    "aws_securityhub_insight",
    "aws_securityhub_invite_accepter",
    "aws_securityhub_member",
    "aws_securityhub_organization_admin_account",
    "aws_securityhub_product_subscription",
    "aws_securityhub_standards_control",
    "aws_securityhub_standards_control_association",
    "aws_securitylake_aws_log_source",
    "aws_securitylake_custom_log_source",
    "aws_securitylake_subscriber",
    "aws_securitylake_subscriber_notification",
    "aws_verifiedaccess_instance_logging_configuration",
    "aws_vpclattice_access_log_subscription",
    "aws_workspacesweb_user_access_logging_settings",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  names = [
    "aws_route53_hosted_zone_dnssec",
    "aws_route53_key_signing_key",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "aws_ebs_snapshot_block_public_access",
    "aws_ec2_image_block_public_access",
    "aws_emr_block_public_access_configuration",
    "aws_iam_account_password_policy",
    "aws_lakeformation_data_lake_settings",
    "aws_shield_protection",
    "aws_vpc_block_public_access_options",
    "aws_waf_web_acl",
    "aws_wafregional_web_acl",
    "aws_wafregional_web_acl_association",
    "aws_wafv2_ip_set",
    "aws_wafv2_rule_group",
    "aws_wafv2_web_acl",
    "aws_wafv2_web_acl_association",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "aws_cloudfront_field_level_encryption_config",
    "aws_cloudfront_field_level_encryption_profile",
    "aws_cognito_risk_configuration",
    "aws_ec2_instance_metadata_defaults",
    "aws_ec2_serial_console_access",
    "aws_ecr_registry_scanning_configuration",
    "aws_fms_resource_set",
    "aws_iam_organizations_features",
    "aws_iam_security_token_service_preferences",
    "aws_networkfirewall_tls_inspection_configuration",
    "aws_route53_resolver_dnssec_config",
    "aws_shield_application_layer_automatic_response",
    "aws_shield_drt_access_log_bucket_association",
    "aws_shield_drt_access_role_arn_association",
    "aws_shield_proactive_engagement",
    "aws_shield_protection_group",
    "aws_shield_protection_health_check_association",
    "aws_vpc_block_public_access_exclusion",
    "aws_waf_byte_match_set",
    "aws_waf_geo_match_set",
    "aws_waf_ipset",
    "aws_waf_rate_based_rule",
    "aws_waf_regex_match_set",
    "aws_waf_regex_pattern_set",
    "aws_waf_rule",
    "aws_waf_rule_group",
    "aws_waf_size_constraint_set",
    "aws_waf_sql_injection_match_set",
    "aws_waf_xss_match_set",
    "aws_wafregional_byte_match_set",
    "aws_wafregional_geo_match_set",
    "aws_wafregional_ipset",
    "aws_wafregional_rate_based_rule",
    "aws_wafregional_regex_match_set",
    "aws_wafregional_regex_pattern_set",
    "aws_wafregional_rule",
    "aws_wafregional_rule_group",
    "aws_wafregional_size_constraint_set",
    "aws_wafregional_sql_injection_match_set",
    "aws_wafregional_xss_match_set",
    "aws_wafv2_regex_pattern_set",
    "aws_workspacesweb_data_protection_settings",
    "aws_workspacesweb_ip_access_settings",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "aws_ecs_cluster",
    "aws_eks_fargate_profile",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "aws_ecs_cluster_capacity_providers",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_iam_server_certificate",
    "aws_iot_ca_certificate",
    "aws_iot_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "aws_rolesanywhere_trust_anchor",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "aws_acmpca_certificate",
    "aws_acmpca_certificate_authority_certificate",
    "aws_api_gateway_client_certificate",
    "aws_dms_certificate",
    "aws_iam_signing_certificate",
    "aws_lb_trust_store",
    "aws_lb_trust_store_revocation",
    "aws_lightsail_certificate",
    "aws_lightsail_lb_certificate",
    "aws_lightsail_lb_certificate_attachment",
    "aws_rds_certificate",
    "aws_redshift_hsm_client_certificate",
    "aws_redshiftserverless_custom_domain_association",
    "aws_transfer_certificate",
    "aws_worklink_website_certificate_authority_association",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_cloudhsm_v2_cluster",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_cloudhsm_v2_hsm",
    "aws_kms_custom_key_store",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "high"
  names = [
    "aws_ebs_encryption_by_default",
    "aws_kms_alias",
    "aws_s3_bucket_server_side_encryption_configuration",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "aws_ebs_default_kms_key",
    "aws_emr_security_configuration",
    "aws_glue_data_catalog_encryption_settings",
    "aws_glue_security_configuration",
    "aws_paymentcryptography_key_alias",
    "aws_redshift_hsm_configuration",
    "aws_xray_encryption_config",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "low"
  names = [
    "aws_kms_ciphertext",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_secretsmanager_secret_version",
    "aws_ssm_parameter",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "aws_api_gateway_api_key",
    "aws_appsync_api_key",
    "aws_chime_voice_connector_termination_credentials",
    "aws_cloudfront_key_group",
    "aws_cloudfront_public_key",
    "aws_dx_macsec_key_association",
    "aws_grafana_workspace_api_key",
    "aws_grafana_workspace_service_account_token",
    "aws_iam_service_specific_credential",
    "aws_iam_user_login_profile",
    "aws_iam_user_ssh_key",
    "aws_iam_virtual_mfa_device",
    "aws_ivs_playback_key_pair",
    "aws_key_pair",
    "aws_lightsail_bucket_access_key",
    "aws_lightsail_key_pair",
    "aws_secretsmanager_secret_rotation",
    "aws_ssm_activation",
    "aws_wafv2_api_key",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_quicksight_account_subscription",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_cleanrooms_collaboration",
    "aws_dataexchange_data_set",
    "aws_glue_registry",
    "aws_glue_schema",
    "aws_kinesis_analytics_application",
    "aws_kinesisanalyticsv2_application",
    "aws_quicksight_namespace",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_dataexchange_revision",
    "aws_quicksight_dashboard",
    "aws_quicksight_data_set",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  names = [
    "aws_athena_capacity_reservation",
    "aws_athena_data_catalog",
    "aws_cleanrooms_configured_table",
    "aws_cleanrooms_membership",
    "aws_dataexchange_event_action",
    "aws_datazone_asset_type",
    "aws_datazone_environment",
    "aws_datazone_environment_profile",
    "aws_datazone_form_type",
    "aws_datazone_glossary",
    "aws_datazone_glossary_term",
    "aws_emr_instance_fleet",
    "aws_emr_managed_scaling_policy",
    "aws_emr_studio",
    "aws_emrcontainers_virtual_cluster",
    "aws_emrserverless_application",
    "aws_glue_catalog_table_optimizer",
    "aws_glue_classifier",
    "aws_glue_connection",
    "aws_glue_crawler",
    "aws_glue_data_quality_ruleset",
    "aws_glue_dev_endpoint",
    "aws_glue_job",
    "aws_glue_ml_transform",
    "aws_glue_partition",
    "aws_glue_partition_index",
    "aws_glue_user_defined_function",
    "aws_quicksight_data_source",
    "aws_quicksight_folder",
    "aws_quicksight_ingestion",
    "aws_quicksight_refresh_schedule",
  ]
}

types {
  class       = "data"
  category    = "analytics"
  delete_risk = "low"
  names = [
    "aws_athena_named_query",
    "aws_athena_prepared_statement",
    "aws_quicksight_folder_membership",
    "aws_quicksight_template",
    "aws_quicksight_template_alias",
    "aws_quicksight_theme",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_lightsail_disk",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  names = [
    "aws_lightsail_disk_attachment",
  ]
}

types {
  class       = "data"
  category    = "cache"
  delete_risk = "medium"
  names = [
    "aws_dax_subnet_group",
    "aws_elasticache_subnet_group",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_customerprofiles_domain",
    "aws_finspace_kx_database",
    "aws_keyspaces_keyspace",
    "aws_simpledb_domain",
    "aws_timestreamwrite_table",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_finspace_kx_cluster",
    "aws_finspace_kx_volume",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "aws_db_proxy",
    "aws_dsql_cluster_peering",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_dynamodb_table_item",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "aws_customerprofiles_profile",
    "aws_db_proxy_default_target_group",
    "aws_db_proxy_endpoint",
    "aws_db_proxy_target",
    "aws_db_subnet_group",
    "aws_docdb_subnet_group",
    "aws_finspace_kx_dataview",
    "aws_finspace_kx_scaling_group",
    "aws_memorydb_subnet_group",
    "aws_neptune_cluster_endpoint",
    "aws_neptune_subnet_group",
    "aws_qldb_stream",
    "aws_rds_cluster_endpoint",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_fsx_ontap_storage_virtual_machine",
    "aws_storagegateway_cached_iscsi_volume",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_storagegateway_gateway",
    "aws_storagegateway_stored_iscsi_volume",
    "aws_storagegateway_tape_pool",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "high"
  names = [
    "aws_efs_access_point",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  names = [
    "aws_storagegateway_cache",
    "aws_storagegateway_file_system_association",
    "aws_storagegateway_upload_buffer",
    "aws_storagegateway_working_storage",
  ]
}

types {
  class       = "data"
  category    = "logs"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_cloudwatch_log_stream",
  ]
}

types {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_rekognition_collection",
  ]
}

types {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_bedrock_custom_model",
    "aws_bedrockagent_knowledge_base",
    "aws_qbusiness_application",
    "aws_rekognition_project",
    "aws_sagemaker_feature_group",
    "aws_sagemaker_mlflow_tracking_server",
    "aws_sagemaker_space",
    "aws_sagemaker_user_profile",
  ]
}

types {
  class       = "data"
  category    = "ml"
  delete_risk = "high"
  names = [
    "aws_lex_bot",
    "aws_lexv2models_bot",
    "aws_sagemaker_endpoint",
  ]
}

types {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_comprehend_document_classifier",
    "aws_comprehend_entity_recognizer",
    "aws_sagemaker_image_version",
    "aws_transcribe_language_model",
  ]
}

types {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  names = [
    "aws_bedrock_inference_profile",
    "aws_bedrock_provisioned_model_throughput",
    "aws_bedrockagent_agent_alias",
    "aws_bedrockagent_agent_collaborator",
    "aws_bedrockagent_agent_knowledge_base_association",
    "aws_bedrockagent_data_source",
    "aws_bedrockagent_prompt",
    "aws_lex_bot_alias",
    "aws_lex_intent",
    "aws_lex_slot_type",
    "aws_lexv2models_bot_locale",
    "aws_lexv2models_bot_version",
    "aws_lexv2models_intent",
    "aws_lexv2models_slot",
    "aws_lexv2models_slot_type",
    "aws_sagemaker_app",
    "aws_sagemaker_app_image_config",
    "aws_sagemaker_code_repository",
    "aws_sagemaker_device",
    "aws_sagemaker_device_fleet",
    "aws_sagemaker_flow_definition",
    "aws_sagemaker_hub",
    "aws_sagemaker_human_task_ui",
    "aws_sagemaker_image",
    "aws_sagemaker_model",
    "aws_sagemaker_notebook_instance_lifecycle_configuration",
    "aws_sagemaker_pipeline",
    "aws_sagemaker_project",
    "aws_sagemaker_studio_lifecycle_config",
    "aws_transcribe_medical_vocabulary",
    "aws_transcribe_vocabulary",
    "aws_transcribe_vocabulary_filter",
  ]
}

types {
  class       = "data"
  category    = "ml"
  delete_risk = "low"
  names = [
    "aws_sagemaker_servicecatalog_portfolio_status",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_glacier_vault",
    "aws_media_store_container",
    "aws_s3control_bucket",
    "aws_s3tables_table",
    "aws_s3tables_table_bucket",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_s3tables_namespace",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  names = [
    "aws_s3control_multi_region_access_point",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "aws_lightsail_bucket_resource_access",
    "aws_s3_bucket_accelerate_configuration",
    "aws_s3_bucket_cors_configuration",
    "aws_s3_bucket_intelligent_tiering_configuration",
    "aws_s3_bucket_request_payment_configuration",
    "aws_s3_bucket_website_configuration",
    "aws_s3control_bucket_lifecycle_configuration",
    "aws_s3control_object_lambda_access_point",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_msk_cluster",
    "aws_msk_serverless_cluster",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "aws_msk_replicator",
    "aws_mskconnect_connector",
    "aws_sns_topic_subscription",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "aws_kinesis_stream_consumer",
    "aws_mskconnect_custom_plugin",
    "aws_mskconnect_worker_configuration",
    "aws_sns_platform_application",
    "aws_sns_sms_preferences",
    "aws_sqs_queue_redrive_policy",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_codeartifact_domain",
    "aws_codeartifact_repository",
    "aws_sagemaker_model_package_group",
    "aws_schemas_registry",
    "aws_schemas_schema",
  ]
}

types {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  names = [
    "aws_codecommit_approval_rule_template",
    "aws_codecommit_approval_rule_template_association",
    "aws_codecommit_trigger",
    "aws_ecr_pull_through_cache_rule",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_opensearchserverless_collection",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_kendra_index",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "aws_kendra_data_source",
    "aws_kendra_experience",
    "aws_kendra_faq",
    "aws_kendra_query_suggestions_block_list",
    "aws_kendra_thesaurus",
    "aws_opensearch_inbound_connection_accepter",
    "aws_opensearch_outbound_connection",
    "aws_opensearch_package",
    "aws_opensearch_package_association",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  names = [
    "aws_redshift_partner",
    "aws_redshift_subnet_group",
    "aws_redshift_usage_limit",
    "aws_redshiftserverless_usage_limit",
  ]
}

types {
  class       = "data"
  category    = "warehouse"
  delete_risk = "low"
  names = [
    "aws_redshiftdata_statement",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_codecatalyst_source_repository",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_codecatalyst_project",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "aws_codepipeline",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_devicefarm_project",
    "aws_imagebuilder_image",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "aws_codebuild_fleet",
    "aws_codebuild_project",
    "aws_codebuild_webhook",
    "aws_codeconnections_host",
    "aws_codedeploy_app",
    "aws_codedeploy_deployment_config",
    "aws_codedeploy_deployment_group",
    "aws_codepipeline_custom_action_type",
    "aws_codepipeline_webhook",
    "aws_codestarconnections_host",
    "aws_devicefarm_device_pool",
    "aws_devicefarm_instance_profile",
    "aws_devicefarm_network_profile",
    "aws_devicefarm_test_grid_project",
    "aws_devicefarm_upload",
    "aws_imagebuilder_distribution_configuration",
    "aws_imagebuilder_image_pipeline",
    "aws_imagebuilder_image_recipe",
    "aws_imagebuilder_infrastructure_configuration",
    "aws_imagebuilder_lifecycle_policy",
    "aws_signer_signing_profile",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "low"
  names = [
    "aws_signer_signing_job",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_cognito_identity_pool",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_cognito_user",
    "aws_identitystore_group",
    "aws_identitystore_user",
    "aws_sagemaker_workforce",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  delete_risk = "high"
  names = [
    "aws_workspaces_directory",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_appstream_user",
  ]
}

types {
  class       = "identity"
  category    = "directory"
  delete_risk = "medium"
  names = [
    "aws_appstream_directory_config",
    "aws_cognito_user_group",
    "aws_cognito_user_in_group",
    "aws_cognito_user_pool_ui_customization",
    "aws_directory_service_radius_settings",
    "aws_directory_service_region",
    "aws_directory_service_shared_directory",
    "aws_directory_service_shared_directory_accepter",
    "aws_identitystore_group_membership",
    "aws_sagemaker_workteam",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "aws_iam_openid_connect_provider",
    "aws_iam_saml_provider",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_connect_user",
    "aws_verifiedpermissions_policy_store",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "aws_codeconnections_connection",
    "aws_codestarconnections_connection",
    "aws_cognito_identity_pool_roles_attachment",
    "aws_cognito_identity_provider",
    "aws_eks_access_entry",
    "aws_eks_access_policy_association",
    "aws_eks_pod_identity_association",
    "aws_fms_admin_account",
    "aws_iam_account_alias",
    "aws_iam_group",
    "aws_iam_group_policy_attachment",
    "aws_iam_instance_profile",
    "aws_iam_role_policy_attachment",
    "aws_iam_user_policy_attachment",
    "aws_kms_grant",
    "aws_organizations_delegated_administrator",
    "aws_organizations_resource_policy",
    "aws_ram_resource_association",
    "aws_ram_resource_share",
    "aws_ssoadmin_account_assignment",
    "aws_ssoadmin_application",
    "aws_ssoadmin_customer_managed_policy_attachment",
    "aws_ssoadmin_managed_policy_attachment",
    "aws_ssoadmin_permission_set",
    "aws_ssoadmin_permission_set_inline_policy",
    "aws_ssoadmin_permissions_boundary_attachment",
    "aws_verifiedaccess_endpoint",
    "aws_verifiedaccess_instance",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "aws_ami_launch_permission",
    "aws_api_gateway_authorizer",
    "aws_apigatewayv2_authorizer",
    "aws_cloud9_environment_membership",
    "aws_cloudfront_origin_access_control",
    "aws_cloudfront_origin_access_identity",
    "aws_cloudsearch_domain_service_access_policy",
    "aws_cloudtrail_organization_delegated_admin_account",
    "aws_cloudwatch_log_delivery_destination_policy",
    "aws_cloudwatch_log_destination_policy",
    "aws_cloudwatch_log_resource_policy",
    "aws_codeartifact_domain_permissions_policy",
    "aws_codeartifact_repository_permissions_policy",
    "aws_codebuild_source_credential",
    "aws_cognito_identity_pool_provider_principal_tag",
    "aws_cognito_resource_server",
    "aws_connect_security_profile",
    "aws_datazone_environment_blueprint_configuration",
    "aws_datazone_user_profile",
    "aws_db_instance_role_association",
    "aws_ec2_client_vpn_authorization_rule",
    "aws_eks_identity_provider_config",
    "aws_elasticache_user",
    "aws_elasticache_user_group",
    "aws_elasticache_user_group_association",
    "aws_elasticsearch_domain_saml_options",
    "aws_emr_studio_session_mapping",
    "aws_finspace_kx_user",
    "aws_grafana_role_association",
    "aws_grafana_workspace_saml_configuration",
    "aws_iam_group_membership",
    "aws_iam_service_linked_role",
    "aws_iam_user_group_membership",
    "aws_iot_authorizer",
    "aws_iot_role_alias",
    "aws_lakeformation_data_cells_filter",
    "aws_lakeformation_lf_tag",
    "aws_lakeformation_resource",
    "aws_lakeformation_resource_lf_tag",
    "aws_lakeformation_resource_lf_tags",
    "aws_lambda_code_signing_config",
    "aws_memorydb_acl",
    "aws_memorydb_user",
    "aws_msk_scram_secret_association",
    "aws_msk_single_scram_secret_association",
    "aws_network_interface_permission",
    "aws_networkmanager_attachment_accepter",
    "aws_opensearch_authorize_vpc_endpoint_access",
    "aws_opensearch_domain_saml_options",
    "aws_opensearchserverless_security_config",
    "aws_opsworks_permission",
    "aws_opsworks_user_profile",
    "aws_quicksight_group",
    "aws_quicksight_group_membership",
    "aws_quicksight_iam_policy_assignment",
    "aws_quicksight_role_membership",
    "aws_quicksight_user",
    "aws_ram_resource_share_accepter",
    "aws_rds_cluster_role_association",
    "aws_redshift_authentication_profile",
    "aws_redshift_cluster_iam_roles",
    "aws_redshift_data_share_authorization",
    "aws_redshift_data_share_consumer_association",
    "aws_rolesanywhere_profile",
    "aws_s3_bucket_ownership_controls",
    "aws_s3control_access_grant",
    "aws_s3control_access_grants_instance",
    "aws_s3control_access_grants_location",
    "aws_s3control_directory_bucket_access_point_scope",
    "aws_s3control_multi_region_access_point_policy",
    "aws_s3tables_table_bucket_policy",
    "aws_s3tables_table_policy",
    "aws_sagemaker_model_package_group_policy",
    "aws_servicecatalog_portfolio_share",
    "aws_servicecatalog_principal_portfolio_association",
    "aws_snapshot_create_volume_permission",
    "aws_sqs_queue_redrive_allow_policy",
    "aws_ssoadmin_application_access_scope",
    "aws_ssoadmin_application_assignment",
    "aws_ssoadmin_application_assignment_configuration",
    "aws_ssoadmin_trusted_token_issuer",
    "aws_transfer_agreement",
    "aws_transfer_ssh_key",
    "aws_verifiedaccess_group",
    "aws_verifiedaccess_instance_trust_provider_attachment",
    "aws_verifiedaccess_trust_provider",
    "aws_verifiedpermissions_identity_source",
    "aws_verifiedpermissions_policy",
    "aws_verifiedpermissions_policy_template",
    "aws_verifiedpermissions_schema",
    "aws_vpc_endpoint_connection_accepter",
    "aws_vpc_endpoint_service_allowed_principal",
    "aws_workspaces_ip_group",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  names = [
    "aws_controltower_landing_zone",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "high"
  names = [
    "aws_controltower_control",
    "aws_organizations_organizational_unit",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "medium"
  names = [
    "aws_account_alternate_contact",
    "aws_account_primary_contact",
    "aws_account_region",
    "aws_ram_sharing_with_organization",
    "aws_servicecatalog_organizations_access",
    "aws_ssoadmin_instance_access_control_attributes",
  ]
}

types {
  class       = "meta"
  category    = "billing"
  delete_risk = "low"
  names = [
    "aws_bcmdataexports_export",
    "aws_budgets_budget",
    "aws_budgets_budget_action",
    "aws_ce_anomaly_monitor",
    "aws_ce_anomaly_subscription",
    "aws_ce_cost_allocation_tag",
    "aws_ce_cost_category",
    "aws_computeoptimizer_enrollment_status",
    "aws_computeoptimizer_recommendation_preferences",
    "aws_costoptimizationhub_enrollment_status",
    "aws_costoptimizationhub_preferences",
    "aws_cur_report_definition",
    "aws_ec2_capacity_block_reservation",
    "aws_elasticache_reserved_cache_node",
    "aws_licensemanager_association",
    "aws_licensemanager_grant_accepter",
    "aws_licensemanager_license_configuration",
    "aws_rds_reserved_instance",
  ]
}

types {
  class       = "meta"
  category    = "quota"
  delete_risk = "low"
  names = [
    "aws_servicequotas_service_quota",
    "aws_servicequotas_template",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "medium"
  names = [
    "aws_resourceexplorer2_index",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "aws_autoscaling_group_tag",
    "aws_dynamodb_tag",
    "aws_ec2_tag",
    "aws_ecs_tag",
    "aws_resourceexplorer2_view",
    "aws_resourcegroups_group",
    "aws_resourcegroups_resource",
    "aws_servicecatalog_tag_option",
    "aws_servicecatalog_tag_option_resource_association",
    "aws_servicecatalogappregistry_application",
    "aws_servicecatalogappregistry_attribute_group",
    "aws_servicecatalogappregistry_attribute_group_association",
    "aws_transfer_tag",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_grafana_workspace",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "aws_cloudwatch_composite_alarm",
    "aws_cloudwatch_metric_alarm",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "aws_autoscaling_notification",
    "aws_backup_report_plan",
    "aws_backup_vault_notifications",
    "aws_cloudfront_realtime_log_config",
    "aws_cloudwatch_log_index_policy",
    "aws_cloudwatch_log_metric_filter",
    "aws_cloudwatch_metric_stream",
    "aws_codeguruprofiler_profiling_group",
    "aws_codegurureviewer_repository_association",
    "aws_devopsguru_event_sources_config",
    "aws_devopsguru_notification_channel",
    "aws_devopsguru_resource_collection",
    "aws_devopsguru_service_integration",
    "aws_dynamodb_contributor_insights",
    "aws_fis_experiment_template",
    "aws_grafana_license_association",
    "aws_grafana_workspace_service_account",
    "aws_internetmonitor_monitor",
    "aws_networkmonitor_monitor",
    "aws_notifications_notification_configuration",
    "aws_notifications_notification_hub",
    "aws_notificationscontacts_email_contact",
    "aws_oam_link",
    "aws_oam_sink",
    "aws_prometheus_alert_manager_definition",
    "aws_prometheus_rule_group_namespace",
    "aws_prometheus_scraper",
    "aws_prometheus_workspace_configuration",
    "aws_route53_health_check",
    "aws_route53recoveryreadiness_cell",
    "aws_route53recoveryreadiness_readiness_check",
    "aws_route53recoveryreadiness_recovery_group",
    "aws_route53recoveryreadiness_resource_set",
    "aws_rum_app_monitor",
    "aws_sagemaker_data_quality_job_definition",
    "aws_sagemaker_monitoring_schedule",
    "aws_ssmcontacts_contact",
    "aws_ssmcontacts_contact_channel",
    "aws_ssmcontacts_plan",
    "aws_ssmcontacts_rotation",
    "aws_ssmincidents_response_plan",
    "aws_synthetics_group",
    "aws_synthetics_group_association",
    "aws_vpc_endpoint_connection_notification",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "aws_applicationinsights_application",
    "aws_chatbot_slack_channel_configuration",
    "aws_chatbot_teams_channel_configuration",
    "aws_cloudfront_monitoring_subscription",
    "aws_cloudwatch_contributor_insight_rule",
    "aws_cloudwatch_contributor_managed_insight_rule",
    "aws_cloudwatch_dashboard",
    "aws_cloudwatch_query_definition",
    "aws_codestarnotifications_notification_rule",
    "aws_db_event_subscription",
    "aws_dms_event_subscription",
    "aws_docdb_event_subscription",
    "aws_neptune_event_subscription",
    "aws_notifications_channel_association",
    "aws_notifications_event_rule",
    "aws_redshift_event_subscription",
    "aws_rum_metrics_destination",
    "aws_s3_bucket_analytics_configuration",
    "aws_s3_bucket_inventory",
    "aws_s3_bucket_metric",
    "aws_s3control_storage_lens_configuration",
    "aws_vpc_network_performance_metric_subscription",
    "aws_xray_group",
    "aws_xray_sampling_rule",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
  names = [
    "aws_cloudformation_type",
    "aws_servicecatalog_budget_resource_association",
    "aws_servicecatalog_constraint",
    "aws_servicecatalog_portfolio",
    "aws_servicecatalog_product",
    "aws_servicecatalog_product_portfolio_association",
    "aws_servicecatalog_provisioning_artifact",
    "aws_servicecatalog_service_action",
  ]
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "high"
  names = [
    "aws_apigatewayv2_api",
    "aws_appsync_graphql_api",
  ]
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  names = [
    "aws_api_gateway_base_path_mapping",
    "aws_api_gateway_deployment",
    "aws_api_gateway_domain_name_access_association",
    "aws_api_gateway_gateway_response",
    "aws_api_gateway_integration",
    "aws_api_gateway_integration_response",
    "aws_api_gateway_method_response",
    "aws_api_gateway_method_settings",
    "aws_api_gateway_model",
    "aws_api_gateway_request_validator",
    "aws_api_gateway_resource",
    "aws_api_gateway_rest_api_put",
    "aws_api_gateway_stage",
    "aws_api_gateway_usage_plan",
    "aws_api_gateway_usage_plan_key",
    "aws_apigatewayv2_api_mapping",
    "aws_apigatewayv2_deployment",
    "aws_apigatewayv2_integration",
    "aws_apigatewayv2_integration_response",
    "aws_apigatewayv2_model",
    "aws_apigatewayv2_route_response",
    "aws_apigatewayv2_stage",
    "aws_appsync_datasource",
    "aws_appsync_domain_name_api_association",
    "aws_appsync_function",
    "aws_appsync_resolver",
    "aws_appsync_source_api_association",
    "aws_appsync_type",
  ]
}

types {
  class       = "reachability"
  category    = "api"
  delete_risk = "low"
  names = [
    "aws_api_gateway_documentation_part",
    "aws_api_gateway_documentation_version",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "aws_apigatewayv2_domain_name",
    "aws_cognito_user_pool_domain",
    "aws_lightsail_domain",
    "aws_route53_delegation_set",
    "aws_route53_resolver_endpoint",
    "aws_route53_resolver_rule",
    "aws_route53_resolver_rule_association",
    "aws_route53_zone_association",
    "aws_route53domains_delegation_signer_record",
    "aws_route53recoverycontrolconfig_cluster",
    "aws_route53recoverycontrolconfig_control_panel",
    "aws_route53recoverycontrolconfig_routing_control",
    "aws_route53recoverycontrolconfig_safety_rule",
    "aws_service_discovery_http_namespace",
    "aws_service_discovery_private_dns_namespace",
    "aws_service_discovery_public_dns_namespace",
    "aws_vpc_dhcp_options_association",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "aws_amplify_domain_association",
    "aws_apprunner_custom_domain_association",
    "aws_appsync_domain_name",
    "aws_eip_domain_name",
    "aws_lightsail_domain_entry",
    "aws_route53_cidr_collection",
    "aws_route53_resolver_config",
    "aws_route53_traffic_policy",
    "aws_route53_vpc_association_authorization",
    "aws_route53profiles_profile",
    "aws_route53profiles_resource_association",
    "aws_service_discovery_instance",
    "aws_vpc_dhcp_options",
    "aws_vpc_endpoint_private_dns",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "low"
  names = [
    "aws_acm_certificate_validation",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_cloudfront_key_value_store",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_cloudfrontkeyvaluestore_key",
    "aws_cloudfrontkeyvaluestore_keys_exclusive",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "medium"
  names = [
    "aws_cloudfront_cache_policy",
    "aws_cloudfront_continuous_deployment_policy",
    "aws_cloudfront_function",
    "aws_cloudfront_origin_request_policy",
    "aws_cloudfront_response_headers_policy",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "aws_ec2_managed_prefix_list",
    "aws_network_acl",
    "aws_network_acl_association",
    "aws_network_acl_rule",
    "aws_networkfirewall_firewall_policy",
    "aws_networkfirewall_rule_group",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "aws_ec2_managed_prefix_list_entry",
    "aws_lightsail_instance_public_ports",
    "aws_medialive_input_security_group",
    "aws_network_interface_sg_attachment",
    "aws_route53_resolver_firewall_config",
    "aws_route53_resolver_firewall_domain_list",
    "aws_route53_resolver_firewall_rule",
    "aws_route53_resolver_firewall_rule_group",
    "aws_vpc_endpoint_security_group_association",
    "aws_vpc_security_group_vpc_association",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "aws_alb_target_group",
    "aws_globalaccelerator_custom_routing_accelerator",
    "aws_globalaccelerator_endpoint_group",
    "aws_globalaccelerator_listener",
    "aws_lb_target_group",
    "aws_lightsail_lb",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "medium"
  names = [
    "aws_alb_listener_certificate",
    "aws_alb_listener_rule",
    "aws_alb_target_group_attachment",
    "aws_app_cookie_stickiness_policy",
    "aws_autoscaling_attachment",
    "aws_autoscaling_traffic_source_attachment",
    "aws_elb_attachment",
    "aws_globalaccelerator_cross_account_attachment",
    "aws_globalaccelerator_custom_routing_endpoint_group",
    "aws_globalaccelerator_custom_routing_listener",
    "aws_lb_cookie_stickiness_policy",
    "aws_lb_listener_certificate",
    "aws_lb_listener_rule",
    "aws_lb_ssl_negotiation_policy",
    "aws_lb_target_group_attachment",
    "aws_lightsail_lb_attachment",
    "aws_lightsail_lb_https_redirection_policy",
    "aws_lightsail_lb_stickiness_policy",
    "aws_load_balancer_backend_server_policy",
    "aws_load_balancer_listener_policy",
    "aws_load_balancer_policy",
    "aws_proxy_protocol_policy",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_vpc_ipam",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "aws_dx_gateway",
    "aws_dx_gateway_association",
    "aws_dx_private_virtual_interface",
    "aws_dx_public_virtual_interface",
    "aws_dx_transit_virtual_interface",
    "aws_ec2_client_vpn_endpoint",
    "aws_ec2_transit_gateway",
    "aws_ec2_transit_gateway_peering_attachment",
    "aws_ec2_transit_gateway_route",
    "aws_ec2_transit_gateway_route_table",
    "aws_ec2_transit_gateway_route_table_association",
    "aws_ec2_transit_gateway_route_table_propagation",
    "aws_ec2_transit_gateway_vpc_attachment",
    "aws_efs_mount_target",
    "aws_egress_only_internet_gateway",
    "aws_eip_association",
    "aws_internet_gateway",
    "aws_internet_gateway_attachment",
    "aws_nat_gateway",
    "aws_networkmanager_core_network",
    "aws_networkmanager_core_network_policy_attachment",
    "aws_networkmanager_global_network",
    "aws_networkmanager_vpc_attachment",
    "aws_route",
    "aws_route_table",
    "aws_route_table_association",
    "aws_vpc",
    "aws_vpc_endpoint_route_table_association",
    "aws_vpc_endpoint_service",
    "aws_vpc_endpoint_subnet_association",
    "aws_vpc_ipam_pool",
    "aws_vpc_ipam_pool_cidr",
    "aws_vpc_ipv4_cidr_block_association",
    "aws_vpc_peering_connection",
    "aws_vpc_peering_connection_accepter",
    "aws_vpn_connection_route",
    "aws_vpn_gateway",
    "aws_vpn_gateway_attachment",
    "aws_vpn_gateway_route_propagation",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "aws_api_gateway_vpc_link",
    "aws_apigatewayv2_vpc_link",
    "aws_apprunner_vpc_connector",
    "aws_apprunner_vpc_ingress_connection",
    "aws_cloudfront_vpc_origin",
    "aws_directory_service_conditional_forwarder",
    "aws_directory_service_trust",
    "aws_dx_bgp_peer",
    "aws_dx_connection_association",
    "aws_dx_connection_confirmation",
    "aws_dx_gateway_association_proposal",
    "aws_dx_hosted_connection",
    "aws_dx_hosted_private_virtual_interface",
    "aws_dx_hosted_private_virtual_interface_accepter",
    "aws_dx_hosted_public_virtual_interface",
    "aws_dx_hosted_public_virtual_interface_accepter",
    "aws_dx_hosted_transit_virtual_interface",
    "aws_dx_hosted_transit_virtual_interface_accepter",
    "aws_ec2_carrier_gateway",
    "aws_ec2_client_vpn_network_association",
    "aws_ec2_client_vpn_route",
    "aws_ec2_instance_connect_endpoint",
    "aws_ec2_local_gateway_route",
    "aws_ec2_local_gateway_route_table_vpc_association",
    "aws_ec2_subnet_cidr_reservation",
    "aws_ec2_traffic_mirror_filter",
    "aws_ec2_traffic_mirror_filter_rule",
    "aws_ec2_traffic_mirror_session",
    "aws_ec2_traffic_mirror_target",
    "aws_ec2_transit_gateway_connect",
    "aws_ec2_transit_gateway_connect_peer",
    "aws_ec2_transit_gateway_default_route_table_association",
    "aws_ec2_transit_gateway_default_route_table_propagation",
    "aws_ec2_transit_gateway_multicast_domain",
    "aws_ec2_transit_gateway_multicast_domain_association",
    "aws_ec2_transit_gateway_multicast_group_member",
    "aws_ec2_transit_gateway_multicast_group_source",
    "aws_ec2_transit_gateway_peering_attachment_accepter",
    "aws_ec2_transit_gateway_policy_table",
    "aws_ec2_transit_gateway_policy_table_association",
    "aws_ec2_transit_gateway_prefix_list_reference",
    "aws_ec2_transit_gateway_vpc_attachment_accepter",
    "aws_elasticsearch_vpc_endpoint",
    "aws_lightsail_static_ip_attachment",
    "aws_msk_vpc_connection",
    "aws_network_interface_attachment",
    "aws_networkmanager_connect_attachment",
    "aws_networkmanager_connect_peer",
    "aws_networkmanager_connection",
    "aws_networkmanager_customer_gateway_association",
    "aws_networkmanager_device",
    "aws_networkmanager_dx_gateway_attachment",
    "aws_networkmanager_link",
    "aws_networkmanager_link_association",
    "aws_networkmanager_site",
    "aws_networkmanager_site_to_site_vpn_attachment",
    "aws_networkmanager_transit_gateway_connect_peer_association",
    "aws_networkmanager_transit_gateway_peering",
    "aws_networkmanager_transit_gateway_registration",
    "aws_networkmanager_transit_gateway_route_table_attachment",
    "aws_opensearch_vpc_endpoint",
    "aws_opensearchserverless_vpc_endpoint",
    "aws_quicksight_vpc_connection",
    "aws_redshift_endpoint_access",
    "aws_redshiftserverless_endpoint_access",
    "aws_route53profiles_association",
    "aws_s3outposts_endpoint",
    "aws_vpc_endpoint_service_private_dns_verification",
    "aws_vpc_ipam_organization_admin_account",
    "aws_vpc_ipam_pool_cidr_allocation",
    "aws_vpc_ipam_resource_discovery",
    "aws_vpc_ipam_resource_discovery_association",
    "aws_vpc_ipam_scope",
    "aws_vpc_ipv6_cidr_block_association",
    "aws_vpc_peering_connection_options",
    "aws_vpc_route_server",
    "aws_vpc_route_server_endpoint",
    "aws_vpc_route_server_peer",
    "aws_vpc_route_server_propagation",
    "aws_vpc_route_server_vpc_association",
    "aws_workspacesweb_network_settings",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "low"
  names = [
    "aws_ec2_availability_zone_group",
    "aws_ec2_network_insights_analysis",
    "aws_ec2_network_insights_path",
    "aws_vpc_ipam_preview_next_cidr",
  ]
}

types {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "high"
  names = [
    "aws_appmesh_mesh",
    "aws_vpclattice_service",
    "aws_vpclattice_service_network",
  ]
}

types {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "medium"
  names = [
    "aws_appmesh_gateway_route",
    "aws_appmesh_route",
    "aws_appmesh_virtual_gateway",
    "aws_appmesh_virtual_node",
    "aws_appmesh_virtual_router",
    "aws_appmesh_virtual_service",
    "aws_vpclattice_listener",
    "aws_vpclattice_listener_rule",
    "aws_vpclattice_resource_configuration",
    "aws_vpclattice_resource_gateway",
    "aws_vpclattice_service_network_resource_association",
    "aws_vpclattice_service_network_service_association",
    "aws_vpclattice_service_network_vpc_association",
    "aws_vpclattice_target_group",
    "aws_vpclattice_target_group_attachment",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aws_backup_logically_air_gapped_vault",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_ami",
    "aws_ami_from_instance",
    "aws_cloudwatch_event_archive",
    "aws_docdb_cluster_snapshot",
    "aws_fsx_backup",
    "aws_fsx_openzfs_snapshot",
    "aws_kinesisanalyticsv2_application_snapshot",
    "aws_neptune_cluster_snapshot",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  names = [
    "aws_backup_plan",
    "aws_backup_selection",
    "aws_dlm_lifecycle_policy",
    "aws_efs_backup_policy",
    "aws_efs_replication_configuration",
    "aws_s3_bucket_replication_configuration",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  names = [
    "aws_backup_framework",
    "aws_backup_global_settings",
    "aws_backup_region_settings",
    "aws_backup_restore_testing_plan",
    "aws_backup_restore_testing_selection",
    "aws_drs_replication_configuration_template",
    "aws_ebs_fast_snapshot_restore",
    "aws_ecr_replication_configuration",
    "aws_redshift_snapshot_schedule_association",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "low"
  names = [
    "aws_dynamodb_table_export",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "aws_acmpca_permission",
    "aws_cloudwatch_event_permission",
    "aws_lakeformation_opt_in",
    "aws_signer_signing_profile_permission",
  ]
  weakens     = { principal = not("*") }
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "aws_acmpca_policy",
    "aws_api_gateway_rest_api_policy",
    "aws_cloudwatch_event_bus_policy",
    "aws_codebuild_resource_policy",
    "aws_dynamodb_resource_policy",
    "aws_ecr_registry_policy",
    "aws_ecrpublic_repository_policy",
    "aws_glue_resource_policy",
    "aws_kinesis_resource_policy",
    "aws_media_store_container_policy",
    "aws_msk_cluster_policy",
    "aws_networkfirewall_resource_policy",
    "aws_oam_sink_policy",
    "aws_redshift_resource_policy",
    "aws_redshiftserverless_resource_policy",
    "aws_s3control_access_grants_instance_resource_policy",
    "aws_s3control_access_point_policy",
    "aws_s3control_bucket_policy",
    "aws_s3control_object_lambda_access_point_policy",
    "aws_schemas_registry_policy",
    "aws_ses_identity_policy",
    "aws_sesv2_email_identity_policy",
    "aws_transfer_access",
    "aws_transfer_user",
    "aws_vpc_endpoint_policy",
    "aws_vpclattice_auth_policy",
    "aws_vpclattice_resource_policy",
  ]
  weakens     = { policy = policy_diff() }
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_ami_copy",
    "aws_ebs_snapshot_copy",
    "aws_ebs_snapshot_import",
  ]
  weakens     = { encrypted = true, kms_key_id = stable() }
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "aws_backup_vault_policy",
    "aws_ecr_repository_policy",
    "aws_glacier_vault_lock",
    "aws_iam_group_policy",
    "aws_iam_policy",
    "aws_iam_role_policy",
    "aws_iam_user_policy",
    "aws_iot_policy",
    "aws_s3_access_point",
    "aws_s3_bucket_policy",
    "aws_sns_topic_policy",
    "aws_sqs_queue_policy",
  ]
  weakens     = { policy = policy_diff() }
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "aws_db_cluster_snapshot",
    "aws_db_snapshot",
    "aws_ebs_snapshot",
  ]
  note        = "it may be the last copy: a plan cannot tell"
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "aws_iam_group_policies_exclusive",
    "aws_iam_group_policy_attachments_exclusive",
    "aws_iam_role_policies_exclusive",
    "aws_iam_role_policy_attachments_exclusive",
    "aws_iam_user_policies_exclusive",
    "aws_iam_user_policy_attachments_exclusive",
  ]
  note        = "creating it also removes whatever it does not list"
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  names = [
    "aws_s3_bucket_object",
    "aws_s3_object",
    "aws_s3_object_copy",
  ]
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = { acl = "private", kms_key_id = stable() }
  note    = "its content usually comes from the configuration; force_destroy only matters under object lock"
}

type "aws_acm_certificate" {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  note        = "cannot be deleted while in use; an imported private key is lost"
}

type "aws_acmpca_certificate_authority" {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { permanent_deletion_time_in_days = at_least(7) }
    unset = "on"
  }
}

type "aws_alb" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  guard "hard" { safe = { enable_deletion_protection = true } }
  weakens = { drop_invalid_header_fields = true, internal = stable() }
  note    = "a replacement has a new DNS name"
}

type "aws_alb_listener" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  weakens     = { ssl_policy = stable() }
}

type "aws_amplify_branch" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  weakens     = { ttl = stable() }
}

type "aws_api_gateway_account" {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  guard "keep" {
    safe  = { reset_on_delete = false }
    unset = "on"
  }
}

type "aws_api_gateway_domain_name" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  weakens     = { policy = policy_diff() }
}

type "aws_api_gateway_method" {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  weakens     = { authorization = stable() }
}

type "aws_api_gateway_rest_api" {
  class       = "reachability"
  category    = "api"
  delete_risk = "high"
  weakens     = { policy = policy_diff() }
}

type "aws_apigatewayv2_route" {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  weakens     = { authorization_type = stable() }
}

type "aws_apprunner_auto_scaling_configuration_version" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  weakens     = { max_size = above(0), min_size = above(0) }
}

type "aws_appstream_fleet" {
  class       = "app"
  category    = "end-user"
  delete_risk = "medium"
  weakens     = { instance_type = stable() }
}

type "aws_appstream_image_builder" {
  class       = "app"
  category    = "end-user"
  delete_risk = "medium"
  weakens     = { instance_type = stable() }
}

type "aws_appsync_api_cache" {
  class       = "reachability"
  category    = "api"
  delete_risk = "medium"
  weakens     = { at_rest_encryption_enabled = true, transit_encryption_enabled = true, ttl = stable() }
}

type "aws_athena_database" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_athena_workgroup" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "force_destroy deletes its saved queries and history"
}

type "aws_auditmanager_account_registration" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  guard "keep" {
    safe  = { deregister_on_destroy = false }
    unset = "on"
  }
}

type "aws_autoscaling_group" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
  guard "safety" {
    safe  = { force_delete_warm_pool = false }
    unset = "on"
  }
  guard "safety" { safe = { protect_from_scale_in = true } }
  weakens = { desired_capacity = above(0), max_size = above(0), min_size = above(0) }
  note    = "force_delete kills instances without draining; a size of 0 is an outage without any delete"
}

type "aws_autoscaling_schedule" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  weakens     = { desired_capacity = above(0), max_size = above(0), min_size = above(0) }
}

type "aws_backup_vault" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = { kms_key_arn = stable() }
  note    = "with force_destroy its recovery points are deleted first"
}

type "aws_backup_vault_lock_configuration" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "critical"
  note        = "can be removed in governance mode only, or within changeable_for_days"
}

type "aws_bedrock_guardrail" {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_bedrock_guardrail_version" {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_bedrockagent_agent" {
  class       = "data"
  category    = "ml"
  delete_risk = "high"
  guard "safety" {
    safe  = { skip_resource_in_use_check = false }
    unset = "on"
  }
}

type "aws_bedrockagent_agent_action_group" {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  guard "safety" {
    safe  = { skip_resource_in_use_check = false }
    unset = "on"
  }
}

type "aws_cloud9_environment_ec2" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  weakens     = { instance_type = stable() }
}

type "aws_cloudcontrolapi_resource" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_cloudformation_stack" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_cloudformation_stack_instances" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { retain_stacks = true } }
  note = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_cloudformation_stack_set" {
  class       = "identity"
  category    = "org"
  delete_risk = "high"
  guard "safety" { safe = { "auto_deployment.retain_stacks_on_account_removal" = true } }
}

type "aws_cloudformation_stack_set_instance" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { retain_stack = true } }
  note = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_cloudfront_distribution" {
  class       = "reachability"
  category    = "edge"
  delete_risk = "high"
  guard "soft" { safe = { retain_on_delete = true } }
}

type "aws_cloudsearch_domain" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  weakens     = { multi_az = true }
}

type "aws_cloudtrail" {
  class       = "control"
  category    = "audit"
  delete_risk = "critical"
  weakens = {
    enable_log_file_validation = true
    enable_logging             = true
    is_multi_region_trail      = true
    kms_key_id                 = stable()
  }
  note = "enable_logging = false stops the trail in place"
}

type "aws_cloudtrail_event_data_store" {
  class       = "control"
  category    = "audit"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { termination_protection_enabled = true }
    unset = "on"
  }
  weakens = { kms_key_id = stable(), retention_period = not_lowered() }
}

type "aws_cloudwatch_event_connection" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  weakens     = { authorization_type = stable() }
}

type "aws_cloudwatch_event_rule" {
  class       = "compute"
  category    = "workflow"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = { is_enabled = true }
}

type "aws_cloudwatch_event_target" {
  class       = "compute"
  category    = "workflow"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_cloudwatch_log_anomaly_detector" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_cloudwatch_log_group" {
  class       = "data"
  category    = "logs"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "keep" { safe = { skip_destroy = true } }
  weakens = { kms_key_id = stable(), retention_in_days = not_lowered() }
  note    = "shorter retention deletes old events later, 0 keeps them for ever; deletion_protection_enabled exists since provider 6.25.0"
}

type "aws_codebuild_report_group" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "medium"
  guard "hard" {
    safe  = { delete_reports = false }
    unset = "on"
  }
}

type "aws_codecatalyst_dev_environment" {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "medium"
  weakens     = { instance_type = stable() }
}

type "aws_codecommit_repository" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  weakens     = { kms_key_id = stable() }
}

type "aws_cognito_managed_user_pool_client" {
  class       = "identity"
  category    = "directory"
  delete_risk = "high"
  note        = "a new client_id or secret breaks every application that uses it"
}

type "aws_cognito_user_pool" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = "ACTIVE" } }
  weakens = { mfa_configuration = one_of("ON", "OPTIONAL") }
  note    = "users and password hashes cannot be exported: any replacement loses them"
}

type "aws_cognito_user_pool_client" {
  class       = "identity"
  category    = "directory"
  delete_risk = "high"
  note        = "a new client_id or secret breaks every application that uses it"
}

type "aws_config_configuration_recorder_status" {
  class       = "control"
  category    = "audit"
  delete_risk = "critical"
  weakens     = { is_enabled = true }
  note        = "is_enabled = false stops the recording in place"
}

type "aws_customer_gateway" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  note        = "a replacement replaces the VPN connections on it"
}

type "aws_dataexchange_revision_assets" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_datazone_domain" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" {
    safe  = { skip_deletion_check = false }
    unset = "on"
  }
}

type "aws_datazone_project" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" {
    safe  = { skip_deletion_check = false }
    unset = "on"
  }
}

type "aws_dax_cluster" {
  class       = "data"
  category    = "cache"
  delete_risk = "medium"
  weakens     = { node_type = stable(), parameter_group_name = stable() }
  note        = "a write-through cache without data of its own"
}

type "aws_db_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  guard "soft" { safe = { delete_automated_backups = false, backup_retention_period = above(0) } }
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_identifier = set() } }
  guard "backup" { safe = { backup_retention_period = above(0) } }
  weakens = {
    allow_major_version_upgrade         = false
    apply_immediately                   = false
    auto_minor_version_upgrade          = stable()
    enabled_cloudwatch_logs_exports     = stable()
    engine_version                      = stable()
    iam_database_authentication_enabled = stable()
    instance_class                      = stable()
    kms_key_id                          = stable()
    multi_az                            = true
    parameter_group_name                = stable()
    performance_insights_enabled        = stable()
    publicly_accessible                 = false
    storage_encrypted                   = true
  }
  note = "with replicate_source_db it is a read replica, its data lives elsewhere"
}

type "aws_db_instance_automated_backups_replication" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable(), retention_period = not_lowered() }
}

type "aws_db_option_group" {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_db_parameter_group" {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
  note = "parameters with apply_method = pending-reboot wait for a reboot"
}

type "aws_db_snapshot_copy" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_default_network_acl" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "low"
  note        = "creating it adopts the default one and strips its rules and routes; destroying it only forgets it"
}

type "aws_default_route_table" {
  class       = "reachability"
  category    = "network"
  delete_risk = "low"
  note        = "creating it adopts the default one and strips its rules and routes; destroying it only forgets it"
}

type "aws_default_security_group" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "low"
  note        = "creating it adopts the default one and strips its rules and routes; destroying it only forgets it"
}

type "aws_default_subnet" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "keep" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = { map_public_ip_on_launch = false }
  note    = "creating it adopts the default one; destroying it only forgets it unless force_destroy is set"
}

type "aws_default_vpc" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "keep" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "creating it adopts the default one; destroying it only forgets it unless force_destroy is set"
}

type "aws_default_vpc_dhcp_options" {
  class       = "reachability"
  category    = "network"
  delete_risk = "low"
  note        = "creating it adopts the default one; destroying it only forgets it"
}

type "aws_directory_service_directory" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "critical"
  note        = "password and description force a replacement"
}

type "aws_dms_endpoint" {
  class       = "app"
  category    = "migration"
  delete_risk = "high"
  weakens     = { kms_key_arn = stable() }
}

type "aws_dms_replication_instance" {
  class       = "app"
  category    = "migration"
  delete_risk = "high"
  weakens = {
    allow_major_version_upgrade = false
    apply_immediately           = false
    auto_minor_version_upgrade  = stable()
    engine_version              = stable()
    kms_key_arn                 = stable()
    multi_az                    = true
    publicly_accessible         = false
  }
}

type "aws_dms_s3_endpoint" {
  class       = "app"
  category    = "migration"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_docdb_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_identifier = set() } }
  guard "backup" {
    safe  = { backup_retention_period = above(0) }
    unset = "on"
  }
  weakens = {
    allow_major_version_upgrade     = false
    apply_immediately               = false
    enabled_cloudwatch_logs_exports = stable()
    engine_version                  = stable()
    kms_key_id                      = stable()
    storage_encrypted               = true
  }
}

type "aws_docdb_cluster_instance" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  weakens     = { apply_immediately = false, auto_minor_version_upgrade = stable(), instance_class = stable() }
  note        = "compute only, the data lives in the cluster: a reader when a sibling stays, an outage when it is the last or the writer"
}

type "aws_docdb_global_cluster" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection = true } }
  weakens = { engine_version = stable(), storage_encrypted = true }
  note    = "only the container: member clusters are resources of their own"
}

type "aws_docdbelastic_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "backup" { safe = { backup_retention_period = above(0) } }
  weakens = { kms_key_id = stable() }
}

type "aws_dsql_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection_enabled = true } }
}

type "aws_dx_connection" {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  guard "keep" { safe = { skip_destroy = true } }
  note = "the order of a physical port: weeks to get again"
}

type "aws_dx_lag" {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_dynamodb_global_table" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  note        = "a regional copy: the data is still in the other regions"
}

type "aws_dynamodb_table" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "soft" { safe = { "point_in_time_recovery.enabled" = true } }
  weakens = { ttl = stable() }
  note    = "hash_key and range_key force a replacement; a removed replica block loses that region"
}

type "aws_dynamodb_table_replica" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection_enabled = true } }
  guard "soft" { safe = { point_in_time_recovery = true } }
  weakens = { kms_key_arn = stable() }
  note    = "a regional copy: the data is still in the other regions"
}

type "aws_ebs_volume" {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { final_snapshot = true } }
  weakens = { encrypted = true, kms_key_id = stable() }
}

type "aws_ec2_capacity_reservation" {
  class       = "meta"
  category    = "billing"
  delete_risk = "low"
  weakens     = { instance_type = stable() }
}

type "aws_ec2_fleet" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "soft" {
    safe  = { terminate_instances = false }
    unset = "on"
  }
}

type "aws_ec2_host" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  weakens     = { instance_type = stable() }
}

type "aws_ec2_instance_state" {
  class       = "compute"
  category    = "compute"
  delete_risk = "low"
  note        = "state = stopped is an outage without any delete"
}

type "aws_ecr_lifecycle_policy" {
  class       = "data"
  category    = "registry"
  delete_risk = "high"
  weakens     = { policy = stable() }
  note        = "can expire images that are running"
}

type "aws_ecr_repository" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_delete = false }
    unset = "on"
  }
  weakens = { image_tag_mutability = "IMMUTABLE" }
}

type "aws_ecr_repository_creation_template" {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  weakens     = { image_tag_mutability = "IMMUTABLE" }
}

type "aws_ecrpublic_repository" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_ecs_capacity_provider" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "medium"
  guard "safety" { safe = { "auto_scaling_group_provider.managed_termination_protection" = "ENABLED" } }
}

type "aws_ecs_service" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
  weakens = { desired_count = above(0) }
  note    = "desired_count = 0 is an outage without any delete; force_delete does not wait for tasks to drain"
}

type "aws_ecs_task_definition" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_ecs_task_set" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "aws_efs_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  weakens     = { encrypted = true, kms_key_id = stable() }
}

type "aws_efs_file_system_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { policy = policy_diff() }
}

type "aws_eip" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  note        = "the address cannot be had again: allow-lists and DNS point to it"
}

type "aws_eks_addon" {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  guard "keep" { safe = { preserve = true } }
}

type "aws_eks_cluster" {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  weakens = {
    enabled_cluster_log_types           = stable()
    "vpc_config.endpoint_public_access" = false
    "vpc_config.public_access_cidrs"    = not("0.0.0.0/0")
  }
  note = "holds every Kubernetes object; OIDC issuer and endpoint cannot be had again; deletion_protection exists since provider 6.9.0"
}

type "aws_elastic_beanstalk_application_version" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "aws_elastic_beanstalk_environment" {
  class       = "compute"
  category    = "app-platform"
  stateful    = true
  delete_risk = "high"
  note        = "may own a database that was created inside it"
}

type "aws_elasticache_cluster" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "soft" { safe = { final_snapshot_identifier = set() } }
  guard "backup" { safe = { snapshot_retention_limit = above(0) } }
  weakens = {
    apply_immediately          = false
    auto_minor_version_upgrade = stable()
    engine_version             = stable()
    node_type                  = stable()
    parameter_group_name       = stable()
    transit_encryption_enabled = true
  }
  note = "with the memcached engine it holds no durable data"
}

type "aws_elasticache_global_replication_group" {
  class       = "data"
  category    = "cache"
  delete_risk = "high"
  weakens     = { automatic_failover_enabled = true, engine_version = stable(), parameter_group_name = stable() }
}

type "aws_elasticache_replication_group" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "soft" { safe = { final_snapshot_identifier = set() } }
  guard "backup" { safe = { snapshot_retention_limit = above(0) } }
  weakens = {
    apply_immediately          = false
    at_rest_encryption_enabled = true
    auto_minor_version_upgrade = stable()
    automatic_failover_enabled = true
    engine_version             = stable()
    kms_key_id                 = stable()
    multi_az_enabled           = true
    node_type                  = stable()
    parameter_group_name       = stable()
    transit_encryption_enabled = true
  }
}

type "aws_elasticache_serverless_cache" {
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
  guard "backup" { safe = { snapshot_retention_limit = above(0) } }
  weakens = { kms_key_id = stable() }
}

type "aws_elasticsearch_domain" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  weakens     = { access_policies = policy_diff() }
}

type "aws_elasticsearch_domain_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  weakens     = { access_policies = policy_diff() }
}

type "aws_elb" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  weakens     = { internal = stable() }
}

type "aws_emr_cluster" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { termination_protection = true } }
  note = "HDFS and local data are lost"
}

type "aws_emr_instance_group" {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  weakens     = { instance_type = stable() }
}

type "aws_emrcontainers_job_template" {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_finspace_kx_environment" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  weakens     = { kms_key_id = stable() }
}

type "aws_fms_policy" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  guard "safety" { safe = { delete_all_policy_resources = false } }
  note = "delete_all_policy_resources removes the protection from the whole organisation"
}

type "aws_fsx_data_repository_association" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "medium"
  guard "soft" {
    safe  = { delete_data_in_filesystem = false }
    unset = "on"
  }
}

type "aws_fsx_file_cache" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_fsx_lustre_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { skip_final_backup = false } }
  guard "backup" { safe = { automatic_backup_retention_days = above(0) } }
  weakens = { kms_key_id = stable() }
}

type "aws_fsx_ontap_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "backup" { safe = { automatic_backup_retention_days = above(0) } }
  weakens = { kms_key_id = stable() }
}

type "aws_fsx_ontap_volume" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { "snaplock_configuration.privileged_delete" = "DISABLED" } }
  guard "soft" {
    safe  = { skip_final_backup = false }
    unset = "on"
  }
}

type "aws_fsx_openzfs_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { skip_final_backup = false }
    unset = "on"
  }
  guard "backup" { safe = { automatic_backup_retention_days = above(0) } }
  guard "safety" {
    safe  = { delete_options = not("DELETE_CHILD_VOLUMES_AND_SNAPSHOTS") }
    unset = "on"
  }
  weakens = { kms_key_id = stable() }
  note    = "without that delete option the API refuses while child volumes exist; it is no backup"
}

type "aws_fsx_openzfs_volume" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "safety" {
    safe  = { delete_volume_options = not("DELETE_CHILD_VOLUMES_AND_SNAPSHOTS") }
    unset = "on"
  }
  note = "without that delete option the API refuses while child volumes exist; it is no backup"
}

type "aws_fsx_windows_file_system" {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { skip_final_backup = false }
    unset = "on"
  }
  guard "backup" { safe = { automatic_backup_retention_days = above(0) } }
  weakens = { kms_key_id = stable() }
}

type "aws_gamelift_game_server_group" {
  class       = "compute"
  category    = "app-platform"
  delete_risk = "medium"
  weakens     = { max_size = above(0), min_size = above(0) }
}

type "aws_globalaccelerator_accelerator" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "critical"
  note        = "its anycast addresses cannot be had again"
}

type "aws_glue_catalog_database" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  note        = "metadata only, the objects in S3 stay; for Iceberg the pointer to them is lost"
}

type "aws_glue_catalog_table" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "high"
  note        = "metadata only, the objects in S3 stay; for Iceberg the pointer to them is lost"
}

type "aws_guardduty_detector" {
  class       = "control"
  category    = "audit"
  stateful    = true
  delete_risk = "high"
  weakens     = { enable = true }
  note        = "a delete loses all findings, enable = false suspends it"
}

type "aws_guardduty_publishing_destination" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_iam_access_key" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  note        = "a replacement stops the old credential at once, unless created before destroyed"
}

type "aws_iam_policy_attachment" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "owns every attachment of that policy in the account: a delete detaches it from principals Terraform does not know"
}

type "aws_iam_role" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_detach_policies = false }
    unset = "on"
  }
  weakens = { assume_role_policy = policy_diff() }
  note    = "a new name or path is a new unique id: trust in the old one is dead"
}

type "aws_iam_user" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "without force_destroy the API refuses only while there are keys or devices Terraform does not know"
}

type "aws_imagebuilder_component" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
  weakens = { kms_key_id = stable() }
}

type "aws_imagebuilder_container_recipe" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_imagebuilder_workflow" {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_instance" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { disable_api_termination = true } }
  guard "soft" { safe = { "ebs_block_device.delete_on_termination" = false } }
  guard "soft" { safe = { "root_block_device.delete_on_termination" = false } }
  guard "safety" { safe = { disable_api_stop = true } }
  weakens = {
    ami                            = stable()
    associate_public_ip_address    = false
    instance_type                  = stable()
    "metadata_options.http_tokens" = "required"
    user_data                      = stable()
  }
  note = "the root volume goes with the instance by default, instance store always"
}

type "aws_iot_policy_attachment" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  weakens     = { policy = stable() }
}

type "aws_iot_thing_principal_attachment" {
  class       = "app"
  category    = "iot"
  delete_risk = "high"
  weakens     = { principal = not("*") }
}

type "aws_keyspaces_table" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { "point_in_time_recovery.status" = "ENABLED" } }
  weakens = { ttl = stable() }
}

type "aws_kinesis_stream" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  weakens     = { encryption_type = stable(), kms_key_id = stable(), retention_period = not_lowered() }
}

type "aws_kinesis_video_stream" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_kms_external_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { deletion_window_in_days = at_least(7) }
    unset = "on"
  }
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { policy = policy_diff() }
  note    = "unusable from the moment its deletion is scheduled, 7 to 30 days before it is gone: what it encrypted fails at once"
}

type "aws_kms_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { deletion_window_in_days = at_least(7) }
    unset = "on"
  }
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { enable_key_rotation = true, is_enabled = true, key_usage = stable(), policy = policy_diff() }
  note    = "unusable from the moment its deletion is scheduled, 7 to 30 days before it is gone: what it encrypted fails at once"
}

type "aws_kms_key_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { policy = policy_diff() }
}

type "aws_kms_replica_external_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  guard "soft" {
    safe  = { deletion_window_in_days = at_least(7) }
    unset = "on"
  }
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { policy = policy_diff() }
}

type "aws_kms_replica_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  guard "soft" {
    safe  = { deletion_window_in_days = at_least(7) }
    unset = "on"
  }
  guard "safety" {
    safe  = { bypass_policy_lockout_safety_check = false }
    unset = "on"
  }
  weakens = { policy = policy_diff() }
}

type "aws_lakeformation_permissions" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { principal = not("*") }
}

type "aws_lambda_event_source_mapping" {
  class       = "compute"
  category    = "workflow"
  delete_risk = "high"
  weakens     = { kms_key_arn = stable() }
}

type "aws_lambda_function" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "keep" { safe = { skip_destroy = true } }
  weakens = { kms_key_arn = stable() }
}

type "aws_lambda_function_url" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  weakens     = { authorization_type = stable() }
}

type "aws_lambda_layer_version" {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_lambda_layer_version_permission" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
  weakens = { principal = not("*") }
}

type "aws_lambda_permission" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { principal = not("*"), source_arn = set() }
  note        = "principal \"*\" without source_arn or source_account is public"
}

type "aws_lambda_provisioned_concurrency_config" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_launch_configuration" {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  weakens = {
    associate_public_ip_address    = false
    instance_type                  = stable()
    "metadata_options.http_tokens" = "required"
    user_data                      = stable()
  }
}

type "aws_launch_template" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "safety" { safe = { disable_api_termination = true } }
  guard "safety" { safe = { disable_api_stop = true } }
  weakens = { instance_type = stable(), "metadata_options.http_tokens" = "required", user_data = stable() }
}

type "aws_lb" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  guard "hard" { safe = { enable_deletion_protection = true } }
  weakens = { drop_invalid_header_fields = true, internal = stable() }
  note    = "a replacement has a new DNS name"
}

type "aws_lb_listener" {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  weakens     = { ssl_policy = stable() }
}

type "aws_licensemanager_grant" {
  class       = "meta"
  category    = "billing"
  delete_risk = "low"
  weakens     = { principal = not("*") }
}

type "aws_lightsail_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "aws_lightsail_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_name = set() } }
  guard "backup" { safe = { backup_retention_enabled = true } }
  weakens = { apply_immediately = false, publicly_accessible = false }
}

type "aws_lightsail_distribution" {
  class       = "reachability"
  category    = "edge"
  delete_risk = "medium"
  weakens     = { is_enabled = true }
}

type "aws_lightsail_instance" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  weakens     = { user_data = stable() }
}

type "aws_lightsail_static_ip" {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  note        = "the address cannot be had again: allow-lists and DNS point to it"
}

type "aws_location_geofence_collection" {
  class       = "compute"
  category    = "app-platform"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_location_tracker" {
  class       = "compute"
  category    = "app-platform"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_m2_application" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_m2_environment" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  weakens = {
    engine_version      = stable()
    instance_type       = stable()
    kms_key_id          = stable()
    publicly_accessible = false
  }
}

type "aws_main_route_table_association" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  note        = "a delete restores the original main table"
}

type "aws_memorydb_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { final_snapshot_name = set() } }
  guard "backup" { safe = { snapshot_retention_limit = above(0) } }
  weakens = {
    auto_minor_version_upgrade = stable()
    engine_version             = stable()
    kms_key_arn                = stable()
    node_type                  = stable()
    parameter_group_name       = stable()
  }
  note = "auto_minor_version_upgrade, tls_enabled and port force a replacement; the data survives only in snapshots"
}

type "aws_memorydb_multi_region_cluster" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  weakens     = { engine_version = stable(), node_type = stable() }
}

type "aws_memorydb_snapshot" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_arn = stable() }
}

type "aws_mq_broker" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  weakens = {
    apply_immediately          = false
    auto_minor_version_upgrade = stable()
    engine_version             = stable()
    publicly_accessible        = false
  }
  note = "publicly_accessible, deployment_mode and subnet_ids force a replacement; messages are lost"
}

type "aws_mq_configuration" {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  weakens     = { engine_version = stable() }
}

type "aws_neptune_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_identifier = set() } }
  guard "backup" {
    safe  = { backup_retention_period = above(0) }
    unset = "on"
  }
  weakens = {
    allow_major_version_upgrade         = false
    apply_immediately                   = false
    engine_version                      = stable()
    iam_database_authentication_enabled = stable()
    kms_key_arn                         = stable()
    storage_encrypted                   = true
  }
}

type "aws_neptune_cluster_instance" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "soft" { safe = { skip_final_snapshot = false } }
  weakens = {
    apply_immediately          = false
    auto_minor_version_upgrade = stable()
    engine_version             = stable()
    instance_class             = stable()
    publicly_accessible        = false
  }
  note = "compute only, the data lives in the cluster: a reader when a sibling stays, an outage when it is the last or the writer"
}

type "aws_neptune_global_cluster" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection = true } }
  weakens = { engine_version = stable(), storage_encrypted = true }
  note    = "only the container: member clusters are resources of their own"
}

type "aws_neptunegraph_graph" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
}

type "aws_network_interface" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  note        = "licences and allow-lists may be bound to its address"
}

type "aws_networkfirewall_firewall" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  guard "hard" { safe = { delete_protection = true } }
  guard "safety" { safe = { firewall_policy_change_protection = true } }
  guard "safety" { safe = { subnet_change_protection = true } }
}

type "aws_networkmonitor_probe" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  weakens     = { source_arn = set() }
}

type "aws_opensearch_domain" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  weakens     = { access_policies = policy_diff(), engine_version = stable() }
}

type "aws_opensearch_domain_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { access_policies = policy_diff() }
}

type "aws_opensearchserverless_access_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { policy = stable() }
}

type "aws_opensearchserverless_lifecycle_policy" {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  weakens     = { policy = stable() }
}

type "aws_opensearchserverless_security_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { policy = stable() }
}

type "aws_opsworks_instance" {
  class       = "compute"
  category    = "app-platform"
  stateful    = true
  delete_risk = "high"
  guard "soft" { safe = { delete_ebs = false } }
  guard "soft" { safe = { "ebs_block_device.delete_on_termination" = false } }
  guard "soft" { safe = { "root_block_device.delete_on_termination" = false } }
  guard "safety" { safe = { delete_eip = false } }
  weakens = { instance_type = stable() }
}

type "aws_opsworks_rds_db_instance" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  note        = "only a registration"
}

type "aws_organizations_account" {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  guard "keep" {
    safe  = { close_on_deletion = false }
    unset = "on"
  }
  note = "close_on_deletion closes the account (90 days to recover it); without it a destroy only removes it from the organisation"
}

type "aws_organizations_organization" {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  note        = "the delete fails unless it is empty"
}

type "aws_organizations_policy" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_organizations_policy_attachment" {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_paymentcryptography_key" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { deletion_window_in_days = at_least(7) }
    unset = "on"
  }
}

type "aws_pinpointsmsvoicev2_phone_number" {
  class       = "app"
  category    = "messaging"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection_enabled = true } }
}

type "aws_prometheus_workspace" {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "critical"
  weakens     = { kms_key_arn = stable() }
}

type "aws_qldb_ledger" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { deletion_protection = true }
    unset = "on"
  }
}

type "aws_quicksight_account_settings" {
  class       = "data"
  category    = "analytics"
  delete_risk = "low"
  guard "safety" {
    safe  = { termination_protection_enabled = true }
    unset = "on"
  }
  note = "destroying it only forgets it"
}

type "aws_quicksight_analysis" {
  class       = "data"
  category    = "analytics"
  stateful    = true
  delete_risk = "medium"
  guard "soft" {
    safe  = { recovery_window_in_days = above(0) }
    unset = "on"
  }
}

type "aws_ram_principal_association" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { principal = not("*") }
}

type "aws_rbin_rule" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  guard "hard" { safe = { lock_configuration = set() } }
  weakens = { retention_period = not_lowered() }
}

type "aws_rds_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  guard "soft" { safe = { delete_automated_backups = false, backup_retention_period = above(0) } }
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_identifier = set() } }
  guard "backup" { safe = { backup_retention_period = above(0) } }
  weakens = {
    allow_major_version_upgrade         = false
    apply_immediately                   = false
    enabled_cloudwatch_logs_exports     = stable()
    engine_version                      = stable()
    iam_database_authentication_enabled = stable()
    kms_key_id                          = stable()
    performance_insights_enabled        = stable()
    storage_encrypted                   = true
  }
}

type "aws_rds_cluster_activity_stream" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_rds_cluster_instance" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = {
    apply_immediately            = false
    auto_minor_version_upgrade   = stable()
    db_parameter_group_name      = stable()
    engine_version               = stable()
    instance_class               = stable()
    performance_insights_enabled = stable()
    publicly_accessible          = false
  }
  note = "compute only, the data lives in the cluster: a reader when a sibling stays, an outage when it is the last or the writer"
}

type "aws_rds_cluster_parameter_group" {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  note        = "parameters with apply_method = pending-reboot wait for a reboot"
}

type "aws_rds_cluster_snapshot_copy" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_key_id = stable() }
}

type "aws_rds_custom_db_engine_version" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  weakens     = { engine_version = stable(), kms_key_id = stable() }
}

type "aws_rds_export_task" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "low"
  weakens     = { kms_key_id = stable(), source_arn = set() }
}

type "aws_rds_global_cluster" {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protection = true } }
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  weakens = { engine_version = stable(), storage_encrypted = true }
  note    = "only the container: member clusters are resources of their own; force_destroy detaches them first"
}

type "aws_rds_instance_state" {
  class       = "data"
  category    = "database"
  delete_risk = "low"
  note        = "state = stopped is an outage without any delete"
}

type "aws_rds_integration" {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable(), source_arn = set() }
}

type "aws_rds_shard_group" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  weakens     = { publicly_accessible = false }
}

type "aws_redshift_cluster" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  guard "soft" { safe = { skip_final_snapshot = false, final_snapshot_identifier = set() } }
  guard "backup" {
    safe  = { automated_snapshot_retention_period = above(0) }
    unset = "on"
  }
  weakens = {
    apply_immediately                = false
    encrypted                        = true
    kms_key_id                       = stable()
    multi_az                         = true
    node_type                        = stable()
    publicly_accessible              = false
    manual_snapshot_retention_period = stable()
  }
}

type "aws_redshift_cluster_snapshot" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { manual_snapshot_retention_period = stable() }
}

type "aws_redshift_endpoint_authorization" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_delete = false }
    unset = "on"
  }
}

type "aws_redshift_integration" {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable(), source_arn = set() }
}

type "aws_redshift_scheduled_action" {
  class       = "data"
  category    = "warehouse"
  delete_risk = "medium"
  weakens     = { enable = true }
}

type "aws_redshift_snapshot_copy" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  weakens     = { retention_period = not_lowered(), manual_snapshot_retention_period = stable() }
}

type "aws_redshift_snapshot_copy_grant" {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_redshift_snapshot_schedule" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_redshiftserverless_namespace" {
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
  weakens     = { kms_key_id = stable() }
}

type "aws_redshiftserverless_snapshot" {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  weakens     = { retention_period = not_lowered() }
}

type "aws_redshiftserverless_workgroup" {
  class       = "data"
  category    = "warehouse"
  delete_risk = "high"
  weakens     = { publicly_accessible = false }
}

type "aws_rekognition_stream_processor" {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_resiliencehub_resiliency_policy" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  weakens     = { policy = stable() }
}

type "aws_route53_cidr_location" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  weakens     = { cidr_blocks = not("0.0.0.0/0") }
}

type "aws_route53_record" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  weakens     = { "alias.name" = stable(), records = stable(), ttl = stable() }
}

type "aws_route53_records_exclusive" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  note        = "creating it also removes whatever it does not list"
}

type "aws_route53_resolver_firewall_rule_group_association" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  guard "safety" { safe = { mutation_protection = "ENABLED" } }
}

type "aws_route53_traffic_policy_instance" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  weakens     = { ttl = stable() }
}

type "aws_route53_zone" {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "a new zone has new name servers; force_destroy deletes records Terraform does not know, too"
}

type "aws_route53domains_domain" {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  guard "safety" {
    safe  = { transfer_lock = true }
    unset = "on"
  }
  note = "a destroy deletes the registration; transfer_lock stops a transfer, not a delete"
}

type "aws_route53domains_registered_domain" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "low"
  guard "safety" {
    safe  = { transfer_lock = true }
    unset = "on"
  }
  note = "destroying it only forgets it"
}

type "aws_s3_account_public_access_block" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  weakens = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

type "aws_s3_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  guard "backup" { safe = { "versioning.enabled" = true } }
  guard "safety" { safe = { object_lock_enabled = true } }
  weakens = { acl = "private", policy = policy_diff() }
  note    = "without force_destroy in state the delete fails unless the bucket is empty; with it every version goes"
}

type "aws_s3_bucket_acl" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { acl = "private" }
}

type "aws_s3_bucket_lifecycle_configuration" {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  note        = "a new or shorter expiration deletes data later, without any delete in a plan"
}

type "aws_s3_bucket_object_lock_configuration" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  guard "safety" {
    safe  = { object_lock_enabled = "Enabled" }
    unset = "on"
  }
}

type "aws_s3_bucket_public_access_block" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  weakens = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

type "aws_s3_bucket_versioning" {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  guard "backup" { safe = { "versioning_configuration.status" = "Enabled" } }
  guard "safety" { safe = { "versioning_configuration.mfa_delete" = "Enabled" } }
}

type "aws_s3_directory_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_sagemaker_domain" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  guard "soft" {
    safe  = { "retention_policy.home_efs_file_system" = "Retain" }
    unset = "on"
  }
  weakens = { kms_key_id = stable() }
  note    = "without the block the home file system is retained"
}

type "aws_sagemaker_endpoint_configuration" {
  class       = "data"
  category    = "ml"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_sagemaker_notebook_instance" {
  class       = "data"
  category    = "ml"
  stateful    = true
  delete_risk = "high"
  weakens     = { instance_type = stable(), kms_key_id = stable() }
}

type "aws_scheduler_schedule" {
  class       = "compute"
  category    = "workflow"
  delete_risk = "high"
  weakens     = { kms_key_arn = stable() }
}

type "aws_schemas_discoverer" {
  class       = "data"
  category    = "registry"
  delete_risk = "medium"
  weakens     = { source_arn = set() }
}

type "aws_secretsmanager_secret" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { recovery_window_in_days = above(0) }
    unset = "on"
  }
  weakens = { kms_key_id = stable(), policy = policy_diff() }
  note    = "recovery_window_in_days = 0 in state deletes without recovery"
}

type "aws_secretsmanager_secret_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  weakens     = { block_public_policy = true, policy = policy_diff() }
}

type "aws_security_group" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  note        = "name, description and vpc_id force a replacement"
}

type "aws_security_group_rule" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  weakens     = { cidr_blocks = not("0.0.0.0/0"), ipv6_cidr_blocks = not("::/0") }
}

type "aws_securityhub_account" {
  class       = "control"
  category    = "audit"
  delete_risk = "critical"
  note        = "a delete disables Security Hub and its standards"
}

type "aws_serverlessapplicationrepository_cloudformation_stack" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  note        = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_service_discovery_service" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_servicecatalog_provisioned_product" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
  guard "keep" { safe = { retain_physical_resources = true } }
  note = "what is inside is not in the plan: treat it as the worst that could be there"
}

type "aws_servicequotas_template_association" {
  class       = "meta"
  category    = "quota"
  delete_risk = "low"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_ses_receipt_filter" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  weakens     = { policy = stable() }
}

type "aws_shield_subscription" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  guard "keep" { safe = { skip_destroy = true } }
}

type "aws_sns_topic" {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  weakens     = { kms_master_key_id = stable(), policy = policy_diff() }
}

type "aws_sns_topic_data_protection_policy" {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  weakens     = { policy = stable() }
}

type "aws_spot_fleet_request" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  guard "soft" { safe = { terminate_instances_on_delete = false } }
}

type "aws_spot_instance_request" {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  guard "hard" { safe = { disable_api_termination = true } }
  guard "soft" { safe = { "ebs_block_device.delete_on_termination" = false } }
  guard "soft" { safe = { "root_block_device.delete_on_termination" = false } }
  guard "safety" { safe = { disable_api_stop = true } }
  weakens = {
    ami                            = stable()
    associate_public_ip_address    = false
    instance_type                  = stable()
    "metadata_options.http_tokens" = "required"
    user_data                      = stable()
  }
}

type "aws_sqs_queue" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  weakens     = { kms_master_key_id = stable(), message_retention_seconds = not_lowered(), policy = policy_diff() }
}

type "aws_ssmincidents_replication_set" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  guard "hard" { safe = { deletion_protected = true } }
}

type "aws_storagegateway_nfs_file_share" {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_storagegateway_smb_file_share" {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  weakens     = { kms_key_arn = stable() }
}

type "aws_subnet" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  weakens     = { map_public_ip_on_launch = false }
  note        = "a replacement replaces everything in it"
}

type "aws_synthetics_canary" {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "medium"
  guard "safety" {
    safe  = { delete_lambda = false }
    unset = "on"
  }
}

type "aws_timestreaminfluxdb_db_instance" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  weakens     = { publicly_accessible = false }
  note        = "password, username, vpc_security_group_ids and publicly_accessible force a replacement"
}

type "aws_timestreamquery_scheduled_query" {
  class       = "data"
  category    = "analytics"
  delete_risk = "medium"
  weakens     = { kms_key_id = stable() }
}

type "aws_timestreamwrite_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  weakens     = { kms_key_id = stable() }
}

type "aws_transfer_server" {
  class       = "identity"
  category    = "directory"
  stateful    = true
  delete_risk = "high"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "aws_volume_attachment" {
  class       = "data"
  category    = "block-storage"
  delete_risk = "high"
  guard "keep" { safe = { skip_destroy = true } }
  guard "safety" {
    safe  = { force_detach = false }
    unset = "on"
  }
}

type "aws_vpc_endpoint" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  weakens     = { policy = policy_diff() }
}

type "aws_vpc_security_group_egress_rule" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  weakens     = { cidr_ipv4 = not("0.0.0.0/0"), cidr_ipv6 = not("::/0") }
}

type "aws_vpc_security_group_ingress_rule" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  weakens     = { cidr_ipv4 = not("0.0.0.0/0"), cidr_ipv6 = not("::/0") }
}

type "aws_vpn_connection" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  note        = "a replacement changes tunnel addresses and keys: the remote side must follow"
}

type "aws_xray_resource_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  guard "safety" {
    safe  = { bypass_policy_lockout_check = false }
    unset = "on"
  }
}

type "aws_eks_node_group" {
  class       = "compute"
  category    = "cluster"
  delete_risk = "high"
}

type "aws_lambda_invocation" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
}

type "aws_ssm_association" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
}

type "aws_ssm_document" {
  class       = "opaque"
  category    = "opaque-container"
  delete_risk = "medium"
}
