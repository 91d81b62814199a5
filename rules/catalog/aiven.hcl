# Types of the Aiven provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aiven_flink_application",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "aiven_flink_application_deployment",
    "aiven_flink_jar_application",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "aiven_flink_application_version",
    "aiven_flink_jar_application_deployment",
    "aiven_flink_jar_application_version",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "aiven_mirrormaker_replication_flow",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "aiven_byoc_aws_entity",
    "aiven_byoc_aws_provision",
    "aiven_organization",
    "aiven_organization_address",
    "aiven_organizational_unit",
    "aiven_upgrade_step",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "aiven_connection_pool",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  delete_risk = "critical"
  names = [
    "aiven_cmk",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aiven_alloydbomni",
    "aiven_cassandra",
    "aiven_database",
    "aiven_elasticsearch",
    "aiven_influxdb",
    "aiven_kafka_schema",
    "aiven_m3db",
    "aiven_redis",
    "aiven_service",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "aiven_kafka_connector",
    "aiven_kafka_schema_configuration",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "aiven_kafka_quota",
  ]
}

types {
  class       = "data"
  category    = "search"
  delete_risk = "high"
  names = [
    "aiven_opensearch_security_plugin_config",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  stateful    = true
  delete_risk = "high"
  names = [
    "aiven_organization_application_user_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "aiven_account_authentication",
    "aiven_billing_group",
    "aiven_clickhouse_grant",
    "aiven_clickhouse_role",
    "aiven_clickhouse_user",
    "aiven_kafka_acl",
    "aiven_kafka_native_acl",
    "aiven_kafka_user",
    "aiven_mysql_user",
    "aiven_opensearch_acl_config",
    "aiven_opensearch_acl_rule",
    "aiven_opensearch_user",
    "aiven_organization_billing_group",
    "aiven_organization_permission",
    "aiven_organization_user_group_member",
    "aiven_pg_user",
    "aiven_project_user",
    "aiven_valkey_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "aiven_account",
    "aiven_account_team",
    "aiven_account_team_member",
    "aiven_account_team_project",
    "aiven_byoc_permissions",
    "aiven_governance_access",
    "aiven_kafka_schema_registry_acl",
    "aiven_organization_application_user",
    "aiven_organization_group_project",
    "aiven_organization_user",
    "aiven_organization_user_group",
  ]
}

types {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aiven_organization_project",
    "aiven_project",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "high"
  names = [
    "aiven_service_integration",
    "aiven_service_integration_endpoint",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "aiven_aws_org_vpc_peering_connection",
    "aiven_aws_privatelink",
    "aiven_aws_vpc_peering_connection",
    "aiven_azure_org_vpc_peering_connection",
    "aiven_azure_privatelink",
    "aiven_azure_vpc_peering_connection",
    "aiven_gcp_org_vpc_peering_connection",
    "aiven_gcp_privatelink",
    "aiven_gcp_vpc_peering_connection",
    "aiven_organization_vpc",
    "aiven_project_vpc",
    "aiven_transit_gateway_vpc_attachment",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "medium"
  names = [
    "aiven_azure_privatelink_connection_approval",
    "aiven_gcp_privatelink_connection_approval",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "aiven_clickhouse",
    "aiven_clickhouse_database",
    "aiven_dragonfly",
    "aiven_flink",
    "aiven_grafana",
    "aiven_mysql",
    "aiven_mysql_database",
    "aiven_opensearch",
    "aiven_pg_database",
    "aiven_thanos",
    "aiven_valkey",
  ]
  guard "hard" { safe = { termination_protection = true } }
}

type "aiven_kafka" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection = true } }
  guard "backup" { safe = { "kafka_user_config.backup_retention_days" = above(0) } }
}

type "aiven_kafka_connect" {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  guard "hard" { safe = { termination_protection = true } }
}

type "aiven_kafka_mirrormaker" {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  guard "hard" { safe = { termination_protection = true } }
}

type "aiven_kafka_topic" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection = true } }
  note = "termination_protection is kept by the provider, not by the service"
}

type "aiven_pg" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { termination_protection = true } }
  guard "backup" { safe = { "pg_user_config.backup_retention_days" = above(0) } }
  note = "a new service_name or project replaces it; a new plan is rolled out node by node"
}

type "aiven_static_ip" {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  guard "hard" { safe = { termination_protection = true } }
}
