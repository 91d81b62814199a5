rule "bucket-versioning-suspended" {
  title   = "Object versioning is suspended"
  types   = ["aws_s3_bucket_versioning", "aws_s3_bucket", "google_storage_bucket", "azurerm_storage_account", "digitalocean_spaces_bucket", "scaleway_object_bucket"]
  actions = ["update", "delete"]
  when = (
    (operation == "update" && (
      left("versioning_configuration.status", "Enabled")
      || left("versioning_configuration.mfa_delete", "Enabled")
      || left("versioning.enabled", true)
      || left("versioning.mfa_delete", true)
      || left("blob_properties.versioning_enabled", true)
    ))
    || (operation == "delete" && !deposed && goes_with == null && type == "aws_s3_bucket_versioning" && had("versioning_configuration.status", "Enabled"))
  )
  risk       = "high"
  effect     = "risk"
  message    = "From now on an overwrite or delete in the bucket of ${address} is final"
  why        = "Versions are the undo of an object store, against mistakes and against ransomware. Deleting the versioning resource suspends it as well."
  instead    = "Leave versioning on, and let a lifecycle rule for noncurrent versions limit the cost."
  references = ["SOC2 CC8.1", "CIS AWS 2.1.2", "FSBP S3.14", "FSBP S3.20"]
}
