rule "engine-major-upgrade" {
  title = "A database engine jumps to a new major version"
  types = [
    "aws_db_instance", "aws_rds_cluster", "aws_rds_global_cluster", "aws_docdb_cluster", "aws_neptune_cluster",
    "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_memorydb_cluster", "aws_opensearch_domain", "aws_elasticsearch_domain",
    "aws_mq_broker", "google_sql_database_instance", "google_alloydb_cluster", "azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server",
    "mongodbatlas_advanced_cluster", "mongodbatlas_cluster",
  ]
  actions = ["update"]
  # MySQL and MariaDB count 8.0 -> 8.4 and 10.6 -> 10.11 as major; Cloud SQL and OpenSearch write the version into a word.
  when = (
    became("allow_major_version_upgrade", true)
    || try(major(after.engine_version) > major(before.engine_version), false)
    || (
      contains(["mysql", "mariadb"], before.engine)
      && anytrue([for p in ["5.7", "8.0", "8.4", "10.4", "10.5", "10.6", "10.11", "11.4", "11.8"] : startswith(before.engine_version, p) != startswith(after.engine_version, p)])
    )
    || anytrue([for p in ["Elasticsearch_5", "Elasticsearch_6", "Elasticsearch_7", "OpenSearch_1", "OpenSearch_2", "OpenSearch_3"] : startswith(before.engine_version, p) != startswith(after.engine_version, p)])
    || try(major(after.elasticsearch_version) > major(before.elasticsearch_version), false)
    || (changed("database_version") && !(startswith(before.database_version, "MYSQL_8_0") && startswith(after.database_version, "MYSQL_8_0")))
    || (startswith(type, "azurerm_") && try(major(after.version) > major(before.version), false))
    || (type == "azurerm_mysql_flexible_server" && changed("version"))
    || try(major(after.mongo_db_major_version) > major(before.mongo_db_major_version), false)
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} is upgraded across a major version: minutes to hours of downtime, and no way back but a restore"
  why        = "Major versions change planner, extensions and parameter groups, and no engine downgrades in place."
  instead    = "Rehearse on a restored copy, take a snapshot, and use a blue/green deployment or a window with the application's owners present."
  references = ["SOC2 CC8.1", "WA OPS06-BP03"]
}
