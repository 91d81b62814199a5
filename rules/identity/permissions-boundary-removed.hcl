rule "permissions-boundary-removed" {
  title   = "A permissions boundary is removed"
  types   = ["aws_iam_role", "aws_iam_user", "aws_ssoadmin_permissions_boundary_attachment"]
  actions = ["update", "delete"]
  when = (
    (operation == "update" && is_set(before.permissions_boundary) && !is_set(after.permissions_boundary))
    || (operation == "delete" && !deposed && type == "aws_ssoadmin_permissions_boundary_attachment")
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Nothing limits any more what the policies of ${address} may grant"
  why        = "The boundary is what makes it safe to let teams write their own policies. Without it the next policy change can grant anything."
  instead    = "Put another boundary in its place instead of none. If the principal is to go, delete it together with its policies."
  references = ["SOC2 CC8.1", "WA SEC03-BP05"]
}
