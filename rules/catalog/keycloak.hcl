# Types of the Keycloak provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  names = [
    "keycloak_group",
    "keycloak_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "keycloak_custom_user_federation",
    "keycloak_ldap_user_federation",
    "keycloak_realm_keystore_rsa",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "keycloak_authentication_execution",
    "keycloak_authentication_flow",
    "keycloak_authentication_subflow",
    "keycloak_default_groups",
    "keycloak_default_roles",
    "keycloak_group_memberships",
    "keycloak_group_permissions",
    "keycloak_group_roles",
    "keycloak_oidc_identity_provider",
    "keycloak_openid_client",
    "keycloak_openid_client_authorization_permission",
    "keycloak_openid_client_client_policy",
    "keycloak_openid_client_default_scopes",
    "keycloak_openid_client_scope",
    "keycloak_openid_client_service_account_role",
    "keycloak_realm_events",
    "keycloak_realm_keystore_aes_generated",
    "keycloak_realm_keystore_ecdsa_generated",
    "keycloak_realm_keystore_hmac_generated",
    "keycloak_realm_keystore_java_keystore",
    "keycloak_realm_keystore_rsa_generated",
    "keycloak_required_action",
    "keycloak_role",
    "keycloak_saml_client",
    "keycloak_saml_client_default_scopes",
    "keycloak_saml_client_scope",
    "keycloak_saml_identity_provider",
    "keycloak_saml_script_protocol_mapper",
    "keycloak_saml_user_attribute_protocol_mapper",
    "keycloak_saml_user_property_protocol_mapper",
    "keycloak_user_roles",
    "keycloak_users_permissions",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "keycloak_attribute_importer_identity_provider_mapper",
    "keycloak_attribute_to_role_identity_provider_mapper",
    "keycloak_authentication_execution_config",
    "keycloak_custom_identity_provider_mapper",
    "keycloak_generic_client_protocol_mapper",
    "keycloak_generic_client_role_mapper",
    "keycloak_generic_protocol_mapper",
    "keycloak_generic_role_mapper",
    "keycloak_hardcoded_attribute_identity_provider_mapper",
    "keycloak_hardcoded_role_identity_provider_mapper",
    "keycloak_identity_provider_token_exchange_scope_permission",
    "keycloak_ldap_custom_mapper",
    "keycloak_ldap_full_name_mapper",
    "keycloak_ldap_group_mapper",
    "keycloak_ldap_hardcoded_attribute_mapper",
    "keycloak_ldap_hardcoded_group_mapper",
    "keycloak_ldap_hardcoded_role_mapper",
    "keycloak_ldap_msad_lds_user_account_control_mapper",
    "keycloak_ldap_msad_user_account_control_mapper",
    "keycloak_ldap_role_mapper",
    "keycloak_ldap_user_attribute_mapper",
    "keycloak_oidc_google_identity_provider",
    "keycloak_openid_audience_protocol_mapper",
    "keycloak_openid_audience_resolve_protocol_mapper",
    "keycloak_openid_client_optional_scopes",
    "keycloak_openid_client_permissions",
    "keycloak_openid_client_service_account_realm_role",
    "keycloak_openid_full_name_protocol_mapper",
    "keycloak_openid_group_membership_protocol_mapper",
    "keycloak_openid_hardcoded_claim_protocol_mapper",
    "keycloak_openid_hardcoded_role_protocol_mapper",
    "keycloak_openid_script_protocol_mapper",
    "keycloak_openid_user_attribute_protocol_mapper",
    "keycloak_openid_user_client_role_protocol_mapper",
    "keycloak_openid_user_property_protocol_mapper",
    "keycloak_openid_user_realm_role_protocol_mapper",
    "keycloak_openid_user_session_note_protocol_mapper",
    "keycloak_realm_user_profile",
    "keycloak_user_groups",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "keycloak_user_template_importer_identity_provider_mapper",
  ]
}

# Types with guards, attributes to watch or something to know.
type "keycloak_authentication_bindings" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "a wrong browser_flow locks everybody out"
}

type "keycloak_realm" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { terraform_deletion_protection = true } }
  note = "all its users, clients and sessions go with it"
}
