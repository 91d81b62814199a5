rule "lifecycle-expiration-added" {
  title = "Objects expire that did not expire before"
  types = [
    "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket", "google_storage_bucket", "aws_ecr_lifecycle_policy",
    "azurerm_storage_management_policy",
  ]
  actions    = ["create", "update", "replace"]
  when       = adds_expiration()
  risk       = "high"
  attributes = ["rule", "lifecycle_rule", "policy"]
  message    = "${address} deletes objects that are kept today, some time after apply and without a deletion in any plan"
  why        = "The store itself deletes what matches, in the background. Nobody approves that day, and without versions nothing brings the objects back."
  instead    = "Count what matches first (inventory, preview of the lifecycle policy), start with a narrow prefix or a long period, and keep earlier versions for some time."
  references = ["SOC2 CC8.1"]
}
