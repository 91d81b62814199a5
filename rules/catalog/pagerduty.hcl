# Types of the PagerDuty provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  names = [
    "pagerduty_schedule",
    "pagerduty_schedulev2",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "pagerduty_alert_grouping_setting",
    "pagerduty_business_service",
    "pagerduty_event_orchestration",
    "pagerduty_event_orchestration_global",
    "pagerduty_event_orchestration_router",
    "pagerduty_event_orchestration_service",
    "pagerduty_event_orchestration_unrouted",
    "pagerduty_event_rule",
    "pagerduty_extension",
    "pagerduty_incident_workflow",
    "pagerduty_incident_workflow_trigger",
    "pagerduty_ruleset",
    "pagerduty_ruleset_rule",
    "pagerduty_service_dependency",
    "pagerduty_service_event_rule",
    "pagerduty_team",
    "pagerduty_team_membership",
    "pagerduty_user",
    "pagerduty_user_contact_method",
    "pagerduty_user_notification_rule",
    "pagerduty_webhook_subscription",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "pagerduty_automation_actions_action",
    "pagerduty_automation_actions_action_service_association",
    "pagerduty_automation_actions_action_team_association",
    "pagerduty_automation_actions_runner",
    "pagerduty_automation_actions_runner_team_association",
    "pagerduty_business_service_subscriber",
    "pagerduty_enablement",
    "pagerduty_event_orchestration_global_cache_variable",
    "pagerduty_event_orchestration_integration",
    "pagerduty_event_orchestration_service_cache_variable",
    "pagerduty_extension_servicenow",
    "pagerduty_incident_custom_field",
    "pagerduty_incident_custom_field_option",
    "pagerduty_incident_type",
    "pagerduty_incident_type_custom_field",
    "pagerduty_jira_cloud_account_mapping_rule",
    "pagerduty_response_play",
    "pagerduty_service_custom_field",
    "pagerduty_service_custom_field_value",
    "pagerduty_slack_connection",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "low"
  names = [
    "pagerduty_addon",
    "pagerduty_tag",
    "pagerduty_tag_assignment",
    "pagerduty_user_handoff_notification_rule",
  ]
}

# Types with guards, attributes to watch or something to know.
type "pagerduty_escalation_policy" {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  note        = "a removed rule means that nobody is paged"
}

type "pagerduty_maintenance_window" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  note        = "creating one silences paging"
}

type "pagerduty_service" {
  class       = "observability"
  category    = "observability"
  delete_risk = "critical"
  note        = "incident history and integration keys go with it: alerts are lost silently"
}

type "pagerduty_service_integration" {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  note        = "its integration key cannot be had again"
}
