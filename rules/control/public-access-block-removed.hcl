rule "public-access-block-removed" {
  title = "A block on public access is lifted"
  types = [
    "aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block", "aws_ebs_snapshot_block_public_access",
    "aws_ec2_image_block_public_access", "aws_emr_block_public_access_configuration", "aws_vpc_block_public_access_options",
    "google_storage_bucket", "azurerm_storage_account",
  ]
  actions = ["update", "delete"]
  # A bucket's own block goes with its bucket: then the bucket itself is judged, not its satellite.
  when = (
    (operation == "update" && (
      left("block_public_acls", true) || left("block_public_policy", true) || left("ignore_public_acls", true) || left("restrict_public_buckets", true)
      || left("state", "block-all-sharing") || left("state", "block-new-sharing")
      || left("block_public_security_group_rules", true)
      || became("internet_gateway_block_mode", "off")
      || left("public_access_prevention", "enforced")
      || left("allow_nested_items_to_be_public", false)
    ))
    || (
      operation == "delete" && !deposed && startswith(type, "aws_")
      && goes_with == null
    )
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  message    = "Nothing stops ${address} from being opened to the public any more; grants that were blocked so far take effect at once"
  why        = "The block is the second lock behind policies and ACLs. An old public grant nobody remembers becomes live the moment it is lifted."
  instead    = "Leave all flags on and publish through a CDN with origin access control. Where a bucket is public by design, keep it in an account of its own, apart from everything private."
  references = ["SOC2 CC8.1", "CIS AWS 2.1.4", "FSBP S3.1", "FSBP S3.8"]
}
