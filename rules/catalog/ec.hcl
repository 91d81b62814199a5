# Types of the Elastic Cloud provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "ec_deployment_extension",
    "ec_deployment_traffic_filter",
    "ec_serverless_traffic_filter",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "ec_organization",
  ]
}

types {
  class       = "crypto"
  category    = "key"
  stateful    = true
  delete_risk = "high"
  names = [
    "ec_deployment_elasticsearch_keystore",
  ]
}

types {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  names = [
    "ec_elasticsearch_project",
    "ec_observability_project",
    "ec_security_project",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "ec_deployment_traffic_filter_association",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  delete_risk = "high"
  names = [
    "ec_snapshot_repository",
  ]
}

# Types with guards, attributes to watch or something to know.
type "ec_deployment" {
  class       = "data"
  category    = "search"
  stateful    = true
  delete_risk = "critical"
  note        = "has no deletion protection of its own"
}
