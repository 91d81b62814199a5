# Types of the Consul provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "consul_service",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "medium"
  names = [
    "consul_agent_service",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "critical"
  names = [
    "consul_autopilot_config",
    "consul_license",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "consul_node",
    "consul_prepared_query",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "consul_peering_token",
  ]
}

types {
  class       = "data"
  category    = "logs"
  delete_risk = "high"
  names = [
    "consul_catalog_entry",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "critical"
  names = [
    "consul_acl_policy",
    "consul_acl_token",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "consul_acl_auth_method",
    "consul_acl_binding_rule",
    "consul_acl_role",
    "consul_acl_role_policy_attachment",
    "consul_acl_token_policy_attachment",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "consul_acl_token_role_attachment",
    "consul_namespace_policy_attachment",
    "consul_namespace_role_attachment",
  ]
}

types {
  class       = "opaque"
  category    = "opaque-container"
  stateful    = true
  delete_risk = "critical"
  names = [
    "consul_admin_partition",
    "consul_namespace",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  stateful    = true
  delete_risk = "critical"
  names = [
    "consul_peering",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "consul_network_area",
  ]
}

types {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "high"
  names = [
    "consul_config_entry_service_defaults",
    "consul_config_entry_service_intentions",
    "consul_config_entry_service_resolver",
    "consul_config_entry_service_router",
    "consul_config_entry_service_splitter",
    "consul_intention",
  ]
}

types {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "medium"
  names = [
    "consul_config_entry_v2_exported_services",
  ]
}

# Types with guards, attributes to watch or something to know.
type "consul_certificate_authority" {
  class       = "crypto"
  category    = "certificate"
  delete_risk = "critical"
  note        = "rotates the CA of the mesh"
}

type "consul_config_entry" {
  class       = "reachability"
  category    = "service-mesh"
  delete_risk = "critical"
  note        = "of kind proxy-defaults, mesh or service-intentions it is global"
}

type "consul_key_prefix" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  note        = "authoritative: removes what it does not list"
}

type "consul_keys" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  guard "keep" {
    safe  = { "key.delete" = false }
    unset = "on"
  }
  note = "key.delete decides whether the pair goes on a destroy; by default it stays"
}
