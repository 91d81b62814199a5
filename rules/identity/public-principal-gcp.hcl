rule "public-principal-gcp" {
  title = "Access is granted to everyone"
  types = [
    "google_*_iam_member", "google_*_iam_binding", "google_*_iam_policy", "google_storage_bucket_acl", "google_storage_default_object_acl",
    "google_storage_object_acl", "google_storage_bucket_access_control", "google_storage_default_object_access_control",
    "google_storage_object_access_control", "google_bigquery_dataset_access",
  ]
  actions = ["create", "update", "replace"]
  # The address of a service account that this plan creates is unknown here, and is not allUsers.
  # Invoking a web service in public is public-invoker-gcp.
  when = (
    !contains(["roles/run.invoker", "roles/cloudfunctions.invoker"], after.role)
    && (
      (!is_unknown(after.member) && (became("member", "allUsers") || became("member", "allAuthenticatedUsers")))
      || (!is_unknown(after.members) && (
        (contains([for m in concat(after.members) : m if !is_unknown(m)], "allUsers") && !contains(concat(before.members), "allUsers"))
        || (contains([for m in concat(after.members) : m if !is_unknown(m)], "allAuthenticatedUsers") && !contains(concat(before.members), "allAuthenticatedUsers"))
      ))
      || ((operation == "update" || !is_unknown(after.policy_data)) && regex("\"all(Authenticated)?Users\"", after.policy_data) && !regex("\"all(Authenticated)?Users\"", before.policy_data))
      || (!is_unknown(after.entity) && (became("entity", "allUsers") || became("entity", "allAuthenticatedUsers")))
      || (!is_unknown(after.role_entity)
        && anytrue([for e in concat(after.role_entity) : regex(":all(Authenticated)?Users$", e)])
      && !anytrue([for e in concat(before.role_entity) : regex(":all(Authenticated)?Users$", e)]))
      || became("predefined_acl", "publicRead") || became("predefined_acl", "publicReadWrite")
      || (!is_unknown(after.special_group) && became("special_group", "allAuthenticatedUsers"))
      || (!is_unknown(after.iam_member) && (became("iam_member", "allUsers") || became("iam_member", "allAuthenticatedUsers")))
    )
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Anyone on the internet, or anyone with a Google account, gets what ${address} grants"
  why        = "allAuthenticatedUsers means every Google account in the world, not your organisation. Such grants are found by scanners within hours."
  instead    = "Grant to a group, a service account or domain:your-domain. Publish files through a load balancer or with signed URLs. Where a bucket is public on purpose, serve it through a load balancer and keep the bucket itself closed."
  references = ["SOC2 CC8.1", "CIS GCP 5.1"]
}
