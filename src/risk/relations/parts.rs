//! What is part of something else and disappears with it: by type, and the attributes that say of what.

use crate::policy::Risk;

/// A part of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The type of the part; `*` at one place stands for anything.
    pub(super) kind: &'static str,
    /// The attribute of the part that the two have in common.
    pub(super) attribute: &'static str,
    /// The type of the whole.
    pub(super) whole: &'static str,
    /// The attribute of the whole that the two have in common.
    pub(super) whole_attribute: &'static str,
    /// What losing the part can still be worth beside the loss of the whole: more than low where something stands
    /// still that the whole alone does not show.
    pub(super) at_most: Risk,
}

const fn part(
    kind: &'static str,
    attribute: &'static str,
    whole: &'static str,
    whole_attribute: &'static str,
) -> Part {
    Part { kind, attribute, whole, whole_attribute, at_most: Risk::Low }
}

const fn heavy(at_most: Risk, part: Part) -> Part {
    Part { at_most, ..part }
}

/// Every kind of part. An association that has two ends goes with the one that it serves: a subnet that stays without
/// its route table loses its routes, so the association with the table is no part of the table.
pub(super) const PARTS: &[Part] = &[
    part("aws_api_gateway_*", "rest_api_id", "aws_api_gateway_rest_api", "id"),
    part("aws_apigatewayv2_*", "api_id", "aws_apigatewayv2_api", "id"),
    part("aws_backup_selection", "plan_id", "aws_backup_plan", "id"),
    part("aws_backup_vault_notifications", "backup_vault_name", "aws_backup_vault", "name"),
    part("aws_backup_vault_policy", "backup_vault_name", "aws_backup_vault", "name"),
    part("aws_cloudwatch_log_metric_filter", "log_group_name", "aws_cloudwatch_log_group", "name"),
    part("aws_cloudwatch_log_subscription_filter", "log_group_name", "aws_cloudwatch_log_group", "name"),
    part("aws_cognito_*", "user_pool_id", "aws_cognito_user_pool", "id"),
    part("aws_dax_parameter_group", "name", "aws_dax_cluster", "parameter_group_name"),
    part("aws_dax_subnet_group", "name", "aws_dax_cluster", "subnet_group_name"),
    part("aws_db_option_group", "name", "aws_db_instance", "option_group_name"),
    part("aws_db_parameter_group", "name", "aws_db_instance", "parameter_group_name"),
    part("aws_db_subnet_group", "name", "aws_db_instance", "db_subnet_group_name"),
    part("aws_db_subnet_group", "name", "aws_rds_cluster", "db_subnet_group_name"),
    part("aws_docdb_cluster_parameter_group", "name", "aws_docdb_cluster", "db_cluster_parameter_group_name"),
    part("aws_docdb_subnet_group", "name", "aws_docdb_cluster", "db_subnet_group_name"),
    part("aws_ecr_lifecycle_policy", "repository", "aws_ecr_repository", "name"),
    part("aws_ecr_repository_policy", "repository", "aws_ecr_repository", "name"),
    part("aws_efs_access_point", "file_system_id", "aws_efs_file_system", "id"),
    part("aws_efs_backup_policy", "file_system_id", "aws_efs_file_system", "id"),
    part("aws_efs_file_system_policy", "file_system_id", "aws_efs_file_system", "id"),
    heavy(Risk::Medium, part("aws_efs_mount_target", "file_system_id", "aws_efs_file_system", "id")),
    part("aws_eip_association", "instance_id", "aws_instance", "id"),
    part("aws_eks_access_entry", "cluster_name", "aws_eks_cluster", "name"),
    part("aws_eks_access_policy_association", "cluster_name", "aws_eks_cluster", "name"),
    part("aws_eks_addon", "cluster_name", "aws_eks_cluster", "name"),
    heavy(Risk::High, part("aws_eks_fargate_profile", "cluster_name", "aws_eks_cluster", "name")),
    part("aws_eks_identity_provider_config", "cluster_name", "aws_eks_cluster", "name"),
    heavy(Risk::High, part("aws_eks_node_group", "cluster_name", "aws_eks_cluster", "name")),
    part("aws_eks_pod_identity_association", "cluster_name", "aws_eks_cluster", "name"),
    part("aws_elasticache_parameter_group", "name", "aws_elasticache_cluster", "parameter_group_name"),
    part(
        "aws_elasticache_parameter_group",
        "name",
        "aws_elasticache_replication_group",
        "parameter_group_name",
    ),
    part("aws_elasticache_subnet_group", "name", "aws_elasticache_cluster", "subnet_group_name"),
    part("aws_elasticache_subnet_group", "name", "aws_elasticache_replication_group", "subnet_group_name"),
    part("aws_iam_group_policy", "group", "aws_iam_group", "name"),
    part("aws_iam_group_policy_attachment", "group", "aws_iam_group", "name"),
    part("aws_iam_role_policy", "role", "aws_iam_role", "name"),
    part("aws_iam_role_policy_attachment", "role", "aws_iam_role", "name"),
    part("aws_iam_user_policy", "user", "aws_iam_user", "name"),
    part("aws_iam_user_policy_attachment", "user", "aws_iam_user", "name"),
    part("aws_kms_alias", "target_key_id", "aws_kms_key", "key_id"),
    part("aws_lambda_alias", "function_name", "aws_lambda_function", "function_name"),
    part("aws_lambda_permission", "function_name", "aws_lambda_function", "function_name"),
    part("aws_lb_listener", "load_balancer_arn", "aws_lb", "arn"),
    part("aws_lb_listener_certificate", "listener_arn", "aws_lb_listener", "arn"),
    part("aws_lb_listener_rule", "listener_arn", "aws_lb_listener", "arn"),
    part("aws_lb_target_group_attachment", "target_group_arn", "aws_lb_target_group", "arn"),
    part("aws_memorydb_subnet_group", "name", "aws_memorydb_cluster", "subnet_group_name"),
    part(
        "aws_neptune_cluster_parameter_group",
        "name",
        "aws_neptune_cluster",
        "neptune_cluster_parameter_group_name",
    ),
    part("aws_neptune_subnet_group", "name", "aws_neptune_cluster", "neptune_subnet_group_name"),
    part("aws_network_acl_association", "subnet_id", "aws_subnet", "id"),
    part("aws_network_acl_rule", "network_acl_id", "aws_network_acl", "id"),
    part("aws_rds_cluster_parameter_group", "name", "aws_rds_cluster", "db_cluster_parameter_group_name"),
    part("aws_redshift_parameter_group", "name", "aws_redshift_cluster", "cluster_parameter_group_name"),
    part("aws_redshift_subnet_group", "name", "aws_redshift_cluster", "cluster_subnet_group_name"),
    heavy(Risk::Medium, part("aws_route", "route_table_id", "aws_route_table", "id")),
    part("aws_route53_hosted_zone_dnssec", "hosted_zone_id", "aws_route53_zone", "zone_id"),
    part("aws_route53_record", "zone_id", "aws_route53_zone", "zone_id"),
    part("aws_route53_zone_association", "zone_id", "aws_route53_zone", "zone_id"),
    heavy(Risk::Medium, part("aws_route_table_association", "subnet_id", "aws_subnet", "id")),
    part("aws_s3_bucket_*", "bucket", "aws_s3_bucket", "bucket"),
    part("aws_s3_bucket_*", "bucket", "aws_s3_bucket", "id"),
    part("aws_secretsmanager_secret_policy", "secret_arn", "aws_secretsmanager_secret", "arn"),
    part("aws_secretsmanager_secret_rotation", "secret_id", "aws_secretsmanager_secret", "id"),
    part("aws_secretsmanager_secret_version", "secret_id", "aws_secretsmanager_secret", "id"),
    part("aws_security_group_rule", "security_group_id", "aws_security_group", "id"),
    part("aws_sns_topic_policy", "arn", "aws_sns_topic", "arn"),
    part("aws_sns_topic_subscription", "topic_arn", "aws_sns_topic", "arn"),
    part("aws_sqs_queue_*", "queue_url", "aws_sqs_queue", "id"),
    part("aws_volume_attachment", "instance_id", "aws_instance", "id"),
    part("aws_volume_attachment", "volume_id", "aws_ebs_volume", "id"),
    part("aws_vpc_security_group_*_rule", "security_group_id", "aws_security_group", "id"),
    part("azurerm_key_vault_access_policy", "key_vault_id", "azurerm_key_vault", "id"),
    heavy(
        Risk::High,
        part(
            "azurerm_kubernetes_cluster_node_pool",
            "kubernetes_cluster_id",
            "azurerm_kubernetes_cluster",
            "id",
        ),
    ),
    part("azurerm_mssql_firewall_rule", "server_id", "azurerm_mssql_server", "id"),
    part("azurerm_storage_account_network_rules", "storage_account_id", "azurerm_storage_account", "id"),
    part("azurerm_subnet_*_association", "subnet_id", "azurerm_subnet", "id"),
    part("cloudflare_dns_record", "zone_id", "cloudflare_zone", "id"),
    part("cloudflare_record", "zone_id", "cloudflare_zone", "id"),
    part("digitalocean_record", "domain", "digitalocean_domain", "name"),
    part("github_actions_*", "repository", "github_repository", "name"),
    part("github_branch_default", "repository", "github_repository", "name"),
    part("github_branch_protection", "repository_id", "github_repository", "name"),
    part("github_branch_protection", "repository_id", "github_repository", "node_id"),
    part("github_branch_protection_v3", "repository", "github_repository", "name"),
    part("github_repository_*", "repository", "github_repository", "name"),
    part("github_team_repository", "repository", "github_repository", "name"),
    part("gitlab_branch_protection", "project", "gitlab_project", "id"),
    part("gitlab_project_*", "project", "gitlab_project", "id"),
    heavy(Risk::High, part("google_container_node_pool", "cluster", "google_container_cluster", "name")),
    heavy(Risk::High, part("google_container_node_pool", "cluster", "google_container_cluster", "id")),
    part("google_dns_record_set", "managed_zone", "google_dns_managed_zone", "name"),
    heavy(Risk::Medium, part("google_pubsub_subscription", "topic", "google_pubsub_topic", "name")),
    heavy(Risk::Medium, part("google_pubsub_subscription", "topic", "google_pubsub_topic", "id")),
    part("google_secret_manager_secret_version", "secret", "google_secret_manager_secret", "id"),
    part("google_sql_user", "instance", "google_sql_database_instance", "name"),
    part("google_storage_bucket_*", "bucket", "google_storage_bucket", "name"),
];

/// What locks something is no part of it, whatever it is named after: it was put there to outlast a change.
const LOCKS: [&str; 1] = ["aws_s3_bucket_object_lock_configuration"];

impl Part {
    /// Returns true for objects of this type.
    pub(super) fn is(&self, kind: &str) -> bool {
        let fits = match self.kind.split_once('*') {
            None => self.kind == kind,
            Some((front, back)) => {
                kind.strip_prefix(front).is_some_and(|rest| rest.len() > back.len() && rest.ends_with(back))
            }
        };
        fits && !LOCKS.contains(&kind)
    }
}

/// Returns true if something can be part of an object of this type.
pub(super) fn is_whole(kind: &str) -> bool {
    PARTS.iter().any(|part| part.whole == kind)
}

#[cfg(test)]
mod tests {
    use super::PARTS;
    use crate::policy::{Policy, Risk};

    #[test]
    fn every_type_of_the_table_is_one_of_the_catalog() {
        let policy = Policy::shipped();
        let listed = |kind: &str| kind.contains('*') || !policy.catalog.facts(kind).inferred;
        let kinds = PARTS.iter().flat_map(|part| [part.kind, part.whole]);
        let unlisted: Vec<&str> = kinds.filter(|kind| !listed(kind)).collect();
        assert!(unlisted.is_empty(), "{unlisted:?}");
        for part in PARTS {
            assert!(part.is(&part.kind.replace('*', "x")), "{part:?}");
            assert!(part.at_most >= Risk::Low);
        }
    }

    #[test]
    fn a_pattern_stands_for_something_and_a_lock_is_no_part() {
        let is = |kind: &str| PARTS.iter().any(|part| part.is(kind));
        for (kind, expected) in [
            ("aws_s3_bucket_policy", true),
            ("aws_s3_bucket", false),
            ("aws_s3_bucket_", false),
            ("aws_vpc_security_group_ingress_rule", true),
            ("aws_vpc_security_group__rule", false),
            ("aws_s3_bucket_object_lock_configuration", false),
        ] {
            assert_eq!(is(kind), expected, "{kind}");
        }
    }
}
