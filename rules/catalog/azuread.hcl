# Types of the Microsoft Entra ID (azuread) provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "control"
  category    = "security"
  delete_risk = "high"
  names = [
    "azuread_authentication_strength_policy",
    "azuread_named_location",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "azuread_application_certificate",
    "azuread_application_password",
    "azuread_service_principal_certificate",
    "azuread_service_principal_password",
    "azuread_service_principal_token_signing_certificate",
    "azuread_synchronization_secret",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "azuread_directory_role_assignment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "azuread_access_package",
    "azuread_access_package_assignment_policy",
    "azuread_access_package_catalog_role_assignment",
    "azuread_access_package_resource_catalog_association",
    "azuread_access_package_resource_package_association",
    "azuread_administrative_unit",
    "azuread_administrative_unit_member",
    "azuread_administrative_unit_role_member",
    "azuread_app_role_assignment",
    "azuread_application_app_role",
    "azuread_application_federated_identity_credential",
    "azuread_application_identifier_uri",
    "azuread_application_owner",
    "azuread_application_permission_scope",
    "azuread_application_pre_authorized",
    "azuread_application_redirect_uris",
    "azuread_application_registration",
    "azuread_claims_mapping_policy",
    "azuread_custom_directory_role",
    "azuread_directory_role",
    "azuread_directory_role_eligibility_schedule_request",
    "azuread_directory_role_member",
    "azuread_group_member",
    "azuread_group_role_management_policy",
    "azuread_group_without_members",
    "azuread_privileged_access_group_assignment_schedule",
    "azuread_privileged_access_group_eligibility_schedule",
    "azuread_service_principal_delegated_permission_grant",
    "azuread_synchronization_job",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "azuread_access_package_catalog",
    "azuread_application_api_access",
    "azuread_application_fallback_public_client",
    "azuread_application_flexible_federated_identity_credential",
    "azuread_application_known_clients",
    "azuread_application_optional_claims",
    "azuread_invitation",
    "azuread_service_principal_claims_mapping_policy_assignment",
    "azuread_synchronization_job_provision_on_demand",
    "azuread_user_flow_attribute",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "low"
  names = [
    "azuread_application_from_template",
  ]
}

# Types with guards, attributes to watch or something to know.
type "azuread_application" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "soft-deleted for 30 days; client ids and consents are lost"
}

type "azuread_conditional_access_policy" {
  class       = "control"
  category    = "security"
  delete_risk = "critical"
  note        = "enabled for all users it can lock out the tenant; disabled it drops MFA"
}

type "azuread_group" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "only Microsoft 365 groups are soft-deleted, security groups are gone"
}

type "azuread_service_principal" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  note        = "role assignments and consents go with it"
}

type "azuread_user" {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "critical"
  note        = "soft-deleted for 30 days; the mailbox goes with it"
}
