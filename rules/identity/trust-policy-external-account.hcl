rule "trust-policy-external-account" {
  title   = "A role trusts another account or any repository"
  types   = ["aws_iam_role"]
  actions = ["create", "update", "replace"]
  # A new role usually trusts its own account, whose number is not in the plan: only what an existing role newly trusts
  # can be told, and OpenID Connect subjects of every role.
  when = (
    (operation != "create" && names_account("assume_role_policy"))
    || ((operation != "create" || !is_unknown(after.assume_role_policy)) && trusts_any_subject("assume_role_policy"))
  )
  risk       = "high"
  attributes = ["assume_role_policy"]
  message    = "${address} can be assumed from an account, or by workflows of repositories, that could not assume it before"
  why        = "Whoever controls the other side acts with all rights of the role, and it does not show in this account's users."
  instead    = "Check the account number with its owner and require sts:ExternalId. For OpenID Connect name repository and branch in the subject condition."
  references = ["SOC2 CC8.1", "WA SEC03-BP07"]
}
