rule "database-replace-forced" {
  title   = "A database is replaced by an empty one"
  types   = [category.database, category.warehouse, category.search]
  actions = ["replace"]
  when = (
    destroys && stateful && !replica
    && guard.state != "kept" && guard.state != "will-fail"
    && !regex("^kubernetes_|_(kubernetes|k8s|lke)_cluster$", type)
    && !contains(["aws_dynamodb_table_item", "azurerm_storage_table_entity", "google_firestore_document", "mongodbatlas_search_index"], type)
    && !regex("^snowflake_(materialized_view|dynamic_table|stream|share|external_volume|failover_group|cortex_search)|^postgresql_(replication_slot|physical_replication_slot|subscription)$|^databricks_(online_table|vector_search_index|ai_search_index)$", type)
    && !(type == "google_bigquery_table" && (length(before.view) > 0 || length(before.materialized_view) > 0 || length(before.external_data_configuration) > 0))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} is destroyed and created again empty; create_before_destroy saves no data, and a final snapshot is not restored by itself"
  why        = "An edit that reads like a setting (user name, key, zone, engine, subnet group) cannot be made in place, so Terraform replaces the database."
  instead    = "Undo the edit, or put the attribute under lifecycle ignore_changes. To really change it: create a second database from a snapshot with the new setting, move the clients, and retire the old one in a later change."
  references = ["SOC2 CC8.1", "WA REL08-BP04"]
}
