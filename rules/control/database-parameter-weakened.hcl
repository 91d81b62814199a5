rule "database-parameter-weakened" {
  title = "A database stops demanding encryption or keeping an audit log"
  types = [
    "aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_docdb_cluster_parameter_group", "aws_neptune_cluster_parameter_group",
    "aws_redshift_parameter_group", "azurerm_postgresql_flexible_server_configuration", "azurerm_postgresql_configuration",
    "azurerm_mysql_flexible_server_configuration",
  ]
  actions = ["update"]
  # A parameter that is not set any more falls back to the default of the engine, which is off for all of these but
  # rds.force_ssl of PostgreSQL 15 and later.
  when = (
    anytrue([
      for p in concat(before.parameter) :
      contains([
        "rds.force_ssl", "require_secure_transport", "require_ssl", "ssl", "tls", "neptune_enforce_ssl",
        "log_statement", "log_connections", "log_disconnections", "pgaudit.log", "pgaudit.role", "audit_logs", "audit_trail",
        "neptune_enable_audit_log", "enable_user_activity_logging", "server_audit_logging", "server_audit_events",
      ], lower(p.name))
      && !contains(["", "0", "off", "false", "no", "none", "disabled"], lower(tostring(p.value)))
      && !anytrue([
        for q in concat(after.parameter) :
        lower(q.name) == lower(p.name) && !contains(["", "0", "off", "false", "no", "none", "disabled"], lower(tostring(q.value)))
      ])
      && !(
        lower(p.name) == "rds.force_ssl" && regex("^postgres(1[5-9]|[2-9][0-9])$", after.family)
        && !anytrue([for q in concat(after.parameter) : lower(q.name) == "rds.force_ssl"])
      )
    ])
    || (
      contains([
        "require_secure_transport", "log_statement", "log_connections", "log_disconnections", "pgaudit.log", "pgaudit.role",
        "audit_log_enabled", "audit_log_events",
      ], lower(after.name))
      && is_set(before.value) && !contains(["0", "off", "false", "no", "none", "disabled"], lower(tostring(before.value)))
      && contains(["", "0", "off", "false", "no", "none", "disabled"], lower(tostring(after.value)))
    )
  )
  risk       = "high"
  attributes = ["parameter", "value"]
  message    = "Databases with ${address} take connections without encryption, or no longer record who does what"
  why        = "A parameter group is shared: one line in it changes every database that uses it, at once or with its next restart, and no database shows up in the plan."
  instead    = "Keep the parameter. For a client that cannot encrypt, give that one database a group of its own and a date until which; to log less, narrow what is recorded instead of ending it."
  references = ["SOC2 CC8.1", "SOC2 CC6.7", "WA SEC09-BP02"]
}
