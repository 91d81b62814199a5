rule "detection-coverage-narrowed" {
  title = "Threat detection sees less than before"
  types = [
    "aws_guardduty_detector_feature", "aws_guardduty_organization_configuration_feature", "aws_guardduty_member", "aws_securityhub_standards_subscription",
    "aws_securityhub_member", "azurerm_sentinel_alert_rule_*", "azurerm_sentinel_data_connector_*", "google_scc_*",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed && guard.state != "kept" && guard.state != "will-fail")
    || (operation == "update" && (left("status", "ENABLED") || left("enabled", true) || left("enablement_state", "ENABLED") || left("auto_enable", "ALL")))
  )
  risk       = "high"
  effect     = "risk"
  message    = "What ${address} would have reported goes unseen from now on"
  why        = "A standard or feature that ends takes its findings and suppressions with it. Moving to a newer version of a standard is fine, a gap between the two is not."
  instead    = "Enable the successor first and name it, then remove this one."
  references = ["SOC2 CC8.1"]
}
