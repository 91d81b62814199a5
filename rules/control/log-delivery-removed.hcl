rule "log-delivery-removed" {
  title = "The delivery of logs is removed"
  types = [
    "aws_flow_log", "azurerm_monitor_diagnostic_setting", "google_logging_project_sink", "google_logging_billing_account_sink",
    "okta_log_stream", "datadog_logs_archive", "cloudflare_logpush_job",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed && guard.state != "kept" && guard.state != "will-fail")
    || (operation == "update" && (became("disabled", true) || left("enabled", true) || left("status", "ACTIVE")))
  )
  risk       = "high"
  effect     = "risk"
  message    = "Logs that ${address} delivers are not kept from now on"
  why        = "Alerts and investigations that read these logs go quiet without an error."
  instead    = "Set up the new delivery first and see events arrive. If the source goes as well, say so in the pull request."
  references = ["SOC2 CC8.1", "SOC2 CC7.2"]
}
