rule "trust-policy-public" {
  title      = "Anyone may assume a role"
  types      = ["aws_iam_role"]
  actions    = ["create", "update", "replace"]
  when       = (operation != "create" || !is_unknown(after.assume_role_policy)) && grants_public("assume_role_policy")
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  attributes = ["assume_role_policy"]
  message    = "Anyone with an AWS account may assume ${address} and act with its rights"
  why        = "A trust policy for everyone without a condition that limits who is found by scanners within hours, and the calls come with valid credentials of your own account."
  instead    = "Name the account, role or service that needs it. For partners add sts:ExternalId, for your own organisation aws:PrincipalOrgID."
  references = ["SOC2 CC8.1", "WA SEC03-BP07"]
}
