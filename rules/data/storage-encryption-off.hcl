rule "storage-encryption-off" {
  title   = "Encryption at rest is switched off"
  types   = [class.data, "aws_ebs_encryption_by_default"]
  actions = ["update", "replace"]
  # A value unknown until apply is a computed one on nearly every type, so it stays silent here.
  when = (
    (!is_unknown(after.storage_encrypted) && left("storage_encrypted", true))
    || (!is_unknown(after.encrypted) && left("encrypted", true))
    || (!is_unknown(after.at_rest_encryption_enabled) && left("at_rest_encryption_enabled", true))
    || (had("encrypt_at_rest.enabled", true) && !is_unknown(after.encrypt_at_rest) && !is_unknown(after.encrypt_at_rest.enabled) && left("encrypt_at_rest.enabled", true))
    || (!is_unknown(after.sqs_managed_sse_enabled) && left("sqs_managed_sse_enabled", true) && !is_unknown(after.kms_master_key_id) && !is_set(after.kms_master_key_id))
    || left("encryption_type", "KMS")
    || left("transparent_data_encryption_enabled", true)
    || (type == "aws_ebs_encryption_by_default" && left("enabled", true))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} stores its data unencrypted once applied"
  why        = "Most stores cannot drop encryption in place, so this also replaces them with an empty one. Audits treat it as a finding on the day it happens."
  instead    = "Leave encryption on. To move to another key, copy a snapshot with the new key and restore from it."
  references = ["SOC2 CC8.1", "CIS AWS 2.2.1", "CIS AWS 2.3.1", "FSBP RDS.3"]
}
