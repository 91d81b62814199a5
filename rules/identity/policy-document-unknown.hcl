rule "policy-document-unknown" {
  title = "What a policy grants is decided during apply"
  types = [
    "aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role",
    "aws_s3_bucket_policy", "aws_sqs_queue_policy", "aws_sns_topic_policy", "aws_kms_key_policy", "aws_ecr_repository_policy",
    "aws_secretsmanager_secret_policy", "aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy",
    "aws_backup_vault_policy", "aws_efs_file_system_policy",
  ]
  actions    = ["create"]
  when       = is_unknown(after.policy) || is_unknown(after.assume_role_policy) || is_unknown(after.access_policies)
  risk       = "medium"
  attributes = ["policy"]
  message    = "The plan does not show what ${address} grants: its document depends on values known only after apply"
  why        = "A reviewer sees an empty space where the statements should be, and so does every tool that reads the plan."
  instead    = "Read the document in the configuration. Build ARNs from names and account ids instead of attributes of resources that do not exist yet, and the plan shows it."
  references = ["SOC2 CC8.1"]
}
