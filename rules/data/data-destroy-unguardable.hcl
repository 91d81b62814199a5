rule "data-destroy-unguardable" {
  title = "Data that no guard can protect is destroyed"
  types = [
    category.database, category.warehouse, category.search, category.file-system, category.block-storage, category.object-store,
    "aws_msk_cluster", "aws_msk_serverless_cluster", "aws_mq_broker", "confluent_kafka_topic", "kafka_topic", "rabbitmq_vhost",
    "aws_codecommit_repository", "azurerm_container_registry", "aws_grafana_workspace", "aws_prometheus_workspace",
    "aws_directory_service_directory", "aws_cognito_identity_pool", "azurerm_aadb2c_directory", "azurerm_active_directory_domain_service",
    "auth0_connection", "keycloak_realm",
    "vault_mount", "vault_namespace", "vault_database_secrets_mount", "vault_kmip_secret_backend",
  ]
  actions = ["delete", "replace"]
  # Single items in a store (an object, a row, a search index definition) and stores of copies stay with the matrix.
  when = (
    destroys && !deposed && stateful && !replica
    && guard.state == "unguardable"
    && !regex("^kubernetes_stateful_set|_(kubernetes|k8s|lke)_cluster$", type)
    && !contains([
      "aws_dynamodb_table_item", "aws_dynamodb_global_table", "aws_storagegateway_tape_pool", "aws_fsx_file_cache",
      "azurerm_storage_blob", "azurerm_storage_data_lake_gen2_path", "azurerm_storage_share_directory", "azurerm_storage_share_file",
      "azurerm_storage_table_entity", "azurerm_hpc_cache", "oci_objectstorage_object", "cloudflare_workers_kv", "fastly_configstore_entries",
      "digitalocean_spaces_key", "linode_object_storage_key", "mongodbatlas_search_index", "postgresql_replication_slot",
      "postgresql_physical_replication_slot", "postgresql_subscription", "snowflake_share",
      "snowflake_materialized_view", "snowflake_dynamic_table", "snowflake_external_volume", "snowflake_failover_group",
    ], type)
  )
  risk       = "critical"
  effect     = "risk"
  message    = "${address} and everything stored in it are gone once applied; its type has no deletion protection and takes no last copy"
  why        = "Deletion protection or a final snapshot would be the author's choice elsewhere, here the provider offers none. A backup made beforehand is all that remains."
  instead    = "Take a backup or export, restore it once to be sure, and attach the proof (id, time, restore test) to the pull request."
  references = ["SOC2 CC8.1", "WA REL09-BP01"]
}
