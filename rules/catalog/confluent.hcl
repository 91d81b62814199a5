# Types of the Confluent provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "confluent_tf_importer",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "high"
  names = [
    "confluent_certificate_pool",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  names = [
    "confluent_byok_key",
  ]
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "confluent_schema_registry_cluster",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "confluent_kafka_cluster_config",
    "confluent_schema_exporter",
  ]
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "confluent_flink_compute_pool_config",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "confluent_certificate_authority",
    "confluent_identity_pool",
    "confluent_identity_provider",
    "confluent_invitation",
    "confluent_ip_filter",
    "confluent_role_binding",
    "confluent_service_account",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "confluent_group_mapping",
    "confluent_ip_group",
    "confluent_provider_integration_authorization",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "confluent_access_point",
    "confluent_dns_forwarder",
    "confluent_dns_record",
    "confluent_gateway",
    "confluent_private_link_attachment",
    "confluent_private_link_attachment_connection",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "confluent_business_metadata",
    "confluent_business_metadata_binding",
    "confluent_connect_artifact",
    "confluent_plugin",
  ]
  note        = "the provider's own example protects it with prevent_destroy"
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "medium"
  names = [
    "confluent_custom_connector_plugin",
    "confluent_custom_connector_plugin_version",
    "confluent_flink_artifact",
    "confluent_flink_connection",
    "confluent_kafka_client_quota",
    "confluent_rtce_topic",
  ]
  note        = "the provider's own example protects it with prevent_destroy"
}

types {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  names = [
    "confluent_flink_compute_pool",
    "confluent_schema_registry_cluster_config",
    "confluent_schema_registry_cluster_mode",
  ]
  note        = "the provider's own example protects it with prevent_destroy"
}

types {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  names = [
    "confluent_flink_materialized_table",
    "confluent_kafka_mirror_topic",
    "confluent_ksql_cluster",
    "confluent_tableflow_topic",
  ]
  note        = "the provider's own example protects it with prevent_destroy"
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "confluent_network_link_endpoint",
    "confluent_network_link_service",
    "confluent_peering",
    "confluent_private_link_access",
    "confluent_transit_gateway_attachment",
  ]
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_api_key" {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_catalog_entity_attributes" {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_catalog_integration" {
  class       = "data"
  category    = "logs"
  delete_risk = "medium"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_cluster_link" {
  class       = "data"
  category    = "queue"
  delete_risk = "critical"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_connector" {
  class       = "data"
  category    = "queue"
  delete_risk = "high"
  note        = "its offsets are lost; the provider's own example protects it with prevent_destroy"
}

type "confluent_environment" {
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_flink_statement" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  note        = "a replacement loses its state; the provider's own example protects it with prevent_destroy"
}

type "confluent_kafka_acl" {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_kafka_cluster" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  guard "hard" { safe = { deletion_protection = true } }
  note = "the provider's own example protects it with prevent_destroy"
}

type "confluent_kafka_topic" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  note        = "all messages go with it; a lower retention.ms or another cleanup.policy deletes data in place; the provider's own example protects it with prevent_destroy"
}

type "confluent_network" {
  class       = "reachability"
  category    = "network"
  delete_risk = "critical"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_provider_integration" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_provider_integration_setup" {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_schema" {
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { hard_delete = false }
    unset = "on"
  }
  note = "hard_delete cannot be undone; the provider's own example protects it with prevent_destroy"
}

type "confluent_schema_registry_dek" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { hard_delete = false }
    unset = "on"
  }
  note = "the provider's own example protects it with prevent_destroy"
}

type "confluent_schema_registry_kek" {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
  guard "soft" {
    safe  = { hard_delete = false }
    unset = "on"
  }
  note = "data encrypted under it becomes unreadable; the provider's own example protects it with prevent_destroy"
}

type "confluent_subject_config" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_subject_mode" {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_tag" {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  note        = "the provider's own example protects it with prevent_destroy"
}

type "confluent_tag_binding" {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  note        = "the provider's own example protects it with prevent_destroy"
}
