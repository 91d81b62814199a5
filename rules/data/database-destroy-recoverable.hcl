rule "database-destroy-recoverable" {
  title   = "A database is destroyed, a copy of its data is kept"
  types   = [category.database, category.warehouse]
  actions = ["delete", "replace"]
  when = (
    destroys && !deposed && stateful && !replica
    && guard.state == "recoverable"
    && !regex("^kubernetes_|_(kubernetes|k8s|lke)_cluster$", type)
  )
  risk       = "high"
  effect     = "risk"
  message    = "${address} stops serving; its data survive only in the final snapshot or retained backup"
  why        = "Restoring takes hours, and the restored database has another endpoint. Until then every client of it is down."
  instead    = "Attach the restore plan: who restores which snapshot, how long it takes, and how clients find the new endpoint. Apply in a window."
  references = ["SOC2 CC8.1", "WA REL09-BP04"]
}
