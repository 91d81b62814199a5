rule "kms-key-disabled" {
  title      = "An encryption key is disabled"
  types      = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key", "aws_paymentcryptography_key", "google_kms_crypto_key_version"]
  actions    = ["update"]
  when       = left("is_enabled", true) || left("enabled", true) || left("state", "ENABLED")
  risk       = "critical"
  effect     = "risk"
  message    = "Everything that decrypts with ${address} fails from the moment of the apply, until the key is enabled again"
  why        = "Databases, volumes and secrets keep running until they need the key the next time: at a restart, a failover, a deployment. The outage then comes in pieces."
  instead    = "Look in CloudTrail for uses of the last weeks and move those consumers first. Be ready to enable the key again at once."
  references = ["SOC2 CC8.1"]
}
