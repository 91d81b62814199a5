rule "kms-policy-widened" {
  title   = "A key is opened to everyone or locked for its owners"
  types   = ["aws_kms_key", "aws_kms_key_policy", "aws_kms_external_key", "aws_kms_replica_key"]
  actions = ["create", "update", "replace"]
  when = (
    became("bypass_policy_lockout_safety_check", true)
    || (operation != "create" || !is_unknown(after.policy)) && (grants_public("policy") || loses_key_admin("policy"))
  )
  risk       = "critical"
  effect     = "prohibit"
  attributes = ["policy"]
  message    = "The policy of ${address} lets everyone use the key, or nobody change the policy any more"
  why        = "A key that everyone may use protects nothing. One that the account itself can no longer administer needs a support case, and until then its policy stays as it is."
  instead    = "Keep the statement that allows the account root kms:*, name the roles that encrypt and decrypt, and leave the lockout check on."
  references = ["SOC2 CC8.1", "WA SEC03-BP02"]
}
