# How a type that no catalog lists is judged: by the words of its name, the first that fits. Deleting one is never
# below medium. Order matters: what a thing is attached to says less than what it is, so policies and users come
# before the databases and buckets they belong to.

# What runs or calls something else shows no effect in a plan, so it comes first.
infer {
  words       = ["playbook", "ansible", "ssh", "exec", "command", "script", "invocation", "request", "mutation", "remote_file", "run_command"]
  class       = "opaque"
  category    = "opaque-container"
  stateful    = false
  delete_risk = "medium"
}

infer {
  words       = ["backup", "backups", "snapshot", "recovery", "restore"]
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
}

infer {
  words = [
    "audit", "trail", "cloudtrail", "recorder", "detector", "guardrail", "compliance", "lock", "lien",
    "diagnostic_setting", "log_profile",
  ]
  class       = "control"
  category    = "audit"
  stateful    = false
  delete_risk = "high"
}

infer {
  words = [
    "policy", "policies", "role", "roles", "permission", "permissions", "grant", "grants", "user", "users", "group",
    "membership", "member", "binding", "iam", "rbac", "identity", "principal", "access", "sso", "saml", "oidc",
    "acl", "auth", "authorization", "authentication", "directory", "realm",
  ]
  class       = "identity"
  category    = "identity"
  stateful    = false
  delete_risk = "high"
}

infer {
  words       = ["certificate", "cert", "ca", "tls"]
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["secret", "secrets", "vault", "token", "credential", "credentials", "password", "api_key", "access_key"]
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["key", "keys", "kms", "keyring", "key_ring", "hsm"]
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["alarm", "alert", "alerts", "monitor", "dashboard", "metric", "metrics", "slo", "synthetics"]
  class       = "observability"
  category    = "observability"
  stateful    = false
  delete_risk = "medium"
}

infer {
  words       = ["firewall", "security_group", "waf", "network_policy", "ip_allowlist", "allowlist"]
  class       = "reachability"
  category    = "firewall"
  stateful    = false
  delete_risk = "high"
}

infer {
  words       = ["zone", "zones", "dns", "record", "records", "domain"]
  class       = "reachability"
  category    = "dns"
  stateful    = false
  delete_risk = "high"
}

infer {
  words       = ["load_balancer", "loadbalancer", "lb", "listener", "ingress", "cdn"]
  class       = "reachability"
  category    = "load-balancer"
  stateful    = false
  delete_risk = "high"
}

infer {
  words = [
    "vpc", "network", "networks", "subnet", "subnetwork", "route", "routes", "route_table", "gateway", "peering",
    "vpn", "tunnel", "interconnect", "floating_ip", "elastic_ip", "private_endpoint", "nat",
  ]
  class       = "reachability"
  category    = "network"
  stateful    = false
  delete_risk = "high"
}

infer {
  words       = ["cache", "redis", "memcached", "valkey"]
  class       = "data"
  category    = "cache"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["queue", "queues", "topic", "topics", "stream", "kafka", "broker", "eventhub", "pubsub", "rabbitmq"]
  class       = "data"
  category    = "queue"
  stateful    = true
  delete_risk = "high"
}

infer {
  words = [
    "database", "databases", "db", "rdb", "pg", "sql", "mysql", "mariadb", "mssql", "sqlserver", "postgres",
    "postgresql", "mongodb", "documentdb", "influxdb", "timescaledb", "cassandra", "clickhouse", "spanner", "bigtable",
    "couchbase", "neo4j", "kvstore", "datastore", "fhir_store", "table", "tables", "collection", "keyspace", "schema",
    "ledger", "graph",
  ]
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["warehouse", "datawarehouse", "dataset", "datalake", "data_lake", "lakehouse", "metastore", "catalog", "featurestore"]
  class       = "data"
  category    = "warehouse"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["search", "opensearch", "elasticsearch", "index"]
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["bucket", "buckets", "blob", "object_storage", "objectstore"]
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["volume", "volumes", "disk", "disks", "block_storage"]
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["file_system", "filesystem", "filestore", "lustre", "netapp", "san", "share", "nfs", "storage"]
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["registry", "artifact", "artifacts", "image"]
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["repository", "repositories", "repo", "branch_protection", "pipeline", "deploy_key", "runner", "workspace"]
  class       = "delivery"
  category    = "cicd"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["log", "logs", "logging", "log_group"]
  class       = "data"
  category    = "logs"
  stateful    = true
  delete_risk = "high"
}

infer {
  words       = ["organization", "organisation", "account", "project", "tenant", "folder", "subscription"]
  class       = "identity"
  category    = "org"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["cluster", "namespace", "kubernetes", "control_plane"]
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
}

infer {
  words       = ["stack", "script", "helm", "release", "manifest", "template_deployment"]
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "high"
}

infer {
  words = [
    "instance", "server", "vm", "virtual_machine", "node", "node_pool", "nodegroup", "function", "service", "task",
    "job", "deployment", "app",
  ]
  class       = "compute"
  category    = "compute"
  stateful    = false
  delete_risk = "medium"
}

# Guards that many types have. Of a type without guards in the catalog, they count where the attributes are present.

guard "hard" {
  safe = { deletion_protection = true }
}

guard "hard" {
  safe = { deletion_protection_enabled = true }
}

guard "hard" {
  safe = { enable_deletion_protection = true }
}

guard "hard" {
  safe = { delete_protection = true }
}

guard "hard" {
  safe = { delete_protection_enabled = true }
}

guard "hard" {
  safe = { prevent_deletion = true }
}

guard "hard" {
  safe = { prevent_destroy = true }
}

guard "hard" {
  safe = { termination_protection = true }
}

guard "hard" {
  safe = { termination_protection_enabled = true }
}

guard "hard" {
  safe = { disable_api_termination = true }
}

guard "hard" {
  safe = { protected = true }
}

guard "hard" {
  safe = { deletion_policy = "PREVENT" }
}

# Refused only while something is in it, but then surely.
guard "hard" {
  safe  = { force_destroy = false }
  unset = "on"
}

guard "hard" {
  safe  = { force_delete = false }
  unset = "on"
}

guard "soft" {
  safe = { skip_final_snapshot = false, final_snapshot_identifier = set() }
}

guard "soft" {
  safe = { recovery_window_in_days = above(0) }
}

guard "keep" {
  safe = { skip_destroy = true }
}

guard "keep" {
  safe = { deletion_policy = "ABANDON" }
}

guard "keep" {
  safe = { deletion_policy = "RETAIN" }
}
