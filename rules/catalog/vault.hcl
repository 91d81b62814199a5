# Types of the Vault provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "vault_activation_flags",
    "vault_agent_registration",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "vault_audit_request_header",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "vault_quota_rate_limit",
    "vault_raft_autopilot",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "vault_config_control_group",
    "vault_config_ui_custom_message",
    "vault_config_ui_default_auth",
    "vault_config_ui_header",
    "vault_oauth_resource_server_config_profile",
    "vault_plugin",
    "vault_plugin_pinned_version",
    "vault_plugin_runtime",
    "vault_quota_config",
    "vault_quota_lease_count",
    "vault_sys_config_cors",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_pki_secret_backend_config_ca",
    "vault_pki_secret_backend_issuer",
    "vault_pki_secret_backend_key",
    "vault_pki_secret_backend_root_cert",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "vault_pki_secret_backend_cert",
    "vault_pki_secret_backend_intermediate_set_signed",
    "vault_pki_secret_backend_root_sign_intermediate",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "vault_pki_secret_backend_role",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "vault_pki_external_ca_secret_backend_acme_account",
    "vault_pki_external_ca_secret_backend_order",
    "vault_pki_external_ca_secret_backend_order_certificate",
    "vault_pki_external_ca_secret_backend_order_challenge_fulfilled",
    "vault_pki_external_ca_secret_backend_role",
    "vault_pki_secret_backend_acme_eab",
    "vault_pki_secret_backend_config_acme",
    "vault_pki_secret_backend_config_auto_tidy",
    "vault_pki_secret_backend_config_cluster",
    "vault_pki_secret_backend_config_cmpv2",
    "vault_pki_secret_backend_config_est",
    "vault_pki_secret_backend_config_issuers",
    "vault_pki_secret_backend_config_scep",
    "vault_pki_secret_backend_config_urls",
    "vault_pki_secret_backend_crl_config",
    "vault_pki_secret_backend_intermediate_cert_request",
    "vault_pki_secret_backend_sign",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_kmip_secret_backend",
    "vault_kmip_secret_ca_generated",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "critical"
  names = [
    "vault_managed_keys",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "medium"
  names = [
    "vault_keymgmt_aws_kms",
    "vault_keymgmt_azure_kms",
    "vault_keymgmt_distribute_key",
    "vault_keymgmt_gcp_kms",
    "vault_keymgmt_key_rotate",
    "vault_keymgmt_replicate_key",
    "vault_kmip_secret_ca_imported",
    "vault_kmip_secret_listener",
    "vault_kmip_secret_role",
    "vault_kmip_secret_scope",
    "vault_transform_alphabet",
    "vault_transform_key_configuration",
    "vault_transform_role",
    "vault_transform_template",
    "vault_transit_secret_cache_config",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_ad_secret_backend",
    "vault_aws_secret_backend",
    "vault_azure_secret_backend",
    "vault_consul_secret_backend",
    "vault_gcp_secret_backend",
    "vault_kubernetes_secret_backend",
    "vault_ldap_secret_backend",
    "vault_mongodbatlas_secret_backend",
    "vault_nomad_secret_backend",
    "vault_rabbitmq_secret_backend",
    "vault_ssh_secret_backend_ca",
    "vault_terraform_cloud_secret_backend",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "vault_kv_secret",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  names = [
    "vault_database_secret_backend_role",
    "vault_database_secret_backend_static_role",
    "vault_secrets_sync_association",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "vault_ad_secret_backend_library",
    "vault_ad_secret_role",
    "vault_alicloud_secret_backend",
    "vault_alicloud_secret_backend_role",
    "vault_aws_secret_backend_role",
    "vault_aws_secret_backend_static_role",
    "vault_azure_secret_backend_role",
    "vault_azure_secret_backend_static_role",
    "vault_consul_secret_backend_role",
    "vault_gcp_secret_impersonated_account",
    "vault_gcp_secret_roleset",
    "vault_gcp_secret_static_account",
    "vault_gcpkms_secret_backend",
    "vault_gcpkms_secret_backend_key",
    "vault_kubernetes_secret_backend_role",
    "vault_ldap_secret_backend_dynamic_role",
    "vault_ldap_secret_backend_library_set",
    "vault_ldap_secret_backend_static_role",
    "vault_mongodbatlas_secret_role",
    "vault_nomad_secret_role",
    "vault_os_secret_backend",
    "vault_os_secret_backend_account",
    "vault_os_secret_backend_host",
    "vault_rabbitmq_secret_backend_role",
    "vault_secrets_sync_aws_destination",
    "vault_secrets_sync_azure_destination",
    "vault_secrets_sync_config",
    "vault_secrets_sync_gcp_destination",
    "vault_secrets_sync_gh_destination",
    "vault_secrets_sync_github_apps",
    "vault_secrets_sync_vercel_destination",
    "vault_spiffe_secret_backend_config",
    "vault_spiffe_secret_backend_role",
    "vault_ssh_secret_backend_role",
    "vault_terraform_cloud_secret_creds",
    "vault_terraform_cloud_secret_role",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_identity_oidc_key",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "vault_approle_auth_backend_role_secret_id",
    "vault_identity_entity",
    "vault_identity_group",
    "vault_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "vault_approle_auth_backend_role",
    "vault_aws_auth_backend_role",
    "vault_azure_auth_backend_role",
    "vault_egp_policy",
    "vault_gcp_auth_backend",
    "vault_gcp_auth_backend_role",
    "vault_github_auth_backend",
    "vault_identity_entity_policies",
    "vault_identity_group_policies",
    "vault_identity_mfa_duo",
    "vault_identity_mfa_login_enforcement",
    "vault_identity_mfa_okta",
    "vault_identity_mfa_pingid",
    "vault_identity_mfa_totp",
    "vault_jwt_auth_backend",
    "vault_jwt_auth_backend_role",
    "vault_kubernetes_auth_backend_config",
    "vault_kubernetes_auth_backend_role",
    "vault_ldap_auth_backend",
    "vault_mfa_duo",
    "vault_mfa_okta",
    "vault_mfa_pingid",
    "vault_mfa_totp",
    "vault_oci_auth_backend",
    "vault_okta_auth_backend",
    "vault_password_policy",
    "vault_radius_auth_backend",
    "vault_rgp_policy",
    "vault_rotation_policy",
    "vault_saml_auth_backend",
    "vault_saml_auth_backend_role",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "vault_alicloud_auth_backend_role",
    "vault_approle_auth_backend_login",
    "vault_aws_auth_backend_cert",
    "vault_aws_auth_backend_client",
    "vault_aws_auth_backend_config_identity",
    "vault_aws_auth_backend_identity_whitelist",
    "vault_aws_auth_backend_login",
    "vault_aws_auth_backend_role_tag",
    "vault_aws_auth_backend_roletag_blacklist",
    "vault_aws_auth_backend_sts_role",
    "vault_azure_auth_backend_config",
    "vault_cert_auth_backend_role",
    "vault_cf_auth_backend_config",
    "vault_cf_auth_backend_role",
    "vault_config_group_policy_application",
    "vault_github_team",
    "vault_github_user",
    "vault_identity_entity_alias",
    "vault_identity_group_alias",
    "vault_identity_group_member_entity_ids",
    "vault_identity_group_member_group_ids",
    "vault_identity_oidc",
    "vault_identity_oidc_assignment",
    "vault_identity_oidc_client",
    "vault_identity_oidc_key_allowed_client_id",
    "vault_identity_oidc_provider",
    "vault_identity_oidc_role",
    "vault_identity_oidc_scope",
    "vault_kerberos_auth_backend_config",
    "vault_kerberos_auth_backend_group",
    "vault_kerberos_auth_backend_ldap_config",
    "vault_ldap_auth_backend_group",
    "vault_ldap_auth_backend_user",
    "vault_oci_auth_backend_role",
    "vault_okta_auth_backend_group",
    "vault_okta_auth_backend_user",
    "vault_radius_auth_backend_user",
    "vault_scep_auth_backend_role",
    "vault_spiffe_auth_backend_config",
    "vault_spiffe_auth_backend_role",
    "vault_token_auth_backend_role",
    "vault_userpass_auth_backend_user",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_database_secrets_mount",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "critical"
  names = [
    "vault_raft_snapshot_agent_config",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  names = [
    "vault_keymgmt_key",
    "vault_transform_transformation",
    "vault_transit_secret_backend_key",
  ]
  guard "hard" {
    safe  = { deletion_allowed = false }
    unset = "on"
  }
}

type "vault_audit" {
  class       = "control"
  category    = "audit"
  delete_risk = "critical"
  note        = "without the last device nobody sees anything; a blocked one blocks all requests"
}

type "vault_auth_backend" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "disabling it revokes all tokens and leases it has issued"
}

type "vault_database_secret_backend_connection" {
  class       = "crypto"
  category    = "secret"
  delete_risk = "high"
  note        = "its leases are revoked"
}

type "vault_generic_endpoint" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "writes whatever stands in data_json: what that does is not in the plan"
}

type "vault_generic_secret" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "safety" {
    safe  = { delete_all_versions = false }
    unset = "on"
  }
  note = "versions outlive a delete on KV version 2 only"
}

type "vault_kv_secret_backend_v2" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  note        = "delete_version_after lowers retention"
}

type "vault_kv_secret_v2" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  guard "soft" {
    safe  = { delete_all_versions = false }
    unset = "on"
  }
}

type "vault_mount" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "unmounting deletes all secrets under the path at once; another type or path replaces it"
}

type "vault_namespace" {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  note        = "everything inside goes with it"
}

type "vault_policy" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "can lock out or, with path \"*\" and sudo, let anybody in"
}
