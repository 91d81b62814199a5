//! What tells two objects of a type apart: the names they bear, by type.

use super::object::text;
use crate::plan::view::View;

/// The attributes that together name an object. The first one must be there and equal; the others must not differ.
const IDENTITIES: &[(&str, &[&str])] = &[
    ("aws_cloudwatch_log_stream", &["name", "log_group_name"]),
    ("aws_codecommit_repository", &["repository_name"]),
    ("aws_db_instance", &["identifier"]),
    ("aws_docdb_cluster", &["cluster_identifier"]),
    ("aws_dynamodb_table_item", &["item", "table_name"]),
    ("aws_ecs_task_definition", &["family"]),
    ("aws_efs_file_system", &["creation_token"]),
    ("aws_elasticache_cluster", &["cluster_id"]),
    ("aws_elasticache_replication_group", &["replication_group_id"]),
    ("aws_elasticsearch_domain", &["domain_name"]),
    ("aws_iam_group_policy_attachment", &["policy_arn", "group"]),
    ("aws_iam_role_policy_attachment", &["policy_arn", "role"]),
    ("aws_iam_user_policy_attachment", &["policy_arn", "user"]),
    ("aws_kms_key", &["description"]),
    ("aws_lambda_function", &["function_name"]),
    ("aws_msk_cluster", &["cluster_name"]),
    ("aws_neptune_cluster", &["cluster_identifier"]),
    ("aws_opensearch_domain", &["domain_name"]),
    ("aws_rds_cluster", &["cluster_identifier"]),
    ("aws_rds_global_cluster", &["global_cluster_identifier"]),
    ("aws_redshift_cluster", &["cluster_identifier"]),
    ("aws_route53_record", &["name", "type", "zone_id", "set_identifier"]),
    ("aws_s3_bucket", &["bucket"]),
    ("aws_s3_bucket_object", &["key", "bucket"]),
    ("aws_s3_object", &["key", "bucket"]),
    ("aws_secretsmanager_secret_version", &["secret_id"]),
    ("aws_subnet", &["cidr_block", "vpc_id"]),
    ("aws_vpc", &["cidr_block", "tags.Name"]),
    ("cloudflare_dns_record", &["name", "type", "zone_id"]),
    ("cloudflare_record", &["name", "type", "zone_id"]),
    ("github_branch_protection", &["pattern", "repository_id"]),
    ("google_bigquery_dataset", &["dataset_id", "project"]),
    ("google_bigquery_table", &["table_id", "dataset_id", "project"]),
    ("google_project", &["project_id"]),
    ("google_secret_manager_secret", &["secret_id", "project"]),
    ("google_service_account", &["account_id", "project"]),
];

/// What names an object of any other type: the first of them that it bears.
const NAMES: &[&str] = &["name", "identifier", "display_name", "metadata.name", "tags.Name"];

/// What such a name is unique in: objects of one name in two of these are two objects.
const SPHERES: &[&str] = &[
    "account_id",
    "api_id",
    "bucket",
    "cluster",
    "cluster_id",
    "cluster_identifier",
    "cluster_name",
    "database",
    "domain_name",
    "folder",
    "function_name",
    "group",
    "instance",
    "key_vault_id",
    "kind",
    "location",
    "log_group_name",
    "metadata.namespace",
    "namespace",
    "organization",
    "owner",
    "parent",
    "parent_id",
    "project",
    "region",
    "repository",
    "resource_group_name",
    "rest_api_id",
    "role",
    "schema",
    "server_id",
    "server_name",
    "storage_account_id",
    "storage_account_name",
    "table_name",
    "type",
    "user",
    "user_pool_id",
    "vpc_id",
    "zone",
    "zone_id",
];

/// Whether two objects bear the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sameness {
    /// They bear the same name, and nothing they are unique in differs.
    Same,
    /// They bear different names.
    Different,
    /// At least one bears no name that is known yet.
    Unclear,
}

/// The attributes that name an object.
#[derive(Debug)]
pub(super) struct Names {
    /// Its name; none if it bears none.
    pub(super) name: Option<&'static str>,
    /// What the name is unique in.
    pub(super) within: Vec<&'static str>,
}

impl Names {
    /// Returns the attributes that name this object of a type.
    pub(super) fn of(kind: &str, side: View<'_>) -> Names {
        if let Some((_, attributes)) = IDENTITIES.iter().find(|(known, _)| *known == kind) {
            let mut attributes = attributes.iter().copied();
            return Names { name: attributes.next(), within: attributes.collect() };
        }
        let name = NAMES.iter().copied().find(|name| text(side, name).is_some());
        Names { name, within: SPHERES.to_vec() }
    }

    /// Returns every attribute, the name first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.name.into_iter().chain(self.within.iter().copied())
    }
}

/// Returns whether an object and one that is to be created bear the same names.
pub(super) fn compare(kind: &str, old: View<'_>, new: View<'_>) -> Sameness {
    let names = Names::of(kind, old);
    let differ = |path| matches!((text(old, path), text(new, path)), (Some(old), Some(new)) if old != new);
    if names.iter().any(differ) {
        return Sameness::Different;
    }
    let known = |name| text(old, name).is_some() && text(new, name).is_some();
    if names.name.is_some_and(known) { Sameness::Same } else { Sameness::Unclear }
}

/// Returns one text for all names of an object, which two objects share only if they bear the same ones; none if it
/// bears no name, or if one of them is not known yet.
pub(super) fn key(kind: &str, side: View<'_>) -> Option<String> {
    let names = Names::of(kind, side);
    text(side, names.name?)?;
    let part = |path: &'static str| {
        let steps: Vec<&str> = path.split('.').collect();
        if side.reach(&steps).iter().any(View::holds_unknown) {
            return None;
        }
        let value = text(side, path).unwrap_or_default();
        // With the length in front, no value can pass for the border between two.
        Some(format!("{path}={}:{value};", value.len()))
    };
    names.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sameness, compare, key};
    use crate::plan::parse;
    use crate::plan::view::View;

    #[test]
    fn objects_are_the_same_if_their_names_are_and_nothing_they_are_unique_in_differs() {
        use Sameness::{Different, Same, Unclear};
        for (kind, old, new, unknown, expected) in [
            ("aws_db_instance", r#"{"identifier":"a","id":"1"}"#, r#"{"identifier":"a"}"#, "{}", Same),
            ("aws_db_instance", r#"{"identifier":"a"}"#, r#"{"identifier":"b"}"#, "{}", Different),
            ("aws_db_instance", r#"{"identifier":"a"}"#, "{}", r#"{"identifier":true}"#, Unclear),
            ("aws_db_instance", r#"{"identifier":"a"}"#, r#"{"identifier":null}"#, "{}", Unclear),
            // Unlike the names of others, this one is no name of the instance but of its first database.
            ("aws_db_instance", r#"{"db_name":"a"}"#, r#"{"db_name":"a"}"#, "{}", Unclear),
            ("some_thing", r#"{"name":"a"}"#, r#"{"name":"a"}"#, "{}", Same),
            ("some_thing", r#"{"name":7}"#, r#"{"name":7.0}"#, "{}", Same),
            ("some_thing", r#"{"name":"a","project":"x"}"#, r#"{"name":"a","project":"y"}"#, "{}", Different),
            ("some_thing", r#"{"name":"a","project":"x"}"#, r#"{"name":"a"}"#, r#"{"project":true}"#, Same),
            ("some_thing", r#"{"project":"x"}"#, r#"{"project":"x"}"#, "{}", Unclear),
            ("some_thing", r#"{"name":""}"#, r#"{"name":""}"#, "{}", Unclear),
            ("some_thing", r#"{"tags":{"Name":"a"}}"#, r#"{"tags":{"Name":"b"}}"#, "{}", Different),
            (
                "kubernetes_secret",
                r#"{"metadata":[{"name":"a","namespace":"n"}]}"#,
                r#"{"metadata":[{"name":"a","namespace":"m"}]}"#,
                "{}",
                Different,
            ),
            (
                "aws_route53_record",
                r#"{"name":"w","type":"A","zone_id":"Z"}"#,
                r#"{"name":"w","type":"AAAA","zone_id":"Z"}"#,
                "{}",
                Different,
            ),
        ] {
            let [old, new, unknown] = [old, new, unknown].map(|text| parse::value(text).unwrap());
            let (old, new) = (View::new(Some(&old), None, None), View::new(Some(&new), Some(&unknown), None));
            assert_eq!(compare(kind, old, new), expected, "{kind} {old:?} {new:?}");
            if expected != Same {
                let keys = (key(kind, old), key(kind, new));
                assert!(keys.0.is_none() || keys.0 != keys.1, "{kind}: {keys:?}");
            }
        }
    }
}
