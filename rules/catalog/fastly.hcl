# Types of the Fastly provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "fastly_service_dynamic_snippet_content",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "fastly_api_security_operation",
    "fastly_tsig_key",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "fastly_tls_certificate",
    "fastly_tls_private_key",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "fastly_tls_activation",
    "fastly_tls_mutual_authentication",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "medium"
  names = [
    "fastly_tls_platform_certificate",
    "fastly_tls_subscription_validation",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "critical"
  names = [
    "fastly_secretstore",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "fastly_configstore_entries",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "fastly_object_storage_access_keys",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "fastly_service_authorization",
    "fastly_user",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "fastly_api_security_operation_tag",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "fastly_alert",
    "fastly_integration",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "fastly_custom_dashboard",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  names = [
    "fastly_dns_zone",
    "fastly_domain",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "fastly_domain_service_link",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "medium"
  names = [
    "fastly_domain_v1",
    "fastly_domain_v1_service_link",
  ]
}

types {
  class       = "reachability"
  category    = "edge"
  delete_risk = "critical"
  names = [
    "fastly_service_v1",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "fastly_compute_acl",
    "fastly_compute_acl_entries",
    "fastly_ngwaf_account_rule",
    "fastly_ngwaf_thresholds",
    "fastly_ngwaf_workspace",
    "fastly_ngwaf_workspace_rule",
    "fastly_service_acl_entries",
    "fastly_service_waf_configuration",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "medium"
  names = [
    "fastly_ngwaf_account_list",
    "fastly_ngwaf_account_signal",
    "fastly_ngwaf_alert_datadog_integration",
    "fastly_ngwaf_alert_jira_integration",
    "fastly_ngwaf_alert_mailing_list_integration",
    "fastly_ngwaf_alert_microsoft_teams_integration",
    "fastly_ngwaf_alert_opsgenie_integration",
    "fastly_ngwaf_alert_pagerduty_integration",
    "fastly_ngwaf_alert_slack_integration",
    "fastly_ngwaf_alert_webhook_integration",
    "fastly_ngwaf_redaction",
    "fastly_ngwaf_virtual_patches",
    "fastly_ngwaf_workspace_list",
    "fastly_ngwaf_workspace_signal",
  ]
}

# Types with guards, attributes to watch or something to know.
type "fastly_configstore" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "fastly_kvstore" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "fastly_service_compute" {
  class       = "reachability"
  category    = "edge"
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "an active service cannot be destroyed without force_destroy"
}

type "fastly_service_dictionary_items" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "authoritative unless manage_items is false"
}

type "fastly_service_vcl" {
  class       = "reachability"
  category    = "edge"
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
  note = "an active service cannot be destroyed without force_destroy"
}

type "fastly_tls_subscription" {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}
