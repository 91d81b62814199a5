rule "database-destroy-unguarded" {
  title   = "A database is destroyed with no guard left"
  types   = [category.database, category.warehouse]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && stateful && !replica
    && guard.state == "unguarded"
    && !regex("^kubernetes_|_(kubernetes|k8s|lke)_cluster$", type)
    && !contains(["aws_dynamodb_table_item", "azurerm_storage_table_entity", "google_firestore_document"], type)
    && !(type == "google_bigquery_table" && (length(before.view) > 0 || length(before.materialized_view) > 0 || length(before.external_data_configuration) > 0))
  )
  risk       = "critical"
  effect     = "prohibit"
  message    = "${address} and its data are gone once applied: deletion protection is off and no final snapshot is taken"
  why        = "The provider destroys with the values it holds in state, so a guard that this same change writes comes too late. Automated backups of most engines go with the database."
  instead    = "Three steps. 1: turn deletion protection on, set skip_final_snapshot = false and final_snapshot_identifier (or the type's own snapshot or retention setting), apply. 2: take a snapshot or export and restore it somewhere. 3: in an own change switch deletion protection off and remove the resource. Where the type has no final snapshot, take it out of the state in step 3 with a `removed` block (`destroy = false`), and let its owner delete it once the copy is proven."
  references = ["SOC2 CC8.1", "FSBP RDS.7", "FSBP RDS.8", "FSBP DynamoDB.6", "FSBP DocumentDB.5", "FSBP Neptune.4", "WA REL09-BP01"]
}
