rule "kms-admin-granted" {
  title      = "Another account may do everything with a key"
  types      = ["aws_kms_key", "aws_kms_key_policy", "aws_kms_external_key", "aws_kms_replica_key"]
  actions    = ["update", "replace"]
  when       = grants_key_admin("policy")
  risk       = "high"
  attributes = ["policy"]
  message    = "A principal of another account newly gets all actions on ${address}, deleting the key among them"
  why        = "kms:* includes scheduling the deletion of the key and rewriting its policy, and with it all that the key encrypts."
  instead    = "Grant the use of the key (Encrypt, Decrypt, GenerateDataKey) and keep its administration with the roles that have it."
  references = ["SOC2 CC8.1", "WA SEC03-BP02"]
}
