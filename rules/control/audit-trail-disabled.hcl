rule "audit-trail-disabled" {
  title = "The audit trail is stopped or narrowed"
  types = [
    "aws_cloudtrail", "aws_cloudtrail_event_data_store", "aws_config_configuration_recorder", "aws_config_configuration_recorder_status",
    "aws_config_delivery_channel", "google_project_iam_audit_config", "google_folder_iam_audit_config", "google_organization_iam_audit_config",
    "google_logging_organization_sink", "google_logging_folder_sink", "vault_audit",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed && guard.state != "kept" && guard.state != "will-fail")
    || (operation == "update" && (
      left("enable_logging", true) || left("is_multi_region_trail", true) || left("include_global_service_events", true)
      || left("enable_log_file_validation", true) || left("is_organization_trail", true)
      || left("event_selector.include_management_events", true) || left("event_selector.read_write_type", "All")
      || left("is_enabled", true) || left("recording_group.all_supported", true)
      || left("multi_region_enabled", true)
      || became("disabled", true) || lost("audit_log_config")
    ))
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "What people and programs do in the account is no longer recorded by ${address}, or no longer fully"
  why        = "Every other control is proved with this record. Switching it off is what an intruder does first, and a gap in it cannot be filled later."
  instead    = "Leave it on. To change the trail, create the new one in an earlier change and let both record; then take the old one out of the state with a `removed` block (`destroy = false`) and let the owners of the audit retire it."
  references = ["SOC2 CC8.1", "SOC2 CC7.2", "CIS AWS 3.1", "CIS AWS 3.3", "CIS AWS 3.7", "FSBP CloudTrail.1"]
}
