rule "kms-key-delete" {
  title   = "An enabled encryption key is scheduled for deletion"
  types   = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed
    && guard.state != "kept"
    && before.is_enabled != false && before.enabled != false
  )
  risk       = "critical"
  effect     = "prohibit"
  attributes = ["deletion_window_in_days"]
  message    = "${address} cannot be used from the moment of the apply: all that is encrypted with it fails to open, and is lost for good when the waiting period ends"
  why        = "Neither the plan nor the key knows what is encrypted with it: volumes, snapshots, backups, objects, secrets. A replacement has new key material and opens none of the old data."
  instead    = "Disable the key first (is_enabled = false), apply, and watch CloudTrail for failed uses for some weeks; that step can be undone. Remove the disabled key in a later change. Leave key_usage, the key spec and multi_region as they are."
  references = ["SOC2 CC8.1", "FSBP KMS.3", "WA SEC08-BP01"]
}
