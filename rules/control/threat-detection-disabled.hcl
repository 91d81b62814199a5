rule "threat-detection-disabled" {
  title = "Threat detection is switched off"
  types = [
    "aws_guardduty_detector", "aws_securityhub_account", "aws_inspector2_enabler", "aws_macie2_account", "aws_detective_graph",
    "azurerm_security_center_subscription_pricing", "azurerm_sentinel_log_analytics_workspace_onboarding",
  ]
  actions = ["update", "delete"]
  when = (
    (operation == "delete" && !deposed)
    || (operation == "update" && (left("enable", true) || left("status", "ENABLED") || left("tier", "Standard") || lost("resource_types")))
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "${address} reports no more threats in this account, and findings kept so far may be deleted with it"
  why        = "Whoever wants to work unseen switches detection off first. After switching it on again it has to learn what is normal anew."
  instead    = "Leave it on. To save cost, switch off single features or lower the publishing frequency; when an organisation-wide detector takes over, let it adopt this account first and forget this one with a `removed` block (`destroy = false`)."
  references = ["SOC2 CC8.1", "FSBP GuardDuty.1", "CIS AWS 4.16"]
}
