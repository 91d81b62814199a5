rule "public-access-block-outlived" {
  title   = "A block on public access is deleted before a bucket that may stay"
  types   = ["aws_s3_bucket_public_access_block"]
  actions = ["delete"]
  # Without such a bucket in the plan it is public-access-block-removed.
  when       = !deposed && goes_with != null && goes_with_may_stay
  risk       = "high"
  message    = "${address} is deleted first; should AWS refuse to delete ${goes_with} because it is not empty, the bucket stays without its block"
  why        = "The two are deleted one after the other. If the second step fails, an old public grant on the bucket takes effect, and the failed run is all that tells."
  instead    = "Empty the bucket first. Or take the block out of the state with a `removed` block (`destroy = false`): it goes with the bucket when that goes."
  references = ["SOC2 CC8.1", "FSBP S3.1", "FSBP S3.8"]
}
