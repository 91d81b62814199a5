rule "iam-escalation-granted" {
  title = "A policy newly lets its bearer raise its own rights"
  types = [
    "aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_iam_user",
    "aws_ssoadmin_permission_set_inline_policy",
  ]
  actions = ["create", "update", "replace"]
  # All actions on everything, and what cannot be read, is iam-admin-wildcard; a document that a new policy gets during apply is policy-document-unknown.
  when = (
    (operation != "create" || !is_unknown(after.policy) && !is_unknown(after.inline_policy))
    && (type == "aws_ssoadmin_permission_set_inline_policy" ? grants_escalation("inline_policy") : grants_escalation("policy", "inline_policy.policy"))
    && !is_unknown(type == "aws_ssoadmin_permission_set_inline_policy" ? grants_admin("inline_policy") : grants_admin("policy", "inline_policy.policy"))
    && !(type == "aws_ssoadmin_permission_set_inline_policy" ? grants_admin("inline_policy") : grants_admin("policy", "inline_policy.policy"))
  )
  risk       = "high"
  attributes = ["policy"]
  message    = "Whoever gets ${address} can give itself any right: it may write policies, take on roles or pass them on without a limit"
  why        = "Rights to change rights are all rights. One set of credentials that bears them owns the account, although the policy names no administrator."
  instead    = "Name the users and roles that the actions may touch, say to which services a role may be passed (iam:PassedToService), and set a permissions boundary."
  references = ["SOC2 CC8.1", "SOC2 CC6.3", "CKV_AWS_286"]
}
