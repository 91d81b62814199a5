# Types of the New Relic provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "newrelic_application_settings",
    "newrelic_browser_application",
    "newrelic_fleet_deployment",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  names = [
    "newrelic_data_partition_rule",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "newrelic_account_management",
    "newrelic_cloud_aws_link_account",
    "newrelic_cloud_azure_link_account",
    "newrelic_cloud_gcp_link_account",
    "newrelic_obfuscation_rule",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "newrelic_aws_connection",
    "newrelic_cardinality_management",
    "newrelic_cloud_aws_eu_sovereign_link_account",
    "newrelic_cloud_aws_govcloud_link_account",
    "newrelic_cloud_oci_link_account",
    "newrelic_fleet",
    "newrelic_fleet_configuration",
    "newrelic_key_transaction",
    "newrelic_obfuscation_expression",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "newrelic_log_parsing_rule",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  names = [
    "newrelic_federated_logs_partition",
    "newrelic_federated_logs_setup",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "newrelic_events_to_metrics_rule",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "low"
  names = [
    "newrelic_insights_event",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "newrelic_pipeline_cloud_rule",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "newrelic_api_access_key",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "newrelic_group",
    "newrelic_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "newrelic_fleet_members",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "newrelic_entity_tags",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  stateful    = true
  delete_risk = "high"
  names = [
    "newrelic_synthetics_secure_credential",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "newrelic_alert_condition",
    "newrelic_alert_policy",
    "newrelic_infra_alert_condition",
    "newrelic_notification_channel",
    "newrelic_notification_destination",
    "newrelic_nrql_alert_condition",
    "newrelic_service_level",
    "newrelic_synthetics_monitor",
    "newrelic_synthetics_script_monitor",
    "newrelic_workflow",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "newrelic_alert_channel",
    "newrelic_alert_compound_condition",
    "newrelic_alert_policy_channel",
    "newrelic_cloud_aws_eu_sovereign_integrations",
    "newrelic_cloud_aws_govcloud_integrations",
    "newrelic_cloud_aws_integrations",
    "newrelic_cloud_azure_integrations",
    "newrelic_cloud_gcp_integrations",
    "newrelic_metric_pruning_rule",
    "newrelic_monitor_downtime",
    "newrelic_one_dashboard",
    "newrelic_one_dashboard_json",
    "newrelic_one_dashboard_raw",
    "newrelic_synthetics_alert_condition",
    "newrelic_synthetics_broken_links_monitor",
    "newrelic_synthetics_cert_check_monitor",
    "newrelic_synthetics_multilocation_alert_condition",
    "newrelic_synthetics_private_location",
    "newrelic_synthetics_step_monitor",
    "newrelic_workflow_automation",
    "newrelic_workload",
  ]
}

# Types with guards, attributes to watch or something to know.
type "newrelic_alert_muting_rule" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  note        = "creating one silences"
}

type "newrelic_nrql_drop_rule" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "creating one drops telemetry for ever"
}
