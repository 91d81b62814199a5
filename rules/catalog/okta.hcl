# Types of the Okta provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "okta_app_bookmark",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "okta_app_connection",
    "okta_app_features",
    "okta_app_federated_claim",
    "okta_app_swa",
    "okta_app_three_field",
    "okta_email_smtp_server",
    "okta_profile_mapping",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  names = [
    "okta_brand",
    "okta_org_configuration",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "okta_inline_hook",
    "okta_realm",
    "okta_resource_set",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "okta_campaign",
    "okta_captcha",
    "okta_captcha_org_wide_settings",
    "okta_customized_signin_page",
    "okta_device",
    "okta_email_sender",
    "okta_email_sender_verification",
    "okta_email_template_settings",
    "okta_feature",
    "okta_hook_key",
    "okta_link_definition",
    "okta_link_value",
    "okta_org_support",
    "okta_preview_signin_page",
    "okta_push_provider",
    "okta_request_condition",
    "okta_request_sequence",
    "okta_request_setting_organization",
    "okta_request_setting_resource",
    "okta_request_v2",
    "okta_review",
    "okta_ui_schema",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "low"
  names = [
    "okta_email_customization",
    "okta_template_sms",
    "okta_theme",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "high"
  names = [
    "okta_event_hook",
    "okta_log_stream",
  ]
}

types {
  class       = "control"
  category    = "audit"
  delete_risk = "medium"
  names = [
    "okta_event_hook_verification",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  names = [
    "okta_app_signon_policy",
    "okta_policy_mfa",
    "okta_policy_mfa_default",
    "okta_policy_password",
    "okta_policy_password_default",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "okta_app_access_policy_assignment",
    "okta_app_signon_policy_rule",
    "okta_auth_server_policy",
    "okta_auth_server_policy_rule",
    "okta_behavior",
    "okta_entity_risk_policy_rule",
    "okta_policy_profile_enrollment",
    "okta_policy_rule_mfa",
    "okta_policy_rule_password",
    "okta_policy_rule_signon",
    "okta_post_auth_session_policy_rule",
    "okta_session_violation_policy_rule",
    "okta_threat_insight_settings",
  ]
}

types {
  class       = "control"
  category    = "security"
  delete_risk = "medium"
  names = [
    "okta_app_signon_policy_rules",
    "okta_authenticator_method_webauthn",
    "okta_authenticator_webauthn_custom_aaguid",
    "okta_policy_device_assurance_android",
    "okta_policy_device_assurance_chromeos",
    "okta_policy_device_assurance_ios",
    "okta_policy_device_assurance_macos",
    "okta_policy_device_assurance_windows",
    "okta_policy_profile_enrollment_apps",
    "okta_policy_rule_idp_discovery",
    "okta_policy_rule_profile_enrollment",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "medium"
  names = [
    "okta_agent_pool_update",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "okta_api_token",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "okta_app_secure_password_store",
    "okta_app_shared_credentials",
    "okta_app_token",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "okta_security_events_provider",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "okta_auth_server",
    "okta_identity_source_user",
    "okta_idp_oidc",
    "okta_idp_saml",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "okta_admin_role_custom",
    "okta_admin_role_custom_assignments",
    "okta_admin_role_targets",
    "okta_app_group_assignment",
    "okta_app_oauth_api_scope",
    "okta_app_oauth_role_assignment",
    "okta_app_saml",
    "okta_app_saml_app_settings",
    "okta_app_user",
    "okta_auth_server_claim",
    "okta_auth_server_scope",
    "okta_group_memberships",
    "okta_group_owner",
    "okta_group_owners",
    "okta_group_role",
    "okta_group_roles",
    "okta_group_rule",
    "okta_group_schema_property",
    "okta_idp_saml_key",
    "okta_idp_social",
    "okta_realm_assignment",
    "okta_trusted_origin",
    "okta_user_admin_roles",
    "okta_user_base_schema",
    "okta_user_factor_question",
    "okta_user_schema",
    "okta_user_schema_property",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "okta_app_auto_login",
    "okta_app_basic_auth",
    "okta_app_oauth_post_logout_redirect_uri",
    "okta_app_oauth_redirect_uri",
    "okta_app_user_base_schema_property",
    "okta_app_user_schema_property",
    "okta_auth_server_claim_default",
    "okta_auth_server_default",
    "okta_end_user_my_requests",
    "okta_entitlement",
    "okta_entitlement_bundle",
    "okta_factor",
    "okta_factor_totp",
    "okta_identity_source_group",
    "okta_identity_source_group_membership",
    "okta_identity_source_import",
    "okta_push_group",
    "okta_role_subscription",
    "okta_trusted_server",
    "okta_user_base_schema_property",
    "okta_user_group_memberships",
    "okta_user_risk",
    "okta_user_type",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "okta_security_notification_emails",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "okta_api_service_integration",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  names = [
    "okta_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "okta_email_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "okta_domain_certificate",
    "okta_domain_verification",
    "okta_email_domain_verification",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "okta_rate_limiting",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "okta_principal_rate_limits",
    "okta_rate_limit_admin_notification_settings",
    "okta_rate_limit_warning_threshold_percentage",
  ]
}

# Types with guards, attributes to watch or something to know.
type "okta_app_group_assignments" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "authoritative: removes what it does not list"
}

type "okta_app_oauth" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "a replacement has a new client_id and secret"
}

type "okta_authenticator" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "status INACTIVE drops a factor of MFA"
}

type "okta_group" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  note        = "all application assignments go with it"
}

type "okta_network_zone" {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  note        = "a blocklist that holds the own address locks out"
}

type "okta_policy_signon" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "another priority or status can lock out administrators or drop MFA"
}

type "okta_user" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  note        = "all its access, factors and history go with it"
}
