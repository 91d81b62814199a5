rule "resource-policy-public" {
  title = "A resource policy opens something to everyone"
  types = [
    "aws_s3_bucket_policy", "aws_s3_bucket", "aws_sqs_queue", "aws_sqs_queue_policy", "aws_sns_topic", "aws_sns_topic_policy",
    "aws_ecr_repository_policy", "aws_secretsmanager_secret", "aws_secretsmanager_secret_policy", "aws_opensearch_domain",
    "aws_opensearch_domain_policy", "aws_elasticsearch_domain", "aws_elasticsearch_domain_policy", "aws_backup_vault_policy",
    "aws_efs_file_system_policy", "aws_glacier_vault", "aws_s3_access_point", "aws_lambda_permission",
  ]
  actions = ["create", "update", "replace"]
  when = (
    type == "aws_lambda_permission" ? (
      became("principal", "*")
      && !is_unknown(after.source_arn) && !is_set(after.source_arn)
      && !is_unknown(after.source_account) && !is_set(after.source_account)
      && !is_unknown(after.principal_org_id) && !is_set(after.principal_org_id)
      && after.function_url_auth_type != "NONE"
    )
    : contains(["aws_opensearch_domain", "aws_opensearch_domain_policy", "aws_elasticsearch_domain", "aws_elasticsearch_domain_policy"], type) ? (
      # A domain inside a VPC is reached through its security groups only.
      length(after.vpc_options) == 0 && (operation != "create" || !is_unknown(after.access_policies)) && grants_public("access_policies")
    )
    : type == "aws_glacier_vault" ? (operation != "create" || !is_unknown(after.access_policy)) && grants_public("access_policy")
    : (operation != "create" || !is_unknown(after.policy)) && grants_public("policy")
  )
  risk       = "critical"
  effect     = "prohibit"
  everywhere = true
  attributes = ["policy"]
  message    = "Anyone on the internet gets what the policy of ${address} allows"
  why        = "The principal * means every AWS account and, for many actions, no account at all. No condition of the statement limits who it is."
  instead    = "Name accounts, roles or services as principals, or add a condition on aws:PrincipalOrgID, aws:SourceArn or a VPC endpoint. Publish files through a CDN with origin access control."
  references = ["SOC2 CC8.1", "CIS AWS 2.1.4", "FSBP S3.2", "FSBP S3.3", "FSBP Lambda.1"]
}
