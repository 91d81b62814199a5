rule "audit-log-destroy" {
  title = "Audit or flow logs are destroyed"
  types = [
    "aws_cloudwatch_log_group", "azurerm_log_analytics_workspace", "google_logging_project_bucket_config", "google_logging_folder_bucket_config",
    "google_logging_organization_bucket_config", "google_logging_billing_account_bucket_config", "datadog_logs_index", "oci_logging_log*",
  ]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state != "kept" && guard.state != "will-fail"
    && regex("(?i)(cloudtrail|audit|flow-?logs?|vpc-?flow|/aws/eks/)", before.name)
  )
  risk       = "critical"
  effect     = "risk"
  message    = "${address} holds audit evidence by its name, and all of it is deleted"
  why        = "Trail, flow and cluster audit logs prove who did what. Whoever deletes them destroys evidence, meant or not."
  instead    = "Keep the group: set skip_destroy = true and apply, then remove it from the configuration. Or export it to a locked bucket and name that in the pull request."
  references = ["SOC2 CC8.1", "SOC2 CC7.2"]
}
