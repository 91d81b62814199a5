rule "iam-admin-wildcard" {
  title = "A policy newly allows everything"
  types = [
    "aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_iam_user",
    "aws_ssoadmin_permission_set_inline_policy",
  ]
  actions = ["create", "update", "replace"]
  # A document that a new policy gets during apply is policy-document-unknown.
  when = (
    (operation != "create" || !is_unknown(after.policy) && !is_unknown(after.inline_policy))
    && (type == "aws_ssoadmin_permission_set_inline_policy" ? grants_admin("inline_policy") : grants_admin("policy", "inline_policy.policy"))
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  attributes = ["policy"]
  message    = "Whoever gets ${address} may do everything with everything in the account"
  why        = "Such a policy outranks every other limit in the account, and whoever gets hold of one set of credentials that bears it owns all of it."
  instead    = "List the actions and resources that are used; start from the last accessed services of the role. For administrators use a permission set or role of its own, with a boundary and multi-factor login."
  references = ["SOC2 CC8.1", "CIS AWS 1.16", "CKV_AWS_62", "CKV_AWS_63"]
}
