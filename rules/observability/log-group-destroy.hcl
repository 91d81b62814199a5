rule "log-group-destroy" {
  title = "Logs are destroyed"
  types = [
    "aws_cloudwatch_log_group", "azurerm_log_analytics_workspace", "google_logging_project_bucket_config", "google_logging_folder_bucket_config",
    "google_logging_organization_bucket_config", "google_logging_billing_account_bucket_config", "datadog_logs_index", "oci_logging_log*",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state != "kept" && guard.state != "will-fail"
    && !regex("(?i)(cloudtrail|audit|flow-?logs?|vpc-?flow|/aws/eks/)", before.name)
  )
  risk       = "high"
  effect     = "risk"
  message    = "All log events in ${address} are deleted with it"
  why        = "Logs are needed when something is wrong, and the group cannot be restored."
  instead    = "Keep it (skip_destroy = true lets Terraform forget the group and leave it in place), or export the events first."
  references = ["SOC2 CC8.1", "SOC2 CC7.2"]
}
