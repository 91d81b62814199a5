rule "public-invoker-gcp" {
  title   = "A web service may be called by everyone"
  types   = ["google_cloud_run_*_iam_member", "google_cloud_run_*_iam_binding", "google_cloudfunctions*_iam_member", "google_cloudfunctions*_iam_binding"]
  actions = ["create", "update", "replace"]
  when = (
    contains(["roles/run.invoker", "roles/cloudfunctions.invoker"], after.role)
    && (
      (!is_unknown(after.member) && (became("member", "allUsers") || became("member", "allAuthenticatedUsers")))
      || (!is_unknown(after.members) && (
        (contains([for m in concat(after.members) : m if !is_unknown(m)], "allUsers") && !contains(concat(before.members), "allUsers"))
        || (contains([for m in concat(after.members) : m if !is_unknown(m)], "allAuthenticatedUsers") && !contains(concat(before.members), "allAuthenticatedUsers"))
      ))
    )
  )
  risk       = "high"
  effect     = "risk"
  message    = "The service behind ${address} answers to anyone on the internet, without a login"
  why        = "That is right for a public web site and wrong for everything else, and the plan cannot tell the two apart."
  instead    = "For an internal service grant the invoker role to its callers' service accounts, or put Identity-Aware Proxy in front."
  references = ["SOC2 CC8.1", "CIS GCP 5.1"]
}
