# Types of the PostgreSQL provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "postgresql_physical_replication_slot",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "postgresql_security_label",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "postgresql_default_privileges",
    "postgresql_grant",
    "postgresql_grant_role",
    "postgresql_user_mapping",
  ]
}

# Types with guards, attributes to watch or something to know.

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "postgresql_function",
    "postgresql_publication",
    "postgresql_server",
  ]
  guard "safety" {
    safe  = { drop_cascade = false }
    unset = "on"
  }
}

type "postgresql_database" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  note        = "has no guard of its own"
}

type "postgresql_extension" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { drop_cascade = false }
    unset = "on"
  }
  note = "with drop_cascade the columns that use it go with it"
}

type "postgresql_replication_slot" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  note        = "consumers lose their position"
}

type "postgresql_role" {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  guard "keep" { safe = { skip_drop_role = true } }
  note = "a destroy reassigns or drops what the role owns"
}

type "postgresql_schema" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { drop_cascade = false }
    unset = "on"
  }
}

type "postgresql_subscription" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  note        = "replication stops"
}
