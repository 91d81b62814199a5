# Types of the Cloudflare provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "app"
  category    = "media"
  stateful    = true
  delete_risk = "critical"
  names = [
    "cloudflare_stream",
    "cloudflare_stream_live_input",
  ]
}

types {
  class       = "app"
  category    = "media"
  stateful    = true
  delete_risk = "medium"
  names = [
    "cloudflare_image",
  ]
}

types {
  class       = "app"
  category    = "media"
  delete_risk = "medium"
  names = [
    "cloudflare_image_variant",
    "cloudflare_pipeline_stream",
    "cloudflare_stream_audio_track",
    "cloudflare_stream_caption_language",
    "cloudflare_stream_download",
    "cloudflare_stream_key",
    "cloudflare_stream_watermark",
    "cloudflare_stream_webhook",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_pages_project",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "cloudflare_pages_domain",
    "cloudflare_worker",
    "cloudflare_worker_script",
    "cloudflare_workers_custom_domain",
    "cloudflare_workers_deployment",
    "cloudflare_workers_route",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "cloudflare_calls_sfu_app",
    "cloudflare_calls_turn_app",
    "cloudflare_connectivity_directory_service",
    "cloudflare_custom_pages",
    "cloudflare_flagship_app",
    "cloudflare_workers_cron_trigger",
    "cloudflare_workers_for_platforms_dispatch_namespace",
    "cloudflare_workers_script_subdomain",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  names = [
    "cloudflare_hyperdrive_config",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "cloudflare_email_routing_rule",
    "cloudflare_email_routing_settings",
    "cloudflare_list",
    "cloudflare_workflow",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "cloudflare_account_subscription",
    "cloudflare_address_map",
    "cloudflare_api_shield",
    "cloudflare_api_shield_discovery_operation",
    "cloudflare_api_shield_operation",
    "cloudflare_api_shield_operation_schema_validation_settings",
    "cloudflare_api_shield_schema",
    "cloudflare_api_shield_schema_validation_settings",
    "cloudflare_cloud_connector_rules",
    "cloudflare_cloudforce_one_request",
    "cloudflare_cloudforce_one_request_asset",
    "cloudflare_cloudforce_one_request_message",
    "cloudflare_cloudforce_one_request_priority",
    "cloudflare_content_scanning",
    "cloudflare_content_scanning_expression",
    "cloudflare_custom_origin_trust_store",
    "cloudflare_custom_page_asset",
    "cloudflare_dls_prefix_binding",
    "cloudflare_email_routing_address",
    "cloudflare_email_routing_catch_all",
    "cloudflare_flagship_flag",
    "cloudflare_list_item",
    "cloudflare_managed_transforms",
    "cloudflare_moq_relay",
    "cloudflare_organization",
    "cloudflare_organization_profile",
    "cloudflare_origin_cloud_region",
    "cloudflare_page_shield_policy",
    "cloudflare_schema_validation_operation_settings",
    "cloudflare_schema_validation_schemas",
    "cloudflare_schema_validation_settings",
    "cloudflare_share",
    "cloudflare_share_recipient",
    "cloudflare_share_resource",
    "cloudflare_snippet",
    "cloudflare_snippet_rules",
    "cloudflare_snippets",
    "cloudflare_turnstile_widget",
    "cloudflare_url_normalization_settings",
    "cloudflare_waiting_room",
    "cloudflare_waiting_room_rules",
    "cloudflare_waiting_room_settings",
    "cloudflare_web_analytics_rule",
    "cloudflare_web_analytics_site",
    "cloudflare_zero_trust_device_custom_profile",
    "cloudflare_zero_trust_device_default_profile",
    "cloudflare_zero_trust_device_ip_profile",
    "cloudflare_zero_trust_device_posture_rule",
    "cloudflare_zero_trust_device_settings",
    "cloudflare_zero_trust_dex_rule",
    "cloudflare_zero_trust_dex_test",
    "cloudflare_zero_trust_dlp_custom_entry",
    "cloudflare_zero_trust_dlp_custom_profile",
    "cloudflare_zero_trust_dlp_data_class",
    "cloudflare_zero_trust_dlp_dataset",
    "cloudflare_zero_trust_dlp_entry",
    "cloudflare_zero_trust_dlp_predefined_entry",
    "cloudflare_zero_trust_dlp_predefined_profile",
    "cloudflare_zero_trust_dlp_sensitivity_level",
    "cloudflare_zero_trust_dlp_sensitivity_level_order",
    "cloudflare_zero_trust_dlp_settings",
    "cloudflare_zero_trust_list",
    "cloudflare_zero_trust_risk_behavior",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "cloudflare_logpush_ownership_challenge",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "cloudflare_logpull_retention",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "cloudflare_device_posture_rule",
    "cloudflare_teams_account",
    "cloudflare_teams_rule",
    "cloudflare_zero_trust_gateway_policy",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "cloudflare_teams_list",
    "cloudflare_zero_trust_gateway_settings",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_client_certificate",
    "cloudflare_mtls_certificate",
    "cloudflare_origin_ca_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "cloudflare_certificate_pack",
    "cloudflare_custom_ssl",
    "cloudflare_total_tls",
    "cloudflare_universal_ssl_setting",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "cloudflare_custom_csr",
    "cloudflare_keyless_certificate",
    "cloudflare_origin_tls_compliance_modes",
    "cloudflare_zero_trust_device_default_profile_certificates",
    "cloudflare_zero_trust_gateway_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  names = [
    "cloudflare_secrets_store",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_secrets_store_secret",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "cloudflare_access_service_token",
    "cloudflare_account_token",
    "cloudflare_api_token",
    "cloudflare_worker_secret",
    "cloudflare_workers_secret",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "cloudflare_ai_search_token",
    "cloudflare_leaked_credential_check",
    "cloudflare_leaked_credential_check_rule",
    "cloudflare_token_validation_config",
    "cloudflare_token_validation_rules",
    "cloudflare_vulnerability_scanner_credential",
    "cloudflare_vulnerability_scanner_credential_set",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  names = [
    "cloudflare_email_security_block_sender",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "cloudflare_d1_database",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_workers_kv",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  names = [
    "cloudflare_r2_bucket",
    "cloudflare_r2_data_catalog",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  names = [
    "cloudflare_r2_bucket_lifecycle",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "cloudflare_r2_bucket_cors",
    "cloudflare_r2_bucket_event_notification",
    "cloudflare_r2_bucket_sippy",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_queue",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "cloudflare_queue_consumer",
    "cloudflare_waiting_room_event",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "medium"
  names = [
    "cloudflare_ai_search_instance",
    "cloudflare_ai_search_namespace",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
  names = [
    "cloudflare_pipeline",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "cloudflare_pipeline_sink",
    "cloudflare_vulnerability_scanner_target_environment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "cloudflare_access_organization",
    "cloudflare_zero_trust_organization",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "cloudflare_access_application",
    "cloudflare_access_group",
    "cloudflare_access_identity_provider",
    "cloudflare_access_policy",
    "cloudflare_account_member",
    "cloudflare_authenticated_origin_pulls",
    "cloudflare_certificate_authorities_hostname_associations",
    "cloudflare_sso_connector",
    "cloudflare_zero_trust_access_application",
    "cloudflare_zero_trust_access_group",
    "cloudflare_zero_trust_access_identity_provider",
    "cloudflare_zero_trust_access_policy",
    "cloudflare_zero_trust_access_service_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "cloudflare_authenticated_origin_pulls_certificate",
    "cloudflare_authenticated_origin_pulls_hostname_certificate",
    "cloudflare_authenticated_origin_pulls_settings",
    "cloudflare_dns_zone_transfers_acl",
    "cloudflare_email_security_trusted_domains",
    "cloudflare_oauth_client",
    "cloudflare_user",
    "cloudflare_user_agent_blocking_rule",
    "cloudflare_user_group",
    "cloudflare_user_group_members",
    "cloudflare_zero_trust_access_ai_controls_mcp_portal",
    "cloudflare_zero_trust_access_ai_controls_mcp_server",
    "cloudflare_zero_trust_access_custom_page",
    "cloudflare_zero_trust_access_infrastructure_target",
    "cloudflare_zero_trust_access_key_configuration",
    "cloudflare_zero_trust_access_mtls_certificate",
    "cloudflare_zero_trust_access_mtls_hostname_settings",
    "cloudflare_zero_trust_access_short_lived_certificate",
    "cloudflare_zero_trust_access_tag",
    "cloudflare_zero_trust_device_deployment_groups",
    "cloudflare_zero_trust_dlp_sensitivity_group",
  ]
}

types {
  class       = "identity"
  category    = "org"
  delete_risk = "critical"
  names = [
    "cloudflare_account",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "cloudflare_zero_trust_dlp_data_tag",
    "cloudflare_zero_trust_dlp_data_tag_category",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "cloudflare_observatory_scheduled_test",
    "cloudflare_zero_trust_device_posture_integration",
    "cloudflare_zero_trust_dlp_integration_entry",
    "cloudflare_zero_trust_risk_scoring_integration",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "cloudflare_notification_policy",
    "cloudflare_notification_policy_webhooks",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  names = [
    "cloudflare_registrar_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "cloudflare_custom_hostname",
    "cloudflare_custom_hostname_fallback_origin",
    "cloudflare_email_routing_dns",
    "cloudflare_r2_custom_domain",
    "cloudflare_record",
    "cloudflare_worker_domain",
    "cloudflare_zone_dns_settings",
    "cloudflare_zone_lockdown",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "cloudflare_account_dns_settings",
    "cloudflare_account_dns_settings_internal_view",
    "cloudflare_dns_zone_transfers_incoming",
    "cloudflare_dns_zone_transfers_outgoing",
    "cloudflare_dns_zone_transfers_peer",
    "cloudflare_dns_zone_transfers_tsig",
    "cloudflare_hostname_tls_setting",
    "cloudflare_r2_managed_domain",
    "cloudflare_regional_hostname",
    "cloudflare_web3_hostname",
    "cloudflare_zero_trust_device_custom_profile_local_domain_fallback",
    "cloudflare_zero_trust_device_default_profile_local_domain_fallback",
    "cloudflare_zero_trust_dns_location",
    "cloudflare_zone_auto_origin_tls_kex",
    "cloudflare_zone_cache_reserve",
    "cloudflare_zone_cache_variants",
    "cloudflare_zone_hold",
    "cloudflare_zone_subscription",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "high"
  names = [
    "cloudflare_page_rule",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "medium"
  names = [
    "cloudflare_argo_smart_routing",
    "cloudflare_argo_tiered_caching",
    "cloudflare_managed_headers",
    "cloudflare_regional_tiered_cache",
    "cloudflare_tiered_cache",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "cloudflare_access_rule",
    "cloudflare_bot_management",
    "cloudflare_filter",
    "cloudflare_firewall_rule",
    "cloudflare_rate_limit",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "cloudflare_dns_firewall",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "cloudflare_load_balancer",
    "cloudflare_load_balancer_monitor",
    "cloudflare_load_balancer_pool",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "medium"
  names = [
    "cloudflare_healthcheck",
    "cloudflare_load_balancer_monitor_group",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  names = [
    "cloudflare_byo_ip_prefix",
    "cloudflare_tunnel",
    "cloudflare_zero_trust_tunnel_cloudflared",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "cloudflare_gre_tunnel",
    "cloudflare_ipsec_tunnel",
    "cloudflare_magic_transit_site",
    "cloudflare_magic_wan_gre_tunnel",
    "cloudflare_magic_wan_ipsec_tunnel",
    "cloudflare_magic_wan_static_route",
    "cloudflare_spectrum_application",
    "cloudflare_static_route",
    "cloudflare_tunnel_config",
    "cloudflare_tunnel_route",
    "cloudflare_zero_trust_tunnel_cloudflared_config",
    "cloudflare_zero_trust_tunnel_cloudflared_route",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "cloudflare_ai_gateway",
    "cloudflare_ai_gateway_dynamic_routing",
    "cloudflare_email_security_impersonation_registry",
    "cloudflare_google_tag_gateway",
    "cloudflare_magic_network_monitoring_configuration",
    "cloudflare_magic_network_monitoring_rule",
    "cloudflare_magic_transit_cf1_site",
    "cloudflare_magic_transit_connector",
    "cloudflare_magic_transit_site_acl",
    "cloudflare_magic_transit_site_lan",
    "cloudflare_magic_transit_site_wan",
    "cloudflare_zero_trust_device_managed_networks",
    "cloudflare_zero_trust_device_subnet",
    "cloudflare_zero_trust_gateway_logging",
    "cloudflare_zero_trust_gateway_pacfile",
    "cloudflare_zero_trust_gateway_proxy_endpoint",
    "cloudflare_zero_trust_network_hostname_route",
    "cloudflare_zero_trust_tunnel_cloudflared_virtual_network",
    "cloudflare_zero_trust_tunnel_warp_connector",
    "cloudflare_zero_trust_tunnel_warp_connector_config",
  ]
}

# Types with guards, attributes to watch or something to know.
type "cloudflare_dns_record" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  note        = "proxied = false exposes the origin; delete and create of one name is a gap and loses the edge certificate"
}

type "cloudflare_logpush_job" {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  note        = "a delete or enabled = false ends the audit trail"
}

type "cloudflare_r2_bucket_lock" {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  note        = "is itself a guard: deleting it disarms it"
}

type "cloudflare_ruleset" {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  note        = "authoritative for its phase: rules not listed are deleted"
}

type "cloudflare_worker_version" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  note        = "deleted_classes in migrations deletes Durable Object data"
}

type "cloudflare_workers_kv_namespace" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  note        = "all its keys go with it"
}

type "cloudflare_workers_script" {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  note        = "deleted_classes in migrations deletes Durable Object data"
}

type "cloudflare_zone" {
  class       = "reachability"
  category    = "dns"
  stateful    = true
  delete_risk = "critical"
  note        = "every record goes with it, known to Terraform or not; a new zone has new name servers and certificates"
}

type "cloudflare_zone_dnssec" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  note        = "changed without the DS record at the parent the domain goes dark"
}

type "cloudflare_zone_setting" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  note        = "among them ssl, security_level and always_use_https"
}
