# Types of the DigitalOcean provider: what they are, what guards them, how bad it is to lose one.

# Types that differ in nothing but their name share a block.
types {
  class       = "compute"
  category    = "compute"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_droplet",
  ]
}

types {
  class       = "compute"
  category    = "compute"
  delete_risk = "high"
  names = [
    "digitalocean_app",
    "digitalocean_droplet_autoscale",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "high"
  names = [
    "digitalocean_byoip_prefix",
    "digitalocean_cdn",
  ]
}

types {
  class       = "config"
  category    = "app-config"
  delete_risk = "medium"
  names = [
    "digitalocean_dedicated_inference",
    "digitalocean_gradientai_agent",
    "digitalocean_partner_attachment",
    "digitalocean_uptime_check",
  ]
}

types {
  class       = "control-plane"
  category    = "cluster"
  delete_risk = "high"
  names = [
    "digitalocean_kubernetes_node_pool",
  ]
}

types {
  class       = "crypto"
  category    = "certificate"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_certificate",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_spaces_key",
  ]
}

types {
  class       = "crypto"
  category    = "secret"
  delete_risk = "medium"
  names = [
    "digitalocean_container_registry_docker_credentials",
    "digitalocean_dedicated_inference_token",
    "digitalocean_ssh_key",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  stateful    = true
  delete_risk = "critical"
  names = [
    "digitalocean_volume",
  ]
}

types {
  class       = "data"
  category    = "block-storage"
  delete_risk = "medium"
  names = [
    "digitalocean_volume_attachment",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  names = [
    "digitalocean_database_db",
    "digitalocean_vector_database",
  ]
}

types {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_database_kafka_schema_registry",
    "digitalocean_database_kafka_topic",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "high"
  names = [
    "digitalocean_database_replica",
  ]
}

types {
  class       = "data"
  category    = "database"
  delete_risk = "medium"
  names = [
    "digitalocean_database_advanced_mysql_config",
    "digitalocean_database_advanced_postgresql_config",
    "digitalocean_database_connection_pool",
    "digitalocean_database_kafka_config",
    "digitalocean_database_logsink_opensearch",
    "digitalocean_database_logsink_rsyslog",
    "digitalocean_database_mongodb_config",
    "digitalocean_database_mysql_config",
    "digitalocean_database_online_migration",
    "digitalocean_database_opensearch_config",
    "digitalocean_database_postgresql_config",
    "digitalocean_database_redis_config",
    "digitalocean_database_valkey_config",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  stateful    = true
  delete_risk = "critical"
  names = [
    "digitalocean_nfs",
  ]
}

types {
  class       = "data"
  category    = "file-system"
  delete_risk = "medium"
  names = [
    "digitalocean_nfs_attachment",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "high"
  names = [
    "digitalocean_spaces_bucket_policy",
  ]
}

types {
  class       = "data"
  category    = "object-store"
  delete_risk = "medium"
  names = [
    "digitalocean_spaces_bucket_cors_configuration",
    "digitalocean_spaces_bucket_logging",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "critical"
  names = [
    "digitalocean_container_registry",
  ]
}

types {
  class       = "data"
  category    = "registry"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_custom_image",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "high"
  names = [
    "digitalocean_project",
  ]
}

types {
  class       = "delivery"
  category    = "cicd"
  delete_risk = "medium"
  names = [
    "digitalocean_project_resources",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "high"
  names = [
    "digitalocean_database_user",
  ]
}

types {
  class       = "identity"
  category    = "identity"
  delete_risk = "medium"
  names = [
    "digitalocean_floating_ip_assignment",
    "digitalocean_nfs_access_point",
    "digitalocean_reserved_ip_assignment",
    "digitalocean_reserved_ipv6_assignment",
  ]
}

types {
  class       = "meta"
  category    = "tagging"
  delete_risk = "low"
  names = [
    "digitalocean_tag",
  ]
}

types {
  class       = "observability"
  category    = "observability"
  delete_risk = "medium"
  names = [
    "digitalocean_monitor_alert",
    "digitalocean_uptime_alert",
  ]
}

types {
  class       = "reachability"
  category    = "dns"
  delete_risk = "high"
  names = [
    "digitalocean_record",
  ]
}

types {
  class       = "reachability"
  category    = "firewall"
  delete_risk = "high"
  names = [
    "digitalocean_database_firewall",
    "digitalocean_firewall",
  ]
}

types {
  class       = "reachability"
  category    = "load-balancer"
  delete_risk = "high"
  names = [
    "digitalocean_loadbalancer",
  ]
}

types {
  class       = "reachability"
  category    = "network"
  delete_risk = "high"
  names = [
    "digitalocean_floating_ip",
    "digitalocean_reserved_ip",
    "digitalocean_reserved_ipv6",
    "digitalocean_vpc",
    "digitalocean_vpc_nat_gateway",
    "digitalocean_vpc_peering",
  ]
}

types {
  class       = "recovery"
  category    = "backup"
  stateful    = true
  delete_risk = "high"
  names = [
    "digitalocean_droplet_snapshot",
    "digitalocean_nfs_snapshot",
    "digitalocean_volume_snapshot",
  ]
}

# Types with guards, attributes to watch or something to know.
type "digitalocean_database_cluster" {
  class       = "data"
  category    = "database"
  stateful    = true
  delete_risk = "critical"
  note        = "has no deletion protection of its own"
}

type "digitalocean_domain" {
  class       = "reachability"
  category    = "dns"
  delete_risk = "critical"
  note        = "all its records go with it"
}

type "digitalocean_kubernetes_cluster" {
  class       = "control-plane"
  category    = "cluster"
  stateful    = true
  delete_risk = "critical"
  guard "safety" {
    safe  = { destroy_all_associated_resources = false }
    unset = "on"
  }
  note = "destroy_all_associated_resources deletes volumes, load balancers and snapshots, too"
}

type "digitalocean_spaces_bucket" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "critical"
  guard "hard" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}

type "digitalocean_spaces_bucket_object" {
  class       = "data"
  category    = "object-store"
  stateful    = true
  delete_risk = "medium"
  guard "safety" {
    safe  = { force_destroy = false }
    unset = "on"
  }
}
